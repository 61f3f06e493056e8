/* Allocation that never returns NULL. Running out of memory ends the program cleanly: the hook (which
 * restores the terminal and keeps the draft) runs once, a message goes to stderr, the exit status is 1.
 * Nothing acknowledged can be lost, since a save is acknowledged only after its commit. Memory that input can
 * ask for is bounded by the caller. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Zeroed memory for `count` items of `size` bytes; the caller frees it with free(). */
void *memory_alloc(size_t count, size_t size);

/* realloc() to `count` items of `size` bytes; what is new is not zeroed. */
void *memory_resize(void *old, size_t count, size_t size);

/* A copy of a NUL-terminated text; the caller frees it. */
char *memory_text(const char *text);

/* Ends the program as above; for libraries that report exhaustion themselves. */
_Noreturn void memory_exhausted(void);

/* Registers the hook; NULL removes it. The hook must not allocate. */
void memory_on_exhausted(void (*hook)(void));

#endif
