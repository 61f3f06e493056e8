/* Draws a document in a list, and in full below it. Nothing is read. */
#ifndef SCREEN_EVIDENCE_EVIDENCE_DRAW_H
#define SCREEN_EVIDENCE_EVIDENCE_DRAW_H

#include "own/evidence_file.h"
#include "screen/session.h"
#include "surface/surface.h"

/* Draws the titles of a list's columns, behind six columns that are the caller's. */
void evidence_header_draw(struct surface *surface, int row, const char *heading);
/* Draws, over the titles and as the header's own heading, what stands below it. */
void evidence_heading_draw(struct surface *surface, int row, const char *heading);
void evidence_row_draw(const struct session *session, struct surface *surface, int row,
                       const struct record *record, enum file_state state);
/* Draws a required document that is still to come. */
void evidence_slot_draw(struct surface *surface, int row, const struct requirement *slot);

enum { EVIDENCE_PANE_ROWS = 6 };
void evidence_pane_draw(const struct session *session, struct surface *surface, int row,
                        const struct record *record, enum file_state state);

#endif
