/* arahan, monev, rekomendasi, dokumen, penyampaian, anggaran: what is read of them */
#include "command/commands.h"
#include "command/export.h"
#include "command/sheet.h"
#include "model/dossier.h"
#include "view/record_fields.h"
#include <stdio.h>
#include <string.h>

enum { COLUMNS_MAX = SHEET_COLUMNS_MAX + 4, NAME_MAX = 32 };

/* One list: which records, and to where. */
struct record_listing {
    struct context *context;
    enum record_kind kind;
    const char *only; /* a code; NULL: all */
    bool closed;      /* recommendations that are done, too */
    bool exported;    /* for machines; otherwise a sheet */
    struct sheet sheet;
    struct export export;
};

static void put(struct record_listing *listing, const char *text) {
    if (listing->exported)
        export_cell(&listing->export, text);
    else
        sheet_cell(&listing->sheet, text);
}

/* Recommendations are the office's: their own field names the indicator. */
static bool has_code(enum record_kind kind) {
    return kind != RECORD_RECOMMENDATION;
}

static void put_place(struct record_listing *listing, const struct record *record) {
    struct quarter quarter = record->key.quarter;
    char text[QUARTER_TEXT_MAX];
    char number[16];
    if (listing->kind == RECORD_RECOMMENDATION)
        quarter.number = record->recommendation.quarter;
    quarter_print(quarter, text);
    snprintf(number, sizeof number, "%u", (unsigned)record->key.number);
    if (has_code(listing->kind))
        put(listing, record->key.code);
    put(listing, text);
    if (record_kind_numbered(listing->kind))
        put(listing, number);
}

static void put_author(struct record_listing *listing, const struct record *record) {
    const struct context *context = listing->context;
    bool any = record->head.sequence;
    char when[CLOCK_TEXT_MAX] = "";
    if (!listing->exported) {
        put(listing, any ? office_name(context->office, record->changed_by) : "");
        return;
    }
    if (any)
        clock_print_iso(record->changed_at, context->config.zone, when);
    put(listing, record->changed_by);
    put(listing, when);
}

static bool put_row(struct record_listing *listing, const struct record *record) {
    const struct record_fields *fields = record_fields(listing->kind);
    char text[NOTE_MAX + 1];
    put_place(listing, record);
    for (int i = 0; i < fields->count; i++) {
        if (!listing->exported && fields->field[i].aside)
            continue;
        field_print(&fields->field[i], record, listing->exported, text, sizeof text);
        put(listing, text);
    }
    put_author(listing, record);
    return !listing->exported || export_going(&listing->export);
}

static bool wanted(const struct record_listing *listing, const struct record *record) {
    const struct context *context = listing->context;
    const char *unit = context->unit ? context->unit->code : NULL;
    if (listing->only && strcmp(listing->only, record->key.code) != 0)
        return false;
    if (listing->kind == RECORD_RECOMMENDATION)
        return (listing->closed || recommendation_open(record, context->quarter)) &&
               (!unit || strcmp(unit, record->recommendation.unit) == 0);
    const struct indicator *indicator =
        config_indicator(&context->config, record->key.quarter, record->key.code);
    return !unit || strcmp(unit, record->key.code) == 0 || (indicator && indicator->unit == context->unit);
}

static bool each_record(void *data, const struct record *record) {
    return !wanted(data, record) || put_row(data, record);
}

/* What is still valid is shown with the date and place of the quarter it comes from. */
static bool carry(struct office *office, struct record *record, struct err *err) {
    struct record carried;
    if (record->key.kind != RECORD_DOCUMENT || !record->dossier.still_valid)
        return true;
    if (!office_carried(office, &record->key, &carried, err))
        return false;
    record->dossier = carried.dossier;
    record->dossier.still_valid = true;
    return true;
}

/* Closed sets are listed whole, with what is missing. */
static bool each_word(struct record_listing *listing, const struct vocabulary *words, struct err *err) {
    const struct context *context = listing->context;
    for (int i = 0; i < words->count; i++) {
        const struct record_key key = record_key(listing->kind, words->term[i].word, context->quarter);
        struct record record;
        if (!office_record_at(context->office, &key, &record, err) || !carry(context->office, &record, err))
            return false;
        put_row(listing, &record);
    }
    return true;
}

static bool each_asked(struct record_listing *listing, struct err *err) {
    const struct context *context = listing->context;
    struct record_key any = {.kind = listing->kind};
    if (listing->kind == RECORD_DOCUMENT)
        return each_word(listing, &document_words, err);
    if (listing->kind == RECORD_HANDOVER)
        return each_word(listing, &recipient_words, err);
    if (listing->kind != RECORD_RECOMMENDATION)
        any.quarter = context->quarter;
    return office_records(context->office, &any, each_record, listing, err);
}

/* ---- columns ---- */

static int sheet_columns(enum record_kind kind, struct sheet_column column[COLUMNS_MAX]) {
    const struct record_fields *fields = record_fields(kind);
    int count = 0;
    if (has_code(kind))
        column[count++] = (struct sheet_column){.title = "Kode"};
    column[count++] = (struct sheet_column){.title = "Triwulan"};
    if (record_kind_numbered(kind))
        column[count++] = (struct sheet_column){.title = "No", .right = true};
    for (int i = 0; i < fields->count; i++)
        if (!fields->field[i].aside)
            column[count++] = (struct sheet_column){.title = fields->field[i].label,
                                                    .right = fields->field[i].type == FIELD_MONEY,
                                                    .share = fields->field[i].size > NUMBER_MAX + 1};
    column[count++] = (struct sheet_column){.title = "Oleh", .share = 1};
    return count;
}

static bool list_sheet(struct record_listing *listing, struct err *err) {
    struct sheet_column column[COLUMNS_MAX];
    sheet_init(&listing->sheet, column, sheet_columns(listing->kind, column));
    bool done = each_asked(listing, err);
    if (done)
        sheet_print(&listing->sheet);
    sheet_release(&listing->sheet);
    return done;
}

/* Columns are written with "_" where options have "-". */
static void column_name(const char *name, char out[NAME_MAX]) {
    snprintf(out, NAME_MAX, "%s", name);
    for (char *at = out; *at; at++)
        if (*at == '-')
            *at = '_';
}

static int export_columns(enum record_kind kind, struct export_column column[COLUMNS_MAX],
                          char name[COLUMNS_MAX][NAME_MAX]) {
    const struct record_fields *fields = record_fields(kind);
    int count = 0;
    if (has_code(kind))
        column[count++] = (struct export_column){"kode", EXPORT_TEXT};
    column[count++] = (struct export_column){"triwulan", EXPORT_TEXT};
    if (record_kind_numbered(kind))
        column[count++] = (struct export_column){"no", EXPORT_DECIMAL};
    for (int i = 0; i < fields->count; i++, count++) {
        column_name(fields->field[i].name, name[count]);
        column[count] = (struct export_column){
            name[count], fields->field[i].type == FIELD_MONEY ? EXPORT_DECIMAL : EXPORT_TEXT};
    }
    column[count++] = (struct export_column){"diubah_oleh", EXPORT_TEXT};
    column[count++] = (struct export_column){"diubah_pada", EXPORT_TEXT};
    return count;
}

static bool list_export(struct record_listing *listing, bool json, struct err *err) {
    struct export_column column[COLUMNS_MAX];
    char name[COLUMNS_MAX][NAME_MAX];
    listing->exported = true;
    export_begin(&listing->export, column, export_columns(listing->kind, column, name), json, err);
    bool done = each_asked(listing, err);
    return export_end(&listing->export) && done;
}

static bool list(struct record_listing *listing, struct err *err) {
    const char *format = context_format(listing->context, "tabel");
    return strcmp(format, "tabel") == 0 ? list_sheet(listing, err)
                                        : list_export(listing, strcmp(format, "json") == 0, err);
}

bool command_instructions(struct context *context, const struct args *args, struct err *err) {
    struct record_listing listing = {
        .context = context, .kind = RECORD_INSTRUCTION, .only = args_word(args, 0)};
    return list(&listing, err) && office_news_read(context->office, err);
}

bool command_meetings(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    struct record_listing listing = {.context = context, .kind = RECORD_MEETING};
    return list(&listing, err);
}

bool command_recommendations(struct context *context, const struct args *args, struct err *err) {
    struct record_listing listing = {
        .context = context, .kind = RECORD_RECOMMENDATION, .closed = args_value(args, "--semua")};
    return list(&listing, err);
}

bool command_documents(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    struct record_listing listing = {.context = context, .kind = RECORD_DOCUMENT};
    return list(&listing, err);
}

bool command_handovers(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    struct record_listing listing = {.context = context, .kind = RECORD_HANDOVER};
    return list(&listing, err);
}

bool command_spendings(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    struct record_listing listing = {.context = context, .kind = RECORD_SPENDING};
    return list(&listing, err);
}
