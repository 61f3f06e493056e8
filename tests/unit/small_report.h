/* A report with one of everything: letterhead, facts, marks, groups, numbers, nothings, a mean of four, texts
 * that are too long or dangerous, an annex with bars, signatures. */
#ifndef UNIT_SMALL_REPORT_H
#define UNIT_SMALL_REPORT_H

#include "report/report.h"

/* Its table's achievements are 100, 80, 130 (capped at 120) and one that does not count; the mean is 100,00.
 */
void small_report(struct report *report);

#endif
