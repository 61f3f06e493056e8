#include "value/role.h"
#include "base/text.h"

#define X(id, word, label, help) {word, label, help},
static const struct term roles_table[] = {ROLES(X)};
#undef X

const struct vocabulary role_words = {.name = "peran", .term = roles_table, .count = ROLE_COUNT};

void role_set_print(role_set roles, char *out, size_t size) {
    out[0] = '\0';
    for (int i = 0; i < ROLE_COUNT; i++)
        if (roles & 1u << i)
            text_join(out, size, ", ", role_words.term[i].label);
}
