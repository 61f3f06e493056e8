#include "report/shape.h"
#include "base/utf8.h"
#include <string.h>

#define DOTS ".............................."
#define STEP (20 * DECIMAL_SCALE) /* of a scale */

int report_widest_word(const char *text) {
    int widest = 0;
    while (*text) {
        const char *end = text + strcspn(text, " ");
        int columns = utf8_columns_in(text, (size_t)(end - text));
        widest = columns > widest ? columns : widest;
        text = end + strspn(end, " ");
    }
    return widest;
}

bool report_column_is_figure(const struct report_column *column) {
    return column->content == CONTENT_NUMBER || column->content == CONTENT_PERCENT;
}

int report_label_span(const struct report_table *table, const struct report_row *row) {
    int span = 1;
    while (span < table->column_count && row->cell[span].kind == CELL_BLANK)
        span++;
    return span;
}

struct decimal report_bar_end(const struct report *report, const struct report_table *table) {
    struct decimal end = decimal_whole(100);
    if (report->cap.capped)
        return report->cap.limit.units > end.units ? report->cap.limit : end;
    for (int i = 0; i < table->row.count && table->chart >= 0; i++) {
        const struct report_cell *cell = &report_row_at(table, i)->cell[table->chart];
        if (cell->kind == CELL_NUMBER && cell->value.units > end.units)
            end.units = (cell->value.units + STEP - 1) / STEP * STEP;
    }
    return end;
}

void report_bar(const struct report_cell *cell, struct decimal end, int width, struct buf *out) {
    if (cell->kind != CELL_NUMBER)
        return;
    int64_t full = cell->value.units * width / end.units;
    for (int i = 0; i < width; i++)
        buf_text(out, i < full ? "█" : "░");
}

uint32_t report_band_colour(const struct bands *bands, int index) {
    static const uint32_t colours[] = {0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582};
    int last = (int)(sizeof colours / sizeof *colours) - 1;
    return colours[bands->count > 1 ? index * last / (bands->count - 1) : 0];
}

void report_signature_line(const struct report_signature *signature, enum signature_line line,
                           struct buf *out) {
    const char *const text[SIGNATURE_LINES] = {signature->caption, signature->position, signature->name,
                                               signature->rank, signature->nip};
    bool by_hand = line >= SIGNATURE_NAME && !*text[line];
    buf_printf(out, "%s%s", line == SIGNATURE_NIP ? "NIP " : "", by_hand ? DOTS : text[line]);
}
