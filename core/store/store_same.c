#include "model/apply.h"
#include "store/store_internal.h"
#include <string.h>

typedef bool same_fn(const struct record *record, const struct change *change);

static bool same_fraction(const struct fraction *a, const struct fraction *b) {
    return a->denominator.units == b->denominator.units &&
           (a->denominator.units == 0 || a->numerator.units == b->numerator.units);
}

static bool same_actual(const struct record *record, const struct change *change) {
    const struct actual *a = &record->actual, *b = &change->actual;
    return a->filled && a->provisional == b->provisional && a->value.units == b->value.units &&
           same_fraction(&a->fraction, &b->fraction);
}

static bool same_notes(const struct record *record, const struct change *change) {
    for (int i = 0; i < NOTE_COUNT; i++)
        if (strncmp(record->notes.text[i], change->notes.text[i], NOTE_MAX + 1) != 0)
            return false;
    return true;
}

static bool same_evidence(const struct record *record, const struct change *change) {
    const struct evidence *a = &record->evidence, *b = &change->evidence;
    return a->file == b->file && a->promised == b->promised && a->kind == b->kind &&
           memcmp(&a->document, &b->document, sizeof a->document) == 0 &&
           date_compare(a->date, b->date) == 0 && digest_equal(&a->digest, &b->digest) &&
           strncmp(a->title, b->title, TITLE_MAX + 1) == 0 &&
           strncmp(a->number, b->number, NUMBER_MAX + 1) == 0 &&
           strncmp(a->place, b->place, PLACE_MAX + 1) == 0;
}

/* Where nearly everything is decided by the person, as the store would keep it. */
static bool same_content(const struct record *record, const struct change *change) {
    struct event event = {.id = record->head, .at = record->changed_at, .change = *change};
    struct record after = *record;
    struct buf now = {0}, then = {0};
    memcpy(event.who, record->changed_by, sizeof event.who);
    apply(&after, &event);
    record_encode(record, &now);
    record_encode(&after, &then);
    bool same = now.length == then.length && memcmp(now.data, then.data, now.length) == 0;
    buf_release(&now);
    buf_release(&then);
    return same;
}

/* What stands is never the same as a clearing or removal: those are refused where nothing stands. */
static same_fn *const same_kind[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = same_actual,     [EVENT_NOTES_SET] = same_notes,
    [EVENT_EVIDENCE_SET] = same_evidence, [EVENT_SPENDING_SET] = same_content,
    [EVENT_MEETING_SET] = same_content,   [EVENT_RECOMMENDED] = same_content,
    [EVENT_FOLLOWED_UP] = same_content,   [EVENT_DOCUMENT_MARKED] = same_content,
    [EVENT_HANDED_OVER] = same_content,
};

bool store_same(const struct record *record, const struct change *change) {
    same_fn *same = same_kind[change->kind];
    return same && !change->undo && same(record, change);
}
