/* What becomes of the record; and the rules of what stands around the figures. */
#include "unit/walk_rules.h"
#include <stdio.h>
#include <string.h>

/* ---- texts and days ---- */

/* The walk's texts are sound but for these two bytes. */
enum err_kind walk_text(const char *text) {
    return strpbrk(text, "\x01\xff") ? ERR_INVALID : ERR_NONE;
}

enum err_kind walk_words(const char *text) {
    return text[strspn(text, " ")] ? walk_text(text) : ERR_INVALID;
}

enum err_kind walk_first(enum err_kind a, enum err_kind b) {
    return a != ERR_NONE ? a : b;
}

enum err_kind walk_unless(bool fine, enum err_kind kind) {
    return fine ? ERR_NONE : kind;
}

/* The walk's days are sound, or 30 February. */
bool walk_on_the_calendar(struct date day) {
    return day.month != 2 || day.day <= 28;
}

static enum err_kind past(const struct walk_case *the, struct date day) {
    bool past = day.year != 0 && date_compare(day, the->model->today) <= 0;
    return walk_unless(past && walk_on_the_calendar(day), ERR_INVALID);
}

/* ---- filling in ---- */

void then_fill(const struct walk_case *the, struct record *record) {
    record->actual = the->change->actual;
    record->actual.filled = true;
    memset(&record->actual.valued, 0, sizeof record->actual.valued);
}

void then_finalise(const struct walk_case *the, struct record *record) {
    then_fill(the, record);
    record->actual.valued = walk_valued(the->now);
}

void then_clear(const struct walk_case *the, struct record *record) {
    (void)the;
    memset(&record->actual, 0, sizeof record->actual);
}

void then_note(const struct walk_case *the, struct record *record) {
    record->notes = the->change->notes;
}

/* A promise made by who may allow it is allowed; an undo brings back no more than there was. */
void then_attach(const struct walk_case *the, struct record *record) {
    const struct evidence *wanted = &the->change->evidence;
    bool agreed = walk_has(the->asked->person, (struct walk_duty){"A", ""}, the->unit);
    record->evidence = *wanted;
    record->evidence.removed = false;
    record->evidence.allowed = wanted->promised && agreed && (!the->change->undo || wanted->allowed);
}

void then_allow(const struct walk_case *the, struct record *record) {
    (void)the;
    record->evidence.allowed = true;
}

void then_detach(const struct walk_case *the, struct record *record) {
    (void)the;
    record->evidence.removed = true;
}

void then_spend(const struct walk_case *the, struct record *record) {
    record->spending = the->change->spending;
    if (!record->spending.filled)
        record->spending.rupiah.units = 0;
}

void then_ask_again(const struct walk_case *the, struct record *record) {
    memset(&record->rekey, 0, sizeof record->rekey);
    record->rekey.asked = the->change->rekey.asked;
}

void then_type_again(const struct walk_case *the, struct record *record) {
    record->rekey.filled = true;
    record->rekey.value = the->change->rekey.value;
    memset(record->rekey.typed_by, 0, sizeof record->rekey.typed_by);
    snprintf(record->rekey.typed_by, sizeof record->rekey.typed_by, "%s", the->asked->person->login);
}

/* ---- steps of the quarter ---- */

static void sign(const struct walk_case *the, char by[LOGIN_MAX + 1]) {
    memset(by, 0, LOGIN_MAX + 1);
    snprintf(by, LOGIN_MAX + 1, "%s", the->asked->person->login);
}

void then_initial(const struct walk_case *the, struct record *record) {
    record->submission.stage = STAGE_INITIALLED;
    sign(the, record->submission.initialled_by);
}

void then_submit(const struct walk_case *the, struct record *record) {
    struct submission *quarter = &record->submission;
    if (quarter->first_at == 0)
        quarter->first_at = record->changed_at;
    quarter->stage = STAGE_SUBMITTED;
    quarter->round++;
    quarter->coverage = the->change->step.coverage;
    quarter->submitted_at = record->changed_at;
    sign(the, quarter->submitted_by);
    *quarter->reason = '\0';
}

void then_withdraw(const struct walk_case *the, struct record *record) {
    struct submission *quarter = &record->submission;
    (void)the;
    quarter->stage = STAGE_OPEN;
    *quarter->initialled_by = *quarter->submitted_by = '\0';
    quarter->submitted_at = 0;
}

void then_return(const struct walk_case *the, struct record *record) {
    struct submission *quarter = &record->submission;
    quarter->stage = STAGE_RETURNED;
    *quarter->initialled_by = *quarter->verified_by = '\0';
    quarter->verified_at = 0;
    snprintf(quarter->reason, sizeof quarter->reason, "%s", the->change->step.reason);
}

void then_verify(const struct walk_case *the, struct record *record) {
    record->submission.stage = STAGE_VERIFIED;
    record->submission.verified_at = record->changed_at;
    sign(the, record->submission.verified_by);
}

void then_ratify(const struct walk_case *the, struct record *record) {
    struct submission *quarter = &record->submission;
    quarter->stage = STAGE_RATIFIED;
    quarter->ratified_at = record->changed_at;
    sign(the, quarter->ratified_by);
    snprintf(quarter->basis, sizeof quarter->basis, "%s", the->change->step.reason);
}

void then_unlock(const struct walk_case *the, struct record *record) {
    struct submission *quarter = &record->submission;
    then_return(the, record);
    quarter->unlocked++;
    quarter->ratified_at = 0;
    *quarter->ratified_by = *quarter->basis = '\0';
    snprintf(quarter->unlocking, sizeof quarter->unlocking, "%s", the->change->step.reason);
}

/* ---- verification; the verdicts themselves: walk_rules.c ---- */

void then_forget(const struct walk_case *the, struct record *record) {
    (void)the;
    memset(&record->check, 0, sizeof record->check);
}

void then_answer(const struct walk_case *the, struct record *record) {
    const struct check *change = &the->change->check;
    record->check.answer = change->answer;
    snprintf(record->check.answer_reason, sizeof record->check.answer_reason, "%s", change->answer_reason);
}

/* ---- arahan and monev ---- */

enum err_kind may_instruct(const struct walk_case *the) {
    return walk_first(walk_unless(the->change->key.number == 0, ERR_INVALID),
                      walk_words(the->change->instruction.text));
}

enum err_kind may_reply(const struct walk_case *the) {
    bool thread = ledger_last_number(&the->model->now, &the->change->key) > 0;
    return walk_first(may_instruct(the), walk_unless(thread, ERR_NOT_FOUND));
}

void then_instruct(const struct walk_case *the, struct record *record) {
    record->instruction = the->change->instruction;
    record->instruction.reply = false;
}

void then_reply(const struct walk_case *the, struct record *record) {
    record->instruction = the->change->instruction;
    record->instruction.reply = true;
}

static enum err_kind stands(const struct walk_case *the) {
    return walk_unless(the->change->key.number == 0 || the->now->head.sequence, ERR_NOT_FOUND);
}

enum err_kind may_meet(const struct walk_case *the) {
    const struct meeting *meeting = &the->change->meeting;
    enum err_kind kind = walk_first(stands(the), past(the, meeting->date));
    kind = walk_first(kind, walk_text(meeting->place));
    return walk_first(kind, walk_first(walk_words(meeting->people), walk_words(meeting->minutes)));
}

void then_meet(const struct walk_case *the, struct record *record) {
    record->meeting = the->change->meeting;
}

/* ---- rekomendasi ---- */

static enum err_kind followed_by_its_unit(const struct recommendation *recommendation) {
    int unit = walk_unit_named(recommendation->unit);
    int indicator = walk_indicator_of(recommendation->indicator);
    bool fits =
        !*recommendation->indicator || (indicator != WALK_NONE && walk_indicators[indicator].unit == unit);
    return walk_unless(unit != WALK_NONE && fits, ERR_NOT_FOUND);
}

enum err_kind may_recommend(const struct walk_case *the) {
    const struct recommendation *recommendation = &the->change->recommendation;
    bool external = recommendation->source != SOURCE_INTERNAL;
    bool days =
        walk_on_the_calendar(recommendation->letter_date) && walk_on_the_calendar(recommendation->due);
    if (recommendation->source >= SOURCE_COUNT || recommendation->quarter < 1 ||
        recommendation->quarter > YEAR_PERIOD || the->change->key.quarter.number != YEAR_PERIOD)
        return ERR_INVALID;
    enum err_kind kind = walk_first(stands(the), external ? walk_words(recommendation->letter)
                                                          : walk_text(recommendation->letter));
    kind = walk_first(kind, walk_unless(days, ERR_INVALID));
    return walk_first(kind,
                      walk_first(followed_by_its_unit(recommendation), walk_words(recommendation->text)));
}

void then_recommend(const struct walk_case *the, struct record *record) {
    struct recommendation recommendation = the->change->recommendation;
    recommendation.state = record->recommendation.state;
    memcpy(recommendation.follow_up, record->recommendation.follow_up, sizeof recommendation.follow_up);
    record->recommendation = recommendation;
}

enum err_kind may_follow_up(const struct walk_case *the) {
    const struct recommendation *recommendation = &the->change->recommendation;
    if (!the->now->head.sequence)
        return ERR_NOT_FOUND;
    if (recommendation->state >= FOLLOW_UP_COUNT)
        return ERR_INVALID;
    return recommendation->state == FOLLOW_UP_OPEN ? walk_text(recommendation->follow_up)
                                                   : walk_words(recommendation->follow_up);
}

void then_follow_up(const struct walk_case *the, struct record *record) {
    const struct recommendation *change = &the->change->recommendation;
    record->recommendation.state = change->state;
    memcpy(record->recommendation.follow_up, change->follow_up, sizeof change->follow_up);
}

/* ---- E-SAKIP REVIU and penyampaian ---- */

static bool carried(const struct walk_case *the) {
    struct record_key key = the->change->key;
    while (--key.quarter.number >= 1) {
        struct record earlier = walk_at(the->model, &key);
        if (earlier.dossier.present && !earlier.dossier.still_valid)
            return true;
    }
    return false;
}

enum err_kind may_mark(const struct walk_case *the) {
    const struct dossier *dossier = &the->change->dossier;
    if (the->change->key.quarter.number == YEAR_PERIOD)
        return ERR_INVALID;
    if (!dossier->present)
        return walk_unless(the->now->dossier.present, ERR_INVALID);
    if (dossier->still_valid)
        return walk_unless(walk_on_the_calendar(dossier->date) && walk_text(dossier->place) == ERR_NONE &&
                               carried(the),
                           ERR_INVALID);
    return walk_first(past(the, dossier->date), walk_text(dossier->place));
}

void then_mark(const struct walk_case *the, struct record *record) {
    memset(&record->dossier, 0, sizeof record->dossier);
    if (the->change->dossier.present)
        record->dossier = the->change->dossier;
}

enum err_kind may_hand_over(const struct walk_case *the) {
    const struct handover *handover = &the->change->handover;
    if (handover->date.year == 0 && !*handover->letter)
        return walk_unless(the->now->handover.date.year != 0, ERR_INVALID);
    return walk_first(past(the, handover->date), walk_text(handover->letter));
}

void then_hand_over(const struct walk_case *the, struct record *record) {
    record->handover = the->change->handover;
}
