#include "screen/ask/record_asks.h"
#include "screen/ask/rekey.h"
#include "screen/ask/steps.h"
#include "screen/evidence/evidence_ask.h"
#include "screen/verify/verify_asks.h"

const struct ask_kind *const ask_kinds[] = {
    &ask_initial, &ask_submit, &ask_verify,    &ask_ratify,    &ask_paper,    &ask_withdraw,
    &ask_return,  &ask_unlock, &ask_correct,   &ask_mend,      &ask_answer,   &ask_instruct,
    &ask_reply,   &ask_meet,   &ask_recommend, &ask_follow_up, &ask_document, &ask_hand_over,
    &ask_spend,   &ask_rekey,  &ask_evidence,  NULL,
};
