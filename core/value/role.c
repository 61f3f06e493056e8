#include "value/role.h"
#include "base/text.h"

VOCABULARY(role_words, "peran", ROLES);

void role_set_print(role_set roles, char *out, size_t size) {
    out[0] = '\0';
    for (int i = 0; i < ROLE_COUNT; i++)
        if (roles & 1u << i)
            text_join(out, size, ", ", role_words.term[i].label);
}
