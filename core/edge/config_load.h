/* Reads a configuration directory: triwulan.yaml and the catalogue it names. */
#ifndef EDGE_CONFIG_LOAD_H
#define EDGE_CONFIG_LOAD_H

#include "base/buf.h"
#include "model/config.h"

/* Fills *config (zero-initialised; config_release it also after a failure). On any error returns false with
 * one line for each in `problems`: "FILE:LINE:COLUMN: apa yang salah\n", FILE as in the directory
 * ("katalog-2025.yaml"), all errors of both files in one run, in the order of the files. Limits and refusals:
 * issue 2, 3; edge/yaml_reader.h. */
bool config_load(const char *directory, struct config *config, struct buf *problems);

#endif
