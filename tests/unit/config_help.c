#include "unit/config_help.h"
#include "base/file.h"
#include "check.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const names[] = {
    [OFFICE_FILE] = "triwulan.yaml",
    [CATALOGUE_FILE] = "k.yaml",
    [REVISION_FILE] = "p.yaml",
    [LAST_YEAR_FILE] = "l.yaml",
};

static char directory[] = "/tmp/triwulan-XXXXXX";

enum { PATH_SIZE = 128 };

int config_help_begin(void **state) {
    (void)state;
    return mkdtemp(directory) ? 0 : -1;
}

int config_help_end(void **state) {
    char path[PATH_SIZE];
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", directory, names[i]);
        unlink(path);
    }
    return rmdir(directory);
}

const char *config_directory(void) {
    return directory;
}

void write_config(enum config_file file, const char *text) {
    char path[PATH_SIZE];
    struct err err;
    snprintf(path, sizeof path, "%s/%s", directory, names[file]);
    assert_true(file_replace(path, text, strlen(text), &err));
}

static void read_small(enum config_file file, struct buf *text) {
    char path[PATH_SIZE];
    struct err err;
    snprintf(path, sizeof path, "tests/unit/data/config-small/%s", names[file]);
    assert_true(file_read(path, 1 << 20, text, &err));
}

void write_small(enum config_file file) {
    struct buf text = {0};
    read_small(file, &text);
    write_config(file, buf_string(&text));
    buf_release(&text);
}

static void write_from(enum config_file small, enum config_file file, const char *passage, const char *by) {
    struct buf text = {0};
    struct buf changed = {0};
    read_small(small, &text);
    const char *at = strstr(buf_string(&text), passage);
    assert_non_null(at);
    assert_null(strstr(at + 1, passage));
    buf_put(&changed, text.data, (size_t)(at - text.data));
    buf_printf(&changed, "%s%s", by, at + strlen(passage));
    write_config(file, buf_string(&changed));
    buf_release(&changed);
    buf_release(&text);
}

void write_changed(enum config_file file, const char *passage, const char *by) {
    write_from(file, file, passage, by);
}

void write_variant(enum config_file file, const char *passage, const char *by) {
    write_from(CATALOGUE_FILE, file, passage, by);
}

struct loaded load_from(const char *from) {
    struct loaded loaded = {0};
    loaded.ok = config_load(from, &loaded.config, &loaded.problems);
    return loaded;
}

struct loaded load_written(void) {
    return load_from(directory);
}

void loaded_release(struct loaded *loaded) {
    config_release(&loaded->config);
    buf_release(&loaded->problems);
}
