/* Whole files. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/err.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Opens a regular file of at most `max` bytes for reading; the caller closes it. -1 with ERR_NOT_FOUND,
 * ERR_INVALID (not a file, too large: found before anything is read), ERR_IO. Messages name the path. */
int file_open(const char *path, uint64_t max, struct err *err);

typedef void file_sink(void *context, const void *bytes, size_t length);

/* Hands a regular file of at most `max` bytes to `sink`, block by block; errors as above. */
bool file_each_block(const char *path, uint64_t max, file_sink *sink, void *context, struct err *err);

/* Appends a regular file of at most `max` bytes to `out` (a part of it, when reading fails midway); errors as
 * above. */
bool file_read(const char *path, size_t max, struct buf *out, struct err *err);

/* Replaces `path` durably: written beside it with the old file's mode or 0600, synced, renamed, its directory
 * synced. On failure the old file stands and the new one is removed (only when syncing the directory fails
 * the new one stands already). ERR_FULL for a full disk, otherwise ERR_IO; also for what is not a file. */
bool file_replace(const char *path, const void *data, size_t length, struct err *err);

/* The same for a new file, mode 0666 as the umask leaves it: what is there already stands, and is
 * ERR_INVALID. Where the filesystem can, it has no name until it is whole, so that a killed run leaves
 * nothing. */
bool file_create(const char *path, const void *data, size_t length, struct err *err);

/* Puts on the disk which names a directory has (where the filesystem can); not what the files hold. */
bool file_sync_directory(const char *path, struct err *err);

/* Makes `path` and what is missing above it, with mode 0700. */
bool file_make_directory(const char *path, struct err *err);

#endif
