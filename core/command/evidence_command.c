/* bukti tambah, hapus, periksa */
#include "command/commands.h"

#include "command/attach.h"
#include <stdio.h>
#include <stdlib.h>

static void print_added(const struct indicator *indicator, const struct record *added) {
    const struct evidence *evidence = &added->evidence;
    const struct requirement *filled =
        attachment_requirement(indicator, added->key.quarter.number, evidence->title);
    char subject[SUBJECT_MAX];
    subject_print(indicator, added->key.quarter, subject);
    printf("%s: bukti %u tersimpan, %s\"%s\"\n", subject, (unsigned)added->key.number,
           filled != NULL ? "mengisi " : "tambahan ", filled != NULL ? filled->title : evidence->title);
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
    };
    struct record added;
    if (attachment.indicator == NULL || !attachment_add(context->office, &attachment, &added, err))
        return false;
    print_added(attachment.indicator, &added);
    return true;
}

struct search {
    uint32_t number;
    bool found;
    struct event_id head;
};

static bool search_number(void *data, const struct record *record) {
    struct search *search = data;
    search->found = record->key.number == search->number;
    search->head = record->head;
    return !search->found;
}

bool command_evidence_remove(struct context *context, const struct args *args, struct err *err) {
    const struct indicator *indicator = context_indicator(context, args_word(args, 0), err);
    if (indicator == NULL)
        return false;
    char *end;
    const char *text = args_word(args, 1);
    struct search search = {.number = (uint32_t)strtoul(text, &end, 10)};
    if (!office_evidence(context->office, indicator, context->quarter, search_number, &search, err))
        return false;
    if (*end != '\0' || !search.found)
        return err_set(err, ERR_NOT_FOUND,
                       "bukti \"%s\" pada \"%s\" tidak ada; lihat: triwulan bukti lihat %s", text,
                       indicator->code, indicator->code);

    struct request request =
        office_request(context->office, EVENT_EVIDENCE_REMOVED, indicator, context->quarter);
    request.change.key.number = search.number;
    request.change.replaces = search.head;
    struct outcome outcome;
    if (!office_change(context->office, &request, &outcome, err))
        return false;
    char subject[SUBJECT_MAX];
    subject_print(indicator, context->quarter, subject);
    printf("%s: bukti %u dihapus\n", subject, (unsigned)search.number);
    return true;
}

/* ---- periksa ---- */

struct check {
    struct context *context;
    const struct indicator *indicator;
    int count[FILE_MISSING + 1]; /* of each file_state */
};

static bool check_file(void *data, const struct record *record) {
    struct check *check = data;
    enum file_state state = evidence_verify(&record->evidence);
    check->count[state]++;
    if (state == FILE_NONE)
        return true;
    char subject[SUBJECT_MAX];
    subject_print(check->indicator, record->key.quarter, subject);
    printf("%-8s %s %u %s\n", file_state_word(state), subject, (unsigned)record->key.number,
           record->evidence.place);
    return true;
}

static bool check_indicator(struct check *check, const struct indicator *indicator, struct err *err) {
    const struct context *context = check->context;
    const bool all = context->globals.quarter == NULL;
    check->indicator = indicator;
    for (int i = 1; i <= QUARTERS; i++) {
        const struct quarter quarter = {context->quarter.year, i};
        if ((all || i == context->quarter.number) &&
            !office_evidence(context->office, indicator, quarter, check_file, check, err))
            return false;
    }
    return true;
}

/* The whole year, unless one quarter was asked for. */
bool command_evidence_check(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    const struct catalogue *catalogue = &context->config.catalogue;
    struct check check = {.context = context};
    for (int i = 0; i < catalogue->count; i++)
        if (context_shows(context, &catalogue->indicator[i]) &&
            !check_indicator(&check, &catalogue->indicator[i], err))
            return false;
    const int *count = check.count;
    printf("%d berkas diperiksa: %d utuh, %d berubah, %d hilang\n",
           count[FILE_INTACT] + count[FILE_CHANGED] + count[FILE_MISSING], count[FILE_INTACT],
           count[FILE_CHANGED], count[FILE_MISSING]);
    return count[FILE_CHANGED] + count[FILE_MISSING] == 0;
}
