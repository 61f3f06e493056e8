#include "own/evidence_file.h"
#include "base/buf.h"
#include "base/text.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const file_state_words[] = {
    [FILE_NONE] = "", [FILE_INTACT] = "UTUH", [FILE_CHANGED] = "BERUBAH", [FILE_MISSING] = "HILANG"};

const char *file_state_word(enum file_state state) {
    return file_state_words[state];
}

enum file_state evidence_verify(const struct evidence *evidence) {
    if (!evidence->file)
        return FILE_NONE;
    struct digest digest;
    uint64_t size;
    struct err err;
    if (!digest_file(evidence->place, &digest, &size, &err))
        return FILE_MISSING;
    return digest_equal(&digest, &evidence->digest) ? FILE_INTACT : FILE_CHANGED;
}

static bool begins(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

static bool looks_like_path(const char *place) {
    return begins(place, "/") || begins(place, "~/") || begins(place, "./") || begins(place, "../");
}

static void expand_home(const char *place, struct buf *path) {
    const char *home = getenv("HOME");
    bool expands = home && begins(place, "~/");
    buf_printf(path, "%s%s", expands ? home : "", expands ? place + 1 : place);
}

/* Words that happen to name a folder stay words. */
static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool take_file(struct evidence *evidence, const char *path, struct err *err) {
    char absolute[PATH_MAX];
    if (!realpath(path, absolute))
        return err_system(err, errno, "berkas bukti \"%s\"", path);
    if (!text_accept(absolute, strlen(absolute), PLACE_MAX, err))
        return err_prefix(err, "nama berkas");
    if (!digest_file(absolute, &evidence->digest, &evidence->size, err))
        return false;
    memcpy(evidence->place, absolute, strlen(absolute) + 1);
    evidence->file = true;
    return true;
}

bool evidence_take_file(struct evidence *evidence, struct err *err) {
    evidence->file = false;
    evidence->size = 0;
    evidence->digest = (struct digest){0};
    struct buf path = {0};
    expand_home(evidence->place, &path);
    bool wanted = looks_like_path(evidence->place) || is_file(buf_string(&path));
    bool ok = !wanted || take_file(evidence, buf_string(&path), err);
    buf_release(&path);
    return ok;
}
