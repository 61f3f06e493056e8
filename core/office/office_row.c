#include "office/office_internal.h"
#include <string.h>

#define X(id, word, letter, label) {word, label, letter},
static const struct term entry_states[] = {ENTRY_STATES(X)};
#undef X

const struct vocabulary entry_state_words = {
    .name = "status", .term = entry_states, .count = ENTRY_STATE_COUNT};

/* An indicator's rows of one quarter, or of several that follow each other, on their way from the store. */
struct reading {
    struct office_row *row;
    int count;
    struct buf *titles; /* of each row's evidence, NUL-terminated, one after the other */
};

static struct office_row *row_of(const struct reading *reading, struct quarter quarter) {
    for (int i = 0; i < reading->count; i++)
        if (quarter_compare(reading->row[i].quarter, quarter) == 0)
            return &reading->row[i];
    return NULL;
}

static bool take_actual(void *context, const struct record *record) {
    const struct reading *reading = context;
    struct quarter quarter = record->key.quarter;
    if (quarter.year != reading->row->quarter.year)
        return true;
    if (record->actual.filled)
        for (int i = 0; i < reading->count; i++)
            reading->row[i].year[quarter.number - 1] =
                (struct figure){.kind = FIGURE_VALUE, .value = record->actual.value};
    struct office_row *row = row_of(reading, quarter);
    if (!row)
        return true;
    row->state = record->actual.filled ? ENTRY_DRAFT : ENTRY_EMPTY;
    row->actual = record->actual;
    row->head = record->head;
    row->changed_at = record->changed_at;
    memcpy(row->changed_by, record->changed_by, sizeof row->changed_by);
    return true;
}

static bool take_evidence(void *context, const struct record *record) {
    const struct reading *reading = context;
    struct office_row *row = row_of(reading, record->key.quarter);
    if (!row || record->evidence.removed)
        return true;
    row->evidence++;
    row->warnings |= warning_evidence(&record->evidence, row->quarter);
    buf_put(&reading->titles[row - reading->row], record->evidence.title, strlen(record->evidence.title) + 1);
    return true;
}

static bool attached(const struct requirement *requirement, int number, const struct buf *titles) {
    for (size_t at = 0; at < titles->length; at += strlen(titles->data + at) + 1)
        if (requirement_filled(requirement, number, titles->data + at))
            return true;
    return false;
}

static void complete(struct office_row *row, const struct rules *rules, const struct buf *titles) {
    const struct indicator *indicator = row->indicator;
    int number = row->quarter.number;
    row->figures = figures_compute(&indicator->plan, row->year, number, rules->lower_formula);
    row->warnings |= warning_actual(&rules->warn, indicator, row->year, number, &row->figures);
    row->required = indicator_required(indicator, number);
    for (int i = 0; i < indicator->requirement_count; i++)
        row->required_attached += attached(&indicator->requirement[i], number, titles);
}

/* Inside a snapshot: `count` rows from quarter `first` on. Two ranges of the store, one of the year's actuals
 * and one of the evidence. */
static bool read_rows(struct office *office, const struct indicator *indicator, struct quarter first,
                      struct reading *reading, struct err *err) {
    const struct quarter any = {0};
    const struct record_key actuals = office_key(RECORD_ACTUAL, indicator, any);
    const struct record_key evidence =
        office_key(RECORD_EVIDENCE, indicator, reading->count == 1 ? first : any);
    reading->titles = office->titles;
    for (int i = 0; i < reading->count; i++) {
        reading->row[i] = (struct office_row){.indicator = indicator,
                                              .quarter = {.year = first.year, .number = first.number + i}};
        buf_clear(&reading->titles[i]);
    }
    if (!store_each(office->store, &actuals, take_actual, reading, err) ||
        !store_each(office->store, &evidence, take_evidence, reading, err))
        return false;
    for (int i = 0; i < reading->count; i++)
        complete(&reading->row[i], &office->config->rules, &reading->titles[i]);
    return true;
}

static bool shown(const struct office *office, const struct unit *asked, const struct unit *unit) {
    return asked ? asked == unit : person_reads(&office->person, unit);
}

/* Which rows: `count` of each indicator, from quarter `first` on. */
struct asked {
    const struct unit *unit;
    struct quarter first;
    int count;
};

static bool each_indicator(struct office *office, const struct asked *asked, office_row_fn *each,
                           void *context, struct err *err) {
    const struct catalogue *catalogue = &office->config->catalogue;
    struct office_row row[QUARTERS];
    struct reading reading = {.row = row, .count = asked->count};
    for (int i = 0; i < catalogue->count; i++) {
        if (!shown(office, asked->unit, catalogue->indicator[i].unit))
            continue;
        if (!read_rows(office, &catalogue->indicator[i], asked->first, &reading, err))
            return false;
        for (int n = 0; n < asked->count; n++)
            if (!each(context, &row[n]))
                return true;
    }
    return true;
}

static bool each_row(struct office *office, const struct asked *asked, office_row_fn *each, void *context,
                     struct err *err) {
    if (!office_reads(office, asked->unit, err) || !store_begin(office->store, err))
        return false;
    bool ok = each_indicator(office, asked, each, context, err);
    store_end(office->store);
    return ok;
}

bool office_rows(struct office *office, const struct unit *unit, struct quarter quarter, office_row_fn *each,
                 void *context, struct err *err) {
    const struct asked asked = {.unit = unit, .first = quarter, .count = 1};
    return each_row(office, &asked, each, context, err);
}

bool office_year(struct office *office, const struct unit *unit, office_row_fn *each, void *context,
                 struct err *err) {
    const struct quarter first = {.year = office->config->catalogue.year, .number = 1};
    const struct asked asked = {.unit = unit, .first = first, .count = QUARTERS};
    return each_row(office, &asked, each, context, err);
}

bool office_row(struct office *office, const struct indicator *indicator, struct quarter quarter,
                struct office_row *row, struct err *err) {
    if (!office_reads(office, indicator->unit, err) || !store_begin(office->store, err))
        return false;
    struct reading reading = {.row = row, .count = 1};
    bool ok = read_rows(office, indicator, quarter, &reading, err);
    store_end(office->store);
    return ok;
}

struct decimal office_row_before(const struct office_row *row) {
    struct decimal sum = {0};
    for (int i = 0; i < row->quarter.number - 1; i++)
        if (row->year[i].kind == FIGURE_VALUE)
            decimal_add(sum, row->year[i].value, &sum);
    return sum;
}

void board_add(struct board *board, const struct office_row *row, const struct rules *rules) {
    const struct figures *figures = &row->figures;
    bool waits = plan_takes_value(&row->indicator->plan, row->quarter.number);
    board->takes_value += waits;
    board->filled += waits && row->actual.filled;
    board->unmeasured += !waits;
    board->required += row->required;
    board->required_attached += row->required_attached;

    bool to_date = rules->average_basis == AVERAGE_TO_DATE;
    struct figure achieved = to_date ? figures->to_date_achievement : figures->achievement;
    struct figure target = to_date ? figures->to_date_target : figures->target;
    average_add(&board->average, row->indicator->level, achieved, target.value, rules->cap);
}
