/* Rows for a deeper look at verification (core/DOMAIN.md, The year, 4). They are the same for whoever looks, and
 * whoever fills in cannot guess them. Pure. */
#ifndef MODEL_SAMPLE_H
#define MODEL_SAMPLE_H

#include "model/row.h"

enum { SAMPLE_PERCENT = 20, SAMPLE_MIN = 3 };

/* What sample_pick needs to know of a row. */
struct sample_mark {
    bool filled;
    bool odd;           /* its achievement is warned about */
    struct digest rank; /* the digest of code, quarter and the actual's head */
};
struct sample_mark sample_mark_of(const struct row *row);

/* Sets picked[i] for the rows of one bidang's quarter: for every filled row that is odd and, of the other filled ones,
 * for SAMPLE_PERCENT of lowest rank, at least SAMPLE_MIN. */
void sample_pick(const struct sample_mark *mark, int count, bool *picked);

#endif
