/* The program's batch commands, as a script calls them: how a test asks the store what it holds. */
#ifndef E2E_BATCH_H
#define E2E_BATCH_H

#include "base/buf.h"
#include "e2e/launch.h"

enum { BATCH_GUARD_SECONDS = 60 };

struct batch {
    int status; /* the exit status as a shell gives it: 0 to 255, or 128 and the signal */
    struct buf out, err;
};

/* Runs $TRIWULAN_PROGRAM to its end, without input, in the clean environment of launch.h. The arguments are
 * texts, NULL at the end. The caller releases the result. */
struct batch batch_run(const char *home, ...) __attribute__((sentinel));
/* The same for any program. */
struct batch batch_launch(const struct launch *launch);
void batch_release(struct batch *batch);

#endif
