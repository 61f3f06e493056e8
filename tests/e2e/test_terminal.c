/* The harness itself, against echo_program.c. */
#include "base/memory.h"
#include "check.h"
#include "e2e/launch.h"
#include "e2e/terminal.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct terminal_setup echo_setup(void) {
    struct buf path = {0};
    buf_printf(&path, "%s/tests/e2e/echo_program", getenv("TRIWULAN_BUILD"));
    return (struct terminal_setup){.program = path.data};
}

static int setup(void **state) {
    struct terminal_setup with = echo_setup();
    *state = terminal_open(&with);
    free((void *)(uintptr_t)with.program);
    return 0;
}

static int teardown(void **state) {
    terminal_close(*state);
    return 0;
}

static void test_first_frame(void **state) {
    struct terminal *terminal = *state;
    terminal_expect_row(terminal, 0, "size 24x80");
    terminal_expect_row(terminal, 3, "漢字 é u");
    terminal_expect_no(terminal, "flood");
    assert_int_equal(terminal_find(terminal, "字 é"), 3);
    assert_int_equal(terminal_find(terminal, "nowhere"), -1);
}

static void test_clean_environment(void **state) {
    struct terminal *terminal = *state;
    terminal_expect(terminal, "/tmp/triwulan-e2e-");
}

static void test_keys_are_handled_when_typing_returns(void **state) {
    struct terminal *terminal = *state;
    static const struct {
        const char *typed, *shown;
    } cases[] = {{"a", "61"}, {"375\r", "0d"}, {"\023", "13"}, {"\033", "1b"}, {"é", "c3a9"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        terminal_type(terminal, cases[i].typed);
        terminal_expect_row(terminal, 1, cases[i].shown);
    }
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_expect_row(terminal, 1, "1b5b41");
    terminal_key(terminal, VTERM_KEY_FUNCTION(8));
    terminal_expect_row(terminal, 1, "1b5b31397e");
    terminal_send(terminal, "\033[11~x", 2);
    terminal_expect_row(terminal, 1, "78");
}

static void test_all_output_is_seen(void **state) {
    struct terminal *terminal = *state;
    size_t before = terminal_output(terminal)->length;
    terminal_type(terminal, "f");
    terminal_expect_row(terminal, 4, "flood 4999");
    assert_in_range(terminal_output(terminal)->length - before, 78890, 79000);
    assert_null(memmem(terminal_output(terminal)->data, terminal_output(terminal)->length, "passed", 6));
}

static void test_style_and_cursor(void **state) {
    struct terminal *terminal = *state;
    terminal_type(terminal, "a");
    assert_string_equal(terminal_styles(terminal, 1), "RR");
    assert_string_equal(terminal_styles(terminal, 3), "BBBB...U");
    struct terminal_style style = terminal_style(terminal, 3, 0);
    assert_true(style.bold);
    assert_int_equal(style.foreground, 1);
    assert_int_equal(style.background, -1);
    struct terminal_cursor cursor = terminal_cursor(terminal);
    assert_int_equal(cursor.row, 0);
    assert_int_equal(cursor.column, 8);
    assert_true(cursor.visible);
}

static void test_changed_cells(void **state) {
    struct terminal *terminal = *state;
    terminal_type(terminal, "a");
    terminal_changed(terminal);
    terminal_type(terminal, "a");
    assert_int_equal(terminal_changed(terminal), 0);
    terminal_type(terminal, "b");
    assert_int_equal(terminal_changed(terminal), 1);
    terminal_type(terminal, "é"); /* 62 becomes c3a9: four cells */
    assert_int_equal(terminal_changed(terminal), 4);
}

static void test_resize(void **state) {
    struct terminal *terminal = *state;
    terminal_resize(terminal, 10, 40);
    terminal_expect_row(terminal, 0, "size 10x40");
    terminal_resize(terminal, 43, 132);
    terminal_expect_row(terminal, 0, "size 43x132");
}

static void test_stop_and_continue(void **state) {
    struct terminal *terminal = *state;
    assert_false(terminal_restored(terminal));
    terminal_signal(terminal, SIGTSTP);
    terminal_wait_stopped(terminal);
    assert_true(terminal_restored(terminal));
    terminal_signal(terminal, SIGCONT);
    terminal_settle(terminal);
    terminal_type(terminal, "a");
    terminal_expect_row(terminal, 1, "61");
}

static void test_ends(void **state) {
    static const struct {
        const char *typed;
        int signal, status;
        bool restored;
    } cases[] = {{"q", 0, 7, true},
                 {"m", 0, 0, false},
                 {"n", 0, 0, false},
                 {"", SIGTERM, 0, true},
                 {"", SIGKILL, 128 + SIGKILL, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(setup(state), 0);
        struct terminal *terminal = *state;
        terminal_type(terminal, cases[i].typed);
        if (cases[i].signal)
            terminal_signal(terminal, cases[i].signal);
        assert_int_equal(terminal_wait(terminal), cases[i].status);
        assert_true(terminal_ended(terminal));
        assert_int_equal(terminal_restored(terminal), cases[i].restored);
        terminal_close(terminal);
    }
}

static void test_hang_up(void **state) {
    struct terminal *terminal = *state;
    terminal_hang_up(terminal);
    assert_int_equal(terminal_wait(terminal), 128 + SIGHUP);
}

static void test_setup(void **state) {
    (void)state;
    char *home = home_new();
    struct terminal_setup with = {
        .program = "/bin/sh",
        .arguments =
            (const char *const[]){"-c", "echo $1 $HOME $LC_ALL ${TERM-none}; exit 3", "sh", "given", NULL},
        .environment = (const char *const[]){"LC_ALL=C", NULL},
        .home = home,
        .term = "",
        .rows = 5,
        .columns = 60,
    };
    struct terminal *terminal = terminal_open(&with);
    struct buf expected = {0};
    buf_printf(&expected, "given %s C none", home);
    terminal_expect_row(terminal, 0, buf_string(&expected));
    assert_int_equal(terminal_wait(terminal), 3);
    terminal_close(terminal);
    assert_int_equal(access(home, F_OK), 0);
    buf_release(&expected);
    home_free(home);
}

static void test_program_that_is_not_there(void **state) {
    (void)state;
    struct terminal_setup with = {.program = "/nowhere"};
    struct terminal *terminal = terminal_open(&with);
    assert_int_equal(terminal_wait(terminal), 127);
    terminal_close(terminal);
}

int main(void) {
#define ON_ECHO(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        ON_ECHO(test_first_frame),
        ON_ECHO(test_clean_environment),
        ON_ECHO(test_keys_are_handled_when_typing_returns),
        ON_ECHO(test_all_output_is_seen),
        ON_ECHO(test_style_and_cursor),
        ON_ECHO(test_changed_cells),
        ON_ECHO(test_resize),
        ON_ECHO(test_stop_and_continue),
        ON_ECHO(test_hang_up),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_setup),
        cmocka_unit_test(test_program_that_is_not_there),
    };
    return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
