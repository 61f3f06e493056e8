#include "model/apply.h"
#include <string.h>

typedef void apply_fn(struct record *record, const struct change *change);

static void actual_set(struct record *record, const struct change *change) {
    record->actual = change->actual;
    record->actual.filled = true;
}

static void actual_cleared(struct record *record, const struct change *change) {
    (void)change;
    record->actual = (struct actual){.filled = false};
}

static void notes_set(struct record *record, const struct change *change) {
    record->notes = change->notes;
}

static void evidence_set(struct record *record, const struct change *change) {
    record->evidence = change->evidence;
    record->evidence.removed = false;
}

static void evidence_removed(struct record *record, const struct change *change) {
    (void)change;
    record->evidence.removed = true;
}

static apply_fn *const apply_kind[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = actual_set,
    [EVENT_ACTUAL_CLEARED] = actual_cleared,
    [EVENT_NOTES_SET] = notes_set,
    [EVENT_EVIDENCE_SET] = evidence_set,
    [EVENT_EVIDENCE_REMOVED] = evidence_removed,
};

void apply(struct record *record, const struct event *event) {
    apply_kind[event->change.kind](record, &event->change);
    record->head = event->id;
    record->changed_at = event->at;
    memcpy(record->changed_by, event->who, sizeof record->changed_by);
}

/* What takes back the first event on a record. */
static const enum event_kind inverse_of_first[RECORD_KIND_COUNT] = {
    [RECORD_ACTUAL] = EVENT_ACTUAL_CLEARED,
    [RECORD_NOTES] = EVENT_NOTES_SET,
    [RECORD_EVIDENCE] = EVENT_EVIDENCE_REMOVED,
};

void apply_inverse(const struct event *event, const struct event *before, struct change *change) {
    memset(change, 0, sizeof *change);
    change->kind = inverse_of_first[event->change.key.kind];
    if (before)
        *change = before->change;
    change->key = event->change.key;
    change->replaces = event->id;
    change->undo = true;
}
