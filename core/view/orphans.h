/* Records whose code or bidang is in no catalogue of their quarter any more. They stay readable to whoever reads all,
 * and are named wherever figures are overviewed, so that nothing vanishes without a word. Pure, over the records that
 * were read. */
#ifndef VIEW_ORPHANS_H
#define VIEW_ORPHANS_H

#include "model/records.h"

struct orphan {
    char code[CODE_MAX + 1];
    struct quarter first, last; /* the first and the last quarter in which it has records */
    int records;
};

/* The orphans, one for each code, in the order of codes. Zero-initialised is empty; orphans_release frees it. */
struct orphans {
    struct orphan *orphan;
    int count;
};
void orphans_of(const struct records *records, struct orphans *orphans);
void orphans_release(struct orphans *orphans);

/* Prints "2 kode tidak ada lagi di katalog, datanya masih tersimpan (triwulan riwayat KODE): SUB-18, SUB-19". Where
 * there are more than a few codes it ends in "... SUB-24 dan 3 lagi". It prints "" for none. */
void orphans_print(const struct orphans *orphans, char *out, size_t size);

#endif
