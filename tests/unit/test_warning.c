#include "check.h"
#include "model/warning.h"
#include "unit/small_office.h"
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define SET(warning) (1u << (warning))

enum { BLANK = -1 };

static struct figure typed(int64_t units) {
    struct figure figure = {.kind = units == BLANK ? FIGURE_BLANK : FIGURE_VALUE};
    if (figure.kind == FIGURE_VALUE)
        figure.value.units = units;
    return figure;
}

static warning_set warnings_of(const struct indicator *indicator, const int64_t units[PERIODS], int number) {
    struct figure actual[PERIODS];
    for (int i = 0; i < PERIODS; i++)
        actual[i] = typed(units[i]);
    struct figures figures = figures_compute(&indicator->plan, actual, number, LOWER_DIFFERENCE);
    return warning_actual(&small_office()->rules.warn, indicator, actual, number, &figures);
}

#define W(whole) ((whole)*DECIMAL_SCALE)
#define DIFFERS SET(WARNING_YEAR_DIFFERS)

struct expectation {
    const char *name, *code;
    int64_t actual[PERIODS];
    int number;
    warning_set expected;
};

static void assert_warnings(const struct expectation *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct indicator *indicator = small_office_indicator(cases[i].code);
        warning_set found = warnings_of(indicator, cases[i].actual, cases[i].number);
        if (found != cases[i].expected)
            fail_msg("%s: %#x, expected %#x", cases[i].name, found, cases[i].expected);
    }
}

static void warned_and_kept(void **state) {
    (void)state;
    static const struct expectation cases[] = {
        {"as planned", REPORTS, {W(375), W(375), BLANK, BLANK, BLANK}, 2, 0},
        {"nothing typed", REPORTS, {W(375), BLANK, BLANK, BLANK, BLANK}, 2, 0},
        {"achievement 120 is not over 120", REPORTS, {W(450), BLANK, BLANK, BLANK, BLANK}, 1, 0},
        {"achievement 120,27", REPORTS, {W(451), BLANK, BLANK, BLANK, BLANK}, 1, SET(WARNING_HIGH)},
        {"achievement 50,13", REPORTS, {W(188), BLANK, BLANK, BLANK, BLANK}, 1, 0},
        {"achievement 49,87", REPORTS, {W(187), BLANK, BLANK, BLANK, BLANK}, 1, SET(WARNING_LOW)},
        {"a real zero", REPORTS, {0, BLANK, BLANK, BLANK, BLANK}, 1, SET(WARNING_LOW)},
        {"ten times", REPORTS, {W(40), W(400), BLANK, BLANK, BLANK}, 2, SET(WARNING_JUMP)},
        {"not quite ten times", REPORTS, {W(40), W(399), BLANK, BLANK, BLANK}, 2, 0},
        {"ten times the last filled", REPORTS, {W(40), BLANK, W(400), BLANK, BLANK}, 3, SET(WARNING_JUMP)},
        {"not the one before it", REPORTS, {W(40), W(300), W(400), BLANK, BLANK}, 3, 0},
        {"after a zero nothing is ten times", REPORTS, {0, W(400), BLANK, BLANK, BLANK}, 2, 0},
        {"later quarters do not count", REPORTS, {W(400), W(40), BLANK, BLANK, BLANK}, 1, 0},
        {"a sum may fall", REPORTS, {W(400), W(375), BLANK, BLANK, BLANK}, 2, 0},
        {"a position falls", SHARE, {1600, 1500, BLANK, BLANK, BLANK}, 2, SET(WARNING_FALLING)},
        {"a position stays", SHARE, {1500, 1500, BLANK, BLANK, BLANK}, 2, 0},
        {"a position falls below the last filled",
         SHARE,
         {1600, BLANK, 1500, BLANK, BLANK},
         3,
         SET(WARNING_FALLING)},
        {"turun: 4 of 5 is 120", COMPLAINTS, {W(4), BLANK, BLANK, BLANK, BLANK}, 1, 0},
        {"turun: 12 of 5 is 0", COMPLAINTS, {W(12), BLANK, BLANK, BLANK, BLANK}, 1, SET(WARNING_LOW)},
        {"out of plan", DOCUMENT, {W(1), BLANK, BLANK, BLANK, BLANK}, 1, SET(WARNING_UNPLANNED)},
        {"no split, no achievement", UNSPLIT, {W(999), BLANK, BLANK, BLANK, BLANK}, 1, 0},
        {"100 % is not over", SHARE, {W(100), BLANK, BLANK, BLANK, BLANK}, 1, SET(WARNING_HIGH)},
        {"over 100 %",
         SHARE,
         {W(101), BLANK, BLANK, BLANK, BLANK},
         1,
         SET(WARNING_OVER_HUNDRED) | SET(WARNING_HIGH)},
        {"below 0 %", SHARE, {-2, BLANK, BLANK, BLANK, BLANK}, 1, SET(WARNING_NEGATIVE) | SET(WARNING_LOW)},
        {"over 100 orang", PEOPLE, {W(280), W(280), BLANK, BLANK, BLANK}, 2, SET(WARNING_HIGH)},
    };
    assert_warnings(cases, COUNT(cases));
}

/* The year is compared with what its quarters make, not with the last of them. */
static void the_year_differs_from_its_quarters(void **state) {
    (void)state;
    static const struct expectation cases[] = {
        {"the year as its quarters", REPORTS, {W(375), W(375), W(375), W(375), W(1500)}, YEAR_PERIOD, 0},
        {"the year otherwise", REPORTS, {W(375), W(375), W(375), W(375), W(1499)}, YEAR_PERIOD, DIFFERS},
        {"what is filled counts", REPORTS, {W(375), BLANK, BLANK, BLANK, W(1500)}, YEAR_PERIOD, DIFFERS},
        {"nothing to compare the year with", REPORTS, {BLANK, BLANK, BLANK, BLANK, W(1500)}, YEAR_PERIOD, 0},
        {"the year is no jump", REPORTS, {W(40), BLANK, BLANK, W(40), W(1500)}, YEAR_PERIOD, DIFFERS},
        {"nor does a position fall in it", SHARE, {1500, 1600, 1700, BLANK, 1600}, YEAR_PERIOD, DIFFERS},
        {"a mean of counts is rounded", PEOPLE, {W(27), W(28), BLANK, BLANK, W(28)}, YEAR_PERIOD, 0},
        {"and only that", PEOPLE, {W(27), W(28), BLANK, BLANK, W(27)}, YEAR_PERIOD, DIFFERS},
        {"far below the annual target",
         REPORTS,
         {BLANK, BLANK, BLANK, BLANK, W(700)},
         YEAR_PERIOD,
         SET(WARNING_LOW)},
        {"a blank year", REPORTS, {W(375), W(375), W(375), W(375), BLANK}, YEAR_PERIOD, 0},
        {"the year changes no quarter", REPORTS, {W(375), W(375), BLANK, BLANK, W(9)}, 2, 0},
    };
    assert_warnings(cases, COUNT(cases));
}

static void some_percentages_may_pass_a_hundred(void **state) {
    (void)state;
    struct indicator indicator = *small_office_indicator(SHARE);
    indicator.over_hundred = true;
    const int64_t actual[PERIODS] = {W(101), BLANK, BLANK, BLANK, BLANK};
    assert_int_equal(warnings_of(&indicator, actual, 1), SET(WARNING_HIGH));
}

static void any_unit_with_decimals_may_be_negative(void **state) {
    (void)state;
    struct indicator indicator = *small_office_indicator(PRODUCTS);
    indicator.measure.decimals = true;
    const int64_t actual[PERIODS] = {-2, BLANK, BLANK, BLANK, BLANK};
    assert_int_equal(warnings_of(&indicator, actual, 1), SET(WARNING_NEGATIVE) | SET(WARNING_LOW));
}

static void evidence_is_dated_within_the_quarter(void **state) {
    (void)state;
    static const struct {
        struct date date;
        bool warned;
    } cases[] = {
        {{0, 0, 0}, false},    {{2025, 7, 1}, false}, {{2025, 9, 30}, false},
        {{2025, 6, 30}, true}, {{2025, 10, 1}, true}, {{2024, 8, 1}, true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct evidence evidence = {.date = cases[i].date};
        warning_set expected = cases[i].warned ? SET(WARNING_EVIDENCE_DATE) : 0;
        assert_int_equal(warning_evidence(&evidence, (struct quarter){2025, 3}), expected);
    }
    const struct quarter year = {2025, YEAR_PERIOD};
    struct evidence first = {.date = {2025, 1, 1}}, late = {.date = {2026, 1, 1}};
    assert_int_equal(warning_evidence(&first, year), 0);
    assert_int_equal(warning_evidence(&late, year), SET(WARNING_EVIDENCE_DATE));
}

static void warnings_are_told_in_words(void **state) {
    (void)state;
    char text[200];
    warning_print(0, text, sizeof text);
    assert_string_equal(text, "");
    warning_print(SET(WARNING_LOW), text, sizeof text);
    assert_string_equal(text, "capaian jauh di bawah target");
    warning_print(SET(WARNING_OVER_HUNDRED) | SET(WARNING_UNPLANNED), text, sizeof text);
    assert_string_equal(text, "persentase di atas 100; di luar rencana");
    warning_print(DIFFERS, text, sizeof text);
    assert_string_equal(text, "berbeda dari s.d. TW IV");
    warning_print(SET(WARNING_NEGATIVE), text, sizeof text);
    assert_string_equal(text, "angka negatif");
    warning_print((1u << WARNING_COUNT) - 1, text, 30);
    assert_string_equal(text, "persentase di atas 100; angka");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(warned_and_kept),
        cmocka_unit_test(the_year_differs_from_its_quarters),
        cmocka_unit_test(some_percentages_may_pass_a_hundred),
        cmocka_unit_test(any_unit_with_decimals_may_be_negative),
        cmocka_unit_test(evidence_is_dated_within_the_quarter),
        cmocka_unit_test(warnings_are_told_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
