/* A report as `teks`, to be read before it is written: the same lines that the file would have. */
#include "base/list.h"
#include "base/memory.h"
#include "report/formats.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct preview {
    struct screen screen;
    struct report report;
    struct buf text;
    struct list line; /* of const char *, into the text, which ends in NUL behind each */
    struct table table;
};

static const struct binding bindings[] = {BINDINGS_LIST, BINDINGS_COMMON};

static struct preview *self_of(struct screen *screen) {
    return (struct preview *)screen;
}

static const char *line_at(const struct preview *self, int index) {
    return ((const char *const *)self->line.item)[index];
}

static void cut(struct preview *self) {
    char *at = self->text.data, *end;
    while (at && *at) {
        const char *line = at;
        end = at + strcspn(at, "\n");
        list_add(&self->line, &line);
        at = end + (*end != '\0');
        *end = '\0';
    }
}

static void reload(struct screen *screen) {
    struct preview *self = self_of(screen);
    const struct session *session = screen->session;
    buf_clear(&self->text);
    list_release(&self->line);
    report_write_text(&self->report, session->columns - 1, &self->text);
    cut(self);
    table_size(&self->table, self->line.count, session->rows - BAR_TOP_ROWS - BAR_BOTTOM_ROWS);
}

static void draw_line(const void *context, struct surface *surface, int index, int row) {
    const struct preview *self = context;
    surface_put(surface, at(row, 1, surface_columns(surface) - 1), STYLE_NORMAL, line_at(self, index));
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct preview *self = (const struct preview *)screen;
    table_draw(&self->table, surface, BAR_TOP_ROWS, draw_line, self);
    surface_cursor(surface, BAR_TOP_ROWS + self->table.cursor - self->table.top, 0);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct preview *self = (const struct preview *)screen;
    snprintf(out, TITLE_TEXT_MAX, "LAPORAN | %s | baris %d dari %d", self->report.name,
             self->table.cursor + 1, self->table.count);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    (void)screen;
    snprintf(out, TITLE_TEXT_MAX,
             "Panah, PgDn, End menggulung. Esc kembali; di sana pilih bentuk berkasnya.");
}

static enum next act(struct screen *screen, enum action action) {
    return table_act(&self_of(screen)->table, action) ? NEXT_STAY : screen_act(screen, action);
}

static void preview_free(struct screen *screen) {
    struct preview *self = self_of(screen);
    report_release(&self->report);
    buf_release(&self->text);
    list_release(&self->line);
    free(self);
}

static const struct screen_ops ops = {
    .name = "melihat laporan",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = preview_free,
};

struct screen *report_preview_new(struct session *session, const struct report *report) {
    struct preview *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->report = *report;
    self->line.size = sizeof(const char *);
    return &self->screen;
}
