/* What is kept but pointed out (DOMAIN.md, Numbers: "Warned and kept"). Pure. */
#ifndef MODEL_WARNING_H
#define MODEL_WARNING_H

#include "model/config.h"
#include "model/record.h"

/* id, text on the message line */
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

#define X(id, text) id,
enum warning { WARNINGS(X) WARNING_COUNT };
#undef X

/* A set of warnings: bit (1u << enum warning). */
typedef unsigned warning_set;

/* `actual[n]`: the year's actuals as figures_compute takes them; figures for quarter `number`.
 * The year's own measurement is compared with what its quarters make, not with the last of them. */
warning_set warning_actual(const struct warning_limits *limits, const struct indicator *indicator,
                           const struct figure actual[PERIODS], int number, const struct figures *figures);
warning_set warning_evidence(const struct evidence *evidence, struct quarter quarter);

/* "persentase di atas 100; di luar rencana" into `out`; "" for none. */
void warning_print(warning_set warnings, char *out, size_t size);

#endif
