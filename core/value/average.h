/* Averages that say what they are made of, and grades (DOMAIN.md, Achievement, Grades). */
#ifndef VALUE_AVERAGE_H
#define VALUE_AVERAGE_H

#include "value/figure.h"

/* batas_capaian: achievements above it count as it, inside averages only. */
struct cap {
    bool capped;
    struct decimal limit;
};

/* Averages are taken per level, then over the levels that have any: fifty-five sub kegiatan must not drown
 * five IKU. */
struct average {
    decimal_wide sum[LEVEL_COUNT]; /* units of two-decimal achievements, capped */
    int count[LEVEL_COUNT];
};

/* Adds an achievement if it counts: filled, with a target above zero. Zero-initialised average is empty. */
void average_add(struct average *average, enum level level, struct figure achievement, struct decimal target,
                 struct cap cap);
/* Two decimals, or BLANK when nothing counts. *count: the indicators in it. */
struct figure average_level(const struct average *average, enum level level, int *count);
struct figure average_all(const struct average *average, int *count);

/* Half-open bands from the highest, so that nothing falls between: 90,5 is below a band that begins at 91. */
enum { BANDS_MAX = 16, BAND_NAME_MAX = 40 };

struct band {
    char name[BAND_NAME_MAX];
    struct decimal from; /* percent, inclusive */
};

struct bands {
    struct band band[BANDS_MAX]; /* strictly falling `from`; the last takes all below */
    int count;
};

/* The band a value falls in, as an index; -1 where there are no bands. */
int bands_find(const struct bands *bands, struct decimal value);
/* The grade's name, or "" for a figure that is no value. */
const char *bands_grade(const struct bands *bands, struct figure achievement);
/* A band's span: ">= 91", ">= 76 s.d. < 91", "< 51" (the sign is U+2265 in UTF-8 when `unicode`). */
void bands_print(const struct bands *bands, int index, bool unicode, char *out, size_t size);

#endif
