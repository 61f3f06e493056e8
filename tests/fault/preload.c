/* A library for LD_PRELOAD that makes one system call or allocation of a program fail, or ends or stops the
 * program there; and that can write down what the program changes on the disk. Calls count by class:
 *
 *   tulis   write, writev, pwrite, pwritev     sinkron  fsync, fdatasync, msync, sync_file_range
 *   memori  malloc, calloc, realloc,           nama     open with O_CREAT, mkostemp, mkdir, rename, unlink,
 *           posix_memalign, mmap                        rmdir, ftruncate, posix_fallocate, flock
 *
 * of files and folders only; what goes to terminals and pipes is not counted. The environment says what to
 * do:
 *
 *   FAULT_CLASS  the class                  FAULT_CALL   which call of it, from 1
 *   FAULT_DEED   fail, kill-before, kill-half (of a write), kill-after, stop
 *   FAULT_ERROR  errno of a failure         FAULT_ARMED  a file: calls count while it exists; gone when done
 *   FAULT_SAY    a descriptor: told the name of the call, just before
 *   FAULT_LOG    a file: everything changed is appended to it (call_log.h)
 *   FAULT_PROGRAM  only of the program of this name, of those that are started
 *
 * The calls go straight to the kernel, so that no library below is needed. */
#include "fault/call_log.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum class { CLASS_WRITE, CLASS_SYNC, CLASS_MEMORY, CLASS_NAME, CLASS_COUNT };
static const char *const class_names[CLASS_COUNT] = {"tulis", "sinkron", "memori", "nama"};

enum deed { DEED_NONE, DEED_FAIL, DEED_KILL_BEFORE, DEED_KILL_HALF, DEED_KILL_AFTER, DEED_STOP, DEED_COUNT };
static const char *const deed_names[DEED_COUNT] = {"",          "fail",       "kill-before",
                                                   "kill-half", "kill-after", "stop"};

enum { NONE = -1 };

static struct {
    enum class class;
    enum deed deed;
    long call;
    int error;
    int say;
    int log;
    const char *armed;
} plan = {.say = NONE, .log = NONE};
static long met_calls;

static int word(const char *name, const char *const *words, int count) {
    const char *value = getenv(name);
    for (int i = 0; value && i < count; i++)
        if (strcmp(words[i], value) == 0)
            return i;
    return 0;
}

static long number(const char *name, long otherwise) {
    const char *value = getenv(name);
    return value ? strtol(value, NULL, 10) : otherwise;
}

__attribute__((constructor)) static void take_plan(void) {
    const char *log = getenv("FAULT_LOG");
    plan.class = (enum class)word("FAULT_CLASS", class_names, CLASS_COUNT);
    plan.call = number("FAULT_CALL", 0);
    plan.error = (int)number("FAULT_ERROR", EIO);
    plan.say = (int)number("FAULT_SAY", NONE);
    plan.armed = getenv("FAULT_ARMED");
    if (log)
        plan.log = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const char *only = getenv("FAULT_PROGRAM");
    if (!only || strcmp(only, program_invocation_short_name) == 0)
        plan.deed = (enum deed)word("FAULT_DEED", deed_names, DEED_COUNT);
}

/* --- the deed --- */

static void end_here(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
}

static bool armed(void) {
    return !plan.armed || syscall(SYS_faccessat, AT_FDCWD, plan.armed, F_OK) == 0;
}

/* What to do with this call: DEED_NONE, DEED_FAIL, DEED_KILL_HALF or DEED_KILL_AFTER. */
static enum deed meet(enum class class, const char *name) {
    int error = errno;
    if (plan.deed == DEED_NONE || class != plan.class || !armed() || ++met_calls != plan.call) {
        errno = error;
        return DEED_NONE;
    }
    if (plan.armed)
        syscall(SYS_unlinkat, AT_FDCWD, plan.armed, 0);
    if (plan.say != NONE) {
        char line[64];
        int length = snprintf(line, sizeof line, "! %s\n", name);
        syscall(SYS_write, plan.say, line, (size_t)length);
    }
    if (plan.deed == DEED_KILL_BEFORE)
        end_here();
    if (plan.deed == DEED_STOP)
        syscall(SYS_kill, getpid(), SIGSTOP);
    errno = plan.deed == DEED_FAIL ? plan.error : error;
    return plan.deed == DEED_STOP ? DEED_NONE : plan.deed;
}

static int leave(enum deed deed, int result) {
    if (deed == DEED_KILL_HALF || deed == DEED_KILL_AFTER)
        end_here();
    return result;
}

/* --- the log --- */

static void log_call(struct call call, const struct iovec *parts, int count) {
    struct iovec all[IOV_MAX];
    int error = errno;
    all[0] = (struct iovec){&call, sizeof call};
    for (int i = 0; i < count; i++)
        all[i + 1] = parts[i];
    if (syscall(SYS_writev, plan.log, all, count + 1) != (long)(sizeof call + call.length))
        abort();
    errno = error;
}

static void log_file(enum call_kind kind, int descriptor, off_t size) {
    struct stat status;
    if (plan.log == NONE || fstat(descriptor, &status) != 0)
        return;
    log_call((struct call){.kind = kind, .file = call_file(&status), .offset = (uint64_t)size}, NULL, 0);
}

static uint64_t folder_of(const char *path) {
    char folder[PATH_MAX];
    struct stat status = {0};
    const char *slash = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
    stat(folder, &status);
    return call_file(&status);
}

static struct iovec name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    char *name;
    const char *from = slash ? slash + 1 : path;
    memcpy(&name, &from, sizeof name);
    return (struct iovec){name, strlen(name) + 1};
}

static void log_name(enum call_kind kind, const char *path) {
    struct stat status = {0};
    struct iovec name = name_of(path);
    if (plan.log == NONE)
        return;
    stat(path, &status);
    log_call((struct call){.kind = kind,
                           .flag = S_ISDIR(status.st_mode),
                           .file = folder_of(path),
                           .child = kind == CALL_MADE ? call_file(&status) : 0,
                           .length = name.iov_len},
             &name, 1);
}

static void log_rename(const char *from, const char *to) {
    struct iovec names[] = {name_of(from), name_of(to)};
    if (plan.log != NONE)
        log_call((struct call){.kind = CALL_RENAMED,
                               .file = folder_of(from),
                               .child = folder_of(to),
                               .length = names[0].iov_len + names[1].iov_len},
                 names, 2);
}

/* --- writing --- */

static bool counts(int descriptor) {
    struct stat status;
    int error = errno;
    bool yes = fstat(descriptor, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
    errno = error;
    return yes && descriptor != plan.log;
}

/* The first `length` bytes of the parts. */
static int cut(struct iovec *parts, int count, size_t length) {
    int used = 0;
    for (; used < count && length > 0; used++) {
        if (parts[used].iov_len > length)
            parts[used].iov_len = length;
        length -= parts[used].iov_len;
    }
    return used;
}

/* A process that ends in the middle of a synchronous write does not know whether the disk has it. */
static void log_write(int descriptor, off_t offset, size_t length, enum deed deed, const struct iovec *parts,
                      int count) {
    struct stat status;
    if (plan.log == NONE || fstat(descriptor, &status) != 0)
        return;
    bool synchronous = (fcntl(descriptor, F_GETFL) & O_DSYNC) != 0;
    log_call((struct call){.kind = descriptor == STDOUT_FILENO ? CALL_SAID : CALL_WRITTEN,
                           .flag = synchronous && deed == DEED_NONE,
                           .file = call_file(&status),
                           .offset = (uint64_t)offset,
                           .length = length},
             parts, count);
}

/* offset NONE: where the descriptor stands. */
static ssize_t write_parts(const char *name, int descriptor, const struct iovec *given, int count,
                           off_t offset) {
    struct iovec parts[IOV_MAX - 1];
    bool counted = counts(descriptor);
    enum deed deed = counted ? meet(CLASS_WRITE, name) : DEED_NONE;
    if (deed == DEED_FAIL)
        return -1;
    size_t length = 0;
    for (int i = 0; i < count; i++) {
        parts[i] = given[i];
        length += given[i].iov_len;
    }
    if (deed == DEED_KILL_HALF)
        count = cut(parts, count, length / 2);
    bool logged = plan.log != NONE && (counted || descriptor == STDOUT_FILENO);
    off_t at = offset == NONE && logged && counted ? lseek(descriptor, 0, SEEK_CUR) : offset;
    ssize_t written = offset == NONE ? syscall(SYS_writev, descriptor, parts, count)
                                     : syscall(SYS_pwritev, descriptor, parts, count, offset, 0L);
    if (logged && written > 0) {
        count = cut(parts, count, (size_t)written);
        log_write(descriptor, at, (size_t)written, deed, parts, count);
    }
    leave(deed, 0);
    return written;
}

static ssize_t write_one(const char *name, int descriptor, const void *data, size_t length, off_t offset) {
    struct iovec part = {.iov_len = length};
    memcpy(&part.iov_base, &data, sizeof data);
    return write_parts(name, descriptor, &part, 1, offset);
}

ssize_t write(int descriptor, const void *data, size_t length) {
    return write_one("write", descriptor, data, length, NONE);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    return write_parts("writev", descriptor, parts, count, NONE);
}

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset) {
    return write_one("pwrite", descriptor, data, length, offset);
}

ssize_t pwrite64(int descriptor, const void *data, size_t length, off_t offset) {
    return write_one("pwrite", descriptor, data, length, offset);
}

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset) {
    return write_parts("pwritev", descriptor, parts, count, offset);
}

/* --- syncing --- */

static int sync_file(const char *name, long call, int descriptor) {
    enum deed deed = counts(descriptor) ? meet(CLASS_SYNC, name) : DEED_NONE;
    if (deed == DEED_FAIL)
        return -1;
    int result = (int)syscall(call, descriptor);
    if (result == 0)
        log_file(CALL_SYNCED, descriptor, 0);
    return leave(deed, result);
}

int fsync(int descriptor) {
    return sync_file("fsync", SYS_fsync, descriptor);
}

int fdatasync(int descriptor) {
    return sync_file("fdatasync", SYS_fdatasync, descriptor);
}

int msync(void *address, size_t length, int flags) {
    enum deed deed = meet(CLASS_SYNC, "msync");
    return deed == DEED_FAIL ? -1 : leave(deed, (int)syscall(SYS_msync, address, length, flags));
}

int sync_file_range(int descriptor, off_t offset, off_t length, unsigned flags) {
    enum deed deed = meet(CLASS_SYNC, "sync_file_range");
    return deed == DEED_FAIL
               ? -1
               : leave(deed, (int)syscall(SYS_sync_file_range, descriptor, offset, length, flags));
}

/* --- names, sizes, locks --- */

static int make_file(const char *name, const char *path, int flags, mode_t mode) {
    enum deed deed = meet(CLASS_NAME, name);
    if (deed == DEED_FAIL)
        return -1;
    bool fresh = plan.log != NONE && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    int descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fresh && descriptor >= 0)
        log_name(CALL_MADE, path);
    return leave(deed, descriptor);
}

int open(const char *path, int flags, ...) {
    if (!(flags & O_CREAT) && (flags & O_TMPFILE) != O_TMPFILE)
        return (int)syscall(SYS_openat, AT_FDCWD, path, flags, 0);
    va_list args;
    va_start(args, flags);
    mode_t mode = va_arg(args, mode_t);
    va_end(args);
    return make_file("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) __attribute__((alias("open")));

int mkostemp(char *path, int flags) {
    static const char letters[] = "abcdefghijklmnop";
    char *tail = path + strlen(path) - 6;
    uint8_t random[6];
    if (getrandom(random, sizeof random, 0) != sizeof random)
        return -1;
    for (int i = 0; i < 6; i++)
        tail[i] = letters[random[i] % 16];
    return make_file("mkostemp", path, O_RDWR | O_CREAT | O_EXCL | flags, 0600);
}

int mkdir(const char *path, mode_t mode) {
    enum deed deed = meet(CLASS_NAME, "mkdir");
    if (deed == DEED_FAIL)
        return -1;
    int result = (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
    if (result == 0)
        log_name(CALL_MADE, path);
    return leave(deed, result);
}

static int rename_at(const char *from, const char *to, unsigned flags) {
    enum deed deed = meet(CLASS_NAME, "rename");
    if (deed == DEED_FAIL)
        return -1;
    int result = (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags);
    if (result == 0)
        log_rename(from, to);
    return leave(deed, result);
}

int rename(const char *from, const char *to) {
    return rename_at(from, to, 0);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    if (from_folder != AT_FDCWD || to_folder != AT_FDCWD)
        abort();
    return rename_at(from, to, flags);
}

/* Of a file that had no name before. */
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    if (from_folder != AT_FDCWD || to_folder != AT_FDCWD)
        abort();
    enum deed deed = meet(CLASS_NAME, "linkat");
    if (deed == DEED_FAIL)
        return -1;
    int result = (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, flags);
    if (result == 0)
        log_name(CALL_MADE, to);
    return leave(deed, result);
}

static int remove_name(const char *name, const char *path, int flags) {
    enum deed deed = meet(CLASS_NAME, name);
    if (deed == DEED_FAIL)
        return -1;
    int result = (int)syscall(SYS_unlinkat, AT_FDCWD, path, flags);
    if (result == 0)
        log_name(CALL_REMOVED, path);
    return leave(deed, result);
}

int unlink(const char *path) {
    return remove_name("unlink", path, 0);
}

int rmdir(const char *path) {
    return remove_name("rmdir", path, AT_REMOVEDIR);
}

int remove(const char *path) {
    struct stat status;
    bool folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    return remove_name("remove", path, folder ? AT_REMOVEDIR : 0);
}

int ftruncate(int descriptor, off_t length) {
    enum deed deed = meet(CLASS_NAME, "ftruncate");
    if (deed == DEED_FAIL)
        return -1;
    int result = (int)syscall(SYS_ftruncate, descriptor, length);
    if (result == 0)
        log_file(CALL_RESIZED, descriptor, length);
    return leave(deed, result);
}

/* Says the error by its result. */
int posix_fallocate(int descriptor, off_t offset, off_t length) {
    enum deed deed = meet(CLASS_NAME, "posix_fallocate");
    if (deed == DEED_FAIL)
        return plan.error;
    int result = (int)syscall(SYS_fallocate, descriptor, 0, offset, length) == 0 ? 0 : errno;
    if (result == 0)
        log_file(CALL_EXTENDED, descriptor, offset + length);
    return leave(deed, result);
}

/* To unlock never fails. */
int flock(int descriptor, int operation) {
    bool unlocks = (operation & LOCK_UN) != 0;
    enum deed deed = unlocks && plan.deed == DEED_FAIL ? DEED_NONE : meet(CLASS_NAME, "flock");
    return deed == DEED_FAIL ? -1 : leave(deed, (int)syscall(SYS_flock, descriptor, operation));
}

/* --- memory --- */

/* glibc's own, under other names. */
void *true_malloc(size_t size) __asm__("__libc_malloc");
void *true_calloc(size_t count, size_t size) __asm__("__libc_calloc");
void *true_realloc(void *old, size_t size) __asm__("__libc_realloc");
void *true_memalign(size_t alignment, size_t size) __asm__("__libc_memalign");

static bool refuses(const char *name) {
    enum deed deed = meet(CLASS_MEMORY, name);
    leave(deed, 0);
    return deed == DEED_FAIL;
}

void *malloc(size_t size) {
    return refuses("malloc") ? NULL : true_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return refuses("calloc") ? NULL : true_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    return refuses("realloc") ? NULL : true_realloc(old, size);
}

int posix_memalign(void **out, size_t alignment, size_t size) {
    if (refuses("posix_memalign"))
        return plan.error;
    *out = true_memalign(alignment, size);
    return *out ? 0 : ENOMEM;
}

void *mmap(void *address, size_t length, int protection, int flags, int descriptor, off_t offset) {
    if (refuses("mmap"))
        return MAP_FAILED;
    long at = syscall(SYS_mmap, address, length, protection, flags, descriptor, offset);
    void *mapped;
    memcpy(&mapped, &at, sizeof mapped);
    return mapped;
}
