/* Where a store may lie: its locks and its memory map must mean the same to every process that opens it, and
 * a write must not be torn by the next one. */
#ifndef EDGE_FILESYSTEM_H
#define EDGE_FILESYSTEM_H

#include "base/err.h"
#include <stdbool.h>
#include <stdint.h>

/* The name of a filesystem that is refused, by its magic number (statfs(2)); NULL for any other. */
const char *filesystem_refused(uint32_t magic);

/* ERR_UNSUPPORTED when `path` (an existing file or directory) lies on a refused one. *read_only: it is
 * mounted so. */
bool filesystem_check(const char *path, bool *read_only, struct err *err);

#endif
