#include "print/pdf_internal.h"

#define SIZE 10.0f
#define ROOM 48.0f      /* to sign and stamp */
#define ABOVE 14.0f     /* the block */
#define SLOT (1 / 3.0f) /* of the page's width for each */

#define DOTS ".............................................."
#define SHORT_DOTS "........................................"

/* What stands below one another, each side by side for all. Place and date stand where the last one has no
 * caption, which is how offices write it; above it otherwise. */
enum signature_part { PLACE, CAPTION, POSITION, NAME, RANK, NIP, PARTS };

static const char *part_text(const struct report *report, int index, enum signature_part part,
                             struct buf *scratch) {
    const struct report_signature *signature = &report->signature[index];
    bool captioned = *signature->caption, last = index == report->signature_count - 1;
    buf_clear(scratch);
    buf_printf(scratch, "NIP %s", *signature->nip ? signature->nip : SHORT_DOTS);
    const char *text[PARTS] = {
        [PLACE] = last && captioned ? report->place : "",
        [CAPTION] = last && !captioned ? report->place : signature->caption,
        [POSITION] = signature->position,
        [NAME] = *signature->name ? signature->name : DOTS,
        [RANK] = *signature->rank ? signature->rank : DOTS,
        [NIP] = buf_string(scratch),
    };
    return text[part];
}

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
    struct buf scratch = {0};
    for (enum signature_part part = 0; part < PARTS; part++) {
        float highest = 0;
        y -= part == NAME ? ROOM : 0;
        for (int i = 0; i < report->signature_count; i++) {
            struct pdf_style style = {part == NAME ? PDF_BOLD : PDF_PLAIN, SIZE, PDF_CENTRE};
            float x = left_of(report, i);
            pdf_block_set(pdf, &block, style, part_text(report, i, part, &scratch),
                          PDF_INSIDE * SLOT - ABOVE);
            float height = pdf_block_height(&block);
            highest = height > highest ? height : highest;
            if (!draws)
                continue;
            pdf_block_draw(pdf, &block, x, y, pdf_block_whole(&block));
            if (part == NAME && *report->signature[i].name)
                underline(pdf, &block, x, y);
        }
        y -= highest;
    }
    buf_release(&scratch);
    pdf_block_release(&block);
    return y;
}

void pdf_sign(struct pdf *pdf) {
    if (!pdf->report->signature_count)
        return;
    pdf_page_need(pdf, ABOVE - lay_out(pdf, 0, false));
    pdf->y = lay_out(pdf, pdf->y - ABOVE, true);
}
