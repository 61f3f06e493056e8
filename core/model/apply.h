/* apply(record, event) -> record is all that replay needs. It is total, knows no roles and no clock, and has one short
 * function for each kind of event. */
#ifndef MODEL_APPLY_H
#define MODEL_APPLY_H

#include "model/event.h"

/* Makes `record` what it is after `event`, which must be for the record's key. */
void apply(struct record *record, const struct event *event);

/* Says whether Urungkan may take the event back. Actuals, notes, evidence, verdicts, spending, documents and handings
 * over can be taken back; steps of a quarter, arahan, meetings, recommendations, answers and a second typing cannot. */
bool apply_can_invert(const struct event *event);

/* Makes the change that takes `event` back: it restores what `before` had made, the event that it replaced (NULL when
 * there is none). */
void apply_inverse(const struct event *event, const struct event *before, struct change *change);

#endif
