/* Reads a configuration directory: triwulan.yaml and the catalogues it names. */
#ifndef CONFIG_CONFIG_LOAD_H
#define CONFIG_CONFIG_LOAD_H

#include "base/buf.h"
#include "model/config.h"

/* Fills *config (zero-initialised; config_release it also after a failure). On any error returns false with
 * one line for each in `problems`: "FILE:LINE:COLUMN: apa yang salah\n", FILE as in the directory
 * ("katalog-2025.yaml"), all errors of all files in one run: triwulan.yaml, then the catalogues in the order
 * in which `katalog` names them. A year's first catalogue is in force from TW1 on, each further one from
 * another quarter (mulai). Limits and refusals: config/yaml_reader.h. */
bool config_load(const char *directory, struct config *config, struct buf *problems);

/* The same of triwulan.yaml alone: the office as it is while its catalogue is still to be made. */
bool config_load_office(const char *directory, struct config *config, struct buf *problems);

#endif
