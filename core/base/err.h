/* Errors are values: a function that can fail takes a `struct err *` last and returns false after setting it.
 *
 * Their texts are plain Indonesian, written for the person at the keyboard: first what failed, with the subject in
 * double quotes, then what to do next, without a full stop. Layers below the top may put a prefix before it; only the
 * top prints. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/closed_set.h"
#include <stdarg.h>
#include <stdbool.h>

/* Each row has the kind, and the exit status of a command that ends with it. */
#define ERR_KINDS(X)                                                                                         \
    X(ERR_NONE, 0)                                                                                           \
    X(ERR_USAGE, 2)                                                                                          \
    X(ERR_INVALID, 1)                                                                                        \
    X(ERR_DENIED, 1)                                                                                         \
    X(ERR_STEP, 1) /* it is not possible at this step of the workflow */                                     \
    X(ERR_NOT_FOUND, 1)                                                                                      \
    X(ERR_STALE, 1)                                                                                          \
    X(ERR_BUSY, 1)                                                                                           \
    X(ERR_FULL, 1)                                                                                           \
    X(ERR_IO, 1)                                                                                             \
    X(ERR_CORRUPT, 1)                                                                                        \
    X(ERR_UNSUPPORTED, 1)                                                                                    \
    X(ERR_REPLACED, 1) /* the store's file is another one than was opened */

enum err_kind { ERR_KINDS(SET_ID) };

enum { ERR_TEXT_MAX = 512 };

struct err {
    enum err_kind kind;
    char text[ERR_TEXT_MAX]; /* as text_printable leaves it; too long a text is cut between characters */
};

/* Sets kind and text. Returns false always, so that `return err_set(...)` reads well. */
bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts "prefix: " before the text and keeps the kind. Returns false always. */
bool err_prefix(struct err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Tells of a failed system call: "what was tried: reason; what to do", with kind and reason by `error` (errno). A full
 * disk or quota is ERR_FULL, a missing file or folder ERR_NOT_FOUND, everything else ERR_IO. Returns false always. */
bool err_system(struct err *err, int error, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Returns the exit status of a kind: 0, 1 or 2. */
int err_exit_status(enum err_kind kind);

#endif
