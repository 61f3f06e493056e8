#include "base/memory.h"
#include "check.h"
#include "report/pack.h"
#include "unit/small_report.h"
#include <stdlib.h>
#include <string.h>

static int setup(void **state) {
    struct report report;
    struct buf *packed = memory_alloc(1, sizeof *packed);
    small_report(&report);
    report_pack(&report, packed);
    report_release(&report);
    *state = packed;
    return 0;
}

static int teardown(void **state) {
    buf_release(*state);
    free(*state);
    return 0;
}

/* Unpacked and packed again; false when it is refused. */
static bool again(const void *data, size_t length, struct buf *out) {
    struct report report;
    struct err err = {0};
    buf_clear(out);
    if (!report_unpack(data, length, &report, &err)) {
        assert_true(err.kind == ERR_CORRUPT || err.kind == ERR_UNSUPPORTED);
        return false;
    }
    report_pack(&report, out);
    report_release(&report);
    return true;
}

static void test_same_bytes(void **state) {
    const struct buf *packed = *state;
    struct buf second = {0};
    assert_true(again(packed->data, packed->length, &second));
    assert_int_equal(second.length, packed->length);
    assert_memory_equal(second.data, packed->data, packed->length);
    buf_release(&second);
}

static void test_what_is_there(void **state) {
    const struct buf *packed = *state;
    struct report report;
    struct err err = {0};
    assert_true(report_unpack(packed->data, packed->length, &report, &err));
    assert_string_equal(report.name, "triwulan");
    assert_string_equal(report.letterhead[1], "DINAS PERDAGANGAN");
    assert_null(report.letterhead[2]);
    assert_string_equal(report.fact[1].value, "III (Juli - September) 2025");
    assert_int_equal(report.bands.band[1].from.units, 760000);
    assert_true(report.cap.capped);
    assert_string_equal(report.signature[0].nip, "196801011990031001");
    const struct report_table *table = report_part_at(&report, 1)->table;
    assert_string_equal(table->column[4].title, "Penghambat");
    assert_true(table->column[4].below);
    assert_int_equal(table->row.count, 7);
    assert_true(report_row_at(table, 2)->counts);
    assert_int_equal(report_row_at(table, 4)->cell[2].value.units, 12345675000);
    assert_string_equal(report_row_at(table, 5)->cell[3].text, "-");
    assert_int_equal(report_row_at(table, 6)->mean.column, 3);
    assert_int_equal(report_part_at(&report, 5)->table->chart, 1);
    report_release(&report);
}

static void test_prefixes(void **state) {
    const struct buf *packed = *state;
    struct buf second = {0};
    for (size_t length = 0; length < packed->length; length++) {
        char *prefix = memory_alloc(length + 1, 1); /* exact, so that valgrind sees a read beyond */
        prefix = memory_resize(prefix, length ? length : 1, 1);
        memcpy(prefix, packed->data, length);
        assert_false(again(prefix, length, &second));
        free(prefix);
    }
    buf_put(*state, "", 1);
    assert_false(again(packed->data, packed->length, &second));
    buf_release(&second);
}

/* What is taken as a report is one that packs to the same bytes. */
static void test_flipped(void **state) {
    const struct buf *packed = *state;
    struct buf second = {0};
    for (size_t at = 0; at < packed->length; at++)
        for (unsigned mask = 1; mask <= 0xFF; mask = mask * 4 - 1) {
            packed->data[at] = (char)(packed->data[at] ^ (char)mask);
            if (again(packed->data, packed->length, &second)) {
                assert_int_equal(second.length, packed->length);
                assert_memory_equal(second.data, packed->data, packed->length);
            }
            packed->data[at] = (char)(packed->data[at] ^ (char)mask);
        }
    buf_release(&second);
}

static void test_long_text(void **state) {
    (void)state;
    struct report report;
    struct err err = {0};
    struct buf text = {0}, packed = {0};
    buf_byte(&text, 'a');
    while (text.length < 70000)
        buf_text(&text, "\u00e9");
    report_init(&report, "panjang");
    report_add(&report, PART_PARAGRAPH, buf_string(&text));
    report_pack(&report, &packed);
    report_release(&report);
    assert_true(report_unpack(packed.data, packed.length, &report, &err));
    assert_int_equal(strlen(report_part_at(&report, 0)->text), UINT16_MAX);
    report_release(&report);

    report_init(&report, "panjang");
    report_add(&report, PART_PARAGRAPH, buf_string(&text) + 1);
    buf_clear(&packed);
    report_pack(&report, &packed);
    report_release(&report);
    assert_true(report_unpack(packed.data, packed.length, &report, &err));
    assert_int_equal(strlen(report_part_at(&report, 0)->text), UINT16_MAX - 1);
    report_release(&report);
    buf_release(&packed);
    buf_release(&text);
}

/* What no report of ours holds, and would lead a printer astray. */
static void test_astray(void **state) {
    static const struct report_column column = {"Angka", CONTENT_NUMBER, 10, false};
    static const struct report_mean means[] = {{.column = 1, .first = 0}, {.column = 0, .first = 1}};
    (void)state;
    struct buf packed = {0}, second = {0};
    for (size_t i = 0; i < 3; i++) {
        struct report report;
        report_init(&report, i < 2 ? "rata" : "bukan \xC0\xAF UTF-8");
        struct report_table *table = report_add_table(&report, &column, 1);
        report_add_row(&report, table, REPORT_TOTAL);
        if (i < 2)
            report_last_row(table)->mean = means[i];
        buf_clear(&packed);
        report_pack(&report, &packed);
        report_release(&report);
        assert_false(again(packed.data, packed.length, &second));
    }
    buf_release(&packed);
    buf_release(&second);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_same_bytes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_what_is_there, setup, teardown),
        cmocka_unit_test_setup_teardown(test_prefixes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_flipped, setup, teardown),
        cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_astray),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
