#include "base/memory.h"
#include "base/utf8.h"
#include "print/xlsx_internal.h"
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

enum { COLUMN_WIDTH_MIN = 4, FILLER_WIDTH = 12, HEADER_COLUMNS = 80, PAPER_A4 = 9 };

/* A number never shows as ####, a heading is not broken inside a word. */
static void widen(struct xlsx_sheet *sheet, int column, const char *text, int room) {
    int width = utf8_columns(text) + room;
    if (width > sheet->width[column])
        sheet->width[column] = width;
}

static void widen_for_title(struct xlsx_sheet *sheet, int column, const char *title) {
    char word[64];
    for (title += strspn(title, " "); *title != '\0'; title += strspn(title, " ")) {
        size_t length = strcspn(title, " ");
        if (length < sizeof word) {
            memcpy(word, title, length);
            word[length] = '\0';
            widen(sheet, column, word, 2);
        }
        title += length;
    }
}

static void measure_table(struct xlsx_sheet *sheet, const struct report_table *table) {
    char text[REPORT_NUMBER_MAX];
    for (int i = 0; i < table->column_count; i++) {
        int width = table->column[i].width;
        widen(sheet, i, "", width < COLUMN_WIDTH_MIN ? COLUMN_WIDTH_MIN : width);
        widen_for_title(sheet, i, table->column[i].title);
        for (int k = 0; k < table->row.count; k++) {
            const struct report_cell *cell = &report_row_at(table, k)->cell[i];
            if (cell->kind == CELL_NUMBER)
                widen(sheet, i, report_cell_text(cell, text), 1);
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

/* A heading as Excel takes it for a sheet: 31 characters, some forbidden, no two the same. */
static void name_sheet(struct xlsx_sheet *sheet, const char *heading) {
    struct buf base = {0};
    uint32_t point;
    for (size_t size; *heading != '\0'; heading += size) {
        size = utf8_decode(heading, strlen(heading), &point);
        bool refused = point > 0xFFFF || point < ' ' || (point < 0x80 && strchr("[]:*?/\\'", (int)point));
        buf_put(&base, refused ? "-" : heading, refused ? 1 : size);
    }
    if (!base.length)
        buf_text(&base, "Lampiran");
    char suffix[16] = "";
    for (int number = 2;; number++) {
        size_t at = 0;
        for (size_t i = strlen(suffix); i < XLSX_NAME_CHARACTERS && at < base.length; i++)
            at = utf8_next(base.data, at);
        snprintf(sheet->name, sizeof sheet->name, "%.*s%s", (int)at, base.data, suffix);
        if (workbook_validate_sheet_name(sheet->xlsx->book, sheet->name) != LXW_ERROR_SHEETNAME_ALREADY_USED)
            break;
        snprintf(suffix, sizeof suffix, " (%d)", number);
    }
    buf_release(&base);
}

/* ---- printing ---- */

/* '&' begins a code there; the font's name keeps a text's first digits apart from the size. */
static void header_text(struct buf *header, const char *code, const char *text) {
    char part[4 * HEADER_COLUMNS + 1];
    utf8_truncate(text, HEADER_COLUMNS, part, sizeof part);
    buf_text(header, code);
    for (const char *at = part; *at != '\0'; at++) {
        if (*at == '&')
            buf_byte(header, '&');
        buf_byte(header, (uint8_t)*at);
    }
}

static void set_up_page(struct xlsx_sheet *sheet) {
    const struct report *report = sheet->xlsx->report;
    struct buf header = {0};
    header_text(&header, "&L&8&\"-,Regular\"", report->title[0] ? report->title[0] : report->name);
    header_text(&header, "&R&12&\"-,Bold\"", report->draft);
    worksheet_set_landscape(sheet->page);
    worksheet_set_paper(sheet->page, PAPER_A4);
    worksheet_set_margins(sheet->page, 0.5, 0.5, 0.75, 0.75);
    worksheet_fit_to_pages(sheet->page, 1, 0);
    worksheet_center_horizontally(sheet->page);
    xlsx_note_error(sheet->xlsx, worksheet_set_header(sheet->page, header.data));
    xlsx_note_error(sheet->xlsx, worksheet_set_footer(sheet->page, "&C&8Halaman &P dari &N"));
    buf_release(&header);
}

/* ---- the whole ---- */

struct xlsx_sheet xlsx_sheet_begin(struct xlsx *xlsx, const char *name, int from, int to) {
    struct xlsx_sheet sheet = {.xlsx = xlsx};
    name_sheet(&sheet, name);
    sheet.page = workbook_add_worksheet(xlsx->book, sheet.name);
    if (!sheet.page)
        memory_exhausted();
    measure(&sheet, from, to);
    set_up_page(&sheet);
    return sheet;
}

/* What is a little more than a page is shrunk to one: signatures alone on a second sign nothing. */
static bool nearly_one_page(const struct xlsx_sheet *sheet) {
    enum { PAGE_PIXELS = 1020, PAGE_POINTS = 485, CHARACTER_PIXELS = 7, COLUMN_PIXELS = 5 };
    int width = xlsx_width(sheet, 0, sheet->span - 1) * CHARACTER_PIXELS + sheet->span * COLUMN_PIXELS;
    int page = width > PAGE_PIXELS ? PAGE_POINTS * width / PAGE_PIXELS : PAGE_POINTS;
    return sheet->height > page && sheet->height <= page * 5 / 4;
}

void xlsx_sheet_end(struct xlsx_sheet *sheet) {
    if (nearly_one_page(sheet))
        worksheet_fit_to_pages(sheet->page, 1, 1);
    xlsx_note_error(sheet->xlsx, worksheet_print_area(sheet->page, 0, 0, (lxw_row_t)(sheet->row - 1),
                                                      (lxw_col_t)(sheet->span - 1)));
}
