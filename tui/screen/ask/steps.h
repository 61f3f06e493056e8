/* The steps of a bidang's quarter on screen: which one the person would take next, or take back, and the question
 * before it. What is possible is asked of admit itself, with what was seen. */
#ifndef SCREEN_ASK_STEPS_H
#define SCREEN_ASK_STEPS_H

#include "model/review.h"
#include "screen/ask/ask.h"

extern const struct ask_kind ask_initial, ask_submit, ask_verify, ask_ratify;
extern const struct ask_kind ask_paper; /* ratified by the head on a signed paper */
extern const struct ask_kind ask_withdraw, ask_return, ask_unlock;

enum direction { DIRECTION_FORWARD, DIRECTION_BACK };

/* Returns whose quarter it is about: the chosen bidang's, or that of the indicator the person is at; NULL: neither. */
const struct unit *steps_unit(const struct session *session);

/* Returns what the key bar calls the person's step in that direction where the bidang's quarter stands ("Ajukan",
 * "Sahkan"); NULL: none is his now, or `unit` is NULL. */
const char *steps_label(const struct session *session, const struct unit *unit, const struct tally *tally,
                        enum direction direction);

/* What was seen of a bidang's session->quarter, from which its steps are taken. */
struct steps_seen {
    const struct records *records; /* KINDS_REVIEW of the bidang */
    const struct unit *unit;
    const struct review *review; /* of these records */
};

/* Returns the question for the step, or NULL with the refusal that helps most in *err. Pure. */
const struct ask_kind *steps_find(const struct session *session, const struct steps_seen *seen,
                                  enum direction direction, struct err *err);

/* Asks it; stays, with the message line set, when there is none. */
enum next steps_open(struct session *session, const struct steps_seen *seen, enum direction direction);

/* Does the same from a screen that has no review, with one reading: what stands in the way of handing in is shown in
 * Periksa. */
enum next steps_begin(struct session *session, enum direction direction);

#endif
