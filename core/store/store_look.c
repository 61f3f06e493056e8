#include "base/buf.h"
#include "base/filesystem.h"
#include "base/memory.h"
#include "store/store_internal.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whom the gate names meanwhile. */
#define HOLDER "periksa-data"

static bool exists(const struct store *store, const char *end) {
    char *path = store_path(store->directory, end);
    bool found = access(path, F_OK) == 0;
    free(path);
    return found;
}

/* ---- a copy where something would have to be written first ---- */

static bool make_folder(struct store *store, struct err *err) {
    const char *place = getenv("TMPDIR");
    store->copy = store_path(place && *place ? place : "/tmp", "/triwulan-periksa-XXXXXX");
    if (mkdtemp(store->copy))
        return true;
    err_system(err, errno, "tidak dapat membuat salinan sementara \"%s\" untuk diperiksa", store->copy);
    free(store->copy);
    store->copy = NULL;
    return false;
}

static bool make_copy(struct store *store, struct err *err) {
    bool ok = make_folder(store, err);
    int rc = ok ? mdb_env_copy(store->env, store->copy) : 0;
    store_environment_close(store);
    if (rc > 0)
        return err_system(err, rc, "tidak dapat menyalin simpanan \"%s\" ke \"%s\" untuk diperiksa",
                          store->directory, store->copy);
    return ok && (rc == 0 || store_fault(store, rc, err));
}

/* Nobody else knows of the copy; changing it would say that something was kept. */
static bool open_copy(struct store *store, struct err *err) {
    store->unlocked = true;
    store->read_only = false;
    bool ok = store_environment_open(store, err);
    store->read_only = true;
    return ok;
}

void store_remove_copy(struct store *store) {
    if (!store->copy)
        return;
    char *file = store_path(store->copy, "/data.mdb");
    unlink(file);
    rmdir(store->copy);
    free(file);
    free(store->copy);
    store->copy = NULL;
}

/* ---- looking ---- */

static bool look(struct store *store, struct err *err) {
    bool fit;
    return store_environment_look(store, &fit, err) &&
           (fit || (make_copy(store, err) && open_copy(store, err)));
}

/* Without a lock file nobody has the store open. With one, a place among its readers keeps writers from using again what
 * is being looked at; that, like every opening, is done under the gate, where there can be one. */
static bool look_among_others(struct store *store, struct err *err) {
    bool mounted_read_only;
    if (!filesystem_check(store->directory, &mounted_read_only, err))
        return false;
    bool gated = !store->unlocked && !mounted_read_only && exists(store, ".gerbang");
    return gated ? store_open_gated(store, look, err) : look(store, err);
}

bool store_look(const char *directory, struct store **out, struct err *err) {
    struct store *store = store_new(directory, HOLDER, STORE_MAP_BYTES);
    store->read_only = true;
    store->unlocked = !exists(store, "/lock.mdb");
    bool ok = exists(store, "/data.mdb")
                  ? look_among_others(store, err)
                  : err_set(err, ERR_NOT_FOUND, "belum ada simpanan di \"%s\"; periksa --data", directory);
    if (!ok) {
        store_close(store);
        store = NULL;
    }
    *out = store;
    return ok;
}
