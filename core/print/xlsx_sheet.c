#include "base/memory.h"
#include "base/utf8.h"
#include "print/xlsx_internal.h"
#include "report/shape.h"
#include <ctype.h>
#include <string.h>

enum { CELL_CHARACTERS_MAX = 32767, ROW_HEIGHT_MAX = 409 }; /* Excel's own */

void xlsx_note_error(struct xlsx *xlsx, lxw_error error) {
    if (xlsx->error == LXW_NO_ERROR)
        xlsx->error = error;
}

/* How many bytes of a text one cell takes. */
static size_t cell_bytes(const char *text) {
    size_t length = strlen(text), at = 0;
    if (length <= CELL_CHARACTERS_MAX)
        return length;
    for (int i = 0; i < CELL_CHARACTERS_MAX && at < length; i++)
        at = utf8_next(text, at);
    return at;
}

void xlsx_put(struct xlsx_sheet *sheet, int column, const char *text, enum xlsx_style style) {
    lxw_row_t row = (lxw_row_t)sheet->row;
    lxw_format *format = sheet->xlsx->style[style];
    size_t length = cell_bytes(text);
    struct buf cut = {0};
    if (text[length] != '\0') {
        buf_put(&cut, text, length);
        text = cut.data;
    }
    xlsx_note_error(sheet->xlsx,
                    *text ? worksheet_write_string(sheet->page, row, (lxw_col_t)column, text, format)
                          : worksheet_write_blank(sheet->page, row, (lxw_col_t)column, format));
    buf_release(&cut);
}

int xlsx_spread(struct xlsx_sheet *sheet, int first, int last, const char *text, enum xlsx_style style) {
    lxw_row_t row = (lxw_row_t)sheet->row;
    if (last > first)
        xlsx_note_error(sheet->xlsx, worksheet_merge_range(sheet->page, row, (lxw_col_t)first, row,
                                                           (lxw_col_t)last, "", sheet->xlsx->style[style]));
    xlsx_put(sheet, first, text, style);
    return xlsx_lines(text, xlsx_width(sheet, first, last), style);
}

static void next_row(struct xlsx_sheet *sheet, int height) {
    if (height > ROW_HEIGHT_MAX)
        height = ROW_HEIGHT_MAX;
    xlsx_note_error(sheet->xlsx, worksheet_set_row(sheet->page, (lxw_row_t)sheet->row, height, NULL));
    list_add(&sheet->rows, &(struct xlsx_row){.height = height});
    sheet->height += height;
    sheet->row++;
}

void xlsx_next_row(struct xlsx_sheet *sheet, int lines) {
    next_row(sheet, lines * XLSX_LINE_HEIGHT);
}

void xlsx_next_table_row(struct xlsx_sheet *sheet, int lines) {
    next_row(sheet, lines * XLSX_TABLE_LINE_HEIGHT + XLSX_TABLE_ROOM);
}

int xlsx_width(const struct xlsx_sheet *sheet, int first, int last) {
    int width = 0;
    for (int i = first; i <= last; i++)
        width += sheet->width[i];
    return width;
}

/* ---- columns and names ---- */

enum { COLUMN_WIDTH_MIN = 4, FILLER_WIDTH = 12, NUMBER_ROOM = 2, TITLE_ROOM = 2 };

/* A number never shows as ####, a heading is not broken inside a word. */
static void widen(struct xlsx_sheet *sheet, int column, int width) {
    if (width > sheet->width[column])
        sheet->width[column] = width;
}

static void measure_table(struct xlsx_sheet *sheet, const struct report_table *table) {
    char text[REPORT_NUMBER_MAX];
    for (int i = 0; i < table->column_count; i++) {
        int width = table->column[i].width;
        widen(sheet, i, width < COLUMN_WIDTH_MIN ? COLUMN_WIDTH_MIN : width);
        widen(sheet, i, report_widest_word(table->column[i].title) + TITLE_ROOM);
        for (int k = 0; k < table->row.count; k++) {
            const struct report_cell *cell = &report_row_at(table, k)->cell[i];
            if (cell->kind == CELL_NUMBER)
                widen(sheet, i, utf8_columns(report_cell_text(cell, text)) + NUMBER_ROOM);
        }
    }
    if (table->column_count > sheet->columns)
        sheet->columns = table->column_count;
}

/* A share of the page is given to each column: narrow ones are drawn out, unless a chart stands beside. */
static void draw_out(struct xlsx_sheet *sheet) {
    int width = xlsx_width(sheet, 0, sheet->columns - 1);
    int wanted = width * 3 / 2 < XLSX_PAGE_WIDTH ? width * 3 / 2 : XLSX_PAGE_WIDTH;
    for (int i = 0; i < sheet->columns && wanted > width; i++)
        sheet->width[i] = sheet->width[i] * wanted / width;
}

/* As wide as the widest table needs; then columns that fill the page, at least one for each signature. */
static void measure(struct xlsx_sheet *sheet, int from, int to) {
    bool chart = false;
    for (int i = from; i < to; i++) {
        const struct report_part *part = report_part_at(sheet->xlsx->report, i);
        if (part->kind == PART_TABLE) {
            measure_table(sheet, part->table);
            chart = chart || part->table->chart >= 0;
        }
    }
    if (!chart)
        draw_out(sheet);
    int width = xlsx_width(sheet, 0, sheet->columns - 1);
    sheet->span = sheet->columns;
    for (; sheet->span < REPORT_SIGNATURES_MAX || width + FILLER_WIDTH / 2 < XLSX_PAGE_WIDTH;
         width += FILLER_WIDTH)
        sheet->width[sheet->span++] = FILLER_WIDTH;
    for (int i = 0; i < sheet->span; i++)
        xlsx_note_error(sheet->xlsx,
                        worksheet_set_column(sheet->page, (lxw_col_t)i, (lxw_col_t)i, sheet->width[i], NULL));
}

/* Bytes of the first `limit` characters of a name, of a longer one without the word that is cut. */
static size_t name_bytes(const char *name, size_t limit) {
    size_t at = 0, word = 0;
    for (size_t i = 0; i < limit && name[at] != '\0'; i++) {
        word = name[at] == ' ' ? at : word;
        at = utf8_next(name, at);
    }
    return word && name[at] != '\0' && name[at] != ' ' ? word : at;
}

/* A heading as Excel takes it for a sheet: 31 characters, some forbidden, no two the same. */
static void name_sheet(struct xlsx_sheet *sheet, const char *heading) {
    static const char annex[] = "Lampiran: "; /* every sheet but the first is one */
    struct buf base = {0};
    uint32_t point;
    if (strncmp(heading, annex, sizeof annex - 1) == 0)
        heading += sizeof annex - 1;
    for (size_t size; *heading != '\0'; heading += size) {
        size = utf8_decode(heading, strlen(heading), &point);
        bool refused = point > 0xFFFF || point < ' ' || (point < 0x80 && strchr("[]:*?/\\'", (int)point));
        buf_put(&base, refused ? "-" : heading, refused ? 1 : size);
    }
    if (!base.length)
        buf_text(&base, "Lampiran");
    base.data[0] = (char)toupper((unsigned char)base.data[0]);
    char suffix[16] = "";
    for (int number = 2;; number++) {
        int bytes = (int)name_bytes(base.data, XLSX_NAME_CHARACTERS - strlen(suffix));
        snprintf(sheet->name, sizeof sheet->name, "%.*s%s", bytes, base.data, suffix);
        if (workbook_validate_sheet_name(sheet->xlsx->book, sheet->name) != LXW_ERROR_SHEETNAME_ALREADY_USED)
            break;
        snprintf(suffix, sizeof suffix, " (%d)", number);
    }
    buf_release(&base);
}

/* ---- the whole ---- */

struct xlsx_sheet xlsx_sheet_begin(struct xlsx *xlsx, const char *name, int from, int to) {
    struct xlsx_sheet sheet = {.xlsx = xlsx, .rows = {.size = sizeof(struct xlsx_row)}, .header = -1};
    name_sheet(&sheet, name);
    sheet.page = workbook_add_worksheet(xlsx->book, sheet.name);
    if (!sheet.page)
        memory_exhausted();
    measure(&sheet, from, to);
    return sheet;
}
