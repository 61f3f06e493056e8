/* Warnings: what is kept but pointed out (core/DOMAIN.md, Warned and kept). Pure. */
#ifndef MODEL_WARNING_H
#define MODEL_WARNING_H

#include "base/closed_set.h"
#include "model/config.h"
#include "model/record.h"

/* Each row has the text on the message line. */
#define WARNINGS(X)                                                                                          \
    X(WARNING_OVER_HUNDRED, "persentase di atas 100")                                                        \
    X(WARNING_NEGATIVE, "angka negatif")                                                                     \
    X(WARNING_HIGH, "capaian di atas batas wajar")                                                           \
    X(WARNING_LOW, "capaian jauh di bawah target")                                                           \
    X(WARNING_JUMP, "jauh di atas triwulan lalu")                                                            \
    X(WARNING_FALLING, "posisi turun dari triwulan lalu")                                                    \
    X(WARNING_UNPLANNED, "di luar rencana")                                                                  \
    X(WARNING_YEAR_DIFFERS, "berbeda dari s.d. TW IV")                                                       \
    X(WARNING_EVIDENCE_DATE, "tanggal bukti di luar triwulan")

enum warning { WARNINGS(SET_ID) WARNING_COUNT };

/* A warning_set has bit (1u << enum warning) for each warning. */
typedef unsigned warning_set;

/* Returns the warnings about the actual of period `number`. `actual` is what figures_compute takes, and `figures` what
 * it makes of that period. The year's own measurement is compared with what its quarters make, and not with the last of
 * them. */
warning_set warning_actual(const struct warning_limits *limits, const struct indicator *indicator,
                           const struct figure actual[PERIODS], int number, const struct figures *figures);
/* Returns the warnings about a document that is attached in `quarter`. */
warning_set warning_evidence(const struct evidence *evidence, struct quarter quarter);

/* Prints "persentase di atas 100; di luar rencana"; "" for none. */
void warning_print(warning_set warnings, char *out, size_t size);

#endif
