#include "base/text.h"
#include "base/utf8.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const struct {
    uint32_t first, last;
} refused[] = {
    {0x0000, 0x001F},   /* C0 */
    {0x007F, 0x009F},   /* DEL, C1 */
    {0x00AD, 0x00AD},   /* SOFT HYPHEN */
    {0x034F, 0x034F},   /* COMBINING GRAPHEME JOINER */
    {0x061C, 0x061C},   /* ARABIC LETTER MARK */
    {0x115F, 0x1160},   /* HANGUL FILLERS */
    {0x17B4, 0x17B5},   /* KHMER INHERENT VOWELS */
    {0x180B, 0x180F},   /* MONGOLIAN VARIATION SELECTORS, VOWEL SEPARATOR */
    {0x200B, 0x200F},   /* zero-width, directional marks */
    {0x2028, 0x202E},   /* line breaks, embeddings and overrides */
    {0x2060, 0x206F},   /* invisible operators, isolates, deprecated controls */
    {0x3164, 0x3164},   /* HANGUL FILLER */
    {0xFDD0, 0xFDEF},   /* noncharacters */
    {0xFE00, 0xFE0F},   /* variation selectors */
    {0xFEFF, 0xFEFF},   /* byte-order mark */
    {0xFFA0, 0xFFA0},   /* HALFWIDTH HANGUL FILLER */
    {0xFFF9, 0xFFFB},   /* interlinear annotations */
    {0xE0000, 0xE0FFF}, /* tags, more variation selectors */
};

static bool point_refused(uint32_t point) {
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (point >= refused[i].first && point <= refused[i].last)
            return true;
    return (point & 0xFFFE) == 0xFFFE;
}

bool text_accept(const char *text, size_t length, size_t max, struct err *err) {
    if (length > max)
        return err_set(err, ERR_INVALID, "teks terlalu panjang: %zu byte, paling banyak %zu; pendekkan",
                       length, max);
    size_t place = 1;
    for (size_t at = 0, step; at < length; at += step, place++) {
        uint32_t point;
        step = 1;
        if (text[at] >= ' ' && text[at] <= '~')
            continue;
        step = utf8_decode(text + at, length - at, &point);
        if (!step)
            return err_set(err, ERR_INVALID,
                           "karakter ke-%zu bukan UTF-8 yang sah; simpan ulang sebagai UTF-8", place);
        if (point_refused(point))
            return err_set(err, ERR_INVALID, "karakter ke-%zu (U+%04X) tidak boleh dipakai; hapus", place,
                           (unsigned)point);
    }
    return true;
}

void text_printable(const char *text, char *out, size_t size) {
    size_t left = strlen(text);
    while (left) {
        uint32_t point = 0;
        size_t step = utf8_decode(text, left, &point);
        bool keep = step && !point_refused(point);
        size_t written = keep ? step : 1;
        if (written >= size)
            break;
        memcpy(out, keep ? text : "?", written);
        out += written;
        size -= written;
        text += step ? step : 1;
        left -= step ? step : 1;
    }
    *out = '\0';
}

static bool is_blank(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static const char no_break_space[] = "\xC2\xA0";

static size_t blank_at_start(const char *text, size_t length) {
    if (length >= 2 && !memcmp(text, no_break_space, 2))
        return 2;
    return length && is_blank(text[0]);
}

static size_t blank_at_end(const char *text, size_t length) {
    if (length >= 2 && !memcmp(text + length - 2, no_break_space, 2))
        return 2;
    return length && is_blank(text[length - 1]);
}

const char *text_trim(const char *text, size_t *length) {
    size_t step;
    while ((step = blank_at_start(text, *length))) {
        text += step;
        *length -= step;
    }
    while ((step = blank_at_end(text, *length)))
        *length -= step;
    return text;
}

static unsigned char fold(char byte) {
    return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
}

bool text_equal_folded(const char *a, size_t a_length, const char *b, size_t b_length) {
    if (a_length != b_length)
        return false;
    for (size_t i = 0; i < a_length; i++)
        if (fold(a[i]) != fold(b[i]))
            return false;
    return true;
}

int text_compare_folded(const char *a, const char *b) {
    while (*a && fold(*a) == fold(*b)) {
        a++;
        b++;
    }
    return fold(*a) - fold(*b);
}

bool text_contains_folded(const char *text, const char *needle) {
    size_t left = strlen(text);
    size_t length = strlen(needle);
    for (; left >= length; text++, left--)
        if (text_equal_folded(text, length, needle, length))
            return true;
    return false;
}

void text_join(char *out, size_t size, const char *separator, const char *part) {
    size_t used = strlen(out);
    snprintf(out + used, size - used, "%s%s", used ? separator : "", part);
}

void size_print(uint64_t bytes, char out[SIZE_TEXT_MAX]) {
    static const char *const units[] = {"B", "KB", "MB", "GB", "TB"};
    size_t unit = 0;
    uint64_t tenths = bytes * 10;
    for (; tenths >= 10240 && unit + 1 < sizeof units / sizeof *units; unit++)
        tenths /= 1024;
    if (unit)
        snprintf(out, SIZE_TEXT_MAX, "%" PRIu64 ",%" PRIu64 " %s", tenths / 10, tenths % 10, units[unit]);
    else
        snprintf(out, SIZE_TEXT_MAX, "%" PRIu64 " B", bytes);
}
