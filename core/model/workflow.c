#include "model/workflow.h"
#include "base/text.h"
#include <stdio.h>

/* ---- who (core/DOMAIN.md, Who) ---- */

#define OPERATOR (1u << ROLE_OPERATOR)
#define SUPERVISOR (1u << ROLE_SUPERVISOR)
#define VERIFIER (1u << ROLE_VERIFIER)
#define PLANNER (1u << ROLE_PLANNER)
#define HEAD (1u << ROLE_HEAD)

static const struct holders {
    role_set own; /* in their own bidang only */
    role_set all; /* in every bidang, and for the office as a whole */
} holders[DEED_COUNT] = {
    [DEED_FILL] = {OPERATOR | SUPERVISOR, 0},
    [DEED_INITIAL] = {SUPERVISOR, 0},
    [DEED_SUBMIT] = {SUPERVISOR, 0},
    [DEED_WITHDRAW] = {SUPERVISOR, 0},
    [DEED_CHECK] = {0, VERIFIER},
    [DEED_ANSWER] = {SUPERVISOR, 0},
    [DEED_RETURN] = {0, VERIFIER},
    [DEED_VERIFY] = {0, VERIFIER},
    [DEED_RATIFY] = {0, HEAD},
    [DEED_RATIFY_ON_PAPER] = {0, PLANNER | HEAD},
    [DEED_UNLOCK] = {0, PLANNER},
    [DEED_INSTRUCT] = {SUPERVISOR, VERIFIER | HEAD},
    [DEED_REPLY] = {OPERATOR | SUPERVISOR, 0},
    [DEED_MEET] = {SUPERVISOR, PLANNER},
    [DEED_MEET_JOINTLY] = {0, PLANNER | HEAD},
    [DEED_RECOMMEND] = {0, PLANNER},
    [DEED_FOLLOW_UP] = {OPERATOR | SUPERVISOR, PLANNER},
    [DEED_CLOSE] = {0, PLANNER},
    [DEED_MARK] = {0, PLANNER},
    [DEED_HAND_OVER] = {0, PLANNER},
    [DEED_FINALISE] = {OPERATOR | SUPERVISOR, 0},
    [DEED_ALLOW] = {SUPERVISOR, 0},
    [DEED_FULFIL] = {OPERATOR | SUPERVISOR, 0},
    [DEED_ASK_REKEY] = {SUPERVISOR, 0},
};

static const char *const deed_words[DEED_COUNT] = {DEEDS(SET_TEXT)};

static bool person_has(const struct person *person, role_set roles, const struct unit *unit) {
    return (!unit || person->unit == unit) && (person->roles & roles) != 0;
}

void holder_print(const struct config *config, role_set roles, const struct unit *unit, char *out,
                  size_t size) {
    out[0] = '\0';
    for (int i = 0; i < config->person_count; i++) {
        if (!person_has(&config->person[i], roles, unit))
            continue;
        snprintf(out, size, " (%s)", config->person[i].name);
        return;
    }
}

/* "operator atau atasan Bidang Koperasi (Operator Koperasi)", with one who is of that bidang, or
 * "verifikator (Anggota Tim SAKIP) atau pimpinan (Kepala Dinas)", with one for each; "" for no roles. */
static void roles_print(const struct config *config, role_set roles, const struct unit *unit,
                        char out[ERR_TEXT_MAX]) {
    char names[ERR_TEXT_MAX / 4] = "", holder[ERR_TEXT_MAX / 4];
    out[0] = '\0';
    if (!roles)
        return;
    for (int i = 0; i < ROLE_COUNT; i++) {
        if (!(roles & 1u << i))
            continue;
        text_join(names, sizeof names, " atau ", role_words.term[i].label);
        if (unit)
            continue;
        holder_print(config, 1u << i, NULL, holder, sizeof holder);
        text_join(names, sizeof names, "", holder);
    }
    *holder = '\0';
    if (unit)
        holder_print(config, roles, unit, holder, sizeof holder);
    snprintf(out, ERR_TEXT_MAX, "%s%s%s%s", names, unit ? " " : "", unit ? unit->name : "", holder);
}

void deed_holders_print(const struct config *config, enum deed deed, const struct unit *unit, char *out,
                        size_t size) {
    char of_unit[ERR_TEXT_MAX], of_all[ERR_TEXT_MAX];
    roles_print(config, unit ? holders[deed].own : 0, unit, of_unit);
    roles_print(config, holders[deed].all, NULL, of_all);
    snprintf(out, size, "%s%s%s", of_unit, *of_unit && *of_all ? " atau " : "", of_all);
}

bool deed_held(const struct config *config, const struct person *person, enum deed deed,
               const struct unit *unit, struct err *err) {
    const struct holders *held = &holders[deed];
    role_set own = unit ? held->own : 0;
    if (person->everything || (person->roles & held->all) || (own && person_has(person, own, unit)))
        return true;
    char holders_of[ERR_TEXT_MAX];
    deed_holders_print(config, deed, unit, holders_of, sizeof holders_of);
    return err_set(err, ERR_DENIED, "hanya %s yang boleh %s", holders_of, deed_words[deed]);
}

/* ---- when ---- */

/* A helper is asked for what would make the deed possible. */
struct helper {
    role_set roles; /* 0: nobody */
    bool own;       /* of the bidang itself */
    const char *deed;
};

struct cell {
    bool possible;
    const char *refusal; /* "sudah diajukan" */
    struct helper helper[2];
};

/* clang-format off */
#define HERE {.possible = true}
#define NO(text, ...) {.refusal = (text), .helper = {__VA_ARGS__}}
#define BY_SUPERVISOR(deed) {SUPERVISOR, true, (deed)}
#define BY_VERIFIER(deed) {VERIFIER, false, (deed)}
#define NOBODY {0, false, NULL}

#define NOT_SUBMITTED NO("belum diajukan", BY_SUPERVISOR("mengajukannya"))
#define NOT_AGAIN     NO("sedang diperbaiki", BY_SUPERVISOR("mengajukannya lagi"))
#define INITIALLED    NO("sudah diparaf", BY_SUPERVISOR("menariknya"))
#define SUBMITTED     NO("sudah diajukan", BY_SUPERVISOR("menariknya"), BY_VERIFIER("mengembalikannya"))
#define VERIFIED      NO("sudah terverifikasi", BY_VERIFIER("mengembalikannya"))
#define RATIFIED      NO("sudah disahkan dan terkunci", {PLANNER, false, "membuka kuncinya"})
#define NOT_VERIFIED  NO("belum terverifikasi", BY_VERIFIER("menyelesaikan verifikasinya"))
#define ANYTIME {HERE, HERE, HERE, HERE, HERE, HERE}
#define UNLOCKED      NO("tidak terkunci, belum disahkan", NOBODY)

static const struct cell table[DEED_COUNT][STAGE_COUNT] = {
    /*                         terbuka               diparaf               diajukan              dikembalikan          terverifikasi       disahkan */
    [DEED_FILL] =             {HERE,                 INITIALLED,           SUBMITTED,            HERE,                 VERIFIED,           RATIFIED},
    [DEED_INITIAL] =          {HERE,                 INITIALLED,           SUBMITTED,            HERE,                 VERIFIED,           RATIFIED},
    [DEED_SUBMIT] =           {HERE,                 HERE,                 HERE,                 HERE,                 VERIFIED,           RATIFIED},
    [DEED_WITHDRAW] =         {NOT_SUBMITTED,        HERE,                 HERE,                 NOT_AGAIN,            VERIFIED,           RATIFIED},
    [DEED_CHECK] =            {NOT_SUBMITTED,        NOT_SUBMITTED,        HERE,                 NOT_AGAIN,            VERIFIED,           RATIFIED},
    [DEED_ANSWER] =           {NOT_VERIFIED,         NOT_VERIFIED,         HERE,                 HERE,                 HERE,               RATIFIED},
    [DEED_RETURN] =           {NOT_SUBMITTED,        NOT_SUBMITTED,        HERE,                 NOT_AGAIN,            HERE,               RATIFIED},
    [DEED_VERIFY] =           {NOT_SUBMITTED,        NOT_SUBMITTED,        HERE,                 NOT_AGAIN,            VERIFIED,           RATIFIED},
    [DEED_RATIFY] =           {NOT_SUBMITTED,        NOT_SUBMITTED,        NOT_VERIFIED,         NOT_AGAIN,            HERE,               RATIFIED},
    [DEED_RATIFY_ON_PAPER] =  {NOT_SUBMITTED,        NOT_SUBMITTED,        NOT_VERIFIED,         NOT_AGAIN,            HERE,               RATIFIED},
    [DEED_UNLOCK] =           {UNLOCKED,             UNLOCKED,             UNLOCKED,             UNLOCKED,             UNLOCKED,           HERE},
    [DEED_INSTRUCT] = ANYTIME,
    [DEED_REPLY] = ANYTIME,
    [DEED_MEET] = ANYTIME,
    [DEED_MEET_JOINTLY] = ANYTIME,
    [DEED_RECOMMEND] = ANYTIME,
    [DEED_FOLLOW_UP] = ANYTIME,
    [DEED_CLOSE] = ANYTIME,
    [DEED_MARK] = ANYTIME,
    [DEED_HAND_OVER] = ANYTIME,
    [DEED_FINALISE] =         {HERE,                 HERE,                 HERE,                 HERE,                 HERE,               RATIFIED},
    [DEED_ALLOW] =            {HERE,                 INITIALLED,           SUBMITTED,            HERE,                 VERIFIED,           RATIFIED},
    [DEED_FULFIL] =           {HERE,                 HERE,                 HERE,                 HERE,                 HERE,               RATIFIED},
    [DEED_ASK_REKEY] =        {HERE,                 INITIALLED,           SUBMITTED,            HERE,                 VERIFIED,           RATIFIED},
};
/* clang-format on */

/* "; minta atasan (Kepala Bidang Koperasi) menariknya, atau verifikator (...) mengembalikannya" */
static void helpers_print(const struct config *config, const struct cell *cell, const struct unit *unit,
                          char out[ERR_TEXT_MAX]) {
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < sizeof cell->helper / sizeof *cell->helper && cell->helper[i].roles; i++) {
        const struct helper *helper = &cell->helper[i];
        char names[ERR_TEXT_MAX / 4], holder[ERR_TEXT_MAX / 4];
        role_set_print(helper->roles, names, sizeof names);
        holder_print(config, helper->roles, helper->own ? unit : NULL, holder, sizeof holder);
        int written = snprintf(out + length, ERR_TEXT_MAX - length, "%s%s%s %s", i ? ", atau " : "; minta ",
                               names, holder, helper->deed);
        length += written > 0 ? (size_t)written : 0;
        if (length >= ERR_TEXT_MAX)
            return;
    }
}

bool deed_possible(const struct config *config, enum deed deed, enum stage stage, const struct unit *unit,
                   const char *subject, struct err *err) {
    const struct cell *cell = &table[deed][stage];
    if (cell->possible)
        return true;
    char helpers[ERR_TEXT_MAX];
    helpers_print(config, cell, unit, helpers);
    return err_set(err, ERR_STEP, "%s %s%s", subject, cell->refusal, helpers);
}

/* ---- rows ---- */

enum stage row_stage(const struct submission *submission, const struct check *check) {
    bool asked_back = submission->stage == STAGE_SUBMITTED && check->verdict == VERDICT_RETURNED &&
                      check->round == submission->round;
    return asked_back ? STAGE_RETURNED : submission->stage;
}

bool check_holds(const struct check *check, const struct event_id *valued) {
    return check->verdict != VERDICT_NONE && event_id_equal(&check->judged, valued);
}
