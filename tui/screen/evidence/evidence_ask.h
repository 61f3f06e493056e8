/* The form of a document: a new one, one for a required slot, or a change to what stands; about session->focus in
 * session->quarter. What was attached is kept in session->last. */
#ifndef SCREEN_EVIDENCE_EVIDENCE_ASK_H
#define SCREEN_EVIDENCE_EVIDENCE_ASK_H

#include "screen/ask/ask.h"

extern const struct ask_kind ask_evidence;

/* Makes one for a required document (NULL: blank), and one over a document as it was seen. */
struct screen *evidence_ask_new(struct session *session, const struct requirement *slot);
struct screen *evidence_ask_over(struct session *session, const struct record *record);

#endif
