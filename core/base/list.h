/* A growing array of equal items, which may end in an arena. */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include "base/arena.h"
#include <stddef.h>

/* Initialise with `size` only, the bytes of an item: `struct list list = {.size = sizeof(struct unit)};` */
struct list {
    void *item;
    int count;
    size_t size;
};

/* Appends a copy of `*item`; what was there may move. */
void list_add(struct list *list, const void *item);

/* A copy of the items for the life of `arena`, NULL when there are none; the list is empty then. */
void *list_keep(struct list *list, struct arena *arena);

void list_release(struct list *list);

#endif
