/* Setters for single values (config/yaml_reader.h), shared by all that is configured. Each says the type its
 * field must have; texts are copied into the configuration's arena. The root of the document is a struct
 * config_part. */
#ifndef CONFIG_CONFIG_FIELD_H
#define CONFIG_CONFIG_FIELD_H

#include "base/list.h"
#include "config/yaml_reader.h"
#include "model/config.h"

enum { CATALOGUES_MAX = 16 };

/* One of the files that `katalog` names. */
struct catalogue_file {
    const char *name;
    struct catalogue catalogue;     /* year 0: it could not be read */
    struct place year_at, first_at; /* of tahun and mulai; line 0: not given */
};

/* What the configuration is read into. */
struct config_part {
    struct config *config;
    struct list people; /* of triwulan.yaml, until it is read to its end */
    bool complete;      /* it was: bidang and pengguna are known */
    struct catalogue_file file[CATALOGUES_MAX];
    int file_count;
    int reading; /* the file that is read now */
};

enum { FIELD_TEXT_MAX = 1000 }; /* bytes of a text without another bound */

/* A struct: a map by the table `of` (const struct yaml_table *), with the field as its target. */
yaml_setter field_map;
/* const char *: not blank, trimmed, at most `of` bytes (const int *) or FIELD_TEXT_MAX. */
yaml_setter field_text;
/* const char *: the same, or blank, which is "". */
yaml_setter field_blank_text;
/* const char *: CODE_MAX bytes of [A-Za-z0-9._-]. */
yaml_setter field_code;
/* struct date: 2025-01-31. */
yaml_setter field_date;
/* unsigned, or an enum: the index of one of `of` (const struct vocabulary *). */
yaml_setter field_word;
/* bool: the second of the two words `of`. */
yaml_setter field_flag;
/* int: within `of` (const struct field_range *). */
yaml_setter field_integer;
/* struct decimal: not negative. */
yaml_setter field_decimal;

struct field_range {
    int first;
    int last;
};

extern const struct vocabulary yes_words;     /* tidak, ya */
extern const struct vocabulary quarter_words; /* TW1 to TW4 */

/* The configuration that is being read. */
struct config *field_config(const struct yaml_reader *yaml);

/* The index of the value among `words`, or -1 after a problem. */
int field_find(struct yaml_reader *yaml, const struct yaml_value *value, const struct vocabulary *words);

/* Whether `count` items of the value's list leave room for one more; a problem when they are `max`. */
bool field_has_room(struct yaml_reader *yaml, const struct yaml_value *value, int count, int max);

/* A text for which something is looked up once more is known. */
struct field_reference {
    const char *text; /* NULL when not given */
    struct place at;
};
yaml_setter field_reference;

/* The bidang it names, or NULL after a problem. */
const struct unit *field_unit(struct yaml_reader *yaml, const struct field_reference *reference);

#endif
