/* The terminal as a grid of cells. surface.c alone includes <curses.h> and alone thinks about bytes; texts
 * are UTF-8 and are measured in columns. One surface at a time: the terminal is one.
 *
 * A frame is drawn whole, between surface_begin and surface_end; what reaches the terminal is the difference.
 */
#ifndef SURFACE_SURFACE_H
#define SURFACE_SURFACE_H

#include "base/err.h"
#include "surface/style.h"
#include <stdbool.h>

struct surface;

/* `width` columns from `column` in `row`, all from 0. */
struct span {
    int row;
    int column;
    int width;
};
static inline struct span at(int row, int column, int width) {
    return (struct span){.row = row, .column = column, .width = width};
}

/* Takes the terminal. ERR_UNSUPPORTED, with a hint to the commands, when standard input or output is no
 * terminal, or TERM is unset, unknown, or cannot place its cursor. */
bool surface_open(struct surface **surface, struct err *err);
/* Gives the terminal back as it was. NULL is fine. */
void surface_close(struct surface *surface);

/* Gives the terminal back at once, from a signal or memory hook: no allocation, no locks. Harmless when none
 * is open. */
void surface_abandon(void);

/* Around being stopped (Ctrl-Z): the terminal as it was, and taken again with a full repaint. */
void surface_suspend(struct surface *surface);
void surface_resume(struct surface *surface);

/* Asks the terminal for its size again. */
void surface_resize(struct surface *surface);
/* The next frame is painted in full: after noise on the line. */
void surface_repaint(struct surface *surface);

int surface_rows(const struct surface *surface);
int surface_columns(const struct surface *surface);

void surface_begin(struct surface *surface);
void surface_end(struct surface *surface);

/* Text cut to the span (ending in '~' then); what is outside the surface is left out. Beyond ASCII a drawn
 * symbol is one of those console fonts have (core/CODE-MAP.md, Terminals); outside UTF-8 it becomes ASCII. */
void surface_put(struct surface *surface, struct span span, enum style style, const char *text);
void surface_printf(struct surface *surface, struct span span, enum style style, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same against the span's right edge. */
void surface_put_right(struct surface *surface, struct span span, enum style style, const char *text);
/* A horizontal line across the surface. */
void surface_rule(struct surface *surface, int row);
/* Text wrapped at spaces over at most `rows` rows; the last is cut with '~'. Returns the rows used. */
int surface_wrap(struct surface *surface, struct span span, int rows, enum style style, const char *text);

/* Where the hardware cursor stands when the frame ends: the focus, always visible. */
void surface_cursor(struct surface *surface, int row, int column);

#endif
