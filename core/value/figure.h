/* The figures of one indicator in one quarter, or in the year's own measurement: achievement, to date, year
 * (core/DOMAIN.md, How a year adds up, Achievement).
 *
 * There are four different nothings, which never mix; a figure says which one it is. */
#ifndef VALUE_FIGURE_H
#define VALUE_FIGURE_H

#include "value/decimal.h"
#include "value/measure.h"
#include "value/quarter.h"

enum figure_kind {
    FIGURE_BLANK,        /* belum diisi: the actual, or one on which the figure depends, is still to come */
    FIGURE_VALUE,        /* a number, which may be a real zero */
    FIGURE_NOT_MEASURED, /* "-": nothing is planned, or there is no achievement (target 0, out of plan) */
    FIGURE_NOT_SET       /* belum ditetapkan: no split; then no achievement either, filled or not */
};

struct figure {
    enum figure_kind kind;
    struct decimal value; /* 0 unless it is a FIGURE_VALUE */
};

/* The targets of an indicator. */
struct plan {
    struct decimal annual;
    struct figure target[QUARTERS]; /* VALUE, NOT_MEASURED, or all four NOT_SET */
    enum aggregation aggregation;
    enum polarity polarity;
};

struct figures {
    struct figure target;         /* the quarter's; for the year's own measurement the annual one */
    struct figure actual;         /* BLANK, VALUE, or NOT_MEASURED where none is planned and none typed */
    struct figure achievement;    /* percent, two decimals */
    struct figure to_date_target; /* of all planned quarters so far */
    struct figure to_date_actual; /* of the filled quarters so far */
    struct figure to_date_achievement; /* percent */
    struct figure year_achievement;    /* percent, to date against the annual target */
    bool out_of_plan; /* a value where none is planned: it counts to date and has no achievement */
};

/* Says whether the splits agree with the annual target: their sum, the last one, their mean, or TW IV's alone, by the
 * aggregation. It is true also where no split is set. When it is false, *expected is what the splits make (of a mean,
 * rounded to four places). */
bool plan_agrees(const struct plan *plan, struct decimal *expected);

/* Computes the figures of period `number`, 1 to 4 or YEAR_PERIOD. `actual[n]` is BLANK or VALUE for quarter n + 1, the
 * last one for the year's own measurement.
 *   - Quarters and year do not add to each other: the year's actual stands against the annual target, and its
 *     figures to date and of the year are its own.
 *   - To date, jumlah is the sum, posisi and tahunan the last filled quarter, rata_rata the mean of the filled ones.
 *     A mean's achievement is computed before the mean is rounded.
 *   - Achievements are rounded half away from zero to two decimals. With a target of 0, naik has none; turun has 100
 *     at 0 and 0 above it. */
struct figures figures_compute(const struct plan *plan, const struct figure actual[PERIODS], int number,
                               enum lower_formula formula);

/* Returns the achievement of one actual against one target, by the same rules. */
struct figure achievement(struct decimal actual, struct decimal target, enum polarity polarity,
                          enum lower_formula formula);

/* Returns the actual to which an achievement amounts ("setara 55"), rounded to `places`; NOT_MEASURED where there is
 * none. */
struct figure achievement_equivalent(struct decimal percent, struct decimal target, enum polarity polarity,
                                     enum lower_formula formula, int places);

/* Returns the target of quarter `number`, or of the year's own measurement for YEAR_PERIOD. */
struct figure plan_target(const struct plan *plan, int number);

/* Says whether the plan is measured in TW IV alone, as tahunan must be. */
bool plan_is_yearly(const struct plan *plan);
/* Says whether the plan is measured in one quarter at least, or has no split. */
bool plan_is_measured(const struct plan *plan);

/* Says whether a row waits for a value in that period: one is planned, or no split is set. The year's own measurement
 * always waits for one. */
bool plan_takes_value(const struct plan *plan, int number);

/* Prints the number with a decimal comma and at least `places` decimals, "" for BLANK, "-" for NOT_MEASURED and
 * NOT_SET. */
void figure_print(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]);
/* Prints the number for machines, with a decimal point, and "" for every nothing. */
void figure_print_plain(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]);

#endif
