/* What may happen to the line between a person and the Lembar Isian: other terminals, other sizes, signals, a
 * dropped connection, a kill. Nothing typed is lost, and the terminal is given back as it was. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* Types half a value and waits until its draft is on disk. */
static struct terminal *half_typed(const char *home) {
    struct terminal *terminal = sheet_open(home, NULL);
    terminal_type(terminal, "75,");
    while (terminal_find(terminal, "Draf tersimpan") < 0)
        terminal_settle(terminal);
    return terminal;
}

/* The next start opens at the cell with the text in it; Enter keeps it. */
static void expect_resumed(const char *home, const char *cell) {
    struct terminal *terminal = menu_open(home, NULL);
    terminal_expect(terminal, "Ketikan terakhir di IKU-04 dikembalikan, belum disimpan");
    terminal_expect(terminal, cell);
    sheet_stored(home, "IKU-04", "");
    terminal_type(terminal, "5\r");
    terminal_expect(terminal, "IKU-04 dibaca 75,50 %");
    terminal_type(terminal, "Q");
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
    sheet_stored(home, "IKU-04", "75.50");

    terminal = menu_open(home, NULL);
    terminal_expect(terminal, "TRIWULAN 2025");
    terminal_close(terminal);
}

/* --- what was typed --- */

static void test_killed(void **state) {
    struct terminal *terminal = half_typed(*state);
    terminal_signal(terminal, SIGKILL);
    assert_int_equal(terminal_wait(terminal), 128 + SIGKILL);
    terminal_close(terminal);
    expect_resumed(*state, "[75,       ]");
}

/* Asked to end, the program keeps what was typed a moment ago and is gone. */
static void test_ending_signals(void **state) {
    static const int numbers[] = {SIGHUP, SIGTERM, SIGINT};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct terminal *terminal = sheet_open(*state, NULL);
        terminal_type(terminal, "\02575,");
        terminal_signal(terminal, numbers[i]);
        assert_int_equal(terminal_wait(terminal), 0);
        assert_true(terminal_restored(terminal));
        terminal_close(terminal);
    }
    expect_resumed(*state, "[75,       ]");
}

static void test_line_drops(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "75,");
    terminal_hang_up(terminal);
    terminal_wait(terminal);
    terminal_close(terminal);
    expect_resumed(*state, "[75,       ]");
}

static void test_left_half_typed(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "75,");
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
    expect_resumed(*state, "[75,       ]");
}

/* Abandoned is abandoned: no draft is left behind. */
static void test_abandoned(void **state) {
    struct terminal *terminal = half_typed(*state);
    terminal_type(terminal, "\033");
    terminal_expect(terminal, "  Tersimpan");
    terminal_signal(terminal, SIGKILL);
    terminal_wait(terminal);
    terminal_close(terminal);
    terminal = menu_open(*state, NULL);
    terminal_expect(terminal, "TRIWULAN 2025");
    terminal_close(terminal);
    sheet_stored(*state, "IKU-04", "");
}

/* A crash gives the terminal back and is still a crash. */
static void test_crash(void **state) {
    static const int numbers[] = {SIGSEGV, SIGABRT, SIGQUIT};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct terminal *terminal = sheet_open(*state, NULL);
        terminal_signal(terminal, numbers[i]);
        assert_int_equal(terminal_wait(terminal), 128 + numbers[i]);
        assert_true(terminal_restored(terminal));
        terminal_close(terminal);
    }
    sheet_stored(*state, "IKU-04", "");
}

static void test_stopped_and_continued(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "75,");
    terminal_signal(terminal, SIGTSTP);
    terminal_wait_stopped(terminal);
    assert_true(terminal_restored(terminal));
    terminal_signal(terminal, SIGCONT);
    terminal_settle(terminal);
    terminal_expect(terminal, "[75,       ]");

    terminal_type(terminal, "\032");
    terminal_wait_stopped(terminal);
    assert_true(terminal_restored(terminal));
    terminal_signal(terminal, SIGCONT);
    terminal_settle(terminal);
    terminal_type(terminal, "5\r");
    terminal_expect(terminal, "IKU-04 dibaca 75,50 %");
    terminal_close(terminal);
    sheet_stored(*state, "IKU-04", "75.50");
}

/* --- sizes --- */

static void test_sizes(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "75,");
    terminal_resize(terminal, 10, 40);
    terminal_expect_row(terminal, 0, "Layar terlalu kecil (40x10), perlu 80x24");
    terminal_expect_row(terminal, 1, "Q = keluar");
    terminal_type(terminal, "9\r");
    terminal_resize(terminal, 1, 1);
    terminal_resize(terminal, 43, 132);
    terminal_expect(terminal, "[75,       ]");
    terminal_expect(terminal, "TW lalu");
    terminal_resize(terminal, 24, 80);
    terminal_expect(terminal, "[75,       ]");
    terminal_type(terminal, "5\r");
    terminal_close(terminal);
    sheet_stored(*state, "IKU-04", "75.50");
}

/* --- terminals --- */

static void test_refused_terminals(void **state) {
    static const struct {
        const char *term, *said;
    } cases[] = {{"", "TERM belum diatur"},
                 {"dumb", "terminal \"dumb\" tidak dapat menempatkan"},
                 {"tidak-ada", "terminal \"tidak-ada\" tidak dapat menempatkan"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct terminal *terminal = menu_open(*state, &(struct terminal_setup){.term = cases[i].term});
        assert_int_equal(terminal_wait(terminal), 1);
        assert_true(terminal_restored(terminal));
        terminal_expect(terminal, cases[i].said);
        terminal_expect(terminal, "triwulan lihat");
        terminal_close(terminal);
    }
    sheet_stored(*state, "IKU-04", "");
}

static void test_terminals(void **state) {
    static const char *const terms[] = {"vt100",          "vt220", "linux",           "xterm",
                                        "xterm-256color", "putty", "screen-256color", "tmux-256color"};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        struct terminal *terminal = sheet_open(*state, &(struct terminal_setup){.term = terms[i]});
        const struct buf *output = terminal_output(terminal);
        assert_non_null(memmem(output->data, output->length, "\033[?2004h", 8));
        terminal_type(terminal, "75,5\r");
        terminal_expect(terminal, "IKU-04 dibaca 75,50 %");
        terminal_key(terminal, VTERM_KEY_UP);
        terminal_key(terminal, VTERM_KEY_DEL);
        terminal_expect(terminal, "IKU-04 dikosongkan");
        terminal_type(terminal, "q");
        assert_int_equal(terminal_wait(terminal), 0);
        assert_non_null(memmem(output->data, output->length, "\033[?2004l", 8));
        terminal_close(terminal);
    }
    sheet_stored(*state, "IKU-04", "");
}

/* Outside UTF-8 all is ASCII; without colours nothing is coloured. */
static void test_plain(void **state) {
    static const char *const plain[] = {"LC_ALL=C", "NO_COLOR=1", NULL};
    struct terminal *terminal = menu_open(*state, &(struct terminal_setup){.environment = plain});
    const struct buf *output = terminal_output(terminal);
    terminal_expect(terminal, "terlambat 179 hari");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "[....................]");
    terminal_expect(terminal, "--------------------");
    for (size_t i = 0; i < output->length; i++)
        assert_true((unsigned char)output->data[i] < 0x80);
    assert_null(memmem(output->data, output->length, "\033[31m", 5));
    terminal_close(terminal);

    terminal = menu_open(*state, NULL);
    output = terminal_output(terminal);
    assert_non_null(memmem(output->data, output->length, "\033[31m", 5));
    terminal_close(terminal);
    sheet_stored(*state, "IKU-04", "");
}

/* --- keys of other terminals --- */

/* PuTTY's keypad stays numeric; should it be in application mode all the same, its digits are digits. */
static void test_keypad(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    const struct buf *output = terminal_output(terminal);
    assert_non_null(memmem(output->data, output->length, "\033>", 2));
    assert_null(memmem(output->data, output->length, "\033=", 2));
    terminal_send(terminal, "\033Ow\033Ou\033Ol\033Ou\033OM", 5);
    terminal_expect(terminal, "IKU-04 dibaca 75,50 %");
    terminal_send(terminal, "\033Os\033Ou\033On\033Op\033Oj\033OM", 6);
    terminal_expect(terminal, "PRO-10 dibaca 35,00 %");
    terminal_expect(terminal, "35,00*");
    terminal_close(terminal);
    sheet_stored(*state, "IKU-04", "75.50");
}

static void test_sequences(void **state) {
    static const struct {
        const char *bytes, *shown;
    } cases[] = {
        {"\033[4~", "SUB-21>"},       {"\033[1~", "IKU-04>"},        {"\033[B", "PRO-10>"},
        {"\033OB", "PRO-11>"},        {"\033OA", "PRO-10>"},         {"\033[6~", "SUB-18>"},
        {"\033[5~", "PRO-10>"},       {"\033OF", "SUB-21>"},         {"\033OH", "IKU-04>"},
        {"\033[15~", "hanya kosong"}, {"\033[[E", "ISIAN TW III"},   {"\033[11~", "BANTUAN"},
        {"\033", "ISIAN TW III"},     {"\033[[A", "BANTUAN"},        {"\033", "ISIAN TW III"},
        {"\033OP", "BANTUAN"},        {"\033", "ISIAN TW III"},      {"\033[13~", "CARI"},
        {"\033", "ISIAN TW III"},     {"\033[1;5A", "ISIAN TW III"}, {"\033[99;99x", "ISIAN TW III"},
    };
    struct terminal *terminal = sheet_open(*state, &(struct terminal_setup){.columns = 100});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        terminal_send(terminal, cases[i].bytes, 1);
        terminal_expect(terminal, cases[i].shown);
    }
    terminal_close(terminal);
    sheet_stored(*state, "IKU-04", "");
}

/* Backspace is whatever the terminal sends for it; Ctrl-S freezes nothing and keeps. */
static void test_control_keys(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "789\177\b5,5\023");
    terminal_expect(terminal, "IKU-04 dibaca 75,50 %");
    terminal_expect(terminal, "IKU-04>");
    terminal_type(terminal, "\014\003\004");
    terminal_expect(terminal, "IKU-04>");
    terminal_close(terminal);
    sheet_stored(*state, "IKU-04", "75.50");
}

int main(void) {
    static const struct CMUnitTest tests[] = {
#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
        T(test_killed),
        T(test_ending_signals),
        T(test_line_drops),
        T(test_left_half_typed),
        T(test_abandoned),
        T(test_crash),
        T(test_sizes),
        T(test_stopped_and_continued),
        T(test_refused_terminals),
        T(test_terminals),
        T(test_plain),
        T(test_keypad),
        T(test_sequences),
        T(test_control_keys),
#undef T
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
