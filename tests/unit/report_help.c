#include "unit/report_help.h"

struct report_cell words(const char *text) {
    return (struct report_cell){.kind = *text ? CELL_TEXT : CELL_BLANK, .text = text};
}

struct report_cell amount(int64_t units, int places) {
    return (struct report_cell){.kind = CELL_NUMBER, .text = "", .value = {units}, .places = places};
}

void add_words(struct report *report, struct report_table *table, enum report_row_kind kind,
               const char *const text[]) {
    struct report_cell *cell = report_add_row(report, table, kind);
    for (int i = 0; i < table->column_count; i++)
        cell[i] = words(text[i]);
}
