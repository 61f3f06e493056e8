#include "screen/entry/entry_grid.h"
#include "base/memory.h"
#include "screen/ask/record_asks.h"
#include "screen/ask/rekey.h"
#include "screen/ask/steps.h"
#include "screen/offer.h"
#include "screen/screens.h"
#include "view/wording.h"
#include "widget/bar.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_PROGRESS = 1, LINE_HEADER = 2, LINE_FIRST = 3 };

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_F1, .letter = '?', .weight = 9, .action = ACTION_HELP},
    {.key = KEY_F2, .letter = 'R', .weight = 8, .action = ACTION_DETAIL},
    {.key = KEY_F3, .letter = '/', .weight = 7, .action = ACTION_SEARCH},
    {.key = KEY_F4, .letter = 'B', .weight = 8, .action = ACTION_EVIDENCE},
    {.key = KEY_F5, .letter = 'K', .weight = 7, .action = ACTION_BLANK_ONLY},
    {.key = KEY_F6, .letter = '=', .weight = 6, .action = ACTION_COPY_LAST},
    {.key = KEY_F7, .letter = 'P', .weight = 7, .action = ACTION_REVIEW},
    {.key = KEY_F8, .letter = 'A', .weight = 7, .action = ACTION_STEP},
    {.key = KEY_F9, .letter = 'L', .weight = 1, .action = ACTION_REPORT},
    {.key = KEY_NONE, .letter = 'Z', .weight = 5, .action = ACTION_UNDO},
    {.key = KEY_NONE, .letter = 'W', .weight = 2, .action = ACTION_HISTORY},
    {.key = KEY_NONE, .letter = 'H', .weight = 2, .action = ACTION_INSTRUCTIONS},
    {.key = KEY_NONE, .letter = '$', .weight = 1, .action = ACTION_SPEND},
    {.key = KEY_NONE, .letter = 'Y', .weight = 1, .action = ACTION_REKEY},
    {.key = KEY_NONE, .letter = 'M', .weight = 2, .action = ACTION_MINE_ONLY},
    {.key = KEY_NONE, .letter = '*', .weight = 2, .action = ACTION_PROVISIONAL},
    {.key = KEY_ENTER, .action = ACTION_NEXT},
    {.key = KEY_KEEP, .action = ACTION_KEEP},
    {.key = KEY_DELETE, .action = ACTION_CLEAR},
    {.key = KEY_BACKSPACE, .action = ACTION_CLEAR},
    {.key = KEY_ESCAPE, .action = ACTION_BACK},
    {.key = KEY_F10, .letter = 'Q', .weight = 4, .action = ACTION_QUIT},
};

static struct entry_grid *grid_of(struct screen *screen) {
    return (struct entry_grid *)screen;
}

static const struct entry_grid *grid_in(const struct screen *screen) {
    return (const struct entry_grid *)screen;
}

/* --- the list --- */

static int pane_rows(const struct session *session) {
    int spare = session->rows - 24;
    int rows = PANE_ROWS_MIN + (spare > 0 ? spare / 2 : 0);
    return rows < PANE_ROWS_MAX ? rows : PANE_ROWS_MAX;
}

static void place(struct entry_grid *grid) {
    const struct session *session = grid->screen.session;
    int page = session->rows - LINE_FIRST - pane_rows(session) - 1 - BAR_BOTTOM_ROWS;
    table_size(&grid->table, grid->rows.shown_count, page);
    grid->columns =
        entry_columns_for(session->columns, grid->rows.code_width, grid->rows.tally.corrected > 0);
}

static bool asks_something(const struct row *row) {
    return row->verdict == VERDICT_CORRECTED || row->verdict == VERDICT_RETURNED;
}

/* The session's focus is where the person is. */
static void look(struct entry_grid *grid) {
    struct session *session = grid->screen.session;
    entry_rows_show(&grid->rows, session, grid->table.top, grid->table.page);
    const struct records *records = entry_rows_records(&grid->rows);
    const struct row *row = entry_grid_current(grid);
    grid->here = row ? row->indicator : NULL;
    session->focus = grid->here;
    grid->has_last_year = row && row_last_year(records, row->indicator, row->quarter, &grid->last_year);
    buf_clear(&grid->verdict);
    if (row && asks_something(row))
        verdict_print(records, row, &grid->verdict);
}

static void arrange(struct entry_grid *grid) {
    struct session *session = grid->screen.session;
    grid->rows.kept = grid->cell.open ? grid->cell.indicator : NULL;
    entry_rows_filter(&grid->rows, session->person);
    place(grid);
    if (session->focus)
        table_go(&grid->table, entry_rows_near(&grid->rows, session->focus));
    look(grid);
}

static void load(struct entry_grid *grid) {
    struct session *session = grid->screen.session;
    if (entry_rows_load(&grid->rows, session, session->unit, NOTICE_KINDS))
        entry_notices_load(&grid->notices, entry_rows_records(&grid->rows), session->quarter);
}

/* Where another screen led must not stay hidden: by a filter, or in another bidang. */
static void uncover(struct entry_grid *grid) {
    struct session *session = grid->screen.session;
    const struct indicator *focus = session->focus;
    if (!focus || focus == grid->here || entry_rows_find(&grid->rows, focus) >= 0)
        return;
    grid->rows.blank_only = grid->rows.mine_only = false;
    if (session->unit && session->unit != focus->unit) {
        session->unit = focus->unit;
        load(grid);
    }
}

static void settle_conflict(struct entry_grid *grid) {
    const struct row *row = entry_grid_current(grid);
    if (!grid->in_conflict)
        return;
    grid->in_conflict = false;
    grid->cell.open = grid->screen.session->retype;
    if (row)
        grid->cell.head = row->head;
}

static void reload(struct screen *screen) {
    struct entry_grid *grid = grid_of(screen);
    load(grid);
    uncover(grid);
    arrange(grid);
    settle_conflict(grid);
}

/* --- typing --- */

static bool may_type(struct entry_grid *grid, const struct row *row) {
    return session_may(grid->screen.session, entry_rows_records(&grid->rows), EVENT_ACTUAL_SET,
                       row->indicator);
}

static enum next copy_last(struct entry_grid *grid, const struct row *row) {
    struct session *session = grid->screen.session;
    struct figure last = entry_last(row);
    if (last.kind != FIGURE_VALUE)
        session_say(session, STYLE_NORMAL, "%s: tidak ada nilai triwulan lalu untuk disalin",
                    row->indicator->code);
    else if (may_type(grid, row))
        entry_cell_open_value(&grid->cell, row, last.value);
    return NEXT_STAY;
}

/* What a person may begin a value with; a paste may bring anything, and is then told what is wrong. */
static bool begins_value(const struct key *key) {
    if (key->code != KEY_TEXT || key->point >= 0x80)
        return key->pasted && key->code == KEY_TEXT;
    return key->pasted || strchr("0123456789,.-sS", (int)key->point);
}

/* What the paste before this one left refused is not put together with it. */
static void begin_anew(struct entry_grid *grid) {
    grid->paste_refused = grid->cell.open = false;
    session_quiet(grid->screen.session);
}

/* Of a paste, what comes behind a refused value or the last row has no place. */
static bool passed_over(struct entry_grid *grid, const struct key *key) {
    if (grid->paste_refused && key->begins)
        begin_anew(grid);
    grid->pasting = key->pasted;
    grid->paste_refused &= key->pasted;
    grid->paste_ended &= key->pasted;
    grid->paste_skipped &= key->pasted && !key->begins;
    if (grid->paste_ended && key->code == KEY_TEXT)
        session_say(grid->screen.session, STYLE_WARNING,
                    "Baris sudah habis: sisa yang ditempel tidak dipakai. Periksa letak angkanya");
    return grid->paste_refused || grid->paste_ended;
}

static enum next act(struct screen *screen, enum action action);

/* A blank line right behind rows that were skipped may stand for one of them or for this row: a guess could
 * put every value that follows into the wrong row. */
static enum next pasted_enter(struct entry_grid *grid) {
    struct session *session = grid->screen.session;
    session_quiet(session);
    grid->paste_refused = grid->paste_skipped && (!grid->cell.open || entry_cell_blank(&grid->cell));
    if (!grid->paste_refused)
        return act(&grid->screen, ACTION_NEXT);
    grid->cell.open = false;
    session_say(
        session, STYLE_WARNING,
        "%s tidak diukur dan dilewati, lalu ada baris kosong: sisa yang ditempel tidak dipakai. Tempel "
        "lagi mulai baris ini",
        entry_rows_code(&grid->rows, grid->table.cursor - 1));
    return NEXT_STAY;
}

static enum next type(struct screen *screen, const struct key *key) {
    struct entry_grid *grid = grid_of(screen);
    const struct row *row = entry_grid_current(grid);
    if (passed_over(grid, key))
        return NEXT_STAY;
    if (key->pasted && key->code == KEY_ENTER)
        return pasted_enter(grid);
    if (!grid->cell.open && (!row || !begins_value(key)))
        return NEXT_PASS;
    if (!grid->cell.open && !may_type(grid, row))
        return NEXT_STAY;
    if (!grid->cell.open)
        entry_cell_open(&grid->cell, row, "");
    if (key->code == KEY_ESCAPE || key->code == KEY_CANCEL) {
        grid->cell.open = false;
        session_quiet(screen->session);
        return NEXT_STAY;
    }
    return entry_cell_key(&grid->cell, key) ? NEXT_STAY : NEXT_PASS;
}

/* --- actions --- */

static enum next go_next(struct entry_grid *grid) {
    int here = grid->table.cursor;
    int next = entry_rows_next(&grid->rows, here);
    if (next >= 0)
        table_go(&grid->table, next);
    grid->paste_ended = next < 0 && grid->pasting;
    grid->paste_skipped = next > here + 1 && grid->pasting;
    look(grid);
    return NEXT_STAY;
}

static enum next filter_toggle(struct entry_grid *grid, bool *filter) {
    *filter = !*filter;
    arrange(grid);
    return NEXT_STAY;
}

static enum next undo(struct entry_grid *grid) {
    const struct indicator *what;
    session_undo(grid->screen.session, &what);
    if (what)
        grid->screen.session->focus = what;
    return NEXT_STAY;
}

static enum next spend(struct session *session, const struct row *row) {
    const struct record_key key = record_key(RECORD_SPENDING, row->indicator->code, row->quarter);
    if (row->indicator->budgeted)
        return record_ask(session, &ask_spend, &key);
    session_say(session, STYLE_NORMAL, "%s tidak punya pagu di katalog", row->indicator->code);
    return NEXT_STAY;
}

static enum next act_on_row(struct entry_grid *grid, const struct row *row, enum action action) {
    struct session *session = grid->screen.session;
    switch ((int)action) {
    case ACTION_NEXT:
        return go_next(grid);
    case ACTION_DETAIL:
        return screen_open(session, detail_new(session));
    case ACTION_EVIDENCE:
        return screen_open(session, evidence_new(session));
    case ACTION_HISTORY:
        return screen_open(session, history_new(session));
    case ACTION_INSTRUCTIONS:
        return screen_open(session, records_new(session, RECORD_INSTRUCTION, row->indicator));
    case ACTION_SPEND:
        return spend(session, row);
    case ACTION_REKEY:
        return rekey_open(session, row->indicator);
    case ACTION_COPY_LAST:
        return copy_last(grid, row);
    case ACTION_CLEAR:
        return entry_grid_clear(grid, row);
    case ACTION_PROVISIONAL:
        return entry_grid_mark(grid, row);
    default:
        return screen_act(&grid->screen, action);
    }
}

/* These leave what is typed as it is; anything else saves it first. */
static bool leaves_cell_open(enum action action) {
    return action == ACTION_HELP || action == ACTION_QUIT || action == ACTION_COPY_LAST;
}

static enum next act_on_grid(struct entry_grid *grid, enum action action) {
    struct session *session = grid->screen.session;
    enum next next;
    if (!leaves_cell_open(action) && !entry_grid_keep(grid, &next))
        return next;
    if (table_act(&grid->table, action))
        return look(grid), NEXT_STAY;
    if (action == ACTION_BLANK_ONLY)
        return filter_toggle(grid, &grid->rows.blank_only);
    if (action == ACTION_MINE_ONLY)
        return filter_toggle(grid, &grid->rows.mine_only);
    if (action == ACTION_UNDO)
        return undo(grid);
    if (action == ACTION_SEARCH)
        return screen_open(session, search_new(session));
    if (action == ACTION_REVIEW)
        return screen_open(session, review_new(session));
    if (action == ACTION_REPORT)
        return screen_open(session, report_new(session));
    if (action == ACTION_STEP)
        return steps_begin(session, DIRECTION_FORWARD);
    const struct row *row = entry_grid_current(grid);
    return row ? act_on_row(grid, row, action) : screen_act(&grid->screen, action);
}

static enum next act(struct screen *screen, enum action action) {
    struct entry_grid *grid = grid_of(screen);
    enum next next = act_on_grid(grid, action);
    if (grid->changed)
        arrange(grid);
    grid->changed = false;
    return next;
}

/* --- drawing --- */

static void draw_row(const void *context, struct surface *surface, int index, int line) {
    const struct entry_grid *grid = context;
    const struct row *row = entry_rows_at(&grid->rows, index);
    if (row)
        entry_row_draw(&grid->columns, surface, line, row);
    if (index != grid->table.cursor)
        return;
    entry_focus_draw(&grid->columns, surface, line);
    if (grid->cell.open)
        entry_cell_draw(&grid->columns, surface, line, &grid->cell.edit, grid->cell.provisional);
}

static void draw_empty(const struct entry_grid *grid, struct surface *surface) {
    const char *text = grid->rows.blank_only  ? "Semua sudah terisi. K = tampilkan semua baris"
                       : grid->rows.mine_only ? "Tidak ada baris atas nama Anda. M = tampilkan semua baris"
                                              : "Tidak ada indikator di bidang ini. Esc = kembali";
    surface_put(surface, at(LINE_FIRST + 1, 1, 79), STYLE_NORMAL, text);
    surface_cursor(surface, LINE_FIRST + 1, 1);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct entry_grid *grid = grid_in(screen);
    const struct row *row = entry_grid_current(grid);
    entry_progress_draw(screen->session, surface, LINE_PROGRESS, &grid->rows.tally);
    entry_header_draw(&grid->columns, surface, LINE_HEADER);
    table_draw(&grid->table, surface, LINE_FIRST, draw_row, grid);
    int rule = LINE_FIRST + grid->table.page;
    surface_rule(surface, rule);
    const struct entry_about about = {
        .row = row,
        .last_year = grid->has_last_year ? &grid->last_year : NULL,
        .notice = row ? entry_notices_find(&grid->notices, row->indicator) : NULL,
        .verdict = buf_string(&grid->verdict),
    };
    if (row)
        entry_pane_draw(screen->session, surface, rule + 1, pane_rows(screen->session), &about);
    else
        draw_empty(grid, surface);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    const struct entry_rows *rows = &grid_in(screen)->rows;
    snprintf(out, TITLE_TEXT_MAX, "ISIAN %s %d | %s | %s%s%s", quarter_name(session->quarter.number),
             session->quarter.year, session->unit ? session->unit->name : "Semua bidang",
             session->person->name, rows->blank_only ? " | hanya kosong" : "",
             rows->mine_only ? " | milik saya" : "");
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct records *records = entry_rows_records(&grid_in(screen)->rows);
    const struct row *row = entry_grid_current(grid_in(screen));
    const struct measure_unit *measure = row ? &row->indicator->measure : NULL;
    struct err refused = {0};
    if (!row)
        return;
    if (!session_admits(screen->session, records, EVENT_ACTUAL_SET, row->indicator, &refused)) {
        bool final =
            row->actual.provisional &&
            session_admits(screen->session, records, EVENT_ACTUAL_FINALISED, row->indicator, &refused);
        snprintf(out, TITLE_TEXT_MAX, "%s. R rincian, B bukti, W riwayat",
                 final ? "Angka sementara: * menyatakannya final" : "Di sini Anda hanya membaca");
        return;
    }
    bool sum = row->indicator->plan.aggregation == AGGREGATION_SUM && row->quarter.number != YEAR_PERIOD;
    snprintf(out, TITLE_TEXT_MAX, "Ketik angka lalu Enter. Contoh: %s%s",
             measure->percent    ? "92,30 atau 45/60"
             : measure->decimals ? "12,5"
                                 : "12",
             sum ? " atau s10 (s.d. kini 10)" : "");
}

static const char *label(const struct screen *screen, enum action action) {
    static const struct offer offers[] = {
        {ACTION_COPY_LAST, DEED_FILL}, {ACTION_UNDO, DEED_FILL},  {ACTION_PROVISIONAL, DEED_FILL},
        {ACTION_SPEND, DEED_FILL},     {ACTION_REKEY, DEED_FILL},
    };
    const struct session *session = screen->session;
    if (action == ACTION_STEP)
        return steps_label(session, session->unit, &grid_in(screen)->rows.tally, DIRECTION_FORWARD);
    return offer_label(session, steps_unit(session), offers, sizeof offers / sizeof *offers, action);
}

/* --- drafts and life --- */

static bool draft(const struct screen *screen, struct draft *draft) {
    return entry_cell_draft(&grid_in(screen)->cell, screen->session->quarter, draft);
}

static void restore(struct screen *screen, const struct draft *draft) {
    struct entry_grid *grid = grid_of(screen);
    const struct row *row = entry_grid_current(grid);
    if (row)
        entry_cell_restore(&grid->cell, row, draft);
    arrange(grid);
}

static void grid_free(struct screen *screen) {
    entry_rows_release(&grid_of(screen)->rows);
    entry_notices_release(&grid_of(screen)->notices);
    buf_release(&grid_of(screen)->verdict);
    free(screen);
}

static const struct screen_ops ops = {
    .name = "isian",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .label = label,
    .draw = draw,
    .type = type,
    .act = act,
    .reload = reload,
    .draft = draft,
    .restore = restore,
    .free = grid_free,
};

struct screen *entry_grid_new(struct session *session) {
    struct entry_grid *grid = memory_alloc(1, sizeof *grid);
    grid->screen = (struct screen){.ops = &ops, .session = session};
    return &grid->screen;
}
