#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "value/quarter.h"
#include "value/role.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static struct date day(const char *text) {
    struct date date;
    assert_true(date_parse(text, &date));
    return date;
}

static struct quarter quarter(const char *text) {
    struct quarter quarter;
    assert_true(quarter_parse(text, &quarter));
    return quarter;
}

static void assert_date(struct date date, const char *expected) {
    char text[CLOCK_TEXT_MAX];
    date_print_iso(date, text);
    assert_string_equal(text, expected);
}

static void reads_and_prints(void **state) {
    (void)state;
    static const char *const written[] = {"2025-TW1", "2025-TW4", "1900-TW2", "9999-TW3", "2025-TAHUN"};
    for (size_t i = 0; i < ROWS(written); i++) {
        char text[QUARTER_TEXT_MAX];
        quarter_print(quarter(written[i]), text);
        assert_string_equal(text, written[i]);
    }
    assert_int_equal(quarter("2025-tw3").number, 3);
    assert_int_equal(quarter("2025-Tw3").year, 2025);
    assert_int_equal(quarter("2025-tahun").number, YEAR_PERIOD);

    static const char *const refused[] = {"",         "2025",        "2025-TW0",  "2025-TW5",   "2025-TWI",
                                          "2025TW1",  "2025-TW11",   "25-TW1",    "1899-TW1",   " 2025-TW1",
                                          "2O25-TW1", "2025-TAHUN1", "2025-TAHU", "1899-TAHUN", "2025-TW1 ",
                                          "2025-TX1", "-025-TW1"};
    for (size_t i = 0; i < ROWS(refused); i++) {
        struct quarter none = {.year = 7, .number = 7};
        assert_false(quarter_parse(refused[i], &none));
        assert_int_equal(none.year, 7);
    }
}

static void has_days_and_names(void **state) {
    (void)state;
    static const struct {
        const char *quarter, *roman, *months, *first, *last;
    } row[] = {
        {"2025-TW1", "I", "Jan-Mar", "2025-01-01", "2025-03-31"},
        {"2025-TW2", "II", "Apr-Jun", "2025-04-01", "2025-06-30"},
        {"2025-TW3", "III", "Jul-Sep", "2025-07-01", "2025-09-30"},
        {"2025-TW4", "IV", "Okt-Des", "2025-10-01", "2025-12-31"},
        {"2025-TAHUN", "", "Jan-Des", "2025-01-01", "2025-12-31"},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        struct quarter one = quarter(row[i].quarter);
        assert_string_equal(quarter_roman(one.number), row[i].roman);
        assert_string_equal(quarter_months(one.number), row[i].months);
        assert_date(quarter_first_day(one), row[i].first);
        assert_date(quarter_last_day(one), row[i].last);
    }
}

static void is_named_and_opens(void **state) {
    (void)state;
    static const struct {
        const char *quarter, *name, *opens;
    } row[] = {
        {"2025-TW1", "TW I", "2025-01-01"},
        {"2025-TW3", "TW III", "2025-07-01"},
        {"2025-TW4", "TW IV", "2025-10-01"},
        {"2025-TAHUN", "TAHUN", "2025-12-01"},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        struct quarter one = quarter(row[i].quarter);
        assert_string_equal(quarter_name(one.number), row[i].name);
        assert_date(quarter_opens(one), row[i].opens);
    }
}

static void is_ordered(void **state) {
    (void)state;
    assert_true(quarter_compare(quarter("2025-TW4"), quarter("2026-TW1")) < 0);
    assert_true(quarter_compare(quarter("2025-TW2"), quarter("2025-TW1")) > 0);
    assert_int_equal(quarter_compare(quarter("2025-TW2"), quarter("2025-TW2")), 0);
    assert_true(quarter_compare(quarter("2025-TAHUN"), quarter("2025-TW4")) > 0);
    assert_true(quarter_compare(quarter("2025-TAHUN"), quarter("2026-TW1")) < 0);
    assert_int_equal(quarter_compare(quarter("2025-TAHUN"), quarter("2025-TAHUN")), 0);
}

static void is_due_until_31_days_after_its_end(void **state) {
    (void)state;
    static const struct {
        const char *day, *due;
    } row[] = {
        {"2025-01-01", "2024-TW4"}, {"2025-01-31", "2024-TW4"}, {"2025-02-01", "2025-TW1"},
        {"2025-03-31", "2025-TW1"}, {"2025-04-01", "2025-TW1"}, {"2025-05-01", "2025-TW1"},
        {"2025-05-02", "2025-TW2"}, {"2025-07-31", "2025-TW2"}, {"2025-08-01", "2025-TW3"},
        {"2025-10-31", "2025-TW3"}, {"2025-11-01", "2025-TW4"}, {"2025-12-31", "2025-TW4"},
        {"2024-02-29", "2024-TW1"},
    };
    for (size_t i = 0; i < ROWS(row); i++) {
        char text[QUARTER_TEXT_MAX];
        quarter_print(quarter_due(day(row[i].day)), text);
        assert_string_equal(text, row[i].due);
    }
}

/* Default last days: 7 Apr, 7 Jul, 7 Oct, 28 Dec; in 2025 the last is a Sunday. */
static void deadline_moves_off_weekends_and_holidays(void **state) {
    (void)state;
    const struct date holidays[] = {day("2025-04-07"), day("2025-04-08"), day("2025-12-26"),
                                    day("2025-12-29")};
    static const struct {
        const char *quarter;
        struct deadline_rule rule;
        int holidays;
        const char *deadline;
    } row[] = {
        {"2025-TW1", {4, 7, HOLIDAY_LATER}, 0, "2025-04-07"},
        {"2025-TW1", {4, 7, HOLIDAY_LATER}, 4, "2025-04-09"},
        {"2025-TW1", {4, 7, HOLIDAY_EARLIER}, 4, "2025-04-04"},
        {"2025-TW1", {4, 7, HOLIDAY_FIXED}, 4, "2025-04-07"},
        {"2025-TW2", {7, 7, HOLIDAY_LATER}, 4, "2025-07-07"},
        {"2025-TW3", {10, 7, HOLIDAY_LATER}, 4, "2025-10-07"},
        {"2025-TW4", {12, 28, HOLIDAY_EARLIER}, 0, "2025-12-26"},
        {"2025-TW4", {12, 28, HOLIDAY_EARLIER}, 4, "2025-12-25"},
        {"2025-TW4", {12, 28, HOLIDAY_LATER}, 0, "2025-12-29"},
        {"2025-TW4", {12, 28, HOLIDAY_LATER}, 4, "2025-12-30"},
        {"2025-TW4", {12, 28, HOLIDAY_FIXED}, 4, "2025-12-28"},
        {"2025-TW2", {4, 30, HOLIDAY_LATER}, 0, "2025-04-30"},
        {"2024-TW4", {1, 5, HOLIDAY_LATER}, 0, "2025-01-06"},
        {"2025-TW1", {2, 29, HOLIDAY_FIXED}, 0, "2025-03-01"},
        {"2024-TW1", {2, 29, HOLIDAY_FIXED}, 0, "2024-02-29"},
        {"2025-TAHUN", {1, 31, HOLIDAY_EARLIER}, 0, "2026-01-30"},
        {"2025-TAHUN", {1, 31, HOLIDAY_LATER}, 0, "2026-02-02"},
        {"2025-TAHUN", {12, 30, HOLIDAY_FIXED}, 0, "2026-12-30"},
    };
    for (size_t i = 0; i < ROWS(row); i++)
        assert_date(quarter_deadline(quarter(row[i].quarter), row[i].rule, holidays, row[i].holidays),
                    row[i].deadline);
}

/* 7 April 2025 is a Monday. */
static void further_deadlines_follow_it(void **state) {
    (void)state;
    const struct date holidays[] = {day("2025-04-14"), day("2025-04-21")};
    static const struct {
        struct offset_rule rule;
        const char *deadline;
    } row[] = {
        {{0, HOLIDAY_FIXED}, "2025-04-07"},   {{7, HOLIDAY_LATER}, "2025-04-15"},
        {{7, HOLIDAY_EARLIER}, "2025-04-11"}, {{7, HOLIDAY_FIXED}, "2025-04-14"},
        {{5, HOLIDAY_LATER}, "2025-04-15"},   {{10, HOLIDAY_LATER}, "2025-04-17"},
        {{14, HOLIDAY_LATER}, "2025-04-22"},  {{120, HOLIDAY_LATER}, "2025-08-05"},
    };
    for (size_t i = 0; i < ROWS(row); i++)
        assert_date(deadline_after(day("2025-04-07"), row[i].rule, holidays, ROWS(holidays)),
                    row[i].deadline);
}

static void counts_days_left_and_late(void **state) {
    (void)state;
    assert_int_equal(deadline_days_left(day("2025-10-07"), day("2025-10-03")), 4);
    assert_int_equal(deadline_days_left(day("2025-10-07"), day("2025-10-07")), 0);
    assert_int_equal(deadline_days_left(day("2025-12-26"), day("2026-01-02")), -7);
}

static void words_are_found_and_listed(void **state) {
    (void)state;
    char text[64];
    assert_int_equal(vocabulary_find(&aggregation_words, "jumlah"), AGGREGATION_SUM);
    assert_int_equal(vocabulary_find(&aggregation_words, "rata_rata"), AGGREGATION_MEAN);
    assert_int_equal(vocabulary_find(&aggregation_words, "Rata-rata"), -1);
    assert_int_equal(vocabulary_find(&evidence_kind_words, "lainnya"), EVIDENCE_OTHER);
    assert_int_equal(vocabulary_find(&role_words, "pembaca"), ROLE_READER);

    vocabulary_list(&aggregation_words, text, sizeof text);
    assert_string_equal(text, "jumlah | posisi | rata_rata | tahunan");
    vocabulary_list(&level_words, text, 16);
    assert_string_equal(text, "iku | program |");

    role_set_print(1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR, text, sizeof text);
    assert_string_equal(text, "operator, atasan");
    role_set_print(1u << ROLE_HEAD, text, sizeof text);
    assert_string_equal(text, "pimpinan");
    role_set_print(0, text, sizeof text);
    assert_string_equal(text, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_and_prints),
        cmocka_unit_test(has_days_and_names),
        cmocka_unit_test(is_named_and_opens),
        cmocka_unit_test(is_ordered),
        cmocka_unit_test(is_due_until_31_days_after_its_end),
        cmocka_unit_test(deadline_moves_off_weekends_and_holidays),
        cmocka_unit_test(further_deadlines_follow_it),
        cmocka_unit_test(counts_days_left_and_late),
        cmocka_unit_test(words_are_found_and_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
