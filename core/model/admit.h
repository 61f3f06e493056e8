/* Every rule about what may be changed, by whom and how: permission, workflow and validation, in tables. Runs
 * once, where the change is made, inside its write transaction. Pure. */
#ifndef MODEL_ADMIT_H
#define MODEL_ADMIT_H

#include "model/config.h"
#include "model/event.h"

/* Who asks, under which configuration. */
struct admission {
    const struct config *config;
    const struct person *person;
};

/* Turns a request into an event (all but its id, previous and at, which the store stamps), or refuses:
 *   ERR_STALE      the head moved on: `current` is not what was seen (compare and swap)
 *   ERR_DENIED     the person's roles or bidang do not allow it: names the role that has it
 *   ERR_NOT_FOUND  unknown code, a quarter outside the catalogue's year, evidence that is not there
 *   ERR_INVALID    a value the indicator cannot have (negative or fractional count, out of range), blank
 * title, a text that text_accept refuses, a clearing of what is empty
 * `current` is the record that stands (record_init's empty one when there is none); for new evidence
 * (request's number 0) its key has the number to take. The code must be spelt as in the catalogue. */
bool admit(const struct admission *admission, const struct request *request, const struct record *current,
           struct event *event, struct err *err);

/* Whether the person could change this indicator at all, with the refusal of `admit` when not; for keys and
 * menus. */
bool admit_person(const struct admission *admission, enum event_kind kind, const struct unit *unit,
                  struct err *err);

/* " (Operator Koperasi)", for refusals: somebody listed who has one of the roles in `unit` (NULL: anywhere);
 * "" when nobody has. */
void holder_print(const struct config *config, role_set roles, const struct unit *unit, char *out,
                  size_t size);

#endif
