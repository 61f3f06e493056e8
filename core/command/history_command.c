/* riwayat, periksa-data */
#include "command/commands.h"
#include "command/printout.h"
#include "view/history.h"
#include <stdlib.h>
#include <string.h>

/* ---- riwayat ---- */

/* An event beside the one it replaced (NULL: none). */
struct change_line {
    const struct event *event, *before;
};

/* In the unit of the indicator as the catalogue of then has it, if it has. */
static void put_words(struct cell *cell, const struct change_line *line) {
    const struct record_key *key = &line->event->change.key;
    char text[NOTE_COUNT * (NOTE_MAX + 32)];
    event_print(line->event, line->before, config_indicator(&cell->context->config, key->quarter, key->code),
                text, sizeof text);
    cell_text(cell, text);
}

CELL(put_quarter, struct change_line *line, cell_quarter(cell, line->event->change.key.quarter))
CELL(put_time, struct change_line *line, cell_time(cell, line->event->at))
CELL(put_author, struct change_line *line, cell_person(cell, line->event->who))
CELL(put_change, struct change_line *line, put_words(cell, line))

static const struct column columns[] = {
    {.title = "Triwulan", .put = put_quarter},
    {.title = "Waktu", .put = put_time},
    {.title = "Oleh", .share = 1, .put = put_author},
    {.title = "Perubahan", .put = put_change},
};

/* What was asked for of a history. */
struct history {
    const struct context *context;
    struct quarter quarter; /* number 0: all of its year */
    struct printout printout;
    bool any; /* of what was asked for there is something */
};

/* What was asked for; and of other years what no catalogue shows any more, since nothing else leads there. */
static bool wanted(const struct history *history, const struct record_key *key) {
    const struct quarter asked = history->quarter;
    if (asked.number)
        return quarter_compare(asked, key->quarter) == 0;
    return asked.year == key->quarter.year ||
           !config_indicator(&history->context->config, key->quarter, key->code);
}

static bool find_event(void *data, const struct event *event, const struct event *before) {
    struct history *history = data;
    (void)before;
    history->any = wanted(history, &event->change.key);
    return !history->any;
}

static bool put_event(void *data, const struct event *event, const struct event *before) {
    struct history *history = data;
    const struct change_line line = {event, before};
    return !wanted(history, &event->change.key) || printout_put(&history->printout, &line);
}

static bool print_history(const struct context *context, const char *code, const struct events *events,
                          struct err *err) {
    struct history history = {.context = context, .quarter = context->quarter};
    if (!context->globals.quarter)
        history.quarter.number = 0;
    events_each(events, find_event, &history);
    if (!history.any && !context_indicator(context, code, err))
        return false;
    printout_begin(&history.printout, context, columns, sizeof columns / sizeof *columns, err);
    events_each(events, put_event, &history);
    return printout_end(&history.printout);
}

/* The whole year, unless one quarter was asked for. */
bool command_history(struct context *context, const struct args *args, struct err *err) {
    const struct quarter every = {0};
    const struct indicator *indicator =
        config_indicator(&context->config, context->quarter, args_word(args, 0));
    const char *code = indicator ? indicator->code : args_word(args, 0);
    struct events events;
    bool done = office_events(context->office, code, every, &events, err) &&
                print_history(context, code, &events, err);
    events_release(&events);
    return done;
}

/* ---- periksa-data ---- */

static void print_finding(void *data, const char *line) {
    (void)data;
    puts(line);
}

/* As a berita acara prints it, so that paper and data can be held against each other. */
static bool print_trail(const struct context *context, uint64_t events, const char *asked, struct err *err) {
    uint64_t number = asked ? strtoull(asked, NULL, 10) : events;
    struct digest digest;
    char hex[DIGEST_HEX_MAX];
    if (asked && (!number || asked[strspn(asked, "0123456789")]))
        return err_set(err, ERR_USAGE, "catatan \"%s\" tidak sah; tulis nomornya, misalnya %llu", asked,
                       (unsigned long long)events);
    if (!number)
        return true;
    if (!office_digest(context->office, number, &digest, err))
        return false;
    digest_print(&digest, hex);
    printf("jejak: catatan ke-%llu, SHA-256 %s\n", (unsigned long long)number, hex);
    return true;
}

/* Beside the check: what cannot be read is among its findings. */
static void print_orphans(struct context *context) {
    struct reading reading;
    struct err unread;
    if (context_read_all(context, KINDS_ALL, &reading, &unread))
        context_print_orphans(&reading.records, stdout);
    reading_release(&reading);
}

static void print_format(struct context *context) {
    struct store_info info;
    struct err unread;
    if (office_describe(context->office, &info, &unread) && info.upgraded_from)
        printf("simpanan berformat %d, diperiksa pada salinan berformat %d; aslinya tidak diubah\n",
               info.upgraded_from, info.format);
}

bool command_check(struct context *context, const struct args *args, struct err *err) {
    struct store_counts counts = {0};
    print_format(context);
    if (!office_check(context->office, print_finding, NULL, &counts, err))
        return false;
    printf("%llu peristiwa, %llu catatan diperiksa, %llu temuan\n", (unsigned long long)counts.events,
           (unsigned long long)counts.records, (unsigned long long)counts.findings);
    print_orphans(context);
    return print_trail(context, counts.events, args_value(args, "--catatan"), err) && counts.findings == 0;
}
