/* Jadwal: the year's control calendar. */
#include "view/calendar.h"
#include "base/list.h"
#include "base/memory.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum { LINE_HEADER = 2, LINE_FIRST = 3, WHAT = 10, DUE = 28, LEFT = 40, HAPPENED = 55 };
enum {
    KINDS = 1u << RECORD_SUBMISSION | 1u << RECORD_MEETING | 1u << RECORD_DOCUMENT | 1u << RECORD_HANDOVER
};

struct calendar_screen {
    struct screen screen;
    struct table table;
    struct list lines; /* of struct calendar_line */
};

static const struct binding bindings[] = {BINDINGS_LIST, BINDINGS_COMMON};

static const struct calendar_line *line_at(const struct calendar_screen *self, int index) {
    return (const struct calendar_line *)self->lines.item + index;
}

static bool collect(void *context, const struct calendar_line *line) {
    struct calendar_screen *self = context;
    list_add(&self->lines, line);
    return true;
}

/* Begins at the next thing that is due. */
static void go_today(struct calendar_screen *self) {
    struct date today = session_today(self->screen.session);
    for (int i = 0; i < self->lines.count; i++)
        if (line_at(self, i)->due.year && date_compare(line_at(self, i)->due, today) >= 0) {
            table_go(&self->table, i);
            return;
        }
}

static void reload(struct screen *screen) {
    struct calendar_screen *self = (struct calendar_screen *)screen;
    struct session *session = screen->session;
    const struct scope scope = session_scope(session, session->unit, KINDS);
    struct reading reading;
    bool first = !self->table.count;
    list_release(&self->lines);
    if (session_read(session, &scope, &reading))
        calendar_each(&reading.records, session->unit, session->quarter.year, collect, self);
    reading_release(&reading);
    table_size(&self->table, self->lines.count, session->rows - LINE_FIRST - BAR_BOTTOM_ROWS);
    if (first)
        go_today(self);
}

static void draw_line(const void *context, struct surface *surface, int index, int row) {
    const struct calendar_screen *self = context;
    const struct calendar_line *line = line_at(self, index);
    char due[CLOCK_TEXT_MAX] = "", left[32];
    bool opens = index == self->table.top || line_at(self, index - 1)->quarter.number != line->quarter.number;
    calendar_left_print(line, session_today(self->screen.session), left, sizeof left);
    if (line->due.year)
        date_print_short(line->due, due);
    surface_put(surface, at(row, 0, 1), STYLE_NORMAL, index == self->table.cursor ? ">" : " ");
    surface_put(surface, at(row, 2, WHAT - 2), STYLE_NORMAL, opens ? quarter_name(line->quarter.number) : "");
    surface_put(surface, at(row, WHAT, DUE - WHAT), STYLE_NORMAL, line->what);
    surface_put(surface, at(row, DUE, LEFT - DUE), STYLE_NORMAL, due);
    surface_put(surface, at(row, LEFT, HAPPENED - LEFT), STYLE_NORMAL, left);
    surface_put(surface, at(row, HAPPENED, surface_columns(surface) - HAPPENED), STYLE_NORMAL,
                line->happened);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct calendar_screen *self = (const struct calendar_screen *)screen;
    surface_put(surface, at(LINE_HEADER, 2, surface_columns(surface) - 2), STYLE_NORMAL,
                "Triwulan Acara            Tanggal     Sisa           Terjadi");
    table_draw(&self->table, surface, LINE_FIRST, draw_line, self);
    surface_cursor(surface, LINE_FIRST + self->table.cursor - self->table.top, 0);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "JADWAL %d | %s", session->quarter.year,
             session->unit ? session->unit->name : "Semua bidang");
}

/* Its quarter, which may have scrolled away, and what did not fit in its row. */
static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct calendar_screen *self = (const struct calendar_screen *)screen;
    if (!self->table.count) {
        snprintf(out, TITLE_TEXT_MAX, "Esc kembali.");
        return;
    }
    const struct calendar_line *line = line_at(self, self->table.cursor);
    snprintf(out, TITLE_TEXT_MAX, "%s | %s%s%s", quarter_name(line->quarter.number), line->what,
             *line->happened ? ": " : "", line->happened);
}

static enum next act(struct screen *screen, enum action action) {
    struct calendar_screen *self = (struct calendar_screen *)screen;
    return table_act(&self->table, action) ? NEXT_STAY : screen_act(screen, action);
}

static void calendar_free(struct screen *screen) {
    list_release(&((struct calendar_screen *)screen)->lines);
    free(screen);
}

static const struct screen_ops ops = {
    .name = "jadwal",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = calendar_free,
};

struct screen *calendar_new(struct session *session) {
    struct calendar_screen *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->lines.size = sizeof(struct calendar_line);
    return &self->screen;
}
