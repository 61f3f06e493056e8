#include "check.h"
#include "model/apply.h"
#include "unit/small_office.h"
#include "unit/store_help.h"
#include <stdio.h>
#include <string.h>

/* Five events on four records: actual 375, then 400; notes; evidence; another actual. */
enum { FIRST = 1, SECOND, NOTES, EVIDENCE, LAST, EVENTS = LAST, RECORDS = 4 };

static struct uuid device, operation;

static void make_store(void) {
    struct store *store = open_store();
    struct record first = assert_change(store, actual_request(REPORTS, 1, 375, no_event)).record;
    assert_change(store, actual_request(REPORTS, 1, 400, first.head));
    struct request request = notes_request(REPORTS, 1, "hujan", no_event);
    assert_change(store, request);
    assert_change(store, evidence_request(REPORTS, 1, "SK"));
    assert_change(store, actual_request(PEOPLE, 1, 28, no_event));
    assert_clean(store, EVENTS, RECORDS);
    device = first.head.device;
    operation = request.operation;
    store_close(store);
}

/* ---- kinds of damage ---- */

struct place {
    enum store_table table;
    uint8_t key[CODEC_KEY_MAX];
    size_t size;
};

static struct place journal(uint64_t position) {
    struct place place = {.table = TABLE_JOURNAL, .size = STORE_POSITION_SIZE};
    store_position_encode(position, place.key);
    return place;
}

static struct place sequence(uint64_t number) {
    struct place place = {.table = TABLE_SEQUENCE, .size = STORE_ID_SIZE};
    struct event_id id = {device, number};
    store_id_encode(&id, place.key);
    return place;
}

static struct place by_uuid(enum store_table table, const struct uuid *uuid) {
    struct place place = {.table = table, .size = UUID_SIZE};
    memcpy(place.key, uuid->byte, UUID_SIZE);
    return place;
}

static struct record_key sound_key(enum record_kind kind) {
    return (struct record_key){kind, REPORTS, {SMALL_OFFICE_YEAR, 1}, kind == RECORD_EVIDENCE ? 1 : 0};
}

static struct place record(enum record_kind kind) {
    struct record_key key = sound_key(kind);
    struct place place = {.table = (enum store_table)kind};
    place.size = record_key_encode(&key, place.key);
    return place;
}

static void put_at(struct place place, const void *value, size_t size) {
    plant(place.table, place.key, place.size, value, size);
}

static void remove_at(struct place place) {
    put_at(place, NULL, 0);
}

static void flip_at(struct place place) {
    struct buf value = {0};
    dig_out(place.table, place.key, place.size, &value);
    value.data[value.length / 2] ^= 1;
    put_at(place, value.data, value.length);
    buf_release(&value);
}

static void point_to(struct place place, uint64_t position) {
    uint8_t value[STORE_POSITION_SIZE];
    store_position_encode(position, value);
    put_at(place, value, sizeof value);
}

static struct event event_at(uint64_t position) {
    struct buf value = {0};
    struct event event;
    struct place place = journal(position);
    dig_out(place.table, place.key, place.size, &value);
    assert_true(event_decode(value.data, value.length, &event));
    buf_release(&value);
    return event;
}

static void put_event(uint64_t position, const struct event *event) {
    struct buf value = {0};
    event_encode(event, &value);
    put_at(journal(position), value.data, value.length);
    buf_release(&value);
}

/* Somebody who knows the format writes another value, checksum and all. */
static void forge_event(uint64_t position) {
    struct event event = event_at(position);
    event.change.actual.value = decimal_whole(9999);
    put_event(position, &event);
}

/* The record as after this one event, and then `head`. */
static void put_actual(uint64_t position, int whole, uint64_t head) {
    struct event event = event_at(position);
    struct record forged;
    struct record_key key = sound_key(RECORD_ACTUAL);
    record_init(&forged, &key);
    apply(&forged, &event);
    forged.actual.value = decimal_whole(whole);
    forged.head.sequence = head;
    struct buf value = {0};
    record_encode(&forged, &value);
    put_at(record(RECORD_ACTUAL), value.data, value.length);
    buf_release(&value);
}

static void event_flipped(void) {
    flip_at(journal(SECOND));
}
static void event_removed(void) {
    remove_at(journal(NOTES));
}
static void event_forged(void) {
    forge_event(SECOND);
}
static void last_event_forged(void) {
    forge_event(LAST);
}
static void first_event_with_a_past(void) {
    struct event event = event_at(FIRST);
    event.previous.byte[0] = 1;
    put_event(FIRST, &event);
}
static void events_in_a_circle(void) {
    struct event event = event_at(FIRST);
    event.change.replaces = (struct event_id){device, SECOND};
    put_event(FIRST, &event);
}
static void sequence_removed(void) {
    remove_at(sequence(NOTES));
}
static void sequence_astray(void) {
    point_to(sequence(NOTES), EVIDENCE);
}
static void sequence_beyond(void) {
    point_to(sequence(EVENTS + 1), LAST);
}
static void operation_removed(void) {
    remove_at(by_uuid(TABLE_OPERATION, &operation));
}
static void operation_misled(void) {
    point_to(by_uuid(TABLE_OPERATION, &operation), EVIDENCE);
}
static void operation_astray(void) {
    point_to(by_uuid(TABLE_OPERATION, &device), LAST);
}
static void device_removed(void) {
    remove_at(by_uuid(TABLE_DEVICE, &device));
}
static void device_damaged(void) {
    point_to(by_uuid(TABLE_DEVICE, &device), EVENTS);
}
static void device_head_flipped(void) {
    flip_at(by_uuid(TABLE_DEVICE, &device));
}
static void record_flipped(void) {
    flip_at(record(RECORD_NOTES));
}
static void record_removed(void) {
    remove_at(record(RECORD_EVIDENCE));
}
static void record_forged(void) {
    put_actual(SECOND, 401, SECOND);
}
static void record_of_an_unknown_event(void) {
    put_actual(SECOND, 400, 77);
}
static void record_of_another_ones_event(void) {
    put_actual(SECOND, 400, LAST);
}
static void record_set_back(void) {
    put_actual(FIRST, 375, FIRST);
}
static void record_key_damaged(void) {
    put_at((struct place){.table = (enum store_table)RECORD_NOTES, .key = "K LAPORAN", .size = 10}, "x", 1);
}
static void position_damaged(void) {
    put_at((struct place){.table = TABLE_JOURNAL, .key = {0xff}, .size = 1}, "x", 1);
}

static const struct {
    void (*damage)(void);
    const char *finding;
} damages[] = {
    {event_flipped, "jurnal 2: rusak, tidak terbaca\n"},
    {event_flipped, "jurnal 3: sidik peristiwa sebelumnya tidak cocok\n"},
    {event_flipped, "realisasi K-LAPORAN 2025-TW1: riwayatnya terputus\n"},
    {event_removed, "jurnal 4: 1 peristiwa sebelumnya hilang\n"},
    {event_removed, "jurnal 4: jurnal 3 sebelumnya hilang\n"},
    {event_removed, "catatan K-LAPORAN 2025-TW1: riwayatnya terputus\n"},
    {event_forged, "jurnal 3: sidik peristiwa sebelumnya tidak cocok\n"},
    {event_forged, "realisasi K-LAPORAN 2025-TW1: tidak sama dengan riwayatnya\n"},
    {last_event_forged, ": sidik jurnal 5 tidak cocok\n"},
    {first_event_with_a_past, "jurnal 1: sidik peristiwa sebelumnya tidak cocok\n"},
    {events_in_a_circle, "realisasi K-LAPORAN 2025-TW1: riwayatnya terputus\n"},
    {sequence_removed, "jurnal 3: tidak terdaftar di urutan perangkatnya\n"},
    {sequence_removed, "jurnal 4: urutan 3 dari perangkat yang sama hilang\n"},
    {sequence_astray, "urutan: menunjuk jurnal 4, yang bukan peristiwanya\n"},
    {sequence_astray, "jurnal 4: mendahului urutan 3 dari perangkat yang sama\n"},
    {sequence_beyond, "urutan: menunjuk jurnal 5, yang bukan peristiwanya\n"},
    {sequence_beyond, ": jurnal 5 melewati urutan terakhirnya\n"},
    {operation_removed, "jurnal 3: tidak terdaftar di operasi\n"},
    {operation_misled, "jurnal 3: tidak terdaftar di operasi\n"},
    {operation_astray, "operasi: menunjuk jurnal 5, yang bukan peristiwanya\n"},
    {device_removed, "jurnal 1: perangkatnya tidak terdaftar\n"},
    {device_damaged, ": rusak\n"},
    {device_head_flipped, ": sidik jurnal 5 tidak cocok\n"},
    {record_flipped, "catatan K-LAPORAN 2025-TW1: rusak, tidak terbaca\n"},
    {record_removed, "jurnal 4: bukti K-LAPORAN 2025-TW1 nomor 1 yang diubahnya hilang\n"},
    {record_forged, "realisasi K-LAPORAN 2025-TW1: tidak sama dengan riwayatnya\n"},
    {record_of_an_unknown_event, "realisasi K-LAPORAN 2025-TW1: riwayatnya terputus\n"},
    {record_of_another_ones_event, "realisasi K-LAPORAN 2025-TW1: riwayatnya terputus\n"},
    {record_set_back, "jurnal: 5 peristiwa, tetapi hanya 4 termasuk riwayat suatu data\n"},
    {record_key_damaged, "catatan: ada kunci yang rusak\n"},
    {position_damaged, "jurnal: ada nomor yang rusak\n"},
};

static void every_damage_is_found_and_named(void **state) {
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        make_store();
        damages[i].damage();
        struct store *store = open_store();
        struct buf lines = {0};
        findings_of(store, &lines);
        if (!strstr(buf_string(&lines), damages[i].finding))
            fail_msg("not found: %snor among:\n%s", damages[i].finding, buf_string(&lines));
        buf_release(&lines);
        store_close(store);
        store_directory_remove(state);
        store_directory_make(state);
    }
}

static bool ignore(void *context, const struct stored *each) {
    (void)context, (void)each;
    return true;
}

static void a_damaged_record_is_not_shown(void **state) {
    (void)state;
    make_store();
    record_flipped();
    struct store *store = open_store();
    struct record_key key = sound_key(RECORD_NOTES);
    struct record found;
    struct err err = {0};
    assert_true(store_begin(store, &err));
    assert_false(store_find(store, &key, &found, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_non_null(strstr(err.text, "\"catatan K-LAPORAN 2025-TW1\""));
    assert_non_null(strstr(err.text, "periksa-data"));
    err.kind = ERR_NONE;
    assert_false(store_each(store, &key, ignore, NULL, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    store_end(store);

    struct outcome outcome; /* nor written over */
    assert_false(change_as(store, "operator", notes_request(REPORTS, 1, "lagi", no_event), &outcome, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    store_close(store);
}

static void a_damaged_event_is_not_shown(void **state) {
    (void)state;
    make_store();
    event_flipped();
    struct store *store = open_store();
    struct event_id id = {device, SECOND};
    struct event event;
    uint64_t position;
    struct err err = {0};
    assert_true(store_begin(store, &err));
    assert_false(store_event(store, &id, &event, &position, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_non_null(strstr(err.text, "jurnal nomor 2 "));
    store_end(store);
    store_close(store);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        STORE_TEST(every_damage_is_found_and_named),
        STORE_TEST(a_damaged_record_is_not_shown),
        STORE_TEST(a_damaged_event_is_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
