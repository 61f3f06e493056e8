/* Reads a configuration directory: triwulan.yaml and the catalogues that it names. */
#ifndef CONFIG_CONFIG_LOAD_H
#define CONFIG_CONFIG_LOAD_H

#include "base/buf.h"
#include "model/config.h"

/* Fills *config, which is zero-initialised; the caller releases it, also after a failure. The catalogues are read in
 * the order in which `katalog` names them. A year's first catalogue is in force from TW1 on, each further one from
 * another quarter (mulai). False on any error; `problems` then has a line for each, of all files in one run:
 * "FILE:LINE:COLUMN: apa yang salah\n", with FILE as it is named in the directory ("katalog-2025.yaml").
 * config/yaml_reader.h has the bounds, and what no file may hold. */
bool config_load(const char *directory, struct config *config, struct buf *problems);

/* Loads triwulan.yaml alone, as config_load does: the office while its catalogue is still to be made. */
bool config_load_office(const char *directory, struct config *config, struct buf *problems);

#endif
