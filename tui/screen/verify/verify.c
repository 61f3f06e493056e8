/* Verification of a bidang's quarter: one key for what is as it should be, a few words for what is not. */
#include "screen/verify/verify.h"
#include "base/memory.h"
#include "model/workflow.h"
#include "screen/ask/steps.h"
#include "screen/entry/entry_draw.h"
#include "screen/entry/entry_rows.h"
#include "screen/screens.h"
#include "screen/verify/verify_asks.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum { LINE_PROGRESS = 1, LINE_HEADER = 2, LINE_FIRST = 3 };

struct verify {
    struct screen screen;
    const struct unit *unit;
    struct entry_rows rows;
    struct table table;
    const struct indicator *asked; /* a form about it is on top; NULL: none */
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_ENTER, .action = ACTION_DOWN},
    {.key = KEY_NONE, .letter = 'S', .weight = 9, .action = ACTION_PASS},
    {.key = KEY_NONE, .letter = 'K', .weight = 9, .action = ACTION_CORRECT},
    {.key = KEY_NONE, .letter = 'M', .weight = 9, .action = ACTION_MEND},
    {.key = KEY_DELETE, .weight = 1, .action = ACTION_UNMARK},
    {.key = KEY_F4, .letter = 'B', .weight = 8, .action = ACTION_EVIDENCE},
    {.key = KEY_F2, .letter = 'R', .weight = 4, .action = ACTION_DETAIL},
    {.key = KEY_F8, .letter = 'A', .weight = 7, .action = ACTION_FINISH},
    {.key = KEY_NONE, .letter = 'T', .weight = 3, .action = ACTION_SEND_BACK},
    {.key = KEY_NONE, .letter = 'N', .weight = 5, .action = ACTION_UNJUDGED},
    {.key = KEY_NONE, .letter = 'X', .weight = 4, .action = ACTION_SAMPLE},
    {.key = KEY_NONE, .letter = 'W', .weight = 2, .action = ACTION_HISTORY},
    {.key = KEY_NONE, .letter = 'Z', .weight = 5, .action = ACTION_UNDO},
    BINDINGS_COMMON,
};

static struct verify *self_of(struct screen *screen) {
    return (struct verify *)screen;
}

static const struct verify *self_in(const struct screen *screen) {
    return (const struct verify *)screen;
}

static const struct row *current(const struct verify *self) {
    return entry_rows_at(&self->rows, self->table.cursor);
}

/* --- the list --- */

static void place(struct verify *self) {
    const struct session *session = self->screen.session;
    table_size(&self->table, self->rows.shown_count,
               session->rows - LINE_FIRST - verify_pane_rows(session) - 1 - BAR_BOTTOM_ROWS);
}

/* The rows in view are at hand, and the person is at the one under the cursor. */
static void look(struct verify *self) {
    struct session *session = self->screen.session;
    entry_rows_show(&self->rows, session, self->table.top, self->table.page);
    const struct row *row = current(self);
    session->focus = row ? row->indicator : NULL;
}

static void arrange(struct verify *self) {
    entry_rows_filter(&self->rows, self->screen.session->person);
    place(self);
}

static int filled(const struct verify *self) {
    return self->rows.tally.filled + self->rows.tally.unplanned;
}

static void say_finished(const struct verify *self) {
    const struct tally *tally = &self->rows.tally;
    if (!filled(self) || tally->unjudged)
        return;
    if (tally->returned)
        session_say(self->screen.session, STYLE_NORMAL,
                    "Semua sudah diperiksa; %d menunggu perbaikan bidangnya, lalu diperiksa lagi",
                    tally->returned);
    else
        session_say(self->screen.session, STYLE_NORMAL, "Semua sudah diperiksa. A menyelesaikan verifikasi");
}

/* To the next row that waits, behind `from` and then from the start; nowhere when none does. */
static void go_waiting(struct verify *self, int from) {
    int next = entry_rows_next_unjudged(&self->rows, from);
    if (next >= 0)
        table_go(&self->table, next);
    look(self);
}

static void go_on(struct verify *self, int from) {
    go_waiting(self, from);
    say_finished(self);
}

/* Behind a form that left a verdict it goes on, as behind S. */
static void settle_asked(struct verify *self) {
    const struct row *row = current(self);
    bool done = self->asked && row && row->indicator == self->asked && !row_unjudged(row);
    self->asked = NULL;
    if (done)
        go_on(self, self->table.cursor);
}

static void go_back(struct verify *self) {
    const struct indicator *focus = self->screen.session->focus;
    if (focus)
        table_go(&self->table, entry_rows_near(&self->rows, focus));
    look(self);
}

static void reload(struct screen *screen) {
    struct verify *self = self_of(screen);
    bool first = self->rows.count == 0;
    entry_rows_load(&self->rows, screen->session, self->unit, 1u << RECORD_NOTES);
    place(self);
    if (first)
        go_waiting(self, self->rows.shown_count - 1);
    else
        go_back(self);
    settle_asked(self);
}

/* --- judging --- */

static bool judge(struct verify *self, const struct row *row, enum event_kind kind) {
    struct session *session = self->screen.session;
    const struct records *records = entry_rows_records(&self->rows);
    struct request request = session_request_on(session, kind, row->indicator);
    struct record standing;
    struct outcome outcome;
    if (!session_may(session, records, kind, row->indicator))
        return false;
    records_get(records, &request.change.key, &standing);
    request.change.replaces = standing.head;
    session_quiet(session);
    if (!session_change(session, &request, &outcome, NULL))
        return false;
    entry_rows_put(&self->rows, session, &outcome);
    arrange(self);
    return true;
}

/* One key does not wipe out what somebody wrote, and does not write what stands already; a row without a
 * value is passed by. */
static enum next pass(struct verify *self, const struct row *row) {
    int here = self->table.cursor;
    session_quiet(self->screen.session);
    if (row->verdict == VERDICT_CORRECTED || row->verdict == VERDICT_RETURNED) {
        session_say(self->screen.session, STYLE_WARNING, "%s: %s. Del menghapus putusan itu dulu",
                    row->indicator->code, verdict_words.term[row->verdict].label);
        return NEXT_STAY;
    }
    bool passed_by = !row->actual.filled || row->verdict == VERDICT_CONFORMS;
    if (passed_by ? !session_may(self->screen.session, entry_rows_records(&self->rows), EVENT_CHECK_PASSED,
                                 row->indicator)
                  : !judge(self, row, EVENT_CHECK_PASSED))
        return NEXT_STAY;
    go_on(self, self->rows.unjudged_only ? here - 1 : here);
    return NEXT_STAY;
}

static enum next clear(struct verify *self, const struct row *row) {
    if (judge(self, row, EVENT_CHECK_CLEARED))
        look(self);
    return NEXT_STAY;
}

static enum next ask_for(struct verify *self, const struct ask_kind *kind, const struct row *row) {
    enum next next = verify_ask(self->screen.session, kind, row->indicator);
    self->asked = next == NEXT_OPEN ? row->indicator : NULL;
    return next;
}

static enum next step(struct verify *self, enum direction direction) {
    struct session *session = self->screen.session;
    const struct scope scope = session_scope(session, self->unit, KINDS_REVIEW);
    struct reading reading;
    struct review review;
    const struct steps_seen seen = {&reading.records, self->unit, &review};
    enum next next = NEXT_STAY;
    if (session_read(session, &scope, &reading)) {
        review_of(&reading.records, self->unit, session->quarter, NULL, &review);
        next = steps_open(session, &seen, direction);
    }
    reading_release(&reading);
    return next;
}

static enum next toggle(struct verify *self, enum action action) {
    bool *only = action == ACTION_UNJUDGED ? &self->rows.unjudged_only : &self->rows.sample_only;
    *only = !*only;
    arrange(self);
    go_back(self);
    return NEXT_STAY;
}

static enum next act_on_row(struct verify *self, const struct row *row, enum action action) {
    struct session *session = self->screen.session;
    switch ((int)action) {
    case ACTION_PASS:
        return pass(self, row);
    case ACTION_UNMARK:
        return clear(self, row);
    case ACTION_CORRECT:
        return ask_for(self, &ask_correct, row);
    case ACTION_MEND:
        return ask_for(self, &ask_mend, row);
    case ACTION_EVIDENCE:
        return screen_open(session, evidence_new(session));
    case ACTION_DETAIL:
        return screen_open(session, detail_new(session));
    case ACTION_HISTORY:
        return screen_open(session, history_new(session));
    default:
        return screen_act(&self->screen, action);
    }
}

static enum next undo(struct verify *self) {
    const struct indicator *what;
    session_undo(self->screen.session, &what);
    if (what)
        self->screen.session->focus = what;
    return NEXT_STAY;
}

static enum next act(struct screen *screen, enum action action) {
    struct verify *self = self_of(screen);
    const struct row *row = current(self);
    if (table_act(&self->table, action))
        return look(self), NEXT_STAY;
    if (action == ACTION_UNJUDGED || action == ACTION_SAMPLE)
        return toggle(self, action);
    if (action == ACTION_FINISH)
        return step(self, DIRECTION_FORWARD);
    if (action == ACTION_SEND_BACK)
        return step(self, DIRECTION_BACK);
    if (action == ACTION_UNDO)
        return undo(self);
    return row ? act_on_row(self, row, action) : screen_act(screen, action);
}

/* --- drawing --- */

/* Figures stand at the right; the text has what is left of them. */
enum { CODE = 2, CODE_WIDTH = 9, MARK = 12, TEXT = 16 };
static const struct verify_column {
    const char *title;
    int width;
} right[] = {{"Target", 9}, {"Realisasi", 10}, {"Capaian", 8}, {"Akhir", 8}, {"Bukti", 5}};
enum { RIGHT = sizeof right / sizeof *right, BEHIND_ACTUAL = 21 /* of the right: after two columns */ };

static int right_width(void) {
    int width = 0;
    for (int i = 0; i < RIGHT; i++)
        width += right[i].width + 1;
    return width;
}

static void draw_right(struct surface *surface, int line, const char *const text[RIGHT]) {
    int column = surface_columns(surface) - right_width();
    for (int i = 0; i < RIGHT; column += right[i].width + 1, i++)
        surface_put_right(surface, at(line, column + 1, right[i].width), STYLE_NORMAL, text[i]);
}

static void draw_header(struct surface *surface) {
    const char *titles[RIGHT];
    for (int i = 0; i < RIGHT; i++)
        titles[i] = right[i].title;
    surface_put(surface, at(LINE_HEADER, CODE, surface_columns(surface) - right_width() - CODE), STYLE_NORMAL,
                "Kode      V   Indikator");
    draw_right(surface, LINE_HEADER, titles);
}

static void draw_row(const void *context, struct surface *surface, int index, int line) {
    const struct verify *self = context;
    const struct row *row = entry_rows_at(&self->rows, index);
    surface_put(surface, at(line, 0, 1), STYLE_NORMAL, index == self->table.cursor ? ">" : " ");
    if (!row)
        return; /* it could not be read */
    int places = measure_places(&row->indicator->measure);
    char target[DECIMAL_TEXT_MAX], actual[DECIMAL_TEXT_MAX], achieved[DECIMAL_TEXT_MAX],
        final[DECIMAL_TEXT_MAX], evidence[24];
    entry_target_print(row->figures.target, places, target);
    figure_print(row->figures.actual, places, actual);
    figure_print(row->figures.achievement, 2, achieved);
    figure_print(row->final, 2, final);
    snprintf(evidence, sizeof evidence, "%d/%d", row->required_attached, row->required);
    const char *const text[RIGHT] = {target, actual, achieved, row->verdict == VERDICT_CORRECTED ? final : "",
                                     evidence};
    surface_put(surface, at(line, CODE, CODE_WIDTH), STYLE_NORMAL, row->indicator->code);
    surface_put(surface, at(line, MARK, 1), STYLE_NORMAL, verdict_words.term[row->verdict].help);
    surface_put(surface, at(line, MARK + 1, 1), STYLE_WARNING, row->warnings ? "!" : "");
    surface_put(surface, at(line, MARK + 2, 1), STYLE_NORMAL,
                entry_rows_sampled(&self->rows, index) ? "+" : "");
    surface_put(surface, at(line, TEXT, surface_columns(surface) - right_width() - TEXT), STYLE_NORMAL,
                row->indicator->description);
    draw_right(surface, line, text);
    surface_put(surface, at(line, surface_columns(surface) - right_width() + BEHIND_ACTUAL, 1), STYLE_NORMAL,
                row->actual.provisional ? "*" : "");
}

static void draw_progress(const struct verify *self, struct surface *surface) {
    enum stage stands = tally_stage(&self->rows.tally);
    const char *stage = stands < STAGE_SUBMITTED    ? "belum diajukan bidangnya"
                        : stands == STAGE_SUBMITTED ? ""
                                                    : stage_words.term[stands].label;
    surface_printf(surface, at(LINE_PROGRESS, 1, 79), STYLE_NORMAL, "Diperiksa %d/%d%s%s%s%s",
                   filled(self) - self->rows.tally.unjudged, filled(self), *stage ? " | " : "", stage,
                   self->rows.unjudged_only ? " | hanya yang belum" : "",
                   self->rows.sample_only ? " | hanya sampel" : "");
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct verify *self = self_in(screen);
    const struct row *row = current(self);
    int rule = LINE_FIRST + self->table.page;
    draw_progress(self, surface);
    draw_header(surface);
    table_draw(&self->table, surface, LINE_FIRST, draw_row, self);
    surface_rule(surface, rule);
    surface_cursor(surface, LINE_FIRST + self->table.cursor - self->table.top, 0);
    if (row)
        verify_pane_draw(screen->session, surface, rule + 1, entry_rows_records(&self->rows), row);
    else if (!self->table.count)
        surface_put(surface, at(LINE_FIRST + 1, 1, 78), STYLE_NORMAL,
                    self->rows.unjudged_only && !filled(self) ? "Belum ada yang terisi. N = tampilkan semua"
                    : self->rows.unjudged_only                ? "Semua sudah diperiksa. N = tampilkan semua"
                                               : "Tidak ada baris di sini. X = tampilkan semua");
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "VERIFIKASI %s %d | %s", quarter_name(session->quarter.number),
             session->quarter.year, self_in(screen)->unit->name);
}

static bool judges(const struct verify *self) {
    const struct config *config = self->screen.session->config;
    return deed_possible(config, DEED_CHECK, tally_stage(&self->rows.tally), self->unit, self->unit->name,
                         &(struct err){0});
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    snprintf(out, TITLE_TEXT_MAX, "%s! janggal, + sampel",
             judges(self_in(screen)) ? "S sesuai, K koreksi, M minta perbaikan. " : "Di sini hanya dibaca. ");
}

static const char *label(const struct screen *screen, enum action action) {
    const struct verify *self = self_in(screen);
    bool verdict = action == ACTION_PASS || action == ACTION_CORRECT || action == ACTION_MEND ||
                   action == ACTION_UNMARK || action == ACTION_UNDO;
    if (verdict && !judges(self))
        return NULL;
    if (action == ACTION_FINISH)
        return steps_label(screen->session, self->unit, &self->rows.tally, DIRECTION_FORWARD);
    if (action == ACTION_SEND_BACK)
        return steps_label(screen->session, self->unit, &self->rows.tally, DIRECTION_BACK);
    return action_label(action);
}

static void verify_free(struct screen *screen) {
    struct verify *self = self_of(screen);
    entry_rows_release(&self->rows);
    free(self);
}

static const struct screen_ops ops = {
    .name = "verifikasi",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .label = label,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = verify_free,
};

struct screen *verify_new(struct session *session, const struct unit *unit) {
    struct verify *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->unit = unit;
    self->rows.sampled = true;
    return &self->screen;
}
