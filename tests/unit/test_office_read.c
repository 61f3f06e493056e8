/* What the door hands out of a scope: of whom, of which years, of which kinds; and what one then holds. */
#include "check.h"
#include "unit/desk.h"
#include "unit/planted.h"
#include "unit/small_years.h"
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct quarter first = {SMALL_OFFICE_YEAR, 1};

enum {
    ACTUALS = 1u << RECORD_ACTUAL,
    STEPS = 1u << RECORD_SUBMISSION,
    WORDS = 1u << RECORD_INSTRUCTION | 1u << RECORD_MEETING,
    AROUND = 1u << RECORD_RECOMMENDATION | 1u << RECORD_DOCUMENT | 1u << RECORD_HANDOVER
};

/* In the revision from TW III on K-LAPORAN is the Sekretariat's. */
static void plant_years(void) {
    static const struct quarter last = {LAST_YEAR, 4}, third = {SMALL_OFFICE_YEAR, 3},
                                next = {SMALL_OFFICE_YEAR + 1, 1};
    struct record second_document = planted_record(RECORD_EVIDENCE, REPORTS, first);
    second_document.key.number = 2;
    plant_record(RECORD_ACTUAL, REPORTS, last);
    plant_record(RECORD_ACTUAL, REPORTS, first);
    plant_record(RECORD_ACTUAL, REPORTS, third);
    plant_record(RECORD_ACTUAL, SECRETARIAT, first);
    plant_record(RECORD_ACTUAL, "K-LAMA", first);
    plant_record(RECORD_EVIDENCE, REPORTS, first);
    desk_plant(&second_document);
    plant_step("koperasi", last, STAGE_RATIFIED);
    plant_step("koperasi", first, STAGE_SUBMITTED);
    plant_step("sekretariat", third, STAGE_SUBMITTED);
    plant_record(RECORD_INSTRUCTION, "koperasi", first);
    plant_record(RECORD_INSTRUCTION, REPORTS, first);
    plant_record(RECORD_INSTRUCTION, "sekretariat", first);
    plant_record(RECORD_MEETING, RECORD_JOINT, first);
    plant_record(RECORD_MEETING, "koperasi", last);
    plant_record(RECORD_MEETING, "sekretariat", first);
    plant_advice(LAST_YEAR - 1, "koperasi");
    plant_advice(SMALL_OFFICE_YEAR, "sekretariat");
    plant_advice(SMALL_OFFICE_YEAR + 1, "koperasi");
    plant_record(RECORD_DOCUMENT, "renstra", last);
    plant_record(RECORD_DOCUMENT, "renstra", next);
    plant_record(RECORD_HANDOVER, "inspektorat", last);
    plant_record(RECORD_HANDOVER, "inspektorat", first);
}

static void a_bidang_is_itself_and_its_indicators(void **state) {
    (void)state;
    const struct unit *unit = small_office_unit("koperasi");
    plant_years();
    struct office *office = desk_under(small_years(), "pimpinan");
    planted_expect(
        office, (struct scope){.unit = unit, .kinds = ACTUALS},
        "realisasi K-LAPORAN 2024-TW4\nrealisasi K-LAPORAN 2025-TW1\nrealisasi K-LAPORAN 2025-TW3\n");
    planted_expect(office,
                   (struct scope){.unit = small_office_unit("sekretariat"),
                                  .first_year = SMALL_OFFICE_YEAR,
                                  .last_year = SMALL_OFFICE_YEAR,
                                  .kinds = ACTUALS | STEPS},
                   "realisasi K-LAPORAN 2025-TW1\nrealisasi K-LAPORAN 2025-TW3\nrealisasi S-SURAT 2025-TW1\n"
                   "pengajuan sekretariat 2025-TW3\n");
    planted_expect(office,
                   (struct scope){.unit = small_office_unit("sekretariat"),
                                  .first_year = LAST_YEAR,
                                  .last_year = LAST_YEAR,
                                  .kinds = ACTUALS},
                   "");
    planted_expect(office, (struct scope){.unit = unit, .kinds = WORDS},
                   "arahan K-LAPORAN 2025-TW1\narahan koperasi 2025-TW1\n"
                   "monev gabungan 2025-TW1\nmonev koperasi 2024-TW4\n");
}

/* What goes on from year to year is read from its beginning, and is no bidang's. */
static void years_end_what_goes_on_and_bound_the_rest(void **state) {
    static const struct {
        int from, to;
        const char *lines;
    } cases[] = {
        {0, 0,
         "rekomendasi rekomendasi 2023-TAHUN\nrekomendasi rekomendasi 2025-TAHUN\n"
         "rekomendasi rekomendasi 2026-TAHUN\ndokumen renstra 2024-TW4\ndokumen renstra 2026-TW1\n"
         "penyampaian inspektorat 2024-TW4\npenyampaian inspektorat 2025-TW1\n"},
        {SMALL_OFFICE_YEAR, SMALL_OFFICE_YEAR,
         "rekomendasi rekomendasi 2023-TAHUN\nrekomendasi rekomendasi 2025-TAHUN\ndokumen renstra 2024-TW4\n"
         "penyampaian inspektorat 2025-TW1\n"},
        {LAST_YEAR, LAST_YEAR,
         "rekomendasi rekomendasi 2023-TAHUN\ndokumen renstra 2024-TW4\npenyampaian inspektorat 2024-TW4\n"},
        {LAST_YEAR - 2, LAST_YEAR - 2, ""},
    };
    (void)state;
    plant_years();
    struct office *office = desk_under(small_years(), "pimpinan");
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scope scope = {
            .first_year = cases[i].from, .last_year = cases[i].to, .kinds = (unsigned)AROUND};
        planted_expect(office, scope, cases[i].lines);
        scope.unit = small_office_unit("koperasi");
        planted_expect(office, scope, cases[i].lines);
    }
    planted_expect(office,
                   (struct scope){.first_year = LAST_YEAR, .last_year = SMALL_OFFICE_YEAR, .kinds = ACTUALS},
                   "realisasi K-LAMA 2025-TW1\nrealisasi K-LAPORAN 2024-TW4\nrealisasi K-LAPORAN 2025-TW1\n"
                   "realisasi K-LAPORAN 2025-TW3\nrealisasi S-SURAT 2025-TW1\n");
}

static void a_code_comes_with_the_steps_of_its_bidang(void **state) {
    (void)state;
    static const char all[] = "realisasi K-LAPORAN 2025-TW1\nrealisasi K-LAPORAN 2025-TW3\n"
                              "bukti K-LAPORAN 2025-TW1\nbukti K-LAPORAN 2025-TW1 2\n"
                              "pengajuan koperasi 2025-TW1\npengajuan sekretariat 2025-TW3\n"
                              "arahan K-LAPORAN 2025-TW1\n";
    static const char *const one[] = {REPORTS};
    plant_years();
    struct office *office = desk_under(small_years(), "pimpinan");
    struct scope scope = {
        .code = REPORTS, .first_year = SMALL_OFFICE_YEAR, .last_year = SMALL_OFFICE_YEAR, .kinds = KINDS_ALL};
    planted_expect(office, scope, all);
    scope.code = NULL;
    scope.codes = one;
    scope.code_count = 1;
    planted_expect(office, scope, all);
    planted_expect(office, (struct scope){.code = PEOPLE, .kinds = KINDS_ALL},
                   "pengajuan koperasi 2024-TW4\npengajuan koperasi 2025-TW1\n");
    planted_expect(office, (struct scope){.code = "K-LAMA", .kinds = KINDS_ALL},
                   "realisasi K-LAMA 2025-TW1\n");
    planted_expect(
        office, (struct scope){.code = "sekretariat", .kinds = KINDS_ALL},
        "pengajuan sekretariat 2025-TW3\narahan sekretariat 2025-TW1\nmonev sekretariat 2025-TW1\n");
    planted_expect(office, (struct scope){.code = REPORTS, .kinds = 0}, "");
}

/* In any order, and each once however often it is named. */
static void several_codes_are_read_as_each_alone(void **state) {
    (void)state;
    static const char *const codes[] = {SECRETARIAT, REPORTS, "K-LAMA", SECRETARIAT};
    plant_years();
    struct office *office = desk_under(small_years(), "pimpinan");
    planted_expect(
        office, (struct scope){.codes = codes, .code_count = 4, .kinds = ACTUALS | STEPS},
        "realisasi K-LAMA 2025-TW1\nrealisasi K-LAPORAN 2024-TW4\nrealisasi K-LAPORAN 2025-TW1\n"
        "realisasi K-LAPORAN 2025-TW3\nrealisasi S-SURAT 2025-TW1\n"
        "pengajuan koperasi 2024-TW4\npengajuan koperasi 2025-TW1\npengajuan sekretariat 2025-TW3\n");
    struct err err;
    struct reading reading;
    const struct scope foreign = {.codes = codes, .code_count = 2, .kinds = ACTUALS};
    assert_false(office_read(desk_under(small_years(), "operator"), &foreign, &reading, &err));
    assert_int_equal(err.kind, ERR_DENIED);
    reading_release(&reading);
}

/* Whose a record is, the catalogue says that was in force then. */
static void what_was_moved_is_read_by_whose_it_was(void **state) {
    (void)state;
    static const struct {
        const char *login, *lines;
    } cases[] = {
        {"operator", "realisasi K-LAPORAN 2024-TW4\nrealisasi K-LAPORAN 2025-TW1\n"},
        {"operator2", "realisasi K-LAPORAN 2025-TW1\nrealisasi K-LAPORAN 2025-TW3\n"}, /* for its to date */
        {"pembaca", "realisasi K-LAPORAN 2024-TW4\n"},
        {"pimpinan", "realisasi K-LAPORAN 2024-TW4\nrealisasi K-LAPORAN 2025-TW1\n"
                     "realisasi K-LAPORAN 2025-TW3\n"},
    };
    plant_years();
    for (size_t i = 0; i < COUNT(cases); i++)
        planted_expect(desk_under(small_years(), cases[i].login),
                       (struct scope){.code = REPORTS, .kinds = ACTUALS}, cases[i].lines);
}

/* ---- what one holds ---- */

static void what_was_never_written_is_blank(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct record record = desk_record(office, RECORD_NOTES, REPORTS, 3);
    assert_int_equal(record.head.sequence, 0);
    for (int i = 0; i < NOTE_COUNT; i++)
        assert_string_equal(record.notes.text[i], "");

    struct request request = desk_ask(office, EVENT_NOTES_SET, REPORTS, 3);
    struct outcome outcome;
    struct err err;
    snprintf(request.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "hujan");
    assert_true(office_change(office, &request, &outcome, &err));
    record = desk_record(office, RECORD_NOTES, REPORTS, 3);
    assert_string_equal(record.notes.text[NOTE_REMARK], "hujan");
    assert_true(event_id_equal(&record.head, &outcome.record.head));
    record = desk_record(office, RECORD_NOTES, REPORTS, 4);
    assert_string_equal(record.notes.text[NOTE_REMARK], "");
}

/* It shows what stood, whatever becomes of the store. */
static void a_reading_stays_as_it_was_read(void **state) {
    (void)state;
    const struct record_key key = record_key(RECORD_ACTUAL, REPORTS, first);
    struct office *office = desk_of("operator");
    struct record record;
    desk_type(office, REPORTS, 1, "375");
    struct reading reading = desk_read(office, KINDS_ROW);
    struct outcome outcome = desk_type(office, REPORTS, 1, "300");
    assert_true(records_get(&reading.records, &key, &record));
    assert_int_equal(record.actual.value.units, 375 * DECIMAL_SCALE);
    assert_true(reading.version < office_version(office));
    reading_put(&reading, &outcome.record);
    desk_leave();
    assert_true(records_get(&reading.records, &key, &record));
    assert_int_equal(record.actual.value.units, 300 * DECIMAL_SCALE);
    assert_int_equal(reading.trail.position, 1);
    reading_release(&reading);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

/* From TW III on K-LAPORAN is the Sekretariat's: what it comes to is made of the quarters before, too. */
static void figures_to_date_go_with_a_moved_indicator(void **state) {
    (void)state;
    const struct scope scope = {.unit = small_office_unit("sekretariat"),
                                .first_year = SMALL_OFFICE_YEAR,
                                .last_year = SMALL_OFFICE_YEAR,
                                .kinds = ACTUALS | 1u << RECORD_EVIDENCE};
    plant_years();
    planted_expect(
        desk_under(small_years(), "operator2"), scope,
        "realisasi K-LAPORAN 2025-TW1\nrealisasi K-LAPORAN 2025-TW3\nrealisasi S-SURAT 2025-TW1\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(a_bidang_is_itself_and_its_indicators),
        AT_DESK(figures_to_date_go_with_a_moved_indicator),
        AT_DESK(years_end_what_goes_on_and_bound_the_rest),
        AT_DESK(a_code_comes_with_the_steps_of_its_bidang),
        AT_DESK(several_codes_are_read_as_each_alone),
        AT_DESK(what_was_moved_is_read_by_whose_it_was),
        AT_DESK(what_was_never_written_is_blank),
        AT_DESK(a_reading_stays_as_it_was_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
