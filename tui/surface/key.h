/* Decodes keys from the bytes that a terminal sends. Pure: it knows no terminal and no time, and takes any bytes.
 *
 * One table holds the sequences of every terminal that must work (xterm, Linux console, PuTTY, vt100, vt220, screen,
 * tmux), whatever TERM says: PuTTY calls itself xterm and sends other keys than xterm does. */
#ifndef SURFACE_KEY_H
#define SURFACE_KEY_H

#include "base/closed_set.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Each row has the name on screen. */
#define KEYS(X)                                                                                              \
    X(KEY_NONE, "") /* a sequence nobody knows, or half of one */                                            \
    X(KEY_TEXT, "") /* a character, which is in `point` */                                                   \
    X(KEY_ENTER, "Enter")                                                                                    \
    X(KEY_TAB, "Tab")                                                                                        \
    X(KEY_BACK_TAB, "Shift-Tab")                                                                             \
    X(KEY_ESCAPE, "Esc")                                                                                     \
    X(KEY_BACKSPACE, "Backspace")                                                                            \
    X(KEY_DELETE, "Del")                                                                                     \
    X(KEY_UP, "Atas")                                                                                        \
    X(KEY_DOWN, "Bawah")                                                                                     \
    X(KEY_LEFT, "Kiri")                                                                                      \
    X(KEY_RIGHT, "Kanan")                                                                                    \
    X(KEY_PAGE_UP, "PgUp")                                                                                   \
    X(KEY_PAGE_DOWN, "PgDn")                                                                                 \
    X(KEY_HOME, "Home")                                                                                      \
    X(KEY_END, "End")                                                                                        \
    X(KEY_F1, "F1")                                                                                          \
    X(KEY_F2, "F2")                                                                                          \
    X(KEY_F3, "F3")                                                                                          \
    X(KEY_F4, "F4")                                                                                          \
    X(KEY_F5, "F5")                                                                                          \
    X(KEY_F6, "F6")                                                                                          \
    X(KEY_F7, "F7")                                                                                          \
    X(KEY_F8, "F8")                                                                                          \
    X(KEY_F9, "F9")                                                                                          \
    X(KEY_F10, "F10")                                                                                        \
    X(KEY_CLEAR_LINE, "Ctrl-U")                                                                              \
    X(KEY_CANCEL, "Ctrl-G")                                                                                  \
    X(KEY_KEEP, "Ctrl-S")                                                                                    \
    X(KEY_SUSPEND, "Ctrl-Z")                                                                                 \
    X(KEY_REPAINT, "Ctrl-L")                                                                                 \
    X(KEY_PASTE_BEGIN, "")                                                                                   \
    X(KEY_PASTE_END, "")                                                                                     \
    X(KEY_IDLE, "")   /* the time given passed without a key */                                              \
    X(KEY_NEWS, "")   /* there is something to read on the watched descriptor */                             \
    X(KEY_RESIZE, "") /* the terminal has another size */                                                    \
    X(KEY_RESUME, "") /* the program goes on after having been stopped */                                    \
    X(KEY_HANGUP, "") /* the line is gone or the program is asked to end */

enum key_code { KEYS(SET_ID) KEY_COUNT };

struct key {
    enum key_code code;
    uint32_t point; /* of a KEY_TEXT: a printable character */
    bool pasted;    /* it came in a bracketed paste: text, Enter, Tab, or KEY_NONE; never a command */
    bool begins;    /* it is the first key of its paste */
};

/* Returns "F1", "Enter"; "" for a key without a name. */
const char *key_name(enum key_code code);

/* Decodes the first key of `length` bytes and returns how many bytes it took. It takes 0 when there are none, or when
 * they may be the beginning of a longer sequence. It takes at least one when there are KEY_BYTES_MAX, or with `last`,
 * which says that no more will come in time: an ESC is then the Esc key. */
enum { KEY_BYTES_MAX = 32 };
size_t key_decode(const char *bytes, size_t length, bool last, struct key *key);

#endif
