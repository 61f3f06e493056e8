/* A sheet: a table for people: aligned columns, long texts cut with '~' so that lines fit the terminal. It is
 * kept whole until it is printed; what machines read is streamed instead (command/export.h). */
#ifndef COMMAND_SHEET_H
#define COMMAND_SHEET_H

#include "base/buf.h"
#include <stdbool.h>

enum { SHEET_COLUMNS_MAX = 12 };

struct sheet_column {
    const char *title;
    bool right; /* figures */
    int share;  /* of the room where the terminal is too narrow; 0 is never cut */
};

struct sheet {
    const struct sheet_column *column;
    int count;
    struct buf cells;
};

/* `column` is borrowed until sheet_release. */
void sheet_init(struct sheet *sheet, const struct sheet_column *column, int count);

/* The next cell, row by row. */
void sheet_cell(struct sheet *sheet, const char *text);

/* Prints heading and rows to stdout. */
void sheet_print(const struct sheet *sheet);
void sheet_release(struct sheet *sheet);

/* $COLUMNS, the terminal's, or 80. */
int sheet_terminal_columns(void);

#endif
