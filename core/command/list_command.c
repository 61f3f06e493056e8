/* lihat */
#include "command/commands.h"

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
};

static void put_figure(struct export *export, struct figure figure, int places) {
    char text[DECIMAL_TEXT_MAX];
    figure_print_plain(figure, places, text);
    export_cell(export, text);
}

static void put_changed(struct export *export, const struct office_row *row, const struct zone *zone) {
    char at[CLOCK_TEXT_MAX] = "";
    if (row->head.sequence != 0)
        clock_print_iso(row->changed_at, zone, at);
    export_cell(export, row->head.sequence != 0 ? row->changed_by : "");
    export_cell(export, at);
}

static bool export_row(void *data, const struct office_row *row) {
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
    export_cell(export, "");
    put_figure(export, figures->achievement, 2);
    export_cell(export, bands_grade(&config->rules.bands, figures->achievement));
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

/* Four different nothings: "", 0, "-" and the words. */
static const char *figure_words(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]) {
    figure_print(figure, places, out);
    return figure.kind == FIGURE_NOT_SET ? "belum ditetapkan" : out;
}

static bool sheet_row(void *data, const struct office_row *row) {
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
    sheet_cell(sheet, row->indicator->measure.name);
    sheet_cell(sheet, figure_words(row->figures.target, places, text));
    sheet_cell(sheet, figure_words(row->figures.actual, places, text));
    sheet_cell(sheet, figure_words(row->figures.achievement, 2, text));
    sheet_cell(sheet, row->required == 0 && row->evidence == 0 ? "-" : evidence);
    sheet_cell(sheet, state);
    board_add(&listing->board, row, &listing->context->config.rules);
    return true;
}

static void print_sum(const struct board *board) {
    char average[DECIMAL_TEXT_MAX];
    int count;
    figure_print(average_all(&board->average, &count), 2, average);
    printf("Terisi %d/%d (%d tidak diukur), bukti wajib %d/%d", board->filled, board->takes_value,
           board->unmeasured, board->required_attached, board->required);
    if (count > 0)
        printf(", rata-rata %s dari %d indikator", average, count);
    putchar('\n');
}

static bool list_sheet(struct context *context, struct err *err) {
    struct sheet sheet;
    struct listing listing = {.context = context, .sheet = &sheet};
    sheet_init(&sheet, sheet_columns, sizeof sheet_columns / sizeof *sheet_columns);
    bool done = office_rows(context->office, context->unit, context->quarter, sheet_row, &listing, err);
    if (done) {
        context_print_heading(context, "ISIAN");
        sheet_print(&sheet);
        print_sum(&listing.board);
    }
    sheet_release(&sheet);
    return done;
}

/* ---- one indicator, whole ---- */

static void print_line(const char *label, const char *text) {
    if (*text != '\0')
        printf("  %-20s%s\n", label, text);
}

static void print_figure(const char *label, struct figure figure, const struct measure_unit *unit) {
    char text[DECIMAL_TEXT_MAX];
    const char *words = figure_words(figure, unit == NULL ? 2 : measure_places(unit), text);
    bool value = figure.kind == FIGURE_VALUE;
    printf("  %-20s%s%s%s\n", label, figure.kind == FIGURE_BLANK ? "belum diisi" : words,
           value && unit != NULL ? " " : "", value && unit != NULL ? unit->name : "");
}

static void print_year(const struct office_row *row) {
    char text[DECIMAL_TEXT_MAX];
    printf("  %-20s", "Tahun ini");
    for (int i = 0; i < QUARTERS; i++) {
        struct figure planned = row->indicator->plan.target[i];
        bool blank = row->year[i].kind != FIGURE_VALUE;
        figure_print(row->year[i], measure_places(&row->indicator->measure), text);
        printf("%sTW %s %s", i == 0 ? "" : " | ", quarter_roman(i + 1),
               !blank ? text : (planned.kind == FIGURE_NOT_MEASURED ? "-" : "belum diisi"));
    }
    putchar('\n');
}

static void print_marks(const struct context *context, const struct office_row *row) {
    char warnings[ERR_TEXT_MAX];
    char evidence[ERR_TEXT_MAX];
    warning_print(row->warnings, warnings, sizeof warnings);
    snprintf(evidence, sizeof evidence, "%d terlampir, wajib %d/%d", row->evidence, row->required_attached,
             row->required);
    print_line("Predikat", bands_grade(&context->config.rules.bands, row->figures.achievement));
    print_line("Bukti", evidence);
    print_line("Status", entry_state_words.term[row->state].label);
    print_line("Sementara", row->actual.provisional ? "ya" : "");
    print_line("Perhatikan", warnings);
    if (row->head.sequence == 0)
        return;
    char at[CLOCK_TEXT_MAX];
    clock_print(row->changed_at, context->config.zone, at);
    printf("  %-20s%s, %s\n", "Diubah", office_name(context->office, row->changed_by), at);
}

static bool print_detail(struct context *context, const struct office_row *row, struct err *err) {
    const struct indicator *indicator = row->indicator;
    struct record notes;
    if (!office_notes(context->office, indicator, row->quarter, &notes, err))
        return false;
    char subject[SUBJECT_MAX];
    subject_print(indicator, row->quarter, subject);
    printf("%s  %s%s\n", subject, indicator->description, context->practice ? " | LATIHAN" : "");
    print_line("Sasaran", indicator->objective);
    print_line("Penanggung jawab", indicator->unit->name);
    print_line("Cara isi", aggregation_words.term[indicator->plan.aggregation].help);
    print_figure("Target", row->figures.target, &indicator->measure);
    print_figure("Realisasi", row->figures.actual, &indicator->measure);
    print_figure("Capaian", row->figures.achievement, NULL);
    print_figure("S.d. kini, target", row->figures.to_date_target, &indicator->measure);
    print_figure("S.d. kini", row->figures.to_date_actual, &indicator->measure);
    print_figure("S.d. kini, capaian", row->figures.to_date_achievement, NULL);
    print_figure("Capaian tahun", row->figures.year_achievement, NULL);
    print_year(row);
    print_marks(context, row);
    for (int i = 0; i < NOTE_COUNT; i++)
        print_line(note_words.term[i].label, notes.notes.text[i]);
    return true;
}

/* ---- the command ---- */

static bool export_rows(struct context *context, const struct office_row *only, struct err *err) {
    bool json = strcmp(context->globals.format, "json") == 0;
    struct export export;
    struct listing listing = {.context = context, .export = &export};
    quarter_print(context->quarter, listing.quarter);
    export_begin(&export, columns, sizeof columns / sizeof *columns, json, err);
    bool read = true;
    if (only != NULL)
        export_row(&listing, only);
    else
        read = office_rows(context->office, context->unit, context->quarter, export_row, &listing, err);
    return export_end(&export) && read;
}

bool command_list(struct context *context, const struct args *args, struct err *err) {
    bool table = strcmp(context_format(context, "tabel"), "tabel") == 0;
    const char *code = args_word(args, 0);
    if (code == NULL)
        return table ? list_sheet(context, err) : export_rows(context, NULL, err);

    struct office_row row;
    const struct indicator *indicator = context_indicator(context, code, err);
    if (indicator == NULL || !office_row(context->office, indicator, context->quarter, &row, err))
        return false;
    return table ? print_detail(context, &row, err) : export_rows(context, &row, err);
}
