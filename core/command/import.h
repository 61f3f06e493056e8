/* Actuals and notes from a CSV file, all or nothing. */
#ifndef COMMAND_IMPORT_H
#define COMMAND_IMPORT_H

#include "command/context.h"

struct import_counts {
    int saved;   /* rows that changed something */
    int same;    /* rows that stood already */
    int skipped; /* rows without realisasi */
};

/* Columns by the names in the first line: kode and realisasi, and where present triwulan, sementara,
 * keterangan, pendorong, penghambat, tindak_lanjut; others are passed over. Without such a line: two columns,
 * kode and realisasi. A row is for its own triwulan, or for the asked one.
 *
 * Every row is checked before anything is written: each problem is a line "FILE:LINE: ..." on stderr, and
 * with any nothing is written. "-" reads stdin. */
bool import_file(struct context *context, const char *path, struct import_counts *counts, struct err *err);

#endif
