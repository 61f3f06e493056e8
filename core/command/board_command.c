/* status */
#include "command/commands.h"
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

bool command_board(struct context *context, const struct args *args, struct err *err) {
    (void)args;
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
