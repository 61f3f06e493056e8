/* The questions before each step of a bidang's quarter. */
#ifndef SCREEN_ASK_STEP_ASKS_H
#define SCREEN_ASK_STEP_ASKS_H

#include "screen/ask/ask.h"

extern const struct ask_kind ask_initial, ask_submit, ask_verify, ask_ratify;
extern const struct ask_kind ask_paper; /* ratified by the head on a signed paper */
extern const struct ask_kind ask_withdraw, ask_return, ask_unlock;

#endif
