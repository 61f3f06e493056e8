/* What the tests of the store share: a store in a fresh directory for each test, requests by the small
 * office's people, and damage written behind the store's back. A process opens a store once only: another one
 * is another process. */
#ifndef UNIT_STORE_HELP_H
#define UNIT_STORE_HELP_H

#include "base/buf.h"
#include "store/store_internal.h"

/* The instant of every change. */
#define NOW INT64_C(1759500309123)

extern const struct event_id no_event;

#define STORE_TEST(test) cmocka_unit_test_setup_teardown(test, store_directory_make, store_directory_remove)
void store_directory_in(
    const char *folder); /* where directories are made from now on; borrowed; first "/tmp" */
int store_directory_make(void **state);
int store_directory_remove(void **state);

const char *store_directory(void); /* does not exist yet when a test begins */
struct store *open_store(void);

struct request request_of(enum event_kind kind, const char *code, int quarter, struct event_id seen);
struct request actual_request(const char *code, int quarter, int whole, struct event_id seen);
struct request notes_request(const char *code, int quarter, const char *remark, struct event_id seen);
struct request evidence_request(const char *code, int quarter, const char *title); /* a new one */

/* store_change by the person with this login in the small office. */
bool change_as(struct store *store, const char *login, struct request request, struct outcome *outcome,
               struct err *err);
/* By "operator", and it succeeds. */
struct outcome assert_change(struct store *store, struct request request);
/* The record in TW I, or an empty one; `number` is evidence's. */
struct record find_record(struct store *store, enum record_kind kind, const char *code, uint32_t number);
struct record find_record_in(struct store *store, enum record_kind kind, const char *code,
                             struct quarter quarter);
/* Makes the journal grow by more than so many bytes, with notes on REPORTS. */
void grow_journal(struct store *store, size_t bytes);

/* store_check has nothing to say, about this many events and records. */
void assert_clean(struct store *store, uint64_t events, uint64_t records);
/* The findings of store_check, one a line. */
void findings_of(struct store *store, struct buf *lines);

/* ---- behind its back, while it is closed; `end` as in store_path ---- */

void plant_file(const char *end, const char *text);
void plant_copy(const char *end, const char *path);
void read_data(struct buf *out); /* the bytes of data.mdb */
/* Puts a value into a table; NULL removes it. */
void plant(enum store_table table, const void *key, size_t key_size, const void *value, size_t value_size);
/* Appends the value to `out`. */
void dig_out(enum store_table table, const void *key, size_t key_size, struct buf *out);

/* ---- behind its back, also while it is open ---- */

void overwrite_data(const struct buf *bytes); /* data.mdb gets these bytes, as `cp` does it */
void replace_data(
    const struct buf *bytes); /* another file with these bytes takes its place, as `mv` does it */

/* Makes the last write of the next commit fail, after which LMDB works no more. */
void break_last_write(void);

/* ---- other processes ---- */

bool child_begins(void); /* true in the child, which must end in child_ends */
/* By SIGKILL: what it still holds must harm nobody, and no leak checker asks for it. */
_Noreturn void child_ends(void);
void child_ended_well(void); /* waits for one that came to its end */

#endif
