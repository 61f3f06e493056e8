/* The columns of an action plan's spreadsheet, and which headings name them. */
#ifndef PLAN_PLAN_HEADING_H
#define PLAN_PLAN_HEADING_H

#include "base/buf.h"
#include "base/closed_set.h"
#include "plan/plan_words.h"

/* Id, name, the headings it is known by (plan/plan_words.h), in the order in which a row is read. All that
 * `katalog tampil --format csv` prints is here. */
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

struct plan_line {
    int line;          /* of the file, where it begins, from 1 */
    int count;         /* of its cells */
    const char **cell; /* trimmed, line breaks inside made spaces, an apostrophe before a formula taken off */
};

/* The cell of a line, "" beyond its end. */
const char *plan_line_cell(const struct plan_line *line, int at);

/* The index of the single cell with something in it, -1 where there are none or more. */
int plan_only_cell(const struct plan_line *line);

/* The column's name: "TW I". */
const char *plan_column_name(enum plan_column column);

/* The column that a heading names, -1 for none; its years are added to *year. */
int plan_column_of(const char *heading, struct named_year *year);

/* What one line of headings, or two, say. */
struct plan_heading {
    int column[PLAN_COLUMN_COUNT]; /* -1: none */
    int twice[PLAN_COLUMN_COUNT];  /* a second one of that name, or -1 */
    bool named[PLAN_COLUMN_COUNT]; /* its heading is its very name */
    int known;
    int lines;              /* 1 or 2 */
    struct named_year year; /* in the target's heading */
};

/* Reads `left` lines at most: the second is one of headings when it names more columns, or has nothing but
 * words below merged cells of the first. */
struct plan_heading plan_heading_read(const struct plan_line *lines, int left);

/* Whether Indikator and Target are among them. */
bool plan_heading_is_good(const struct plan_heading *heading);

/* *out becomes the heading of a column: what stands in the second of `count` lines, if anything does, behind
 * the group it belongs to in the first. */
void plan_heading_put(struct buf *out, const struct plan_line *lines, int count, int at);

#endif
