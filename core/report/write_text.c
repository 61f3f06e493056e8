#include "base/utf8.h"
#include "report/formats.h"
#include "report/shape.h"
#include "report/text_internal.h"

enum { SIGNING_LINES = 3, SIGNATURES_ABREAST = 2, SIGNATURE_GAP = 2 };

void text_end_line(struct buf *out) {
    while (out->length > 0 && out->data[out->length - 1] == ' ')
        out->length--;
    buf_byte(out, '\n');
}

static void put_piece(struct buf *out, struct text_cell *cell, int gap) {
    size_t skip;
    size_t length = utf8_wrap(cell->text, cell->width, &skip);
    int used = utf8_columns_in(cell->text, length);
    int room = used < cell->width ? cell->width - used : 0;
    int before = cell->side == SIDE_LEFT ? 0 : cell->side == SIDE_RIGHT ? room : room / 2;
    buf_printf(out, "%*s", before, "");
    buf_put(out, cell->text, length);
    buf_printf(out, "%*s", room - before + gap, "");
    cell->text += length + skip;
}

void text_put_cells(struct buf *out, struct text_cell *cell, int count, int gap) {
    for (bool more = true; more;) {
        more = false;
        for (int i = 0; i < count; i++) {
            put_piece(out, &cell[i], gap);
            more |= *cell[i].text != '\0';
        }
        text_end_line(out);
    }
}

void text_put_paragraph(struct buf *out, int columns, int first, int rest, const char *text) {
    for (int indent = first; *text; indent = rest) {
        size_t skip;
        size_t length = utf8_wrap(text, columns - indent, &skip);
        buf_printf(out, "%*s", indent, "");
        buf_put(out, text, length);
        text_end_line(out);
        text += length + skip;
    }
}

void text_put_rule(struct buf *out, char sign, int columns) {
    for (int i = 0; i < columns; i++)
        buf_byte(out, (uint8_t)sign);
    text_end_line(out);
}

static void put_middle(struct buf *out, int columns, const char *text) {
    text_put_cells(out, &(struct text_cell){text, columns, SIDE_MIDDLE}, 1, 0);
}

static void put_space(struct buf *out) {
    if (out->length > 0)
        buf_byte(out, '\n');
}

static void put_head(const struct report *report, int columns, struct buf *out) {
    for (int i = 0; i < REPORT_LINES_MAX && report->letterhead[i]; i++)
        put_middle(out, columns, report->letterhead[i]);
    if (report->letterhead[0])
        text_put_rule(out, '=', columns);
    put_space(out);
    for (int i = 0; i < REPORT_LINES_MAX && report->title[i]; i++)
        put_middle(out, columns, report->title[i]);
    if (*report->draft)
        put_middle(out, columns, report->draft);
    if (*report->marks)
        put_middle(out, columns, report->marks);
}

static void put_facts(const struct report *report, int columns, struct buf *out) {
    struct buf line = {0};
    int widest = 0;
    for (int i = 0; i < report->fact_count; i++) {
        int width = utf8_columns(report->fact[i].label);
        widest = width > widest ? width : widest;
    }
    if (widest > columns / 3)
        widest = columns / 3;
    if (report->fact_count > 0)
        put_space(out);
    for (int i = 0; i < report->fact_count; i++) {
        const struct report_fact *fact = &report->fact[i];
        int room = widest - utf8_columns(fact->label);
        buf_clear(&line);
        buf_printf(&line, "%s%*s : %s", fact->label, room > 0 ? room : 0, "", fact->value);
        text_put_paragraph(out, columns, 0, widest + 3, buf_string(&line));
    }
    buf_release(&line);
}

/* Notes stand together, and what is headed stands under its heading. */
static bool belongs_to(const struct report_part *part, const struct report_part *before) {
    return before && (before->kind == PART_HEADING || (before->kind == PART_NOTE && part->kind == PART_NOTE));
}

static void put_unless_blank(struct buf *out, struct text_cell *cell, int count) {
    bool blank = true;
    for (int i = 0; i < count; i++)
        blank = blank && !*cell[i].text;
    if (!blank)
        text_put_cells(out, cell, count, SIGNATURE_GAP);
}

/* One signature alone stands to the right. */
static void put_signatures(const struct report *report, int columns, struct buf *out) {
    enum { SLOTS_MAX = REPORT_SIGNATURES_MAX + SIGNATURES_ABREAST };
    struct text_cell cell[SLOTS_MAX];
    struct buf text[REPORT_SIGNATURES_MAX] = {{0}};
    int count = report->signature_count;
    int slots = count > SIGNATURES_ABREAST ? count : SIGNATURES_ABREAST;
    int width = (columns - (slots - 1) * SIGNATURE_GAP) / slots;

    for (int i = 0; i < slots; i++)
        cell[i] = (struct text_cell){"", width, SIDE_MIDDLE};
    for (int line = 0; line < SIGNATURE_LINES; line++) {
        for (int i = 0; line == SIGNATURE_NAME && i < SIGNING_LINES; i++)
            text_end_line(out);
        for (int i = 0; i < count; i++) {
            buf_clear(&text[i]);
            report_signature_line(&report->signature[i], (enum signature_line)line, &text[i]);
            cell[slots - count + i].text = buf_string(&text[i]);
        }
        put_unless_blank(out, cell, slots);
    }
    for (int i = 0; i < count; i++)
        buf_release(&text[i]);
}

static void put_parts(const struct report *report, int columns, struct buf *out) {
    const struct report_part *before = NULL;
    for (int i = 0; i < report->part.count; i++) {
        const struct report_part *part = report_part_at(report, i);
        if (!belongs_to(part, before))
            put_space(out);
        if (part->kind == PART_ANNEX)
            text_put_rule(out, '=', columns);
        if (part->kind == PART_TABLE)
            text_put_table(report, part->table, columns, out);
        else if (part->kind == PART_SIGNATURES)
            put_signatures(report, columns, out);
        else
            text_put_paragraph(out, columns, 0, part->kind == PART_NOTE ? 2 : 0, part->text);
        before = part;
    }
}

void report_write_text(const struct report *report, int columns, struct buf *out) {
    int room = columns < REPORT_TEXT_COLUMNS_MIN ? REPORT_TEXT_COLUMNS_MIN : columns;
    put_head(report, room, out);
    put_facts(report, room, out);
    put_parts(report, room, out);
}
