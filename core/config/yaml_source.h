/* The bytes of a YAML file on their way to the parser. What the parser would buffer without bound, read in
 * its own way or fold away stops here: too much text in one piece, invalid UTF-8, characters that text_accept
 * refuses, comments included. */
#ifndef CONFIG_YAML_SOURCE_H
#define CONFIG_YAML_SOURCE_H

#include "config/problems.h"
#include <stdbool.h>
#include <stddef.h>

/* From `path`, or from memory where that is NULL. */
struct yaml_input {
    const char *name; /* as problems print it */
    const char *path;
    const char *data;
    size_t length;
};

struct yaml_source {
    int fd; /* -1: memory */
    const char *data;
    size_t left;
    char carried[4]; /* the begin of a character whose rest is still to come */
    size_t carried_length;
    struct place at;
    enum { LINE_BEGIN, LINE_TEXT, LINE_COMMENT } line;
    size_t run;         /* bytes since yaml_source_mark ... */
    size_t run_of_text; /* ... without lines of comment */
    bool begun;
    bool failed;   /* and the reason is among the problems */
    bool too_long; /* failed because of the run: the caller knows better where it began */
    struct problems *problems;
};

/* Opens `input`; problems go to `problems`. False when there is nothing to read, with the problem kept. */
bool yaml_source_open(struct yaml_source *source, const struct yaml_input *input, struct problems *problems);
void yaml_source_close(struct yaml_source *source);

/* The parser asks for bytes: 1 with them (none: the end), 0 on failure. */
int yaml_source_read(void *source, unsigned char *buffer, size_t size, size_t *length);

/* The parser made an event of what it had. */
void yaml_source_mark(struct yaml_source *source);

#endif
