/* What the files of the store share; no other file includes it but the tests of the store. */
#ifndef STORE_STORE_INTERNAL_H
#define STORE_STORE_INTERNAL_H

#include "store/codec.h"
#include "store/gate.h"
#include "store/store.h"
#include <lmdb.h>

/* After the tables of records, in the order of enum record_kind: position (8 bytes, from 1) -> event; device
 * and sequence -> position; operation -> position; device -> its last sequence and that event's digest; name
 * -> value. */
#define STORE_TABLES(X)                                                                                      \
    X(TABLE_JOURNAL, "jurnal")                                                                               \
    X(TABLE_SEQUENCE, "urutan")                                                                              \
    X(TABLE_OPERATION, "operasi")                                                                            \
    X(TABLE_DEVICE, "perangkat")                                                                             \
    X(TABLE_META, "meta")

enum store_table {
    TABLE_RECORDS_LAST = RECORD_KIND_COUNT - 1,
#define X(id, name) id,
    STORE_TABLES(X)
#undef X
        TABLE_COUNT
};
extern const char *const store_table_name[TABLE_COUNT];

/* 2: with pengajuan and verifikasi. 3: with anggaran, arahan, monev, rekomendasi, dokumen, penyampaian and
 * ketik-ulang. */
enum { STORE_FORMAT = 3 };

/* Names in TABLE_META. */
#define META_FORMAT "format"    /* 4 bytes */
#define META_STORE "simpanan"   /* UUID */
#define META_DEVICE "perangkat" /* UUID */

enum { STORE_POSITION_SIZE = 8, STORE_ID_SIZE = UUID_SIZE + 8, STORE_KEY_TEXT_MAX = 80 };
#define STORE_MAP_BYTES ((size_t)1 << 30)

struct store {
    char *directory;
    char *holder;
    struct gate gate;
    size_t map_bytes;
    MDB_env *env;     /* NULL: closed, and nothing works until store_open */
    MDB_txn *reader;  /* kept for all snapshots, so that beginning one takes no lock and no system call */
    MDB_txn *reading; /* what reads go through: the snapshot, or the change being made; NULL: neither */
    bool snapshot;
    bool read_only;
    bool failed; /* the disk failed; nothing is confirmed any more */
    struct uuid id;
    struct uuid device;
    MDB_dbi table[TABLE_COUNT];
};

/* store_open with another size of map to begin with. */
bool store_open_sized(const char *directory, const char *holder, size_t map_bytes, struct store **store,
                      struct err *err);

/* A path beside or inside `directory`; the caller frees it. */
char *store_path(const char *directory, const char *end);

/* ---- the environment; what it returns as int is 0 or an error of LMDB or the system ---- */

/* Opens the environment of an existing store, checks that it is one, and takes its handles. Under the gate,
 * unless read-only. */
bool store_environment_open(struct store *store, struct err *err);
void store_environment_close(struct store *store);
/* Brings the store of an older format up to STORE_FORMAT, after copying it to "<directory>.format-N". One
 * transaction: a kill leaves the old or the new. */
bool store_upgrade(struct store *store, uint32_t format, struct err *err);
/* Sets the size of the map; 0: as another process made it. */
int store_map(struct store *store, size_t bytes);
/* False, with ERR_IO, after a failure that only opening anew can heal. */
bool store_usable(const struct store *store, struct err *err);
/* Puts an error of LMDB or the system in words. Always returns false. */
bool store_fault(struct store *store, int error, struct err *err);

/* ---- values ---- */

MDB_val store_value(const void *data, size_t size); /* borrows; LMDB does not write to it */
void store_position_encode(uint64_t position, uint8_t out[STORE_POSITION_SIZE]);
/* False unless the value is that long. */
bool store_position_decode(const MDB_val *value, uint64_t *position);
void store_id_encode(const struct event_id *id, uint8_t out[STORE_ID_SIZE]);
bool store_id_decode(const MDB_val *value, struct event_id *id);
/* "bukti SUB-18 2025-TW3 nomor 2" */
void store_key_print(const struct record_key *key, char out[STORE_KEY_TEXT_MAX]);

/* ---- reading inside any transaction: false with ERR_NONE when there is none ---- */

bool store_record_in(struct store *store, MDB_txn *txn, const struct record_key *key, struct record *record,
                     struct err *err);
bool store_event_in(struct store *store, MDB_txn *txn, uint64_t position, struct event *event,
                    struct err *err);
/* The position an index (TABLE_SEQUENCE, TABLE_OPERATION) gives for `key`. */
bool store_position_in(struct store *store, MDB_txn *txn, enum store_table index, MDB_val key,
                       uint64_t *position, struct err *err);

#endif
