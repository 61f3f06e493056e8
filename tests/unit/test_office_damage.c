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

static bool fail_on_event(void *context, const struct event *event, const struct event *before) {
    (void)context, (void)event, (void)before;
    fail();
    return false;
}

static void damage(const struct record *record) {
    uint8_t key[CODEC_KEY_MAX];
    size_t length = record_key_encode(&record->key, key);
    plant((enum store_table)record->key.kind, key, length, "rusak", 5);
}

/* Nothing stands anywhere in it, and whatever asks is answered. */
static void assert_empty(const struct reading *reading) {
    const struct indicator *indicator = small_office_indicator(REPORTS);
    const struct record_key key = record_key(RECORD_NOTES, REPORTS, third);
    struct record record;
    struct attachments attachments;
    struct review review;
    assert_false(records_get(&reading->records, &key, &record));
    assert_int_equal(record.head.sequence, 0);
    assert_false(row_at(&reading->records, small_office_indicator(PEOPLE), third).actual.filled);
    attachments_of_unit(&reading->records, indicator->unit, third, &attachments);
    assert_int_equal(attachments.count, 0);
    attachments_release(&attachments);
    review_of(&reading->records, indicator->unit, third, NULL, &review);
    assert_int_equal(review.tally.rows, 7);
    assert_int_equal(review.tally.filled, 0);
    assert_int_equal(reading->trail.position, 0);
}

static void assert_corrupt(struct office *office, struct scope scope) {
    struct reading reading;
    struct err err = {0};
    assert_false(office_read(office, &scope, &reading, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_empty(&reading);
    reading_release(&reading);
}

/* Nothing is shown and nothing overwritten; what is whole goes on working. */
static void damage_is_told_and_never_overwritten(void **state) {
    (void)state;
    struct office *office = open_office();
    const struct unit *unit = small_office_unit("koperasi");
    struct outcome outcome;
    struct err err;
    struct request notes = desk_ask(office, EVENT_NOTES_SET, REPORTS, 3);
    snprintf(notes.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "hujan");
    assert_true(office_change(office, &notes, &outcome, &err));
    struct record damaged_notes = outcome.record;
    struct record damaged_evidence = desk_attach(office, REPORTS, 3, "Laporan koperasi").record;
    desk_type(office, PEOPLE, 3, "28");
    desk_type(office, REPORTS, 3, "375");
    office_close(office);
    damage(&damaged_notes);
    damage(&damaged_evidence);

    office = open_office();
    notes.operation = uuid_new(office_facts(office).now);
    assert_false(office_change(office, &notes, &outcome, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_corrupt(office, (struct scope){.code = REPORTS, .kinds = 1u << RECORD_NOTES});
    assert_corrupt(office, (struct scope){.code = REPORTS, .kinds = KINDS_ROW});
    assert_corrupt(office, (struct scope){.unit = unit, .kinds = KINDS_ROW});
    assert_corrupt(office, (struct scope){.unit = unit, .kinds = KINDS_ALL});
    assert_corrupt(office, (struct scope){.kinds = 1u << RECORD_EVIDENCE});
    struct events events;
    assert_false(office_events(office, REPORTS, third, &events, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    events_each(&events, fail_on_event, NULL);
    events_release(&events);

    desk_type(office, PEOPLE, 3, "29");
    assert_int_equal(desk_row(office, PEOPLE, 3).actual.value.units, 29 * DECIMAL_SCALE);
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
    struct events events;
    assert_false(office_events(office, REPORTS, third, &events, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    events_each(&events, fail_on_event, NULL);
    events_release(&events);
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
