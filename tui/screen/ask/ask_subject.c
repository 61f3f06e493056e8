#include "screen/ask/ask.h"
#include <string.h>

/* ---- what it is about ---- */

const struct indicator *ask_indicator(const struct ask *ask) {
    const struct record_key *key = &ask->seen.key;
    return config_indicator(ask->session->config, key->quarter, key->code);
}

const struct unit *ask_unit(const struct ask *ask) {
    const struct indicator *indicator = ask_indicator(ask);
    return indicator ? indicator->unit : config_unit(ask->session->config, ask->seen.key.code);
}

static const char *label_in(const struct vocabulary *words, const char *word) {
    int index = vocabulary_find(words, word);
    return index < 0 ? NULL : words->term[index].label;
}

const char *ask_subject_name(const struct ask *ask) {
    const struct config *config = ask->session->config;
    const char *code = ask->seen.key.code;
    const struct indicator *indicator = ask_indicator(ask);
    const struct unit *unit = config_unit(config, code);
    const char *indicator_name = indicator ? indicator->code : NULL;
    const char *unit_name = unit ? unit->name : NULL;
    switch (record_kind_subject(ask->seen.key.kind)) {
    case SUBJECT_INDICATOR:
        return indicator_name;
    case SUBJECT_UNIT:
        return unit_name;
    case SUBJECT_EITHER:
        return indicator_name ? indicator_name : unit_name;
    case SUBJECT_MEETING:
        return strcmp(code, RECORD_JOINT) == 0 ? "Gabungan" : unit_name;
    case SUBJECT_AGENCY:
        return config->agency_short;
    case SUBJECT_DOCUMENT:
        return label_in(&document_words, code);
    case SUBJECT_RECIPIENT:
        return label_in(&recipient_words, code);
    }
    return NULL;
}

/* ---- its fields and its record ---- */

struct record_fields ask_kind_fields(const struct ask_kind *kind) {
    return kind->field ? (struct record_fields){kind->field, kind->field_count} : *event_fields(kind->event);
}

void ask_fill(const struct ask *ask, char text[][LINE_EDIT_MAX + 1]) {
    const struct record_fields fields = ask_kind_fields(ask->kind);
    for (int i = 0; ask->seen.head.sequence && i < fields.count; i++)
        if (fields.field[i].type != FIELD_FLAG)
            field_print(&fields.field[i], &ask->seen, false, text[i], LINE_EDIT_MAX + 1);
}

bool ask_take(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
              struct err *err) {
    const struct record_fields fields = ask_kind_fields(ask->kind);
    if (ask->seen.head.sequence)
        fields_keep(change, &ask->seen);
    for (int i = 0; i < fields.count; i++) {
        const struct record_field *field = &fields.field[i];
        if (field->type == FIELD_PLACE)
            change_place(change, &ask->place);
        else if (!field_read(field, session_today(ask->session), text[i], change, err)) {
            *wrong = i;
            return false;
        }
    }
    return true;
}
