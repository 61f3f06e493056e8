/* The condition of a store, apart from its figures: what `diagnosa` tells, what `periksa-data` finds, and how far a
 * journal goes. Plain data, so that screens need no header of the store. */
#ifndef MODEL_CONDITION_H
#define MODEL_CONDITION_H

#include "base/digest.h"

/* The journal up to one event, named by its place and by the digest of its bytes. The digest chain of the events
 * before it is in that digest, so that a printed trail says everything up to there. */
struct trail {
    uint64_t position; /* from 1; 0: the journal is empty, and the digest zeros */
    struct digest digest;
};

struct store_info {
    int format;
    int upgraded_from; /* the format of the store itself, when an upgraded copy of it is looked at; otherwise 0 */
    struct uuid store;
    struct uuid device;
    uint64_t events;
    int64_t last_event_at; /* milliseconds UTC, 0 when there is no event */
    uint64_t map_bytes;
    uint64_t used_bytes;
};

struct store_counts {
    uint64_t events;
    uint64_t records;
    uint64_t findings;
};

/* Called with one Indonesian line for each fault that a check finds. */
typedef void store_finding_fn(void *context, const char *line);

#endif
