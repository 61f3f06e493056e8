#include "plan/plan_read.h"
#include "base/codepage.h"
#include "base/list.h"
#include "base/text.h"
#include "plan/plan_row.h"
#include <stdlib.h>
#include <string.h>

/* ---- the lines ---- */

struct sheet_reading {
    const struct plan_input *input;
    struct plan_result *result;
    struct plan_above above;
    struct list rows; /* struct plan_row */
};

/* Columns that a catalogue cannot do without, and no cell stands for. */
static void check_columns(const struct plan_above *above) {
    const struct plan_sheet *sheet = above->sheet;
    struct place at = {sheet->line[sheet->heading].line, 1};
    if (sheet->column[PLAN_OBJECTIVE] < 0)
        plan_problem(above->problems, at, "kolom Sasaran tidak ada; tambahkan");
    if (sheet->column[PLAN_UNIT] < 0 && !above->unit)
        plan_problem(above->problems, at,
                     "kolom Bidang (atau Penanggung jawab) tidak ada; tambahkan, atau sebut --bidang KODE");
}

/* A total is no indicator, but with a code it may be one that is named badly. */
static bool pass_total(struct sheet_reading *reading, int line) {
    const struct plan_sheet *sheet = reading->above.sheet;
    const char *total = plan_total(sheet, line);
    if (!total)
        return false;
    struct place at = {sheet->line[line].line, sheet->column[PLAN_DESCRIPTION] + 1};
    const char *code = plan_cell(sheet, line, PLAN_CODE);
    char shown[QUOTED_MAX];
    text_printable(total, shown, sizeof shown);
    if (*code == '\0' || code == total)
        buf_printf(&reading->result->notes, "%s: baris %d dilewati: \"%s\" bukan indikator\n",
                   reading->input->name, at.line, shown);
    else
        plan_problem(reading->above.problems, at,
                     "\"%s\" bukan indikator; hapus baris ini, atau tulis nama indikatornya", shown);
    return true;
}

static void read_line(struct sheet_reading *reading, int line) {
    struct plan_above *above = &reading->above;
    const struct plan_line *cells = &above->sheet->line[line];
    struct plan_row row;
    int only = plan_only_cell(cells);
    if (plan_repeats_heading(above->sheet, line) || (only >= 0 && plan_row_is_group(above, line)) ||
        pass_total(reading, line))
        return;
    if (only >= 0) {
        plan_problem(above->problems, (struct place){cells->line, only + 1},
                     "hanya satu sel yang terisi, bukan tingkat atau bidang; lengkapi, atau hapus baris ini");
        return;
    }
    plan_row_read(above, line, &row);
    list_add(&reading->rows, &row);
}

/* A code and the line of the file it stands in. */
struct coded_line {
    const char *code;
    int line;
};

static int by_code(const void *left, const void *right) {
    const struct coded_line *a = left;
    const struct coded_line *b = right;
    int order = text_compare_folded(a->code, b->code);
    return order ? order : a->line - b->line;
}

static int line_of(const struct sheet_reading *reading, const struct plan_row *row) {
    return reading->above.sheet->line[row->line].line;
}

static void check_codes(const struct sheet_reading *reading) {
    const struct plan_row *row = reading->rows.item;
    int column = reading->above.sheet->column[PLAN_CODE];
    struct list coded = {.size = sizeof(struct coded_line)};
    for (int i = 0; i < reading->rows.count; i++) {
        struct coded_line line = {row[i].indicator.code, line_of(reading, &row[i])};
        if (line.code)
            list_add(&coded, &line);
    }
    struct coded_line *line = coded.item;
    if (coded.count)
        qsort(line, (size_t)coded.count, sizeof *line, by_code);
    for (int i = 1; i < coded.count; i++)
        if (text_compare_folded(line[i - 1].code, line[i].code) == 0)
            plan_problem(reading->above.problems, (struct place){line[i].line, column + 1},
                         "kode \"%s\" sudah ada di baris %d; beri kode lain", line[i].code, line[i - 1].line);
    list_release(&coded);
}

static bool is_marked(const struct plan_row *row, bool open, key_set key) {
    return open ? row->level_open : (row->assumed & key) != 0;
}

/* Appends the lines of the rows in which the key was assumed, or the level left open, neighbours as "4-7",
 * and tells how many they are. */
static int put_lines(const struct sheet_reading *reading, bool open, key_set key, struct buf *out) {
    const struct plan_row *row = reading->rows.item;
    int count = 0;
    for (int i = 0, last; i < reading->rows.count; i = last + 1) {
        last = i;
        if (!is_marked(&row[i], open, key))
            continue;
        while (last + 1 < reading->rows.count && row[last + 1].line == row[last].line + 1 &&
               is_marked(&row[last + 1], open, key))
            last++;
        buf_printf(out, "%s%d", count ? ", " : "baris ", line_of(reading, &row[i]));
        if (last > i)
            buf_printf(out, "-%d", line_of(reading, &row[last]));
        count += last + 1 - i;
    }
    return count;
}

/* One problem for all: mended in one place, too. */
static void check_levels(const struct sheet_reading *reading) {
    const struct plan_row *row = reading->rows.item;
    const struct plan_sheet *sheet = reading->above.sheet;
    struct buf lines = {0};
    int column = sheet->column[PLAN_LEVEL] < 0 ? 0 : sheet->column[PLAN_LEVEL];
    put_lines(reading, true, 0, &lines);
    for (int i = 0; i < reading->rows.count; i++) {
        if (!row[i].level_open)
            continue;
        plan_problem(
            reading->above.problems, (struct place){line_of(reading, &row[i]), column + 1},
            "tingkat belum jelas; tulis IKU, Program, Kegiatan atau Sub Kegiatan di baris tersendiri "
            "di atasnya, di kolom Tingkat, atau sebagai awal Kode (KEG-01): %s",
            buf_string(&lines));
        break;
    }
    buf_release(&lines);
}

static void keep_rows(struct sheet_reading *reading) {
    const struct plan_row *row = reading->rows.item;
    struct plan_result *result = reading->result;
    size_t count = (size_t)reading->rows.count;
    struct indicator *indicator = arena_alloc(&result->arena, count, sizeof *indicator);
    key_set *assumed = arena_alloc(&result->arena, count, sizeof *assumed);
    for (size_t i = 0; i < count; i++) {
        indicator[i] = row[i].indicator;
        assumed[i] = row[i].assumed;
    }
    result->catalogue.indicator = indicator;
    result->catalogue.count = reading->rows.count;
    result->assumed = assumed;
}

/* Rows behind a fault of the file are not missing. */
static void read_rows(struct sheet_reading *reading) {
    const struct plan_sheet *sheet = reading->above.sheet;
    bool whole = reading->above.problems->count == 0;
    check_columns(&reading->above);
    for (int i = sheet->body; i < sheet->count; i++)
        read_line(reading, i);
    if (reading->rows.count == 0 && whole)
        plan_problem(reading->above.problems, (struct place){sheet->line[sheet->heading].line, 1},
                     "tidak ada indikator di bawah judul kolom; tulis sekurangnya satu");
    check_levels(reading);
    check_codes(reading);
    keep_rows(reading);
}

/* ---- what is said of it ---- */

static void note_year(const struct plan_input *input, const struct plan_sheet *sheet,
                      struct plan_result *result) {
    bool named = sheet->year.year && !sheet->year.several;
    result->catalogue.year = input->year ? input->year : named ? sheet->year.year : input->this_year;
    if (!input->year && named)
        buf_printf(&result->notes, "%s: tahun %d, dari judulnya\n", input->name, result->catalogue.year);
    else if (!input->year)
        buf_printf(&result->notes, "%s: tahun diandaikan %d; bila bukan, sebut --tahun\n", input->name,
                   result->catalogue.year);
}

static void note_status(const struct plan_input *input, struct plan_result *result) {
    buf_printf(&result->notes, "%s: rencana aksi ditulis sebagai contoh; ubah statusnya sesudah ditetapkan\n",
               input->name);
}

static void note_assumptions(const struct sheet_reading *reading) {
    static const struct {
        const char *name;
        const char *assumption;
    } keys[INDICATOR_KEY_COUNT] = {INDICATOR_KEYS(SET_ROW)};
    struct buf lines = {0};
    for (int key = 0; key < INDICATOR_KEY_COUNT; key++) {
        buf_clear(&lines);
        int times = put_lines(reading, false, KEY_SET(key), &lines);
        if (times)
            buf_printf(&reading->result->notes, "%s: %s diandaikan pada %d indikator (%s): %s\n",
                       reading->input->name, keys[key].name, times, lines.data, keys[key].assumption);
    }
    buf_release(&lines);
}

static void note_columns(const struct plan_input *input, const struct plan_sheet *sheet,
                         struct plan_result *result) {
    struct buf skipped = {0};
    plan_put_skipped(sheet, &skipped);
    if (sheet->measure_beside)
        buf_printf(&result->notes, "%s: kolom %d tanpa judul dibaca sebagai Satuan\n", input->name,
                   sheet->column[PLAN_MEASURE] + 1);
    if (skipped.length)
        buf_printf(&result->notes, "%s: kolom dilewati: %s\n", input->name, skipped.data);
    buf_release(&skipped);
}

/* ---- the file ---- */

static void read_sheet(const struct plan_input *input, const struct plan_sheet *sheet,
                       struct plan_result *result, struct problems *problems) {
    struct sheet_reading reading = {
        .input = input,
        .result = result,
        .above = {.sheet = sheet,
                  .config = input->config,
                  .unit = input->unit,
                  .unit_said = true,
                  .level = -1,
                  .arena = &result->arena,
                  .problems = problems},
        .rows = {.size = sizeof(struct plan_row)},
    };
    result->catalogue = (struct catalogue){.first = 1, .plan_number = ""};
    note_year(input, sheet, result);
    note_status(input, result);
    note_columns(input, sheet, result);
    read_rows(&reading);
    note_assumptions(&reading);
    list_release(&reading.rows);
}

/* A byte-order mark says UTF-8: what is not is then a fault of its cell. */
static void put_utf8(const struct plan_input *input, struct buf *text, struct buf *notes) {
    bool marked = input->length >= 3 && memcmp(input->data, "\xEF\xBB\xBF", 3) == 0;
    if (marked || codepage_is_utf8(input->data, input->length)) {
        buf_put(text, input->data, input->length);
        return;
    }
    codepage_put_1252(text, input->data, input->length);
    buf_printf(notes, "%s: bukan UTF-8, dibaca sebagai Windows-1252; periksa huruf yang tidak biasa\n",
               input->name);
}

bool plan_read(const struct plan_input *input, struct plan_result *result, struct buf *problems) {
    struct plan_sheet sheet = {0};
    struct problems found = {0};
    struct buf text = {0};
    put_utf8(input, &text, &result->notes);
    if (plan_sheet_read(&sheet, buf_string(&text), text.length, &found))
        read_sheet(input, &sheet, result, &found);
    bool good = found.count == 0;
    problems_print(&found, input->name, problems);
    problems_release(&found);
    plan_sheet_release(&sheet);
    buf_release(&text);
    return good;
}

void plan_result_release(struct plan_result *result) {
    arena_release(&result->arena);
    buf_release(&result->notes);
    *result = (struct plan_result){0};
}
