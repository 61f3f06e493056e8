/* lihat */
#include "command/commands.h"
#include "command/detail.h"
#include "command/export.h"
#include "command/sheet.h"
#include <stdio.h>
#include <string.h>

/* DESIGN.md, Command line: the contract. */
static const struct export_column columns[] = {
    {"kode", EXPORT_TEXT},
    {"tingkat", EXPORT_TEXT},
    {"bidang", EXPORT_TEXT},
    {"triwulan", EXPORT_TEXT},
    {"satuan", EXPORT_TEXT},
    {"target", EXPORT_DECIMAL},
    {"realisasi", EXPORT_DECIMAL},
    {"capaian", EXPORT_DECIMAL},
    {"capaian_koreksi", EXPORT_DECIMAL},
    {"capaian_akhir", EXPORT_DECIMAL},
    {"predikat", EXPORT_TEXT},
    {"sd_target", EXPORT_DECIMAL},
    {"sd_realisasi", EXPORT_DECIMAL},
    {"sd_capaian", EXPORT_DECIMAL},
    {"capaian_tahun", EXPORT_DECIMAL},
    {"bukti", EXPORT_COUNT},
    {"bukti_wajib", EXPORT_COUNT},
    {"status", EXPORT_TEXT},
    {"diubah_oleh", EXPORT_TEXT},
    {"diubah_pada", EXPORT_TEXT},
};

struct listing {
    struct context *context;
    struct export *export;
    struct sheet *sheet;
    struct board board;
    char quarter[QUARTER_TEXT_MAX];
    bool corrected; /* one of its rows is */
};

static void put_figure(struct export *export, struct figure figure, int places) {
    char text[DECIMAL_TEXT_MAX];
    figure_print_plain(figure, places, text);
    export_cell(export, text);
}

static void put_changed(struct export *export, const struct row *row, const struct zone *zone) {
    char at[CLOCK_TEXT_MAX] = "";
    if (row->head.sequence != 0)
        clock_print_iso(row->changed_at, zone, at);
    export_cell(export, row->head.sequence != 0 ? row->changed_by : "");
    export_cell(export, at);
}

static bool export_row(void *data, const struct row *row) {
    const struct listing *listing = data;
    const struct config *config = &listing->context->config;
    const struct indicator *indicator = row->indicator;
    const struct figures *figures = &row->figures;
    struct export *export = listing->export;
    int places = measure_places(&indicator->measure);

    export_cell(export, indicator->code);
    export_cell(export, level_words.term[indicator->level].word);
    export_cell(export, indicator->unit->code);
    export_cell(export, listing->quarter);
    export_cell(export, indicator->measure.name);
    put_figure(export, figures->target, places);
    put_figure(export, figures->actual, places);
    put_figure(export, figures->achievement, 2);
    put_figure(export, row->correction, 2);
    put_figure(export, row->final, 2);
    export_cell(export, bands_grade(&config->rules.bands, row->final));
    put_figure(export, figures->to_date_target, places);
    put_figure(export, figures->to_date_actual, places);
    put_figure(export, figures->to_date_achievement, 2);
    put_figure(export, figures->year_achievement, 2);
    export_count(export, row->evidence);
    export_count(export, row->required);
    export_cell(export, entry_state_words.term[row->state].word);
    put_changed(export, row, config->zone);
    return export_going(export);
}

/* ---- for people ---- */

static const struct sheet_column sheet_columns[] = {
    {.title = "Kode"},
    {.title = "Indikator", .share = 3},
    {.title = "Satuan", .share = 1},
    {.title = "Target", .right = true},
    {.title = "Realisasi", .right = true},
    {.title = "Capaian", .right = true},
    {.title = "Bukti", .right = true},
    {.title = "Status"},
};

/* As soon as a row is corrected: what counts takes the place of the measure's name, as on screen. */
static const struct sheet_column corrected_columns[sizeof sheet_columns / sizeof *sheet_columns] = {
    {.title = "Kode"},
    {.title = "Indikator", .share = 3},
    {.title = "Target", .right = true},
    {.title = "Realisasi", .right = true},
    {.title = "Capaian", .right = true},
    {.title = "Akhir", .right = true},
    {.title = "Bukti", .right = true},
    {.title = "Status"},
};

static bool find_corrected(void *data, const struct row *row) {
    struct listing *listing = data;
    listing->corrected = row->verdict == VERDICT_CORRECTED;
    return !listing->corrected;
}

static bool sheet_row(void *data, const struct row *row) {
    struct listing *listing = data;
    struct sheet *sheet = listing->sheet;
    int places = measure_places(&row->indicator->measure);
    char text[DECIMAL_TEXT_MAX];
    char evidence[DECIMAL_TEXT_MAX];
    char state[DECIMAL_TEXT_MAX];
    snprintf(evidence, sizeof evidence, "%d/%d", row->required_attached, row->required);
    snprintf(state, sizeof state, "%s%s", entry_state_words.term[row->state].label,
             row->warnings != 0 ? " !" : (row->actual.provisional ? " (sementara)" : ""));

    sheet_cell(sheet, row->indicator->code);
    sheet_cell(sheet, row->indicator->description);
    if (!listing->corrected)
        sheet_cell(sheet, row->indicator->measure.name);
    sheet_cell(sheet, figure_words(row->figures.target, places, text));
    sheet_cell(sheet, figure_words(row->figures.actual, places, text));
    sheet_cell(sheet, figure_words(row->figures.achievement, 2, text));
    if (listing->corrected)
        sheet_cell(sheet, row->verdict == VERDICT_CORRECTED ? figure_words(row->final, 2, text) : "");
    sheet_cell(sheet, row->required == 0 && row->evidence == 0 ? "-" : evidence);
    sheet_cell(sheet, state);
    board_add(&listing->board, row, &listing->context->config.rules);
    return true;
}

static void print_levels(const struct average *average) {
    for (int i = 0, count; i < LEVEL_COUNT; i++) {
        char mean[DECIMAL_TEXT_MAX];
        figure_print(average_level(average, (enum level)i, &count), 2, mean);
        if (count > 0)
            printf("%s %s dari %d, ", level_words.term[i].word, mean, count);
    }
}

static void print_sum(const struct board *board, const struct rules *rules) {
    char average[DECIMAL_TEXT_MAX];
    int count;
    figure_print(average_all(&board->average, &count), 2, average);
    printf("Terisi %d/%d (%d tidak diukur), bukti wajib %d/%d", board->filled, board->takes_value,
           board->unmeasured, board->required_attached, board->required);
    if (board->required_promised)
        printf(" (%d menyusul)", board->required_promised);
    if (count > 0) {
        char basis[ERR_TEXT_MAX];
        rules_print_basis(rules, basis, sizeof basis);
        printf("\nRata-rata %s dari %d indikator (", average, count);
        print_levels(&board->average);
        printf("%s)", basis);
    }
    putchar('\n');
}

static bool list_sheet(struct context *context, struct err *err) {
    struct sheet sheet;
    struct listing listing = {.context = context, .sheet = &sheet};
    bool done = office_rows(context->office, context->unit, context->quarter, find_corrected, &listing, err);
    sheet_init(&sheet, listing.corrected ? corrected_columns : sheet_columns,
               sizeof sheet_columns / sizeof *sheet_columns);
    done = done && office_rows(context->office, context->unit, context->quarter, sheet_row, &listing, err);
    if (done) {
        context_print_heading(context, "ISIAN");
        sheet_print(&sheet);
        print_sum(&listing.board, &context->config.rules);
    }
    sheet_release(&sheet);
    return done;
}

/* ---- the command ---- */

static bool export_rows(struct context *context, const struct row *only, struct err *err) {
    bool json = strcmp(context->globals.format, "json") == 0;
    struct export export;
    struct listing listing = {.context = context, .export = &export};
    quarter_print(context->quarter, listing.quarter);
    export_begin(&export, columns, sizeof columns / sizeof *columns, json, err);
    bool read = true;
    if (only)
        export_row(&listing, only);
    else
        read = office_rows(context->office, context->unit, context->quarter, export_row, &listing, err);
    return export_end(&export) && read;
}

bool command_list(struct context *context, const struct args *args, struct err *err) {
    bool table = strcmp(context_format(context, "tabel"), "tabel") == 0;
    const char *code = args_word(args, 0);
    if (!code && !office_reads(context->office, context->unit, err))
        return false;
    if (!code)
        return table ? list_sheet(context, err) : export_rows(context, NULL, err);

    struct row row;
    const struct indicator *indicator = context_indicator(context, code, err);
    if (!indicator || !office_row(context->office, indicator, context->quarter, &row, err))
        return false;
    return table ? detail_print(context, &row, err) : export_rows(context, &row, err);
}
