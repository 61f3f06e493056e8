/* Setters for single values (config/yaml_reader.h), shared by all that is configured. The comment of each setter says
 * which type its field must have; texts are copied into the configuration's arena. The root of the document is a struct
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
    struct place year_at, first_at; /* where tahun and mulai stand; line 0: not given */
};

/* The configuration as it is read. */
struct config_part {
    struct config *config;
    struct list people; /* the people of triwulan.yaml, until it is read to its end */
    bool complete;      /* triwulan.yaml was read: bidang and pengguna are known */
    struct catalogue_file file[CATALOGUES_MAX];
    int file_count;
    int reading; /* the file that is read now */
};

enum { FIELD_TEXT_MAX = 1000 }; /* bytes of a text that has no other bound */

/* For a struct: reads a map by the table `of` (const struct yaml_table *) into the field. */
yaml_setter field_map;
/* For a const char *: takes a text without the white space around it, which must not be blank, of at most `of` bytes
 * (const int *; NULL: FIELD_TEXT_MAX). */
yaml_setter field_text;
/* For a const char *: takes the texts that field_text takes, and blank ones as "". */
yaml_setter field_blank_text;
/* For a const char *: takes a code (code_is_valid). */
yaml_setter field_code;
/* For a struct date: takes 2025-01-31. */
yaml_setter field_date;
/* For an unsigned or an enum: takes a word of `of` (const struct vocabulary *) as its index. */
yaml_setter field_word;
/* For a bool: takes a word of `of` (const struct vocabulary *), the second of which is true. */
yaml_setter field_flag;
/* For an int: takes a whole number within `of` (const struct field_range *). */
yaml_setter field_integer;
/* For a struct decimal: takes a number that is not negative. */
yaml_setter field_decimal;

struct field_range {
    int first;
    int last;
};

extern const struct vocabulary yes_words;     /* tidak, ya */
extern const struct vocabulary quarter_words; /* TW1 to TW4 */

/* Returns the configuration that is being read. */
struct config *field_config(const struct yaml_reader *yaml);

/* Returns the index of the value among `words`, or -1 after a problem. */
int field_find(struct yaml_reader *yaml, const struct yaml_value *value, const struct vocabulary *words);

/* Says whether `count` items of the value's list leave room for one more; `max` items are a problem. */
bool field_has_room(struct yaml_reader *yaml, const struct yaml_value *value, int count, int max);

/* A text for which something is looked up once more is known. The setter field_reference takes it as field_text
 * does. */
struct field_reference {
    const char *text; /* NULL when none is given */
    struct place at;
};
yaml_setter field_reference;

/* Returns the bidang that a reference names, or NULL after a problem. */
const struct unit *field_unit(struct yaml_reader *yaml, const struct field_reference *reference);

#endif
