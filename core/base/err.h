/* Errors are values: a function that can fail takes a `struct err *` last and returns false after setting it.
 *
 * Texts are plain Indonesian, written for the person at the keyboard: what failed first, the subject in
 * double quotes, what to do next; no full stop at the end. Layers below the top may prefix; only the top
 * prints. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdarg.h>
#include <stdbool.h>

/* kind, exit status of a command that ends with it */
#define ERR_KINDS(X)                                                                                         \
    X(ERR_NONE, 0)                                                                                           \
    X(ERR_USAGE, 2)                                                                                          \
    X(ERR_INVALID, 1)                                                                                        \
    X(ERR_DENIED, 1)                                                                                         \
    X(ERR_STEP, 1) /* not at this step of the workflow */                                                    \
    X(ERR_NOT_FOUND, 1)                                                                                      \
    X(ERR_STALE, 1)                                                                                          \
    X(ERR_BUSY, 1)                                                                                           \
    X(ERR_FULL, 1)                                                                                           \
    X(ERR_IO, 1)                                                                                             \
    X(ERR_CORRUPT, 1)                                                                                        \
    X(ERR_UNSUPPORTED, 1)

enum err_kind {
#define X(kind, status) kind,
    ERR_KINDS(X)
#undef X
};

enum { ERR_TEXT_MAX = 512 };

struct err {
    enum err_kind kind;
    char text[ERR_TEXT_MAX]; /* passed text_printable; cut at a character when longer */
};

/* Sets kind and text. Always returns false, so that `return err_set(...)` reads well. */
bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts "prefix: " before the text, keeping the kind. Always returns false. */
bool err_prefix(struct err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A failed system call: "what was tried: reason; what to do", kind and reason taken from `error` (errno): a
 * full disk or quota is ERR_FULL, a missing file ERR_NOT_FOUND, the rest ERR_IO. Always returns false. */
bool err_system(struct err *err, int error, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The exit status (0, 1 or 2) of a kind. */
int err_exit_status(enum err_kind kind);

#endif
