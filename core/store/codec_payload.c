#include "store/codec_internal.h"
#include <assert.h>
#include <stddef.h>

enum { HEADS_MAX = 1 };
enum { ACTUAL_FILLED = 1, ACTUAL_PROVISIONAL = 2, ACTUAL_FRACTION = 4, ACTUAL_VALUED = 8, ACTUAL_FLAGS = 15 };
enum {
    EVIDENCE_REMOVED_FLAG = 1,
    EVIDENCE_FILE_FLAG = 2,
    EVIDENCE_PROMISED_FLAG = 4,
    EVIDENCE_ALLOWED_FLAG = 8,
    EVIDENCE_FLAGS = 15
};
enum { CHECK_BY_PERCENT = 1, CHECK_SELF = 2, CHECK_FLAGS = 3 };

void codec_require(struct bytes *in, bool condition) {
    if (!condition)
        in->failed = true;
}

unsigned codec_take_flags(struct bytes *in, unsigned known) {
    unsigned flags = bytes_u8(in);
    codec_require(in, (flags & ~known) == 0);
    return flags & known;
}

void codec_put_event_id(struct buf *out, const struct event_id *id) {
    buf_put(out, id->device.byte, UUID_SIZE);
    buf_u64(out, id->sequence);
}

void codec_take_event_id(struct bytes *in, struct event_id *id) {
    bytes_copy(in, id->device.byte, UUID_SIZE);
    id->sequence = bytes_u64(in);
    codec_require(in, id->sequence != 0);
}

/* A list, so that a record whose events forked will keep all its heads in this same format. */
void codec_put_heads(struct buf *out, const struct event_id *head) {
    buf_byte(out, head->sequence ? 1 : 0);
    if (head->sequence)
        codec_put_event_id(out, head);
}

void codec_take_heads(struct bytes *in, struct event_id *head) {
    unsigned count = bytes_u8(in);
    codec_require(in, count <= HEADS_MAX);
    if (count == 1)
        codec_take_event_id(in, head);
}

static void put_decimal(struct buf *out, struct decimal value) {
    buf_u64(out, (uint64_t)value.units);
}

static struct decimal take_decimal(struct bytes *in) {
    struct decimal value = {.units = (int64_t)bytes_u64(in)};
    codec_require(in, value.units >= -DECIMAL_UNITS_MAX && value.units <= DECIMAL_UNITS_MAX);
    return value;
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
    codec_require(in, none || date_valid(date));
    return date;
}

/* ---- members in the order of their bytes ---- */

enum member_kind {
    MEMBER_FLAG,    /* 1 byte: a bool */
    MEMBER_CHOICE,  /* 1 byte: an enum or int from 0, below `limit` */
    MEMBER_COUNT32, /* uint32_t */
    MEMBER_WIDE,    /* uint64_t or int64_t */
    MEMBER_DATE,
    MEMBER_DECIMAL,
    MEMBER_HEADS, /* an event_id, sequence 0: none */
    MEMBER_BYTES, /* `limit` of them, as they are: a UUID, a digest */
    MEMBER_TEXT   /* in `limit` bytes with its NUL */
};

struct member {
    enum member_kind kind;
    size_t offset;
    size_t limit;
};

#define FLAG(type, name)                                                                                     \
    { MEMBER_FLAG, offsetof(type, name), 0 }
#define CHOICE(type, name, count)                                                                            \
    { MEMBER_CHOICE, offsetof(type, name), (count) }
#define COUNT32(type, name)                                                                                  \
    { MEMBER_COUNT32, offsetof(type, name), 0 }
#define WIDE(type, name)                                                                                     \
    { MEMBER_WIDE, offsetof(type, name), 0 }
#define DATE(type, name)                                                                                     \
    { MEMBER_DATE, offsetof(type, name), 0 }
#define DECIMAL(type, name)                                                                                  \
    { MEMBER_DECIMAL, offsetof(type, name), 0 }
#define HEADS(type, name)                                                                                    \
    { MEMBER_HEADS, offsetof(type, name), 0 }
#define BYTES(type, name)                                                                                    \
    { MEMBER_BYTES, offsetof(type, name), sizeof(((type *)NULL)->name) }
#define TEXT(type, name)                                                                                     \
    { MEMBER_TEXT, offsetof(type, name), sizeof(((type *)NULL)->name) }
#define MEMBERS(name) static const struct member name[]

static_assert(sizeof(enum stage) == sizeof(unsigned) && sizeof(int) == sizeof(unsigned),
              "choices are read as unsigned");

MEMBERS(notes_members) = {
    TEXT(struct notes, text[NOTE_REMARK]),
    TEXT(struct notes, text[NOTE_DRIVER]),
    TEXT(struct notes, text[NOTE_OBSTACLE]),
    TEXT(struct notes, text[NOTE_FOLLOW_UP]),
};
/* Behind its flags. */
MEMBERS(evidence_members) = {
    CHOICE(struct evidence, kind, EVIDENCE_KIND_COUNT),
    BYTES(struct evidence, document),
    DATE(struct evidence, date),
    WIDE(struct evidence, size),
    BYTES(struct evidence, digest),
    TEXT(struct evidence, title),
    TEXT(struct evidence, number),
    TEXT(struct evidence, place),
};
MEMBERS(coverage_members) = {COUNT32(struct coverage, count), BYTES(struct coverage, digest)};
MEMBERS(submission_members) = {
    CHOICE(struct submission, stage, STAGE_COUNT),
    COUNT32(struct submission, round),
    COUNT32(struct submission, unlocked),
    COUNT32(struct submission, coverage.count),
    BYTES(struct submission, coverage.digest),
    WIDE(struct submission, first_at),
    WIDE(struct submission, submitted_at),
    WIDE(struct submission, verified_at),
    WIDE(struct submission, ratified_at),
    TEXT(struct submission, initialled_by),
    TEXT(struct submission, submitted_by),
    TEXT(struct submission, verified_by),
    TEXT(struct submission, ratified_by),
    TEXT(struct submission, reason),
    TEXT(struct submission, unlocking),
    TEXT(struct submission, basis),
};
MEMBERS(verdict_members) = {CHOICE(struct check, verdict, VERDICT_COUNT), TEXT(struct check, judged_by)};
/* Behind its flags; of an event the verdict itself is its kind. */
MEMBERS(judgement_members) = {
    COUNT32(struct check, round),
    HEADS(struct check, judged),
    DECIMAL(struct check, value),
    TEXT(struct check, reason),
};
MEMBERS(answer_members) = {CHOICE(struct check, answer, ANSWER_COUNT), TEXT(struct check, answer_reason)};
MEMBERS(reason_members) = {TEXT(struct workflow_step, reason)};
MEMBERS(spending_members) = {FLAG(struct spending, filled), DECIMAL(struct spending, rupiah)};
MEMBERS(instruction_members) = {FLAG(struct instruction, reply), TEXT(struct instruction, text)};
MEMBERS(meeting_members) = {
    DATE(struct meeting, date),
    TEXT(struct meeting, place),
    TEXT(struct meeting, people),
    TEXT(struct meeting, minutes),
};
MEMBERS(advice_members) = {
    CHOICE(struct recommendation, source, SOURCE_COUNT),
    CHOICE(struct recommendation, topic, TOPIC_COUNT),
    CHOICE(struct recommendation, quarter, PERIODS + 1),
    DATE(struct recommendation, letter_date),
    DATE(struct recommendation, due),
    TEXT(struct recommendation, letter),
    TEXT(struct recommendation, unit),
    TEXT(struct recommendation, indicator),
    TEXT(struct recommendation, text),
};
MEMBERS(follow_up_members) = {
    CHOICE(struct recommendation, state, FOLLOW_UP_COUNT),
    TEXT(struct recommendation, follow_up),
};
MEMBERS(dossier_members) = {
    FLAG(struct dossier, present), FLAG(struct dossier, still_valid), FLAG(struct dossier, file),
    DATE(struct dossier, date),    WIDE(struct dossier, size),        BYTES(struct dossier, digest),
    TEXT(struct dossier, place),
};
MEMBERS(handover_members) = {DATE(struct handover, date), TEXT(struct handover, letter)};

MEMBERS(asked_members) = {FLAG(struct rekey, asked)};
MEMBERS(rekeyed_members) = {DECIMAL(struct rekey, value)};
MEMBERS(rekey_members) = {
    FLAG(struct rekey, asked),
    FLAG(struct rekey, filled),
    DECIMAL(struct rekey, value),
    TEXT(struct rekey, typed_by),
};

static void put_member(struct buf *out, const struct member *member, const void *from) {
    const void *at = (const char *)from + member->offset;
    switch (member->kind) {
    case MEMBER_FLAG:
        buf_byte(out, *(const bool *)at);
        break;
    case MEMBER_CHOICE:
        buf_byte(out, (uint8_t) * (const unsigned *)at);
        break;
    case MEMBER_COUNT32:
        buf_u32(out, *(const uint32_t *)at);
        break;
    case MEMBER_WIDE:
        buf_u64(out, *(const uint64_t *)at);
        break;
    case MEMBER_DATE:
        put_date(out, *(const struct date *)at);
        break;
    case MEMBER_DECIMAL:
        put_decimal(out, *(const struct decimal *)at);
        break;
    case MEMBER_HEADS:
        codec_put_heads(out, at);
        break;
    case MEMBER_BYTES:
        buf_put(out, at, member->limit);
        break;
    case MEMBER_TEXT:
        buf_sized_text(out, at);
        break;
    }
}

static void take_choice(struct bytes *in, unsigned count, unsigned *at) {
    unsigned choice = bytes_u8(in);
    codec_require(in, choice < count);
    if (choice < count)
        *at = choice;
}

static void take_member(struct bytes *in, const struct member *member, void *to) {
    void *at = (char *)to + member->offset;
    switch (member->kind) {
    case MEMBER_FLAG:
        *(bool *)at = codec_take_flags(in, 1);
        break;
    case MEMBER_CHOICE:
        take_choice(in, (unsigned)member->limit, at);
        break;
    case MEMBER_COUNT32:
        *(uint32_t *)at = bytes_u32(in);
        break;
    case MEMBER_WIDE:
        *(uint64_t *)at = bytes_u64(in);
        break;
    case MEMBER_DATE:
        *(struct date *)at = take_date(in);
        break;
    case MEMBER_DECIMAL:
        *(struct decimal *)at = take_decimal(in);
        break;
    case MEMBER_HEADS:
        codec_take_heads(in, at);
        break;
    case MEMBER_BYTES:
        bytes_copy(in, at, member->limit);
        break;
    case MEMBER_TEXT:
        bytes_sized_text(in, at, member->limit);
        break;
    }
}

/* A run of members of one struct; count 0: nothing. */
struct layout {
    const struct member *member;
    size_t count;
};
#define LAYOUT(members)                                                                                      \
    { members, sizeof(members) / sizeof *(members) }

static void put_layout(struct buf *out, const struct layout *layout, const void *from) {
    for (size_t i = 0; i < layout->count; i++)
        put_member(out, &layout->member[i], from);
}

static void take_layout(struct bytes *in, const struct layout *layout, void *to) {
    for (size_t i = 0; i < layout->count; i++)
        take_member(in, &layout->member[i], to);
}

/* ---- what begins with flags ---- */

static void put_actual(struct buf *out, const struct actual *actual, bool filled) {
    unsigned flags = filled ? ACTUAL_FILLED : 0;
    bool fraction = filled && actual->fraction.denominator.units != 0;
    if (filled && actual->provisional)
        flags |= ACTUAL_PROVISIONAL;
    if (fraction)
        flags |= ACTUAL_FRACTION;
    if (filled && actual->valued.sequence != 0)
        flags |= ACTUAL_VALUED;
    buf_byte(out, (uint8_t)flags);
    if (filled)
        put_decimal(out, actual->value);
    if (fraction) {
        put_decimal(out, actual->fraction.numerator);
        put_decimal(out, actual->fraction.denominator);
    }
    if (flags & ACTUAL_VALUED)
        codec_put_event_id(out, &actual->valued);
}

/* What a person asked for: only a record knows whose value it is. */
static void put_typed(struct buf *out, const struct actual *actual) {
    struct actual typed = *actual;
    typed.valued.sequence = 0;
    put_actual(out, &typed, true);
}

static void take_actual(struct bytes *in, struct actual *actual) {
    unsigned flags = codec_take_flags(in, ACTUAL_FLAGS);
    actual->filled = flags & ACTUAL_FILLED;
    actual->provisional = flags & ACTUAL_PROVISIONAL;
    codec_require(in, actual->filled || flags == 0);
    if (actual->filled)
        actual->value = take_decimal(in);
    if (flags & ACTUAL_FRACTION) {
        actual->fraction.numerator = take_decimal(in);
        actual->fraction.denominator = take_decimal(in);
        codec_require(in, actual->fraction.denominator.units != 0);
    }
    if (flags & ACTUAL_VALUED)
        codec_take_event_id(in, &actual->valued);
}

static void put_evidence_flags(struct buf *out, const struct evidence *evidence, bool removed) {
    bool allowed = evidence->promised && evidence->allowed;
    buf_byte(out,
             (uint8_t)((removed ? EVIDENCE_REMOVED_FLAG : 0) | (evidence->file ? EVIDENCE_FILE_FLAG : 0) |
                       (evidence->promised ? EVIDENCE_PROMISED_FLAG : 0) |
                       (allowed ? EVIDENCE_ALLOWED_FLAG : 0)));
}

static void take_evidence_flags(struct bytes *in, struct evidence *evidence) {
    unsigned flags = codec_take_flags(in, EVIDENCE_FLAGS);
    evidence->removed = flags & EVIDENCE_REMOVED_FLAG;
    evidence->file = flags & EVIDENCE_FILE_FLAG;
    evidence->promised = flags & EVIDENCE_PROMISED_FLAG;
    evidence->allowed = flags & EVIDENCE_ALLOWED_FLAG;
    codec_require(in, evidence->promised || !evidence->allowed);
}

static void put_check_flags(struct buf *out, const struct check *check) {
    buf_byte(out, (uint8_t)((check->by_percent ? CHECK_BY_PERCENT : 0) | (check->self ? CHECK_SELF : 0)));
}

static void take_check_flags(struct bytes *in, struct check *check) {
    unsigned flags = codec_take_flags(in, CHECK_FLAGS);
    check->by_percent = flags & CHECK_BY_PERCENT;
    check->self = flags & CHECK_SELF;
}

/* ---- events ---- */

/* Behind the flags that some begin with. The members of struct change's union all begin where it does. */
static const struct layout payload[EVENT_KIND_COUNT] = {
    [EVENT_NOTES_SET] = LAYOUT(notes_members),
    [EVENT_EVIDENCE_SET] = LAYOUT(evidence_members),
    [EVENT_SUBMITTED] = LAYOUT(coverage_members), /* coverage is the first member of a step */
    [EVENT_RETURNED] = LAYOUT(reason_members),
    [EVENT_RATIFIED] = LAYOUT(reason_members),
    [EVENT_UNLOCKED] = LAYOUT(reason_members),
    [EVENT_CHECK_PASSED] = LAYOUT(judgement_members),
    [EVENT_CHECK_CORRECTED] = LAYOUT(judgement_members),
    [EVENT_CHECK_RETURNED] = LAYOUT(judgement_members),
    [EVENT_CHECK_ANSWERED] = LAYOUT(answer_members),
    [EVENT_SPENDING_SET] = LAYOUT(spending_members),
    [EVENT_INSTRUCTED] = LAYOUT(instruction_members),
    [EVENT_REPLIED] = LAYOUT(instruction_members),
    [EVENT_MEETING_SET] = LAYOUT(meeting_members),
    [EVENT_RECOMMENDED] = LAYOUT(advice_members),
    [EVENT_FOLLOWED_UP] = LAYOUT(follow_up_members),
    [EVENT_DOCUMENT_MARKED] = LAYOUT(dossier_members),
    [EVENT_HANDED_OVER] = LAYOUT(handover_members),
    [EVENT_REKEY_ASKED] = LAYOUT(asked_members),
    [EVENT_REKEYED] = LAYOUT(rekeyed_members),
    [EVENT_EVIDENCE_ALLOWED] = LAYOUT(evidence_members),
    [EVENT_EVIDENCE_FULFILLED] = LAYOUT(evidence_members),
};

static bool is_judgement(enum event_kind kind) {
    return payload[kind].member == judgement_members;
}

static bool is_value(enum event_kind kind) {
    return kind == EVENT_ACTUAL_SET || kind == EVENT_ACTUAL_FINALISED;
}

static bool is_evidence(enum event_kind kind) {
    return payload[kind].member == evidence_members;
}

void codec_put_payload(struct buf *out, const struct change *change) {
    if (is_value(change->kind))
        put_typed(out, &change->actual);
    if (is_evidence(change->kind))
        put_evidence_flags(out, &change->evidence, false);
    if (is_judgement(change->kind))
        put_check_flags(out, &change->check);
    put_layout(out, &payload[change->kind], &change->actual);
}

void codec_take_payload(struct bytes *in, struct change *change) {
    if (is_value(change->kind)) {
        take_actual(in, &change->actual);
        codec_require(in, change->actual.filled && change->actual.valued.sequence == 0);
    }
    if (is_evidence(change->kind)) {
        take_evidence_flags(in, &change->evidence);
        codec_require(in, !change->evidence.removed);
    }
    if (is_judgement(change->kind))
        take_check_flags(in, &change->check);
    take_layout(in, &payload[change->kind], &change->actual);
}

/* ---- records ---- */

/* Up to three runs; flags stand before the second of a check, and before all of evidence. */
enum { RUNS_MAX = 3 };
static const struct layout content[RECORD_KIND_COUNT][RUNS_MAX] = {
    [RECORD_NOTES] = {LAYOUT(notes_members)},
    [RECORD_EVIDENCE] = {LAYOUT(evidence_members)},
    [RECORD_SUBMISSION] = {LAYOUT(submission_members)},
    [RECORD_CHECK] = {LAYOUT(verdict_members), LAYOUT(judgement_members), LAYOUT(answer_members)},
    [RECORD_SPENDING] = {LAYOUT(spending_members)},
    [RECORD_INSTRUCTION] = {LAYOUT(instruction_members)},
    [RECORD_MEETING] = {LAYOUT(meeting_members)},
    [RECORD_RECOMMENDATION] = {LAYOUT(advice_members), LAYOUT(follow_up_members)},
    [RECORD_DOCUMENT] = {LAYOUT(dossier_members)},
    [RECORD_HANDOVER] = {LAYOUT(handover_members)},
    [RECORD_REKEY] = {LAYOUT(rekey_members)},
};

void codec_put_content(struct buf *out, const struct record *record) {
    const struct layout *run = content[record->key.kind];
    if (record->key.kind == RECORD_ACTUAL)
        put_actual(out, &record->actual, record->actual.filled);
    if (record->key.kind == RECORD_EVIDENCE)
        put_evidence_flags(out, &record->evidence, record->evidence.removed);
    for (int i = 0; i < RUNS_MAX; i++) {
        if (run[i].member == judgement_members)
            put_check_flags(out, &record->check);
        put_layout(out, &run[i], &record->actual);
    }
}

void codec_take_content(struct bytes *in, struct record *record) {
    const struct layout *run = content[record->key.kind];
    if (record->key.kind == RECORD_ACTUAL)
        take_actual(in, &record->actual);
    if (record->key.kind == RECORD_EVIDENCE)
        take_evidence_flags(in, &record->evidence);
    for (int i = 0; i < RUNS_MAX; i++) {
        if (run[i].member == judgement_members)
            take_check_flags(in, &record->check);
        take_layout(in, &run[i], &record->actual);
    }
}
