#include "plan/plan_words.h"
#include <stdlib.h>
#include <string.h>

enum byte_kind { KIND_OTHER, KIND_LETTER, KIND_DIGIT };

static enum byte_kind kind_of(char byte) {
    if (byte >= '0' && byte <= '9')
        return KIND_DIGIT;
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ? KIND_LETTER : KIND_OTHER;
}

static bool take_year(const char *digits, size_t length, struct named_year *named) {
    if (!named || length != 4 || (digits[0] != '1' && digits[0] != '2') || kind_of(digits[4]) == KIND_LETTER)
        return false;
    int year = (int)strtol(digits, NULL, 10);
    if (year < 1900 || year >= 2200)
        return false;
    named->several |= named->year && named->year != year;
    named->year = year;
    return true;
}

static size_t put_word(const char *word, size_t length, char *out, size_t used) {
    if (used + 1 + length >= WORDS_MAX)
        return used;
    if (used)
        out[used++] = ' ';
    for (size_t i = 0; i < length; i++)
        out[used++] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + 'a' - 'A' : word[i]);
    return used;
}

void words_fold(const char *text, struct named_year *named, char out[WORDS_MAX]) {
    size_t used = 0;
    for (size_t length; *text != '\0'; text += length) {
        enum byte_kind kind = kind_of(*text);
        for (length = 1; text[length] != '\0' && kind_of(text[length]) == kind;)
            length++;
        if (kind != KIND_OTHER && !(kind == KIND_DIGIT && take_year(text, length, named)))
            used = put_word(text, length, out, used);
    }
    out[used] = '\0';
}

bool words_among(const char *words, const char *synonyms) {
    size_t length = strlen(words);
    for (; *synonyms != '\0'; synonyms += strcspn(synonyms, "|"), synonyms += *synonyms == '|')
        if (length && strcspn(synonyms, "|") == length && memcmp(synonyms, words, length) == 0)
            return true;
    return false;
}

bool words_begin(const char *words, const char *synonyms) {
    char first[WORDS_MAX] = {0};
    memcpy(first, words, strcspn(words, " "));
    return words_among(first, synonyms);
}

const char *words_next(const char *words) {
    words += strcspn(words, " ");
    return words + (*words == ' ');
}

static bool same(const char *words, const char *text) {
    char folded[WORDS_MAX];
    words_fold(text, NULL, folded);
    return *words != '\0' && strcmp(words, folded) == 0;
}

int words_term(const struct vocabulary *vocabulary, const char *text) {
    char words[WORDS_MAX];
    words_fold(text, NULL, words);
    for (int i = 0; i < vocabulary->count; i++)
        if (same(words, vocabulary->term[i].word) || same(words, vocabulary->term[i].label))
            return i;
    return -1;
}

bool words_name_unit(const char *text) {
    return *text == '%' || (*text & 0x80) || kind_of(*text) == KIND_LETTER;
}

/* Source of the Eselon: Pedoman BAB III. */
static const struct {
    enum level level;
    const char *words;
} levels[] = {
    {LEVEL_IKU, "iku|indikator kinerja utama iku|eselon ii|eselon 2|eselon ii b|es ii|sasaran strategis"},
    {LEVEL_PROGRAM, "pro|prg|prog|indikator program|indikator kinerja program|sasaran program"},
    {LEVEL_ACTIVITY, "keg|indikator kegiatan|indikator kinerja kegiatan|sasaran kegiatan"},
    {LEVEL_SUBACTIVITY,
     "sub|subkeg|sub keg|indikator sub kegiatan|indikator kinerja sub kegiatan|sasaran sub kegiatan|"
     "eselon iv|eselon 4|eselon iv a|es iv"},
    {LEVEL_COUNT, "eselon iii|eselon 3|eselon iii a|eselon iii b|es iii"},
};

int words_level(const char *text) {
    char words[WORDS_MAX];
    words_fold(text, NULL, words);
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (words_among(words, levels[i].words))
            return (int)levels[i].level;
    return words_term(&level_words, text);
}

/* Folded, without what may stand before the name of a bidang. */
static void fold_unit(const char *text, char out[WORDS_MAX]) {
    words_fold(text, NULL, out);
    while (*words_next(out) != '\0' && words_begin(out, "kepala|kabid|kabag|ka|bidang|bid")) {
        const char *rest = words_next(out);
        memmove(out, rest, strlen(rest) + 1);
    }
}

const struct unit *words_unit(const struct config *config, const char *text) {
    char words[WORDS_MAX];
    char other[WORDS_MAX];
    fold_unit(text, words);
    for (int i = 0; i < config->unit_count; i++) {
        const struct unit *unit = &config->unit[i];
        fold_unit(unit->code, other);
        if (*words != '\0' && strcmp(words, other) == 0)
            return unit;
        fold_unit(unit->name, other);
        if (*words != '\0' && strcmp(words, other) == 0)
            return unit;
    }
    return NULL;
}
