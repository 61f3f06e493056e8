#include "print/pdf_internal.h"
#include "report/shape.h"

#define SIZE 10.0f
#define ROOM 48.0f      /* to sign and stamp */
#define ABOVE 14.0f     /* the block */
#define SLOT (1 / 3.0f) /* of the page's width for each */

/* From the left edge to the right one; a single one stands to the right. */
static float left_of(const struct report *report, int index) {
    int last = report->signature_count - 1;
    return PDF_MARGIN + PDF_INSIDE * (1 - SLOT) * (last ? (float)index / (float)last : 1);
}

static void underline(const struct pdf *pdf, const struct pdf_block *block, float x, float y) {
    const struct pdf_line *line = block->line.item;
    for (int i = 0; i < block->line.count; i++)
        pdf_rule(pdf, x + (block->width - line[i].width) / 2, y - SIZE * (PDF_LEADING * (float)i + 1),
                 line[i].width, 0.6f);
}

/* Lays all signatures out below `y`, and draws them if so asked; returns where they end. */
static float lay_out(const struct pdf *pdf, float y, bool draws) {
    const struct report *report = pdf->report;
    struct pdf_block block = PDF_BLOCK;
    struct buf text = {0};
    for (int line = 0; line < SIGNATURE_LINES; line++) {
        float highest = 0;
        bool name = line == SIGNATURE_NAME;
        y -= name ? ROOM : 0;
        for (int i = 0; i < report->signature_count; i++) {
            struct pdf_style style = {name ? PDF_BOLD : PDF_PLAIN, SIZE, PDF_CENTRE};
            float x = left_of(report, i);
            buf_clear(&text);
            report_signature_line(&report->signature[i], (enum signature_line)line, &text);
            pdf_block_set(pdf, &block, style, buf_string(&text), PDF_INSIDE * SLOT - ABOVE);
            float height = pdf_block_height(&block);
            highest = height > highest ? height : highest;
            if (!draws)
                continue;
            pdf_block_draw(pdf, &block, x, y, pdf_block_whole(&block));
            if (name && *report->signature[i].name)
                underline(pdf, &block, x, y);
        }
        y -= highest;
    }
    buf_release(&text);
    pdf_block_release(&block);
    return y;
}

float pdf_sign_height(const struct pdf *pdf) {
    return pdf->report->signature_count ? ABOVE - lay_out(pdf, 0, false) : 0;
}

void pdf_sign(struct pdf *pdf) {
    if (!pdf->report->signature_count)
        return;
    pdf_page_need(pdf, pdf_sign_height(pdf));
    pdf->y = lay_out(pdf, pdf->y - ABOVE, true);
}
