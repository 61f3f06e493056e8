/* The fields of a document's form: what is typed, how it is read, and back. Messages go to the session. */
#ifndef SCREEN_EVIDENCE_EVIDENCE_FIELDS_H
#define SCREEN_EVIDENCE_EVIDENCE_FIELDS_H

#include "own/draft.h"
#include "screen/session.h"
#include "widget/form.h"

/* In the order in which a required document is typed: where it is, its date; the rest is known then. */
enum { FIELD_PLACE, FIELD_DATE, FIELD_NUMBER, FIELD_TITLE, FIELD_KIND, FIELDS };

struct evidence_fields {
    struct session *session;
    struct form form;
    struct form_field field[FIELDS];
    struct evidence evidence; /* what stands, and what was read of it so far */
    int kind;                 /* enum evidence_kind; EVIDENCE_KIND_COUNT: not chosen yet */
    bool typed;               /* something is here that was not saved */
};

void evidence_fields_init(struct evidence_fields *fields, struct session *session);
void evidence_fields_put(struct evidence_fields *fields, const struct evidence *evidence);
void evidence_fields_put_slot(struct evidence_fields *fields, const struct requirement *slot);

/* Whether all that a document should have is there (its number may be blank). */
bool evidence_fields_complete(const struct evidence_fields *fields);

/* Whether it is still to come (menyusul): the place says so, or does not say yet where what was promised is.
 */
bool evidence_fields_promised(const struct evidence_fields *fields);

/* Tab in a path: true when it had something to complete, and the cursor stays. */
bool evidence_fields_complete_path(struct evidence_fields *fields);
/* One digit picks the kind; any other key takes it away. */
void evidence_fields_pick_kind(struct evidence_fields *fields, const struct key *key);

/* Reads the current field. False with the message. A file is read anew when its place is another one, or
 * `again`. */
bool evidence_fields_check(struct evidence_fields *fields, bool again);
/* Reads them all into `evidence`; false with the message and the cursor on what is wrong. */
bool evidence_fields_take(struct evidence_fields *fields);

void evidence_fields_draft(const struct evidence_fields *fields, struct draft *draft);
void evidence_fields_restore(struct evidence_fields *fields, const struct draft *draft);

/* From `row` down, with how the date is read and what kinds there are. Returns the rows used. */
int evidence_fields_draw(const struct evidence_fields *fields, struct surface *surface, int row);

#endif
