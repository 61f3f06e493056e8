/* Between the files of the PDF writer: texts as blocks of measured lines, the page, tables. Lengths are
 * points (1/72 inch) from the lower left corner, as PDF has them; a block hangs from its upper left corner.
 *
 * libharu takes nothing amiss and keeps an error until it is asked, so only the end of print_pdf asks. */
#ifndef PRINT_PDF_INTERNAL_H
#define PRINT_PDF_INTERNAL_H

#include "base/buf.h"
#include "base/list.h"
#include "print/print.h"
#include <hpdf.h>

/* A4 landscape. */
#define PDF_WIDTH 841.89f
#define PDF_HEIGHT 595.28f
#define PDF_MARGIN 42.0f                        /* left, right and above */
#define PDF_BOTTOM 46.0f                        /* the footer stands below */
#define PDF_INSIDE (PDF_WIDTH - 2 * PDF_MARGIN) /* the width of what is printed */
#define PDF_LEADING 1.2f                        /* a line's height, of its font's size */
#define PDF_HAIR 0.4f                           /* the thickness of thin lines */
#define PDF_PADDING 2.5f                        /* between a cell and its text */
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
    float em[256]; /* the width of each byte, of the font's size */
};

struct pdf_line {
    size_t start; /* in the block's bytes, NUL-terminated */
    float width;
};

struct pdf_span {
    int first, count;
};

/* A text in Windows-1252, broken into lines. Initialise with PDF_BLOCK; may be set again and again. */
struct pdf_block {
    struct pdf_style style;
    float width;
    struct buf source; /* all of it */
    struct buf bytes;  /* its lines */
    struct list line;  /* of struct pdf_line; empty for a blank text */
};
#define PDF_BLOCK                                                                                            \
    {                                                                                                        \
        .line = {.size = sizeof(struct pdf_line) }                                                           \
    }

struct pdf {
    const struct report *report;
    const struct print_progress *progress;
    int done, of; /* rows of tables */
    HPDF_Doc doc;
    HPDF_Page page;
    int pages;
    struct pdf_font font[PDF_WEIGHTS];
    struct pdf_block header; /* of every page but the first */
    float y;                 /* where what follows begins */
    float top;               /* where it began on this page */
};

/* --- pdf_text.c --- */

/* Fonts and their measures; before all else. */
void pdf_fonts(struct pdf *pdf);

/* The width of a whole text, or of its widest word, for a font of size 1. */
float pdf_text_width(const struct pdf *pdf, enum pdf_weight weight, const char *text);
float pdf_word_width(const struct pdf *pdf, enum pdf_weight weight, const char *text);

/* Breaks a UTF-8 text so that no line is wider than `width`: at spaces; in a word only where it alone is
 * wider, behind '/' or '-' if it can. What Windows-1252 does not have becomes what reads alike (">=", "->"),
 * or '?'. */
void pdf_block_set(const struct pdf *pdf, struct pdf_block *block, struct pdf_style style, const char *text,
                   float width);
float pdf_block_height(const struct pdf_block *block);
struct pdf_span pdf_block_whole(const struct pdf_block *block);
/* Draws some of its lines, the upper left corner of the first at x, y. */
void pdf_block_draw(const struct pdf *pdf, const struct pdf_block *block, float x, float y,
                    struct pdf_span lines);
void pdf_block_release(struct pdf_block *block);

/* --- pdf_page.c --- */

/* Before the first page: what all later ones have at their head. */
void pdf_page_header(struct pdf *pdf);
/* The next page: watermark and, but on the first, the header. */
void pdf_page_begin(struct pdf *pdf);
/* "Halaman x dari y" on every page; y is known only at the end. */
void pdf_page_footers(struct pdf *pdf);
/* The room of a page that is still empty; not of the first, which has no header. */
float pdf_page_whole(const struct pdf *pdf);
/* What is left of the page, as height and as lines of a size. */
float pdf_page_room(const struct pdf *pdf);
int pdf_page_lines(const struct pdf *pdf, float size);
/* Begins a new page where less than `height` is left, unless this one is still empty. */
void pdf_page_need(struct pdf *pdf, float height);

/* A text to the right of `indent` that flows on to the next page. */
void pdf_page_text(struct pdf *pdf, struct pdf_style style, const char *text, float indent);
float pdf_page_text_height(const struct pdf *pdf, struct pdf_style style, const char *text);

void pdf_page_heading(struct pdf *pdf, const char *text);
float pdf_page_heading_height(const struct pdf *pdf, const char *text);

/* Colours are 0xRRGGBB. */
void pdf_fill(const struct pdf *pdf, struct pdf_box box, uint32_t colour);
/* A line to the right of x, y. */
void pdf_rule(const struct pdf *pdf, float x, float y, float width, float thickness);

/* --- pdf_columns.c --- */

struct pdf_columns {
    float size; /* of the table's font */
    float width[REPORT_COLUMNS_MAX];
    float bars; /* the width of a chart's bars to the right of them; 0: no chart */
};

/* How many columns the cell in `column` takes: 1, or more for a heading and for the label of a TOTAL. */
int pdf_row_span(const struct report_table *table, const struct report_row *row, int column);
struct pdf_columns pdf_columns_share(const struct pdf *pdf, const struct report_table *table);

/* --- pdf_table.c --- */

/* A table under its heading ("" : none), which stays with its first rows. Its last rows stay with what is
 * `foot` high below it: 0 for nothing. */
void pdf_table(struct pdf *pdf, const struct report_table *table, const char *heading, float foot);

/* --- pdf_sign.c --- */

/* All signatures on one page; 0 high where there are none. */
void pdf_sign(struct pdf *pdf);
float pdf_sign_height(const struct pdf *pdf);

#endif
