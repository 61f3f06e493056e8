/* Every change is one immutable event. An event is a change and the stamp of who made it, when and where;
 * events of one device are chained by the digest of their encoded bytes. */
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include "model/record.h"

/* id, the kind of record it changes, word in history. The store keeps their numbers: new ones come last. */
#define EVENT_KINDS(X)                                                                                       \
    X(EVENT_ACTUAL_SET, RECORD_ACTUAL, "isi")                                                                \
    X(EVENT_ACTUAL_CLEARED, RECORD_ACTUAL, "kosongkan")                                                      \
    X(EVENT_NOTES_SET, RECORD_NOTES, "catatan")                                                              \
    X(EVENT_EVIDENCE_SET, RECORD_EVIDENCE, "bukti")                                                          \
    X(EVENT_EVIDENCE_REMOVED, RECORD_EVIDENCE, "hapus bukti")                                                \
    X(EVENT_INITIALLED, RECORD_SUBMISSION, "paraf")                                                          \
    X(EVENT_SUBMITTED, RECORD_SUBMISSION, "ajukan")                                                          \
    X(EVENT_WITHDRAWN, RECORD_SUBMISSION, "tarik")                                                           \
    X(EVENT_RETURNED, RECORD_SUBMISSION, "kembalikan")                                                       \
    X(EVENT_VERIFIED, RECORD_SUBMISSION, "verifikasi")                                                       \
    X(EVENT_RATIFIED, RECORD_SUBMISSION, "sahkan")                                                           \
    X(EVENT_UNLOCKED, RECORD_SUBMISSION, "buka kunci")                                                       \
    X(EVENT_CHECK_PASSED, RECORD_CHECK, "sesuai")                                                            \
    X(EVENT_CHECK_CORRECTED, RECORD_CHECK, "koreksi")                                                        \
    X(EVENT_CHECK_RETURNED, RECORD_CHECK, "minta perbaikan")                                                 \
    X(EVENT_CHECK_CLEARED, RECORD_CHECK, "batal periksa")                                                    \
    X(EVENT_CHECK_ANSWERED, RECORD_CHECK, "tanggapan")                                                       \
    X(EVENT_SPENDING_SET, RECORD_SPENDING, "anggaran")                                                       \
    X(EVENT_INSTRUCTED, RECORD_INSTRUCTION, "arahan")                                                        \
    X(EVENT_REPLIED, RECORD_INSTRUCTION, "jawaban")                                                          \
    X(EVENT_MEETING_SET, RECORD_MEETING, "monev")                                                            \
    X(EVENT_RECOMMENDED, RECORD_RECOMMENDATION, "rekomendasi")                                               \
    X(EVENT_FOLLOWED_UP, RECORD_RECOMMENDATION, "tindak lanjut")                                             \
    X(EVENT_DOCUMENT_MARKED, RECORD_DOCUMENT, "dokumen")                                                     \
    X(EVENT_HANDED_OVER, RECORD_HANDOVER, "penyampaian")                                                     \
    X(EVENT_ACTUAL_FINALISED, RECORD_ACTUAL, "final")                                                        \
    X(EVENT_EVIDENCE_ALLOWED, RECORD_EVIDENCE, "izinkan menyusul")                                           \
    X(EVENT_EVIDENCE_FULFILLED, RECORD_EVIDENCE, "bukti datang")                                             \
    X(EVENT_REKEY_ASKED, RECORD_REKEY, "minta ketik ulang")                                                  \
    X(EVENT_REKEYED, RECORD_REKEY, "ketik ulang")

#define X(id, record, word) id,
enum event_kind { EVENT_KINDS(X) EVENT_KIND_COUNT };
#undef X

enum record_kind event_kind_record(enum event_kind kind);
const char *event_kind_word(enum event_kind kind);

/* A step of a bidang's quarter. */
struct workflow_step {
    struct coverage coverage;  /* EVENT_SUBMITTED: what was seen, and covered */
    char reason[NOTE_MAX + 1]; /* EVENT_RETURNED, EVENT_UNLOCKED: why; EVENT_RATIFIED: the signed paper, ""
                                  when the head did it himself */
};

/* What shall be, and what was seen. The payload is the whole new content of its part of the record, so that
 * apply needs nothing else; *_CLEARED and *_REMOVED have none. `admit` fills in what the asking
 * person does not decide: check's round, judged and self; and of the kind what it is beside what stands: an
 * EVENT_ACTUAL_SET that only takes `sementara` away becomes EVENT_ACTUAL_FINALISED, an EVENT_EVIDENCE_SET
 * that brings what was promised and allowed EVENT_EVIDENCE_FULFILLED. It knows, too, whether a promise is
 * allowed; of an EVENT_EVIDENCE_ALLOWED only the key is asked. */
struct change {
    enum event_kind kind;
    struct record_key key;    /* of a numbered kind: number 0 asks for the next free one */
    struct event_id replaces; /* the head that was seen; sequence 0: none */
    bool undo;                /* made by Urungkan */
    union {
        struct actual actual;
        struct notes notes;
        struct evidence evidence;
        struct workflow_step step;
        struct check
            check; /* a verdict with its reason; EVENT_CHECK_ANSWERED: answer and answer_reason only */
        struct spending spending; /* not filled: takes it back */
        struct instruction instruction;
        struct meeting meeting;
        struct recommendation recommendation; /* EVENT_RECOMMENDED: all but state and follow_up, which alone
                                                 EVENT_FOLLOWED_UP has */
        struct dossier dossier;               /* not present: takes it back */
        struct rekey rekey;                   /* EVENT_REKEY_ASKED: asked only; EVENT_REKEYED: value only */
        struct handover handover;             /* without date: takes it back */
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
