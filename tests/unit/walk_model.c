#include "unit/walk_model.h"
#include "unit/walk_rules.h"
#include <stdio.h>
#include <string.h>

/* Where the bidang's quarter must stand: t terbuka, p diparaf, a diajukan, k dikembalikan, v terverifikasi,
 * s disahkan; "" anywhere. */
static const struct {
    struct walk_duty duty;
    const char *stages;
    walk_may_fn *may;
    walk_then_fn *then;
} duties[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = {{"OA", ""}, "tk", may_fill, then_fill},
    [EVENT_ACTUAL_CLEARED] = {{"OA", ""}, "tk", may_clear, then_clear},
    [EVENT_NOTES_SET] = {{"OA", ""}, "tk", may_note, then_note},
    [EVENT_EVIDENCE_SET] = {{"OA", ""}, "tk", may_attach, then_attach},
    [EVENT_EVIDENCE_REMOVED] = {{"OA", ""}, "tk", may_detach, then_detach},
    [EVENT_INITIALLED] = {{"A", ""}, "tk", may_initial, then_initial},
    [EVENT_SUBMITTED] = {{"A", ""}, "tpak", may_submit, then_submit},
    [EVENT_WITHDRAWN] = {{"A", ""}, "pa", may_withdraw, then_withdraw},
    [EVENT_RETURNED] = {{"", "V"}, "av", may_give_reason, then_return},
    [EVENT_VERIFIED] = {{"", "V"}, "a", may_verify, then_verify},
    [EVENT_RATIFIED] = {{"", "H"}, "v", may_ratify, then_ratify},
    [EVENT_UNLOCKED] = {{"", "P"}, "s", may_give_reason, then_unlock},
    [EVENT_CHECK_PASSED] = {{"", "V"}, "a", may_pass, then_pass},
    [EVENT_CHECK_CORRECTED] = {{"", "V"}, "a", may_correct, then_correct},
    [EVENT_CHECK_RETURNED] = {{"", "V"}, "a", may_send_back, then_send_back},
    [EVENT_CHECK_CLEARED] = {{"", "V"}, "a", may_forget, then_forget},
    [EVENT_CHECK_ANSWERED] = {{"A", ""}, "akv", may_answer, then_answer},
    [EVENT_SPENDING_SET] = {{"OA", ""}, "tk", may_spend, then_spend},
    [EVENT_INSTRUCTED] = {{"A", "VH"}, "", may_instruct, then_instruct},
    [EVENT_REPLIED] = {{"OA", ""}, "", may_reply, then_reply},
    [EVENT_MEETING_SET] = {{"A", "P"}, "", may_meet, then_meet},
    [EVENT_RECOMMENDED] = {{"", "P"}, "", may_recommend, then_recommend},
    [EVENT_FOLLOWED_UP] = {{"OA", "P"}, "", may_follow_up, then_follow_up},
    [EVENT_DOCUMENT_MARKED] = {{"", "P"}, "", may_mark, then_mark},
    [EVENT_HANDED_OVER] = {{"", "P"}, "", may_hand_over, then_hand_over},
    [EVENT_ACTUAL_FINALISED] = {{"OA", ""}, "tpakv", may_finalise, then_finalise},
    [EVENT_EVIDENCE_ALLOWED] = {{"A", ""}, "tk", may_allow, then_allow},
    [EVENT_EVIDENCE_FULFILLED] = {{"OA", ""}, "tpakv", may_fulfil, then_attach},
    [EVENT_REKEY_ASKED] = {{"A", ""}, "tk", may_ask_again, then_ask_again},
    [EVENT_REKEYED] = {{"OA", ""}, "tk", may_type_again, then_type_again},
};

static const char stage_letters[STAGE_COUNT + 1] = "tpakvs";

struct walk_duty walk_duty_of(const struct change *change) {
    if (change->kind == EVENT_RATIFIED && change->step.reason[0])
        return (struct walk_duty){"", "PH"};
    if (change->kind == EVENT_MEETING_SET && strcmp(change->key.code, "gabungan") == 0)
        return (struct walk_duty){"", "PH"};
    if (change->kind == EVENT_FOLLOWED_UP && change->recommendation.state != FOLLOW_UP_TAKEN)
        return (struct walk_duty){"", "P"};
    return duties[change->kind].duty;
}

bool walk_has(const struct walk_person *person, struct walk_duty duty, int unit) {
    bool own = unit != WALK_NONE && person->unit == unit;
    return *person->roles == '*' || strpbrk(person->roles, duty.all) ||
           (own && strpbrk(person->roles, duty.own));
}

/* ---- where ---- */

int walk_indicator_of(const char *code) {
    for (int i = 0; i < WALK_INDICATORS; i++)
        if (strcmp(walk_indicators[i].code, code) == 0)
            return i;
    return WALK_NONE;
}

int walk_unit_named(const char *code) {
    for (int i = 0; i < WALK_UNITS; i++)
        if (strcmp(walk_units[i], code) == 0)
            return i;
    return WALK_NONE;
}

/* A recommendation is the bidang's that follows it up. */
int walk_unit_of(const struct walk_model *model, const struct change *change) {
    int indicator = walk_indicator_of(change->key.code);
    if (change->key.kind == RECORD_RECOMMENDATION)
        return walk_unit_named(walk_at(model, &change->key).recommendation.unit);
    return indicator == WALK_NONE ? walk_unit_named(change->key.code) : walk_indicators[indicator].unit;
}

static bool one_of_words(const char *code, const char *words) {
    const char *at = strstr(words, code);
    size_t length = strlen(code);
    return length && at && (at == words || at[-1] == ' ') && (at[length] == ' ' || !at[length]);
}

static bool exists(const struct record_key *key) {
    bool indicator = walk_indicator_of(key->code) != WALK_NONE,
         unit = walk_unit_named(key->code) != WALK_NONE;
    if (key->quarter.year != SMALL_OFFICE_YEAR || key->quarter.number > YEAR_PERIOD)
        return false;
    switch ((int)key->kind) {
    case RECORD_SUBMISSION:
        return unit;
    case RECORD_INSTRUCTION:
        return indicator || unit;
    case RECORD_MEETING:
        return unit || strcmp(key->code, "gabungan") == 0;
    case RECORD_RECOMMENDATION:
        return strcmp(key->code, "rekomendasi") == 0;
    case RECORD_DOCUMENT:
        return one_of_words(key->code, "renstra pk iku rkt rencana-aksi evaluasi-rencana-aksi "
                                       "laporan-kinerja skp");
    case RECORD_HANDOVER:
        return one_of_words(key->code, "pimpinan bappelitbangda inspektorat");
    default:
        return indicator;
    }
}

/* ---- when ---- */

/* What makes an actual final, or brings what was promised, may come later than other changes. */
static enum event_kind kind_of(const struct change *change, const struct record *now) {
    if (change->undo)
        return change->kind;
    if (change->kind == EVENT_ACTUAL_SET && walk_finalises(&now->actual, &change->actual))
        return EVENT_ACTUAL_FINALISED;
    if (change->kind == EVENT_EVIDENCE_SET && walk_fulfils(&now->evidence, &change->evidence))
        return EVENT_EVIDENCE_FULFILLED;
    return change->kind;
}

static struct submission quarter_of(const struct walk_model *model, int unit, struct quarter quarter) {
    struct submission none = {.stage = STAGE_OPEN};
    if (unit == WALK_NONE)
        return none;
    const struct record_key key = record_key(RECORD_SUBMISSION, walk_units[unit], quarter);
    const struct record *found = ledger_find(&model->now, &key);
    return found ? found->submission : none;
}

enum stage walk_stage(const struct walk_model *model, int unit, struct quarter quarter) {
    return quarter_of(model, unit, quarter).stage;
}

/* What is filled in goes by its row, which may have been sent back alone. */
static bool at_its_step(const struct walk_case *the, enum event_kind kind) {
    const struct record_key *key = &the->change->key;
    const char *stages = duties[kind].stages;
    bool filling = strcmp(stages, "tk") == 0 && the->indicator != WALK_NONE;
    const struct record_key check = record_key(RECORD_CHECK, key->code, key->quarter);
    struct record of = walk_at(the->model, &check);
    if (filling && walk_row_open(&the->quarter, &of.check))
        return true;
    return !*stages || strchr(stages, stage_letters[the->quarter.stage]);
}

/* ---- all of it ---- */

static bool same_head(const struct event_id *a, const struct event_id *b) {
    return a->sequence == b->sequence && (a->sequence == 0 || !memcmp(&a->device, &b->device, UUID_SIZE));
}

static struct record_key place_of(const struct walk_model *model, const struct change *change) {
    static const char numbered[RECORD_KIND_COUNT] = {
        [RECORD_EVIDENCE] = 1, [RECORD_INSTRUCTION] = 1, [RECORD_MEETING] = 1, [RECORD_RECOMMENDATION] = 1};
    struct record_key key = change->key;
    if (numbered[key.kind] && key.number == 0)
        key.number = ledger_last_number(&model->now, &key) + 1;
    return key;
}

static struct walk_case case_of(const struct walk_model *model, const struct walk_request *asked,
                                const struct record *now) {
    const struct change *change = &asked->request.change;
    int unit = walk_unit_of(model, change);
    return (struct walk_case){.model = model,
                              .asked = asked,
                              .change = change,
                              .now = now,
                              .indicator = walk_indicator_of(change->key.code),
                              .unit = unit,
                              .quarter = quarter_of(model, unit, change->key.quarter)};
}

/* What is asked again is the whole content; whether a promise is allowed, or an attached document was removed, is not
 * asked for. Nothing was ever filled in by a value that does not stand. */
bool walk_same(const struct walk_model *model, const struct walk_request *asked) {
    static const char contents[EVENT_KIND_COUNT] = {
        [EVENT_ACTUAL_SET] = 1,   [EVENT_NOTES_SET] = 1,   [EVENT_EVIDENCE_SET] = 1,
        [EVENT_SPENDING_SET] = 1, [EVENT_MEETING_SET] = 1, [EVENT_RECOMMENDED] = 1,
        [EVENT_FOLLOWED_UP] = 1,  [EVENT_HANDED_OVER] = 1, [EVENT_DOCUMENT_MARKED] = 1,
    };
    const struct change *change = &asked->request.change;
    const struct record_key key = place_of(model, change);
    const struct record now = walk_at(model, &key);
    const struct walk_case the = case_of(model, asked, &now);
    struct record then = now;
    if (!contents[change->kind] || change->undo)
        return false;
    duties[change->kind].then(&the, &then);
    if (key.kind == RECORD_ACTUAL)
        then.actual.valued = now.actual.valued;
    if (key.kind == RECORD_EVIDENCE) {
        then.evidence.allowed = now.evidence.allowed;
        then.evidence.removed = now.evidence.removed;
    }
    return record_same(&now, &then);
}

/* Verifikator, perencana and pimpinan read all; the others what is the whole office's, a pembaca not even that, and of
 * their own bidang. */
static bool reads_all(const struct walk_person *person) {
    return strpbrk(person->roles, "VPH*");
}

static bool reads(const struct walk_person *person, int unit) {
    return unit == WALK_NONE ? !strchr(person->roles, 'R')
                             : walk_has(person, (struct walk_duty){"OA", "VPH"}, unit);
}

enum err_kind walk_predict(const struct walk_model *model, const struct walk_request *asked,
                           bool whatever_head, struct record *record) {
    const struct change *change = &asked->request.change;
    const struct record_key key = place_of(model, change);
    const struct record now = walk_at(model, &key);
    const struct walk_case the = case_of(model, asked, &now);
    bool seen = whatever_head || same_head(&change->replaces, &now.head);
    if (!seen && reads_all(asked->person))
        return ERR_STALE;
    if (!exists(&change->key))
        return ERR_NOT_FOUND;
    if (!seen && reads(asked->person, the.unit))
        return ERR_STALE;
    if (!walk_has(asked->person, walk_duty_of(change), the.unit))
        return ERR_DENIED;
    enum event_kind kind = kind_of(change, &now);
    if (!at_its_step(&the, kind))
        return ERR_STEP;
    if (!seen)
        return ERR_STALE;
    enum err_kind refusal = duties[kind].may(&the);
    *record = now;
    record->changed_at = asked->at;
    snprintf(record->changed_by, sizeof record->changed_by, "%s", asked->person->login);
    if (refusal == ERR_NONE)
        duties[kind].then(&the, record);
    return refusal;
}

void walk_accept(struct walk_model *model, const struct record *record) {
    const struct record before = walk_at(model, &record->key);
    ledger_put(&model->earlier, &before);
    ledger_put(&model->now, record);
}

struct record walk_at(const struct walk_model *model, const struct record_key *key) {
    const struct record *found = ledger_find(&model->now, key);
    struct record empty;
    record_init(&empty, key);
    return found ? *found : empty;
}

uint64_t walk_covered(const struct walk_model *model, int unit, struct quarter quarter) {
    uint64_t last = 0;
    for (int i = 0; i < model->now.count; i++) {
        const struct record *record = model->now.record[i];
        int indicator = walk_indicator_of(record->key.code);
        bool covered = record->key.kind <= RECORD_EVIDENCE ||
                       (record->key.kind == RECORD_SPENDING && walk_indicators[indicator].budgeted);
        if (covered && walk_indicators[indicator].unit == unit &&
            quarter_compare(record->key.quarter, quarter) == 0 && record->head.sequence > last)
            last = record->head.sequence;
    }
    return last;
}

/* What was final may be brought back as typed, what was allowed as promised only. */
static void earlier_words(const struct record *record, struct record *earlier) {
    if (record->key.kind == RECORD_ACTUAL)
        earlier->actual.valued = record->actual.valued;
    if (record->key.kind == RECORD_EVIDENCE && !record->evidence.allowed)
        earlier->evidence.allowed = false;
}

/* A verdict is given anew rather than brought back; after an answer it is taken back altogether. What was
 * attached first stays known, as removed. */
bool walk_undone(const struct walk_model *model, const struct record *record) {
    const struct record *found = ledger_find(&model->earlier, &record->key);
    if (!found)
        return false;
    struct record earlier = *found;
    bool answered = earlier.key.kind == RECORD_CHECK && earlier.check.answer != ANSWER_NONE;
    if (record->key.kind == RECORD_CHECK)
        return record->check.verdict == (answered ? VERDICT_NONE : earlier.check.verdict);
    if (record->key.kind == RECORD_EVIDENCE && found->head.sequence == 0)
        return record->evidence.removed;
    earlier.head = record->head;
    earlier.changed_at = record->changed_at;
    memcpy(earlier.changed_by, record->changed_by, sizeof earlier.changed_by);
    earlier_words(record, &earlier);
    return record_same(&earlier, record);
}

void walk_model_release(struct walk_model *model) {
    ledger_release(&model->now);
    ledger_release(&model->earlier);
}
