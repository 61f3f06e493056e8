/* bukti lihat */
#include "command/commands.h"

#include "base/memory.h"
#include "command/attach.h"
#include "command/export.h"
#include "command/sheet.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct export_column columns[] = {
    {"kode", EXPORT_TEXT},      {"triwulan", EXPORT_TEXT}, {"no", EXPORT_COUNT},     {"jenis", EXPORT_TEXT},
    {"judul", EXPORT_TEXT},     {"nomor", EXPORT_TEXT},    {"tanggal", EXPORT_TEXT}, {"lokasi", EXPORT_TEXT},
    {"ukuran", EXPORT_DECIMAL}, {"sha256", EXPORT_TEXT},   {"mengisi", EXPORT_TEXT},
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
    struct export *export;
    struct sheet *sheet;
    const struct indicator *indicator; /* whose evidence is being read */
    bool *filled;                      /* for each of its requirements */
};

static bool export_evidence(void *data, const struct record *record) {
    const struct listing *listing = data;
    struct export *export = listing->export;
    const struct evidence *evidence = &record->evidence;
    const struct requirement *filled =
        attachment_requirement(listing->indicator, record->key.quarter.number, evidence->title);
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
    export_cell(export, filled == NULL ? "" : filled->title);
    return export_going(export);
}

static bool sheet_evidence(void *data, const struct record *record) {
    struct listing *listing = data;
    struct sheet *sheet = listing->sheet;
    const struct evidence *evidence = &record->evidence;
    const struct indicator *indicator = listing->indicator;
    bool required = false;
    for (int i = 0; i < indicator->requirement_count; i++)
        if (requirement_filled(&indicator->requirement[i], record->key.quarter.number, evidence->title))
            required = listing->filled[i] = true;
    char number[16];
    char date[CLOCK_TEXT_MAX] = "";
    snprintf(number, sizeof number, "%u", (unsigned)record->key.number);
    if (evidence->date.year != 0)
        date_print_short(evidence->date, date);

    sheet_cell(sheet, record->key.code);
    sheet_cell(sheet, required ? "[x]" : "");
    sheet_cell(sheet, number);
    sheet_cell(sheet, evidence->title);
    sheet_cell(sheet, evidence->number);
    sheet_cell(sheet, date);
    sheet_cell(sheet, evidence->place);
    sheet_cell(sheet, file_state_word(evidence_verify(evidence)));
    return true;
}

/* The slots that wait to be filled. */
static void sheet_missing(const struct listing *listing) {
    const struct indicator *indicator = listing->indicator;
    for (int i = 0; i < indicator->requirement_count; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        if (listing->filled[i] || !requirement->due[listing->context->quarter.number - 1])
            continue;
        sheet_cell(listing->sheet, indicator->code);
        sheet_cell(listing->sheet, "[ ]");
        sheet_cell(listing->sheet, "");
        sheet_cell(listing->sheet, requirement->title);
        for (int blank = 0; blank < 4; blank++)
            sheet_cell(listing->sheet, "");
    }
}

static bool list_indicator(struct listing *listing, const struct indicator *indicator, struct err *err) {
    struct context *context = listing->context;
    listing->indicator = indicator;
    if (listing->sheet == NULL)
        return office_evidence(context->office, indicator, context->quarter, export_evidence, listing, err);
    listing->filled = memory_alloc((size_t)indicator->requirement_count + 1, sizeof *listing->filled);
    bool done = office_evidence(context->office, indicator, context->quarter, sheet_evidence, listing, err);
    if (done)
        sheet_missing(listing);
    free(listing->filled);
    return done;
}

static bool list_asked(struct listing *listing, const struct indicator *only, struct err *err) {
    const struct catalogue *catalogue = &listing->context->config.catalogue;
    if (only != NULL)
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
    const struct indicator *only = code == NULL ? NULL : context_indicator(context, code, err);
    if (code != NULL && only == NULL)
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
