/* A list for people or for machines, written from one table of columns as --format says: a sheet (aligned columns, long
 * texts cut with '~' so that lines fit the terminal), CSV (RFC 4180, lines end in CRLF) or JSON (an array of objects;
 * exact decimals as strings, absent values null). A sheet is kept whole until the printout ends; what machines read is
 * streamed with constant memory. */
#ifndef COMMAND_PRINTOUT_H
#define COMMAND_PRINTOUT_H

#include "command/context.h"

struct column;

/* The cell of a row that is being put; "" is an absent value. */
struct cell {
    const struct context *context;
    const struct column *column;
    bool machine; /* for CSV or JSON; otherwise for people */
    struct buf text;
};
typedef void column_put_fn(struct cell *cell, const void *item);

enum column_kind { COLUMN_TEXT, COLUMN_DECIMAL, COLUMN_WHOLE };

struct column {
    const char *name;      /* in CSV and JSON; NULL: the column is not there */
    enum column_kind kind; /* in CSV and JSON: a WHOLE number is one in JSON, too */
    const char *title;     /* on the sheet; NULL: the column is not there */
    bool right;            /* on the sheet: figures */
    int share;             /* on the sheet: of the room where the terminal is too narrow; 0 is never cut */
    column_put_fn *put;
    size_t of; /* an index that `put` needs, when several columns share one */
};

enum { COLUMNS_MAX = 32 };

struct printout {
    bool machine; /* CSV or JSON; otherwise a sheet */
    bool json;
    const struct column *shown[COLUMNS_MAX]; /* private, as what follows */
    int count;
    struct cell cell;
    struct buf text; /* of a sheet every cell, NUL-terminated; otherwise what is not written yet */
    bool another;    /* a row was put before */
    bool failed;
    struct err *err;
};

/* `context`, `column` and `err` are borrowed until printout_end. */
void printout_begin(struct printout *printout, const struct context *context, const struct column *column,
                    int count, struct err *err);

/* Adds a row. Returns false when the output cannot be written: nothing more needs to be put. */
bool printout_put(struct printout *printout, const void *item);

/* Prints a sheet, or what is left; and releases the printout. Returns false when the output could not be written. */
bool printout_end(struct printout *printout);

/* Defines the `put` of a column in one line:
 *     CELL(put_code, struct row *row, cell_text(cell, row->indicator->code)) */
#define CELL(function, of, statement)                                                                        \
    static void function(struct cell *cell, const void *item) {                                              \
        const of = item;                                                                                     \
        statement;                                                                                           \
    }

/* Each puts one thing as people read it, or as machines do: a figure with at least `places` decimals, as figure_words says
 * or with a decimal point and without any word; days and instants in the office's way or in ISO 8601. A day of year 0 and
 * an instant of 0 are absent. */
void cell_text(struct cell *cell, const char *text);
void cell_count(struct cell *cell, int64_t count);
void cell_quarter(struct cell *cell, struct quarter quarter);
void cell_day(struct cell *cell, struct date day);
void cell_time(struct cell *cell, int64_t at);
void cell_figure(struct cell *cell, struct figure figure, int places);
/* Puts a member of a closed set: its label, or for machines its word. */
void cell_term(struct cell *cell, const struct term *term);
/* Puts the name of whoever did it, or for machines his login. */
void cell_person(struct cell *cell, const char *login);

/* Returns a figure for people: "" blank, 0, "-", or "belum ditetapkan". The result is `out` or a constant. */
const char *figure_words(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]);

#endif
