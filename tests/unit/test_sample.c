/* The sample is the same for everybody, large enough, and never leaves out what is odd. */
#include "check.h"
#include "model/sample.h"
#include "unit/small_office.h"
#include <string.h>

enum { ROWS = 40 };

static void fill(struct row row[ROWS]) {
    memset(row, 0, ROWS * sizeof *row);
    for (int i = 0; i < ROWS; i++) {
        row[i].indicator = small_office_indicator(REPORTS);
        row[i].quarter = (struct quarter){SMALL_OFFICE_YEAR, 3};
        row[i].actual.filled = true;
        row[i].head.sequence = (uint64_t)i + 1;
    }
}

static void pick(const struct row row[ROWS], int count, bool *picked) {
    struct sample_mark mark[ROWS];
    for (int i = 0; i < count; i++)
        mark[i] = sample_mark_of(&row[i]);
    sample_pick(mark, count, picked);
}

static int picked_of(const struct row row[ROWS], int count, bool *picked) {
    int sum = 0;
    pick(row, count, picked);
    for (int i = 0; i < count; i++)
        sum += picked[i];
    return sum;
}

static void a_fifth_and_all_that_is_odd(void **state) {
    (void)state;
    struct row row[ROWS];
    bool picked[ROWS], again[ROWS];
    fill(row);
    assert_int_equal(picked_of(row, ROWS, picked), 8);
    pick(row, ROWS, again);
    assert_memory_equal(picked, again, sizeof picked);
    for (int i = 0; i < ROWS; i++)
        row[i].warnings = picked[i] ? 0 : i % 2 ? 1u << WARNING_HIGH : 1u << WARNING_LOW;
    assert_int_equal(picked_of(row, ROWS, again), 32 + 3);
}

static void at_least_three_and_only_what_is_filled(void **state) {
    (void)state;
    struct row row[ROWS];
    bool picked[ROWS];
    fill(row);
    assert_int_equal(picked_of(row, 5, picked), 3);
    assert_int_equal(picked_of(row, 2, picked), 2);
    row[0].actual.filled = false;
    pick(row, 2, picked);
    assert_false(picked[0]);
    assert_int_equal(picked_of(row, 0, picked), 0);
}

static void what_is_typed_anew_is_drawn_anew(void **state) {
    (void)state;
    struct row row[ROWS];
    bool picked[ROWS], again[ROWS];
    fill(row);
    pick(row, ROWS, picked);
    for (int i = 0; i < ROWS; i++)
        row[i].head.sequence += 1000;
    pick(row, ROWS, again);
    assert_memory_not_equal(picked, again, sizeof picked);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fifth_and_all_that_is_odd),
        cmocka_unit_test(at_least_three_and_only_what_is_filled),
        cmocka_unit_test(what_is_typed_anew_is_drawn_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
