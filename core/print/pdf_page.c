#include "print/pdf_internal.h"
#include <stdio.h>

static const struct pdf_style small = {PDF_PLAIN, PDF_SMALL, PDF_LEFT};
enum { BLACK = 0x000000, WATERMARK_GREY = 0xE6E6E6 };

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

/* Agency, title and facts, as far as one line holds them. */
static void draw_header(struct pdf *pdf) {
    const struct report *report = pdf->report;
    struct buf words = {0};
    struct pdf_block block = PDF_BLOCK;
    buf_text(&words, report->letterhead[0] ? report->letterhead[report->letterhead[1] ? 1 : 0] : "");
    for (int i = 0; i < REPORT_LINES_MAX && report->title[i]; i++)
        buf_printf(&words, "%s%s", i ? " " : words.length ? " | " : "", report->title[i]);
    for (int i = 0; i < report->fact_count; i++)
        buf_printf(&words, "%s%s", words.length ? " | " : "", report->fact[i].value);
    pdf_block_set(pdf, &block, small, buf_string(&words), PDF_INSIDE);
    if (block.line.count)
        pdf_block_draw(pdf, &block, PDF_MARGIN, pdf->y, (struct pdf_span){0, 1});
    pdf->y -= PDF_SMALL * 1.6f;
    pdf_rule(pdf, PDF_MARGIN, pdf->y, PDF_INSIDE, PDF_HAIR);
    pdf->y -= PDF_SMALL;
    pdf_block_release(&block);
    buf_release(&words);
}

void pdf_page_begin(struct pdf *pdf) {
    pdf->page = HPDF_AddPage(pdf->doc);
    HPDF_Page_SetSize(pdf->page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_LANDSCAPE);
    pdf->y = PDF_HEIGHT - PDF_MARGIN;
    if (*pdf->report->draft)
        draw_watermark(pdf);
    if (pdf->pages++)
        draw_header(pdf);
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

float pdf_page_room(const struct pdf *pdf) {
    return pdf->y - PDF_BOTTOM;
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

static const struct pdf_style heading_style = {PDF_BOLD, 10.5f, PDF_LEFT};
#define HEADING_ABOVE 6.0f
#define HEADING_BELOW 4.0f

float pdf_page_heading_height(const struct pdf *pdf, const char *text) {
    struct pdf_block block = PDF_BLOCK;
    pdf_block_set(pdf, &block, heading_style, text, PDF_INSIDE);
    float height = *text ? HEADING_ABOVE + pdf_block_height(&block) + HEADING_BELOW : 0;
    pdf_block_release(&block);
    return height;
}

void pdf_page_heading(struct pdf *pdf, const char *text) {
    if (!*text)
        return;
    pdf->y -= pdf->y < pdf->top ? HEADING_ABOVE : 0;
    pdf_page_text(pdf, heading_style, text, 0);
    pdf->y -= HEADING_BELOW;
}
