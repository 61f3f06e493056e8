/* Periksa: what stands in the way of handing a bidang's quarter in, and what a verifier would likely send
 * back. The same reading decides whether a submission, a verification or a ratification is admitted. Pure. */
#ifndef MODEL_REVIEW_H
#define MODEL_REVIEW_H

#include "model/row.h"

/* id, word in columns, text. Those of review_blocking block a submission (bukti-kurang by
 * bukti_wajib_saat_ajukan); the others are what a verifier would likely send back. A required document that
 * is promised with an atasan's word is not missing. */
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

#define X(id, word, text) id,
enum finding { FINDINGS(X) FINDING_COUNT };
#undef X
extern const struct vocabulary finding_words; /* word, label = text */

/* A set of findings: bit (1u << enum finding). */
typedef unsigned finding_set;

/* Those of `findings` that block a submission under these rules. */
finding_set review_blocking(finding_set findings, const struct rules *rules);

/* "belum diisi; bukti wajib kurang: Laporan koperasi" and the like, from the row itself; "" for none. */
void review_print(const struct row *row, finding_set findings, const struct rules *rules, char *out,
                  size_t size);

/* The counts of a bidang's quarter, in rows. */
struct review {
    int rows;
    int filled;
    int findings[FINDING_COUNT];
    int blocked;             /* with something that blocks */
    int pointed;             /* with something else */
    int returned;            /* sent back in this round */
    int waiting;             /* filled, without a verdict that holds */
    int corrected, objected; /* with a correction that holds; answered "keberatan" */
    enum entry_state state;  /* of the quarter; ENTRY_WITHHELD: nothing is found, nothing may be read yet */
    struct submission submission;
    struct event_id head; /* of the submission's record */
    struct coverage coverage;
};

/* Called for every row of the bidang in the catalogue's order; false ends the calls, not the counting. NULL:
 * only the counts. */
typedef bool review_each_fn(void *context, const struct row *row, finding_set findings);

struct review_call {
    review_each_fn *each;
    void *context;
};

bool review_read(struct row_reader *reader, const struct unit *unit, struct quarter quarter,
                 const struct review_call *call, struct review *review, struct err *err);

#endif
