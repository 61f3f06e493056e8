/* What stands around the figures, asked for in forms: their fields are those of view/record_fields.h. */
#ifndef SCREEN_ASK_RECORD_ASKS_H
#define SCREEN_ASK_RECORD_ASKS_H

#include "screen/ask/ask.h"

extern const struct ask_kind ask_instruct, ask_reply, ask_meet, ask_recommend, ask_follow_up, ask_document,
    ask_hand_over, ask_spend;

/* Opens one over what stands under `key` (number 0 of a numbered kind: a new one). */
enum next record_ask(struct session *session, const struct ask_kind *kind, const struct record_key *key);

/* Whether it would, over the record that stands. */
bool record_askable(struct session *session, const struct ask_kind *kind, const struct record *standing);

#endif
