#include "report/formats.h"
#include "report/html_internal.h"
#include "report/shape.h"
#include <string.h>

/* Word processors read the attributes, browsers the style sheet; so alignment is said twice. */
static const char style[] =
    "<style>\n"
    "@page { size: A4 landscape; margin: 15mm; }\n"
    "body, h1, h2 { font-family: Arial, Helvetica, sans-serif; color: #000; background: #fff; }\n"
    "body { font-size: 10pt; }\n"
    "h1 { font-size: 14pt; }\n"
    "h2 { font-size: 12pt; }\n"
    "h2.lampiran { page-break-before: always; }\n"
    ".kecil { font-size: 7pt; }\n"
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

void html_put_escaped(struct buf *out, const char *text) {
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

void html_put_element(struct buf *out, const char *open, const char *text, const char *close) {
    buf_text(out, open);
    html_put_escaped(out, text);
    buf_text(out, close);
}

void html_put_band_colour(const struct bands *bands, int index, struct buf *out) {
    uint32_t colour = report_band_colour(bands, index);
    buf_printf(out, " bgcolor=\"#%06X\" style=\"background: #%06X\"", colour, colour);
}

static void put_lines(struct buf *out, const char *open, const char *const line[REPORT_LINES_MAX],
                      const char *close) {
    if (!line[0])
        return;
    buf_text(out, open);
    for (int i = 0; i < REPORT_LINES_MAX && line[i]; i++)
        html_put_element(out, i > 0 ? "<br>\n" : "", line[i], "");
    buf_text(out, close);
}

static void put_head(const struct report *report, struct buf *out) {
    const char *title = report->title[0] ? report->title[0] : report->name;
    buf_text(out, "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n");
    html_put_element(out, "<title>", title, "</title>\n");
    buf_text(out, style);
    buf_text(out, "</head>\n<body>\n");
    put_lines(out, "<p align=\"center\"><b>", report->letterhead, "</b></p>\n<hr>\n");
    put_lines(out, "<h1 align=\"center\">", report->title, "</h1>\n");
    if (*report->draft)
        html_put_element(out, "<p align=\"center\"><b>", report->draft, "</b></p>\n");
    if (*report->marks)
        html_put_element(out, "<p align=\"center\"><i>", report->marks, "</i></p>\n");
}

static void put_facts(const struct report *report, struct buf *out) {
    if (report->fact_count == 0)
        return;
    buf_text(out, "<table border=\"0\" cellspacing=\"0\" width=\"100%\">\n");
    for (int i = 0; i < report->fact_count; i++) {
        html_put_element(out, "<tr><td width=\"15%\">", report->fact[i].label, "</td>");
        html_put_element(out, "<td>: ", report->fact[i].value, "</td></tr>\n");
    }
    buf_text(out, "</table>\n");
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
        html_put_band_colour(bands, i, out);
        html_put_element(out, ">", bands->band[i].name, " ");
        html_put_element(out, "", span, "</td>");
    }
    buf_text(out, "</tr>\n</table>\n");
}

static void put_signature(const struct report_signature *signature, struct buf *out) {
    buf_text(out, "<td align=\"center\">");
    for (int line = 0; line < SIGNATURE_LINES; line++) {
        struct buf text = {0};
        report_signature_line(signature, (enum signature_line)line, &text);
        buf_text(out, line == SIGNATURE_NAME ? "<br><br><br>" : "");
        html_put_element(out, line ? "<br>\n" : "", buf_string(&text), "");
        buf_release(&text);
    }
    buf_text(out, "</td>\n");
}

static void put_signatures(const struct report *report, struct buf *out) {
    buf_text(
        out,
        "<table border=\"0\" cellspacing=\"0\" width=\"100%\" style=\"page-break-inside: avoid\">\n<tr>");
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
        html_put_table(report, part->table, out);
    else if (part->kind == PART_SIGNATURES)
        put_signatures(report, out);
    else
        html_put_element(out, shape[part->kind].open, part->text, shape[part->kind].close);
}

void report_write_html(const struct report *report, struct buf *out) {
    put_head(report, out);
    put_facts(report, out);
    for (int i = 0; i < report->part.count; i++)
        put_part(report, report_part_at(report, i), out);
    put_legend(report, out);
    buf_text(out, "</body>\n</html>\n");
}
