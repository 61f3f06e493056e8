/* The states a loss of power could leave: what a run did to its files and folders (call_log.h), rebuilt with
 * some of what had not been synced yet.
 *
 * What is certain: a write that its file was synced after, or that was synchronous and has returned; a name
 * made, changed or removed, once its folder was synced (the new one, when it changed folders). Everything
 * else may be there or not, each by itself, and a write also in part: the first or the last sectors of 512
 * bytes. */
#ifndef FAULT_DISK_H
#define FAULT_DISK_H

#include "fault/call_log.h"
#include <stdbool.h>
#include <stddef.h>

struct disk;

/* Reads the log of a run that began with the empty folder `root`. The caller frees it. */
struct disk *disk_read(const char *log, const char *root);
void disk_free(struct disk *disk);

/* Call number `i`, NULL after the last, and the bytes that belong to it. */
const struct call *disk_call(const struct disk *disk, size_t i);
const char *disk_bytes(const struct disk *disk, size_t i);

/* Rebuilds every state of the moments from call `from` on, in the folder `at`, and hands each over; the power
 * was lost when the first `calls` calls had been made, the last of them perhaps unfinished. Returns how many
 * there were. */
typedef void disk_state_fn(void *context, const char *at, size_t calls);
size_t disk_states(struct disk *disk, size_t from, const char *at, disk_state_fn *each, void *context);

#endif
