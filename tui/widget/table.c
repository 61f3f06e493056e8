#include "widget/table.h"

static int clamp(int value, int low, int high) {
    return value > high ? (high < low ? low : high) : value < low ? low : value;
}

void table_go(struct table *table, int row) {
    table->cursor = clamp(row, 0, table->count - 1);
    if (table->cursor < table->top)
        table->top = table->cursor;
    if (table->cursor >= table->top + table->page)
        table->top = table->cursor - table->page + 1;
    table->top = clamp(table->top, 0, table->count - table->page);
}

void table_size(struct table *table, int count, int page) {
    table->count = count;
    table->page = page < 1 ? 1 : page;
    table_go(table, table->cursor);
}

static void page_move(struct table *table, int rows) {
    table->top = clamp(table->top + rows, 0, table->count - table->page);
    table_go(table, table->cursor + rows);
}

bool table_act(struct table *table, enum action action) {
    int cursor = table->cursor;
    if (action == ACTION_UP)
        return table_go(table, cursor - 1), true;
    if (action == ACTION_DOWN)
        return table_go(table, cursor + 1), true;
    if (action == ACTION_PAGE_UP)
        return page_move(table, -table->page), true;
    if (action == ACTION_PAGE_DOWN)
        return page_move(table, table->page), true;
    if (action == ACTION_FIRST)
        return table_go(table, 0), true;
    if (action == ACTION_LAST)
        return table_go(table, table->count - 1), true;
    return false;
}

void table_draw(const struct table *table, struct surface *surface, int first, table_draw_fn *draw,
                const void *context) {
    for (int i = 0; i < table->page && table->top + i < table->count; i++)
        draw(context, surface, table->top + i, first + i);
}
