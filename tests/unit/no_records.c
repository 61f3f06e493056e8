#include "unit/no_records.h"

static bool find(void *context, const struct record_key *key, struct record *record, struct err *err) {
    (void)context;
    (void)key;
    (void)record;
    err->kind = ERR_NONE;
    return false;
}

static bool each(void *context, const struct record_key *from, record_each_fn *visit, void *visit_context,
                 struct err *err) {
    (void)context;
    (void)from;
    (void)visit;
    (void)visit_context;
    (void)err;
    return true;
}

const struct records no_records = {.find = find, .each = each};
