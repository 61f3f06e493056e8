#include "value/role.h"

#include <stdio.h>

#define X(id, word, label, help) {word, label, help},
static const struct term roles_table[] = {ROLES(X)};
#undef X

const struct vocabulary role_words = {.name = "peran", .term = roles_table, .count = ROLE_COUNT};

void role_set_print(role_set roles, char *out, size_t size) {
    size_t used = 0;
    out[0] = '\0';
    for (int i = 0; i < ROLE_COUNT && used < size; i++) {
        if ((roles & 1u << i) == 0)
            continue;
        const char *separator = used == 0 ? "" : ", ";
        used += (size_t)snprintf(out + used, size - used, "%s%s", separator, role_words.term[i].label);
    }
}
