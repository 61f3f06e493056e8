#include "base/memory.h"
#include "store/store_internal.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { READERS = 512, UNWRITTEN_PAGES_MAX = 64, NEARLY_FULL_BYTES = 1 << 20 };

const char *const store_table_name[TABLE_COUNT] = {
#define X(id, name, ...) [id] = name,
    RECORD_KINDS(X)
#undef X
        STORE_TABLES(SET_TEXT)};

/* ---- errors ---- */

/* LMDB reports a short write, which is what a disk gives that fills up midway, as EIO. It stops there and
 * syncs nothing, so that this is a full disk and no failed one. The gate is there before the store is. */
static bool disk_full(const struct store *store) {
    struct statvfs status;
    return fstatvfs(store->gate.descriptor, &status) == 0 &&
           (uint64_t)status.f_bavail * status.f_frsize < NEARLY_FULL_BYTES;
}

bool store_fault(struct store *store, int error, struct err *err) {
    if (error == ENOMEM)
        memory_exhausted();
    if (error == EIO && disk_full(store))
        error = ENOSPC;
    switch (error) {
    case EIO:
        store->failed = true;
        store_usable(store, err);
        return false;
    case MDB_VERSION_MISMATCH:
        return err_set(err, ERR_UNSUPPORTED,
                       "simpanan \"%s\" dibuat versi yang lebih baru; perbarui triwulan", store->directory);
    case MDB_CORRUPTED:
    case MDB_PAGE_NOTFOUND:
    case MDB_INVALID:
    case MDB_NOTFOUND:
    case MDB_KEYEXIST:
    case MDB_INCOMPATIBLE:
        return err_set(err, ERR_CORRUPT,
                       "simpanan \"%s\" rusak; jalankan triwulan periksa-data dan pulihkan cadangan",
                       store->directory);
    case MDB_READERS_FULL:
        return err_set(err, ERR_BUSY, "simpanan \"%s\" dibuka terlalu banyak program; tutup salah satu",
                       store->directory);
    default:
        break;
    }
    if (error > 0)
        return err_system(err, error, "simpanan \"%s\"", store->directory);
    return err_set(err, ERR_IO, "simpanan \"%s\" menolak (%s); tutup program lalu buka lagi",
                   store->directory, mdb_strerror(error));
}

bool store_usable(const struct store *store, struct err *err) {
    if (store->failed)
        return err_set(
            err, ERR_IO,
            "disk gagal, yang terakhir belum tentu tersimpan; tutup program, buka lagi, lalu lihat "
            "isian itu");
    if (!store->env)
        return err_set(err, ERR_IO, "simpanan \"%s\" tertutup; tutup program lalu buka lagi",
                       store->directory);
    return true;
}

/* ---- opening ---- */

/* What the map promises is touched when it is read: a file cut short would end the process there. Some pages
 * at the end are promised and never written in healthy stores too; a hole in their place reads as damage, if
 * it is ever read. */
static bool count_missing(struct store *store, uint64_t *missing, struct err *err) {
    MDB_envinfo info;
    MDB_stat stat;
    struct stat status;
    int descriptor;
    mdb_env_info(store->env, &info);
    mdb_env_stat(store->env, &stat);
    mdb_env_get_fd(store->env, &descriptor);
    if (fstat(descriptor, &status) < 0)
        return store_fault(store, errno, err);
    uint64_t promised = ((uint64_t)info.me_last_pgno + 1) * stat.ms_psize, size = (uint64_t)status.st_size;
    *missing = size >= promised ? 0 : promised - size;
    return *missing <= (uint64_t)UNWRITTEN_PAGES_MAX * stat.ms_psize ||
           err_set(err, ERR_CORRUPT, "simpanan \"%s\" terpotong; pulihkan dari cadangan", store->directory);
}

static bool make_whole(struct store *store, struct err *err) {
    struct stat status;
    uint64_t missing = 0;
    int descriptor;
    if (!count_missing(store, &missing, err))
        return false;
    if (missing == 0)
        return true;
    if (store->read_only)
        return err_set(err, ERR_CORRUPT, "simpanan \"%s\" terpotong; pulihkan dari cadangan",
                       store->directory);
    mdb_env_get_fd(store->env, &descriptor);
    return (fstat(descriptor, &status) == 0 && ftruncate(descriptor, status.st_size + (off_t)missing) == 0) ||
           store_fault(store, errno, err);
}

static bool get_meta(struct store *store, MDB_txn *txn, const char *name, MDB_val *value, struct err *err) {
    MDB_val key = store_value(name, strlen(name));
    int rc = mdb_get(txn, store->table[TABLE_META], &key, value);
    return rc == 0 || store_fault(store, rc, err);
}

static bool get_uuid(struct store *store, MDB_txn *txn, const char *name, struct uuid *uuid,
                     struct err *err) {
    MDB_val value;
    if (!get_meta(store, txn, name, &value, err))
        return false;
    struct bytes in = bytes_from(value.mv_data, value.mv_size);
    bytes_copy(&in, uuid->byte, UUID_SIZE);
    return bytes_done(&in) || store_fault(store, MDB_CORRUPTED, err);
}

static bool read_format(struct store *store, MDB_txn *txn, uint32_t *format, struct err *err) {
    MDB_val value;
    int rc = mdb_dbi_open(txn, store_table_name[TABLE_META], 0, &store->table[TABLE_META]);
    if (rc == MDB_NOTFOUND || rc == MDB_INCOMPATIBLE)
        return err_set(err, ERR_CORRUPT, "\"%s\" bukan simpanan triwulan; pilih folder lain dengan --data",
                       store->directory);
    if (rc)
        return store_fault(store, rc, err);
    if (!get_meta(store, txn, META_FORMAT, &value, err))
        return false;
    struct bytes in = bytes_from(value.mv_data, value.mv_size);
    *format = bytes_u32(&in);
    if (!bytes_done(&in) || *format == 0)
        return store_fault(store, MDB_CORRUPTED, err);
    return *format <= STORE_FORMAT || store_fault(store, MDB_VERSION_MISMATCH, err);
}

/* The handle outlives the transaction only when it commits. */
static bool find_format(struct store *store, uint32_t *format, struct err *err) {
    MDB_txn *txn;
    int rc = mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn);
    if (rc)
        return store_fault(store, rc, err);
    if (!read_format(store, txn, format, err)) {
        mdb_txn_abort(txn);
        return false;
    }
    rc = mdb_txn_commit(txn);
    return rc == 0 || store_fault(store, rc, err);
}

static bool bring_up(struct store *store, struct err *err) {
    uint32_t format = 0;
    if (!find_format(store, &format, err))
        return false;
    if (format == STORE_FORMAT)
        return true;
    if (store->copy)
        store->upgraded_from = (int)format;
    return store_upgrade(store, format, err);
}

/* Handles outlive the transaction that opens them only when it commits. */
static bool take_handles(struct store *store, struct err *err) {
    MDB_txn *txn;
    int rc = mdb_txn_begin(store->env, NULL, MDB_RDONLY, &txn);
    if (rc)
        return store_fault(store, rc, err);
    bool ok = get_uuid(store, txn, META_STORE, &store->id, err) &&
              get_uuid(store, txn, META_DEVICE, &store->device, err);
    for (int i = 0; ok && i < TABLE_COUNT; i++) {
        rc = mdb_dbi_open(txn, store_table_name[i], 0, &store->table[i]);
        ok = rc == 0 || store_fault(store, rc, err);
    }
    if (!ok) {
        mdb_txn_abort(txn);
        return false;
    }
    rc = mdb_txn_commit(txn);
    return rc == 0 || store_fault(store, rc, err);
}

/* The slot in the table of readers is taken here, under the gate; taking it later would wait without end for
 * a process that was stopped in the middle of that. */
static bool take_reader(struct store *store, struct err *err) {
    int rc = mdb_txn_begin(store->env, NULL, MDB_RDONLY, &store->reader);
    if (rc)
        return store_fault(store, rc, err);
    mdb_txn_reset(store->reader);
    return true;
}

static const char *place_of(const struct store *store) {
    return store->copy ? store->copy : store->directory;
}

/* LMDB takes an empty file for a new store. */
static bool check_file(const struct store *store, struct err *err) {
    char *path = store_path(place_of(store), "/data.mdb");
    struct stat status;
    int rc = stat(path, &status);
    free(path);
    if (rc < 0)
        return err_system(err, errno, "tidak dapat membuka simpanan \"%s\"", store->directory);
    return status.st_size > 0 ||
           err_set(err, ERR_CORRUPT, "simpanan \"%s\" kosong; pulihkan dari cadangan", store->directory);
}

/* A reader that outlived its process would keep every page since from being used again; and of its three
 * files LMDB leaves one open for children. */
static int tidy(const struct store *store) {
    int descriptor;
    mdb_env_get_fd(store->env, &descriptor);
    if (fcntl(descriptor, F_SETFD, FD_CLOEXEC) < 0)
        return errno;
    return store->read_only ? 0 : mdb_reader_check(store->env, NULL);
}

static int open_environment(struct store *store) {
    int rc = mdb_env_create(&store->env);
    if (rc)
        return rc;
    mdb_env_set_maxdbs(store->env, TABLE_COUNT);
    mdb_env_set_maxreaders(store->env, READERS);
    mdb_env_set_mapsize(store->env, store->map_bytes);
    unsigned flags = MDB_NOTLS | MDB_NORDAHEAD | (store->read_only ? MDB_RDONLY : 0u) |
                     (store->unlocked ? MDB_NOLOCK : 0u);
    rc = mdb_env_open(store->env, place_of(store), flags, 0600);
    return rc ? rc : tidy(store);
}

static bool open_file(struct store *store, struct err *err) {
    if (!check_file(store, err))
        return false;
    int rc = open_environment(store);
    if (rc)
        return store_fault(store, rc, err);
    return !store_mixed(store) ||
           err_set(
               err, ERR_CORRUPT,
               "simpanan \"%s\" ditimpa di tengah sebuah simpan, sehingga tidak utuh; tutup program di semua "
               "layar lalu pulihkan sekali lagi dari cadangan",
               store->directory);
}

static bool open_tables(struct store *store, struct err *err) {
    return take_handles(store, err) && take_reader(store, err);
}

bool store_environment_open(struct store *store, struct err *err) {
    bool ok =
        open_file(store, err) && make_whole(store, err) && bring_up(store, err) && open_tables(store, err);
    if (!ok)
        store_environment_close(store);
    return ok;
}

bool store_environment_look(struct store *store, bool *fit, struct err *err) {
    uint64_t missing = 0;
    uint32_t format = 0;
    bool ok =
        open_file(store, err) && count_missing(store, &missing, err) && find_format(store, &format, err);
    *fit = ok && missing == 0 && format == STORE_FORMAT;
    ok = ok && (!*fit || open_tables(store, err));
    if (!ok)
        store_environment_close(store);
    return ok;
}

void store_environment_close(struct store *store) {
    assert(!store->snapshot);
    if (store->reader)
        mdb_txn_abort(store->reader);
    if (store->env)
        mdb_env_close(store->env);
    store->reader = NULL;
    store->env = NULL;
}

/* When this fails LMDB has no map left. */
int store_map(struct store *store, size_t bytes) {
    int rc = mdb_env_set_mapsize(store->env, bytes);
    if (rc) {
        store_environment_close(store);
        return rc;
    }
    MDB_envinfo info;
    mdb_env_info(store->env, &info);
    store->map_bytes = info.me_mapsize;
    return 0;
}
