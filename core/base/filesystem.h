/* Tells where a store may lie: its locks and its memory map must mean the same to every process that opens it, and a
 * write must not be torn by the next one. */
#ifndef BASE_FILESYSTEM_H
#define BASE_FILESYSTEM_H

#include "base/err.h"
#include <stdbool.h>
#include <stdint.h>

struct filesystem {
    uint32_t magic;
    const char *name;
    const char *refused; /* the Indonesian word for why it is not fit for a store; NULL: it is fit */
};

/* Returns the filesystem with this magic number (statfs(2)), or NULL when it is unknown, which is fit for a store
 * too. */
const struct filesystem *filesystem_find(uint32_t magic);

/* Says whether a store may lie at `path`, an existing file or folder; *read_only tells whether it is mounted so. It
 * fails with ERR_UNSUPPORTED on a filesystem that is not fit, or as err_system does. */
bool filesystem_check(const char *path, bool *read_only, struct err *err);

#endif
