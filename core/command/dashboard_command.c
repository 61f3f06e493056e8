/* dasbor */
#include "command/commands.h"
#include "command/export.h"
#include "command/sheet.h"
#include "view/dashboard.h"
#include <stdio.h>
#include <string.h>

static bool is_asked(const struct context *context, int unit) {
    const struct unit *of = &context->config.unit[unit];
    return (!context->unit || context->unit == of) && person_reads(office_person(context->office), of);
}

/* ---- for people ---- */

static const struct sheet_column columns[] = {
    {.title = "Bidang"},
    {.title = "TW I", .right = true},
    {.title = "TW II", .right = true},
    {.title = "TW III", .right = true},
    {.title = "TW IV", .right = true},
    {.title = "TAHUN", .right = true},
    {.title = "Pengajuan", .share = 1},
};

static const struct sheet_column weak_columns[] = {
    {.title = "Terendah"},
    {.title = "Capaian", .right = true},
    {.title = "Predikat"},
    {.title = "Naik predikat", .share = 1},
};

static void put_average(struct sheet *sheet, const struct average *average) {
    char mean[DECIMAL_TEXT_MAX], text[64] = "-";
    int count;
    figure_print(average_all(average, &count), 2, mean);
    if (count)
        snprintf(text, sizeof text, "%s/%d", mean, count);
    sheet_cell(sheet, text);
}

static void print_units(const struct context *context, const struct dashboard *dashboard) {
    struct sheet sheet;
    sheet_init(&sheet, columns, sizeof columns / sizeof *columns);
    for (int i = 0; i < context->config.unit_count; i++) {
        char time[64];
        if (!is_asked(context, i))
            continue;
        sheet_cell(&sheet, context->config.unit[i].code);
        for (int n = 0; n < PERIODS; n++)
            put_average(&sheet, &dashboard->cell[i][n].board.average);
        dashboard_time_print(&context->config, context->quarter,
                             &dashboard->cell[i][context->quarter.number - 1], time, sizeof time);
        sheet_cell(&sheet, time);
    }
    sheet_print(&sheet);
    sheet_release(&sheet);
}

static void print_weakest(const struct context *context, const struct weakest *weakest) {
    const struct rules *rules = &context->config.rules;
    struct sheet sheet;
    sheet_init(&sheet, weak_columns, sizeof weak_columns / sizeof *weak_columns);
    for (int i = 0; i < weakest->count; i++) {
        const struct row *row = &weakest->row[i];
        char achieved[DECIMAL_TEXT_MAX], lift[ERR_TEXT_MAX];
        figure_print(row->final, 2, achieved);
        dashboard_lift_print(row, rules, lift, sizeof lift);
        sheet_cell(&sheet, row->indicator->code);
        sheet_cell(&sheet, achieved);
        sheet_cell(&sheet, bands_grade(&rules->bands, row->final));
        sheet_cell(&sheet, lift);
    }
    if (weakest->count)
        sheet_print(&sheet);
    sheet_release(&sheet);
}

/* ---- for machines: a row for each level that has any, and for all of them together ---- */

static const struct export_column export_columns[] = {
    {"bidang", EXPORT_TEXT},       {"triwulan", EXPORT_TEXT},        {"tingkat", EXPORT_TEXT},
    {"rata_rata", EXPORT_DECIMAL}, {"dari_indikator", EXPORT_COUNT}, {"predikat", EXPORT_TEXT},
    {"status", EXPORT_TEXT},       {"pengajuan", EXPORT_TEXT},
};

static void export_level(struct export *export, const struct context *context, const char *const key[4],
                         const char *level, struct figure average, int count) {
    char mean[DECIMAL_TEXT_MAX];
    decimal_print_plain(average.value, 2, mean);
    export_cell(export, key[0]);
    export_cell(export, key[1]);
    export_cell(export, level);
    export_cell(export, mean);
    export_count(export, count);
    export_cell(export, bands_grade(&context->config.rules.bands, average));
    export_cell(export, key[2]);
    export_cell(export, key[3]);
}

static void export_period(struct export *export, const struct context *context,
                          const struct dashboard *dashboard, int unit, int number) {
    const struct dashboard_cell *cell = &dashboard->cell[unit][number - 1];
    const struct quarter quarter = {context->quarter.year, number};
    char name[QUARTER_TEXT_MAX], time[64];
    const char *const key[4] = {context->config.unit[unit].code, name,
                                entry_state_words.term[cell->state].word, time};
    int count;
    quarter_print(quarter, name);
    dashboard_time_print(&context->config, quarter, cell, time, sizeof time);
    for (int level = 0; level < LEVEL_COUNT; level++) {
        struct figure average = average_level(&cell->board.average, (enum level)level, &count);
        if (count)
            export_level(export, context, key, level_words.term[level].word, average, count);
    }
    struct figure average = average_all(&cell->board.average, &count);
    if (count)
        export_level(export, context, key, "semua", average, count);
}

static bool export_all(const struct context *context, const struct dashboard *dashboard, bool json,
                       struct err *err) {
    struct export export;
    export_begin(&export, export_columns, sizeof export_columns / sizeof *export_columns, json, err);
    for (int i = 0; i < context->config.unit_count; i++)
        for (int number = 1; is_asked(context, i) && number <= PERIODS; number++)
            export_period(&export, context, dashboard, i, number);
    return export_end(&export);
}

static bool print_all(struct context *context, const struct dashboard *dashboard, struct err *err) {
    struct weakest weakest;
    if (!dashboard_weakest(context->office, context->unit, context->quarter, &weakest, err))
        return false;
    context_print_heading(context, "DASBOR");
    print_units(context, dashboard);
    print_weakest(context, &weakest);
    return true;
}

bool command_dashboard(struct context *context, const struct args *args, struct err *err) {
    const char *format = context_format(context, "tabel");
    struct dashboard dashboard = {0};
    (void)args;
    bool done = office_reads(context->office, context->unit, err) &&
                dashboard_read(context->office, context->quarter.year, &dashboard, err);
    if (done && strcmp(format, "tabel") == 0)
        done = print_all(context, &dashboard, err);
    else if (done)
        done = export_all(context, &dashboard, strcmp(format, "json") == 0, err);
    dashboard_release(&dashboard);
    return done;
}
