#include "view/wording.h"
#include "base/buf.h"
#include <stdio.h>

void past_print(const struct row *row, char *out, size_t size) {
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

static void put_verdict(const struct config *config, const struct row *row, const struct check *check,
                        struct buf *out) {
    buf_text(out, verdict_words.term[check->verdict].label);
    if (row->verdict == VERDICT_CORRECTED)
        put_correction(row, out);
    else if (row->verdict == VERDICT_NONE)
        buf_text(out, " sebelum isiannya berubah");
    if (*check->reason)
        buf_printf(out, ": %s", check->reason);
    buf_printf(out, " (%s%s)", config_name(config, check->judged_by),
               check->self ? ", memeriksa sendiri" : "");
    if (check->answer != ANSWER_NONE)
        buf_printf(out, ". %s%s%s", answer_words.term[check->answer].label, *check->answer_reason ? ": " : "",
                   check->answer_reason);
}

void verdict_print(const struct records *records, const struct row *row, struct buf *out) {
    const struct record_key key = record_key(RECORD_CHECK, row->indicator->code, row->quarter);
    struct record record;
    if (records_get(records, &key, &record) && record.check.verdict != VERDICT_NONE)
        put_verdict(records->asker.config, row, &record.check, out);
}
