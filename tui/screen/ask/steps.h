/* The steps of a bidang's quarter on screen: which one the person would take next, or take back, and the
 * question before it. What is possible is asked of admit itself, with what was seen. */
#ifndef SCREEN_ASK_STEPS_H
#define SCREEN_ASK_STEPS_H

#include "model/expect.h"
#include "model/review.h"
#include "screen/ask/ask.h"

enum direction { DIRECTION_FORWARD, DIRECTION_BACK };

/* Whose quarter it is about: the chosen bidang's, or that of the indicator the person is at; NULL: neither.
 */
const struct unit *steps_unit(const struct session *session);

/* What the key bar calls the person's step in that direction where the bidang's quarter stands ("Ajukan",
 * "Sahkan"); NULL: none is his now, or `unit` is NULL. */
const char *steps_label(const struct session *session, const struct unit *unit,
                        const struct standing *standing, enum direction direction);

/* The question for that step, or NULL with the refusal that helps most in *err. `review` is what was seen of
 * the unit's session->quarter. */
const struct ask_kind *steps_find(const struct session *session, const struct unit *unit,
                                  const struct review *review, enum direction direction, struct err *err);

/* Asks it; stays, with the message line set, when there is none. */
enum next steps_open(struct session *session, const struct unit *unit, const struct review *review,
                     enum direction direction);

/* The same from a screen that has read no review: what stands in the way of handing in is shown in Periksa.
 */
enum next steps_begin(struct session *session, enum direction direction);

#endif
