/* The workflow of a bidang's quarter in one table: step it stands at x deed -> step it leads to, or the
 * refusal and who can help; and for every deed the roles that have it (DOMAIN.md, Who and The year, 2 to 5).
 * Read by admit, and by the screens for what they offer, so that the two cannot differ. Pure. */
#ifndef MODEL_WORKFLOW_H
#define MODEL_WORKFLOW_H

#include "model/config.h"
#include "model/event.h"

/* id, "hanya ... yang boleh DEED" */
#define DEEDS(X)                                                                                             \
    X(DEED_FILL, "mengisi")                                                                                  \
    X(DEED_INITIAL, "memaraf")                                                                               \
    X(DEED_SUBMIT, "mengajukan")                                                                             \
    X(DEED_WITHDRAW, "menarik pengajuan")                                                                    \
    X(DEED_CHECK, "memeriksa isian")                                                                         \
    X(DEED_ANSWER, "menanggapi koreksi")                                                                     \
    X(DEED_RETURN, "mengembalikan")                                                                          \
    X(DEED_VERIFY, "menyelesaikan verifikasi")                                                               \
    X(DEED_RATIFY, "mengesahkan")                                                                            \
    X(DEED_RATIFY_ON_PAPER, "mencatat pengesahan dari surat")                                                \
    X(DEED_UNLOCK, "membuka kunci")                                                                          \
    X(DEED_INSTRUCT, "memberi arahan")                                                                       \
    X(DEED_REPLY, "menjawab arahan")                                                                         \
    X(DEED_MEET, "mencatat monev")                                                                           \
    X(DEED_MEET_JOINTLY, "mencatat monev gabungan")                                                          \
    X(DEED_RECOMMEND, "mencatat rekomendasi")                                                                \
    X(DEED_FOLLOW_UP, "mencatat tindak lanjut")                                                              \
    X(DEED_CLOSE, "menutup atau membuka lagi rekomendasi")                                                   \
    X(DEED_MARK, "menandai dokumen")                                                                         \
    X(DEED_HAND_OVER, "mencatat penyampaian")                                                                \
    X(DEED_FINALISE, "menyatakan angka final")                                                               \
    X(DEED_ALLOW, "mengizinkan bukti menyusul")                                                              \
    X(DEED_FULFIL, "menyusulkan bukti")                                                                      \
    X(DEED_ASK_REKEY, "meminta ketik ulang")

#define X(id, words) id,
enum deed { DEEDS(X) DEED_COUNT };
#undef X

/* Whether the person's roles have the deed for that bidang (NULL: the whole office); otherwise ERR_DENIED,
 * naming the roles and somebody who has them. */
bool deed_held(const struct config *config, const struct person *person, enum deed deed,
               const struct unit *unit, struct err *err);

/* Who that is, for refusals and for what is waited for: "operator atau atasan Bidang Koperasi (Operator
 * Koperasi)"; "" for nobody. */
void deed_holders_print(const struct config *config, enum deed deed, const struct unit *unit, char *out,
                        size_t size);

/* Whether the deed is possible where the bidang's quarter stands at `stage`; otherwise ERR_STEP, saying why
 * and who can help. `subject` begins the sentence ("SUB-18 2025-TW3", "Bidang Koperasi TW III 2025"). */
bool deed_possible(const struct config *config, enum deed deed, enum stage stage, const struct unit *unit,
                   const char *subject, struct err *err);

/* Where a possible deed leads; `stage` itself for deeds that move nothing. */
enum stage deed_result(enum deed deed, enum stage stage);

/* Where one row stands: that of its bidang's quarter, but returned when the verifier asked for it to be
 * mended in this round. */
enum stage row_stage(const struct submission *submission, const struct check *check);

/* Whether the verdict still holds: the actual's value (record_valued) is the one it judged. */
bool check_holds(const struct check *check, const struct event_id *valued);

/* " (Operator Koperasi)", for refusals: somebody listed who has one of the roles in `unit` (NULL: anywhere);
 * "" when nobody has. */
void holder_print(const struct config *config, role_set roles, const struct unit *unit, char *out,
                  size_t size);

#endif
