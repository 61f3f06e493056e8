/* What verification asks for in words, and the bidang's answer; each about one indicator's quarter. */
#ifndef SCREEN_VERIFY_VERIFY_ASKS_H
#define SCREEN_VERIFY_VERIFY_ASKS_H

#include "screen/ask/ask.h"

extern const struct ask_kind ask_correct, ask_mend, ask_answer;

/* Opens one over the verification that stands, with one reading; stays, with the message line set, where the person may
 * not, or nothing was corrected that he could answer. */
enum next verify_ask(struct session *session, const struct ask_kind *kind, const struct indicator *indicator);

#endif
