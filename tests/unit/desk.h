/* A desk for tests: the small office on a throw-away store, today 3 October 2025, and whoever sits down at
 * it. */
#ifndef UNIT_DESK_H
#define UNIT_DESK_H

#include "office/office.h"
#include "unit/small_office.h"

/* cmocka's setup and teardown; *state is the data directory. Nobody sits at the desk yet. */
int desk_set_up(void **state);
int desk_clear(void **state);

/* The office with this person at the keyboard, until the next one sits down. */
struct office *desk_of(const char *login);

/* The same under another configuration, which outlives the desk. */
struct office *desk_under(const struct config *config, const char *login);

/* Types `text` for the quarter as the grid does; fails the test when it is refused. */
struct outcome desk_type(struct office *office, const char *code, int number, const char *text);

/* A request to set this actual, from the head that stands. */
struct request desk_request(struct office *office, const char *code, int number, int whole);

/* Attaches a document with this title; fails the test when it is refused. */
struct outcome desk_attach(struct office *office, const char *code, int number, const char *title);

/* Takes a step of Koperasi's quarter, from what stands, with "alasan" as its reason where it needs one; fails
 * the test when it is refused. */
void desk_step(struct office *office, enum event_kind kind, int number);

/* Fills in all that Koperasi measures in each quarter, as planned, as "operator". */
void desk_fill(int number);

/* Finds all of that as it should be, as "verifikator". */
void desk_check(int number);

/* All the way from what desk_fill filled in to ratified, by those who may. */
void desk_ratify(int number);

struct row desk_row(struct office *office, const char *code, int number);

struct quarter desk_quarter(int number); /* of SMALL_OFFICE_YEAR */

#endif
