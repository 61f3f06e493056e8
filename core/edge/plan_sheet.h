/* An action plan as a spreadsheet's CSV: its lines in memory, and which column is which. */
#ifndef EDGE_PLAN_SHEET_H
#define EDGE_PLAN_SHEET_H

#include "base/arena.h"
#include "edge/plan_words.h"
#include "edge/problems.h"

/* Id, name, the headings it is known by (edge/plan_words.h), in the order in which a row is read. All that
 * `katalog tampil --format csv` prints is here. */
#define PLAN_COLUMNS(X)                                                                                      \
    X(PLAN_CODE, "Kode", "kode|kode indikator|kode iku")                                                     \
    X(PLAN_LEVEL, "Tingkat",                                                                                 \
      "tingkat|level|eselon|jenjang|tingkat indikator|level indikator|jenis indikator")                      \
    X(PLAN_OBJECTIVE, "Sasaran",                                                                             \
      "sasaran|sasaran strategis|sasaran kinerja|sasaran program|sasaran kegiatan|sasaran sub kegiatan|"     \
      "sasaran program kegiatan|tujuan sasaran")                                                             \
    X(PLAN_DESCRIPTION, "Indikator",                                                                         \
      "indikator|uraian|indikator kinerja|uraian indikator|uraian indikator kinerja|nama indikator|"         \
      "indikator sasaran|indikator kinerja utama|indikator kinerja sasaran|indikator kinerja utama iku")     \
    X(PLAN_MEASURE, "Satuan", "satuan|satuan target|satuan ukur|satuan pengukuran")                          \
    X(PLAN_UNIT, "Bidang",                                                                                   \
      "bidang|penanggung jawab|bidang penanggung jawab|unit kerja|unit penanggung jawab|pj|pic")             \
    X(PLAN_TARGET, "Target",                                                                                 \
      "target|target tahunan|target tahun|target setahun|target kinerja|target akhir|target kinerja tahun|"  \
      "target akhir tahun")                                                                                  \
    X(PLAN_FIRST, "TW I", "tw 1|tw i|twi|triwulan 1|triwulan i|triwulan pertama|i|q 1")                      \
    X(PLAN_SECOND, "TW II", "tw 2|tw ii|twii|triwulan 2|triwulan ii|triwulan kedua|ii|q 2")                  \
    X(PLAN_THIRD, "TW III", "tw 3|tw iii|twiii|triwulan 3|triwulan iii|triwulan ketiga|iii|q 3")             \
    X(PLAN_FOURTH, "TW IV", "tw 4|tw iv|twiv|triwulan 4|triwulan iv|triwulan keempat|iv|q 4")                \
    X(PLAN_AGGREGATION, "Agregasi", "agregasi|cara agregasi|jenis agregasi")                                 \
    X(PLAN_POLARITY, "Polaritas", "polaritas|polarisasi|arah")                                               \
    X(PLAN_DEFINITION, "Definisi", "definisi|definisi operasional")                                          \
    X(PLAN_BUDGET, "Pagu", "pagu|pagu anggaran|anggaran|pagu rp|anggaran rp")

#define X(id, name, headings) id,
enum plan_column { PLAN_COLUMNS(X) PLAN_COLUMN_COUNT };
#undef X

struct plan_line {
    int line;          /* of the file, where it begins, from 1 */
    int count;         /* of its cells */
    const char **cell; /* trimmed, line breaks inside made spaces, an apostrophe before a formula taken off */
};

struct plan_sheet {
    struct arena arena;
    struct plan_line *line; /* those with something in them */
    int count;
    int heading;                   /* the line with the headings ... */
    int body;                      /* ... and the first below them */
    int column[PLAN_COLUMN_COUNT]; /* -1: it has none */
    struct named_year year;        /* named in the target's heading, else above the headings */
};

/* Reads UTF-8 of any separator. The headings are the first line, or two that belong together (TW I below
 * Target Triwulan), with Indikator and Target among them. False, with a problem, when there are none; release
 * it also then. A fault of the CSV is a problem, too, and what stands before it is read. */
bool plan_sheet_read(struct plan_sheet *sheet, const char *data, size_t length, struct problems *problems);
void plan_sheet_release(struct plan_sheet *sheet);

/* The cell of a line below the headings, "" where it has none. */
const char *plan_cell(const struct plan_sheet *sheet, int line, enum plan_column column);

/* The column's name: "TW I". */
const char *plan_column_name(enum plan_column column);

/* Whether a line repeats the headings, or numbers the columns below them: (1), (2), ... */
bool plan_repeats_heading(const struct plan_sheet *sheet, int line);

/* Appends the headings that no column is known by: "No", "Keterangan". */
void plan_put_skipped(const struct plan_sheet *sheet, struct buf *out);

/* Keeps a problem of that line; the column is the spreadsheet's, from 1. */
void plan_problem(struct problems *problems, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
