/* Comma-separated values. What is written is as RFC 4180 has it; what is read may also have semicolons or tabs between
 * its fields, LF or CRLF, and a byte-order mark. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/buf.h"
#include "base/err.h"
#include <stdbool.h>
#include <stddef.h>

enum { CSV_FIELDS_MAX = 64, CSV_FIELD_BYTES_MAX = 65536 };

/* Appends one field of text. It is quoted where a reader needs it, whichever of ',' ';' TAB separates the fields. A
 * text that begins with = + - @ TAB CR gets an apostrophe before it, so that no spreadsheet takes it for a formula. */
void csv_put_text(struct buf *out, const char *text);

/* Reads a whole document from memory, row by row. */
struct csv_reader {
    const char *at; /* what comes next in the document, borrowed */
    size_t left;
    char separator; /* ',' ';' or TAB, whichever the first line has most often */
    int line;       /* where the row last read begins, from 1 */
    int next_line;
    int count;                         /* fields in the row last read */
    int fault;                         /* the field in which a fault was met, from 1 */
    const char *field[CSV_FIELDS_MAX]; /* each ends in a NUL and is valid until the next row */
    struct buf text;
};

/* Begins with a document, which is borrowed until the last row was read. The caller releases the reader. */
void csv_reader_init(struct csv_reader *reader, const char *data, size_t length);
void csv_reader_release(struct csv_reader *reader);

/* Reads the next row and passes over empty lines. True with a row; false at the end, with err->kind ERR_NONE, or with
 * ERR_INVALID, naming the line, after which nothing more is read:
 *   - more than CSV_FIELDS_MAX fields, or one of more than CSV_FIELD_BYTES_MAX bytes
 *   - a NUL
 *   - a quote that is not closed, or text behind a closing quote */
bool csv_reader_next(struct csv_reader *reader, struct err *err);

#endif
