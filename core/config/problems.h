/* Collects the problems of one file, and lists them from top to bottom in whatever order they were found. */
#ifndef CONFIG_PROBLEMS_H
#define CONFIG_PROBLEMS_H

#include "base/buf.h"
#include <stdarg.h>
#include <stdbool.h>

/* A character of a text file: its line, and its column in characters, both from 1. */
struct place {
    int line;
    int column;
};

/* So many problems are kept; more would help nobody. */
enum { PROBLEMS_MAX = 10000 };

struct problem {
    struct place at;
    size_t text; /* the offset in `texts` at which its text begins */
};

/* Zero-initialised it is empty and ready. */
struct problems {
    struct problem *item;
    int count;
    struct buf texts; /* each text with its NUL */
};

void problems_release(struct problems *problems);

/* Keeps a problem, its text as text_printable leaves it. The last one that finds room says instead that there are
 * more. */
void problems_add(struct problems *problems, struct place at, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));
/* Says whether no more problems find room. */
bool problems_full(const struct problems *problems);

/* Appends "NAME:LINE:COLUMN: text\n" for each problem, in the order of the file. */
void problems_print(struct problems *problems, const char *name, struct buf *out);

#endif
