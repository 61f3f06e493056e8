/* The office's reports: which there are, and how each is made of what stands (core/DOMAIN.md, The year, 5 to 7). */
#ifndef REPORT_BUILD_H
#define REPORT_BUILD_H

#include "base/closed_set.h"
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

enum report_kind { REPORT_KINDS(SET_ID) REPORT_KIND_COUNT };
extern const struct vocabulary report_words; /* help = title */

/* Returns the kind that is made of a quarter: triwulan of a whole year is its tahunan. */
enum report_kind report_kind_of(enum report_kind kind, struct quarter quarter);
/* Says whether a kind is of the year, whatever quarter is asked. */
bool report_is_of_year(enum report_kind kind);

/* Who is named under a report: those of triwulan.yaml; whoever stands in for them, written by hand; or nobody. */
#define REPORT_SIGNINGS(X)                                                                                   \
    X(SIGNING_BY_NAME, "nama", "Dengan nama")                                                                \
    X(SIGNING_BY_HAND, "kosong", "Nama dikosongkan")                                                         \
    X(SIGNING_NONE, "tanpa", "Tanpa")

enum report_signing { REPORT_SIGNINGS(SET_ID) SIGNING_COUNT };
extern const struct vocabulary report_signing_words;

struct report_request {
    enum report_kind kind;
    const struct unit *unit; /* NULL: all one may read; where that is one bidang, that one */
    struct quarter quarter;  /* of tahunan its year counts */
    enum report_signing signing;
    struct date date;   /* over the signatures; year 0: dotted, to be filled in by hand */
    const char *number; /* of a berita acara; "": dotted */
};

/* Makes a report of one reading of the office: the same data and request make the same report. Evidence files are
 * looked at meanwhile, when no transaction is open any more. ERR_USAGE where a kind needs one bidang; for minutes
 * ERR_DENIED before they may be read, ERR_INVALID before anything was examined; and office_read's. The caller
 * releases *report, also after a failure. */
bool report_build(struct office *office, const struct report_request *request, struct report *report,
                  struct err *err);

#endif
