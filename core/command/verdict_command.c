/* sesuai, koreksi, kembalikan, tanggapan */
#include "command/commands.h"
#include "command/step.h"
#include "model/row.h"
#include "value/typed.h"
#include <stdio.h>

/* A request for a verdict on the indicator a command names, and what was read of it. */
struct verdict_plan {
    const struct indicator *indicator;
    struct request request;
    struct reading reading;
};

static bool begin(struct context *context, const char *code, enum event_kind kind, struct verdict_plan *plan,
                  struct err *err) {
    struct record standing;
    *plan = (struct verdict_plan){.indicator = context_indicator(context, code, err)};
    if (!plan->indicator)
        return false;
    plan->request = context_request(context, kind, plan->indicator->code);
    if (!context_read_code(context, plan->indicator->code, KINDS_ROW, &plan->reading, err))
        return false;
    records_get(&plan->reading.records, &plan->request.change.key, &standing);
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

static bool finish(struct context *context, struct verdict_plan *plan, struct err *err) {
    struct outcome outcome;
    char subject[SUBJECT_MAX];
    if (!office_change(context->office, &plan->request, &outcome, err))
        return false;
    reading_put(&plan->reading, &outcome.record);
    const struct row row = row_at(&plan->reading.records, plan->indicator, context->quarter);
    subject_print(plan->indicator->code, context->quarter, subject);
    printf("%s: %s", subject, verdict_words.term[row.verdict].word);
    if (row.verdict == VERDICT_CORRECTED)
        print_figures(&row);
    if (row.answer != ANSWER_NONE)
        printf(", %s", answer_words.term[row.answer].word);
    printf("%s\n", row.self ? " (oleh yang mengisi atau mengajukannya)" : "");
    return true;
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

/* Fills in what the command says; usage is checked before. */
typedef bool fill_fn(struct verdict_plan *plan, const struct args *args, struct err *err);

static bool fill_nothing(struct verdict_plan *plan, const struct args *args, struct err *err) {
    (void)plan;
    (void)args;
    (void)err;
    return true;
}

static bool fill_correction(struct verdict_plan *plan, const struct args *args, struct err *err) {
    const char *value = args_value(args, "--nilai"), *percent = args_value(args, "--persen");
    struct check *check = &plan->request.change.check;
    check->by_percent = percent != NULL;
    return read_value(percent ? percent : value, plan->indicator, check->by_percent, &check->value, err) &&
           step_text(check->reason, args_value(args, "--alasan"), "alasan", err);
}

static bool fill_reason(struct verdict_plan *plan, const struct args *args, struct err *err) {
    return step_text(plan->request.change.check.reason, args_value(args, "--alasan"), "alasan", err);
}

static bool fill_answer(struct verdict_plan *plan, const struct args *args, struct err *err) {
    struct check *check = &plan->request.change.check;
    check->answer = (enum answer)vocabulary_find(&answer_words, args_word(args, 1));
    return step_text(check->answer_reason, args_value(args, "--alasan"), "alasan", err);
}

static bool judge(struct context *context, const struct args *args, enum event_kind kind, fill_fn *fill,
                  struct err *err) {
    struct verdict_plan plan;
    bool done = begin(context, args_word(args, 0), kind, &plan, err) && fill(&plan, args, err) &&
                finish(context, &plan, err);
    reading_release(&plan.reading);
    return done;
}

/* ---- the commands ---- */

bool command_pass(struct context *context, const struct args *args, struct err *err) {
    return judge(context, args, EVENT_CHECK_PASSED, fill_nothing, err);
}

bool command_correct(struct context *context, const struct args *args, struct err *err) {
    if (!args_value(args, "--nilai") == !args_value(args, "--persen"))
        return err_set(err, ERR_USAGE, "sebut salah satu: --nilai N atau --persen P");
    return judge(context, args, EVENT_CHECK_CORRECTED, fill_correction, err);
}

bool command_return(struct context *context, const struct args *args, struct err *err) {
    if (args_word(args, 0))
        return judge(context, args, EVENT_CHECK_RETURNED, fill_reason, err);
    const struct unit *unit = step_unit(context, err);
    return unit && step_take(context, unit, EVENT_RETURNED, args_value(args, "--alasan"), err);
}

bool command_answer(struct context *context, const struct args *args, struct err *err) {
    if (vocabulary_find(&answer_words, args_word(args, 1)) <= ANSWER_NONE)
        return err_set(err, ERR_USAGE, "\"%s\" bukan tanggapan; pilih diterima atau keberatan",
                       args_word(args, 1));
    return judge(context, args, EVENT_CHECK_ANSWERED, fill_answer, err);
}
