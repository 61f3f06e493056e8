/* Any bytes as a packed report: what is taken as one packs to the same bytes. */
#include "report/pack.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): a fuzz build may define NDEBUG. */
static void must(bool holds) {
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct report report;
    struct err err = {0};
    if (!report_unpack(data, size, &report, &err)) {
        must(err.kind == ERR_CORRUPT || err.kind == ERR_UNSUPPORTED);
        return 0;
    }
    struct buf packed = {0};
    report_pack(&report, &packed);
    must(packed.length == size && memcmp(packed.data, data, size) == 0);
    buf_release(&packed);
    report_release(&report);
    return 0;
}
