/* The closed sets that say how an indicator is measured: word in YAML, commands and columns; word on screen;
 * help. Source: DOMAIN.md, Words and Numbers; Pedoman BAB III (levels), 3.4 c (kinds of evidence). */
#ifndef VALUE_MEASURE_H
#define VALUE_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

/* Measured for Eselon II (iku), III (program, kegiatan), IV (subkegiatan). */
#define LEVELS(X)                                                                                            \
    X(LEVEL_IKU, "iku", "Indikator Kinerja Utama", "")                                                       \
    X(LEVEL_PROGRAM, "program", "Program", "")                                                               \
    X(LEVEL_ACTIVITY, "kegiatan", "Kegiatan", "")                                                            \
    X(LEVEL_SUBACTIVITY, "subkegiatan", "Sub Kegiatan", "")

/* How a year adds up. The help is the grid's hint. */
#define AGGREGATIONS(X)                                                                                      \
    X(AGGREGATION_SUM, "jumlah", "Jumlah", "Isi hasil TW ini saja.")                                         \
    X(AGGREGATION_POSITION, "posisi", "Posisi", "Isi posisi akhir TW.")                                      \
    X(AGGREGATION_MEAN, "rata_rata", "Rata-rata", "Isi keadaan TW ini.")                                     \
    X(AGGREGATION_YEARLY, "tahunan", "Tahunan", "Diukur akhir tahun.")

#define POLARITIES(X)                                                                                        \
    X(POLARITY_HIGHER, "naik", "Naik", "Makin tinggi makin baik.")                                           \
    X(POLARITY_LOWER, "turun", "Turun", "Makin rendah makin baik.")

/* rumus_turun: (2T - R) / T, never below 0; or T / R. */
#define LOWER_FORMULAS(X)                                                                                    \
    X(LOWER_DIFFERENCE, "selisih", "(2T - R) / T",                                                           \
      "(2 x target - realisasi) / target x 100, paling rendah 0")                                            \
    X(LOWER_RATIO, "rasio", "T / R", "target / realisasi x 100; realisasi 0 dihitung 100")

/* The number is the key that picks the kind in the form. */
#define EVIDENCE_KINDS(X)                                                                                    \
    X(EVIDENCE_DECREE, "sk", "SK", "1")                                                                      \
    X(EVIDENCE_REPORT, "laporan", "Laporan pelaksanaan", "2")                                                \
    X(EVIDENCE_PHOTO, "foto", "Dokumentasi foto", "3")                                                       \
    X(EVIDENCE_MAP, "peta", "Peta", "4")                                                                     \
    X(EVIDENCE_SP2D, "sp2d", "Fotokopi SP2D", "5")                                                           \
    X(EVIDENCE_ACCOUNT, "rekening", "Rekening kelompok", "6")                                                \
    X(EVIDENCE_STUDY, "kajian", "Kajian akademis", "7")                                                      \
    X(EVIDENCE_OTHER, "lainnya", "Lainnya", "8")

#define X(id, word, label, help) id,
enum level { LEVELS(X) LEVEL_COUNT };
enum aggregation { AGGREGATIONS(X) AGGREGATION_COUNT };
enum polarity { POLARITIES(X) POLARITY_COUNT };
enum lower_formula { LOWER_FORMULAS(X) LOWER_FORMULA_COUNT };
enum evidence_kind { EVIDENCE_KINDS(X) EVIDENCE_KIND_COUNT };
#undef X

/* One row of a closed set. */
struct term {
    const char *word;  /* "rata_rata" */
    const char *label; /* "Rata-rata" */
    const char *help;
};

/* A closed set as a table, in the order of its enum, for lookups and messages. */
struct vocabulary {
    const char *name; /* the YAML key it stands under: "agregasi" */
    const struct term *term;
    int count;
};

extern const struct vocabulary level_words;
extern const struct vocabulary aggregation_words;
extern const struct vocabulary polarity_words;
extern const struct vocabulary lower_formula_words;
extern const struct vocabulary evidence_kind_words;

/* The index of `word`, or -1. */
int vocabulary_find(const struct vocabulary *vocabulary, const char *word);
/* "jumlah | posisi | rata_rata | tahunan" into `out`. */
void vocabulary_list(const struct vocabulary *vocabulary, char *out, size_t size);

enum { MEASURE_NAME_MAX = 40 }; /* bytes */

/* What is counted: "%" takes decimals; any other unit is a count unless the catalogue says `desimal: ya`. */
struct measure_unit {
    const char *name; /* borrowed from the catalogue */
    bool decimals;
    bool percent;
};

#endif
