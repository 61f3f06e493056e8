/* isi KODE, kosongkan */
#include "command/commands.h"
#include "command/entry.h"
#include <stdio.h>

/* As it stands after the change: "..., capaian 75,00". */
static bool print_result(struct context *context, const struct entry_plan *plan, struct err *err) {
    const struct indicator *indicator = plan->row.indicator;
    struct row row;
    if (!office_row(context->office, indicator, plan->row.quarter, &row, err))
        return false;
    char subject[SUBJECT_MAX];
    char read[ERR_TEXT_MAX];
    char percent[DECIMAL_TEXT_MAX];
    char warnings[ERR_TEXT_MAX];
    subject_print(indicator, row.quarter, subject);
    typed_print(&plan->typed, &indicator->measure, row_before(&row), read, sizeof read);
    figure_print(row.figures.achievement, 2, percent);
    printf("%s: %s, capaian %s%s\n", subject, read,
           row.figures.achievement.kind == FIGURE_NOT_SET ? "belum ada: target TW belum ditetapkan" : percent,
           row.actual.provisional ? " (sementara)" : "");
    warning_print(row.warnings, warnings, sizeof warnings);
    if (row.warnings != 0)
        fprintf(stderr, "%s: tersimpan, tetapi periksa: %s\n", subject, warnings);
    return true;
}

bool command_set(struct context *context, const struct args *args, struct err *err) {
    struct entry entry = {
        .indicator = context_indicator(context, args_word(args, 0), err),
        .quarter = context->quarter,
        .value = args_word(args, 1),
        .provisional = args_value(args, "--sementara"),
    };
    if (!entry.indicator)
        return false;
    for (int i = 0; i < NOTE_COUNT; i++) {
        char option[32];
        snprintf(option, sizeof option, "--%s", note_words.term[i].word);
        entry.note[i] = args_value(args, option);
    }
    const bool notes = entry_has_notes(&entry);
    if (!entry.value && (!notes || entry.provisional))
        return err_set(err, ERR_USAGE, "NILAI belum diberikan");

    struct entry_plan plan;
    bool changed;
    if (!entry_prepare(context->office, &entry, &plan, err) ||
        !entry_commit(context->office, &plan, &changed, err))
        return false;
    if (entry.value && !print_result(context, &plan, err))
        return false;
    char subject[SUBJECT_MAX];
    subject_print(entry.indicator, entry.quarter, subject);
    if (notes)
        printf("%s: catatan tersimpan\n", subject);
    return true;
}

bool command_clear(struct context *context, const struct args *args, struct err *err) {
    const struct indicator *indicator = context_indicator(context, args_word(args, 0), err);
    struct row row;
    struct outcome outcome;
    if (!indicator || !office_row(context->office, indicator, context->quarter, &row, err))
        return false;
    struct request request =
        office_request(context->office, EVENT_ACTUAL_CLEARED, indicator, context->quarter);
    request.change.replaces = row.head;
    if (!office_change(context->office, &request, &outcome, err))
        return false;
    char subject[SUBJECT_MAX];
    subject_print(indicator, context->quarter, subject);
    printf("%s: dikosongkan\n", subject);
    return true;
}
