#include "command/import.h"
#include "base/arena.h"
#include "base/closed_set.h"
#include "base/csv.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "command/entry.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILE_BYTES_MAX = 64 * 1024 * 1024, ABSENT = -1 };

#define COLUMNS(X)                                                                                           \
    X(COLUMN_CODE, "kode")                                                                                   \
    X(COLUMN_ACTUAL, "realisasi")                                                                            \
    X(COLUMN_QUARTER, "triwulan")                                                                            \
    X(COLUMN_PROVISIONAL, "sementara")                                                                       \
    X(COLUMN_REMARK, "keterangan")                                                                           \
    X(COLUMN_DRIVER, "pendorong")                                                                            \
    X(COLUMN_OBSTACLE, "penghambat")                                                                         \
    X(COLUMN_FOLLOW_UP, "tindak_lanjut")

enum column { COLUMNS(SET_ID) COLUMN_COUNT };
static const char *const column_names[COLUMN_COUNT] = {COLUMNS(SET_TEXT)};
static const enum column note_columns[NOTE_COUNT] = {
    [NOTE_REMARK] = COLUMN_REMARK,
    [NOTE_DRIVER] = COLUMN_DRIVER,
    [NOTE_OBSTACLE] = COLUMN_OBSTACLE,
    [NOTE_FOLLOW_UP] = COLUMN_FOLLOW_UP,
};

/* Of the row for an indicator's quarter. */
struct seen {
    int line;            /* 0: none yet */
    int to_date;         /* the same where it says "s750", otherwise 0 */
    struct figure value; /* as it was read */
};

struct import {
    struct context *context;
    const char *path;
    bool replace;           /* --timpa */
    struct reading reading; /* what stood before anything is changed */
    struct csv_reader reader;
    struct arena arena;       /* the fields of the row last read */
    int column[COLUMN_COUNT]; /* its place in a row, or ABSENT */
    struct seen *seen;        /* for each indicator the periods of its year */
    int problems;
    int replacing;       /* rows that would overwrite something */
    struct buf replaced; /* and what that is, in lines */
    struct import_counts *counts;
};

/* What is done with each row that has a realisasi or a note. */
typedef bool row_fn(struct import *import, const struct entry *entry, struct err *err);

static void problem(struct import *import, const struct err *err) {
    fprintf(stderr, "%s:%d: %s\n", import->path, import->reader.line, err->text);
    import->problems++;
}

/* ---- a row's fields ---- */

static int find_column(const struct csv_reader *reader, const char *name) {
    for (int i = 0; i < reader->count; i++) {
        size_t length = strlen(reader->field[i]);
        const char *start = text_trim(reader->field[i], &length);
        if (text_equal_folded(start, length, name, strlen(name)))
            return i;
    }
    return ABSENT;
}

/* True when the row names the columns; otherwise two of them are what they must be. */
static bool read_heading(struct import *import) {
    for (int i = 0; i < COLUMN_COUNT; i++)
        import->column[i] = find_column(&import->reader, column_names[i]);
    if (import->column[COLUMN_CODE] != ABSENT && import->column[COLUMN_ACTUAL] != ABSENT)
        return true;
    bool two = import->reader.count == 2;
    for (int i = 0; i < COLUMN_COUNT; i++)
        import->column[i] = two && i <= COLUMN_ACTUAL ? i : ABSENT;
    return false;
}

/* Trimmed, valid until the next row; "" where there is none. */
static const char *field(struct import *import, enum column column) {
    int at = import->column[column];
    const char *text = at == ABSENT || at >= import->reader.count ? "" : import->reader.field[at];
    size_t length = strlen(text);
    const char *start = text_trim(text, &length);
    return arena_text(&import->arena, start, length);
}

static bool read_quarter(struct import *import, struct quarter *quarter, struct err *err) {
    const char *text = field(import, COLUMN_QUARTER);
    *quarter = import->context->quarter;
    if (*text == '\0')
        return true;
    if (!quarter_parse(text, quarter))
        return err_set(err, ERR_INVALID, "triwulan \"%s\" tidak sah. Contoh: 2025-TW1", text);
    if (!context_has_quarter(import->context, *quarter, text, err))
        return false;
    const char *asked = import->context->globals.quarter;
    return !asked || quarter_compare(*quarter, import->context->quarter) == 0 ||
           err_set(err, ERR_INVALID, "baris ini untuk triwulan \"%s\", yang diminta %s", text, asked);
}

static bool read_indicator(struct import *import, struct entry *entry, struct err *err) {
    const char *code = field(import, COLUMN_CODE);
    entry->indicator = context_indicator_in(import->context, entry->quarter, code, err);
    return entry->indicator;
}

static bool read_provisional(struct import *import, bool *provisional, struct err *err) {
    const char *text = field(import, COLUMN_PROVISIONAL);
    *provisional = strcmp(text, "ya") == 0;
    return *provisional || *text == '\0' || strcmp(text, "tidak") == 0 ||
           err_set(err, ERR_INVALID, "sementara \"%s\" tidak dikenal; tulis ya atau tidak", text);
}

static bool read_entry(struct import *import, struct entry *entry, struct err *err) {
    const char *value = field(import, COLUMN_ACTUAL);
    *entry = (struct entry){
        .value = *value == '\0' ? NULL : value,
        .unmarked = import->column[COLUMN_PROVISIONAL] == ABSENT,
    };
    for (int i = 0; i < NOTE_COUNT; i++) {
        const char *note = field(import, note_columns[i]);
        entry->note[i] = *note == '\0' ? NULL : note;
    }
    return read_quarter(import, &entry->quarter, err) && read_indicator(import, entry, err) &&
           read_provisional(import, &entry->provisional, err);
}

/* ---- the rows ---- */

/* A spreadsheet's empty line. */
static bool is_blank(struct import *import) {
    for (int i = 0; i < COLUMN_COUNT; i++)
        if (*field(import, (enum column)i) != '\0')
            return false;
    return true;
}

static bool take_row(struct import *import, row_fn *each, struct err *err) {
    struct entry entry = {0};
    bool good = is_blank(import) || read_entry(import, &entry, err);
    if (!good)
        problem(import, err);
    else if (entry.value || entry_has_notes(&entry))
        return each(import, &entry, err);
    else
        import->counts->skipped++;
    return true;
}

/* Reads up to the first row with data; false at the end or at a fault. */
static bool begin(struct import *import, const struct buf *data, struct err *err) {
    csv_reader_init(&import->reader, buf_string(data), data->length);
    *import->counts = (struct import_counts){0};
    if (!csv_reader_next(&import->reader, err))
        return false;
    if (read_heading(import))
        return csv_reader_next(&import->reader, err);
    return import->column[COLUMN_CODE] != ABSENT ||
           err_set(err, ERR_INVALID, "kolom kode dan realisasi tidak ada; tulis namanya di baris pertama");
}

/* False only when `each` gave up. */
static bool walk(struct import *import, const struct buf *data, row_fn *each, struct err *err) {
    bool more = begin(import, data, err);
    for (; more; more = csv_reader_next(&import->reader, err)) {
        bool going = take_row(import, each, err);
        arena_release(&import->arena);
        if (!going)
            return false;
    }
    if (err->kind != ERR_NONE)
        problem(import, err);
    csv_reader_release(&import->reader);
    return true;
}

/* One place for a code and a year: that in the first of the year's catalogues that has the code. */
static struct seen *seen_year(struct import *import, const struct entry *entry) {
    const struct config *config = &import->context->config;
    const struct catalogue *catalogue = config->catalogue;
    struct seen *seen = import->seen;
    for (; catalogue->year != entry->quarter.year || !catalogue_find(catalogue, entry->indicator->code);
         catalogue++)
        seen += catalogue->count * PERIODS;
    return seen + (catalogue_find(catalogue, entry->indicator->code) - catalogue->indicator) * PERIODS;
}

/* One row for each indicator and quarter. */
static bool first_row(struct import *import, const struct entry *entry, struct err *err) {
    struct seen *seen = &seen_year(import, entry)[entry->quarter.number - 1];
    if (seen->line != 0)
        return err_set(err, ERR_INVALID, "kode \"%s\" sudah ada di baris %d", entry->indicator->code,
                       seen->line);
    seen->line = import->reader.line;
    return true;
}

/* What "s750" comes to depends on the earlier quarters, so their rows must stand above it. */
static bool in_order(const struct seen year[PERIODS], int number, struct err *err) {
    for (int i = number; i < QUARTERS; i++)
        if (year[i].to_date != 0)
            return err_set(err, ERR_INVALID,
                           "triwulan ini termasuk dalam s.d. kini di baris %d; pindahkan ke atas baris itu",
                           year[i].to_date);
    return true;
}

static void keep_seen(struct seen *seen, const struct entry_plan *plan) {
    if (!plan->sets_actual)
        return;
    seen->to_date = plan->typed.to_date ? seen->line : 0;
    seen->value = (struct figure){.kind = FIGURE_VALUE, .value = plan->typed.value};
}

static bool prepare(struct import *import, const struct entry *entry, struct entry_plan *plan,
                    struct err *err) {
    const struct seen *year = seen_year(import, entry);
    struct entry ahead = *entry;
    for (int i = 0; i < entry->quarter.number - 1; i++)
        ahead.earlier[i] = year[i].value;
    return entry_prepare(&import->reading.records, office_facts(import->context->office).now, &ahead, plan,
                         err);
}

/* ---- first all is checked, then all is written ---- */

static void check_replacing(struct import *import, const struct entry_plan *plan) {
    struct buf prefix = {0};
    buf_printf(&prefix, "%s:%d: ", import->path, import->reader.line);
    if (!import->replace)
        import->replacing +=
            entry_print_replaced(plan, &import->context->config, prefix.data, &import->replaced);
    buf_release(&prefix);
}

static bool check_row(struct import *import, const struct entry *entry, struct err *err) {
    const int number = entry->quarter.number;
    struct seen *year = seen_year(import, entry);
    struct entry_plan plan;
    if (!first_row(import, entry, err) || (entry->value && !in_order(year, number, err)) ||
        !prepare(import, entry, &plan, err)) {
        problem(import, err);
        return true;
    }
    keep_seen(&year[number - 1], &plan);
    check_replacing(import, &plan);
    return true;
}

static bool write_row(struct import *import, const struct entry *entry, struct err *err) {
    struct entry_plan plan;
    struct buf replaced = {0};
    bool changed;
    if (!prepare(import, entry, &plan, err) ||
        !entry_commit(import->context->office, &plan, NULL, &changed, err))
        return err_prefix(err, "%s:%d: berhenti di sini, %d baris sebelumnya sudah tersimpan", import->path,
                          import->reader.line, import->counts->saved);
    import->counts->saved += changed;
    import->counts->same += !changed;
    entry_print_replaced(&plan, &import->context->config, "", &replaced);
    fputs(buf_string(&replaced), stdout);
    buf_release(&replaced);
    return true;
}

static size_t count_places(const struct config *config) {
    size_t count = 0;
    for (int i = 0; i < config->catalogue_count; i++)
        count += (size_t)config->catalogue[i].count * PERIODS;
    return count;
}

static bool import_rows(struct import *import, const struct buf *data, struct err *err) {
    walk(import, data, check_row, err);
    if (import->problems > 0)
        return err_set(err, ERR_INVALID, "%d baris bermasalah; tidak ada yang disimpan", import->problems);
    fputs(buf_string(&import->replaced), stderr);
    if (import->replacing > 0)
        return err_set(err, ERR_INVALID,
                       "%d baris berbeda dari isian yang sudah ada; tidak ada yang disimpan; ulangi dengan "
                       "--timpa untuk menggantinya",
                       import->replacing);
    return walk(import, data, write_row, err);
}

/* ---- the file ---- */

static bool read_stdin(struct buf *out, struct err *err) {
    char block[16384];
    ssize_t got;
    while ((got = read(STDIN_FILENO, block, sizeof block)) > 0) {
        buf_put(out, block, (size_t)got);
        if (out->length > FILE_BYTES_MAX)
            return err_set(err, ERR_INVALID, "masukan lebih dari %d MiB; bagi menjadi beberapa berkas",
                           FILE_BYTES_MAX / 1024 / 1024);
    }
    return got == 0 || err_system(err, errno, "masukan tidak terbaca");
}

/* Of the asked quarter's year, or of every year: a row may name any quarter that has a catalogue. */
static bool read_standing(struct import *import, struct err *err) {
    struct context *context = import->context;
    const int year = context->globals.quarter ? context->quarter.year : 0;
    const struct scope scope = {.first_year = year, .last_year = year, .kinds = KINDS_REVIEW};
    return office_read(context->office, &scope, &import->reading, err);
}

bool import_file(struct context *context, const char *path, bool replace, struct import_counts *counts,
                 struct err *err) {
    struct buf data = {0};
    bool done = strcmp(path, "-") == 0 ? read_stdin(&data, err) : file_read(path, FILE_BYTES_MAX, &data, err);
    if (done) {
        struct import import = {.context = context, .path = path, .replace = replace, .counts = counts};
        import.seen = memory_alloc(count_places(&context->config), sizeof *import.seen);
        done = read_standing(&import, err) && import_rows(&import, &data, err);
        reading_release(&import.reading);
        buf_release(&import.replaced);
        csv_reader_release(&import.reader);
        arena_release(&import.arena);
        free(import.seen);
    }
    buf_release(&data);
    return done;
}
