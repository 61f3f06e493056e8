/* Keys and signals in one stream. Signals become keys (by a self-pipe): SIGHUP, SIGTERM, SIGINT and the end of input
 * are KEY_HANGUP, SIGWINCH is KEY_RESIZE, SIGTSTP is KEY_SUSPEND, SIGCONT is KEY_RESUME. SIGSEGV and the like give the
 * terminal back and then end the program as they would have. */
#ifndef SURFACE_INPUT_H
#define SURFACE_INPUT_H

#include "surface/key.h"

struct input;

enum { INPUT_FOREVER = -1 };

/* Opens the stream of a descriptor; the caller closes it with input_close. It is opened after the surface, so that its
 * signal handlers are the ones that stand. */
struct input *input_open(int descriptor);
void input_close(struct input *input); /* NULL is fine */

/* Returns the next key, or KEY_IDLE when none came within `milliseconds` (INPUT_FOREVER: waits for one). Once
 * KEY_HANGUP came, it comes again at once. */
struct key input_next(struct input *input, int milliseconds);

/* Waits for a further descriptor too, until it is called with -1. When that can be read, KEY_NEWS comes. */
void input_watch(struct input *input, int descriptor);

/* Stops the program as Ctrl-Z does in a shell, and returns when it goes on. */
void input_stop(void);

#endif
