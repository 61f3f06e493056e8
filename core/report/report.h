/* A report as plain data: what stands on paper, whatever it is written in. Every format is written from this
 * alone, so that no figure can differ between them. Knows no office, no store, no files; the same data make
 * the same report, so nothing here knows today.
 *
 * Texts and parts live in the report's arena; texts are UTF-8, "" where there is none, never NULL. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/arena.h"
#include "base/list.h"
#include "value/average.h"
#include "value/decimal.h"

/* What a column holds, and with it how each format sets it. */
enum report_content {
    CONTENT_TEXT,    /* wraps */
    CONTENT_WORD,    /* short, never wraps: a code, a date, a unit */
    CONTENT_NUMBER,  /* exact, to the right */
    CONTENT_PERCENT, /* an achievement: as a number, coloured by its grade where there is colour */
};

struct report_column {
    const char *title;
    enum report_content content;
    int width;  /* share of the page's width, in characters of a line of 132 */
    bool below; /* in `teks` it stands labelled under its row, where it is not blank */
};

enum cell_kind { CELL_BLANK, CELL_TEXT, CELL_NUMBER };

struct report_cell {
    enum cell_kind kind;
    const char *text;     /* of a TEXT; "-" for what is not measured */
    struct decimal value; /* of a NUMBER */
    int places;           /* decimals shown at least */
};

enum report_row_kind {
    REPORT_DATA,
    REPORT_GROUP,    /* a heading over what follows: cell[0].text over the whole width */
    REPORT_SUBGROUP, /* a lesser one below it */
    REPORT_TOTAL     /* cell[0].text is its label, across the blank cells behind it; what it is made of says
                        struct report_mean */
};

/* A number that is a mean: a spreadsheet gets a formula whose value is the cell's. In a TOTAL it is the mean of the
 * column's numbers over earlier rows, capped; with `across`, in any row, that of the PERCENTs in front of it. */
struct report_mean {
    int column; /* -1: none */
    int first;  /* the rows [first, own index) of the same table, of them the DATA rows that count */
    bool across;
};

struct report_row {
    enum report_row_kind kind;
    bool counts; /* a DATA row that enters a mean */
    struct report_mean mean;
    const struct report_cell *cell; /* one for each column */
};

/* Paragraphs, tables and lists in the order they are printed. */
enum report_part_kind {
    PART_ANNEX,     /* a heading that begins a new page, a new sheet */
    PART_HEADING,   /* over what follows */
    PART_PARAGRAPH, /* running text */
    PART_NOTE,      /* a remark in small print: one to a line */
    PART_TABLE,
    PART_SIGNATURES /* in front of any annex; where there are some */
};

enum { REPORT_COLUMNS_MAX = 20 };

struct report_table {
    const struct report_column *column;
    int column_count;
    struct list row; /* of struct report_row */
    int lines;       /* a DATA row's height at least, to be written in by hand; 1 as a rule */
    int chart;       /* the column drawn as bars from 0 to 100 beside column 0's words; -1: none */
};

struct report_part {
    enum report_part_kind kind;
    const char *text;
    struct report_table *table;
};

/* A signature has its caption over the position, room to sign, name, rank and NIP; where one of the last three is
 * blank, a dotted line is printed. */
struct report_signature {
    const char *caption;  /* "Mengetahui,", of the last one place and date; "": none */
    const char *position; /* "Kepala Dinas" */
    const char *name, *rank, *nip;
};

enum { REPORT_LINES_MAX = 6, REPORT_SIGNATURES_MAX = 3 };

struct report_fact {
    const char *label, *value; /* "Triwulan", "III (Juli - September) 2025" */
};

struct report {
    struct arena arena;
    const char *name;                         /* "triwulan": of the kind, in file names and sheet names */
    const char *letterhead[REPORT_LINES_MAX]; /* from the top; NULL behind the last */
    const char *title[REPORT_LINES_MAX];      /* the same */
    struct report_fact fact[REPORT_LINES_MAX];
    int fact_count;
    const char *draft;  /* "DRAF": not ratified yet, a watermark; "" */
    const char *marks;  /* "Rencana aksi: CONTOH, belum ditetapkan"; "" */
    struct bands bands; /* of a PERCENT's colour */
    struct cap cap;     /* of means */
    struct list part;   /* of struct report_part */
    struct report_signature signature[REPORT_SIGNATURES_MAX]; /* from the left */
    int signature_count;
};

void report_init(struct report *report, const char *name);
void report_release(struct report *report);

/* Return a copy of a text, or a formatted one, that lives as long as the report. */
const char *report_keep(struct report *report, const char *text);
const char *report_keepf(struct report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Adds the next part, with a copy of its text. */
void report_add(struct report *report, enum report_part_kind kind, const char *text);
/* Adds the next table; `column` is borrowed, and lives as long as the report. */
struct report_table *report_add_table(struct report *report, const struct report_column *column, int count);

/* Makes a table that is to be filled first; report_put_table then adds it as the next part. Until then nothing releases
 * its rows. */
struct report_table *report_new_table(struct report *report, const struct report_column *column, int count);
void report_put_table(struct report *report, struct report_table *table);

/* Adds the next row of a table and returns its cells, all blank, to be filled in: they stay where they are. */
struct report_cell *report_add_row(struct report *report, struct report_table *table,
                                   enum report_row_kind kind);
/* Returns the row last added, to mark it. */
struct report_row *report_last_row(struct report_table *table);

/* Return a part, and a row, for those who only read. */
const struct report_part *report_part_at(const struct report *report, int index);
const struct report_row *report_row_at(const struct report_table *table, int index);

/* Counts the rows of all tables, for progress. */
int report_row_count(const struct report *report);

/* Returns a cell as people read it: "1.500,25" (in `number`), its text, "". */
enum { REPORT_NUMBER_MAX = DECIMAL_TEXT_MAX };
const char *report_cell_text(const struct report_cell *cell, char number[REPORT_NUMBER_MAX]);

/* Returns the index of a PERCENT's band; -1 where the cell is no number. */
int report_band(const struct report *report, const struct report_cell *cell);

#endif
