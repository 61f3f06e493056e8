/* The figures of one indicator in one quarter, or in the year's own measurement: achievement, to date, year
 * (DOMAIN.md, How a year adds up, Achievement).
 *
 * Four different nothings never mix: a figure says which it is. */
#ifndef VALUE_FIGURE_H
#define VALUE_FIGURE_H

#include "value/decimal.h"
#include "value/measure.h"
#include "value/quarter.h"

enum figure_kind {
    FIGURE_BLANK,        /* belum diisi: an actual that is still to come, or what depends on one */
    FIGURE_VALUE,        /* a number; a real zero is one */
    FIGURE_NOT_MEASURED, /* "-": not planned that quarter, or no achievement exists (target 0, out of plan) */
    FIGURE_NOT_SET /* target TW belum ditetapkan; nor is there an achievement against it, filled or not */
};

struct figure {
    enum figure_kind kind;
    struct decimal value; /* with FIGURE_VALUE only, otherwise 0 */
};

/* An indicator's targets. */
struct plan {
    struct decimal annual;
    struct figure target[QUARTERS]; /* VALUE, NOT_MEASURED, or all four NOT_SET */
    enum aggregation aggregation;
    enum polarity polarity;
};

struct figures {
    struct figure target; /* of the quarter; of the year the annual one */
    struct figure actual; /* of the quarter; BLANK, VALUE, or NOT_MEASURED where none is planned or typed */
    struct figure achievement;         /* percent, two decimals */
    struct figure to_date_target;      /* over all planned quarters so far */
    struct figure to_date_actual;      /* over the filled ones */
    struct figure to_date_achievement; /* percent */
    struct figure year_achievement;    /* to date against the annual target, percent */
    bool out_of_plan; /* typed where nothing is planned: counts to date, no achievement of its own */
};

/* The splits agree with the annual target: sum, last split, mean, or TW IV's alone. True also where none is
 * set. On false, *expected is what the splits make (rounded to four places for a mean). */
bool plan_agrees(const struct plan *plan, struct decimal *expected);

/* `actual[n]` is BLANK or VALUE for quarter n + 1, the last one for the year's own measurement; `number` is 1
 * to 4, or YEAR_PERIOD. Quarters and year do not add to each other: the year's actual stands against the
 * annual target, and to date and year are that same. To date: jumlah sums, posisi and
 * tahunan take the last filled, rata_rata the mean of the filled ones; a mean's achievement is computed from
 * the unrounded mean. Rounded half away from zero to two decimals. Target 0: naik has none, turun has 100 at
 * 0 and 0 above. */
struct figures figures_compute(const struct plan *plan, const struct figure actual[PERIODS], int number,
                               enum lower_formula formula);

/* Achievement of one actual against one target, as above. */
struct figure achievement(struct decimal actual, struct decimal target, enum polarity polarity,
                          enum lower_formula formula);

/* The actual that an achievement amounts to, the other way round ("setara 55"), rounded to `places`.
 * NOT_MEASURED where none does. */
struct figure achievement_equivalent(struct decimal percent, struct decimal target, enum polarity polarity,
                                     enum lower_formula formula, int places);

/* The target of a quarter, or of the year's own measurement. */
struct figure plan_target(const struct plan *plan, int number);

/* Measured in TW IV alone, as tahunan must be; and in one quarter at least, or no split is set. */
bool plan_is_yearly(const struct plan *plan);
bool plan_is_measured(const struct plan *plan);

/* Whether the row waits for a value: planned, or no split is set. The year always does. */
bool plan_takes_value(const struct plan *plan, int number);

/* The decimal (comma, `places`) or the word: "" for BLANK, "-" for NOT_MEASURED and NOT_SET. */
void figure_print(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]);
/* The same for machines: decimal point; "" for every nothing. */
void figure_print_plain(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]);

#endif
