#include "store/store.h"
#include "store/store_internal.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

/* ---- values ---- */

char *store_path(const char *directory, const char *end) {
    struct buf path = {0};
    buf_printf(&path, "%s%s", directory, end);
    return path.data;
}

MDB_val store_value(const void *data, size_t size) {
    MDB_val value = {.mv_size = size};
    memcpy(&value.mv_data, &data, sizeof data);
    return value;
}

void store_position_encode(uint64_t position, uint8_t out[STORE_POSITION_SIZE]) {
    for (int i = 0; i < STORE_POSITION_SIZE; i++)
        out[i] = (uint8_t)(position >> (8 * (STORE_POSITION_SIZE - 1 - i)));
}

bool store_position_decode(const MDB_val *value, uint64_t *position) {
    struct bytes in = bytes_from(value->mv_data, value->mv_size);
    *position = bytes_u64(&in);
    return bytes_done(&in);
}

void store_id_encode(const struct event_id *id, uint8_t out[STORE_ID_SIZE]) {
    memcpy(out, id->device.byte, UUID_SIZE);
    store_position_encode(id->sequence, out + UUID_SIZE);
}

bool store_id_decode(const MDB_val *value, struct event_id *id) {
    struct bytes in = bytes_from(value->mv_data, value->mv_size);
    bytes_copy(&in, id->device.byte, UUID_SIZE);
    id->sequence = bytes_u64(&in);
    return bytes_done(&in);
}

void store_key_print(const struct record_key *key, char out[STORE_KEY_TEXT_MAX]) {
    char quarter[QUARTER_TEXT_MAX], number[24] = "";
    quarter_print(key->quarter, quarter);
    if (key->number)
        snprintf(number, sizeof number, " nomor %u", key->number);
    snprintf(out, STORE_KEY_TEXT_MAX, "%s %s %s%s", store_table_name[key->kind], key->code, quarter, number);
}

/* ---- reading in a transaction ---- */

static bool record_damaged(const struct record_key *key, struct err *err) {
    char text[STORE_KEY_TEXT_MAX];
    store_key_print(key, text);
    return err_set(err, ERR_CORRUPT, "data \"%s\" rusak; jalankan triwulan periksa-data", text);
}

/* True with the value; false with ERR_NONE when there is none. */
static bool get(struct store *store, MDB_txn *txn, enum store_table table, MDB_val key, MDB_val *value,
                struct err *err) {
    int rc = mdb_get(txn, store->table[table], &key, value);
    err->kind = ERR_NONE;
    return rc == 0 || (rc != MDB_NOTFOUND && store_fault(store, rc, err));
}

bool store_record_in(struct store *store, MDB_txn *txn, const struct record_key *key, struct record *record,
                     struct err *err) {
    uint8_t bytes[CODEC_KEY_MAX];
    MDB_val value;
    size_t length = record_key_encode(key, bytes);
    if (!get(store, txn, (enum store_table)key->kind, store_value(bytes, length), &value, err))
        return false;
    return record_decode(key, value.mv_data, value.mv_size, record) || record_damaged(key, err);
}

bool store_position_in(struct store *store, MDB_txn *txn, enum store_table index, MDB_val key,
                       uint64_t *position, struct err *err) {
    MDB_val value;
    return get(store, txn, index, key, &value, err) &&
           (store_position_decode(&value, position) || store_fault(store, MDB_CORRUPTED, err));
}

bool store_event_in(struct store *store, MDB_txn *txn, uint64_t position, struct event *event,
                    struct err *err) {
    uint8_t bytes[STORE_POSITION_SIZE];
    MDB_val value;
    store_position_encode(position, bytes);
    if (!get(store, txn, TABLE_JOURNAL, store_value(bytes, sizeof bytes), &value, err))
        return false;
    return event_decode(value.mv_data, value.mv_size, event) ||
           err_set(err, ERR_CORRUPT, "jurnal nomor %llu rusak; jalankan triwulan periksa-data",
                   (unsigned long long)position);
}

bool store_event_of(struct store *store, MDB_txn *txn, const struct event_id *id, struct event *event,
                    uint64_t *position, struct err *err) {
    uint8_t key[STORE_ID_SIZE];
    store_id_encode(id, key);
    if (store_position_in(store, txn, TABLE_SEQUENCE, store_value(key, sizeof key), position, err) &&
        store_event_in(store, txn, *position, event, err))
        return true;
    return err->kind != ERR_NONE ? false : err_set(err, ERR_NOT_FOUND, "perubahan itu tidak ada di jurnal");
}

int store_last_in(const struct store *store, MDB_txn *txn, MDB_val *event, uint64_t *position) {
    MDB_cursor *cursor;
    MDB_val key;
    *position = 0;
    int rc = mdb_cursor_open(txn, store->table[TABLE_JOURNAL], &cursor);
    if (rc)
        return rc;
    rc = mdb_cursor_get(cursor, &key, event, MDB_LAST);
    mdb_cursor_close(cursor);
    if (rc)
        return rc == MDB_NOTFOUND ? 0 : rc;
    return store_position_decode(&key, position) && *position != 0 ? 0 : MDB_CORRUPTED;
}

/* What the keys of a code, or of its quarter, begin with; nothing for all codes. */
static size_t prefix_encode(const struct record_key *from, uint8_t prefix[CODEC_KEY_MAX]) {
    enum { QUARTER_SIZE = 3 };
    record_key_encode(from, prefix);
    size_t length = strlen(from->code);
    size_t quarter = from->quarter.year ? QUARTER_SIZE : 0;
    return length ? length + 1 + quarter : 0;
}

enum visit { STEP_ON, STEP_DONE, STEP_FAILED };

static enum visit each_one(const struct record_key *from, const MDB_val *key, const MDB_val *value,
                           struct record *record, struct err *err) {
    struct record_key here;
    if (!record_key_decode(from->kind, key->mv_data, key->mv_size, &here)) {
        err_set(err, ERR_CORRUPT, "sebuah kunci di \"%s\" rusak; jalankan triwulan periksa-data",
                store_table_name[from->kind]);
        return STEP_FAILED;
    }
    if (from->quarter.year && quarter_compare(from->quarter, here.quarter) != 0)
        return STEP_ON;
    if (record_decode(&here, value->mv_data, value->mv_size, record))
        return STEP_DONE;
    record_damaged(&here, err);
    return STEP_FAILED;
}

bool store_each_in(struct store *store, MDB_txn *txn, const struct record_key *from, stored_each_fn *each,
                   void *context, struct err *err) {
    uint8_t prefix[CODEC_KEY_MAX];
    size_t length = prefix_encode(from, prefix);
    MDB_cursor *cursor;
    MDB_val key = store_value(prefix, length), value;
    int rc = mdb_cursor_open(txn, store->table[from->kind], &cursor);
    if (rc)
        return store_fault(store, rc, err);
    struct record record;
    enum visit step = STEP_ON;
    rc = mdb_cursor_get(cursor, &key, &value, length ? MDB_SET_RANGE : MDB_FIRST);
    while (rc == 0 && step != STEP_FAILED && key.mv_size >= length &&
           memcmp(key.mv_data, prefix, length) == 0) {
        step = each_one(from, &key, &value, &record, err);
        const struct stored stored = {&record, key.mv_data, value.mv_data, key.mv_size, value.mv_size};
        if (step == STEP_DONE && !each(context, &stored))
            break;
        rc = mdb_cursor_get(cursor, &key, &value, MDB_NEXT);
    }
    mdb_cursor_close(cursor);
    if (rc && rc != MDB_NOTFOUND)
        return store_fault(store, rc, err);
    return step != STEP_FAILED;
}

/* ---- snapshots ---- */

bool store_read_only(const struct store *store) {
    return store->read_only;
}

uint64_t store_version(const struct store *store) {
    MDB_envinfo info = {0};
    if (store->env)
        mdb_env_info(store->env, &info);
    return info.me_last_txnid;
}

static int renew(struct store *store) {
    int rc = mdb_txn_renew(store->reader);
    if (rc != MDB_MAP_RESIZED)
        return rc;
    rc = store_map(store, 0);
    return rc ? rc : mdb_txn_renew(store->reader);
}

/* LMDB takes the number of a snapshot from the lock file, and what it shows from the data file: a writer puts it into
 * the one right after the other. When they disagree by more, the data file is another one. A number that went back needs
 * no look of its own: then what was seen last is not there either. */
static bool snapshot_fits(const struct store *store, uint64_t before) {
    uint64_t version = mdb_txn_id(store->reader);
    return before <= version + 1 && version <= store_version(store) &&
           (version == store->seen.version || store_holds_seen(store, store->reader));
}

bool store_begin(struct store *store, struct err *err) {
    assert(!store->snapshot);
    if (!store_usable(store, err))
        return false;
    if (store->overwritten)
        return store_overwritten(store, err);
    uint64_t before = store_version(store);
    int rc = renew(store);
    if (rc)
        return store_fault(store, rc, err);
    if (!snapshot_fits(store, before)) {
        mdb_txn_reset(store->reader);
        return store_overwritten(store, err);
    }
    store_remember(store, store->reader);
    store->snapshot = true;
    return true;
}

void store_end(struct store *store) {
    assert(store->snapshot);
    mdb_txn_reset(store->reader);
    store->snapshot = false;
}

bool store_find(struct store *store, const struct record_key *key, struct record *record, struct err *err) {
    assert(store->snapshot);
    return store_record_in(store, store->reader, key, record, err);
}

bool store_each(struct store *store, const struct record_key *from, stored_each_fn *each, void *context,
                struct err *err) {
    assert(store->snapshot);
    return store_each_in(store, store->reader, from, each, context, err);
}

bool store_event(struct store *store, const struct event_id *id, struct event *event, uint64_t *position,
                 struct err *err) {
    assert(store->snapshot);
    return store_event_of(store, store->reader, id, event, position, err);
}

bool store_trail(struct store *store, struct trail *trail, struct err *err) {
    assert(store->snapshot);
    MDB_val event;
    *trail = (struct trail){.position = 0};
    int rc = store_last_in(store, store->reader, &event, &trail->position);
    if (rc)
        return store_fault(store, rc, err);
    if (trail->position != 0)
        trail->digest = digest_bytes(event.mv_data, event.mv_size);
    return true;
}

/* ---- description ---- */

static bool describe_journal(struct store *store, struct store_info *info, struct err *err) {
    MDB_val value;
    struct event event = {.at = 0};
    int rc = store_last_in(store, store->reader, &value, &info->events);
    if (rc == 0 && info->events != 0 && !event_decode(value.mv_data, value.mv_size, &event))
        rc = MDB_CORRUPTED;
    info->last_event_at = event.at;
    return rc == 0 || store_fault(store, rc, err);
}

bool store_describe(struct store *store, struct store_info *info, struct err *err) {
    if (!store_begin(store, err))
        return false;
    MDB_envinfo env;
    MDB_stat stat;
    mdb_env_info(store->env, &env);
    mdb_env_stat(store->env, &stat);
    *info = (struct store_info){
        .format = STORE_FORMAT,
        .upgraded_from = store->upgraded_from,
        .store = store->id,
        .device = store->device,
        .map_bytes = env.me_mapsize,
        .used_bytes = ((uint64_t)env.me_last_pgno + 1) * stat.ms_psize,
    };
    bool ok = describe_journal(store, info, err);
    store_end(store);
    return ok;
}

bool store_digest(struct store *store, uint64_t position, struct digest *digest, struct err *err) {
    uint8_t key[STORE_POSITION_SIZE];
    MDB_val value;
    store_position_encode(position, key);
    if (!store_begin(store, err))
        return false;
    bool found = get(store, store->reader, TABLE_JOURNAL, store_value(key, sizeof key), &value, err);
    if (found)
        *digest = digest_bytes(value.mv_data, value.mv_size);
    store_end(store);
    if (!found && err->kind == ERR_NONE)
        err_set(err, ERR_NOT_FOUND, "catatan ke-%llu belum ada di jurnal", (unsigned long long)position);
    return found;
}
