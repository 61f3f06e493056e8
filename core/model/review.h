/* Periksa: what stands in the way of handing a bidang's quarter in, and what a verifier would likely send back
 * (core/DOMAIN.md, Periksa). The same reading decides whether a submission, a verification or a ratification is
 * admitted. Pure. */
#ifndef MODEL_REVIEW_H
#define MODEL_REVIEW_H

#include "base/closed_set.h"
#include "model/tally.h"

/* Each row has the word in columns and the text. review_blocking says which of them block a submission; the others are
 * what a verifier would likely send back. A required document that is promised with an atasan's word is not missing. */
#define FINDINGS(X)                                                                                          \
    X(FINDING_BLANK, "kosong", "belum diisi")                                                                \
    X(FINDING_EVIDENCE, "bukti-kurang", "bukti wajib kurang")                                                \
    X(FINDING_UNEXPLAINED, "belum-dijelaskan", "capaian rendah tanpa penghambat dan tindak lanjut")          \
    X(FINDING_BARE, "tanpa-bukti", "tidak ada bukti sama sekali")                                            \
    X(FINDING_WARNED, "janggal", "angka janggal tanpa keterangan")                                           \
    X(FINDING_PROVISIONAL, "sementara", "masih sementara: tidak dapat disahkan")                             \
    X(FINDING_NOT_MENDED, "belum-diperbaiki", "diminta perbaikan, belum ada yang diubah")                    \
    X(FINDING_UNALLOWED, "belum-diizinkan", "bukti menyusul belum diizinkan atasan")                         \
    X(FINDING_PROMISED, "menyusul", "bukti menyusul")                                                        \
    X(FINDING_OVERDUE, "menyusul-lewat", "bukti menyusul sudah lewat tanggalnya")                            \
    X(FINDING_REUSED, "bukti-sama", "bukti yang sama dipakai juga di")                                       \
    X(FINDING_UNANSWERED, "belum-ditanggapi", "dikoreksi, belum ditanggapi")                                 \
    X(FINDING_REKEY, "belum-diketik-ulang", "diminta diketik ulang orang kedua (Y)")                         \
    X(FINDING_DIFFERS, "ketikan-berbeda", "ketikan kedua berbeda")

enum finding { FINDINGS(SET_ID) FINDING_COUNT };
extern const struct vocabulary finding_words; /* its label is the text */

/* A finding_set has bit (1u << enum finding) for each finding. */
typedef unsigned finding_set;

/* Returns those of `findings` that block a submission under these rules; bukti-kurang does by
 * bukti_wajib_saat_ajukan. */
finding_set review_blocking(finding_set findings, const struct rules *rules);

/* Prints the findings about a row, with what they are about: "belum diisi; bukti wajib kurang 1"; "" for none. */
void review_print(const struct row *row, finding_set findings, const struct rules *rules, char *out,
                  size_t size);

/* What Periksa finds in a bidang's quarter. */
struct review {
    struct tally tally;
    int findings[FINDING_COUNT]; /* how many rows have each */
    int blocked;                 /* rows with something that blocks */
    int pointed;                 /* rows with something else */
    enum entry_state state;      /* ENTRY_WITHHELD: nothing is found, because nothing may be read yet */
    struct submission submission;
    struct event_id head;     /* the head of the submission's record */
    struct coverage coverage; /* what a submission would cover now */
};

/* Called for every row of the bidang in the catalogue's order. Returning false ends the calls, not the counting. */
typedef bool review_each_fn(void *context, const struct row *row, finding_set findings);

struct review_call {
    review_each_fn *each; /* NULL: only the counts are wanted */
    void *context;
};

/* Reviews with a reader that is set up. With reader->reuse, evidence used twice is a finding. `call` may be NULL. */
void review_read(struct row_reader *reader, const struct unit *unit, struct quarter quarter,
                 const struct review_call *call, struct review *review);

/* Reviews a bidang's quarter as its people look at it, with evidence used twice. `call` may be NULL. */
void review_of(const struct records *records, const struct unit *unit, struct quarter quarter,
               const struct review_call *call, struct review *review);

#endif
