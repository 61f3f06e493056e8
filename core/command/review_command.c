/* periksa, sampel */
#include "base/list.h"
#include "base/memory.h"
#include "command/commands.h"
#include "command/step.h"
#include "model/review.h"
#include "model/sample.h"
#include <stdio.h>
#include <stdlib.h>

/* What is found: first what blocks, then the rest. */
struct findings_list {
    const struct rules *rules;
    struct buf blocking, pointed; /* in lines */
};

static void put_findings(const struct row *row, finding_set findings, const struct rules *rules,
                         struct buf *out) {
    char text[ERR_TEXT_MAX];
    if (!findings)
        return;
    review_print(row, findings, rules, text, sizeof text);
    buf_printf(out, "  %s: %s\n", row->indicator->code, text);
}

static bool put_row(void *data, const struct row *row, finding_set findings) {
    struct findings_list *list = data;
    finding_set blocking = review_blocking(findings, list->rules);
    put_findings(row, blocking, list->rules, &list->blocking);
    put_findings(row, findings & ~blocking, list->rules, &list->pointed);
    return true;
}

static void print_review(const char *heading, const struct review *review, const struct findings_list *list) {
    printf("%s: %s\n", heading, stage_words.term[review->submission.stage].word);
    printf("%d indikator menghalangi pengajuan\n%s", review->blocked, buf_string(&list->blocking));
    printf("%d indikator mungkin dikembalikan verifikator\n%s", review->pointed, buf_string(&list->pointed));
}

static bool review_unit(const struct context *context, const struct unit *unit, const struct records *records,
                        struct err *err) {
    struct findings_list list = {.rules = &context->config.rules};
    const struct review_call call = {.each = put_row, .context = &list};
    struct review review;
    char quarter[QUARTER_TEXT_MAX], heading[ERR_TEXT_MAX];
    review_of(records, unit, context->quarter, &call, &review);
    quarter_print(context->quarter, quarter);
    snprintf(heading, sizeof heading, "%s %s", unit->name, quarter);
    bool readable = review.state != ENTRY_WITHHELD;
    if (readable)
        print_review(heading, &review, &list);
    else
        err_set(err, ERR_DENIED, "%s belum disahkan; pembaca membaca yang sudah disahkan", heading);
    buf_release(&list.blocking);
    buf_release(&list.pointed);
    return readable && review.blocked == 0;
}

bool command_review(struct context *context, const struct args *args, struct err *err) {
    const struct unit *unit = step_unit(context, err);
    struct reading reading;
    (void)args;
    if (!unit)
        return false;
    bool good = context_read(context, unit, KINDS_REVIEW, &reading, err) &&
                review_unit(context, unit, &reading.records, err);
    reading_release(&reading);
    return good;
}

/* ---- sampel ---- */

static bool add_mark(void *data, const struct row *row) {
    const struct sample_mark mark = sample_mark_of(row);
    list_add(data, &mark);
    return true;
}

/* Rows that are met in the order of their marks. */
struct sample {
    const bool *picked;
    int at;
};

static bool print_picked(void *data, const struct row *row) {
    struct sample *sample = data;
    if (sample->picked[sample->at++])
        printf("%s  %s, bukti %d, wajib %d/%d\n", row->indicator->code,
               verdict_words.term[row->verdict].label, row->evidence, row->required_attached, row->required);
    return true;
}

static void print_sample(const struct context *context, const struct unit *unit,
                         const struct records *records) {
    struct list marks = {.size = sizeof(struct sample_mark)};
    row_each(records, unit, context->quarter, add_mark, &marks);
    bool *picked = memory_alloc((size_t)marks.count + 1, sizeof *picked);
    sample_pick(marks.item, marks.count, picked);
    row_each(records, unit, context->quarter, print_picked, &(struct sample){.picked = picked});
    free(picked);
    list_release(&marks);
}

bool command_sample(struct context *context, const struct args *args, struct err *err) {
    const struct unit *unit = step_unit(context, err);
    struct reading reading;
    (void)args;
    if (!unit)
        return false;
    bool read = context_read(context, unit, KINDS_ROW, &reading, err);
    if (read)
        print_sample(context, unit, &reading.records);
    reading_release(&reading);
    return read;
}
