#include "store/store_internal.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- words ---- */

/* Two lines of a terminal have to hold it. */
static bool say_replaced(struct err *err) {
    return err_set(
        err, ERR_REPLACED,
        "TIDAK tersimpan: berkas data diganti atau dipindahkan selagi program terbuka; tutup program "
        "di semua layar, buka lagi, lalu lihat isian itu");
}

bool store_overwritten(struct store *store, struct err *err) {
    store->replaced = true;
    store->overwritten = true;
    return say_replaced(err);
}

/* ---- the file ---- */

bool store_same_file(struct store *store, struct err *err) {
    struct stat named, opened;
    int descriptor;
    if (store->replaced)
        return say_replaced(err);
    char *path = store_path(store->directory, "/data.mdb");
    bool there = stat(path, &named) == 0;
    free(path);
    mdb_env_get_fd(store->env, &descriptor);
    bool same = there && fstat(descriptor, &opened) == 0 && named.st_dev == opened.st_dev &&
                named.st_ino == opened.st_ino;
    if (!same) {
        store->replaced = true;
        return say_replaced(err);
    }
    if (opened.st_size < store->seen.size)
        return store_overwritten(store, err);
    store->seen.size = opened.st_size;
    return true;
}

/* ---- what it holds ---- */

static bool is_this_store(const struct store *store, MDB_txn *txn) {
    MDB_val key = store_value(META_STORE, sizeof META_STORE - 1), value;
    return mdb_get(txn, store->table[TABLE_META], &key, &value) == 0 && value.mv_size == UUID_SIZE &&
           memcmp(value.mv_data, store->id.byte, UUID_SIZE) == 0;
}

static bool has_event(const struct store *store, MDB_txn *txn, const struct trail *trail) {
    uint8_t position[STORE_POSITION_SIZE];
    store_position_encode(trail->position, position);
    MDB_val key = store_value(position, sizeof position), value;
    if (mdb_get(txn, store->table[TABLE_JOURNAL], &key, &value) != 0)
        return false;
    struct digest digest = digest_bytes(value.mv_data, value.mv_size);
    return digest_equal(&digest, &trail->digest);
}

bool store_holds_seen(const struct store *store, MDB_txn *txn) {
    const struct trail *trail = &store->seen.trail;
    return is_this_store(store, txn) && (trail->position == 0 || has_event(store, txn, trail));
}

/* A journal whose end is damaged is no reason not to read the rest: what can be read then is not compared later. */
void store_remember(struct store *store, MDB_txn *txn) {
    struct seen *seen = &store->seen;
    MDB_val event;
    if (mdb_txn_id(txn) == seen->version)
        return;
    seen->version = mdb_txn_id(txn);
    if (store_last_in(store, txn, &event, &seen->trail.position) == 0 && seen->trail.position != 0)
        seen->trail.digest = digest_bytes(event.mv_data, event.mv_size);
    else
        seen->trail.position = 0;
}

/* ---- around a change ---- */

/* From the file, not the map. */
static bool read_metas(const struct store *store, struct metas *metas) {
    MDB_stat stat;
    int descriptor;
    ssize_t size = sizeof metas->page[0];
    mdb_env_stat(store->env, &stat);
    mdb_env_get_fd(store->env, &descriptor);
    for (int i = 0; i < METAS; i++)
        if (pread(descriptor, &metas->page[i], (size_t)size, (off_t)i * (off_t)stat.ms_psize) != size)
            return false;
    return true;
}

static int count_unchanged(const struct metas *before, const struct metas *now) {
    int unchanged = 0;
    for (int i = 0; i < METAS; i++)
        unchanged += memcmp(&before->page[i], &now->page[i], sizeof now->page[i]) == 0;
    return unchanged;
}

/* Each commit writes the meta page of the commit before the last. Where the pages are not laid out as is known here,
 * nothing is said. */
static bool metas_follow(const struct store *store, const struct metas *metas) {
    size_t first = metas->page[0].transaction, second = metas->page[1].transaction;
    size_t last = first > second ? first : second;
    return last != store_version(store) || last - (first + second - last) <= 1;
}

bool store_mixed(const struct store *store) {
    struct metas metas;
    return read_metas(store, &metas) && !metas_follow(store, &metas);
}

/* LMDB takes a writer's number from the lock file, while the data file says itself what its last one was. */
bool store_watch(struct store *store, MDB_txn *txn, struct watch *watch, struct err *err) {
    watch->version = mdb_txn_id(txn) - 1;
    return (read_metas(store, &watch->metas) && metas_follow(store, &watch->metas) &&
            store_version(store) == watch->version && store_holds_seen(store, txn)) ||
           store_overwritten(store, err);
}

bool store_unchanged(struct store *store, const struct watch *watch, struct err *err) {
    struct metas now;
    if (!store_same_file(store, err))
        return false;
    return (read_metas(store, &now) && count_unchanged(&watch->metas, &now) == METAS) ||
           store_overwritten(store, err);
}

/* A commit writes one meta page and leaves the other, which tells the state before, as it was. */
static bool version_follows(struct store *store, const struct watch *watch) {
    struct metas now;
    uint64_t version = store_version(store);
    if (version == watch->version + 1)
        return read_metas(store, &now) && count_unchanged(&watch->metas, &now) == METAS - 1;
    return version > watch->version;
}

static bool has_record(const struct store *store, MDB_txn *txn, const struct record_key *record_key,
                       MDB_val expected) {
    uint8_t bytes[CODEC_KEY_MAX];
    MDB_val key = store_value(bytes, record_key_encode(record_key, bytes)), value;
    return mdb_get(txn, store->table[record_key->kind], &key, &value) == 0 &&
           value.mv_size == expected.mv_size && memcmp(value.mv_data, expected.mv_data, value.mv_size) == 0;
}

static bool stands(struct store *store, const struct watch *watch, const struct trail *trail,
                   const struct record_key *key, MDB_val record) {
    if (!version_follows(store, watch) || mdb_txn_renew(store->reader) != 0)
        return false;
    MDB_txn *txn = store->reader;
    bool ok =
        store_holds_seen(store, txn) && has_event(store, txn, trail) && has_record(store, txn, key, record);
    if (ok && mdb_txn_id(txn) == watch->version + 1)
        store->seen = (struct seen){watch->version + 1, *trail, store->seen.size};
    mdb_txn_reset(txn);
    return ok;
}

bool store_kept(struct store *store, const struct watch *watch, const struct trail *trail,
                const struct record_key *key, MDB_val record, struct err *err) {
    return store_same_file(store, err) &&
           (stands(store, watch, trail, key, record) || store_overwritten(store, err));
}
