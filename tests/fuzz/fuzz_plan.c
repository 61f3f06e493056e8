/* Any bytes as an office's action plan: what is read without a problem, the catalogue's own reader takes. */
#include "config/config_field.h"
#include "config/config_internal.h"
#include "plan/plan_read.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): a fuzz build may define NDEBUG. */
static void must(bool holds) {
    if (!holds)
        abort();
}

static void check_loads(struct config *config, const struct plan_result *result) {
    struct config_part part = {.config = config, .complete = true, .file_count = 1};
    struct buf text = {0};
    struct buf again = {0};
    struct buf problems = {0};
    catalogue_write(&result->catalogue, NULL, NULL, &text);
    const struct yaml_input input = {.name = "a", .data = buf_string(&text), .length = text.length};
    must(yaml_read(&input, catalogue_read, &part, &problems));
    catalogue_write(&part.file[0].catalogue, NULL, NULL, &again);
    must(strcmp(buf_string(&text), buf_string(&again)) == 0);
    buf_release(&problems);
    buf_release(&again);
    buf_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const struct unit units[] = {{"koperasi", "Bidang Koperasi"}, {"umkm", "Bidang UMKM"}};
    struct config config = {.unit = units, .unit_count = 2};
    const struct plan_input input = {
        .name = "a", .data = (const char *)data, .length = size, .config = &config, .this_year = 2025};
    struct plan_result result = {0};
    struct buf problems = {0};
    bool good = plan_read(&input, &result, &problems);
    must(good == (problems.length == 0));
    if (good)
        check_loads(&config, &result);
    plan_result_release(&result);
    buf_release(&problems);
    config_release(&config);
    return 0;
}
