#include "base/codepage.h"
#include "base/utf8.h"

bool codepage_is_utf8(const char *text, size_t length) {
    uint32_t point;
    size_t step = 1;
    for (size_t at = 0; at < length && step; at += step)
        step = utf8_decode(text + at, length - at, &point);
    return step;
}

/* 0x80 to 0x9F, where it differs from Latin-1. Source: unicode.org, CP1252.TXT. */
static const uint16_t upper[] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

enum { UPPER_FIRST = 0x80, UPPER_END = UPPER_FIRST + sizeof upper / sizeof *upper };

void codepage_put_1252(struct buf *out, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        char encoded[4];
        uint8_t byte = (uint8_t)text[i];
        bool differs = byte >= UPPER_FIRST && byte < UPPER_END;
        buf_put(out, encoded, utf8_encode(differs ? upper[byte - UPPER_FIRST] : byte, encoded));
    }
}

uint8_t codepage_1252(uint32_t point) {
    if (point < UPPER_FIRST || (point >= UPPER_END && point <= UINT8_MAX))
        return (uint8_t)point;
    for (int i = 0; i < UPPER_END - UPPER_FIRST; i++)
        if (upper[i] == point && point > UINT8_MAX)
            return (uint8_t)(UPPER_FIRST + i);
    return 0;
}
