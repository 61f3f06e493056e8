/* What an older Excel writes. */
#include "base/codepage.h"
#include "check.h"
#include <string.h>

static void tells_utf8(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool utf8;
    } cases[] = {
        {"", true},      {"Sasaran", true},   {"caf\xC3\xA9", true}, {"caf\xE9", false},
        {"\xC3", false}, {"\xE2\x80", false}, {"a\x80", false},      {"\xC0\xAFx", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(codepage_is_utf8(cases[i].text, strlen(cases[i].text)), cases[i].utf8);
}

static void makes_utf8_of_windows_1252(void **state) {
    (void)state;
    static const struct {
        const char *bytes, *text;
    } cases[] = {
        {"", ""},
        {"92,30 %", "92,30 %"},
        {"caf\xE9\xFF", "caf\xC3\xA9\xC3\xBF"},
        {"\x93kutip\x94 \x96 \x80", "\xE2\x80\x9Ckutip\xE2\x80\x9D \xE2\x80\x93 \xE2\x82\xAC"},
        {"a\xA0z\x9F", "a\xC2\xA0z\xC5\xB8"},
        {"\x81", "\xC2\x81"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        codepage_put_1252(&out, cases[i].bytes, strlen(cases[i].bytes));
        assert_string_equal(buf_string(&out), cases[i].text);
        buf_release(&out);
    }
}

static void makes_windows_1252_of_characters(void **state) {
    (void)state;
    static const struct {
        uint32_t point;
        uint8_t byte;
    } cases[] = {{'a', 'a'},     {0x7F, 0x7F}, {0xE9, 0xE9}, {0xFF, 0xFF}, {0x20AC, 0x80}, {0x0178, 0x9F},
                 {0x2013, 0x96}, {0x81, 0},    {0x9F, 0},    {0x0100, 0},  {0x2265, 0},    {0x1F600, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(codepage_1252(cases[i].point), cases[i].byte);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_utf8),
        cmocka_unit_test(makes_utf8_of_windows_1252),
        cmocka_unit_test(makes_windows_1252_of_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
