#include "model/record.h"
#include <string.h>

#define X(id, word, label, help) {word, label, help},
static const struct term notes_table[] = {NOTES(X)};
#undef X

const struct vocabulary note_words = {.name = "catatan", .term = notes_table, .count = NOTE_COUNT};

bool event_id_equal(const struct event_id *a, const struct event_id *b) {
    if (a->sequence != b->sequence)
        return false;
    return a->sequence == 0 || memcmp(a->device.byte, b->device.byte, UUID_SIZE) == 0;
}

void record_init(struct record *record, const struct record_key *key) {
    memset(record, 0, sizeof *record); /* every member of the union, not only its first */
    record->key = *key;
}
