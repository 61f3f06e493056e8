/* Rows for machines, streamed to stdout with constant memory: CSV (RFC 4180, lines end in CRLF) or JSON (an
 * array of objects; exact decimals as strings, absent values null). */
#ifndef COMMAND_EXPORT_H
#define COMMAND_EXPORT_H

#include "base/buf.h"
#include "base/err.h"
#include <stdbool.h>

enum export_kind { EXPORT_TEXT, EXPORT_DECIMAL, EXPORT_COUNT };

struct export_column {
    const char *name;
    enum export_kind kind;
};

struct export {
    const struct export_column *column;
    int count;
    bool json;
    int at;       /* cells of the row so far */
    bool another; /* a row was written before */
    bool failed;
    struct buf out;
    struct err *err;
};

/* `column` and `err` are borrowed until export_end. */
void export_begin(struct export *export, const struct export_column *column, int count, bool json,
                  struct err *err);

/* The next cell, row by row; "" is an absent value. */
void export_cell(struct export *export, const char *text);
void export_count(struct export *export, int count);

/* False when the output could not be written: nothing more needs to be produced. */
bool export_going(const struct export *export);
bool export_end(struct export *export);

#endif
