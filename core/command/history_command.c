/* riwayat, periksa-data */
#include "command/commands.h"
#include "command/sheet.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct sheet_column columns[] = {
    {.title = "Triwulan"},
    {.title = "Waktu"},
    {.title = "Oleh", .share = 1},
    {.title = "Perubahan"},
};

struct history {
    struct context *context;
    const struct indicator *indicator;
    struct sheet sheet;
};

static bool put_event(void *data, const struct event *event, const struct event *before) {
    struct history *history = data;
    char quarter[QUARTER_TEXT_MAX];
    char at[CLOCK_TEXT_MAX];
    char change[NOTE_COUNT * (NOTE_MAX + 32)];
    quarter_print(event->change.key.quarter, quarter);
    clock_print(event->at, history->context->config.zone, at);
    office_event_print(event, before, history->indicator, change, sizeof change);
    sheet_cell(&history->sheet, quarter);
    sheet_cell(&history->sheet, at);
    sheet_cell(&history->sheet, office_name(history->context->office, event->who));
    sheet_cell(&history->sheet, change);
    return true;
}

/* The whole year, unless one quarter was asked for. */
bool command_history(struct context *context, const struct args *args, struct err *err) {
    struct history history = {.context = context};
    history.indicator = context_indicator(context, args_word(args, 0), err);
    if (!history.indicator)
        return false;
    struct quarter quarter = context->quarter;
    if (!context->globals.quarter)
        quarter.number = 0;
    sheet_init(&history.sheet, columns, sizeof columns / sizeof *columns);
    bool done = office_history(context->office, history.indicator, quarter, put_event, &history, err);
    if (done)
        sheet_print(&history.sheet);
    sheet_release(&history.sheet);
    return done;
}

static void print_finding(void *data, const char *line) {
    (void)data;
    puts(line);
}

/* As a berita acara prints it, so that paper and data can be held against each other. */
static bool print_trail(const struct context *context, uint64_t events, const char *asked, struct err *err) {
    char line[160];
    uint64_t number = asked ? strtoull(asked, NULL, 10) : events;
    if (asked && (!number || asked[strspn(asked, "0123456789")]))
        return err_set(err, ERR_USAGE, "catatan \"%s\" tidak sah; tulis nomornya, misalnya %llu", asked,
                       (unsigned long long)events);
    if (!number)
        return true;
    if (!office_trail_print(context->office, number, line, sizeof line, err))
        return false;
    printf("jejak: %s\n", line);
    return true;
}

bool command_check(struct context *context, const struct args *args, struct err *err) {
    struct store_counts counts = {0};
    if (!office_check(context->office, print_finding, NULL, &counts, err))
        return false;
    printf("%llu peristiwa, %llu catatan diperiksa, %llu temuan\n", (unsigned long long)counts.events,
           (unsigned long long)counts.records, (unsigned long long)counts.findings);
    return print_trail(context, counts.events, args_value(args, "--catatan"), err) && counts.findings == 0;
}
