/* How the door fills what it hands out; only core/office and the test of readings include it. */
#ifndef OFFICE_READING_INTERNAL_H
#define OFFICE_READING_INTERNAL_H

#include "office/reading.h"
#include "store/store.h"

/* Makes *reading empty, for this asker. */
void reading_begin(struct reading *reading, const struct asker *asker);
/* Adds a record that was read. reading_end then puts all of them in the order in which they are looked up. */
void reading_add(struct reading *reading, const struct stored *stored);
void reading_end(struct reading *reading);

/* Adds an event with its place in the journal and that of the event which it replaced (0: none). events_end then puts
 * all of them in order. */
void events_add(struct events *events, const struct event *event, uint64_t position, uint64_t before);
void events_end(struct events *events);

#endif
