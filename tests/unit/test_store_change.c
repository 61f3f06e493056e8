/* What is decided inside the transaction of a change: that it would change nothing, what an undo takes back, and that
 * what cannot be read is never taken for nothing. */
#include "check.h"
#include "unit/commit_hook.h"
#include "unit/small_office.h"
#include "unit/store_help.h"
#include <stdio.h>
#include <string.h>

static int syncs;

static void count_sync(enum commit_moment moment) {
    syncs += moment == COMMIT_SYNCS;
}

static uint64_t events_of(struct store *store) {
    struct trail trail;
    struct err err;
    assert_true(store_begin(store, &err));
    assert_true(store_trail(store, &trail, &err));
    store_end(store);
    return trail.position;
}

/* ---- how far the journal goes ---- */

static void the_trail_ends_in_the_last_event(void **state) {
    (void)state;
    static const struct digest none;
    struct store *store = open_store();
    struct trail trail;
    struct digest digest;
    struct err err;
    assert_true(store_begin(store, &err));
    assert_true(store_trail(store, &trail, &err));
    store_end(store);
    assert_int_equal(trail.position, 0);
    assert_true(digest_equal(&trail.digest, &none));
    assert_change(store, actual_request(REPORTS, 1, 375, no_event));
    assert_change(store, actual_request(PEOPLE, 1, 28, no_event));
    assert_true(store_begin(store, &err));
    assert_true(store_trail(store, &trail, &err));
    store_end(store);
    assert_int_equal(trail.position, 2);
    assert_true(store_digest(store, 2, &digest, &err));
    assert_true(digest_equal(&trail.digest, &digest));
    store_close(store);
}

/* ---- what would change nothing ---- */

static struct request spending_request(int rupiah) {
    struct request request = request_of(EVENT_SPENDING_SET, PRODUCTS, 1, no_event);
    request.change.spending = (struct spending){.filled = true, .rupiah = decimal_whole(rupiah)};
    return request;
}

static struct request meeting_request(uint32_t number, const char *minutes) {
    struct request request = request_of(EVENT_MEETING_SET, "koperasi", 1, no_event);
    struct meeting *meeting = &request.change.meeting;
    request.change.key.number = number;
    meeting->date = (struct date){2025, 4, 2};
    snprintf(meeting->people, sizeof meeting->people, "semua");
    snprintf(meeting->minutes, sizeof meeting->minutes, "%s", minutes);
    return request;
}

static struct request advice_request(uint32_t number, const char *text) {
    struct request request = request_of(EVENT_RECOMMENDED, RECORD_AGENCY, YEAR_PERIOD, no_event);
    struct recommendation *advice = &request.change.recommendation;
    request.change.key.number = number;
    advice->source = SOURCE_INTERNAL;
    advice->quarter = 1;
    snprintf(advice->unit, sizeof advice->unit, "koperasi");
    snprintf(advice->text, sizeof advice->text, "%s", text);
    return request;
}

static struct request follow_up_request(const char *text) {
    struct request request = request_of(EVENT_FOLLOWED_UP, RECORD_AGENCY, YEAR_PERIOD, no_event);
    request.change.key.number = 1;
    request.change.recommendation.state = FOLLOW_UP_TAKEN;
    snprintf(request.change.recommendation.follow_up, NOTE_MAX + 1, "%s", text);
    return request;
}

static struct request document_request(int day) {
    struct request request = request_of(EVENT_DOCUMENT_MARKED, "renstra", 1, no_event);
    request.change.dossier = (struct dossier){.present = true, .date = {2025, 1, day}};
    return request;
}

static struct request handover_request(int day) {
    struct request request = request_of(EVENT_HANDED_OVER, "pimpinan", 1, no_event);
    request.change.handover.date = (struct date){2025, 4, day};
    return request;
}

static struct request numbered_evidence(uint32_t number, const char *title) {
    struct request request = evidence_request(REPORTS, 1, title);
    request.change.key.number = number;
    return request;
}

static struct request provisional_request(int whole, bool provisional) {
    struct request request = actual_request(SHARE, 1, whole, no_event);
    request.change.actual.provisional = provisional;
    return request;
}

static bool ask(struct store *store, const char *login, struct request request, struct outcome *outcome,
                struct err *err) {
    request.operation = uuid_new(NOW);
    return change_as(store, login, request, outcome, err);
}

/* First a new one, then the same again although its head was not seen, then something else. */
static void assert_same(struct store *store, const char *login, struct request first, struct request again,
                        struct request other) {
    struct outcome made, same;
    struct err err = {0};
    if (!ask(store, login, first, &made, &err))
        fail_msg("%s: %s", event_kind_word(first.change.kind), err.text);
    uint64_t events = events_of(store), version = store_version(store);
    commit_hook = count_sync;
    syncs = 0;
    if (!ask(store, login, again, &same, &err))
        fail_msg("%s: %s", event_kind_word(first.change.kind), err.text);
    assert_false(made.repeated);
    assert_true(same.repeated);
    assert_true(event_id_equal(&same.record.head, &made.record.head));
    assert_int_equal(store_version(store), version);
    assert_int_equal(events_of(store), events);
    assert_int_equal(syncs, 1);
    assert_false(ask(store, login, other, &same, &err));
    assert_int_equal(err.kind, ERR_STALE);
    assert_true(event_id_equal(&same.record.head, &made.record.head));
    assert_false(ask(store, "pembaca2", again, &same, &err));
    assert_int_equal(err.kind, ERR_DENIED);
}

static void asking_for_what_stands_changes_nothing(void **state) {
    (void)state;
    struct store *store = open_store();
    assert_same(store, "operator", actual_request(REPORTS, 1, 375, no_event),
                actual_request(REPORTS, 1, 375, no_event), actual_request(REPORTS, 1, 376, no_event));
    assert_same(store, "operator", provisional_request(12, true), provisional_request(12, true),
                provisional_request(12, false));
    assert_same(store, "operator", notes_request(REPORTS, 1, "hujan", no_event),
                notes_request(REPORTS, 1, "hujan", no_event), notes_request(REPORTS, 1, "panas", no_event));
    assert_same(store, "operator", evidence_request(REPORTS, 1, "SK"), numbered_evidence(1, "SK"),
                numbered_evidence(1, "Laporan"));
    assert_same(store, "operator", spending_request(5000), spending_request(5000), spending_request(5001));
    assert_same(store, "perencana", meeting_request(0, "maju"), meeting_request(1, "maju"),
                meeting_request(1, "mundur"));
    assert_same(store, "perencana", advice_request(0, "rapikan"), advice_request(1, "rapikan"),
                advice_request(1, "rapikan lagi"));
    assert_same(store, "perencana", document_request(7), document_request(7), document_request(8));
    assert_same(store, "perencana", handover_request(7), handover_request(7), handover_request(8));
    assert_clean(store, 9, 9);
    store_close(store);
}

static void the_same_follow_up_changes_nothing(void **state) {
    (void)state;
    struct store *store = open_store();
    struct outcome outcome;
    struct err err;
    assert_true(ask(store, "perencana", advice_request(0, "rapikan"), &outcome, &err));
    struct request request = follow_up_request("sudah rapi");
    request.change.replaces = outcome.record.head;
    assert_same(store, "perencana", request, follow_up_request("sudah rapi"), follow_up_request("belum"));
    store_close(store);
}

/* Removed evidence has its content still; asked for again it does not stand. */
static void what_was_removed_is_not_what_stands(void **state) {
    (void)state;
    struct store *store = open_store();
    struct outcome outcome = assert_change(store, evidence_request(REPORTS, 1, "SK"));
    struct request removal = request_of(EVENT_EVIDENCE_REMOVED, REPORTS, 1, outcome.record.head);
    struct err err;
    removal.change.key.number = 1;
    assert_change(store, removal);
    assert_false(ask(store, "operator", numbered_evidence(1, "SK"), &outcome, &err));
    assert_int_equal(err.kind, ERR_NOT_FOUND);
    assert_clean(store, 2, 1);
    store_close(store);
}

/* ---- undo ---- */

static bool undo_as(struct store *store, const char *login, struct event_id id, struct outcome *outcome,
                    struct err *err) {
    const struct person person = config_person(small_office(), login);
    const struct asker asker = {.config = small_office(), .person = &person};
    return store_undo(store, &asker, &id, NOW, outcome, err);
}

static struct outcome assert_undo(struct store *store, struct event_id id) {
    struct outcome outcome;
    struct err err = {0};
    uint64_t version = store_version(store);
    if (!undo_as(store, "operator", id, &outcome, &err))
        fail_msg("%s", err.text);
    assert_false(outcome.repeated);
    assert_int_equal(store_version(store), version + 1);
    return outcome;
}

static void assert_no_undo(struct store *store, struct event_id id, enum err_kind kind, const char *words) {
    struct outcome outcome;
    struct err err = {0};
    uint64_t version = store_version(store);
    assert_false(undo_as(store, "operator", id, &outcome, &err));
    assert_int_equal(err.kind, kind);
    assert_non_null(strstr(err.text, words));
    assert_int_equal(store_version(store), version);
}

static int64_t value_of(struct store *store) {
    struct record record = find_record(store, RECORD_ACTUAL, REPORTS, 0);
    return record.actual.filled ? record.actual.value.units / DECIMAL_SCALE : -1;
}

static void one_goes_back_step_by_step(void **state) {
    (void)state;
    struct store *store = open_store();
    struct event_id first = assert_change(store, actual_request(REPORTS, 1, 300, no_event)).record.head;
    struct event_id second = assert_change(store, actual_request(REPORTS, 1, 375, first)).record.head;
    struct outcome outcome;
    struct err err;
    assert_no_undo(store, first, ERR_STALE, "");
    assert_false(undo_as(store, "operator", first, &outcome, &err));
    assert_true(event_id_equal(&outcome.record.head, &second)); /* what stands in its way */

    struct outcome undone = assert_undo(store, second);
    assert_int_equal(undone.record.actual.value.units, 300 * DECIMAL_SCALE);
    assert_int_equal(value_of(store), 300);
    assert_no_undo(store, undone.record.head, ERR_INVALID, "tidak dapat dipulihkan");
    struct event_id third =
        assert_change(store, actual_request(REPORTS, 1, 301, undone.record.head)).record.head;
    assert_no_undo(store, first, ERR_STALE, "");
    assert_undo(store, third);
    assert_undo(store, first);
    assert_int_equal(value_of(store), -1);
    assert_no_undo(store, first, ERR_STALE, "");
    assert_clean(store, 6, 1);
    store_close(store);
}

/* Back to what stands already is a change all the same. */
static void an_undo_is_kept_even_where_it_restores_the_same(void **state) {
    (void)state;
    struct store *store = open_store();
    struct record first = assert_change(store, evidence_request(REPORTS, 1, "SK")).record;
    struct request removal = request_of(EVENT_EVIDENCE_REMOVED, REPORTS, 1, first.head);
    removal.change.key.number = 1;
    struct event_id removed = assert_change(store, removal).record.head;
    struct record back = assert_undo(store, removed).record;
    assert_false(back.evidence.removed);
    assert_int_equal(back.key.number, 1);
    assert_clean(store, 3, 1);
    store_close(store);
}

static void an_undo_says_so_in_its_event(void **state) {
    (void)state;
    struct store *store = open_store();
    struct event_id first = assert_change(store, actual_request(REPORTS, 1, 300, no_event)).record.head;
    struct event_id undone = assert_undo(store, first).record.head;
    struct event event;
    uint64_t position;
    struct err err;
    assert_true(store_begin(store, &err));
    assert_true(store_event(store, &undone, &event, &position, &err));
    store_end(store);
    assert_int_equal(event.change.kind, EVENT_ACTUAL_CLEARED);
    assert_true(event.change.undo);
    assert_true(event_id_equal(&event.change.replaces, &first));
    assert_string_equal(event.who, "operator");
    assert_int_equal(event.at, NOW);
    store_close(store);
}

static void what_cannot_be_taken_back_is_said(void **state) {
    (void)state;
    struct store *store = open_store();
    struct outcome theirs;
    struct err err;
    assert_true(change_as(store, "atasan", actual_request(REPORTS, 1, 375, no_event), &theirs, &err));
    assert_no_undo(store, theirs.record.head, ERR_DENIED,
                   "perubahan ini milik Atasan Koperasi; hanya ia yang boleh mengurungkannya");
    assert_no_undo(store, (struct event_id){theirs.record.head.device, 99}, ERR_NOT_FOUND,
                   "tidak ada di jurnal");

    struct request said = request_of(EVENT_INSTRUCTED, REPORTS, 1, no_event);
    snprintf(said.change.instruction.text, NOTE_MAX + 1, "segera");
    assert_true(change_as(store, "atasan", said, &theirs, &err));
    assert_false(undo_as(store, "atasan", theirs.record.head, &theirs, &err));
    assert_int_equal(err.kind, ERR_INVALID);
    assert_non_null(strstr(err.text, "langkah ini tidak diurungkan"));
    store_close(store);
}

/* A login that the configuration does not list any more is its own name. */
static void whoever_is_not_listed_is_named_by_login(void **state) {
    (void)state;
    struct store *store = open_store();
    struct outcome theirs;
    struct err err;
    assert_true(change_as(store, "tamu", actual_request(REPORTS, 1, 375, no_event), &theirs, &err));
    assert_no_undo(store, theirs.record.head, ERR_DENIED, "perubahan ini milik tamu; ");
    store_close(store);
}

/* ---- what stands beside ---- */

static void plant_damaged(enum record_kind kind, const char *code, uint32_t number) {
    struct record_key key = record_key(kind, code, (struct quarter){SMALL_OFFICE_YEAR, 1});
    uint8_t bytes[CODEC_KEY_MAX];
    key.number = number;
    plant((enum store_table)kind, bytes, record_key_encode(&key, bytes), "rusak", 5);
}

static void refused_as_damaged(const char *login, struct request request, const char *subject) {
    struct store *store = open_store();
    struct outcome outcome;
    struct err err = {0};
    assert_false(change_as(store, login, request, &outcome, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_non_null(strstr(err.text, subject));
    assert_int_equal(events_of(store), 0);
    store_close(store);
}

/* Whether a quarter was handed in stands beside every change to it. */
static void what_cannot_be_looked_up_is_not_taken_for_nothing(void **state) {
    (void)state;
    store_close(open_store());
    plant_damaged(RECORD_SUBMISSION, "koperasi", 0);
    refused_as_damaged("operator", actual_request(REPORTS, 1, 375, no_event),
                       "\"pengajuan koperasi 2025-TW1\"");
}

static void what_cannot_be_walked_is_not_taken_for_nothing(void **state) {
    (void)state;
    store_close(open_store());
    plant_damaged(RECORD_INSTRUCTION, REPORTS, 1);
    struct request reply = request_of(EVENT_REPLIED, REPORTS, 1, no_event);
    snprintf(reply.change.instruction.text, sizeof reply.change.instruction.text, "siap");
    reply.change.key.number = 0;
    refused_as_damaged("operator", reply, "\"arahan K-LAPORAN 2025-TW1 nomor 1\"");
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        STORE_TEST(the_trail_ends_in_the_last_event),
        STORE_TEST(asking_for_what_stands_changes_nothing),
        STORE_TEST(the_same_follow_up_changes_nothing),
        STORE_TEST(what_was_removed_is_not_what_stands),
        STORE_TEST(one_goes_back_step_by_step),
        STORE_TEST(an_undo_is_kept_even_where_it_restores_the_same),
        STORE_TEST(an_undo_says_so_in_its_event),
        STORE_TEST(what_cannot_be_taken_back_is_said),
        STORE_TEST(whoever_is_not_listed_is_named_by_login),
        STORE_TEST(what_cannot_be_looked_up_is_not_taken_for_nothing),
        STORE_TEST(what_cannot_be_walked_is_not_taken_for_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
