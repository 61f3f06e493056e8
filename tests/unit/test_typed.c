#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "value/typed.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))
#define TOO_LONG "terlalu panjang: tulis paling banyak 12 angka di depan koma dan 4 di belakangnya"

static const struct measure_unit report = {.name = "laporan"};
static const struct measure_unit percent = {.name = "%", .decimals = true, .percent = true};
static const struct measure_unit tonne = {.name = "ton", .decimals = true};
static const struct measure_unit person_month = {.name = "orang/bulan"};
static const struct measure_unit enterprise = {.name = "unit usaha"};

/* What the person reads under the cell: how the number was read, or why it is refused. */
struct row {
    const char *typed;
    const char *answer;
};

static void assert_answers(const struct measure_unit *unit, enum aggregation aggregation, int64_t before,
                           const struct row *row, size_t rows) {
    const struct typed_for what = {unit, aggregation, decimal_whole(before)};
    for (size_t i = 0; i < rows; i++) {
        struct typed typed = {.value = {77}};
        struct err err = {0};
        char answer[ERR_TEXT_MAX];
        if (typed_read(row[i].typed, what, &typed, &err)) {
            typed_print(&typed, unit, what.before, answer, sizeof answer);
            assert_int_equal(err.kind, ERR_NONE);
        } else {
            snprintf(answer, sizeof answer, "%s", err.text);
            assert_int_equal(err.kind, ERR_INVALID);
            assert_int_equal(typed.value.units, 77);
        }
        assert_string_equal(answer, row[i].answer);
    }
}

static void count_takes_dots_as_thousands(void **state) {
    (void)state;
    static const struct row row[] = {
        {"1500", "dibaca 1.500 laporan"},
        {"1.500", "dibaca 1.500 laporan"},
        {"1.500 laporan", "dibaca 1.500 laporan"},
        {"1.500laporan", "dibaca 1.500 laporan"},
        {" 1.500\xC2\xA0LAPORAN\t", "dibaca 1.500 laporan"},
        {"1.234.567", "dibaca 1.234.567 laporan"},
        {"999.999.999.999", "dibaca 999.999.999.999 laporan"},
        {"0", "dibaca 0 laporan"},
        {"-0", "dibaca 0 laporan"},
        {"007", "dibaca 7 laporan"},
        {"15,0", "dibaca 15 laporan"},
        {"15.0", "dibaca 15 laporan"},
        {"15.00", "dibaca 15 laporan"},
        {"1.500,00", "dibaca 1.500 laporan"},
        {"12,5", "\"12,5\" adalah pecahan, padahal laporan dihitung utuh. Contoh: 12"},
        {"12.5", "\"12.5\" adalah pecahan, padahal laporan dihitung utuh. Contoh: 12"},
        {"-5", "\"-5\" negatif, padahal laporan dihitung dari nol. Contoh: 12"},
        {"45/60",
         "\"45/60\" adalah pecahan, yang hanya berlaku untuk persentase: tulis hasilnya dalam laporan"},
        {"1500.000", "\"1500.000\" bukan angka. Contoh: 1500"},
        {"0.150", "\"0.150\" bukan angka. Contoh: 1500"},
        {"1.50.000", "\"1.50.000\" bukan angka. Contoh: 1500"},
        {"1.500.00", "\"1.500.00\" bukan angka. Contoh: 1500"},
        {"1.000.000.000.000", "\"1.000.000.000.000\" " TOO_LONG},
        {"12 orang", "\"12 orang\" memakai satuan lain: satuan indikator ini laporan. Tulis angkanya saja"},
        {"12 %", "\"12 %\" memakai satuan lain: satuan indikator ini laporan. Tulis angkanya saja"},
        {"12 laporan lagi",
         "\"12 laporan lagi\" memakai satuan lain: satuan indikator ini laporan. Tulis angkanya saja"},
    };
    assert_answers(&report, AGGREGATION_POSITION, 0, row, ROWS(row));
}

static void percentage_takes_decimals_and_fractions(void **state) {
    (void)state;
    static const struct row row[] = {
        {"12,5", "dibaca 12,50 %"},
        {"12.5", "dibaca 12,50 %"},
        {"12.50", "dibaca 12,50 %"},
        {"92,30 %", "dibaca 92,30 %"},
        {"92,30%", "dibaca 92,30 %"},
        {"0.150", "dibaca 0,15 %"},
        {"1500.000", "dibaca 1.500,00 %"},
        {"-2,75", "dibaca -2,75 %"},
        {"33,3333", "dibaca 33,3333 %"},
        {"1.500", "\"1.500\" bisa berarti dua angka: tulis 1500 atau 1,5"},
        {"-1.500", "\"-1.500\" bisa berarti dua angka: tulis -1500 atau -1,5"},
        {"-123.456", "\"-123.456\" bisa berarti dua angka: tulis -123456 atau -123,456"},
        {"123.456 %", "\"123.456 %\" bisa berarti dua angka: tulis 123456 atau 123,456"},
        {"1.500,5", "dibaca 1.500,50 %"},
        {"1.500.000", "dibaca 1.500.000,00 %"},
        {"1500", "dibaca 1.500,00 %"},
        {"1.500,5.000", "\"1.500,5.000\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"12.5,0", "\"12.5,0\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"0.150,5", "\"0.150,5\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"12,5,0", "\"12,5,0\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"12,34567", "\"12,34567\" " TOO_LONG},
        {"12.34567", "\"12.34567\" " TOO_LONG},
        {"1234567890123,5", "\"1234567890123,5\" " TOO_LONG},
        {"45/60", "dibaca 75,00 % (45/60)"},
        {"45/60 %", "dibaca 75,00 % (45/60)"},
        {"1/3", "dibaca 33,3333 % (1/3)"},
        {"2/3", "dibaca 66,6667 % (2/3)"},
        {"1/80000", "dibaca 0,0013 % (1/80.000)"},
        {"1.500/2.000", "dibaca 75,00 % (1.500/2.000)"},
        {"12,5/50", "dibaca 25,00 % (12,5/50)"},
        {"0/60", "dibaca 0,00 % (0/60)"},
        {"61/60", "dibaca 101,6667 % (61/60)"},
        {"45/0", "\"45/0\" perlu penyebut di atas nol dan tanpa tanda minus. Contoh: 45/60"},
        {"-45/60", "\"-45/60\" perlu penyebut di atas nol dan tanpa tanda minus. Contoh: 45/60"},
        {"45/-60", "\"45/-60\" perlu penyebut di atas nol dan tanpa tanda minus. Contoh: 45/60"},
        {"45/", "\"45/\" bukan pecahan. Contoh: 45/60"},
        {"/60", "\"/60\" bukan pecahan. Contoh: 45/60"},
        {"45/60/2", "\"45/60/2\" bukan pecahan. Contoh: 45/60"},
        {"999999999999/0,0001", "\"999999999999/0,0001\" " TOO_LONG},
        {"s45/60", "\"s45/60\" memakai s.d. kini sekaligus pecahan: tulis salah satunya"},
    };
    assert_answers(&percent, AGGREGATION_SUM, 0, row, ROWS(row));
}

static void other_decimal_unit_has_the_same_two_readings(void **state) {
    (void)state;
    static const struct row row[] = {
        {"1.500", "\"1.500\" bisa berarti dua angka: tulis 1500 atau 1,5"},
        {"s1.500", "\"s1.500\" bisa berarti dua angka: tulis s1500 atau s1,5"},
        {"1,500 ton", "dibaca 1,5 ton"},
        {"0.150", "dibaca 0,15 ton"},
        {"-1,25", "dibaca -1,25 ton"},
        {"s5,5", "dibaca -4,5 ton (s.d. kini 5,5)"},
        {"45/60", "\"45/60\" adalah pecahan, yang hanya berlaku untuk persentase: tulis hasilnya dalam ton"},
    };
    assert_answers(&tonne, AGGREGATION_SUM, 10, row, ROWS(row));
}

/* 1500 laporan, jumlah 375 x 4, typed 375 and 375. */
static void sum_may_be_typed_to_date(void **state) {
    (void)state;
    static const struct row row[] = {
        {"s1.050", "dibaca 300 laporan (s.d. kini 1.050)"},
        {"S1050 laporan", "dibaca 300 laporan (s.d. kini 1.050)"},
        {"s750", "dibaca 0 laporan (s.d. kini 750)"},
        {"300", "dibaca 300 laporan"},
        {"s700", "\"s700\" kurang dari jumlah triwulan sebelumnya, 750 laporan: tulis jumlah s.d. kini"},
        {"s-5", "\"s-5\" negatif, padahal laporan dihitung dari nol. Contoh: 12"},
        {"s", "\"s\" bukan angka. Contoh: 1500"},
        {"ss5", "\"ss5\" bukan angka. Contoh: 1500"},
    };
    assert_answers(&report, AGGREGATION_SUM, 750, row, ROWS(row));

    static const struct row elsewhere[] = {
        {"s750", "\"s750\" memakai s.d. kini, yang hanya berlaku untuk agregasi jumlah: hapus s-nya"},
    };
    assert_answers(&report, AGGREGATION_POSITION, 0, elsewhere, ROWS(elsewhere));
    assert_answers(&report, AGGREGATION_MEAN, 0, elsewhere, ROWS(elsewhere));
    assert_answers(&report, AGGREGATION_YEARLY, 0, elsewhere, ROWS(elsewhere));
}

static void unit_may_have_a_slash_or_a_space(void **state) {
    (void)state;
    static const struct row months[] = {
        {"28 orang/bulan", "dibaca 28 orang/bulan"},
        {"28Orang/Bulan", "dibaca 28 orang/bulan"},
        {"28 orang",
         "\"28 orang\" memakai satuan lain: satuan indikator ini orang/bulan. Tulis angkanya saja"},
    };
    assert_answers(&person_month, AGGREGATION_MEAN, 0, months, ROWS(months));
    static const struct row enterprises[] = {{"4 unit usaha", "dibaca 4 unit usaha"}};
    assert_answers(&enterprise, AGGREGATION_SUM, 0, enterprises, ROWS(enterprises));
}

static void anything_else_is_refused(void **state) {
    (void)state;
    static const struct row row[] = {
        {"", "\"\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"  \xC2\xA0", "\"\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"-", "\"-\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"abc", "\"abc\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"%", "\"%\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"+5", "\"+5\" bukan angka. Contoh: 12,5 atau 45/60"},
        {",5", "\",5\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"5,", "\"5,\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"5-", "\"5-\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"1-3.500", "\"1-3.500\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"1 500", "\"1 500\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"5 -", "\"5 -\" bukan angka. Contoh: 12,5 atau 45/60"},
        {"1e3", "\"1e3\" memakai satuan lain: satuan indikator ini %. Tulis angkanya saja"},
        {"5\x1b[2J", "\"5?[2J\" memakai satuan lain: satuan indikator ini %. Tulis angkanya saja"},
        {"11111111111111111111111111111111111111111",
         "\"11111111111111111111111111111111111111111\" " TOO_LONG},
        {"1 "
         "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
         "x",
         "\"1 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" memakai satuan lain: satuan "
         "indikator ini %. Tulis angkanya saja"},
    };
    assert_answers(&percent, AGGREGATION_POSITION, 0, row, ROWS(row));
}

static void to_date_beyond_the_range_is_refused(void **state) {
    (void)state;
    static const struct row row[] = {{"s-999.999.999.999", "\"s-999.999.999.999\" " TOO_LONG}};
    assert_answers(&tonne, AGGREGATION_SUM, 1, row, ROWS(row));
}

static void keeps_the_fraction_with_the_value(void **state) {
    (void)state;
    const struct typed_for what = {.unit = &percent, .aggregation = AGGREGATION_POSITION};
    struct typed typed;
    struct err err;
    assert_true(typed_read("45/60", what, &typed, &err));
    assert_int_equal(typed.value.units, 750000);
    assert_int_equal(typed.fraction.numerator.units, 450000);
    assert_int_equal(typed.fraction.denominator.units, 600000);
    assert_true(typed_read("75", what, &typed, &err));
    assert_int_equal(typed.fraction.denominator.units, 0);
}

static void values_print_with_their_unit(void **state) {
    (void)state;
    char text[64];
    measure_print(decimal_whole(1500), &report, text, sizeof text);
    assert_string_equal(text, "1.500 laporan");
    measure_print((struct decimal){923000}, &percent, text, sizeof text);
    assert_string_equal(text, "92,30 %");
    measure_print((struct decimal){12500}, &tonne, text, sizeof text);
    assert_string_equal(text, "1,25 ton");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(count_takes_dots_as_thousands),
        cmocka_unit_test(percentage_takes_decimals_and_fractions),
        cmocka_unit_test(other_decimal_unit_has_the_same_two_readings),
        cmocka_unit_test(sum_may_be_typed_to_date),
        cmocka_unit_test(unit_may_have_a_slash_or_a_space),
        cmocka_unit_test(anything_else_is_refused),
        cmocka_unit_test(to_date_beyond_the_range_is_refused),
        cmocka_unit_test(keeps_the_fraction_with_the_value),
        cmocka_unit_test(values_print_with_their_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
