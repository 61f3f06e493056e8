/* What the files of the store share; no other file includes it but the tests of the store. */
#ifndef STORE_STORE_INTERNAL_H
#define STORE_STORE_INTERNAL_H

#include "base/closed_set.h"
#include "store/codec.h"
#include "store/gate.h"
#include "store/store.h"
#include <lmdb.h>

/* The tables behind those of the records, which come first in the order of enum record_kind:
 *   jurnal     position (8 bytes, from 1) -> event
 *   urutan     device and sequence -> position
 *   operasi    operation -> position
 *   perangkat  device -> its last sequence and that event's digest
 *   meta       name -> value */
#define STORE_TABLES(X)                                                                                      \
    X(TABLE_JOURNAL, "jurnal")                                                                               \
    X(TABLE_SEQUENCE, "urutan")                                                                              \
    X(TABLE_OPERATION, "operasi")                                                                            \
    X(TABLE_DEVICE, "perangkat")                                                                             \
    X(TABLE_META, "meta")

enum store_table { TABLE_RECORDS_LAST = RECORD_KIND_COUNT - 1, STORE_TABLES(SET_ID) TABLE_COUNT };
extern const char *const store_table_name[TABLE_COUNT];

/* Format 2 added pengajuan and verifikasi; format 3 added anggaran, arahan, monev, rekomendasi, dokumen, penyampaian and
 * ketik-ulang. */
enum { STORE_FORMAT = 3 };

/* Names in TABLE_META. */
#define META_FORMAT "format"    /* 4 bytes */
#define META_STORE "simpanan"   /* UUID */
#define META_DEVICE "perangkat" /* UUID */

enum { STORE_POSITION_SIZE = 8, STORE_ID_SIZE = UUID_SIZE + 8, STORE_KEY_TEXT_MAX = 80 };
#define STORE_MAP_BYTES ((size_t)1 << 30)

/* What this process has seen of the store: none of it may ever go back. */
struct seen {
    uint64_t version;   /* LMDB's number of the last transaction; 0: nothing was read yet */
    struct trail trail; /* the last event of that transaction; position 0: none, or none that could be read */
    int64_t size;       /* bytes of the file; LMDB never makes it shorter */
};

struct store {
    char *directory;
    char *holder;
    char *copy;        /* the temporary folder where a copy is open instead; NULL: the store itself is */
    int upgraded_from; /* the format that the copy had first, when it was an older one; otherwise 0 */
    struct gate gate;
    size_t map_bytes;
    MDB_env *env;    /* NULL: closed, and nothing works until store_open */
    MDB_txn *reader; /* kept for all snapshots, so that beginning one takes no lock and no system call */
    bool snapshot;
    bool read_only;
    bool unlocked;    /* nobody else has the store open, and LMDB's lock file is neither made nor used */
    bool failed;      /* the disk failed; nothing is confirmed any more */
    bool replaced;    /* the path names another file, or overwritten; nothing is changed any more */
    bool overwritten; /* the open file holds another store, or an older state; nothing is read any more */
    struct seen seen;
    struct uuid id;
    struct uuid device;
    MDB_dbi table[TABLE_COUNT];
};

/* Does what store_open does, with another size of map to begin with. */
bool store_open_sized(const char *directory, const char *holder, size_t map_bytes, struct store **store,
                      struct err *err);

/* Makes a store that is not open, to be closed by store_close. */
struct store *store_new(const char *directory, const char *holder, size_t map_bytes);

/* Calls `open` with the store's gate taken, which is then kept for changes. */
typedef bool store_open_fn(struct store *store, struct err *err);
bool store_open_gated(struct store *store, store_open_fn *open, struct err *err);

/* Removes the copy that was made for looking, when there is one. */
void store_remove_copy(struct store *store);

/* Returns a path beside or inside `directory`; the caller frees it. */
char *store_path(const char *directory, const char *end);

/* ---- the environment; what these return as int is 0, or an error of LMDB or the system ---- */

/* Opens the environment of an existing store, checks that it is one, and takes its handles. It is called under the
 * gate, unless the store is read-only. An older format is upgraded. */
bool store_environment_open(struct store *store, struct err *err);
void store_environment_close(struct store *store);

/* Opens the environment of an existing store that is read-only, as it is. When it would have to be written first, since
 * its format is older or pages are missing at its end, *fit is false and only its environment works. */
bool store_environment_look(struct store *store, bool *fit, struct err *err);

/* Brings the store of an older format up to STORE_FORMAT, after copying it to "<directory>.format-N" (a copy is not
 * copied again). It is one transaction: a kill leaves the old format or the new one. */
bool store_upgrade(struct store *store, uint32_t format, struct err *err);

/* Sets the size of the map; 0 takes the size that another process made it. When this fails the environment is closed. */
int store_map(struct store *store, size_t bytes);

/* Returns false, with ERR_IO, after a failure that only opening anew can heal. */
bool store_usable(const struct store *store, struct err *err);

/* Puts an error of LMDB or the system in words. It always returns false. */
bool store_fault(struct store *store, int error, struct err *err);

/* ---- whether the file is still the one that was opened, and holds what was seen (ERR_REPLACED) ---- */

/* Refuses a store that was marked as replaced before, or whose path no longer names the open file, or whose file became
 * shorter. It touches no page of the map, which a file cut short would turn into the end of the process. */
bool store_same_file(struct store *store, struct err *err);

/* Says whether what the transaction shows is this store, and still has the last event that was seen. */
bool store_holds_seen(const struct store *store, MDB_txn *txn);

/* Remembers the transaction's version and last event, when the version moved. */
void store_remember(struct store *store, MDB_txn *txn);

/* Marks the store as overwritten in place and says so. It always returns false. */
bool store_overwritten(struct store *store, struct err *err);

/* The beginning of one of LMDB's two meta pages, which are the first two of the file, in the machine's own words (LMDB
 * 0.9: struct MDB_page, MDB_meta, MDB_db). */
struct meta_page {
    size_t number;
    uint16_t pad, flags, lower, upper;
    uint32_t magic, version;
    void *address;
    size_t map_size;
    struct {
        uint32_t pad;
        uint16_t flags, depth;
        size_t branch_pages, leaf_pages, overflow_pages, entries, root;
    } tree[2];
    size_t last_page, transaction;
};
enum { METAS = 2 };
struct metas {
    struct meta_page page[METAS];
};

/* Says whether the file is two stores at once: the meta pages are not of transactions that follow each other, since one
 * of them was put on top of another store in the end of a commit during which the file was written over. */
bool store_mixed(const struct store *store);

/* The file as it was when the write transaction of a change began. */
struct watch {
    uint64_t version; /* of the last transaction before it */
    struct metas metas;
};

/* Begins the watch, after store_same_file: the file's own last transaction must be the one before `txn`, and what was
 * seen must stand. */
bool store_watch(struct store *store, MDB_txn *txn, struct watch *watch, struct err *err);

/* Says whether the file is as it was when the watch began: just before the commit, or before an answer without one. */
bool store_unchanged(struct store *store, const struct watch *watch, struct err *err);

/* Says after the commit whether its event and the value of its record are found by anybody who opens the file at the
 * path now, and remembers them as seen. */
bool store_kept(struct store *store, const struct watch *watch, const struct trail *trail,
                const struct record_key *key, MDB_val record, struct err *err);

/* ---- values ---- */

MDB_val store_value(const void *data, size_t size); /* borrows; LMDB does not write to it */
void store_position_encode(uint64_t position, uint8_t out[STORE_POSITION_SIZE]);
/* Returns false unless the value has the length of a position. */
bool store_position_decode(const MDB_val *value, uint64_t *position);
void store_id_encode(const struct event_id *id, uint8_t out[STORE_ID_SIZE]);
bool store_id_decode(const MDB_val *value, struct event_id *id);
/* Prints a key for people: "bukti SUB-18 2025-TW3 nomor 2". */
void store_key_print(const struct record_key *key, char out[STORE_KEY_TEXT_MAX]);

/* ---- reading inside any transaction: false with ERR_NONE when there is nothing ---- */

bool store_record_in(struct store *store, MDB_txn *txn, const struct record_key *key, struct record *record,
                     struct err *err);
/* Does what store_each does. */
bool store_each_in(struct store *store, MDB_txn *txn, const struct record_key *from, stored_each_fn *each,
                   void *context, struct err *err);
bool store_event_in(struct store *store, MDB_txn *txn, uint64_t position, struct event *event,
                    struct err *err);
/* Does what store_event does, and never returns ERR_NONE. */
bool store_event_of(struct store *store, MDB_txn *txn, const struct event_id *id, struct event *event,
                    uint64_t *position, struct err *err);
/* Reads the position that an index (TABLE_SEQUENCE, TABLE_OPERATION) gives for `key`. */
bool store_position_in(struct store *store, MDB_txn *txn, enum store_table index, MDB_val key,
                       uint64_t *position, struct err *err);
/* Reads the bytes of the journal's last event; position 0 when it is empty. Returns 0 or an error of LMDB. */
int store_last_in(const struct store *store, MDB_txn *txn, MDB_val *event, uint64_t *position);

/* ---- parts of a change, inside its write transaction ---- */

/* Says whether the change would leave what stands in `record` as it is: it is of a kind of which that can be said, no
 * undo, and asks for exactly this, whatever head was seen. */
bool store_same(const struct record *record, const struct change *change);

/* What stands, as the transaction of a change shows it to `admit`. What cannot be read is answered as nothing, and the
 * first error stays in `err`: whoever asked refuses with it then, whatever was decided. */
struct latch {
    struct store *store;
    MDB_txn *txn;
    struct err err; /* ERR_NONE to begin with */
};
struct records store_latch(struct latch *latch, const struct asker *asker);

/* Makes the change that takes back the event `id`, or refuses as store_undo does. */
bool store_inverse_in(struct store *store, MDB_txn *txn, const struct asker *asker, const struct event_id *id,
                      struct change *change, struct err *err);

#endif
