/* What stands around the figures, asked for in forms: their fields are those of view/record_fields.h. */
#ifndef SCREEN_ASK_RECORD_ASKS_H
#define SCREEN_ASK_RECORD_ASKS_H

#include "screen/ask/ask.h"

extern const struct ask_kind ask_instruct, ask_reply, ask_meet, ask_recommend, ask_follow_up, ask_document,
    ask_hand_over, ask_spend;

/* Opens one over what stands under `key` (number 0 of a numbered kind: a new one), with one reading. */
enum next record_ask(struct session *session, const struct ask_kind *kind, const struct record_key *key);

/* Says whether it would, over `standing`, or tells the refusal. The records have at least those of standing's kind,
 * RECORD_SUBMISSION and RECORD_CHECK, of its code or of its bidang. Pure. */
bool record_askable(const struct records *records, const struct ask_kind *kind, const struct record *standing,
                    struct err *err);

#endif
