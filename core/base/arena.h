/* An arena: many small allocations with one lifetime, freed in one call. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

/* Zero-initialised is empty and ready. */
struct arena {
    struct arena_block *last;
};

/* Zeroed memory for `count` items of `size` bytes, aligned for any type, until arena_release. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of `length` bytes. */
char *arena_text(struct arena *arena, const char *text, size_t length);

void arena_release(struct arena *arena);

#endif
