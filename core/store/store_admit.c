#include "store/store_internal.h"

/* What stands, as the transaction of a change shows it. The first thing that could not be read is latched. */
struct latch {
    struct store *store;
    MDB_txn *txn;
    struct err err;
};

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

bool store_admit(struct store *store, MDB_txn *txn, const struct asker *asker, const struct request *request,
                 const struct record *current, struct event *event, struct err *err) {
    struct latch latch = {.store = store, .txn = txn, .err = {.kind = ERR_NONE}};
    const struct records records = {.asker = *asker, .ops = &latch_ops, .context = &latch};
    bool ok = admit(&records, request, current, event, err);
    if (latch.err.kind == ERR_NONE)
        return ok;
    *err = latch.err;
    return false;
}
