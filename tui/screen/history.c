/* Riwayat: who changed what of one indicator, when, over the whole year. */
#include "view/history.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/memory.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIST_ROW = 3, PANE_ROWS = 5, TIME_COLUMNS = 16, QUARTER_COLUMNS = 7, NAME_COLUMNS = 20 };
enum { WHAT_MAX = NOTE_COUNT * (NOTE_MAX + 32) };

struct line {
    int64_t when;
    int quarter;
    const char *who, *what; /* in the arena */
};

struct history {
    struct screen screen;
    struct table table;
    struct list lines; /* of struct line, newest first */
    struct arena arena;
    bool read; /* what there is; otherwise nothing can be said of it */
};

static const struct history *history_of(const struct screen *screen) {
    return (const struct history *)screen;
}

static const struct line *line_at(const struct history *history, int index) {
    return (const struct line *)history->lines.item + index;
}

static const struct binding bindings[] = {BINDINGS_LIST, BINDINGS_COMMON};

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "RIWAYAT | %s | %d", session->focus->code, session->quarter.year);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct history *history = history_of(screen);
    if (!history->read)
        snprintf(out, TITLE_TEXT_MAX, "Esc kembali.");
    else if (!history->lines.count)
        snprintf(out, TITLE_TEXT_MAX, "Belum ada riwayat. Esc kembali, lalu ketik angkanya di lembar isian.");
    else
        snprintf(out, TITLE_TEXT_MAX, "Yang terbaru di atas. Esc kembali.");
}

static void line_draw(const void *context, struct surface *surface, int index, int row) {
    const struct history *history = context;
    const struct line *line = line_at(history, index);
    const struct config *config = history->screen.session->config;
    char when[CLOCK_TEXT_MAX];
    int column = 1;
    if (index == history->table.cursor)
        surface_put(surface, at(row, 0, 1), STYLE_NORMAL, ">");
    clock_print(line->when, config->zone, when);
    surface_put(surface, at(row, column, TIME_COLUMNS), STYLE_NORMAL, when);
    column += TIME_COLUMNS + 2;
    surface_put(surface, at(row, column, QUARTER_COLUMNS), STYLE_NORMAL, quarter_name(line->quarter));
    column += QUARTER_COLUMNS;
    surface_put(surface, at(row, column, NAME_COLUMNS), STYLE_NORMAL, config_name(config, line->who));
    column += NAME_COLUMNS + 1;
    surface_put(surface, at(row, column, surface_columns(surface) - column), STYLE_NORMAL, line->what);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct history *history = history_of(screen);
    surface_put(surface, at(1, 1, surface_columns(surface) - 1), STYLE_NORMAL,
                screen->session->focus->description);
    surface_rule(surface, 2);
    table_draw(&history->table, surface, LIST_ROW, line_draw, history);
    int rule = LIST_ROW + history->table.page;
    surface_rule(surface, rule);
    if (history->lines.count)
        surface_wrap(surface, at(rule + 1, 1, surface_columns(surface) - 1), PANE_ROWS, STYLE_NORMAL,
                     line_at(history, history->table.cursor)->what);
    surface_cursor(surface, LIST_ROW + history->table.cursor - history->table.top, 0);
}

static bool collect(void *context, const struct event *event, const struct event *before) {
    struct history *history = context;
    char what[WHAT_MAX];
    event_print(event, before, history->screen.session->focus, what, sizeof what);
    const struct line line = {
        .when = event->at,
        .quarter = event->change.key.quarter.number,
        .who = arena_text(&history->arena, event->who, strlen(event->who)),
        .what = arena_text(&history->arena, what, strlen(what)),
    };
    list_add(&history->lines, &line);
    return true;
}

static void forget(struct history *history) {
    list_release(&history->lines);
    arena_release(&history->arena);
}

static void reload(struct screen *screen) {
    struct history *history = (struct history *)screen;
    struct session *session = screen->session;
    const struct quarter year = {.year = session->quarter.year};
    struct events events;
    struct err err = {0};
    forget(history);
    history->read = office_events(session->office, session->focus->code, year, &events, &err);
    if (history->read)
        events_each(&events, collect, history);
    else
        session_fail(session, &err);
    events_release(&events);
    table_size(&history->table, history->lines.count,
               session->rows - LIST_ROW - PANE_ROWS - 1 - BAR_BOTTOM_ROWS);
}

static enum next act(struct screen *screen, enum action action) {
    if (table_act(&((struct history *)screen)->table, action))
        return NEXT_STAY;
    return screen_act(screen, action);
}

static void history_free(struct screen *screen) {
    forget((struct history *)screen);
    free(screen);
}

struct screen *history_new(struct session *session) {
    static const struct screen_ops ops = {
        .name = "riwayat",
        .bindings = bindings,
        .binding_count = sizeof bindings / sizeof *bindings,
        .title = title,
        .hint = hint,
        .draw = draw,
        .act = act,
        .reload = reload,
        .free = history_free,
    };
    struct history *history = memory_alloc(1, sizeof *history);
    history->screen = (struct screen){&ops, session};
    history->lines = (struct list){.size = sizeof(struct line)};
    return &history->screen;
}
