#include "office/office_internal.h"
#include <string.h>

static bool shown(const struct office *office, const struct unit *asked, const struct unit *unit) {
    return asked ? asked == unit : person_reads(&office->person, unit);
}

/* A snapshot, and a reader that knows nothing of earlier ones. */
static bool begin_rows(struct office *office, struct err *err) {
    office->reader.unit = NULL;
    return store_begin(office->store, err);
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
    struct row row[QUARTERS];
    for (int i = 0; i < catalogue->count; i++) {
        if (!shown(office, asked->unit, catalogue->indicator[i].unit))
            continue;
        if (!row_read(&office->reader, &catalogue->indicator[i], asked->first, asked->count, row, err))
            return false;
        for (int n = 0; n < asked->count; n++)
            if (!each(context, &row[n]))
                return true;
    }
    return true;
}

static bool each_row(struct office *office, const struct asked *asked, office_row_fn *each, void *context,
                     struct err *err) {
    if (!office_reads(office, asked->unit, err) || !begin_rows(office, err))
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
                struct row *row, struct err *err) {
    if (!office_reads(office, indicator->unit, err) || !begin_rows(office, err))
        return false;
    bool ok = row_read(&office->reader, indicator, quarter, 1, row, err);
    store_end(office->store);
    return ok;
}

bool office_review(struct office *office, const struct unit *unit, struct quarter quarter,
                   const struct review_call *call, struct review *review, struct err *err) {
    if (!office_reads(office, unit, err) || !begin_rows(office, err))
        return false;
    bool ok = review_read(&office->reader, unit, quarter, call, review, err);
    store_end(office->store);
    return ok;
}

void board_add(struct board *board, const struct row *row, const struct rules *rules) {
    const struct figures *figures = &row->figures;
    bool waits = plan_takes_value(&row->indicator->plan, row->quarter.number);
    board->takes_value += waits;
    board->filled += waits && row->actual.filled;
    board->unmeasured += !waits;
    board->required += row->required;
    board->required_attached += row->required_attached;

    bool to_date = rules->average_basis == AVERAGE_TO_DATE;
    struct figure achieved = to_date ? figures->to_date_achievement : row->final;
    struct figure target = to_date ? figures->to_date_target : figures->target;
    average_add(&board->average, row->indicator->level, achieved, target.value, rules->cap);
}
