/* The columns of an action plan's spreadsheet, and which headings name them. */
#ifndef PLAN_PLAN_HEADING_H
#define PLAN_PLAN_HEADING_H

#include "base/buf.h"
#include "base/closed_set.h"
#include "plan/plan_words.h"

/* Each row has the column's name and the headings by which it is known (plan/plan_words.h), in the order in which a
 * line is read. All that `katalog tampil --format csv` prints is here. */
#define PLAN_COLUMNS(X)                                                                                      \
    X(PLAN_CODE, "Kode", "kode|kode indikator|kode iku|kode rek|kode rekening")                              \
    X(PLAN_LEVEL, "Tingkat",                                                                                 \
      "tingkat|level|eselon|jenjang|tingkat indikator|level indikator|jenis indikator")                      \
    X(PLAN_OBJECTIVE, "Sasaran",                                                                             \
      "sasaran|sasaran strategis|sasaran kinerja|sasaran program|sasaran kegiatan|sasaran sub kegiatan|"     \
      "sasaran program kegiatan|tujuan sasaran")                                                             \
    X(PLAN_DESCRIPTION, "Indikator",                                                                         \
      "indikator|uraian|indikator kinerja|uraian indikator|uraian indikator kinerja|nama indikator|"         \
      "indikator sasaran|indikator kinerja utama|indikator kinerja sasaran|indikator kinerja utama iku|"     \
      "indikator program|indikator kegiatan|indikator sub kegiatan|indikator kinerja program|"               \
      "indikator kinerja kegiatan|indikator kinerja sub kegiatan|indikator kinerja subkegiatan|"             \
      "indikator kinerja program kegiatan|indikator kinerja program kegiatan sub kegiatan")                  \
    X(PLAN_MEASURE, "Satuan", "satuan|satuan target|satuan ukur|satuan pengukuran")                          \
    X(PLAN_UNIT, "Bidang",                                                                                   \
      "bidang|penanggung jawab|penanggungjawab|bidang penanggung jawab|bidang penanggungjawab|unit kerja|"   \
      "unit penanggung jawab|unit penanggungjawab|pj|pic")                                                   \
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

enum plan_column { PLAN_COLUMNS(SET_ID) PLAN_COLUMN_COUNT };

/* One line of the spreadsheet. In its cells white space at both ends is left out, a line break is a space, and the
 * apostrophe before a formula is taken off. */
struct plan_line {
    int line;  /* where it begins in the file, from 1 */
    int count; /* how many cells it has */
    const char **cell;
};

/* Returns a cell of the line, "" beyond its end. */
const char *plan_line_cell(const struct plan_line *line, int at);

/* Returns the index of the only cell with something in it, -1 where there are none or more. */
int plan_only_cell(const struct plan_line *line);

/* Returns the name of a column: "TW I". */
const char *plan_column_name(enum plan_column column);

/* Returns the column that a heading names, -1 for none. The years that stand in the heading are added to *year. */
int plan_column_of(const char *heading, struct named_year *year);

/* What one line of headings, or two, say. */
struct plan_heading {
    int column[PLAN_COLUMN_COUNT]; /* the index of its cell, or -1 */
    int twice[PLAN_COLUMN_COUNT];  /* the index of a second heading for it, or -1 */
    bool named[PLAN_COLUMN_COUNT]; /* the heading is the very name of the column */
    int known;                     /* how many columns are named */
    int lines;                     /* 1 or 2 */
    struct named_year year;        /* the year in the target's heading */
};

/* Reads headings from the first of `left` lines. The second line belongs to them when more columns are known with it,
 * or when it has nothing but words below merged cells of the first. */
struct plan_heading plan_heading_read(const struct plan_line *lines, int left);

/* Says whether Indikator and Target are among the headings. */
bool plan_heading_is_good(const struct plan_heading *heading);

/* Makes *out the heading of a column: what the second of `count` lines says, if anything, stands behind the group to
 * which it belongs in the first. */
void plan_heading_put(struct buf *out, const struct plan_line *lines, int count, int at);

#endif
