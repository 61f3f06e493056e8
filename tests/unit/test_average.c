#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "value/average.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static struct decimal number(const char *text) {
    struct decimal value;
    assert_true(decimal_parse(text, strlen(text), &value));
    return value;
}

static struct figure percent(const char *text) {
    return (struct figure){.kind = FIGURE_VALUE, .value = number(text)};
}

static void assert_average(struct figure figure, int count, const char *expected) {
    char text[DECIMAL_TEXT_MAX];
    char line[2 * DECIMAL_TEXT_MAX];
    figure_print(figure, 2, text);
    snprintf(line, sizeof line, "rata-rata %s dari %d indikator", text, count);
    assert_string_equal(line, expected);
}

static void assert_level(const struct average *average, enum level level, const char *expected) {
    int count = -1;
    struct figure figure = average_level(average, level, &count);
    assert_average(figure, count, expected);
}

static void assert_all(const struct average *average, const char *expected) {
    int count = -1;
    struct figure figure = average_all(average, &count);
    assert_average(figure, count, expected);
}

static void only_filled_rows_with_a_target_enter(void **state) {
    (void)state;
    const struct cap none = {.capped = false};
    struct average average = {0};
    assert_level(&average, LEVEL_IKU, "rata-rata  dari 0 indikator");
    assert_all(&average, "rata-rata  dari 0 indikator");

    average_add(&average, LEVEL_IKU, percent("100"), number("3"), none);
    average_add(&average, LEVEL_IKU, percent("0"), number("0.0001"), none); /* a real zero */
    average_add(&average, LEVEL_IKU, (struct figure){.kind = FIGURE_BLANK}, number("3"), none);
    average_add(&average, LEVEL_IKU, (struct figure){.kind = FIGURE_NOT_MEASURED}, number("3"), none);
    average_add(&average, LEVEL_IKU, (struct figure){.kind = FIGURE_NOT_SET}, number("3"), none);
    average_add(&average, LEVEL_IKU, percent("100"), number("0"), none); /* turun, target 0 */
    average_add(&average, LEVEL_IKU, percent("100"), number("-1"), none);
    assert_level(&average, LEVEL_IKU, "rata-rata 50,00 dari 2 indikator");
    assert_all(&average, "rata-rata 50,00 dari 2 indikator");
}

static void cap_holds_inside_averages(void **state) {
    (void)state;
    const struct cap cap = {.capped = true, .limit = number("120")};
    struct average average = {0};
    average_add(&average, LEVEL_PROGRAM, percent("400"), number("1"), cap);
    average_add(&average, LEVEL_PROGRAM, percent("120"), number("1"), cap);
    average_add(&average, LEVEL_PROGRAM, percent("106,67"), number("1"), cap);
    average_add(&average, LEVEL_PROGRAM, percent("-10"), number("1"), cap);
    assert_level(&average, LEVEL_PROGRAM, "rata-rata 84,17 dari 4 indikator");

    average_add(&average, LEVEL_PROGRAM, percent("400"), number("1"), (struct cap){.capped = false});
    assert_level(&average, LEVEL_PROGRAM, "rata-rata 147,33 dari 5 indikator");
}

/* Fifty-five sub kegiatan must not drown five IKU. */
static void levels_weigh_the_same(void **state) {
    (void)state;
    const struct cap none = {.capped = false};
    struct average average = {0};
    for (int i = 0; i < 5; i++)
        average_add(&average, LEVEL_IKU, percent("40"), number("1"), none);
    for (int i = 0; i < 55; i++)
        average_add(&average, LEVEL_SUBACTIVITY, percent("100"), number("1"), none);
    assert_all(&average, "rata-rata 70,00 dari 60 indikator");
    assert_level(&average, LEVEL_ACTIVITY, "rata-rata  dari 0 indikator");
}

static void mean_of_means_starts_from_rounded_ones(void **state) {
    (void)state;
    const struct cap none = {.capped = false};
    struct average average = {0};
    average_add(&average, LEVEL_IKU, percent("0,01"), number("1"), none);
    average_add(&average, LEVEL_IKU, percent("0"), number("1"), none); /* 0,005 -> 0,01 */
    average_add(&average, LEVEL_PROGRAM, percent("0"), number("1"), none);
    assert_level(&average, LEVEL_IKU, "rata-rata 0,01 dari 2 indikator");
    assert_all(&average, "rata-rata 0,01 dari 3 indikator"); /* 0,0025 would be 0,00 */
}

static struct bands usual_bands(void) {
    static const char *const name[] = {"Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"};
    static const int from[] = {91, 76, 66, 51, 0};
    struct bands bands = {.count = (int)ROWS(name)};
    for (int i = 0; i < bands.count; i++) {
        snprintf(bands.band[i].name, sizeof bands.band[i].name, "%s", name[i]);
        bands.band[i].from = decimal_whole(from[i]);
    }
    return bands;
}

static void grades_leave_nothing_between(void **state) {
    (void)state;
    static const struct {
        const char *achievement, *grade;
    } row[] = {
        {"400", "Sangat Tinggi"}, {"91", "Sangat Tinggi"},    {"90,99", "Tinggi"},    {"90,5", "Tinggi"},
        {"76", "Tinggi"},         {"75,99", "Sedang"},        {"66", "Sedang"},       {"65,99", "Rendah"},
        {"51", "Rendah"},         {"50,99", "Sangat Rendah"}, {"0", "Sangat Rendah"}, {"-5", "Sangat Rendah"},
    };
    const struct bands bands = usual_bands();
    const struct bands none = {0};
    for (size_t i = 0; i < ROWS(row); i++)
        assert_string_equal(bands_grade(&bands, percent(row[i].achievement)), row[i].grade);
    assert_string_equal(bands_grade(&bands, (struct figure){.kind = FIGURE_BLANK}), "");
    assert_string_equal(bands_grade(&bands, (struct figure){.kind = FIGURE_NOT_MEASURED}), "");
    assert_string_equal(bands_grade(&none, percent("91")), "");
}

static void bands_print_their_span(void **state) {
    (void)state;
    static const char *const span[] = {">= 91", ">= 76 s.d. < 91", ">= 66 s.d. < 76", ">= 51 s.d. < 66",
                                       "< 51"};
    struct bands bands = usual_bands();
    char text[64];
    for (int i = 0; i < bands.count; i++) {
        bands_print(&bands, i, false, text, sizeof text);
        assert_string_equal(text, span[i]);
    }
    bands_print(&bands, 1, true, text, sizeof text);
    assert_string_equal(text, "\u2265 76 s.d. < 91");

    bands.band[0].from = number("90,5");
    bands_print(&bands, 0, true, text, sizeof text);
    assert_string_equal(text, "\u2265 90,5");
    bands.count = 1;
    bands_print(&bands, 0, false, text, sizeof text);
    assert_string_equal(text, "semua");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_filled_rows_with_a_target_enter),
        cmocka_unit_test(cap_holds_inside_averages),
        cmocka_unit_test(levels_weigh_the_same),
        cmocka_unit_test(mean_of_means_starts_from_rounded_ones),
        cmocka_unit_test(grades_leave_nothing_between),
        cmocka_unit_test(bands_print_their_span),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
