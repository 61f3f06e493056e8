/* What the readers of a configuration's files share; no other folder includes it. */
#ifndef CONFIG_CONFIG_INTERNAL_H
#define CONFIG_CONFIG_INTERNAL_H

#include "base/list.h"
#include "config/yaml_reader.h"
#include "model/config.h"

/* ---- triwulan.yaml ---- */

/* Reads the whole document into a struct config_part. */
yaml_setter config_office_read;

/* The keys of `aturan`; the target is a struct rules that already holds what stands where a key is left out.
 */
extern const struct yaml_table config_rules_table;
extern const struct rules config_rules_default;

/* ---- a catalogue file: the indicators of a year, or of its later quarters ---- */

/* Reads the whole document, all but the digest, into the file that a struct config_part reads, whose office
 * has been read. */
yaml_setter catalogue_read;

/* The indicators so far, and where each has its code. */
struct indicator_list {
    struct list indicator; /* struct indicator */
    struct list place;     /* struct place */
};

/* Adds one indicator, its splits and required documents, to a struct indicator_list; the root is a struct
 * config_part whose office has been read. */
yaml_setter indicator_read;

/* ---- what to tell people about a faulty file ---- */

/* Says libyaml's `problem` in Indonesian, with what to do. */
const char *yaml_hint_syntax(const char *problem);

/* Returns the key that `name` was probably meant to be; NULL when none is near. */
const char *yaml_hint_key(const struct yaml_table *table, const char *name);

#endif
