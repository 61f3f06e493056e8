#include "print/pdf_internal.h"
#include <stdlib.h>

static const struct pdf_style government = {PDF_BOLD, 12, PDF_CENTRE}, agency = {PDF_BOLD, 14, PDF_CENTRE},
                              address = {PDF_PLAIN, 9, PDF_CENTRE}, title = {PDF_BOLD, 12, PDF_CENTRE},
                              fact = {PDF_PLAIN, 10, PDF_LEFT}, marks = {PDF_BOLD, 9, PDF_LEFT},
                              annex = {PDF_BOLD, 12, PDF_LEFT}, paragraph = {PDF_PLAIN, 10, PDF_LEFT},
                              note = {PDF_PLAIN, 8, PDF_LEFT};
#define BELOW 6.0f /* a paragraph, or the last of some notes */

/* The government and its agency in bold, where it stands in small letters, a double rule. */
static void draw_letterhead(struct pdf *pdf) {
    const char *const *line = pdf->report->letterhead;
    if (!line[0])
        return;
    for (int i = 0; i < REPORT_LINES_MAX && line[i]; i++)
        pdf_page_text(pdf, i == 0 ? government : i == 1 ? agency : address, line[i], 0);
    pdf->y -= 5;
    pdf_rule(pdf, PDF_MARGIN, pdf->y, PDF_INSIDE, 1.8f);
    pdf_rule(pdf, PDF_MARGIN, pdf->y - 2.4f, PDF_INSIDE, 0.5f);
    pdf->y -= 14;
}

/* Label and value side by side, the values below one another. */
static void draw_facts(struct pdf *pdf) {
    const struct report *report = pdf->report;
    float widest = 0;
    for (int i = 0; i < report->fact_count; i++) {
        float width = pdf_text_width(pdf, fact.weight, report->fact[i].label) * fact.size;
        widest = width > widest ? width : widest;
    }
    for (int i = 0; i < report->fact_count; i++) {
        float y = pdf->y;
        struct pdf_block label = PDF_BLOCK;
        pdf_block_set(pdf, &label, fact, report->fact[i].label, PDF_INSIDE / 2);
        pdf_block_draw(pdf, &label, PDF_MARGIN, y, pdf_block_whole(&label));
        pdf_block_release(&label);
        struct buf value = {0};
        buf_printf(&value, ": %s", report->fact[i].value);
        pdf_page_text(pdf, fact, buf_string(&value), widest + 10);
        buf_release(&value);
    }
}

static void draw_opening(struct pdf *pdf) {
    const struct report *report = pdf->report;
    draw_letterhead(pdf);
    for (int i = 0; i < REPORT_LINES_MAX && report->title[i]; i++)
        pdf_page_text(pdf, title, report->title[i], 0);
    pdf->y -= report->title[0] ? 8 : 0;
    draw_facts(pdf);
    pdf->y -= *report->marks ? 4 : 0;
    pdf_page_text(pdf, marks, report->marks, 0);
    pdf->y -= 8;
}

static void draw_annex(struct pdf *pdf, const char *text) {
    if (pdf->y < pdf->top)
        pdf_page_begin(pdf);
    pdf_page_text(pdf, annex, text, 0);
    pdf->y -= 6;
}

static bool is_kind(const struct report *report, int index, enum report_part_kind kind) {
    return index < report->part.count && report_part_at(report, index)->kind == kind;
}

/* Paragraphs and notes: how each is set, and the room below it; notes stand close together. */
static struct pdf_style style_of(const struct report *report, int index) {
    return is_kind(report, index, PART_NOTE) ? note : paragraph;
}

static float below(const struct report *report, int index) {
    bool joined = is_kind(report, index, PART_NOTE) && is_kind(report, index + 1, PART_NOTE);
    return joined ? 0 : BELOW;
}

/* Signatures that stand alone sign nothing: the height of the paragraphs and notes from `index` to the
 * signatures, with these, which stay on one page. 0 where anything else comes between, and for more than a
 * page. */
static float foot_height(const struct pdf *pdf, int index) {
    const struct report *report = pdf->report;
    float height = pdf_sign_height(pdf), most = height > 0 ? pdf_page_whole(pdf) : 0;
    int i = index;
    for (; height < most && (is_kind(report, i, PART_PARAGRAPH) || is_kind(report, i, PART_NOTE)); i++)
        height += pdf_page_text_height(pdf, style_of(report, i), report_part_at(report, i)->text) +
                  below(report, i);
    return height < most && is_kind(report, i, PART_SIGNATURES) ? height : 0;
}

static void draw_text(struct pdf *pdf, int index) {
    pdf_page_need(pdf, foot_height(pdf, index));
    pdf_page_text(pdf, style_of(pdf->report, index), report_part_at(pdf->report, index)->text, 0);
    pdf->y -= below(pdf->report, index);
}

/* A heading before anything but a table stays with some lines of it. */
static void draw_heading(struct pdf *pdf, int index) {
    const char *text = report_part_at(pdf->report, index)->text;
    float some = 3 * paragraph.size * PDF_LEADING, foot = foot_height(pdf, index + 1);
    pdf_page_need(pdf, pdf_page_heading_height(pdf, text) + (foot > some ? foot : some));
    pdf_page_heading(pdf, text);
}

static void draw_parts(struct pdf *pdf) {
    const struct report *report = pdf->report;
    const char *heading = "";
    for (int i = 0; i < report->part.count; i++) {
        const struct report_part *part = report_part_at(report, i);
        bool before_table = is_kind(report, i + 1, PART_TABLE);
        switch (part->kind) {
        case PART_ANNEX:
            draw_annex(pdf, part->text);
            break;
        case PART_HEADING:
            if (!before_table)
                draw_heading(pdf, i);
            break;
        case PART_PARAGRAPH:
        case PART_NOTE:
            draw_text(pdf, i);
            break;
        case PART_TABLE:
            pdf_table(pdf, part->table, heading, foot_height(pdf, i + 1));
            break;
        case PART_SIGNATURES:
            pdf_sign(pdf);
            break;
        }
        heading = part->kind == PART_HEADING && before_table ? part->text : "";
    }
}

static bool fail(struct err *err, HPDF_STATUS status) {
    return err_set(err, ERR_IO,
                   "PDF tidak dapat dibuat: pustaka libharu melaporkan kesalahan 0x%04lX; pilih format lain",
                   (unsigned long)status);
}

/* The document holds the name of its report, but no time: the same report makes the same bytes. */
static void describe(const struct pdf *pdf) {
    struct pdf_block block = PDF_BLOCK;
    const char *name = pdf->report->title[0] ? pdf->report->title[0] : pdf->report->name;
    pdf_block_set(pdf, &block, title, name, PDF_INSIDE);
    HPDF_SetInfoAttr(pdf->doc, HPDF_INFO_TITLE, buf_string(&block.source));
    HPDF_SetInfoAttr(pdf->doc, HPDF_INFO_CREATOR, "triwulan");
    pdf_block_release(&block);
}

static bool save(HPDF_Doc doc, struct buf *out, struct err *err) {
    HPDF_BYTE bytes[1 << 14];
    HPDF_SaveToStream(doc);
    HPDF_UINT32 left = HPDF_GetError(doc) ? 0 : HPDF_GetStreamSize(doc);
    HPDF_ResetStream(doc);
    while (left && !HPDF_GetError(doc)) {
        HPDF_UINT32 length = left < sizeof bytes ? left : sizeof bytes;
        HPDF_ReadFromStream(doc, bytes, &length);
        buf_put(out, bytes, length);
        left -= length;
    }
    return HPDF_GetError(doc) ? fail(err, HPDF_GetError(doc)) : true;
}

bool print_pdf(const struct report *report, const struct print_progress *progress, struct buf *out,
               struct err *err) {
    struct pdf pdf = {
        .report = report, .progress = progress, .of = report_row_count(report), .header = PDF_BLOCK};
    pdf.doc = HPDF_New(NULL, NULL);
    if (!pdf.doc)
        return fail(err, HPDF_FAILD_TO_ALLOC_MEM);
    HPDF_SetCompressionMode(pdf.doc, HPDF_COMP_ALL);
    pdf_fonts(&pdf);
    describe(&pdf);
    pdf_page_header(&pdf);
    pdf_page_begin(&pdf);
    draw_opening(&pdf);
    draw_parts(&pdf);
    pdf_page_footers(&pdf);
    bool good = save(pdf.doc, out, err);
    pdf_block_release(&pdf.header);
    HPDF_Free(pdf.doc);
    return good;
}
