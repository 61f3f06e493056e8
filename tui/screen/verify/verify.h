/* The verification of a bidang's quarter as its files share it: verify.c lists and takes the keys,
 * verify_pane.c shows what stands behind one row. */
#ifndef SCREEN_VERIFY_VERIFY_H
#define SCREEN_VERIFY_VERIFY_H

#include "base/buf.h"
#include "screen/entry/entry_draw.h"
#include "screen/entry/entry_rows.h"

/* What is read when the cursor comes to a row. */
struct verify_about {
    struct row last_year;
    bool has_last_year;
    struct record check; /* the verdict as it was written */
    struct record notes;
    struct buf verdict, evidence; /* in words; "" for none */
};

/* Releases what was read before. False, with the message line set, when it could not be read. */
bool verify_about_read(struct verify_about *about, struct session *session, const struct row *row);
void verify_about_release(struct verify_about *about);

/* Lines `first` to `first` + `rows` - 1. */
void verify_pane_draw(const struct session *session, struct surface *surface, int first, int rows,
                      const struct row *row, const struct verify_about *about);

#endif
