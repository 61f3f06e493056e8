/* What the files of the PDF writer share: texts as blocks of measured lines, the page, tables. Lengths are points (1/72
 * inch) from the lower left corner, as PDF has them; a block hangs from its upper left corner.
 *
 * libharu keeps an error until it is asked and goes on without harm, so that only the end of print_pdf asks. */
#ifndef PRINT_PDF_INTERNAL_H
#define PRINT_PDF_INTERNAL_H

#include "base/buf.h"
#include "base/list.h"
#include "print/print.h"
#include <hpdf.h>

/* The page is A4, landscape. */
#define PDF_WIDTH 841.89f
#define PDF_HEIGHT 595.28f
#define PDF_MARGIN 42.0f                        /* the margin left, right and above */
#define PDF_BOTTOM 46.0f                        /* the margin below, in which the footer stands */
#define PDF_INSIDE (PDF_WIDTH - 2 * PDF_MARGIN) /* the width of what is printed */
#define PDF_LEADING 1.2f                        /* the height of a line, as a multiple of its font's size */
#define PDF_HAIR 0.4f                           /* the thickness of thin lines */
#define PDF_PADDING 2.5f                        /* the room between a cell's edge and its text */
#define PDF_SMALL 7.5f                          /* the size of headers and footers */

enum pdf_weight { PDF_PLAIN, PDF_BOLD, PDF_WEIGHTS };
enum pdf_align { PDF_LEFT, PDF_CENTRE, PDF_RIGHT };

struct pdf_style {
    enum pdf_weight weight;
    float size;
    enum pdf_align align;
};

struct pdf_box {
    float x, y, width, height; /* x, y: the upper left corner */
};

struct pdf_font {
    HPDF_Font font;
    float em[256]; /* the width of each byte at a font size of 1 */
};

struct pdf_line {
    size_t start; /* where it begins in the block's bytes; a NUL ends it */
    float width;
};

/* Some of a block's lines. */
struct pdf_span {
    int first, count;
};

/* A text in Windows-1252, broken into lines. It is initialised with PDF_BLOCK and may be set again and again. */
struct pdf_block {
    struct pdf_style style;
    float width;
    struct buf source; /* the whole text */
    struct buf bytes;  /* the text of its lines */
    struct list line;  /* of struct pdf_line; empty for a blank text */
};
#define PDF_BLOCK                                                                                            \
    {                                                                                                        \
        .line = {.size = sizeof(struct pdf_line) }                                                           \
    }

struct pdf {
    const struct report *report;
    const struct print_progress *progress;
    int done, of; /* rows of tables that are drawn, and all of them */
    HPDF_Doc doc;
    HPDF_Page page;
    int pages;
    struct pdf_font font[PDF_WEIGHTS];
    struct pdf_block header; /* what stands at the head of every page but the first */
    float y;                 /* where the next thing begins on this page */
    float top;               /* where the first thing begins on this page */
};

/* --- pdf_text.c --- */

/* Loads the fonts and their measures. It is called before everything else. */
void pdf_fonts(struct pdf *pdf);

/* Return the width of a whole text, and of its widest word, for a font of size 1. */
float pdf_text_width(const struct pdf *pdf, enum pdf_weight weight, const char *text);
float pdf_word_width(const struct pdf *pdf, enum pdf_weight weight, const char *text);

/* Breaks a UTF-8 text so that no line is wider than `width`: at spaces, and inside a word only where the word alone is
 * wider, behind '/' or '-' if it can. What Windows-1252 does not have becomes what reads alike (">=", "->"), or '?'. */
void pdf_block_set(const struct pdf *pdf, struct pdf_block *block, struct pdf_style style, const char *text,
                   float width);
float pdf_block_height(const struct pdf_block *block);
/* Returns all lines of the block. */
struct pdf_span pdf_block_whole(const struct pdf_block *block);
/* Draws some lines of the block, with the upper left corner of the first one at x, y. */
void pdf_block_draw(const struct pdf *pdf, const struct pdf_block *block, float x, float y,
                    struct pdf_span lines);
void pdf_block_release(struct pdf_block *block);

/* --- pdf_page.c --- */

/* Sets what all pages but the first have at their head. It is called before the first page. */
void pdf_page_header(struct pdf *pdf);
/* Begins the next page, with its watermark and, but for the first, its header. */
void pdf_page_begin(struct pdf *pdf);
/* Draws "Halaman x dari y" on every page. It is called at the end, when y is known. */
void pdf_page_footers(struct pdf *pdf);
/* Returns the room on an empty page, but for the first, which has no header. */
float pdf_page_whole(const struct pdf *pdf);
/* Return what is left of the page, as height and as lines of a font size. */
float pdf_page_room(const struct pdf *pdf);
int pdf_page_lines(const struct pdf *pdf, float size);
/* Begins a new page where less than `height` is left, unless this one is still empty. */
void pdf_page_need(struct pdf *pdf, float height);

/* Draws a text to the right of `indent`; it flows on to the next page. */
void pdf_page_text(struct pdf *pdf, struct pdf_style style, const char *text, float indent);
float pdf_page_text_height(const struct pdf *pdf, struct pdf_style style, const char *text);

void pdf_page_heading(struct pdf *pdf, const char *text);
float pdf_page_heading_height(const struct pdf *pdf, const char *text);

/* Fills a box with a colour, 0xRRGGBB. */
void pdf_fill(const struct pdf *pdf, struct pdf_box box, uint32_t colour);
/* Draws a line to the right of x, y. */
void pdf_rule(const struct pdf *pdf, float x, float y, float width, float thickness);

/* --- pdf_columns.c --- */

struct pdf_columns {
    float size; /* the size of the table's font */
    float width[REPORT_COLUMNS_MAX];
    float bars; /* the width of a chart's bars at their right; 0: there is no chart */
};

/* Returns how many columns the cell in `column` takes: 1, or more for a heading and for the label of a TOTAL. */
int pdf_row_span(const struct report_table *table, const struct report_row *row, int column);
/* Shares the width of a page among the columns of a table. */
struct pdf_columns pdf_columns_share(const struct pdf *pdf, const struct report_table *table);

/* --- pdf_table.c --- */

/* Draws a table under its heading ("": it has none), which stays with the first rows. The last rows stay with what is
 * `foot` high below the table; 0: nothing is. */
void pdf_table(struct pdf *pdf, const struct report_table *table, const char *heading, float foot);

/* --- pdf_sign.c --- */

/* Draws all signatures, on one page. */
void pdf_sign(struct pdf *pdf);
/* Returns how high the signatures are, 0 where there are none. */
float pdf_sign_height(const struct pdf *pdf);

#endif
