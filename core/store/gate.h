/* The gate: a file lock that lets one process at a time open the store's environment or write to it. It
 * exists because a stopped writer would otherwise hold LMDB's own lock without a name or an end. */
#ifndef STORE_GATE_H
#define STORE_GATE_H

#include "base/err.h"
#include <stdbool.h>

struct gate {
    int descriptor; /* -1: none */
};

enum { GATE_WAIT_SECONDS = 5 };

bool gate_open(struct gate *gate, const char *path, struct err *err);
void gate_close(struct gate *gate);

/* Takes the gate, waiting at most GATE_WAIT_SECONDS (a blocking flock ended by a timer), and writes who holds
 * it: `holder` and the process id. ERR_BUSY names the holder that did not let go. */
bool gate_take(struct gate *gate, const char *holder, struct err *err);
void gate_leave(struct gate *gate);

#endif
