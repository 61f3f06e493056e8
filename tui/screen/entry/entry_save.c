#include "screen/entry/entry_grid.h"
#include "screen/screens.h"

const struct row *entry_grid_current(const struct entry_grid *grid) {
    return entry_rows_at(&grid->rows, grid->table.cursor);
}

/* False with *next: what the person sees then. */
static bool change(struct entry_grid *grid, const struct request *request, enum next *next) {
    struct session *session = grid->screen.session;
    struct outcome outcome;
    bool stale;
    *next = NEXT_STAY;
    if (session_change(session, request, &outcome, &stale)) {
        entry_rows_put(&grid->rows, session, &outcome);
        grid->changed = true;
        return true;
    }
    if (!stale)
        return false;
    grid->in_conflict = true;
    *next = screen_open(session, conflict_new(session, request, &outcome.record));
    return false;
}

/* How it was read, and what is odd about it. */
static void announce(struct session *session, const struct row *row, const struct typed *typed) {
    const struct indicator *indicator = row->indicator;
    char read[192];
    char warnings[256];
    typed_print(typed, &indicator->measure, row_before(row), read, sizeof read);
    warning_print(row->warnings, warnings, sizeof warnings);
    session_say(session, row->warnings ? STYLE_WARNING : STYLE_NORMAL, "%s %s%s%s", indicator->code, read,
                row->warnings ? " ! " : "", warnings);
}

bool entry_grid_keep(struct entry_grid *grid, enum next *next) {
    struct session *session = grid->screen.session;
    const struct row *row = entry_grid_current(grid);
    struct err err = {0};
    struct typed typed;
    *next = NEXT_STAY;
    if (entry_cell_blank(&grid->cell))
        grid->cell.open = false;
    if (!grid->cell.open || !row)
        return true;
    bool read = entry_cell_read(&grid->cell, row, &typed, &err);
    struct request request;
    if (read)
        request = entry_cell_request(&grid->cell, session, row, &typed);
    else
        session_fail(session, &err);
    if (!read || !change(grid, &request, next)) {
        grid->paste_refused = grid->pasting;
        return false;
    }
    grid->cell.open = false;
    announce(session, row, &typed);
    return true;
}

enum next entry_grid_clear(struct entry_grid *grid, const struct row *row) {
    struct session *session = grid->screen.session;
    const struct indicator *indicator = row->indicator;
    enum next next;
    if (!row->actual.filled) {
        session_say(session, STYLE_NORMAL, "%s sudah kosong", indicator->code);
        return NEXT_STAY;
    }
    char old[128];
    measure_print(row->actual.value, &indicator->measure, old, sizeof old);
    struct request request = session_request_on(session, EVENT_ACTUAL_CLEARED, indicator);
    request.change.replaces = row->head;
    if (change(grid, &request, &next))
        session_say(session, STYLE_NORMAL, "%s dikosongkan (tadinya %s). Z = urungkan", indicator->code, old);
    return next;
}

enum next entry_grid_mark(struct entry_grid *grid, const struct row *row) {
    struct session *session = grid->screen.session;
    const struct indicator *indicator = row->indicator;
    enum next next;
    if (!row->actual.filled) {
        session_say(session, STYLE_NORMAL, "%s belum diisi; * menandai angka yang sementara",
                    indicator->code);
        return NEXT_STAY;
    }
    struct request request = session_request_on(session, EVENT_ACTUAL_SET, indicator);
    request.change.replaces = row->head;
    request.change.actual = row->actual;
    request.change.actual.provisional = !row->actual.provisional;
    if (change(grid, &request, &next))
        session_say(session, STYLE_NORMAL, "%s sekarang angka %s", indicator->code,
                    row->actual.provisional ? "sementara (*)" : "final");
    return next;
}
