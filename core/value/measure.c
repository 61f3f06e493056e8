#include "value/measure.h"
#include "base/text.h"
#include <string.h>

#define X(id, word, label, help) {word, label, help},
static const struct term levels[] = {LEVELS(X)};
static const struct term aggregations[] = {AGGREGATIONS(X)};
static const struct term polarities[] = {POLARITIES(X)};
static const struct term lower_formulas[] = {LOWER_FORMULAS(X)};
static const struct term evidence_kinds[] = {EVIDENCE_KINDS(X)};
#undef X

const struct vocabulary level_words = {.name = "tingkat", .term = levels, .count = LEVEL_COUNT};
const struct vocabulary aggregation_words = {
    .name = "agregasi", .term = aggregations, .count = AGGREGATION_COUNT};
const struct vocabulary polarity_words = {.name = "polaritas", .term = polarities, .count = POLARITY_COUNT};
const struct vocabulary lower_formula_words = {
    .name = "rumus_turun", .term = lower_formulas, .count = LOWER_FORMULA_COUNT};
const struct vocabulary evidence_kind_words = {
    .name = "jenis", .term = evidence_kinds, .count = EVIDENCE_KIND_COUNT};

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
