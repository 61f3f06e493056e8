#include "widget/action.h"
#include <ctype.h>
#include <stdio.h>

static const struct {
    const char *label;
    const char *help;
} words[] = {ACTIONS(SET_ROW)};

const char *action_label(enum action action) {
    return words[action].label;
}

const char *action_help(enum action action) {
    return words[action].help;
}

static bool binding_matches(const struct binding *binding, const struct key *key) {
    if (key->code != KEY_TEXT)
        return binding->key == key->code;
    return binding->letter && key->point < 0x80 && toupper((int)key->point) == binding->letter;
}

enum action binding_find(const struct binding *bindings, size_t count, const struct key *key) {
    if (key->code == KEY_NONE || key->pasted)
        return ACTION_NONE;
    for (size_t i = 0; i < count; i++)
        if (binding_matches(&bindings[i], key))
            return bindings[i].action;
    return ACTION_NONE;
}

void binding_key_print(const struct binding *binding, char *out, size_t size) {
    if (binding->key != KEY_NONE)
        snprintf(out, size, "%s", key_name(binding->key));
    else if (binding->letter == ' ')
        snprintf(out, size, "Spasi");
    else
        snprintf(out, size, "%c", binding->letter);
}
