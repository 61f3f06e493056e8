/* What is named lifts, and one step less does not: over many actuals, both polarities and both formulas. */
#include "check.h"
#include "value/lift.h"
#include <string.h>

static const struct bands bands = {.band = {{"Sangat Tinggi", {910000}},
                                            {"Tinggi", {760000}},
                                            {"Sedang", {660000}},
                                            {"Rendah", {510000}},
                                            {"Sangat Rendah", {0}}},
                                   .count = 5};

static struct lift_from from_of(int64_t actual, int64_t target, enum polarity polarity) {
    return (struct lift_from){.actual = {actual}, .target = {target}, .polarity = polarity};
}

static void worked_cases(void **state) {
    (void)state;
    struct lift lift;
    struct lift_from from = from_of(300 * DECIMAL_SCALE, 375 * DECIMAL_SCALE, POLARITY_HIGHER); /* 80,00 */
    assert_true(lift_find(&from, &bands, &lift));
    assert_string_equal(lift.grade, "Sangat Tinggi");
    assert_int_equal(lift.actual.units, 342 * DECIMAL_SCALE); /* 91,20; 341 is 90,93 */
    assert_int_equal(lift.lacking.units, 42 * DECIMAL_SCALE);
    from = from_of(8 * DECIMAL_SCALE, 5 * DECIMAL_SCALE, POLARITY_LOWER); /* 40,00 */
    assert_true(lift_find(&from, &bands, &lift));
    assert_string_equal(lift.grade, "Rendah");
    assert_int_equal(lift.actual.units, 7 * DECIMAL_SCALE);
    from = from_of(1 * DECIMAL_SCALE, 2 * DECIMAL_SCALE, POLARITY_HIGHER);
    assert_true(lift_find(&from, &bands, &lift));
    assert_string_equal(lift.grade, "Sangat Tinggi"); /* the only step there is */
    from = from_of(375 * DECIMAL_SCALE, 375 * DECIMAL_SCALE, POLARITY_HIGHER);
    assert_false(lift_find(&from, &bands, &lift)); /* the highest grade */
    from = from_of(0, 0, POLARITY_HIGHER);
    assert_false(lift_find(&from, &bands, &lift)); /* no achievement */
}

static const char *grade_at(const struct lift_from *from, int64_t units) {
    return bands_grade(&bands,
                       achievement((struct decimal){units}, from->target, from->polarity, from->formula));
}

static void check_lift(const struct lift_from *from) {
    struct lift lift;
    int64_t step = from->decimals ? DECIMAL_SCALE / 100 : DECIMAL_SCALE;
    const char *before = grade_at(from, from->actual.units);
    if (!lift_find(from, &bands, &lift))
        return;
    bool up = lift.actual.units > from->actual.units;
    assert_ptr_equal(grade_at(from, lift.actual.units), lift.grade);
    assert_true(lift.grade < before); /* higher bands stand before */
    assert_true(lift.lacking.units > 0);
    int64_t less = lift.actual.units + (up ? -step : step);
    const char *short_of = grade_at(from, less);
    assert_ptr_equal(short_of, before);
}

static void one_step_less_does_not(void **state) {
    (void)state;
    for (int decimals = 0; decimals < 2; decimals++)
        for (int polarity = POLARITY_HIGHER; polarity <= POLARITY_LOWER; polarity++)
            for (int formula = 0; formula < 2; formula++)
                for (int64_t target = 1; target < 60; target += 7)
                    for (int64_t actual = 0; actual < 130; actual++) {
                        int64_t unit = decimals ? DECIMAL_SCALE / 100 * 37 : DECIMAL_SCALE;
                        struct lift_from from = {.actual = {actual * unit},
                                                 .target = {target * unit},
                                                 .polarity = (enum polarity)polarity,
                                                 .formula = (enum lower_formula)formula,
                                                 .decimals = decimals};
                        check_lift(&from);
                    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worked_cases),
        cmocka_unit_test(one_step_less_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
