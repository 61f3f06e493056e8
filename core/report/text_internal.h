/* `teks`, line by line: what the page and its tables are put together from. */
#ifndef REPORT_TEXT_INTERNAL_H
#define REPORT_TEXT_INTERNAL_H

#include "base/buf.h"
#include "report/report.h"

enum text_side { SIDE_LEFT, SIDE_RIGHT, SIDE_MIDDLE };

struct text_cell {
    const char *text;
    int width;
    enum text_side side;
};

/* Ends the line begun, without blanks at its end. */
void text_end_line(struct buf *out);

/* Appends texts side by side, `gap` columns apart, each wrapped within its width: as many lines as the longest
 * takes, at least one. The cells' texts are used up. */
void text_put_cells(struct buf *out, struct text_cell *cell, int count, int gap);

/* Appends a text wrapped within `columns`, its first line indented by `first`, what follows by `rest`. */
void text_put_paragraph(struct buf *out, int columns, int first, int rest, const char *text);

void text_put_rule(struct buf *out, char sign, int columns);

void text_put_table(const struct report *report, const struct report_table *table, int columns,
                    struct buf *out);

#endif
