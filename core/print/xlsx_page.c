#include "base/utf8.h"
#include "print/xlsx_internal.h"

enum { HEADER_COLUMNS = 80, PAPER_A4 = 9 };

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

/* ---- where pages end ---- */

/* Within the margins, of a sheet that is not shrunk; a little less high than it is, for printers that round.
 */
enum { PAGE_PIXELS = 1020, PAGE_POINTS = 475, COLUMN_PIXELS = 5 };

/* In points of the sheet, when its width is shrunk to the page's by whole percents. */
static int page_height(const struct xlsx_sheet *sheet) {
    int width = xlsx_width(sheet, 0, sheet->span - 1) * XLSX_CHARACTER_PIXELS + sheet->span * COLUMN_PIXELS;
    return width > PAGE_PIXELS ? PAGE_POINTS * width / PAGE_PIXELS : PAGE_POINTS;
}

static struct xlsx_row *row_at(const struct xlsx_sheet *sheet, int row) {
    return (struct xlsx_row *)sheet->rows.item + row;
}

void xlsx_keep(struct xlsx_sheet *sheet, int first, enum xlsx_bond bond) {
    for (int i = first < 0 ? 0 : first; i < sheet->row; i++)
        if (row_at(sheet, i)->bond < bond)
            row_at(sheet, i)->bond = bond;
}

/* The page that begins with row `top` cannot hold row `over`: the first row of the next. What is more than a
 * page by itself is torn at its lesser bonds, and at last anywhere. */
static int next_top(const struct xlsx_sheet *sheet, int top, int over) {
    for (enum xlsx_bond bond = XLSX_KEPT; bond <= XLSX_UNTORN; bond++) {
        int row = over;
        while (row > top && row_at(sheet, row - 1)->bond >= bond)
            row--;
        if (row > top)
            return row;
    }
    return over;
}

/* Spreadsheets end a page wherever it is full: every page is told where. */
static void set_breaks(struct xlsx_sheet *sheet) {
    struct list breaks = {.size = sizeof(lxw_row_t)};
    int page = page_height(sheet), top = 0, used = 0;
    for (int i = 0; i < sheet->row; i++) {
        if (i > top && used + row_at(sheet, i)->height > page) {
            top = i = next_top(sheet, top, i);
            used = sheet->header >= 0 && i > sheet->header ? row_at(sheet, sheet->header)->height : 0;
            list_add(&breaks, &(lxw_row_t){(lxw_row_t)i});
        }
        used += row_at(sheet, i)->height;
    }
    list_add(&breaks, &(lxw_row_t){0});
    if (breaks.count > 1)
        xlsx_note_error(sheet->xlsx, worksheet_set_h_pagebreaks(sheet->page, breaks.item));
    list_release(&breaks);
}

/* What is a little more than a page is shrunk to one. */
static bool nearly_one_page(const struct xlsx_sheet *sheet) {
    int page = page_height(sheet);
    return sheet->height > page && sheet->height <= page * 5 / 4;
}

void xlsx_sheet_end(struct xlsx_sheet *sheet) {
    set_up_page(sheet);
    if (nearly_one_page(sheet))
        worksheet_fit_to_pages(sheet->page, 1, 1);
    else
        set_breaks(sheet);
    if (sheet->header >= 0)
        xlsx_note_error(sheet->xlsx, worksheet_repeat_rows(sheet->page, (lxw_row_t)sheet->header,
                                                           (lxw_row_t)sheet->header));
    xlsx_note_error(sheet->xlsx, worksheet_print_area(sheet->page, 0, 0, (lxw_row_t)(sheet->row - 1),
                                                      (lxw_col_t)(sheet->span - 1)));
    list_release(&sheet->rows);
}
