/* The Lembar Isian as its files share it: entry_grid.c shows it and takes the keys, entry_save.c saves. */
#ifndef SCREEN_ENTRY_ENTRY_GRID_H
#define SCREEN_ENTRY_ENTRY_GRID_H

#include "base/buf.h"
#include "screen/entry/entry_cell.h"
#include "screen/entry/entry_draw.h"
#include "screen/entry/entry_notices.h"
#include "screen/entry/entry_rows.h"
#include "screen/screen.h"
#include "widget/table.h"

struct entry_grid {
    struct screen screen;
    struct entry_rows rows;
    struct table table;
    struct entry_columns columns;
    struct entry_cell cell;
    const struct indicator *here; /* the row under the cursor, as this screen left it */
    struct entry_notices notices;
    struct row last_year; /* of that row */
    bool has_last_year;
    struct buf verdict; /* on that row, where it asks something of the bidang */
    bool changed;       /* the filters may hide what was saved just now */
    bool in_conflict;   /* the conflict screen is on top */
    bool pasting;       /* the key at hand came in a paste */
    bool paste_refused; /* so the rest of the paste is passed over */
    bool paste_ended;   /* behind the last row, as what more it brings is */
    bool paste_skipped; /* rows that take no value, on its way to this one */
};

/* The row under the cursor, read anew where it is saved; NULL when the list is empty. */
const struct row *entry_grid_current(const struct entry_grid *grid);

/* Saves what is typed, if anything is. False with *next when it could not be: the text stays. */
bool entry_grid_keep(struct entry_grid *grid, enum next *next);
enum next entry_grid_clear(struct entry_grid *grid, const struct row *row);
/* Marks a value as sementara, or as final again. */
enum next entry_grid_mark(struct entry_grid *grid, const struct row *row);

#endif
