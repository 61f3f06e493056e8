/* `html`, element by element: what the page and its tables are put together from. */
#ifndef REPORT_HTML_INTERNAL_H
#define REPORT_HTML_INTERNAL_H

#include "base/buf.h"
#include "report/report.h"

/* Appends a text in which nothing is markup. */
void html_put_escaped(struct buf *out, const char *text);

/* Appends the same between what opens and what closes it. */
void html_put_element(struct buf *out, const char *open, const char *text, const char *close);

/* Appends the attributes that colour a cell as its band. */
void html_put_band_colour(const struct bands *bands, int index, struct buf *out);

void html_put_table(const struct report *report, const struct report_table *table, struct buf *out);

#endif
