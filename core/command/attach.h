/* Attaching evidence, for `bukti tambah` and the samples. */
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
    const char *date; /* as date_parse_typed reads it */
    const char *place;
};

/* Adds it with a new number; `added` is the record that stands then. */
bool attachment_add(struct office *office, const struct attachment *attachment, struct record *added,
                    struct err *err);

/* The requirement of that quarter which this title fills, or NULL. */
const struct requirement *attachment_requirement(const struct indicator *indicator, int number,
                                                 const char *title);

#endif
