#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "value/figure.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static struct decimal number(const char *text) {
    struct decimal value;
    assert_true(decimal_parse(text, strlen(text), &value));
    return value;
}

/* The four nothings, here: "." blank, "-" not measured, "?" not set. */
static const char *const nothing[] = {
    [FIGURE_BLANK] = ".", [FIGURE_NOT_MEASURED] = "-", [FIGURE_NOT_SET] = "?"};

static struct figure figure(const char *text) {
    for (int kind = 0; kind < (int)ROWS(nothing); kind++)
        if (nothing[kind] && strcmp(text, nothing[kind]) == 0)
            return (struct figure){.kind = (enum figure_kind)kind};
    return (struct figure){.kind = FIGURE_VALUE, .value = number(text)};
}

static const char *word(struct figure figure, int places, char text[DECIMAL_TEXT_MAX]) {
    if (figure.kind != FIGURE_VALUE) {
        assert_int_equal(figure.value.units, 0);
        return nothing[figure.kind];
    }
    figure_print(figure, places, text);
    return text;
}

/* "375 375 300 ." into four figures. */
static void four_figures(const char *text, struct figure out[QUARTERS]) {
    char part[QUARTERS][DECIMAL_TEXT_MAX];
    assert_int_equal(sscanf(text, "%31s %31s %31s %31s", part[0], part[1], part[2], part[3]), QUARTERS);
    for (int i = 0; i < QUARTERS; i++)
        out[i] = figure(part[i]);
}

enum {
    SUM = AGGREGATION_SUM,
    POSITION = AGGREGATION_POSITION,
    MEAN = AGGREGATION_MEAN,
    YEARLY = AGGREGATION_YEARLY
};

struct row {
    const char *annual;
    int aggregation;
    int number;
    const char *target;
    const char *actual;
    const char *quarter; /* target, actual, achievement */
    const char *to_date; /* target, actual, achievement, achievement of the year */
};

static void assert_row(const struct row *row, enum polarity polarity) {
    struct plan plan = {.annual = number(row->annual),
                        .aggregation = (enum aggregation)row->aggregation,
                        .polarity = polarity};
    struct figure actual[PERIODS] = {{.kind = FIGURE_BLANK}};
    four_figures(row->target, plan.target);
    four_figures(row->actual, actual);
    struct figures it = figures_compute(&plan, actual, row->number, LOWER_DIFFERENCE);

    char text[4][DECIMAL_TEXT_MAX];
    char line[5 * DECIMAL_TEXT_MAX];
    snprintf(line, sizeof line, "%s %s %s%s", word(it.target, 0, text[0]), word(it.actual, 0, text[1]),
             word(it.achievement, 2, text[2]), it.out_of_plan ? " di luar rencana" : "");
    assert_string_equal(line, row->quarter);
    snprintf(line, sizeof line, "%s %s %s %s", word(it.to_date_target, 0, text[0]),
             word(it.to_date_actual, 0, text[1]), word(it.to_date_achievement, 2, text[2]),
             word(it.year_achievement, 2, text[3]));
    assert_string_equal(line, row->to_date);
}

static void assert_rows(const struct row *row, size_t rows, enum polarity polarity) {
    for (size_t i = 0; i < rows; i++)
        assert_row(&row[i], polarity);
}

/* core/DOMAIN.md, Worked cases. */
static void worked_cases(void **state) {
    (void)state;
    static const struct row row[] = {
        /* 1500 laporan, jumlah 375 x 4, typed 375, 375, 300 */
        {"1500", SUM, 3, "375 375 375 375", "375 375 300 .", "375 300 80,00", "1.125 1.050 93,33 70,00"},
        /* 28 orang/bulan, rata_rata, typed 28 four times */
        {"28", MEAN, 4, "28 28 28 28", "28 28 28 28", "28 28 100,00", "28 28 100,00 100,00"},
        /* 1 dokumen, tahunan, TW I-III; TW IV typed 1 */
        {"1", YEARLY, 1, "- - - 1", ". . . .", "- - -", "- - - -"},
        {"1", YEARLY, 3, "- - - 1", ". . . .", "- - -", "- - - -"},
        {"1", YEARLY, 4, "- - - 1", ". . . 1", "1 1 100,00", "1 1 100,00 100,00"},
        /* target 3, typed 0 */
        {"12", SUM, 1, "3 3 3 3", "0 . . .", "3 0 0,00", "3 0 0,00 0,00"},
        /* reported 60 of 60, and 55 carried by evidence */
        {"60", POSITION, 1, "60 60 60 60", "60 . . .", "60 60 100,00", "60 60 100,00 100,00"},
        {"60", POSITION, 1, "60 60 60 60", "55 . . .", "60 55 91,67", "60 55 91,67 91,67"},
        /* 0,15 % target, typed 0,16 */
        {"0.15", YEARLY, 4, "- - - 0.15", ". . . 0.16", "0,15 0,16 106,67", "0,15 0,16 106,67 106,67"},
    };
    assert_rows(row, ROWS(row), POLARITY_HIGHER);

    static const struct row lower[] = {
        /* turun, target 5, typed 4 / 12 */
        {"5", POSITION, 1, "5 5 5 5", "4 . . .", "5 4 120,00", "5 4 120,00 120,00"},
        {"5", POSITION, 2, "5 5 5 5", "4 12 . .", "5 12 0,00", "5 12 0,00 0,00"},
    };
    assert_rows(lower, ROWS(lower), POLARITY_LOWER);
}

static void year_adds_up_by_its_mode(void **state) {
    (void)state;
    static const struct row row[] = {
        /* filled ones only: 8 of the 9 planned so far */
        {"12", SUM, 3, "3 3 3 3", "4 . 4 .", "3 4 133,33", "9 8 88,89 66,67"},
        {"12", SUM, 2, "3 3 3 3", "4 . 4 .", "3 . .", "6 4 66,67 33,33"},
        /* a later quarter counts for nothing yet */
        {"12", SUM, 1, "3 3 3 3", ". . 4 .", "3 . .", "3 . . ."},
        /* the last filled position stands */
        {"80", POSITION, 3, "74 76 78 80", "74 75 . .", "78 . .", "78 75 96,15 93,75"},
        {"80", POSITION, 3, "74 - - 80", "74 . . .", "- - -", "74 74 100,00 92,50"},
        /* means of what is planned and of what is filled */
        {"28", MEAN, 3, "27 28 28 29", "27 . 26 .", "28 26 92,86", "27,6667 26,5 95,78 94,64"},
        /* from the unrounded means, 0,0002 / 3 and 0,0001 / 3, not from 0,0001 and 0 */
        {"0.0001", MEAN, 3, "0.0001 0 0 0", "0.0001 0.0001 0 .", "0 0 -", "0 0,0001 200,00 66,67"},
        /* tahunan, but known earlier: out of plan, counts to date */
        {"10", YEARLY, 2, "- - - 10", ". 4 . .", "- 4 - di luar rencana", "- 4 - 40,00"},
        {"10", YEARLY, 4, "- - - 10", ". 4 . .", "10 . .", "10 4 40,00 40,00"},
        {"10", YEARLY, 4, "- - - 10", ". . . .", "10 . .", "10 . . ."},
    };
    assert_rows(row, ROWS(row), POLARITY_HIGHER);
}

/* core/DOMAIN.md, The year, 5: a measurement of its own, whatever the quarters say. */
static void the_year_stands_against_its_own_target(void **state) {
    (void)state;
    static const struct {
        const char *annual, *target, *year;
        enum polarity polarity;
        const char *figures; /* actual, achievement; to date and year alike */
    } row[] = {
        {"1500", "375 375 375 375", "1200", POLARITY_HIGHER, "1.200 80,00"},
        {"1500", "375 375 375 375", "0", POLARITY_HIGHER, "0 0,00"},
        {"1500", "375 375 375 375", ".", POLARITY_HIGHER, ". ."},
        {"10", "? ? ? ?", "9", POLARITY_HIGHER, "9 90,00"},
        {"1", "- - - 1", "1", POLARITY_HIGHER, "1 100,00"},
        {"5", "5 5 5 5", "4", POLARITY_LOWER, "4 120,00"},
        {"0", "0 0 0 0", "3", POLARITY_HIGHER, "3 -"},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        struct plan plan = {.annual = number(row[i].annual), .polarity = row[i].polarity};
        struct figure actual[PERIODS];
        char a[DECIMAL_TEXT_MAX], b[DECIMAL_TEXT_MAX], line[2 * DECIMAL_TEXT_MAX + 1];
        four_figures(row[i].target, plan.target);
        four_figures("375 . 300 7", actual);
        actual[YEAR_PERIOD - 1] = figure(row[i].year);
        struct figures it = figures_compute(&plan, actual, YEAR_PERIOD, LOWER_DIFFERENCE);
        snprintf(line, sizeof line, "%s %s", word(it.actual, 0, a), word(it.achievement, 2, b));
        assert_string_equal(line, row[i].figures);
        snprintf(line, sizeof line, "%s %s", word(it.to_date_actual, 0, a), word(it.year_achievement, 2, b));
        assert_string_equal(line, row[i].figures);
        assert_string_equal(word(it.to_date_achievement, 2, a), word(it.achievement, 2, b));
        assert_int_equal(it.target.kind, FIGURE_VALUE);
        assert_int_equal(it.target.value.units, plan.annual.units);
        assert_int_equal(it.to_date_target.value.units, plan.annual.units);
        assert_false(it.out_of_plan);
        assert_true(plan_takes_value(&plan, YEAR_PERIOD));

        struct figures last = figures_compute(&plan, actual, QUARTERS, LOWER_DIFFERENCE);
        actual[YEAR_PERIOD - 1] = figure(".");
        struct figures without = figures_compute(&plan, actual, QUARTERS, LOWER_DIFFERENCE);
        assert_int_equal(last.to_date_actual.value.units, without.to_date_actual.value.units);
    }
}

static void four_nothings_never_mix(void **state) {
    (void)state;
    static const struct row row[] = {
        /* not planned, and not typed; typed all the same; nothing planned, but a quarter before was */
        {"6", SUM, 1, "- 3 3 -", ". . . .", "- - -", "- - - -"},
        {"6", SUM, 1, "- 3 3 -", "2 . . .", "- 2 - di luar rencana", "- 2 - 33,33"},
        {"6", SUM, 4, "- 3 3 -", ". . . 0", "- 0 - di luar rencana", "6 0 0,00 0,00"},
        {"6", SUM, 4, "- 3 3 -", ". . . .", "- - -", "6 . . ."},
        /* the split is not known yet: filled in or not, measured against the year only */
        {"28", MEAN, 2, "? ? ? ?", ". . . .", "? . ?", "? . ? ."},
        {"28", MEAN, 2, "? ? ? ?", "21 28 . .", "? 28 ?", "? 24,5 ? 87,50"},
        {"28", SUM, 2, "? ? ? ?", "7 7 . .", "? 7 ?", "? 14 ? 50,00"},
        /* target 0 */
        {"6", SUM, 1, "0 3 3 0", "2 . . .", "0 2 -", "0 2 - 33,33"},
    };
    assert_rows(row, ROWS(row), POLARITY_HIGHER);

    static const struct row lower[] = {
        {"0", SUM, 1, "0 0 0 0", "0 1 . .", "0 0 100,00", "0 0 100,00 100,00"},
        {"0", SUM, 2, "0 0 0 0", "0 1 . .", "0 1 0,00", "0 1 0,00 0,00"},
        {"20", SUM, 2, "5 5 5 5", "4 4 . .", "5 4 120,00", "10 8 120,00 160,00"},
    };
    assert_rows(lower, ROWS(lower), POLARITY_LOWER);
}

static void achievement_of_one_value(void **state) {
    (void)state;
    static const struct {
        enum polarity polarity;
        enum lower_formula formula;
        const char *target, *actual, *achievement;
    } row[] = {
        {POLARITY_HIGHER, LOWER_DIFFERENCE, "3", "0", "0,00"},
        {POLARITY_HIGHER, LOWER_DIFFERENCE, "3", "2", "66,67"},
        {POLARITY_HIGHER, LOWER_DIFFERENCE, "2", "-1", "-50,00"},
        {POLARITY_HIGHER, LOWER_DIFFERENCE, "0.0001", "0.0001", "100,00"},
        {POLARITY_HIGHER, LOWER_DIFFERENCE, "0", "0", "-"},
        {POLARITY_HIGHER, LOWER_DIFFERENCE, "0", "5", "-"},
        {POLARITY_HIGHER, LOWER_DIFFERENCE, "-1", "-2", "-"},
        {POLARITY_HIGHER, LOWER_DIFFERENCE, "0.0001", "999999999999", "-"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "5", "4", "120,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "5", "0", "200,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "5", "10", "0,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "5", "12", "0,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "0.0001", "0.0001", "100,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "0.0001", "0.0003", "0,00"},
        {POLARITY_LOWER, LOWER_RATIO, "0.0002", "0.0001", "200,00"},
        {POLARITY_LOWER, LOWER_RATIO, "5", "4", "125,00"},
        {POLARITY_LOWER, LOWER_RATIO, "5", "12", "41,67"},
        {POLARITY_LOWER, LOWER_RATIO, "5", "0", "100,00"},
        {POLARITY_LOWER, LOWER_RATIO, "5", "-1", "100,00"},
        {POLARITY_LOWER, LOWER_RATIO, "0", "0", "100,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "0", "0", "100,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "0", "0.0001", "0,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "-1", "-2", "100,00"},
        {POLARITY_LOWER, LOWER_DIFFERENCE, "-1", "0", "0,00"},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        char text[DECIMAL_TEXT_MAX];
        struct figure it =
            achievement(number(row[i].actual), number(row[i].target), row[i].polarity, row[i].formula);
        assert_string_equal(word(it, 2, text), row[i].achievement);
    }
}

/* What a correction in percent amounts to. */
static void an_achievement_the_other_way_round(void **state) {
    (void)state;
    static const struct {
        const char *percent, *target;
        enum polarity polarity;
        enum lower_formula formula;
        int places;
        const char *actual;
    } cases[] = {
        {"91.67", "60", POLARITY_HIGHER, LOWER_DIFFERENCE, 0, "55"},
        {"91.67", "60", POLARITY_HIGHER, LOWER_DIFFERENCE, 2, "55,00"},
        {"106.67", "0.15", POLARITY_HIGHER, LOWER_RATIO, 2, "0,16"},
        {"0", "3", POLARITY_HIGHER, LOWER_DIFFERENCE, 0, "0"},
        {"50", "0", POLARITY_HIGHER, LOWER_DIFFERENCE, 0, "-"},
        {"120", "5", POLARITY_LOWER, LOWER_DIFFERENCE, 0, "4"},
        {"0", "5", POLARITY_LOWER, LOWER_DIFFERENCE, 0, "10"},
        {"201", "5", POLARITY_LOWER, LOWER_DIFFERENCE, 0, "-"},
        {"125", "5", POLARITY_LOWER, LOWER_RATIO, 0, "4"},
        {"0", "5", POLARITY_LOWER, LOWER_RATIO, 0, "-"},
        {"999999999999", "999999999999", POLARITY_HIGHER, LOWER_RATIO, 0, "-"},
    };
    char text[DECIMAL_TEXT_MAX];
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct figure actual = achievement_equivalent(number(cases[i].percent), number(cases[i].target),
                                                      cases[i].polarity, cases[i].formula, cases[i].places);
        assert_string_equal(word(actual, cases[i].places, text), cases[i].actual);
    }
}

static void splits_agree_with_the_annual_target(void **state) {
    (void)state;
    static const struct {
        const char *annual;
        int aggregation;
        const char *target;
        const char *expected; /* NULL: they agree */
    } row[] = {
        {"1500", SUM, "375 375 375 375", NULL},
        {"15", SUM, "4 4 4 3", NULL},
        {"15", SUM, "4 4 - 4", "12"},
        {"80", POSITION, "74 76 78 80", NULL},
        {"80", POSITION, "74 76 80 -", NULL},
        {"80", POSITION, "80 78 76 74", "74"},
        {"28", MEAN, "27 28 28 29", NULL},
        {"28", MEAN, "28 - - 28", NULL},
        {"1.3333", MEAN, "1 1 2 -", NULL},
        {"1.3", MEAN, "1 1 2 -", "1,3333"},
        {"1", YEARLY, "- - - 1", NULL},
        {"1", YEARLY, "- - - 2", "2"},
        {"1", YEARLY, "- - 1 -", "0"},
        {"1500", SUM, "? ? ? ?", NULL},
        {"1", SUM, "- - - -", "0"},
        {"0", SUM, "999999999999 999999999999 0 0", "0"},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        struct plan plan = {.annual = number(row[i].annual),
                            .aggregation = (enum aggregation)row[i].aggregation};
        four_figures(row[i].target, plan.target);
        struct decimal expected = {.units = 77};
        char text[DECIMAL_TEXT_MAX];
        assert_int_equal(plan_agrees(&plan, &expected), row[i].expected == NULL);
        decimal_print(expected, 0, text);
        assert_string_equal(text, row[i].expected ? row[i].expected : "0,0077");
    }
}

static void knows_which_rows_wait_for_a_value(void **state) {
    (void)state;
    struct plan plan = {.target = {figure("3"), figure("-"), figure("0"), figure("?")}};
    assert_true(plan_takes_value(&plan, 1));
    assert_false(plan_takes_value(&plan, 2));
    assert_true(plan_takes_value(&plan, 3));
    assert_true(plan_takes_value(&plan, 4));
}

static void extremes_stay_within_bounds(void **state) {
    (void)state;
#define MOST "999999999999,9999"
    static const char four_most[] = MOST " " MOST " " MOST " " MOST;
    static const struct row row[] = {
        {MOST, SUM, 4, four_most, four_most, "999.999.999.999,9999 999.999.999.999,9999 100,00",
         "- - 100,00 400,00"},
        {MOST, MEAN, 4, four_most, four_most, "999.999.999.999,9999 999.999.999.999,9999 100,00",
         "999.999.999.999,9999 999.999.999.999,9999 100,00 100,00"},
    };
    assert_rows(row, ROWS(row), POLARITY_HIGHER);
    struct decimal least = {INT64_MIN};
    assert_int_equal(achievement(least, number("0.0001"), POLARITY_LOWER, LOWER_DIFFERENCE).kind,
                     FIGURE_NOT_MEASURED);
}

static void prints_numbers_and_nothings(void **state) {
    (void)state;
    static const struct {
        const char *figure, *people, *machines;
    } row[] = {{"92,3", "92,30", "92.30"},
               {"1500", "1.500,00", "1500.00"},
               {".", "", ""},
               {"-", "-", ""},
               {"?", "-", ""}};
    for (size_t i = 0; i < ROWS(row); i++) {
        char text[DECIMAL_TEXT_MAX] = "unset";
        figure_print(figure(row[i].figure), 2, text);
        assert_string_equal(text, row[i].people);
        figure_print_plain(figure(row[i].figure), 2, text);
        assert_string_equal(text, row[i].machines);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worked_cases),
        cmocka_unit_test(year_adds_up_by_its_mode),
        cmocka_unit_test(the_year_stands_against_its_own_target),
        cmocka_unit_test(four_nothings_never_mix),
        cmocka_unit_test(achievement_of_one_value),
        cmocka_unit_test(an_achievement_the_other_way_round),
        cmocka_unit_test(splits_agree_with_the_annual_target),
        cmocka_unit_test(knows_which_rows_wait_for_a_value),
        cmocka_unit_test(extremes_stay_within_bounds),
        cmocka_unit_test(prints_numbers_and_nothings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
