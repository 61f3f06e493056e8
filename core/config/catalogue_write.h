/* Writes a catalogue as the YAML that config/catalogue_load reads. What is written and loaded again is written as the
 * same bytes. */
#ifndef CONFIG_CATALOGUE_WRITE_H
#define CONFIG_CATALOGUE_WRITE_H

#include "base/buf.h"
#include "base/closed_set.h"
#include "model/catalogue.h"

/* An indicator's keys, in the order of the file. Each row has the key, and what plan/plan_read took for it where its
 * spreadsheet left something open. */
#define INDICATOR_KEYS(X)                                                                                    \
    X(KEY_CODE, "kode", "dibuat menurut urutan di tingkatnya")                                               \
    X(KEY_LEVEL, "tingkat", "dari awalan kode, atau sama dengan baris di atasnya")                           \
    X(KEY_OBJECTIVE, "sasaran", "selnya kosong, sama dengan baris di atasnya")                               \
    X(KEY_DESCRIPTION, "uraian", "")                                                                         \
    X(KEY_MEASURE, "satuan", "persen ditulis %")                                                             \
    X(KEY_DECIMALS, "desimal", "targetnya pecahan")                                                          \
    X(KEY_TARGET, "target", "")                                                                              \
    X(KEY_UNIT, "bidang", "selnya kosong, sama dengan baris di atasnya")                                     \
    X(KEY_OFFICER, "pelaksana", "")                                                                          \
    X(KEY_AGGREGATION, "agregasi", "disimpulkan dari satuan dan target triwulan")                            \
    X(KEY_POLARITY, "polaritas", "makin tinggi makin baik")                                                  \
    X(KEY_OVER_HUNDRED, "boleh_lebih_100", "")                                                               \
    X(KEY_DEFINITION, "definisi", "")                                                                        \
    X(KEY_BUDGET, "pagu", "")                                                                                \
    X(KEY_SPLITS, "triwulan", "sel kosong ditulis -, tidak diukur")                                          \
    X(KEY_REQUIREMENTS, "data_dukung", "")

enum indicator_key { INDICATOR_KEYS(SET_ID) INDICATOR_KEY_COUNT };

/* A key_set has bit KEY_SET(key) for each key whose value was assumed. */
typedef unsigned key_set;
#define KEY_SET(key) (1U << (key))

/* Appends the whole file, with all indicators or with those of `unit` alone (NULL: all). `assumed` has a set for each
 * indicator, whose keys get a comment "# diandaikan: ..."; NULL: nothing was assumed. */
void catalogue_write(const struct catalogue *catalogue, const struct unit *unit, const key_set *assumed,
                     struct buf *out);

#endif
