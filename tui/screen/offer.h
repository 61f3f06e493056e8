/* What a screen's key bar offers a person: a small table of the screen's own names the actions that need a deed. An
 * action that is left out still answers to its key, with who may. */
#ifndef SCREEN_OFFER_H
#define SCREEN_OFFER_H

#include "model/workflow.h"
#include "screen/session.h"
#include "widget/action.h"

struct offer {
    enum action action;
    enum deed deed;
};

/* Returns the action's label, or NULL when the table names it and the person does not have its deed for that bidang
 * (NULL: the whole office). */
const char *offer_label(const struct session *session, const struct unit *unit, const struct offer *offers,
                        size_t count, enum action action);

#endif
