#include "model/apply.h"
#include <stdio.h>
#include <string.h>

typedef void apply_fn(struct record *record, const struct event *event);

static void actual_set(struct record *record, const struct event *event) {
    record->actual = event->change.actual;
    record->actual.filled = true;
    record->actual.valued = (struct event_id){.sequence = 0};
}

static void actual_finalised(struct record *record, const struct event *event) {
    struct event_id valued = *record_valued(record);
    actual_set(record, event);
    record->actual.provisional = false;
    record->actual.valued = valued;
}

static void actual_cleared(struct record *record, const struct event *event) {
    (void)event;
    record->actual = (struct actual){.filled = false};
}

static void notes_set(struct record *record, const struct event *event) {
    record->notes = event->change.notes;
}

static void evidence_set(struct record *record, const struct event *event) {
    record->evidence = event->change.evidence;
    record->evidence.removed = false;
    record->evidence.allowed &= record->evidence.promised;
}

static void evidence_removed(struct record *record, const struct event *event) {
    (void)event;
    record->evidence.removed = true;
}

/* ---- steps of a bidang's quarter ---- */

static void name(char to[LOGIN_MAX + 1], const char *who) {
    snprintf(to, LOGIN_MAX + 1, "%s", who);
}

static void forget_verification(struct submission *submission) {
    submission->verified_by[0] = '\0';
    submission->verified_at = 0;
    submission->initialled_by[0] = '\0';
}

static void initialled(struct record *record, const struct event *event) {
    record->submission.stage = STAGE_INITIALLED;
    name(record->submission.initialled_by, event->who);
}

static void submitted(struct record *record, const struct event *event) {
    struct submission *submission = &record->submission;
    submission->stage = STAGE_SUBMITTED;
    submission->round++;
    submission->coverage = event->change.step.coverage;
    submission->submitted_at = event->at;
    name(submission->submitted_by, event->who);
    submission->reason[0] = '\0';
    if (submission->first_at == 0)
        submission->first_at = event->at;
}

static void withdrawn(struct record *record, const struct event *event) {
    struct submission *submission = &record->submission;
    (void)event;
    submission->stage = STAGE_OPEN;
    submission->initialled_by[0] = '\0';
    submission->submitted_by[0] = '\0';
    submission->submitted_at = 0;
}

static void returned(struct record *record, const struct event *event) {
    struct submission *submission = &record->submission;
    submission->stage = STAGE_RETURNED;
    forget_verification(submission);
    memcpy(submission->reason, event->change.step.reason, sizeof submission->reason);
}

static void verified(struct record *record, const struct event *event) {
    record->submission.stage = STAGE_VERIFIED;
    record->submission.verified_at = event->at;
    name(record->submission.verified_by, event->who);
}

static void ratified(struct record *record, const struct event *event) {
    struct submission *submission = &record->submission;
    submission->stage = STAGE_RATIFIED;
    submission->ratified_at = event->at;
    name(submission->ratified_by, event->who);
    memcpy(submission->basis, event->change.step.reason, sizeof submission->basis);
}

static void unlocked(struct record *record, const struct event *event) {
    struct submission *submission = &record->submission;
    returned(record, event);
    submission->unlocked++;
    memcpy(submission->unlocking, event->change.step.reason, sizeof submission->unlocking);
    submission->ratified_by[0] = '\0';
    submission->ratified_at = 0;
    submission->basis[0] = '\0';
}

/* ---- verification of one indicator ---- */

static void judged(struct record *record, const struct event *event, enum verdict verdict) {
    record->check = event->change.check;
    record->check.verdict = verdict;
    record->check.answer = ANSWER_NONE;
    record->check.answer_reason[0] = '\0';
    name(record->check.judged_by, event->who);
}

static void passed(struct record *record, const struct event *event) {
    judged(record, event, VERDICT_CONFORMS);
}

static void corrected(struct record *record, const struct event *event) {
    judged(record, event, VERDICT_CORRECTED);
}

static void sent_back(struct record *record, const struct event *event) {
    judged(record, event, VERDICT_RETURNED);
}

static void verdict_cleared(struct record *record, const struct event *event) {
    (void)event;
    memset(&record->check, 0, sizeof record->check);
}

static void answered(struct record *record, const struct event *event) {
    const struct check *check = &event->change.check;
    record->check.answer = check->answer;
    memcpy(record->check.answer_reason, check->answer_reason, sizeof check->answer_reason);
}

/* ---- around the figures ---- */

static void spending_set(struct record *record, const struct event *event) {
    record->spending = event->change.spending;
}

static void instructed(struct record *record, const struct event *event) {
    record->instruction = event->change.instruction;
    record->instruction.reply = false;
}

static void replied(struct record *record, const struct event *event) {
    record->instruction = event->change.instruction;
    record->instruction.reply = true;
}

static void meeting_set(struct record *record, const struct event *event) {
    record->meeting = event->change.meeting;
}

static void recommended(struct record *record, const struct event *event) {
    const struct recommendation before = record->recommendation;
    record->recommendation = event->change.recommendation;
    record->recommendation.state = before.state;
    memcpy(record->recommendation.follow_up, before.follow_up, sizeof before.follow_up);
}

static void followed_up(struct record *record, const struct event *event) {
    const struct recommendation *change = &event->change.recommendation;
    record->recommendation.state = change->state;
    memcpy(record->recommendation.follow_up, change->follow_up, sizeof change->follow_up);
}

static void document_marked(struct record *record, const struct event *event) {
    record->dossier = event->change.dossier;
}

static void handed_over(struct record *record, const struct event *event) {
    record->handover = event->change.handover;
}

static void rekey_asked(struct record *record, const struct event *event) {
    record->rekey = (struct rekey){.asked = event->change.rekey.asked};
}

static void rekeyed(struct record *record, const struct event *event) {
    record->rekey.filled = true;
    record->rekey.value = event->change.rekey.value;
    name(record->rekey.typed_by, event->who);
}

static apply_fn *const apply_kind[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = actual_set,
    [EVENT_ACTUAL_CLEARED] = actual_cleared,
    [EVENT_NOTES_SET] = notes_set,
    [EVENT_EVIDENCE_SET] = evidence_set,
    [EVENT_EVIDENCE_REMOVED] = evidence_removed,
    [EVENT_INITIALLED] = initialled,
    [EVENT_SUBMITTED] = submitted,
    [EVENT_WITHDRAWN] = withdrawn,
    [EVENT_RETURNED] = returned,
    [EVENT_VERIFIED] = verified,
    [EVENT_RATIFIED] = ratified,
    [EVENT_UNLOCKED] = unlocked,
    [EVENT_CHECK_PASSED] = passed,
    [EVENT_CHECK_CORRECTED] = corrected,
    [EVENT_CHECK_RETURNED] = sent_back,
    [EVENT_CHECK_CLEARED] = verdict_cleared,
    [EVENT_CHECK_ANSWERED] = answered,
    [EVENT_SPENDING_SET] = spending_set,
    [EVENT_INSTRUCTED] = instructed,
    [EVENT_REPLIED] = replied,
    [EVENT_MEETING_SET] = meeting_set,
    [EVENT_RECOMMENDED] = recommended,
    [EVENT_FOLLOWED_UP] = followed_up,
    [EVENT_DOCUMENT_MARKED] = document_marked,
    [EVENT_HANDED_OVER] = handed_over,
    [EVENT_ACTUAL_FINALISED] = actual_finalised,
    [EVENT_EVIDENCE_ALLOWED] = evidence_set,
    [EVENT_EVIDENCE_FULFILLED] = evidence_set,
    [EVENT_REKEY_ASKED] = rekey_asked,
    [EVENT_REKEYED] = rekeyed,
};

void apply(struct record *record, const struct event *event) {
    apply_kind[event->change.kind](record, event);
    record->head = event->id;
    record->changed_at = event->at;
    memcpy(record->changed_by, event->who, sizeof record->changed_by);
}

/* What takes back the first event on a record; EVENT_KIND_COUNT: nothing does. The steps of a quarter have
 * their own way back; what was said, met about or recommended is not unsaid. */
static const enum event_kind inverse_of_first[RECORD_KIND_COUNT] = {
    [RECORD_ACTUAL] = EVENT_ACTUAL_CLEARED,     [RECORD_NOTES] = EVENT_NOTES_SET,
    [RECORD_EVIDENCE] = EVENT_EVIDENCE_REMOVED, [RECORD_SUBMISSION] = EVENT_KIND_COUNT,
    [RECORD_CHECK] = EVENT_CHECK_CLEARED,       [RECORD_SPENDING] = EVENT_SPENDING_SET,
    [RECORD_INSTRUCTION] = EVENT_KIND_COUNT,    [RECORD_MEETING] = EVENT_KIND_COUNT,
    [RECORD_RECOMMENDATION] = EVENT_KIND_COUNT, [RECORD_DOCUMENT] = EVENT_DOCUMENT_MARKED,
    [RECORD_HANDOVER] = EVENT_HANDED_OVER,      [RECORD_REKEY] = EVENT_KIND_COUNT,
};

/* An answer is only a part of its record. */
bool apply_can_invert(const struct event *event) {
    return inverse_of_first[event->change.key.kind] != EVENT_KIND_COUNT &&
           event->change.kind != EVENT_CHECK_ANSWERED;
}

/* What stood after an event is asked for again as what a person may ask for. */
static enum event_kind asked_again(enum event_kind kind) {
    if (kind == EVENT_ACTUAL_FINALISED)
        return EVENT_ACTUAL_SET;
    return kind == EVENT_EVIDENCE_ALLOWED || kind == EVENT_EVIDENCE_FULFILLED ? EVENT_EVIDENCE_SET : kind;
}

void apply_inverse(const struct event *event, const struct event *before, struct change *change) {
    memset(change, 0, sizeof *change);
    change->kind = inverse_of_first[event->change.key.kind];
    if (before && apply_can_invert(before))
        *change = before->change;
    change->kind = asked_again(change->kind);
    change->key = event->change.key;
    change->replaces = event->id;
    change->undo = true;
}
