/* The fields of an ask: what is typed, how it is read, and back. Messages go to the session. */
#ifndef SCREEN_ASK_ASK_FIELDS_H
#define SCREEN_ASK_ASK_FIELDS_H

#include "screen/ask/ask.h"
#include "widget/form.h"

enum { ASK_UNITS_MAX = 32 };

struct ask_fields {
    struct ask *ask; /* whose they are */
    const struct record_field *of;
    struct form form;
    struct form_field field[ASK_FIELDS_MAX];
    int choice[ASK_FIELDS_MAX]; /* index in the vocabulary; -1: none yet */
    struct vocabulary units;    /* the office's bidang, as choices */
    struct term unit[ASK_UNITS_MAX];
    int label_columns;
    bool typed; /* something is here that was not saved */
};

/* Makes them blank. */
void ask_fields_init(struct ask_fields *fields, struct ask *ask);
/* Returns what a field is picked from; NULL: it is typed. */
const struct vocabulary *ask_fields_choices(const struct ask_fields *fields, int field);
/* Puts a text, or a choice by its word or label, into a field. */
void ask_fields_put(struct ask_fields *fields, int field, const char *text);

/* Says whether Enter keeps: in the last field, or once there is enough. */
bool ask_fields_ready(const struct ask_fields *fields);

/* FORM_TAKEN also when the field may not be left yet. */
enum form_result ask_fields_key(struct ask_fields *fields, const struct key *key);

/* Reads them all, as ask_kind's `make` gets them; the texts are borrowed from the fields until the next key. False with
 * the message and the cursor on what is wrong. */
bool ask_fields_take(struct ask_fields *fields, const char *text[ASK_FIELDS_MAX]);

/* Gives the same as they stand, unchecked. */
void ask_fields_texts(const struct ask_fields *fields, const char *text[ASK_FIELDS_MAX]);

void ask_fields_draft(const struct ask_fields *fields, struct draft *draft);
void ask_fields_restore(struct ask_fields *fields, const struct draft *draft);

/* Returns how many rows they want with the list of choices below them; gives them `rows`. */
int ask_fields_rows(const struct ask_fields *fields);
void ask_fields_place(struct ask_fields *fields, int rows);
/* Returns the rows used, with those of the choices. */
int ask_fields_draw(const struct ask_fields *fields, struct surface *surface, int row);

#endif
