/* katalog periksa, tampil, dari-csv */
#include "base/file.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/printout.h"
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

/* ---- tampil: the names in CSV are a contract with those who read them ---- */

static void put_annual_figure(struct cell *cell, const struct indicator *indicator) {
    const struct figure annual = {.kind = FIGURE_VALUE, .value = indicator->plan.annual};
    cell_figure(cell, annual, measure_places(&indicator->measure));
}

/* Of the quarter whose index the column names: "-" not measured, "" not set. */
static void put_split(struct cell *cell, const struct indicator *indicator) {
    const struct figure target = indicator->plan.target[cell->column->of];
    if (target.kind == FIGURE_NOT_MEASURED)
        cell_text(cell, "-");
    else if (target.kind != FIGURE_NOT_SET)
        cell_figure(cell, target, measure_places(&indicator->measure));
}

#define INDICATOR struct indicator *indicator
CELL(put_code, INDICATOR, cell_text(cell, indicator->code))
CELL(put_level, INDICATOR, cell_text(cell, level_words.term[indicator->level].word))
CELL(put_objective, INDICATOR, cell_text(cell, indicator->objective))
CELL(put_description, INDICATOR, cell_text(cell, indicator->description))
CELL(put_measure, INDICATOR, cell_text(cell, indicator->measure.name))
CELL(put_annual, INDICATOR, put_annual_figure(cell, indicator))
CELL(put_unit, INDICATOR, cell_text(cell, indicator->unit->code))
CELL(put_aggregation, INDICATOR, cell_term(cell, &aggregation_words.term[indicator->plan.aggregation]))
CELL(put_polarity, INDICATOR, cell_text(cell, polarity_words.term[indicator->plan.polarity].word))
CELL(put_target, INDICATOR, put_split(cell, indicator))

#define FIGURE(function) .kind = COLUMN_DECIMAL, .right = true, .put = function

static const struct column columns[] = {
    {.name = "kode", .title = "Kode", .put = put_code},
    {.name = "tingkat", .put = put_level},
    {.name = "sasaran", .put = put_objective},
    {.name = "uraian", .title = "Uraian", .share = 3, .put = put_description},
    {.name = "satuan", .title = "Satuan", .share = 1, .put = put_measure},
    {.name = "target", .title = "Target", FIGURE(put_annual)},
    {.name = "bidang", .put = put_unit},
    {.name = "agregasi", .title = "Agregasi", .put = put_aggregation},
    {.name = "polaritas", .put = put_polarity},
    {.name = "tw1", .title = "TW I", FIGURE(put_target), .of = 0},
    {.name = "tw2", .title = "TW II", FIGURE(put_target), .of = 1},
    {.name = "tw3", .title = "TW III", FIGURE(put_target), .of = 2},
    {.name = "tw4", .title = "TW IV", FIGURE(put_target), .of = 3},
};

static void print_yaml(const struct catalogue *catalogue, const struct unit *unit) {
    struct buf out = {0};
    catalogue_write(catalogue, unit, NULL, &out);
    fputs(buf_string(&out), stdout);
    buf_release(&out);
}

bool command_catalogue_list(struct context *context, const struct args *args, struct err *err) {
    struct printout printout;
    (void)args;
    if (!context_when(context, err))
        return false;
    const struct catalogue *catalogue = context_catalogue(context);
    if (strcmp(context_format(context, "tabel"), "yaml") == 0) {
        print_yaml(catalogue, context->unit);
        return true;
    }
    printout_begin(&printout, context, columns, sizeof columns / sizeof *columns, err);
    for (int i = 0; i < catalogue->count; i++)
        if (!context->unit || context->unit == catalogue->indicator[i].unit)
            printout_put(&printout, &catalogue->indicator[i]);
    if (!printout.machine)
        context_print_catalogue_heading(context);
    return printout_end(&printout);
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
    const char *path = args_value(args, "-o");
    bool done = read_year(args, &input.year, err) && (!path || context_output(context, path, err)) &&
                load_office(context, err) && context_today(context, &today, err) &&
                file_read(input.name, CSV_BYTES_MAX, &data, err) && is_text(input.name, &data, err);
    if (done) {
        input.data = buf_string(&data);
        input.length = data.length;
        input.unit = context->unit;
        input.this_year = today.year;
        done = plan_read(&input, &plan, &problems);
        fputs(buf_string(&plan.notes), stderr);
        fputs(buf_string(&problems), stderr);
        done = done
                   ? put_catalogue(&plan, input.name, path, err)
                   : err_set(err, ERR_INVALID,
                             "\"%s\" belum dapat menjadi katalog; perbaiki yang disebut di atas", input.name);
    }
    plan_result_release(&plan);
    buf_release(&problems);
    buf_release(&data);
    return done;
}
