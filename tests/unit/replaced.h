/* What the tests share that replace the file of an open store. */
#ifndef UNIT_REPLACED_H
#define UNIT_REPLACED_H

#include "unit/commit_hook.h"
#include "unit/store_help.h"

#define REPLACED_TEST(test) cmocka_unit_test_setup_teardown(test, replaced_make, replaced_remove)
int replaced_make(void **state); /* sets commit_hook to replaced_do_once_at_sync */
int replaced_remove(void **state);

/* ---- in the middle of a commit ---- */

extern void (*meanwhile)(void); /* what is done once, at one of the commit's moments; NULL: it is done */
extern int calls_before;        /* so many moments pass before it is */

/* Hooks: at any moment; only when a commit syncs. */
void replaced_do_once(enum commit_moment moment);
void replaced_do_once_at_sync(enum commit_moment moment);

/* ---- what is there ---- */

extern struct buf copy,
    later; /* data.mdb at some time before; a test fills them, replaced_remove empties them */

/* Makes `copy` what another store holds after `count` changes, and the directory empty again. */
void copy_another(void **state, int count);

void assert_data(const struct buf *expected); /* what data.mdb holds */

/* Keeps that actual of REPORTS in TW I, and returns its event; reads it, 0 when it is blank. */
struct event_id put_actual(struct store *store, int whole);
int64_t actual_in(struct store *store);

/* ---- what is said ---- */

void assert_words(const struct err *err); /* those of ERR_REPLACED */
void assert_refused(struct store *store, struct request request);

/* Asserts that every change is refused; when `readable`, what was open before is still shown, otherwise that too. */
void assert_refuses(struct store *store, bool readable);

#endif
