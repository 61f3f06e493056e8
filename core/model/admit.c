#include "base/text.h"
#include "model/admit_internal.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

static const struct rule {
    enum deed deed;
    admit_check_fn *check;
} rules[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = {DEED_FILL, admit_actual_set},
    [EVENT_ACTUAL_CLEARED] = {DEED_FILL, admit_actual_cleared},
    [EVENT_NOTES_SET] = {DEED_FILL, admit_notes_set},
    [EVENT_EVIDENCE_SET] = {DEED_FILL, admit_evidence_set},
    [EVENT_EVIDENCE_REMOVED] = {DEED_FILL, admit_evidence_removed},
    [EVENT_INITIALLED] = {DEED_INITIAL, admit_initialled},
    [EVENT_SUBMITTED] = {DEED_SUBMIT, admit_submitted},
    [EVENT_WITHDRAWN] = {DEED_WITHDRAW, admit_withdrawn},
    [EVENT_RETURNED] = {DEED_RETURN, admit_returned},
    [EVENT_VERIFIED] = {DEED_VERIFY, admit_verified},
    [EVENT_RATIFIED] = {DEED_RATIFY, admit_ratified},
    [EVENT_UNLOCKED] = {DEED_UNLOCK, admit_unlocked},
    [EVENT_CHECK_PASSED] = {DEED_CHECK, admit_passed},
    [EVENT_CHECK_CORRECTED] = {DEED_CHECK, admit_corrected},
    [EVENT_CHECK_RETURNED] = {DEED_CHECK, admit_row_returned},
    [EVENT_CHECK_CLEARED] = {DEED_CHECK, admit_verdict_cleared},
    [EVENT_CHECK_ANSWERED] = {DEED_ANSWER, admit_answered},
    [EVENT_SPENDING_SET] = {DEED_FILL, admit_spending_set},
    [EVENT_INSTRUCTED] = {DEED_INSTRUCT, admit_instructed},
    [EVENT_REPLIED] = {DEED_REPLY, admit_replied},
    [EVENT_MEETING_SET] = {DEED_MEET, admit_meeting_set},
    [EVENT_RECOMMENDED] = {DEED_RECOMMEND, admit_recommended},
    [EVENT_FOLLOWED_UP] = {DEED_FOLLOW_UP, admit_followed_up},
    [EVENT_DOCUMENT_MARKED] = {DEED_MARK, admit_document_marked},
    [EVENT_HANDED_OVER] = {DEED_HAND_OVER, admit_handed_over},
    [EVENT_ACTUAL_FINALISED] = {DEED_FINALISE, admit_actual_finalised},
    [EVENT_EVIDENCE_ALLOWED] = {DEED_ALLOW, admit_evidence_allowed},
    [EVENT_EVIDENCE_FULFILLED] = {DEED_FULFIL, admit_evidence_fulfilled},
    [EVENT_REKEY_ASKED] = {DEED_ASK_REKEY, admit_rekey_asked},
    [EVENT_REKEYED] = {DEED_FILL, admit_rekeyed},
};

/* A ratification that names a paper is entered by the perencana too; only he ends a recommendation. */
static enum deed change_deed(const struct change *change) {
    if (change->kind == EVENT_RATIFIED && change->step.reason[0])
        return DEED_RATIFY_ON_PAPER;
    if (change->kind == EVENT_MEETING_SET && strcmp(change->key.code, RECORD_JOINT) == 0)
        return DEED_MEET_JOINTLY;
    if (change->kind == EVENT_FOLLOWED_UP && change->recommendation.state != FOLLOW_UP_TAKEN)
        return DEED_CLOSE;
    return rules[change->kind].deed;
}

/* ---- compare and swap ---- */

static bool stale(const struct config *config, const struct record *current, struct err *err) {
    const char *code = current->key.code;
    if (current->head.sequence == 0)
        return err_set(err, ERR_STALE, "\"%s\" tidak lagi seperti yang terlihat; muat ulang, lalu ulangi",
                       code);
    char when[CLOCK_TEXT_MAX];
    clock_print(current->changed_at, config->zone, when);
    const char *login = current->changed_by;
    const struct person *person = config_find_person(config, login);
    if (!person)
        return err_set(err, ERR_STALE, "\"%s\" sudah diubah %s pada %s", code, login, when);
    return err_set(err, ERR_STALE, "\"%s\" sudah diubah %s (%s) pada %s", code, person->name, login, when);
}

/* ---- where ---- */

/* The spelling must be the catalogue's, since records are kept under it. */
static bool find_indicator(struct plea *plea, const struct catalogue *catalogue) {
    const struct record_key *key = &plea->change->key;
    const struct indicator *indicator = catalogue_find(catalogue, key->code);
    if (!indicator || strcmp(indicator->code, key->code) != 0)
        return false;
    plea->indicator = indicator;
    plea->unit = indicator->unit;
    return true;
}

static bool find_unit(struct plea *plea) {
    const struct record_key *key = &plea->change->key;
    const struct unit *unit = config_unit(plea->records->asker.config, key->code);
    if (!unit || strcmp(unit->code, key->code) != 0)
        return false;
    plea->unit = unit;
    return true;
}

/* A recommendation belongs to the bidang that follows it up, once it has one. */
static bool find_agency(struct plea *plea) {
    const struct record *current = plea->current;
    if (current && current->head.sequence)
        plea->unit = config_unit(plea->records->asker.config, current->recommendation.unit);
    return strcmp(plea->change->key.code, RECORD_AGENCY) == 0;
}

static bool is_subject(struct plea *plea, const struct catalogue *catalogue) {
    const char *code = plea->change->key.code;
    switch (record_kind_subject(plea->change->key.kind)) {
    case SUBJECT_INDICATOR:
        return find_indicator(plea, catalogue);
    case SUBJECT_UNIT:
        return find_unit(plea);
    case SUBJECT_EITHER:
        return find_indicator(plea, catalogue) || find_unit(plea);
    case SUBJECT_MEETING:
        return strcmp(code, RECORD_JOINT) == 0 || find_unit(plea);
    case SUBJECT_AGENCY:
        return find_agency(plea);
    case SUBJECT_DOCUMENT:
        return vocabulary_find(&document_words, code) >= 0;
    case SUBJECT_RECIPIENT:
        return vocabulary_find(&recipient_words, code) >= 0;
    }
    return false;
}

static bool refuse_word(const struct vocabulary *words, const char *code, struct err *err) {
    char known[ERR_TEXT_MAX];
    vocabulary_list(words, known, sizeof known);
    return err_set(err, ERR_NOT_FOUND, "%s \"%s\" tidak dikenal; pilih %s", words->name, code, known);
}

static bool find_subject(struct plea *plea, const struct catalogue *catalogue, struct err *err) {
    const struct record_key *key = &plea->change->key;
    enum key_subject subject = record_kind_subject(key->kind);
    if (is_subject(plea, catalogue))
        return true;
    if (subject == SUBJECT_UNIT || subject == SUBJECT_MEETING)
        return err_set(err, ERR_NOT_FOUND, "bidang \"%s\" tidak dikenal", key->code);
    if (subject == SUBJECT_DOCUMENT || subject == SUBJECT_RECIPIENT)
        return refuse_word(subject == SUBJECT_DOCUMENT ? &document_words : &recipient_words, key->code, err);
    return err_set(err, ERR_NOT_FOUND, "kode \"%s\" tidak ada di katalog %d", key->code, catalogue->year);
}

static void refuse_quarter(const struct plea *plea, struct err *err) {
    const struct config *config = plea->records->asker.config;
    char text[QUARTER_TEXT_MAX];
    quarter_print(plea->change->key.quarter, text);
    err_set(err, ERR_NOT_FOUND, "triwulan \"%s\" di luar katalog; pilih %d-TW1 s.d. %d-TW4", text,
            config->catalogue[0].year, config_year(config));
}

static bool locate(struct plea *plea, struct err *err) {
    const struct catalogue *catalogue =
        config_catalogue(plea->records->asker.config, plea->change->key.quarter);
    if (!catalogue) {
        refuse_quarter(plea, err);
        return false;
    }
    plea->event->catalogue = catalogue->digest;
    return find_subject(plea, catalogue, err);
}

/* ---- when ---- */

static void read_submission(struct plea *plea) {
    const struct record_key *at = &plea->change->key;
    if (!plea->unit)
        return;
    const struct record_key key = record_key(RECORD_SUBMISSION, plea->unit->code, at->quarter);
    struct record record;
    records_get(plea->records, &key, &record);
    plea->submission = record.submission;
}

/* Filling in looks at the row, which may have been sent back alone; every other deed at the whole quarter. */
static enum stage stage_of(const struct plea *plea, enum deed deed) {
    enum stage stage = plea->submission.stage;
    bool of_row = deed == DEED_FILL || deed == DEED_ALLOW || deed == DEED_ASK_REKEY;
    if (!of_row || stage != STAGE_SUBMITTED)
        return stage;
    const struct record check = admit_beside(plea, RECORD_CHECK);
    return row_stage(&plea->submission, &check.check);
}

static bool admit_deed(struct plea *plea, struct err *err) {
    const struct asker *asker = &plea->records->asker;
    enum deed deed = change_deed(&plea->event->change);
    char subject[PLEA_SUBJECT_MAX];
    if (!deed_held(asker->config, asker->person, deed, plea->unit, err))
        return false;
    read_submission(plea);
    admit_subject(plea, subject);
    return deed_possible(asker->config, deed, stage_of(plea, deed), plea->unit, subject, err);
}

/* ---- all of it ---- */

/* What stale brings back is what stands: whoever may not read it is refused for what he asks before. */
static bool may_be_told(struct plea *plea, struct err *err) {
    const struct person *person = plea->records->asker.person;
    if (person_reads_drafts(person, NULL))
        return true;
    if (!locate(plea, err))
        return false;
    bool reads = plea->unit ? person_reads_drafts(person, plea->unit) : !(person->roles & 1u << ROLE_READER);
    return reads || admit_deed(plea, err);
}

bool admit(const struct records *records, const struct request *request, const struct record *current,
           struct event *event, struct err *err) {
    const struct change *change = &request->change;
    assert(change->key.kind == event_kind_record(change->kind));

    *event = (struct event){.operation = request->operation, .change = *change};
    event->change.kind = admit_kind(change, current);
    event->change.key.number = current->key.number;
    snprintf(event->who, sizeof event->who, "%s", records->asker.person->login);
    struct plea plea = {.records = records, .change = change, .current = current, .event = event};
    if (!event_id_equal(&change->replaces, &current->head))
        return may_be_told(&plea, err) && stale(records->asker.config, current, err);
    return locate(&plea, err) && admit_deed(&plea, err) && rules[event->change.kind].check(&plea, err);
}

bool admit_may(const struct records *records, enum event_kind kind, const struct record_key *key,
               struct err *err) {
    const struct change change = {.kind = kind, .key = *key};
    struct event event = {.change = change};
    struct plea plea = {.records = records, .change = &change, .event = &event};
    return locate(&plea, err) && admit_deed(&plea, err);
}

/* ---- shared by the checks ---- */

bool admit_text(const char *text, size_t max, const char *label, struct err *err) {
    return text_accept(text, strnlen(text, max + 1), max, err) || err_prefix(err, "%s", label);
}

bool admit_words(const char *text, size_t max, const char *label, const char *help, struct err *err) {
    size_t length = strnlen(text, max);
    text_trim(text, &length);
    if (length == 0)
        return err_set(err, ERR_INVALID, "%s masih kosong; %s", label, help);
    return admit_text(text, max, label, err);
}

struct record admit_beside(const struct plea *plea, enum record_kind kind) {
    const struct record_key key = record_key(kind, plea->change->key.code, plea->change->key.quarter);
    struct record record;
    records_get(plea->records, &key, &record);
    return record;
}

void admit_subject(const struct plea *plea, char out[PLEA_SUBJECT_MAX]) {
    const struct record_key *key = &plea->change->key;
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(key->quarter, quarter);
    bool unit = plea->unit && !plea->indicator;
    snprintf(out, PLEA_SUBJECT_MAX, "%s %s", unit ? plea->unit->name : key->code, quarter);
}

const char *admit_help(const struct plea *plea, const char *what, enum role role, const char *deed,
                       char out[PLEA_HELP_MAX]) {
    const struct config *config = plea->records->asker.config;
    char holder[ERR_TEXT_MAX / 4];
    holder_print(config, 1u << role, role == ROLE_SUPERVISOR ? plea->unit : NULL, holder, sizeof holder);
    snprintf(out, PLEA_HELP_MAX, "%s %s%s %s", what, role_words.term[role].label, holder, deed);
    return out;
}

/* A verifier who is not the person himself, in brackets; "" when there is none. */
static void other_verifier_print(const struct plea *plea, char *out, size_t size) {
    const struct config *config = plea->records->asker.config;
    const char *login = plea->records->asker.person->login;
    out[0] = '\0';
    for (int i = 0; i < config->person_count && !out[0]; i++)
        if ((config->person[i].roles & 1u << ROLE_VERIFIER) && strcmp(config->person[i].login, login) != 0)
            snprintf(out, size, " (%s)", config->person[i].name);
}

bool admit_judge(const struct plea *plea, const char *author, const char *what, bool *self, struct err *err) {
    const struct person *person = plea->records->asker.person;
    bool own = strcmp(author, person->login) == 0;
    *self |= own;
    if (!own || person->everything || plea->records->asker.config->rules.self_verification_warned)
        return true;
    char subject[PLEA_SUBJECT_MAX], other[ERR_TEXT_MAX / 4];
    admit_subject(plea, subject);
    other_verifier_print(plea, other, sizeof other);
    return err_set(err, ERR_DENIED, "%s %s Anda sendiri; minta verifikator lain%s memeriksanya", subject,
                   what, other);
}
