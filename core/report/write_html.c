#include "report/formats.h"
#include "report/shape.h"
#include <string.h>

enum { BAR = 20, PERCENT_OF_PAGE = 100 };

/* Word processors read the attributes, browsers the style sheet; so alignment is said twice. */
static const char style[] =
    "<style>\n"
    "@page { size: A4 landscape; margin: 15mm; }\n"
    "body, h1, h2 { font-family: Arial, Helvetica, sans-serif; color: #000; background: #fff; }\n"
    "body { font-size: 10pt; }\n"
    "h1 { font-size: 14pt; }\n"
    "h2 { font-size: 12pt; }\n"
    "h2.lampiran { page-break-before: always; }\n"
    "table { border-collapse: collapse; margin: 6pt 0; }\n"
    "table.data th, table.data td { border: 1px solid #000; padding: 2pt 4pt; }\n"
    "th, td { vertical-align: top; overflow-wrap: anywhere; }\n"
    "thead { display: table-header-group; }\n"
    "thead th { background: #e6e6e6; }\n"
    "tr { page-break-inside: avoid; }\n"
    "[align=left] { text-align: left; }\n"
    "[align=center] { text-align: center; }\n"
    "[align=right] { text-align: right; }\n"
    "[nowrap] { white-space: nowrap; }\n"
    ".catatan { font-size: 8pt; margin: 2pt 0; }\n"
    "</style>\n";

static void put_escaped(struct buf *out, const char *text) {
    static const struct {
        char sign;
        const char *name;
    } entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    for (size_t plain; *text; text += plain) {
        plain = strcspn(text, "&<>\"'");
        buf_put(out, text, plain);
        for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
            if (text[plain] == entities[i].sign)
                buf_text(out, entities[i].name);
        plain += text[plain] != '\0';
    }
}

static void put_element(struct buf *out, const char *open, const char *text, const char *close) {
    buf_text(out, open);
    put_escaped(out, text);
    buf_text(out, close);
}

static void put_lines(struct buf *out, const char *open, const char *const line[REPORT_LINES_MAX],
                      const char *close) {
    if (!line[0])
        return;
    buf_text(out, open);
    for (int i = 0; i < REPORT_LINES_MAX && line[i]; i++)
        put_element(out, i > 0 ? "<br>\n" : "", line[i], "");
    buf_text(out, close);
}

static void put_head(const struct report *report, struct buf *out) {
    const char *title = report->title[0] ? report->title[0] : report->name;
    buf_text(out, "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n");
    put_element(out, "<title>", title, "</title>\n");
    buf_text(out, style);
    buf_text(out, "</head>\n<body>\n");
    put_lines(out, "<p align=\"center\"><b>", report->letterhead, "</b></p>\n<hr>\n");
    put_lines(out, "<h1 align=\"center\">", report->title, "</h1>\n");
    if (*report->draft)
        put_element(out, "<p align=\"center\"><b>", report->draft, "</b></p>\n");
    if (*report->marks)
        put_element(out, "<p align=\"center\"><i>", report->marks, "</i></p>\n");
}

static void put_facts(const struct report *report, struct buf *out) {
    if (report->fact_count == 0)
        return;
    buf_text(out, "<table border=\"0\" cellspacing=\"0\" width=\"100%\">\n");
    for (int i = 0; i < report->fact_count; i++) {
        put_element(out, "<tr><td width=\"15%\">", report->fact[i].label, "</td>");
        put_element(out, "<td>: ", report->fact[i].value, "</td></tr>\n");
    }
    buf_text(out, "</table>\n");
}

/* --- tables --- */

static void put_titles(const struct report *report, const struct report_table *table, struct buf *out) {
    char end[DECIMAL_TEXT_MAX];
    int whole = table->chart >= 0 ? BAR : 0;
    for (int i = 0; i < table->column_count; i++)
        whole += table->column[i].width;
    buf_text(out, "<thead>\n<tr>");
    for (int i = 0; i < table->column_count; i++) {
        buf_printf(out, "<th align=\"center\" width=\"%d%%\">",
                   whole > 0 ? table->column[i].width * PERCENT_OF_PAGE / whole : 0);
        put_element(out, "", table->column[i].title, "</th>");
    }
    decimal_print(report_bar_end(report, table), 0, end);
    if (table->chart >= 0)
        buf_printf(out, "<th align=\"center\">0 - %s</th>", end);
    buf_text(out, "</tr>\n</thead>\n");
}

static void put_band_colour(const struct bands *bands, int index, struct buf *out) {
    uint32_t colour = report_band_colour(bands, index);
    buf_printf(out, " bgcolor=\"#%06X\" style=\"background: #%06X\"", colour, colour);
}

static void put_cell(const struct report *report, const struct report_column *column,
                     const struct report_cell *cell, struct buf *out) {
    char number[REPORT_NUMBER_MAX];
    int band = column->content == CONTENT_PERCENT ? report_band(report, cell) : -1;
    buf_printf(out, "<td align=\"%s\"%s", report_column_is_figure(column) ? "right" : "left",
               column->content == CONTENT_TEXT ? "" : " nowrap");
    if (band >= 0)
        put_band_colour(&report->bands, band, out);
    put_element(out, ">", report_cell_text(cell, number), "</td>");
}

static void put_across(struct buf *out, int columns, const char *open, const char *text, const char *close) {
    buf_printf(out, "<tr><td colspan=\"%d\" align=\"left\">%s", columns, open);
    put_element(out, "", text, close);
}

static void put_row(const struct report *report, const struct report_table *table,
                    const struct report_row *row, struct buf *out) {
    int columns = table->column_count + (table->chart >= 0);
    int first = 0;
    if (row->kind == REPORT_GROUP || row->kind == REPORT_SUBGROUP) {
        bool group = row->kind == REPORT_GROUP;
        put_across(out, columns, group ? "<b>" : "<i>", row->cell[0].text,
                   group ? "</b></td></tr>\n" : "</i></td></tr>\n");
        return;
    }
    if (row->kind == REPORT_TOTAL) {
        first = report_label_span(table, row);
        put_across(out, first, "<b>", row->cell[0].text, "</b></td>");
    } else {
        buf_text(out, "<tr>");
    }
    for (int i = first; i < table->column_count; i++)
        put_cell(report, &table->column[i], &row->cell[i], out);
    if (table->chart >= 0) {
        buf_text(out, "<td align=\"left\" nowrap>");
        report_bar(&row->cell[table->chart], report_bar_end(report, table), BAR, out);
        buf_text(out, "</td>");
    }
    buf_text(out, "</tr>\n");
}

static void put_table(const struct report *report, const struct report_table *table, struct buf *out) {
    buf_text(out, "<table class=\"data\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\">\n");
    put_titles(report, table, out);
    buf_text(out, "<tbody>\n");
    if (table->row.count == 0)
        put_across(out, table->column_count + (table->chart >= 0), "", REPORT_NO_ROWS, "</td></tr>\n");
    for (int i = 0; i < table->row.count; i++)
        put_row(report, table, report_row_at(table, i), out);
    buf_text(out, "</tbody>\n</table>\n");
}

/* --- the page --- */

static bool has_coloured(const struct report *report) {
    for (int i = 0; i < report->part.count; i++) {
        const struct report_table *table = report_part_at(report, i)->table;
        for (int column = 0; table && column < table->column_count; column++)
            if (table->column[column].content == CONTENT_PERCENT)
                return true;
    }
    return false;
}

/* Colour never says anything alone. */
static void put_legend(const struct report *report, struct buf *out) {
    const struct bands *bands = &report->bands;
    if (bands->count == 0 || !has_coloured(report))
        return;
    buf_text(out, "<p class=\"catatan\"><small>Warna capaian:</small></p>\n"
                  "<table class=\"data\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\">\n<tr>");
    for (int i = 0; i < bands->count; i++) {
        char span[2 * DECIMAL_TEXT_MAX + BAND_NAME_MAX];
        bands_print(bands, i, true, span, sizeof span);
        buf_text(out, "<td align=\"left\"");
        put_band_colour(bands, i, out);
        put_element(out, ">", bands->band[i].name, " ");
        put_element(out, "", span, "</td>");
    }
    buf_text(out, "</tr>\n</table>\n");
}

static void put_signature(const struct report_signature *signature, struct buf *out) {
    buf_text(out, "<td align=\"center\">");
    for (int line = 0; line < SIGNATURE_LINES; line++) {
        struct buf text = {0};
        report_signature_line(signature, (enum signature_line)line, &text);
        buf_text(out, line == SIGNATURE_NAME ? "<br><br><br>" : "");
        put_element(out, line ? "<br>\n" : "", buf_string(&text), "");
        buf_release(&text);
    }
    buf_text(out, "</td>\n");
}

static void put_signatures(const struct report *report, struct buf *out) {
    buf_text(out, "<table border=\"0\" cellspacing=\"0\" width=\"100%\">\n<tr>");
    if (report->signature_count == 1)
        buf_text(out, "<td width=\"50%\"></td>");
    for (int i = 0; i < report->signature_count; i++)
        put_signature(&report->signature[i], out);
    buf_text(out, "</tr>\n</table>\n");
}

static void put_part(const struct report *report, const struct report_part *part, struct buf *out) {
    static const struct {
        const char *open, *close;
    } shape[] = {
        [PART_ANNEX] = {"<h2 class=\"lampiran\">", "</h2>\n"},
        [PART_HEADING] = {"<h2>", "</h2>\n"},
        [PART_PARAGRAPH] = {"<p>", "</p>\n"},
        [PART_NOTE] = {"<p class=\"catatan\"><small>", "</small></p>\n"},
    };
    if (part->kind == PART_TABLE)
        put_table(report, part->table, out);
    else if (part->kind == PART_SIGNATURES)
        put_signatures(report, out);
    else
        put_element(out, shape[part->kind].open, part->text, shape[part->kind].close);
}

void report_write_html(const struct report *report, struct buf *out) {
    put_head(report, out);
    put_facts(report, out);
    for (int i = 0; i < report->part.count; i++)
        put_part(report, report_part_at(report, i), out);
    put_legend(report, out);
    buf_text(out, "</body>\n</html>\n");
}
