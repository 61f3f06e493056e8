/* What is attached to an indicator in a quarter, beside what is required. Pure, over the records that were read. */
#ifndef VIEW_ATTACHMENTS_H
#define VIEW_ATTACHMENTS_H

#include "model/event.h"
#include "model/records.h"

/* Returns the requirement of that quarter which this title fills, or NULL. */
const struct requirement *attachment_requirement(const struct indicator *indicator, int number,
                                                 const char *title);

/* Documents of evidence, without removed ones. Zero-initialised is empty; attachments_release frees it. */
struct attachments {
    struct record *record;
    int count;
};
void attachments_release(struct attachments *attachments);

/* Gathers the documents of an indicator in a quarter, by number. */
void attachments_of(const struct records *records, const char *code, struct quarter quarter,
                    struct attachments *attachments);
/* Gathers the documents of a bidang in a quarter, each once, in the order of the catalogue and by number. */
void attachments_of_unit(const struct records *records, const struct unit *unit, struct quarter quarter,
                         struct attachments *attachments);

/* Returns the document that fills the requirement, or else the one that is promised for it; NULL when there is none. */
const struct record *attachments_find(const struct attachments *attachments,
                                      const struct requirement *requirement);

/* Where an EVENT_EVIDENCE_SET adds a document (its number is 0) that was promised there under the same title, the
 * change becomes one that brings what was promised. */
void attachments_fulfil(const struct attachments *attachments, struct change *change);

/* Says how a promise stands on the day `today`. PROMISE_NONE is for a document that is there. */
enum promise_state { PROMISE_NONE, PROMISE_ASKED, PROMISE_WAITED, PROMISE_OVERDUE };
enum promise_state evidence_promise(const struct evidence *evidence, struct date today);
/* Returns the word for a state: "", BELUM DIIZINKAN, MENYUSUL, MENYUSUL LEWAT. */
const char *promise_state_word(enum promise_state state);

#endif
