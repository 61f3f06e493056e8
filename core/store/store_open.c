#include "base/buf.h"
#include "base/file.h"
#include "base/filesystem.h"
#include "base/memory.h"
#include "store/store_internal.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* LMDB's lock file for 512 readers (64 bytes each and a header of 192), rounded up to pages. */
enum { LOCK_FILE_BYTES = 36864 };

static char *parent_of(const char *path) {
    const char *slash = strrchr(path, '/');
    struct buf parent = {0};
    buf_put(&parent, path, slash ? (size_t)(slash - path) : 0);
    if (!parent.length)
        buf_text(&parent, slash ? "/" : ".");
    return parent.data;
}

static bool exists(const char *directory, const char *end) {
    char *path = store_path(directory, end);
    bool found = access(path, F_OK) == 0;
    free(path);
    return found;
}

/* ---- a new store ---- */

/* The folders above may be as new as the store; those of others need no syncing, and may refuse it. */
static bool sync_above(const char *path, struct err *err) {
    char *parent = parent_of(path);
    bool ok = access(parent, W_OK) != 0 || file_sync_directory(parent, err);
    bool top = strcmp(parent, "/") == 0 || strcmp(parent, ".") == 0;
    ok = ok && (top || sync_above(parent, err));
    free(parent);
    return ok;
}

static int put_meta(MDB_txn *txn, MDB_dbi meta, const char *name, const void *data, size_t size) {
    MDB_val key = store_value(name, strlen(name)), value = store_value(data, size);
    return mdb_put(txn, meta, &key, &value, MDB_NOOVERWRITE);
}

static int fill(struct store *store, MDB_txn *txn) {
    int rc = 0;
    for (int i = 0; rc == 0 && i < TABLE_COUNT; i++)
        rc = mdb_dbi_open(txn, store_table_name[i], MDB_CREATE, &store->table[i]);
    int64_t now = (int64_t)time(NULL) * 1000;
    struct uuid id = uuid_new(now), device = uuid_new(now);
    struct buf format = {0};
    buf_u32(&format, STORE_FORMAT);
    MDB_dbi meta = store->table[TABLE_META];
    if (rc == 0)
        rc = put_meta(txn, meta, META_FORMAT, format.data, format.length);
    if (rc == 0)
        rc = put_meta(txn, meta, META_STORE, id.byte, UUID_SIZE);
    if (rc == 0)
        rc = put_meta(txn, meta, META_DEVICE, device.byte, UUID_SIZE);
    buf_release(&format);
    return rc;
}

/* Without a lock file: nobody else knows of this folder. */
static int build(struct store *store, const char *directory) {
    MDB_env *env;
    MDB_txn *txn;
    int rc = mdb_env_create(&env);
    if (rc)
        return rc;
    mdb_env_set_maxdbs(env, TABLE_COUNT);
    mdb_env_set_mapsize(env, store->map_bytes);
    rc = mdb_env_open(env, directory, MDB_NOTLS | MDB_NORDAHEAD | MDB_NOLOCK, 0600);
    if (rc == 0)
        rc = mdb_txn_begin(env, NULL, 0, &txn);
    if (rc == 0) {
        rc = fill(store, txn);
        if (rc == 0)
            rc = mdb_txn_commit(txn);
        else
            mdb_txn_abort(txn);
    }
    mdb_env_close(env);
    return rc;
}

static bool build_and_rename(struct store *store, const char *fresh, struct err *err) {
    if (!file_make_directory(fresh, err))
        return false;
    int rc = build(store, fresh);
    if (rc)
        return store_fault(store, rc, err);
    if (!file_sync_directory(fresh, err))
        return false;
    if (rename(fresh, store->directory) == 0)
        return true;
    if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR)
        return err_set(err, ERR_CORRUPT, "\"%s\" bukan simpanan triwulan; pilih folder lain dengan --data",
                       store->directory);
    return err_system(err, errno, "tidak dapat membuat simpanan \"%s\"", store->directory);
}

/* A start that was cut short leaves WORKSHOP behind: before the rename with a store half made, after it as
 * the sign that the new name may not be on the disk yet. */
#define WORKSHOP ".baru"
#define UNFINISHED WORKSHOP "/simpanan"

static void remove_unfinished(const struct store *store) {
    static const char *const inside[] = {UNFINISHED "/data.mdb", UNFINISHED, WORKSHOP};
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
        char *path = store_path(store->directory, inside[i]);
        remove(path);
        free(path);
    }
}

static bool create(struct store *store, struct err *err) {
    if (!exists(store->directory, "/data.mdb")) {
        char *fresh = store_path(store->directory, UNFINISHED);
        remove_unfinished(store);
        bool ok = build_and_rename(store, fresh, err);
        free(fresh);
        if (!ok) {
            remove_unfinished(store);
            return false;
        }
    }
    if (!sync_above(store->directory, err))
        return false;
    remove_unfinished(store);
    return true;
}

/* ---- opening ---- */

/* LMDB makes the lock file sparse, and touching a page of it that a full disk cannot hold ends the process.
 */
static bool allocate_lock(const struct store *store, struct err *err) {
    char *path = store_path(store->directory, "/lock.mdb");
    int descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    int error = descriptor < 0 ? errno : 0;
    struct stat status;
    if (!error && fstat(descriptor, &status) < 0)
        error = errno;
    while (!error && status.st_blocks * 512 < LOCK_FILE_BYTES &&
           (error = posix_fallocate(descriptor, 0, LOCK_FILE_BYTES)) == EINTR)
        error = 0;
    if (descriptor >= 0)
        close(descriptor);
    if (error)
        err_system(err, error, "tidak dapat menyiapkan \"%s\"", path);
    free(path);
    return !error;
}

bool store_open_gated(struct store *store, store_open_fn *open_it, struct err *err) {
    char *path = store_path(store->directory, ".gerbang");
    bool ok = gate_open(&store->gate, path, err) && gate_take(&store->gate, store->holder, err);
    free(path);
    if (!ok)
        return false;
    ok = open_it(store, err);
    gate_leave(&store->gate);
    return ok;
}

static bool open_or_create(struct store *store, struct err *err) {
    bool whole = exists(store->directory, "/data.mdb") && !exists(store->directory, WORKSHOP);
    return (whole || create(store, err)) && allocate_lock(store, err) && store_environment_open(store, err);
}

static bool prepare(struct store *store, struct err *err) {
    char *parent = parent_of(store->directory);
    bool there = exists(store->directory, "");
    bool ok = file_make_directory(parent, err) &&
              filesystem_check(there ? store->directory : parent, &store->read_only, err);
    free(parent);
    return ok;
}

struct store *store_new(const char *directory, const char *holder, size_t map_bytes) {
    struct store *store = memory_alloc(1, sizeof *store);
    store->directory = memory_text(directory);
    store->holder = memory_text(holder);
    store->map_bytes = map_bytes;
    store->gate.descriptor = -1;
    return store;
}

bool store_open_sized(const char *directory, const char *holder, size_t map_bytes, struct store **out,
                      struct err *err) {
    struct store *store = store_new(directory, holder, map_bytes);
    bool ok = prepare(store, err) && (store->read_only ? store_environment_open(store, err)
                                                       : store_open_gated(store, open_or_create, err));
    if (!ok) {
        store_close(store);
        store = NULL;
    }
    *out = store;
    return ok;
}

bool store_open(const char *directory, const char *holder, struct store **store, struct err *err) {
    return store_open_sized(directory, holder, STORE_MAP_BYTES, store, err);
}

void store_close(struct store *store) {
    if (!store)
        return;
    store_environment_close(store);
    store_remove_copy(store);
    gate_close(&store->gate);
    free(store->directory);
    free(store->holder);
    free(store);
}
