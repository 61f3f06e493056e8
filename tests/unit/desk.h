/* A desk for tests: the small office on a throw-away store, today 3 October 2025, and whoever sits down at it. What
 * fails here fails the test, with the reason. */
#ifndef UNIT_DESK_H
#define UNIT_DESK_H

#include "model/review.h"
#include "office/office.h"
#include "unit/small_office.h"
#include "view/attachments.h"

/* These are cmocka's setup and teardown; *state is the data directory. Nobody sits at the desk yet. */
int desk_set_up(void **state);
int desk_clear(void **state);

/* Returns the office with this person at the keyboard, until the next one sits down. */
struct office *desk_of(const char *login);

/* Does the same under another configuration, which outlives the desk. */
struct office *desk_under(const struct config *config, const char *login);

/* Lets nobody sit there, so that a test can open the store itself. */
void desk_leave(void);

struct quarter desk_quarter(int number); /* of SMALL_OFFICE_YEAR */

/* ---- reading; the caller releases what is read ---- */

/* Reads all that the person may see of these kinds, of every year. */
struct reading desk_read(struct office *office, unsigned kinds);

/* Reads the bidang's (NULL: all he may see) of every kind and year. */
struct reading desk_read_unit(struct office *office, const struct unit *unit);

struct row desk_row(struct office *office, const char *code, int number);
struct record desk_record(struct office *office, enum record_kind kind, const char *code, int number);
struct attachments desk_attachments(struct office *office, const char *code, int number);

/* Reviews Koperasi's quarter; `call` may be NULL. */
struct review desk_review(struct office *office, int number, const struct review_call *call);

/* Says whether the person could make such a change there at all, with the refusal when not. */
bool desk_may(struct office *office, enum event_kind kind, const char *code, int number, struct err *err);

/* Reads the history of a code, in a quarter or (number 0) in the year. */
struct events desk_events(struct office *office, const char *code, struct quarter quarter);

/* ---- changing ---- */

/* Puts a record into the store behind its back, where nobody asks whether it may be. Nobody sits at the desk then. */
void desk_plant(const struct record *record);

/* Returns a fresh request on that code's record, from nothing. */
struct request desk_ask(struct office *office, enum event_kind kind, const char *code, int number);

/* Returns a request to set this actual, from the head that stands. */
struct request desk_request(struct office *office, const char *code, int number, int whole);

/* Types `text` for the quarter as the grid does. */
struct outcome desk_type(struct office *office, const char *code, int number, const char *text);

/* Attaches a document with this title. */
struct outcome desk_attach(struct office *office, const char *code, int number, const char *title);

/* Takes a step of Koperasi's quarter, from what stands; returns whether it was let in. */
bool desk_try_step(struct office *office, enum event_kind kind, int number, const char *reason,
                   struct err *err);

/* Takes the step, with "alasan" as its reason where it needs one. */
void desk_step(struct office *office, enum event_kind kind, int number);

/* Judges the code's quarter, from the verdict that stands; returns whether it was let in. */
bool desk_judge(struct office *office, enum event_kind kind, const char *code, int number,
                const struct check *check, struct err *err);

/* Fills in all that Koperasi measures in a quarter, as planned, as "operator". */
void desk_fill(int number);

/* Finds all of that as it should be, as "verifikator". */
void desk_check(int number);

/* Takes what desk_fill filled in all the way to ratified, by those who may. */
void desk_ratify(int number);

#endif
