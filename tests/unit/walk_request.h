/* Requests at random, sound and unsound, by anybody: the same ones after the same seed. */
#ifndef UNIT_WALK_REQUEST_H
#define UNIT_WALK_REQUEST_H

#include "unit/walk_model.h"

enum { WALK_QUARTERS = 3 };
extern const struct quarter walk_quarters[WALK_QUARTERS];

/* What was last seen of a bidang's quarter, for handing it in: fresh or not. */
struct walk_seen {
    struct coverage coverage;
    uint64_t covered;
};

struct walk_chance {
    uint64_t state; /* the seed */
    struct walk_seen seen[WALK_UNITS][WALK_QUARTERS];
};

unsigned walk_one_of(struct walk_chance *chance, unsigned count);

/* A request which makes sense often enough where the model stands. */
void walk_ask(struct walk_chance *chance, const struct walk_model *model, const struct config *config,
              struct walk_request *asked);
/* Puts in who asks, and the head that was seen: mostly one who may, and the one that stands. */
void walk_by_somebody(struct walk_chance *chance, const struct walk_model *model, struct walk_request *asked);

#endif
