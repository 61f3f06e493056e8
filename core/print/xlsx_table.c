#include "base/utf8.h"
#include "print/xlsx_internal.h"
#include "report/shape.h"

/* Above that much the frozen rows would leave no room on a small screen to scroll in. */
enum { FROZEN_HEIGHT_MAX = 330 };
enum { FORMULA_MAX = 8192 }; /* Excel's own bound */

static int decimals(const struct report_cell *cell) {
    int places = cell->places;
    int64_t unit = DECIMAL_SCALE;
    for (int i = 0; i < places; i++)
        unit /= 10;
    for (; cell->value.units % unit != 0; unit /= 10)
        places++;
    return places;
}

static double number(const struct report_cell *cell) {
    return (double)cell->value.units / (double)DECIMAL_SCALE;
}

/* ---- a mean, as a formula ---- */

static bool enters(const struct report_row *row, int column) {
    return row->kind == REPORT_DATA && row->counts && row->cell[column].kind == CELL_NUMBER;
}

/* Stands as a number in the sheet, though it must not enter. */
static bool disturbs(const struct report_row *row, int column) {
    return (row->kind == REPORT_DATA || row->kind == REPORT_TOTAL) && row->cell[column].kind == CELL_NUMBER;
}

struct mean_writer {
    char column;
    struct cap cap;
    struct buf sum, count;
};

/* Rows are counted from 1 there. */
static void mean_add_run(struct mean_writer *mean, int first, int last) {
    char range[32], limit[DECIMAL_TEXT_MAX];
    snprintf(range, sizeof range, "%c%d:%c%d", mean->column, first + 1, mean->column, last + 1);
    decimal_print_plain(mean->cap.limit, 0, limit);
    const char *plus = mean->sum.length ? "+" : "";
    if (mean->cap.capped)
        buf_printf(&mean->sum, "%sSUMIF(%s,\"<=\"&%s)+%s*COUNTIF(%s,\">\"&%s)", plus, range, limit, limit,
                   range, limit);
    else
        buf_printf(&mean->sum, "%sSUM(%s)", plus, range);
    buf_printf(&mean->count, "%sCOUNT(%s)", plus, range);
}

/* The formula of the TOTAL at `index`, "" where none can be given. Words and blanks are nothing to SUM and
 * COUNT, so that a run ends only before a number that must not enter. `first`: row 0 of the table in the
 * sheet. */
static void mean_formula(const struct report *report, const struct report_table *table, int index, int first,
                         struct buf *out) {
    const struct report_mean *mean = &report_row_at(table, index)->mean;
    struct mean_writer writer = {.column = (char)('A' + mean->column), .cap = report->cap};
    int begin = -1, end = -1;
    for (int i = mean->first; i < index; i++) {
        const struct report_row *row = report_row_at(table, i);
        if (enters(row, mean->column)) {
            begin = begin < 0 ? i : begin;
            end = i;
        } else if (disturbs(row, mean->column) && begin >= 0) {
            mean_add_run(&writer, first + begin, first + end);
            begin = -1;
        }
    }
    if (begin >= 0)
        mean_add_run(&writer, first + begin, first + end);
    if (writer.sum.length && writer.sum.length + writer.count.length < FORMULA_MAX - 32)
        buf_printf(out, "=ROUND((%s)/(%s),2)", writer.sum.data, writer.count.data);
    buf_release(&writer.sum);
    buf_release(&writer.count);
}

/* That of the PERCENTs in front of it; words among them are nothing to AVERAGE. */
static void across_formula(const struct xlsx_sheet *sheet, const struct report_table *table, int column,
                           struct buf *out) {
    for (int i = 0; i < column; i++)
        if (table->column[i].content == CONTENT_PERCENT)
            buf_printf(out, "%s%c%d", out->length ? "," : "=ROUND(AVERAGE(", 'A' + i, sheet->row + 1);
    buf_text(out, out->length ? "),2)" : "");
}

/* ---- rows ---- */

static void put_number(struct xlsx_sheet *sheet, int column, const struct report_cell *cell,
                       enum xlsx_style style) {
    struct xlsx *xlsx = sheet->xlsx;
    lxw_format *format = xlsx->style[(int)style + decimals(cell)];
    xlsx_note_error(xlsx, worksheet_write_number(sheet->page, (lxw_row_t)sheet->row, (lxw_col_t)column,
                                                 number(cell), format));
}

/* `first`: as in mean_formula. */
static void put_mean(struct xlsx_sheet *sheet, const struct report_table *table, int index, int first) {
    struct xlsx *xlsx = sheet->xlsx;
    const struct report_row *row = report_row_at(table, index);
    const int column = row->mean.column;
    const struct report_cell *cell = &row->cell[column];
    enum xlsx_style style = row->kind == REPORT_TOTAL ? XLSX_TOTAL_NUMBER : XLSX_NUMBER;
    struct buf formula = {0};
    if (row->mean.across)
        across_formula(sheet, table, column, &formula);
    else
        mean_formula(xlsx->report, table, index, first, &formula);
    if (formula.length)
        xlsx_note_error(xlsx, worksheet_write_formula_num(
                                  sheet->page, (lxw_row_t)sheet->row, (lxw_col_t)column, formula.data,
                                  xlsx->style[(int)style + decimals(cell)], number(cell)));
    buf_release(&formula);
}

static bool has_mean(const struct report_row *row) {
    return row->mean.column >= 0 && row->cell[row->mean.column].kind == CELL_NUMBER;
}

static void put_data(struct xlsx_sheet *sheet, const struct report_table *table, int index, int first) {
    const struct report_row *row = report_row_at(table, index);
    static const enum xlsx_style styles[] = {
        [CONTENT_TEXT] = XLSX_TEXT,
        [CONTENT_WORD] = XLSX_WORD,
        [CONTENT_NUMBER] = XLSX_NOTHING,
        [CONTENT_PERCENT] = XLSX_NOTHING,
    };
    int most = table->lines;
    for (int i = 0; i < table->column_count; i++) {
        const struct report_cell *cell = &row->cell[i];
        if (cell->kind == CELL_NUMBER) {
            put_number(sheet, i, cell, XLSX_NUMBER);
            continue;
        }
        xlsx_put(sheet, i, cell->text, styles[table->column[i].content]);
        int lines =
            table->column[i].content == CONTENT_TEXT ? xlsx_lines(cell->text, sheet->width[i], XLSX_TEXT) : 1;
        most = lines > most ? lines : most;
    }
    if (has_mean(row))
        put_mean(sheet, table, index, first);
    xlsx_next_table_row(sheet, most);
}

static void put_heading(struct xlsx_sheet *sheet, const struct report_table *table,
                        const struct report_row *row, enum xlsx_style style) {
    char text[REPORT_NUMBER_MAX];
    xlsx_next_row(
        sheet, xlsx_spread(sheet, 0, table->column_count - 1, report_cell_text(&row->cell[0], text), style));
    xlsx_keep(sheet, sheet->row - 1, XLSX_KEPT);
}

static void put_total(struct xlsx_sheet *sheet, const struct report_table *table, int index, int first) {
    const struct report_row *row = report_row_at(table, index);
    int labelled = report_label_span(table, row);
    xlsx_keep(sheet, sheet->row - 1, XLSX_KEPT);
    int lines = xlsx_spread(sheet, 0, labelled - 1, row->cell[0].text, XLSX_TOTAL);
    for (int i = labelled; i < table->column_count; i++)
        if (row->cell[i].kind == CELL_NUMBER)
            put_number(sheet, i, &row->cell[i], XLSX_TOTAL_NUMBER);
        else
            xlsx_put(sheet, i, row->cell[i].text, XLSX_TOTAL);
    if (has_mean(row))
        put_mean(sheet, table, index, first);
    xlsx_next_table_row(sheet, lines);
}

static void put_row(struct xlsx_sheet *sheet, const struct report_table *table, int index, int first) {
    const struct report_row *row = report_row_at(table, index);
    switch (row->kind) {
    case REPORT_DATA:
        put_data(sheet, table, index, first);
        break;
    case REPORT_GROUP:
        put_heading(sheet, table, row, XLSX_GROUP);
        break;
    case REPORT_SUBGROUP:
        put_heading(sheet, table, row, XLSX_SUBGROUP);
        break;
    case REPORT_TOTAL:
        put_total(sheet, table, index, first);
        break;
    }
}

/* ---- the table ---- */

static void put_header(struct xlsx_sheet *sheet, const struct report_table *table) {
    int lines = 1;
    for (int i = 0; i < table->column_count; i++) {
        int taken = xlsx_lines(table->column[i].title, sheet->width[i], XLSX_COLUMN);
        lines = taken > lines ? taken : lines;
        xlsx_put(sheet, i, table->column[i].title, XLSX_COLUMN);
    }
    xlsx_next_table_row(sheet, lines);
    xlsx_keep(sheet, sheet->row - 1, XLSX_KEPT);
    if (sheet->header >= 0)
        return;
    sheet->header = sheet->row - 1;
    if (sheet->height <= FROZEN_HEIGHT_MAX)
        worksheet_freeze_panes(sheet->page, (lxw_row_t)sheet->row, 0);
}

/* A rule for each band, first come first served; a word is above every number to Excel, hence ISNUMBER. */
static void colour_column(struct xlsx_sheet *sheet, int column, int first, int last) {
    struct xlsx *xlsx = sheet->xlsx;
    const struct bands *bands = &xlsx->report->bands;
    for (int i = 0; i < bands->count; i++) {
        char from[DECIMAL_TEXT_MAX], rule[96];
        char letter = (char)('A' + column);
        decimal_print_plain(bands->band[i].from, 0, from);
        if (i == bands->count - 1)
            snprintf(rule, sizeof rule, "=ISNUMBER(%c%d)", letter, first + 1);
        else
            snprintf(rule, sizeof rule, "=AND(ISNUMBER(%c%d),%c%d>=%s)", letter, first + 1, letter, first + 1,
                     from);
        lxw_format *colour = workbook_add_format(xlsx->book);
        format_set_bg_color(colour, report_band_colour(bands, i));
        lxw_conditional_format condition = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                            .value_string = rule,
                                            .format = colour,
                                            .stop_if_true = LXW_TRUE};
        xlsx_note_error(xlsx,
                        worksheet_conditional_format_range(sheet->page, (lxw_row_t)first, (lxw_col_t)column,
                                                           (lxw_row_t)last, (lxw_col_t)column, &condition));
    }
}

void xlsx_table(struct xlsx_sheet *sheet, const struct report_table *table) {
    struct xlsx *xlsx = sheet->xlsx;
    put_header(sheet, table);
    int first = sheet->row;
    if (!table->row.count)
        xlsx_next_table_row(sheet, xlsx_spread(sheet, 0, table->column_count - 1, REPORT_NO_ROWS, XLSX_TEXT));
    for (int i = 0; i < table->row.count; i++) {
        put_row(sheet, table, i, first);
        xlsx->progress->tell(xlsx->progress->context, ++xlsx->done, xlsx->of);
    }
    sheet->tail = sheet->row - 2;
    for (int i = 0; i < table->column_count && table->row.count; i++)
        if (table->column[i].content == CONTENT_PERCENT)
            colour_column(sheet, i, first, sheet->row - 1);
    if (table->chart >= 0)
        xlsx_chart(sheet, table, first);
    xlsx_next_row(sheet, 1);
}
