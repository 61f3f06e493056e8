/* Between the files that write XLSX: a workbook being made, and the sheet of it that is being filled from the
 * top. What libxlsxwriter refuses is kept, the first of it, and looked at once at the end. */
#ifndef PRINT_XLSX_INTERNAL_H
#define PRINT_XLSX_INTERNAL_H

#include "base/list.h"
#include "print/print.h"
#include <xlsxwriter.h>

/* By meaning; what each looks like says the table in xlsx_style.c. */
enum xlsx_style {
    XLSX_LETTERHEAD,
    XLSX_RULE, /* the letterhead's last line, ruled off */
    XLSX_TITLE,
    XLSX_DRAFT,
    XLSX_FACT,
    XLSX_MARKS,
    XLSX_HEADING,
    XLSX_PARAGRAPH,
    XLSX_NOTE,
    XLSX_COLUMN,
    XLSX_TEXT,
    XLSX_WORD,
    XLSX_NOTHING, /* a word where a number would stand */
    XLSX_GROUP,
    XLSX_SUBGROUP,
    XLSX_TOTAL,
    XLSX_SIGNATURE,
    XLSX_SIGNATORY,
    XLSX_NUMBER, /* with 0 to DECIMAL_PLACES decimals */
    XLSX_TOTAL_NUMBER = XLSX_NUMBER + DECIMAL_PLACES + 1,
    XLSX_STYLE_COUNT = XLSX_TOTAL_NUMBER + DECIMAL_PLACES + 1
};

struct xlsx {
    const struct report *report;
    const struct print_progress *progress;
    lxw_workbook *book;
    lxw_format *style[XLSX_STYLE_COUNT];
    lxw_error error; /* the first */
    int done, of;    /* rows of tables */
};

/* A page in characters of the default font. */
enum { XLSX_CHARACTER_PIXELS = 7 }; /* of a column's width, at 96 dpi */
enum { XLSX_PAGE_WIDTH = 136, XLSX_SPAN_MAX = REPORT_COLUMNS_MAX + 16 };
/* In points: a line of running text, one in a table, and the room around those. */
enum { XLSX_LINE_HEIGHT = 16, XLSX_TABLE_LINE_HEIGHT = 12, XLSX_TABLE_ROOM = 3 };
enum { XLSX_NAME_CHARACTERS = 31, XLSX_NAME_MAX = 4 * XLSX_NAME_CHARACTERS };

/* How a row holds on to the next one where a page ends. */
enum xlsx_bond {
    XLSX_FREE,
    XLSX_KEPT,  /* on the same page with it, where a page has room for both */
    XLSX_UNTORN /* a stronger bond, which gives way only to what is more than a page */
};

struct xlsx_row {
    int height; /* in points */
    enum xlsx_bond bond;
};

struct xlsx_sheet {
    struct xlsx *xlsx;
    lxw_worksheet *page;
    char name[XLSX_NAME_MAX + 1];
    int row;                  /* the next */
    struct list rows;         /* before it: of struct xlsx_row */
    int height;               /* of those, in points */
    int width[XLSX_SPAN_MAX]; /* of the columns, in characters */
    int columns;              /* those that tables use */
    int span;                 /* those that running text uses: a page's width at least */
    int header;               /* row of the first table's header, which stays in view; -1: none */
    int tail;                 /* the last rows of the last table, which signatures take with them */
};

void xlsx_styles(struct xlsx *xlsx);

/* A new sheet for the parts [from, to), which say how wide its columns are; ready for its first row. */
struct xlsx_sheet xlsx_sheet_begin(struct xlsx *xlsx, const char *name, int from, int to);
/* Told how to be printed, and where its pages end. */
void xlsx_sheet_end(struct xlsx_sheet *sheet);

/* The rows from `first` on, each with the one behind it, also the last with that to come. */
void xlsx_keep(struct xlsx_sheet *sheet, int first, enum xlsx_bond bond);

/* Lines that a text takes in so many characters of the default font: guessed, rather too many than too few.
 */
int xlsx_lines(const char *text, int width, enum xlsx_style style);

void xlsx_note_error(struct xlsx *xlsx, lxw_error error);

/* Texts are texts whatever they look like, cut at what a cell holds. */
void xlsx_put(struct xlsx_sheet *sheet, int column, const char *text, enum xlsx_style style);
/* Over the columns first to last, as one cell. Returns the lines that it takes. */
int xlsx_spread(struct xlsx_sheet *sheet, int first, int last, const char *text, enum xlsx_style style);
/* On to the next row; this one has as many lines of running text, or of a table. Heights are told for all
 * rows: Excel grows none with merged cells, and LibreOffice none at all in files that call themselves
 * Excel's.
 */
void xlsx_next_row(struct xlsx_sheet *sheet, int lines);
void xlsx_next_table_row(struct xlsx_sheet *sheet, int lines);
int xlsx_width(const struct xlsx_sheet *sheet, int first, int last);

/* The whole table, and its chart beside or below it. */
void xlsx_table(struct xlsx_sheet *sheet, const struct report_table *table);
/* The bars of a table whose first data row stands in sheet row `first`. */
void xlsx_chart(struct xlsx_sheet *sheet, const struct report_table *table, int first);

#endif
