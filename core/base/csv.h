/* Comma-separated values: RFC 4180 out; in, also with semicolons or tabs, LF or CRLF, and a byte-order mark.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/buf.h"
#include "base/err.h"
#include <stdbool.h>
#include <stddef.h>

enum { CSV_FIELDS_MAX = 64, CSV_FIELD_BYTES_MAX = 65536 };

/* Appends one field of text, quoted where needed, whichever of ',' ';' TAB separates; a text beginning with =
 * + - @ TAB CR gets an apostrophe before it, so that no spreadsheet takes it for a formula. */
void csv_put_text(struct buf *out, const char *text);

/* Reads a whole document from memory, row by row. */
struct csv_reader {
    const char *at; /* borrowed */
    size_t left;
    char separator; /* ',' ';' or TAB, taken from the first line */
    int line;       /* of the row last read, from 1 */
    int next_line;
    int count;                         /* fields in the row last read */
    int fault;                         /* the field where a fault was met, from 1 */
    const char *field[CSV_FIELDS_MAX]; /* NUL-terminated, valid until the next row */
    struct buf text;
};

void csv_reader_init(struct csv_reader *reader, const char *data, size_t length);
void csv_reader_release(struct csv_reader *reader);

/* Reads the next row, passing over empty lines. True with a row; false at the end (err->kind ERR_NONE) or at
 * a fault (ERR_INVALID: too many or too long fields, a NUL, an unclosed quote, text behind a closing quote),
 * naming the line. */
bool csv_reader_next(struct csv_reader *reader, struct err *err);

#endif
