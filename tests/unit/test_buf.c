/* buf, bytes, arena, err, memory: what everything else stands on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/err.h"
#include "base/memory.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void buf_reads_as_a_text(void **state) {
    (void)state;
    struct buf buf = {0};
    assert_string_equal(buf_string(&buf), "");
    buf_text(&buf, "realisasi ");
    buf_printf(&buf, "%d dari %s", 375, "1500");
    buf_byte(&buf, '!');
    assert_string_equal(buf.data, "realisasi 375 dari 1500!");
    assert_int_equal(buf.length, strlen(buf.data));

    buf_clear(&buf);
    assert_string_equal(buf_string(&buf), "");
    buf_put(&buf, NULL, 0);
    assert_string_equal(buf.data, "");
    buf_release(&buf);
    assert_null(buf.data);
    buf_release(&buf);
}

static void buf_printf_grows_exactly_as_needed(void **state) {
    (void)state;
    for (int width = 1; width < 300; width++) {
        struct buf buf = {0};
        buf_text(&buf, "x");
        buf_printf(&buf, "%*d", width, 7);
        assert_int_equal(buf.length, width + 1);
        assert_int_equal(buf.data[width], '7');
        assert_int_equal(buf.data[width + 1], '\0');
        buf_release(&buf);
    }
}

static void numbers_are_big_endian(void **state) {
    (void)state;
    static const uint8_t expected[] = {0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A,
                                       0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0,    2,    'T',  'W'};
    struct buf buf = {0};
    buf_byte(&buf, 0x01);
    buf_u16(&buf, 0x0203);
    buf_u32(&buf, 0x04050607);
    buf_u64(&buf, 0x08090A0B0C0D0E0F);
    buf_sized_text(&buf, "TW");
    assert_int_equal(buf.length, sizeof expected);
    assert_memory_equal(buf.data, expected, sizeof expected);

    char text[3];
    struct bytes bytes = bytes_from(buf.data, buf.length);
    assert_int_equal(bytes_u8(&bytes), 0x01);
    assert_int_equal(bytes_u16(&bytes), 0x0203);
    assert_int_equal(bytes_u32(&bytes), 0x04050607);
    assert_false(bytes_done(&bytes));
    assert_true(bytes_u64(&bytes) == 0x08090A0B0C0D0E0F);
    bytes_sized_text(&bytes, text, sizeof text);
    assert_string_equal(text, "TW");
    assert_true(bytes_done(&bytes));
    buf_release(&buf);
}

static void a_failed_read_is_sticky(void **state) {
    (void)state;
    static const uint8_t data[] = {1, 2, 3};
    uint8_t copy[2] = {9, 9};
    struct bytes bytes = bytes_from(data, sizeof data);
    assert_int_equal(bytes_u8(&bytes), 1);
    assert_int_equal(bytes_u32(&bytes), 0);
    assert_true(bytes.failed);
    assert_int_equal(bytes_u8(&bytes), 0);
    bytes_copy(&bytes, copy, sizeof copy);
    assert_int_equal(copy[0] | copy[1], 0);
    assert_false(bytes_done(&bytes));

    bytes = bytes_from(data, sizeof data);
    bytes_copy(&bytes, copy, sizeof copy);
    assert_int_equal(copy[1], 2);
    bytes_copy(&bytes, NULL, 0);
    assert_false(bytes.failed);
}

static void sized_texts_that_do_not_fit_fail(void **state) {
    (void)state;
    static const struct {
        const char *data;
        size_t length;
        const char *text; /* NULL: fails */
    } cases[] = {
        {"\0\0", 2, ""}, {"\0\3abc", 5, "abc"}, {"\0\4abcd", 6, NULL}, {"\0\3ab", 4, NULL},
        {"\0", 1, NULL}, {"\0\3a\0c", 5, NULL}, {"\xFF\xFF", 2, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[4] = "zzz";
        struct bytes bytes = bytes_from(cases[i].data, cases[i].length);
        bytes_sized_text(&bytes, out, sizeof out);
        assert_int_equal(bytes_done(&bytes), cases[i].text != NULL);
        assert_string_equal(out, cases[i].text ? cases[i].text : "");
    }
}

static void arena_gives_zeroed_aligned_memory(void **state) {
    (void)state;
    static const size_t sizes[] = {0, 1, 3, 16, 100, 5000, 16000, 17000, 100000};
    static const uint8_t zeros[100000];
    struct arena arena = {0};
    for (size_t round = 0; round < 5; round++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            char *text = arena_text(&arena, "SUB-18, dan seterusnya", 6);
            uint8_t *memory = arena_alloc(&arena, sizes[i], 1);
            assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
            assert_memory_equal(memory, zeros, sizes[i]);
            memset(memory, 0xAA, sizes[i]);
            assert_string_equal(text, "SUB-18");
        }
    arena_release(&arena);
    assert_null(arena.last);
    arena_release(&arena);
}

static void errors_carry_kind_and_text(void **state) {
    (void)state;
    struct err err = {0};
    assert_false(err_set(&err, ERR_DENIED, "triwulan \"%s\" sudah disahkan", "2025-TW1"));
    assert_int_equal(err.kind, ERR_DENIED);
    assert_false(err_prefix(&err, "%s", "IKU-01"));
    assert_int_equal(err.kind, ERR_DENIED);
    assert_string_equal(err.text, "IKU-01: triwulan \"2025-TW1\" sudah disahkan");
    assert_int_equal(err_exit_status(ERR_NONE), 0);
    assert_int_equal(err_exit_status(ERR_USAGE), 2);
    assert_int_equal(err_exit_status(ERR_UNSUPPORTED), 1);
}

static void error_texts_are_printable_and_cut_at_a_character(void **state) {
    (void)state;
    struct err err;
    err_set(&err, ERR_IO, "berkas \"%s\"", "a\x1B[2J\xFFz");
    assert_string_equal(err.text, "berkas \"a?[2J?z\"");
    for (size_t shift = 0; shift < 3; shift++) {
        struct buf text = {0};
        buf_put(&text, "..", shift);
        for (size_t i = 0; i < 300; i++)
            buf_text(&text, "\xE2\x80\x94");
        err_set(&err, ERR_IO, "%s", text.data);
        assert_int_equal(strlen(err.text), shift + (ERR_TEXT_MAX - 1 - shift) / 3 * 3);
        assert_memory_equal(err.text, text.data, strlen(err.text));
        buf_release(&text);
    }
}

static void system_errors_say_reason_and_remedy(void **state) {
    (void)state;
    static const struct {
        int error;
        enum err_kind kind;
        const char *text;
    } cases[] = {
        {ENOSPC, ERR_FULL, "gagal \"x\": disk penuh; kosongkan tempat lalu ulangi"},
        {EPIPE, ERR_IO, "gagal \"x\": yang membacanya sudah menutup"},
        {EDQUOT, ERR_FULL, "gagal \"x\": kuota disk habis; kosongkan tempat lalu ulangi"},
        {ENOENT, ERR_NOT_FOUND, "gagal \"x\": tidak ada; periksa namanya"},
        {EACCES, ERR_IO, "gagal \"x\": tidak ada izin; hubungi pengelola"},
        {EMFILE, ERR_IO, "gagal \"x\": galat sistem 24 (Too many open files)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err err;
        assert_false(err_system(&err, cases[i].error, "gagal \"%s\"", "x"));
        assert_int_equal(err.kind, cases[i].kind);
        assert_string_equal(err.text, cases[i].text);
    }
}

static void heap_never_gives_null(void **state) {
    (void)state;
    int *zeroed = memory_alloc(1000, sizeof *zeroed);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(zeroed[i], 0);
    zeroed[999] = 7;
    zeroed = memory_resize(zeroed, 2000, sizeof *zeroed);
    assert_int_equal(zeroed[999], 7);
    zeroed = memory_resize(zeroed, 0, sizeof *zeroed);
    assert_non_null(zeroed);
    char *text = memory_text("bukti");
    assert_string_equal(text, "bukti");
    void *nothing = memory_alloc(0, 1);
    assert_non_null(nothing);
    free(nothing);
    free(text);
    free(zeroed);
}

/* Itself out of memory: it must not be run again. */
static void say_hook(void) {
    ssize_t written = write(STDERR_FILENO, "[draf disimpan]", 15);
    (void)written;
    memory_exhausted();
}

static void ask_too_much(int error_output) {
    struct arena arena = {0};
    volatile size_t count = SIZE_MAX;
    dup2(error_output, STDERR_FILENO);
    memory_on_exhausted(say_hook);
    arena_alloc(&arena, count, 2);
    _exit(0);
}

static void exhaustion_ends_with_hook_message_and_status(void **state) {
    (void)state;
    int output[2], status;
    char said[256] = "";
    assert_int_equal(pipe(output), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        ask_too_much(output[1]);
    close(output[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(read(output[0], said, sizeof said - 1) > 0);
    close(output[0]);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 1);
    assert_memory_equal(said, "[draf disimpan]memori habis: ", 29);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buf_reads_as_a_text),
        cmocka_unit_test(buf_printf_grows_exactly_as_needed),
        cmocka_unit_test(numbers_are_big_endian),
        cmocka_unit_test(a_failed_read_is_sticky),
        cmocka_unit_test(sized_texts_that_do_not_fit_fail),
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(errors_carry_kind_and_text),
        cmocka_unit_test(error_texts_are_printable_and_cut_at_a_character),
        cmocka_unit_test(system_errors_say_reason_and_remedy),
        cmocka_unit_test(heap_never_gives_null),
        cmocka_unit_test(exhaustion_ends_with_hook_message_and_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
