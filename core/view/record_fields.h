/* What people type and read of a record: one table of fields for commands, forms and lists, so that each is asked, read
 * and shown in one way. */
#ifndef VIEW_RECORD_FIELDS_H
#define VIEW_RECORD_FIELDS_H

#include "model/event.h"

enum field_type {
    FIELD_TEXT,
    FIELD_CHOICE, /* a word of `choices` */
    FIELD_FLAG,   /* "ya"; "" for no. A form leaves it out */
    FIELD_DAY,    /* as date_parse_typed reads it */
    FIELD_MONEY,  /* rupiah, as a count is typed */
    FIELD_UNIT,   /* a bidang, by its code */
    FIELD_PLACE,  /* words, or a file's path, whose size and digest are taken */
    FIELD_FILE    /* the path of a file that is to be written; only in forms */
};

struct record_field {
    const char
        *name; /* an option "--tanggal" without its dashes, a column, a field of a draft: no blank in it */
    const char *label; /* "Tanggal", up to 20 columns; a longer one is cut on a narrow terminal */
    enum field_type type;
    size_t offset; /* in the record's own struct; not read where a form reads its texts itself */
    size_t max;    /* bytes of what is typed, unless it is a choice or a day */
    const struct vocabulary *choices; /* of a FIELD_CHOICE */
    int first;                        /* of the choices: those before are not offered ("belum") */
    bool aside;                       /* a list leaves it out where there is no room for all */
    const char *hint;                 /* a form shows it while the field is empty; NULL: none */
    const char *missing;              /* a form says it when the field is left blank; NULL: it may be blank */
    int rows; /* of a form on 24 rows, up to twice that on taller terminals; 0: one, always */
};

struct record_fields {
    const struct record_field *field;
    int count;
};

/* The fields of EVENT_EVIDENCE_SET by their place, in the order in which a required document is typed: where it is, its
 * date; the rest is known then. */
enum { EVIDENCE_PLACE, EVIDENCE_DATE, EVIDENCE_NUMBER, EVIDENCE_TITLE, EVIDENCE_KIND };

/* Return the fields that an event of this kind sets, and all that a list shows of a record. Count 0: it has none. */
const struct record_fields *event_fields(enum event_kind kind);
const struct record_fields *record_fields(enum record_kind kind);

/* Reads a text into the change; "" blanks it. ERR_INVALID, naming the field, when it cannot be that. */
bool field_read(const struct record_field *field, struct date today, const char *text, struct change *change,
                struct err *err);

/* Prints what stands there, as it is read again; days as "28-09-2025", or with `iso` as "2025-09-28". */
void field_print(const struct record_field *field, const struct record *record, bool iso, char *out,
                 size_t size);

/* Take the place of a record out of it, and put one into a change, with size and digest of its file as they were taken:
 * so that a file is read when it is named, and not again when something else is changed. */
struct evidence record_place(const struct record *record);
void change_place(struct change *change, const struct evidence *place);

/* Begins a change with what stands, so that only what is typed anew changes. */
void fields_keep(struct change *change, const struct record *record);

#endif
