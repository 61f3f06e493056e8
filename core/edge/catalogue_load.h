/* A catalogue file: the indicators of a year, or of its later quarters. */
#ifndef EDGE_CATALOGUE_LOAD_H
#define EDGE_CATALOGUE_LOAD_H

#include "edge/yaml_reader.h"

/* The whole document, into the file that a struct config_part reads, its office being read; all but the
 * digest. */
yaml_setter catalogue_read;

#endif
