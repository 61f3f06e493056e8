#include "own/seen.h"
#include "base/buf.h"
#include "base/file.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { SEEN_BYTES_MAX = 64 };

static void seen_path(const char *directory, const char *login, struct buf *path) {
    buf_printf(path, "%s/baca-", directory);
    for (const char *at = login; *at; at++)
        buf_printf(path, "%02x", (unsigned)(unsigned char)*at);
}

/* The file is digits and a line break. */
static uint64_t number_in(const char *text) {
    char *end;
    errno = 0;
    uint64_t number = strtoull(text, &end, 10);
    bool right = *text >= '0' && *text <= '9' && strcmp(end, "\n") == 0 && errno == 0;
    return right ? number : 0;
}

uint64_t seen_load(const char *directory, const char *login) {
    struct buf path = {0}, text = {0};
    struct err err;
    uint64_t number = 0;
    seen_path(directory, login, &path);
    if (file_read(path.data, SEEN_BYTES_MAX, &text, &err))
        number = number_in(buf_string(&text));
    buf_release(&text);
    buf_release(&path);
    return number;
}

bool seen_keep(const char *directory, const char *login, uint64_t number, struct err *err) {
    if (number <= seen_load(directory, login))
        return true;
    struct buf path = {0}, text = {0};
    seen_path(directory, login, &path);
    buf_printf(&text, "%" PRIu64 "\n", number);
    bool ok = file_replace(path.data, text.data, text.length, err);
    buf_release(&text);
    buf_release(&path);
    return ok;
}
