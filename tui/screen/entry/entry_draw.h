/* How a Lembar Isian looks: the columns of its rows, its progress line, and the pane with all about one row.
 * Pure reads. */
#ifndef SCREEN_ENTRY_ENTRY_DRAW_H
#define SCREEN_ENTRY_ENTRY_DRAW_H

#include "model/tally.h"
#include "screen/session.h"
#include "surface/surface.h"
#include "widget/line_edit.h"

/* Places in a row; width 0: not shown at this width. */
struct entry_columns {
    struct span code, mark, text, measure, target, last, actual, achievement, final, to_date, warning,
        evidence, state;
};

/* For a terminal of `columns`, and codes of at most `code_width`. As soon as a row is corrected, what counts
 * stands beside what was reported; where there is little room, in the place of the measure's name. */
struct entry_columns entry_columns_for(int columns, int code_width, bool corrected);

/* A quarter's target: "belum" where none is set yet, else as figure_print says. */
void entry_target_print(struct figure target, int places, char out[DECIMAL_TEXT_MAX]);

/* What `=` brings into the cell: the actual of the quarter before, for the year what its quarters make. Only
 * a VALUE can be copied. */
struct figure entry_last(const struct row *row);

/* "Isi hasil TW ini saja.": which figure is asked for. */
const char *entry_wanted(const struct indicator *indicator, struct quarter quarter);

void entry_header_draw(const struct entry_columns *columns, struct surface *surface, int line);
void entry_row_draw(const struct entry_columns *columns, struct surface *surface, int line,
                    const struct row *row);
/* The marker and the hardware cursor: in the cell, where a value would be typed. */
void entry_focus_draw(const struct entry_columns *columns, struct surface *surface, int line);
/* The cell while a value is typed, and the hardware cursor in it. */
void entry_cell_draw(const struct entry_columns *columns, struct surface *surface, int line,
                     const struct line_edit *edit, bool provisional);

/* "Terisi 9/14 [####....] 2 tidak diukur  Bukti kurang 3  sisa 3 hari" */
void entry_progress_draw(const struct session *session, struct surface *surface, int line,
                         const struct tally *tally);

enum { PANE_ROWS_MIN = 6, PANE_ROWS_MAX = 9 };
struct entry_about {
    const struct row *row;
    const struct row *last_year; /* NULL: none */
    const char *notice;          /* NULL: none */
    const char *verdict;         /* what Tim SAKIP says of it; "": nothing to say here */
};
/* Lines `first` to `first` + `rows` - 1. */
void entry_pane_draw(const struct session *session, struct surface *surface, int first, int rows,
                     const struct entry_about *about);

#endif
