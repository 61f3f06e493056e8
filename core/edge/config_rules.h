/* The `aturan` of triwulan.yaml. */
#ifndef EDGE_CONFIG_RULES_H
#define EDGE_CONFIG_RULES_H

#include "edge/yaml_reader.h"
#include "model/config.h"

/* The keys; the target is a struct rules that already holds what stands where a key is left out. */
extern const struct yaml_table config_rules_table;
extern const struct rules config_rules_default;

#endif
