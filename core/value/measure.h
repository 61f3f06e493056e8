/* The closed sets that say how an indicator is measured. A row has the word in YAML, commands and columns, the word on
 * screen, and a help (core/DOMAIN.md, Words and Numbers; Pedoman BAB III has the levels, BAB IV c the kinds of
 * evidence). */
#ifndef VALUE_MEASURE_H
#define VALUE_MEASURE_H

#include "base/closed_set.h"
#include <stdbool.h>
#include <stddef.h>

/* Iku is measured for Eselon II, program and kegiatan for Eselon III, subkegiatan for Eselon IV. */
#define LEVELS(X)                                                                                            \
    X(LEVEL_IKU, "iku", "Indikator Kinerja Utama", "")                                                       \
    X(LEVEL_PROGRAM, "program", "Program", "")                                                               \
    X(LEVEL_ACTIVITY, "kegiatan", "Kegiatan", "")                                                            \
    X(LEVEL_SUBACTIVITY, "subkegiatan", "Sub Kegiatan", "")

/* An aggregation is how a year adds up. Its help is the hint of the grid. */
#define AGGREGATIONS(X)                                                                                      \
    X(AGGREGATION_SUM, "jumlah", "Jumlah", "Isi hasil TW ini saja.")                                         \
    X(AGGREGATION_POSITION, "posisi", "Posisi", "Isi posisi akhir TW.")                                      \
    X(AGGREGATION_MEAN, "rata_rata", "Rata-rata", "Isi keadaan TW ini.")                                     \
    X(AGGREGATION_YEARLY, "tahunan", "Tahunan", "Diukur akhir tahun.")

#define POLARITIES(X)                                                                                        \
    X(POLARITY_HIGHER, "naik", "Naik", "Makin tinggi makin baik.")                                           \
    X(POLARITY_LOWER, "turun", "Turun", "Makin rendah makin baik.")

/* rumus_turun is the formula by which the achievement of `turun` is computed. */
#define LOWER_FORMULAS(X)                                                                                    \
    X(LOWER_DIFFERENCE, "selisih", "(2T - R) / T",                                                           \
      "(2 x target - realisasi) / target x 100, paling rendah 0")                                            \
    X(LOWER_RATIO, "rasio", "T / R", "target / realisasi x 100; realisasi 0 dihitung 100")

/* The help is the number of the kind. */
#define EVIDENCE_KINDS(X)                                                                                    \
    X(EVIDENCE_DECREE, "sk", "SK", "1")                                                                      \
    X(EVIDENCE_REPORT, "laporan", "Laporan pelaksanaan", "2")                                                \
    X(EVIDENCE_PHOTO, "foto", "Dokumentasi foto", "3")                                                       \
    X(EVIDENCE_MAP, "peta", "Peta", "4")                                                                     \
    X(EVIDENCE_SP2D, "sp2d", "Fotokopi SP2D", "5")                                                           \
    X(EVIDENCE_ACCOUNT, "rekening", "Rekening kelompok", "6")                                                \
    X(EVIDENCE_STUDY, "kajian", "Kajian akademis", "7")                                                      \
    X(EVIDENCE_OTHER, "lainnya", "Lainnya", "8")

enum level { LEVELS(SET_ID) LEVEL_COUNT };
enum aggregation { AGGREGATIONS(SET_ID) AGGREGATION_COUNT };
enum polarity { POLARITIES(SET_ID) POLARITY_COUNT };
enum lower_formula { LOWER_FORMULAS(SET_ID) LOWER_FORMULA_COUNT };
enum evidence_kind { EVIDENCE_KINDS(SET_ID) EVIDENCE_KIND_COUNT };

/* A term is one row of a closed set. */
struct term {
    const char *word;  /* "rata_rata" */
    const char *label; /* "Rata-rata" */
    const char *help;
};

/* A vocabulary is a closed set as a table, in the order of its enum, for lookups and messages. */
struct vocabulary {
    const char *name; /* the YAML key whose words these are: "agregasi" */
    const struct term *term;
    int count;
};

/* Defines the vocabulary `words` of a closed set whose rows are id, word, label and, where there is one, help. */
#define VOCABULARY(words, key, SET)                                                                          \
    static const struct term words##_table[] = {SET(VOCABULARY_TERM)};                                       \
    const struct vocabulary words = {                                                                        \
        .name = (key), .term = words##_table, .count = sizeof words##_table / sizeof *words##_table}
#define VOCABULARY_TERM(id, ...) VOCABULARY_TAKE(__VA_ARGS__, "", "")
#define VOCABULARY_TAKE(word, label, help, ...) {word, label, help},

extern const struct vocabulary level_words;
extern const struct vocabulary aggregation_words;
extern const struct vocabulary polarity_words;
extern const struct vocabulary lower_formula_words;
extern const struct vocabulary evidence_kind_words;

/* Returns the index of `word`, spelt exactly, or -1. */
int vocabulary_find(const struct vocabulary *vocabulary, const char *word);
/* Prints the words for a message: "jumlah | posisi | rata_rata | tahunan". */
void vocabulary_list(const struct vocabulary *vocabulary, char *out, size_t size);

enum { MEASURE_NAME_MAX = 40 }; /* in bytes */

/* A unit of measurement: "%" takes decimals; any other one is a count unless the catalogue says `desimal: ya`. */
struct measure_unit {
    const char *name; /* borrowed from the catalogue */
    bool decimals;
    bool percent;
};

#endif
