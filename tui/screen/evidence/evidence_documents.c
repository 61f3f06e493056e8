/* Bukti bidang: every document of the bidang's quarter, each once; one of them goes on to be ticked onto
 * indicators. */
#include "base/memory.h"
#include "screen/evidence/evidence_draw.h"
#include "screen/evidence/evidence_list.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum { ROW_HEADER = 1, ROW_LIST = 2 };

struct documents {
    struct screen screen;
    struct reading reading;
    struct attachments list;
    struct table table;
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_ENTER, .weight = 9, .action = ACTION_OPEN},
    BINDINGS_COMMON,
};

static struct documents *self_of(struct screen *screen) {
    return (struct documents *)screen;
}

static const struct record *document_at(const struct documents *self, int index) {
    return &self->list.record[index];
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "BUKTI BIDANG | %s | %s %d", session->focus->unit->name,
             quarter_name(session->quarter.number), session->quarter.year);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    if (((const struct documents *)screen)->table.count)
        snprintf(out, TITLE_TEXT_MAX, "Enter: tandai di indikator mana saja dokumen ini menjadi bukti.");
}

static void draw_document(const void *context, struct surface *surface, int index, int row) {
    const struct documents *self = context;
    const struct record *record = document_at(self, index);
    evidence_row_draw(self->screen.session, surface, row, record, FILE_NONE);
    if (index != self->table.cursor)
        return;
    surface_put(surface, at(row, 0, 1), STYLE_NORMAL, ">");
    surface_cursor(surface, row, 0);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct documents *self = (const struct documents *)screen;
    int rule = ROW_LIST + self->table.page;
    evidence_header_draw(surface, ROW_HEADER, "Judul");
    table_draw(&self->table, surface, ROW_LIST, draw_document, self);
    surface_rule(surface, rule);
    if (self->table.count) {
        evidence_pane_draw(screen->session, surface, rule + 1, document_at(self, self->table.cursor),
                           FILE_NONE);
        return;
    }
    surface_put(surface, at(ROW_LIST + 1, 2, 77), STYLE_NORMAL,
                "Bidang ini belum punya bukti triwulan ini. Esc kembali, lalu T = tambah");
    surface_cursor(surface, ROW_LIST + 1, 2);
}

static void reload(struct screen *screen) {
    struct documents *self = self_of(screen);
    struct session *session = screen->session;
    const struct unit *unit = session->focus->unit;
    const struct scope scope = session_scope(session, unit, KINDS_EVIDENCE);
    attachments_release(&self->list);
    reading_release(&self->reading);
    session_read(session, &scope, &self->reading);
    attachments_of_unit(&self->reading.records, unit, session->quarter, &self->list);
    table_size(&self->table, self->list.count,
               session->rows - ROW_LIST - EVIDENCE_PANE_ROWS - 1 - BAR_BOTTOM_ROWS);
}

static enum next act(struct screen *screen, enum action action) {
    struct documents *self = self_of(screen);
    struct session *session = screen->session;
    if (table_act(&self->table, action))
        return NEXT_STAY;
    if (action != ACTION_OPEN)
        return screen_act(screen, action);
    if (!self->table.count ||
        !session_may(session, &self->reading.records, EVENT_EVIDENCE_SET, session->focus))
        return NEXT_STAY;
    return screen_open(session, evidence_ticks_new(session, document_at(self, self->table.cursor)));
}

static void documents_free(struct screen *screen) {
    attachments_release(&self_of(screen)->list);
    reading_release(&self_of(screen)->reading);
    free(self_of(screen));
}

static const struct screen_ops ops = {
    .name = "bukti bidang",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = documents_free,
};

struct screen *evidence_documents_new(struct session *session) {
    struct documents *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    return &self->screen;
}
