/* The problems of one file, listed from top to bottom however they were found. */
#ifndef CONFIG_PROBLEMS_H
#define CONFIG_PROBLEMS_H

#include "base/buf.h"
#include <stdarg.h>
#include <stdbool.h>

/* A character of a text file; both from 1, the column in characters. */
struct place {
    int line;
    int column;
};

/* So many are kept; more would help nobody. */
enum { PROBLEMS_MAX = 10000 };

struct problem {
    struct place at;
    size_t text; /* where it begins in `texts` */
};

/* Zero-initialised is empty and ready. */
struct problems {
    struct problem *item;
    int count;
    struct buf texts; /* each NUL-terminated */
};

void problems_release(struct problems *problems);

/* Keeps one, passed text_printable; the last that finds room says that there are more. */
void problems_add(struct problems *problems, struct place at, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));
bool problems_full(const struct problems *problems);

/* Appends "NAME:LINE:COLUMN: text\n" for each, in the order of the file. */
void problems_print(struct problems *problems, const char *name, struct buf *out);

#endif
