/* Where a store may lie: its locks and its memory map must mean the same to every process that opens it, and
 * a write must not be torn by the next one. */
#ifndef BASE_FILESYSTEM_H
#define BASE_FILESYSTEM_H

#include "base/err.h"
#include <stdbool.h>
#include <stdint.h>

struct filesystem {
    uint32_t magic;
    const char *name;
    const char *refused; /* as what; NULL: fit for a store */
};

/* A filesystem by its magic number (statfs(2)); NULL when unknown, which is fit for a store too. */
const struct filesystem *filesystem_find(uint32_t magic);

/* ERR_UNSUPPORTED when `path` (an existing file or directory) lies on a refused one. *read_only: it is
 * mounted so. */
bool filesystem_check(const char *path, bool *read_only, struct err *err);

#endif
