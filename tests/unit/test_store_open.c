#include "check.h"
#include "store/store_internal.h"
#include "unit/small_office.h"
#include "unit/store_help.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- creating and opening ---- */

static mode_t mode_of(const char *end) {
    struct stat status;
    char *path = store_path(store_directory(), end);
    assert_int_equal(stat(path, &status), 0);
    free(path);
    return status.st_mode & 0777;
}

static bool there(const char *end) {
    char *path = store_path(store_directory(), end);
    bool found = access(path, F_OK) == 0;
    free(path);
    return found;
}

static void a_new_store_is_made(void **state) {
    (void)state;
    struct store_info first, again;
    struct err err;
    struct store *store = open_store();
    assert_true(store_describe(store, &first, &err));
    assert_int_equal(first.format, STORE_FORMAT);
    assert_int_equal(first.events, 0);
    assert_int_equal(first.last_event_at, 0);
    assert_int_equal(first.map_bytes, 1 << 30);
    assert_true(first.used_bytes > 0 && first.used_bytes < 1 << 20);
    assert_false(store_read_only(store));
    store_close(store);

    assert_int_equal(mode_of(""), 0700);
    assert_int_equal(mode_of("/../"), 0700);
    assert_int_equal(mode_of("/data.mdb"), 0600);
    assert_int_equal(mode_of("/lock.mdb"), 0600);
    assert_int_equal(mode_of(".gerbang"), 0600);
    assert_false(there(".baru"));

    store = open_store();
    assert_true(store_describe(store, &again, &err));
    assert_memory_equal(&first.store, &again.store, sizeof first.store);
    assert_memory_equal(&first.device, &again.device, sizeof first.device);
    assert_memory_not_equal(&first.device, &first.store, sizeof first.store);
    store_close(store);
    store_close(NULL);
}

/* A sparse lock file is one that a full disk turns into a crash. */
static void the_lock_file_is_allocated(void **state) {
    (void)state;
    store_close(open_store());
    char *path = store_path(store_directory(), "/lock.mdb");
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_true(status.st_size >= 512 * 64);
    assert_true(status.st_blocks * 512 >= status.st_size);
    free(path);
}

static void what_a_crash_left_behind_is_removed(void **state) {
    (void)state;
    plant_file(".baru/simpanan/data.mdb", "setengah jadi"); /* before the new store had its name */
    store_close(open_store());
    assert_false(there(".baru"));
    assert_true(there("/data.mdb"));

    struct store *store = open_store();
    assert_change(store, actual_request(REPORTS, 1, 375, no_event));
    store_close(store);
    plant_file(".baru/simpanan/data.mdb", "sisa"); /* behind it: what is there stays */
    store = open_store();
    assert_clean(store, 1, 1);
    assert_false(there(".baru"));
    store_close(store);
}

static void no_file_is_left_open_for_children(void **state) {
    (void)state;
    enum { DESCRIPTORS = 64 };
    bool before[DESCRIPTORS];
    for (int i = 0; i < DESCRIPTORS; i++)
        before[i] = fcntl(i, F_GETFD) >= 0;
    struct store *store = open_store();
    int opened = 0;
    for (int i = 0; i < DESCRIPTORS; i++)
        if (!before[i] && fcntl(i, F_GETFD) >= 0) {
            assert_true(fcntl(i, F_GETFD) & FD_CLOEXEC);
            opened++;
        }
    assert_int_equal(opened, 4); /* data (to read, to sync), lock, gate */
    store_close(store);
}

static void refused(enum err_kind kind, const char *word) {
    struct store *store;
    struct err err = {0};
    assert_false(store_open(store_directory(), "sitti", &store, &err));
    assert_null(store);
    assert_int_equal(err.kind, kind);
    assert_non_null(strstr(err.text, store_directory()));
    assert_non_null(strstr(err.text, word));
}

static void what_is_no_store_is_told(void **state) {
    (void)state;
    plant_file("/catatan.txt", "milik orang lain");
    refused(ERR_CORRUPT, "bukan simpanan triwulan");
    assert_true(there("/catatan.txt"));
    assert_false(there(".baru"));
}

static void what_other_programs_keep_in_lmdb_is_told(void **state) {
    (void)state;
    plant_file("/catatan.txt", "milik orang lain");
    MDB_env *env;
    MDB_txn *txn;
    MDB_dbi dbi;
    MDB_val value = store_value("x", 1);
    assert_int_equal(mdb_env_create(&env), 0);
    assert_int_equal(mdb_env_open(env, store_directory(), 0, 0600), 0);
    assert_int_equal(mdb_txn_begin(env, NULL, 0, &txn), 0);
    assert_int_equal(mdb_dbi_open(txn, NULL, 0, &dbi), 0);
    assert_int_equal(mdb_put(txn, dbi, &value, &value, 0), 0);
    assert_int_equal(mdb_txn_commit(txn), 0);
    mdb_env_close(env);
    refused(ERR_CORRUPT, "bukan simpanan triwulan");
}

static void a_damaged_store_is_told(void **state) {
    (void)state;
    plant_file("/data.mdb", "");
    refused(ERR_CORRUPT, "kosong");
    plant_file("/data.mdb", "bukan LMDB");
    refused(ERR_CORRUPT, "rusak");
}

static void a_store_cut_short_is_told(void **state) {
    (void)state;
    struct store *store = open_store();
    grow_journal(store, 200000);
    store_close(store);
    char *path = store_path(store_directory(), "/data.mdb");
    assert_int_equal(truncate(path, 8192), 0);
    free(path);
    refused(ERR_CORRUPT, "terpotong");
}

static void a_newer_format_is_refused_untouched(void **state) {
    (void)state;
    store_close(open_store());
    static const uint8_t newer[] = {0, 0, 0, STORE_FORMAT + 1};
    plant(TABLE_META, META_FORMAT, strlen(META_FORMAT), newer, sizeof newer);
    struct buf before = {0}, after = {0};
    read_data(&before);
    refused(ERR_UNSUPPORTED, "lebih baru");
    read_data(&after);
    assert_int_equal(before.length, after.length);
    assert_memory_equal(before.data, after.data, before.length);
    buf_release(&before);
    buf_release(&after);
}

/* ---- older formats; tests/unit/data has one store of each ---- */

/* The copy beside it is what was there before, and is made once. */
static void assert_backed_up(const char *end, uint64_t events) {
    char *copy = store_path(store_directory(), end);
    struct store *store;
    struct store_info info;
    struct stat first, second;
    struct err err;
    char *file = store_path(copy, "/data.mdb");
    assert_int_equal(stat(file, &first), 0);
    store_close(open_store());
    assert_int_equal(stat(file, &second), 0);
    assert_int_equal(first.st_ino, second.st_ino);
    assert_true(store_open(copy, "sitti", &store, &err)); /* upgraded in its turn */
    assert_true(store_describe(store, &info, &err));
    assert_int_equal(info.events, events);
    store_close(store);
    free(file);
    free(copy);
}

static void the_store_of_format_1_is_upgraded(void **state) {
    (void)state;
    plant_copy("/data.mdb", "tests/unit/data/simpanan-format-1/data.mdb");
    struct store *store = open_store();
    struct store_info info;
    struct err err;
    assert_true(store_describe(store, &info, &err));
    assert_int_equal(info.format, STORE_FORMAT);
    assert_clean(store, 11, 6);
    assert_int_equal(find_record(store, RECORD_ACTUAL, REPORTS, 0).actual.value.units, 400 * DECIMAL_SCALE);
    struct record share = find_record(store, RECORD_ACTUAL, SHARE, 0),
                  people = find_record(store, RECORD_ACTUAL, PEOPLE, 0);
    assert_true(share.actual.filled && share.actual.provisional);
    assert_int_equal(share.actual.fraction.numerator.units, 45 * DECIMAL_SCALE);
    assert_false(people.actual.filled);
    assert_int_equal(people.head.sequence, 5);

    struct record notes = find_record(store, RECORD_NOTES, REPORTS, 0);
    assert_string_equal(notes.notes.text[NOTE_REMARK], "hujan – jalan putus");
    assert_string_equal(notes.notes.text[NOTE_FOLLOW_UP], "menunggu alat berat");
    struct evidence report = find_record(store, RECORD_EVIDENCE, REPORTS, 1).evidence;
    assert_true(report.file && !report.removed);
    assert_int_equal(report.kind, EVIDENCE_REPORT);
    assert_int_equal(report.size, 1234);
    assert_string_equal(report.place, "/arsip/laporan.pdf");
    struct record decree = find_record(store, RECORD_EVIDENCE, REPORTS, 2);
    assert_true(decree.evidence.removed);
    assert_string_equal(decree.changed_by, "operator");
    assert_int_equal(decree.changed_at, NOW);

    assert_int_equal(assert_change(store, evidence_request(REPORTS, 1, "Foto")).record.key.number, 3);
    assert_clean(store, 12, 7);
    store_close(store);
    assert_backed_up(".format-1", 11);
}

static void the_store_of_format_2_is_upgraded(void **state) {
    (void)state;
    const struct quarter year = {2025, YEAR_PERIOD};
    plant_copy("/data.mdb", "tests/unit/data/simpanan-format-2/data.mdb");
    struct store *store = open_store();
    assert_clean(store, 21, 20);
    struct record submission = find_record_in(store, RECORD_SUBMISSION, "koperasi", year);
    assert_int_equal(submission.submission.stage, STAGE_SUBMITTED);
    assert_int_equal(submission.submission.coverage.count, 16);
    assert_string_equal(submission.submission.submitted_by, "kabidkop");
    struct check check = find_record_in(store, RECORD_CHECK, "SUB-18", year).check;
    assert_int_equal(check.verdict, VERDICT_CORRECTED);
    assert_int_equal(check.value.units, 14 * DECIMAL_SCALE);
    assert_int_equal(check.answer, ANSWER_OBJECTED);
    assert_string_equal(check.answer_reason, "Sudah buka lagi");
    assert_int_equal(find_record_in(store, RECORD_CHECK, "SUB-20", year).check.verdict, VERDICT_RETURNED);
    assert_int_equal(assert_change(store, evidence_request(REPORTS, 1, "Foto")).record.key.number, 1);
    assert_clean(store, 22, 21);
    store_close(store);
    assert_backed_up(".format-2", 21);
}

/* ---- the map ---- */

enum { SMALL_MAP = 256 * 1024 };

static struct store *open_small(void) {
    struct store *store = NULL;
    struct err err;
    if (!store_open_sized(store_directory(), "sitti", SMALL_MAP, &store, &err))
        fail_msg("%s", err.text);
    return store;
}

static void the_map_grows(void **state) {
    (void)state;
    struct store *store = open_small();
    grow_journal(store, 3 * (size_t)SMALL_MAP);
    struct store_info info;
    struct err err;
    assert_true(store_describe(store, &info, &err));
    assert_true(info.map_bytes >= 4 * (size_t)SMALL_MAP);
    assert_clean(store, info.events, 1);
    store_close(store);
}

static void others_may_make_it_grow(void **state) {
    (void)state;
    for (int writes_next = 0; writes_next < 2; writes_next++) {
        struct store *store = open_small();
        if (child_begins()) {
            struct store *other = open_small();
            grow_journal(other, 2 * (size_t)SMALL_MAP);
            store_close(other);
            child_ends();
        }
        child_ended_well();
        if (writes_next)
            assert_change(store, actual_request(PEOPLE, 1, 28, no_event));
        assert_true(find_record(store, RECORD_NOTES, REPORTS, 0).head.sequence > 0);
        store_close(store);
    }
}

/* ---- trouble ---- */

/* A limit on the size of files makes writes fail as a full disk does: at once, or after a part. */
static void limit_file_size(rlim_t bytes) {
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    signal(SIGXFSZ, bytes == RLIM_INFINITY ? SIG_DFL : SIG_IGN);
}

static off_t data_size(void) {
    struct stat status;
    char *path = store_path(store_directory(), "/data.mdb");
    assert_int_equal(stat(path, &status), 0);
    free(path);
    return status.st_size;
}

static void a_write_that_fails_changes_nothing(void **state) {
    (void)state;
    struct store *store = open_store();
    grow_journal(store, 10000);
    struct store_info before;
    struct outcome outcome;
    struct err err;
    assert_true(store_describe(store, &before, &err));
    struct request request = notes_request(PEOPLE, 1, "tetap ada di layar", no_event);
    limit_file_size(0);
    assert_false(change_as(store, "operator", request, &outcome, &err));
    assert_int_equal(err.kind, ERR_IO);
    limit_file_size(RLIM_INFINITY);
    assert_int_equal(find_record(store, RECORD_NOTES, PEOPLE, 0).head.sequence, 0);
    assert_false(assert_change(store, request).repeated); /* works again when the cause is gone */
    assert_clean(store, before.events + 1, 2);
    store_close(store);
}

static void a_commit_that_fails_at_its_end_is_no_end(void **state) {
    (void)state;
    struct store *store = open_store();
    assert_change(store, actual_request(REPORTS, 1, 375, no_event));
    struct request request = actual_request(PEOPLE, 1, 28, no_event);
    struct outcome outcome;
    struct err err;
    break_last_write();
    assert_false(change_as(store, "operator", request, &outcome, &err));
    assert_int_equal(err.kind, ERR_IO);
    assert_int_equal(find_record(store, RECORD_ACTUAL, PEOPLE, 0).head.sequence, 0);
    assert_false(assert_change(store, request).repeated);
    assert_true(assert_change(store, request).repeated);
    assert_clean(store, 2, 2);
    store_close(store);
}

/* What LMDB calls EIO: a write that was done in part. Nothing is confirmed before the store is opened anew.
 */
static void after_a_failed_disk_nothing_is_confirmed(void **state) {
    (void)state;
    struct store *store = open_store();
    struct event_id head = assert_change(store, actual_request(REPORTS, 1, 375, no_event)).record.head;
    struct outcome outcome;
    struct err err = {0};
    for (int i = 0; i < 200 && err.kind == ERR_NONE; i++) {
        struct event_id seen = find_record(store, RECORD_NOTES, REPORTS, 0).head;
        struct request request = notes_request(REPORTS, 1, i % 2 ? "isi" : "isi lagi", seen);
        limit_file_size((rlim_t)data_size() + 4096);
        change_as(store, "operator", request, &outcome, &err);
        limit_file_size(RLIM_INFINITY);
    }
    assert_int_equal(err.kind, ERR_IO);
    assert_non_null(strstr(err.text, "buka lagi"));
    struct request repeat = actual_request(REPORTS, 1, 400, head);
    assert_false(store_begin(store, &err));
    assert_int_equal(err.kind, ERR_IO);
    assert_false(change_as(store, "operator", repeat, &outcome, &err));
    assert_int_equal(err.kind, ERR_IO);
    store_close(store);
    store = open_store();
    assert_change(store, repeat);
    store_close(store);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        STORE_TEST(a_new_store_is_made),
        STORE_TEST(the_lock_file_is_allocated),
        STORE_TEST(what_a_crash_left_behind_is_removed),
        STORE_TEST(no_file_is_left_open_for_children),
        STORE_TEST(what_is_no_store_is_told),
        STORE_TEST(what_other_programs_keep_in_lmdb_is_told),
        STORE_TEST(a_damaged_store_is_told),
        STORE_TEST(a_store_cut_short_is_told),
        STORE_TEST(a_newer_format_is_refused_untouched),
        STORE_TEST(the_store_of_format_1_is_upgraded),
        STORE_TEST(the_store_of_format_2_is_upgraded),
        STORE_TEST(the_map_grows),
        STORE_TEST(others_may_make_it_grow),
        STORE_TEST(a_write_that_fails_changes_nothing),
        STORE_TEST(a_commit_that_fails_at_its_end_is_no_end),
        STORE_TEST(after_a_failed_disk_nothing_is_confirmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
