/* paraf, ajukan, tarik, verifikasi, sahkan, buka-kunci */
#include "command/commands.h"
#include "command/step.h"
#include "model/review.h"
#include <stdio.h>
#include <string.h>

const struct unit *step_unit(const struct context *context, struct err *err) {
    const struct unit *own = context_person(context)->unit;
    if (context->unit || own)
        return context->unit ? context->unit : own;
    err_set(err, ERR_USAGE, "bidangnya belum disebut; tambahkan --bidang KODE");
    return NULL;
}

bool step_text(char out[NOTE_MAX + 1], const char *text, const char *label, struct err *err) {
    size_t length = text ? strlen(text) : 0;
    if (length > NOTE_MAX)
        return err_set(err, ERR_INVALID, "%s terlalu panjang: %zu byte, paling banyak %d; pendekkan", label,
                       length, NOTE_MAX);
    memcpy(out, text ? text : "", length + 1);
    return true;
}

static void print_stage(const struct context *context, const struct unit *unit,
                        const struct submission *now) {
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(context->quarter, quarter);
    printf("%s %s: %s", unit->name, quarter, stage_words.term[now->stage].word);
    if (now->stage == STAGE_SUBMITTED) {
        char time[64];
        config_timeliness_print(&context->config, context->quarter, now->first_at, time, sizeof time);
        printf(", %s", time);
    }
    putchar('\n');
}

/* What is seen of the quarter, which the step replaces and a submission covers. */
static bool see(struct context *context, const struct unit *unit, struct change *change, struct err *err) {
    struct reading reading;
    struct review review;
    bool read = context_read(context, unit, KINDS_REVIEW, &reading, err);
    review_of(&reading.records, unit, context->quarter, NULL, &review);
    change->replaces = review.head;
    change->step.coverage = review.coverage;
    reading_release(&reading);
    return read;
}

bool step_take(struct context *context, const struct unit *unit, enum event_kind kind, const char *reason,
               struct err *err) {
    struct outcome outcome;
    struct request request = context_request(context, kind, unit->code);
    if (!step_text(request.change.step.reason, reason, "alasan", err) ||
        !see(context, unit, &request.change, err) || !office_change(context->office, &request, &outcome, err))
        return false;
    print_stage(context, unit, &outcome.record.submission);
    return true;
}

static bool take(struct context *context, enum event_kind kind, const char *reason, struct err *err) {
    const struct unit *unit = step_unit(context, err);
    return unit && step_take(context, unit, kind, reason, err);
}

bool command_initial(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    return take(context, EVENT_INITIALLED, NULL, err);
}

bool command_submit(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    return take(context, EVENT_SUBMITTED, NULL, err);
}

bool command_withdraw(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    return take(context, EVENT_WITHDRAWN, NULL, err);
}

bool command_verify(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    return take(context, EVENT_VERIFIED, NULL, err);
}

bool command_ratify(struct context *context, const struct args *args, struct err *err) {
    return take(context, EVENT_RATIFIED, args_value(args, "--dasar"), err);
}

bool command_unlock(struct context *context, const struct args *args, struct err *err) {
    return take(context, EVENT_UNLOCKED, args_value(args, "--alasan"), err);
}
