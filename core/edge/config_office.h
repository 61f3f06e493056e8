/* triwulan.yaml: the office, its people and its rules. */
#ifndef EDGE_CONFIG_OFFICE_H
#define EDGE_CONFIG_OFFICE_H

#include "edge/yaml_reader.h"

/* The whole document, into a struct config_part. */
yaml_setter config_office_read;

#endif
