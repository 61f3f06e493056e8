/* Bukti bidang: every document of the bidang's quarter, each once; one of them goes on to be ticked onto
 * indicators. */
#include "base/list.h"
#include "base/memory.h"
#include "screen/evidence/evidence_draw.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum { ROW_HEADER = 1, ROW_LIST = 2 };

struct documents {
    struct screen screen;
    struct list list; /* of struct record */
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
    return (const struct record *)self->list.item + index;
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

static bool collect(void *context, const struct record *record) {
    list_add(context, record);
    return true;
}

static void reload(struct screen *screen) {
    struct documents *self = self_of(screen);
    struct session *session = screen->session;
    struct err err = {0};
    list_release(&self->list);
    if (!office_documents(session->office, session->focus->unit, session->quarter, collect, &self->list,
                          &err))
        session_fail(session, &err);
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
    if (!self->table.count || !session_may(session, EVENT_EVIDENCE_SET, session->focus))
        return NEXT_STAY;
    return screen_open(session, evidence_ticks_new(session, document_at(self, self->table.cursor)));
}

static void documents_free(struct screen *screen) {
    list_release(&self_of(screen)->list);
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
    self->list = (struct list){.size = sizeof(struct record)};
    return &self->screen;
}
