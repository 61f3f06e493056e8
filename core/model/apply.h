/* apply(record, event) -> record: total, knows no roles and no clock, one short function per kind of event.
 * All that replay needs. */
#ifndef MODEL_APPLY_H
#define MODEL_APPLY_H

#include "model/event.h"

/* Makes `record` what it is after `event`, which must be for the record's key. */
void apply(struct record *record, const struct event *event);

/* Whether Urungkan may take the event back: actuals, notes, evidence, verdicts. */
bool apply_can_invert(const struct event *event);

/* The change that takes `event` back: restores what `before` (the event it replaced, NULL when none) had
 * made. */
void apply_inverse(const struct event *event, const struct event *before, struct change *change);

#endif
