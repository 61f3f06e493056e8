#include "base/utf8.h"
#include "report/shape.h"
#include "report/text_internal.h"
#include <string.h>

enum {
    GAP = 2,
    GAP_NARROW = 1,
    INDENT = 4,
    SUBGROUP_INDENT = 2,
    PAGE = 132,   /* what report_column.width counts in */
    LEGIBLE = 16, /* running text narrower than this is torn to shreds */
    BAR_MAX = 40,
    BAR_SHARE = 3, /* of the columns, at most a third */
    MARK = 4       /* "100" on the scale of bars, and room before it */
};

/* Up to which width a column grows before any grows beyond its next limit. */
enum text_limit { LIMIT_LEAST, LIMIT_SHARE, LIMIT_MOST, LIMITS };

struct text_column {
    int share;
    int limit[LIMITS]; /* all 0: the column stands below */
    int width;         /* 0: below */
};

struct text_layout {
    const struct report_table *table;
    struct text_column column[REPORT_COLUMNS_MAX];
    int gap, bar;
    struct decimal bar_end;
    int columns; /* of the page */
};

static int larger(int a, int b) {
    return a > b ? a : b;
}

static int smaller(int a, int b) {
    return a < b ? a : b;
}

/* --- widths --- */

static int widest_content(const struct report_table *table, int index) {
    char number[REPORT_NUMBER_MAX];
    int widest = 1;
    for (int i = 0; i < table->row.count; i++) {
        const struct report_row *row = report_row_at(table, i);
        bool heading = row->kind == REPORT_GROUP || row->kind == REPORT_SUBGROUP;
        if (!heading && (row->kind != REPORT_TOTAL || index >= report_label_span(table, row)))
            widest = larger(widest, utf8_columns(report_cell_text(&row->cell[index], number)));
    }
    return widest;
}

static void measure(struct text_layout *layout, int index) {
    const struct report_column *from = &layout->table->column[index];
    struct text_column *column = &layout->column[index];
    *column = (struct text_column){.share = larger(from->width, 1)};
    if (from->below)
        return;
    int content = widest_content(layout->table, index);
    int whole = from->content == CONTENT_TEXT ? smaller(content, LEGIBLE) : content;
    column->limit[LIMIT_LEAST] = larger(whole, smaller(report_widest_word(from->title), LEGIBLE));
    column->limit[LIMIT_SHARE] = from->width * layout->columns / PAGE;
    column->limit[LIMIT_MOST] = larger(content, utf8_columns(from->title));
}

static int shown_count(const struct text_layout *layout) {
    int count = 0;
    for (int i = 0; i < layout->table->column_count; i++)
        count += layout->column[i].limit[LIMIT_LEAST] > 0;
    return count;
}

static bool fits(const struct text_layout *layout, int room) {
    int least = (shown_count(layout) - 1) * layout->gap;
    for (int i = 0; i < layout->table->column_count; i++)
        least += layout->column[i].limit[LIMIT_LEAST];
    return least <= room;
}

static void move_last_below(struct text_layout *layout) {
    int last = layout->table->column_count - 1;
    while (layout->column[last].limit[LIMIT_LEAST] == 0)
        last--;
    for (int i = 0; i < LIMITS; i++)
        layout->column[last].limit[i] = 0;
}

/* The column that has least for its share and may still grow, NULL when none may. */
static struct text_column *neediest(struct text_layout *layout, int limit) {
    struct text_column *found = NULL;
    for (int i = 0; i < layout->table->column_count; i++) {
        struct text_column *column = &layout->column[i];
        if (column->width < column->limit[limit] &&
            (!found || column->width * found->share < found->width * column->share))
            found = column;
    }
    return found;
}

static void lay_out(struct text_layout *layout) {
    if (layout->table->chart >= 0)
        layout->bar = smaller(layout->columns / BAR_SHARE, BAR_MAX);
    int room = layout->columns - (layout->bar > 0 ? layout->bar + GAP : 0);
    for (int i = 0; i < layout->table->column_count; i++)
        measure(layout, i);
    layout->gap = GAP;
    if (!fits(layout, room))
        layout->gap = GAP_NARROW;
    while (shown_count(layout) > 1 && !fits(layout, room))
        move_last_below(layout);
    room -= (shown_count(layout) - 1) * layout->gap;
    struct text_column *column;
    for (int limit = 0; limit < LIMITS; limit++)
        for (; room > 0 && (column = neediest(layout, limit)); room--)
            column->width++;
}

/* --- rows --- */

/* One text for each column of the table, the first across `span` of them, and what stands for the bar. */
struct text_row {
    const char *text[REPORT_COLUMNS_MAX];
    int count, span;
    struct buf bar;
};

static void put_line(const struct text_layout *layout, const struct text_row *row, struct buf *out) {
    struct text_cell cell[REPORT_COLUMNS_MAX + 1];
    int count = 0;
    for (int i = 0; i < row->count; i++) {
        int width = layout->column[i].width;
        bool right = report_column_is_figure(&layout->table->column[i]);
        if (width > 0 && count > 0 && i < row->span)
            cell[0].width += layout->gap + width;
        else if (width > 0)
            cell[count++] = (struct text_cell){row->text[i], width, right ? SIDE_RIGHT : SIDE_LEFT};
    }
    if (layout->bar > 0)
        cell[count++] = (struct text_cell){buf_string(&row->bar), layout->bar, SIDE_LEFT};
    text_put_cells(out, cell, count, layout->gap);
}

static void put_remark(const struct text_layout *layout, struct buf *remark, struct buf *out) {
    text_put_paragraph(out, layout->columns, INDENT, 2 * INDENT, buf_string(remark));
    buf_clear(remark);
}

/* What is short shares a line, running text has its own. */
static void put_below(const struct text_layout *layout, const struct text_row *row, struct buf *out) {
    struct buf remark = {0};
    for (int i = 0; i < row->count; i++) {
        const struct report_column *column = &layout->table->column[i];
        bool within_label = i > 0 && i < row->span;
        if (layout->column[i].width > 0 || within_label || !*row->text[i])
            continue;
        if (column->content == CONTENT_TEXT)
            put_remark(layout, &remark, out);
        buf_printf(&remark, "%s%s: %s", remark.length > 0 ? "; " : "", column->title, row->text[i]);
        if (column->content == CONTENT_TEXT)
            put_remark(layout, &remark, out);
    }
    put_remark(layout, &remark, out);
    buf_release(&remark);
}

/* 0, the end, and 100 under where it stands unless that is too close to them. */
static void put_scale(const struct text_layout *layout, struct buf *out) {
    char end[DECIMAL_TEXT_MAX];
    int hundred = (int)(layout->bar * 100 * DECIMAL_SCALE / layout->bar_end.units);
    decimal_print(layout->bar_end, 0, end);
    buf_byte(out, '0');
    int at = hundred > MARK && hundred + (int)strlen(end) < layout->bar ? hundred : 1;
    if (at > 1)
        buf_printf(out, "%*s", at - 1, "100");
    buf_printf(out, "%*s", layout->bar - at, end);
}

static void put_titles(const struct text_layout *layout, struct buf *out) {
    struct text_row titles = {.count = layout->table->column_count, .span = 1};
    int total = -layout->gap;
    for (int i = 0; i < titles.count; i++) {
        int width = layout->column[i].width;
        titles.text[i] = layout->table->column[i].title;
        total += width > 0 ? width + layout->gap : 0;
    }
    if (layout->bar > 0) {
        put_scale(layout, &titles.bar);
        total += layout->gap + layout->bar;
    }
    put_line(layout, &titles, out);
    text_put_rule(out, '-', total);
    buf_release(&titles.bar);
}

static void put_row(const struct text_layout *layout, const struct report_row *row, struct buf *out) {
    const struct report_table *table = layout->table;
    char number[REPORT_COLUMNS_MAX][REPORT_NUMBER_MAX];
    struct text_row texts = {.count = table->column_count,
                             .span = row->kind == REPORT_TOTAL ? report_label_span(table, row) : 1};
    for (int i = 0; i < texts.count; i++)
        texts.text[i] = report_cell_text(&row->cell[i], number[i]);
    if (layout->bar > 0)
        report_bar(&row->cell[table->chart], layout->bar_end, layout->bar, &texts.bar);
    put_line(layout, &texts, out);
    put_below(layout, &texts, out);
    buf_release(&texts.bar);
}

void text_put_table(const struct report *report, const struct report_table *table, int columns,
                    struct buf *out) {
    struct text_layout layout = {
        .table = table, .bar_end = report_bar_end(report, table), .columns = columns};
    if (table->row.count == 0) {
        buf_text(out, REPORT_NO_ROWS "\n");
        return;
    }
    lay_out(&layout);
    put_titles(&layout, out);
    for (int i = 0; i < table->row.count; i++) {
        const struct report_row *row = report_row_at(table, i);
        bool heading = row->kind == REPORT_GROUP || row->kind == REPORT_SUBGROUP;
        int indent = row->kind == REPORT_SUBGROUP ? SUBGROUP_INDENT : 0;
        if (row->kind == REPORT_GROUP && i > 0)
            buf_byte(out, '\n');
        if (heading)
            text_put_paragraph(out, columns, indent, indent, row->cell[0].text);
        else
            put_row(&layout, row, out);
    }
}
