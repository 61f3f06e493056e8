/* A disk of a few hundred kilobytes that can be filled up: a tmpfs in a mount namespace of our own, which
 * ends with us. */
#ifndef FAULT_SMALL_DISK_H
#define FAULT_SMALL_DISK_H

#include <stddef.h>

enum { SMALL_DISK_PAGE = 4096 };

/* Mounts it on the folder `at`. As root, or in a user namespace; where neither is allowed the test fails. */
void small_disk_mount(const char *at, size_t bytes);
void small_disk_unmount(const char *at);

/* Fills it until `pages` pages are left; and gives all of that back. */
void small_disk_fill(const char *at, size_t pages);
void small_disk_free(const char *at);

#endif
