/* The bytes of a YAML file on their way to the parser. Here ends what the parser would buffer without bound, read in
 * its own way or fold away: too much text in one piece, invalid UTF-8, characters that text_accept refuses, in comments
 * too. */
#ifndef CONFIG_YAML_SOURCE_H
#define CONFIG_YAML_SOURCE_H

#include "config/problems.h"
#include <stdbool.h>
#include <stddef.h>

/* What is read: the file `path`, or `length` bytes of `data` where `path` is NULL. */
struct yaml_input {
    const char *name; /* the name that problems print */
    const char *path;
    const char *data;
    size_t length;
};

struct yaml_source {
    int fd; /* -1: it is read from memory */
    const char *data;
    size_t left;
    char carried[4]; /* the beginning of a character whose rest is still to come */
    size_t carried_length;
    struct place at;
    enum { LINE_BEGIN, LINE_TEXT, LINE_COMMENT } line;
    size_t run;         /* bytes since yaml_source_mark */
    size_t run_of_text; /* bytes since then without lines of comment */
    bool begun;
    bool failed;   /* reading failed; unless too_long, the reason is among the problems */
    bool too_long; /* it failed because of the run; the caller knows better where that began */
    struct problems *problems;
};

/* Opens `input` and tells its problems to `problems`. False, after a problem, when there is nothing to read. */
bool yaml_source_open(struct yaml_source *source, const struct yaml_input *input, struct problems *problems);
void yaml_source_close(struct yaml_source *source);

/* Gives bytes to libyaml (its yaml_read_handler_t): 1 with them, and with none at the end; 0 on failure. */
int yaml_source_read(void *source, unsigned char *buffer, size_t size, size_t *length);

/* Says that the parser made an event of what it had, so that a new run begins. */
void yaml_source_mark(struct yaml_source *source);

#endif
