#include "print/xlsx_internal.h"
#include <string.h>

enum { GREY = 0xD9D9D9, LIGHT_GREY = 0xF2F2F2, RED = 0xB00020, RULE = 0x7F7F7F };

static const struct look {
    double size;
    uint8_t align, border, bottom;
    bool bold, italic, wrap, shrink, underline;
    lxw_color_t fill, colour;
} looks[XLSX_NUMBER] = {
    [XLSX_LETTERHEAD] = {.size = 12, .align = LXW_ALIGN_CENTER, .bold = true, .wrap = true},
    [XLSX_RULE] =
        {.size = 12, .align = LXW_ALIGN_CENTER, .bold = true, .wrap = true, .bottom = LXW_BORDER_DOUBLE},
    [XLSX_TITLE] = {.size = 12, .align = LXW_ALIGN_CENTER, .bold = true, .wrap = true},
    [XLSX_DRAFT] = {.size = 12, .align = LXW_ALIGN_CENTER, .bold = true, .colour = RED},
    [XLSX_FACT] = {.size = 10, .wrap = true},
    [XLSX_MARKS] = {.size = 10, .italic = true, .wrap = true},
    [XLSX_HEADING] = {.size = 12, .bold = true, .wrap = true},
    [XLSX_PARAGRAPH] = {.size = 10, .wrap = true},
    [XLSX_NOTE] = {.size = 8, .italic = true, .wrap = true},
    [XLSX_COLUMN] = {.size = 9,
                     .align = LXW_ALIGN_CENTER,
                     .border = LXW_BORDER_THIN,
                     .bold = true,
                     .wrap = true,
                     .fill = GREY},
    [XLSX_TEXT] = {.size = 9, .border = LXW_BORDER_THIN, .wrap = true},
    [XLSX_WORD] = {.size = 9, .border = LXW_BORDER_THIN, .shrink = true},
    [XLSX_NOTHING] = {.size = 9, .align = LXW_ALIGN_CENTER, .border = LXW_BORDER_THIN, .shrink = true},
    [XLSX_GROUP] = {.size = 9, .border = LXW_BORDER_THIN, .bold = true, .wrap = true, .fill = GREY},
    [XLSX_SUBGROUP] = {.size = 9, .border = LXW_BORDER_THIN, .bold = true, .wrap = true, .fill = LIGHT_GREY},
    [XLSX_TOTAL] = {.size = 9, .border = LXW_BORDER_THIN, .bold = true, .wrap = true, .fill = LIGHT_GREY},
    [XLSX_SIGNATURE] = {.size = 10, .align = LXW_ALIGN_CENTER, .wrap = true},
    [XLSX_SIGNATORY] = {.size = 10, .align = LXW_ALIGN_CENTER, .bold = true, .wrap = true, .underline = true},
};

/* 0x421 is Indonesia: LibreOffice then writes the digits' marks as they are there, on any desktop; Excel as
 * the desktop does. "_-" leaves a dash's room before the next column (LibreOffice loses an indent in cells
 * that are coloured alike). */
#define NUMBER_FORMAT(digits) "[$-421]" digits "_-"
static const char *const number_formats[DECIMAL_PLACES + 1] = {
    NUMBER_FORMAT("#,##0"), NUMBER_FORMAT("#,##0.0"), NUMBER_FORMAT("#,##0.00"), NUMBER_FORMAT("#,##0.000"),
    NUMBER_FORMAT("#,##0.0000")};

/* Known, or replaced by one as wide, nearly everywhere. */
#define FONT "Arial"

static lxw_format *format_new(lxw_workbook *book, const struct look *look) {
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, FONT);
    format_set_font_size(format, look->size);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(format, look->align);
    format_set_border(format, look->border);
    format_set_border_color(format, RULE);
    if (look->bottom)
        format_set_bottom(format, look->bottom);
    if (look->bold)
        format_set_bold(format);
    if (look->italic)
        format_set_italic(format);
    if (look->wrap)
        format_set_text_wrap(format);
    if (look->shrink)
        format_set_shrink(format);
    if (look->underline)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (look->fill)
        format_set_bg_color(format, look->fill);
    if (look->colour)
        format_set_font_color(format, look->colour);
    return format;
}

void xlsx_styles(struct xlsx *xlsx) {
    lxw_format *plain = STAILQ_FIRST(xlsx->book->formats); /* whose digits are what widths are counted in */
    format_set_font_name(plain, FONT);
    format_set_font_size(plain, 10);
    for (int i = 0; i < XLSX_NUMBER; i++)
        xlsx->style[i] = format_new(xlsx->book, &looks[i]);
    format_set_align(xlsx->style[XLSX_COLUMN], LXW_ALIGN_VERTICAL_CENTER);
    struct look number = {.size = 9, .align = LXW_ALIGN_RIGHT, .border = LXW_BORDER_THIN};
    struct look total = looks[XLSX_TOTAL];
    total.align = LXW_ALIGN_RIGHT;
    total.wrap = false;
    for (int i = 0; i <= DECIMAL_PLACES; i++) {
        xlsx->style[XLSX_NUMBER + i] = format_new(xlsx->book, &number);
        xlsx->style[XLSX_TOTAL_NUMBER + i] = format_new(xlsx->book, &total);
        format_set_num_format(xlsx->style[XLSX_NUMBER + i], number_formats[i]);
        format_set_num_format(xlsx->style[XLSX_TOTAL_NUMBER + i], number_formats[i]);
    }
}

/* ---- how wide a text is ---- */

/* Arial's letters in hundredths of their size, by kinds. */
static int advance(unsigned char letter) {
    static const struct {
        const char *letters;
        int wide;
    } kinds[] = {{"ijl|'", 22}, {"ftI -.,;:!/[]", 28}, {"r()", 34}, {"cksvxyzJ", 50}, {"mMW%@", 87}};
    if ((letter & 0xC0) == 0x80)
        return 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strchr(kinds[i].letters, letter))
            return kinds[i].wide;
    return letter > '~' ? 100 : letter >= 'A' && letter <= 'Z' ? 73 : 56;
}

int xlsx_lines(const char *text, int width, enum xlsx_style style) {
    enum { PIXELS_PER_POINT_3 = 4 }; /* of three points */
    const struct look *look = &looks[style];
    int room = (int)(width * XLSX_CHARACTER_PIXELS * 300 / (look->size * PIXELS_PER_POINT_3));
    if (look->bold)
        room = room * 9 / 10;
    int lines = 1, used = 0;
    while (*text != '\0') {
        size_t word = strcspn(text, " \n"), end = word + strspn(text + word, " ");
        int wide = 0;
        for (size_t i = 0; i < word; i++)
            wide += advance((unsigned char)text[i]);
        if (used && used + wide > room) {
            lines++;
            used = 0;
        }
        lines += wide > room ? (wide - 1) / room : 0;
        used = (wide > room ? wide % room : used + wide) + (int)(end - word) * advance(' ');
        if (text[end] == '\n') {
            lines++;
            used = 0;
            end++;
        }
        text += end;
    }
    return lines;
}
