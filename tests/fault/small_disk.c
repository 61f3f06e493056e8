#include "fault/small_disk.h"
#include "base/buf.h"
#include "check.h"
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static void tell(const char *path, const char *text) {
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    if (write(descriptor, text, strlen(text)) < 0)
        print_message("# %s: %s\n", path, strerror(errno));
    close(descriptor);
}

static void map_to_root(const char *path, unsigned id) {
    char text[32];
    snprintf(text, sizeof text, "0 %u 1", id);
    tell(path, text);
}

/* Whose mounts nobody else sees. */
static bool leave_namespace(void) {
    unsigned user = geteuid(), group = getegid();
    if (unshare(CLONE_NEWNS) != 0) {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        tell("/proc/self/setgroups", "deny");
        map_to_root("/proc/self/uid_map", user);
        map_to_root("/proc/self/gid_map", group);
    }
    return mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

void small_disk_mount(const char *at, size_t bytes) {
    char options[64];
    snprintf(options, sizeof options, "size=%zu,mode=0700", bytes);
    if (!leave_namespace() || mount("triwulan", at, "tmpfs", 0, options) != 0)
        fail_msg("a small tmpfs needs root or user namespaces, and here is neither: %s", strerror(errno));
}

void small_disk_unmount(const char *at) {
    assert_return_code(umount2(at, MNT_DETACH), errno);
}

static void filler_path(const char *at, struct buf *path) {
    buf_printf(path, "%s/pengisi", at);
}

void small_disk_fill(const char *at, size_t pages) {
    static const char page[SMALL_DISK_PAGE] = {1};
    struct buf path = {0};
    struct statvfs status;
    filler_path(at, &path);
    int descriptor = open(path.data, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    assert_return_code(descriptor, errno);
    while (write(descriptor, page, sizeof page) == sizeof page)
        ;
    assert_int_equal(errno, ENOSPC);
    off_t size = lseek(descriptor, 0, SEEK_END);
    assert_int_equal(ftruncate(descriptor, size - (off_t)(pages * sizeof page)), 0);
    assert_int_equal(fstatvfs(descriptor, &status), 0);
    assert_int_equal(status.f_bavail, pages);
    close(descriptor);
    buf_release(&path);
}

void small_disk_free(const char *at) {
    struct buf path = {0};
    filler_path(at, &path);
    assert_return_code(unlink(path.data), errno);
    buf_release(&path);
}
