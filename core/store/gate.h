/* The gate: a file lock that lets one process at a time open the store's environment or write to it. It exists because a
 * stopped writer would otherwise hold LMDB's own lock without a name or an end. */
#ifndef STORE_GATE_H
#define STORE_GATE_H

#include "base/err.h"
#include <stdbool.h>

struct gate {
    int descriptor; /* -1: closed */
};

enum { GATE_WAIT_SECONDS = 5 };

/* Opens the gate's file, which is made (0600) when it is missing, without taking the gate. */
bool gate_open(struct gate *gate, const char *path, struct err *err);

/* Closes the file, which leaves the gate as well; a closed one is fine. */
void gate_close(struct gate *gate);

/* Takes the gate, waiting at most GATE_WAIT_SECONDS (a blocking flock that a timer ends), and writes into the file who
 * holds it: `holder` and the process id. ERR_BUSY names the holder that did not let go. */
bool gate_take(struct gate *gate, const char *holder, struct err *err);

/* Lets the next one take the gate. */
void gate_leave(struct gate *gate);

#endif
