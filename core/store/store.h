/* The store: an LMDB environment with the records and the journal of events that made them (core/CODE-MAP.md, Bytes of
 * the store). Only store_change and store_undo put a record: each change is one transaction holding one event and its
 * record.
 *
 * One thread, and in one process a store is open at most once (LMDB). No transaction outlives a call, but for
 * store_begin ... store_end, which must not outlive a key press; changing, checking and describing are not called in
 * between. Every function that fails sets err:
 *   ERR_BUSY         a writer was stopped while it held the gate; it is named
 *   ERR_FULL         the disk is full
 *   ERR_IO           the disk failed; nothing is confirmed until the store is opened anew
 *   ERR_CORRUPT      what is read is damaged
 *   ERR_UNSUPPORTED  the filesystem is a network's or FAT, the format newer, or the store cannot be written
 *   ERR_REPLACED     the store's file is no longer the one that was opened, or no longer holds what this process has
 *                    seen in it; nothing was kept, and every later change is refused as well */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "model/admit.h"
#include "model/condition.h"
#include "model/event.h"

struct store;

/* Opens the store in `directory`, which is made (0700) when it is missing, with what is above it. A new store is made
 * in a temporary directory, synced, then renamed. `holder` is the login that the gate names; the gate is the file
 * "<directory>.gerbang". A store on a read-only filesystem opens read-only, and changing is then ERR_UNSUPPORTED. The
 * caller closes *store (NULL after a failure). */
bool store_open(const char *directory, const char *holder, struct store **store, struct err *err);

/* Opens the store for looking only: nothing in `directory` is made or written, but for a place among the readers in
 * LMDB's lock file where there is one; data.mdb keeps its bytes and times. What would have to be written first (an older
 * format, pages missing at the end) is copied into a temporary folder ($TMPDIR, else /tmp), written and opened there;
 * store_close removes the copy. Changing is ERR_UNSUPPORTED. ERR_NOT_FOUND when there is no store. */
bool store_look(const char *directory, struct store **store, struct err *err);
void store_close(struct store *store); /* NULL is fine */
bool store_read_only(const struct store *store);

/* Returns a number that grows by one with every commit by anybody; costs no system call. */
uint64_t store_version(const struct store *store);

/* ---- reading: everything between begin and end sees one state ---- */

/* ERR_REPLACED when the open file was written over. Of a file or folder that was only moved away what was in it is read
 * on, while every change is refused. */
bool store_begin(struct store *store, struct err *err);
void store_end(struct store *store);

/* A record with the very bytes that hold it, whose checksum and content were found right. All of it is borrowed until
 * the callback returns. */
struct stored {
    const struct record *record;
    const void *key, *value; /* codec.h: record_key_encode, record_encode */
    size_t key_size, value_size;
};
typedef bool stored_each_fn(void *context, const struct stored *stored);

/* Calls `each` for the records of from->kind with this code and quarter (code "" or year 0: any), in key order, until
 * it returns false. Returns false only on failure. */
bool store_each(struct store *store, const struct record_key *from, stored_each_fn *each, void *context,
                struct err *err);

/* Reads the record under `key`: true with it; false with err->kind ERR_NONE when nothing stands there. */
bool store_find(struct store *store, const struct record_key *key, struct record *record, struct err *err);

/* Reads one event and its place in the local journal, from 1. ERR_NOT_FOUND when the journal does not have it. */
bool store_event(struct store *store, const struct event_id *id, struct event *event, uint64_t *position,
                 struct err *err);

/* Says how far the journal goes. */
bool store_trail(struct store *store, struct trail *trail, struct err *err);

/* ---- changing ---- */

/* The write path: gate, look at the file, begin, look up the operation, compare heads, admit, put event and record,
 * look at the file again, commit; then event and record are looked for in the file. True only when the change is durable. `at` is the instant to stamp, milliseconds UTC.
 *
 * ERR_STALE brings what stands in outcome->record; after any other failure there is nothing in it. A repeated operation
 * changes nothing, and neither does a change that asks for exactly what stands already, whatever head was seen, if the
 * person may make it at all: both succeed without an event, with outcome->repeated. */
bool store_change(struct store *store, const struct asker *asker, const struct request *request, int64_t at,
                  struct outcome *outcome, struct err *err);

/* Takes back the event `id` that the asking person made, in one transaction, if its work stands: what came after it
 * may only have been taken back itself (else ERR_STALE). So one goes back step by step; an undo is not taken back, and
 * neither is a step of the workflow (ERR_INVALID), nor what somebody else did (ERR_DENIED). */
bool store_undo(struct store *store, const struct asker *asker, const struct event_id *id, int64_t at,
                struct outcome *outcome, struct err *err);

/* ---- looking after it ---- */

/* Checks everything, like git fsck: every checksum, digest, chain link and sequence, both indexes, the device heads,
 * and every record derived anew from the journal. Calls `finding` for each fault; `counts` tells how many there were
 * of each. Returns false only when the check itself could not go on. */
bool store_check(struct store *store, store_finding_fn *finding, void *context, struct store_counts *counts,
                 struct err *err);

bool store_describe(struct store *store, struct store_info *info, struct err *err);

/* Returns the digest of the event at `position` of the journal, from 1: with it the chain up to there is said.
 * ERR_NOT_FOUND. */
bool store_digest(struct store *store, uint64_t position, struct digest *digest, struct err *err);

#endif
