/* Rows over the years, and over a revision within one. */
#include "check.h"
#include "unit/desk.h"
#include "unit/small_years.h"
#include "view/wording.h"
#include <string.h>

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

enum { ROWS_MAX = 100 };

static struct office *sit_down(const char *login) {
    return desk_under(small_years(), login);
}

static enum err_kind type(struct office *office, const struct indicator *indicator, struct quarter quarter,
                          int whole) {
    const struct record_key key = record_key(RECORD_ACTUAL, indicator->code, quarter);
    struct request request = request_new(EVENT_ACTUAL_SET, &key, office_facts(office).now);
    struct outcome outcome;
    struct err err = {0};
    request.change.actual = (struct actual){.filled = true, .value = decimal_whole(whole)};
    return office_change(office, &request, &outcome, &err) ? ERR_NONE : err.kind;
}

struct rows {
    struct row row[ROWS_MAX];
    int count, stop_after; /* 0: never */
};

static bool take_row(void *context, const struct row *row) {
    struct rows *rows = context;
    assert_true(rows->count < ROWS_MAX);
    rows->row[rows->count++] = *row;
    return rows->count != rows->stop_after;
}

static struct rows rows_of(struct office *office, int year, int number) {
    struct reading reading = desk_read_unit(office, NULL);
    struct rows rows = {0};
    row_each(&reading.records, NULL, (struct quarter){year, number}, take_row, &rows);
    reading_release(&reading);
    return rows;
}

static struct rows rows_of_year(const struct reading *reading, int year, int stop_after) {
    struct rows rows = {.stop_after = stop_after};
    row_each_of_year(&reading->records, NULL, year, take_row, &rows);
    return rows;
}

static void a_quarter_has_the_catalogue_in_force(void **state) {
    static const struct {
        int year, number;
        const char *login;
        int rows, target, to_date; /* of K-LAPORAN, where it is among them */
        bool reads;
    } cases[] = {
        {LAST_YEAR, 3, "operator", 7, 375, 1125, true},
        {SMALL_OFFICE_YEAR, 2, "operator", 7, 375, 750, true},
        {SMALL_OFFICE_YEAR, 3, "operator", 5, 0, 0, false},
        {SMALL_OFFICE_YEAR, 2, "operator2", 1, 0, 0, false},
        {SMALL_OFFICE_YEAR, 3, "operator2", 2, 300, 1050, true},
        {SMALL_OFFICE_YEAR, YEAR_PERIOD, "pimpinan", 7, 1350, 1350, true},
        {SMALL_OFFICE_YEAR + 1, 1, "pimpinan", 0, 0, 0, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rows rows = rows_of(sit_down(cases[i].login), cases[i].year, cases[i].number);
        assert_int_equal(rows.count, cases[i].rows);
        bool found = false;
        for (int n = 0; n < rows.count; n++) {
            const struct figures *figures = &rows.row[n].figures;
            if (strcmp(rows.row[n].indicator->code, REPORTS) != 0)
                continue;
            found = true;
            assert_int_equal(figures->target.value.units, cases[i].target * DECIMAL_SCALE);
            assert_int_equal(figures->to_date_target.value.units, cases[i].to_date * DECIMAL_SCALE);
        }
        assert_int_equal(found, cases[i].reads);
    }
}

/* Catalogue by catalogue, each with the periods in which it is in force. */
static void a_year_goes_through_its_catalogues(void **state) {
    (void)state;
    struct reading reading = desk_read_unit(sit_down("pimpinan"), NULL);
    struct rows rows = rows_of_year(&reading, SMALL_OFFICE_YEAR, 0);
    assert_int_equal(rows.count, INDICATORS * 2 + REVISED * 3);
    for (int i = 0; i < rows.count; i++) {
        const struct quarter quarter = rows.row[i].quarter;
        bool revised = i >= INDICATORS * 2;
        int at = i - INDICATORS * 2;
        assert_int_equal(quarter.number, revised ? 3 + at % 3 : 1 + i % 2);
        assert_ptr_equal(rows.row[i].indicator,
                         &small_years()->catalogue[revised ? 2 : 1].indicator[revised ? at / 3 : i / 2]);
    }

    for (int stop_after = 1; stop_after <= INDICATORS * 2 + 2; stop_after++)
        assert_int_equal(rows_of_year(&reading, SMALL_OFFICE_YEAR, stop_after).count, stop_after);
    assert_int_equal(rows_of_year(&reading, LAST_YEAR, 0).count, INDICATORS * PERIODS);
    assert_int_equal(rows_of_year(&reading, LAST_YEAR - 1, 0).count, 0);
    reading_release(&reading);
}

static void assert_last_year(struct office *office, int year, int number, const char *code,
                             const char *expected) {
    struct reading reading = desk_read_unit(office, NULL);
    struct row row;
    char text[100] = "";
    const struct indicator *indicator = small_years_indicator(year, number, code);
    if (row_last_year(&reading.records, indicator, (struct quarter){year, number}, &row))
        past_print(&row, text, sizeof text);
    assert_string_equal(text, expected);
    reading_release(&reading);
}

static void last_years_stands_beside_this_years(void **state) {
    (void)state;
    struct office *office = sit_down("operator");
    const struct indicator *last = small_years_indicator(LAST_YEAR, 3, REPORTS);
    assert_int_equal(type(office, last, (struct quarter){LAST_YEAR, 2}, 300), ERR_NONE);
    assert_int_equal(type(office, last, (struct quarter){LAST_YEAR, YEAR_PERIOD}, 1200), ERR_NONE);
    assert_int_equal(
        type(office, small_years_indicator(LAST_YEAR, 1, DOCUMENT), (struct quarter){LAST_YEAR, 1}, 2),
        ERR_NONE);
    assert_last_year(office, SMALL_OFFICE_YEAR, 2, REPORTS, "2024: TW II 300 (80,00)");
    assert_last_year(office, SMALL_OFFICE_YEAR, 1, REPORTS, "2024: TW I kosong");
    assert_last_year(office, SMALL_OFFICE_YEAR, 1, DOCUMENT, "2024: TW I 2");
    assert_last_year(office, SMALL_OFFICE_YEAR, 2, DOCUMENT, "2024: TW II -");
    assert_last_year(office, LAST_YEAR, 2, REPORTS, "");
    office = sit_down("pimpinan");
    assert_last_year(office, SMALL_OFFICE_YEAR, YEAR_PERIOD, REPORTS, "2024: TAHUN 1.200 (80,00)");
    assert_last_year(sit_down("operator2"), SMALL_OFFICE_YEAR, YEAR_PERIOD, REPORTS, "");
}

static void a_code_that_is_new_has_no_last_year(void **state) {
    (void)state;
    struct office *office = sit_down("operator");
    struct indicator new = *small_years_indicator(SMALL_OFFICE_YEAR, 1, REPORTS);
    new.code = "K-BARU";
    struct reading reading = desk_read_unit(office, NULL);
    struct row row;
    assert_false(row_last_year(&reading.records, &new, desk_quarter(1), &row));
    reading_release(&reading);
}

/* What is gone from TW III on can no longer be filled in there. */
static void a_revision_takes_out_indicators(void **state) {
    (void)state;
    struct office *office = sit_down("operator");
    const struct indicator *document = small_years_indicator(SMALL_OFFICE_YEAR, 2, DOCUMENT);
    assert_int_equal(type(office, document, desk_quarter(2), 1), ERR_NONE);
    assert_int_equal(type(office, document, desk_quarter(3), 1), ERR_NOT_FOUND);
    assert_int_equal(type(office, document, (struct quarter){SMALL_OFFICE_YEAR + 1, 1}, 1), ERR_NOT_FOUND);
}

/* "s1500" is what the quarters make to date; the year is no quarter more. */
static void the_year_has_nothing_before_it(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_type(office, REPORTS, 1, "375");
    desk_type(office, REPORTS, 2, "375");
    desk_type(office, REPORTS, YEAR_PERIOD, "s1500");
    struct row row = desk_row(office, REPORTS, YEAR_PERIOD);
    assert_int_equal(row.figures.actual.value.units, 1500 * DECIMAL_SCALE);
    assert_int_equal(row.warnings, 1u << WARNING_YEAR_DIFFERS);
    assert_int_equal(row_before(&row).units, 0);
    row = desk_row(office, REPORTS, 4);
    assert_int_equal(row_before(&row).units, 750 * DECIMAL_SCALE);
    assert_int_equal(row.figures.to_date_actual.value.units, 750 * DECIMAL_SCALE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(a_quarter_has_the_catalogue_in_force), AT_DESK(a_year_goes_through_its_catalogues),
        AT_DESK(last_years_stands_beside_this_years),  AT_DESK(a_code_that_is_new_has_no_last_year),
        AT_DESK(a_revision_takes_out_indicators),      AT_DESK(the_year_has_nothing_before_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
