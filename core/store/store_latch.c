#include "store/store_internal.h"

static void hold(struct latch *latch, const struct err *err) {
    if (latch->err.kind == ERR_NONE)
        latch->err = *err;
}

static bool find(void *context, const struct record_key *key, struct record *record) {
    struct latch *latch = context;
    struct err err;
    if (store_record_in(latch->store, latch->txn, key, record, &err))
        return true;
    hold(latch, &err);
    return false;
}

struct walk {
    record_each_fn *each;
    void *context;
};

static bool hand_on(void *context, const struct stored *stored) {
    const struct walk *walk = context;
    return walk->each(walk->context, stored->record);
}

static void each(void *context, const struct record_key *from, record_each_fn *each_one, void *each_context) {
    struct latch *latch = context;
    struct walk walk = {.each = each_one, .context = each_context};
    struct err err;
    if (!store_each_in(latch->store, latch->txn, from, hand_on, &walk, &err))
        hold(latch, &err);
}

static const struct records_ops latch_ops = {.find = find, .each = each};

struct records store_latch(struct latch *latch, const struct asker *asker) {
    return (struct records){.asker = *asker, .ops = &latch_ops, .context = latch};
}
