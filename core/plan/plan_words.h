/* The words of an office's spreadsheet, matched leniently: capitals, marks, spaces and line breaks do not
 * count, and "TW1" is "TW 1". */
#ifndef PLAN_PLAN_WORDS_H
#define PLAN_PLAN_WORDS_H

#include "model/config.h"

enum { WORDS_MAX = 160 };

/* Years that stand among words: none, one, or several that differ. */
struct named_year {
    int year; /* 0: none */
    bool several;
};

/* "Target\nKinerja (TW1)" becomes "target kinerja tw 1"; what finds no room is cut off. With `named`, years
 * are taken out and added to it. */
void words_fold(const char *text, struct named_year *named, char out[WORDS_MAX]);

/* Whether folded words are one of `synonyms`, folded themselves and separated by '|'. */
bool words_among(const char *words, const char *synonyms);

/* Whether the first of folded words is one of `synonyms`, and what stands behind it. */
bool words_begin(const char *words, const char *synonyms);
const char *words_next(const char *words);

/* The index of a word or label of a closed set, or -1. */
int words_term(const struct vocabulary *vocabulary, const char *text);

/* Whether a text may be a unit of measurement, which no number is. */
bool words_name_unit(const char *text);

/* The level, also as its Eselon or as the prefix of a code; LEVEL_COUNT for Eselon III, which is two; -1 when
 * unknown. */
int words_level(const char *text);

/* The bidang with this code or name, with or without "Bidang" or "Kepala Bidang" before it; or NULL. */
const struct unit *words_unit(const struct config *config, const char *text);

#endif
