/* Looking at a store without touching it. */
#include "check.h"
#include "unit/small_office.h"
#include "unit/store_help.h"
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- what may not change ---- */

struct times {
    struct timespec written, changed;
};

static struct buf before;
static struct times times_before;

static struct times times_of_data(void) {
    struct stat status;
    char *path = store_path(store_directory(), "/data.mdb");
    assert_int_equal(stat(path, &status), 0);
    free(path);
    return (struct times){status.st_mtim, status.st_ctim};
}

static void remember_data(void) {
    buf_clear(&before);
    read_data(&before);
    times_before = times_of_data();
}

static void assert_untouched(void) {
    struct buf now = {0};
    struct times times = times_of_data();
    read_data(&now);
    assert_int_equal(now.length, before.length);
    assert_memory_equal(now.data, before.data, now.length);
    assert_memory_equal(&times, &times_before, sizeof times);
    buf_release(&now);
}

static int count_entries(const char *path) {
    DIR *directory = opendir(path);
    int count = 0;
    assert_non_null(directory);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2;
}

/* Beside the store's folder lies what a writer makes: its gate, copies of older formats, unfinished stores. */
static int count_beside(void) {
    char *parent = store_path(store_directory(), "/..");
    int count = count_entries(parent);
    free(parent);
    return count;
}

static bool there(const char *end) {
    char *path = store_path(store_directory(), end);
    bool found = access(path, F_OK) == 0;
    free(path);
    return found;
}

static void remove_in(const char *end) {
    char *path = store_path(store_directory(), end);
    assert_int_equal(unlink(path), 0);
    free(path);
}

/* ---- a temporary folder of the test's own ---- */

static char *temporary;

static int make_all(void **state) {
    temporary = strdup("/tmp/triwulan-look-XXXXXX");
    if (!mkdtemp(temporary))
        return -1;
    setenv("TMPDIR", temporary, 1);
    return store_directory_make(state);
}

static int remove_all(void **state) {
    int rc = rmdir(temporary); /* nothing may be left in it */
    free(temporary);
    unsetenv("TMPDIR");
    buf_release(&before);
    return store_directory_remove(state) | rc;
}
#define LOOK_TEST(test) cmocka_unit_test_setup_teardown(test, make_all, remove_all)

static struct store *look(void) {
    struct store *store;
    struct err err = {0};
    if (!store_look(store_directory(), &store, &err))
        fail_msg("%s", err.text);
    assert_true(store_read_only(store));
    return store;
}

static void assert_not_changed(struct store *store) {
    struct outcome outcome;
    struct err err = {0};
    assert_false(change_as(store, "operator", actual_request(PEOPLE, 1, 28, no_event), &outcome, &err));
    assert_int_equal(err.kind, ERR_UNSUPPORTED);
}

static void make_store(void) {
    struct store *store = open_store();
    grow_journal(store, 100000);
    assert_change(store, actual_request(REPORTS, 1, 375, no_event));
    store_close(store);
}

static uint64_t events_of(struct store *store) {
    struct store_info info;
    struct err err = {0};
    if (!store_describe(store, &info, &err))
        fail_msg("%s", err.text);
    assert_int_equal(info.format, STORE_FORMAT);
    return info.events;
}

/* ---- the tests ---- */

static void a_store_is_looked_at_where_it_is(void **state) {
    (void)state;
    make_store();
    remember_data();
    int beside = count_beside();
    struct store *store = look();
    uint64_t events = events_of(store);
    assert_clean(store, events, 2);
    assert_int_equal(find_record(store, RECORD_ACTUAL, REPORTS, 0).actual.value.units, 375 * DECIMAL_SCALE);
    assert_not_changed(store);
    assert_int_equal(count_entries(temporary), 0);
    store_close(store);
    assert_untouched();
    assert_int_equal(count_beside(), beside);
}

/* A copy on a disk, of which there is nothing but the data. */
static void nothing_is_made_beside_the_data(void **state) {
    (void)state;
    make_store();
    remove_in("/lock.mdb");
    remove_in(".gerbang");
    remember_data();
    int beside = count_beside();
    struct store *store = look();
    assert_clean(store, events_of(store), 2);
    store_close(store);
    assert_untouched();
    assert_false(there("/lock.mdb"));
    assert_int_equal(count_beside(), beside);
}

/* Whoever looks is a reader like any other: what he sees is not used again. */
static void others_go_on_writing(void **state) {
    (void)state;
    make_store();
    struct store *store = look();
    uint64_t events = events_of(store);
    struct err err;
    struct record_key key = record_key(RECORD_ACTUAL, REPORTS, (struct quarter){SMALL_OFFICE_YEAR, 1});
    struct record record;
    assert_true(store_begin(store, &err));
    if (child_begins()) {
        struct store *other = open_store();
        grow_journal(other, 100000);
        assert_change(other, actual_request(PEOPLE, 1, 28, no_event));
        store_close(other);
        child_ends();
    }
    child_ended_well();
    assert_true(store_find(store, &key, &record, &err));
    struct trail trail;
    assert_true(store_trail(store, &trail, &err));
    assert_int_equal(trail.position, events);
    store_end(store);
    assert_true(events_of(store) > events);
    assert_clean(store, events_of(store), 3);
    store_close(store);
}

static void look_at_format(int format, uint64_t events, uint64_t records) {
    char path[64];
    snprintf(path, sizeof path, "tests/unit/data/simpanan-format-%d/data.mdb", format);
    plant_copy("/data.mdb", path);
    remember_data();
    int beside = count_beside();
    struct store *store = look();
    assert_clean(store, events, records);
    assert_int_equal(events_of(store), events);
    assert_not_changed(store);
    assert_int_equal(count_entries(temporary), 1);
    store_close(store);
    assert_int_equal(count_entries(temporary), 0);
    assert_untouched();
    assert_int_equal(count_entries(store_directory()), 1);
    assert_int_equal(count_beside(), beside);
}

static void an_older_format_is_looked_at_in_a_copy(void **state) {
    (void)state;
    look_at_format(1, 11, 6);
    look_at_format(2, 21, 20);
}

/* Pages that were promised and never written are made in a copy, not in the file. */
static void missing_pages_are_made_in_a_copy(void **state) {
    (void)state;
    make_store();
    char *path = store_path(store_directory(), "/data.mdb");
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(truncate(path, status.st_size - 4096), 0);
    free(path);
    remember_data();
    struct store *store = look();
    assert_true(events_of(store) > 0);
    assert_int_equal(count_entries(temporary), 1);
    store_close(store);
    assert_untouched();
}

static void a_copy_that_cannot_be_made_is_told(void **state) {
    (void)state;
    struct store *store;
    struct err err = {0};
    char nowhere[64];
    snprintf(nowhere, sizeof nowhere, "%s/tidak-ada", temporary);
    setenv("TMPDIR", nowhere, 1);
    plant_copy("/data.mdb", "tests/unit/data/simpanan-format-1/data.mdb");
    assert_false(store_look(store_directory(), &store, &err));
    assert_null(store);
    assert_int_equal(err.kind, ERR_NOT_FOUND);
    assert_non_null(strstr(err.text, "salinan sementara"));
    assert_non_null(strstr(err.text, nowhere));
}

static void refused(enum err_kind kind, const char *word) {
    struct store *store;
    struct err err = {0};
    assert_false(store_look(store_directory(), &store, &err));
    assert_null(store);
    assert_int_equal(err.kind, kind);
    assert_non_null(strstr(err.text, store_directory()));
    assert_non_null(strstr(err.text, word));
}

static void what_cannot_be_looked_at_is_told(void **state) {
    (void)state;
    refused(ERR_NOT_FOUND, "belum ada simpanan");
    assert_false(there(""));
    make_store();
    static const uint8_t newer[] = {0, 0, 0, STORE_FORMAT + 1};
    plant(TABLE_META, META_FORMAT, strlen(META_FORMAT), newer, sizeof newer);
    remember_data();
    refused(ERR_UNSUPPORTED, "lebih baru");
    assert_untouched();
    char *path = store_path(store_directory(), "/data.mdb");
    assert_int_equal(truncate(path, 8192), 0);
    free(path);
    refused(ERR_CORRUPT, "terpotong");
    plant_file("/data.mdb", "bukan LMDB");
    refused(ERR_CORRUPT, "rusak");
    plant_file("/data.mdb", "");
    refused(ERR_CORRUPT, "kosong");
}

static void what_is_damaged_is_looked_at(void **state) {
    (void)state;
    make_store();
    struct record_key key = record_key(RECORD_ACTUAL, REPORTS, (struct quarter){SMALL_OFFICE_YEAR, 1});
    uint8_t bytes[CODEC_KEY_MAX];
    plant((enum store_table)RECORD_ACTUAL, bytes, record_key_encode(&key, bytes), "rusak", 5);
    remember_data();
    struct store *store = look();
    struct buf lines = {0};
    findings_of(store, &lines);
    assert_non_null(strstr(buf_string(&lines), "rusak, tidak terbaca"));
    buf_release(&lines);
    store_close(store);
    assert_untouched();
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        LOOK_TEST(a_store_is_looked_at_where_it_is),
        LOOK_TEST(nothing_is_made_beside_the_data),
        LOOK_TEST(others_go_on_writing),
        LOOK_TEST(an_older_format_is_looked_at_in_a_copy),
        LOOK_TEST(missing_pages_are_made_in_a_copy),
        LOOK_TEST(a_copy_that_cannot_be_made_is_told),
        LOOK_TEST(what_cannot_be_looked_at_is_told),
        LOOK_TEST(what_is_damaged_is_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
