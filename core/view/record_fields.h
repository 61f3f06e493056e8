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
    const char *name;  /* "tanggal", as an option, a column and a draft's field; it has no blank in it */
    const char *label; /* "Tanggal", up to 20 columns; a longer one is cut on a narrow terminal */
    enum field_type type;
    size_t offset; /* where it is in the record's struct; unused where a form reads texts itself */
    size_t max;    /* how many bytes may be typed, unless it is a choice or a day */
    const struct vocabulary *choices; /* what a FIELD_CHOICE may be */
    int first;                        /* the first of the choices that is offered, so that "belum" is not */
    bool aside;                       /* a list leaves it out where there is no room for all */
    const char *hint;                 /* a form shows it while the field is empty; NULL: none */
    const char *missing;              /* a form says it when the field is left blank; NULL: it may be blank */
    int rows; /* how many a form has on 24 rows, on taller terminals up to twice as many; 0: always one */
};

struct record_fields {
    const struct record_field *field;
    int count;
};

/* Names the fields of EVENT_EVIDENCE_SET by their index. They stand in the order in which a required document is typed:
 * where it is, then its date; the rest is known then. */
enum { EVIDENCE_PLACE, EVIDENCE_DATE, EVIDENCE_NUMBER, EVIDENCE_TITLE, EVIDENCE_KIND };

/* Return the fields that an event of this kind sets, and all fields that a list shows of a record. Their count is 0
 * where there are none. */
const struct record_fields *event_fields(enum event_kind kind);
const struct record_fields *record_fields(enum record_kind kind);

/* Reads a text into the change; "" makes the field blank. ERR_INVALID, naming the field, when the text cannot be that;
 * for a FIELD_PLACE the errors of evidence_take_file too. */
bool field_read(const struct record_field *field, struct date today, const char *text, struct change *change,
                struct err *err);

/* Prints what stands there as field_read reads it. `iso` is for machines: a day is "2025-09-28" instead of
 * "28-09-2025", and money has no thousands marks. */
void field_print(const struct record_field *field, const struct record *record, bool iso, char *out,
                 size_t size);

/* Take the place of a record out of it, and put one into a change, with size and digest of its file as they were taken:
 * so that a file is read when it is named, and not again when something else is changed. */
struct evidence record_place(const struct record *record);
void change_place(struct change *change, const struct evidence *place);

/* Begins a change with what stands, so that only what is typed anew changes. */
void fields_keep(struct change *change, const struct record *record);

#endif
