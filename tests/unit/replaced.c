#include "unit/replaced.h"
#include "check.h"
#include "unit/small_office.h"
#include <string.h>

/* ---- in the middle of a commit ---- */

void (*meanwhile)(void);
int calls_before;

void replaced_do_once(enum commit_moment moment) {
    void (*now)(void) = meanwhile;
    (void)moment;
    if (!now || calls_before-- > 0)
        return;
    meanwhile = NULL;
    now();
}

void replaced_do_once_at_sync(enum commit_moment moment) {
    if (moment == COMMIT_SYNCS)
        replaced_do_once(moment);
}

/* ---- what is there ---- */

struct buf copy, later;

int replaced_make(void **state) {
    commit_hook = replaced_do_once_at_sync;
    calls_before = 0;
    return store_directory_make(state);
}

int replaced_remove(void **state) {
    buf_release(&copy);
    buf_release(&later);
    meanwhile = NULL;
    return store_directory_remove(state);
}

void assert_data(const struct buf *expected) {
    struct buf now = {0};
    read_data(&now);
    assert_int_equal(now.length, expected->length);
    assert_memory_equal(now.data, expected->data, now.length);
    buf_release(&now);
}

struct event_id put_actual(struct store *store, int whole) {
    struct event_id head = find_record(store, RECORD_ACTUAL, REPORTS, 0).head;
    return assert_change(store, actual_request(REPORTS, 1, whole, head)).record.head;
}

int64_t actual_in(struct store *store) {
    return find_record(store, RECORD_ACTUAL, REPORTS, 0).actual.value.units / DECIMAL_SCALE;
}

void assert_words(const struct err *err) {
    assert_int_equal(err->kind, ERR_REPLACED);
    assert_non_null(strstr(err->text, "TIDAK tersimpan"));
    assert_non_null(strstr(err->text, "diganti"));
    assert_non_null(strstr(err->text, "buka lagi"));
    assert_true(strlen(err->text) < 2 * 78); /* two lines of a terminal */
}

void assert_refused(struct store *store, struct request request) {
    struct outcome outcome;
    struct err err = {0};
    assert_false(change_as(store, "operator", request, &outcome, &err));
    assert_null(meanwhile);
    assert_words(&err);
}

void assert_refuses(struct store *store, bool readable) {
    struct err err = {0};
    assert_refused(store, actual_request(REPORTS, 1, 999, no_event));
    assert_refused(store, actual_request(PEOPLE, 1, 28, no_event));
    const struct asker asker = {.config = small_office(), .person = &small_office()->person[0]};
    const struct event_id id = {store->device, 1};
    struct outcome outcome;
    assert_false(store_undo(store, &asker, &id, NOW, &outcome, &err));
    assert_words(&err);
    assert_int_equal(store_begin(store, &err), readable);
    if (readable)
        store_end(store);
    else
        assert_words(&err);
}

void copy_another(void **state, int count) {
    struct store *other = open_store();
    for (int i = 0; i < count; i++)
        put_actual(other, 1000 + i);
    store_close(other);
    read_data(&copy);
    store_directory_remove(state);
    store_directory_make(state);
}
