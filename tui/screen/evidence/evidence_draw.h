/* How a document looks in a list, and in full below it. Pure reads. */
#ifndef SCREEN_EVIDENCE_EVIDENCE_DRAW_H
#define SCREEN_EVIDENCE_EVIDENCE_DRAW_H

#include "screen/session.h"
#include "surface/surface.h"

/* The columns of a list, behind six that are the caller's. */
void evidence_header_draw(struct surface *surface, int row, const char *heading);
/* Over the titles, as the header's own heading: what stands below it. */
void evidence_heading_draw(struct surface *surface, int row, const char *heading);
void evidence_row_draw(const struct session *session, struct surface *surface, int row,
                       const struct record *record, enum file_state state);
/* A required document that is still to come. */
void evidence_slot_draw(struct surface *surface, int row, const struct requirement *slot);

enum { EVIDENCE_PANE_ROWS = 6 };
void evidence_pane_draw(const struct session *session, struct surface *surface, int row,
                        const struct record *record, enum file_state state);

#endif
