/* What would lift an indicator one grade: the actual nearest to what was reached whose achievement falls into
 * the next band (DOMAIN.md, Numbers). */
#ifndef VALUE_LIFT_H
#define VALUE_LIFT_H

#include "value/average.h"

struct lift {
    struct decimal actual;  /* that would do */
    struct decimal lacking; /* its distance from what was reached, above zero */
    const char *grade;      /* that it reaches, borrowed from the bands */
};

/* What was reached, of what; counts move in whole steps, others in hundredths. */
struct lift_from {
    struct decimal actual, target;
    enum polarity polarity;
    enum lower_formula formula;
    bool decimals;
};

/* False where there is no grade above, or no actual reaches it. */
bool lift_find(const struct lift_from *from, const struct bands *bands, struct lift *lift);

#endif
