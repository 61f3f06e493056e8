/* The decoders of the store on any bytes: what they take is in range and is encoded to the same bytes again.
 * The first byte picks the decoder. */
#include "store/codec.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): a fuzz build may define NDEBUG. */
static void must(bool holds) {
    if (!holds)
        abort();
}

static bool in_range(struct decimal value) {
    return value.units >= -DECIMAL_UNITS_MAX && value.units <= DECIMAL_UNITS_MAX;
}

static void check_actual(const struct actual *actual) {
    must(in_range(actual->value) && in_range(actual->fraction.numerator) &&
         in_range(actual->fraction.denominator));
    must(actual->filled || (!actual->provisional && actual->value.units == 0));
}

static void check_notes(const struct notes *notes) {
    for (int i = 0; i < NOTE_COUNT; i++)
        must(strnlen(notes->text[i], NOTE_MAX + 1) <= NOTE_MAX);
}

static void check_evidence(const struct evidence *evidence) {
    must((unsigned)evidence->kind < EVIDENCE_KIND_COUNT);
    must(evidence->promised || !evidence->allowed);
    must(evidence->date.year == 0 || date_valid(evidence->date));
    must(strnlen(evidence->title, TITLE_MAX + 1) <= TITLE_MAX);
    must(strnlen(evidence->number, NUMBER_MAX + 1) <= NUMBER_MAX);
    must(strnlen(evidence->place, PLACE_MAX + 1) <= PLACE_MAX);
}

static void check_key(const struct record_key *key) {
    must(key->code[0] && strnlen(key->code, CODE_MAX + 1) <= CODE_MAX);
    must(key->quarter.year >= 1900 && key->quarter.year <= 9999);
    must(key->quarter.number >= 1 && key->quarter.number <= PERIODS);
    must((key->kind == RECORD_EVIDENCE) == (key->number != 0));
}

static void same(struct buf *again, const uint8_t *data, size_t size) {
    must(again->length == size && memcmp(again->data, data, size) == 0);
    buf_release(again);
}

static void event_bytes(const uint8_t *data, size_t size) {
    struct event event;
    struct buf again = {0};
    if (!event_decode(data, size, &event))
        return;
    must((unsigned)event.change.kind < EVENT_KIND_COUNT && event.id.sequence != 0);
    must(event.change.key.kind == event_kind_record(event.change.kind));
    must(strnlen(event.who, LOGIN_MAX + 1) <= LOGIN_MAX);
    check_key(&event.change.key);
    if (event.change.kind == EVENT_ACTUAL_SET || event.change.kind == EVENT_ACTUAL_FINALISED)
        check_actual(&event.change.actual);
    if (event.change.kind == EVENT_NOTES_SET)
        check_notes(&event.change.notes);
    if (event.change.key.kind == RECORD_EVIDENCE)
        check_evidence(&event.change.evidence);
    event_encode(&event, &again);
    same(&again, data, size);
}

static void record_bytes(const struct record_key *key, const uint8_t *data, size_t size) {
    struct record record;
    struct buf again = {0};
    if (!record_decode(key, data, size, &record))
        return;
    must(strnlen(record.changed_by, LOGIN_MAX + 1) <= LOGIN_MAX);
    if (key->kind == RECORD_ACTUAL)
        check_actual(&record.actual);
    if (key->kind == RECORD_NOTES)
        check_notes(&record.notes);
    if (key->kind == RECORD_EVIDENCE)
        check_evidence(&record.evidence);
    record_encode(&record, &again);
    same(&again, data, size);
}

static void key_bytes(enum record_kind kind, const uint8_t *data, size_t size) {
    struct record_key key;
    uint8_t again[CODEC_KEY_MAX];
    if (!record_key_decode(kind, data, size, &key))
        return;
    check_key(&key);
    must(record_key_encode(&key, again) == size && memcmp(again, data, size) == 0);
}

/* The checksum would turn the fuzzer away before anything is looked at, so it is set right first. FNV-1a,
 * over a record's key too. */
static void seal(uint8_t *data, size_t size, const struct record_key *key) {
    uint64_t sum = UINT64_C(0xcbf29ce484222325);
    uint8_t bytes[CODEC_KEY_MAX];
    size_t key_size = key ? record_key_encode(key, bytes) : 0;
    for (size_t i = 0; i < key_size; i++)
        sum = (sum ^ bytes[i]) * UINT64_C(0x100000001b3);
    for (size_t i = 0; i + 8 < size; i++)
        sum = (sum ^ data[i]) * UINT64_C(0x100000001b3);
    for (size_t i = 0; i < 8 && size >= 8; i++)
        data[size - 8 + i] = (uint8_t)(sum >> (56 - 8 * i));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2)
        return 0;
    enum record_kind kind = (enum record_kind)(data[0] % RECORD_KIND_COUNT);
    struct record_key key = {kind, "SUB-18", {2025, 3}, kind == RECORD_EVIDENCE};
    struct buf copy = {0};
    buf_put(&copy, ++data, --size);
    uint8_t *bytes = (uint8_t *)copy.data;
    switch (data[-1] / RECORD_KIND_COUNT % 3) {
    case 0:
        event_bytes(data, size);
        seal(bytes, size, NULL);
        event_bytes(bytes, size);
        break;
    case 1:
        record_bytes(&key, data, size);
        seal(bytes, size, &key);
        record_bytes(&key, bytes, size);
        break;
    default:
        key_bytes(kind, data, size);
        break;
    }
    buf_release(&copy);
    return 0;
}
