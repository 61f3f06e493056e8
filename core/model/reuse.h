/* Evidence that stands in more than one place of a bidang's year: as the same document, or as another one with the same
 * file. Ticking a document onto several indicators is right, so that this is a hint for who verifies. Pure. */
#ifndef MODEL_REUSE_H
#define MODEL_REUSE_H

#include "base/list.h"
#include "model/config.h"
#include "model/records.h"

/* Zero-initialised, it says that nothing is used twice. */
struct reuse {
    struct list use;      /* private: every use, those of one document or file together */
    struct list by_place; /* private: indexes into `use`, by code, quarter and number */
};

/* Gathers the evidence of the indicators that the bidang has in `quarter`, in all quarters of its year. The caller
 * releases it. */
void reuse_read(const struct records *records, const struct unit *unit, struct quarter quarter,
                struct reuse *reuse);
void reuse_release(struct reuse *reuse);

/* Prints where else the document or file of an attached record stands: "SUB-03, SUB-07 TW I"; "" for nowhere. The
 * record itself is not named, but its own indicator is where the same document hangs there once more. */
void reuse_print(const struct reuse *reuse, const struct record *record, char *out, size_t size);

/* Prints where else anything stands that is attached to an indicator in a quarter; returns false, with "", for
 * nowhere. */
bool reuse_print_all(const struct reuse *reuse, const char *code, struct quarter quarter, char *out,
                     size_t size);

#endif
