/* Averages that say what they are made of, and grades (core/DOMAIN.md, Achievement, Grades). */
#ifndef VALUE_AVERAGE_H
#define VALUE_AVERAGE_H

#include "value/figure.h"

/* batas_capaian bounds achievements: inside averages, and only there, one above `limit` percent counts as `limit`. */
struct cap {
    bool capped;
    struct decimal limit;
};

/* An average is taken in each level and then over the levels that have any, because fifty-five sub kegiatan must not
 * drown five IKU. Zero-initialised it is empty. */
struct average {
    decimal_wide sum[LEVEL_COUNT]; /* of achievements as they count, in units of a decimal */
    int count[LEVEL_COUNT];
};

/* Adds an achievement if it counts: it is a value, and its target is above zero. */
void average_add(struct average *average, enum level level, struct figure achievement, struct decimal target,
                 struct cap cap);
/* Return the average of one level, and the one over all levels: percent with two decimals, BLANK when nothing counts.
 * *count tells how many indicators are in it. */
struct figure average_level(const struct average *average, enum level level, int *count);
struct figure average_all(const struct average *average, int *count);

/* Bands are half-open and begin at the highest, so that nothing falls between them: 90,5 is below a band that begins at
 * 91. */
enum { BANDS_MAX = 16, BAND_NAME_MAX = 40 };

struct band {
    char name[BAND_NAME_MAX];
    struct decimal from; /* percent, inclusive */
};

struct bands {
    struct band band[BANDS_MAX]; /* by falling `from`; the last one takes all that is below the others */
    int count;
};

/* Returns the index of the band into which a value falls, -1 where there are no bands. */
int bands_find(const struct bands *bands, struct decimal value);
/* Returns the name of the grade, borrowed from `bands`; "" for a figure that is no value. */
const char *bands_grade(const struct bands *bands, struct figure achievement);
/* Prints from where to where a band reaches: ">= 91", ">= 76 s.d. < 91", "< 51", or "semua" where it is the only one.
 * With `unicode` the sign is U+2265. */
void bands_print(const struct bands *bands, int index, bool unicode, char *out, size_t size);

#endif
