/* What a YAML file may say, as tables: a map's keys, the kind of each value, and the function that takes it.
 *
 * Read event by event (libyaml), so that no memory is in the size of the file; only this reader knows
 * <yaml.h>. It finds and names, with its place, all that no file may hold: more than the bounds below;
 * aliases, anchors, tags, directives, merge keys; duplicate, unknown and missing keys; a second document;
 * what text_accept refuses. Reading ends at the first error of syntax; after every other it goes on. */
#ifndef CONFIG_YAML_READER_H
#define CONFIG_YAML_READER_H

#include "base/buf.h"
#include "config/problems.h"
#include "config/yaml_source.h"
#include <stdbool.h>
#include <stddef.h>

/* Bounds, found before memory or time is spent on what is beyond them. The events are those of 15,000
 * indicators and take a fifth of a second. */
enum {
    YAML_FILE_MAX = 64 * 1024 * 1024, /* bytes */
    YAML_SCALAR_MAX = 64 * 1024,      /* bytes */
    YAML_DEPTH_MAX = 16,              /* maps and lists inside each other */
    YAML_EVENTS_MAX = 1000000,
    YAML_KEYS_MAX = 24 /* of one table */
};

struct yaml_reader;
struct yaml_key;

struct yaml_value {
    const struct yaml_key *key; /* it stands under; NULL for the whole document */
    const char *text;           /* a scalar's, NUL-terminated, until the setter returns; "" for others */
    size_t length;
    struct place at;
};

/* Takes a value for `field`. For a map or a list it calls yaml_map or yaml_list, once. */
typedef void yaml_setter(struct yaml_reader *yaml, const struct yaml_value *value, void *field);

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_key {
    const char *name;
    enum yaml_kind kind;
    bool required;
    yaml_setter *set;
    size_t offset;  /* of the field in the map's target */
    const void *of; /* what the setter needs to know besides: the words it may be, a range */
};

struct yaml_table {
    const struct yaml_key *key;
    int count;
};
#define YAML_TABLE(keys)                                                                                     \
    { .key = (keys), .count = (int)(sizeof(keys) / sizeof *(keys)) }

/* Reads a whole document, a map, which `set` takes for `root`. Appends one line for each problem to
 * `problems`, "NAME:LINE:COLUMN: apa yang salah\n", from top to bottom. True when there was none. */
bool yaml_read(const struct yaml_input *input, yaml_setter *set, void *root, struct buf *problems);

/* In a setter for a map: hands each value to its key's setter, with the field in `target`. True when nothing
 * in it was a problem. */
bool yaml_map(struct yaml_reader *yaml, const struct yaml_value *map, const struct yaml_table *table,
              void *target);

/* In a setter for a list: hands each item of that kind to `set`. Returns how many there were. */
int yaml_list(struct yaml_reader *yaml, const struct yaml_value *list, enum yaml_kind kind, yaml_setter *set,
              void *field);

/* Adds a problem; reading goes on. Once it has stopped nothing is added: what seems wrong may be put right in
 * the part that was not read. */
void yaml_problem(struct yaml_reader *yaml, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The `root` of yaml_read. */
void *yaml_root(const struct yaml_reader *yaml);

/* Reading ended early. */
bool yaml_stopped(const struct yaml_reader *yaml);

#endif
