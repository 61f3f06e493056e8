/* Evidence as the commands need it: attaching it, for `bukti tambah` and the samples, and what is attached.
 */
#ifndef COMMAND_ATTACH_H
#define COMMAND_ATTACH_H

#include "office/office.h"

/* As typed; NULL or "" where absent. */
struct attachment {
    const struct indicator *indicator;
    struct quarter quarter;
    const char *kind; /* a word of evidence_kind_words */
    const char *title;
    const char *number;
    const char *date;     /* as date_parse_typed reads it */
    const char *promised; /* the same: it is still to come, by that day; then neither date nor place */
    const char *place;
};

/* Adds it with a new number, or in the place of what was promised under its title; `added` is the record that
 * stands then. */
bool attachment_add(struct office *office, const struct attachment *attachment, struct record *added,
                    struct err *err);

/* The requirement of that quarter which this title fills, or NULL. */
const struct requirement *attachment_requirement(const struct indicator *indicator, int number,
                                                 const char *title);

/* What is attached to an indicator in a quarter, by number: taken out of the store's snapshot, so that files
 * can be read without holding it. */
struct attachments {
    struct record *record;
    int count;
};

/* On success the caller releases them. */
bool attachments_read(struct office *office, const struct indicator *indicator, struct quarter quarter,
                      struct attachments *attachments, struct err *err);
void attachments_release(struct attachments *attachments);

/* The one that fills that requirement, or that is promised for it; NULL when there is none. */
const struct record *attachments_find(const struct attachments *attachments,
                                      const struct requirement *requirement);

#endif
