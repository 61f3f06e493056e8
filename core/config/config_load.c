#include "config/config_load.h"
#include "base/list.h"
#include "config/config_field.h"
#include "config/config_internal.h"
#include <stdlib.h>
#include <string.h>

static void put_path(struct buf *path, const char *directory, const char *name) {
    buf_clear(path);
    buf_printf(path, "%s/%s", directory, name);
}

/* ---- the catalogues beside each other ---- */

/* What an unread file says of its year is not known. */
static bool all_known(const struct config_part *part) {
    for (int i = 0; i < part->file_count; i++)
        if (part->file[i].catalogue.year == 0)
            return false;
    return true;
}

static const struct catalogue_file *same_start(const struct config_part *part,
                                               const struct catalogue_file *file) {
    for (const struct catalogue_file *other = part->file; other < file; other++)
        if (other->catalogue.year == file->catalogue.year && other->catalogue.first == file->catalogue.first)
            return other;
    return NULL;
}

static bool continues(const struct config_part *part, const struct catalogue *catalogue) {
    for (int i = 0; i < part->file_count; i++)
        if (part->file[i].catalogue.year == catalogue->year &&
            part->file[i].catalogue.first < catalogue->first)
            return true;
    return false;
}

/* What is wrong with its year or start, into `text`. */
static void judge(const struct config_part *part, const struct catalogue_file *file, struct buf *text) {
    const struct catalogue *catalogue = &file->catalogue;
    const struct catalogue_file *same = catalogue->year ? same_start(part, file) : NULL;
    if (same && catalogue->first == 1)
        buf_printf(text, "katalog %d sudah ada di %s; bila ini perubahannya, tulis mulai: TW2, TW3 atau TW4",
                   catalogue->year, same->name);
    else if (same)
        buf_printf(text, "katalog %d yang mulai TW%d sudah ada di %s; ubah mulainya", catalogue->year,
                   catalogue->first, same->name);
    else if (catalogue->first > 1 && all_known(part) && !continues(part, catalogue))
        buf_printf(text, "katalog %d baru mulai TW%d; tambahkan yang berlaku sejak TW1", catalogue->year,
                   catalogue->first);
}

/* Where a problem of that line belongs among those of its file, which stand from top to bottom. */
static size_t place_among(const struct buf *lines, const char *name, int line) {
    const char *text = buf_string(lines);
    const char *at = text;
    while (*at && strtol(at + strlen(name) + 1, NULL, 10) <= line)
        at = strchr(at, '\n') + 1;
    return (size_t)(at - text);
}

static bool put_problems(const struct config_part *part, const struct catalogue_file *file,
                         const struct buf *lines, struct buf *problems) {
    struct place at = file->first_at.line ? file->first_at : file->year_at;
    struct buf text = {0};
    judge(part, file, &text);
    bool good = text.length == 0;
    size_t before = good ? 0 : place_among(lines, file->name, at.line);
    buf_put(problems, buf_string(lines), before);
    if (!good)
        buf_printf(problems, "%s:%d:%d: %s\n", file->name, at.line, at.column, buf_string(&text));
    buf_text(problems, buf_string(lines) + before);
    buf_release(&text);
    return good;
}

/* ---- reading ---- */

static bool read_catalogues(struct config_part *part, const char *directory, struct buf *problems) {
    struct buf lines[CATALOGUES_MAX] = {{0}};
    struct buf path = {0};
    bool faultless = true;
    for (part->reading = 0; part->reading < part->file_count; part->reading++) {
        const char *name = part->file[part->reading].name;
        put_path(&path, directory, name);
        const struct yaml_input input = {.name = name, .path = buf_string(&path)};
        faultless &= yaml_read(&input, catalogue_read, part, &lines[part->reading]);
    }
    for (int i = 0; i < part->file_count; i++) {
        faultless &= put_problems(part, &part->file[i], &lines[i], problems);
        buf_release(&lines[i]);
    }
    buf_release(&path);
    return faultless;
}

static bool digest_catalogue(struct catalogue_file *file, const char *path, struct buf *problems) {
    struct err err;
    uint64_t size;
    if (digest_file(path, &file->catalogue.digest, &size, &err))
        return true;
    buf_printf(problems, "%s:1:1: %s\n", file->name, err.text);
    return false;
}

static bool digest_catalogues(struct config_part *part, const char *directory, struct buf *problems) {
    struct buf path = {0};
    bool good = true;
    for (int i = 0; i < part->file_count; i++) {
        put_path(&path, directory, part->file[i].name);
        good &= digest_catalogue(&part->file[i], buf_string(&path), problems);
    }
    buf_release(&path);
    return good;
}

static int by_start(const void *left, const void *right) {
    const struct catalogue *a = left, *b = right;
    return a->year != b->year ? a->year - b->year : a->first - b->first;
}

static void keep_catalogues(struct config_part *part) {
    struct list list = {.size = sizeof(struct catalogue)};
    for (int i = 0; i < part->file_count; i++)
        if (part->file[i].catalogue.year)
            list_add(&list, &part->file[i].catalogue);
    if (list.count)
        qsort(list.item, (size_t)list.count, list.size, by_start);
    part->config->catalogue_count = list.count;
    part->config->catalogue = list_keep(&list, &part->config->arena);
}

static bool read_office(struct config_part *part, const char *directory, struct buf *problems) {
    struct buf path = {0};
    struct yaml_input input = {.name = "triwulan.yaml"};
    put_path(&path, directory, input.name);
    input.path = buf_string(&path);
    bool faultless = yaml_read(&input, config_office_read, part, problems);
    buf_release(&path);
    return faultless;
}

bool config_load_office(const char *directory, struct config *config, struct buf *problems) {
    struct config_part part = {.config = config};
    return read_office(&part, directory, problems);
}

bool config_load(const char *directory, struct config *config, struct buf *problems) {
    struct config_part part = {.config = config};
    bool faultless = read_office(&part, directory, problems);
    faultless &= read_catalogues(&part, directory, problems);
    faultless = faultless && digest_catalogues(&part, directory, problems);
    keep_catalogues(&part);
    return faultless;
}
