#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/clock.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void days_follow_one_another(void **state) {
    (void)state;
    assert_int_equal(date_to_days((struct date){1970, 1, 1}), 0);
    assert_int_equal(date_to_days((struct date){2000, 2, 29}), 11016);
    assert_int_equal(date_to_days((struct date){2025, 10, 7}), 20368);
    int64_t last = date_to_days((struct date){2200, 12, 31});
    struct date date = {1900, 1, 1};
    for (int64_t days = date_to_days(date); days < last; days++) {
        struct date next = date_add(date, 1);
        if (!date_valid(next) || date_to_days(next) != days + 1 || date_compare(date, next) >= 0)
            fail_msg("after %04d-%02d-%02d", date.year, date.month, date.day);
        date = next;
    }
    assert_int_equal(date_compare(date, (struct date){2200, 12, 31}), 0);
}

static void days_outside_the_years_are_no_date(void **state) {
    (void)state;
    assert_int_equal(date_add((struct date){9999, 12, 31}, 1).year, 0);
    assert_int_equal(date_add((struct date){1900, 1, 1}, -1).year, 0);
    assert_int_equal(date_from_days(INT64_MAX).year, 0);
    assert_int_equal(date_from_days(INT64_MIN).year, 0);
}

static void weekdays_count_from_sunday(void **state) {
    (void)state;
    assert_int_equal(date_weekday((struct date){1970, 1, 1}), 4);
    assert_int_equal(date_weekday((struct date){2025, 9, 28}), 0);
    assert_int_equal(date_weekday((struct date){2025, 10, 4}), 6);
    assert_int_equal(date_weekday((struct date){1900, 1, 1}), 1);
}

static void iso_dates_are_exact(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool valid;
    } cases[] = {
        {"2025-01-31", true},   {"2024-02-29", true},  {"2025-02-29", false}, {"1900-02-29", false},
        {"2000-02-29", true},   {"2025-04-31", false}, {"2025-13-01", false}, {"2025-00-10", false},
        {"2025-01-00", false},  {"2025-1-31", false},  {"25-01-31", false},   {"2025-01-31 ", false},
        {" 2025-01-31", false}, {"2025/01/31", false}, {"1899-12-31", false}, {"1900-01-01", true},
        {"9999-12-31", true},   {"", false},           {"2025-01-3a", false}, {"2025-01-311", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char again[CLOCK_TEXT_MAX];
        struct date date = {1, 2, 3};
        assert_int_equal(date_parse(cases[i].text, &date), cases[i].valid);
        if (!cases[i].valid) {
            assert_int_equal(date.year, 1);
            continue;
        }
        date_print_iso(date, again);
        assert_string_equal(again, cases[i].text);
    }
}

static void typed_dates_take_what_is_missing_from_today(void **state) {
    (void)state;
    static const struct date today = {2025, 9, 30};
    static const struct {
        const char *text, *iso; /* NULL: refused */
    } cases[] = {
        {"28", "2025-09-28"},
        {"28-8", "2025-08-28"},
        {"28-9-2025", "2025-09-28"},
        {"28/9/25", "2025-09-28"},
        {"28/9", "2025-09-28"},
        {"2025-09-28", "2025-09-28"},
        {"01-02-2024", "2024-02-01"},
        {"H", "2025-09-30"},
        {"h", "2025-09-30"},
        {"31", NULL},
        {"31-2", NULL},
        {"30/2/2024", NULL},
        {"29-2-24", "2024-02-29"},
        {"29-2-25", NULL},
        {"0", NULL},
        {"28-13", NULL},
        {"28-9/25", NULL},
        {"28/9-25", NULL},
        {"28-9-202", NULL},
        {"28-9-025", NULL},
        {"28-9-5", NULL},
        {"28-9-20255", NULL},
        {"280", NULL},
        {"28-", NULL},
        {"28-9-", NULL},
        {"-9", NULL},
        {"", NULL},
        {"hh", NULL},
        {"28 9", NULL},
        {"28.9", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char iso[CLOCK_TEXT_MAX];
        struct date date = {0};
        assert_int_equal(date_parse_typed(cases[i].text, today, &date), cases[i].iso != NULL);
        date_print_iso(date, iso);
        assert_string_equal(iso, cases[i].iso ? cases[i].iso : "");
    }
}

static void dates_print_in_indonesian(void **state) {
    (void)state;
    char text[CLOCK_TEXT_MAX];
    date_print_short((struct date){2025, 10, 7}, text);
    assert_string_equal(text, "07-10-2025");
    date_print_long((struct date){2025, 10, 7}, text);
    assert_string_equal(text, "7 Oktober 2025");
    date_print_long((struct date){2025, 1, 31}, text);
    assert_string_equal(text, "31 Januari 2025");
    date_print_long((struct date){2025, 12, 28}, text);
    assert_string_equal(text, "28 Desember 2025");
    date_print_long((struct date){0}, text);
    assert_string_equal(text, "");
    date_print_short((struct date){0}, text);
    assert_string_equal(text, "");
}

static void zones_are_a_table(void **state) {
    (void)state;
    assert_string_equal(zone_find("Asia/Jakarta")->abbreviation, "WIB");
    assert_int_equal(zone_find("Asia/Pontianak")->offset_minutes, 420);
    assert_string_equal(zone_find("Asia/Makassar")->abbreviation, "WITA");
    assert_int_equal(zone_find("Asia/Jayapura")->offset_minutes, 540);
    assert_int_equal(zone_find("UTC")->offset_minutes, 0);
    assert_null(zone_find("WITA"));
    assert_null(zone_find(""));
    assert_string_equal(zone_names(), "Asia/Jakarta, Asia/Pontianak, Asia/Makassar, Asia/Jayapura, UTC");
}

static void instants_print_in_their_zone(void **state) {
    (void)state;
    static const struct {
        int64_t instant;
        const char *zone, *text, *iso;
        int hour;
    } cases[] = {
        {1759471509999, "Asia/Makassar", "03-10-2025 14.05", "2025-10-03T14:05:09+08:00", 14},
        {1759471509999, "UTC", "03-10-2025 06.05", "2025-10-03T06:05:09+00:00", 6},
        {1759249800000, "Asia/Makassar", "01-10-2025 00.30", "2025-10-01T00:30:00+08:00", 0},
        {1759249800000, "Asia/Jakarta", "30-09-2025 23.30", "2025-09-30T23:30:00+07:00", 23},
        {1759249800000, "Asia/Jayapura", "01-10-2025 01.30", "2025-10-01T01:30:00+09:00", 1},
        {-1, "UTC", "31-12-1969 23.59", "1969-12-31T23:59:59+00:00", 23},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[CLOCK_TEXT_MAX], iso[CLOCK_TEXT_MAX], date[CLOCK_TEXT_MAX];
        const struct zone *zone = zone_find(cases[i].zone);
        setenv("TZ", i % 2 ? "America/New_York" : "Asia/Tokyo", 1);
        tzset();
        clock_print(cases[i].instant, zone, text);
        clock_print_iso(cases[i].instant, zone, iso);
        date_print_iso(clock_date(cases[i].instant, zone), date);
        assert_string_equal(text, cases[i].text);
        assert_string_equal(iso, cases[i].iso);
        assert_memory_equal(date, cases[i].iso, 10);
        assert_int_equal(clock_hour(cases[i].instant, zone), cases[i].hour);
    }
}

static int64_t system_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void the_clock_is_the_systems(void **state) {
    (void)state;
    static const struct clock clock = {{0}};
    int64_t before = system_now();
    int64_t now = clock_now(&clock, zone_find("UTC"));
    assert_true(before <= now && now <= system_now());
}

static void a_pinned_date_keeps_the_time_of_day(void **state) {
    (void)state;
    static const struct clock pinned = {{2025, 9, 28}};
    static const char *const names[] = {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC"};
    enum { DAY = 86400000 };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct zone *zone = zone_find(names[i]);
        int64_t before = system_now();
        int64_t now = clock_now(&pinned, zone);
        int64_t late = ((now - before) % DAY + DAY) % DAY;
        assert_true(late <= system_now() - before);
        assert_int_equal(date_compare(clock_date(now, zone), pinned.today), 0);
        assert_int_equal(date_compare(clock_today(&pinned, zone), pinned.today), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_follow_one_another),
        cmocka_unit_test(days_outside_the_years_are_no_date),
        cmocka_unit_test(weekdays_count_from_sunday),
        cmocka_unit_test(iso_dates_are_exact),
        cmocka_unit_test(typed_dates_take_what_is_missing_from_today),
        cmocka_unit_test(dates_print_in_indonesian),
        cmocka_unit_test(zones_are_a_table),
        cmocka_unit_test(instants_print_in_their_zone),
        cmocka_unit_test(the_clock_is_the_systems),
        cmocka_unit_test(a_pinned_date_keeps_the_time_of_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
