#include "base/file.h"
#include "store/store_internal.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* LMDB copies into an empty directory only; a copy that stands there is of an upgrade that did not come to
 * its end, and the store is still what it was. */
static int copy(struct store *store, const char *directory, const char *file) {
    if (unlink(file) < 0 && errno != ENOENT)
        return errno;
    int rc = mdb_env_copy(store->env, directory);
    if (rc)
        return rc;
    int descriptor = open(file, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    rc = fsync(descriptor) < 0 ? errno : 0;
    close(descriptor);
    return rc;
}

static bool back_up(struct store *store, uint32_t format, struct err *err) {
    char end[32];
    snprintf(end, sizeof end, ".format-%u", format);
    char *directory = store_path(store->directory, end);
    char *file = store_path(directory, "/data.mdb");
    bool ok = file_make_directory(directory, err);
    int rc = ok ? copy(store, directory, file) : 0;
    ok = ok && (rc == 0 || store_fault(store, rc, err)) && file_sync_directory(directory, err);
    free(file);
    free(directory);
    return ok;
}

/* Formats 2 and 3 have tables that those before had not; what is in the others stays. */
static int write_tables(struct store *store, MDB_txn *txn) {
    struct buf format = {0};
    int rc = 0;
    for (int i = 0; rc == 0 && i < TABLE_COUNT; i++)
        rc = mdb_dbi_open(txn, store_table_name[i], MDB_CREATE, &store->table[i]);
    buf_u32(&format, STORE_FORMAT);
    MDB_val key = store_value(META_FORMAT, sizeof META_FORMAT - 1);
    MDB_val value = store_value(format.data, format.length);
    if (rc == 0)
        rc = mdb_put(txn, store->table[TABLE_META], &key, &value, 0);
    buf_release(&format);
    return rc;
}

bool store_upgrade(struct store *store, uint32_t format, struct err *err) {
    MDB_txn *txn;
    if (store->read_only)
        return err_set(
            err, ERR_UNSUPPORTED,
            "simpanan \"%s\" dari versi lama dan hanya dapat dibaca; buka sekali dari disk yang dapat "
            "ditulis",
            store->directory);
    if (!store->copy && !back_up(store, format, err))
        return false;
    int rc = mdb_txn_begin(store->env, NULL, 0, &txn);
    if (rc)
        return store_fault(store, rc, err);
    rc = write_tables(store, txn);
    if (rc) {
        mdb_txn_abort(txn);
        return store_fault(store, rc, err);
    }
    rc = mdb_txn_commit(txn);
    return rc == 0 || store_fault(store, rc, err);
}
