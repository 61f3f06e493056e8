#include "print/pdf_internal.h"
#include <stdio.h>

static const struct pdf_style small = {PDF_PLAIN, PDF_SMALL, PDF_LEFT};
enum { BLACK = 0x000000, WATERMARK_GREY = 0xE6E6E6 };
enum { HEADER_LINES_MAX = 6 };         /* the number of a letter can be of any length */
#define SEPARATOR 1.0f                 /* " | ", of the font's size */
#define HEADER_ROOM (1.4f * PDF_SMALL) /* with the rule below it */
#define ROUNDING 0.01f                 /* of heights that were summed up in another order */

/* The page's diagonal: its length, and its angle's cosine and sine. */
#define DIAGONAL 1031.1f
#define COSINE (PDF_WIDTH / DIAGONAL)
#define SINE (PDF_HEIGHT / DIAGONAL)

static void fill_with(const struct pdf *pdf, uint32_t colour) {
    HPDF_Page_SetRGBFill(pdf->page, (float)(colour >> 16) / 255, (float)(colour >> 8 & 0xFF) / 255,
                         (float)(colour & 0xFF) / 255);
}

void pdf_fill(const struct pdf *pdf, struct pdf_box box, uint32_t colour) {
    fill_with(pdf, colour);
    HPDF_Page_Rectangle(pdf->page, box.x, box.y - box.height, box.width, box.height);
    HPDF_Page_Fill(pdf->page);
    fill_with(pdf, BLACK);
}

void pdf_rule(const struct pdf *pdf, float x, float y, float width, float thickness) {
    HPDF_Page_SetLineWidth(pdf->page, thickness);
    HPDF_Page_MoveTo(pdf->page, x, y);
    HPDF_Page_LineTo(pdf->page, x + width, y);
    HPDF_Page_Stroke(pdf->page);
}

/* From corner to corner, over three fifths of the diagonal where it is not too short for that. */
static void draw_watermark(const struct pdf *pdf) {
    const char *draft = pdf->report->draft;
    struct pdf_block block = PDF_BLOCK;
    float em = pdf_text_width(pdf, PDF_BOLD, draft);
    float size = em > 3 ? 0.6f * DIAGONAL / em : 200;
    float along = -em * size / 2, across = -0.36f * size;
    pdf_block_set(pdf, &block, (struct pdf_style){PDF_BOLD, size, PDF_LEFT}, draft, DIAGONAL);
    HPDF_Page_BeginText(pdf->page);
    fill_with(pdf, WATERMARK_GREY);
    HPDF_Page_SetFontAndSize(pdf->page, pdf->font[PDF_BOLD].font, size);
    HPDF_Page_SetTextMatrix(pdf->page, COSINE, SINE, -SINE, COSINE,
                            PDF_WIDTH / 2 + along * COSINE - across * SINE,
                            PDF_HEIGHT / 2 + along * SINE + across * COSINE);
    HPDF_Page_ShowText(pdf->page, buf_string(&block.bytes));
    fill_with(pdf, BLACK);
    HPDF_Page_EndText(pdf->page);
    pdf_block_release(&block);
}

static void add_words(struct buf *words, const char *text) {
    buf_printf(words, "%s%s", words->length && *text ? " | " : "", text);
}

/* What is short stands first: of the kind, the bidang and the period nothing is ever cut. Where one line does
 * not hold all of it, the second begins with the bidang. */
void pdf_page_header(struct pdf *pdf) {
    const struct report *report = pdf->report;
    struct buf words = {0}, facts = {0};
    if (report->letterhead[0])
        add_words(&words, report->letterhead[report->letterhead[1] ? 1 : 0]);
    if (report->title[0])
        add_words(&words, report->title[0]);
    for (int i = 0; i < report->fact_count; i++)
        add_words(&facts, report->fact[i].value);
    for (int i = 1; i < REPORT_LINES_MAX && report->title[i]; i++)
        add_words(&facts, report->title[i]);
    float width = pdf_text_width(pdf, small.weight, buf_string(&words)) +
                  pdf_text_width(pdf, small.weight, buf_string(&facts));
    if (words.length && facts.length)
        buf_text(&words, (width + SEPARATOR) * small.size > PDF_INSIDE ? "\n" : " | ");
    buf_text(&words, buf_string(&facts));
    pdf_block_set(pdf, &pdf->header, small, buf_string(&words), PDF_INSIDE);
    if (pdf->header.line.count > HEADER_LINES_MAX)
        pdf->header.line.count = HEADER_LINES_MAX;
    buf_release(&words);
    buf_release(&facts);
}

static float header_height(const struct pdf *pdf) {
    return pdf_block_height(&pdf->header) + HEADER_ROOM;
}

static void draw_header(const struct pdf *pdf) {
    pdf_block_draw(pdf, &pdf->header, PDF_MARGIN, pdf->y, pdf_block_whole(&pdf->header));
    pdf_rule(pdf, PDF_MARGIN, pdf->y - header_height(pdf) + PDF_SMALL, PDF_INSIDE, PDF_HAIR);
}

void pdf_page_begin(struct pdf *pdf) {
    pdf->page = HPDF_AddPage(pdf->doc);
    HPDF_Page_SetSize(pdf->page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_LANDSCAPE);
    pdf->y = PDF_HEIGHT - PDF_MARGIN;
    if (*pdf->report->draft)
        draw_watermark(pdf);
    if (pdf->pages++) {
        draw_header(pdf);
        pdf->y -= header_height(pdf);
    }
    pdf->top = pdf->y;
}

void pdf_page_footers(struct pdf *pdf) {
    struct pdf_block block = PDF_BLOCK;
    for (int i = 0; i < pdf->pages; i++) {
        char words[64];
        snprintf(words, sizeof words, "Halaman %d dari %d", i + 1, pdf->pages);
        pdf->page = HPDF_GetPageByIndex(pdf->doc, (HPDF_UINT)i);
        pdf_block_set(pdf, &block, (struct pdf_style){PDF_PLAIN, PDF_SMALL, PDF_RIGHT}, words, PDF_INSIDE);
        pdf_block_draw(pdf, &block, PDF_MARGIN, PDF_BOTTOM - PDF_SMALL, pdf_block_whole(&block));
    }
    pdf_block_release(&block);
}

float pdf_page_whole(const struct pdf *pdf) {
    return PDF_HEIGHT - PDF_MARGIN - PDF_BOTTOM - header_height(pdf);
}

float pdf_page_room(const struct pdf *pdf) {
    return pdf->y - PDF_BOTTOM + ROUNDING;
}

void pdf_page_need(struct pdf *pdf, float height) {
    if (height > pdf_page_room(pdf) && pdf->y < pdf->top)
        pdf_page_begin(pdf);
}

int pdf_page_lines(const struct pdf *pdf, float size) {
    return (int)(pdf_page_room(pdf) / (size * PDF_LEADING));
}

/* At least two lines begin on a page. */
void pdf_page_text(struct pdf *pdf, struct pdf_style style, const char *text, float indent) {
    struct pdf_block block = PDF_BLOCK;
    pdf_block_set(pdf, &block, style, text, PDF_INSIDE - indent);
    pdf_page_need(pdf, (float)(block.line.count < 2 ? block.line.count : 2) * style.size * PDF_LEADING);
    for (struct pdf_span lines = {0}; lines.first < block.line.count; lines.first += lines.count) {
        int left = block.line.count - lines.first, fit = pdf_page_lines(pdf, style.size);
        if (fit < 1) {
            pdf_page_begin(pdf);
            fit = pdf_page_lines(pdf, style.size);
        }
        lines.count = left < fit ? left : fit;
        pdf_block_draw(pdf, &block, PDF_MARGIN + indent, pdf->y, lines);
        pdf->y -= (float)lines.count * style.size * PDF_LEADING;
    }
    pdf_block_release(&block);
}

float pdf_page_text_height(const struct pdf *pdf, struct pdf_style style, const char *text) {
    struct pdf_block block = PDF_BLOCK;
    pdf_block_set(pdf, &block, style, text, PDF_INSIDE);
    float height = pdf_block_height(&block);
    pdf_block_release(&block);
    return height;
}

static const struct pdf_style heading_style = {PDF_BOLD, 10.5f, PDF_LEFT};
#define HEADING_ABOVE 6.0f
#define HEADING_BELOW 4.0f

float pdf_page_heading_height(const struct pdf *pdf, const char *text) {
    return *text ? HEADING_ABOVE + pdf_page_text_height(pdf, heading_style, text) + HEADING_BELOW : 0;
}

void pdf_page_heading(struct pdf *pdf, const char *text) {
    if (!*text)
        return;
    pdf->y -= pdf->y < pdf->top ? HEADING_ABOVE : 0;
    pdf_page_text(pdf, heading_style, text, 0);
    pdf->y -= HEADING_BELOW;
}
