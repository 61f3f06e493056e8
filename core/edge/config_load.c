#include "edge/config_load.h"
#include "edge/catalogue_load.h"
#include "edge/config_field.h"
#include "edge/config_office.h"

static bool digest_catalogue(struct config *config, const char *path, const char *name,
                             struct buf *problems) {
    struct err err;
    uint64_t size;
    if (digest_file(path, &config->catalogue.digest, &size, &err))
        return true;
    buf_printf(problems, "%s:1:1: %s\n", name, err.text);
    return false;
}

bool config_load(const char *directory, struct config *config, struct buf *problems) {
    struct config_part part = {.config = config, .catalogue_name = ""};
    struct yaml_input input = {.name = "triwulan.yaml"};
    struct buf path = {0};
    buf_printf(&path, "%s/%s", directory, input.name);
    input.path = buf_string(&path);
    bool faultless = yaml_read(&input, config_office_read, &part, problems);

    if (*part.catalogue_name) {
        buf_clear(&path);
        buf_printf(&path, "%s/%s", directory, part.catalogue_name);
        input = (struct yaml_input){.name = part.catalogue_name, .path = buf_string(&path)};
        faultless &= yaml_read(&input, catalogue_read, &part, problems);
        faultless = faultless && digest_catalogue(config, input.path, input.name, problems);
    }
    buf_release(&path);
    return faultless;
}
