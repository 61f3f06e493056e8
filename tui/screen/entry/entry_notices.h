/* What else waits at an indicator of a Lembar Isian: its open recommendation, and the last arahan or answer
 * of the quarter. */
#ifndef SCREEN_ENTRY_ENTRY_NOTICES_H
#define SCREEN_ENTRY_ENTRY_NOTICES_H

#include "base/arena.h"
#include "base/list.h"
#include "model/records.h"

/* Zero-initialised is empty. */
struct entry_notices {
    struct list line;
    struct arena arena;
};

/* The kinds of records they are made of. */
enum { NOTICE_KINDS = 1u << RECORD_INSTRUCTION | 1u << RECORD_RECOMMENDATION };

/* Gathers those of a quarter anew. */
void entry_notices_load(struct entry_notices *notices, const struct records *records, struct quarter quarter);
void entry_notices_release(struct entry_notices *notices);

/* Returns "Rekomendasi 1, terbuka: Tetapkan SOP"; NULL for none. */
const char *entry_notices_find(const struct entry_notices *notices, const struct indicator *indicator);

#endif
