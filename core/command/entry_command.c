/* isi KODE, kosongkan */
#include "command/commands.h"
#include "command/entry.h"
#include <stdio.h>

/* As it stands after the change: "..., capaian 75,00". */
static void print_result(const struct records *records, const struct entry_plan *plan) {
    const struct indicator *indicator = plan->row.indicator;
    const struct row row = row_at(records, indicator, plan->row.quarter);
    char subject[SUBJECT_MAX];
    char read[ERR_TEXT_MAX];
    char percent[DECIMAL_TEXT_MAX];
    char warnings[ERR_TEXT_MAX];
    subject_print(indicator->code, row.quarter, subject);
    typed_print(&plan->typed, &indicator->measure, row_before(&row), read, sizeof read);
    figure_print(row.figures.achievement, 2, percent);
    printf("%s: %s, capaian %s%s\n", subject, read,
           row.figures.achievement.kind == FIGURE_NOT_SET ? "belum ada: target TW belum ditetapkan" : percent,
           row.actual.provisional ? " (sementara)" : "");
    warning_print(row.warnings, warnings, sizeof warnings);
    if (row.warnings != 0)
        fprintf(stderr, "%s: tersimpan, tetapi periksa: %s\n", subject, warnings);
}

static void print_saved(const struct records *records, const struct entry *entry,
                        const struct entry_plan *plan) {
    char subject[SUBJECT_MAX];
    subject_print(entry->indicator->code, entry->quarter, subject);
    if (entry->value)
        print_result(records, plan);
    if (entry_has_notes(entry))
        printf("%s: catatan tersimpan\n", subject);
}

static bool set(struct context *context, const struct entry *entry, struct err *err) {
    struct reading reading;
    struct entry_plan plan;
    bool changed;
    bool done = context_read_code(context, entry->indicator->code, KINDS_REVIEW, &reading, err) &&
                entry_prepare(&reading.records, office_facts(context->office).now, entry, &plan, err) &&
                entry_commit(context->office, &plan, &reading, &changed, err);
    if (done)
        print_saved(&reading.records, entry, &plan);
    reading_release(&reading);
    return done;
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
    if (!entry.value && (!entry_has_notes(&entry) || entry.provisional))
        return err_set(err, ERR_USAGE, "NILAI belum diberikan");
    return set(context, &entry, err);
}

bool command_clear(struct context *context, const struct args *args, struct err *err) {
    const struct indicator *indicator = context_indicator(context, args_word(args, 0), err);
    struct record standing;
    struct outcome outcome;
    char subject[SUBJECT_MAX];
    if (!indicator)
        return false;
    struct request request = context_request(context, EVENT_ACTUAL_CLEARED, indicator->code);
    if (!context_record(context, &request.change.key, &standing, err))
        return false;
    request.change.replaces = standing.head;
    if (!office_change(context->office, &request, &outcome, err))
        return false;
    subject_print(indicator->code, context->quarter, subject);
    printf("%s: dikosongkan\n", subject);
    return true;
}
