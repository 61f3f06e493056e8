/* Every rule about what may be changed, by whom and how: permission, workflow and validation, in tables
 * (model/workflow.h has roles and steps). It runs once, where the change is made, inside its write transaction.
 * Pure. */
#ifndef MODEL_ADMIT_H
#define MODEL_ADMIT_H

#include "model/event.h"
#include "model/records.h"
#include "model/workflow.h"

/* Turns the request of records->asker into an event (all but its id, previous and at, which the store stamps), or
 * refuses it:
 *   ERR_STALE      the head moved on: `current` is not what was seen (compare and swap); or the bidang's quarter is not
 *                  what was seen when it was submitted
 *   ERR_DENIED     the person's roles or bidang do not allow it, or it is his own work that he would verify; names who
 *                  has the role. Whoever may not read what stands gets this and never ERR_STALE
 *   ERR_STEP       it is not possible where the bidang's quarter stands, or something is missing for the step; says
 *                  what, and who can help
 *   ERR_NOT_FOUND  an unknown code, a quarter without a catalogue, evidence that is not there
 *   ERR_INVALID    a value the indicator cannot have (negative or fractional count, out of range), a blank title or
 *                  reason, a text that text_accept refuses, a clearing of what is empty
 * `current` is the record that stands, record_init's empty one when there is none; for a new one of a numbered kind
 * (the request's number is 0) its key has the number to take. The code must be spelt as in the catalogue. */
bool admit(const struct records *records, const struct request *request, const struct record *current,
           struct event *event, struct err *err);

/* Says whether the person could make such a change there at all, as roles and steps stand, with the refusal of `admit`
 * when not; for keys and menus. */
bool admit_may(const struct records *records, enum event_kind kind, const struct record_key *key,
               struct err *err);

#endif
