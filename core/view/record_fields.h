/* What stands around the figures as people type and read it: one table of fields for commands, forms and
 * lists, so that each is read and shown in one way. */
#ifndef VIEW_RECORD_FIELDS_H
#define VIEW_RECORD_FIELDS_H

#include "office/office.h"

enum field_type {
    FIELD_TEXT,
    FIELD_CHOICE, /* a word of `choices` */
    FIELD_FLAG,   /* "ya"; "" for no */
    FIELD_DAY,    /* as date_parse_typed reads it */
    FIELD_MONEY,  /* rupiah, as a count is typed */
    FIELD_PLACE   /* words, or a file's path, whose size and digest are taken */
};

struct record_field {
    const char *name;  /* an option "--tanggal" without its dashes, a column, a field of a form */
    const char *label; /* "Tanggal" */
    enum field_type type;
    size_t offset; /* in the record's own struct */
    size_t size;   /* of a text, with its NUL */
    const struct vocabulary *choices;
    bool aside; /* left out where there is no room for all */
};

struct record_fields {
    const struct record_field *field;
    int count;
};

/* The fields an event of this kind sets; and all of a record's. Count 0: it has none of these. */
const struct record_fields *event_fields(enum event_kind kind);
const struct record_fields *record_fields(enum record_kind kind);

/* Reads a text into the change; "" blanks it. ERR_INVALID, naming the field, when it cannot be that. */
bool field_read(const struct record_field *field, const struct office *office, const char *text,
                struct change *change, struct err *err);

/* What stands there, as it is read again; days as "28-09-2025", or with `iso` as "2025-09-28". */
void field_print(const struct record_field *field, const struct record *record, bool iso, char *out,
                 size_t size);

/* Begins a change with what stands, so that only what is typed anew changes. */
void fields_keep(struct change *change, const struct record *record);

#endif
