#include "screen/step_asks.h"
#include "screen/verify_asks.h"

const struct ask_kind *const ask_kinds[] = {
    &ask_initial, &ask_submit, &ask_verify,  &ask_ratify, &ask_paper,  &ask_withdraw,
    &ask_return,  &ask_unlock, &ask_correct, &ask_mend,   &ask_answer, NULL,
};
