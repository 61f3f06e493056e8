/* What a YAML file may say is a table: a map's keys, the kind of each value, and the function that takes it.
 *
 * The file is read event by event (libyaml), so that memory does not grow with it; only this reader knows <yaml.h>. It
 * finds and names, with its place, whatever no file may hold. Reading ends at the first error of syntax and at a bound;
 * after every other problem it goes on:
 *   - more than the bounds below
 *   - aliases, anchors, tags, directives, merge keys
 *   - duplicate, unknown and missing keys
 *   - a second document
 *   - a text that text_accept refuses */
#ifndef CONFIG_YAML_READER_H
#define CONFIG_YAML_READER_H

#include "base/buf.h"
#include "config/problems.h"
#include "config/yaml_source.h"
#include <stdbool.h>
#include <stddef.h>

/* Bounds are found before memory or time is spent on what is beyond them. About 24,000 indicators have so many
 * events. */
enum {
    YAML_FILE_MAX = 64 * 1024 * 1024, /* bytes */
    YAML_SCALAR_MAX = 64 * 1024,      /* bytes */
    YAML_DEPTH_MAX = 16,              /* maps and lists inside each other */
    YAML_EVENTS_MAX = 1000000,
    YAML_KEYS_MAX = 24 /* keys of one table */
};

struct yaml_reader;
struct yaml_key;

struct yaml_value {
    const struct yaml_key *key; /* the key of the value; NULL for the whole document */
    const char *text;           /* a scalar's text, borrowed until the setter returns; otherwise "" */
    size_t length;
    struct place at;
};

/* Takes a value into `field`. For a map or a list it calls yaml_map or yaml_list, once. */
typedef void yaml_setter(struct yaml_reader *yaml, const struct yaml_value *value, void *field);

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_key {
    const char *name;
    enum yaml_kind kind;
    bool required;
    yaml_setter *set;
    size_t offset;  /* where the field is in the map's target */
    const void *of; /* what else the setter needs to know: words, a range */
};

struct yaml_table {
    const struct yaml_key *key;
    int count;
};
#define YAML_TABLE(keys)                                                                                     \
    { .key = (keys), .count = (int)(sizeof(keys) / sizeof *(keys)) }

/* Reads a whole document, a map, which `set` takes for `root`. Appends one line for each problem to `problems`,
 * "NAME:LINE:COLUMN: apa yang salah\n", from top to bottom. True when there was none. */
bool yaml_read(const struct yaml_input *input, yaml_setter *set, void *root, struct buf *problems);

/* Is called in a setter for a map: hands each value to the setter of its key, with the field in `target`. True when
 * nothing in the map was a problem. */
bool yaml_map(struct yaml_reader *yaml, const struct yaml_value *map, const struct yaml_table *table,
              void *target);

/* Is called in a setter for a list: hands each item of that kind to `set`. Returns how many there were. */
int yaml_list(struct yaml_reader *yaml, const struct yaml_value *list, enum yaml_kind kind, yaml_setter *set,
              void *field);

/* Adds a problem; reading goes on. Once reading has stopped nothing is added, because what seems wrong may be put right
 * in the part that was not read. */
void yaml_problem(struct yaml_reader *yaml, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Returns the `root` of yaml_read. */
void *yaml_root(const struct yaml_reader *yaml);

/* Says whether reading ended early. */
bool yaml_stopped(const struct yaml_reader *yaml);

#endif
