/* Half-typed text, kept outside the store so that a dropped line or a kill loses nothing. It is one small file for each
 * login in the data directory `directory`, replaced durably on leaving a field and after a second of rest. */
#ifndef OWN_DRAFT_H
#define OWN_DRAFT_H

#include "model/record.h"

enum { DRAFT_FIELDS_MAX = 12, DRAFT_NAME_MAX = 20 };

struct draft_field {
    char name[DRAFT_NAME_MAX + 1];
    char text[NOTE_MAX + 1];
};

/* What was being typed, where, and the head from which it started. */
struct draft {
    char screen[DRAFT_NAME_MAX + 1]; /* "isian", "rincian", or the kind of an ask */
    struct record_key key;
    struct event_id head;
    int count;
    struct draft_field field[DRAFT_FIELDS_MAX];
};

/* Replaces the person's draft. It fails as file_replace does. */
bool draft_save(const char *directory, const char *login, const struct draft *draft, struct err *err);
/* Reads the person's draft. True with it; false with err->kind ERR_NONE when there is none, with ERR_CORRUPT when the
 * file was damaged, which is set aside under a name that ends in ".rusak", or as file_read does. */
bool draft_load(const char *directory, const char *login, struct draft *draft, struct err *err);
/* Removes the person's draft, if there is one. */
void draft_remove(const char *directory, const char *login);

#endif
