/* Ketik ulang: a supervisor asks for a row to be typed a second time, by somebody who does not see the first
 * figure. */
#ifndef SCREEN_ASK_REKEY_H
#define SCREEN_ASK_REKEY_H

#include "screen/ask/ask.h"

extern const struct ask_kind ask_rekey;

/* Does what the key means at this row in session->quarter, with one reading: asks for it where nobody did; otherwise
 * opens the form for the second person. */
enum next rekey_open(struct session *session, const struct indicator *indicator);

#endif
