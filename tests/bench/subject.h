/* What is measured: the floor of the screens, or the program in one of the offices. */
#ifndef BENCH_SUBJECT_H
#define BENCH_SUBJECT_H

#include "bench/offices.h"
#include "e2e/launch.h"
#include "e2e/terminal.h"

/* The floor has a home like any other. */
enum { SUBJECT_FLOOR = OFFICE_COUNT };

/* Not to be moved: its parts point at each other. */
struct subject {
    char *home;
    char *program;
    char *variable;
    const char *environment[2];
    struct terminal_setup setup; /* for terminal_open */
    struct launch launch;        /* the same for trial_start, 80x24 */
};

/* `which`: an office, or SUBJECT_FLOOR. It works on a copy of the office, so that each run begins alike. */
void subject_init(struct subject *subject, int which);
void subject_release(struct subject *subject);

#endif
