/* A program that shall meet a fault: the running test program once more, in another role, with preload.c. */
#ifndef FAULT_VICTIM_H
#define FAULT_VICTIM_H

#include "base/buf.h"
#include <stdbool.h>
#include <sys/types.h>

/* As in preload.c; all NULL and 0: none. */
struct fault {
    const char *class, *deed;
    long call;
    int error;
    const char *armed, *log, *program;
};

struct victim {
    pid_t process;
    int said; /* its standard output, not waited for */
    struct buf unread;
};

/* "NAME=value" for the environment of any program, FAULT_WORDS of them and a NULL; the caller frees each. */
enum { FAULT_WORDS = 8, FAULT_ARGUMENTS_MAX = 6 };
void fault_environment(const struct fault *fault, char *words[FAULT_WORDS + 1]);

/* Starts main(role, arguments…); the arguments end with NULL. What it says reaches us line by line. */
void victim_start(struct victim *victim, const struct fault *fault, const char *const arguments[]);

/* For a victim: one line to whoever started it. */
void victim_says(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The next whole line, without its end; the caller frees it. NULL: none yet, or with *over, none any more. */
char *victim_line(struct victim *victim, bool *over);
/* The same, waiting for it. NULL at the end. */
char *victim_wait_line(struct victim *victim);

/* Waits for its end and lets go of it; the status as a shell gives it: 0 to 255, or 128 and the signal. */
int victim_end(struct victim *victim);

#endif
