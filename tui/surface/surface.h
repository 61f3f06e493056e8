/* The terminal as a grid of cells. surface.c alone includes <curses.h> and alone thinks about bytes; texts are UTF-8
 * and are measured in columns. There is one surface at a time, because there is one terminal.
 *
 * A frame is drawn as a whole, between surface_begin and surface_end; only what differs from the frame before reaches
 * the terminal. */
#ifndef SURFACE_SURFACE_H
#define SURFACE_SURFACE_H

#include "base/err.h"
#include "surface/style.h"
#include <stdbool.h>

struct surface;

/* A place of `width` columns, from `column` in `row`, both from 0. */
struct span {
    int row;
    int column;
    int width;
};
static inline struct span at(int row, int column, int width) {
    return (struct span){.row = row, .column = column, .width = width};
}

/* Takes the terminal; the caller closes *surface. ERR_UNSUPPORTED, with a hint to the commands, when standard input or
 * output is no terminal, or TERM is unset, unknown, or cannot place its cursor. */
bool surface_open(struct surface **surface, struct err *err);
/* Gives the terminal back as it was. NULL is fine. */
void surface_close(struct surface *surface);

/* Gives the terminal back at once, from a signal handler or the memory hook: it allocates nothing and takes no lock. It
 * is harmless when no surface is open. */
void surface_abandon(void);

/* Give the terminal back before the program stops (Ctrl-Z), and take it again afterwards with a full repaint. */
void surface_suspend(struct surface *surface);
void surface_resume(struct surface *surface);

/* Asks the terminal for its size again. */
void surface_resize(struct surface *surface);
/* Paints the next frame in full, after noise on the line. */
void surface_repaint(struct surface *surface);

int surface_rows(const struct surface *surface);
int surface_columns(const struct surface *surface);

void surface_begin(struct surface *surface);
void surface_end(struct surface *surface);

/* Puts a text at the left of the span. A text that is too wide is cut and ends in '~'; what is outside the surface is
 * left out. A drawn symbol beyond ASCII is one that console fonts have (core/CODE-MAP.md, Terminals); outside UTF-8 it
 * becomes ASCII. */
void surface_put(struct surface *surface, struct span span, enum style style, const char *text);
void surface_printf(struct surface *surface, struct span span, enum style style, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Puts a text at the right of the span, cut in the same way. */
void surface_put_right(struct surface *surface, struct span span, enum style style, const char *text);
/* Draws a horizontal line across the surface. */
void surface_rule(struct surface *surface, int row);
/* Puts a text over at most `rows` rows, wrapped at spaces; the last row ends in '~' when it is cut. Returns the rows
 * used. */
int surface_wrap(struct surface *surface, struct span span, int rows, enum style style, const char *text);

/* Sets where the hardware cursor stands when the frame ends. That is the focus, and always visible. */
void surface_cursor(struct surface *surface, int row, int column);

#endif
