/* What else waits at an indicator of a Lembar Isian: its open recommendation, and the last arahan or answer
 * of the quarter. */
#ifndef SCREEN_ENTRY_ENTRY_NOTICES_H
#define SCREEN_ENTRY_ENTRY_NOTICES_H

#include "base/arena.h"
#include "base/list.h"
#include "screen/session.h"

/* Zero-initialised is empty. */
struct entry_notices {
    struct list line;
    struct arena arena;
};

/* Reads those of session->quarter anew; false with the message line set. */
bool entry_notices_load(struct entry_notices *notices, struct session *session);
void entry_notices_release(struct entry_notices *notices);

/* "Rekomendasi 1, terbuka: Tetapkan SOP"; NULL for none. */
const char *entry_notices_find(const struct entry_notices *notices, const struct indicator *indicator);

#endif
