/* periksa, sampel */
#include "base/list.h"
#include "base/memory.h"
#include "command/commands.h"
#include "command/step.h"
#include "model/sample.h"
#include <stdio.h>
#include <stdlib.h>

/* Rows go out as they are read: first what blocks, then, in a second reading, the rest. */
struct findings_list {
    const struct rules *rules;
    bool blocking;
};

static bool print_row(void *data, const struct row *row, finding_set findings) {
    const struct findings_list *list = data;
    finding_set blocking = review_blocking(findings, list->rules);
    finding_set shown = list->blocking ? blocking : findings & ~blocking;
    char text[ERR_TEXT_MAX];
    if (!shown)
        return true;
    review_print(row, shown, list->rules, text, sizeof text);
    printf("  %s: %s\n", row->indicator->code, text);
    return true;
}

static bool print_part(struct context *context, const struct unit *unit, bool blocking, struct err *err) {
    struct findings_list list = {.rules = &context->config.rules, .blocking = blocking};
    const struct review_call call = {.each = print_row, .context = &list};
    struct review review;
    return office_review(context->office, unit, context->quarter, &call, &review, err);
}

bool command_review(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    struct review review;
    const struct unit *unit = step_unit(context, err);
    if (!unit || !office_review(context->office, unit, context->quarter, NULL, &review, err))
        return false;
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(context->quarter, quarter);
    if (review.state == ENTRY_WITHHELD)
        return err_set(err, ERR_DENIED, "%s %s belum disahkan; pembaca membaca yang sudah disahkan",
                       unit->name, quarter);
    printf("%s %s: %s\n", unit->name, quarter, stage_words.term[review.submission.stage].word);
    printf("%d indikator menghalangi pengajuan\n", review.blocked);
    if (review.blocked && !print_part(context, unit, true, err))
        return false;
    printf("%d indikator mungkin dikembalikan verifikator\n", review.pointed);
    if (review.pointed && !print_part(context, unit, false, err))
        return false;
    err->kind = ERR_NONE;
    return review.blocked == 0;
}

/* ---- sampel ---- */

static bool keep_row(void *data, const struct row *row) {
    list_add(data, row);
    return true;
}

static void print_sample(const struct row *row, int count) {
    bool *picked = memory_alloc((size_t)count + 1, sizeof *picked);
    sample_pick(row, count, picked);
    for (int i = 0; i < count; i++)
        if (picked[i])
            printf("%s  %s, bukti %d, wajib %d/%d\n", row[i].indicator->code,
                   verdict_words.term[row[i].verdict].label, row[i].evidence, row[i].required_attached,
                   row[i].required);
    free(picked);
}

bool command_sample(struct context *context, const struct args *args, struct err *err) {
    struct list rows = {.size = sizeof(struct row)};
    const struct unit *unit = step_unit(context, err);
    (void)args;
    bool done = unit && office_rows(context->office, unit, context->quarter, keep_row, &rows, err);
    if (done)
        print_sample(rows.item, rows.count);
    list_release(&rows);
    return done;
}
