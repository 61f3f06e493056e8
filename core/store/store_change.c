#include "model/apply.h"
#include "store/store_internal.h"
#include <assert.h>
#include <string.h>

/* How often a change is tried again with a larger map. */
enum { ATTEMPTS_MAX = 16 };

/* Its steps return false after setting either `rc`, what LMDB or the system said, or else `err`. */
struct attempt {
    struct store *store;
    const struct asker *asker;
    const struct event_id *taken_back; /* the request is made to take this back; NULL: it is given */
    struct request request;
    int64_t at;
    struct outcome *outcome;
    struct err *err;
    MDB_txn *txn;
    int rc;
    bool nothing; /* it succeeds without anything to write */
    struct watch watch;
    struct trail trail; /* of the event that was put */
    struct buf value;   /* of the record that was put */
};

static bool done(struct attempt *attempt, int rc) {
    attempt->rc = rc;
    return rc == 0;
}

/* ---- what stands ---- */

/* A process that died at its commit may have left what stands in memory only, so it is synced before it is confirmed. */
static bool confirm(struct attempt *attempt) {
    attempt->nothing = true;
    attempt->outcome->repeated = true;
    return done(attempt, mdb_env_sync(attempt->store->env, 1));
}

/* The same operation again: what became of it then is the answer. */
static bool repeat(struct attempt *attempt, uint64_t position) {
    struct store *store = attempt->store;
    struct event event;
    struct record *record = &attempt->outcome->record;
    if (store_event_in(store, attempt->txn, position, &event, attempt->err) &&
        store_record_in(store, attempt->txn, &event.change.key, record, attempt->err))
        return confirm(attempt);
    return attempt->err->kind == ERR_NONE && done(attempt, MDB_CORRUPTED);
}

/* Reads the last key of `table` below `limit`; one without bytes when there is none. */
static bool last_key(struct attempt *attempt, enum store_table table, MDB_val limit, MDB_val *last) {
    MDB_cursor *cursor;
    if (!done(attempt, mdb_cursor_open(attempt->txn, attempt->store->table[table], &cursor)))
        return false;
    MDB_val value;
    *last = limit;
    int rc = mdb_cursor_get(cursor, last, &value, MDB_SET_RANGE);
    rc = mdb_cursor_get(cursor, last, &value, rc == MDB_NOTFOUND ? MDB_LAST : MDB_PREV);
    mdb_cursor_close(cursor);
    if (rc == MDB_NOTFOUND)
        *last = store_value(NULL, 0);
    return done(attempt, rc == MDB_NOTFOUND ? 0 : rc);
}

/* Removed evidence keeps its record, so its number is not given again. */
static bool next_number(struct attempt *attempt, struct record_key *key) {
    uint8_t bytes[CODEC_KEY_MAX];
    struct record_key last;
    key->number = UINT32_MAX;
    MDB_val found, limit = store_value(bytes, record_key_encode(key, bytes));
    if (!last_key(attempt, (enum store_table)key->kind, limit, &found))
        return false;
    key->number = 1;
    if (found.mv_size != 0 && !record_key_decode(key->kind, found.mv_data, found.mv_size, &last))
        return done(attempt, MDB_CORRUPTED);
    if (found.mv_size != 0 && strcmp(last.code, key->code) == 0 &&
        quarter_compare(last.quarter, key->quarter) == 0)
        key->number = last.number + 1;
    return true;
}

static bool read_current(struct attempt *attempt, struct record *current) {
    struct record_key key = attempt->request.change.key;
    if (record_kind_numbered(key.kind) && key.number == 0 && !next_number(attempt, &key))
        return false;
    if (store_record_in(attempt->store, attempt->txn, &key, current, attempt->err))
        return true;
    record_init(current, &key);
    return attempt->err->kind == ERR_NONE;
}

/* ---- what shall be ---- */

/* Puts the event at the end of the chain of this device. */
static bool stamp(struct attempt *attempt, struct event *event) {
    struct store *store = attempt->store;
    MDB_val key = store_value(store->device.byte, UUID_SIZE), value;
    int rc = mdb_get(attempt->txn, store->table[TABLE_DEVICE], &key, &value);
    event->id = (struct event_id){.device = store->device, .sequence = 1};
    event->at = attempt->at;
    if (rc == MDB_NOTFOUND)
        return true;
    if (!done(attempt, rc))
        return false;
    struct bytes in = bytes_from(value.mv_data, value.mv_size);
    event->id.sequence = bytes_u64(&in) + 1;
    bytes_copy(&in, event->previous.byte, DIGEST_SIZE);
    return done(attempt, bytes_done(&in) ? 0 : MDB_CORRUPTED);
}

static bool put(struct attempt *attempt, enum store_table table, MDB_val key, MDB_val value, unsigned flags) {
    return done(attempt, mdb_put(attempt->txn, attempt->store->table[table], &key, &value, flags));
}

static bool put_event(struct attempt *attempt, const struct event *event) {
    struct trail *trail = &attempt->trail;
    uint8_t position[STORE_POSITION_SIZE], id[STORE_ID_SIZE];
    MDB_val last;
    if (!done(attempt, store_last_in(attempt->store, attempt->txn, &last, &trail->position)))
        return false;
    trail->position++;
    store_position_encode(trail->position, position);
    store_id_encode(&event->id, id);
    MDB_val at = store_value(position, sizeof position);
    struct buf bytes = {0}, head = {0};
    event_encode(event, &bytes);
    trail->digest = digest_bytes(bytes.data, bytes.length);
    buf_u64(&head, event->id.sequence);
    buf_put(&head, trail->digest.byte, DIGEST_SIZE);
    bool ok =
        put(attempt, TABLE_JOURNAL, at, store_value(bytes.data, bytes.length), MDB_APPEND) &&
        put(attempt, TABLE_SEQUENCE, store_value(id, sizeof id), at, MDB_NOOVERWRITE) &&
        put(attempt, TABLE_OPERATION, store_value(event->operation.byte, UUID_SIZE), at, MDB_NOOVERWRITE) &&
        put(attempt, TABLE_DEVICE, store_value(event->id.device.byte, UUID_SIZE),
            store_value(head.data, head.length), 0);
    buf_release(&bytes);
    buf_release(&head);
    return ok;
}

static bool put_record(struct attempt *attempt) {
    const struct record *record = &attempt->outcome->record;
    uint8_t key[CODEC_KEY_MAX];
    size_t length = record_key_encode(&record->key, key);
    record_encode(record, &attempt->value);
    return put(attempt, (enum store_table)record->key.kind, store_value(key, length),
               store_value(attempt->value.data, attempt->value.length), 0);
}

/* ---- the change ---- */

static bool admit_in(struct attempt *attempt, struct event *event) {
    struct latch latch = {.store = attempt->store, .txn = attempt->txn, .err = {.kind = ERR_NONE}};
    const struct records records = store_latch(&latch, attempt->asker);
    bool ok = admit(&records, &attempt->request, &attempt->outcome->record, event, attempt->err);
    if (latch.err.kind == ERR_NONE)
        return ok;
    *attempt->err = latch.err;
    return false;
}

/* A change to what stands already needs the same leave as any other. */
static bool admit_same(struct attempt *attempt) {
    struct event event;
    attempt->request.change.replaces = attempt->outcome->record.head;
    return admit_in(attempt, &event) && confirm(attempt);
}

static bool make_request(struct attempt *attempt) {
    if (!attempt->taken_back)
        return true;
    attempt->request.operation = uuid_new(attempt->at);
    return store_inverse_in(attempt->store, attempt->txn, attempt->asker, attempt->taken_back,
                            &attempt->request.change, attempt->err);
}

static bool change_in(struct attempt *attempt) {
    struct record *record = &attempt->outcome->record;
    uint64_t position;
    if (!make_request(attempt))
        return false;
    MDB_val operation = store_value(attempt->request.operation.byte, UUID_SIZE);
    if (store_position_in(attempt->store, attempt->txn, TABLE_OPERATION, operation, &position, attempt->err))
        return repeat(attempt, position);
    if (attempt->err->kind != ERR_NONE || !read_current(attempt, record))
        return false;
    if (store_same(record, &attempt->request.change))
        return admit_same(attempt);
    struct event event;
    if (!admit_in(attempt, &event) || !stamp(attempt, &event))
        return false;
    apply(record, &event);
    return put_event(attempt, &event) && put_record(attempt);
}

static bool begin(struct attempt *attempt) {
    struct store *store = attempt->store;
    if (!store_same_file(store, attempt->err) ||
        !done(attempt, mdb_txn_begin(store->env, NULL, 0, &attempt->txn)))
        return false;
    if (store_watch(store, attempt->txn, &attempt->watch, attempt->err))
        return true;
    mdb_txn_abort(attempt->txn);
    return false;
}

static bool commit(struct attempt *attempt) {
    return done(attempt, mdb_txn_commit(attempt->txn)) &&
           store_kept(attempt->store, &attempt->watch, &attempt->trail, &attempt->outcome->record.key,
                      store_value(attempt->value.data, attempt->value.length), attempt->err);
}

static bool try_change(struct attempt *attempt) {
    *attempt->outcome = (struct outcome){.repeated = false};
    attempt->rc = 0;
    buf_clear(&attempt->value);
    if (!begin(attempt))
        return false;
    bool ok = change_in(attempt) && store_unchanged(attempt->store, &attempt->watch, attempt->err);
    if (ok && !attempt->nothing)
        return commit(attempt);
    mdb_txn_abort(attempt->txn);
    return ok;
}

/* Opens the environment anew, since after the last write of a commit failed LMDB refuses everything; what became of the
 * change is found by its operation when it is asked for again. Should the path name another store by now, then it is not
 * the one that is remembered. */
static void reopen(struct store *store) {
    const struct uuid id = store->id;
    struct err unsaid;
    store_environment_close(store);
    if (!store->failed)
        store_environment_open(store, &unsaid);
    store->id = id;
}

/* Whether it is worth another attempt. */
static bool recover(struct attempt *attempt, bool last) {
    struct store *store = attempt->store;
    if (attempt->rc == 0)
        return false;
    if (!last && attempt->rc == MDB_MAP_FULL && done(attempt, store_map(store, 2 * store->map_bytes)))
        return true;
    if (!last && attempt->rc == MDB_MAP_RESIZED && done(attempt, store_map(store, 0)))
        return true;
    store_fault(store, attempt->rc, attempt->err);
    reopen(store);
    return false;
}

static bool may_change(const struct store *store, struct err *err) {
    if (!store_usable(store, err))
        return false;
    return !store->read_only ||
           err_set(err, ERR_UNSUPPORTED,
                   "simpanan \"%s\" hanya dapat dibaca; pindahkan ke disk yang dapat ditulis",
                   store->directory);
}

static bool change(struct attempt *attempt) {
    struct store *store = attempt->store;
    assert(!store->snapshot);
    *attempt->outcome = (struct outcome){.repeated = false};
    if (!may_change(store, attempt->err) || !gate_take(&store->gate, store->holder, attempt->err))
        return false;
    bool ok = try_change(attempt);
    for (int i = 1; !ok && recover(attempt, i == ATTEMPTS_MAX); i++)
        ok = try_change(attempt);
    buf_release(&attempt->value);
    gate_leave(&store->gate);
    if (!ok && attempt->err->kind != ERR_STALE) /* whoever is refused may not be told what stands */
        *attempt->outcome = (struct outcome){.repeated = false};
    return ok;
}

bool store_change(struct store *store, const struct asker *asker, const struct request *request, int64_t at,
                  struct outcome *outcome, struct err *err) {
    struct attempt attempt = {
        .store = store, .asker = asker, .request = *request, .at = at, .outcome = outcome, .err = err};
    return change(&attempt);
}

bool store_undo(struct store *store, const struct asker *asker, const struct event_id *id, int64_t at,
                struct outcome *outcome, struct err *err) {
    const struct event_id taken_back = *id; /* which may lie in *outcome */
    struct attempt attempt = {
        .store = store, .asker = asker, .taken_back = &taken_back, .at = at, .outcome = outcome, .err = err};
    return change(&attempt);
}
