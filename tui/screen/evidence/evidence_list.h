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

/* What the screens of evidence read of a bidang's year, and admit looks at before them. */
enum { KINDS_EVIDENCE = 1u << RECORD_EVIDENCE | 1u << RECORD_SUBMISSION | 1u << RECORD_CHECK };

/* Gathers what is attached there, anew. */
void evidence_list_load(struct evidence_list *list, const struct records *records,
                        const struct indicator *indicator, struct quarter quarter);
void evidence_list_release(struct evidence_list *list);

/* Says whether the document is attached here already. */
bool evidence_list_has(const struct evidence_list *list, const struct uuid *document);

/* Returns the empty requirement due here that the document would fill: the one of its title, or the first of its kind.
 * NULL: none, it would be an additional one. */
const struct requirement *evidence_list_slot(const struct evidence_list *list,
                                             const struct evidence *evidence);

/* Attaches one more copy of a document in session->quarter, under the title of the requirement it fills (NULL: its
 * own). False with the message line set. */
bool evidence_attach(struct session *session, const struct evidence_list *list,
                     const struct evidence *evidence, const struct requirement *slot);

#endif
