#include "screen/offer.h"

const char *offer_label(const struct session *session, const struct unit *unit, const struct offer *offers,
                        size_t count, enum action action) {
    const struct config *config = office_config(session->office);
    const struct person *person = office_person(session->office);
    for (size_t i = 0; i < count; i++)
        if (offers[i].action == action && !deed_held(config, person, offers[i].deed, unit, &(struct err){0}))
            return NULL;
    return action_label(action);
}
