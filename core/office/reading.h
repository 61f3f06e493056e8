/* What the door hands out: records and events in memory, as they were read. They keep the bytes of the store, about two
 * hundred a record, and are decoded when they are looked at. */
#ifndef OFFICE_READING_H
#define OFFICE_READING_H

#include "base/buf.h"
#include "base/list.h"
#include "model/condition.h"
#include "model/event.h"
#include "model/records.h"

/* Zero-initialised is empty, but for its asker; reading_release frees it. */
struct reading {
    struct records records; /* for the pure functions; records.context is the memory behind it */
    struct trail trail;     /* how far the journal went when the records were read */
    uint64_t version;       /* the office's version then */
};
void reading_release(struct reading *reading);

/* Puts a record that this process changed itself into the place of what was read, so that a save needs no reading. */
void reading_put(struct reading *reading, const struct record *record);

/* Leaves only the records under these codes, and frees the memory of the others. */
void reading_narrow(struct reading *reading, const char *const code[], int count);

/* The events in the history of a code. Zero-initialised is empty; events_release frees it. */
struct events {
    struct buf bytes;  /* private */
    struct list entry; /* private */
};
void events_release(struct events *events);

/* Calls `each` for every event, newest first by its place in the journal, with the event it replaced (NULL when there
 * is none), until it returns false. */
typedef bool event_each_fn(void *context, const struct event *event, const struct event *before);
void events_each(const struct events *events, event_each_fn *each, void *context);

#endif
