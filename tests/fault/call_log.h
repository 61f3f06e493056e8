/* What preload.c writes down, and disk.c reads: every change of files and folders, as it was made. */
#ifndef FAULT_CALL_LOG_H
#define FAULT_CALL_LOG_H

#include <stdint.h>
#include <sys/stat.h>

/* How a file or folder is named: by device and inode. */
static inline uint64_t call_file(const struct stat *status) {
    return (uint64_t)status->st_dev << 44 ^ (uint64_t)status->st_ino;
}

enum call_kind {
    CALL_WRITTEN,  /* `file` at `offset`: `length` bytes */
    CALL_RESIZED,  /* `file` to `offset` bytes */
    CALL_EXTENDED, /* `file` to at least `offset` bytes */
    CALL_SYNCED,   /* `file`, which may be a folder */
    CALL_MADE,     /* in the folder `file`: `child`, with the name that follows */
    CALL_RENAMED,  /* from the folder `file` to the folder `child`: both names follow, each with its NUL */
    CALL_REMOVED,  /* from the folder `file`: the name that follows */
    CALL_SAID,     /* on standard output: `length` bytes */
};

/* `length` bytes follow: what was written, said, or the names. */
struct call {
    uint32_t kind;
    uint32_t flag; /* CALL_WRITTEN: durable when the call returned; CALL_MADE: a folder */
    uint64_t file, child;
    uint64_t offset, length;
};

#endif
