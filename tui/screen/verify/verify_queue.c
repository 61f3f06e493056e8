/* What waits for verification in a quarter, bidang by bidang. */
#include "base/memory.h"
#include "model/review.h"
#include "model/workflow.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum { LINE_HEADER = 2, LINE_FIRST = 3 };

struct queue {
    struct screen screen;
    struct table table;
    struct review *review; /* of each bidang, in the order of the configuration */
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_ENTER, .letter = 'V', .weight = 9, .action = ACTION_VERIFY},
    BINDINGS_COMMON,
};

static struct queue *self_of(struct screen *screen) {
    return (struct queue *)screen;
}

/* Begins at the first that waits. */
static void go_waiting(struct queue *self) {
    for (int i = self->table.count - 1; i >= 0; i--)
        if (self->review[i].submission.stage == STAGE_SUBMITTED && self->review[i].tally.unjudged)
            table_go(&self->table, i);
}

static void reload(struct screen *screen) {
    struct queue *self = self_of(screen);
    struct session *session = screen->session;
    const struct config *config = session->config;
    const struct scope scope = session_scope(session, NULL, KINDS_REVIEW);
    struct reading reading;
    bool first = !self->table.count, ok = session_read(session, &scope, &reading);
    for (int i = 0; ok && i < config->unit_count; i++)
        review_of(&reading.records, &config->unit[i], session->quarter, NULL, &self->review[i]);
    reading_release(&reading);
    table_size(&self->table, ok ? config->unit_count : 0, session->rows - LINE_FIRST - BAR_BOTTOM_ROWS);
    if (first)
        go_waiting(self);
}

static void draw_unit(const void *context, struct surface *surface, int index, int line) {
    const struct queue *self = context;
    const struct session *session = self->screen.session;
    const struct submission *submission = &self->review[index].submission;
    const struct tally *tally = &self->review[index].tally;
    char late[64] = "belum";
    if (submission->first_at)
        config_timeliness_print(session->config, session->quarter, submission->first_at, late, sizeof late);
    surface_printf(surface, at(line, 0, surface_columns(surface)), STYLE_NORMAL,
                   "%c %-20.20s %-14s %5d %6d %6d %6d  %s", index == self->table.cursor ? '>' : ' ',
                   session->config->unit[index].name, stage_words.term[submission->stage].label,
                   tally->unjudged, tally->filled + tally->unplanned - tally->unjudged, tally->corrected,
                   tally->returned, late);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct queue *self = (const struct queue *)screen;
    surface_put(surface, at(LINE_HEADER, 2, surface_columns(surface) - 2), STYLE_NORMAL,
                "Bidang               Langkah        Belum Sudah  Dikor. Dikem.  Diajukan");
    table_draw(&self->table, surface, LINE_FIRST, draw_unit, self);
    surface_cursor(surface, LINE_FIRST + self->table.cursor - self->table.top, 0);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "VERIFIKASI %s %d", quarter_name(session->quarter.number),
             session->quarter.year);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct queue *self = (const struct queue *)screen;
    if (self->table.count)
        snprintf(out, TITLE_TEXT_MAX, "Enter memeriksa %s. Esc kembali.",
                 screen->session->config->unit[self->table.cursor].name);
    else
        snprintf(out, TITLE_TEXT_MAX, "Esc kembali.");
}

static enum next act(struct screen *screen, enum action action) {
    struct queue *self = self_of(screen);
    struct session *session = screen->session;
    if (table_act(&self->table, action))
        return NEXT_STAY;
    if (action == ACTION_VERIFY && self->table.count)
        return screen_open(session, verify_new(session, &session->config->unit[self->table.cursor]));
    return screen_act(screen, action);
}

static void queue_free(struct screen *screen) {
    free(self_of(screen)->review);
    free(screen);
}

static const struct screen_ops ops = {
    .name = "antrean verifikasi",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = queue_free,
};

struct screen *verify_open(struct session *session) {
    struct err err = {0};
    if (!deed_held(session->config, session->person, DEED_CHECK, session->unit, &err)) {
        session_fail(session, &err);
        return NULL;
    }
    if (session->unit)
        return verify_new(session, session->unit);
    struct queue *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->review = memory_alloc((size_t)session->config->unit_count, sizeof *self->review);
    return &self->screen;
}
