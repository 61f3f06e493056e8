/* The real program on a pseudo-terminal, as a person meets it: keys go in, the screen is rendered by
 * libvterm.
 *
 * Nothing here sleeps. A program that follows the idle contract writes "N\n" (keys decoded so far) to the
 * descriptor in TRIWULAN_DIAM_FD before each blocking read; a call that sends keys returns once N has reached
 * all that were sent, or the program has ended or stopped, and everything it wrote till then is on the
 * screen. A program that goes silent for TERMINAL_GUARD_SECONDS fails the test, with the screen in the
 * message.
 *
 * As under a shell, the program leads a foreground process group of its own, whose parent watches it: so that
 * SIGTSTP stops it and a hang-up reaches it. Its environment is the clean one of launch.h.
 *
 * Rows and columns count from 0. Failures are cmocka's, so calls belong into a test. */
#ifndef E2E_TERMINAL_H
#define E2E_TERMINAL_H

#include "base/buf.h"
#include <stdbool.h>
#include <stddef.h>
#include <vterm.h>

enum { TERMINAL_GUARD_SECONDS = 30 };

struct terminal;

/* All may be left out. */
struct terminal_setup {
    const char *program;            /* NULL: $TRIWULAN_PROGRAM */
    const char *const *arguments;   /* those after the program's name, NULL at the end */
    const char *const *environment; /* "NAME=value", instead of the above or beside; NULL at the end */
    const char *home;               /* the caller's (home_new); NULL: a new one, removed by terminal_close */
    const char *term;               /* NULL: xterm-256color; "": no TERM at all */
    int rows, columns;              /* 0: 24, 80 */
};

/* Starts the program and waits until it is idle or gone. The caller closes it. */
struct terminal *terminal_open(const struct terminal_setup *setup);

/* Kills what still runs and frees everything; NULL is fine. */
void terminal_close(struct terminal *terminal);

/* Each character (UTF-8) is one key: "375\r", "\033", "\023" for Ctrl-S. Sent in one burst. */
void terminal_type(struct terminal *terminal, const char *text);

/* One key: VTERM_KEY_UP, VTERM_KEY_FUNCTION(8) …, as an xterm sends it. */
void terminal_key(struct terminal *terminal, VTermKey key);

/* Raw bytes that the program shall decode as `keys` keys: another terminal's sequences, pasted text. */
void terminal_send(struct terminal *terminal, const char *bytes, size_t keys);

/* Waits for the program's next idle mark, whatever it counts; after SIGCONT, for example. */
void terminal_settle(struct terminal *terminal);

/* A new size, and the wait for the program to have drawn it. */
void terminal_resize(struct terminal *terminal, int rows, int columns);

/* Sends a signal and returns at once: terminal_wait, terminal_wait_stopped or terminal_settle follows. */
void terminal_signal(struct terminal *terminal, int number);

/* The line drops: the kernel hangs up. terminal_wait follows; there is nothing more to see then. */
void terminal_hang_up(struct terminal *terminal);

/* Waits for the end; the exit status as a shell gives it: 0 to 255, or 128 and the signal. */
int terminal_wait(struct terminal *terminal);
void terminal_wait_stopped(struct terminal *terminal);
bool terminal_ended(const struct terminal *terminal);

/* What the shell would find: the settings of the line as they were before the program, the cursor visible,
 * the ordinary screen shown. */
bool terminal_restored(const struct terminal *terminal);

/* A row's text without blanks at its end, UTF-8; borrowed until that row is asked for again. A wide character
 * takes two columns and stands here once. */
const char *terminal_row(struct terminal *terminal, int row);

/* The first row with `text` in it, or -1. */
int terminal_find(struct terminal *terminal, const char *text);

/* One letter a column: R reverse, B bold, U underline, C coloured, in this order of precedence; else '.'.
 * Without dots at the end; borrowed as above. */
const char *terminal_styles(struct terminal *terminal, int row);

struct terminal_style {
    bool bold, underline, reverse, blink;
    int foreground, background; /* 0 to 255; -1: the terminal's own */
};
struct terminal_style terminal_style(const struct terminal *terminal, int row, int column);

struct terminal_cursor {
    int row, column;
    bool visible;
};
struct terminal_cursor terminal_cursor(const struct terminal *terminal);

/* Everything the program has written to the terminal; `length` counts it. */
const struct buf *terminal_output(const struct terminal *terminal);

/* The UTF-8 length of the cells whose text changed since the last call; since a blank screen, the first time.
 */
size_t terminal_changed(struct terminal *terminal);

/* Assertions that show the whole screen when they fail. */
#define terminal_expect(terminal, text) terminal_expect_at(terminal, text, true, __FILE__, __LINE__)
#define terminal_expect_no(terminal, text) terminal_expect_at(terminal, text, false, __FILE__, __LINE__)
#define terminal_expect_row(terminal, row, text)                                                             \
    terminal_expect_row_at(terminal, row, text, __FILE__, __LINE__)
void terminal_expect_at(struct terminal *terminal, const char *text, bool present, const char *file,
                        int line);
void terminal_expect_row_at(struct terminal *terminal, int row, const char *text, const char *file, int line);

#endif
