#include "print/xlsx_internal.h"
#include "report/shape.h"

/* In pixels at 96 dpi, as Excel has them: a row; libxlsxwriter's own size.
 */
enum { ROW_PIXELS = 20, DEFAULT_WIDTH = 480, DEFAULT_HEIGHT = 288 };
enum { BAR_PIXELS = 26, FRAME_PIXELS = 90, HEIGHT_MAX = 1200, BESIDE_WIDTH_MAX = 65 };
enum { BAR_COLOUR = 0x2F6EA5, AXIS_STEP = 20 };

/* The last row that is data; -1 when there is none with a figure. */
static int last_data(const struct report_table *table) {
    int last = -1;
    bool figures = false;
    for (int i = 0; i < table->row.count; i++)
        if (report_row_at(table, i)->kind == REPORT_DATA) {
            last = i;
            figures = figures || report_row_at(table, i)->cell[table->chart].kind == CELL_NUMBER;
        }
    return figures ? last : -1;
}

static lxw_chart *bars(struct xlsx_sheet *sheet, const struct report_table *table, int first, int last) {
    lxw_chart *chart = workbook_add_chart(sheet->xlsx->book, LXW_CHART_BAR);
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    lxw_col_t column = (lxw_col_t)table->chart;
    chart_series_set_categories(series, sheet->name, (lxw_row_t)first, 0, (lxw_row_t)last, 0);
    chart_series_set_values(series, sheet->name, (lxw_row_t)first, column, (lxw_row_t)last, column);
    lxw_chart_fill fill = {.color = BAR_COLOUR};
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series,
                                       "[$-421]#,##0.00;[$-421]-#,##0.00;"); /* a word is drawn as 0 */
    chart_set_series_gap(chart, 60);

    struct buf title = {0};
    buf_printf(&title, "%s per %s", table->column[table->chart].title, table->column[0].title);
    chart_title_set_name(chart, title.data);
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
    chart_title_set_name_font(chart, &font);
    buf_release(&title);

    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    lxw_chart_axis *values = chart_axis_get(chart, LXW_CHART_AXIS_TYPE_X);
    lxw_chart_axis *words = chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y);
    chart_axis_set_min(values, 0);
    chart_axis_set_max(values,
                       (double)report_bar_end(sheet->xlsx->report, table).units / (double)DECIMAL_SCALE);
    chart_axis_set_major_unit(values, AXIS_STEP);
    chart_axis_set_num_format(values, "0");
    /* The first row on top, and the scale below all the same. */
    chart_axis_set_reverse(words);
    chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    return chart;
}

void xlsx_chart(struct xlsx_sheet *sheet, const struct report_table *table, int first) {
    int last = last_data(table);
    if (last < 0)
        return;
    int taken = xlsx_width(sheet, 0, sheet->columns - 1);
    bool beside = taken <= BESIDE_WIDTH_MAX;
    int height = FRAME_PIXELS + (last + 1) * BAR_PIXELS;
    if (height > HEIGHT_MAX)
        height = HEIGHT_MAX;
    int width = (beside ? XLSX_PAGE_WIDTH - taken - 2 : XLSX_PAGE_WIDTH) * XLSX_CHARACTER_PIXELS;
    int row = beside ? first - 1 : sheet->row + 1;
    lxw_chart_options options = {.x_offset = beside ? XLSX_CHARACTER_PIXELS * 2 : 0,
                                 .x_scale = (double)width / DEFAULT_WIDTH,
                                 .y_scale = (double)height / DEFAULT_HEIGHT};
    xlsx_note_error(sheet->xlsx, worksheet_insert_chart_opt(
                                     sheet->page, (lxw_row_t)row, (lxw_col_t)(beside ? sheet->columns : 0),
                                     bars(sheet, table, first, first + last), &options));
    while (sheet->row < row + height / ROW_PIXELS + 1)
        xlsx_next_row(sheet, 1);
    xlsx_keep(sheet, row, XLSX_KEPT);
}
