/* Dasbor: bidang by period; below, the chosen one by level, and what would lift its weakest. */
#include "view/dashboard.h"
#include "base/memory.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum { LINE_HEADER = 1, LINE_FIRST = 2, ROWS_MAX = 6, NAME = 2, CELLS = 24, CELL = 11, BAR = 16 };

struct dashboard_screen {
    struct screen screen;
    struct table table; /* of the bidang the person reads */
    int *unit;          /* their places in the configuration */
    int number;         /* the period, from 1 */
    struct reading reading;
    struct dashboard dashboard; /* empty while it could not be read */
    struct weakest weakest;     /* of the bidang and period chosen */
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_LEFT, .weight = 7, .action = ACTION_BEFORE},
    {.key = KEY_RIGHT, .weight = 7, .action = ACTION_AFTER},
    {.key = KEY_ENTER, .letter = 'I', .weight = 8, .action = ACTION_OPEN},
    BINDINGS_COMMON,
};

static struct dashboard_screen *self_of(struct screen *screen) {
    return (struct dashboard_screen *)screen;
}

static const struct dashboard_screen *self_in(const struct screen *screen) {
    return (const struct dashboard_screen *)screen;
}

/* The bidang under the cursor: there is at least one. */
static const struct unit *unit_of(const struct dashboard_screen *self) {
    return &self->screen.session->config->unit[self->unit[self->table.cursor]];
}

static struct quarter quarter_of(const struct dashboard_screen *self) {
    return (struct quarter){self->screen.session->quarter.year, self->number};
}

/* Of the bidang and period chosen. */
static const struct dashboard_cell *cell_of(const struct dashboard_screen *self) {
    return &self->dashboard.cell[self->unit[self->table.cursor]][self->number - 1];
}

/* --- reading --- */

static void look(struct dashboard_screen *self) {
    dashboard_weakest(&self->reading.records, unit_of(self), quarter_of(self), &self->weakest);
}

static void reload(struct screen *screen) {
    struct dashboard_screen *self = self_of(screen);
    struct session *session = screen->session;
    const struct scope scope = session_scope(session, NULL, KINDS_ROW);
    reading_release(&self->reading);
    dashboard_release(&self->dashboard);
    if (session_read(session, &scope, &self->reading))
        dashboard_of(&self->reading.records, session->quarter.year, &self->dashboard);
    table_size(&self->table, self->table.count, self->table.count < ROWS_MAX ? self->table.count : ROWS_MAX);
    look(self);
}

/* --- drawing --- */

static void draw_unit(const void *context, struct surface *surface, int index, int line) {
    const struct dashboard_screen *self = context;
    bool current = index == self->table.cursor;
    surface_put(surface, at(line, 0, 1), STYLE_NORMAL, current ? ">" : " ");
    surface_put(surface, at(line, NAME, CELLS - NAME - 1), STYLE_NORMAL,
                self->screen.session->config->unit[self->unit[index]].name);
    for (int i = 0; self->dashboard.cell && i < PERIODS; i++) {
        const struct tally *tally = &self->dashboard.cell[self->unit[index]][i].tally;
        char mean[DECIMAL_TEXT_MAX], text[64] = "-";
        int count;
        bool chosen = current && i + 1 == self->number;
        figure_print(average_all(&tally->average, &count), 2, mean);
        if (count)
            snprintf(text, sizeof text, "%s/%d", mean, count);
        int column = CELLS + i * CELL;
        surface_put_right(surface, at(line, column, CELL - 1), STYLE_NORMAL, text);
        surface_put(surface, at(line, column + CELL - 1, 1), STYLE_NORMAL, chosen ? "<" : " ");
    }
}

static void draw_header(struct surface *surface) {
    surface_put(surface, at(LINE_HEADER, NAME, CELLS - NAME), STYLE_NORMAL, "Bidang");
    for (int i = 0; i < PERIODS; i++)
        surface_put_right(surface, at(LINE_HEADER, CELLS + i * CELL, CELL - 1), STYLE_NORMAL,
                          quarter_name(i + 1));
}

static void put_bar(struct surface *surface, int line, int column, struct decimal percent) {
    int full = (int)(percent.units * BAR / (100 * (int64_t)DECIMAL_SCALE));
    for (int i = 0; i < BAR; i++)
        surface_put(surface, at(line, column + i, 1), STYLE_NORMAL, i < full ? "█" : "░");
}

static void draw_level(const struct dashboard_screen *self, struct surface *surface, int line,
                       enum level level) {
    const struct rules *rules = &self->screen.session->config->rules;
    char mean[DECIMAL_TEXT_MAX];
    int count;
    struct figure average = average_level(&cell_of(self)->tally.average, level, &count);
    static const char *const names[LEVEL_COUNT] = {"IKU", "Program", "Kegiatan", "Sub Kegiatan"};
    surface_put(surface, at(line, NAME, CELLS - NAME - 1), STYLE_NORMAL, names[level]);
    if (!count) {
        surface_put(surface, at(line, CELLS, 40), STYLE_NORMAL, "-");
        return;
    }
    figure_print(average, 2, mean);
    put_bar(surface, line, CELLS, average.value);
    surface_printf(surface, at(line, CELLS + BAR + 1, 40), STYLE_NORMAL, "%6s dari %d indikator, %s", mean,
                   count, bands_grade(&rules->bands, average));
}

static void draw_summary(const struct dashboard_screen *self, struct surface *surface, int line) {
    const struct config *config = self->screen.session->config;
    const struct dashboard_cell *cell = cell_of(self);
    char time[64], mean[DECIMAL_TEXT_MAX];
    int count;
    struct figure average = average_all(&cell->tally.average, &count);
    figure_print(average, 2, mean);
    dashboard_time_print(config, quarter_of(self), cell, time, sizeof time);
    surface_printf(surface, at(line, 1, surface_columns(surface) - 1), STYLE_NORMAL, "%s %s: %s%s%s. %s%s%s",
                   unit_of(self)->name, quarter_name(self->number), count ? mean : "belum ada capaian",
                   count ? ", " : "", bands_grade(&config->rules.bands, average),
                   entry_state_words.term[cell->state].label, *time ? ", " : "", time);
}

static void draw_weakest(const struct dashboard_screen *self, struct surface *surface, int line) {
    const struct rules *rules = &self->screen.session->config->rules;
    surface_put(surface, at(line++, 1, 79), STYLE_NORMAL,
                self->weakest.count ? "Terendah, dan yang menaikkan predikatnya" : "");
    for (int i = 0; i < self->weakest.count; i++, line++) {
        const struct row *row = &self->weakest.row[i];
        char achieved[DECIMAL_TEXT_MAX], lift[ERR_TEXT_MAX];
        figure_print(row->final, 2, achieved);
        dashboard_lift_print(row, rules, lift, sizeof lift);
        surface_printf(surface, at(line, NAME, surface_columns(surface) - NAME), STYLE_NORMAL,
                       "%-9s %7s  %-14s %s", row->indicator->code, achieved,
                       bands_grade(&rules->bands, row->final), lift);
    }
}

static void draw_chosen(const struct dashboard_screen *self, struct surface *surface, int line) {
    draw_summary(self, surface, line++);
    for (int level = 0; level < LEVEL_COUNT; level++)
        draw_level(self, surface, line++, (enum level)level);
    draw_weakest(self, surface, line + 1);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct dashboard_screen *self = self_in(screen);
    int line = LINE_FIRST + self->table.page;
    draw_header(surface);
    table_draw(&self->table, surface, LINE_FIRST, draw_unit, self);
    surface_rule(surface, line);
    surface_cursor(surface, LINE_FIRST + self->table.cursor - self->table.top, 0);
    if (self->dashboard.cell)
        draw_chosen(self, surface, line + 1);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    char basis[128];
    rules_print_basis(&session->config->rules, basis, sizeof basis);
    snprintf(out, TITLE_TEXT_MAX, "DASBOR %d | %s", session->quarter.year, basis);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct dashboard_screen *self = self_in(screen);
    snprintf(out, TITLE_TEXT_MAX, "Kiri/Kanan triwulan. Enter membuka lembar isian%s%s.",
             self->weakest.count ? " di " : "",
             self->weakest.count ? self->weakest.row[0].indicator->code : "");
}

/* --- keys --- */

static enum next step(struct dashboard_screen *self, int by) {
    self->number = (self->number - 1 + by + PERIODS) % PERIODS + 1;
    look(self);
    return NEXT_STAY;
}

static enum next fill(struct dashboard_screen *self) {
    struct session *session = self->screen.session;
    reading_release(&self->reading); /* read anew on the way back */
    session->unit = unit_of(self);
    session->quarter = quarter_of(self);
    session->focus = self->weakest.count ? self->weakest.row[0].indicator : NULL;
    return screen_open(session, entry_grid_new(session));
}

static enum next act(struct screen *screen, enum action action) {
    struct dashboard_screen *self = self_of(screen);
    if (table_act(&self->table, action))
        return look(self), NEXT_STAY;
    switch ((int)action) {
    case ACTION_BEFORE:
        return step(self, -1);
    case ACTION_AFTER:
        return step(self, 1);
    case ACTION_OPEN:
        return fill(self);
    default:
        return screen_act(screen, action);
    }
}

static void dashboard_free(struct screen *screen) {
    struct dashboard_screen *self = self_of(screen);
    reading_release(&self->reading);
    dashboard_release(&self->dashboard);
    free(self->unit);
    free(self);
}

static const struct screen_ops ops = {
    .name = "dasbor",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = dashboard_free,
};

struct screen *dashboard_new(struct session *session) {
    const struct config *config = session->config;
    struct dashboard_screen *self = memory_alloc(1, sizeof *self);
    int count = 0, here = 0;
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->unit = memory_alloc((size_t)config->unit_count, sizeof *self->unit);
    self->number = session->quarter.number;
    for (int i = 0; i < config->unit_count; i++) {
        if (!person_reads(session->person, &config->unit[i]))
            continue;
        if (&config->unit[i] == session->unit)
            here = count;
        self->unit[count++] = i;
    }
    table_size(&self->table, count, ROWS_MAX);
    table_go(&self->table, here);
    if (count)
        return &self->screen;
    session_say(session, STYLE_ERROR, "Tidak ada bidang yang dapat Anda baca");
    dashboard_free(&self->screen);
    return NULL;
}
