/* Cari: every indicator the person may read, narrowed while typing. Enter goes there. */
#include "base/memory.h"
#include "base/text.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/line_edit.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum { INPUT_ROW = 1, LIST_ROW = 3, PANE_ROWS = 4, NEEDLE_MAX = 100, CODE_COLUMNS = 10, UNIT_COLUMNS = 16 };

struct search {
    struct screen screen;
    struct line_edit needle;
    struct table table;
    const struct indicator **found; /* table.count of them */
};

static const struct search *search_of(const struct screen *screen) {
    return (const struct search *)screen;
}

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_ENTER, .weight = 8, .action = ACTION_OPEN},
    {.key = KEY_F1, .weight = 9, .action = ACTION_HELP},
    {.key = KEY_ESCAPE, .weight = 7, .action = ACTION_BACK},
    {.key = KEY_F10, .weight = 2, .action = ACTION_QUIT},
};

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    snprintf(out, TITLE_TEXT_MAX, "CARI INDIKATOR | %d ditemukan", search_of(screen)->table.count);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    if (search_of(screen)->table.count)
        snprintf(out, TITLE_TEXT_MAX, "Ketik sebagian kode, uraian atau sasaran. Enter membukanya.");
    else
        snprintf(out, TITLE_TEXT_MAX,
                 "Tidak ada yang cocok. Hapus beberapa huruf, atau Ctrl-U untuk mulai lagi.");
}

static void row_draw(const void *context, struct surface *surface, int index, int row) {
    const struct search *search = context;
    const struct indicator *indicator = search->found[index];
    int width = surface_columns(surface);
    if (index == search->table.cursor)
        surface_put(surface, at(row, 0, 1), STYLE_NORMAL, ">");
    surface_put(surface, at(row, 1, CODE_COLUMNS - 1), STYLE_NORMAL, indicator->code);
    surface_put(surface, at(row, 1 + CODE_COLUMNS, width - CODE_COLUMNS - UNIT_COLUMNS - 2), STYLE_NORMAL,
                indicator->description);
    surface_put(surface, at(row, width - UNIT_COLUMNS, UNIT_COLUMNS), STYLE_NORMAL, indicator->unit->code);
}

static void pane_draw(const struct indicator *indicator, struct surface *surface, int row) {
    struct span span = at(row, 1, surface_columns(surface) - 1);
    char objective[TITLE_TEXT_MAX * 2];
    snprintf(objective, sizeof objective, "Sasaran: %s", indicator->objective);
    span.row += surface_wrap(surface, span, PANE_ROWS / 2, STYLE_NORMAL, indicator->description);
    surface_wrap(surface, span, PANE_ROWS / 2, STYLE_NORMAL, objective);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct search *search = search_of(screen);
    surface_put(surface, at(INPUT_ROW, 1, 5), STYLE_NORMAL, "Cari:");
    table_draw(&search->table, surface, LIST_ROW, row_draw, search);
    int rule = LIST_ROW + search->table.page;
    surface_rule(surface, rule);
    if (search->table.count)
        pane_draw(search->found[search->table.cursor], surface, rule + 1);
    line_edit_draw(&search->needle, surface, at(INPUT_ROW, 7, surface_columns(surface) - 8), STYLE_NORMAL);
}

static bool matches(const struct indicator *indicator, const char *needle) {
    return text_contains_folded(indicator->code, needle) ||
           text_contains_folded(indicator->description, needle) ||
           text_contains_folded(indicator->objective, needle);
}

static void narrow(struct search *search) {
    const struct session *session = search->screen.session;
    const struct catalogue *catalogue = config_catalogue(session->config, session->quarter);
    int count = 0;
    for (int i = 0; i < catalogue->count; i++) {
        const struct indicator *indicator = &catalogue->indicator[i];
        if (person_reads(session->person, indicator->unit) && matches(indicator, search->needle.text))
            search->found[count++] = indicator;
    }
    table_size(&search->table, count, session->rows - LIST_ROW - PANE_ROWS - 1 - BAR_BOTTOM_ROWS);
}

static enum next type(struct screen *screen, const struct key *key) {
    struct search *search = (struct search *)screen;
    if (key->pasted && key->code == KEY_ENTER)
        return NEXT_STAY; /* of a pasted cell, its end */
    if (key->code == KEY_HOME || key->code == KEY_END || !line_edit_key(&search->needle, key))
        return NEXT_PASS;
    session_quiet(screen->session);
    table_go(&search->table, 0);
    narrow(search);
    return NEXT_STAY;
}

static enum next go(struct search *search) {
    struct session *session = search->screen.session;
    if (!search->table.count)
        return NEXT_STAY;
    session->focus = search->found[search->table.cursor];
    return NEXT_BACK;
}

static enum next act(struct screen *screen, enum action action) {
    struct search *search = (struct search *)screen;
    if (table_act(&search->table, action))
        return NEXT_STAY;
    return action == ACTION_OPEN ? go(search) : screen_act(screen, action);
}

static void reload(struct screen *screen) {
    narrow((struct search *)screen);
}

static void search_free(struct screen *screen) {
    free(((struct search *)screen)->found);
    free(screen);
}

struct screen *search_new(struct session *session) {
    static const struct screen_ops ops = {
        .name = "cari",
        .bindings = bindings,
        .binding_count = sizeof bindings / sizeof *bindings,
        .title = title,
        .hint = hint,
        .draw = draw,
        .type = type,
        .act = act,
        .reload = reload,
        .free = search_free,
    };
    int indicators = config_catalogue(session->config, session->quarter)->count;
    struct search *search = memory_alloc(1, sizeof *search);
    search->screen = (struct screen){&ops, session};
    search->found = memory_alloc((size_t)indicators, sizeof(const struct indicator *));
    line_edit_set(&search->needle, NEEDLE_MAX, "");
    return &search->screen;
}
