/* Half-typed text, kept outside the store so that a dropped line or a kill loses nothing: one small file per
 * person in the data directory, replaced durably on leaving a field and after a second of rest. */
#ifndef OWN_DRAFT_H
#define OWN_DRAFT_H

#include "model/record.h"

enum { DRAFT_FIELDS_MAX = 12, DRAFT_NAME_MAX = 20 };

struct draft_field {
    char name[DRAFT_NAME_MAX + 1];
    char text[NOTE_MAX + 1];
};

/* What was being typed, where, and from which head it started. */
struct draft {
    char screen[DRAFT_NAME_MAX + 1]; /* "isian", "rincian", "bukti", or an ask's kind */
    struct record_key key;
    struct event_id head;
    int count;
    struct draft_field field[DRAFT_FIELDS_MAX];
};

bool draft_save(const char *directory, const char *login, const struct draft *draft, struct err *err);
/* True with a draft; false with err->kind ERR_NONE when there is none. A damaged file is set aside (renamed
 * with
 * ".rusak") and told as ERR_CORRUPT. */
bool draft_load(const char *directory, const char *login, struct draft *draft, struct err *err);
void draft_remove(const char *directory, const char *login);

#endif
