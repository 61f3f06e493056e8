#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "value/decimal.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static void parses_what_configuration_and_csv_hold(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t units;
    } row[] = {
        {"0", 0},
        {"-0", 0},
        {"1500", 15000000},
        {"0.15", 1500},
        {"0,15", 1500},
        {"92,3", 923000},
        {"-2.5", -25000},
        {"007", 70000},
        {"12.1250", 121250},
        {"999999999999.9999", DECIMAL_UNITS_MAX},
        {"-999999999999,9999", -DECIMAL_UNITS_MAX},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        struct decimal value = {.units = -1};
        assert_true(decimal_parse(row[i].text, strlen(row[i].text), &value));
        assert_int_equal(value.units, row[i].units);
    }
}

static void parses_nothing_else(void **state) {
    (void)state;
    static const char *const row[] = {
        "",
        "-",
        "--1",
        "+1",
        ".5",
        ",5",
        "5.",
        "5,",
        "1.500,5",
        "1,2,3",
        "1 500",
        "1e3",
        "12a",
        " 1",
        "1 ",
        "1.00000",
        "1,2.3",
        "1234567890123",
        "nan",
        "0x10",
        "0000000000001",
        "1-2",
        "1.-2",
        "12%",
        "\xC2\xA0",
        "9999999999999.9",
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        struct decimal value = {.units = 77};
        assert_false(decimal_parse(row[i], strlen(row[i]), &value));
        assert_int_equal(value.units, 77);
    }
}

static void parses_only_the_length_given(void **state) {
    (void)state;
    struct decimal value;
    assert_true(decimal_parse("12,5 %", 4, &value));
    assert_int_equal(value.units, 125000);
    assert_false(decimal_parse("12", 0, &value));
}

static void prints_for_people_and_for_machines(void **state) {
    (void)state;
    static const struct {
        int64_t units;
        int places;
        const char *people;
        const char *machines;
    } row[] = {
        {0, 0, "0", "0"},
        {0, 2, "0,00", "0.00"},
        {15000000, 0, "1.500", "1500"},
        {15002500, 0, "1.500,25", "1500.25"},
        {923000, 2, "92,30", "92.30"},
        {333333, 2, "33,3333", "33.3333"},
        {11250, 0, "1,125", "1.1250"},
        {11250, 3, "1,125", "1.1250"},
        {10000, 3, "1,000", "1.0000"},
        {1, 0, "0,0001", "0.0001"},
        {-5, 0, "-0,0005", "-0.0005"},
        {-15000000, 0, "-1.500", "-1500"},
        {9990000, 0, "999", "999"},
        {10000000000, 0, "1.000.000", "1000000"},
        {DECIMAL_UNITS_MAX, 0, "999.999.999.999,9999", "999999999999.9999"},
        {-DECIMAL_UNITS_MAX, 4, "-999.999.999.999,9999", "-999999999999.9999"},
        {INT64_MIN, 4, "-922.337.203.685.477,5808", "-922337203685477.5808"},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        char text[DECIMAL_TEXT_MAX];
        decimal_print((struct decimal){row[i].units}, row[i].places, text);
        assert_string_equal(text, row[i].people);
        decimal_print_plain((struct decimal){row[i].units}, row[i].places, text);
        assert_string_equal(text, row[i].machines);
    }
}

static void divides_rounding_half_away_from_zero(void **state) {
    (void)state;
    static const struct {
        int64_t numerator, denominator;
        int factor, places;
        const char *result;
    } row[] = {
        {300, 375, 100, 2, "80,00"},  {1050, 1125, 100, 2, "93,33"}, {16, 15, 100, 2, "106,67"},
        {55, 60, 100, 2, "91,67"},    {45, 60, 100, 4, "75,0000"},   {1, 3, 100, 4, "33,3333"},
        {1, 8, 100, 0, "13"},         {3, 8, 100, 1, "37,5"},        {1, 80000, 100, 2, "0,00"},
        {1, 20000, 100, 2, "0,01"},   {-1, 20000, 100, 2, "-0,01"},  {1, -20000, 100, 2, "-0,01"},
        {-1, -20000, 100, 2, "0,01"}, {2, 3, 1, 4, "0,6667"},        {112, 4, 1, 2, "28,00"},
        {0, 5, 100, 2, "0,00"},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        struct decimal value;
        char text[DECIMAL_TEXT_MAX];
        assert_true(
            decimal_ratio(row[i].numerator, row[i].denominator, row[i].factor, row[i].places, &value));
        decimal_print(value, row[i].places, text);
        assert_string_equal(text, row[i].result);
    }
}

static void refuses_what_is_out_of_range(void **state) {
    (void)state;
    const struct decimal most = {DECIMAL_UNITS_MAX};
    const struct decimal least = {-DECIMAL_UNITS_MAX};
    const struct decimal unit = {1};
    const decimal_wide widest = (decimal_wide)INT64_MAX * INT64_MAX * 2;
    struct decimal value = {.units = 77};

    assert_false(decimal_add(most, unit, &value));
    assert_false(decimal_subtract(least, unit, &value));
    assert_false(decimal_add((struct decimal){INT64_MIN}, (struct decimal){INT64_MIN}, &value));
    assert_false(decimal_ratio(1, 0, 100, 2, &value));
    assert_false(decimal_ratio(most.units, 1, 100, 2, &value));
    assert_false(decimal_ratio(widest, 1, 1, 0, &value));
    assert_false(decimal_ratio(widest, widest, 100, 4, &value));
    assert_false(decimal_ratio(-widest, -1, 1, 4, &value));
    assert_int_equal(value.units, 77);

    assert_true(decimal_add((struct decimal){DECIMAL_UNITS_MAX - 1}, unit, &value));
    assert_int_equal(value.units, DECIMAL_UNITS_MAX);
    assert_true(decimal_subtract((struct decimal){1 - DECIMAL_UNITS_MAX}, unit, &value));
    assert_int_equal(value.units, -DECIMAL_UNITS_MAX);
    assert_true(decimal_add(most, least, &value));
    assert_int_equal(value.units, 0);
    assert_true(decimal_subtract(most, unit, &value));
    assert_int_equal(value.units, DECIMAL_UNITS_MAX - 1);
    assert_true(decimal_ratio(DECIMAL_UNITS_MAX, DECIMAL_SCALE, 1, 4, &value));
    assert_int_equal(value.units, DECIMAL_UNITS_MAX);
    assert_false(decimal_ratio(DECIMAL_UNITS_MAX, DECIMAL_SCALE, 1, 0, &value));
}

static void compares_and_knows_whole_numbers(void **state) {
    (void)state;
    assert_int_equal(decimal_whole(-12).units, -120000);
    assert_true(decimal_is_whole(decimal_whole(-12)));
    assert_false(decimal_is_whole((struct decimal){-120001}));
    assert_true(decimal_compare(decimal_whole(1), decimal_whole(2)) < 0);
    assert_true(decimal_compare(decimal_whole(2), decimal_whole(-2)) > 0);
    assert_true(decimal_compare((struct decimal){INT64_MIN}, (struct decimal){INT64_MAX}) < 0);
    assert_int_equal(decimal_compare(decimal_whole(2), decimal_whole(2)), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parses_what_configuration_and_csv_hold),
        cmocka_unit_test(parses_nothing_else),
        cmocka_unit_test(parses_only_the_length_given),
        cmocka_unit_test(prints_for_people_and_for_machines),
        cmocka_unit_test(divides_rounding_half_away_from_zero),
        cmocka_unit_test(refuses_what_is_out_of_range),
        cmocka_unit_test(compares_and_knows_whole_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
