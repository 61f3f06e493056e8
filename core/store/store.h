/* The store: an LMDB environment with the records and the journal of events that made them (DESIGN.md, The
 * store). Only store_change puts a record: each change is one transaction holding one event and its record.
 *
 * One thread, and in one process a store is open at most once (LMDB). No transaction outlives a call, but for
 * store_begin ... store_end, which must not outlive a key press; changing, checking and describing are not
 * called in between. Every function that fails sets err: ERR_BUSY (a stopped writer, named), ERR_FULL (disk),
 * ERR_IO (after which nothing is confirmed until the store is reopened), ERR_CORRUPT, ERR_UNSUPPORTED
 * (network or FAT filesystem, newer format). */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "model/admit.h"
#include "model/event.h"

struct store;

/* Opens the store in `directory`, which with what is above it is made (0700) when missing. A new store is
 * made in a temporary directory, synced, then renamed. `holder`: the login, for the gate, which is the file
 * "<directory>.gerbang". A read-only filesystem opens read-only, and changing is then ERR_UNSUPPORTED. The
 * caller closes *store (NULL after a failure). */
bool store_open(const char *directory, const char *holder, struct store **store, struct err *err);
void store_close(struct store *store); /* NULL is fine */
bool store_read_only(const struct store *store);

/* A number that grows by one with every commit by anybody; costs no system call. */
uint64_t store_version(const struct store *store);

/* A snapshot for several reads: all between begin and end see one state. */
bool store_begin(struct store *store, struct err *err);
void store_end(struct store *store);

/* Inside begin/end. store_find: true with the record; false with err->kind ERR_NONE when there is none. */
bool store_find(struct store *store, const struct record_key *key, struct record *record, struct err *err);

/* Inside begin/end: records of a kind with this code and quarter (code "" or year 0: any), in key order,
 * until `each` returns false. False only on failure. */
bool store_each(struct store *store, const struct record_key *from, record_each_fn *each, void *context,
                struct err *err);
/* Inside begin/end: the same two for the model. */
struct records store_records(struct store *store);

/* Inside begin/end: one event. ERR_NOT_FOUND when the journal does not have it. */
bool store_event(struct store *store, const struct event_id *id, struct event *event, struct err *err);

/* What became of a request. */
struct outcome {
    struct record record; /* as it stands now: after the change, or what was in its way (ERR_STALE) */
    bool repeated;        /* the operation had been done before; nothing was changed now */
};

/* The write path: gate, begin, look up the operation, compare heads and admit (which reads what stands beside
 * in the same transaction; admission->records is not looked at), put event and record, commit. True only when
 * the change is durable. `at` is the instant to stamp, milliseconds UTC. */
bool store_change(struct store *store, const struct admission *admission, const struct request *request,
                  int64_t at, struct outcome *outcome, struct err *err);

/* True once all that a snapshot shows is on the disk: a commit shows shortly before it is. */
bool store_sync(struct store *store, struct err *err);

/* Checks everything, like git fsck: every checksum, digest, chain link and sequence, both indexes, the device
 * heads, and every record derived anew from the journal. Calls `finding` with one Indonesian line for each
 * fault. `counts` tells how many there were of each. False only when the check itself could not go on. */
typedef void store_finding_fn(void *context, const char *line);
struct store_counts {
    uint64_t events;
    uint64_t records;
    uint64_t findings;
};
bool store_check(struct store *store, store_finding_fn *finding, void *context, struct store_counts *counts,
                 struct err *err);

/* For diagnosa: format, device, events, map size and use. */
struct store_info {
    int format;
    struct uuid store;
    struct uuid device;
    uint64_t events;
    int64_t last_event_at; /* milliseconds UTC, 0 when none */
    uint64_t map_bytes;
    uint64_t used_bytes;
};
bool store_describe(struct store *store, struct store_info *info, struct err *err);

/* The digest of the event at `position` of the journal, from 1: with it the chain up to there is said.
 * ERR_NOT_FOUND. */
bool store_digest(struct store *store, uint64_t position, struct digest *digest, struct err *err);

#endif
