/* Steps of a session as somebody would type them into a shell, with what each answers. */
#ifndef E2E_SHELL_H
#define E2E_SHELL_H

#include "e2e/batch.h"

/* Where `line` runs: in the directory `home`; `triwulan` is the program on 3 October 2025, $C the shipped
 * configuration. What is printed must be exactly `out` and `err`, or hold what stands behind "..."; NULL:
 * whatever. */
struct step {
    const char *line;
    int status;
    const char *out;
    const char *err;
};

struct batch shell_run(const char *home, const char *line);
void shell_steps(const char *home, const struct step *steps, size_t count);

#define SHELL_STEPS(home, steps) shell_steps(home, steps, sizeof(steps) / sizeof *(steps))

#endif
