/* What the door hands out, against a ledger of the same records in the plainest form: found and walked alike, whatever
 * was put into it and whatever was left out. */
#include "base/buf.h"
#include "check.h"
#include "office/reading_internal.h"
#include "store/codec.h"
#include "unit/ledger.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODES = 7, QUARTERS_HERE = 5, KINDS = 5, NUMBERS = 3, RECORDS = 120, ROUNDS = 12 };

/* Codes that begin like others, in any case; none stands under the last, and "" is for walking all. */
static const char *const codes[CODES] = {"A", "A-1", "A-10", "AB", "a", "koperasi", "TIADA"};
static const struct quarter quarters[QUARTERS_HERE] = {{2024, 3}, {2025, 1}, {2025, 5}, {2026, 1}, {2281, 2}};
static const enum record_kind kinds[KINDS] = {RECORD_ACTUAL, RECORD_NOTES, RECORD_EVIDENCE, RECORD_SUBMISSION,
                                              RECORD_REKEY};
static const uint32_t numbers[NUMBERS] = {1, 2, 258};

/* ---- records at random, the same in every run ---- */

static uint32_t seed;

static int chance(int count) {
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return (int)(seed % (uint32_t)count);
}

static struct record_key any_key(void) {
    struct record_key key =
        record_key(kinds[chance(KINDS)], codes[chance(CODES - 1)], quarters[chance(QUARTERS_HERE)]);
    if (record_kind_numbered(key.kind))
        key.number = numbers[chance(NUMBERS)];
    return key;
}

/* The texts make the bytes of one longer than those of another. */
static struct record any_record(void) {
    const struct record_key key = any_key();
    struct record record;
    record_init(&record, &key);
    record.head = (struct event_id){.device = {{7}}, .sequence = (uint64_t)chance(1000000) + 1};
    record.changed_at = chance(1000000);
    memset(record.changed_by, 'a' + chance(26), (size_t)chance(LOGIN_MAX) + 1);
    if (key.kind == RECORD_ACTUAL)
        record.actual = (struct actual){.filled = true, .value = decimal_whole(chance(1000))};
    if (key.kind == RECORD_NOTES)
        memset(record.notes.text[chance(NOTE_COUNT)], 'x', (size_t)chance(NOTE_MAX));
    if (key.kind == RECORD_EVIDENCE)
        snprintf(record.evidence.title, sizeof record.evidence.title, "Dokumen %d", chance(1000));
    return record;
}

/* ---- beside the ledger ---- */

struct walk {
    const struct ledger *ledger;
    int seen[RECORDS * ROUNDS]; /* where each that was met stands in the ledger */
    int count, stop_after;      /* 0: never */
};

static bool meet(void *context, const struct record *record) {
    struct walk *walk = context;
    int at = 0;
    while (at < walk->ledger->count && !record_same(walk->ledger->record[at], record))
        at++;
    assert_true(at < walk->ledger->count);
    walk->seen[walk->count++] = at;
    return walk->count != walk->stop_after;
}

static struct walk walk(const struct records *records, const struct ledger *ledger,
                        const struct record_key *from, int stop_after) {
    struct walk walk = {.ledger = ledger, .stop_after = stop_after};
    records_each(records, from, meet, &walk);
    return walk;
}

static void assert_walks(const struct records *records, struct ledger *ledger,
                         const struct record_key *from) {
    const struct records plain = ledger_records(ledger, &records->asker);
    const struct walk found = walk(records, ledger, from, 0), expected = walk(&plain, ledger, from, 0);
    assert_int_equal(found.count, expected.count);
    assert_memory_equal(found.seen, expected.seen, (size_t)found.count * sizeof *found.seen);
    for (int stop = 1; stop <= 2 && stop <= expected.count; stop++)
        assert_int_equal(walk(records, ledger, from, stop).count, stop);
}

static void assert_found(const struct records *records, const struct ledger *ledger,
                         const struct record_key *key) {
    const struct record *expected = ledger_find(ledger, key);
    struct record record;
    assert_int_equal(records_get(records, key, &record), expected != NULL);
    struct record empty;
    record_init(&empty, key);
    assert_true(record_same(&record, expected ? expected : &empty));
}

static void assert_all_of(const struct records *records, struct ledger *ledger, enum record_kind kind,
                          const char *code) {
    struct record_key from = record_key(kind, code, (struct quarter){0});
    assert_walks(records, ledger, &from);
    for (int q = 0; q < QUARTERS_HERE; q++) {
        from.quarter = quarters[q];
        assert_walks(records, ledger, &from);
        for (int n = 0; *code && n < NUMBERS; n++) {
            struct record_key key = from;
            key.number = record_kind_numbered(kind) ? numbers[n] : 0;
            assert_found(records, ledger, &key);
        }
    }
}

static void assert_same(const struct reading *reading, struct ledger *ledger) {
    for (int k = 0; k < KINDS; k++) {
        assert_all_of(&reading->records, ledger, kinds[k], "");
        for (int c = 0; c < CODES; c++)
            assert_all_of(&reading->records, ledger, kinds[k], codes[c]);
    }
    const struct record_key none = {.kind = RECORD_CHECK};
    assert_walks(&reading->records, ledger, &none);
}

/* ---- as the door reads ---- */

static void add(struct reading *reading, const struct record *record) {
    uint8_t key[CODEC_KEY_MAX];
    struct buf value = {0};
    record_encode(record, &value);
    const struct stored stored = {.record = record,
                                  .key = key,
                                  .value = value.data,
                                  .key_size = record_key_encode(&record->key, key),
                                  .value_size = value.length};
    reading_add(reading, &stored);
    buf_release(&value);
}

/* In an order that nobody promised. */
static struct reading read_ledger(const struct ledger *ledger) {
    const struct asker asker = {.today = {2025, 10, 3}};
    const int steps[] = {1, 7, 11, 13}; /* none of them divides a count below */
    struct reading reading;
    reading_begin(&reading, &asker);
    int step = steps[chance(4)], at = 0;
    while (step != 1 && ledger->count % step == 0)
        step = steps[chance(4)];
    for (int i = 0; i < ledger->count; i++, at = (at + step) % ledger->count)
        add(&reading, ledger->record[at]);
    reading_end(&reading);
    return reading;
}

static struct ledger any_ledger(int count) {
    struct ledger ledger = {0};
    for (int i = 0; i < count; i++) {
        const struct record record = any_record();
        ledger_put(&ledger, &record);
    }
    return ledger;
}

static void what_is_read_is_found_and_walked_in_order(void **state) {
    static const int counts[] = {1, 2, 3, 10, 40, RECORDS};
    (void)state;
    seed = 20251003;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct ledger ledger = any_ledger(counts[i]);
        struct reading reading = read_ledger(&ledger);
        assert_same(&reading, &ledger);
        assert_int_equal(reading.records.asker.today.day, 3);
        reading_release(&reading);
        ledger_release(&ledger);
    }
}

/* New ones go where they belong, and what stood there is what was put. */
static void what_is_put_takes_its_place(void **state) {
    (void)state;
    seed = 28;
    struct ledger ledger = any_ledger(RECORDS / 4);
    struct reading reading = read_ledger(&ledger);
    int fresh = 0;
    for (int i = 1; i <= RECORDS; i++) {
        const struct record record = any_record();
        fresh += !ledger_find(&ledger, &record.key);
        reading_put(&reading, &record);
        ledger_put(&ledger, &record);
        if (i % ROUNDS == 0)
            assert_same(&reading, &ledger);
    }
    assert_true(fresh > 10 && fresh < RECORDS - 10);
    reading_release(&reading);
    ledger_release(&ledger);
}

/* First of all, last of all, and over the only one. */
static void the_ends_are_places_too(void **state) {
    (void)state;
    static const char *const order[] = {"M", "B", "Z", "B", "Z", "M", "A"};
    struct ledger ledger = {0};
    struct reading reading = read_ledger(&ledger);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const struct record_key key = record_key(RECORD_ACTUAL, order[i], quarters[0]);
        struct record record;
        record_init(&record, &key);
        record.head.sequence = i + 1;
        reading_put(&reading, &record);
        ledger_put(&ledger, &record);
        assert_all_of(&reading.records, &ledger, RECORD_ACTUAL, "");
        for (size_t n = 0; n <= i; n++)
            assert_all_of(&reading.records, &ledger, RECORD_ACTUAL, order[n]);
    }
    reading_release(&reading);
    ledger_release(&ledger);
}

static bool is_among(const char *code, const char *const among[], int count) {
    for (int i = 0; i < count; i++)
        if (strcmp(code, among[i]) == 0)
            return true;
    return false;
}

static void narrow(const struct ledger *from, struct ledger *to, const char *const among[], int count) {
    for (int i = 0; i < from->count; i++)
        if (is_among(from->record[i]->key.code, among, count))
            ledger_put(to, from->record[i]);
}

static void what_is_narrowed_keeps_the_named_codes(void **state) {
    static const struct {
        const char *code[5];
        int count;
    } cases[] = {
        {{"A-1", "A", "TIADA", "koperasi", "A"}, 5},
        {{"a"}, 1},
        {{"AB", "A-10", "A-1", "A"}, 4},
        {{NULL}, 0},
    };
    (void)state;
    seed = 2025;
    struct ledger ledger = any_ledger(RECORDS);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading = read_ledger(&ledger);
        struct ledger rest = {0};
        narrow(&ledger, &rest, cases[i].code, cases[i].count);
        reading_narrow(&reading, cases[i].code, cases[i].count);
        assert_same(&reading, &rest);
        assert_int_equal(reading.records.asker.today.day, 3);

        const struct record record = any_record();
        reading_put(&reading, &record);
        ledger_put(&rest, &record);
        assert_same(&reading, &rest);
        reading_release(&reading);
        ledger_release(&rest);
    }
    ledger_release(&ledger);
}

/* Before the first reading, and after the last. */
static void a_zeroed_one_is_empty_and_takes_what_is_put(void **state) {
    (void)state;
    static const char *const code[] = {"A"};
    seed = 7;
    struct reading reading = {.version = 0};
    struct ledger ledger = {0};
    const struct record record = any_record();
    assert_same(&reading, &ledger);
    reading_narrow(&reading, code, 1);
    assert_same(&reading, &ledger);
    reading_release(&reading);
    reading_release(&reading);
    assert_same(&reading, &ledger);
    reading_put(&reading, &record);
    ledger_put(&ledger, &record);
    assert_same(&reading, &ledger);
    reading_release(&reading);
    ledger_release(&ledger);
}

/* ---- events ---- */

static struct event event_of(uint64_t sequence, uint64_t replaces, const char *who) {
    struct event event;
    memset(&event, 0, sizeof event);
    event.id.sequence = sequence;
    event.at = (int64_t)(1000 - sequence); /* a clock that goes back */
    event.change.kind = EVENT_ACTUAL_SET;
    event.change.key = record_key(RECORD_ACTUAL, "A", quarters[0]);
    event.change.replaces.sequence = replaces;
    event.change.actual.filled = true;
    snprintf(event.who, sizeof event.who, "%s", who);
    return event;
}

static bool print_event(void *context, const struct event *event, const struct event *before) {
    buf_printf(context, "%s<%s ", event->who, before ? before->who : "");
    return event->id.sequence != 3;
}

/* Two stores' events stand in this journal's order, and what one replaced may be of the other. */
static void events_come_newest_first_with_what_they_replaced(void **state) {
    (void)state;
    static const struct {
        uint64_t sequence, position, before;
        const char *who;
    } cases[] = {{2, 30, 20, "c"}, {9, 20, 4, "b"}, {1, 40, 0, "d"},
                 {5, 4, 0, "a"},   {3, 3, 0, "x"},  {4, 2, 1, "y"}};
    struct events events = {.bytes = {0}};
    struct buf told = {0};
    events_end(&events);
    events_each(&events, print_event, &told);
    assert_string_equal(buf_string(&told), "");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct event event = event_of(cases[i].sequence, cases[i].before, cases[i].who);
        events_add(&events, &event, cases[i].position, cases[i].before);
    }
    events_end(&events);
    events_each(&events, print_event, &told);
    assert_string_equal(buf_string(&told), "d< c<b b<a a< x< ");
    buf_release(&told);
    events_release(&events);
    events_release(&events);
    events_each(&events, print_event, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_read_is_found_and_walked_in_order),
        cmocka_unit_test(what_is_put_takes_its_place),
        cmocka_unit_test(the_ends_are_places_too),
        cmocka_unit_test(what_is_narrowed_keeps_the_named_codes),
        cmocka_unit_test(a_zeroed_one_is_empty_and_takes_what_is_put),
        cmocka_unit_test(events_come_newest_first_with_what_they_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
