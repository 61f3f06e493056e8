/* A command's arguments. Its usage line is the grammar, so that help and parser cannot drift apart:
 *
 *   KODE                  a word that must be there           [NILAI]                one that may
 *   --judul T             an option that must be there        [--nomor N] [--x]      ones that may; x takes
 * none
 *   --format tabel|csv    one of these (lower case)
 *
 * Options are long, `--nomor N` or `--nomor=N`, but for `-o FILE`, and `-h` for --help; `--` ends them; "-5"
 * and "-" are words.
 */
#ifndef COMMAND_ARGS_H
#define COMMAND_ARGS_H

#include "base/err.h"
#include <stdbool.h>
#include <stddef.h>

enum { ARGS_MAX = 32 };

struct args {
    char **rest; /* not read yet; ends in NULL */
    int words;
    const char *word[ARGS_MAX];
    int options;
    struct args_option {
        const char *name; /* ends at its length */
        size_t length;
        const char *value; /* "" for one that takes none */
    } option[ARGS_MAX];
};

/* Reads the global options up to the first word, which names the command. ERR_USAGE. */
bool args_read_globals(struct args *args, struct err *err);

/* Reads all the rest after `grammar` and the globals; with --help nothing is missed. ERR_USAGE. */
bool args_read(struct args *args, const char *grammar, struct err *err);

/* The value given last, or NULL. */
const char *args_value(const struct args *args, const char *option);

/* The n-th word, from 0, or NULL. */
const char *args_word(const struct args *args, int n);

/* Whether `option` stands among what was not read yet. */
bool args_ahead(const struct args *args, const char *option);

#endif
