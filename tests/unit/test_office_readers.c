/* Who reads what: one rule for one record, whatever its kind. core/DOMAIN.md, Who. */
#include "check.h"
#include "store/store_internal.h"
#include "unit/desk.h"
#include "unit/planted.h"
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct quarter first = {SMALL_OFFICE_YEAR, 1}, second = {SMALL_OFFICE_YEAR, 2},
                            year = {SMALL_OFFICE_YEAR, YEAR_PERIOD};

/* Where a record is, to somebody of Koperasi. */
enum place {
    OWN_OPEN,
    OWN_RATIFIED,
    OTHER_OPEN,
    OTHER_RATIFIED,
    WHOLE_OFFICE,
    OWN_ADVICE,
    OTHER_ADVICE,
    NOBODYS
};

/* One letter for each place: x is read. Verified is not ratified. A pembaca is not shown what is the whole office's, yet
 * (core/DOMAIN.md, Not carried out yet). */
static const struct {
    const char *who;
    role_set roles;
    bool everything;
    const char *reads;
} readers[] = {
    {"operator", 1u << ROLE_OPERATOR, false, "xx--xx--"},
    {"atasan", 1u << ROLE_SUPERVISOR, false, "xx--xx--"},
    {"verifikator", 1u << ROLE_VERIFIER, false, "xxxxxxxx"},
    {"perencana", 1u << ROLE_PLANNER, false, "xxxxxxxx"},
    {"pimpinan", 1u << ROLE_HEAD, false, "xxxxxxxx"},
    {"pembaca", 1u << ROLE_READER, false, "-x-x----"},
    {"operator dan pembaca", 1u << ROLE_OPERATOR | 1u << ROLE_READER, false, "xx-x-x--"},
    {"verifikator dan pembaca", 1u << ROLE_VERIFIER | 1u << ROLE_READER, false, "xxxxxxxx"},
    {"siapa saja", 0, true, "xxxxxxxx"},
};

struct standing {
    struct record_key key;
    enum place place;
};
enum { STANDING_MAX = 96 };

struct office_of_records {
    struct standing standing[STANDING_MAX];
    int count;
};

static void stand(struct office_of_records *all, struct record record, enum place place) {
    desk_plant(&record);
    assert_true(all->count < STANDING_MAX);
    all->standing[all->count++] = (struct standing){record.key, place};
}

/* Every kind that is a bidang's, under its indicator's code or its own. */
static void stand_bidang(struct office_of_records *all, const char *unit, const char *indicator,
                         struct quarter quarter, enum place place) {
    static const enum record_kind of_indicator[] = {RECORD_ACTUAL, RECORD_NOTES,    RECORD_EVIDENCE,
                                                    RECORD_CHECK,  RECORD_SPENDING, RECORD_INSTRUCTION,
                                                    RECORD_REKEY};
    bool ratified = place != OWN_OPEN && place != OTHER_OPEN;
    struct record step = planted_record(RECORD_SUBMISSION, unit, quarter);
    step.submission.stage = ratified ? STAGE_RATIFIED : STAGE_VERIFIED;
    stand(all, step, place);
    for (size_t i = 0; i < COUNT(of_indicator); i++)
        stand(all, planted_record(of_indicator[i], indicator, quarter), place);
    stand(all, planted_record(RECORD_INSTRUCTION, unit, quarter), place);
    stand(all, planted_record(RECORD_MEETING, unit, quarter), place);
}

static void stand_all(struct office_of_records *all) {
    stand_bidang(all, "koperasi", REPORTS, first, OWN_RATIFIED);
    stand_bidang(all, "koperasi", REPORTS, second, OWN_OPEN);
    stand_bidang(all, "sekretariat", SECRETARIAT, first, OTHER_RATIFIED);
    stand_bidang(all, "sekretariat", SECRETARIAT, second, OTHER_OPEN);
    stand_bidang(all, "koperasi", REPORTS, (struct quarter){SMALL_OFFICE_YEAR, 3}, OWN_RATIFIED);
    stand_bidang(all, "sekretariat", SECRETARIAT, (struct quarter){SMALL_OFFICE_YEAR, 3}, OTHER_OPEN);
    stand_bidang(all, "koperasi", REPORTS, year, OWN_RATIFIED); /* in which the recommendations stand */
    stand_bidang(all, "bidang-lama", "K-LAMA", first, NOBODYS);
    for (uint32_t i = 0; i < 3; i++) {
        static const char *const units[] = {"koperasi", "sekretariat", "bidang-lama"};
        static const enum place places[] = {OWN_ADVICE, OTHER_ADVICE, NOBODYS};
        struct record advice = planted_advice(SMALL_OFFICE_YEAR, units[i]);
        advice.key.number = i + 1;
        stand(all, advice, places[i]);
    }
    stand(all, planted_record(RECORD_MEETING, RECORD_JOINT, first), WHOLE_OFFICE);
    stand(all, planted_record(RECORD_DOCUMENT, "renstra", first), WHOLE_OFFICE);
    stand(all, planted_record(RECORD_HANDOVER, "inspektorat", first), WHOLE_OFFICE);
}

static void assert_reads(const struct reading *reading, const struct office_of_records *all, const char *who,
                         const char *reads) {
    for (int i = 0; i < all->count; i++) {
        const struct standing *standing = &all->standing[i];
        const struct record_key *key = &standing->key;
        struct record record;
        if (records_get(&reading->records, key, &record) != (reads[standing->place] == 'x'))
            fail_msg("%s: %s %s TW%d", who, store_table_name[key->kind], key->code, key->quarter.number);
    }
}

static void every_role_in_every_place_for_every_kind(void **state) {
    (void)state;
    struct office_of_records all = {.count = 0};
    stand_all(&all);
    for (size_t i = 0; i < COUNT(readers); i++) {
        const struct person person = {.login = "dia",
                                      .name = "Dia",
                                      .position = "",
                                      .unit = small_office_unit("koperasi"),
                                      .roles = readers[i].roles};
        struct config config = *small_office();
        config.person = &person;
        config.person_count = !readers[i].everything;
        struct reading reading = desk_read(desk_under(&config, "dia"), KINDS_ALL);
        assert_reads(&reading, &all, readers[i].who, readers[i].reads);
        reading_release(&reading);
        desk_leave();
    }
}

static int records_in(const struct reading *reading) {
    struct buf text = {0};
    int lines = 0;
    planted_print(reading, &text);
    for (const char *at = buf_string(&text); *at; at++)
        lines += *at == '\n';
    buf_release(&text);
    return lines;
}

/* Of an indicator the catalogue has no more nobody can say whose it was: those who read all read it. A bidang
 * may be called like a document. */
static void what_belongs_to_nobody_is_not_for_all(void **state) {
    (void)state;
    plant_record(RECORD_INSTRUCTION, REPORTS, first);
    plant_record(RECORD_DOCUMENT, "renstra", first);
    const struct unit units[] = {{"sekretariat", "Sekretariat"}, {"renstra", "Bidang Renstra"}};
    const struct person people[] = {
        {.login = "operator2", .name = "O", .unit = &units[0], .roles = 1u << ROLE_OPERATOR},
        {.login = "pimpinan", .name = "P", .roles = 1u << ROLE_HEAD},
    };
    struct catalogue empty = *small_office()->catalogue;
    struct config config = *small_office();
    empty.count = 0;
    config.catalogue = &empty;
    config.unit = units;
    config.unit_count = 2;
    config.person = people;
    config.person_count = 2;
    planted_expect(desk_under(&config, "operator2"), (struct scope){.kinds = KINDS_ALL},
                   "dokumen renstra 2025-TW1\n");
    planted_expect(desk_under(&config, "pimpinan"), (struct scope){.kinds = KINDS_ALL},
                   "arahan K-LAPORAN 2025-TW1\ndokumen renstra 2025-TW1\n");
    desk_leave();
}

static void a_bidang_reads_its_own_and_the_office_s(void **state) {
    (void)state;
    plant_record(RECORD_INSTRUCTION, "sekretariat", first);
    plant_record(RECORD_MEETING, RECORD_JOINT, first);
    plant_advice(SMALL_OFFICE_YEAR, "sekretariat");
    planted_expect(desk_of("operator"), (struct scope){.kinds = KINDS_ALL}, "monev gabungan 2025-TW1\n");
    planted_expect(
        desk_of("operator2"), (struct scope){.kinds = KINDS_ALL},
        "arahan sekretariat 2025-TW1\nmonev gabungan 2025-TW1\nrekomendasi rekomendasi 2025-TAHUN\n");
    planted_expect(desk_of("pimpinan"), (struct scope){.kinds = 1u << RECORD_RECOMMENDATION},
                   "rekomendasi rekomendasi 2025-TAHUN\n");
}

/* ---- what may not be asked at all ---- */

static void assert_denied(bool done, const struct err *err, bool may) {
    assert_int_equal(done, may);
    assert_int_equal(err->kind, may ? ERR_NONE : ERR_DENIED);
    if (!may)
        assert_string_equal(err->text, "isian Bidang Koperasi hanya dibaca operator dan atasannya "
                                       "(Operator Koperasi), verifikator, perencana, dan pimpinan");
}

static void assert_asks(struct office *office, struct scope scope, bool may) {
    struct reading reading;
    struct err err = {0};
    assert_denied(office_read(office, &scope, &reading, &err), &err, may);
    assert_true(may || records_in(&reading) == 0);
    reading_release(&reading);
}

static bool count_row(void *context, const struct row *row) {
    (void)row;
    ++*(int *)context;
    return true;
}

static int rows_of(struct office *office) {
    struct reading reading = desk_read(office, KINDS_ROW);
    int rows = 0;
    row_each(&reading.records, NULL, first, count_row, &rows);
    reading_release(&reading);
    return rows;
}

static void one_reads_what_one_may(void **state) {
    (void)state;
    static const struct {
        const char *login;
        int all; /* rows */
        bool koperasi;
    } cases[] = {
        {"operator", 7, true},  {"atasan", 7, true},       {"operator2", 1, false},
        {"atasan2", 1, false},  {"verifikator2", 8, true}, {"perencana2", 8, true},
        {"pimpinan2", 8, true}, {"pembaca", 8, true},      {"siapa-saja", 8, true},
    };
    plant_record(RECORD_ACTUAL, REPORTS, first);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct office *office = desk_of(cases[i].login);
        struct events events;
        struct err err = {0};
        assert_int_equal(rows_of(office), cases[i].all);
        assert_asks(office, (struct scope){.unit = small_office_unit("koperasi"), .kinds = KINDS_ROW},
                    cases[i].koperasi);
        assert_asks(office, (struct scope){.code = REPORTS, .kinds = KINDS_ROW}, cases[i].koperasi);
        assert_asks(office, (struct scope){.code = "koperasi", .kinds = KINDS_ROW}, cases[i].koperasi);
        assert_denied(office_events(office, PEOPLE, first, &events, &err), &err, cases[i].koperasi);
        events_release(&events);
    }
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(every_role_in_every_place_for_every_kind),
        AT_DESK(what_belongs_to_nobody_is_not_for_all),
        AT_DESK(a_bidang_reads_its_own_and_the_office_s),
        AT_DESK(one_reads_what_one_may),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
