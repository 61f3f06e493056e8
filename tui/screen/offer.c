#include "screen/offer.h"

const char *offer_label(const struct session *session, const struct unit *unit, const struct offer *offers,
                        size_t count, enum action action) {
    struct err refusal;
    for (size_t i = 0; i < count; i++)
        if (offers[i].action == action &&
            !deed_held(session->config, session->person, offers[i].deed, unit, &refusal))
            return NULL;
    return action_label(action);
}
