#include "model/warning.h"
#include "base/text.h"

static const char *const texts[WARNING_COUNT] = {WARNINGS(SET_TEXT)};

static warning_set warn_if(bool condition, enum warning warning) {
    return condition ? 1u << warning : 0;
}

/* The last filled quarter before `number`; BLANK when there is none. */
static struct figure last_filled(const struct figure actual[PERIODS], int number) {
    for (int i = number - 2; i >= 0; i--)
        if (actual[i].kind == FIGURE_VALUE)
            return actual[i];
    return (struct figure){.kind = FIGURE_BLANK};
}

static bool at_least_times(struct decimal value, struct decimal times, struct decimal last) {
    return (decimal_wide)value.units * DECIMAL_SCALE >= (decimal_wide)times.units * last.units;
}

static warning_set warning_range(const struct indicator *indicator, struct decimal value) {
    bool bounded = indicator->measure.percent && !indicator->over_hundred;
    return warn_if(bounded && decimal_compare(value, decimal_whole(100)) > 0, WARNING_OVER_HUNDRED) |
           warn_if(value.units < 0, WARNING_NEGATIVE);
}

static warning_set warning_achievement(const struct warning_limits *limits, struct figure achievement) {
    if (achievement.kind != FIGURE_VALUE)
        return 0;
    return warn_if(decimal_compare(achievement.value, limits->above) > 0, WARNING_HIGH) |
           warn_if(decimal_compare(achievement.value, limits->below) < 0, WARNING_LOW);
}

static warning_set warning_course(const struct warning_limits *limits, enum aggregation aggregation,
                                  struct decimal value, struct figure last) {
    if (last.kind != FIGURE_VALUE)
        return 0;
    bool jump = last.value.units > 0 && at_least_times(value, limits->jump, last.value);
    bool falling = aggregation == AGGREGATION_POSITION && decimal_compare(value, last.value) < 0;
    return warn_if(jump, WARNING_JUMP) | warn_if(falling, WARNING_FALLING);
}

static warning_set warning_year(const struct indicator *indicator, const struct figure actual[PERIODS]) {
    struct figure made = indicator_year(indicator, actual);
    return warn_if(made.kind == FIGURE_VALUE &&
                       decimal_compare(made.value, actual[YEAR_PERIOD - 1].value) != 0,
                   WARNING_YEAR_DIFFERS);
}

warning_set warning_actual(const struct warning_limits *limits, const struct indicator *indicator,
                           const struct figure actual[PERIODS], int number, const struct figures *figures) {
    struct figure typed = actual[number - 1];
    if (typed.kind != FIGURE_VALUE)
        return 0;
    warning_set course = number == YEAR_PERIOD ? warning_year(indicator, actual)
                                               : warning_course(limits, indicator->plan.aggregation,
                                                                typed.value, last_filled(actual, number));
    return warning_range(indicator, typed.value) | warning_achievement(limits, figures->achievement) |
           course | warn_if(figures->out_of_plan, WARNING_UNPLANNED);
}

warning_set warning_evidence(const struct evidence *evidence, struct quarter quarter) {
    struct date date = evidence->date;
    bool outside = date.year != 0 && !evidence->promised &&
                   (date_compare(date, quarter_first_day(quarter)) < 0 ||
                    date_compare(date, quarter_last_day(quarter)) > 0);
    return warn_if(outside, WARNING_EVIDENCE_DATE);
}

void warning_print(warning_set warnings, char *out, size_t size) {
    out[0] = '\0';
    for (int i = 0; i < WARNING_COUNT; i++)
        if (warnings & 1u << i)
            text_join(out, size, "; ", texts[i]);
}
