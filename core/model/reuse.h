/* Evidence that stands in more than one place of a bidang's year: the same document, or another one with the
 * same file. Ticking a document onto several indicators is right, so this is a hint for who verifies. Pure.
 */
#ifndef MODEL_REUSE_H
#define MODEL_REUSE_H

#include "base/list.h"
#include "model/config.h"
#include "model/records.h"

/* Zero-initialised: nothing is used twice. */
struct reuse {
    struct list use; /* private */
};

/* Of the indicators that the bidang has in `quarter`, in all quarters of its year. On false it is empty. */
bool reuse_read(const struct records *records, const struct config *config, const struct unit *unit,
                struct quarter quarter, struct reuse *reuse, struct err *err);
void reuse_release(struct reuse *reuse);

/* Where else an attached record's document or file stands: "SUB-03, SUB-07 TW I"; "" for nowhere. The record
 * itself is not named, but its own indicator is, when the same hangs there once more. */
void reuse_print(const struct reuse *reuse, const struct record *record, char *out, size_t size);

/* The same of all that is attached to an indicator in a quarter. False for nowhere. */
bool reuse_print_all(const struct reuse *reuse, const char *code, struct quarter quarter, char *out,
                     size_t size);

#endif
