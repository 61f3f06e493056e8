#include "model/apply.h"
#include "store/store_internal.h"
#include <assert.h>
#include <string.h>

/* How often a change is tried again with a larger map. */
enum { ATTEMPTS_MAX = 16 };

/* Its steps return false after setting either `rc`, what LMDB or the system said, or else `err`. */
struct attempt {
    struct store *store;
    const struct admission *admission;
    const struct request *request;
    int64_t at;
    struct outcome *outcome;
    struct err *err;
    MDB_txn *txn;
    int rc;
};

static bool done(struct attempt *attempt, int rc) {
    attempt->rc = rc;
    return rc == 0;
}

/* ---- what stands ---- */

/* The same operation again: what became of it then is the answer. A process that died at its commit may have
 * left it in memory only, so it is synced before it is confirmed. */
static bool repeat(struct attempt *attempt, uint64_t position) {
    struct store *store = attempt->store;
    struct event event;
    struct record *record = &attempt->outcome->record;
    attempt->outcome->repeated = true;
    if (store_event_in(store, attempt->txn, position, &event, attempt->err) &&
        store_record_in(store, attempt->txn, &event.change.key, record, attempt->err))
        return done(attempt, mdb_env_sync(store->env, 1));
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
    struct record_key key = attempt->request->change.key;
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

static bool next_position(struct attempt *attempt, uint64_t *position) {
    uint8_t limit[STORE_POSITION_SIZE];
    MDB_val last;
    store_position_encode(UINT64_MAX, limit);
    if (!last_key(attempt, TABLE_JOURNAL, store_value(limit, sizeof limit), &last))
        return false;
    *position = 0;
    bool readable = last.mv_size == 0 || store_position_decode(&last, position);
    ++*position;
    return done(attempt, readable ? 0 : MDB_CORRUPTED);
}

static bool put(struct attempt *attempt, enum store_table table, MDB_val key, MDB_val value, unsigned flags) {
    return done(attempt, mdb_put(attempt->txn, attempt->store->table[table], &key, &value, flags));
}

static bool put_event(struct attempt *attempt, const struct event *event, struct buf *bytes) {
    uint64_t number;
    uint8_t position[STORE_POSITION_SIZE], id[STORE_ID_SIZE];
    if (!next_position(attempt, &number))
        return false;
    store_position_encode(number, position);
    store_id_encode(&event->id, id);
    MDB_val at = store_value(position, sizeof position);
    event_encode(event, bytes);
    struct digest digest = digest_bytes(bytes->data, bytes->length);
    struct buf head = {0};
    buf_u64(&head, event->id.sequence);
    buf_put(&head, digest.byte, DIGEST_SIZE);
    bool ok =
        put(attempt, TABLE_JOURNAL, at, store_value(bytes->data, bytes->length), MDB_APPEND) &&
        put(attempt, TABLE_SEQUENCE, store_value(id, sizeof id), at, MDB_NOOVERWRITE) &&
        put(attempt, TABLE_OPERATION, store_value(event->operation.byte, UUID_SIZE), at, MDB_NOOVERWRITE) &&
        put(attempt, TABLE_DEVICE, store_value(event->id.device.byte, UUID_SIZE),
            store_value(head.data, head.length), 0);
    buf_release(&head);
    return ok;
}

static bool put_record(struct attempt *attempt, const struct record *record, struct buf *bytes) {
    uint8_t key[CODEC_KEY_MAX];
    size_t length = record_key_encode(&record->key, key);
    buf_clear(bytes);
    record_encode(record, bytes);
    return put(attempt, (enum store_table)record->key.kind, store_value(key, length),
               store_value(bytes->data, bytes->length), 0);
}

/* ---- the change ---- */

static bool admit_in(struct attempt *attempt, const struct record *current, struct event *event) {
    struct store *store = attempt->store;
    const struct records records = store_records(store);
    struct admission admission = *attempt->admission;
    admission.records = &records;
    store->reading = attempt->txn;
    bool ok = admit(&admission, attempt->request, current, event, attempt->err);
    store->reading = NULL;
    return ok;
}

static bool change_in(struct attempt *attempt) {
    struct record *record = &attempt->outcome->record;
    uint64_t position;
    MDB_val operation = store_value(attempt->request->operation.byte, UUID_SIZE);
    if (store_position_in(attempt->store, attempt->txn, TABLE_OPERATION, operation, &position, attempt->err))
        return repeat(attempt, position);
    struct event event;
    if (attempt->err->kind != ERR_NONE || !read_current(attempt, record) ||
        !admit_in(attempt, record, &event) || !stamp(attempt, &event))
        return false;
    apply(record, &event);
    struct buf bytes = {0};
    bool ok = put_event(attempt, &event, &bytes) && put_record(attempt, record, &bytes);
    buf_release(&bytes);
    return ok;
}

static bool try_change(struct attempt *attempt) {
    *attempt->outcome = (struct outcome){.repeated = false};
    attempt->rc = 0;
    if (!done(attempt, mdb_txn_begin(attempt->store->env, NULL, 0, &attempt->txn)))
        return false;
    bool ok = change_in(attempt);
    if (!ok || attempt->outcome->repeated) {
        mdb_txn_abort(attempt->txn);
        return ok;
    }
    return done(attempt, mdb_txn_commit(attempt->txn));
}

/* Whether it is worth another attempt. Otherwise the environment is opened anew, since after the last write
 * of a commit failed LMDB refuses everything; what became of the change is found by its operation when it is
 * asked for again. */
static bool recover(struct attempt *attempt, bool last) {
    struct store *store = attempt->store;
    if (attempt->rc == 0)
        return false;
    if (!last && attempt->rc == MDB_MAP_FULL && done(attempt, store_map(store, 2 * store->map_bytes)))
        return true;
    if (!last && attempt->rc == MDB_MAP_RESIZED && done(attempt, store_map(store, 0)))
        return true;
    store_fault(store, attempt->rc, attempt->err);
    struct err unsaid;
    store_environment_close(store);
    if (!store->failed)
        store_environment_open(store, &unsaid);
    return false;
}

bool store_change(struct store *store, const struct admission *admission, const struct request *request,
                  int64_t at, struct outcome *outcome, struct err *err) {
    assert(!store->snapshot);
    struct attempt attempt = {
        .store = store, .admission = admission, .request = request, .at = at, .outcome = outcome, .err = err};
    if (!store_usable(store, err))
        return false;
    if (store->read_only)
        return err_set(err, ERR_UNSUPPORTED,
                       "simpanan \"%s\" hanya dapat dibaca; pindahkan ke disk yang dapat ditulis",
                       store->directory);
    if (!gate_take(&store->gate, store->holder, err))
        return false;
    bool ok = try_change(&attempt);
    for (int i = 1; !ok && recover(&attempt, i == ATTEMPTS_MAX); i++)
        ok = try_change(&attempt);
    gate_leave(&store->gate);
    return ok;
}

bool store_sync(struct store *store, struct err *err) {
    if (!store_usable(store, err))
        return false;
    int rc = store->read_only ? 0 : mdb_env_sync(store->env, 1);
    return rc == 0 || store_fault(store, rc, err);
}
