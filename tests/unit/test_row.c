/* A row as every list shows it, and the rows of a quarter and of a year, out of what the door reads. */
#include "check.h"
#include "config/config_load.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

enum { ROWS_MAX = 100 };

struct rows {
    struct row row[ROWS_MAX];
    int count, stop_after; /* 0: never */
};

static bool take_row(void *context, const struct row *row) {
    struct rows *rows = context;
    rows->row[rows->count++] = *row;
    return rows->count != rows->stop_after;
}

static struct rows rows_of(struct office *office, const struct unit *unit, int number, int stop_after) {
    struct reading reading = desk_read_unit(office, unit);
    struct rows rows = {.stop_after = stop_after};
    row_each(&reading.records, unit, desk_quarter(number), take_row, &rows);
    reading_release(&reading);
    return rows;
}

static void assert_figure(struct figure figure, int places, const char *expected) {
    char text[DECIMAL_TEXT_MAX];
    figure_print(figure, places, text);
    assert_string_equal(text, expected);
}

/* core/DOMAIN.md, Worked cases: typed in the first quarters, seen in one of them. */
static void worked_cases(void **state) {
    (void)state;
    static const struct {
        const char *code, *typed[QUARTERS];
        int number;
        const char *target, *actual, *achievement;
        const char *to_date_target, *to_date_actual, *to_date_achievement, *year_achievement;
    } cases[] = {
        {REPORTS, {"375", "375", "300"}, 3, "375", "300", "80,00", "1.125", "1.050", "93,33", "70,00"},
        {REPORTS, {"375", "375", "s1.050"}, 3, "375", "300", "80,00", "1.125", "1.050", "93,33", "70,00"},
        {PEOPLE, {"28", "28", "28", "28"}, 4, "28", "28", "100,00", "28", "28", "100,00", "100,00"},
        {DOCUMENT, {""}, 3, "-", "-", "-", "-", "-", "-", "-"},
        {DOCUMENT, {"", "", "", "1"}, 4, "1", "1", "100,00", "1", "1", "100,00", "100,00"},
        {PRODUCTS, {"0"}, 1, "3", "0", "0,00", "3", "0", "0,00", "0,00"},
        {COMPLAINTS, {"4"}, 1, "5", "4", "120,00", "5", "4", "120,00", "120,00"},
        {COMPLAINTS, {"12"}, 1, "5", "12", "0,00", "5", "12", "0,00", "0,00"},
        {SHARE, {"0,16"}, 1, "0,15", "0,16", "106,67", "0,15", "0,16", "106,67", "106,67"},
        {UNSPLIT, {"5"}, 1, "-", "5", "-", "-", "5", "-", "50,00"},
        {REPORTS, {"375"}, 2, "375", "", "", "750", "375", "50,00", "25,00"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_true(i == 0 || desk_clear(state) == 0);
        assert_true(i == 0 || desk_set_up(state) == 0);
        struct office *office = desk_of("operator");
        for (int n = 1; n <= QUARTERS; n++)
            if (cases[i].typed[n - 1] != NULL && *cases[i].typed[n - 1] != '\0')
                desk_type(office, cases[i].code, n, cases[i].typed[n - 1]);

        struct figures figures = desk_row(office, cases[i].code, cases[i].number).figures;
        assert_figure(figures.target, 0, cases[i].target);
        assert_figure(figures.actual, 0, cases[i].actual);
        assert_figure(figures.achievement, 2, cases[i].achievement);
        assert_figure(figures.to_date_target, 0, cases[i].to_date_target);
        assert_figure(figures.to_date_actual, 0, cases[i].to_date_actual);
        assert_figure(figures.to_date_achievement, 2, cases[i].to_date_achievement);
        assert_figure(figures.year_achievement, 2, cases[i].year_achievement);
    }
}

/* Of each indicator the rows of four quarters and the year, each as row_each has it. */
static void a_year_is_its_quarters(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_type(office, REPORTS, 1, "375");
    desk_type(office, REPORTS, 3, "300");
    desk_type(office, DOCUMENT, 2, "1");
    desk_type(office, DOCUMENT, YEAR_PERIOD, "1");
    desk_attach(office, REPORTS, 2, "Foto");
    desk_attach(office, REPORTS, 3, "Agenda");

    struct rows year = {0};
    struct reading reading = desk_read_unit(office, NULL);
    row_each_of_year(&reading.records, NULL, SMALL_OFFICE_YEAR, take_row, &year);
    reading_release(&reading);
    for (int n = 1; n <= PERIODS; n++) {
        struct rows rows = rows_of(office, NULL, n, 0);
        assert_int_equal(year.count, rows.count * PERIODS);
        for (int i = 0; i < rows.count; i++) {
            const struct row *row = &year.row[i * PERIODS + n - 1];
            assert_ptr_equal(row->indicator, rows.row[i].indicator);
            assert_int_equal(row->quarter.number, n);
            assert_int_equal(row->state, rows.row[i].state);
            assert_memory_equal(&row->head, &rows.row[i].head, sizeof row->head);
            assert_int_equal(row->figures.achievement.value.units,
                             rows.row[i].figures.achievement.value.units);
            assert_int_equal(row->figures.to_date_actual.value.units,
                             rows.row[i].figures.to_date_actual.value.units);
            assert_int_equal(row->warnings, rows.row[i].warnings);
            assert_int_equal(row->evidence, rows.row[i].evidence);
            assert_int_equal(row->required_attached, rows.row[i].required_attached);
        }
    }
}

static void rows_come_in_the_catalogues_order(void **state) {
    (void)state;
    static const char *const koperasi[] = {REPORTS, PEOPLE, DOCUMENT, PRODUCTS, COMPLAINTS, SHARE, UNSPLIT};
    struct office *office = desk_of("operator");
    struct rows rows = rows_of(office, small_office_unit("koperasi"), 3, 0);
    assert_int_equal(rows.count, COUNT(koperasi));
    for (int i = 0; i < rows.count; i++)
        assert_string_equal(rows.row[i].indicator->code, koperasi[i]);
    assert_int_equal(rows_of(office, small_office_unit("koperasi"), 3, 2).count, 2);
}

static void a_row_shows_who_filled_it_and_when(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct row row = desk_row(office, REPORTS, 3);
    assert_int_equal(row.state, ENTRY_EMPTY);
    assert_int_equal(row.head.sequence, 0);
    assert_string_equal(row.changed_by, "");

    desk_type(office, REPORTS, 1, "375");
    struct outcome outcome = desk_type(office, REPORTS, 3, "300");
    row = desk_row(office, REPORTS, 3);
    assert_int_equal(row.state, ENTRY_DRAFT);
    assert_true(row.actual.filled);
    assert_true(event_id_equal(&row.head, &outcome.record.head));
    assert_int_equal(row.changed_at, outcome.record.changed_at);
    assert_string_equal(row.changed_by, "operator");
    assert_int_equal(row.year[0].kind, FIGURE_VALUE);
    assert_int_equal(row.year[1].kind, FIGURE_BLANK);
    assert_int_equal(row_before(&row).units, decimal_whole(375).units);

    row = desk_row(office, REPORTS, 2); /* another quarter of the same year */
    assert_int_equal(row.state, ENTRY_EMPTY);
    assert_int_equal(row.head.sequence, 0);
    assert_int_equal(row.year[2].kind, FIGURE_VALUE);
}

static void a_row_warns(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_type(office, DOCUMENT, 1, "1");
    desk_type(office, REPORTS, 1, "3750");
    assert_int_equal(desk_row(office, DOCUMENT, 1).warnings, 1u << WARNING_UNPLANNED);
    assert_int_equal(desk_row(office, REPORTS, 1).warnings, 1u << WARNING_HIGH);

    struct request request = desk_ask(office, EVENT_EVIDENCE_SET, PEOPLE, 1);
    snprintf(request.change.evidence.title, TITLE_MAX + 1, "Laporan");
    request.change.evidence.date = (struct date){2025, 4, 1};
    struct outcome outcome;
    struct err err;
    assert_true(office_change(office, &request, &outcome, &err));
    assert_int_equal(desk_row(office, PEOPLE, 1).warnings, 1u << WARNING_EVIDENCE_DATE);
}

static void required_documents_are_counted(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_attach(office, REPORTS, 3, "Foto rapat");
    struct row row = desk_row(office, REPORTS, 3);
    assert_int_equal(row.evidence, 1);
    assert_int_equal(row.required, 1);
    assert_int_equal(row.required_attached, 0);

    desk_attach(office, REPORTS, 3, "LAPORAN koperasi");
    desk_attach(office, REPORTS, 3, "Laporan koperasi"); /* twice the same fills it once */
    desk_attach(office, REPORTS, 3, "SK penetapan");     /* due in TW IV only */
    row = desk_row(office, REPORTS, 3);
    assert_int_equal(row.evidence, 4);
    assert_int_equal(row.required_attached, 1);

    row = desk_row(office, REPORTS, 4);
    assert_int_equal(row.evidence, 0);
    assert_int_equal(row.required, 2);
    desk_attach(office, REPORTS, 4, "SK penetapan");
    assert_int_equal(desk_row(office, REPORTS, 4).required_attached, 1);
}

/* By owner: Sekretariat 38, Perdagangan 22, Koperasi 16, Perindustrian 13, UMKM 11 (core/DOMAIN.md). */
static void the_shipped_office_has_a_hundred_rows(void **state) {
    (void)state;
    static const struct {
        const char *login, *unit;
        int rows;
    } cases[] = {
        {"siapa-saja", NULL, 100},
        {"siapa-saja", "sekretariat", 38},
        {"siapa-saja", "perdagangan", 22},
        {"siapa-saja", "koperasi", 16},
        {"siapa-saja", "perindustrian", 13},
        {"siapa-saja", "umkm", 11},
        {"koperasi1", NULL, 16},
        {"sakip1", NULL, 100},
    };
    static struct config config;
    struct buf problems = {0};
    assert_true(config_load("config", &config, &problems));
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct office *office = desk_under(&config, cases[i].login);
        const struct unit *unit = cases[i].unit != NULL ? config_unit(&config, cases[i].unit) : NULL;
        assert_int_equal(rows_of(office, unit, 3, 0).count, cases[i].rows);
    }
    desk_of("operator");
    config_release(&config);
    buf_release(&problems);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(worked_cases),
        AT_DESK(a_year_is_its_quarters),
        AT_DESK(rows_come_in_the_catalogues_order),
        AT_DESK(a_row_shows_who_filled_it_and_when),
        AT_DESK(a_row_warns),
        AT_DESK(required_documents_are_counted),
        AT_DESK(the_shipped_office_has_a_hundred_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
