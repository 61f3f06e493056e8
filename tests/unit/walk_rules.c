#include "unit/walk_rules.h"
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* ---- values ---- */

static bool small_enough(int64_t units) {
    return units >= -DECIMAL_UNITS_MAX && units <= DECIMAL_UNITS_MAX;
}

static enum err_kind value_fits(const struct walk_case *the, int64_t units) {
    bool whole = units >= 0 && units % DECIMAL_SCALE == 0;
    return walk_unless(small_enough(units) && (walk_indicators[the->indicator].percent || whole),
                       ERR_INVALID);
}

/* ---- what stands around ---- */

static struct record beside(const struct walk_case *the, enum record_kind kind, int indicator) {
    const struct record_key key = record_key(kind, walk_indicators[indicator].code, the->change->key.quarter);
    return walk_at(the->model, &key);
}

static bool is_self(const struct walk_case *the, const char *login) {
    return strcmp(login, the->asked->person->login) == 0;
}

static enum err_kind not_self(const struct walk_case *the, const char *login) {
    bool may = the->model->rules.warned || *the->asked->person->roles == '*';
    return walk_unless(may || !is_self(the, login), ERR_DENIED);
}

struct event_id walk_valued(const struct record *actual) {
    return actual->actual.valued.sequence ? actual->actual.valued : actual->head;
}

bool walk_row_open(const struct submission *quarter, const struct check *check) {
    return quarter->stage == STAGE_SUBMITTED && check->verdict == VERDICT_RETURNED &&
           check->round == quarter->round;
}

/* ---- one row ---- */

/* What a submission, a verification and a ratification ask of a row. */
struct walk_row {
    bool blocks, returned, waits, judged, provisional;
};

/* A document may be promised, but only with an atasan's word. */
static bool attached(const struct walk_case *the, int indicator, uint64_t *latest) {
    const char *document = walk_indicators[indicator].document;
    struct record_key key =
        record_key(RECORD_EVIDENCE, walk_indicators[indicator].code, the->change->key.quarter);
    bool found = !document || key.quarter.number == YEAR_PERIOD, said = true;
    uint32_t count = ledger_last_number(&the->model->now, &key);
    *latest = 0;
    for (key.number = 1; key.number <= count; key.number++) {
        struct record record = walk_at(the->model, &key);
        if (record.head.sequence > *latest)
            *latest = record.head.sequence;
        if (record.evidence.removed)
            continue;
        found |= document && !strcasecmp(record.evidence.title, document);
        said &= !record.evidence.promised || record.evidence.allowed;
    }
    return found && said;
}

static bool poor(const struct walk_case *the, int indicator, int64_t units) {
    bool year = the->change->key.quarter.number == YEAR_PERIOD;
    int64_t target = year ? walk_indicators[indicator].annual : walk_indicators[indicator].target;
    struct record notes = beside(the, RECORD_NOTES, indicator);
    return target && units * 100 < WALK_EXPLAIN_BELOW * target &&
           !(*notes.notes.text[NOTE_OBSTACLE] && *notes.notes.text[NOTE_FOLLOW_UP]);
}

/* "sesuai" holds while actual and evidence are what was seen, until the verification is finished; a
 * correction while the actual stays; a return in its round, until the next. */
static bool holds(const struct walk_case *the, const struct record *actual, const struct record *check,
                  uint64_t evidence) {
    enum stage stage = the->quarter.stage;
    const struct check *judged = &check->check;
    if (judged->verdict == VERDICT_NONE)
        return false;
    if (judged->verdict == VERDICT_RETURNED)
        return judged->round == the->quarter.round && (stage == STAGE_SUBMITTED || stage == STAGE_RETURNED);
    if (judged->judged.sequence != walk_valued(actual).sequence)
        return false;
    return judged->verdict == VERDICT_CORRECTED || evidence < check->head.sequence ||
           stage == STAGE_VERIFIED || stage == STAGE_RATIFIED;
}

/* Asked for and not yet typed, or typed otherwise than the figure. */
static bool differs(const struct walk_case *the, int indicator, const struct record *actual) {
    const struct record_key key =
        record_key(RECORD_REKEY, walk_indicators[indicator].code, the->change->key.quarter);
    const struct rekey rekey = walk_at(the->model, &key).rekey;
    bool same = rekey.filled && actual->actual.filled && rekey.value.units == actual->actual.value.units;
    return rekey.asked && !same;
}

static struct walk_row row_of(const struct walk_case *the, int indicator) {
    const struct walk_indicator *is = &walk_indicators[indicator];
    struct record actual = beside(the, RECORD_ACTUAL, indicator),
                  check = beside(the, RECORD_CHECK, indicator);
    bool filled = actual.actual.filled, year = the->change->key.quarter.number == YEAR_PERIOD;
    uint64_t evidence;
    bool complete = attached(the, indicator, &evidence);
    bool judged = holds(the, &actual, &check, evidence);
    return (struct walk_row){
        .blocks = !complete || (!filled && (is->target || year)) ||
                  (filled && poor(the, indicator, actual.actual.value.units)) ||
                  differs(the, indicator, &actual),
        .returned = judged && check.check.verdict == VERDICT_RETURNED,
        .waits = filled && !judged,
        .judged = judged,
        .provisional = filled && actual.actual.provisional,
    };
}

static struct walk_row any_row(const struct walk_case *the) {
    struct walk_row any = {0};
    for (int i = 0; i < WALK_INDICATORS; i++) {
        if (walk_indicators[i].unit != the->unit)
            continue;
        struct walk_row row = row_of(the, i);
        any.blocks |= row.blocks;
        any.returned |= row.returned;
        any.waits |= row.waits;
        any.judged |= row.judged;
        any.provisional |= row.provisional;
    }
    return any;
}

/* ---- filling in ---- */

enum err_kind may_fill(const struct walk_case *the) {
    const struct actual *actual = &the->change->actual;
    int64_t above = actual->fraction.numerator.units, below = actual->fraction.denominator.units;
    enum err_kind kind = value_fits(the, actual->value.units);
    if (kind != ERR_NONE || below == 0)
        return kind;
    bool agrees = below > 0 && above * 100 / below * DECIMAL_SCALE == actual->value.units;
    return walk_unless(walk_indicators[the->indicator].percent && agrees, ERR_INVALID);
}

bool walk_finalises(const struct actual *now, const struct actual *wanted) {
    return now->filled && now->provisional && !wanted->provisional && now->value.units == wanted->value.units;
}

enum err_kind may_finalise(const struct walk_case *the) {
    bool final = walk_finalises(&the->now->actual, &the->change->actual);
    return walk_first(walk_unless(final, ERR_INVALID), may_fill(the));
}

enum err_kind may_clear(const struct walk_case *the) {
    return walk_unless(the->now->actual.filled, ERR_INVALID);
}

enum err_kind may_note(const struct walk_case *the) {
    enum err_kind kind = ERR_NONE;
    for (int i = 0; i < NOTE_COUNT; i++)
        kind = walk_first(kind, walk_text(the->change->notes.text[i]));
    return kind;
}

enum err_kind may_detach(const struct walk_case *the) {
    return walk_unless(the->now->head.sequence && !the->now->evidence.removed, ERR_NOT_FOUND);
}

static enum err_kind content(const struct evidence *evidence) {
    if (evidence->promised && (evidence->date.year == 0 || evidence->file))
        return ERR_INVALID;
    if (evidence->kind >= EVIDENCE_KIND_COUNT || !walk_on_the_calendar(evidence->date))
        return ERR_INVALID;
    return walk_first(walk_words(evidence->title),
                      walk_first(walk_text(evidence->number), walk_text(evidence->place)));
}

enum err_kind may_attach(const struct walk_case *the) {
    bool back = the->change->undo && the->now->head.sequence;
    if (the->change->key.number && !back && may_detach(the) != ERR_NONE)
        return ERR_NOT_FOUND;
    return content(&the->change->evidence);
}

enum err_kind may_allow(const struct walk_case *the) {
    const struct evidence *now = &the->now->evidence;
    return walk_first(may_detach(the), walk_unless(now->promised && !now->allowed, ERR_INVALID));
}

bool walk_fulfils(const struct evidence *now, const struct evidence *wanted) {
    return now->allowed && now->promised && !now->removed && !wanted->promised &&
           strcasecmp(now->title, wanted->title) == 0;
}

enum err_kind may_fulfil(const struct walk_case *the) {
    const struct evidence *wanted = &the->change->evidence;
    return walk_first(walk_unless(walk_fulfils(&the->now->evidence, wanted), ERR_INVALID), content(wanted));
}

enum err_kind may_spend(const struct walk_case *the) {
    const struct spending *spending = &the->change->spending;
    if (!walk_indicators[the->indicator].budgeted)
        return ERR_INVALID;
    if (!spending->filled)
        return walk_unless(the->now->spending.filled, ERR_INVALID);
    return walk_unless(spending->rupiah.units >= 0 && small_enough(spending->rupiah.units) &&
                           spending->rupiah.units % DECIMAL_SCALE == 0,
                       ERR_INVALID);
}

/* ---- the second person ---- */

enum err_kind may_ask_again(const struct walk_case *the) {
    const struct rekey *now = &the->now->rekey;
    bool asked = the->change->rekey.asked;
    return walk_unless(asked != now->asked || (asked && now->filled), ERR_INVALID);
}

enum err_kind may_type_again(const struct walk_case *the) {
    const struct record_key key = record_key(RECORD_ACTUAL, the->change->key.code, the->change->key.quarter);
    const struct record actual = walk_at(the->model, &key);
    const struct walk_person *person = the->asked->person;
    if (!the->now->rekey.asked)
        return ERR_INVALID;
    if (*person->roles != '*' && strcmp(actual.changed_by, person->login) == 0)
        return ERR_DENIED;
    return value_fits(the, the->change->rekey.value.units);
}

/* ---- steps of the quarter ---- */

enum err_kind may_initial(const struct walk_case *the) {
    return walk_unless(the->model->rules.initial && !any_row(the).blocks, ERR_STEP);
}

static int supervisors(int unit) {
    int count = 0;
    for (int i = 0; i < WALK_PEOPLE; i++)
        count += walk_people[i].unit == unit && strchr(walk_people[i].roles, 'A');
    return count;
}

enum err_kind may_submit(const struct walk_case *the) {
    enum stage stage = the->quarter.stage;
    bool initialled = stage == STAGE_INITIALLED || stage == STAGE_SUBMITTED;
    struct walk_row any = any_row(the);
    if (the->model->rules.initial && !initialled && supervisors(the->unit) > 1 &&
        *the->asked->person->roles != '*')
        return ERR_STEP;
    if (stage == STAGE_SUBMITTED && !any.returned)
        return ERR_STEP;
    if (walk_covered(the->model, the->unit, the->change->key.quarter) != the->asked->covered)
        return ERR_STALE;
    return walk_unless(!any.blocks, ERR_STEP);
}

enum err_kind may_withdraw(const struct walk_case *the) {
    return walk_unless(the->quarter.stage == STAGE_INITIALLED || !any_row(the).judged, ERR_STEP);
}

enum err_kind may_give_reason(const struct walk_case *the) {
    return walk_words(the->change->step.reason);
}

enum err_kind may_verify(const struct walk_case *the) {
    struct walk_row any = any_row(the);
    return walk_first(not_self(the, the->quarter.submitted_by),
                      walk_unless(!any.returned && !any.waits, ERR_STEP));
}

enum err_kind may_ratify(const struct walk_case *the) {
    return walk_first(walk_text(the->change->step.reason), walk_unless(!any_row(the).provisional, ERR_STEP));
}

/* ---- verification ---- */

static enum err_kind may_judge(const struct walk_case *the) {
    const struct check *before = &the->now->check;
    struct record actual = beside(the, RECORD_ACTUAL, the->indicator);
    bool mending =
        walk_row_open(&the->quarter, before) && before->judged.sequence != walk_valued(&actual).sequence;
    return walk_first(walk_first(not_self(the, actual.changed_by), not_self(the, the->quarter.submitted_by)),
                      walk_unless(!mending, ERR_STEP));
}

enum err_kind may_pass(const struct walk_case *the) {
    bool filled = beside(the, RECORD_ACTUAL, the->indicator).actual.filled;
    return walk_first(may_judge(the), walk_unless(filled, ERR_INVALID));
}

enum err_kind may_correct(const struct walk_case *the) {
    const struct check *check = &the->change->check;
    const struct walk_indicator *indicator = &walk_indicators[the->indicator];
    bool year = the->change->key.quarter.number == YEAR_PERIOD;
    int64_t before = beside(the, RECORD_ACTUAL, the->indicator).actual.value.units;
    enum err_kind kind = walk_first(may_pass(the), walk_words(check->reason));
    if (kind != ERR_NONE)
        return kind;
    if (check->by_percent)
        return walk_unless((year || indicator->target) && check->value.units >= 0 &&
                               small_enough(check->value.units),
                           ERR_INVALID);
    return walk_first(value_fits(the, check->value.units),
                      walk_unless(check->value.units != before, ERR_INVALID));
}

enum err_kind may_send_back(const struct walk_case *the) {
    return walk_first(may_judge(the), walk_words(the->change->check.reason));
}

enum err_kind may_forget(const struct walk_case *the) {
    return walk_unless(the->now->check.verdict != VERDICT_NONE, ERR_INVALID);
}

enum err_kind may_answer(const struct walk_case *the) {
    const struct check *check = &the->change->check;
    struct record actual = beside(the, RECORD_ACTUAL, the->indicator);
    if (the->now->check.verdict != VERDICT_CORRECTED ||
        the->now->check.judged.sequence != walk_valued(&actual).sequence)
        return ERR_STEP;
    if (check->answer == ANSWER_ACCEPTED)
        return walk_text(check->answer_reason);
    return check->answer == ANSWER_OBJECTED ? walk_words(check->answer_reason) : ERR_INVALID;
}

/* Only a correction has a value. */
static void judged(const struct walk_case *the, struct record *record, enum verdict verdict) {
    struct record actual = beside(the, RECORD_ACTUAL, the->indicator);
    struct check *check = &record->check;
    memset(check, 0, sizeof *check);
    check->verdict = verdict;
    check->round = the->quarter.round;
    check->judged = walk_valued(&actual);
    check->self = is_self(the, actual.changed_by) || is_self(the, the->quarter.submitted_by);
    snprintf(check->judged_by, sizeof check->judged_by, "%s", the->asked->person->login);
}

void then_pass(const struct walk_case *the, struct record *record) {
    judged(the, record, VERDICT_CONFORMS);
}

void then_correct(const struct walk_case *the, struct record *record) {
    const struct check *asked = &the->change->check;
    judged(the, record, VERDICT_CORRECTED);
    record->check.by_percent = asked->by_percent;
    record->check.value = asked->value;
    memcpy(record->check.reason, asked->reason, sizeof asked->reason);
}

void then_send_back(const struct walk_case *the, struct record *record) {
    judged(the, record, VERDICT_RETURNED);
    memcpy(record->check.reason, the->change->check.reason, sizeof record->check.reason);
}
