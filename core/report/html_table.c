/* A table as HTML: as wide as the page, whatever it holds. */
#include "base/utf8.h"
#include "report/html_internal.h"
#include "report/shape.h"
#include <string.h>

/* A table across the page, in letters of the size at which many columns find room. */
struct html_table {
    const struct report *report;
    const struct report_table *table;
    const char *small; /* the cells' class */
    int columns;       /* with that of the bars */
    int line;          /* letters across the page */
    int percent[REPORT_COLUMNS_MAX + 1];
    struct decimal bar_end;
};

enum { BAR = 20, BAR_LETTERS = 30, WHOLE = 100 }; /* a block is wider than a letter */
enum { LINE = 135, SMALL_LINE = 190, SMALL_FROM = 11, CELL_ROOM = 2, KEPT_MAX = 24, WORD_MAX = 24 };

/* Letters of what is kept whole in a column: the words of its title, figures, short words. */
static int kept_letters(const struct report_table *table, int column) {
    int most = report_widest_word(table->column[column].title);
    for (int i = 0; i < table->row.count; i++) {
        char number[REPORT_NUMBER_MAX];
        const struct report_cell *cell = &report_row_at(table, i)->cell[column];
        bool kept = cell->kind == CELL_NUMBER || (table->column[column].content == CONTENT_WORD &&
                                                  report_row_at(table, i)->kind == REPORT_DATA);
        int columns = kept ? utf8_columns(report_cell_text(cell, number)) : 0;
        most = columns > most ? columns : most;
    }
    return (most < KEPT_MAX ? most : KEPT_MAX) + CELL_ROOM;
}

/* Each column has what must be kept whole; what is left over goes to those that wish for more. */
static struct html_table html_table(const struct report *report, const struct report_table *table) {
    bool small = table->column_count >= SMALL_FROM;
    struct html_table it = {.report = report,
                            .table = table,
                            .small = small ? " class=\"kecil\"" : "",
                            .columns = table->column_count + (table->chart >= 0),
                            .line = small ? SMALL_LINE : LINE,
                            .bar_end = report_bar_end(report, table)};
    int left = WHOLE, wish[REPORT_COLUMNS_MAX + 1] = {0}, wished = 0;
    for (int i = 0; i < it.columns; i++) {
        bool bars = i == table->column_count;
        int kept = bars ? BAR_LETTERS : kept_letters(table, i);
        it.percent[i] = (kept * WHOLE + it.line - 1) / it.line;
        wish[i] = !bars && table->column[i].width > kept ? table->column[i].width - kept : 0;
        left -= it.percent[i];
        wished += wish[i];
    }
    for (int i = 0; i < it.columns && left > 0 && wished > 0; i++) {
        int more = left * wish[i] / wished; /* the last that wishes gets what is left */
        it.percent[i] += more;
        left -= more;
        wished -= wish[i];
    }
    return it;
}

static int word_letters(const char *text) {
    int letters = 0;
    for (size_t at = 0; text[at] && !strchr(" \n/-", text[at]); at = utf8_next(text, at))
        letters++;
    return letters;
}

/* A word processor breaks no word before it has made the column wider than the page: one that is no word of
 * the language, and longer than the column holds, gets places to break at. All others stay as they are, to be
 * found. */
static void put_broken(struct buf *out, int letters, const char *text) {
    static const char break_here[] = "\xE2\x80\x8B"; /* U+200B */
    struct buf broken = {0};
    int word = 0, run = 0;
    for (size_t at = 0, next; text[at]; at = next) {
        bool ends = strchr(" \n/-", text[at]);
        next = utf8_next(text, at);
        word = ends ? 0 : word ? word : word_letters(text + at);
        run = ends ? 0 : run + 1;
        if (word > WORD_MAX && run > letters) {
            buf_text(&broken, break_here);
            run = 1;
        }
        buf_put(&broken, text + at, next - at);
    }
    html_put_escaped(out, buf_string(&broken));
    buf_release(&broken);
}

/* Letters of so many columns as one. */
static int holds(const struct html_table *it, int first, int count) {
    int percent = 0;
    for (int i = first; i < first + count; i++)
        percent += it->percent[i];
    int letters = percent * it->line / WHOLE - CELL_ROOM + 1;
    return letters > 1 ? letters : 1;
}

static void put_titles(const struct html_table *it, struct buf *out) {
    char bars[DECIMAL_TEXT_MAX + 4] = "0 - ";
    decimal_print(it->bar_end, 0, bars + 4);
    buf_text(out, "<thead>\n<tr>");
    for (int i = 0; i < it->columns; i++) {
        buf_printf(out, "<th%s align=\"center\" width=\"%d%%\">", it->small, it->percent[i]);
        put_broken(out, holds(it, i, 1), i < it->table->column_count ? it->table->column[i].title : bars);
        buf_text(out, "</th>");
    }
    buf_text(out, "</tr>\n</thead>\n");
}

static void put_cell(const struct html_table *it, int column, const struct report_cell *cell,
                     struct buf *out) {
    char number[REPORT_NUMBER_MAX];
    enum report_content content = it->table->column[column].content;
    int band = content == CONTENT_PERCENT ? report_band(it->report, cell) : -1;
    buf_printf(out, "<td%s align=\"%s\"%s", it->small,
               report_column_is_figure(&it->table->column[column]) ? "right" : "left",
               content == CONTENT_TEXT ? "" : " nowrap");
    if (band >= 0)
        html_put_band_colour(&it->report->bands, band, out);
    buf_text(out, ">");
    put_broken(out, cell->kind == CELL_NUMBER ? REPORT_NUMBER_MAX : holds(it, column, 1),
               report_cell_text(cell, number));
    buf_text(out, "</td>");
}

static void put_across(const struct html_table *it, int columns, const char *tag, const char *text,
                       struct buf *out) {
    buf_printf(out, "<tr><td%s colspan=\"%d\" align=\"left\"><%s>", it->small, columns, tag);
    put_broken(out, holds(it, 0, columns), text);
    buf_printf(out, "</%s></td>", tag);
}

static void put_row(const struct html_table *it, const struct report_row *row, struct buf *out) {
    int first = 0;
    if (row->kind == REPORT_DATA && it->table->lines > 1)
        buf_printf(out, "<tr style=\"height: %dem\">", it->table->lines);
    else if (row->kind == REPORT_DATA)
        buf_text(out, "<tr>");
    else {
        first = row->kind == REPORT_TOTAL ? report_label_span(it->table, row) : it->columns;
        put_across(it, first, row->kind == REPORT_SUBGROUP ? "i" : "b", row->cell[0].text, out);
    }
    for (int i = first; i < it->table->column_count; i++)
        put_cell(it, i, &row->cell[i], out);
    if (first < it->columns && it->table->chart >= 0) {
        buf_printf(out, "<td%s align=\"left\" nowrap>", it->small);
        report_bar(&row->cell[it->table->chart], it->bar_end, BAR, out);
        buf_text(out, "</td>");
    }
    buf_text(out, "</tr>\n");
}

void html_put_table(const struct report *report, const struct report_table *table, struct buf *out) {
    const struct html_table it = html_table(report, table);
    buf_text(out, "<table class=\"data\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\">\n");
    put_titles(&it, out);
    buf_text(out, "<tbody valign=\"top\">\n");
    if (table->row.count == 0) {
        put_across(&it, it.columns, "i", REPORT_NO_ROWS, out);
        buf_text(out, "</tr>\n");
    }
    for (int i = 0; i < table->row.count; i++)
        put_row(&it, report_row_at(table, i), out);
    buf_text(out, "</tbody>\n</table>\n");
}
