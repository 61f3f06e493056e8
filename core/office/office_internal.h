/* What the files of the door share; only core/office includes it. */
#ifndef OFFICE_OFFICE_INTERNAL_H
#define OFFICE_OFFICE_INTERNAL_H

#include "office/office.h"
#include "store/store.h"

struct office {
    const struct config *config;
    struct clock clock;
    struct store *store;
    char *directory;
    char login[LOGIN_MAX + 1];
    struct person person; /* borrows `login` */
};

/* Returns who asks, as of now. */
struct asker office_asker(const struct office *office);

#endif
