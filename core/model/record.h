/* What stands now: one record for each thing that people change, each with the event that made it so (its
 * head). */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "base/clock.h"
#include "base/digest.h"
#include "model/catalogue.h"
#include "value/quarter.h"
#include "value/typed.h"
#include <stdbool.h>
#include <stdint.h>

/* Bounds in bytes, without the NUL. */
enum { LOGIN_MAX = 63, NOTE_MAX = 1000, TITLE_MAX = 200, NUMBER_MAX = 100, PLACE_MAX = 1000 };

/* A device (one store) and its running number from 1; sequence 0: no event. */
struct event_id {
    struct uuid device;
    uint64_t sequence;
};

bool event_id_equal(const struct event_id *a, const struct event_id *b);

/* The named databases of the store, in this order. */
#define RECORD_KINDS(X)                                                                                      \
    X(RECORD_ACTUAL, "realisasi")                                                                            \
    X(RECORD_NOTES, "catatan")                                                                               \
    X(RECORD_EVIDENCE, "bukti")

#define X(id, word) id,
enum record_kind { RECORD_KINDS(X) RECORD_KIND_COUNT };
#undef X

struct record_key {
    enum record_kind kind;
    char code[CODE_MAX + 1];
    struct quarter quarter;
    uint32_t number; /* evidence: from 1 within code and quarter, never used twice; otherwise 0 */
};

/* Realisasi. */
struct actual {
    bool filled;
    bool provisional; /* sementara */
    struct decimal value;
    struct fraction fraction; /* kept as typed: 45/60 */
};

#define NOTES(X)                                                                                             \
    X(NOTE_REMARK, "keterangan", "Keterangan", "")                                                           \
    X(NOTE_DRIVER, "pendorong", "Faktor pendorong", "")                                                      \
    X(NOTE_OBSTACLE, "penghambat", "Faktor penghambat", "")                                                  \
    X(NOTE_FOLLOW_UP, "tindak-lanjut", "Tindak lanjut", "")

#define X(id, word, label, help) id,
enum note { NOTES(X) NOTE_COUNT };
#undef X
extern const struct vocabulary note_words;

struct notes {
    char text[NOTE_COUNT][NOTE_MAX + 1];
};

/* One document attached to one indicator. The same document ticked onto another indicator is a record there
 * with the same `document`. A reference only: the file stays where it is. */
struct evidence {
    bool removed; /* kept, so that its number and history stay */
    bool file;    /* `place` is a path whose size and digest were taken */
    enum evidence_kind kind;
    struct uuid document;
    struct date date;
    uint64_t size; /* bytes */
    struct digest digest;
    char title[TITLE_MAX + 1];
    char number[NUMBER_MAX + 1]; /* the letter's number; may be blank */
    char place[PLACE_MAX + 1];   /* a path, or words: "lemari 3 map 7"; may be blank */
};

struct record {
    struct record_key key;
    struct event_id head;
    int64_t changed_at; /* milliseconds UTC */
    char changed_by[LOGIN_MAX + 1];
    union {
        struct actual actual;
        struct notes notes;
        struct evidence evidence;
    };
};

/* An empty record: what stands before the first event on `key`. */
void record_init(struct record *record, const struct record_key *key);

#endif
