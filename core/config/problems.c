#include "config/problems.h"
#include "base/err.h"
#include "base/memory.h"
#include "base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void problems_release(struct problems *problems) {
    free(problems->item);
    buf_release(&problems->texts);
    *problems = (struct problems){0};
}

bool problems_full(const struct problems *problems) {
    return problems->count == PROBLEMS_MAX;
}

void problems_add(struct problems *problems, struct place at, const char *format, va_list args) {
    if (problems_full(problems))
        return;
    char raw[ERR_TEXT_MAX];
    char text[ERR_TEXT_MAX];
    vsnprintf(raw, sizeof raw, format, args);
    text_printable(raw, text, sizeof text);

    int count = problems->count;
    if (count == PROBLEMS_MAX - 1)
        snprintf(text, sizeof text, "terlalu banyak kesalahan, sisanya tidak dibaca; perbaiki ini dahulu");
    if ((count & (count - 1)) == 0)
        problems->item = memory_resize(problems->item, count ? (size_t)count * 2 : 1, sizeof *problems->item);
    problems->item[problems->count++] = (struct problem){.at = at, .text = problems->texts.length};
    buf_put(&problems->texts, text, strlen(text) + 1);
}

static int by_place(const void *left, const void *right) {
    const struct problem *a = left;
    const struct problem *b = right;
    if (a->at.line != b->at.line)
        return a->at.line < b->at.line ? -1 : 1;
    if (a->at.column != b->at.column)
        return a->at.column < b->at.column ? -1 : 1;
    return a->text < b->text ? -1 : a->text > b->text;
}

void problems_print(struct problems *problems, const char *name, struct buf *out) {
    if (problems->count)
        qsort(problems->item, (size_t)problems->count, sizeof *problems->item, by_place);
    for (int i = 0; i < problems->count; i++) {
        const struct problem *problem = &problems->item[i];
        buf_printf(out, "%s:%d:%d: %s\n", name, problem->at.line, problem->at.column,
                   problems->texts.data + problem->text);
    }
}
