/* What a screen's key bar offers a person: the actions that need a deed, by its own small table. What is left
 * out still answers to its key, with who may. */
#ifndef SCREEN_OFFER_H
#define SCREEN_OFFER_H

#include "model/workflow.h"
#include "screen/session.h"
#include "widget/action.h"

struct offer {
    enum action action;
    enum deed deed;
};

/* action_label, or NULL when the table names the action and its deed is not the person's for that bidang
 * (NULL: the whole office). */
const char *offer_label(const struct session *session, const struct unit *unit, const struct offer *offers,
                        size_t count, enum action action);

#endif
