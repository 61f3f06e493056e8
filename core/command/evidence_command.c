/* bukti tambah, hapus, periksa */
#include "command/attach.h"
#include "command/commands.h"
#include "model/warning.h"
#include "model/workflow.h"
#include "own/evidence_file.h"
#include "view/attachments.h"
#include <stdio.h>
#include <string.h>

static void print_promised(const struct context *context, const struct indicator *indicator,
                           const struct record *added) {
    const struct evidence *evidence = &added->evidence;
    char subject[SUBJECT_MAX], date[CLOCK_TEXT_MAX], holder[ERR_TEXT_MAX] = "";
    subject_print(indicator->code, added->key.quarter, subject);
    date_print_short(evidence->date, date);
    holder_print(&context->config, 1u << ROLE_SUPERVISOR, indicator->unit, holder, sizeof holder);
    printf("%s: bukti %u menyusul, ditunggu %s%s%s\n", subject, (unsigned)added->key.number, date,
           evidence->allowed ? ", diizinkan" : "; minta atasan mengizinkannya",
           evidence->allowed ? "" : holder);
}

static void print_added(const struct indicator *indicator, const struct record *added) {
    const struct evidence *evidence = &added->evidence;
    const struct requirement *filled =
        attachment_requirement(indicator, added->key.quarter.number, evidence->title);
    char subject[SUBJECT_MAX];
    subject_print(indicator->code, added->key.quarter, subject);
    printf("%s: bukti %u tersimpan, %s\"%s\"\n", subject, (unsigned)added->key.number,
           filled ? "mengisi " : "tambahan ", filled ? filled->title : evidence->title);
    if (evidence->file)
        printf("berkas ditemukan, %llu byte\n", (unsigned long long)evidence->size);
    warning_set warnings = warning_evidence(evidence, added->key.quarter);
    char text[ERR_TEXT_MAX];
    warning_print(warnings, text, sizeof text);
    if (warnings != 0)
        fprintf(stderr, "%s: tersimpan, tetapi periksa: %s\n", subject, text);
}

bool command_evidence_add(struct context *context, const struct args *args, struct err *err) {
    const struct attachment attachment = {
        .indicator = context_indicator(context, args_word(args, 0), err),
        .quarter = context->quarter,
        .kind = args_value(args, "--jenis"),
        .title = args_value(args, "--judul"),
        .number = args_value(args, "--nomor"),
        .date = args_value(args, "--tanggal"),
        .place = args_value(args, "--lokasi"),
        .promised = args_value(args, "--menyusul"),
    };
    struct record added;
    if (!attachment.indicator || !attachment_add(context->office, &attachment, &added, err))
        return false;
    if (added.evidence.promised)
        print_promised(context, attachment.indicator, &added);
    else
        print_added(attachment.indicator, &added);
    return true;
}

/* The number as it is printed, and no other spelling of it. */
static bool has_number(const struct record *record, const char *text) {
    char number[16];
    snprintf(number, sizeof number, "%u", (unsigned)record->key.number);
    return strcmp(number, text) == 0;
}

static bool find_number(const struct records *records, const struct record_key *key, const char *text,
                        struct record *found, struct err *err) {
    struct attachments attachments;
    bool is_there = false;
    attachments_of(records, key->code, key->quarter, &attachments);
    for (int i = 0; i < attachments.count && !is_there; i++) {
        *found = attachments.record[i];
        is_there = has_number(found, text);
    }
    attachments_release(&attachments);
    return is_there ||
           err_set(err, ERR_NOT_FOUND, "bukti \"%s\" pada \"%s\" tidak ada; lihat: triwulan bukti lihat %s",
                   text, key->code, key->code);
}

/* A change that needs no more than the evidence a command names: its code and number. */
static bool change_named(struct context *context, const struct args *args, enum event_kind kind,
                         struct record *changed, struct err *err) {
    const struct indicator *indicator = context_indicator(context, args_word(args, 0), err);
    struct record found = {0};
    struct reading reading;
    struct outcome outcome;
    if (!indicator)
        return false;
    struct request request = context_request(context, kind, indicator->code);
    bool good = context_read_code(context, indicator->code, 1u << RECORD_EVIDENCE, &reading, err) &&
                find_number(&reading.records, &request.change.key, args_word(args, 1), &found, err);
    reading_release(&reading);
    request.change.key.number = found.key.number;
    request.change.replaces = found.head;
    if (!good || !office_change(context->office, &request, &outcome, err))
        return false;
    *changed = outcome.record;
    return true;
}

static bool print_changed(const struct record *changed, const char *what) {
    char subject[SUBJECT_MAX];
    subject_print(changed->key.code, changed->key.quarter, subject);
    printf("%s: bukti %u %s\n", subject, (unsigned)changed->key.number, what);
    return true;
}

bool command_evidence_remove(struct context *context, const struct args *args, struct err *err) {
    struct record changed;
    return change_named(context, args, EVENT_EVIDENCE_REMOVED, &changed, err) &&
           print_changed(&changed, "dihapus");
}

bool command_evidence_allow(struct context *context, const struct args *args, struct err *err) {
    struct record changed;
    char what[CLOCK_TEXT_MAX * 2], date[CLOCK_TEXT_MAX];
    if (!change_named(context, args, EVENT_EVIDENCE_ALLOWED, &changed, err))
        return false;
    date_print_short(changed.evidence.date, date);
    snprintf(what, sizeof what, "diizinkan menyusul, ditunggu %s", date);
    return print_changed(&changed, what);
}

/* ---- periksa ---- */

/* How many are in each file_state. */
struct checking {
    int count[FILE_MISSING + 1];
};

static void check_file(struct checking *checking, const struct record *record) {
    enum file_state state = evidence_verify(&record->evidence);
    char subject[SUBJECT_MAX];
    checking->count[state]++;
    subject_print(record->key.code, record->key.quarter, subject);
    if (state != FILE_NONE)
        printf("%-8s %s %u %s\n", file_state_word(state), subject, (unsigned)record->key.number,
               record->evidence.place);
}

static void check_quarter(const struct context *context, const struct records *records,
                          struct quarter quarter, struct checking *checking) {
    const struct catalogue *catalogue = config_catalogue(&context->config, quarter);
    for (int i = 0; i < catalogue->count; i++) {
        struct attachments attachments;
        if (!context_shows(context, catalogue->indicator[i].unit))
            continue;
        attachments_of(records, catalogue->indicator[i].code, quarter, &attachments);
        for (int n = 0; n < attachments.count; n++)
            check_file(checking, &attachments.record[n]);
        attachments_release(&attachments);
    }
}

/* The whole year, unless one quarter was asked for. */
bool command_evidence_check(struct context *context, const struct args *args, struct err *err) {
    const bool all = !context->globals.quarter;
    struct checking checking = {0};
    struct reading reading;
    (void)args;
    bool read = context_read(context, context->unit, 1u << RECORD_EVIDENCE, &reading, err);
    for (int number = 1; read && number <= PERIODS; number++)
        if (all || number == context->quarter.number)
            check_quarter(context, &reading.records, (struct quarter){context->quarter.year, number},
                          &checking);
    reading_release(&reading);
    if (!read)
        return false;
    const int *count = checking.count;
    printf("%d berkas diperiksa: %d utuh, %d berubah, %d hilang\n",
           count[FILE_INTACT] + count[FILE_CHANGED] + count[FILE_MISSING], count[FILE_INTACT],
           count[FILE_CHANGED], count[FILE_MISSING]);
    return count[FILE_CHANGED] + count[FILE_MISSING] == 0;
}
