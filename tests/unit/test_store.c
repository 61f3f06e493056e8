#include "base/file.h"
#include "check.h"
#include "store/store_internal.h"
#include "unit/small_office.h"
#include "unit/store_help.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- changes ---- */

static void a_change_is_kept(void **state) {
    (void)state;
    struct store *store = open_store();
    struct outcome outcome = assert_change(store, actual_request(REPORTS, 1, 375, no_event));
    assert_false(outcome.repeated);
    assert_int_equal(outcome.record.head.sequence, 1);
    assert_string_equal(outcome.record.changed_by, "operator");
    assert_int_equal(outcome.record.changed_at, NOW);
    store_close(store);

    store = open_store();
    struct record record = find_record(store, RECORD_ACTUAL, REPORTS, 0);
    assert_true(record.actual.filled);
    assert_int_equal(record.actual.value.units, 375 * DECIMAL_SCALE);
    assert_true(event_id_equal(&record.head, &outcome.record.head));
    assert_true(find_record(store, RECORD_ACTUAL, PEOPLE, 0).head.sequence == 0);
    assert_clean(store, 1, 1);
    store_close(store);
}

static void the_event_remembers_who_what_and_under_which_catalogue(void **state) {
    (void)state;
    struct store *store = open_store();
    struct request request = actual_request(REPORTS, 1, 375, no_event);
    struct event_id first = assert_change(store, request).record.head;
    struct event_id second = assert_change(store, actual_request(REPORTS, 1, 400, first)).record.head;
    struct event event;
    uint64_t position;
    struct err err;
    assert_true(store_begin(store, &err));
    assert_true(store_event(store, &second, &event, &position, &err));
    assert_int_equal(position, 2);
    assert_string_equal(event.who, "operator");
    assert_int_equal(event.at, NOW);
    assert_true(digest_equal(&event.catalogue, &small_office()->catalogue->digest));
    assert_true(event_id_equal(&event.change.replaces, &first));
    assert_int_equal(event.change.actual.value.units, 400 * DECIMAL_SCALE);
    assert_true(store_event(store, &first, &event, &position, &err));
    assert_int_equal(position, 1);
    assert_memory_equal(&event.operation, &request.operation, sizeof request.operation);
    second.sequence = 3;
    assert_false(store_event(store, &second, &event, &position, &err));
    assert_int_equal(err.kind, ERR_NOT_FOUND);
    store_end(store);
    store_close(store);
}

static void nothing_is_overwritten_unseen(void **state) {
    (void)state;
    struct store *store = open_store();
    struct event_id first = assert_change(store, actual_request(REPORTS, 1, 375, no_event)).record.head;
    struct request late = actual_request(REPORTS, 1, 999, no_event);
    struct outcome outcome;
    struct err err;
    assert_false(change_as(store, "operator", late, &outcome, &err));
    assert_int_equal(err.kind, ERR_STALE);
    assert_int_equal(outcome.record.actual.value.units, 375 * DECIMAL_SCALE);
    assert_true(event_id_equal(&outcome.record.head, &first));
    assert_int_equal(find_record(store, RECORD_ACTUAL, REPORTS, 0).actual.value.units, 375 * DECIMAL_SCALE);
    assert_clean(store, 1, 1);
    store_close(store);
}

static void what_is_not_admitted_changes_nothing(void **state) {
    (void)state;
    struct store *store = open_store();
    struct request request = actual_request(REPORTS, 1, 375, no_event);
    struct outcome outcome;
    struct err err;
    uint64_t version = store_version(store);
    assert_false(change_as(store, "pembaca", request, &outcome, &err));
    assert_int_equal(err.kind, ERR_DENIED);
    assert_int_equal(store_version(store), version);
    assert_clean(store, 0, 0);
    store_close(store);
}

/* Killed between commit and answer, the same operation is asked for again: one change. */
static void a_repeat_changes_nothing(void **state) {
    (void)state;
    struct request request = actual_request(REPORTS, 1, 375, no_event);
    if (child_begins()) {
        struct store *store = open_store();
        assert_change(store, request);
        child_ends(); /* without closing */
    }
    child_ended_well();
    struct store *store = open_store();
    uint64_t version = store_version(store);
    struct outcome outcome = assert_change(store, request);
    assert_true(outcome.repeated);
    assert_int_equal(outcome.record.actual.value.units, 375 * DECIMAL_SCALE);
    assert_int_equal(store_version(store), version);

    struct event_id first = outcome.record.head;
    assert_change(store, actual_request(REPORTS, 1, 400, first));
    struct err err;
    assert_true(change_as(store, "pembaca", request, &outcome, &err)); /* not admitted any more */
    assert_true(outcome.repeated);
    assert_int_equal(outcome.record.actual.value.units, 400 * DECIMAL_SCALE);
    assert_clean(store, 2, 1);
    store_close(store);
}

static void evidence_numbers_are_never_used_twice(void **state) {
    (void)state;
    struct store *store = open_store();
    struct record first = assert_change(store, evidence_request(REPORTS, 1, "SK")).record;
    struct record second = assert_change(store, evidence_request(REPORTS, 1, "Laporan")).record;
    assert_int_equal(first.key.number, 1);
    assert_int_equal(second.key.number, 2);
    struct request removal = request_of(EVENT_EVIDENCE_REMOVED, REPORTS, 1, second.head);
    removal.change.key.number = 2;
    struct record removed = assert_change(store, removal).record;
    assert_true(removed.evidence.removed);
    assert_int_equal(assert_change(store, evidence_request(REPORTS, 1, "Foto")).record.key.number, 3);
    assert_int_equal(assert_change(store, evidence_request(REPORTS, 2, "Foto")).record.key.number, 1);
    assert_int_equal(assert_change(store, evidence_request(PEOPLE, 2, "Foto")).record.key.number, 1);

    struct request undo = evidence_request(REPORTS, 1, "Laporan");
    undo.change.key.number = 2;
    undo.change.replaces = removed.head;
    undo.change.undo = true;
    struct record back = assert_change(store, undo).record;
    assert_int_equal(back.key.number, 2);
    assert_false(back.evidence.removed);
    assert_int_equal(assert_change(store, evidence_request(REPORTS, 1, "Peta")).record.key.number, 4);
    assert_clean(store, 8, 6);
    store_close(store);
}

/* What is handed on is the record, and the bytes it was read from. */
static bool count_one(void *context, const struct stored *stored) {
    int *left = context;
    struct record_key key;
    struct record again;
    assert_string_not_equal(stored->record->changed_by, "");
    assert_true(record_key_decode(stored->record->key.kind, stored->key, stored->key_size, &key));
    assert_true(record_decode(&key, stored->value, stored->value_size, &again));
    assert_true(event_id_equal(&again.head, &stored->record->head));
    return --*left > 0;
}

static int count_of(struct store *store, struct record_key from, int limit) {
    int left = limit;
    struct err err;
    assert_true(store_begin(store, &err));
    assert_true(store_each(store, &from, count_one, &left, &err));
    store_end(store);
    return limit - left;
}

static void records_are_found_by_code_and_quarter(void **state) {
    (void)state;
    struct store *store = open_store();
    static const char *const codes[] = {REPORTS, PEOPLE, PRODUCTS};
    for (int quarter = 1; quarter <= 2; quarter++)
        for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
            for (int n = 0; n < 2; n++)
                assert_change(store, evidence_request(codes[i], quarter, "Foto"));
    static const struct {
        struct record_key from;
        int expected;
    } cases[] = {
        {{RECORD_EVIDENCE, "", {0, 0}, 0}, 12},         {{RECORD_EVIDENCE, "", {2025, 1}, 0}, 6},
        {{RECORD_EVIDENCE, REPORTS, {0, 0}, 0}, 4},     {{RECORD_EVIDENCE, REPORTS, {2025, 2}, 0}, 2},
        {{RECORD_EVIDENCE, REPORTS, {2025, 3}, 0}, 0},  {{RECORD_EVIDENCE, "K", {0, 0}, 0}, 0},
        {{RECORD_EVIDENCE, SECRETARIAT, {0, 0}, 0}, 0}, {{RECORD_ACTUAL, "", {0, 0}, 0}, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(count_of(store, cases[i].from, 100), cases[i].expected);
    assert_int_equal(count_of(store, cases[0].from, 5), 5); /* until `each` returns false */
    store_close(store);
}

static void a_snapshot_stands_still(void **state) {
    (void)state;
    struct store *store = open_store();
    struct record_key key = {RECORD_ACTUAL, REPORTS, {SMALL_OFFICE_YEAR, 1}, 0};
    struct record record;
    struct err err = {.kind = ERR_IO};
    uint64_t version = store_version(store);
    assert_true(store_begin(store, &err));
    if (child_begins()) {
        struct store *other = open_store();
        assert_change(other, actual_request(REPORTS, 1, 375, no_event));
        store_close(other);
        child_ends();
    }
    child_ended_well();
    assert_false(store_find(store, &key, &record, &err));
    assert_int_equal(err.kind, ERR_NONE);
    assert_true(store_version(store) > version); /* but it is known that there is something new */
    store_end(store);
    assert_true(find_record(store, RECORD_ACTUAL, REPORTS, 0).actual.filled);
    store_close(store);
}

/* ---- several processes ---- */

/* Whoever passes the gate leaves a name there. */
static void a_change_passes_the_gate(void **state) {
    (void)state;
    struct store *store = open_store();
    struct buf name = {0};
    struct err err;
    char *gate = store_path(store_directory(), ".gerbang");
    assert_int_equal(truncate(gate, 0), 0);
    assert_change(store, actual_request(REPORTS, 1, 375, no_event));
    assert_true(file_read(gate, 4096, &name, &err));
    assert_non_null(strstr(buf_string(&name), "\"sitti\" (proses "));
    free(gate);
    buf_release(&name);
    store_close(store);
}

static void write_many(const char *code, int count) {
    struct store *store = open_store();
    struct event_id head = no_event;
    for (int i = 0; i < count; i++)
        head = assert_change(store, actual_request(code, 1, i, head)).record.head;
    store_close(store);
}

static void processes_share_one_store(void **state) {
    (void)state;
    static const char *const codes[] = {REPORTS, PEOPLE, PRODUCTS, COMPLAINTS};
    store_close(open_store());
    for (size_t i = 0; i < 4; i++)
        if (child_begins()) {
            write_many(codes[i], 25);
            child_ends();
        }
    for (size_t i = 0; i < 4; i++)
        child_ended_well();
    struct store *store = open_store();
    assert_clean(store, 100, 4);
    assert_int_equal(find_record(store, RECORD_ACTUAL, COMPLAINTS, 0).actual.value.units, 24 * DECIMAL_SCALE);
    store_close(store);
}

static void several_may_create_it_at_once(void **state) {
    (void)state;
    static const char *const codes[] = {REPORTS, PEOPLE, PRODUCTS, COMPLAINTS};
    for (size_t i = 0; i < 4; i++)
        if (child_begins()) {
            write_many(codes[i], 1);
            child_ends();
        }
    for (size_t i = 0; i < 4; i++)
        child_ended_well();
    struct store *store = open_store();
    assert_clean(store, 4, 4);
    store_close(store);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        STORE_TEST(a_change_is_kept),
        STORE_TEST(the_event_remembers_who_what_and_under_which_catalogue),
        STORE_TEST(nothing_is_overwritten_unseen),
        STORE_TEST(what_is_not_admitted_changes_nothing),
        STORE_TEST(a_repeat_changes_nothing),
        STORE_TEST(evidence_numbers_are_never_used_twice),
        STORE_TEST(records_are_found_by_code_and_quarter),
        STORE_TEST(a_snapshot_stands_still),
        STORE_TEST(a_change_passes_the_gate),
        STORE_TEST(processes_share_one_store),
        STORE_TEST(several_may_create_it_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
