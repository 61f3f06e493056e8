/* What the files that write XLSX share: a workbook that is being made, and its sheet that is being filled from the top.
 * The first error of libxlsxwriter is kept, and looked at once, at the end. */
#ifndef PRINT_XLSX_INTERNAL_H
#define PRINT_XLSX_INTERNAL_H

#include "base/list.h"
#include "print/print.h"
#include <xlsxwriter.h>

/* Styles are named by meaning; the table in xlsx_style.c says how each looks. */
enum xlsx_style {
    XLSX_LETTERHEAD,
    XLSX_RULE, /* the letterhead's last line, with a rule below */
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
    lxw_error error; /* the first error */
    int done, of;    /* rows of tables that are written, and all of them */
};

/* The width of a page, in characters of the default font, and of a character in pixels at 96 dpi. */
enum { XLSX_CHARACTER_PIXELS = 7 };
enum { XLSX_PAGE_WIDTH = 136, XLSX_SPAN_MAX = REPORT_COLUMNS_MAX + 16 };
/* The height, in points, of a line of running text and of a line in a table, and the room around the latter. */
enum { XLSX_LINE_HEIGHT = 16, XLSX_TABLE_LINE_HEIGHT = 12, XLSX_TABLE_ROOM = 3 };
enum { XLSX_NAME_CHARACTERS = 31, XLSX_NAME_MAX = 4 * XLSX_NAME_CHARACTERS };

/* How a row holds on to the next one where a page ends. */
enum xlsx_bond {
    XLSX_FREE,
    XLSX_KEPT,  /* both stand on one page, where a page has room for both */
    XLSX_UNTORN /* a stronger bond, which gives way only to more than a page */
};

struct xlsx_row {
    int height; /* in points */
    enum xlsx_bond bond;
};

struct xlsx_sheet {
    struct xlsx *xlsx;
    lxw_worksheet *page;
    char name[XLSX_NAME_MAX + 1];
    int row;                  /* the next row, from 0 */
    struct list rows;         /* of struct xlsx_row: the rows before the next one */
    int height;               /* the height of those rows, in points */
    int width[XLSX_SPAN_MAX]; /* the widths of the columns, in characters */
    int columns;              /* how many columns tables use */
    int span;                 /* how many columns running text uses: a page's width at least */
    int header;               /* the row of the first table's header, which stays in view; -1: none */
    int tail;                 /* how many last rows of the last table signatures take along */
};

/* Makes the styles of the workbook. */
void xlsx_styles(struct xlsx *xlsx);

/* Begins a new sheet for the parts [from, to) of the report, which say how wide its columns are. It is ready for its
 * first row. */
struct xlsx_sheet xlsx_sheet_begin(struct xlsx *xlsx, const char *name, int from, int to);
/* Tells the sheet how it is printed and where its pages end. Nothing is put into it afterwards. */
void xlsx_sheet_end(struct xlsx_sheet *sheet);

/* Binds each row from `first` on to the one behind it, the last one to the row that comes next. */
void xlsx_keep(struct xlsx_sheet *sheet, int first, enum xlsx_bond bond);

/* Returns how many lines a text takes in so many characters of the default font. It is a guess, of too many rather than
 * too few. */
int xlsx_lines(const char *text, int width, enum xlsx_style style);

/* Keeps the error if it is the first one. */
void xlsx_note_error(struct xlsx *xlsx, lxw_error error);

/* Puts a text into a column of this row. It stays a text whatever it looks like, and is cut at what a cell holds. */
void xlsx_put(struct xlsx_sheet *sheet, int column, const char *text, enum xlsx_style style);
/* Puts a text over the columns first to last, as one cell. Returns the lines that it takes. */
int xlsx_spread(struct xlsx_sheet *sheet, int first, int last, const char *text, enum xlsx_style style);
/* Go on to the next row; this one has so many lines of running text, or of a table. Heights are told for all rows,
 * because Excel grows none with merged cells, and LibreOffice none at all in files that call themselves Excel's. */
void xlsx_next_row(struct xlsx_sheet *sheet, int lines);
void xlsx_next_table_row(struct xlsx_sheet *sheet, int lines);
/* Returns the width of the columns first to last, in characters. */
int xlsx_width(const struct xlsx_sheet *sheet, int first, int last);

/* Writes a whole table, and its chart beside or below it. */
void xlsx_table(struct xlsx_sheet *sheet, const struct report_table *table);
/* Adds the bars of a table whose first data row stands in sheet row `first`. */
void xlsx_chart(struct xlsx_sheet *sheet, const struct report_table *table, int first);

#endif
