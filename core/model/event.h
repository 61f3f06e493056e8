/* Every change is one immutable event. An event is a change and the stamp of who made it, when and where;
 * events of one device are chained by the digest of their encoded bytes. */
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include "model/record.h"

/* id, the kind of record it changes, word in history */
#define EVENT_KINDS(X)                                                                                       \
    X(EVENT_ACTUAL_SET, RECORD_ACTUAL, "isi")                                                                \
    X(EVENT_ACTUAL_CLEARED, RECORD_ACTUAL, "kosongkan")                                                      \
    X(EVENT_NOTES_SET, RECORD_NOTES, "catatan")                                                              \
    X(EVENT_EVIDENCE_SET, RECORD_EVIDENCE, "bukti")                                                          \
    X(EVENT_EVIDENCE_REMOVED, RECORD_EVIDENCE, "hapus bukti")

#define X(id, record, word) id,
enum event_kind { EVENT_KINDS(X) EVENT_KIND_COUNT };
#undef X

enum record_kind event_kind_record(enum event_kind kind);
const char *event_kind_word(enum event_kind kind);

/* What shall be, and what was seen. The payload is the whole new content of its part of the record, so that
 * apply needs nothing else; *_CLEARED and *_REMOVED have none. */
struct change {
    enum event_kind kind;
    struct record_key key;    /* evidence: number 0 asks for the next free one */
    struct event_id replaces; /* the head that was seen; sequence 0: none */
    bool undo;                /* made by Urungkan */
    union {
        struct actual actual;
        struct notes notes;
        struct evidence evidence;
    };
};

/* Asked for by a person; `operation` makes a repeat harmless. */
struct request {
    struct uuid operation;
    struct change change;
};

struct event {
    struct event_id id;
    struct digest previous; /* of the device's previous event; zeros for the first */
    struct uuid operation;
    int64_t at; /* milliseconds UTC */
    char who[LOGIN_MAX + 1];
    struct digest catalogue; /* the catalogue it was made under */
    struct change change;
};

#endif
