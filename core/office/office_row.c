#include "office/office_internal.h"
#include <stdio.h>
#include <string.h>

static bool shown(const struct office *office, const struct unit *asked, const struct unit *unit) {
    return asked ? asked == unit : person_reads(&office->person, unit);
}

/* A snapshot, and a reader that knows nothing of earlier ones. */
static bool begin_rows(struct office *office, struct err *err) {
    office->reader.unit = NULL;
    office->reader.today = office_today(office);
    return store_begin(office->store, err);
}

/* Which rows: `count` of each indicator, from quarter `first` on. */
struct asked {
    const struct catalogue *catalogue;
    struct quarter first;
    int count;
};

/* Whose rows, and to whom they are handed. */
struct handing {
    const struct unit *unit;
    office_row_fn *each;
    void *context;
    bool stopped;
};

static bool each_indicator(struct office *office, const struct asked *asked, struct handing *handing,
                           struct err *err) {
    const struct catalogue *catalogue = asked->catalogue;
    struct row row[PERIODS];
    for (int i = 0; i < catalogue->count; i++) {
        if (!shown(office, handing->unit, catalogue->indicator[i].unit))
            continue;
        if (!row_read(&office->reader, &catalogue->indicator[i], asked->first, asked->count, row, err))
            return false;
        for (int n = 0; n < asked->count && !handing->stopped; n++)
            handing->stopped = !handing->each(handing->context, &row[n]);
        if (handing->stopped)
            return true;
    }
    return true;
}

/* How many periods from `first` up to `last` have the same catalogue in force. */
static int count_alike(const struct config *config, struct quarter first, int last) {
    struct quarter next = first;
    while (next.number <= last && config_catalogue(config, next) == config_catalogue(config, first))
        next.number++;
    return next.number - first.number;
}

static bool each_catalogue(struct office *office, struct quarter first, int last, struct handing *handing,
                           struct err *err) {
    while (first.number <= last && !handing->stopped) {
        const struct asked asked = {
            .catalogue = config_catalogue(office->config, first),
            .first = first,
            .count = count_alike(office->config, first, last),
        };
        if (asked.catalogue && !each_indicator(office, &asked, handing, err))
            return false;
        first.number += asked.count;
    }
    return true;
}

static bool each_row(struct office *office, struct quarter first, int last, struct handing *handing,
                     struct err *err) {
    if (!office_reads(office, handing->unit, err) || !begin_rows(office, err))
        return false;
    bool ok = each_catalogue(office, first, last, handing, err);
    store_end(office->store);
    return ok;
}

bool office_rows(struct office *office, const struct unit *unit, struct quarter quarter, office_row_fn *each,
                 void *context, struct err *err) {
    struct handing handing = {.unit = unit, .each = each, .context = context};
    return each_row(office, quarter, quarter.number, &handing, err);
}

bool office_year(struct office *office, const struct unit *unit, int year, office_row_fn *each, void *context,
                 struct err *err) {
    const struct quarter first = {.year = year, .number = 1};
    struct handing handing = {.unit = unit, .each = each, .context = context};
    return each_row(office, first, PERIODS, &handing, err);
}

bool office_row(struct office *office, const struct indicator *indicator, struct quarter quarter,
                struct row *row, struct err *err) {
    if (!office_reads(office, indicator->unit, err) || !begin_rows(office, err))
        return false;
    bool ok = row_read(&office->reader, indicator, quarter, 1, row, err);
    store_end(office->store);
    return ok;
}

/* ---- a year before ---- */

bool office_last_year(struct office *office, const struct indicator *indicator, struct quarter quarter,
                      struct row *row, struct err *err) {
    const struct quarter then = {.year = quarter.year - 1, .number = quarter.number};
    const struct indicator *same = config_indicator(office->config, then, indicator->code);
    err->kind = ERR_NONE;
    return same && person_reads(&office->person, same->unit) && office_row(office, same, then, row, err);
}

void office_past_print(const struct row *row, char *out, size_t size) {
    char actual[DECIMAL_TEXT_MAX];
    char achieved[DECIMAL_TEXT_MAX];
    bool achieves = row->final.kind == FIGURE_VALUE;
    figure_print(row->year[row->quarter.number - 1], measure_places(&row->indicator->measure), actual);
    figure_print(row->final, 2, achieved);
    snprintf(out, size, "%d: %s %s%s%s%s", row->quarter.year, quarter_name(row->quarter.number),
             row->figures.actual.kind == FIGURE_NOT_MEASURED ? "-"
             : *actual                                       ? actual
                                                             : "kosong",
             achieves ? " (" : "", achieves ? achieved : "", achieves ? ")" : "");
}

/* ---- verification in words ---- */

/* ", realisasi 60 menjadi 55, capaian menjadi 91,67", ", capaian menjadi 91,67, setara realisasi 55" */
static void put_correction(const struct row *row, struct buf *out) {
    char reported[DECIMAL_TEXT_MAX], corrected[DECIMAL_TEXT_MAX], figure[DECIMAL_TEXT_MAX];
    int places = measure_places(&row->indicator->measure);
    figure_print(row->figures.actual, places, reported);
    figure_print(row->corrected, places, corrected);
    figure_print(row->correction, 2, figure);
    if (!row->by_percent)
        buf_printf(out, ", realisasi %s menjadi %s", reported, corrected);
    if (row->correction.kind == FIGURE_VALUE)
        buf_printf(out, ", capaian menjadi %s", figure);
    if (row->by_percent && row->corrected.kind == FIGURE_VALUE)
        buf_printf(out, ", setara realisasi %s", corrected);
}

static void put_verdict(const struct office *office, const struct row *row, const struct check *check,
                        struct buf *out) {
    buf_text(out, verdict_words.term[check->verdict].label);
    if (row->verdict == VERDICT_CORRECTED)
        put_correction(row, out);
    else if (row->verdict == VERDICT_NONE)
        buf_text(out, " sebelum isiannya berubah");
    if (*check->reason)
        buf_printf(out, ": %s", check->reason);
    buf_printf(out, " (%s%s)", office_name(office, check->judged_by),
               check->self ? ", memeriksa sendiri" : "");
    if (check->answer != ANSWER_NONE)
        buf_printf(out, ". %s%s%s", answer_words.term[check->answer].label, *check->answer_reason ? ": " : "",
                   check->answer_reason);
}

bool office_verdict_print(struct office *office, const struct row *row, struct buf *out, struct err *err) {
    struct record record;
    if (!office_verdict(office, row->indicator, row->quarter, &record, err))
        return false;
    if (record.check.verdict != VERDICT_NONE)
        put_verdict(office, row, &record.check, out);
    return true;
}

/* ---- a bidang's quarter ---- */

bool office_review(struct office *office, const struct unit *unit, struct quarter quarter,
                   const struct review_call *call, struct review *review, struct err *err) {
    if (!office_reads(office, unit, err) || !begin_rows(office, err))
        return false;
    struct reuse reuse = {0};
    office->reader.reuse = &reuse;
    bool ok = reuse_read(&office->records, office->config, unit, quarter, &reuse, err) &&
              review_read(&office->reader, unit, quarter, call, review, err);
    office->reader.reuse = NULL;
    store_end(office->store);
    reuse_release(&reuse);
    return ok;
}

bool office_reuse(struct office *office, const struct indicator *indicator, struct quarter quarter,
                  struct reuse *reuse, struct err *err) {
    if (!office_reads(office, indicator->unit, err) || !store_begin(office->store, err))
        return false;
    bool ok = reuse_read(&office->records, office->config, indicator->unit, quarter, reuse, err);
    store_end(office->store);
    return ok;
}

void board_add(struct board *board, const struct row *row, const struct rules *rules) {
    const struct figures *figures = &row->figures;
    bool waits = plan_takes_value(&row->indicator->plan, row->quarter.number);
    board->takes_value += waits;
    board->filled += waits && row->actual.filled;
    board->unmeasured += !waits;
    board->withheld += row->state == ENTRY_WITHHELD;
    board->required += row->required;
    board->required_attached += row->required_attached;
    board->required_promised += row->required_promised;

    bool to_date = rules->average_basis == AVERAGE_TO_DATE;
    struct figure achieved = to_date ? figures->to_date_achievement : row->final;
    struct figure target = to_date ? figures->to_date_target : figures->target;
    average_add(&board->average, row->indicator->level, achieved, target.value, rules->cap);
}
