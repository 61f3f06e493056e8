#include "base/utf8.h"
#include <string.h>

/* Per length in bytes: the lead byte's fixed bits, and the least point that needs that length. */
static const struct {
    uint8_t mask, lead;
    uint32_t least;
} forms[] = {
    {0x80, 0x00, 0x0},
    {0xE0, 0xC0, 0x80},
    {0xF0, 0xE0, 0x800},
    {0xF8, 0xF0, 0x10000},
};

enum { FORMS = sizeof forms / sizeof *forms, POINT_MAX = 0x10FFFF };

size_t utf8_decode(const char *text, size_t length, uint32_t *point) {
    if (!length)
        return 0;
    uint8_t lead = (uint8_t)text[0];
    size_t form = 0;
    while (form < FORMS && (lead & forms[form].mask) != forms[form].lead)
        form++;
    if (form == FORMS || length <= form)
        return 0;
    uint32_t value = lead & (uint8_t)~forms[form].mask;
    for (size_t i = 1; i <= form; i++) {
        uint8_t byte = (uint8_t)text[i];
        if ((byte & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (byte & 0x3F);
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < forms[form].least || value > POINT_MAX || surrogate)
        return 0;
    *point = value;
    return form + 1;
}

size_t utf8_encode(uint32_t point, char *out) {
    size_t form = FORMS - 1;
    while (form > 0 && point < forms[form].least)
        form--;
    for (size_t i = form; i > 0; i--, point >>= 6)
        out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)(forms[form].lead | point);
    return form + 1;
}

/* Sorted; what is not listed takes one column. Unicode 14: East Asian Width W and F whole; of the combining
 * marks those of the scripts an Indonesian office may meet. */
static const struct {
    uint32_t first, last;
    int columns;
} widths[] = {
    {0x0300, 0x036F, 0},   {0x0483, 0x0489, 0},   {0x0591, 0x05BD, 0},   {0x05BF, 0x05BF, 0},
    {0x05C1, 0x05C2, 0},   {0x05C4, 0x05C5, 0},   {0x05C7, 0x05C7, 0},   {0x0610, 0x061A, 0},
    {0x064B, 0x065F, 0},   {0x0670, 0x0670, 0},   {0x06D6, 0x06DC, 0},   {0x06DF, 0x06E4, 0},
    {0x06E7, 0x06E8, 0},   {0x06EA, 0x06ED, 0},   {0x0898, 0x089F, 0},   {0x08CA, 0x08E1, 0},
    {0x08E3, 0x0902, 0},   {0x093A, 0x093A, 0},   {0x093C, 0x093C, 0},   {0x0941, 0x0948, 0},
    {0x094D, 0x094D, 0},   {0x0951, 0x0957, 0},   {0x0962, 0x0963, 0},   {0x0E31, 0x0E31, 0},
    {0x0E34, 0x0E3A, 0},   {0x0E47, 0x0E4E, 0},   {0x1100, 0x115F, 2},   {0x1160, 0x11FF, 0},
    {0x1A17, 0x1A18, 0},   {0x1A1B, 0x1A1B, 0},   {0x1AB0, 0x1B03, 0},   {0x1B34, 0x1B34, 0},
    {0x1B36, 0x1B3A, 0},   {0x1B3C, 0x1B3C, 0},   {0x1B42, 0x1B42, 0},   {0x1B6B, 0x1B73, 0},
    {0x1B80, 0x1B81, 0},   {0x1BA2, 0x1BA5, 0},   {0x1BA8, 0x1BA9, 0},   {0x1BAB, 0x1BAD, 0},
    {0x1BE6, 0x1BE6, 0},   {0x1BE8, 0x1BE9, 0},   {0x1BED, 0x1BED, 0},   {0x1BEF, 0x1BF1, 0},
    {0x1DC0, 0x1DFF, 0},   {0x20D0, 0x20F0, 0},   {0x231A, 0x231B, 2},   {0x2329, 0x232A, 2},
    {0x23E9, 0x23EC, 2},   {0x23F0, 0x23F0, 2},   {0x23F3, 0x23F3, 2},   {0x25FD, 0x25FE, 2},
    {0x2614, 0x2615, 2},   {0x2648, 0x2653, 2},   {0x267F, 0x267F, 2},   {0x2693, 0x2693, 2},
    {0x26A1, 0x26A1, 2},   {0x26AA, 0x26AB, 2},   {0x26BD, 0x26BE, 2},   {0x26C4, 0x26C5, 2},
    {0x26CE, 0x26CE, 2},   {0x26D4, 0x26D4, 2},   {0x26EA, 0x26EA, 2},   {0x26F2, 0x26F3, 2},
    {0x26F5, 0x26F5, 2},   {0x26FA, 0x26FA, 2},   {0x26FD, 0x26FD, 2},   {0x2705, 0x2705, 2},
    {0x270A, 0x270B, 2},   {0x2728, 0x2728, 2},   {0x274C, 0x274C, 2},   {0x274E, 0x274E, 2},
    {0x2753, 0x2755, 2},   {0x2757, 0x2757, 2},   {0x2795, 0x2797, 2},   {0x27B0, 0x27B0, 2},
    {0x27BF, 0x27BF, 2},   {0x2B1B, 0x2B1C, 2},   {0x2B50, 0x2B50, 2},   {0x2B55, 0x2B55, 2},
    {0x2E80, 0x3029, 2},   {0x302A, 0x302D, 0},   {0x302E, 0x303E, 2},   {0x3041, 0x3096, 2},
    {0x3099, 0x309A, 0},   {0x309B, 0x3247, 2},   {0x3250, 0x4DBF, 2},   {0x4E00, 0xA4C6, 2},
    {0xA960, 0xA97C, 2},   {0xA980, 0xA982, 0},   {0xA9B3, 0xA9B3, 0},   {0xA9B6, 0xA9B9, 0},
    {0xA9BC, 0xA9BD, 0},   {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAD9, 2},   {0xFE00, 0xFE0F, 0},
    {0xFE10, 0xFE19, 2},   {0xFE20, 0xFE2F, 0},   {0xFE30, 0xFE6B, 2},   {0xFF01, 0xFF60, 2},
    {0xFFE0, 0xFFE6, 2},   {0x16FE0, 0x16FE3, 2}, {0x16FF0, 0x1B2FB, 2}, {0x1F004, 0x1F004, 2},
    {0x1F0CF, 0x1F0CF, 2}, {0x1F18E, 0x1F18E, 2}, {0x1F191, 0x1F19A, 2}, {0x1F200, 0x1F320, 2},
    {0x1F32D, 0x1F335, 2}, {0x1F337, 0x1F37C, 2}, {0x1F37E, 0x1F393, 2}, {0x1F3A0, 0x1F3CA, 2},
    {0x1F3CF, 0x1F3D3, 2}, {0x1F3E0, 0x1F3F0, 2}, {0x1F3F4, 0x1F3F4, 2}, {0x1F3F8, 0x1F43E, 2},
    {0x1F440, 0x1F440, 2}, {0x1F442, 0x1F4FC, 2}, {0x1F4FF, 0x1F53D, 2}, {0x1F54B, 0x1F54E, 2},
    {0x1F550, 0x1F567, 2}, {0x1F57A, 0x1F57A, 2}, {0x1F595, 0x1F596, 2}, {0x1F5A4, 0x1F5A4, 2},
    {0x1F5FB, 0x1F64F, 2}, {0x1F680, 0x1F6C5, 2}, {0x1F6CC, 0x1F6CC, 2}, {0x1F6D0, 0x1F6D2, 2},
    {0x1F6D5, 0x1F6DF, 2}, {0x1F6EB, 0x1F6EC, 2}, {0x1F6F4, 0x1F6FC, 2}, {0x1F7E0, 0x1F7F0, 2},
    {0x1F90C, 0x1F93A, 2}, {0x1F93C, 0x1F945, 2}, {0x1F947, 0x1F9FF, 2}, {0x1FA70, 0x1FAF6, 2},
    {0x20000, 0x3134A, 2}, {0xE0100, 0xE01EF, 0},
};

int utf8_point_columns(uint32_t point) {
    if (point < widths[0].first)
        return 1;
    size_t low = 0;
    size_t high = sizeof widths / sizeof *widths;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (point > widths[middle].last)
            low = middle + 1;
        else if (point < widths[middle].first)
            high = middle;
        else
            return widths[middle].columns;
    }
    return 1;
}

/* The size of the character at `text`, which is not at its end, and its columns. */
static size_t measure(const char *text, size_t length, int *columns) {
    uint32_t point;
    size_t step = utf8_decode(text, length, &point);
    *columns = step ? utf8_point_columns(point) : 1;
    return step ? step : 1;
}

int utf8_columns_in(const char *text, size_t length) {
    int total = 0;
    for (size_t step; length > 0; text += step, length -= step) {
        int columns;
        step = measure(text, length, &columns);
        total += columns;
    }
    return total;
}

int utf8_columns(const char *text) {
    return utf8_columns_in(text, strlen(text));
}

int utf8_truncate(const char *text, int columns, char *out, size_t size) {
    size_t length = strlen(text);
    size_t at = 0, cut = 0;
    int used = 0, cut_used = 0;
    while (at < length) {
        int width;
        size_t step = measure(text + at, length - at, &width);
        if (used + width > columns || at + step >= size)
            break;
        at += step;
        used += width;
        if (used < columns && at + 1 < size) {
            cut = at;
            cut_used = used;
        }
    }
    bool whole = at == length;
    bool marked = !whole && columns > 0 && size > 1;
    size_t kept = whole ? length : cut;
    memcpy(out, text, kept);
    if (marked)
        out[kept++] = '~';
    out[kept] = '\0';
    return whole ? used : cut_used + marked;
}

/* What a break at `at` leaves out: the spaces there, and the newline behind them. */
static size_t blank_span(const char *at) {
    size_t spaces = strspn(at, " ");
    return spaces + (at[spaces] == '\n');
}

size_t utf8_wrap(const char *text, int columns, size_t *skip) {
    size_t length = strlen(text);
    size_t at = 0, space = 0;
    bool has_space = false;
    int used = 0;
    while (at < length && text[at] != '\n') {
        int width;
        size_t step = measure(text + at, length - at, &width);
        if (text[at] == ' ' && (at == 0 || text[at - 1] != ' ')) {
            space = at;
            has_space = true;
        }
        if (at > 0 && used + width > columns) {
            size_t end = has_space ? space : at;
            *skip = blank_span(text + end);
            return end;
        }
        used += width;
        at += step;
    }
    *skip = blank_span(text + at);
    return at;
}

size_t utf8_previous(const char *text, size_t at) {
    uint32_t point;
    for (size_t size = 1; size <= FORMS && size <= at; size++)
        if (utf8_decode(text + at - size, size, &point) == size)
            return at - size;
    return at ? at - 1 : 0;
}

size_t utf8_next(const char *text, size_t at) {
    size_t length = strlen(text);
    if (at >= length)
        return length;
    int columns;
    return at + measure(text + at, length - at, &columns);
}
