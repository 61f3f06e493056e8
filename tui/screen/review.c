/* Periksa: what stands in the way of a bidang's quarter, where it stands, and the step that comes next. */
#include "base/arena.h"
#include "base/list.h"
#include "base/memory.h"
#include "base/text.h"
#include "model/expect.h"
#include "screen/ask/rekey.h"
#include "screen/ask/steps.h"
#include "screen/offer.h"
#include "screen/screens.h"
#include "screen/verify/verify_asks.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROW_SUMMARY = 1,
    ROW_NEXT = 2,
    NEXT_ROWS = 2,
    ROW_LEGEND = 4,
    ROW_FIRST = 6,
    PANE_ROWS = 3,
    CODE_COLUMNS = 9
};

struct review_line {
    const struct indicator *indicator;
    const char *text; /* in the arena */
};

struct review_screen {
    struct screen screen;
    struct table table;
    const struct unit *unit;
    struct reading reading;
    bool read;                     /* what there is; otherwise nothing can be said of it */
    struct review review;          /* of it */
    struct list blocking, pointed; /* of struct review_line */
    struct arena arena;
    char next[ERR_TEXT_MAX + 64]; /* what comes next, in words */
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_ENTER, .weight = 9, .action = ACTION_OPEN},
    {.key = KEY_F8, .letter = 'A', .weight = 9, .action = ACTION_STEP},
    {.key = KEY_NONE, .letter = 'T', .weight = 8, .action = ACTION_STEP_BACK},
    {.key = KEY_NONE, .letter = 'G', .weight = 7, .action = ACTION_ANSWER},
    {.key = KEY_NONE, .letter = 'Y', .weight = 3, .action = ACTION_REKEY},
    BINDINGS_COMMON,
};

static struct review_screen *self_of(struct screen *screen) {
    return (struct review_screen *)screen;
}

static const struct review_screen *self_in(const struct screen *screen) {
    return (const struct review_screen *)screen;
}

static const struct review_line *line_at(const struct review_screen *self, int index) {
    int blocking = self->blocking.count;
    const struct list *list = index < blocking ? &self->blocking : &self->pointed;
    return (const struct review_line *)list->item + (index < blocking ? index : index - blocking);
}

/* --- reading --- */

static const struct rules *rules_of(const struct session *session) {
    return &session->config->rules;
}

static void collect_line(struct review_screen *self, struct list *list, const struct row *row,
                         finding_set findings) {
    char text[ERR_TEXT_MAX];
    if (!findings)
        return;
    review_print(row, findings, rules_of(self->screen.session), text, sizeof text);
    const struct review_line line = {row->indicator, arena_text(&self->arena, text, strlen(text))};
    list_add(list, &line);
}

static bool collect(void *context, const struct row *row, finding_set findings) {
    struct review_screen *self = context;
    finding_set blocking = review_blocking(findings, rules_of(self->screen.session));
    collect_line(self, &self->blocking, row, blocking);
    collect_line(self, &self->pointed, row, findings & ~blocking);
    return true;
}

static void forget(struct review_screen *self) {
    list_release(&self->blocking);
    list_release(&self->pointed);
    arena_release(&self->arena);
    reading_release(&self->reading);
}

static void print_step(struct review_screen *self, const char *key, const struct ask_kind *kind) {
    char step[64];
    if (!kind)
        return;
    snprintf(step, sizeof step, "%s = %s", key, kind->heading);
    text_join(self->next, sizeof self->next, " | ", step);
}

static struct steps_seen seen_by(const struct review_screen *self) {
    return (struct steps_seen){&self->reading.records, self->unit, &self->review};
}

/* "A = AJUKAN", or what it waits for. Whatever it is that blocks stands in the way. */
static void print_next(struct review_screen *self) {
    const struct session *session = self->screen.session;
    const struct steps_seen seen = seen_by(self);
    struct tally tally = self->review.tally;
    char waits[ERR_TEXT_MAX];
    struct err err = {0};
    const struct ask_kind *next = steps_find(session, &seen, DIRECTION_FORWARD, &err);
    tally.lacking = self->review.blocked;
    expected_print(&self->reading.records.asker, self->unit, &tally, waits);
    print_step(self, "A", next);
    print_step(self, "T", steps_find(session, &seen, DIRECTION_BACK, &err));
    if (!next)
        text_join(self->next, sizeof self->next, " | ", waits);
}

static void reload(struct screen *screen) {
    struct review_screen *self = self_of(screen);
    struct session *session = screen->session;
    const struct scope scope = session_scope(session, self->unit, KINDS_REVIEW);
    const struct review_call call = {.each = collect, .context = self};
    forget(self);
    self->read = session_read(session, &scope, &self->reading);
    self->review = (struct review){0};
    self->next[0] = '\0';
    if (self->read) {
        review_of(&self->reading.records, self->unit, session->quarter, &call, &self->review);
        print_next(self);
    }
    table_size(&self->table, self->blocking.count + self->pointed.count,
               session->rows - ROW_FIRST - PANE_ROWS - 1 - BAR_BOTTOM_ROWS);
}

/* --- drawing --- */

static void draw_line(const void *context, struct surface *surface, int index, int row) {
    const struct review_screen *self = context;
    const struct review_line *line = line_at(self, index);
    int text = 4 + CODE_COLUMNS;
    surface_put(surface, at(row, 0, 1), STYLE_NORMAL, index == self->table.cursor ? ">" : " ");
    surface_put(surface, at(row, 2, 1), STYLE_NORMAL, index < self->blocking.count ? "x" : "?");
    surface_put(surface, at(row, 4, CODE_COLUMNS - 1), STYLE_NORMAL, line->indicator->code);
    surface_put(surface, at(row, text, surface_columns(surface) - text), STYLE_NORMAL, line->text);
}

/* Why it came back, in all rows that are left above the rule. */
static void draw_reason(struct surface *surface, int row, const char *reason) {
    char text[NOTE_MAX + 16];
    snprintf(text, sizeof text, "Alasan: %s", reason);
    surface_wrap(surface, at(row, 1, surface_columns(surface) - 1), ROW_FIRST - 1 - row, STYLE_WARNING, text);
}

static void draw_head(const struct review_screen *self, struct surface *surface) {
    const struct review *review = &self->review;
    const char *stage = review->state == ENTRY_WITHHELD ? entry_state_words.term[ENTRY_WITHHELD].label
                                                        : stage_words.term[review->submission.stage].label;
    int width = surface_columns(surface) - 1;
    if (review->state == ENTRY_WITHHELD)
        surface_put(surface, at(ROW_SUMMARY, 1, width), STYLE_NORMAL, stage);
    else
        surface_printf(surface, at(ROW_SUMMARY, 1, width), STYLE_NORMAL,
                       "%s. %d indikator menghalangi, %d mungkin dikembalikan, %d dikoreksi", stage,
                       review->blocked, review->pointed, review->tally.corrected);
    int next = surface_wrap(surface, at(ROW_NEXT, 1, width), NEXT_ROWS, STYLE_NORMAL, self->next);
    if (*review->submission.reason)
        draw_reason(surface, ROW_NEXT + next, review->submission.reason);
    else if (self->table.count)
        surface_put(surface, at(ROW_LEGEND, 1, width), STYLE_NORMAL,
                    review->submission.stage < STAGE_VERIFIED
                        ? "x menghalangi pengajuan   ? mungkin dikembalikan verifikator"
                        : "? masih perlu diperhatikan");
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct review_screen *self = self_in(screen);
    int rule = ROW_FIRST + self->table.page;
    surface_rule(surface, ROW_FIRST - 1);
    surface_rule(surface, rule);
    surface_cursor(surface, ROW_FIRST + self->table.cursor - self->table.top, 0);
    if (!self->read)
        return;
    draw_head(self, surface);
    if (!self->table.count) {
        surface_put(surface, at(ROW_FIRST, 1, 78), STYLE_NORMAL,
                    self->review.state == ENTRY_WITHHELD ? "Isiannya belum dapat Anda baca."
                                                         : "Tidak ada yang perlu diperhatikan.");
        return;
    }
    const struct review_line *line = line_at(self, self->table.cursor);
    int width = surface_columns(surface) - 1;
    table_draw(&self->table, surface, ROW_FIRST, draw_line, self);
    surface_put(surface, at(rule + 1, 1, width), STYLE_NORMAL, line->indicator->description);
    surface_wrap(surface, at(rule + 2, 1, width), PANE_ROWS - 1, STYLE_NORMAL, line->text);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "PERIKSA %s %d | %s", quarter_name(session->quarter.number),
             session->quarter.year, self_in(screen)->unit->name);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct review_screen *self = self_in(screen);
    if (self->table.count)
        snprintf(out, TITLE_TEXT_MAX, "Enter membuka %s di lembar isian. Esc kembali.",
                 line_at(self, self->table.cursor)->indicator->code);
    else
        snprintf(out, TITLE_TEXT_MAX, "Esc kembali.");
}

static const char *label(const struct screen *screen, enum action action) {
    static const struct offer offers[] = {{ACTION_ANSWER, DEED_ANSWER}, {ACTION_REKEY, DEED_FILL}};
    const struct review_screen *self = self_in(screen);
    if (action == ACTION_STEP)
        return steps_label(screen->session, self->unit, &self->review.tally, DIRECTION_FORWARD);
    if (action == ACTION_STEP_BACK)
        return steps_label(screen->session, self->unit, &self->review.tally, DIRECTION_BACK);
    bool of_line = action == ACTION_OPEN || action == ACTION_ANSWER || action == ACTION_REKEY;
    if (of_line && !self->table.count)
        return NULL;
    return offer_label(screen->session, self->unit, offers, sizeof offers / sizeof *offers, action);
}

/* --- keys --- */

static enum next open_line(struct review_screen *self, const struct indicator *indicator) {
    struct session *session = self->screen.session;
    if (!indicator)
        return NEXT_STAY;
    reading_release(&self->reading); /* read anew on the way back */
    session->focus = indicator;
    return screen_open(session, entry_grid_new(session));
}

static enum next step(struct review_screen *self, enum direction direction) {
    const struct steps_seen seen = seen_by(self);
    if (self->read)
        return steps_open(self->screen.session, &seen, direction);
    reload(&self->screen);
    return NEXT_STAY;
}

static enum next act(struct screen *screen, enum action action) {
    struct review_screen *self = self_of(screen);
    struct session *session = screen->session;
    const struct indicator *indicator =
        self->table.count ? line_at(self, self->table.cursor)->indicator : NULL;
    if (table_act(&self->table, action))
        return NEXT_STAY;
    switch ((int)action) {
    case ACTION_OPEN:
        return open_line(self, indicator);
    case ACTION_ANSWER:
        return indicator ? verify_ask(session, &ask_answer, indicator) : NEXT_STAY;
    case ACTION_REKEY:
        return indicator ? rekey_open(session, indicator) : NEXT_STAY;
    case ACTION_STEP:
        return step(self, DIRECTION_FORWARD);
    case ACTION_STEP_BACK:
        return step(self, DIRECTION_BACK);
    default:
        return screen_act(screen, action);
    }
}

static void review_free(struct screen *screen) {
    forget(self_of(screen));
    free(screen);
}

static const struct screen_ops ops = {
    .name = "periksa",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .label = label,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = review_free,
};

struct screen *review_new(struct session *session) {
    const struct unit *unit = steps_unit(session);
    if (!unit) {
        session_say(session, STYLE_ERROR, "Pilih dulu satu bidang dengan Kiri atau Kanan di menu");
        return NULL;
    }
    struct review_screen *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->unit = unit;
    self->blocking.size = self->pointed.size = sizeof(struct review_line);
    return &self->screen;
}
