/* sesuai, koreksi, kembalikan, tanggapan */
#include "command/commands.h"
#include "command/step.h"
#include "value/typed.h"
#include <stdio.h>

/* A request for a verdict on the indicator a command names, from what stands. */
struct verdict_plan {
    const struct indicator *indicator;
    struct request request;
};

static bool begin(struct context *context, const char *code, enum event_kind kind, struct verdict_plan *plan,
                  struct err *err) {
    struct record standing;
    plan->indicator = context_indicator(context, code, err);
    if (!plan->indicator ||
        !office_verdict(context->office, plan->indicator, context->quarter, &standing, err))
        return false;
    plan->request = office_request(context->office, kind, plan->indicator, context->quarter);
    plan->request.change.replaces = standing.head;
    return true;
}

static void print_figures(const struct row *row) {
    char reported[DECIMAL_TEXT_MAX], corrected[DECIMAL_TEXT_MAX], final[DECIMAL_TEXT_MAX];
    figure_print(row->figures.achievement, 2, reported);
    figure_print(row->correction, 2, corrected);
    figure_print(row->final, 2, final);
    printf(": dilaporkan %s, dikoreksi %s, akhir %s", reported, corrected, final);
}

static bool finish(struct context *context, const struct verdict_plan *plan, struct err *err) {
    struct outcome outcome;
    struct row row;
    char subject[SUBJECT_MAX];
    if (!office_change(context->office, &plan->request, &outcome, err) ||
        !office_row(context->office, plan->indicator, context->quarter, &row, err))
        return false;
    subject_print(plan->indicator, context->quarter, subject);
    printf("%s: %s", subject, verdict_words.term[row.verdict].word);
    if (row.verdict == VERDICT_CORRECTED)
        print_figures(&row);
    if (row.answer != ANSWER_NONE)
        printf(", %s", answer_words.term[row.answer].word);
    printf("%s\n", row.self ? " (oleh yang mengisi atau mengajukannya)" : "");
    return true;
}

bool command_pass(struct context *context, const struct args *args, struct err *err) {
    struct verdict_plan plan;
    return begin(context, args_word(args, 0), EVENT_CHECK_PASSED, &plan, err) && finish(context, &plan, err);
}

/* A percentage of achievement is typed like any percentage. */
static bool read_value(const char *text, const struct indicator *indicator, bool percent,
                       struct decimal *value, struct err *err) {
    static const struct measure_unit percentage = {.name = "%", .decimals = true, .percent = true};
    const struct typed_for what = {.unit = percent ? &percentage : &indicator->measure,
                                   .aggregation = AGGREGATION_POSITION};
    struct typed typed;
    if (!typed_read(text, what, &typed, err))
        return false;
    *value = typed.value;
    return true;
}

bool command_correct(struct context *context, const struct args *args, struct err *err) {
    const char *value = args_value(args, "--nilai"), *percent = args_value(args, "--persen");
    struct verdict_plan plan;
    if (!value == !percent)
        return err_set(err, ERR_USAGE, "sebut salah satu: --nilai N atau --persen P");
    if (!begin(context, args_word(args, 0), EVENT_CHECK_CORRECTED, &plan, err))
        return false;
    struct check *check = &plan.request.change.check;
    check->by_percent = percent != NULL;
    return read_value(percent ? percent : value, plan.indicator, percent != NULL, &check->value, err) &&
           step_text(check->reason, args_value(args, "--alasan"), "alasan", err) &&
           finish(context, &plan, err);
}

bool command_return(struct context *context, const struct args *args, struct err *err) {
    const char *reason = args_value(args, "--alasan");
    struct verdict_plan plan;
    if (!args_word(args, 0)) {
        const struct unit *unit = step_unit(context, err);
        return unit && step_take(context, unit, EVENT_RETURNED, reason, err);
    }
    return begin(context, args_word(args, 0), EVENT_CHECK_RETURNED, &plan, err) &&
           step_text(plan.request.change.check.reason, reason, "alasan", err) && finish(context, &plan, err);
}

bool command_answer(struct context *context, const struct args *args, struct err *err) {
    struct verdict_plan plan;
    int answer = vocabulary_find(&answer_words, args_word(args, 1));
    if (answer <= ANSWER_NONE)
        return err_set(err, ERR_USAGE, "\"%s\" bukan tanggapan; pilih diterima atau keberatan",
                       args_word(args, 1));
    if (!begin(context, args_word(args, 0), EVENT_CHECK_ANSWERED, &plan, err))
        return false;
    plan.request.change.check.answer = (enum answer)answer;
    return step_text(plan.request.change.check.answer_reason, args_value(args, "--alasan"), "alasan", err) &&
           finish(context, &plan, err);
}
