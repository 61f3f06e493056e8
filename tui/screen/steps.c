#include "screen/steps.h"
#include "screen/screens.h"
#include "screen/step_asks.h"
#include <stdio.h>
#include <string.h>

static const struct step_way {
    enum direction direction;
    const struct ask_kind *kind;
} ways[] = {
    {DIRECTION_FORWARD, &ask_submit}, {DIRECTION_FORWARD, &ask_initial}, {DIRECTION_FORWARD, &ask_verify},
    {DIRECTION_FORWARD, &ask_ratify}, {DIRECTION_FORWARD, &ask_paper},   {DIRECTION_BACK, &ask_withdraw},
    {DIRECTION_BACK, &ask_return},    {DIRECTION_BACK, &ask_unlock},
};

const struct unit *steps_unit(const struct session *session) {
    if (session->unit)
        return session->unit;
    return session->focus ? session->focus->unit : NULL;
}

/* A reason will be asked for; so that only what it cannot mend is refused now, one stands in. */
static struct request rehearsal(const struct session *session, const struct unit *unit,
                                const struct review *review, const struct ask_kind *kind) {
    struct request request = office_step(session->office, kind->event, unit, session->quarter);
    request.change.replaces = review->head;
    request.change.step.coverage = review->coverage;
    if (kind->field_count)
        snprintf(request.change.step.reason, sizeof request.change.step.reason, "-");
    return request;
}

static bool admitted(const struct session *session, const struct unit *unit, const struct review *review,
                     const struct ask_kind *kind, struct err *err) {
    struct request request = rehearsal(session, unit, review, kind);
    struct record current;
    record_init(&current, &request.change.key);
    current.head = review->head;
    current.submission = review->submission;
    return office_rehearse(session->office, &request, &current, err);
}

const struct ask_kind *steps_find(const struct session *session, const struct unit *unit,
                                  const struct review *review, enum direction direction, struct err *err) {
    struct err refused = {0};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct err why = {0};
        if (ways[i].direction != direction)
            continue;
        if (admitted(session, unit, review, ways[i].kind, &why))
            return ways[i].kind;
        bool better = refused.kind == ERR_NONE || (refused.kind == ERR_DENIED && why.kind != ERR_DENIED);
        if (better)
            refused = why;
    }
    *err = refused;
    return NULL;
}

enum next steps_open(struct session *session, const struct unit *unit, const struct review *review,
                     enum direction direction) {
    struct err err = {0};
    struct ask ask = {
        .session = session,
        .kind = steps_find(session, unit, review, direction, &err),
        .key = record_key(RECORD_SUBMISSION, unit->code, session->quarter),
        .head = review->head,
        .coverage = review->coverage,
    };
    if (ask.kind)
        return screen_open(session, ask_new(&ask));
    session_fail(session, &err);
    return NEXT_STAY;
}

enum next steps_begin(struct session *session, enum direction direction) {
    const struct unit *unit = steps_unit(session);
    struct review review;
    struct err err = {0};
    if (!unit) {
        session_say(session, STYLE_ERROR, "Pilih dulu satu bidang dengan Kiri atau Kanan di menu");
        return NEXT_STAY;
    }
    if (!office_review(session->office, unit, session->quarter, NULL, &review, &err)) {
        session_fail(session, &err);
        return NEXT_STAY;
    }
    enum next next = steps_open(session, unit, &review, direction);
    bool look = next == NEXT_STAY && direction == DIRECTION_FORWARD && review.blocked;
    return look ? screen_open(session, review_new(session)) : next;
}
