/* The plain formats of a report, which need no library and cannot fail. Each function appends the whole document to
 * `out`, the same bytes for the same report. */
#ifndef REPORT_FORMATS_H
#define REPORT_FORMATS_H

#include "base/buf.h"
#include "report/report.h"
#include <stdbool.h>

/* What is narrower is written as wide as this: even a table of REPORT_COLUMNS_MAX columns has room then. */
enum { REPORT_TEXT_COLUMNS_MIN = 2 * REPORT_COLUMNS_MAX };

/* Writes `teks`: no line is wider than `columns` or ends in blanks. Numbers and words are kept whole: what finds no
 * room for that beside the others stands labelled under its row, from the last column on. */
void report_write_text(const struct report *report, int columns, struct buf *out);

/* Writes `csv`, for machines (RFC 4180, decimal point): the tables alone, an empty line between them, each under its
 * column titles. With `excel` it writes `csv-excel`, for people, as a spreadsheet set to Indonesian opens it
 * (byte-order mark, semicolons, decimal comma, no thousands dots): with title, facts, marks, running text and
 * signatures as lines of one cell. Groups are leading columns `kelompok` and `subkelompok`, where the table has
 * them; a TOTAL stands in its group if all its rows do. Dangerous text is neutralised in both, by csv_put_text. */
void report_write_csv(const struct report *report, bool excel, struct buf *out);

/* Writes `html`: one file that needs no other, whose tables keep their shape when pasted into a word processor. */
void report_write_html(const struct report *report, struct buf *out);

#endif
