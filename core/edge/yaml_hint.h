/* What to tell people about a faulty YAML file. */
#ifndef EDGE_YAML_HINT_H
#define EDGE_YAML_HINT_H

#include "edge/yaml_reader.h"

/* libyaml's `problem` in Indonesian, with what to do. */
const char *yaml_hint_syntax(const char *problem);

/* The key that `name` was probably meant to be; NULL when none is near. */
const char *yaml_hint_key(const struct yaml_table *table, const char *name);

#endif
