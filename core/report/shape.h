/* What the formats have in common about how a report looks. */
#ifndef REPORT_SHAPE_H
#define REPORT_SHAPE_H

#include "base/buf.h"
#include "report/report.h"
#include <stdbool.h>
#include <stdint.h>

/* What a table says that has no rows. */
#define REPORT_NO_ROWS "(tidak ada)"

/* Returns the columns of a text's widest word, which should not break. */
int report_widest_word(const char *text);

/* Says whether a column is set to the right. */
bool report_column_is_figure(const struct report_column *column);

/* Returns how many columns, from the first, the label of a TOTAL takes with those that are blank behind it. */
int report_label_span(const struct report_table *table, const struct report_row *row);

/* Returns where the bars of a table's chart end: at 100; where means may exceed it, at the report's cap; where
 * nothing caps them, in whole steps of 20 behind the longest. Looks at every row: ask once for a table. */
struct decimal report_bar_end(const struct report *report, const struct report_table *table);

/* Appends a bar of `width` characters that runs from 0 to `end`, full only there; nothing for what is no number. */
void report_bar(const struct report_cell *cell, struct decimal end, int width, struct buf *out);

/* Returns a band's colour as 0xRRGGBB, light enough for black print: from blue for the highest to orange for the
 * lowest, which those who see no red or no green tell apart too (ColorBrewer, RdBu). */
uint32_t report_band_colour(const struct bands *bands, int index);

/* The lines of the signatures from the top, side by side for all; room to sign is between position and name.
 */
enum signature_line {
    SIGNATURE_CAPTION,
    SIGNATURE_POSITION,
    SIGNATURE_NAME,
    SIGNATURE_RANK,
    SIGNATURE_NIP,
    SIGNATURE_LINES
};

/* Appends a line of a signature: what is to be filled in by hand is dotted. */
void report_signature_line(const struct report_signature *signature, enum signature_line line,
                           struct buf *out);

#endif
