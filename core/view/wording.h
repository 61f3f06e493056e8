/* A row in words, for screens, commands and reports alike. Pure. */
#ifndef VIEW_WORDING_H
#define VIEW_WORDING_H

#include "model/row.h"

/* Prints the row of a year before, as it counts: "2024: TW III 310 (88,00)", "2024: TW III kosong". */
void past_print(const struct row *row, char *out, size_t size);

/* Appends the verdict on a row in words, with reason, person and the bidang's answer: "Dikoreksi, capaian menjadi
 * 91,67: dua laporan tanpa tanda tangan (Anggota Tim SAKIP). Keberatan: sudah". Of one that holds no more it says
 * "sebelum isiannya berubah". It appends nothing where there is none. */
void verdict_print(const struct records *records, const struct row *row, struct buf *out);

#endif
