/* What stands now: one record for each thing that people change, with the event that made it so (its head). */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "base/clock.h"
#include "base/closed_set.h"
#include "base/digest.h"
#include "model/catalogue.h"
#include "value/quarter.h"
#include "value/typed.h"
#include <stdbool.h>
#include <stdint.h>

/* The bounds are in bytes, without the NUL. */
enum { LOGIN_MAX = 63, NOTE_MAX = 1000, TITLE_MAX = 200, NUMBER_MAX = 100, PLACE_MAX = 1000 };

/* Names an event by its device (one store) and its running number there, from 1. Sequence 0 is no event. */
struct event_id {
    struct uuid device;
    uint64_t sequence;
};

/* Says whether both name the same event, or both none. */
bool event_id_equal(const struct event_id *a, const struct event_id *b);

/* The code in a record's key names one of these. */
enum key_subject {
    SUBJECT_INDICATOR, /* a code of the catalogue */
    SUBJECT_UNIT,      /* a bidang */
    SUBJECT_EITHER,    /* an indicator or a bidang */
    SUBJECT_MEETING,   /* a bidang, or RECORD_JOINT */
    SUBJECT_AGENCY,    /* RECORD_AGENCY */
    SUBJECT_DOCUMENT,  /* a word of document_words */
    SUBJECT_RECIPIENT  /* a word of recipient_words */
};

/* No bidang and no indicator may have these codes. */
#define RECORD_JOINT "gabungan"
#define RECORD_AGENCY "rekomendasi"

enum { SINGLE = 0, NUMBERED = 1 };

/* Each row has the name of its database in the store, what its code names, and whether there are several under one code
 * and quarter. The store keeps the kinds in this order, so that new ones come last. */
#define RECORD_KINDS(X)                                                                                      \
    X(RECORD_ACTUAL, "realisasi", SUBJECT_INDICATOR, SINGLE)                                                 \
    X(RECORD_NOTES, "catatan", SUBJECT_INDICATOR, SINGLE)                                                    \
    X(RECORD_EVIDENCE, "bukti", SUBJECT_INDICATOR, NUMBERED)                                                 \
    X(RECORD_SUBMISSION, "pengajuan", SUBJECT_UNIT, SINGLE)                                                  \
    X(RECORD_CHECK, "verifikasi", SUBJECT_INDICATOR, SINGLE)                                                 \
    X(RECORD_SPENDING, "anggaran", SUBJECT_INDICATOR, SINGLE)                                                \
    X(RECORD_INSTRUCTION, "arahan", SUBJECT_EITHER, NUMBERED)                                                \
    X(RECORD_MEETING, "monev", SUBJECT_MEETING, NUMBERED)                                                    \
    X(RECORD_RECOMMENDATION, "rekomendasi", SUBJECT_AGENCY, NUMBERED)                                        \
    X(RECORD_DOCUMENT, "dokumen", SUBJECT_DOCUMENT, SINGLE)                                                  \
    X(RECORD_HANDOVER, "penyampaian", SUBJECT_RECIPIENT, SINGLE)                                             \
    X(RECORD_REKEY, "ketik-ulang", SUBJECT_INDICATOR, SINGLE)

enum record_kind { RECORD_KINDS(SET_ID) RECORD_KIND_COUNT };

enum key_subject record_kind_subject(enum record_kind kind);
bool record_kind_numbered(enum record_kind kind);

struct record_key {
    enum record_kind kind;
    char code[CODE_MAX + 1];
    struct quarter quarter;
    uint32_t number; /* from 1 within code and quarter, never used twice; 0 unless numbered */
};

/* An actual (realisasi). */
struct actual {
    bool filled;
    bool provisional; /* sementara */
    struct decimal value;
    struct fraction fraction; /* as it was typed: 45/60 */
    struct event_id valued;   /* what set the value, if it was only made final since; sequence 0: the head */
};

#define NOTES(X)                                                                                             \
    X(NOTE_REMARK, "keterangan", "Keterangan", "")                                                           \
    X(NOTE_DRIVER, "pendorong", "Faktor pendorong", "")                                                      \
    X(NOTE_OBSTACLE, "penghambat", "Faktor penghambat", "")                                                  \
    X(NOTE_FOLLOW_UP, "tindak-lanjut", "Tindak lanjut", "")

enum note { NOTES(SET_ID) NOTE_COUNT };
extern const struct vocabulary note_words;

struct notes {
    char text[NOTE_COUNT][NOTE_MAX + 1];
};

/* One document attached to one indicator. Ticked onto another indicator, it is a record there with the same `document`.
 * It is a reference only: the file stays where it is. */
struct evidence {
    bool removed;  /* the record is kept, so that its number and history stay */
    bool file;     /* `place` is a path whose size and digest were taken */
    bool promised; /* menyusul: it is not there yet, and is expected by `date` */
    bool allowed;  /* an atasan agreed to the promise */
    enum evidence_kind kind;
    struct uuid document;
    struct date date;
    uint64_t size; /* bytes */
    struct digest digest;
    char title[TITLE_MAX + 1];
    char number[NUMBER_MAX + 1]; /* the letter's number; may be blank */
    char place[PLACE_MAX + 1];   /* a path, or words: "lemari 3 map 7"; may be blank */
};

/* Says whether `document` is what `promise` promised: the promise is still open, and both have the same title (ASCII
 * letters without case). */
bool evidence_fulfils(const struct evidence *document, const struct evidence *promise);

/* The steps of a bidang's quarter (core/DOMAIN.md, The year, 2 to 5). Each row has a word and a label. */
#define STAGES(X)                                                                                            \
    X(STAGE_OPEN, "terbuka", "Terbuka")                                                                      \
    X(STAGE_INITIALLED, "diparaf", "Diparaf")                                                                \
    X(STAGE_SUBMITTED, "diajukan", "Diajukan")                                                               \
    X(STAGE_RETURNED, "dikembalikan", "Dikembalikan")                                                        \
    X(STAGE_VERIFIED, "terverifikasi", "Terverifikasi")                                                      \
    X(STAGE_RATIFIED, "disahkan", "Disahkan")

enum stage { STAGES(SET_ID) STAGE_COUNT };
extern const struct vocabulary stage_words;

/* What a submission covers: the keys and heads of every actual, note, piece of evidence and (where there is a pagu)
 * spending of the bidang's quarter, as one digest in the order of the catalogue. With the submission's own place in the
 * journal it says what was handed in: each record as it stood before that event (core/DOMAIN.md, The year, 3). */
struct coverage {
    uint32_t count;
    struct digest digest;
};

/* A submission (pengajuan). A name is "" and an instant 0 while its step was not taken, or was taken back. */
struct submission {
    enum stage stage;
    uint32_t round;    /* how often it was submitted */
    uint32_t unlocked; /* how often a ratified quarter was opened again */
    struct coverage coverage;
    int64_t first_at; /* milliseconds UTC; by the first submission lateness is counted */
    int64_t submitted_at, verified_at, ratified_at; /* milliseconds UTC */
    char initialled_by[LOGIN_MAX + 1];
    char submitted_by[LOGIN_MAX + 1];
    char verified_by[LOGIN_MAX + 1];
    char ratified_by[LOGIN_MAX + 1];
    char reason[NOTE_MAX + 1];    /* for the return or the unlocking that opened it; "" otherwise */
    char unlocking[NOTE_MAX + 1]; /* the last reason for which it was unlocked, kept for good */
    char basis[NOTE_MAX + 1];     /* the signed paper of the ratification; "": the head made it himself */
};

#define VERDICTS(X)                                                                                          \
    X(VERDICT_NONE, "belum", "Belum diperiksa", "-")                                                         \
    X(VERDICT_CONFORMS, "sesuai", "Sesuai", "S")                                                             \
    X(VERDICT_CORRECTED, "koreksi", "Dikoreksi", "K")                                                        \
    X(VERDICT_RETURNED, "dikembalikan", "Minta perbaikan", "M")

#define ANSWERS(X)                                                                                           \
    X(ANSWER_NONE, "belum", "Belum ditanggapi", "")                                                          \
    X(ANSWER_ACCEPTED, "diterima", "Diterima", "")                                                           \
    X(ANSWER_OBJECTED, "keberatan", "Keberatan", "")

enum verdict { VERDICTS(SET_ID) VERDICT_COUNT };
enum answer { ANSWERS(SET_ID) ANSWER_COUNT };
extern const struct vocabulary verdict_words; /* its help is the letter on screen */
extern const struct vocabulary answer_words;

/* The verification of one indicator. A verdict holds while the value that it judged stands (check_holds), a return in
 * its round, and a `sesuai` only while no evidence came or went since (core/DOMAIN.md, The year, 4). */
struct check {
    enum verdict verdict;
    bool by_percent;        /* it corrects this quarter's achievement only, and not the actual */
    bool self;              /* who judged had typed or submitted it (verifikasi_sendiri: peringatkan) */
    uint32_t round;         /* the submission's round in which it was made */
    struct event_id judged; /* the event that set the judged value (record_valued) */
    struct decimal value;   /* the corrected actual, or the corrected achievement in percent */
    enum answer answer;     /* what the bidang says to a correction */
    char judged_by[LOGIN_MAX + 1];
    char reason[NOTE_MAX + 1];        /* for a correction or a return */
    char answer_reason[NOTE_MAX + 1]; /* for an objection */
};

/* Spending (realisasi anggaran) of the quarter, where the catalogue has a pagu. */
struct spending {
    bool filled;
    struct decimal rupiah;
};

/* An instruction (arahan): one message of the thread on an indicator's or on a bidang's quarter. It is never
 * changed. */
struct instruction {
    bool reply; /* the bidang wrote it */
    char text[NOTE_MAX + 1];
};

/* A meeting (monev) of a bidang, or the joint one. */
struct meeting {
    struct date date;
    char place[PLACE_MAX + 1];
    char people[NOTE_MAX + 1];
    char minutes[NOTE_MAX + 1];
};

/* Each row of these sets has a word and a label. */
#define SOURCES(X)                                                                                           \
    X(SOURCE_INTERNAL, "internal", "Internal")                                                               \
    X(SOURCE_INSPECTORATE, "inspektorat", "Inspektorat")                                                     \
    X(SOURCE_MINISTRY, "kemenpanrb", "KemenPANRB")

#define TOPICS(X)                                                                                            \
    X(TOPIC_REVISION, "revisi", "Revisi renstra atau target")                                                \
    X(TOPIC_BUDGET, "anggaran", "Anggaran")                                                                  \
    X(TOPIC_REWARD, "penghargaan", "Penghargaan atau sanksi")                                                \
    X(TOPIC_POLICY, "kebijakan", "Kebijakan")                                                                \
    X(TOPIC_OTHER, "lainnya", "Lainnya")

#define FOLLOW_UPS(X)                                                                                        \
    X(FOLLOW_UP_OPEN, "terbuka", "Terbuka")                                                                  \
    X(FOLLOW_UP_TAKEN, "ditindaklanjuti", "Ditindaklanjuti")                                                 \
    X(FOLLOW_UP_DONE, "selesai", "Selesai")

/* The eight documents of E-SAKIP REVIU (core/DOMAIN.md, The year, 6). */
#define DOCUMENTS(X)                                                                                         \
    X(DOCUMENT_RENSTRA, "renstra", "Renstra")                                                                \
    X(DOCUMENT_PK, "pk", "Perjanjian Kinerja")                                                               \
    X(DOCUMENT_IKU, "iku", "IKU")                                                                            \
    X(DOCUMENT_RKT, "rkt", "RKT/Renja")                                                                      \
    X(DOCUMENT_PLAN, "rencana-aksi", "Rencana Aksi")                                                         \
    X(DOCUMENT_PLAN_REVIEW, "evaluasi-rencana-aksi", "Evaluasi Rencana Aksi")                                \
    X(DOCUMENT_REPORT, "laporan-kinerja", "Laporan Kinerja")                                                 \
    X(DOCUMENT_SKP, "skp", "SKP")

/* To these a quarter's report is handed over (core/DOMAIN.md, The year, 5). */
#define RECIPIENTS(X)                                                                                        \
    X(RECIPIENT_HEAD, "pimpinan", "Pimpinan")                                                                \
    X(RECIPIENT_PLANNING, "bappelitbangda", "BAPPELITBANGDA")                                                \
    X(RECIPIENT_INSPECTORATE, "inspektorat", "Inspektorat")

enum source { SOURCES(SET_ID) SOURCE_COUNT };
enum topic { TOPICS(SET_ID) TOPIC_COUNT };
enum follow_up { FOLLOW_UPS(SET_ID) FOLLOW_UP_COUNT };
enum document { DOCUMENTS(SET_ID) DOCUMENT_COUNT };
enum recipient { RECIPIENTS(SET_ID) RECIPIENT_COUNT };
extern const struct vocabulary source_words, topic_words, follow_up_words, document_words, recipient_words;

/* A recommendation. They are numbered over a year (the quarter in the key is the year's own), and an open one is
 * carried into every quarter that follows. */
struct recommendation {
    enum source source;
    enum topic topic;
    enum follow_up state;
    int quarter; /* the period in which it was made, 1 to YEAR_PERIOD */
    struct date letter_date;
    struct date due;              /* year 0: there is none */
    char letter[NUMBER_MAX + 1];  /* the number of the LHE; may be blank for an internal one */
    char unit[CODE_MAX + 1];      /* the bidang that follows it up */
    char indicator[CODE_MAX + 1]; /* "": it is about none in particular */
    char text[NOTE_MAX + 1];
    char follow_up[NOTE_MAX + 1]; /* what was done about it */
};

/* One of the documents of E-SAKIP in one quarter. */
struct dossier {
    bool present;
    bool still_valid; /* masih berlaku: the document of an earlier quarter goes on */
    bool file;        /* `place` is a path whose size and digest were taken */
    struct date date;
    uint64_t size; /* bytes */
    struct digest digest;
    char place[PLACE_MAX + 1];
};

/* A handing over (penyampaian) of a quarter's report. */
struct handover {
    struct date date; /* year 0: it was not handed over yet */
    char letter[NUMBER_MAX + 1];
};

/* A second typing (ketik ulang): the figure as a second person typed it, who did not see the first. */
struct rekey {
    bool asked;  /* an atasan asked for it */
    bool filled; /* somebody typed it */
    struct decimal value;
    char typed_by[LOGIN_MAX + 1];
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
        struct submission submission;
        struct check check;
        struct spending spending;
        struct instruction instruction;
        struct meeting meeting;
        struct recommendation recommendation;
        struct dossier dossier;
        struct handover handover;
        struct rekey rekey;
    };
};

/* Makes an empty record, which is what stands before the first event on `key`. */
void record_init(struct record *record, const struct record_key *key);

/* Returns the event that set the value which an actual's record has; a verdict is about that. It is borrowed from the
 * record. */
const struct event_id *record_valued(const struct record *record);

/* Returns the key of `code` in `quarter` (year 0: in any quarter, for walking), with number 0. */
struct record_key record_key(enum record_kind kind, const char *code, struct quarter quarter);

#endif
