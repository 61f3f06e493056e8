/* What an ask is about, in words; see also ask_indicator and ask_unit in ask.h. */
#ifndef SCREEN_ASK_ASK_SUBJECT_H
#define SCREEN_ASK_ASK_SUBJECT_H

#include "screen/ask/ask.h"

/* What the key's code names, as a title says it: "SUB-18", "Bidang Koperasi", "Renstra"; NULL when there is
 * no such thing (any more). Borrowed from the configuration. */
const char *ask_subject_name(const struct ask *ask);

/* "TW III 2025"; "2025" for what belongs to the whole year. */
enum { ASK_PERIOD_MAX = 24 };
void ask_period_print(const struct ask *ask, char out[ASK_PERIOD_MAX]);

#endif
