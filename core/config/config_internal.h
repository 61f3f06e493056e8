/* What the readers of a configuration's files share; no other folder includes it. */
#ifndef CONFIG_CONFIG_INTERNAL_H
#define CONFIG_CONFIG_INTERNAL_H

#include "base/list.h"
#include "config/yaml_reader.h"
#include "model/config.h"

/* ---- triwulan.yaml ---- */

/* Reads the whole document into a struct config_part. */
yaml_setter config_office_read;

/* The keys of `aturan`. Their target is a struct rules that begins as config_rules_default, which is how rules stand
 * whose keys are left out. */
extern const struct yaml_table config_rules_table;
extern const struct rules config_rules_default;

/* ---- a catalogue file ---- */

/* Reads the whole document, all but the digest, into the file that a struct config_part reads now. Its office has been
 * read. */
yaml_setter catalogue_read;

/* The indicators that were read so far, and where each has its code. */
struct indicator_list {
    struct list indicator; /* of struct indicator */
    struct list place;     /* of struct place */
};

/* Adds one indicator, with its splits and required documents, to a struct indicator_list. The root is a struct
 * config_part whose office has been read. */
yaml_setter indicator_read;

/* ---- what to tell people about a faulty file ---- */

/* Says libyaml's `problem` in Indonesian, with what to do. The text is static. */
const char *yaml_hint_syntax(const char *problem);

/* Returns the key of `table` that `name` was probably meant to be, NULL when none is near. */
const char *yaml_hint_key(const struct yaml_table *table, const char *name);

#endif
