/* The office's reports: which there are, and how each is made of what stands (DOMAIN.md, The year, 5 to 7).
 */
#ifndef REPORT_BUILD_H
#define REPORT_BUILD_H

#include "office/office.h"
#include "report/report.h"

/* id, word of the command, label, title */
#define REPORT_KINDS(X)                                                                                      \
    X(REPORT_QUARTER, "triwulan", "Triwulan", "Laporan kinerja triwulan")                                    \
    X(REPORT_YEAR, "tahunan", "Tahunan", "Laporan kinerja tahunan")                                          \
    X(REPORT_PLAN, "rencana-aksi", "Rencana aksi", "Rencana aksi")                                           \
    X(REPORT_PLAN_REVIEW, "evaluasi-rencana-aksi", "Evaluasi", "Evaluasi rencana aksi")                      \
    X(REPORT_MISSING, "belum-lengkap", "Belum lengkap", "Isian yang belum lengkap")                          \
    X(REPORT_EVIDENCE, "bukti", "Bukti", "Daftar data dukung")                                               \
    X(REPORT_MINUTES, "berita-acara", "Berita acara", "Berita acara verifikasi capaian kinerja")             \
    X(REPORT_RECOMMENDATIONS, "rekomendasi", "Rekomendasi", "Rekomendasi dan tindak lanjut")                 \
    X(REPORT_CHECKLIST, "lembar-verifikasi", "Verifikasi", "Lembar verifikasi data dukung")                  \
    X(REPORT_FORM, "formulir", "Formulir", "Formulir isian realisasi")

#define X(id, word, label, title) id,
enum report_kind { REPORT_KINDS(X) REPORT_KIND_COUNT };
#undef X
extern const struct vocabulary report_words; /* help = title */
/* Which one it is that is made of a quarter: triwulan of a whole year is its tahunan. */
enum report_kind report_kind_of(enum report_kind kind, struct quarter quarter);
/* Whether it is of the year, whatever quarter is asked. */
bool report_is_of_year(enum report_kind kind);

/* Who is named under it: those of triwulan.yaml; whoever stands in for them, written by hand; or nobody. */
#define REPORT_SIGNINGS(X)                                                                                   \
    X(SIGNING_BY_NAME, "nama", "Dengan nama")                                                                \
    X(SIGNING_BY_HAND, "kosong", "Nama dikosongkan")                                                         \
    X(SIGNING_NONE, "tanpa", "Tanpa")

#define X(id, word, label) id,
enum report_signing { REPORT_SIGNINGS(X) SIGNING_COUNT };
#undef X
extern const struct vocabulary report_signing_words;

struct report_request {
    enum report_kind kind;
    const struct unit *unit; /* NULL: all one may read; where that is one bidang, that one */
    struct quarter quarter;  /* of tahunan its year counts */
    enum report_signing signing;
    struct date date;   /* over the signatures; year 0: dotted, to be filled in by hand */
    const char *number; /* of a berita acara; "": dotted */
};

/* The same data and request make the same report. ERR_USAGE where a kind needs one bidang, ERR_DENIED and
 * others as the office's. The caller releases it, also after a failure. */
bool report_build(struct office *office, const struct report_request *request, struct report *report,
                  struct err *err);

#endif
