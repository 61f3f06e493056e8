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

VOCABULARY(note_words, "catatan", NOTES);
VOCABULARY(stage_words, "langkah", STAGES);
VOCABULARY(verdict_words, "verifikasi", VERDICTS);
VOCABULARY(answer_words, "tanggapan", ANSWERS);
VOCABULARY(source_words, "asal", SOURCES);
VOCABULARY(topic_words, "jenis", TOPICS);
VOCABULARY(follow_up_words, "tindak lanjut", FOLLOW_UPS);
VOCABULARY(document_words, "dokumen", DOCUMENTS);
VOCABULARY(recipient_words, "penerima", RECIPIENTS);

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
