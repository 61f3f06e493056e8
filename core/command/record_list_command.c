/* arahan, monev, rekomendasi, dokumen, penyampaian, anggaran: what is read of them */
#include "command/commands.h"
#include "command/printout.h"
#include "model/dossier.h"
#include "own/seen.h"
#include "view/news.h"
#include "view/record_fields.h"
#include <stdio.h>
#include <string.h>

enum { NAME_MAX = 32 };

/* One list: which records, and where they go. */
struct record_list {
    const struct context *context;
    const struct records *records;
    enum record_kind kind;
    const char *only; /* a code; NULL: all */
    bool closed;      /* recommendations that are done, too */
    struct printout printout;
};

/* ---- cells ---- */

/* A recommendation stands under its year. */
static struct quarter quarter_of(const struct record *record) {
    struct quarter quarter = record->key.quarter;
    if (record->key.kind == RECORD_RECOMMENDATION)
        quarter.number = record->recommendation.quarter;
    return quarter;
}

/* The field whose index the column names. */
static void put_field_of(struct cell *cell, const struct record *record) {
    const struct record_field *field = &record_fields(record->key.kind)->field[cell->column->of];
    char text[NOTE_MAX + 1];
    field_print(field, record, cell->machine, text, sizeof text);
    cell_text(cell, text);
}

CELL(put_code, struct record *record, cell_text(cell, record->key.code))
CELL(put_quarter, struct record *record, cell_quarter(cell, quarter_of(record)))
CELL(put_number, struct record *record, cell_count(cell, record->key.number))
CELL(put_field, struct record *record, put_field_of(cell, record))
CELL(put_author, struct record *record, cell_person(cell, record->changed_by))
CELL(put_time, struct record *record, cell_time(cell, record->changed_at))

/* ---- columns: place, the kind's fields, who and when ---- */

struct record_columns {
    struct column column[COLUMNS_MAX];
    char name[COLUMNS_MAX][NAME_MAX];
    int count;
};

static void add_column(struct record_columns *columns, struct column column) {
    columns->column[columns->count++] = column;
}

/* Columns are written with "_" where options have "-". */
static void add_field(struct record_columns *columns, const struct record_field *field, int index) {
    char *name = columns->name[columns->count];
    const bool money = field->type == FIELD_MONEY;
    snprintf(name, NAME_MAX, "%s", field->name);
    for (char *at = name; *at; at++)
        if (*at == '-')
            *at = '_';
    add_column(columns, (struct column){.name = name,
                                        .kind = money ? COLUMN_DECIMAL : COLUMN_TEXT,
                                        .title = field->aside ? NULL : field->label,
                                        .right = money,
                                        .share = field->max > NUMBER_MAX,
                                        .put = put_field,
                                        .of = (size_t)index});
}

/* Recommendations are the office's: their own field names the indicator. */
static void columns_of(enum record_kind kind, struct record_columns *columns) {
    const struct record_fields *fields = record_fields(kind);
    columns->count = 0;
    if (kind != RECORD_RECOMMENDATION)
        add_column(columns, (struct column){.name = "kode", .title = "Kode", .put = put_code});
    add_column(columns, (struct column){.name = "triwulan", .title = "Triwulan", .put = put_quarter});
    if (record_kind_numbered(kind))
        add_column(
            columns,
            (struct column){
                .name = "no", .kind = COLUMN_DECIMAL, .title = "No", .right = true, .put = put_number});
    for (int i = 0; i < fields->count; i++)
        add_field(columns, &fields->field[i], i);
    add_column(columns, (struct column){.title = "Oleh", .share = 1, .put = put_author});
    add_column(columns, (struct column){.name = "diubah_oleh", .put = put_author});
    add_column(columns, (struct column){.name = "diubah_pada", .put = put_time});
}

/* ---- which records ---- */

static bool wanted(const struct record_list *list, const struct record *record) {
    const struct context *context = list->context;
    const char *unit = context->unit ? context->unit->code : NULL;
    if (list->only && strcmp(list->only, record->key.code) != 0)
        return false;
    if (list->kind == RECORD_RECOMMENDATION)
        return (list->closed || recommendation_open(record, context->quarter)) &&
               (!unit || strcmp(unit, record->recommendation.unit) == 0);
    const struct indicator *indicator =
        config_indicator(&context->config, record->key.quarter, record->key.code);
    return !unit || strcmp(unit, record->key.code) == 0 || (indicator && indicator->unit == context->unit);
}

static bool put_wanted(void *data, const struct record *record) {
    struct record_list *list = data;
    return !wanted(list, record) || printout_put(&list->printout, record);
}

/* What is still valid is shown with the date and place of the quarter it comes from. */
static void carry(const struct records *records, struct record *record) {
    if (record->key.kind != RECORD_DOCUMENT || !record->dossier.still_valid)
        return;
    record->dossier = dossier_carried(records, &record->key).dossier;
    record->dossier.still_valid = true;
}

/* Closed sets are listed whole, with what is missing. */
static void put_words(struct record_list *list, const struct vocabulary *words) {
    for (int i = 0; i < words->count; i++) {
        const struct record_key key = record_key(list->kind, words->term[i].word, list->context->quarter);
        struct record record;
        records_get(list->records, &key, &record);
        carry(list->records, &record);
        printout_put(&list->printout, &record);
    }
}

static void put_asked(struct record_list *list) {
    struct record_key any = {.kind = list->kind};
    if (list->kind == RECORD_DOCUMENT) {
        put_words(list, &document_words);
        return;
    }
    if (list->kind == RECORD_HANDOVER) {
        put_words(list, &recipient_words);
        return;
    }
    if (list->kind != RECORD_RECOMMENDATION)
        any.quarter = list->context->quarter;
    records_each(list->records, &any, put_wanted, list);
}

static bool print_list(struct record_list *list, struct err *err) {
    struct record_columns columns;
    columns_of(list->kind, &columns);
    printout_begin(&list->printout, list->context, columns.column, columns.count, err);
    put_asked(list);
    return printout_end(&list->printout);
}

/* Of every year, since some go on from year to year. */
static bool read_and_print(struct context *context, struct record_list list, struct err *err) {
    struct reading reading;
    list.context = context;
    list.records = &reading.records;
    bool done = context_read_all(context, 1u << list.kind, &reading, err) && print_list(&list, err);
    if (done && list.kind == RECORD_INSTRUCTION)
        done = seen_keep(context->data, context->login, news_latest(&reading.records), err);
    reading_release(&reading);
    return done;
}

/* ---- the commands ---- */

bool command_instructions(struct context *context, const struct args *args, struct err *err) {
    const struct record_list list = {.kind = RECORD_INSTRUCTION, .only = args_word(args, 0)};
    return read_and_print(context, list, err);
}

bool command_meetings(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    return read_and_print(context, (struct record_list){.kind = RECORD_MEETING}, err);
}

bool command_recommendations(struct context *context, const struct args *args, struct err *err) {
    const struct record_list list = {.kind = RECORD_RECOMMENDATION, .closed = args_value(args, "--semua")};
    return read_and_print(context, list, err);
}

bool command_documents(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    return read_and_print(context, (struct record_list){.kind = RECORD_DOCUMENT}, err);
}

bool command_handovers(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    return read_and_print(context, (struct record_list){.kind = RECORD_HANDOVER}, err);
}

bool command_spendings(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    return read_and_print(context, (struct record_list){.kind = RECORD_SPENDING}, err);
}
