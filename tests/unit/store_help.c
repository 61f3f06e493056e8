#include "unit/store_help.h"
#include "base/file.h"
#include "check.h"
#include "unit/small_office.h"
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

const struct event_id no_event;

/* ---- a directory for each test ---- */

enum { DATA_BYTES_MAX = 1 << 26 };
enum { PLACE_MAX_BYTES = 64 };
static const char *place = "/tmp";
static char above[PLACE_MAX_BYTES];
static char directory[PLACE_MAX_BYTES + 32];

void store_directory_in(const char *folder) {
    place = folder;
}

int store_directory_make(void **state) {
    (void)state;
    snprintf(above, sizeof above, "%s/triwulan-store-XXXXXX", place);
    if (!mkdtemp(above))
        return -1;
    snprintf(directory, sizeof directory, "%s/data/simpanan", above);
    return 0;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *at) {
    (void)status, (void)type, (void)at;
    return remove(path);
}

int store_directory_remove(void **state) {
    (void)state;
    return nftw(above, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

const char *store_directory(void) {
    return directory;
}

struct store *open_store(void) {
    struct store *store = NULL;
    struct err err = {0};
    if (!store_open(directory, "sitti", &store, &err))
        fail_msg("%s", err.text);
    return store;
}

/* ---- changes ---- */

struct request request_of(enum event_kind kind, const char *code, int quarter, struct event_id seen) {
    struct request request;
    memset(&request, 0, sizeof request);
    request.operation = uuid_new(NOW);
    request.change.kind = kind;
    request.change.key.kind = event_kind_record(kind);
    snprintf(request.change.key.code, sizeof request.change.key.code, "%s", code);
    request.change.key.quarter = (struct quarter){SMALL_OFFICE_YEAR, quarter};
    request.change.replaces = seen;
    return request;
}

struct request actual_request(const char *code, int quarter, int whole, struct event_id seen) {
    struct request request = request_of(EVENT_ACTUAL_SET, code, quarter, seen);
    request.change.actual = (struct actual){.filled = true, .value = decimal_whole(whole)};
    return request;
}

struct request notes_request(const char *code, int quarter, const char *remark, struct event_id seen) {
    struct request request = request_of(EVENT_NOTES_SET, code, quarter, seen);
    snprintf(request.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "%s", remark);
    return request;
}

struct request evidence_request(const char *code, int quarter, const char *title) {
    struct request request = request_of(EVENT_EVIDENCE_SET, code, quarter, no_event);
    snprintf(request.change.evidence.title, TITLE_MAX + 1, "%s", title);
    return request;
}

bool change_as(struct store *store, const char *login, struct request request, struct outcome *outcome,
               struct err *err) {
    struct person person = config_person(small_office(), login);
    const struct asker asker = {.config = small_office(), .person = &person};
    return store_change(store, &asker, &request, NOW, outcome, err);
}

struct outcome assert_change(struct store *store, struct request request) {
    struct outcome outcome;
    struct err err = {0};
    if (!change_as(store, "operator", request, &outcome, &err))
        fail_msg("%s", err.text);
    return outcome;
}

static struct record find_key(struct store *store, const struct record_key *at) {
    const struct record_key key = *at;
    struct record record;
    struct err err = {0};
    bool found = store_begin(store, &err) && store_find(store, &key, &record, &err);
    if (err.kind != ERR_NONE)
        fail_msg("%s", err.text);
    store_end(store);
    if (!found)
        record_init(&record, &key);
    return record;
}

struct record find_record(struct store *store, enum record_kind kind, const char *code, uint32_t number) {
    struct record_key key = record_key(kind, code, (struct quarter){SMALL_OFFICE_YEAR, 1});
    key.number = number;
    return find_key(store, &key);
}

struct record find_record_in(struct store *store, enum record_kind kind, const char *code,
                             struct quarter quarter) {
    const struct record_key key = record_key(kind, code, quarter);
    return find_key(store, &key);
}

void grow_journal(struct store *store, size_t bytes) {
    struct event_id head = find_record(store, RECORD_NOTES, REPORTS, 0).head;
    for (size_t written = 0; written < bytes; written += NOTE_COUNT * NOTE_MAX) {
        struct request request = notes_request(REPORTS, 1, "", head);
        for (int i = 0; i < NOTE_COUNT; i++) /* unlike what stands, which would be no change */
            memset(request.change.notes.text[i], (char)('a' + head.sequence % 26), NOTE_MAX);
        head = assert_change(store, request).record.head;
    }
}

/* ---- checking ---- */

static void take_line(void *context, const char *line) {
    buf_printf(context, "%s\n", line);
}

static struct store_counts check(struct store *store, struct buf *lines) {
    struct store_counts counts;
    struct err err = {0};
    if (!store_check(store, take_line, lines, &counts, &err))
        fail_msg("%s", err.text);
    return counts;
}

void assert_clean(struct store *store, uint64_t events, uint64_t records) {
    struct buf lines = {0};
    struct store_counts counts = check(store, &lines);
    assert_string_equal(buf_string(&lines), "");
    assert_int_equal(counts.findings, 0);
    assert_int_equal(counts.events, events);
    assert_int_equal(counts.records, records);
}

void findings_of(struct store *store, struct buf *lines) {
    check(store, lines);
}

/* ---- behind its back ---- */

static void plant_bytes(const char *end, const char *bytes, size_t length) {
    char *path = store_path(directory, end), *parent = strdup(path);
    struct err err = {0};
    *strrchr(parent, '/') = '\0';
    if (!file_make_directory(parent, &err) || !file_replace(path, bytes, length, &err))
        fail_msg("%s", err.text);
    free(parent);
    free(path);
}

void plant_file(const char *end, const char *text) {
    plant_bytes(end, text, strlen(text));
}

void plant_copy(const char *end, const char *path) {
    struct buf bytes = {0};
    struct err err = {0};
    if (!file_read(path, DATA_BYTES_MAX, &bytes, &err))
        fail_msg("%s", err.text);
    plant_bytes(end, buf_string(&bytes), bytes.length);
    buf_release(&bytes);
}

void read_data(struct buf *out) {
    char *path = store_path(directory, "/data.mdb");
    struct err err = {0};
    if (!file_read(path, DATA_BYTES_MAX, out, &err))
        fail_msg("%s", err.text);
    free(path);
}

void overwrite_data(const struct buf *bytes) {
    char *path = store_path(directory, "/data.mdb");
    int descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
    free(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes->data, bytes->length), bytes->length);
    close(descriptor);
}

void replace_data(const struct buf *bytes) {
    plant_bytes("/data.mdb", bytes->data, bytes->length);
}

static MDB_txn *dig(MDB_env **env, enum store_table table, MDB_dbi *dbi) {
    MDB_txn *txn = NULL;
    assert_int_equal(mdb_env_create(env), 0);
    assert_int_equal(mdb_env_set_maxdbs(*env, TABLE_COUNT), 0);
    assert_int_equal(mdb_env_open(*env, directory, MDB_NOLOCK, 0600), 0);
    assert_int_equal(mdb_txn_begin(*env, NULL, 0, &txn), 0);
    assert_int_equal(mdb_dbi_open(txn, store_table_name[table], 0, dbi), 0);
    return txn;
}

void plant(enum store_table table, const void *key, size_t key_size, const void *value, size_t value_size) {
    MDB_env *env;
    MDB_dbi dbi;
    MDB_txn *txn = dig(&env, table, &dbi);
    MDB_val name = store_value(key, key_size), data = store_value(value, value_size);
    assert_int_equal(value ? mdb_put(txn, dbi, &name, &data, 0) : mdb_del(txn, dbi, &name, NULL), 0);
    assert_int_equal(mdb_txn_commit(txn), 0);
    mdb_env_close(env);
}

void dig_out(enum store_table table, const void *key, size_t key_size, struct buf *out) {
    MDB_env *env;
    MDB_dbi dbi;
    MDB_txn *txn = dig(&env, table, &dbi);
    MDB_val name = store_value(key, key_size), data;
    assert_int_equal(mdb_get(txn, dbi, &name, &data), 0);
    buf_put(out, data.mv_data, data.mv_size);
    mdb_txn_abort(txn);
    mdb_env_close(env);
}

void break_last_write(void) {
    char *path = store_path(directory, "/data.mdb");
    int only_read = open(path, O_RDONLY | O_CLOEXEC), broken = 0;
    free(path);
    for (int i = 3; i < only_read; i++)
        if (fcntl(i, F_GETFL) != -1 && (fcntl(i, F_GETFL) & O_DSYNC))
            broken += dup2(only_read, i) == i;
    close(only_read);
    assert_int_equal(broken, 1);
}

/* ---- other processes ---- */

bool child_begins(void) {
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    return child == 0;
}

void child_ends(void) {
    kill(getpid(), SIGKILL);
    abort();
}

void child_ended_well(void) {
    int status;
    assert_true(wait(&status) > 0);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}
