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
    struct rows rows = {.stop_after = stop_after};
    struct err err;
    if (!office_rows(office, unit, desk_quarter(number), take_row, &rows, &err))
        fail_msg("%s", err.text);
    return rows;
}

static struct board board_of(struct office *office, int number) {
    struct rows rows = rows_of(office, small_office_unit("koperasi"), number, 0);
    struct board board = {0};
    for (int i = 0; i < rows.count; i++)
        board_add(&board, &rows.row[i], &small_office()->rules);
    return board;
}

static void assert_figure(struct figure figure, int places, const char *expected) {
    char text[DECIMAL_TEXT_MAX];
    figure_print(figure, places, text);
    assert_string_equal(text, expected);
}

/* DOMAIN.md, Worked cases: typed in the first quarters, seen in one of them. */
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

static void one_reads_what_one_may(void **state) {
    (void)state;
    static const struct {
        const char *login;
        int all, koperasi; /* rows; -1: denied */
    } cases[] = {
        {"operator", 7, 7},  {"atasan", 7, 7},       {"operator2", 1, -1},
        {"atasan2", 1, -1},  {"verifikator2", 8, 7}, {"perencana2", 8, 7},
        {"pimpinan2", 8, 7}, {"pembaca", 8, 7},      {"siapa-saja", 8, 7},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct office *office = desk_of(cases[i].login);
        assert_int_equal(rows_of(office, NULL, 1, 0).count, cases[i].all);

        struct rows rows = {0};
        struct row row;
        struct record record;
        struct err err = {0};
        const struct unit *unit = small_office_unit("koperasi");
        const struct indicator *indicator = small_office_indicator(REPORTS);
        struct quarter quarter = desk_quarter(1);
        bool may = cases[i].koperasi >= 0;
        assert_int_equal(office_rows(office, unit, quarter, take_row, &rows, &err), may);
        assert_int_equal(rows.count, may ? cases[i].koperasi : 0);
        assert_int_equal(office_row(office, indicator, quarter, &row, &err), may);
        assert_int_equal(office_notes(office, indicator, quarter, &record, &err), may);
        assert_int_equal(office_evidence(office, indicator, quarter, NULL, NULL, &err), may);
        assert_int_equal(office_documents(office, unit, quarter, NULL, NULL, &err), may);
        assert_int_equal(office_history(office, indicator, quarter, NULL, NULL, &err), may);
        assert_int_equal(err.kind, may ? ERR_NONE : ERR_DENIED);
        if (!may)
            assert_string_equal(err.text, "isian Bidang Koperasi hanya dibaca operator dan atasannya "
                                          "(Operator Koperasi), verifikator, perencana, dan pimpinan");
    }
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

    struct request request =
        office_request(office, EVENT_EVIDENCE_SET, small_office_indicator(PEOPLE), desk_quarter(1));
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

static void the_board_counts(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct board board = board_of(office, 1);
    int counted;
    assert_int_equal(board.takes_value, 6);
    assert_int_equal(board.filled, 0);
    assert_int_equal(board.unmeasured, 1);
    assert_int_equal(board.required, 1);
    assert_int_equal(average_all(&board.average, &counted).kind, FIGURE_BLANK);
    assert_int_equal(counted, 0);

    desk_type(office, REPORTS, 1, "375"); /* 100,00 sub kegiatan */
    desk_type(office, PEOPLE, 1, "14");   /* 50,00 sub kegiatan */
    desk_type(office, PRODUCTS, 1, "0");  /* 0,00 kegiatan: inside */
    desk_type(office, UNSPLIT, 1, "5");   /* no target: outside */
    desk_type(office, DOCUMENT, 1, "1");  /* out of plan: outside */
    desk_attach(office, REPORTS, 1, "Laporan koperasi");
    board = board_of(office, 1);
    assert_int_equal(board.filled, 4);
    assert_int_equal(board.unmeasured, 1);
    assert_int_equal(board.required_attached, 1);
    assert_figure(average_level(&board.average, LEVEL_SUBACTIVITY, &counted), 2, "75,00");
    assert_figure(average_all(&board.average, &counted), 2, "37,50");
    assert_int_equal(counted, 3);
}

static void the_board_averages_to_date_where_asked(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_type(office, REPORTS, 1, "375");
    desk_type(office, REPORTS, 2, "0");
    struct rules rules = small_office()->rules;
    rules.average_basis = AVERAGE_TO_DATE;
    struct row row = desk_row(office, REPORTS, 2);
    struct board board = {0};
    int counted;
    board_add(&board, &row, &rules);
    assert_figure(average_all(&board.average, &counted), 2, "50,00");
    assert_int_equal(counted, 1);
}

/* By owner: Sekretariat 38, Perdagangan 22, Koperasi 16, Perindustrian 13, UMKM 11 (DOMAIN.md). */
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

static void logins_pass_the_door(void **state) {
    static const char *const refused[] = {"", "a\nb",
                                          "0123456789012345678901234567890123456789012345678901234567890123"};
    for (size_t i = 0; i < COUNT(refused); i++) {
        const struct office_options options = {
            .config = small_office(), .directory = *state, .login = refused[i]};
        struct office *office;
        struct err err;
        assert_false(office_open(&options, &office, &err));
        assert_int_equal(err.kind, ERR_INVALID);
        assert_memory_equal(err.text, "login", 5);
    }
}

static void the_office_knows_its_person_and_names(void **state) {
    struct office *office = desk_of("atasan");
    assert_string_equal(office_person(office)->name, "Atasan Koperasi");
    assert_string_equal(office_name(office, "operator2"), "Operator Sekretariat");
    assert_string_equal(office_name(office, "budi"), "budi");
    assert_string_equal(office_directory(office), *state);
    assert_ptr_equal(office_config(office), small_office());
    assert_false(office_read_only(office));
    struct date today = {2025, 10, 3};
    assert_int_equal(date_compare(office_today(office), today), 0);
    struct date stamped = clock_date(office_now(office), small_office()->zone);
    assert_int_equal(date_compare(stamped, today), 0);
}

static void every_commit_is_another_version(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    uint64_t before = office_version(office);
    rows_of(office, NULL, 1, 0);
    assert_true(office_version(office) == before);
    desk_type(office, REPORTS, 1, "375");
    assert_true(office_version(office) != before);

    struct store_info info;
    struct err err;
    assert_true(office_describe(office, &info, &err));
    assert_int_equal(info.events, 1);
}

/* Of each indicator the rows of four quarters and the year, each as office_rows has it. */
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
    struct err err;
    assert_true(office_year(office, NULL, SMALL_OFFICE_YEAR, take_row, &year, &err));
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

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(worked_cases),
        AT_DESK(a_year_is_its_quarters),
        AT_DESK(rows_come_in_the_catalogues_order),
        AT_DESK(one_reads_what_one_may),
        AT_DESK(a_row_shows_who_filled_it_and_when),
        AT_DESK(a_row_warns),
        AT_DESK(required_documents_are_counted),
        AT_DESK(the_board_counts),
        AT_DESK(the_board_averages_to_date_where_asked),
        AT_DESK(the_shipped_office_has_a_hundred_rows),
        AT_DESK(logins_pass_the_door),
        AT_DESK(the_office_knows_its_person_and_names),
        AT_DESK(every_commit_is_another_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
