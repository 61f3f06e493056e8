#include "base/list.h"
#include "base/memory.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

void list_add(struct list *list, const void *item) {
    int count = list->count;
    if (count == INT_MAX / 2)
        memory_exhausted();
    if ((count & (count - 1)) == 0)
        list->item = memory_resize(list->item, count ? (size_t)count * 2 : 1, list->size);
    memcpy((char *)list->item + (size_t)count * list->size, item, list->size);
    list->count++;
}

void *list_keep(struct list *list, struct arena *arena) {
    void *kept = NULL;
    if (list->count) {
        kept = arena_alloc(arena, (size_t)list->count, list->size);
        memcpy(kept, list->item, (size_t)list->count * list->size);
    }
    list_release(list);
    return kept;
}

void list_release(struct list *list) {
    free(list->item);
    *list = (struct list){.size = list->size};
}
