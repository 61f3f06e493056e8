/* The store's file replaced by another while the store is open: nothing is answered as kept any more, and nothing is
 * written into the other file. */
#include "check.h"
#include "unit/replaced.h"
#include "unit/small_office.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- another file at the path ---- */

static void a_file_moved_in_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    read_data(&copy);
    replace_data(&copy);
    assert_int_equal(actual_in(store), 375);
    assert_refuses(store, true);
    assert_data(&copy);
    store_close(store);
    store = open_store();
    put_actual(store, 400);
    store_close(store);
}

static void rename_in(const char *from, const char *to) {
    char *old = store_path(store_directory(), from), *new = store_path(store_directory(), to);
    assert_int_equal(rename(old, new), 0);
    free(old);
    free(new);
}

/* Once noticed it stays assert_refused, since what was typed meanwhile was not kept. */
static void the_file_moved_away_and_back_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    rename_in("/data.mdb", "/asli.mdb");
    assert_refused(store, actual_request(PEOPLE, 1, 28, no_event));
    rename_in("/asli.mdb", "/data.mdb");
    assert_refuses(store, true);
    store_close(store);
    store = open_store();
    assert_int_equal(actual_in(store), 375);
    store_close(store);
}

static void a_directory_in_its_place_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    read_data(&copy);
    rename_in("", ".lama");
    replace_data(&copy);
    assert_refuses(store, true);
    assert_data(&copy);
    store_close(store);
}

/* ---- other bytes in the file ---- */

static void an_older_copy_written_over_it_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    read_data(&copy);
    put_actual(store, 400);
    overwrite_data(&copy);
    assert_refuses(store, false);
    assert_data(&copy);
    store_close(store);
    store = open_store();
    assert_int_equal(actual_in(store), 375);
    put_actual(store, 500);
    store_close(store);
}

/* Begins as if asked by a screen before anything was typed. */
static void reading_notices_that_the_version_went_back(void **state) {
    (void)state;
    struct store *store = open_store();
    struct err err = {0};
    put_actual(store, 375);
    read_data(&copy);
    put_actual(store, 400);
    overwrite_data(&copy);
    assert_false(store_begin(store, &err));
    assert_words(&err);
    assert_refuses(store, false);
    store_close(store);
}

static void another_store_with_more_events_is_noticed(void **state) {
    copy_another(state, 5);
    struct store *store = open_store();
    put_actual(store, 375);
    overwrite_data(&copy);
    assert_refuses(store, false);
    assert_data(&copy);
    store_close(store);
}

/* Nothing tells them apart but the store's own number: no event was seen. */
static void another_empty_store_is_noticed(void **state) {
    copy_another(state, 0);
    struct store *store = open_store();
    assert_int_equal(find_record(store, RECORD_ACTUAL, REPORTS, 0).head.sequence, 0);
    uint64_t version = store_version(store);
    overwrite_data(&copy);
    assert_int_equal(store_version(store), version);
    assert_refuses(store, false);
    assert_data(&copy);
    store_close(store);
}

/* All that LMDB counts is the same in both, down to the bytes of the meta pages. */
static void another_store_of_the_same_version_is_noticed(void **state) {
    copy_another(state, 2);
    struct store *store = open_store();
    put_actual(store, 375);
    put_actual(store, 400);
    uint64_t version = store_version(store);
    overwrite_data(&copy);
    assert_int_equal(store_version(store), version);
    assert_refuses(store, false);
    assert_data(&copy);
    store_close(store);
}

/* The same store, with another event in the place of the one that was seen. */
static void another_history_of_the_same_store_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    store_close(store);
    read_data(&copy);
    store = open_store();
    put_actual(store, 400);
    store_close(store);
    read_data(&later);
    replace_data(&copy);
    store = open_store();
    put_actual(store, 500);
    uint64_t version = store_version(store);
    overwrite_data(&later);
    assert_int_equal(store_version(store), version);
    assert_refuses(store, false);
    assert_data(&later);
    store_close(store);
}

/* All that was seen is there still, and what another process has written since is not. */
static void a_copy_without_what_others_wrote_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    read_data(&copy);
    if (child_begins()) {
        struct store *other = open_store();
        put_actual(other, 400);
        store_close(other);
        child_ends();
    }
    child_ended_well();
    overwrite_data(&copy);
    assert_refuses(store, false);
    assert_data(&copy);
    store_close(store);
}

/* The same store further on: LMDB would put_actual the next change before what is in it. */
static void a_later_copy_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    store_close(store);
    read_data(&copy);
    store = open_store();
    for (int i = 0; i < 4; i++)
        put_actual(store, 400 + i);
    store_close(store);
    read_data(&later);
    replace_data(&copy);
    for (int reads_first = 0; reads_first < 2; reads_first++) {
        struct err err = {0};
        store = open_store();
        assert_int_equal(actual_in(store), 375);
        overwrite_data(&later);
        assert_true(!reads_first || !store_begin(store, &err));
        assert_refuses(store, false);
        assert_data(&later);
        store_close(store);
        replace_data(&copy);
    }
}

/* Somebody who has just opened it, and has seen nothing, goes on with it. */
static void reading_notices_another_history_that_went_on(void **state) {
    (void)state;
    struct store *store = open_store();
    struct err err = {0};
    put_actual(store, 375);
    store_close(store);
    read_data(&copy);
    store = open_store();
    put_actual(store, 400);
    store_close(store);
    read_data(&later);
    replace_data(&copy);
    store = open_store();
    put_actual(store, 500);
    overwrite_data(&later);
    if (child_begins()) {
        struct store *other = open_store();
        assert_change(other, actual_request(PEOPLE, 1, 28, no_event));
        store_close(other);
        child_ends();
    }
    child_ended_well();
    assert_false(store_begin(store, &err));
    assert_words(&err);
    store_close(store);
}

/* In the middle of being written over, it is short: its pages must not be touched. */
static void a_file_cut_short_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    char *path = store_path(store_directory(), "/data.mdb");
    assert_int_equal(truncate(path, 0), 0);
    free(path);
    assert_refused(store, actual_request(PEOPLE, 1, 28, no_event));
    assert_refused(store, actual_request(PEOPLE, 1, 29, no_event));
    read_data(&later);
    assert_int_equal(later.length, 0);
    store_close(store);
}

/* ---- what is no replacement ---- */

static void what_others_wrote_is_no_replacement(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    for (int i = 0; i < 3; i++) {
        if (child_begins()) {
            struct store *other = open_store();
            put_actual(other, 400 + i);
            put_actual(other, 410 + i);
            store_close(other);
            child_ends();
        }
        child_ended_well();
        if (i > 0)
            put_actual(store, 375 + i);
    }
    assert_clean(store, 9, 1);
    store_close(store);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        REPLACED_TEST(a_file_moved_in_is_noticed),
        REPLACED_TEST(the_file_moved_away_and_back_is_noticed),
        REPLACED_TEST(a_directory_in_its_place_is_noticed),
        REPLACED_TEST(an_older_copy_written_over_it_is_noticed),
        REPLACED_TEST(reading_notices_that_the_version_went_back),
        REPLACED_TEST(another_store_with_more_events_is_noticed),
        REPLACED_TEST(another_empty_store_is_noticed),
        REPLACED_TEST(another_store_of_the_same_version_is_noticed),
        REPLACED_TEST(another_history_of_the_same_store_is_noticed),
        REPLACED_TEST(a_copy_without_what_others_wrote_is_noticed),
        REPLACED_TEST(a_later_copy_is_noticed),
        REPLACED_TEST(reading_notices_another_history_that_went_on),
        REPLACED_TEST(a_file_cut_short_is_noticed),
        REPLACED_TEST(what_others_wrote_is_no_replacement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
