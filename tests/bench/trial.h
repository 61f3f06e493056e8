/* Single runs of a program, and what each cost. */
#ifndef BENCH_TRIAL_H
#define BENCH_TRIAL_H

#include "e2e/launch.h"
#include "e2e/terminal.h"

/* From before the program is made to its first idle mark, on a fresh line of 80x24; milliseconds. It is then
 * asked to leave with a Q. */
double trial_start(const struct launch *launch);

/* A program on a terminal, in kB: anonymous memory and mapped files now, and the most that both were so far.
 */
struct trial_memory {
    double anonymous, mapped, peak;
};
struct trial_memory trial_memory(const struct terminal *terminal);
double trial_anonymous(int process);

/* Processor time it has taken so far, the kernel's on its behalf too; microseconds. */
double trial_processor(const struct terminal *terminal);

/* Instructions of a whole run up to a Q, the kernel's left out, as valgrind counts them: the same on a busy
 * machine. `keys` NULL: none but the Q. */
typedef void trial_keys(struct terminal *terminal);
double trial_instructions(const struct terminal_setup *setup, trial_keys *keys);

#endif
