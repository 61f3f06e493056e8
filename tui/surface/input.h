/* Keys and signals in one stream. Signals become keys (a self-pipe): SIGHUP, SIGTERM, SIGINT and the end of
 * input are KEY_HANGUP, SIGWINCH is KEY_RESIZE, SIGTSTP is KEY_SUSPEND, SIGCONT is KEY_RESUME. SIGSEGV and
 * the like give the terminal back and then end the program as they would have. */
#ifndef SURFACE_INPUT_H
#define SURFACE_INPUT_H

#include "surface/key.h"

struct input;

enum { INPUT_FOREVER = -1 };

/* Open after the surface, so that these signal handlers are the ones that stand. */
struct input *input_open(int descriptor);
void input_close(struct input *input);

/* The next key, waiting at most `milliseconds` (KEY_IDLE then). Once KEY_HANGUP came, it comes again at once.
 */
struct key input_next(struct input *input, int milliseconds);

/* A further descriptor to wait for, until -1: readable, it is KEY_NEWS. */
void input_watch(struct input *input, int descriptor);

/* Stops the program as Ctrl-Z does in a shell, and returns when it goes on. */
void input_stop(void);

#endif
