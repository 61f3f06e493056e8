/* Matches the words of an office's spreadsheet leniently: capitals, marks, spaces and line breaks do not count, and
 * "TW1" is "TW 1". */
#ifndef PLAN_PLAN_WORDS_H
#define PLAN_PLAN_WORDS_H

#include "model/config.h"

enum { WORDS_MAX = 160 };

/* The years that stand among words: none, one, or several that differ. */
struct named_year {
    int year; /* 0: there is none */
    bool several;
};

/* Folds a text: "Target\nKinerja (TW1)" becomes "target kinerja tw 1". What finds no room is left out. With `named`,
 * years are taken out of the text and added to it. */
void words_fold(const char *text, struct named_year *named, char out[WORDS_MAX]);

/* Says whether folded words are one of `synonyms`, which are folded themselves and separated by '|'. */
bool words_among(const char *words, const char *synonyms);

/* Says whether the first of folded words is one of `synonyms`. */
bool words_begin(const char *words, const char *synonyms);
/* Returns the folded words behind the first one. */
const char *words_next(const char *words);

/* Returns the index of the row of a closed set whose word or label a text is, or -1. */
int words_term(const struct vocabulary *vocabulary, const char *text);

/* Says whether a text may be a unit of measurement, which no number is. */
bool words_name_unit(const char *text);

/* Returns the level that a text names, by word, Eselon or prefix of a code: LEVEL_COUNT for Eselon III, which is two
 * levels, -1 when it is unknown. */
int words_level(const char *text);

/* Returns the bidang with this code or name, with or without "Bidang" or "Kepala Bidang" before it; or NULL. */
const struct unit *words_unit(const struct config *config, const char *text);

#endif
