/* Rows for a deeper look at verification: the same for whoever looks, and not to be guessed by who fills in.
 * Pure. */
#ifndef MODEL_SAMPLE_H
#define MODEL_SAMPLE_H

#include "model/row.h"

enum { SAMPLE_PERCENT = 20, SAMPLE_MIN = 3 };

/* Sets picked[i] for rows of one bidang's quarter: of the filled ones every row whose achievement is warned
 * about, and beside those SAMPLE_PERCENT of the others, at least SAMPLE_MIN, by the digest of code, quarter
 * and the head of what was filled in. */
void sample_pick(const struct row *row, int count, bool *picked);

#endif
