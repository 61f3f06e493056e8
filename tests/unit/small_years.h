/* The small office over the years: with last year's catalogue, this year's, and what changed in it from TW III on. In
 * the revision K-LAPORAN is the Sekretariat's and has 300 as targets of TW III and IV; there is no K-DOKUMEN. */
#ifndef UNIT_SMALL_YEARS_H
#define UNIT_SMALL_YEARS_H

#include "unit/small_office.h"

enum { LAST_YEAR = SMALL_OFFICE_YEAR - 1, INDICATORS = 8, REVISED = INDICATORS - 1 };

const struct config *small_years(void);

/* Returns the indicator of the catalogue that is in force then. */
const struct indicator *small_years_indicator(int year, int number, const char *code);

#endif
