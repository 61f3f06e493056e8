#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include <string.h>

static void decodes_only_strict_utf8(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t size;
        uint32_t point;
    } cases[] = {
        {"A", 1, 'A'},
        {"\x7F", 1, 0x7F},
        {"\xC2\x80", 2, 0x80},
        {"\xC3\xA9", 2, 0xE9},
        {"\xDF\xBF", 2, 0x7FF},
        {"\xE0\xA0\x80", 3, 0x800},
        {"\xE2\x80\x94", 3, 0x2014},
        {"\xED\x9F\xBF", 3, 0xD7FF},
        {"\xEE\x80\x80", 3, 0xE000},
        {"\xEF\xBF\xBF", 3, 0xFFFF},
        {"\xF0\x90\x80\x80", 4, 0x10000},
        {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
        {"", 0, 0},
        {"\x80", 0, 0},     /* a continuation alone */
        {"\xC3", 0, 0},     /* cut short */
        {"\xE2\x80", 0, 0}, /* cut short */
        {"\xC3"
         "A",
         0, 0},                     /* no continuation */
        {"\xC0\xAF", 0, 0},         /* overlong */
        {"\xC1\xBF", 0, 0},         /* overlong */
        {"\xE0\x9F\xBF", 0, 0},     /* overlong */
        {"\xF0\x8F\xBF\xBF", 0, 0}, /* overlong */
        {"\xED\xA0\x80", 0, 0},     /* surrogate */
        {"\xED\xBF\xBF", 0, 0},     /* surrogate */
        {"\xF4\x90\x80\x80", 0, 0}, /* above U+10FFFF */
        {"\xF8\x88\x80\x80\x80", 0, 0},
        {"\xFF", 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t point = 0;
        char again[4];
        assert_int_equal(utf8_decode(cases[i].text, strlen(cases[i].text), &point), cases[i].size);
        assert_int_equal(point, cases[i].point);
        if (!cases[i].size)
            continue;
        assert_int_equal(utf8_encode(point, again), cases[i].size);
        assert_memory_equal(again, cases[i].text, cases[i].size);
    }
}

static void decodes_no_further_than_told(void **state) {
    (void)state;
    uint32_t point;
    assert_int_equal(utf8_decode("\xC3\xA9", 2, &point), 2);
    assert_int_equal(utf8_decode("\xC3\xA9", 1, &point), 0);
    assert_int_equal(utf8_decode("A", 0, &point), 0);
}

static void every_point_survives_encoding(void **state) {
    (void)state;
    for (uint32_t point = 0; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 61) {
        char text[4];
        uint32_t again = 0;
        if (point >= 0xD800 && point <= 0xDFFF)
            continue;
        size_t size = utf8_encode(point, text);
        if (utf8_decode(text, size, &again) != size || again != point)
            fail_msg("U+%04X", point);
    }
}

static void columns_do_not_depend_on_the_locale(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int columns;
    } cases[] = {
        {"", 0},
        {"Koperasi", 8},
        {"\xE2\x80\x94", 1},             /* the dash of what is not measured */
        {"e\xCC\x81", 1},                /* e and a combining acute */
        {"\xE4\xB8\xAD\xE6\x96\x87", 4}, /* two ideographs */
        {"\xF0\x9F\x98\x80", 2},         /* a face */
        {"\xE1\xA8\x80\xE1\xA8\x97", 1}, /* Lontara KA with vowel sign I */
        {"\xEA\xA6\x8F\xEA\xA6\xB6", 1}, /* Javanese KA with wulu */
        {"\xE1\x84\x80\xE1\x85\xA1", 2}, /* Hangul from its parts */
        {"\xFF\xFEz", 3},                /* undecodable bytes count one each */
        {"\xE2\x96\x88\xE2\x94\x80", 2}, /* block, line */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_columns(cases[i].text), cases[i].columns);
    assert_int_equal(utf8_columns_in("\xE4\xB8\xAD\xE6\x96\x87"
                                     "ab",
                                     7),
                     5); /* two ideographs, a letter */
    static const struct {
        uint32_t point;
        int columns;
    } points[] = {{0x2FF, 1},   {0x300, 0},   {0x36F, 0},   {0x370, 1},    {0x115F, 2},  {0x1160, 0},
                  {0xD7A3, 2},  {0xD7A4, 1},  {0x1F320, 2}, {0x1F321, 1},  {0xFEFE, 1},  {0xFF01, 2},
                  {0xE0100, 0}, {0xE01EF, 0}, {0xE01F0, 1}, {0x10FFFF, 1}, {0x3134A, 2}, {0x3134B, 1}};
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        assert_int_equal(utf8_point_columns(points[i].point), points[i].columns);
}

static void truncates_by_columns_and_never_cuts_a_character(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t size;
        int columns, used;
        const char *out;
    } cases[] = {
        {"Koperasi", 32, 8, 8, "Koperasi"},
        {"Koperasi", 32, 9, 8, "Koperasi"},
        {"Koperasi", 32, 7, 7, "Kopera~"},
        {"Koperasi", 32, 1, 1, "~"},
        {"Koperasi", 32, 0, 0, ""},
        {"", 1, 0, 0, ""},
        {"Koperasi", 9, 8, 8, "Koperasi"},
        {"Koperasi", 8, 8, 7, "Kopera~"}, /* the room is in bytes too */
        {"Koperasi", 2, 8, 1, "~"},
        {"Koperasi", 1, 8, 0, ""},
        {"ab\xE4\xB8\xAD", 32, 4, 4, "ab\xE4\xB8\xAD"},
        {"ab\xE4\xB8\xAD", 32, 3, 3, "ab~"},
        {"\xE4\xB8\xAD\xE6\x96\x87", 32, 3, 3, "\xE4\xB8\xAD~"},
        {"\xE4\xB8\xAD\xE6\x96\x87", 32, 2, 1, "~"},
        {"e\xCC\x81z", 32, 1, 1, "~"},
        {"ae\xCC\x81zz", 32, 3, 3, "ae\xCC\x81~"}, /* the accent stays with its letter */
        {"ae\xCC\x81", 32, 2, 2, "ae\xCC\x81"},
        {"\xC3\xA9\xC3\xA9\xC3\xA9", 6, 3, 3, "\xC3\xA9\xC3\xA9~"},
        {"\xC3\xA9\xC3\xA9\xC3\xA9", 5, 3, 2, "\xC3\xA9~"},
        {"\xFF\xFE", 32, 1, 1, "~"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[33];
        memset(out, 'z', sizeof out);
        int used = utf8_truncate(cases[i].text, cases[i].columns, out, cases[i].size);
        assert_string_equal(out, cases[i].out);
        assert_int_equal(used, cases[i].used);
        assert_int_equal(utf8_columns(out), used);
    }
}

static void wraps_at_spaces(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int columns;
        const char *lines; /* each in brackets */
    } cases[] = {
        {"", 10, ""},
        {"Jumlah koperasi sehat", 10, "[Jumlah][koperasi][sehat]"},
        {"Jumlah koperasi sehat", 15, "[Jumlah koperasi][sehat]"},
        {"Jumlah koperasi sehat", 14, "[Jumlah][koperasi sehat]"},
        {"Jumlah koperasi sehat", 21, "[Jumlah koperasi sehat]"},
        {"pertanggungjawaban ini", 8, "[pertangg][ungjawab][an ini]"},
        {"di pertanggungjawaban", 8, "[di][pertangg][ungjawab][an]"},
        {"satu\ndua", 10, "[satu][dua]"},
        {"satu\n\ndua", 10, "[satu][][dua]"},
        {"satu\n", 10, "[satu]"},
        {"satu   dua", 5, "[satu][dua]"},
        {"satu   dua", 4, "[satu][dua]"},
        {"satu \ndua", 4, "[satu][dua]"}, /* no empty line between */
        {"satu dua", 4, "[satu][dua]"},
        {"\xE4\xB8\xAD\xE6\x96\x87", 2, "[\xE4\xB8\xAD][\xE6\x96\x87]"},
        {"\xE4\xB8\xAD\xE6\x96\x87", 1, "[\xE4\xB8\xAD][\xE6\x96\x87]"}, /* always goes on */
        {"ab", 0, "[a][b]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char lines[128] = "";
        size_t end = 0;
        for (const char *at = cases[i].text; *at;) {
            size_t skip;
            size_t length = utf8_wrap(at, cases[i].columns, &skip);
            assert_true(length + skip > 0);
            lines[end++] = '[';
            memcpy(lines + end, at, length);
            end += length;
            lines[end++] = ']';
            at += length + skip;
        }
        assert_string_equal(lines, cases[i].lines);
    }
}

static void steps_by_characters(void **state) {
    (void)state;
    static const char text[] = "a\xC3\xA9\xE2\x80\x94\xF0\x9F\x98\x80\xFF";
    static const size_t at[] = {0, 1, 3, 6, 10, 11};
    enum { STEPS = sizeof at / sizeof *at };
    for (size_t i = 0; i + 1 < STEPS; i++) {
        assert_int_equal(utf8_next(text, at[i]), at[i + 1]);
        assert_int_equal(utf8_previous(text, at[i + 1]), at[i]);
    }
    assert_int_equal(utf8_next(text, at[STEPS - 1]), at[STEPS - 1]);
    assert_int_equal(utf8_next(text, 99), at[STEPS - 1]);
    assert_int_equal(utf8_previous(text, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_only_strict_utf8),
        cmocka_unit_test(decodes_no_further_than_told),
        cmocka_unit_test(every_point_survives_encoding),
        cmocka_unit_test(columns_do_not_depend_on_the_locale),
        cmocka_unit_test(truncates_by_columns_and_never_cuts_a_character),
        cmocka_unit_test(wraps_at_spaces),
        cmocka_unit_test(steps_by_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
