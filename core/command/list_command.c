/* lihat */
#include "command/commands.h"
#include "command/detail.h"
#include "command/printout.h"
#include "model/tally.h"
#include <stdio.h>
#include <string.h>

/* ---- cells of a row ---- */

static void put_figure(struct cell *cell, const struct row *row, struct figure figure) {
    cell_figure(cell, figure, measure_places(&row->indicator->measure));
}

/* Among people it stands beside what was reported, and only where it is another. */
static void put_final_figure(struct cell *cell, const struct row *row) {
    if (cell->machine || row->verdict == VERDICT_CORRECTED)
        cell_figure(cell, row->final, 2);
}

static void put_evidence_counts(struct cell *cell, const struct row *row) {
    if (row->required == 0 && row->evidence == 0)
        cell_text(cell, "-");
    else
        buf_printf(&cell->text, "%d/%d", row->required_attached, row->required);
}

static void put_marked_state(struct cell *cell, const struct row *row) {
    cell_term(cell, &entry_state_words.term[row->state]);
    if (!cell->machine)
        cell_text(cell, row->warnings != 0 ? " !" : (row->actual.provisional ? " (sementara)" : ""));
}

CELL(put_code, struct row *row, cell_text(cell, row->indicator->code))
CELL(put_level, struct row *row, cell_text(cell, level_words.term[row->indicator->level].word))
CELL(put_unit, struct row *row, cell_text(cell, row->indicator->unit->code))
CELL(put_quarter, struct row *row, cell_quarter(cell, row->quarter))
CELL(put_description, struct row *row, cell_text(cell, row->indicator->description))
CELL(put_measure, struct row *row, cell_text(cell, row->indicator->measure.name))
CELL(put_target, struct row *row, put_figure(cell, row, row->figures.target))
CELL(put_actual, struct row *row, put_figure(cell, row, row->figures.actual))
CELL(put_achievement, struct row *row, cell_figure(cell, row->figures.achievement, 2))
CELL(put_correction, struct row *row, cell_figure(cell, row->correction, 2))
CELL(put_final, struct row *row, put_final_figure(cell, row))
CELL(put_grade, struct row *row, cell_text(cell, bands_grade(&cell->context->config.rules.bands, row->final)))
CELL(put_date_target, struct row *row, put_figure(cell, row, row->figures.to_date_target))
CELL(put_date_actual, struct row *row, put_figure(cell, row, row->figures.to_date_actual))
CELL(put_date_achievement, struct row *row, cell_figure(cell, row->figures.to_date_achievement, 2))
CELL(put_year_achievement, struct row *row, cell_figure(cell, row->figures.year_achievement, 2))
CELL(put_attached, struct row *row, cell_count(cell, row->evidence))
CELL(put_required, struct row *row, cell_count(cell, row->required))
CELL(put_evidence, struct row *row, put_evidence_counts(cell, row))
CELL(put_state, struct row *row, put_marked_state(cell, row))
CELL(put_author, struct row *row, cell_person(cell, row->changed_by))
CELL(put_time, struct row *row, cell_time(cell, row->changed_at))

/* ---- columns: the names in CSV and JSON are a contract with those who read them ---- */

/* The measure's name makes room on the sheet for what counts, as soon as a row is corrected. */
enum { AT_MEASURE = 5, AT_FINAL = 10 };

#define FIGURE(function) .kind = COLUMN_DECIMAL, .right = true, .put = function

static const struct column columns[] = {
    {.name = "kode", .title = "Kode", .put = put_code},
    {.name = "tingkat", .put = put_level},
    {.name = "bidang", .put = put_unit},
    {.name = "triwulan", .put = put_quarter},
    {.title = "Indikator", .share = 3, .put = put_description},
    [AT_MEASURE] = {.name = "satuan", .title = "Satuan", .share = 1, .put = put_measure},
    {.name = "target", .title = "Target", FIGURE(put_target)},
    {.name = "realisasi", .title = "Realisasi", FIGURE(put_actual)},
    {.name = "capaian", .title = "Capaian", FIGURE(put_achievement)},
    {.name = "capaian_koreksi", FIGURE(put_correction)},
    [AT_FINAL] = {.name = "capaian_akhir", .title = "Akhir", FIGURE(put_final)},
    {.name = "predikat", .put = put_grade},
    {.name = "sd_target", FIGURE(put_date_target)},
    {.name = "sd_realisasi", FIGURE(put_date_actual)},
    {.name = "sd_capaian", FIGURE(put_date_achievement)},
    {.name = "capaian_tahun", FIGURE(put_year_achievement)},
    {.name = "bukti", .kind = COLUMN_WHOLE, .put = put_attached},
    {.name = "bukti_wajib", .kind = COLUMN_WHOLE, .put = put_required},
    {.title = "Bukti", .right = true, .put = put_evidence},
    {.name = "status", .title = "Status", .put = put_state},
    {.name = "diubah_oleh", .put = put_author},
    {.name = "diubah_pada", .put = put_time},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* ---- for people ---- */

/* Rows on their way into a printout. */
struct rows {
    const struct rules *rules;
    struct printout printout;
    struct tally tally;
};

static bool put_row(void *data, const struct row *row) {
    struct rows *rows = data;
    tally_add(&rows->tally, row, rows->rules);
    return printout_put(&rows->printout, row);
}

static bool find_corrected(void *data, const struct row *row) {
    bool *corrected = data;
    *corrected = row->verdict == VERDICT_CORRECTED;
    return !*corrected;
}

static void print_levels(const struct average *average) {
    for (int i = 0, count; i < LEVEL_COUNT; i++) {
        char mean[DECIMAL_TEXT_MAX];
        figure_print(average_level(average, (enum level)i, &count), 2, mean);
        if (count > 0)
            printf("%s %s dari %d, ", level_words.term[i].word, mean, count);
    }
}

static void print_sum(const struct tally *tally, const struct rules *rules) {
    char average[DECIMAL_TEXT_MAX];
    int count;
    figure_print(average_all(&tally->average, &count), 2, average);
    printf("Terisi %d/%d (%d tidak diukur), bukti wajib %d/%d", tally->filled, tally->takes_value,
           tally->unmeasured, tally->required_attached, tally->required);
    if (tally->required_promised)
        printf(" (%d menyusul)", tally->required_promised);
    if (count > 0) {
        char basis[ERR_TEXT_MAX];
        rules_print_basis(rules, basis, sizeof basis);
        printf("\nRata-rata %s dari %d indikator (", average, count);
        print_levels(&tally->average);
        printf("%s)", basis);
    }
    putchar('\n');
}

/* ---- the command ---- */

static bool any_corrected(const struct context *context, const struct records *records) {
    bool corrected = false;
    row_each(records, context->unit, context->quarter, find_corrected, &corrected);
    return corrected;
}

static bool list_rows(const struct context *context, const struct records *records, bool table,
                      struct err *err) {
    struct rows rows = {.rules = &context->config.rules};
    struct column shown[COLUMNS];
    memcpy(shown, columns, sizeof shown);
    shown[table && any_corrected(context, records) ? AT_MEASURE : AT_FINAL].title = NULL;

    printout_begin(&rows.printout, context, shown, COLUMNS, err);
    row_each(records, context->unit, context->quarter, put_row, &rows);
    if (table)
        context_print_heading(context, "ISIAN");
    bool done = printout_end(&rows.printout);
    if (table)
        print_sum(&rows.tally, &context->config.rules);
    return done;
}

static bool list_all(struct context *context, bool table, struct err *err) {
    struct reading reading;
    bool done = context_read(context, context->unit, KINDS_ROW, &reading, err) &&
                list_rows(context, &reading.records, table, err);
    reading_release(&reading);
    return done;
}

static bool export_one(struct context *context, const struct indicator *indicator, struct err *err) {
    struct reading reading;
    bool done = context_read_code(context, indicator->code, KINDS_ROW, &reading, err);
    if (done) {
        const struct row row = row_at(&reading.records, indicator, context->quarter);
        struct printout printout;
        printout_begin(&printout, context, columns, COLUMNS, err);
        printout_put(&printout, &row);
        done = printout_end(&printout);
    }
    reading_release(&reading);
    return done;
}

bool command_list(struct context *context, const struct args *args, struct err *err) {
    const char *code = args_word(args, 0);
    bool table = strcmp(context_format(context, "tabel"), "tabel") == 0;
    if (!code)
        return list_all(context, table, err);
    const struct indicator *indicator = config_indicator(&context->config, context->quarter, code);
    if (table)
        return indicator ? detail_print(context, indicator, err) : orphan_print(context, code, err);
    return context_indicator(context, code, err) && export_one(context, indicator, err);
}
