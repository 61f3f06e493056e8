/* The verification of a bidang's quarter as its files share it: verify.c lists and takes the keys,
 * verify_pane.c shows what stands behind one row. */
#ifndef SCREEN_VERIFY_VERIFY_H
#define SCREEN_VERIFY_VERIFY_H

#include "model/row.h"
#include "screen/session.h"
#include "surface/surface.h"

/* Returns how many lines the pane has, above the bottom bar. */
int verify_pane_rows(const struct session *session);

/* Draws the pane from line `first` on. The records are those behind the row, with its notes and the year before. */
void verify_pane_draw(const struct session *session, struct surface *surface, int first,
                      const struct records *records, const struct row *row);

#endif
