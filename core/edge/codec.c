#include "edge/codec.h"
#include <string.h>

enum { CHECKSUM_SIZE = 8, HEADS_MAX = 1 };
enum { ACTUAL_FILLED = 1, ACTUAL_PROVISIONAL = 2, ACTUAL_FRACTION = 4, ACTUAL_FLAGS = 7 };
enum { EVIDENCE_REMOVED_FLAG = 1, EVIDENCE_FILE_FLAG = 2, EVIDENCE_FLAGS = 3 };
enum { CHECK_BY_PERCENT = 1, CHECK_SELF = 2, CHECK_FLAGS = 3 };
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

static void require(struct bytes *in, bool condition) {
    if (!condition)
        in->failed = true;
}

static unsigned take_flags(struct bytes *in, unsigned known) {
    unsigned flags = bytes_u8(in);
    require(in, (flags & ~known) == 0);
    return flags & known;
}

static void put_decimal(struct buf *out, struct decimal value) {
    buf_u64(out, (uint64_t)value.units);
}

static struct decimal take_decimal(struct bytes *in) {
    struct decimal value = {.units = (int64_t)bytes_u64(in)};
    require(in, value.units >= -DECIMAL_UNITS_MAX && value.units <= DECIMAL_UNITS_MAX);
    return value;
}

static void put_event_id(struct buf *out, const struct event_id *id) {
    buf_put(out, id->device.byte, UUID_SIZE);
    buf_u64(out, id->sequence);
}

static void take_event_id(struct bytes *in, struct event_id *id) {
    bytes_copy(in, id->device.byte, UUID_SIZE);
    id->sequence = bytes_u64(in);
    require(in, id->sequence != 0);
}

/* A list, so that a record whose events forked will keep all its heads in this same format. */
static void put_heads(struct buf *out, const struct event_id *head) {
    buf_byte(out, head->sequence ? 1 : 0);
    if (head->sequence)
        put_event_id(out, head);
}

static void take_heads(struct bytes *in, struct event_id *head) {
    unsigned count = bytes_u8(in);
    require(in, count <= HEADS_MAX);
    if (count == 1)
        take_event_id(in, head);
}

static void put_date(struct buf *out, struct date date) {
    buf_u16(out, (uint16_t)date.year);
    buf_byte(out, date.year ? (uint8_t)date.month : 0);
    buf_byte(out, date.year ? (uint8_t)date.day : 0);
}

static struct date take_date(struct bytes *in) {
    struct date date = {.year = bytes_u16(in)};
    date.month = bytes_u8(in);
    date.day = bytes_u8(in);
    bool none = date.year == 0 && date.month == 0 && date.day == 0;
    require(in, none || date_valid(date));
    return date;
}

static void put_actual(struct buf *out, const struct actual *actual, bool filled) {
    unsigned flags = filled ? ACTUAL_FILLED : 0;
    bool fraction = filled && actual->fraction.denominator.units != 0;
    if (filled && actual->provisional)
        flags |= ACTUAL_PROVISIONAL;
    if (fraction)
        flags |= ACTUAL_FRACTION;
    buf_byte(out, (uint8_t)flags);
    if (filled)
        put_decimal(out, actual->value);
    if (fraction) {
        put_decimal(out, actual->fraction.numerator);
        put_decimal(out, actual->fraction.denominator);
    }
}

static void take_actual(struct bytes *in, struct actual *actual) {
    unsigned flags = take_flags(in, ACTUAL_FLAGS);
    actual->filled = flags & ACTUAL_FILLED;
    actual->provisional = flags & ACTUAL_PROVISIONAL;
    require(in, actual->filled || flags == 0);
    if (actual->filled)
        actual->value = take_decimal(in);
    if (flags & ACTUAL_FRACTION) {
        actual->fraction.numerator = take_decimal(in);
        actual->fraction.denominator = take_decimal(in);
        require(in, actual->fraction.denominator.units != 0);
    }
}

static void put_notes(struct buf *out, const struct notes *notes) {
    for (int i = 0; i < NOTE_COUNT; i++)
        buf_sized_text(out, notes->text[i]);
}

static void take_notes(struct bytes *in, struct notes *notes) {
    for (int i = 0; i < NOTE_COUNT; i++)
        bytes_sized_text(in, notes->text[i], sizeof notes->text[i]);
}

static void put_evidence(struct buf *out, const struct evidence *evidence, bool removed) {
    buf_byte(out,
             (uint8_t)((removed ? EVIDENCE_REMOVED_FLAG : 0) | (evidence->file ? EVIDENCE_FILE_FLAG : 0)));
    buf_byte(out, (uint8_t)evidence->kind);
    buf_put(out, evidence->document.byte, UUID_SIZE);
    put_date(out, evidence->date);
    buf_u64(out, evidence->size);
    buf_put(out, evidence->digest.byte, DIGEST_SIZE);
    buf_sized_text(out, evidence->title);
    buf_sized_text(out, evidence->number);
    buf_sized_text(out, evidence->place);
}

static void take_evidence(struct bytes *in, struct evidence *evidence) {
    unsigned flags = take_flags(in, EVIDENCE_FLAGS);
    evidence->removed = flags & EVIDENCE_REMOVED_FLAG;
    evidence->file = flags & EVIDENCE_FILE_FLAG;
    unsigned kind = bytes_u8(in);
    require(in, kind < EVIDENCE_KIND_COUNT);
    evidence->kind = (enum evidence_kind)kind;
    bytes_copy(in, evidence->document.byte, UUID_SIZE);
    evidence->date = take_date(in);
    evidence->size = bytes_u64(in);
    bytes_copy(in, evidence->digest.byte, DIGEST_SIZE);
    bytes_sized_text(in, evidence->title, sizeof evidence->title);
    bytes_sized_text(in, evidence->number, sizeof evidence->number);
    bytes_sized_text(in, evidence->place, sizeof evidence->place);
}

static void put_coverage(struct buf *out, const struct coverage *coverage) {
    buf_u32(out, coverage->count);
    buf_put(out, coverage->digest.byte, DIGEST_SIZE);
}

static void take_coverage(struct bytes *in, struct coverage *coverage) {
    coverage->count = bytes_u32(in);
    bytes_copy(in, coverage->digest.byte, DIGEST_SIZE);
}

static void put_submission(struct buf *out, const struct submission *submission) {
    buf_byte(out, (uint8_t)submission->stage);
    buf_u32(out, submission->round);
    buf_u32(out, submission->unlocked);
    put_coverage(out, &submission->coverage);
    buf_u64(out, (uint64_t)submission->first_at);
    buf_u64(out, (uint64_t)submission->submitted_at);
    buf_u64(out, (uint64_t)submission->verified_at);
    buf_u64(out, (uint64_t)submission->ratified_at);
    buf_sized_text(out, submission->initialled_by);
    buf_sized_text(out, submission->submitted_by);
    buf_sized_text(out, submission->verified_by);
    buf_sized_text(out, submission->ratified_by);
    buf_sized_text(out, submission->reason);
    buf_sized_text(out, submission->unlocking);
    buf_sized_text(out, submission->basis);
}

static void take_submission(struct bytes *in, struct submission *submission) {
    unsigned stage = bytes_u8(in);
    require(in, stage < STAGE_COUNT);
    submission->stage = (enum stage)stage;
    submission->round = bytes_u32(in);
    submission->unlocked = bytes_u32(in);
    take_coverage(in, &submission->coverage);
    submission->first_at = (int64_t)bytes_u64(in);
    submission->submitted_at = (int64_t)bytes_u64(in);
    submission->verified_at = (int64_t)bytes_u64(in);
    submission->ratified_at = (int64_t)bytes_u64(in);
    bytes_sized_text(in, submission->initialled_by, sizeof submission->initialled_by);
    bytes_sized_text(in, submission->submitted_by, sizeof submission->submitted_by);
    bytes_sized_text(in, submission->verified_by, sizeof submission->verified_by);
    bytes_sized_text(in, submission->ratified_by, sizeof submission->ratified_by);
    bytes_sized_text(in, submission->reason, sizeof submission->reason);
    bytes_sized_text(in, submission->unlocking, sizeof submission->unlocking);
    bytes_sized_text(in, submission->basis, sizeof submission->basis);
}

/* The verdict itself is the kind of its event. */
static void put_judgement(struct buf *out, const struct check *check) {
    buf_byte(out, (uint8_t)((check->by_percent ? CHECK_BY_PERCENT : 0) | (check->self ? CHECK_SELF : 0)));
    buf_u32(out, check->round);
    put_heads(out, &check->judged);
    put_decimal(out, check->value);
    buf_sized_text(out, check->reason);
}

static void take_judgement(struct bytes *in, struct check *check) {
    unsigned flags = take_flags(in, CHECK_FLAGS);
    check->by_percent = flags & CHECK_BY_PERCENT;
    check->self = flags & CHECK_SELF;
    check->round = bytes_u32(in);
    take_heads(in, &check->judged);
    check->value = take_decimal(in);
    bytes_sized_text(in, check->reason, sizeof check->reason);
}

static void put_answer(struct buf *out, const struct check *check) {
    buf_byte(out, (uint8_t)check->answer);
    buf_sized_text(out, check->answer_reason);
}

static void take_answer(struct bytes *in, struct check *check) {
    unsigned answer = bytes_u8(in);
    require(in, answer < ANSWER_COUNT);
    check->answer = (enum answer)answer;
    bytes_sized_text(in, check->answer_reason, sizeof check->answer_reason);
}

static void put_check(struct buf *out, const struct check *check) {
    buf_byte(out, (uint8_t)check->verdict);
    buf_sized_text(out, check->judged_by);
    put_judgement(out, check);
    put_answer(out, check);
}

static void take_check(struct bytes *in, struct check *check) {
    unsigned verdict = bytes_u8(in);
    require(in, verdict < VERDICT_COUNT);
    check->verdict = (enum verdict)verdict;
    bytes_sized_text(in, check->judged_by, sizeof check->judged_by);
    take_judgement(in, check);
    take_answer(in, check);
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
    require(&in, key->quarter.year >= 1900 && key->quarter.year <= 9999);
    require(&in, key->quarter.number >= 1 && key->quarter.number <= PERIODS);
    if (record_kind_numbered(kind)) {
        key->number = bytes_u32(&in);
        require(&in, key->number != 0);
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
    require(in, length <= sizeof bytes);
    if (in->failed)
        return;
    bytes_copy(in, bytes, length);
    require(in, record_key_decode(kind, bytes, length, key));
}

/* ---- events ---- */

static void put_payload(struct buf *out, const struct change *change) {
    switch (change->kind) {
    case EVENT_ACTUAL_SET:
        put_actual(out, &change->actual, true);
        break;
    case EVENT_NOTES_SET:
        put_notes(out, &change->notes);
        break;
    case EVENT_EVIDENCE_SET:
        put_evidence(out, &change->evidence, false);
        break;
    case EVENT_SUBMITTED:
        put_coverage(out, &change->step.coverage);
        break;
    case EVENT_RETURNED:
    case EVENT_RATIFIED:
    case EVENT_UNLOCKED:
        buf_sized_text(out, change->step.reason);
        break;
    case EVENT_CHECK_PASSED:
    case EVENT_CHECK_CORRECTED:
    case EVENT_CHECK_RETURNED:
        put_judgement(out, &change->check);
        break;
    case EVENT_CHECK_ANSWERED:
        put_answer(out, &change->check);
        break;
    case EVENT_ACTUAL_CLEARED:
    case EVENT_EVIDENCE_REMOVED:
    case EVENT_INITIALLED:
    case EVENT_WITHDRAWN:
    case EVENT_VERIFIED:
    case EVENT_CHECK_CLEARED:
    case EVENT_KIND_COUNT:
        break;
    }
}

static void take_payload(struct bytes *in, struct change *change) {
    switch (change->kind) {
    case EVENT_ACTUAL_SET:
        take_actual(in, &change->actual);
        require(in, change->actual.filled);
        break;
    case EVENT_NOTES_SET:
        take_notes(in, &change->notes);
        break;
    case EVENT_EVIDENCE_SET:
        take_evidence(in, &change->evidence);
        require(in, !change->evidence.removed);
        break;
    case EVENT_SUBMITTED:
        take_coverage(in, &change->step.coverage);
        break;
    case EVENT_RETURNED:
    case EVENT_RATIFIED:
    case EVENT_UNLOCKED:
        bytes_sized_text(in, change->step.reason, sizeof change->step.reason);
        break;
    case EVENT_CHECK_PASSED:
    case EVENT_CHECK_CORRECTED:
    case EVENT_CHECK_RETURNED:
        take_judgement(in, &change->check);
        break;
    case EVENT_CHECK_ANSWERED:
        take_answer(in, &change->check);
        break;
    case EVENT_ACTUAL_CLEARED:
    case EVENT_EVIDENCE_REMOVED:
    case EVENT_INITIALLED:
    case EVENT_WITHDRAWN:
    case EVENT_VERIFIED:
    case EVENT_CHECK_CLEARED:
    case EVENT_KIND_COUNT:
        break;
    }
}

void event_encode(const struct event *event, struct buf *out) {
    const struct change *change = &event->change;
    size_t start = out->length;
    buf_byte(out, CODEC_FORMAT);
    buf_byte(out, (uint8_t)change->kind);
    buf_byte(out, change->undo ? CHANGE_UNDO : 0);
    put_key(out, &change->key);
    put_heads(out, &change->replaces);
    put_event_id(out, &event->id);
    buf_put(out, event->previous.byte, DIGEST_SIZE);
    buf_put(out, event->operation.byte, UUID_SIZE);
    buf_u64(out, (uint64_t)event->at);
    buf_sized_text(out, event->who);
    buf_put(out, event->catalogue.byte, DIGEST_SIZE);
    put_payload(out, change);
    buf_u64(out, checksum(CHECKSUM_START, out->data + start, out->length - start));
}

/* Takes the checksum off the end of `in`; fails when it is not that of what stands before it. */
static void take_checksum(struct bytes *in, uint64_t start) {
    if (in->left < CHECKSUM_SIZE) {
        in->failed = true;
        return;
    }
    in->left -= CHECKSUM_SIZE;
    struct bytes end = bytes_from(in->at + in->left, CHECKSUM_SIZE);
    require(in, bytes_u64(&end) == checksum(start, in->at, in->left));
}

bool event_decode(const void *data, size_t length, struct event *event) {
    memset(event, 0, sizeof *event);
    struct bytes in = bytes_from(data, length);
    struct change *change = &event->change;
    take_checksum(&in, CHECKSUM_START);
    require(&in, bytes_u8(&in) == CODEC_FORMAT);
    unsigned kind = bytes_u8(&in);
    require(&in, kind < EVENT_KIND_COUNT);
    if (in.failed)
        return false;
    change->kind = (enum event_kind)kind;
    change->undo = take_flags(&in, CHANGE_FLAGS) & CHANGE_UNDO;
    take_key(&in, event_kind_record(change->kind), &change->key);
    take_heads(&in, &change->replaces);
    take_event_id(&in, &event->id);
    bytes_copy(&in, event->previous.byte, DIGEST_SIZE);
    bytes_copy(&in, event->operation.byte, UUID_SIZE);
    event->at = (int64_t)bytes_u64(&in);
    bytes_sized_text(&in, event->who, sizeof event->who);
    bytes_copy(&in, event->catalogue.byte, DIGEST_SIZE);
    take_payload(&in, change);
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
    put_heads(out, &record->head);
    buf_u64(out, (uint64_t)record->changed_at);
    buf_sized_text(out, record->changed_by);
    switch (record->key.kind) {
    case RECORD_ACTUAL:
        put_actual(out, &record->actual, record->actual.filled);
        break;
    case RECORD_NOTES:
        put_notes(out, &record->notes);
        break;
    case RECORD_EVIDENCE:
        put_evidence(out, &record->evidence, record->evidence.removed);
        break;
    case RECORD_SUBMISSION:
        put_submission(out, &record->submission);
        break;
    case RECORD_CHECK:
        put_check(out, &record->check);
        break;
    case RECORD_KIND_COUNT:
        break;
    }
    buf_u64(out, checksum(key_checksum(&record->key), out->data + start, out->length - start));
}

bool record_decode(const struct record_key *key, const void *data, size_t length, struct record *record) {
    record_init(record, key);
    struct bytes in = bytes_from(data, length);
    take_checksum(&in, key_checksum(key));
    require(&in, bytes_u8(&in) == CODEC_FORMAT);
    take_heads(&in, &record->head);
    record->changed_at = (int64_t)bytes_u64(&in);
    bytes_sized_text(&in, record->changed_by, sizeof record->changed_by);
    switch (key->kind) {
    case RECORD_ACTUAL:
        take_actual(&in, &record->actual);
        break;
    case RECORD_NOTES:
        take_notes(&in, &record->notes);
        break;
    case RECORD_EVIDENCE:
        take_evidence(&in, &record->evidence);
        break;
    case RECORD_SUBMISSION:
        take_submission(&in, &record->submission);
        break;
    case RECORD_CHECK:
        take_check(&in, &record->check);
        break;
    case RECORD_KIND_COUNT:
        return false;
    }
    return bytes_done(&in);
}
