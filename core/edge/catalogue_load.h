/* A catalogue file: the year's indicators. */
#ifndef EDGE_CATALOGUE_LOAD_H
#define EDGE_CATALOGUE_LOAD_H

#include "edge/yaml_reader.h"

/* The whole document, into the catalogue of a struct config_part whose office is read; all but the digest. */
yaml_setter catalogue_read;

#endif
