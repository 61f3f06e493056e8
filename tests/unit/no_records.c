#include "unit/no_records.h"

static bool find(void *context, const struct record_key *key, struct record *record) {
    (void)context, (void)key, (void)record;
    return false;
}

static void each(void *context, const struct record_key *from, record_each_fn *visit, void *visit_context) {
    (void)context, (void)from, (void)visit, (void)visit_context;
}

static const struct records_ops ops = {.find = find, .each = each};

const struct records no_records = {.ops = &ops};
