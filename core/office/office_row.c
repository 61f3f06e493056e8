#include "office/office_internal.h"
#include <string.h>

#define X(id, word, letter, label) {word, label, letter},
static const struct term entry_states[] = {ENTRY_STATES(X)};
#undef X

const struct vocabulary entry_state_words = {
    .name = "status", .term = entry_states, .count = ENTRY_STATE_COUNT};

static bool take_actual(void *context, const struct record *record) {
    struct office_row *row = context;
    struct quarter quarter = record->key.quarter;
    if (quarter.year != row->quarter.year)
        return true;
    if (record->actual.filled)
        row->year[quarter.number - 1] = (struct figure){.kind = FIGURE_VALUE, .value = record->actual.value};
    if (quarter.number != row->quarter.number)
        return true;
    row->state = record->actual.filled ? ENTRY_DRAFT : ENTRY_EMPTY;
    row->actual = record->actual;
    row->head = record->head;
    row->changed_at = record->changed_at;
    memcpy(row->changed_by, record->changed_by, sizeof row->changed_by);
    return true;
}

struct evidence_count {
    struct office_row *row;
    struct buf *titles; /* NUL-terminated, one after the other */
};

static bool take_evidence(void *context, const struct record *record) {
    struct evidence_count *count = context;
    if (record->evidence.removed)
        return true;
    count->row->evidence++;
    count->row->warnings |= warning_evidence(&record->evidence, count->row->quarter);
    buf_put(count->titles, record->evidence.title, strlen(record->evidence.title) + 1);
    return true;
}

static bool attached(const struct requirement *requirement, int number, const struct buf *titles) {
    for (size_t at = 0; at < titles->length; at += strlen(titles->data + at) + 1)
        if (requirement_filled(requirement, number, titles->data + at))
            return true;
    return false;
}

static void count_required(struct office_row *row, const struct buf *titles) {
    const struct indicator *indicator = row->indicator;
    row->required = indicator_required(indicator, row->quarter.number);
    for (int i = 0; i < indicator->requirement_count; i++)
        row->required_attached += attached(&indicator->requirement[i], row->quarter.number, titles);
}

/* Inside a snapshot: two ranges of the store, one of the year's actuals and one of the quarter's evidence. */
static bool read_row(struct office *office, const struct indicator *indicator, struct quarter quarter,
                     struct office_row *row, struct err *err) {
    *row = (struct office_row){.indicator = indicator, .quarter = quarter};
    struct evidence_count count = {.row = row, .titles = &office->titles};
    buf_clear(&office->titles);
    const struct quarter any = {0};
    const struct record_key actuals = office_key(RECORD_ACTUAL, indicator, any);
    const struct record_key evidence = office_key(RECORD_EVIDENCE, indicator, quarter);
    if (!store_each(office->store, &actuals, take_actual, row, err) ||
        !store_each(office->store, &evidence, take_evidence, &count, err))
        return false;

    const struct rules *rules = &office->config->rules;
    row->figures = figures_compute(&indicator->plan, row->year, quarter.number, rules->lower_formula);
    row->warnings |= warning_actual(&rules->warn, indicator, row->year, quarter.number, &row->figures);
    count_required(row, &office->titles);
    return true;
}

static bool shown(const struct office *office, const struct unit *asked, const struct unit *unit) {
    return asked ? asked == unit : person_reads(&office->person, unit);
}

bool office_rows(struct office *office, const struct unit *unit, struct quarter quarter, office_row_fn *each,
                 void *context, struct err *err) {
    if (!office_reads(office, unit, err) || !store_begin(office->store, err))
        return false;
    const struct catalogue *catalogue = &office->config->catalogue;
    bool ok = true, more = true;
    for (int i = 0; i < catalogue->count && ok && more; i++) {
        const struct indicator *indicator = &catalogue->indicator[i];
        if (!shown(office, unit, indicator->unit))
            continue;
        struct office_row row;
        ok = read_row(office, indicator, quarter, &row, err);
        more = ok && each(context, &row);
    }
    store_end(office->store);
    return ok;
}

bool office_row(struct office *office, const struct indicator *indicator, struct quarter quarter,
                struct office_row *row, struct err *err) {
    if (!office_reads(office, indicator->unit, err) || !store_begin(office->store, err))
        return false;
    bool ok = read_row(office, indicator, quarter, row, err);
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
