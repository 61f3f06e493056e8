/* What the tests of the configuration share: a small office (data/config-small), of which a passage may be
 * changed, loaded from a fresh directory. */
#ifndef UNIT_CONFIG_HELP_H
#define UNIT_CONFIG_HELP_H

#include "config/config_load.h"

/* cmocka's group setup and teardown. */
int config_help_begin(void **state);
int config_help_end(void **state);

enum config_file { OFFICE_FILE, CATALOGUE_FILE, REVISION_FILE, LAST_YEAR_FILE };
/* triwulan.yaml, k.yaml; of the small office not, and made from its catalogue: p.yaml, l.yaml */

/* Writes the file as it is; fails the test when that cannot be done. */
void write_small(enum config_file file);
/* The same with `passage`, which must stand in it exactly once, replaced by `by`. */
void write_changed(enum config_file file, const char *passage, const char *by);
/* The small office's catalogue so changed, as another file. */
void write_variant(enum config_file file, const char *passage, const char *by);
void write_config(enum config_file file, const char *text);

struct loaded {
    struct config config;
    struct buf problems;
    bool ok;
};

/* What config_load makes of the files written. */
struct loaded load_written(void);
struct loaded load_from(const char *directory);
void loaded_release(struct loaded *loaded);

const char *config_directory(void);

#endif
