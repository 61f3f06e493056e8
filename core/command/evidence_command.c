/* bukti tambah, hapus, periksa */
#include "command/attach.h"
#include "command/commands.h"
#include <stdio.h>
#include <string.h>

static void print_promised(const struct context *context, const struct indicator *indicator,
                           const struct record *added) {
    const struct evidence *evidence = &added->evidence;
    char subject[SUBJECT_MAX], date[CLOCK_TEXT_MAX], holder[ERR_TEXT_MAX] = "";
    subject_print(indicator, added->key.quarter, subject);
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
    subject_print(indicator, added->key.quarter, subject);
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

static bool find_number(struct context *context, const struct indicator *indicator, const char *text,
                        struct record *found, struct err *err) {
    struct attachments attachments;
    if (!attachments_read(context->office, indicator, context->quarter, &attachments, err))
        return false;
    bool is_there = false;
    for (int i = 0; i < attachments.count && !is_there; i++) {
        *found = attachments.record[i];
        is_there = has_number(found, text);
    }
    attachments_release(&attachments);
    return is_there ||
           err_set(err, ERR_NOT_FOUND, "bukti \"%s\" pada \"%s\" tidak ada; lihat: triwulan bukti lihat %s",
                   text, indicator->code, indicator->code);
}

/* A change that needs no more than the evidence a command names: its code and number. */
static bool change_named(struct context *context, const struct args *args, enum event_kind kind,
                         struct record *changed, struct err *err) {
    const struct indicator *indicator = context_indicator(context, args_word(args, 0), err);
    struct record found = {0};
    if (!indicator || !find_number(context, indicator, args_word(args, 1), &found, err))
        return false;
    struct request request = office_request(context->office, kind, indicator, context->quarter);
    request.change.key.number = found.key.number;
    request.change.replaces = found.head;
    struct outcome outcome;
    if (!office_change(context->office, &request, &outcome, err))
        return false;
    *changed = outcome.record;
    return true;
}

static bool print_changed(const struct record *changed, const char *what) {
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(changed->key.quarter, quarter);
    printf("%s %s: bukti %u %s\n", changed->key.code, quarter, (unsigned)changed->key.number, what);
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

struct checking {
    struct context *context;
    int count[FILE_MISSING + 1]; /* of each file_state */
};

static void check_file(struct checking *checking, const struct record *record) {
    enum file_state state = evidence_verify(&record->evidence);
    checking->count[state]++;
    if (state == FILE_NONE)
        return;
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(record->key.quarter, quarter);
    printf("%-8s %s %s %u %s\n", file_state_word(state), record->key.code, quarter,
           (unsigned)record->key.number, record->evidence.place);
}

static bool check_indicator(struct checking *checking, const struct indicator *indicator,
                            struct quarter quarter, struct err *err) {
    struct attachments attachments;
    if (!attachments_read(checking->context->office, indicator, quarter, &attachments, err))
        return false;
    for (int i = 0; i < attachments.count; i++)
        check_file(checking, &attachments.record[i]);
    attachments_release(&attachments);
    return true;
}

static bool check_quarter(struct checking *checking, struct quarter quarter, struct err *err) {
    const struct context *context = checking->context;
    const struct catalogue *catalogue = config_catalogue(&context->config, quarter);
    for (int i = 0; i < catalogue->count; i++)
        if (context_shows(context, &catalogue->indicator[i]) &&
            !check_indicator(checking, &catalogue->indicator[i], quarter, err))
            return false;
    return true;
}

/* The whole year, unless one quarter was asked for. */
bool command_evidence_check(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    const bool all = !context->globals.quarter;
    struct checking checking = {.context = context};
    if (!office_reads(context->office, context->unit, err))
        return false;
    for (int number = 1; number <= PERIODS; number++) {
        const struct quarter quarter = {context->quarter.year, number};
        if ((all || number == context->quarter.number) && !check_quarter(&checking, quarter, err))
            return false;
    }
    const int *count = checking.count;
    printf("%d berkas diperiksa: %d utuh, %d berubah, %d hilang\n",
           count[FILE_INTACT] + count[FILE_CHANGED] + count[FILE_MISSING], count[FILE_INTACT],
           count[FILE_CHANGED], count[FILE_MISSING]);
    return count[FILE_CHANGED] + count[FILE_MISSING] == 0;
}
