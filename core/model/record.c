#include "model/record.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

static const struct {
    enum key_subject subject;
    bool numbered;
} kinds[RECORD_KIND_COUNT] = {
#define X(id, word, subject, numbered) [id] = {subject, numbered},
    RECORD_KINDS(X)
#undef X
};

enum key_subject record_kind_subject(enum record_kind kind) {
    return kinds[kind].subject;
}

bool record_kind_numbered(enum record_kind kind) {
    return kinds[kind].numbered;
}

#define X(id, word, label, help) {word, label, help},
static const struct term notes_table[] = {NOTES(X)};
static const struct term verdicts[] = {VERDICTS(X)};
static const struct term answers[] = {ANSWERS(X)};
#undef X
#define X(id, word, label) {word, label, ""},
static const struct term stages[] = {STAGES(X)};
static const struct term sources[] = {SOURCES(X)};
static const struct term topics[] = {TOPICS(X)};
static const struct term follow_ups[] = {FOLLOW_UPS(X)};
static const struct term documents[] = {DOCUMENTS(X)};
static const struct term recipients[] = {RECIPIENTS(X)};
#undef X

const struct vocabulary note_words = {.name = "catatan", .term = notes_table, .count = NOTE_COUNT};
const struct vocabulary stage_words = {.name = "langkah", .term = stages, .count = STAGE_COUNT};
const struct vocabulary verdict_words = {.name = "verifikasi", .term = verdicts, .count = VERDICT_COUNT};
const struct vocabulary answer_words = {.name = "tanggapan", .term = answers, .count = ANSWER_COUNT};
const struct vocabulary source_words = {.name = "asal", .term = sources, .count = SOURCE_COUNT};
const struct vocabulary topic_words = {.name = "jenis", .term = topics, .count = TOPIC_COUNT};
const struct vocabulary follow_up_words = {
    .name = "tindak lanjut", .term = follow_ups, .count = FOLLOW_UP_COUNT};
const struct vocabulary document_words = {.name = "dokumen", .term = documents, .count = DOCUMENT_COUNT};
const struct vocabulary recipient_words = {.name = "penerima", .term = recipients, .count = RECIPIENT_COUNT};

bool evidence_fulfils(const struct evidence *document, const struct evidence *promise) {
    return promise->promised && !promise->removed && !document->promised &&
           text_compare_folded(document->title, promise->title) == 0;
}

bool event_id_equal(const struct event_id *a, const struct event_id *b) {
    if (a->sequence != b->sequence)
        return false;
    return a->sequence == 0 || memcmp(a->device.byte, b->device.byte, UUID_SIZE) == 0;
}

void record_init(struct record *record, const struct record_key *key) {
    memset(record, 0, sizeof *record); /* every member of the union, not only its first */
    record->key = *key;
}

const struct event_id *record_valued(const struct record *record) {
    return record->actual.valued.sequence != 0 ? &record->actual.valued : &record->head;
}

struct record_key record_key(enum record_kind kind, const char *code, struct quarter quarter) {
    struct record_key key = {.kind = kind, .quarter = quarter};
    snprintf(key.code, sizeof key.code, "%s", code);
    return key;
}
