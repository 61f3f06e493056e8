/* ketik-ulang minta, batal, isi */
#include "command/commands.h"
#include "value/typed.h"
#include <stdio.h>

struct rekeying {
    const struct indicator *indicator;
    struct request request;
};

static bool begin(struct context *context, const char *code, enum event_kind kind, struct rekeying *rekeying,
                  struct err *err) {
    struct record standing;
    rekeying->indicator = context_indicator(context, code, err);
    if (!rekeying->indicator)
        return false;
    rekeying->request = context_request(context, kind, rekeying->indicator->code);
    if (!context_standing(context, &rekeying->request.change.key, &standing, err))
        return false;
    rekeying->request.change.replaces = standing.head;
    return true;
}

static bool finish(struct context *context, const struct rekeying *rekeying, const char *what,
                   struct err *err) {
    struct outcome outcome;
    char subject[SUBJECT_MAX];
    if (!office_change(context->office, &rekeying->request, &outcome, err))
        return false;
    subject_print(rekeying->indicator->code, context->quarter, subject);
    printf("%s: %s\n", subject, what);
    return true;
}

bool command_rekey_ask(struct context *context, const struct args *args, struct err *err) {
    struct rekeying rekeying;
    if (!begin(context, args_word(args, 0), EVENT_REKEY_ASKED, &rekeying, err))
        return false;
    rekeying.request.change.rekey.asked = true;
    return finish(context, &rekeying, "diminta diketik ulang", err);
}

bool command_rekey_cancel(struct context *context, const struct args *args, struct err *err) {
    struct rekeying rekeying;
    return begin(context, args_word(args, 0), EVENT_REKEY_ASKED, &rekeying, err) &&
           finish(context, &rekeying, "tidak lagi diminta", err);
}

bool command_rekey(struct context *context, const struct args *args, struct err *err) {
    struct rekeying rekeying;
    struct typed typed;
    if (!begin(context, args_word(args, 0), EVENT_REKEYED, &rekeying, err))
        return false;
    const struct typed_for what = {.unit = &rekeying.indicator->measure, .aggregation = AGGREGATION_POSITION};
    if (!typed_read(args_word(args, 1), what, &typed, err))
        return false;
    rekeying.request.change.rekey.value = typed.value;
    return finish(context, &rekeying, "ketikan kedua tersimpan", err);
}
