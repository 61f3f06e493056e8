/* dasbor */
#include "command/commands.h"
#include "command/printout.h"
#include "view/dashboard.h"
#include <string.h>

/* ---- for people: a row for each bidang, and the weakest indicators ---- */

struct unit_line {
    const struct unit *unit;
    const struct dashboard_cell *cell; /* of its periods */
};

/* Of the period whose index the column names. */
static void put_mean(struct cell *cell, const struct average *average) {
    int count;
    const struct figure mean = average_all(average, &count);
    if (!count) {
        cell_text(cell, "-");
        return;
    }
    cell_figure(cell, mean, 2);
    buf_printf(&cell->text, "/%d", count);
}

static void put_timeliness(struct cell *cell, struct quarter quarter, const struct dashboard_cell *of) {
    char time[64];
    dashboard_time_print(&cell->context->config, quarter, of, time, sizeof time);
    cell_text(cell, time);
}

static void put_grade_of(struct cell *cell, struct figure achieved) {
    cell_text(cell, bands_grade(&cell->context->config.rules.bands, achieved));
}

static void put_lift_of(struct cell *cell, const struct row *row) {
    char text[ERR_TEXT_MAX];
    dashboard_lift_print(row, &cell->context->config.rules, text, sizeof text);
    cell_text(cell, text);
}

CELL(put_unit, struct unit_line *line, cell_text(cell, line->unit->code))
CELL(put_average, struct unit_line *line, put_mean(cell, &line->cell[cell->column->of].tally.average))
CELL(put_asked, struct unit_line *line,
     put_timeliness(cell, cell->context->quarter, &line->cell[cell->context->quarter.number - 1]))

static const struct column columns[] = {
    {.title = "Bidang", .put = put_unit},
    {.title = "TW I", .right = true, .put = put_average, .of = 0},
    {.title = "TW II", .right = true, .put = put_average, .of = 1},
    {.title = "TW III", .right = true, .put = put_average, .of = 2},
    {.title = "TW IV", .right = true, .put = put_average, .of = 3},
    {.title = "TAHUN", .right = true, .put = put_average, .of = 4},
    {.title = "Pengajuan", .share = 1, .put = put_asked},
};

CELL(put_code, struct row *row, cell_text(cell, row->indicator->code))
CELL(put_achieved, struct row *row, cell_figure(cell, row->final, 2))
CELL(put_grade, struct row *row, put_grade_of(cell, row->final))
CELL(put_lift, struct row *row, put_lift_of(cell, row))

static const struct column weak_columns[] = {
    {.title = "Terendah", .put = put_code},
    {.title = "Capaian", .right = true, .put = put_achieved},
    {.title = "Predikat", .put = put_grade},
    {.title = "Naik predikat", .share = 1, .put = put_lift},
};

static bool print_units(const struct context *context, const struct dashboard *dashboard, struct err *err) {
    struct printout printout;
    printout_begin(&printout, context, columns, sizeof columns / sizeof *columns, err);
    for (int i = 0; i < context->config.unit_count; i++) {
        const struct unit_line line = {&context->config.unit[i], dashboard->cell[i]};
        if (context_shows(context, line.unit))
            printout_put(&printout, &line);
    }
    return printout_end(&printout);
}

static bool print_weakest(const struct context *context, const struct records *records, struct err *err) {
    struct weakest weakest;
    struct printout printout;
    dashboard_weakest(records, context->unit, context->quarter, &weakest);
    if (!weakest.count)
        return true;
    printout_begin(&printout, context, weak_columns, sizeof weak_columns / sizeof *weak_columns, err);
    for (int i = 0; i < weakest.count; i++)
        printout_put(&printout, &weakest.row[i]);
    return printout_end(&printout);
}

/* ---- for machines: a row for each level that has any, and for all of them together ---- */

struct level_line {
    const struct unit *unit;
    struct quarter quarter;
    const struct dashboard_cell *cell;
    const char *level;
    struct figure average;
    int count;
};

#define LINE struct level_line *line
CELL(put_line_unit, LINE, cell_text(cell, line->unit->code))
CELL(put_line_quarter, LINE, cell_quarter(cell, line->quarter))
CELL(put_line_level, LINE, cell_text(cell, line->level))
CELL(put_line_average, LINE, cell_figure(cell, line->average, 2))
CELL(put_line_count, LINE, cell_count(cell, line->count))
CELL(put_line_grade, LINE, put_grade_of(cell, line->average))
CELL(put_line_state, LINE, cell_term(cell, &entry_state_words.term[line->cell->state]))
CELL(put_line_timeliness, LINE, put_timeliness(cell, line->quarter, line->cell))

static const struct column level_columns[] = {
    {.name = "bidang", .put = put_line_unit},
    {.name = "triwulan", .put = put_line_quarter},
    {.name = "tingkat", .put = put_line_level},
    {.name = "rata_rata", .kind = COLUMN_DECIMAL, .put = put_line_average},
    {.name = "dari_indikator", .kind = COLUMN_WHOLE, .put = put_line_count},
    {.name = "predikat", .put = put_line_grade},
    {.name = "status", .put = put_line_state},
    {.name = "pengajuan", .put = put_line_timeliness},
};

static void put_levels(struct printout *printout, struct level_line line) {
    const struct average *average = &line.cell->tally.average;
    for (int level = 0; level < LEVEL_COUNT; level++) {
        line.level = level_words.term[level].word;
        line.average = average_level(average, (enum level)level, &line.count);
        if (line.count)
            printout_put(printout, &line);
    }
    line.level = "semua";
    line.average = average_all(average, &line.count);
    if (line.count)
        printout_put(printout, &line);
}

static bool export_levels(const struct context *context, const struct dashboard *dashboard, struct err *err) {
    struct printout printout;
    printout_begin(&printout, context, level_columns, sizeof level_columns / sizeof *level_columns, err);
    for (int i = 0; i < context->config.unit_count; i++)
        for (int n = 0; n < PERIODS && context_shows(context, &context->config.unit[i]); n++)
            put_levels(&printout, (struct level_line){.unit = &context->config.unit[i],
                                                      .quarter = {context->quarter.year, n + 1},
                                                      .cell = &dashboard->cell[i][n]});
    return printout_end(&printout);
}

/* ---- the command ---- */

static bool print_all(const struct context *context, const struct records *records,
                      const struct dashboard *dashboard, struct err *err) {
    context_print_heading(context, "DASBOR");
    return print_units(context, dashboard, err) && print_weakest(context, records, err);
}

bool command_dashboard(struct context *context, const struct args *args, struct err *err) {
    const bool table = strcmp(context_format(context, "tabel"), "tabel") == 0;
    struct dashboard dashboard = {0};
    struct reading reading;
    (void)args;
    bool done = context_read(context, context->unit, KINDS_ROW, &reading, err);
    if (done) {
        dashboard_of(&reading.records, context->quarter.year, &dashboard);
        done = table ? print_all(context, &reading.records, &dashboard, err)
                     : export_levels(context, &dashboard, err);
    }
    dashboard_release(&dashboard);
    reading_release(&reading);
    return done;
}
