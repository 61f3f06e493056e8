/* Changes by number: whoever names the same number asks for the same change under the same operation. */
#ifndef FAULT_OPERATION_H
#define FAULT_OPERATION_H

#include "office/office.h"

/* The small office (unit/small_office.h) on the data directory `home`. */
bool operation_office(const char *home, const char *login, struct office **office, struct err *err);

/* Reads what stands under a key; as records_get when nothing does. */
bool operation_record(struct office *office, const struct record_key *key, struct record *record,
                      struct err *err);

/* Number n (from 1): an actual, notes or a document in the small office, unlike that of any other number. */
struct request operation_request(struct office *office, uint64_t number);

/* Carries it out, again from the head that stands when somebody else was first. */
bool operation_do(struct office *office, uint64_t number, bool *repeated, struct err *err);

/* The number behind an event that is exactly that operation's; 0 for any other. */
uint64_t operation_number(const struct event *event);

#endif
