#include "value/measure.h"
#include "base/text.h"
#include <string.h>

VOCABULARY(level_words, "tingkat", LEVELS);
VOCABULARY(aggregation_words, "agregasi", AGGREGATIONS);
VOCABULARY(polarity_words, "polaritas", POLARITIES);
VOCABULARY(lower_formula_words, "rumus_turun", LOWER_FORMULAS);
VOCABULARY(evidence_kind_words, "jenis", EVIDENCE_KINDS);

int vocabulary_find(const struct vocabulary *vocabulary, const char *word) {
    for (int i = 0; i < vocabulary->count; i++)
        if (strcmp(vocabulary->term[i].word, word) == 0)
            return i;
    return -1;
}

void vocabulary_list(const struct vocabulary *vocabulary, char *out, size_t size) {
    out[0] = '\0';
    for (int i = 0; i < vocabulary->count; i++)
        text_join(out, size, " | ", vocabulary->term[i].word);
}
