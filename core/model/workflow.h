/* The workflow of a bidang's quarter in two tables: for every deed the roles that have it, and for every deed and every
 * step at which the quarter may stand, whether the deed is possible there, or else the refusal and who can help
 * (core/DOMAIN.md, Who and The year, 2 to 5). `admit` reads them, and so do the screens for what they offer, so that
 * the two cannot differ. To which step a deed leads is said once, in apply.c, since history must not depend on a table
 * of rules. Pure. */
#ifndef MODEL_WORKFLOW_H
#define MODEL_WORKFLOW_H

#include "base/closed_set.h"
#include "model/config.h"
#include "model/event.h"

/* Each row has the words of a refusal: "hanya ... yang boleh DEED". */
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

enum deed { DEEDS(SET_ID) DEED_COUNT };

/* Says whether the person's roles have the deed for that bidang (NULL: the whole office). Otherwise it sets ERR_DENIED,
 * which names the roles and somebody who has them. */
bool deed_held(const struct config *config, const struct person *person, enum deed deed,
               const struct unit *unit, struct err *err);

/* Prints who has a deed, for refusals and for what is waited for: "operator atau atasan Bidang Koperasi (Operator
 * Koperasi)"; "" where no role has it. */
void deed_holders_print(const struct config *config, enum deed deed, const struct unit *unit, char *out,
                        size_t size);

/* Says whether the deed is possible where the bidang's quarter stands at `stage`. Otherwise it sets ERR_STEP, which
 * says why and who can help. `subject` begins the sentence ("SUB-18 2025-TW3", "Bidang Koperasi TW III 2025"). */
bool deed_possible(const struct config *config, enum deed deed, enum stage stage, const struct unit *unit,
                   const char *subject, struct err *err);

/* Returns where one row stands: at the step of its bidang's quarter, but STAGE_RETURNED when the verifier asked in this
 * round for it to be mended. */
enum stage row_stage(const struct submission *submission, const struct check *check);

/* Says whether there is a verdict, and the value that it judged still stands: `valued` is what record_valued
 * returns. */
bool check_holds(const struct check *check, const struct event_id *valued);

/* Prints " (Operator Koperasi)", for refusals: somebody listed who has one of the roles in `unit` (NULL: anywhere);
 * "" when nobody has. */
void holder_print(const struct config *config, role_set roles, const struct unit *unit, char *out,
                  size_t size);

#endif
