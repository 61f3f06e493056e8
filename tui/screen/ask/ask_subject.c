#include "screen/ask/ask_subject.h"
#include <stdio.h>
#include <string.h>

static const struct config *config_of(const struct ask *ask) {
    return office_config(ask->session->office);
}

const struct indicator *ask_indicator(const struct ask *ask) {
    return config_indicator(config_of(ask), ask->key.quarter, ask->key.code);
}

const struct unit *ask_unit(const struct ask *ask) {
    const struct indicator *indicator = ask_indicator(ask);
    return indicator ? indicator->unit : config_unit(config_of(ask), ask->key.code);
}

struct date ask_date(const struct ask *ask, const char *text) {
    struct date date = {0};
    return date_parse_typed(text, office_today(ask->session->office), &date) ? date : (struct date){0};
}

static const char *label_in(const struct vocabulary *words, const char *word) {
    int index = vocabulary_find(words, word);
    return index < 0 ? NULL : words->term[index].label;
}

const char *ask_subject_name(const struct ask *ask) {
    const char *code = ask->key.code;
    const struct indicator *indicator = ask_indicator(ask);
    const struct unit *unit = config_unit(config_of(ask), code);
    const char *indicator_name = indicator ? indicator->code : NULL;
    const char *unit_name = unit ? unit->name : NULL;
    switch (record_kind_subject(ask->key.kind)) {
    case SUBJECT_INDICATOR:
        return indicator_name;
    case SUBJECT_UNIT:
        return unit_name;
    case SUBJECT_EITHER:
        return indicator_name ? indicator_name : unit_name;
    case SUBJECT_MEETING:
        return strcmp(code, RECORD_JOINT) == 0 ? "Gabungan" : unit_name;
    case SUBJECT_AGENCY:
        return config_of(ask)->agency_short;
    case SUBJECT_DOCUMENT:
        return label_in(&document_words, code);
    case SUBJECT_RECIPIENT:
        return label_in(&recipient_words, code);
    }
    return NULL;
}

void ask_period_print(const struct ask *ask, char out[ASK_PERIOD_MAX]) {
    struct quarter quarter = ask->key.quarter;
    snprintf(out, ASK_PERIOD_MAX, "%s %d", quarter_name(quarter.number), quarter.year);
}
