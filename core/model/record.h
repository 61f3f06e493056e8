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

/* What the code of a record's key names. */
enum key_subject {
    SUBJECT_INDICATOR, /* a code of the catalogue */
    SUBJECT_UNIT,      /* a bidang */
    SUBJECT_EITHER,    /* one of the two */
    SUBJECT_MEETING,   /* a bidang, or RECORD_JOINT */
    SUBJECT_AGENCY,    /* RECORD_AGENCY */
    SUBJECT_DOCUMENT,  /* a word of document_words */
    SUBJECT_RECIPIENT  /* a word of recipient_words */
};

/* Codes that no bidang and no indicator may have. */
#define RECORD_JOINT "gabungan"
#define RECORD_AGENCY "rekomendasi"

enum { SINGLE = 0, NUMBERED = 1 };

/* id, name of its database in the store, what its code names, whether there are several under code and
 * quarter. The store keeps them in this order: new ones come last. */
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

#define X(id, word, subject, numbered) id,
enum record_kind { RECORD_KINDS(X) RECORD_KIND_COUNT };
#undef X

enum key_subject record_kind_subject(enum record_kind kind);
bool record_kind_numbered(enum record_kind kind);

struct record_key {
    enum record_kind kind;
    char code[CODE_MAX + 1];
    struct quarter quarter;
    uint32_t number; /* of numbered kinds: from 1 within code and quarter, never used twice; otherwise 0 */
};

/* Realisasi. */
struct actual {
    bool filled;
    bool provisional; /* sementara */
    struct decimal value;
    struct fraction fraction; /* kept as typed: 45/60 */
    struct event_id valued;   /* the event that set the value, when it was only made final since; sequence 0:
                                 the   record's head */
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
    bool removed;  /* kept, so that its number and history stay */
    bool file;     /* `place` is a path whose size and digest were taken */
    bool promised; /* menyusul: not there yet; `date` is the day by which it is expected */
    bool allowed;  /* a promise an atasan agreed to */
    enum evidence_kind kind;
    struct uuid document;
    struct date date;
    uint64_t size; /* bytes */
    struct digest digest;
    char title[TITLE_MAX + 1];
    char number[NUMBER_MAX + 1]; /* the letter's number; may be blank */
    char place[PLACE_MAX + 1];   /* a path, or words: "lemari 3 map 7"; may be blank */
};

/* Whether the document is the one that was promised: what stands is still to come, under the same title. */
bool evidence_fulfils(const struct evidence *document, const struct evidence *promise);

/* The steps of a bidang's quarter (DOMAIN.md, The year, 2 to 5). word, label */
#define STAGES(X)                                                                                            \
    X(STAGE_OPEN, "terbuka", "Terbuka")                                                                      \
    X(STAGE_INITIALLED, "diparaf", "Diparaf")                                                                \
    X(STAGE_SUBMITTED, "diajukan", "Diajukan")                                                               \
    X(STAGE_RETURNED, "dikembalikan", "Dikembalikan")                                                        \
    X(STAGE_VERIFIED, "terverifikasi", "Terverifikasi")                                                      \
    X(STAGE_RATIFIED, "disahkan", "Disahkan")

#define X(id, word, label) id,
enum stage { STAGES(X) STAGE_COUNT };
#undef X
extern const struct vocabulary stage_words;

/* What a submission covers: the keys and heads of every actual, note and piece of evidence of the
 * bidang's quarter, as one digest over them in the order of the catalogue. With the submission's own place in
 * the journal it says what was handed in: each record as it stood before that event. */
struct coverage {
    uint32_t count;
    struct digest digest;
};

/* Pengajuan. A name is "" and an instant 0 while that step has not been taken, or was taken back. */
struct submission {
    enum stage stage;
    uint32_t round;    /* how often it was submitted */
    uint32_t unlocked; /* how often a ratified quarter was opened again */
    struct coverage coverage;
    int64_t first_at; /* of the first submission, by which lateness is counted; milliseconds UTC */
    int64_t submitted_at, verified_at, ratified_at;
    char initialled_by[LOGIN_MAX + 1];
    char submitted_by[LOGIN_MAX + 1];
    char verified_by[LOGIN_MAX + 1];
    char ratified_by[LOGIN_MAX + 1];
    char reason[NOTE_MAX + 1];    /* of the return or the unlocking that opened it; "" otherwise */
    char unlocking[NOTE_MAX + 1]; /* the last reason for which it was unlocked; stays */
    char basis[NOTE_MAX + 1]; /* the signed paper a ratification was entered from; "" by the head himself */
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

#define X(id, word, label, help) id,
enum verdict { VERDICTS(X) VERDICT_COUNT };
enum answer { ANSWERS(X) ANSWER_COUNT };
#undef X
extern const struct vocabulary verdict_words; /* help = the letter on screen */
extern const struct vocabulary answer_words;

/* Verifikasi of one indicator. It holds as long as what it judged stands (check_holds). */
struct check {
    enum verdict verdict;
    bool by_percent;        /* a correction of this quarter's achievement only; otherwise of the actual */
    bool self;              /* judged by who typed or submitted it (verifikasi_sendiri: peringatkan) */
    uint32_t round;         /* of the submission it was made in */
    struct event_id judged; /* of the actual: record_valued */
    struct decimal value;   /* of a correction: the actual, or the achievement in percent */
    enum answer answer;     /* of the bidang to a correction */
    char judged_by[LOGIN_MAX + 1];
    char reason[NOTE_MAX + 1];        /* of a correction or a return */
    char answer_reason[NOTE_MAX + 1]; /* of an objection */
};

/* Realisasi anggaran of the quarter, where the catalogue has `pagu`. */
struct spending {
    bool filled;
    struct decimal rupiah;
};

/* Arahan: one message of the thread on an indicator's quarter or on a bidang's. Never changed. */
struct instruction {
    bool reply; /* of the bidang */
    char text[NOTE_MAX + 1];
};

/* Monev of a bidang, or the joint one. */
struct meeting {
    struct date date;
    char place[PLACE_MAX + 1];
    char people[NOTE_MAX + 1];
    char minutes[NOTE_MAX + 1];
};

/* word, label */
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

/* The eight of E-SAKIP REVIU, and to whom a quarter's report goes (DOMAIN.md, The year, 5 and 6). */
#define DOCUMENTS(X)                                                                                         \
    X(DOCUMENT_RENSTRA, "renstra", "Renstra")                                                                \
    X(DOCUMENT_PK, "pk", "Perjanjian Kinerja")                                                               \
    X(DOCUMENT_IKU, "iku", "IKU")                                                                            \
    X(DOCUMENT_RKT, "rkt", "RKT/Renja")                                                                      \
    X(DOCUMENT_PLAN, "rencana-aksi", "Rencana Aksi")                                                         \
    X(DOCUMENT_PLAN_REVIEW, "evaluasi-rencana-aksi", "Evaluasi Rencana Aksi")                                \
    X(DOCUMENT_REPORT, "laporan-kinerja", "Laporan Kinerja")                                                 \
    X(DOCUMENT_SKP, "skp", "SKP")

#define RECIPIENTS(X)                                                                                        \
    X(RECIPIENT_HEAD, "pimpinan", "Pimpinan")                                                                \
    X(RECIPIENT_PLANNING, "bappelitbangda", "BAPPELITBANGDA")                                                \
    X(RECIPIENT_INSPECTORATE, "inspektorat", "Inspektorat")

#define X(id, word, label) id,
enum source { SOURCES(X) SOURCE_COUNT };
enum topic { TOPICS(X) TOPIC_COUNT };
enum follow_up { FOLLOW_UPS(X) FOLLOW_UP_COUNT };
enum document { DOCUMENTS(X) DOCUMENT_COUNT };
enum recipient { RECIPIENTS(X) RECIPIENT_COUNT };
#undef X
extern const struct vocabulary source_words, topic_words, follow_up_words, document_words, recipient_words;

/* Rekomendasi. Numbered over a year (its key's quarter is the year's own); open ones are carried into every
 * quarter that follows. */
struct recommendation {
    enum source source;
    enum topic topic;
    enum follow_up state;
    int quarter; /* in which it was made, 1 to YEAR_PERIOD */
    struct date letter_date;
    struct date due;              /* year 0: none */
    char letter[NUMBER_MAX + 1];  /* LHE number; may be blank for an internal one */
    char unit[CODE_MAX + 1];      /* who follows it up */
    char indicator[CODE_MAX + 1]; /* "": none in particular */
    char text[NOTE_MAX + 1];
    char follow_up[NOTE_MAX + 1]; /* what was done about it */
};

/* One of E-SAKIP's documents in one quarter. */
struct dossier {
    bool present;
    bool still_valid; /* masih berlaku: an earlier quarter's goes on; date and place are that one's */
    bool file;        /* `place` is a path whose size and digest were taken */
    struct date date;
    uint64_t size; /* bytes */
    struct digest digest;
    char place[PLACE_MAX + 1];
};

/* Penyampaian of a quarter's report. */
struct handover {
    struct date date; /* year 0: not yet */
    char letter[NUMBER_MAX + 1];
};

/* Ketik ulang: the figure as a second person typed it, without seeing the first. */
struct rekey {
    bool asked;  /* by a supervisor, for this row */
    bool filled; /* typed */
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

/* An empty record: what stands before the first event on `key`. */
void record_init(struct record *record, const struct record_key *key);

/* The event whose value an actual's record has: what a verdict is about (borrowed from the record). */
const struct event_id *record_valued(const struct record *record);

/* The key of `code` in `quarter` (year 0: any quarter, for walking), number 0. */
struct record_key record_key(enum record_kind kind, const char *code, struct quarter quarter);

#endif
