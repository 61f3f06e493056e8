/* An arena holds many small allocations with one lifetime; they are freed in one call. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

/* A zero-initialised arena is empty and ready. */
struct arena {
    struct arena_block *last;
};

/* Returns zeroed memory for `count` items of `size` bytes, aligned for any type. It lives until arena_release, and
 * running out of memory ends the program (base/memory.h). */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* Returns a copy of `length` bytes with a NUL behind them, which lives until arena_release. */
char *arena_text(struct arena *arena, const char *text, size_t length);

/* Frees everything that the arena holds; it is empty then and can be used again. */
void arena_release(struct arena *arena);

#endif
