/* Small tables for the tests of formats. */
#ifndef UNIT_REPORT_HELP_H
#define UNIT_REPORT_HELP_H

#include "report/report.h"

struct report_cell words(const char *text); /* blank for "" */
struct report_cell amount(int64_t units, int places);

/* A row of texts, one for each column. */
void add_words(struct report *report, struct report_table *table, enum report_row_kind kind,
               const char *const text[]);

#endif
