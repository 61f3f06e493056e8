#include "own/output.h"
#include "base/buf.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The data directory and, since a mount or a hard link gives it a second name from which no way leads up to that, what
 * is in it. */
static const char *const kept[] = {"", "/simpanan", "/simpanan/data.mdb", "/simpanan/lock.mdb",
                                   "/simpanan.gerbang"};
enum { KEPT = sizeof kept / sizeof *kept };

/* What stands behind a name; inode 0 when nothing does. */
struct place {
    dev_t device;
    ino_t inode;
};

static struct place place_of(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0)
        return (struct place){0};
    return (struct place){status.st_dev, status.st_ino};
}

static bool is_kept(const struct place *forbidden, const char *path) {
    const struct place place = place_of(path);
    for (int i = 0; place.inode && i < KEPT; i++)
        if (forbidden[i].inode == place.inode && forbidden[i].device == place.device)
            return true;
    return false;
}

/* The path itself, or a folder above it; `path` is absolute, and free of links. */
static bool is_below(const struct place *forbidden, char *path) {
    for (char *slash; (slash = strrchr(path, '/')); *slash = '\0')
        if (is_kept(forbidden, *path ? path : "/"))
            return true;
    return is_kept(forbidden, "/");
}

/* What is at `path`, followed to where it leads. */
static bool leads_below(const struct place *forbidden, const char *path) {
    char real[PATH_MAX];
    return realpath(path, real) && is_below(forbidden, real);
}

static bool lies_below(const struct place *forbidden, const char *path) {
    struct buf folder = {0};
    const char *slash = strrchr(path, '/');
    buf_put(&folder, slash ? path : ".", slash ? (size_t)(slash - path) + 1 : 1);
    bool below = leads_below(forbidden, folder.data);
    buf_release(&folder);
    return below;
}

bool output_allowed(const char *directory, const char *path, struct err *err) {
    struct place forbidden[KEPT];
    for (int i = 0; i < KEPT; i++) {
        struct buf name = {0};
        buf_printf(&name, "%s%s", directory, kept[i]);
        forbidden[i] = place_of(name.data);
        buf_release(&name);
    }
    return !(lies_below(forbidden, path) || leads_below(forbidden, path)) ||
           err_set(err, ERR_DENIED,
                   "\"%s\" termasuk tempat data triwulan, yang tidak boleh ditulisi; pilih folder lain",
                   path);
}
