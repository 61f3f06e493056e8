#include "edge/plan_read.h"
#include "base/codepage.h"
#include "base/list.h"
#include "base/text.h"
#include "edge/plan_row.h"
#include <stdlib.h>
#include <string.h>

/* ---- the lines ---- */

static int filled_cells(const struct plan_line *line) {
    int filled = 0;
    for (int i = 0; i < line->count; i++)
        filled += *line->cell[i] != '\0';
    return filled;
}

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

static void read_line(struct plan_above *above, int line, struct list *rows) {
    const struct plan_line *cells = &above->sheet->line[line];
    struct plan_row row;
    bool alone = filled_cells(cells) == 1;
    if (plan_repeats_heading(above->sheet, line) || (alone && plan_row_is_group(above, line)))
        return;
    if (alone) {
        plan_problem(above->problems, (struct place){cells->line, 1},
                     "hanya satu sel yang terisi, bukan tingkat atau bidang; lengkapi, atau hapus baris ini");
        return;
    }
    plan_row_read(above, line, &row);
    list_add(rows, &row);
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

static void check_codes(const struct plan_above *above, const struct list *rows) {
    const struct plan_row *row = rows->item;
    struct list coded = {.size = sizeof(struct coded_line)};
    for (int i = 0; i < rows->count; i++) {
        struct coded_line line = {row[i].indicator.code, above->sheet->line[row[i].line].line};
        if (line.code)
            list_add(&coded, &line);
    }
    struct coded_line *line = coded.item;
    if (coded.count)
        qsort(line, (size_t)coded.count, sizeof *line, by_code);
    for (int i = 1; i < coded.count; i++)
        if (text_compare_folded(line[i - 1].code, line[i].code) == 0)
            plan_problem(above->problems, (struct place){line[i].line, above->sheet->column[PLAN_CODE] + 1},
                         "kode \"%s\" sudah ada di baris %d; beri kode lain", line[i].code, line[i - 1].line);
    list_release(&coded);
}

static void keep_rows(struct plan_result *result, const struct list *rows) {
    const struct plan_row *row = rows->item;
    size_t count = (size_t)rows->count;
    struct indicator *indicator = arena_alloc(&result->arena, count, sizeof *indicator);
    key_set *assumed = arena_alloc(&result->arena, count, sizeof *assumed);
    for (int i = 0; i < rows->count; i++) {
        indicator[i] = row[i].indicator;
        assumed[i] = row[i].assumed;
    }
    result->catalogue.indicator = indicator;
    result->catalogue.count = rows->count;
    result->assumed = assumed;
}

static void read_rows(struct plan_above *above, struct plan_result *result) {
    struct list rows = {.size = sizeof(struct plan_row)};
    check_columns(above);
    for (int i = above->sheet->body; i < above->sheet->count; i++)
        read_line(above, i, &rows);
    if (rows.count == 0)
        plan_problem(above->problems, (struct place){above->sheet->line[above->sheet->heading].line, 1},
                     "tidak ada indikator di bawah judul kolom; tulis sekurangnya satu");
    check_codes(above, &rows);
    keep_rows(result, &rows);
    list_release(&rows);
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

static void note_assumptions(const struct plan_input *input, struct plan_result *result) {
#define X(id, key, assumption) {key, assumption},
    static const struct {
        const char *name;
        const char *assumption;
    } keys[INDICATOR_KEY_COUNT] = {INDICATOR_KEYS(X)};
#undef X
    for (int key = 0; key < INDICATOR_KEY_COUNT; key++) {
        int times = 0;
        for (int i = 0; i < result->catalogue.count; i++)
            times += (result->assumed[i] & KEY_SET(key)) != 0;
        if (times)
            buf_printf(&result->notes, "%s: %s diandaikan pada %d indikator: %s\n", input->name,
                       keys[key].name, times, keys[key].assumption);
    }
}

static void note_skipped(const struct plan_input *input, const struct plan_sheet *sheet,
                         struct plan_result *result) {
    struct buf skipped = {0};
    plan_put_skipped(sheet, &skipped);
    if (skipped.length)
        buf_printf(&result->notes, "%s: kolom dilewati: %s\n", input->name, skipped.data);
    buf_release(&skipped);
}

/* ---- the file ---- */

static void read_sheet(const struct plan_input *input, const struct plan_sheet *sheet,
                       struct plan_result *result, struct problems *problems) {
    struct plan_above above = {
        .sheet = sheet,
        .config = input->config,
        .unit = input->unit,
        .unit_said = true,
        .level = -1,
        .arena = &result->arena,
        .problems = problems,
    };
    result->catalogue = (struct catalogue){.first = 1, .plan_number = ""};
    note_year(input, sheet, result);
    note_status(input, result);
    note_skipped(input, sheet, result);
    read_rows(&above, result);
    note_assumptions(input, result);
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
