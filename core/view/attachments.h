/* What is attached to an indicator in a quarter, beside what is required. Pure, over the records that were read. */
#ifndef VIEW_ATTACHMENTS_H
#define VIEW_ATTACHMENTS_H

#include "model/event.h"
#include "model/records.h"

/* Returns the requirement of that quarter which this title fills, or NULL. */
const struct requirement *attachment_requirement(const struct indicator *indicator, int number,
                                                 const char *title);

/* Documents of evidence, removed ones left out. Zero-initialised is empty; attachments_release frees it. */
struct attachments {
    struct record *record;
    int count;
};
void attachments_release(struct attachments *attachments);

/* Gathers those of an indicator in a quarter, by number. */
void attachments_of(const struct records *records, const char *code, struct quarter quarter,
                    struct attachments *attachments);
/* Gathers the bidang's documents of a quarter, each once, in the order of the catalogue and number. */
void attachments_of_unit(const struct records *records, const struct unit *unit, struct quarter quarter,
                         struct attachments *attachments);

/* Returns the one that fills the requirement, or else that is promised for it; NULL when there is none. */
const struct record *attachments_find(const struct attachments *attachments,
                                      const struct requirement *requirement);

/* Where the document of an EVENT_EVIDENCE_SET that adds it was promised there, under its title, the change becomes one
 * that brings what was promised. */
void attachments_fulfil(const struct attachments *attachments, struct change *change);

/* How a promise stands on a day: "", BELUM DIIZINKAN, MENYUSUL, MENYUSUL LEWAT. PROMISE_NONE is for what is there. */
enum promise_state { PROMISE_NONE, PROMISE_ASKED, PROMISE_WAITED, PROMISE_OVERDUE };
enum promise_state evidence_promise(const struct evidence *evidence, struct date today);
const char *promise_state_word(enum promise_state state);

#endif
