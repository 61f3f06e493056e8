/* One document, ticked onto several indicators of its bidang and attached to all of them at once. */
#include "base/memory.h"
#include "screen/evidence/evidence_list.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum { ROW_WHAT = 1, ROW_LIST = 3 };

struct tick {
    struct evidence_list list; /* of one indicator, with what it is */
    bool attached;             /* the document is there already */
    bool ticked;
};

struct ticks {
    struct screen screen;
    struct evidence document;
    struct tick *tick; /* table.count of them */
    struct table table;
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_NONE, .letter = ' ', .weight = 9, .action = ACTION_TICK},
    {.key = KEY_ENTER, .weight = 9, .action = ACTION_KEEP},
    {.key = KEY_KEEP, .action = ACTION_KEEP},
    BINDINGS_COMMON,
};

static struct ticks *self_of(struct screen *screen) {
    return (struct ticks *)screen;
}

static const struct ticks *self_in(const struct screen *screen) {
    return (const struct ticks *)screen;
}

static int count_ticked(const struct ticks *self) {
    int count = 0;
    for (int i = 0; i < self->table.count; i++)
        count += self->tick[i].ticked;
    return count;
}

/* --- drawing --- */

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "TANDAI BUKTI | %s | %s %d | %d ditandai", session->focus->unit->name,
             quarter_name(session->quarter.number), session->quarter.year, count_ticked(self_in(screen)));
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    (void)screen;
    snprintf(out, TITLE_TEXT_MAX, "Spasi menandai, Enter melampirkan pada semua yang ditandai. Esc batal.");
}

/* The right half says which required document this one would be there. */
static void draw_tick(const void *context, struct surface *surface, int index, int row) {
    const struct ticks *self = context;
    const struct tick *tick = &self->tick[index];
    const struct indicator *indicator = tick->list.indicator;
    const struct requirement *slot = evidence_list_slot(&tick->list, &self->document);
    int width = surface_columns(surface);
    int half = (width - 17) / 2;
    surface_put(surface, at(row, 2, 4), STYLE_NORMAL, tick->attached ? "ada" : tick->ticked ? "[x]" : "[ ]");
    surface_put(surface, at(row, 6, 10), STYLE_NORMAL, indicator->code);
    surface_put(surface, at(row, 17, half - 1), STYLE_NORMAL, indicator->description);
    if (slot && !tick->attached)
        surface_printf(surface, at(row, 17 + half, width - 17 - half), STYLE_NORMAL, "wajib: %s",
                       slot->title);
    if (index != self->table.cursor)
        return;
    surface_put(surface, at(row, 0, 1), STYLE_NORMAL, ">");
    surface_cursor(surface, row, 3);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct ticks *self = self_in(screen);
    surface_printf(surface, at(ROW_WHAT, 1, surface_columns(surface) - 1), STYLE_NORMAL, "%s: %s",
                   evidence_kind_words.term[self->document.kind].label, self->document.title);
    surface_rule(surface, ROW_WHAT + 1);
    table_draw(&self->table, surface, ROW_LIST, draw_tick, self);
}

/* --- keys --- */

static bool attach(struct ticks *self, struct tick *tick) {
    struct session *session = self->screen.session;
    const struct requirement *slot = evidence_list_slot(&tick->list, &self->document);
    if (!evidence_attach(session, &tick->list, &self->document, slot))
        return false;
    tick->ticked = false;
    return true;
}

/* What could not be attached stays ticked, with the reason on the message line. */
static enum next keep(struct ticks *self) {
    struct session *session = self->screen.session;
    int wanted = count_ticked(self);
    for (int i = 0; i < self->table.count; i++)
        if (self->tick[i].ticked && !attach(self, &self->tick[i]))
            return NEXT_STAY;
    if (!wanted) {
        session_say(session, STYLE_NORMAL, "Belum ada yang ditandai. Spasi menandai");
        return NEXT_STAY;
    }
    session_say(session, STYLE_NORMAL, "Dilampirkan pada %d indikator: \"%s\"", wanted, self->document.title);
    return NEXT_BACK;
}

static enum next act(struct screen *screen, enum action action) {
    struct ticks *self = self_of(screen);
    if (table_act(&self->table, action))
        return NEXT_STAY;
    if (action == ACTION_KEEP)
        return keep(self);
    if (action != ACTION_TICK)
        return screen_act(screen, action);
    struct tick *tick = &self->tick[self->table.cursor];
    tick->ticked = !tick->ticked && !tick->attached;
    return NEXT_STAY;
}

/* --- life --- */

static void reload(struct screen *screen) {
    struct ticks *self = self_of(screen);
    struct session *session = screen->session;
    const struct scope scope = session_scope(session, session->focus->unit, 1u << RECORD_EVIDENCE);
    struct reading reading;
    session_read(session, &scope, &reading);
    for (int i = 0; i < self->table.count; i++) {
        struct tick *tick = &self->tick[i];
        evidence_list_load(&tick->list, &reading.records, tick->list.indicator, session->quarter);
        tick->attached = evidence_list_has(&tick->list, &self->document.document);
        tick->ticked = tick->ticked && !tick->attached;
    }
    reading_release(&reading);
    table_size(&self->table, self->table.count, session->rows - ROW_LIST - BAR_BOTTOM_ROWS);
}

static void ticks_free(struct screen *screen) {
    struct ticks *self = self_of(screen);
    for (int i = 0; i < self->table.count; i++)
        evidence_list_release(&self->tick[i].list);
    free(self->tick);
    free(self);
}

static const struct screen_ops ops = {
    .name = "tandai bukti",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = ticks_free,
};

struct screen *evidence_ticks_new(struct session *session, const struct record *document) {
    const struct catalogue *catalogue = config_catalogue(session->config, session->quarter);
    struct ticks *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->document = document->evidence;
    self->tick = memory_alloc((size_t)catalogue->count, sizeof *self->tick);
    for (int i = 0; i < catalogue->count; i++) {
        const struct indicator *indicator = &catalogue->indicator[i];
        if (indicator->unit != session->focus->unit)
            continue;
        if (indicator == session->focus)
            self->table.cursor = self->table.count;
        self->tick[self->table.count++] =
            (struct tick){.list = {.indicator = indicator}, .ticked = indicator == session->focus};
    }
    return &self->screen;
}
