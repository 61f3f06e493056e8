#include "base/memory.h"
#include "office/reading_internal.h"
#include "store/codec.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- records ---- */

/* The bytes of all records one after the other, and for each kind where its records lie, in the order of their keys. */
struct snapshot {
    struct buf bytes;
    struct list entry[RECORD_KIND_COUNT]; /* of struct entry */
};

struct entry {
    size_t at; /* the key; the value lies behind it */
    uint32_t key_size, value_size;
};

static struct snapshot *snapshot_new(void) {
    struct snapshot *snapshot = memory_alloc(1, sizeof *snapshot);
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++)
        snapshot->entry[kind].size = sizeof(struct entry);
    return snapshot;
}

static void snapshot_free(struct snapshot *snapshot) {
    if (!snapshot)
        return;
    buf_release(&snapshot->bytes);
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++)
        list_release(&snapshot->entry[kind]);
    free(snapshot);
}

static struct entry *entry_at(const struct list *entries, int index) {
    return (struct entry *)entries->item + index;
}

/* As LMDB orders keys: byte by byte, a beginning before what goes on. */
static int compare_keys(const void *a, size_t a_size, const void *b, size_t b_size) {
    int order = memcmp(a, b, a_size < b_size ? a_size : b_size);
    return order ? order : (a_size > b_size) - (a_size < b_size);
}

/* The first entry whose key is not below these bytes. */
static int lower_bound(const struct snapshot *snapshot, enum record_kind kind, const void *key, size_t size) {
    const struct list *entries = &snapshot->entry[kind];
    int low = 0, high = entries->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const struct entry *entry = entry_at(entries, middle);
        if (compare_keys(snapshot->bytes.data + entry->at, entry->key_size, key, size) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool begins_with(const struct snapshot *snapshot, const struct entry *entry, const void *prefix,
                        size_t size) {
    return entry->key_size >= size && memcmp(snapshot->bytes.data + entry->at, prefix, size) == 0;
}

/* What was found right when it was read is right now. */
static void decode(const struct snapshot *snapshot, enum record_kind kind, const struct entry *entry,
                   struct record *record) {
    const char *key = snapshot->bytes.data + entry->at;
    struct record_key decoded;
    bool right = record_key_decode(kind, key, entry->key_size, &decoded) &&
                 record_decode_kept(&decoded, key + entry->key_size, entry->value_size, record);
    assert(right);
    (void)right;
}

static bool find(void *context, const struct record_key *key, struct record *record) {
    const struct snapshot *snapshot = context;
    const struct list *entries = &snapshot->entry[key->kind];
    uint8_t bytes[CODEC_KEY_MAX];
    size_t size = record_key_encode(key, bytes);
    int at = lower_bound(snapshot, key->kind, bytes, size);
    if (at == entries->count || entry_at(entries, at)->key_size != size ||
        !begins_with(snapshot, entry_at(entries, at), bytes, size))
        return false;
    decode(snapshot, key->kind, entry_at(entries, at), record);
    return true;
}

/* The keys of a code begin with it and a NUL, those of its quarter go on with year and number. */
static size_t prefix_encode(const struct record_key *from, uint8_t prefix[CODEC_KEY_MAX]) {
    enum { QUARTER_SIZE = 3 };
    size_t length = strlen(from->code);
    record_key_encode(from, prefix);
    return !length ? 0 : length + 1 + (from->quarter.year ? QUARTER_SIZE : 0);
}

static void each(void *context, const struct record_key *from, record_each_fn *each_one, void *each_context) {
    const struct snapshot *snapshot = context;
    const struct list *entries = &snapshot->entry[from->kind];
    uint8_t prefix[CODEC_KEY_MAX];
    size_t size = prefix_encode(from, prefix);
    for (int i = lower_bound(snapshot, from->kind, prefix, size); i < entries->count; i++) {
        struct record record;
        if (!begins_with(snapshot, entry_at(entries, i), prefix, size))
            return;
        decode(snapshot, from->kind, entry_at(entries, i), &record);
        bool asked = !from->quarter.year || quarter_compare(from->quarter, record.key.quarter) == 0;
        if (asked && !each_one(each_context, &record))
            return;
    }
}

static const struct records_ops ops = {.find = find, .each = each};

/* A zeroed reading gets its memory when something is put into it. */
static struct snapshot *snapshot_of(struct reading *reading) {
    if (!reading->records.context)
        reading->records = (struct records){reading->records.asker, &ops, snapshot_new()};
    return reading->records.context;
}

void reading_begin(struct reading *reading, const struct asker *asker) {
    *reading = (struct reading){.records.asker = *asker};
}

static void add(struct snapshot *snapshot, enum record_kind kind, const struct stored *stored) {
    const struct entry entry = {.at = snapshot->bytes.length,
                                .key_size = (uint32_t)stored->key_size,
                                .value_size = (uint32_t)stored->value_size};
    buf_put(&snapshot->bytes, stored->key, stored->key_size);
    buf_put(&snapshot->bytes, stored->value, stored->value_size);
    list_add(&snapshot->entry[kind], &entry);
}

void reading_add(struct reading *reading, const struct stored *stored) {
    add(snapshot_of(reading), stored->record->key.kind, stored);
}

static int compare_entries(const void *a, const void *b, void *context) {
    const struct snapshot *snapshot = context;
    const struct entry *left = a, *right = b;
    return compare_keys(snapshot->bytes.data + left->at, left->key_size, snapshot->bytes.data + right->at,
                        right->key_size);
}

/* What was read code by code, or in one walk, is in order already. */
static bool in_order(struct snapshot *snapshot, const struct list *entries) {
    for (int i = 1; i < entries->count; i++)
        if (compare_entries(entry_at(entries, i - 1), entry_at(entries, i), snapshot) > 0)
            return false;
    return true;
}

void reading_end(struct reading *reading) {
    struct snapshot *snapshot = snapshot_of(reading);
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        struct list *entries = &snapshot->entry[kind];
        if (!in_order(snapshot, entries))
            qsort_r(entries->item, (size_t)entries->count, entries->size, compare_entries, snapshot);
    }
}

void reading_release(struct reading *reading) {
    snapshot_free(reading->records.context);
    reading->records.context = NULL;
    reading->records.ops = NULL;
}

/* The last one added goes to its place, and takes that of the one that stood there. */
void reading_put(struct reading *reading, const struct record *record) {
    struct snapshot *snapshot = snapshot_of(reading);
    struct list *entries = &snapshot->entry[record->key.kind];
    uint8_t key[CODEC_KEY_MAX];
    struct buf value = {0};
    record_encode(record, &value);
    struct stored stored = {.record = record, .key = key, .value = value.data, .value_size = value.length};
    stored.key_size = record_key_encode(&record->key, key);
    int at = lower_bound(snapshot, record->key.kind, key, stored.key_size);
    bool stands = at < entries->count && entry_at(entries, at)->key_size == stored.key_size &&
                  begins_with(snapshot, entry_at(entries, at), key, stored.key_size);
    add(snapshot, record->key.kind, &stored);
    const struct entry added = *entry_at(entries, entries->count - 1);
    if (stands)
        entries->count--;
    else
        memmove(entry_at(entries, at + 1), entry_at(entries, at),
                (size_t)(entries->count - 1 - at) * sizeof added);
    *entry_at(entries, at) = added;
    buf_release(&value);
}

static int compare_codes(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Of a kind, what is under this code, from one snapshot into another. */
static void copy_code(const struct snapshot *from, struct snapshot *to, enum record_kind kind,
                      const char *code) {
    const struct list *entries = &from->entry[kind];
    size_t size = strlen(code) + 1;
    for (int i = lower_bound(from, kind, code, size); i < entries->count; i++) {
        const struct entry *entry = entry_at(entries, i);
        if (!begins_with(from, entry, code, size))
            return;
        const char *key = from->bytes.data + entry->at;
        const struct stored stored = {.key = key,
                                      .value = key + entry->key_size,
                                      .key_size = entry->key_size,
                                      .value_size = entry->value_size};
        add(to, kind, &stored);
    }
}

void reading_narrow(struct reading *reading, const char *const code[], int count) {
    struct snapshot *before = snapshot_of(reading), *after = snapshot_new();
    const char **sorted = memory_alloc((size_t)count + 1, sizeof *sorted);
    memcpy(sorted, code, (size_t)count * sizeof *sorted);
    qsort(sorted, (size_t)count, sizeof *sorted, compare_codes);
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++)
        for (int i = 0; i < count; i++)
            if (i == 0 || strcmp(sorted[i], sorted[i - 1]) != 0)
                copy_code(before, after, (enum record_kind)kind, sorted[i]);
    free(sorted);
    snapshot_free(before);
    reading->records.context = after;
}

/* ---- events ---- */

struct happening {
    uint64_t position, before; /* in the journal; before 0: it replaced nothing */
    size_t at, size;
};

static const struct happening *happening_at(const struct events *events, int index) {
    return (const struct happening *)events->entry.item + index;
}

void events_add(struct events *events, const struct event *event, uint64_t position, uint64_t before) {
    struct happening happening = {.position = position, .before = before, .at = events->bytes.length};
    event_encode(event, &events->bytes);
    happening.size = events->bytes.length - happening.at;
    events->entry.size = sizeof happening;
    list_add(&events->entry, &happening);
}

static int newest_first(const void *a, const void *b) {
    const struct happening *left = a, *right = b;
    return (left->position < right->position) - (left->position > right->position);
}

void events_end(struct events *events) {
    if (events->entry.count)
        qsort(events->entry.item, (size_t)events->entry.count, events->entry.size, newest_first);
}

void events_release(struct events *events) {
    buf_release(&events->bytes);
    list_release(&events->entry);
}

static void decode_event(const struct events *events, const struct happening *happening,
                         struct event *event) {
    bool right = event_decode(events->bytes.data + happening->at, happening->size, event);
    assert(right);
    (void)right;
}

/* What an event replaced is in the history of the same code. */
static bool decode_before(const struct events *events, const struct happening *happening,
                          struct event *event) {
    const struct happening sought = {.position = happening->before};
    const struct happening *found = happening->before
                                        ? bsearch(&sought, events->entry.item, (size_t)events->entry.count,
                                                  events->entry.size, newest_first)
                                        : NULL;
    if (found)
        decode_event(events, found, event);
    return found;
}

void events_each(const struct events *events, event_each_fn *each_one, void *context) {
    for (int i = 0; i < events->entry.count; i++) {
        struct event event, before;
        decode_event(events, happening_at(events, i), &event);
        bool replaced = decode_before(events, happening_at(events, i), &before);
        if (!each_one(context, &event, replaced ? &before : NULL))
            return;
    }
}
