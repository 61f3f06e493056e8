/* Actuals and notes from a CSV file, all or nothing. */
#ifndef COMMAND_IMPORT_H
#define COMMAND_IMPORT_H

#include "command/context.h"

struct import_counts {
    int saved;   /* rows that changed something */
    int same;    /* rows that stood already */
    int skipped; /* rows with neither realisasi nor notes */
};

/* Reads the columns by the names in the first line: kode and realisasi, and where present triwulan, sementara,
 * keterangan, pendorong, penghambat, tindak_lanjut; others are passed over. Without such a line: two columns,
 * kode and realisasi. A row is for its own triwulan, or for the asked one; a realisasi or note that is blank
 * leaves what stands.
 *
 * Every row is checked before anything is written: each problem is a line "FILE:LINE: ..." on stderr, and
 * with any nothing is written. A to-date value ("s750") counts the rows above it; a row for one of its
 * quarters below it is a problem. "-" reads stdin.
 *
 * A row that would overwrite another value or note is such a line too, which names both, who wrote the old one and when,
 * and nothing is written; with `replace` it is written, and the line is on stdout. */
bool import_file(struct context *context, const char *path, bool replace, struct import_counts *counts,
                 struct err *err);

#endif
