#include "unit/commit_hook.h"
#include <fcntl.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum { HERE = -1 };

void (*commit_hook)(enum commit_moment moment);

static void say(enum commit_moment moment) {
    if (commit_hook)
        commit_hook(moment);
}

int fdatasync(int descriptor) {
    say(COMMIT_SYNCS);
    return fsync(descriptor);
}

/* A meta page goes through a descriptor of its own, which syncs by itself. */
static ssize_t write_at(int descriptor, const void *data, size_t size, off64_t offset) {
    struct iovec part = {.iov_len = size};
    memcpy(&part.iov_base, &data, sizeof data);
    say(COMMIT_WRITES);
    ssize_t written = pwritev64(descriptor, &part, 1, offset);
    if (fcntl(descriptor, F_GETFL) & O_DSYNC)
        say(COMMIT_ENDS);
    return written;
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset) {
    return write_at(descriptor, data, size, offset);
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset) {
    return write_at(descriptor, data, size, offset);
}

ssize_t writev(int descriptor, const struct iovec *part, int count) {
    say(COMMIT_WRITES);
    return pwritev2(descriptor, part, count, HERE, 0);
}
