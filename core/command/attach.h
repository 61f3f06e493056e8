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
    const char *date;     /* as date_parse_typed reads it */
    const char *promised; /* the same: it is still to come, by that day; then neither date nor place */
    const char *place;
};

/* Adds it with a new number, or in the place of what was promised under its title; `added` becomes the record that then
 * stands. */
bool attachment_add(struct office *office, const struct attachment *attachment, struct record *added,
                    struct err *err);

#endif
