#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/csv.h"
#include <string.h>

/* The rows of a document, each "line:field|field|field\n". */
static bool rows_of(const char *data, size_t length, struct buf *rows, struct err *err) {
    struct csv_reader reader;
    csv_reader_init(&reader, data, length);
    while (csv_reader_next(&reader, err)) {
        buf_printf(rows, "%d:", reader.line);
        for (int i = 0; i < reader.count; i++)
            buf_printf(rows, "%s%s", i ? "|" : "", reader.field[i]);
        buf_byte(rows, '\n');
    }
    csv_reader_release(&reader);
    return err->kind == ERR_NONE;
}

static void reads_what_spreadsheets_write(void **state) {
    (void)state;
    static const struct {
        const char *data, *rows;
    } cases[] = {
        {"", ""},
        {"\n\r\n\n", ""},
        {"kode,nilai\r\nIKU-01,12.5\r\n", "1:kode|nilai\n2:IKU-01|12.5\n"},
        {"kode,nilai\nIKU-01,12.5", "1:kode|nilai\n2:IKU-01|12.5\n"},
        {"kode;nilai\nIKU-01;12,5\n", "1:kode|nilai\n2:IKU-01|12,5\n"},
        {"kode\tnilai\nIKU-01\t1,5;2\n", "1:kode|nilai\n2:IKU-01|1,5;2\n"},
        {"\xEF\xBB\xBFkode;nilai\n", "1:kode|nilai\n"},
        {"\"a,b,c\";d\n", "1:a,b,c|d\n"}, /* commas within quotes do not decide */
        {"\"a\nb\";c\n", "1:a\nb|c\n"},   /* nor do its lines */
        {"a\nb,c\n", "1:a\n2:b|c\n"},
        {"a,b,\n,,\n", "1:a|b|\n2:||\n"},
        {"a,\"b \"\"c\"\"\",\"\"\n\"\"\n", "1:a|b \"c\"|\n2:\n"},
        {"a,\"satu\r\ndua\n\"\nb\n", "1:a|satu\r\ndua\n\n4:b\n"}, /* line numbers count inside quotes */
        {"\n\na\n\nb\n", "3:a\n5:b\n"},
        {" a , b\"c\"\n", "1: a | b\"c\"\n"}, /* a quote inside a plain field is itself */
        {"a\rb,c\n", "1:a\rb|c\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf rows = {0};
        struct err err;
        assert_true(rows_of(cases[i].data, strlen(cases[i].data), &rows, &err));
        assert_string_equal(buf_string(&rows), cases[i].rows);
        buf_release(&rows);
    }
}

static void names_the_line_of_a_fault(void **state) {
    (void)state;
    static const struct {
        const char *data;
        size_t length;
        const char *rows, *text;
    } cases[] = {
        {"a\n\"b", 4, "1:a\n", "baris 2: tanda kutip tidak ditutup; tambahkan kutip penutup"},
        {"a\n\"", 3, "1:a\n", "baris 2: tanda kutip tidak ditutup; tambahkan kutip penutup"},
        {"\"b\"\"", 4, "", "baris 1: tanda kutip tidak ditutup; tambahkan kutip penutup"},
        {"a\n\n\"b\"c,d\ne\n", 12, "1:a\n",
         "baris 3: ada teks di belakang kutip penutup; tulis kutip di dalam teks dua kali"},
        {"a,b\0c\n", 6, "", "baris 1: ada byte NUL; simpan ulang sebagai CSV UTF-8"},
        {"a,\"\0\"\n", 6, "", "baris 1: ada byte NUL; simpan ulang sebagai CSV UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf rows = {0};
        struct err err;
        assert_false(rows_of(cases[i].data, cases[i].length, &rows, &err));
        assert_int_equal(err.kind, ERR_INVALID);
        assert_string_equal(err.text, cases[i].text);
        assert_string_equal(buf_string(&rows), cases[i].rows);
        buf_release(&rows);
    }
}

static void gives_up_after_a_fault(void **state) {
    (void)state;
    struct csv_reader reader;
    struct err err;
    csv_reader_init(&reader, "x,\"a\"b\nc\n", 9);
    assert_false(csv_reader_next(&reader, &err));
    assert_int_equal(err.kind, ERR_INVALID);
    assert_int_equal(reader.fault, 2);
    assert_int_equal(reader.count, 0);
    assert_false(csv_reader_next(&reader, &err));
    assert_int_equal(err.kind, ERR_NONE);
    csv_reader_release(&reader);
}

static void bounds_the_fields(void **state) {
    (void)state;
    static const struct {
        size_t fields, bytes;
        const char *text; /* NULL: accepted */
    } cases[] = {
        {CSV_FIELDS_MAX, 1, NULL},
        {CSV_FIELDS_MAX + 1, 1, "baris 1: lebih dari 64 kolom; periksa tanda pemisahnya"},
        {2, CSV_FIELD_BYTES_MAX, NULL},
        {2, CSV_FIELD_BYTES_MAX + 1,
         "baris 1: isi kolom terlalu panjang, paling banyak 65536 byte; pendekkan"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf data = {0}, rows = {0};
        struct err err;
        for (size_t field = 0; field < cases[i].fields; field++) {
            buf_text(&data, field ? "," : "");
            for (size_t byte = 0; byte < cases[i].bytes; byte++)
                buf_byte(&data, 'x');
        }
        assert_int_equal(rows_of(data.data, data.length, &rows, &err), !cases[i].text);
        if (cases[i].text)
            assert_string_equal(err.text, cases[i].text);
        else
            assert_memory_equal(rows.data + 2, "x", 1);
        buf_release(&data);
        buf_release(&rows);
    }
}

static void writes_rfc_4180_without_formulas(void **state) {
    (void)state;
    static const struct {
        const char *text, *field;
    } cases[] = {
        {"", ""},
        {"laporan", "laporan"},
        {"a,b", "\"a,b\""},
        {"a;b", "\"a;b\""},
        {"kata \"kutip\"", "\"kata \"\"kutip\"\"\""},
        {"satu\ndua", "\"satu\ndua\""},
        {"=1+1", "'=1+1"},
        {"+62", "'+62"},
        {"-", "'-"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\tx", "\"'\tx\""},
        {"\rx", "\"'\rx\""},
        {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
        {"1-2", "1-2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        csv_put_text(&out, cases[i].text);
        assert_string_equal(buf_string(&out), cases[i].field);
        buf_release(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_spreadsheets_write),    cmocka_unit_test(names_the_line_of_a_fault),
        cmocka_unit_test(gives_up_after_a_fault),           cmocka_unit_test(bounds_the_fields),
        cmocka_unit_test(writes_rfc_4180_without_formulas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
