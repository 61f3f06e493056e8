/* What core/DOMAIN.md (Who; The year, 2 to 7) says should become of a request, written a second time in the
 * plainest way, from the page and not from the program: it reads none of its tables. A request is judged in
 * this order: what was seen, where, who, when, and then what is asked. */
#ifndef UNIT_WALK_MODEL_H
#define UNIT_WALK_MODEL_H

#include "base/err.h"
#include "model/event.h"
#include "unit/ledger.h"
#include "unit/walk_world.h"

/* Zero-initialise, then set `rules` and `today`. */
struct walk_model {
    struct walk_rules rules;
    struct date today;
    struct ledger now;     /* what stands */
    struct ledger earlier; /* of each record, what stood before its last event */
};
void walk_model_release(struct walk_model *model);

/* One person's request. */
struct walk_request {
    const struct walk_person *person;
    struct request request;
    int64_t at;       /* the instant of the change, if it is one */
    uint64_t covered; /* EVENT_SUBMITTED: walk_covered when its coverage was taken */
};

/* Who has a kind of request, as letters (unit/walk_world.h): in their own bidang, in every one. */
struct walk_duty {
    const char *own, *all;
};
struct walk_duty walk_duty_of(const struct change *change);
/* The bidang that it concerns; WALK_NONE: the whole office, or unknown. */
int walk_unit_of(const struct walk_model *model, const struct change *change);
bool walk_has(const struct walk_person *person, struct walk_duty duty, int unit);

/* Says whether the request asks for exactly what stands, whatever head was seen. */
bool walk_same(const struct walk_model *model, const struct walk_request *asked);

/* Returns ERR_NONE with the record as it shall be but for its head, or the kind of the refusal. */
enum err_kind walk_predict(const struct walk_model *model, const struct walk_request *asked,
                           bool whatever_head, struct record *record);
void walk_accept(struct walk_model *model, const struct record *record);

/* Whether `record`, which Urungkan made of what stands now, is what stood before. */
bool walk_undone(const struct walk_model *model, const struct record *record);

/* What stands under the key; an empty record when nothing does. */
struct record walk_at(const struct walk_model *model, const struct record_key *key);
/* Sequence of the last event on what a submission of that bidang's quarter covers. */
uint64_t walk_covered(const struct walk_model *model, int unit, struct quarter quarter);
enum stage walk_stage(const struct walk_model *model, int unit, struct quarter quarter);
int walk_indicator_of(const char *code); /* WALK_NONE: unknown */
int walk_unit_named(const char *code);   /* WALK_NONE: unknown */

#endif
