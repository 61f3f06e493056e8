/* Histories in words. Pure. */
#ifndef VIEW_HISTORY_H
#define VIEW_HISTORY_H

#include "model/event.h"

/* Prints what an event changed, for lists: "375 -> 400", "(kosong) -> 375", "bukti 2: SK tim penilai". `before` is the
 * event that it replaced, NULL when there is none. `indicator` is NULL when no catalogue has the code any more; figures
 * are then printed as they were kept. */
void event_print(const struct event *event, const struct event *before, const struct indicator *indicator,
                 char *out, size_t size);

#endif
