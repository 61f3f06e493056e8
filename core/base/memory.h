/* Allocation that never returns NULL. Running out of memory ends the program cleanly: the hook, which gives the
 * terminal back and keeps the draft, runs once; a message goes to stderr; the exit status is 1. Nothing acknowledged
 * can be lost, because a save is acknowledged only after its commit. The caller bounds what input can ask for. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Returns zeroed memory for `count` items of `size` bytes; the caller frees it with free(). */
void *memory_alloc(size_t count, size_t size);

/* Resizes `old` as realloc() does, to `count` items of `size` bytes. What is new is not zeroed. */
void *memory_resize(void *old, size_t count, size_t size);

/* Returns a copy of a text; the caller frees it with free(). */
char *memory_text(const char *text);

/* Ends the program as said above, for libraries that tell of exhaustion themselves. */
_Noreturn void memory_exhausted(void);

/* Registers the hook, which must not allocate; NULL removes it. */
void memory_on_exhausted(void (*hook)(void));

#endif
