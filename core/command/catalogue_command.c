/* katalog periksa, tampil, dari-csv */
#include "base/file.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/export.h"
#include "command/sheet.h"
#include "plan/plan_read.h"
#include <stdio.h>
#include <string.h>

static void print_good(const struct config *config) {
    int indicators = 0;
    for (int i = 0; i < config->catalogue_count; i++)
        indicators += config->catalogue[i].count;
    printf("%d indikator", indicators);
    if (config->catalogue_count > 1)
        printf(" di %d katalog", config->catalogue_count);
    printf(", %d bidang: tidak ada masalah\n", config->unit_count);
}

bool command_catalogue_check(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    struct buf problems = {0};
    bool good = context_load(context, &problems, err);
    fputs(buf_string(&problems), stdout);
    buf_release(&problems);
    if (good)
        print_good(&context->config);
    return good;
}

/* DESIGN.md, Command line: the contract. */
static const struct export_column columns[] = {
    {"kode", EXPORT_TEXT},   {"tingkat", EXPORT_TEXT},  {"sasaran", EXPORT_TEXT},
    {"uraian", EXPORT_TEXT}, {"satuan", EXPORT_TEXT},   {"target", EXPORT_DECIMAL},
    {"bidang", EXPORT_TEXT}, {"agregasi", EXPORT_TEXT}, {"polaritas", EXPORT_TEXT},
    {"tw1", EXPORT_DECIMAL}, {"tw2", EXPORT_DECIMAL},   {"tw3", EXPORT_DECIMAL},
    {"tw4", EXPORT_DECIMAL},
};

static const struct sheet_column sheet_columns[] = {
    {.title = "Kode"},
    {.title = "Uraian", .share = 3},
    {.title = "Satuan", .share = 1},
    {.title = "Target", .right = true},
    {.title = "Agregasi"},
    {.title = "TW I", .right = true},
    {.title = "TW II", .right = true},
    {.title = "TW III", .right = true},
    {.title = "TW IV", .right = true},
};

static void export_indicator(struct export *export, const struct indicator *indicator) {
    int places = measure_places(&indicator->measure);
    char text[DECIMAL_TEXT_MAX];
    decimal_print_plain(indicator->plan.annual, places, text);
    export_cell(export, indicator->code);
    export_cell(export, level_words.term[indicator->level].word);
    export_cell(export, indicator->objective);
    export_cell(export, indicator->description);
    export_cell(export, indicator->measure.name);
    export_cell(export, text);
    export_cell(export, indicator->unit->code);
    export_cell(export, aggregation_words.term[indicator->plan.aggregation].word);
    export_cell(export, polarity_words.term[indicator->plan.polarity].word);
    for (int i = 0; i < QUARTERS; i++) {
        figure_print_plain(indicator->plan.target[i], places, text);
        export_cell(export, indicator->plan.target[i].kind == FIGURE_NOT_MEASURED ? "-" : text);
    }
}

static void sheet_indicator(struct sheet *sheet, const struct indicator *indicator) {
    int places = measure_places(&indicator->measure);
    char text[DECIMAL_TEXT_MAX];
    decimal_print(indicator->plan.annual, places, text);
    sheet_cell(sheet, indicator->code);
    sheet_cell(sheet, indicator->description);
    sheet_cell(sheet, indicator->measure.name);
    sheet_cell(sheet, text);
    sheet_cell(sheet, aggregation_words.term[indicator->plan.aggregation].label);
    for (int i = 0; i < QUARTERS; i++) {
        figure_print(indicator->plan.target[i], places, text);
        sheet_cell(sheet, indicator->plan.target[i].kind == FIGURE_NOT_SET ? "" : text);
    }
}

static bool asked(const struct context *context, const struct indicator *indicator) {
    return !context->unit || context->unit == indicator->unit;
}

static void print_yaml(const struct catalogue *catalogue, const struct unit *unit) {
    struct buf out = {0};
    catalogue_write(catalogue, unit, NULL, &out);
    fputs(buf_string(&out), stdout);
    buf_release(&out);
}

bool command_catalogue_list(struct context *context, const struct args *args, struct err *err) {
    (void)args;
    if (!context_when(context, err))
        return false;
    const struct catalogue *catalogue = context_catalogue(context);
    if (strcmp(context_format(context, "tabel"), "csv") == 0) {
        struct export export;
        export_begin(&export, columns, sizeof columns / sizeof *columns, false, err);
        for (int i = 0; i < catalogue->count && export_going(&export); i++)
            if (asked(context, &catalogue->indicator[i]))
                export_indicator(&export, &catalogue->indicator[i]);
        return export_end(&export);
    }
    if (strcmp(context_format(context, "tabel"), "yaml") == 0) {
        print_yaml(catalogue, context->unit);
        return true;
    }
    struct sheet sheet;
    sheet_init(&sheet, sheet_columns, sizeof sheet_columns / sizeof *sheet_columns);
    for (int i = 0; i < catalogue->count; i++)
        if (asked(context, &catalogue->indicator[i]))
            sheet_indicator(&sheet, &catalogue->indicator[i]);
    context_print_catalogue_heading(context);
    sheet_print(&sheet);
    sheet_release(&sheet);
    return true;
}

/* ---- dari-csv ---- */

enum { CSV_BYTES_MAX = 16 * 1024 * 1024, SOURCE_MAX = 256, YEAR_FIRST = 1900, YEAR_LAST = 9999 };

static bool read_year(const struct args *args, int *year, struct err *err) {
    const char *text = args_value(args, "--tahun");
    struct decimal number = {0};
    if (!text)
        return true;
    if (!decimal_parse(text, strlen(text), &number) || !decimal_is_whole(number) ||
        number.units < YEAR_FIRST * DECIMAL_SCALE || number.units > YEAR_LAST * DECIMAL_SCALE)
        return err_set(err, ERR_USAGE, "tahun \"%s\" tidak sah. Contoh: --tahun 2026", text);
    *year = (int)(number.units / DECIMAL_SCALE);
    return true;
}

/* The office's bidang are needed, its catalogues may still be missing. */
static bool load_office(struct context *context, struct err *err) {
    struct buf problems = {0};
    bool good = context_load_office(context, &problems, err);
    fputs(buf_string(&problems), stderr);
    buf_release(&problems);
    return good;
}

static bool put_catalogue(const struct plan_result *plan, const char *source, const char *path,
                          struct err *err) {
    struct buf out = {0};
    char name[SOURCE_MAX];
    const char *slash = strrchr(source, '/');
    text_printable(slash ? slash + 1 : source, name, sizeof name);
    buf_printf(
        &out,
        "# Dibuat dari %s. Periksa yang bertanda \"diandaikan\", lengkapi data_dukung; sesudah rencana aksi\n"
        "# ditetapkan: rencana_aksi: {status: ditetapkan, nomor: \"...\", tanggal: %d-01-31}\n",
        name, plan->catalogue.year);
    catalogue_write(&plan->catalogue, NULL, plan->assumed, &out);
    bool done = !path || file_create(path, out.data, out.length, err);
    if (!path)
        fputs(out.data, stdout);
    else if (done)
        printf("tersimpan: %s (%d indikator)\n", path, plan->catalogue.count);
    buf_release(&out);
    return done;
}

/* A workbook, new or old, is no text. */
static bool is_text(const char *name, const struct buf *data, struct err *err) {
    static const char *const workbooks[] = {"PK\x03\x04", "\xD0\xCF\x11\xE0"};
    for (size_t i = 0; i < sizeof workbooks / sizeof *workbooks; i++)
        if (strncmp(buf_string(data), workbooks[i], 4) == 0)
            return err_set(err, ERR_INVALID, "\"%s\" berkas Excel, bukan CSV; simpan sebagai CSV dari Excel",
                           name);
    return true;
}

bool command_catalogue_from_csv(struct context *context, const struct args *args, struct err *err) {
    struct buf data = {0};
    struct buf problems = {0};
    struct plan_result plan = {0};
    struct date today = {0};
    struct plan_input input = {.name = args_word(args, 0), .config = &context->config};
    bool done = read_year(args, &input.year, err) && load_office(context, err) &&
                context_today(context, &today, err) && file_read(input.name, CSV_BYTES_MAX, &data, err) &&
                is_text(input.name, &data, err);
    if (done) {
        input.data = buf_string(&data);
        input.length = data.length;
        input.unit = context->unit;
        input.this_year = today.year;
        done = plan_read(&input, &plan, &problems);
        fputs(buf_string(&plan.notes), stderr);
        fputs(buf_string(&problems), stderr);
        done = done
                   ? put_catalogue(&plan, input.name, args_value(args, "-o"), err)
                   : err_set(err, ERR_INVALID,
                             "\"%s\" belum dapat menjadi katalog; perbaiki yang disebut di atas", input.name);
    }
    plan_result_release(&plan);
    buf_release(&problems);
    buf_release(&data);
    return done;
}
