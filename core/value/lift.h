/* What would lift an indicator one grade: the actual nearest to what was reached whose achievement falls into the next
 * band (core/DOMAIN.md, Achievement). */
#ifndef VALUE_LIFT_H
#define VALUE_LIFT_H

#include "value/average.h"

struct lift {
    struct decimal actual;  /* the nearest one that is enough */
    struct decimal lacking; /* the distance from what was reached, above zero */
    const char *grade;      /* the grade that is reached then, borrowed from the bands */
};

/* What was reached, and against what it is measured. A count moves in whole steps, everything else in hundredths. */
struct lift_from {
    struct decimal actual, target;
    enum polarity polarity;
    enum lower_formula formula;
    bool decimals; /* it is no count */
};

/* Finds the lift. False where there is no grade above, or no actual reaches it. */
bool lift_find(const struct lift_from *from, const struct bands *bands, struct lift *lift);

#endif
