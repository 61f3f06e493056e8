/* The evidence attached to an indicator in a quarter, and the required documents it fills. */
#ifndef SCREEN_EVIDENCE_EVIDENCE_LIST_H
#define SCREEN_EVIDENCE_EVIDENCE_LIST_H

#include "screen/session.h"
#include "view/attachments.h"

/* Zero-initialised is empty. */
struct evidence_list {
    const struct indicator *indicator;
    struct quarter quarter;
    struct attachments attached;
};

/* Reads the store anew; false with err, and the list is empty. */
bool evidence_list_load(struct evidence_list *list, struct office *office, const struct indicator *indicator,
                        struct quarter quarter, struct err *err);
void evidence_list_release(struct evidence_list *list);

/* Whether the document is attached here already. */
bool evidence_list_has(const struct evidence_list *list, const struct uuid *document);

/* Whether something attached fills a requirement, or is promised for it. */
bool evidence_list_filled(const struct evidence_list *list, const struct requirement *requirement);

/* The empty requirement due here that the document would fill: the one of its title, or the first of its
 * kind. NULL: none, it would be an additional one. */
const struct requirement *evidence_list_slot(const struct evidence_list *list,
                                             const struct evidence *evidence);

/* Attaches one more copy of a document, under the title of the requirement it fills (NULL: its own). False
 * with the message line set. */
bool evidence_attach(struct session *session, const struct evidence_list *list,
                     const struct evidence *evidence, const struct requirement *slot);

#endif
