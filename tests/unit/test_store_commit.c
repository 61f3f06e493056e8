/* The store's file replaced while a change is being made: what is answered as kept is there for whoever opens the store
 * anew. */
#include "check.h"
#include "unit/replaced.h"
#include "unit/small_office.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void move_copy_in(void) {
    replace_data(&copy);
}

static void write_copy_over(void) {
    overwrite_data(&copy);
}

/* As long as what it replaces, so that nothing but its content tells. */
static void lengthen(struct buf *bytes, size_t length) {
    while (bytes->length < length)
        buf_byte(bytes, 0);
}

static void a_file_moved_in_during_the_commit_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    read_data(&copy);
    meanwhile = move_copy_in;
    assert_refused(store, actual_request(PEOPLE, 1, 28, no_event));
    assert_data(&copy);
    assert_refuses(store, true);
    store_close(store);
    store = open_store();
    assert_int_equal(actual_in(store), 375);
    store_close(store);
}

static void an_older_copy_written_over_it_during_the_commit_is_noticed(void **state) {
    (void)state;
    struct store *store = open_store();
    grow_journal(store, 100000);
    put_actual(store, 375);
    read_data(&copy);
    put_actual(store, 400);
    read_data(&later);
    lengthen(&copy, later.length);
    meanwhile = write_copy_over;
    assert_refused(store, actual_request(PEOPLE, 1, 28, no_event));
    assert_refuses(store, false);
    store_close(store);
}

/* Its meta pages are the same to the byte, and what is written is found in it. */
static void another_store_written_over_it_during_the_commit_is_noticed(void **state) {
    copy_another(state, 2);
    struct store *store = open_store();
    put_actual(store, 375);
    put_actual(store, 400);
    commit_hook = replaced_do_once;
    meanwhile = write_copy_over;
    assert_refused(store, actual_request(PEOPLE, 1, 28, no_event));
    assert_refuses(store, false);
    store_close(store);
}

/* What it has written lies on top of the copy then. That is told to whoever has it open, even if he has seen nothing of
 * it, and to whoever opens it, until it is copied again. */
static void what_a_commit_left_on_top_of_a_copy_is_told(void **state) {
    (void)state;
    struct store *store = open_store(), *other;
    struct err err = {0};
    put_actual(store, 375);
    read_data(&copy);
    for (int i = 0; i < 4; i++)
        put_actual(store, 400 + i);
    store_close(store);
    read_data(&later);
    lengthen(&copy, later.length);
    store = open_store();
    if (child_begins()) {
        other = open_store();
        commit_hook = replaced_do_once;
        meanwhile = write_copy_over;
        assert_refused(other, actual_request(PEOPLE, 1, 28, no_event));
        child_ends();
    }
    child_ended_well();
    assert_refused(store, actual_request(PEOPLE, 1, 28, no_event));
    store_close(store);
    assert_false(store_open(store_directory(), "sitti", &other, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_non_null(strstr(err.text, "ditimpa"));
    assert_false(store_look(store_directory(), &other, &err));
    assert_int_equal(err.kind, ERR_CORRUPT);
    assert_non_null(strstr(err.text, "ditimpa"));
    overwrite_data(&copy);
    store = open_store();
    assert_int_equal(actual_in(store), 375);
    assert_clean(store, 1, 1);
    store_close(store);
}

static void assert_found(struct store *store, const struct watch *watch, struct trail trail, MDB_val value,
                         bool expected) {
    const struct record_key key = record_key(RECORD_ACTUAL, REPORTS, (struct quarter){SMALL_OFFICE_YEAR, 1});
    struct err err = {0};
    assert_int_equal(store_kept(store, watch, &trail, &key, value, &err), expected);
    if (!expected)
        assert_words(&err);
    store->replaced = store->overwritten = false;
}

/* Both are looked for, the event and the record. */
static void what_is_not_found_after_the_commit_was_not_kept(void **state) {
    (void)state;
    struct store *store = open_store();
    struct watch watch;
    MDB_txn *txn;
    struct err err = {0};
    put_actual(store, 375);
    assert_int_equal(mdb_txn_begin(store->env, NULL, 0, &txn), 0);
    assert_true(store_watch(store, txn, &watch, &err));
    mdb_txn_abort(txn);
    put_actual(store, 400);

    struct record record = find_record(store, RECORD_ACTUAL, REPORTS, 0);
    struct buf bytes = {0};
    record_encode(&record, &bytes);
    MDB_val value = store_value(bytes.data, bytes.length);
    const struct trail trail = store->seen.trail;
    struct trail no_place = trail, no_digest = trail;
    no_place.position++;
    no_digest.digest.byte[0] ^= 1;
    assert_int_equal(trail.position, 2);
    assert_found(store, &watch, trail, value, true);
    assert_found(store, &watch, no_place, value, false);
    assert_found(store, &watch, no_digest, value, false);
    bytes.data[bytes.length - 1] ^= 1;
    assert_found(store, &watch, trail, value, false);
    assert_found(store, &watch, trail, store_value(bytes.data, bytes.length - 1), false);
    buf_release(&bytes);
    store_close(store);
}

/* Asks for a change while the copy is written over the store, at that moment of the commit. Returns whether it was
 * answered as kept; *came: the moment did come. */
static bool change_at(int moment, bool *came) {
    struct store *store = open_store();
    struct outcome outcome;
    struct err err = {0};
    assert_int_equal(actual_in(store), 403);
    calls_before = moment;
    meanwhile = write_copy_over;
    bool kept = change_as(store, "operator", actual_request(PEOPLE, 1, 28, no_event), &outcome, &err);
    *came = !meanwhile;
    meanwhile = NULL;
    if (!kept)
        assert_words(&err);
    store_close(store);
    return kept;
}

static void assert_kept(void) {
    if (child_begins()) {
        struct store *store = open_store();
        assert_true(find_record(store, RECORD_ACTUAL, PEOPLE, 0).actual.filled);
        store_close(store);
        child_ends();
    }
    child_ended_well();
}

/* What is answered as kept is there, before whichever of the commit's calls the copy comes. Returns how often it was
 * answered so although the copy came. */
static int try_each_moment(void) {
    bool came = true;
    int moment = 0, answered = 0;
    for (; came; moment++) {
        replace_data(&later);
        if (!change_at(moment, &came))
            continue;
        assert_kept();
        answered += came;
    }
    assert_true(moment > 4);
    return answered;
}

static void at_no_moment_of_a_commit_is_more_answered_than_is_there(void **state) {
    (void)state;
    struct store *store = open_store();
    struct buf older = {0};
    grow_journal(store, 50000);
    put_actual(store, 375);
    read_data(&older);
    for (int i = 0; i < 4; i++)
        put_actual(store, 400 + i);
    store_close(store);
    read_data(&later);
    lengthen(&older, later.length);
    commit_hook = replaced_do_once;
    buf_put(&copy, later.data, later.length); /* what the commit begins with: at first it does no harm */
    assert_int_equal(try_each_moment(), 1);
    buf_clear(&copy);
    buf_put(&copy, older.data, older.length);
    assert_int_equal(try_each_moment(), 0);
    buf_release(&older);
}

/* The answer without a commit says as much as one with it. */
static void it_is_noticed_where_nothing_was_to_be_written(void **state) {
    for (int i = 0; i < 4; i++) {
        bool same = i % 2, moved = i / 2;
        struct store *store = open_store();
        put_actual(store, 300);
        read_data(&copy);
        struct event_id head = put_actual(store, 375);
        struct request request = actual_request(REPORTS, 1, 400, head);
        assert_change(store, request);
        if (same)
            request.operation = uuid_new(NOW);
        lengthen(&copy, 1 << 20);
        meanwhile = moved ? move_copy_in : write_copy_over;
        assert_refused(store, request);
        store_close(store);
        buf_clear(&copy);
        store_directory_remove(state);
        store_directory_make(state);
    }
}

static void move_copy_in_and_fail(void) {
    break_last_write();
    replace_data(&copy);
}

/* What LMDB opens anew after a failure is another store by then. */
static void another_store_is_noticed_after_a_failure(void **state) {
    copy_another(state, 0);
    struct store *store = open_store();
    struct outcome outcome;
    struct err err = {0};
    meanwhile = move_copy_in_and_fail;
    assert_false(change_as(store, "operator", actual_request(PEOPLE, 1, 28, no_event), &outcome, &err));
    assert_int_equal(err.kind, ERR_IO);
    assert_refuses(store, false);
    assert_data(&copy);
    store_close(store);
}

static void die_at_its_end(enum commit_moment moment) {
    if (moment == COMMIT_ENDS)
        kill(getpid(), SIGKILL);
}

/* A writer killed right behind its last write leaves a data file that is ahead of the lock file. */
static void a_writer_killed_at_its_end_is_no_replacement(void **state) {
    (void)state;
    struct store *store = open_store();
    put_actual(store, 375);
    if (child_begins()) {
        struct store *other = open_store();
        commit_hook = die_at_its_end;
        put_actual(other, 400);
        _exit(1);
    }
    child_ended_well();
    assert_int_equal(actual_in(store), 375);
    assert_change(store, actual_request(PEOPLE, 1, 28, no_event));
    assert_int_equal(actual_in(store), 400);
    assert_clean(store, 3, 2);
    store_close(store);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        REPLACED_TEST(a_file_moved_in_during_the_commit_is_noticed),
        REPLACED_TEST(an_older_copy_written_over_it_during_the_commit_is_noticed),
        REPLACED_TEST(another_store_written_over_it_during_the_commit_is_noticed),
        REPLACED_TEST(what_a_commit_left_on_top_of_a_copy_is_told),
        REPLACED_TEST(what_is_not_found_after_the_commit_was_not_kept),
        REPLACED_TEST(at_no_moment_of_a_commit_is_more_answered_than_is_there),
        REPLACED_TEST(it_is_noticed_where_nothing_was_to_be_written),
        REPLACED_TEST(another_store_is_noticed_after_a_failure),
        REPLACED_TEST(a_writer_killed_at_its_end_is_no_replacement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
