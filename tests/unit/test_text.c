#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/utf8.h"
#include <string.h>

#define REFUSED(place, point) "karakter ke-" #place " (U+" point ") tidak boleh dipakai; hapus"
#define BROKEN(place) "karakter ke-" #place " bukan UTF-8 yang sah; simpan ulang sebagai UTF-8"

static void the_door_refuses_and_names_the_character(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *refusal; /* NULL: accepted */
    } cases[] = {
        {"", NULL},
        {"Persentase koperasi sehat (%)", NULL},
        {"\xC3\xA9\xE2\x80\x94\xC2\xA0\xE4\xB8\xAD\xF0\x9F\x98\x80", NULL},
        {"e\xCC\x81", NULL},
        {"a\tb", REFUSED(2, "0009")},
        {"a\nb", REFUSED(2, "000A")},
        {"\x1B[2J", REFUSED(1, "001B")},
        {"\x7F", REFUSED(1, "007F")},
        {"\xC3\xA9\xC2\x9Bx", REFUSED(2, "009B")}, /* places are counted in characters */
        {"ab\xE2\x80\xAE", REFUSED(3, "202E")},    /* right-to-left override */
        {"\xD8\x9C", REFUSED(1, "061C")},          /* Arabic letter mark */
        {"\xE2\x80\x8E", REFUSED(1, "200E")},
        {"\xE2\x81\xA6", REFUSED(1, "2066")},
        {"\xE2\x81\xA9", REFUSED(1, "2069")},
        {"\xE2\x80\x8B", REFUSED(1, "200B")}, /* zero-width space */
        {"\xE2\x80\xA8", REFUSED(1, "2028")}, /* line separator */
        {"\xE2\x81\xA0", REFUSED(1, "2060")},
        {"\xEF\xBB\xBF", REFUSED(1, "FEFF")},
        {"\xEF\xB7\x90", REFUSED(1, "FDD0")},
        {"\xEF\xBF\xBE", REFUSED(1, "FFFE")},
        {"\xF4\x8F\xBF\xBF", REFUSED(1, "10FFFF")},
        {"\xE2\x80\x90\xE2\x80\xA7\xE2\x80\xAF", NULL}, /* next to refused ones */
        {"ab\xFF", BROKEN(3)},
        {"\xC3", BROKEN(1)},
        {"\xED\xA0\x80", BROKEN(1)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err err = {0};
        assert_int_equal(text_accept(cases[i].text, strlen(cases[i].text), 1000, &err), !cases[i].refusal);
        assert_int_equal(err.kind, cases[i].refusal ? ERR_INVALID : ERR_NONE);
        assert_string_equal(err.text, cases[i].refusal ? cases[i].refusal : "");
    }
}

static void the_door_refuses_what_nobody_sees(void **state) {
    (void)state;
    static const uint32_t invisible[] = {0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B,  0x180F,
                                         0x3164, 0xFE00, 0xFE0F, 0xFFA0, 0xFFF9, 0xFFFB, 0xE0000, 0xE0FFF};
    static const uint32_t beside[] = {0x00AC, 0x00AE, 0x034E, 0x0350, 0x115E,  0x1161, 0x17B3,
                                      0x17B6, 0x180A, 0x1810, 0x3163, 0x3165,  0xFDFF, 0xFE10,
                                      0xFF9F, 0xFFA1, 0xFFF8, 0xFFFC, 0xDFFFD, 0xE1000};
    char text[4];
    struct err err;
    for (size_t i = 0; i < sizeof invisible / sizeof *invisible; i++)
        if (text_accept(text, utf8_encode(invisible[i], text), sizeof text, &err))
            fail_msg("U+%04X passed", (unsigned)invisible[i]);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        if (!text_accept(text, utf8_encode(beside[i], text), sizeof text, &err))
            fail_msg("U+%04X refused", (unsigned)beside[i]);
}

static void the_door_is_bounded_and_sees_nul(void **state) {
    (void)state;
    struct err err;
    assert_true(text_accept("12345", 5, 5, &err));
    assert_false(text_accept("123456", 6, 5, &err));
    assert_string_equal(err.text, "teks terlalu panjang: 6 byte, paling banyak 5; pendekkan");
    assert_false(text_accept("a\0b", 3, 5, &err));
    assert_string_equal(err.text, REFUSED(2, "0000"));
}

static void shows_what_passed_no_door(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t size;
        const char *out;
    } cases[] = {
        {"SK 12.pdf", 32, "SK 12.pdf"},
        {"a\x1B[31m\n\xE2\x80\xAE\xFF"
         "b",
         32, "a?[31m???b"},
        {"\xE2\x80\x94\xE2\x80\x94", 6, "\xE2\x80\x94"},
        {"\xE2\x80\x94\xE2\x80\x94", 7, "\xE2\x80\x94\xE2\x80\x94"},
        {"abc", 3, "ab"},
        {"abc", 1, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[32];
        text_printable(cases[i].text, out, cases[i].size);
        assert_string_equal(out, cases[i].out);
    }
}

static void trims_both_ends(void **state) {
    (void)state;
    static const struct {
        const char *text, *trimmed;
    } cases[] = {
        {"", ""},
        {" \t\r\n\v\f", ""},
        {"  12,5 \n", "12,5"},
        {"\xC2\xA0"
         "12\xC2\xA0 5\xC2\xA0 \xC2\xA0",
         "12\xC2\xA0 5"},
        {"\xC2\xA0", ""},
        {"\xC3\xA0", "\xC3\xA0"}, /* its last byte alone is no space */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = strlen(cases[i].text);
        const char *start = text_trim(cases[i].text, &length);
        assert_int_equal(length, strlen(cases[i].trimmed));
        assert_memory_equal(start, cases[i].trimmed, length);
    }
}

static void folds_ascii_letters_only(void **state) {
    (void)state;
    assert_true(text_equal_folded("Laporan AZ", 10, "lAPORAN az", 10));
    assert_false(text_equal_folded("laporan", 7, "lapor", 5));
    assert_false(text_equal_folded("@", 1, "`", 1));
    assert_false(text_equal_folded("[", 1, "{", 1));
    assert_false(text_equal_folded("\xC3\x89", 2, "\xC3\xA9", 2));

    static const struct {
        const char *text, *needle;
        bool found;
    } cases[] = {
        {"Jumlah Koperasi Sehat", "koperasi", true},
        {"Jumlah", "jum", true},
        {"Jumlah", "LAH", true},
        {"Jumlah", "jumlahx", false},
        {"Jumlah", "lh", false},
        {"Jumlah", "", true},
        {"", "", true},
        {"", "a", false},
        {"aab", "ab", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(text_contains_folded(cases[i].text, cases[i].needle), cases[i].found);
}

static void orders_without_case(void **state) {
    (void)state;
    static const char *const rising[] = {"",       "IKU-01",  "iku-02", "IKU-1",
                                         "PRO-01", "pro-012", "sub_1",  "\xC3\xA9"};
    for (int i = 0; i < (int)(sizeof rising / sizeof *rising); i++)
        for (int j = 0; j < (int)(sizeof rising / sizeof *rising); j++) {
            int order = text_compare_folded(rising[i], rising[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    assert_int_equal(text_compare_folded("Sub-01", "sUB-01"), 0);
}

static void joins_as_far_as_there_is_room(void **state) {
    (void)state;
    char out[8] = "";
    text_join(out, sizeof out, ", ", "satu");
    assert_string_equal(out, "satu");
    text_join(out, sizeof out, ", ", "dua");
    text_join(out, sizeof out, ", ", "tiga");
    assert_string_equal(out, "satu, d");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_door_refuses_and_names_the_character),
        cmocka_unit_test(the_door_refuses_what_nobody_sees),
        cmocka_unit_test(the_door_is_bounded_and_sees_nul),
        cmocka_unit_test(shows_what_passed_no_door),
        cmocka_unit_test(trims_both_ends),
        cmocka_unit_test(folds_ascii_letters_only),
        cmocka_unit_test(orders_without_case),
        cmocka_unit_test(joins_as_far_as_there_is_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
