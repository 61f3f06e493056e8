/* A list longer than its place: it knows which row is under the cursor and which one is on top. It draws nothing
 * itself. */
#ifndef WIDGET_TABLE_H
#define WIDGET_TABLE_H

#include "surface/surface.h"
#include "widget/action.h"

/* Zero-initialised is an empty list. */
struct table {
    int count;
    int cursor; /* the row under the cursor, 0 to count - 1; 0 when the list is empty */
    int top;    /* the row that is on top */
    int page;   /* how many rows are visible */
};

/* Sets how many rows there are and how many are visible; the cursor stays where it can. */
void table_size(struct table *table, int count, int page);

/* Puts the cursor on a row and brings it into view in the nearest way, so that one step scrolls one row. */
void table_go(struct table *table, int row);

/* Does ACTION_UP to ACTION_LAST; returns false for any other action. */
bool table_act(struct table *table, enum action action);

/* Calls `draw` with each visible row and with the surface's row for it; `first` is the surface's row for the top
 * one. */
typedef void table_draw_fn(const void *context, struct surface *surface, int index, int row);
void table_draw(const struct table *table, struct surface *surface, int first, table_draw_fn *draw,
                const void *context);

#endif
