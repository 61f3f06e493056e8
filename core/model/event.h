/* Every change is one immutable event. An event is a change and the stamp of who made it, when and where; events of one
 * device are chained by the digest of their encoded bytes. */
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include "base/closed_set.h"
#include "model/record.h"

/* Each row has the kind of record that the event changes and the word in histories. The store keeps the numbers of the
 * kinds, so that new ones come last. */
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

enum event_kind { EVENT_KINDS(SET_ID) EVENT_KIND_COUNT };

enum record_kind event_kind_record(enum event_kind kind);
const char *event_kind_word(enum event_kind kind);

/* What a step of a bidang's quarter carries. */
struct workflow_step {
    struct coverage coverage; /* EVENT_SUBMITTED: what the person saw, and so hands in */
    /* EVENT_RETURNED, EVENT_UNLOCKED: why. EVENT_RATIFIED: the signed paper, "" when the head did it himself. */
    char reason[NOTE_MAX + 1];
};

/* What shall be, and what was seen. The payload is the whole new content of its part of the record, so that apply needs
 * nothing else; *_CLEARED and *_REMOVED have none. `admit` fills in what the asking person does not decide:
 *   - the round of a check, which value it judged, and whether it was his own work
 *   - the kind, by what stands: an EVENT_ACTUAL_SET that only takes `sementara` away becomes EVENT_ACTUAL_FINALISED,
 *     an EVENT_EVIDENCE_SET that brings what was promised and allowed becomes EVENT_EVIDENCE_FULFILLED
 *   - whether a promise is allowed; an EVENT_EVIDENCE_ALLOWED needs nothing but the key */
struct change {
    enum event_kind kind;
    struct record_key key;    /* number 0, in a numbered kind, asks for the next free one */
    struct event_id replaces; /* the head that was seen; sequence 0: there was none */
    bool undo;                /* Urungkan made it */
    union {
        struct actual actual;
        struct notes notes;
        struct evidence evidence;
        struct workflow_step step;
        struct check check; /* a verdict, its reason; EVENT_CHECK_ANSWERED: only answer, answer_reason */
        struct spending spending; /* not filled: it is taken back */
        struct instruction instruction;
        struct meeting meeting;
        struct recommendation recommendation; /* EVENT_FOLLOWED_UP: state and follow_up; else the others */
        struct dossier dossier;               /* not present: it is taken back */
        struct rekey rekey;                   /* EVENT_REKEY_ASKED: only asked; EVENT_REKEYED: only value */
        struct handover handover;             /* without a date: it is taken back */
    };
};

/* A change that a person asks for. Its operation makes a repeat harmless. */
struct request {
    struct uuid operation;
    struct change change;
};

/* Returns a request with a fresh operation and the rest of the change zero; one for evidence has a fresh document as
 * well. `now` is in milliseconds UTC. */
struct request request_new(enum event_kind kind, const struct record_key *key, int64_t now);

/* What became of a request. */
struct outcome {
    struct record record; /* what stands now: after the change, or in its way (ERR_STALE) */
    bool repeated; /* the operation had been done before, or asked for what stands; nothing was changed now */
};

struct event {
    struct event_id id;
    struct digest previous; /* the digest of the device's event before; zeros for the first one */
    struct uuid operation;
    int64_t at; /* milliseconds UTC */
    char who[LOGIN_MAX + 1];
    struct digest catalogue; /* the digest of the catalogue under which it was made */
    struct change change;
};

#endif
