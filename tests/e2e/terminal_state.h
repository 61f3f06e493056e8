/* What terminal.c (the process, keys, waiting) and terminal_screen.c (looking) share. */
#ifndef E2E_TERMINAL_STATE_H
#define E2E_TERMINAL_STATE_H

#include "e2e/terminal.h"
#include <sys/types.h>
#include <termios.h>

enum { TERMINAL_ROWS_MAX = 200 };

struct terminal {
    pid_t watcher, program;
    int master;            /* our side of the line; -1 after a hang-up */
    int line;              /* the program's side, kept open to ask for its settings */
    int marks_in;          /* idle marks */
    int report_in;         /* wait statuses from the watcher */
    struct termios before; /* the line's settings before the program started */

    struct buf input; /* keys on their way */
    size_t input_sent;
    size_t keys_sent, keys_handled;
    size_t marks, marks_before; /* idle marks seen; and when we last began to wait for a newer one */
    bool stopped, ended;
    int status; /* the last wait status */

    VTerm *vterm;
    VTermScreen *screen;
    bool alternate_screen, cursor_hidden;
    struct buf fresh;  /* read from the line, not yet shown */
    struct buf output; /* all that was shown */
    struct buf row_texts[TERMINAL_ROWS_MAX], row_styles[TERMINAL_ROWS_MAX];
    VTermScreenCell *known; /* the cells at the last terminal_changed */
    int known_rows, known_columns;

    char *own_home; /* NULL when the caller's */
};

/* libvterm, fed by what the program writes; keys come out into `input`. */
void terminal_screen_init(struct terminal *terminal, int rows, int columns);
void terminal_screen_release(struct terminal *terminal);
void terminal_screen_feed(struct terminal *terminal, const char *bytes, size_t length);

/* Fails the test with the message and the whole screen. */
_Noreturn void terminal_fail(struct terminal *terminal, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
