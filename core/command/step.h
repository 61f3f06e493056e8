/* What the commands of the workflow share. */
#ifndef COMMAND_STEP_H
#define COMMAND_STEP_H

#include "command/context.h"

/* Returns the bidang a step is about: the asked one, or the person's own; NULL with ERR_USAGE. */
const struct unit *step_unit(const struct context *context, struct err *err);

/* Takes a step of the bidang's quarter, with its reason ("" for none), and says where it stands now. */
bool step_take(struct context *context, const struct unit *unit, enum event_kind kind, const char *reason,
               struct err *err);

/* Copies a text into `out` of NOTE_MAX + 1 bytes; ERR_INVALID when it is too long. NULL is "". */
bool step_text(char out[NOTE_MAX + 1], const char *text, const char *label, struct err *err);

#endif
