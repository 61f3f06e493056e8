/* The screens: a stack of them, one loop, one draft. */
#ifndef APP_APP_H
#define APP_APP_H

#include "command/context.h"

/* Opens the screens on an open office and returns the exit status when the person leaves; the terminal is
 * then as it was. A terminal that cannot show them is refused on stderr, with a hint to the commands. */
int app_run(struct context *context);

#endif
