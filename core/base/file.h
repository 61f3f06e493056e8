/* Files that are read or written as a whole. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buf.h"
#include "base/err.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Opens a regular file of at most `max` bytes for reading; the caller closes the descriptor. Returns -1 after a
 * failure, whose message names the path:
 *   ERR_NOT_FOUND  no file has this name
 *   ERR_INVALID    it is not a regular file, or it is too large, which is found before anything is read
 *   ERR_IO         the disk failed, or the file may not be read */
int file_open(const char *path, uint64_t max, struct err *err);

typedef void file_sink(void *context, const void *bytes, size_t length);

/* Hands a regular file of at most `max` bytes to `sink`, block by block. It fails as file_open does, also midway. */
bool file_each_block(const char *path, uint64_t max, file_sink *sink, void *context, struct err *err);

/* Appends a regular file of at most `max` bytes to `out`. It fails as file_open does; `out` may then have a part of
 * it. */
bool file_read(const char *path, size_t max, struct buf *out, struct err *err);

/* Replaces `path` durably: the bytes are written into a new file beside it, which has the old one's mode or else 0600,
 * is synced and renamed; then the folder is synced. After a failure the old file is still there and the new one is
 * removed; only when syncing the folder failed the new one is in its place already.
 *   ERR_FULL  the disk or the quota is full
 *   ERR_IO    everything else, also a missing folder and a `path` that is not a regular file */
bool file_replace(const char *path, const void *data, size_t length, struct err *err);

/* Makes a new file durably, with mode 0666 as the umask leaves it. It fails as file_replace does, and with ERR_INVALID
 * when `path` is there already; that is left as it is. Where the filesystem can, the file has no name until it is
 * whole, so that a killed run leaves nothing. */
bool file_create(const char *path, const void *data, size_t length, struct err *err);

/* Puts the names in a folder on the disk, where the filesystem can do that; the bytes of its files are no part of
 * it. */
bool file_sync_directory(const char *path, struct err *err);

/* Makes the folder `path` and the folders above it that are missing, with mode 0700. */
bool file_make_directory(const char *path, struct err *err);

#endif
