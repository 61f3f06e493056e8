#include "report/report.h"
#include "base/buf.h"
#include <string.h>

void report_init(struct report *report, const char *name) {
    *report =
        (struct report){.name = name, .draft = "", .marks = "", .part = {.size = sizeof(struct report_part)}};
}

void report_release(struct report *report) {
    for (int i = 0; i < report->part.count; i++) {
        struct report_table *table = ((struct report_part *)report->part.item)[i].table;
        if (table)
            list_release(&table->row);
    }
    list_release(&report->part);
    arena_release(&report->arena);
}

const char *report_keep(struct report *report, const char *text) {
    return *text ? arena_text(&report->arena, text, strlen(text)) : "";
}

const char *report_keepf(struct report *report, const char *format, ...) {
    struct buf text = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&text, format, args);
    va_end(args);
    const char *kept = report_keep(report, buf_string(&text));
    buf_release(&text);
    return kept;
}

void report_add(struct report *report, enum report_part_kind kind, const char *text) {
    list_add(&report->part, &(struct report_part){.kind = kind, .text = report_keep(report, text)});
}

struct report_table *report_new_table(struct report *report, const struct report_column *column, int count) {
    struct report_table *table = arena_alloc(&report->arena, 1, sizeof *table);
    *table = (struct report_table){.column = column,
                                   .column_count = count,
                                   .row = {.size = sizeof(struct report_row)},
                                   .lines = 1,
                                   .chart = -1};
    return table;
}

void report_put_table(struct report *report, struct report_table *table) {
    list_add(&report->part, &(struct report_part){.kind = PART_TABLE, .text = "", .table = table});
}

struct report_table *report_add_table(struct report *report, const struct report_column *column, int count) {
    struct report_table *table = report_new_table(report, column, count);
    report_put_table(report, table);
    return table;
}

struct report_cell *report_add_row(struct report *report, struct report_table *table,
                                   enum report_row_kind kind) {
    struct report_cell *cell = arena_alloc(&report->arena, (size_t)table->column_count, sizeof *cell);
    for (int i = 0; i < table->column_count; i++)
        cell[i].text = "";
    list_add(&table->row, &(struct report_row){.kind = kind, .mean = {.column = -1}, .cell = cell});
    return cell;
}

struct report_row *report_last_row(struct report_table *table) {
    return (struct report_row *)table->row.item + table->row.count - 1;
}

const struct report_part *report_part_at(const struct report *report, int index) {
    return (const struct report_part *)report->part.item + index;
}

const struct report_row *report_row_at(const struct report_table *table, int index) {
    return (const struct report_row *)table->row.item + index;
}

int report_row_count(const struct report *report) {
    int rows = 0;
    for (int i = 0; i < report->part.count; i++) {
        const struct report_table *table = report_part_at(report, i)->table;
        rows += table ? table->row.count : 0;
    }
    return rows;
}

const char *report_cell_text(const struct report_cell *cell, char number[REPORT_NUMBER_MAX]) {
    if (cell->kind != CELL_NUMBER)
        return cell->text;
    decimal_print(cell->value, cell->places, number);
    return number;
}

int report_band(const struct report *report, const struct report_cell *cell) {
    return cell->kind == CELL_NUMBER ? bands_find(&report->bands, cell->value) : -1;
}
