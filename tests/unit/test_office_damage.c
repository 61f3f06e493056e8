#include "check.h"
#include "unit/desk.h"
#include "unit/store_help.h"
#include <stdio.h>
#include <string.h>

static const struct quarter third = {SMALL_OFFICE_YEAR, 3};

static struct office *open_office(void) {
    static char directory[128];
    const size_t length = strlen(store_directory()) - strlen("/simpanan");
    snprintf(directory, sizeof directory, "%.*s", (int)length, store_directory());
    const struct office_options options = {
        .config = small_office(), .directory = directory, .login = "operator"};
    struct office *office;
    struct err err;
    if (!office_open(&options, &office, &err))
        fail_msg("%s", err.text);
    return office;
}

static void damage(const struct record *record) {
    uint8_t key[CODEC_KEY_MAX];
    size_t length = record_key_encode(&record->key, key);
    plant((enum store_table)record->key.kind, key, length, "rusak", 5);
}

static bool go_on(void *context, const struct record *record) {
    (void)record;
    ++*(int *)context;
    return true;
}

/* Nothing is shown and nothing overwritten; what is whole goes on working. */
static void damage_is_told_and_never_overwritten(void **state) {
    (void)state;
    struct office *office = open_office();
    const struct indicator *indicator = small_office_indicator(REPORTS);
    struct outcome outcome;
    struct err err;
    struct request notes = office_request(office, EVENT_NOTES_SET, indicator, third);
    snprintf(notes.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "hujan");
    assert_true(office_change(office, &notes, &outcome, &err));
    struct record damaged_notes = outcome.record;
    struct record damaged_evidence = desk_attach(office, REPORTS, 3, "Laporan koperasi").record;
    office_close(office);
    damage(&damaged_notes);
    damage(&damaged_evidence);

    office = open_office();
    struct record record;
    struct row row;
    int seen = 0;
    notes.operation = uuid_new(office_now(office));
    assert_false(office_notes(office, indicator, third, &record, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_false(office_change(office, &notes, &outcome, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_false(office_row(office, indicator, third, &row, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_false(office_evidence(office, indicator, third, go_on, &seen, &err));
    assert_false(office_documents(office, indicator->unit, third, go_on, &seen, &err));
    assert_false(office_history(office, indicator, third, NULL, NULL, &err));
    assert_false(office_rows(office, indicator->unit, third, NULL, NULL, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_int_equal(seen, 0);

    desk_type(office, PEOPLE, 3, "28");
    assert_true(desk_row(office, PEOPLE, 3).actual.filled);
    office_close(office);
}

static void what_is_missing_from_the_journal_is_told(void **state) {
    (void)state;
    struct office *office = open_office();
    struct outcome outcome = desk_type(office, REPORTS, 3, "375");
    office_close(office);
    uint8_t position[STORE_POSITION_SIZE];
    store_position_encode(1, position);
    plant(TABLE_JOURNAL, position, sizeof position, "rusak", 5);

    office = open_office();
    struct outcome undone;
    struct err err;
    assert_false(office_undo(office, &outcome.record.head, &undone, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_false(office_history(office, small_office_indicator(REPORTS), third, NULL, NULL, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_true(desk_row(office, REPORTS, 3).actual.filled);
    office_close(office);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        STORE_TEST(damage_is_told_and_never_overwritten),
        STORE_TEST(what_is_missing_from_the_journal_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
