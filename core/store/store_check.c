#include "base/list.h"
#include "model/apply.h"
#include "store/store_internal.h"
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LINE_MAX_BYTES = 400 };

struct checking {
    struct store *store;
    store_finding_fn *finding;
    void *context;
    struct store_counts *counts;
    enum record_kind kind; /* of the table that is walked */
    uint64_t position;     /* of the event last met in the journal */
    uint64_t owned;        /* events met in the histories of records */
    struct list history;   /* positions of one record's events, newest first */
};

static void report(struct checking *check, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void report(struct checking *check, const char *format, ...) {
    char line[LINE_MAX_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    check->counts->findings++;
    check->finding(check->context, line);
}

/* ---- looking up; damage met on the way is reported where it lies ---- */

static bool position_of(struct checking *check, enum store_table index, MDB_val key, uint64_t *position) {
    struct err err;
    return store_position_in(check->store, check->store->reader, index, key, position, &err);
}

static bool position_of_id(struct checking *check, const struct event_id *id, uint64_t *position) {
    uint8_t key[STORE_ID_SIZE];
    store_id_encode(id, key);
    return position_of(check, TABLE_SEQUENCE, store_value(key, sizeof key), position);
}

static bool event_at(struct checking *check, uint64_t position, struct event *event) {
    struct err err;
    return store_event_in(check->store, check->store->reader, position, event, &err);
}

static bool value_of(struct checking *check, enum store_table table, MDB_val key, MDB_val *value) {
    return mdb_get(check->store->reader, check->store->table[table], &key, value) == 0;
}

static bool digest_at(struct checking *check, uint64_t position, struct digest *digest) {
    uint8_t key[STORE_POSITION_SIZE];
    MDB_val value;
    store_position_encode(position, key);
    if (!value_of(check, TABLE_JOURNAL, store_value(key, sizeof key), &value))
        return false;
    *digest = digest_bytes(value.mv_data, value.mv_size);
    return true;
}

/* ---- the journal ---- */

static void check_previous(struct checking *check, const struct event *event) {
    static const struct digest none;
    uint64_t at = check->position, before;
    struct event_id id = {.device = event->id.device, .sequence = event->id.sequence - 1};
    struct digest digest = none;
    if (id.sequence != 0 && !position_of_id(check, &id, &before))
        report(check, "jurnal %" PRIu64 ": urutan %" PRIu64 " dari perangkat yang sama hilang", at,
               id.sequence);
    else if (id.sequence != 0 && before >= at)
        report(check, "jurnal %" PRIu64 ": mendahului urutan %" PRIu64 " dari perangkat yang sama", at,
               id.sequence);
    else if (id.sequence != 0 && !digest_at(check, before, &digest))
        report(check, "jurnal %" PRIu64 ": jurnal %" PRIu64 " sebelumnya hilang", at, before);
    else if (!digest_equal(&digest, &event->previous))
        report(check, "jurnal %" PRIu64 ": sidik peristiwa sebelumnya tidak cocok", at);
}

static void check_indexed(struct checking *check, const struct event *event) {
    uint64_t at = check->position, found;
    if (!position_of_id(check, &event->id, &found) || found != at)
        report(check, "jurnal %" PRIu64 ": tidak terdaftar di urutan perangkatnya", at);
    MDB_val operation = store_value(event->operation.byte, UUID_SIZE), value;
    if (!position_of(check, TABLE_OPERATION, operation, &found) || found != at)
        report(check, "jurnal %" PRIu64 ": tidak terdaftar di operasi", at);
    MDB_val device = store_value(event->id.device.byte, UUID_SIZE);
    if (!value_of(check, TABLE_DEVICE, device, &value))
        report(check, "jurnal %" PRIu64 ": perangkatnya tidak terdaftar", at);
    uint8_t key[CODEC_KEY_MAX];
    MDB_val record = store_value(key, record_key_encode(&event->change.key, key));
    if (!value_of(check, (enum store_table)event->change.key.kind, record, &value)) {
        char name[STORE_KEY_TEXT_MAX];
        store_key_print(&event->change.key, name);
        report(check, "jurnal %" PRIu64 ": %s yang diubahnya hilang", at, name);
    }
}

static void check_journal(struct checking *check, const MDB_val *key, const MDB_val *value) {
    uint64_t position;
    struct event event;
    if (!store_position_decode(key, &position)) {
        report(check, "jurnal: ada nomor yang rusak");
        return;
    }
    if (position != check->position + 1)
        report(check, "jurnal %" PRIu64 ": %" PRIu64 " peristiwa sebelumnya hilang", position,
               position - check->position - 1);
    check->position = position;
    check->counts->events++;
    if (!event_decode(value->mv_data, value->mv_size, &event)) {
        report(check, "jurnal %" PRIu64 ": rusak, tidak terbaca", position);
        return;
    }
    check_previous(check, &event);
    check_indexed(check, &event);
}

/* ---- what points into the journal ---- */

static void check_sequence(struct checking *check, const MDB_val *key, const MDB_val *value) {
    struct event_id id;
    struct event event;
    uint64_t position = 0;
    if (!store_id_decode(key, &id) || !store_position_decode(value, &position) ||
        !event_at(check, position, &event) || !event_id_equal(&id, &event.id))
        report(check, "urutan: menunjuk jurnal %" PRIu64 ", yang bukan peristiwanya", position);
}

static void check_operation(struct checking *check, const MDB_val *key, const MDB_val *value) {
    struct event event;
    uint64_t position = 0;
    if (!store_position_decode(value, &position) || !event_at(check, position, &event) ||
        key->mv_size != UUID_SIZE || memcmp(key->mv_data, event.operation.byte, UUID_SIZE) != 0)
        report(check, "operasi: menunjuk jurnal %" PRIu64 ", yang bukan peristiwanya", position);
}

static void check_device(struct checking *check, const MDB_val *key, const MDB_val *value) {
    struct event_id id;
    struct digest head, digest;
    uint64_t position;
    char name[UUID_TEXT_MAX];
    struct bytes in = bytes_from(key->mv_data, key->mv_size),
                 from = bytes_from(value->mv_data, value->mv_size);
    bytes_copy(&in, id.device.byte, UUID_SIZE);
    id.sequence = bytes_u64(&from);
    bytes_copy(&from, head.byte, DIGEST_SIZE);
    uuid_print(&id.device, name);
    if (!bytes_done(&in) || !bytes_done(&from))
        report(check, "perangkat %s: rusak", name);
    else if (!position_of_id(check, &id, &position) || !digest_at(check, position, &digest))
        report(check, "perangkat %s: urutan terakhirnya (%" PRIu64 ") hilang dari jurnal", name, id.sequence);
    else if (!digest_equal(&head, &digest))
        report(check, "perangkat %s: sidik jurnal %" PRIu64 " tidak cocok", name, position);
    id.sequence++;
    if (position_of_id(check, &id, &position))
        report(check, "perangkat %s: jurnal %" PRIu64 " melewati urutan terakhirnya", name, position);
}

/* ---- records, derived anew ---- */

static bool same_key(const struct record_key *a, const struct record_key *b) {
    return a->kind == b->kind && strcmp(a->code, b->code) == 0 &&
           quarter_compare(a->quarter, b->quarter) == 0 && a->number == b->number;
}

/* From the head back to the first event. Each step must lead to an earlier position, so that it ends. */
static bool collect_history(struct checking *check, const struct record *record) {
    struct event_id id = record->head;
    uint64_t position, later = UINT64_MAX;
    struct event event;
    check->history.count = 0;
    while (id.sequence != 0) {
        if (!position_of_id(check, &id, &position) || position >= later ||
            !event_at(check, position, &event) || !same_key(&event.change.key, &record->key))
            return false;
        list_add(&check->history, &position);
        later = position;
        id = event.change.replaces;
    }
    check->owned += (uint64_t)check->history.count;
    return check->history.count > 0;
}

static bool derive(struct checking *check, const struct record_key *key, struct record *record) {
    const uint64_t *position = check->history.item;
    struct event event;
    record_init(record, key);
    for (int i = check->history.count; i-- > 0;) {
        if (!event_at(check, position[i], &event))
            return false;
        apply(record, &event);
    }
    return true;
}

static void check_record(struct checking *check, const MDB_val *key, const MDB_val *value) {
    struct record_key record_key;
    struct record record;
    char name[STORE_KEY_TEXT_MAX];
    check->counts->records++;
    if (!record_key_decode(check->kind, key->mv_data, key->mv_size, &record_key)) {
        report(check, "%s: ada kunci yang rusak", store_table_name[check->kind]);
        return;
    }
    store_key_print(&record_key, name);
    if (!record_decode(&record_key, value->mv_data, value->mv_size, &record)) {
        report(check, "%s: rusak, tidak terbaca", name);
        return;
    }
    if (!collect_history(check, &record) || !derive(check, &record_key, &record)) {
        report(check, "%s: riwayatnya terputus", name);
        return;
    }
    struct buf bytes = {0};
    record_encode(&record, &bytes);
    if (bytes.length != value->mv_size || memcmp(bytes.data, value->mv_data, bytes.length) != 0)
        report(check, "%s: tidak sama dengan riwayatnya", name);
    buf_release(&bytes);
}

/* ---- all of it ---- */

typedef void visit_fn(struct checking *check, const MDB_val *key, const MDB_val *value);

static bool walk(struct checking *check, enum store_table table, visit_fn *visit, struct err *err) {
    struct store *store = check->store;
    MDB_cursor *cursor;
    MDB_val key, value;
    int rc = mdb_cursor_open(store->reader, store->table[table], &cursor);
    if (rc)
        return store_fault(store, rc, err);
    while ((rc = mdb_cursor_get(cursor, &key, &value, MDB_NEXT)) == 0)
        visit(check, &key, &value);
    mdb_cursor_close(cursor);
    if (rc == MDB_CORRUPTED || rc == MDB_PAGE_NOTFOUND)
        report(check, "%s: halaman rusak, sisanya tidak terbaca", store_table_name[table]);
    else if (rc != MDB_NOTFOUND)
        return store_fault(store, rc, err);
    return true;
}

static bool walk_all(struct checking *check, struct err *err) {
    if (!walk(check, TABLE_JOURNAL, check_journal, err) ||
        !walk(check, TABLE_SEQUENCE, check_sequence, err) ||
        !walk(check, TABLE_OPERATION, check_operation, err) || !walk(check, TABLE_DEVICE, check_device, err))
        return false;
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        check->kind = (enum record_kind)kind;
        if (!walk(check, (enum store_table)kind, check_record, err))
            return false;
    }
    if (check->owned != check->counts->events)
        report(check, "jurnal: %" PRIu64 " peristiwa, tetapi hanya %" PRIu64 " termasuk riwayat suatu data",
               check->counts->events, check->owned);
    return true;
}

bool store_check(struct store *store, store_finding_fn *finding, void *context, struct store_counts *counts,
                 struct err *err) {
    *counts = (struct store_counts){0};
    struct checking check = {.store = store,
                             .finding = finding,
                             .context = context,
                             .counts = counts,
                             .history = {.size = sizeof(uint64_t)}};
    if (!store_begin(store, err))
        return false;
    bool ok = walk_all(&check, err);
    store_end(store);
    list_release(&check.history);
    return ok;
}
