/* A list is a growing array of equal items, which can move into an arena at its end. */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include "base/arena.h"
#include <stddef.h>

/* A list is initialised with `size` alone, the bytes of an item: `struct list list = {.size = sizeof(struct unit)};` */
struct list {
    void *item;
    int count;
    size_t size;
};

/* Appends a copy of `*item`. The items before it may move. */
void list_add(struct list *list, const void *item);

/* Returns a copy of the items that lives as long as `arena`, NULL when there are none; the list is released. */
void *list_keep(struct list *list, struct arena *arena);

/* Frees the items; the list is empty then and can be used again. */
void list_release(struct list *list);

#endif
