/* bukti lihat */
#include "command/attach.h"
#include "command/commands.h"
#include "command/export.h"
#include "command/sheet.h"
#include <stdio.h>
#include <string.h>

static const struct export_column columns[] = {
    {"kode", EXPORT_TEXT},    {"triwulan", EXPORT_TEXT}, {"no", EXPORT_COUNT},
    {"jenis", EXPORT_TEXT},   {"judul", EXPORT_TEXT},    {"nomor", EXPORT_TEXT},
    {"tanggal", EXPORT_TEXT}, {"lokasi", EXPORT_TEXT},   {"ukuran", EXPORT_DECIMAL},
    {"sha256", EXPORT_TEXT},  {"mengisi", EXPORT_TEXT},  {"menyusul", EXPORT_TEXT},
};

static const struct sheet_column sheet_columns[] = {
    {.title = "Kode"},
    {.title = "Wajib"},
    {.title = "No", .right = true},
    {.title = "Judul", .share = 2},
    {.title = "Nomor", .share = 1},
    {.title = "Tanggal"},
    {.title = "Lokasi", .share = 1},
    {.title = "Berkas"},
};

struct listing {
    struct context *context;
    struct export *export; /* either */
    struct sheet *sheet;   /* or */
};

static void export_evidence(struct export *export, const struct indicator *indicator,
                            const struct record *record) {
    const struct evidence *evidence = &record->evidence;
    const struct requirement *filled =
        attachment_requirement(indicator, record->key.quarter.number, evidence->title);
    char quarter[QUARTER_TEXT_MAX];
    char date[CLOCK_TEXT_MAX] = "";
    char size[32] = "";
    char digest[DIGEST_HEX_MAX] = "";
    quarter_print(record->key.quarter, quarter);
    if (evidence->date.year != 0)
        date_print_iso(evidence->date, date);
    if (evidence->file) {
        snprintf(size, sizeof size, "%llu", (unsigned long long)evidence->size);
        digest_print(&evidence->digest, digest);
    }
    export_cell(export, record->key.code);
    export_cell(export, quarter);
    export_count(export, (int)record->key.number);
    export_cell(export, evidence_kind_words.term[evidence->kind].word);
    export_cell(export, evidence->title);
    export_cell(export, evidence->number);
    export_cell(export, date);
    export_cell(export, evidence->place);
    export_cell(export, size);
    export_cell(export, digest);
    export_cell(export, filled ? filled->title : "");
    export_cell(export, !evidence->promised ? "" : evidence->allowed ? "diizinkan" : "belum diizinkan");
}

static void sheet_evidence(const struct listing *listing, const struct indicator *indicator,
                           const struct record *record) {
    const struct evidence *evidence = &record->evidence;
    struct sheet *sheet = listing->sheet;
    bool required = attachment_requirement(indicator, record->key.quarter.number, evidence->title);
    char number[16];
    char date[CLOCK_TEXT_MAX] = "";
    snprintf(number, sizeof number, "%u", (unsigned)record->key.number);
    if (evidence->date.year != 0)
        date_print_short(evidence->date, date);

    sheet_cell(sheet, record->key.code);
    sheet_cell(sheet, !required ? "" : evidence->promised ? "[ ]" : "[x]");
    sheet_cell(sheet, number);
    sheet_cell(sheet, evidence->title);
    sheet_cell(sheet, evidence->number);
    sheet_cell(sheet, date);
    sheet_cell(sheet, evidence->place);
    sheet_cell(sheet,
               evidence->promised
                   ? promise_state_word(evidence_promise(evidence, office_today(listing->context->office)))
                   : file_state_word(evidence_verify(evidence)));
}

/* The slots that wait to be filled. */
static void sheet_missing(struct sheet *sheet, const struct indicator *indicator, int number,
                          const struct attachments *attachments) {
    for (int i = 0; i < indicator->requirement_count; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        if (!requirement->due[number - 1] || attachments_find(attachments, requirement))
            continue;
        sheet_cell(sheet, indicator->code);
        sheet_cell(sheet, "[ ]");
        sheet_cell(sheet, "");
        sheet_cell(sheet, requirement->title);
        for (int blank = 0; blank < 4; blank++)
            sheet_cell(sheet, "");
    }
}

static bool list_indicator(const struct listing *listing, const struct indicator *indicator,
                           struct err *err) {
    const struct context *context = listing->context;
    struct attachments attachments;
    if (!attachments_read(context->office, indicator, context->quarter, &attachments, err))
        return false;
    for (int i = 0; i < attachments.count; i++)
        if (listing->sheet)
            sheet_evidence(listing, indicator, &attachments.record[i]);
        else
            export_evidence(listing->export, indicator, &attachments.record[i]);
    if (listing->sheet)
        sheet_missing(listing->sheet, indicator, context->quarter.number, &attachments);
    attachments_release(&attachments);
    return true;
}

static bool list_asked(const struct listing *listing, const struct indicator *only, struct err *err) {
    const struct catalogue *catalogue = context_catalogue(listing->context);
    if (only)
        return list_indicator(listing, only, err);
    for (int i = 0; i < catalogue->count; i++)
        if (context_shows(listing->context, &catalogue->indicator[i]) &&
            !list_indicator(listing, &catalogue->indicator[i], err))
            return false;
    return true;
}

bool command_evidence_list(struct context *context, const struct args *args, struct err *err) {
    const char *format = context_format(context, "tabel");
    const char *code = args_word(args, 0);
    const struct indicator *only = code ? context_indicator(context, code, err) : NULL;
    if ((code && !only) || !office_reads(context->office, only ? only->unit : context->unit, err))
        return false;

    struct sheet sheet;
    struct export export;
    struct listing listing = {.context = context};
    bool done;
    if (strcmp(format, "tabel") == 0) {
        listing.sheet = &sheet;
        sheet_init(&sheet, sheet_columns, sizeof sheet_columns / sizeof *sheet_columns);
        done = list_asked(&listing, only, err);
        if (done)
            sheet_print(&sheet);
        sheet_release(&sheet);
    } else {
        listing.export = &export;
        export_begin(&export, columns, sizeof columns / sizeof *columns, strcmp(format, "json") == 0, err);
        done = list_asked(&listing, only, err);
        done = export_end(&export) && done;
    }
    return done;
}
