/* status */
#include "command/commands.h"
#include "command/export.h"
#include "command/sheet.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct sheet_column columns[] = {
    {.title = "Bidang", .share = 1}, {.title = "Terisi"}, {.title = "Bukti"}, {.title = "Status"},
    {.title = "Rata-rata"},
};

struct tally {
    const struct rules *rules;
    struct board board;
};

static bool count_row(void *data, const struct row *row) {
    struct tally *tally = data;
    board_add(&tally->board, row, tally->rules);
    return true;
}

static void put_counts(struct sheet *sheet, const struct board *board) {
    char text[64];
    snprintf(text, sizeof text, "%d/%d (%d tidak diukur)", board->filled, board->takes_value,
             board->unmeasured);
    sheet_cell(sheet, text);
    snprintf(text, sizeof text, "%d/%d", board->required_attached, board->required);
    if (board->required_promised)
        snprintf(text + strlen(text), sizeof text - strlen(text), " (%d menyusul)", board->required_promised);
    sheet_cell(sheet, text);
}

static void put_average(struct sheet *sheet, const struct average *average) {
    char text[64];
    char mean[DECIMAL_TEXT_MAX];
    int count;
    figure_print(average_all(average, &count), 2, mean);
    snprintf(text, sizeof text, "%s dari %d indikator", mean, count);
    sheet_cell(sheet, count == 0 ? "-" : text);
}

static void print_deadline(const struct context *context) {
    char date[CLOCK_TEXT_MAX];
    struct date deadline = config_deadline(&context->config, context->quarter);
    struct date today = office_today(context->office);
    int left = deadline_days_left(deadline, today);
    date_print_long(deadline, date);
    printf("Batas kirim %s, ", date);
    if (date_compare(today, quarter_opens(context->quarter)) < 0)
        puts("belum waktunya");
    else if (left == 0)
        puts("hari terakhir");
    else
        printf("%s %d hari\n", left > 0 ? "sisa" : "terlambat", abs(left));
}

static void print_basis(const struct rules *rules) {
    char basis[ERR_TEXT_MAX];
    rules_print_basis(rules, basis, sizeof basis);
    printf("Rata-rata per tingkat, lalu antar tingkat; %s\n", basis);
}

static bool put_unit(struct context *context, struct sheet *sheet, const struct unit *unit, struct err *err) {
    struct tally tally = {.rules = &context->config.rules};
    struct review review;
    if (!office_rows(context->office, unit, context->quarter, count_row, &tally, err) ||
        !office_review(context->office, unit, context->quarter, NULL, &review, err))
        return false;
    sheet_cell(sheet, unit->code);
    put_counts(sheet, &tally.board);
    sheet_cell(sheet, entry_state_words.term[review.state].label);
    put_average(sheet, &tally.board.average);
    return true;
}

/* Without an average: bidang of unequal size are not thrown together. */
static bool put_sum(struct context *context, struct sheet *sheet, struct err *err) {
    struct tally tally = {.rules = &context->config.rules};
    if (!office_rows(context->office, NULL, context->quarter, count_row, &tally, err))
        return false;
    sheet_cell(sheet, "Jumlah");
    put_counts(sheet, &tally.board);
    for (int i = 0; i < 2; i++)
        sheet_cell(sheet, "");
    return true;
}

static bool put_units(struct context *context, struct sheet *sheet, struct err *err) {
    if (context->unit)
        return put_unit(context, sheet, context->unit, err);
    int shown = 0;
    for (int i = 0; i < context->config.unit_count; i++) {
        const struct unit *unit = &context->config.unit[i];
        if (!person_reads(office_person(context->office), unit))
            continue;
        if (!put_unit(context, sheet, unit, err))
            return false;
        shown++;
    }
    return shown == 1 || put_sum(context, sheet, err);
}

/* ---- for machines ---- */

static const struct export_column export_columns[] = {
    {"bidang", EXPORT_TEXT},
    {"triwulan", EXPORT_TEXT},
    {"terisi", EXPORT_COUNT},
    {"wajib_diisi", EXPORT_COUNT},
    {"tidak_diukur", EXPORT_COUNT},
    {"bukti", EXPORT_COUNT},
    {"bukti_wajib", EXPORT_COUNT},
    {"status", EXPORT_TEXT},
    {"rata_rata", EXPORT_DECIMAL},
    {"dari_indikator", EXPORT_COUNT},
    {"batas_kirim", EXPORT_TEXT},
    {"diajukan_pertama", EXPORT_TEXT},
    {"terlambat_hari", EXPORT_DECIMAL},
};

/* "" and "" while it was never handed in. */
static void export_first(struct export *export, const struct context *context, int64_t first_at) {
    char date[CLOCK_TEXT_MAX] = "", late[16] = "";
    if (first_at) {
        struct date day = clock_date(first_at, context->config.zone);
        int left = deadline_days_left(config_deadline(&context->config, context->quarter), day);
        date_print_iso(day, date);
        snprintf(late, sizeof late, "%d", left < 0 ? -left : 0);
    }
    export_cell(export, date);
    export_cell(export, late);
}

static bool export_unit(struct context *context, struct export *export, const struct unit *unit,
                        struct err *err) {
    struct tally tally = {.rules = &context->config.rules};
    struct review review;
    if (!office_rows(context->office, unit, context->quarter, count_row, &tally, err) ||
        !office_review(context->office, unit, context->quarter, NULL, &review, err))
        return false;
    const struct board *board = &tally.board;
    char quarter[QUARTER_TEXT_MAX], mean[DECIMAL_TEXT_MAX] = "", deadline[CLOCK_TEXT_MAX];
    int count;
    struct figure average = average_all(&board->average, &count);
    if (count)
        decimal_print_plain(average.value, 2, mean);
    quarter_print(context->quarter, quarter);
    date_print_iso(config_deadline(&context->config, context->quarter), deadline);
    export_cell(export, unit->code);
    export_cell(export, quarter);
    export_count(export, board->filled);
    export_count(export, board->takes_value);
    export_count(export, board->unmeasured);
    export_count(export, board->required_attached);
    export_count(export, board->required);
    export_cell(export, entry_state_words.term[review.state].word);
    export_cell(export, mean);
    export_count(export, count);
    export_cell(export, deadline);
    export_first(export, context, review.submission.first_at);
    return true;
}

static bool export_units(struct context *context, bool json, struct err *err) {
    struct export export;
    bool done = true;
    export_begin(&export, export_columns, sizeof export_columns / sizeof *export_columns, json, err);
    for (int i = 0; done && i < context->config.unit_count; i++) {
        const struct unit *unit = &context->config.unit[i];
        bool asked =
            context->unit ? unit == context->unit : person_reads(office_person(context->office), unit);
        done = !asked || export_unit(context, &export, unit, err);
    }
    return export_end(&export) && done;
}

bool command_board(struct context *context, const struct args *args, struct err *err) {
    const char *format = context_format(context, "tabel");
    (void)args;
    if (strcmp(format, "tabel") != 0)
        return export_units(context, strcmp(format, "json") == 0, err);
    struct sheet sheet;
    sheet_init(&sheet, columns, sizeof columns / sizeof *columns);
    bool done = put_units(context, &sheet, err);
    if (done) {
        context_print_heading(context, "STATUS");
        print_deadline(context);
        sheet_print(&sheet);
        print_basis(&context->config.rules);
    }
    sheet_release(&sheet);
    return done;
}
