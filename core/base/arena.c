#include "base/arena.h"
#include "base/memory.h"
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    struct arena_block *previous;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char data[];
};

enum { BLOCK_SIZE = 16384 - sizeof(struct arena_block) };

static struct arena_block *block_new(struct arena_block *previous, size_t size) {
    if (size > SIZE_MAX - sizeof(struct arena_block))
        memory_exhausted();
    struct arena_block *block = memory_alloc(1, sizeof *block + size);
    block->previous = previous;
    block->size = size;
    return block;
}

static void *take(struct arena *arena, size_t size, size_t alignment) {
    if (arena->last) {
        struct arena_block *block = arena->last;
        size_t at = (block->used + alignment - 1) & ~(alignment - 1);
        if (at <= block->size && size <= block->size - at) {
            block->used = at + size;
            return block->data + at;
        }
    }
    arena->last = block_new(arena->last, size > BLOCK_SIZE ? size : BLOCK_SIZE);
    arena->last->used = size;
    return arena->last->data;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size) {
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        memory_exhausted();
    return take(arena, total, alignof(max_align_t));
}

char *arena_text(struct arena *arena, const char *text, size_t length) {
    if (length == SIZE_MAX)
        memory_exhausted();
    char *copy = take(arena, length + 1, 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

void arena_release(struct arena *arena) {
    while (arena->last) {
        struct arena_block *block = arena->last;
        arena->last = block->previous;
        free(block);
    }
}
