/* The command line: one table of batch commands (name, function, needs, usage), one file per family. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "command/context.h"

/* Runs the command named by the arguments; without one, `screens` with the office open. Returns the exit
 * status: 0 done; 1 refused, failed or findings; 2 wrong usage. Data goes to stdout, messages to stderr. */
typedef int command_screens_fn(struct context *context);
int command_main(int argc, char **argv, command_screens_fn *screens);

#endif
