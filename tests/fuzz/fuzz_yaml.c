/* Any bytes as triwulan.yaml, and as a catalogue of a small office. */
#include "config/config_field.h"
#include "config/config_internal.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char office[] =
    "versi: 1\n"
    "instansi: {nama: D, singkat: D, daerah: K, tempat: M, zona_waktu: Asia/Jakarta}\n"
    "bidang: [{kode: koperasi, nama: K}, {kode: sekretariat, nama: S}]\n"
    "pengguna: [{login: koperasi1, nama: O, bidang: koperasi, peran: [operator]}]\n"
    "katalog: [k.yaml]\n";

/* Not assert(): a fuzz build may define NDEBUG. */
static void must(bool holds) {
    if (!holds)
        abort();
}

/* One line for each, as contracted, from top to bottom. */
static void check_problems(const char *problems) {
    long last_line = 1;
    for (const char *at = problems; *at; at = strchr(at, '\n') + 1) {
        char *end;
        must(strncmp(at, "a:", 2) == 0);
        long line = strtol(at + 2, &end, 10);
        must(line >= last_line && *end == ':');
        must(strtol(end + 1, &end, 10) > 0 && strncmp(end, ": ", 2) == 0);
        must(strchr(at, '\n') != NULL);
        last_line = line;
    }
}

static void read_part(const char *text, size_t length, yaml_setter *set, struct config_part *part) {
    struct yaml_input input = {.name = "a", .data = text, .length = length};
    struct buf problems = {0};
    bool faultless = yaml_read(&input, set, part, &problems);
    must(faultless == (problems.length == 0));
    check_problems(buf_string(&problems));
    buf_release(&problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct config config = {0};
    struct config_part part = {.config = &config};
    read_part((const char *)data, size, config_office_read, &part);
    config_release(&config);

    part = (struct config_part){.config = &config};
    read_part(office, sizeof office - 1, config_office_read, &part);
    read_part((const char *)data, size, catalogue_read, &part);
    const struct catalogue *catalogue = &part.file[0].catalogue;
    for (int i = 0; i < catalogue->count; i++)
        must(catalogue_find(catalogue, catalogue->indicator[i].code) != NULL);
    config_release(&config);
    return 0;
}
