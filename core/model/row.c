#include "model/row.h"
#include "model/workflow.h"
#include <assert.h>
#include <string.h>

VOCABULARY(entry_state_words, "status", ENTRY_STATES);

enum entry_state entry_state_of(enum stage stage, bool filled) {
    if (stage == STAGE_OPEN)
        return filled ? ENTRY_DRAFT : ENTRY_EMPTY;
    return (enum entry_state)((int)ENTRY_INITIALLED + (int)stage - (int)STAGE_INITIALLED);
}

void row_reader_release(struct row_reader *reader) {
    for (int i = 0; i < PERIODS; i++) {
        buf_release(&reader->titles[i]);
        buf_release(&reader->promises[i]);
    }
}

enum entry_state entry_state_for(const struct asker *asker, const struct unit *unit, enum stage stage,
                                 bool filled) {
    bool withheld = stage != STAGE_RATIFIED && !person_reads_drafts(asker->person, unit);
    return withheld ? ENTRY_WITHHELD : entry_state_of(stage, filled);
}

/* An indicator's rows of one quarter, or of several that follow each other, on their way from the records. */
struct reading {
    struct row_reader *reader;
    struct row *row;
    int count;
    struct figure reported[PERIODS];  /* the year's actuals as typed */
    struct event_id valued[PERIODS];  /* and whose values they are */
    uint64_t evidence_after[PERIODS]; /* sequence of the last change to each row's evidence */
};

static struct row *row_of(const struct reading *reading, struct quarter quarter) {
    for (int i = 0; i < reading->count; i++)
        if (quarter_compare(reading->row[i].quarter, quarter) == 0)
            return &reading->row[i];
    return NULL;
}

static bool this_year(const struct reading *reading, const struct record *record) {
    return record->key.quarter.year == reading->row->quarter.year;
}

/* ---- what was reported ---- */

static bool take_actual(void *context, const struct record *record) {
    struct reading *reading = context;
    int period = record->key.quarter.number - 1;
    if (!this_year(reading, record))
        return true;
    reading->valued[period] = *record_valued(record);
    if (record->actual.filled)
        reading->reported[period] = (struct figure){.kind = FIGURE_VALUE, .value = record->actual.value};
    struct row *row = row_of(reading, record->key.quarter);
    if (!row)
        return true;
    row->actual = record->actual;
    row->head = record->head;
    row->changed_at = record->changed_at;
    memcpy(row->changed_by, record->changed_by, sizeof row->changed_by);
    return true;
}

static void take_promise(struct row *row, const struct evidence *evidence, struct buf *titles) {
    row->promised++;
    row->unallowed += !evidence->allowed;
    if (row->expected.year == 0 || date_compare(evidence->date, row->expected) < 0)
        row->expected = evidence->date;
    buf_put(titles, evidence->title, strlen(evidence->title) + 1);
}

static bool take_evidence(void *context, const struct record *record) {
    struct reading *reading = context;
    const struct evidence *evidence = &record->evidence;
    struct row *row = row_of(reading, record->key.quarter);
    if (!row)
        return true;
    int at = (int)(row - reading->row);
    if (record->head.sequence > reading->evidence_after[at])
        reading->evidence_after[at] = record->head.sequence;
    if (evidence->promised && !evidence->removed)
        take_promise(row, evidence, &reading->reader->promises[at]);
    if (evidence->removed || evidence->promised)
        return true;
    row->evidence++;
    row->warnings |= warning_evidence(evidence, row->quarter);
    buf_put(&reading->reader->titles[at], evidence->title, strlen(evidence->title) + 1);
    return true;
}

/* ---- what verification made of it ---- */

/* Its value or its evidence, since the verdict. */
static bool was_changed(const struct reading *reading, const struct row *row, const struct record *record) {
    int at = (int)(row - reading->row);
    return reading->evidence_after[at] >= record->head.sequence ||
           !check_holds(&record->check, &reading->valued[row->quarter.number - 1]);
}

/* A return stays in force in its round; the other verdicts while they judge what stands. Evidence that came
 * or went since makes a verdict of "sesuai" void, until the verification is finished. */
static bool in_force(const struct reading *reading, const struct row *row, const struct record *record) {
    const struct check *check = &record->check;
    int at = (int)(row - reading->row);
    bool finished = row->stage >= STAGE_VERIFIED;
    if (check->verdict == VERDICT_RETURNED)
        return row->stage == STAGE_RETURNED && check->round == reading->reader->submission[at].round;
    const struct event_id *valued = &reading->valued[row->quarter.number - 1];
    return check_holds(check, valued) && (finished || check->verdict != VERDICT_CONFORMS ||
                                          reading->evidence_after[at] < record->head.sequence);
}

static struct row *take_verdict(struct reading *reading, const struct record *record) {
    const struct check *check = &record->check;
    struct row *row = row_of(reading, record->key.quarter);
    if (!row)
        return NULL;
    struct submission submission = {.stage = row->stage};
    submission.round = reading->reader->submission[row - reading->row].round;
    row->stage = row_stage(&submission, check);
    if (!in_force(reading, row, record))
        return row;
    row->verdict = check->verdict;
    row->self = check->self;
    row->mended = check->verdict == VERDICT_RETURNED && was_changed(reading, row, record);
    if (check->verdict != VERDICT_CORRECTED)
        return row;
    row->answer = check->answer;
    row->by_percent = check->by_percent;
    return row;
}

static bool take_check(void *context, const struct record *record) {
    struct reading *reading = context;
    const struct check *check = &record->check;
    int period = record->key.quarter.number - 1;
    if (!this_year(reading, record))
        return true;
    take_verdict(reading, record);
    if (check->verdict != VERDICT_CORRECTED || !check_holds(check, &reading->valued[period]))
        return true;
    for (int i = 0; i < reading->count; i++) {
        struct row *row = &reading->row[i];
        struct figure *corrected = check->by_percent ? row->by_percent_in : row->year;
        corrected[period] = (struct figure){.kind = FIGURE_VALUE, .value = check->value};
    }
    return true;
}

/* ---- the figures ---- */

static bool attached(const struct requirement *requirement, int number, const struct buf *titles) {
    for (size_t at = 0; at < titles->length; at += strlen(titles->data + at) + 1)
        if (requirement_filled(requirement, number, titles->data + at))
            return true;
    return false;
}

static void count_required(struct row *row, const struct buf *titles, const struct buf *promises) {
    const struct indicator *indicator = row->indicator;
    int number = row->quarter.number;
    row->required = indicator_required(indicator, number);
    for (int i = 0; i < indicator->requirement_count; i++) {
        bool there = attached(&indicator->requirement[i], number, titles);
        row->required_attached += there;
        row->required_promised += !there && attached(&indicator->requirement[i], number, promises);
    }
}

/* As far as figures are still those that count. */
static void take_correction(struct row *row, const struct rules *rules) {
    const struct figures *figures = &row->figures;
    row->correction = row->by_percent ? row->by_percent_in[row->quarter.number - 1] : figures->achievement;
    row->corrected = figures->actual;
    if (row->by_percent)
        row->corrected = achievement_equivalent(row->correction.value, figures->target.value,
                                                row->indicator->plan.polarity, rules->lower_formula,
                                                measure_places(&row->indicator->measure));
}

static void complete(struct reading *reading, struct row *row, const struct rules *rules) {
    const struct plan *plan = &row->indicator->plan;
    int number = row->quarter.number, at = (int)(row - reading->row);
    bool corrected = row->verdict == VERDICT_CORRECTED;
    const struct figures reported = figures_compute(plan, reading->reported, number, rules->lower_formula);
    row->figures = figures_compute(plan, row->year, number, rules->lower_formula);
    if (corrected)
        take_correction(row, rules);
    row->figures.actual = reported.actual;
    row->figures.achievement = reported.achievement;
    row->final = corrected ? row->correction : reported.achievement;
    row->warnings |= warning_actual(&rules->warn, row->indicator, reading->reported, number, &reported);
    row->state = entry_state_for(&reading->reader->records->asker, row->indicator->unit, row->stage,
                                 row->actual.filled);
    count_required(row, &reading->reader->titles[at], &reading->reader->promises[at]);
}

/* ---- reading ---- */

/* A bidang's submissions are the same for all its rows. */
static void read_submissions(struct row_reader *reader, const struct unit *unit, struct quarter first,
                             int count) {
    assert(unit);
    if (reader->unit == unit && reader->count == count && quarter_compare(reader->first, first) == 0)
        return;
    for (int i = 0; i < count; i++) {
        const struct quarter quarter = {.year = first.year, .number = first.number + i};
        const struct record_key key = record_key(RECORD_SUBMISSION, unit->code, quarter);
        struct record record;
        records_get(reader->records, &key, &record);
        reader->submission[i].stage = record.submission.stage;
        reader->submission[i].round = record.submission.round;
    }
    reader->unit = unit;
    reader->first = first;
    reader->count = count;
}

static void begin_row(struct reading *reading, int at, const struct indicator *indicator,
                      struct quarter first) {
    struct row_reader *reader = reading->reader;
    reading->row[at] = (struct row){.indicator = indicator,
                                    .quarter = {.year = first.year, .number = first.number + at},
                                    .stage = reader->submission[at].stage};
    buf_clear(&reader->titles[at]);
    buf_clear(&reader->promises[at]);
}

/* The year's actuals, the evidence, and the year's verdicts: three ranges. */
void row_read(struct row_reader *reader, const struct indicator *indicator, struct quarter first, int count,
              struct row *row) {
    const struct records *records = reader->records;
    const struct quarter any = {0};
    const struct record_key actuals = record_key(RECORD_ACTUAL, indicator->code, any);
    const struct record_key checks = record_key(RECORD_CHECK, indicator->code, any);
    const struct record_key evidence = record_key(RECORD_EVIDENCE, indicator->code, count == 1 ? first : any);
    struct reading reading = {.reader = reader, .row = row, .count = count};
    read_submissions(reader, indicator->unit, first, count);
    for (int i = 0; i < count; i++)
        begin_row(&reading, i, indicator, first);
    records_each(records, &actuals, take_actual, &reading);
    records_each(records, &evidence, take_evidence, &reading);
    for (int i = 0; i < count; i++)
        memcpy(row[i].year, reading.reported, sizeof row[i].year);
    records_each(records, &checks, take_check, &reading);
    for (int i = 0; i < count; i++)
        complete(&reading, &row[i], &records->asker.config->rules);
}

struct row row_at(const struct records *records, const struct indicator *indicator, struct quarter quarter) {
    struct row_reader reader = {.records = records};
    struct row row;
    row_read(&reader, indicator, quarter, 1, &row);
    row_reader_release(&reader);
    return row;
}

bool row_last_year(const struct records *records, const struct indicator *indicator, struct quarter quarter,
                   struct row *row) {
    const struct quarter then = {.year = quarter.year - 1, .number = quarter.number};
    const struct indicator *same = config_indicator(records->asker.config, then, indicator->code);
    if (!same || !person_reads(records->asker.person, same->unit))
        return false;
    *row = row_at(records, same, then);
    return true;
}

/* ---- rows of a list ---- */

/* Whose rows, and to whom they are handed. */
struct handing {
    struct row_reader reader;
    const struct unit *unit;
    row_each_fn *each;
    void *context;
    bool stopped;
};

static bool is_asked(const struct handing *handing, const struct unit *unit) {
    return handing->unit ? handing->unit == unit : person_reads(handing->reader.records->asker.person, unit);
}

static void hand_on(struct handing *handing, const struct catalogue *catalogue, struct quarter first,
                    int count) {
    struct row row[PERIODS];
    for (int i = 0; i < catalogue->count && !handing->stopped; i++) {
        if (!is_asked(handing, catalogue->indicator[i].unit))
            continue;
        row_read(&handing->reader, &catalogue->indicator[i], first, count, row);
        for (int n = 0; n < count && !handing->stopped; n++)
            handing->stopped = !handing->each(handing->context, &row[n]);
    }
}

/* How many periods from `first` up to `last` have the same catalogue in force. */
static int count_alike(const struct config *config, struct quarter first, int last) {
    struct quarter next = first;
    while (next.number <= last && config_catalogue(config, next) == config_catalogue(config, first))
        next.number++;
    return next.number - first.number;
}

static void each_catalogue(struct handing *handing, struct quarter first, int last) {
    const struct config *config = handing->reader.records->asker.config;
    while (first.number <= last && !handing->stopped) {
        const struct catalogue *catalogue = config_catalogue(config, first);
        int count = count_alike(config, first, last);
        if (catalogue)
            hand_on(handing, catalogue, first, count);
        first.number += count;
    }
    row_reader_release(&handing->reader);
}

void row_each(const struct records *records, const struct unit *unit, struct quarter quarter,
              row_each_fn *each, void *context) {
    struct handing handing = {.reader = {.records = records}, .unit = unit, .each = each, .context = context};
    each_catalogue(&handing, quarter, quarter.number);
}

void row_each_of_year(const struct records *records, const struct unit *unit, int year, row_each_fn *each,
                      void *context) {
    struct handing handing = {.reader = {.records = records}, .unit = unit, .each = each, .context = context};
    each_catalogue(&handing, (struct quarter){.year = year, .number = 1}, PERIODS);
}

bool row_unjudged(const struct row *row) {
    return row->actual.filled && row->verdict == VERDICT_NONE;
}

struct decimal row_before(const struct row *row) {
    struct decimal sum = {0};
    if (row->quarter.number == YEAR_PERIOD)
        return sum;
    for (int i = 0; i < row->quarter.number - 1; i++)
        if (row->year[i].kind == FIGURE_VALUE)
            decimal_add(sum, row->year[i].value, &sum);
    return sum;
}
