#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK_SIZE = 32768 };

static bool too_large(const char *path, uint64_t max, struct err *err) {
    return err_set(err, ERR_INVALID, "\"%s\" terlalu besar, paling banyak %llu byte; pilih berkas lain", path,
                   (unsigned long long)max);
}

/* O_NONBLOCK: opening a pipe must not wait for its other end. */
int file_open(const char *path, uint64_t max, struct err *err) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        err_system(err, errno, "tidak dapat membuka \"%s\"", path);
        return -1;
    }
    struct stat status;
    bool ok = fstat(fd, &status) == 0;
    if (!ok)
        err_system(err, errno, "tidak dapat membaca \"%s\"", path);
    else if (!S_ISREG(status.st_mode))
        ok = err_set(err, ERR_INVALID, "\"%s\" bukan berkas biasa; pilih berkas lain", path);
    else if ((uint64_t)status.st_size > max)
        ok = too_large(path, max, err);
    if (ok)
        return fd;
    close(fd);
    return -1;
}

bool file_each_block(const char *path, uint64_t max, file_sink *sink, void *context, struct err *err) {
    int fd = file_open(path, max, err);
    if (fd < 0)
        return false;
    char block[BLOCK_SIZE];
    bool ok = true;
    for (uint64_t total = 0; ok;) {
        ssize_t got = read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            ok = err_system(err, errno, "tidak dapat membaca \"%s\"", path);
        if (got <= 0)
            break;
        total += (uint64_t)got;
        if (total > max)
            ok = too_large(path, max, err);
        else
            sink(context, block, (size_t)got);
    }
    close(fd);
    return ok;
}

static void put_block(void *context, const void *bytes, size_t length) {
    buf_put(context, bytes, length);
}

bool file_read(const char *path, size_t max, struct buf *out, struct err *err) {
    return file_each_block(path, max, put_block, out, err);
}

static bool write_all(int fd, const char *at, size_t left) {
    while (left) {
        ssize_t written = write(fd, at, left);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            at += written;
            left -= (size_t)written;
        }
    }
    return true;
}

static bool sync_all(int fd) {
    while (fsync(fd) < 0)
        if (errno != EINTR)
            return false;
    return true;
}

/* EINVAL: a file system (as of a network share) that has no syncing of directories. */
bool file_sync_directory(const char *path, struct err *err) {
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && (sync_all(fd) || errno == EINVAL);
    if (!ok)
        err_system(err, errno, "tidak dapat menyimpan folder \"%s\"", path);
    if (fd >= 0)
        close(fd);
    return ok;
}

/* "map" of "map/laporan", "/" of "/laporan", "." of "laporan". */
static void put_directory(struct buf *out, const char *path) {
    const char *slash = strrchr(path, '/');
    buf_put(out, slash ? path : ".", slash && slash > path ? (size_t)(slash - path) : 1);
}

/* Where there is no renaming that spares what is there (a filesystem too old for it), a look before has to
 * do. */
static bool rename_new(const char *from, const char *to) {
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (faccessat(AT_FDCWD, to, F_OK, AT_SYMLINK_NOFOLLOW) != 0)
        return rename(from, to) == 0;
    errno = EEXIST;
    return false;
}

static mode_t usual_mode(void) {
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

struct writing {
    const char *path;
    const void *data;
    size_t length;
    bool fresh; /* what is there already stands */
};

/* -1 where there are no files without a name, or none could be given to them. */
static int open_nameless(const char *directory) {
    bool nameable = access("/proc/self/fd", X_OK) == 0;
    return nameable ? open(directory, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666) : -1;
}

/* Never over what has the name already. */
static bool give_name(int fd, const char *path) {
    char nameless[32];
    snprintf(nameless, sizeof nameless, "/proc/self/fd/%d", fd);
    return linkat(AT_FDCWD, nameless, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
}

/* Whole before it has its name: killed in between, it is gone. errno tells the reason of false; *refused
 * where the filesystem gives no name to it. */
static bool write_nameless(int fd, const struct writing *writing, bool *refused) {
    bool whole = write_all(fd, writing->data, writing->length) && sync_all(fd);
    bool ok = whole && give_name(fd, writing->path);
    int error = errno;
    *refused = whole && !ok && error != EEXIST;
    close(fd);
    errno = error;
    return ok;
}

/* mkostemp gives a new file of mode 0600; an old file hands its mode on, and a fresh one has that of any
 * other. errno tells the reason of false. */
static bool write_beside(char *temporary, const struct writing *writing) {
    struct stat old;
    bool exists = stat(writing->path, &old) == 0, fresh = writing->fresh;
    if (exists && (fresh || !S_ISREG(old.st_mode))) {
        errno = fresh ? EEXIST : S_ISDIR(old.st_mode) ? EISDIR : EINVAL;
        return false;
    }
    int fd = mkostemp(temporary, O_CLOEXEC);
    if (fd < 0)
        return false;
    mode_t mode = fresh ? usual_mode() : exists ? old.st_mode & 0777 : 0600;
    bool ok = (mode == 0600 || fchmod(fd, mode) == 0) && write_all(fd, writing->data, writing->length) &&
              sync_all(fd);
    int error = ok ? 0 : errno;
    if (close(fd) < 0 && !error)
        error = errno;
    if (!error && !(fresh ? rename_new(temporary, writing->path) : rename(temporary, writing->path) == 0))
        error = errno;
    if (!error)
        return true;
    unlink(temporary);
    errno = error;
    return false;
}

static bool write_file(const char *directory, const struct writing *writing) {
    bool refused = true, ok = false;
    int fd = writing->fresh ? open_nameless(directory) : -1;
    if (fd >= 0)
        ok = write_nameless(fd, writing, &refused);
    if (!refused)
        return ok;
    struct buf temporary = {0};
    buf_printf(&temporary, "%s/.triwulan-XXXXXX", directory);
    ok = write_beside(temporary.data, writing);
    int error = errno;
    buf_release(&temporary);
    errno = error;
    return ok;
}

/* What it is that cannot be written: the file is not there yet, so what is missing is its folder. */
static bool not_written(const struct writing *writing, const char *directory, int error, struct err *err) {
    const char *path = writing->path;
    if (writing->fresh && error == EEXIST)
        return err_set(err, ERR_INVALID, "\"%s\" sudah ada dan tidak ditimpa; pilih nama lain", path);
    if (error == ENOENT && *path && access(directory, F_OK) != 0)
        return err_set(err, ERR_IO, "folder \"%s\" tidak ada; pilih folder lain", directory);
    if (error == EINVAL)
        return err_set(err, ERR_IO, "\"%s\" bukan berkas biasa; pilih nama lain", path);
    return err_system(err, error, "tidak dapat menulis \"%s\"", path);
}

static bool put_file(const struct writing *writing, struct err *err) {
    struct buf directory = {0};
    put_directory(&directory, writing->path);
    bool ok = write_file(directory.data, writing) ? file_sync_directory(directory.data, err)
                                                  : not_written(writing, directory.data, errno, err);
    if (!ok && err->kind == ERR_NOT_FOUND)
        err->kind = ERR_IO;
    buf_release(&directory);
    return ok;
}

bool file_replace(const char *path, const void *data, size_t length, struct err *err) {
    return put_file(&(struct writing){path, data, length, false}, err);
}

bool file_create(const char *path, const void *data, size_t length, struct err *err) {
    return put_file(&(struct writing){path, data, length, true}, err);
}

static bool make_one(const char *path) {
    if (mkdir(path, 0700) == 0)
        return true;
    struct stat status;
    if (errno != EEXIST || stat(path, &status) < 0)
        return false;
    errno = EEXIST;
    return S_ISDIR(status.st_mode);
}

bool file_make_directory(const char *path, struct err *err) {
    struct buf part = {0};
    size_t length = 0;
    bool ok;
    do {
        length += strspn(path + length, "/");
        length += strcspn(path + length, "/");
        buf_clear(&part);
        buf_put(&part, path, length);
        ok = make_one(part.data);
    } while (ok && path[length]);
    if (!ok)
        err_system(err, errno, "tidak dapat membuat folder \"%s\"", part.data);
    buf_release(&part);
    return ok;
}
