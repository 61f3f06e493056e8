/* A list longer than its place: which row is under the cursor, which is on top. Draws nothing itself. */
#ifndef WIDGET_TABLE_H
#define WIDGET_TABLE_H

#include "surface/surface.h"
#include "widget/action.h"

/* Zero-initialised is an empty list. */
struct table {
    int count;
    int cursor; /* 0 to count - 1; 0 when empty */
    int top;
    int page; /* rows visible */
};

/* Sets how many rows there are and how many are visible; the cursor stays where it can. */
void table_size(struct table *table, int count, int page);

/* Puts the cursor on a row and brings it into view: the nearest way, so that one step scrolls one row. */
void table_go(struct table *table, int row);

/* Does ACTION_UP ... ACTION_LAST; false for any other action. */
bool table_act(struct table *table, enum action action);

/* Calls `draw` with each visible row and the surface's row for it, `first` being that of the top. */
typedef void table_draw_fn(const void *context, struct surface *surface, int index, int row);
void table_draw(const struct table *table, struct surface *surface, int first, table_draw_fn *draw,
                const void *context);

#endif
