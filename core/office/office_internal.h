/* What the files of the office share: who is at the keyboard, and the store behind him. */
#ifndef OFFICE_OFFICE_INTERNAL_H
#define OFFICE_OFFICE_INTERNAL_H

#include "office/office.h"

struct office {
    const struct config *config;
    struct clock clock;
    struct store *store;
    char *directory;
    char login[LOGIN_MAX + 1];
    struct person person;   /* borrows `login` */
    struct records records; /* of `store`, as far as `person` may read them: every reading goes through it */
    struct row_reader reader; /* of a snapshot's rows */
};

/* office_view.c: what stands in the store, to a pembaca without what is not ratified. Borrows the office. */
struct records office_view(struct office *office);
/* Whether it keeps anything from the person. */
bool office_withholds(const struct office *office);

/* Inside store_begin/store_end: what stands under `key`; record_init's empty one when nothing does. */
bool office_record(struct office *office, const struct record_key *key, struct record *record,
                   struct err *err);

/* The key of `indicator` in `quarter` (year 0: any), number 0. */
struct record_key office_key(enum record_kind kind, const struct indicator *indicator,
                             struct quarter quarter);

#endif
