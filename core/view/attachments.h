/* What is attached to an indicator in a quarter, beside what is required. */
#ifndef VIEW_ATTACHMENTS_H
#define VIEW_ATTACHMENTS_H

#include "office/office.h"

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
