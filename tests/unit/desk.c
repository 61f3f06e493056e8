#include "unit/desk.h"
#include "base/memory.h"
#include "check.h"
#include "model/admit.h"
#include "store/store_internal.h"
#include "value/typed.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *directory;
static struct office *office;

int desk_set_up(void **state) {
    directory = memory_text("/tmp/triwulan-XXXXXX");
    *state = directory;
    return mkdtemp(directory) != NULL ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

void desk_leave(void) {
    office_close(office);
    office = NULL;
}

int desk_clear(void **state) {
    (void)state;
    desk_leave();
    int removed = nftw(directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(directory);
    return removed;
}

struct office *desk_under(const struct config *config, const char *login) {
    desk_leave();
    const struct office_options options = {.config = config,
                                           .directory = directory,
                                           .login = login,
                                           .clock = {.today = {SMALL_OFFICE_YEAR, 10, 3}}};
    struct err err;
    if (!office_open(&options, &office, &err))
        fail_msg("%s", err.text);
    return office;
}

struct office *desk_of(const char *login) {
    return desk_under(small_office(), login);
}

struct quarter desk_quarter(int number) {
    return (struct quarter){SMALL_OFFICE_YEAR, number};
}

/* ---- reading ---- */

static struct reading read_scope(struct office *at, const struct scope *scope) {
    struct reading reading;
    struct err err;
    if (!office_read(at, scope, &reading, &err))
        fail_msg("%s", err.text);
    return reading;
}

struct reading desk_read(struct office *at, unsigned kinds) {
    return read_scope(at, &(struct scope){.kinds = kinds});
}

struct reading desk_read_unit(struct office *at, const struct unit *unit) {
    return read_scope(at, &(struct scope){.unit = unit, .kinds = KINDS_ALL});
}

static struct reading read_code(struct office *at, const char *code, unsigned kinds) {
    return read_scope(at, &(struct scope){.code = code, .kinds = kinds});
}

struct row desk_row(struct office *at, const char *code, int number) {
    struct reading reading = read_code(at, code, KINDS_ROW);
    struct row row = row_at(&reading.records, small_office_indicator(code), desk_quarter(number));
    reading_release(&reading);
    return row;
}

struct record desk_record(struct office *at, enum record_kind kind, const char *code, int number) {
    const struct record_key key = record_key(kind, code, desk_quarter(number));
    struct reading reading = read_code(at, code, 1u << kind);
    struct record record;
    records_get(&reading.records, &key, &record);
    reading_release(&reading);
    return record;
}

struct attachments desk_attachments(struct office *at, const char *code, int number) {
    struct reading reading = read_code(at, code, 1u << RECORD_EVIDENCE);
    struct attachments attachments;
    attachments_of(&reading.records, code, desk_quarter(number), &attachments);
    reading_release(&reading);
    return attachments;
}

struct review desk_review(struct office *at, int number, const struct review_call *call) {
    const struct unit *unit = small_office_unit("koperasi");
    struct reading reading = read_scope(at, &(struct scope){.unit = unit, .kinds = KINDS_REVIEW});
    struct review review;
    review_of(&reading.records, unit, desk_quarter(number), call, &review);
    reading_release(&reading);
    return review;
}

bool desk_may(struct office *at, enum event_kind kind, const char *code, int number, struct err *err) {
    const struct record_key key = record_key(event_kind_record(kind), code, desk_quarter(number));
    struct reading reading = read_code(at, code, KINDS_REVIEW);
    bool may = admit_may(&reading.records, kind, &key, err);
    reading_release(&reading);
    return may;
}

struct events desk_events(struct office *at, const char *code, struct quarter quarter) {
    struct events events;
    struct err err;
    if (!office_events(at, code, quarter, &events, &err))
        fail_msg("%s", err.text);
    return events;
}

/* ---- changing ---- */

static MDB_env *open_environment(void) {
    char path[PLACE_MAX];
    MDB_env *env;
    snprintf(path, sizeof path, "%s/simpanan", directory);
    assert_int_equal(mdb_env_create(&env), 0);
    assert_int_equal(mdb_env_set_maxdbs(env, TABLE_COUNT), 0);
    assert_int_equal(mdb_env_open(env, path, MDB_NOSYNC, 0600), 0);
    return env;
}

void desk_plant(const struct record *record) {
    uint8_t bytes[CODEC_KEY_MAX];
    struct buf encoded = {0};
    MDB_txn *txn;
    MDB_dbi table;
    desk_of("siapa-saja"); /* makes the store */
    desk_leave();
    MDB_env *env = open_environment();
    record_encode(record, &encoded);
    MDB_val key = store_value(bytes, record_key_encode(&record->key, bytes));
    MDB_val value = store_value(encoded.data, encoded.length);
    assert_int_equal(mdb_txn_begin(env, NULL, 0, &txn), 0);
    assert_int_equal(mdb_dbi_open(txn, store_table_name[record->key.kind], 0, &table), 0);
    assert_int_equal(mdb_put(txn, table, &key, &value, 0), 0);
    assert_int_equal(mdb_txn_commit(txn), 0);
    mdb_env_close(env);
    buf_release(&encoded);
}

static struct outcome change(struct office *at, const struct request *request) {
    struct outcome outcome;
    struct err err;
    if (!office_change(at, request, &outcome, &err))
        fail_msg("%s", err.text);
    return outcome;
}

struct request desk_ask(struct office *at, enum event_kind kind, const char *code, int number) {
    const struct record_key key = record_key(event_kind_record(kind), code, desk_quarter(number));
    return request_new(kind, &key, office_facts(at).now);
}

struct request desk_request(struct office *at, const char *code, int number, int whole) {
    struct request request = desk_ask(at, EVENT_ACTUAL_SET, code, number);
    request.change.replaces = desk_row(at, code, number).head;
    request.change.actual = (struct actual){.filled = true, .value = decimal_whole(whole)};
    return request;
}

struct outcome desk_type(struct office *at, const char *code, int number, const char *text) {
    const struct indicator *indicator = small_office_indicator(code);
    struct row row = desk_row(at, code, number);
    const struct typed_for what = {&indicator->measure, indicator->plan.aggregation, row_before(&row)};
    struct request request = desk_request(at, code, number, 0);
    struct typed typed;
    struct err err;
    if (!typed_read(text, what, &typed, &err))
        fail_msg("%s", err.text);
    request.change.actual.value = typed.value;
    request.change.actual.fraction = typed.fraction;
    return change(at, &request);
}

struct outcome desk_attach(struct office *at, const char *code, int number, const char *title) {
    struct request request = desk_ask(at, EVENT_EVIDENCE_SET, code, number);
    request.change.evidence.kind = EVIDENCE_REPORT;
    snprintf(request.change.evidence.title, TITLE_MAX + 1, "%s", title);
    return change(at, &request);
}

bool desk_try_step(struct office *at, enum event_kind kind, int number, const char *reason, struct err *err) {
    const struct review review = desk_review(at, number, NULL);
    struct request request = desk_ask(at, kind, "koperasi", number);
    struct outcome outcome;
    request.change.replaces = review.head;
    request.change.step.coverage = review.coverage;
    snprintf(request.change.step.reason, NOTE_MAX + 1, "%s", reason);
    return office_change(at, &request, &outcome, err);
}

void desk_step(struct office *at, enum event_kind kind, int number) {
    bool reasoned = kind == EVENT_RETURNED || kind == EVENT_UNLOCKED;
    struct err err;
    if (!desk_try_step(at, kind, number, reasoned ? "alasan" : "", &err))
        fail_msg("%s", err.text);
}

bool desk_judge(struct office *at, enum event_kind kind, const char *code, int number,
                const struct check *check, struct err *err) {
    struct request request = desk_ask(at, kind, code, number);
    struct outcome outcome;
    request.change.replaces = desk_record(at, RECORD_CHECK, code, number).head;
    request.change.check = *check;
    return office_change(at, &request, &outcome, err);
}

static const char *const measured[] = {REPORTS, PEOPLE, PRODUCTS, COMPLAINTS, SHARE};

void desk_fill(int number) {
    static const char *const values[] = {"375", "28", "3", "5", "0,15"};
    struct office *operator= desk_of("operator");
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
        desk_type(operator, measured[i], number, values[i]);
    desk_attach(operator, REPORTS, number, "Laporan koperasi");
}

void desk_check(int number) {
    const struct check nothing_more = {.round = 0};
    struct office *at = desk_of("verifikator");
    struct err err;
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
        if (!desk_judge(at, EVENT_CHECK_PASSED, measured[i], number, &nothing_more, &err))
            fail_msg("%s", err.text);
}

void desk_ratify(int number) {
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, number);
    desk_check(number);
    desk_step(desk_of("verifikator"), EVENT_VERIFIED, number);
    desk_step(desk_of("pimpinan"), EVENT_RATIFIED, number);
}
