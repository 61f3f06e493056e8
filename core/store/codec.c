#include "store/codec.h"
#include "store/codec_internal.h"
#include <stddef.h>
#include <string.h>

enum { CHECKSUM_SIZE = 8 };
enum { CHANGE_UNDO = 1, CHANGE_FLAGS = 1 };

#define CHECKSUM_START UINT64_C(0xcbf29ce484222325)
#define CHECKSUM_PRIME UINT64_C(0x00000100000001b3)

/* FNV-1a: each step is a bijection of the sum, so that one changed byte is always seen. What guards against
 * people, not accidents, is the chain of digests. */
static uint64_t checksum(uint64_t sum, const void *data, size_t length) {
    const uint8_t *byte = data;
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ byte[i]) * CHECKSUM_PRIME;
    return sum;
}

/* ---- keys ---- */

static bool is_code_byte(char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '.' || byte == '_' || byte == '-';
}

/* How much of the text may be a code. Runs for every record read; strspn would build a table each time. */
static size_t code_length(const char *text, size_t length) {
    size_t code = 0;
    while (code < length && is_code_byte(text[code]))
        code++;
    return code;
}

size_t record_key_encode(const struct record_key *key, uint8_t out[CODEC_KEY_MAX]) {
    size_t length = strnlen(key->code, CODE_MAX);
    memcpy(out, key->code, length);
    out[length++] = 0;
    out[length++] = (uint8_t)(key->quarter.year >> 8);
    out[length++] = (uint8_t)key->quarter.year;
    out[length++] = (uint8_t)key->quarter.number;
    for (int shift = 24; record_kind_numbered(key->kind) && shift >= 0; shift -= 8)
        out[length++] = (uint8_t)(key->number >> shift);
    return length;
}

bool record_key_decode(enum record_kind kind, const void *data, size_t length, struct record_key *key) {
    *key = (struct record_key){.kind = kind};
    const char *text = data;
    size_t code = code_length(text, length);
    if (code == 0 || code > CODE_MAX || code == length || text[code] != '\0')
        return false;
    memcpy(key->code, text, code);
    struct bytes in = bytes_from(text + code + 1, length - code - 1);
    key->quarter.year = bytes_u16(&in);
    key->quarter.number = bytes_u8(&in);
    codec_require(&in, key->quarter.year >= 1900 && key->quarter.year <= 9999);
    codec_require(&in, key->quarter.number >= 1 && key->quarter.number <= PERIODS);
    if (record_kind_numbered(kind)) {
        key->number = bytes_u32(&in);
        codec_require(&in, key->number != 0);
    }
    return bytes_done(&in);
}

static void put_key(struct buf *out, const struct record_key *key) {
    uint8_t bytes[CODEC_KEY_MAX];
    size_t length = record_key_encode(key, bytes);
    buf_byte(out, (uint8_t)length);
    buf_put(out, bytes, length);
}

static void take_key(struct bytes *in, enum record_kind kind, struct record_key *key) {
    uint8_t bytes[CODEC_KEY_MAX];
    size_t length = bytes_u8(in);
    codec_require(in, length <= sizeof bytes);
    if (in->failed)
        return;
    bytes_copy(in, bytes, length);
    codec_require(in, record_key_decode(kind, bytes, length, key));
}

/* ---- events ---- */

void event_encode(const struct event *event, struct buf *out) {
    const struct change *change = &event->change;
    size_t start = out->length;
    buf_byte(out, CODEC_FORMAT);
    buf_byte(out, (uint8_t)change->kind);
    buf_byte(out, change->undo ? CHANGE_UNDO : 0);
    put_key(out, &change->key);
    codec_put_heads(out, &change->replaces);
    codec_put_event_id(out, &event->id);
    buf_put(out, event->previous.byte, DIGEST_SIZE);
    buf_put(out, event->operation.byte, UUID_SIZE);
    buf_u64(out, (uint64_t)event->at);
    buf_sized_text(out, event->who);
    buf_put(out, event->catalogue.byte, DIGEST_SIZE);
    codec_put_payload(out, change);
    buf_u64(out, checksum(CHECKSUM_START, out->data + start, out->length - start));
}

/* Takes the checksum off the end of `in`; 0, and a failure, when that is too short to have one. */
static uint64_t take_checksum(struct bytes *in) {
    if (in->left < CHECKSUM_SIZE) {
        in->failed = true;
        return 0;
    }
    in->left -= CHECKSUM_SIZE;
    struct bytes end = bytes_from(in->at + in->left, CHECKSUM_SIZE);
    return bytes_u64(&end);
}

bool event_decode(const void *data, size_t length, struct event *event) {
    memset(event, 0, sizeof *event);
    struct bytes in = bytes_from(data, length);
    struct change *change = &event->change;
    uint64_t sum = take_checksum(&in);
    codec_require(&in, sum == checksum(CHECKSUM_START, in.at, in.left));
    codec_require(&in, bytes_u8(&in) == CODEC_FORMAT);
    unsigned kind = bytes_u8(&in);
    codec_require(&in, kind < EVENT_KIND_COUNT);
    if (in.failed)
        return false;
    change->kind = (enum event_kind)kind;
    change->undo = codec_take_flags(&in, CHANGE_FLAGS) & CHANGE_UNDO;
    take_key(&in, event_kind_record(change->kind), &change->key);
    codec_take_heads(&in, &change->replaces);
    codec_take_event_id(&in, &event->id);
    bytes_copy(&in, event->previous.byte, DIGEST_SIZE);
    bytes_copy(&in, event->operation.byte, UUID_SIZE);
    event->at = (int64_t)bytes_u64(&in);
    bytes_sized_text(&in, event->who, sizeof event->who);
    bytes_copy(&in, event->catalogue.byte, DIGEST_SIZE);
    codec_take_payload(&in, change);
    return bytes_done(&in);
}

/* ---- records ---- */

static uint64_t key_checksum(const struct record_key *key) {
    uint8_t bytes[CODEC_KEY_MAX];
    return checksum(CHECKSUM_START, bytes, record_key_encode(key, bytes));
}

void record_encode(const struct record *record, struct buf *out) {
    size_t start = out->length;
    buf_byte(out, CODEC_FORMAT);
    codec_put_heads(out, &record->head);
    buf_u64(out, (uint64_t)record->changed_at);
    buf_sized_text(out, record->changed_by);
    codec_put_content(out, record);
    buf_u64(out, checksum(key_checksum(&record->key), out->data + start, out->length - start));
}

/* Of the union's members, which all begin where it does. */
static const size_t content_size[RECORD_KIND_COUNT] = {
    [RECORD_ACTUAL] = sizeof(struct actual),
    [RECORD_NOTES] = sizeof(struct notes),
    [RECORD_EVIDENCE] = sizeof(struct evidence),
    [RECORD_SUBMISSION] = sizeof(struct submission),
    [RECORD_CHECK] = sizeof(struct check),
    [RECORD_SPENDING] = sizeof(struct spending),
    [RECORD_INSTRUCTION] = sizeof(struct instruction),
    [RECORD_MEETING] = sizeof(struct meeting),
    [RECORD_RECOMMENDATION] = sizeof(struct recommendation),
    [RECORD_DOCUMENT] = sizeof(struct dossier),
    [RECORD_HANDOVER] = sizeof(struct handover),
    [RECORD_REKEY] = sizeof(struct rekey),
};

/* Does not clear all of the union, which would cost more than reading most records. */
static void init(struct record *record, const struct record_key *key) {
    memset(record, 0, offsetof(struct record, actual) + content_size[key->kind]);
    record->key = *key;
}

static bool take_record(struct bytes *in, struct record *record) {
    codec_require(in, bytes_u8(in) == CODEC_FORMAT);
    codec_take_heads(in, &record->head);
    record->changed_at = (int64_t)bytes_u64(in);
    bytes_sized_text(in, record->changed_by, sizeof record->changed_by);
    codec_take_content(in, record);
    return bytes_done(in);
}

bool record_decode(const struct record_key *key, const void *data, size_t length, struct record *record) {
    init(record, key);
    struct bytes in = bytes_from(data, length);
    uint64_t sum = take_checksum(&in);
    codec_require(&in, sum == checksum(key_checksum(key), in.at, in.left));
    return take_record(&in, record);
}

bool record_decode_kept(const struct record_key *key, const void *data, size_t length,
                        struct record *record) {
    init(record, key);
    struct bytes in = bytes_from(data, length);
    take_checksum(&in);
    return take_record(&in, record);
}
