/* Thousands of random requests, sound and unsound, by anybody: whatever is let in, each record is what its
 * events make of it, and whatever is refused leaves no trace. */
#include "check.h"
#include "edge/codec.h"
#include "edge/store.h"
#include "model/apply.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>

enum { REQUESTS = 2000, PEOPLE_COUNT = 6, CODES = 4, EVIDENCE_NUMBERS = 5 };

static const char *const logins[PEOPLE_COUNT] = {"operator", "atasan",      "operator2",
                                                 "pembaca",  "verifikator", "siapa-saja"};
static const char *const codes[CODES] = {REPORTS, SHARE, SECRETARIAT, "TIADA"};

/* xorshift64*: the same requests in every run. */
struct chance {
    uint64_t state;
};

static unsigned one_of(struct chance *chance, unsigned count) {
    chance->state ^= chance->state >> 12;
    chance->state ^= chance->state << 25;
    chance->state ^= chance->state >> 27;
    return (unsigned)((chance->state * UINT64_C(2685821657736338717)) >> 33) % count;
}

static bool once_in(struct chance *chance, unsigned count) {
    return one_of(chance, count) == 0;
}

static void random_actual(struct chance *chance, struct actual *actual) {
    static const int64_t values[] = {0, 10000, 3750000, 750000, -10000, 5000, DECIMAL_UNITS_MAX, INT64_MAX};
    actual->value.units = values[one_of(chance, once_in(chance, 4) ? 8 : 4)];
    actual->provisional = once_in(chance, 4);
    actual->filled = once_in(chance, 2);
    if (once_in(chance, 4))
        actual->fraction = (struct fraction){decimal_whole(45), decimal_whole(60)};
}

static void random_text(struct chance *chance, char *text, size_t size) {
    static const char *const texts[] = {"SK", "Laporan koperasi", "hujan, jalan putus", "", "a\x01", "\xff"};
    snprintf(text, size, "%s", texts[one_of(chance, once_in(chance, 8) ? 6 : 3)]);
}

static void random_evidence(struct chance *chance, struct evidence *evidence) {
    evidence->kind = (enum evidence_kind)one_of(chance, once_in(chance, 10) ? EVIDENCE_KIND_COUNT + 1
                                                                            : EVIDENCE_KIND_COUNT);
    evidence->removed = once_in(chance, 4);
    evidence->promised = once_in(chance, 3);
    evidence->allowed = once_in(chance, 4);
    evidence->document.byte[0] = (uint8_t)one_of(chance, 4);
    evidence->date = (struct date){2025, 1 + (int)one_of(chance, 12), 1 + (int)one_of(chance, 31)};
    random_text(chance, evidence->title, sizeof evidence->title);
    random_text(chance, evidence->place, sizeof evidence->place);
}

static struct request random_request(struct chance *chance, uint64_t number) {
    struct request request;
    memset(&request, 0, sizeof request);
    memcpy(request.operation.byte, &number, sizeof number);
    struct change *change = &request.change;
    change->kind = (enum event_kind)one_of(chance, once_in(chance, 3) ? EVENT_KIND_COUNT : EVENT_INITIALLED);
    change->key.kind = event_kind_record(change->kind);
    change->key.quarter = desk_quarter(1 + (int)one_of(chance, once_in(chance, 20) ? 7 : 2));
    change->undo = once_in(chance, 8);
    snprintf(change->key.code, sizeof change->key.code, "%s",
             codes[one_of(chance, once_in(chance, 20) ? CODES : CODES - 1)]);
    if (change->key.kind == RECORD_SUBMISSION)
        snprintf(change->key.code, sizeof change->key.code, "%s",
                 once_in(chance, 2) ? "koperasi" : "sekretariat");
    if (change->kind == EVENT_ACTUAL_SET)
        random_actual(chance, &change->actual);
    for (int i = 0; change->kind == EVENT_NOTES_SET && i < NOTE_COUNT; i++)
        random_text(chance, change->notes.text[i], sizeof change->notes.text[i]);
    if (change->kind == EVENT_EVIDENCE_SET)
        random_evidence(chance, &change->evidence);
    if (change->key.kind == RECORD_EVIDENCE)
        change->key.number = one_of(chance, EVIDENCE_NUMBERS);
    return request;
}

/* What stands, nothing when it is not there. */
static struct record standing(struct store *store, const struct record_key *key) {
    struct record record;
    struct err err;
    assert_true(store_begin(store, &err));
    if (!store_find(store, key, &record, &err))
        record_init(&record, key);
    store_end(store);
    return record;
}

static bool same_record(const struct record *a, const struct record *b) {
    struct buf bytes_a = {0}, bytes_b = {0};
    record_encode(a, &bytes_a);
    record_encode(b, &bytes_b);
    bool same = bytes_a.length == bytes_b.length && memcmp(bytes_a.data, bytes_b.data, bytes_a.length) == 0;
    buf_release(&bytes_a);
    buf_release(&bytes_b);
    return same;
}

/* ---- replaying ---- */

struct replaying {
    struct store *store;
    uint64_t events; /* in the chains of all records */
};

/* Applies the chain that ends in `id`, the oldest event first. */
static void replay(struct replaying *replaying, const struct event_id *id, struct record *record) {
    struct buf chain = {0}; /* the ids from the newest */
    struct event event;
    struct err err;
    for (struct event_id at = *id; at.sequence != 0; at = event.change.replaces) {
        assert_true(store_event(replaying->store, &at, &event, &err));
        buf_put(&chain, &at, sizeof at);
    }
    for (size_t left = chain.length; left > 0; left -= sizeof *id) {
        struct event_id at;
        memcpy(&at, chain.data + left - sizeof at, sizeof at);
        assert_true(store_event(replaying->store, &at, &event, &err));
        apply(record, &event);
        replaying->events++;
    }
    buf_release(&chain);
}

static bool check_record(void *context, const struct record *record) {
    struct record replayed;
    record_init(&replayed, &record->key);
    replay(context, &record->head, &replayed);
    assert_true(same_record(record, &replayed));
    return true;
}

static void fail_on_finding(void *context, const char *line) {
    (void)context;
    fail_msg("%s", line);
}

/* Asks once; true when it was let in. */
static bool ask(struct store *store, struct chance *chance, uint64_t number) {
    struct request request = random_request(chance, number);
    struct record before = standing(store, &request.change.key);
    if (!once_in(chance, 6))
        request.change.replaces = before.head;
    struct person person = config_person(small_office(), logins[one_of(chance, PEOPLE_COUNT)]);
    const struct admission admission = {.config = small_office(), .person = &person};
    uint64_t version = store_version(store);
    struct outcome outcome;
    struct err err;
    bool done =
        store_change(store, &admission, &request, INT64_C(1760000000000) + (int64_t)number, &outcome, &err);
    struct record after = standing(store, done ? &outcome.record.key : &request.change.key);
    assert_true(same_record(&after, done ? &outcome.record : &before));
    assert_true((store_version(store) != version) == done);
    return done;
}

static void every_record_is_what_its_events_make_of_it(void **state) {
    struct buf directory = {0};
    struct store *store;
    struct err err;
    buf_printf(&directory, "%s/simpanan", (const char *)*state);
    assert_true(store_open(directory.data, "uji", &store, &err));
    buf_release(&directory);

    struct chance chance = {.state = 20250407};
    uint64_t done = 0;
    for (uint64_t i = 1; i <= REQUESTS; i++)
        done += ask(store, &chance, i);
    assert_true(done > REQUESTS / 10 && done < REQUESTS * 9 / 10); /* both kinds were tried */

    struct replaying replaying = {.store = store};
    assert_true(store_begin(store, &err));
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        const struct record_key all = {.kind = (enum record_kind)kind};
        assert_true(store_each(store, &all, check_record, &replaying, &err));
    }
    store_end(store);
    assert_int_equal(replaying.events, done);

    struct store_counts counts;
    assert_true(store_check(store, fail_on_finding, NULL, &counts, &err));
    assert_int_equal(counts.events, done);
    assert_int_equal(counts.findings, 0);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_record_is_what_its_events_make_of_it, desk_set_up, desk_clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
