#include "check.h"
#include "store/codec.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct uuid device = {{0xd0, 1}};

static struct record_key key_of(enum record_kind kind) {
    struct record_key key = {.kind = kind, .code = "SUB-18", .quarter = {2025, 3}};
    key.number = record_kind_numbered(kind) ? 70000 : 0;
    return key;
}

static const struct actual fraction = {
    .filled = true, .provisional = true, .value = {750000}, .fraction = {{450000}, {600000}}};

static void fill_notes(struct notes *notes) {
    memset(notes, 0, sizeof *notes);
    memset(notes->text[NOTE_REMARK], 'x', NOTE_MAX);
    snprintf(notes->text[NOTE_OBSTACLE], NOTE_MAX + 1, "%s", "jalan putus – “banjir”");
}

static void fill_evidence(struct evidence *evidence) {
    memset(evidence, 0, sizeof *evidence);
    evidence->file = evidence->promised = evidence->allowed = true;
    evidence->kind = EVIDENCE_OTHER;
    evidence->document = (struct uuid){{0xb0, 2}};
    evidence->date = (struct date){2025, 9, 28};
    evidence->size = UINT64_C(0x123456789abcdef0);
    evidence->digest = (struct digest){{0xaa, 0xbb}};
    snprintf(evidence->title, sizeof evidence->title, "SK penetapan");
    snprintf(evidence->number, sizeof evidence->number, "188.45/12");
    memset(evidence->place, 'p', PLACE_MAX);
}

static void fill_check(struct check *check) {
    memset(check, 0, sizeof *check);
    check->by_percent = check->self = true;
    check->round = 3;
    check->judged = (struct event_id){device, 39};
    check->value = (struct decimal){917000};
    memset(check->reason, 'r', NOTE_MAX);
    check->answer = ANSWER_OBJECTED;
    snprintf(check->answer_reason, sizeof check->answer_reason, "tidak sesuai");
}

static void fill_recommendation(struct recommendation *recommendation) {
    *recommendation = (struct recommendation){.source = SOURCE_MINISTRY,
                                              .topic = TOPIC_OTHER,
                                              .state = FOLLOW_UP_DONE,
                                              .quarter = YEAR_PERIOD,
                                              .letter_date = {2025, 3, 1},
                                              .due = {2025, 12, 31},
                                              .letter = "B/12/2025",
                                              .unit = "koperasi",
                                              .indicator = "SUB-18"};
    memset(recommendation->text, 't', NOTE_MAX);
    memset(recommendation->follow_up, 'f', NOTE_MAX);
}

static const struct spending spending = {true, {25000000 * DECIMAL_SCALE}};
static const struct meeting meeting = {{2025, 10, 6}, "Ruang rapat", "Kabid, operator", "Lengkapi bukti"};
static const struct dossier dossier = {true, true, true, {2025, 10, 6}, 77, {{0xd1}}, "/arsip/renstra.pdf"};
static const struct rekey rekey = {true, true, {3750000}, "umkm1"};
static const struct handover handover = {{2025, 10, 14}, "700/12"};

/* An event of each kind, with every field different from zero. */
static struct event event_of(enum event_kind kind) {
    struct event event;
    memset(&event, 0, sizeof event);
    event.id = (struct event_id){device, 41};
    event.previous = (struct digest){{0x11, 0x22}};
    event.operation = (struct uuid){{0x0a}};
    event.at = 1759500309123;
    snprintf(event.who, sizeof event.who, "sitti");
    event.catalogue = (struct digest){{0xca}};
    event.change.kind = kind;
    event.change.key = key_of(event_kind_record(kind));
    event.change.replaces = (struct event_id){device, 40};
    event.change.undo = true;
    if (kind == EVENT_ACTUAL_SET || kind == EVENT_ACTUAL_FINALISED)
        event.change.actual = fraction;
    if (kind == EVENT_NOTES_SET)
        fill_notes(&event.change.notes);
    if (event_kind_record(kind) == RECORD_EVIDENCE && kind != EVENT_EVIDENCE_REMOVED)
        fill_evidence(&event.change.evidence);
    if (event.change.key.kind == RECORD_CHECK)
        fill_check(&event.change.check);
    if (event.change.key.kind == RECORD_RECOMMENDATION)
        fill_recommendation(&event.change.recommendation);
    if (kind == EVENT_SPENDING_SET)
        event.change.spending = spending;
    if (kind == EVENT_MEETING_SET)
        event.change.meeting = meeting;
    if (kind == EVENT_DOCUMENT_MARKED)
        event.change.dossier = dossier;
    if (event.change.key.kind == RECORD_REKEY)
        event.change.rekey = rekey;
    if (kind == EVENT_HANDED_OVER)
        event.change.handover = handover;
    if (kind == EVENT_INSTRUCTED || kind == EVENT_REPLIED)
        event.change.instruction = (struct instruction){true, "Lengkapi bukti"};
    return event;
}

static struct record record_of(enum record_kind kind) {
    struct record record;
    struct record_key key = key_of(kind);
    record_init(&record, &key);
    record.head = (struct event_id){device, 41};
    record.changed_at = 1759500309123;
    snprintf(record.changed_by, sizeof record.changed_by, "sitti");
    if (kind == RECORD_ACTUAL) {
        record.actual = fraction;
        record.actual.valued = (struct event_id){device, 39};
    }
    if (kind == RECORD_NOTES)
        fill_notes(&record.notes);
    if (kind == RECORD_EVIDENCE) {
        fill_evidence(&record.evidence);
        record.evidence.removed = true;
    }
    if (kind == RECORD_CHECK)
        fill_check(&record.check);
    if (kind == RECORD_RECOMMENDATION)
        fill_recommendation(&record.recommendation);
    if (kind == RECORD_SPENDING)
        record.spending = spending;
    if (kind == RECORD_MEETING)
        record.meeting = meeting;
    if (kind == RECORD_DOCUMENT)
        record.dossier = dossier;
    if (kind == RECORD_REKEY)
        record.rekey = rekey;
    if (kind == RECORD_HANDOVER)
        record.handover = handover;
    if (kind == RECORD_INSTRUCTION)
        record.instruction = (struct instruction){true, "Lengkapi bukti"};
    return record;
}

static void every_event_comes_back(void **state) {
    (void)state;
    for (int kind = 0; kind < EVENT_KIND_COUNT; kind++) {
        struct event event = event_of((enum event_kind)kind), back;
        struct buf bytes = {0}, again = {0};
        event_encode(&event, &bytes);
        assert_true(event_decode(bytes.data, bytes.length, &back));
        assert_string_equal(back.who, "sitti");
        assert_int_equal(back.at, event.at);
        assert_true(event_id_equal(&back.id, &event.id));
        assert_true(event_id_equal(&back.change.replaces, &event.change.replaces));
        assert_int_equal(back.change.kind, kind);
        assert_string_equal(back.change.key.code, "SUB-18");
        assert_int_equal(back.change.key.number, event.change.key.number);
        assert_true(back.change.undo);
        event_encode(&back, &again);
        assert_int_equal(again.length, bytes.length);
        assert_memory_equal(again.data, bytes.data, bytes.length);
        buf_release(&bytes);
        buf_release(&again);
    }
}

static void every_record_comes_back(void **state) {
    (void)state;
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        struct record record = record_of((enum record_kind)kind), back;
        struct buf bytes = {0}, again = {0};
        record_encode(&record, &bytes);
        assert_true(record_decode(&record.key, bytes.data, bytes.length, &back));
        assert_string_equal(back.changed_by, "sitti");
        assert_true(event_id_equal(&back.head, &record.head));
        record_encode(&back, &again);
        assert_int_equal(again.length, bytes.length);
        assert_memory_equal(again.data, bytes.data, bytes.length);
        buf_release(&bytes);
        buf_release(&again);
    }
}

/* Whole structs of integers and texts, compared byte for byte: nothing of them is left out. */
static void what_stands_around_the_figures_comes_back(void **state) {
    (void)state;
    static const struct {
        enum record_kind kind;
        size_t size; /* of the union's member, behind which nothing is said */
    } kinds[] = {
        {RECORD_CHECK, sizeof(struct check)},
        {RECORD_SPENDING, sizeof(struct spending)},
        {RECORD_INSTRUCTION, sizeof(struct instruction)},
        {RECORD_MEETING, sizeof(struct meeting)},
        {RECORD_RECOMMENDATION, sizeof(struct recommendation)},
        {RECORD_DOCUMENT, sizeof(struct dossier)},
        {RECORD_HANDOVER, sizeof(struct handover)},
        {RECORD_REKEY, sizeof(struct rekey)},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct record record = record_of(kinds[i].kind), back;
        struct buf bytes = {0};
        record_encode(&record, &bytes);
        assert_true(record_decode(&record.key, bytes.data, bytes.length, &back));
        assert_memory_equal(&back.actual, &record.actual, kinds[i].size);
        buf_release(&bytes);
    }
}

/* What was found right before is read without its checksum; what else is wrong with it is seen all the same. */
static void what_was_right_is_read_again_without_its_checksum(void **state) {
    (void)state;
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        struct record record = record_of((enum record_kind)kind), back;
        struct buf bytes = {0}, again = {0};
        memset(&back, 0xff, sizeof back);
        record_encode(&record, &bytes);
        bytes.data[bytes.length - 1] ^= 1;
        assert_false(record_decode(&record.key, bytes.data, bytes.length, &back));
        assert_true(record_decode_kept(&record.key, bytes.data, bytes.length, &back));
        bytes.data[bytes.length - 1] ^= 1;
        record_encode(&back, &again);
        assert_int_equal(again.length, bytes.length);
        assert_memory_equal(again.data, bytes.data, bytes.length);
        for (size_t i = 0; i < bytes.length; i++)
            assert_false(record_decode_kept(&record.key, bytes.data, i, &back));
        bytes.data[0] ^= 0x40; /* the format */
        assert_false(record_decode_kept(&record.key, bytes.data, bytes.length, &back));
        buf_release(&bytes);
        buf_release(&again);
    }
}

/* Memory that held another record before does not show through. */
static void a_record_is_read_over_another(void **state) {
    (void)state;
    struct record record, back;
    memset(&record, 0, sizeof record);
    record.key = record_key(RECORD_ACTUAL, "SUB-18", (struct quarter){2025, 1});
    record.head = (struct event_id){device, 7};
    struct buf bytes = {0};
    record_encode(&record, &bytes);
    memset(&back, 0xff, sizeof back);
    assert_true(record_decode(&record.key, bytes.data, bytes.length, &back));
    assert_memory_equal(&back.actual, &record.actual, sizeof record.actual);
    buf_release(&bytes);
}

static void what_is_inside_comes_back(void **state) {
    (void)state;
    struct buf bytes = {0};
    struct record back, record = record_of(RECORD_ACTUAL);
    record_encode(&record, &bytes);
    assert_true(record_decode(&record.key, bytes.data, bytes.length, &back));
    assert_memory_equal(&back.actual.fraction, &fraction.fraction, sizeof fraction.fraction);
    assert_int_equal(back.actual.value.units, 750000);
    assert_true(back.actual.filled && back.actual.provisional);
    assert_true(event_id_equal(&back.actual.valued, &record.actual.valued));

    buf_clear(&bytes);
    record = record_of(RECORD_NOTES);
    record_encode(&record, &bytes);
    assert_true(record_decode(&record.key, bytes.data, bytes.length, &back));
    assert_memory_equal(back.notes.text, record.notes.text, sizeof record.notes.text);

    buf_clear(&bytes);
    record = record_of(RECORD_EVIDENCE);
    record_encode(&record, &bytes);
    assert_true(record_decode(&record.key, bytes.data, bytes.length, &back));
    assert_string_equal(back.evidence.place, record.evidence.place);
    assert_int_equal(back.evidence.size, record.evidence.size);
    assert_int_equal(date_compare(back.evidence.date, record.evidence.date), 0);
    assert_int_equal(back.evidence.kind, EVIDENCE_OTHER);
    assert_true(back.evidence.removed && back.evidence.file);
    assert_true(back.evidence.promised && back.evidence.allowed);
    buf_release(&bytes);
}

/* Whatever apply makes of what a request may hold must read back. */
static void what_is_beside_the_point_is_not_kept(void **state) {
    (void)state;
    struct event event = event_of(EVENT_ACTUAL_SET), back;
    event.change.actual.filled = false; /* a set value is a filled one */
    event.change.actual.fraction.denominator.units = 0;
    event.change.actual.valued = (struct event_id){device, 39}; /* only a record knows */
    struct buf bytes = {0};
    event_encode(&event, &bytes);
    assert_true(event_decode(bytes.data, bytes.length, &back));
    assert_true(back.change.actual.filled);
    assert_int_equal(back.change.actual.fraction.numerator.units, 0);
    assert_int_equal(back.change.actual.valued.sequence, 0);

    buf_clear(&bytes);
    event = event_of(EVENT_EVIDENCE_SET);
    event.change.evidence.date = (struct date){0, 2, 30}; /* no date */
    event.change.evidence.removed = true;
    event.change.evidence.promised = false; /* what is there needs no leave */
    event_encode(&event, &bytes);
    assert_true(event_decode(bytes.data, bytes.length, &back));
    assert_false(back.change.evidence.removed);
    assert_false(back.change.evidence.allowed);
    assert_int_equal(back.change.evidence.date.month, 0);
    buf_release(&bytes);
}

static void assert_guarded(struct buf *bytes, size_t at) {
    struct event back;
    assert_false(event_decode(bytes->data, at, &back));
    for (int bit = 0; bit < 8; bit++) {
        bytes->data[at] ^= (char)(1 << bit);
        assert_false(event_decode(bytes->data, bytes->length, &back));
        bytes->data[at] ^= (char)(1 << bit);
    }
}

/* Every damage of one bit, and every cut, is seen. */
static void damaged_events_are_refused(void **state) {
    (void)state;
    for (int kind = 0; kind < EVENT_KIND_COUNT; kind++) {
        struct event event = event_of((enum event_kind)kind), back;
        struct buf bytes = {0};
        event_encode(&event, &bytes);
        for (size_t i = 0; i < bytes.length; i++)
            assert_guarded(&bytes, i);
        buf_byte(&bytes, 0);
        assert_false(event_decode(bytes.data, bytes.length, &back));
        buf_release(&bytes);
    }
}

static void damaged_records_are_refused(void **state) {
    (void)state;
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        struct record record = record_of((enum record_kind)kind), back;
        struct buf bytes = {0};
        record_encode(&record, &bytes);
        for (size_t i = 0; i < bytes.length; i++) {
            assert_false(record_decode(&record.key, bytes.data, i, &back));
            bytes.data[i] ^= 0x40;
            assert_false(record_decode(&record.key, bytes.data, bytes.length, &back));
            bytes.data[i] ^= 0x40;
        }
        struct record_key other = record.key;
        other.quarter.number = 2; /* a record under another key is damage too */
        assert_false(record_decode(&other, bytes.data, bytes.length, &back));
        buf_release(&bytes);
    }
}

/* Bytes with a right checksum that no encoder writes: `at` becomes `byte`. */
static bool accepted(const struct event *event, size_t at, uint8_t byte) {
    struct buf bytes = {0};
    struct event back;
    event_encode(event, &bytes);
    assert_true(at < bytes.length - 8);
    bytes.data[at] = (char)byte;
    uint64_t sum = UINT64_C(0xcbf29ce484222325); /* FNV-1a, as published */
    bytes.length -= 8;
    for (size_t i = 0; i < bytes.length; i++)
        sum = (sum ^ (uint8_t)bytes.data[i]) * UINT64_C(0x100000001b3);
    buf_u64(&bytes, sum);
    bool ok = event_decode(bytes.data, bytes.length, &back);
    buf_release(&bytes);
    return ok;
}

static void what_is_out_of_range_is_refused(void **state) {
    (void)state;
    struct event event = event_of(EVENT_ACTUAL_SET);
    enum {
        VERSION = 0,
        KIND = 1,
        FLAGS = 2,
        KEY = 4,
        YEAR = KEY + 7,
        QUARTER = YEAR + 2,
        HEADS = QUARTER + 1
    };
    assert_true(accepted(&event, VERSION, CODEC_FORMAT));
    assert_false(accepted(&event, VERSION, CODEC_FORMAT + 1));
    assert_false(accepted(&event, KIND, EVENT_KIND_COUNT));
    assert_false(accepted(&event, FLAGS, 2));
    assert_true(accepted(&event, KEY, 'X'));
    assert_false(accepted(&event, KEY, ' '));
    assert_true(accepted(&event, QUARTER, YEAR_PERIOD));
    assert_false(accepted(&event, QUARTER, PERIODS + 1));
    assert_false(accepted(&event, QUARTER, 0));
    assert_false(accepted(&event, YEAR, 0)); /* year 233 */
    assert_true(accepted(&event, HEADS, 1));
    assert_false(accepted(&event, HEADS, 0)); /* then what follows is not an id */
    assert_false(accepted(&event, HEADS, 2));
    event.change.actual.value.units = DECIMAL_UNITS_MAX + 1;
    assert_false(accepted(&event, VERSION, CODEC_FORMAT));
    event = event_of(EVENT_ACTUAL_SET);
    event.id.sequence = 0;
    assert_false(accepted(&event, VERSION, CODEC_FORMAT));
    event = event_of(EVENT_EVIDENCE_SET);
    event.change.evidence.date = (struct date){2025, 2, 29};
    assert_false(accepted(&event, VERSION, CODEC_FORMAT));
    event = event_of(EVENT_EVIDENCE_SET);
    event.change.key.number = 0;
    assert_false(accepted(&event, VERSION, CODEC_FORMAT));
}

static int compare_keys(const struct record_key *a, const struct record_key *b) {
    uint8_t left[CODEC_KEY_MAX], right[CODEC_KEY_MAX];
    size_t left_length = record_key_encode(a, left), right_length = record_key_encode(b, right);
    size_t shorter = left_length < right_length ? left_length : right_length;
    int order = memcmp(left, right, shorter);
    return order ? order : (left_length > right_length) - (left_length < right_length);
}

static void keys_are_ordered_as_read(void **state) {
    (void)state;
    static const struct record_key ordered[] = {
        {RECORD_EVIDENCE, "SUB", {2026, 4}, 9},     {RECORD_EVIDENCE, "SUB-1", {2024, 4}, 9},
        {RECORD_EVIDENCE, "SUB-1", {2025, 1}, 1},   {RECORD_EVIDENCE, "SUB-1", {2025, 1}, 2},
        {RECORD_EVIDENCE, "SUB-1", {2025, 1}, 256}, {RECORD_EVIDENCE, "SUB-1", {2025, 2}, 1},
        {RECORD_EVIDENCE, "SUB-18", {2025, 1}, 1},
    };
    for (size_t i = 1; i < sizeof ordered / sizeof *ordered; i++)
        assert_true(compare_keys(&ordered[i - 1], &ordered[i]) < 0);
}

static void keys_come_back(void **state) {
    (void)state;
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        struct record_key key = key_of((enum record_kind)kind), back;
        memset(key.code, 'A', CODE_MAX);
        uint8_t bytes[CODEC_KEY_MAX];
        size_t length = record_key_encode(&key, bytes);
        assert_true(record_key_decode(key.kind, bytes, length, &back));
        assert_string_equal(back.code, key.code);
        assert_int_equal(quarter_compare(back.quarter, key.quarter), 0);
        assert_int_equal(back.number, key.number);
        for (size_t cut = 0; cut < length; cut++)
            assert_false(record_key_decode(key.kind, bytes, cut, &back));
        bytes[CODE_MAX] = '/'; /* behind the code stands a zero */
        assert_false(record_key_decode(key.kind, bytes, length, &back));
        bytes[CODE_MAX] = 0;
        bytes[0] = ' '; /* no byte of a code */
        assert_false(record_key_decode(key.kind, bytes, length, &back));
    }
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_event_comes_back),
        cmocka_unit_test(every_record_comes_back),
        cmocka_unit_test(what_was_right_is_read_again_without_its_checksum),
        cmocka_unit_test(a_record_is_read_over_another),
        cmocka_unit_test(what_is_inside_comes_back),
        cmocka_unit_test(what_stands_around_the_figures_comes_back),
        cmocka_unit_test(what_is_beside_the_point_is_not_kept),
        cmocka_unit_test(damaged_events_are_refused),
        cmocka_unit_test(damaged_records_are_refused),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(keys_are_ordered_as_read),
        cmocka_unit_test(keys_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
