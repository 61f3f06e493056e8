#include "value/figure.h"
#include <stdio.h>

/* A figure before it is rounded: units / count. Sums and means of four decimals stay exact. */
struct exact {
    enum figure_kind kind;
    decimal_wide units;
    int count;
};

static struct exact exactly(struct decimal value) {
    return (struct exact){.kind = FIGURE_VALUE, .units = value.units, .count = 1};
}

static struct figure rounded(struct exact exact) {
    struct figure figure = {.kind = exact.kind};
    if (exact.kind == FIGURE_VALUE &&
        !decimal_ratio(exact.units, exact.count * DECIMAL_SCALE, 1, DECIMAL_PLACES, &figure.value))
        figure.kind = FIGURE_NOT_MEASURED;
    return figure;
}

/* What the figures of quarters 1 to `number` make together; `none` when no quarter has a value. */
static struct exact combine(const struct figure quarter[QUARTERS], int number, enum aggregation aggregation,
                            enum figure_kind none) {
    struct exact total = {.kind = none};
    bool adds = aggregation == AGGREGATION_SUM || aggregation == AGGREGATION_MEAN;
    for (int i = 0; i < number; i++) {
        if (quarter[i].kind != FIGURE_VALUE)
            continue;
        decimal_wide earlier = adds ? total.units : 0;
        total.kind = FIGURE_VALUE;
        total.units = earlier + quarter[i].value.units;
        total.count = aggregation == AGGREGATION_MEAN ? total.count + 1 : 1;
    }
    return total;
}

bool plan_agrees(const struct plan *plan, struct decimal *expected) {
    if (plan->target[0].kind == FIGURE_NOT_SET)
        return true;
    struct figure made = plan->target[QUARTERS - 1];
    if (plan->aggregation != AGGREGATION_YEARLY)
        made = rounded(combine(plan->target, QUARTERS, plan->aggregation, FIGURE_NOT_MEASURED));
    if (made.kind == FIGURE_VALUE && decimal_compare(made.value, plan->annual) == 0)
        return true;
    *expected = made.value;
    return false;
}

struct figure plan_target(const struct plan *plan, int number) {
    if (number == YEAR_PERIOD)
        return (struct figure){.kind = FIGURE_VALUE, .value = plan->annual};
    return plan->target[number - 1];
}

bool plan_takes_value(const struct plan *plan, int number) {
    return number == YEAR_PERIOD || plan->target[number - 1].kind != FIGURE_NOT_MEASURED;
}

bool plan_is_yearly(const struct plan *plan) {
    for (int i = 0; i < QUARTERS - 1; i++)
        if (plan->target[i].kind != FIGURE_NOT_MEASURED)
            return false;
    return plan->target[QUARTERS - 1].kind == FIGURE_VALUE;
}

bool plan_is_measured(const struct plan *plan) {
    for (int i = 1; i <= QUARTERS; i++)
        if (plan_takes_value(plan, i))
            return true;
    return false;
}

static struct figure percent(decimal_wide numerator, decimal_wide denominator) {
    struct figure figure = {.kind = FIGURE_NOT_MEASURED};
    if (decimal_ratio(numerator, denominator, 100, 2, &figure.value))
        figure.kind = FIGURE_VALUE;
    return figure;
}

static struct figure percent_whole(int value) {
    return (struct figure){.kind = FIGURE_VALUE, .value = decimal_whole(value)};
}

/* Both sides are brought to the common denominator actual.count * target.count. */
static struct figure achieved(struct exact actual, struct exact target, enum polarity polarity,
                              enum lower_formula formula) {
    if (actual.kind == FIGURE_BLANK && target.kind != FIGURE_NOT_SET)
        return (struct figure){.kind = FIGURE_BLANK};
    if (target.kind != FIGURE_VALUE)
        return (struct figure){.kind = target.kind};
    if (actual.kind != FIGURE_VALUE)
        return (struct figure){.kind = actual.kind};

    decimal_wide reached = actual.units * target.count;
    decimal_wide wanted = target.units * actual.count;
    if (polarity == POLARITY_HIGHER)
        return wanted > 0 ? percent(reached, wanted) : (struct figure){.kind = FIGURE_NOT_MEASURED};
    if (wanted <= 0)
        return percent_whole(reached <= wanted ? 100 : 0);
    if (formula == LOWER_RATIO)
        return reached > 0 ? percent(wanted, reached) : percent_whole(100);
    decimal_wide rest = 2 * wanted - reached;
    return percent(rest > 0 ? rest : 0, wanted);
}

struct figure achievement(struct decimal actual, struct decimal target, enum polarity polarity,
                          enum lower_formula formula) {
    return achieved(exactly(actual), exactly(target), polarity, formula);
}

struct figure achievement_equivalent(struct decimal percent, struct decimal target, enum polarity polarity,
                                     enum lower_formula formula, int places) {
    const decimal_wide hundred = 100 * DECIMAL_SCALE;
    struct figure figure = {.kind = FIGURE_NOT_MEASURED};
    decimal_wide over = (decimal_wide)target.units * percent.units, under = hundred;
    if (polarity == POLARITY_LOWER && formula == LOWER_DIFFERENCE)
        over = (decimal_wide)target.units * (2 * hundred - percent.units);
    else if (polarity == POLARITY_LOWER)
        over = (decimal_wide)target.units * hundred, under = percent.units;
    if (target.units > 0 && over >= 0 && decimal_ratio(over, under * DECIMAL_SCALE, 1, places, &figure.value))
        figure.kind = FIGURE_VALUE;
    return figure;
}

static struct exact of_quarter(struct figure figure) {
    return (struct exact){.kind = figure.kind, .units = figure.value.units, .count = 1};
}

static bool takes_value_so_far(const struct plan *plan, int number) {
    for (int i = 1; i <= number; i++)
        if (plan_takes_value(plan, i))
            return true;
    return false;
}

static struct figures of_year(const struct plan *plan, struct figure actual, enum lower_formula formula) {
    const struct figure target = plan_target(plan, YEAR_PERIOD);
    const struct figure achievement =
        achieved(of_quarter(actual), of_quarter(target), plan->polarity, formula);
    return (struct figures){
        .target = target,
        .actual = actual,
        .achievement = achievement,
        .to_date_target = target,
        .to_date_actual = actual,
        .to_date_achievement = achievement,
        .year_achievement = achievement,
    };
}

struct figures figures_compute(const struct plan *plan, const struct figure actual[PERIODS], int number,
                               enum lower_formula formula) {
    if (number == YEAR_PERIOD)
        return of_year(plan, actual[YEAR_PERIOD - 1], formula);
    struct figure target = plan_target(plan, number);
    struct figure filled = actual[number - 1];
    if (filled.kind == FIGURE_BLANK && target.kind == FIGURE_NOT_MEASURED)
        filled.kind = FIGURE_NOT_MEASURED;

    enum figure_kind none_planned =
        plan->target[0].kind == FIGURE_NOT_SET ? FIGURE_NOT_SET : FIGURE_NOT_MEASURED;
    enum figure_kind none_filled = takes_value_so_far(plan, number) ? FIGURE_BLANK : FIGURE_NOT_MEASURED;
    struct exact planned = combine(plan->target, number, plan->aggregation, none_planned);
    struct exact reached = combine(actual, number, plan->aggregation, none_filled);
    enum polarity polarity = plan->polarity;

    return (struct figures){
        .target = target,
        .actual = filled,
        .achievement = achieved(of_quarter(filled), of_quarter(target), polarity, formula),
        .to_date_target = rounded(planned),
        .to_date_actual = rounded(reached),
        .to_date_achievement = achieved(reached, planned, polarity, formula),
        .year_achievement = achieved(reached, exactly(plan->annual), polarity, formula),
        .out_of_plan = filled.kind == FIGURE_VALUE && target.kind == FIGURE_NOT_MEASURED,
    };
}

static const char *nothing(enum figure_kind kind) {
    return kind == FIGURE_BLANK ? "" : "-";
}

void figure_print(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]) {
    if (figure.kind == FIGURE_VALUE)
        decimal_print(figure.value, places, out);
    else
        snprintf(out, DECIMAL_TEXT_MAX, "%s", nothing(figure.kind));
}

void figure_print_plain(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]) {
    out[0] = '\0';
    if (figure.kind == FIGURE_VALUE)
        decimal_print_plain(figure.value, places, out);
}
