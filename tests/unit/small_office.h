/* A small office in code: two bidang, a person for each role in each, and the indicators of core/DOMAIN.md's
 * worked cases. */
#ifndef UNIT_SMALL_OFFICE_H
#define UNIT_SMALL_OFFICE_H

#include "model/config.h"

/* The indicators' codes. */
#define REPORTS "K-LAPORAN"   /* 1500 laporan, jumlah 375 x 4; a report each quarter, an SK in TW IV */
#define PEOPLE "K-ORANG"      /* 28 orang/bulan, rata_rata */
#define DOCUMENT "K-DOKUMEN"  /* 1 dokumen, tahunan */
#define PRODUCTS "K-PRODUK"   /* 12 produk, jumlah 3 x 4; pagu 25.000.000 */
#define COMPLAINTS "K-ADUAN"  /* 5 aduan, posisi, turun */
#define SHARE "K-PERSEN"      /* 0,15 %, posisi */
#define UNSPLIT "K-BELUM"     /* 10 unit, jumlah, target TW belum ditetapkan */
#define SECRETARIAT "S-SURAT" /* 4 surat, jumlah 1 x 4; Sekretariat's */

enum { SMALL_OFFICE_YEAR = 2025 };

/* Logins: the role's word, and "2" behind it in the Sekretariat: "operator", "operator2", "atasan" ... Their
 * names: "Operator Koperasi", "Operator Sekretariat", ... */
const struct config *small_office(void);

const struct unit *small_office_unit(const char *code); /* "koperasi", "sekretariat" */
const struct indicator *small_office_indicator(const char *code);

#endif
