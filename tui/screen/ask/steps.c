#include "screen/ask/steps.h"
#include "screen/ask/step_asks.h"
#include "screen/screens.h"
#include <stdio.h>
#include <string.h>

static const struct step_way {
    enum direction direction;
    const struct ask_kind *kind;
    enum deed deed;
    const char *label;
} ways[] = {
    {DIRECTION_FORWARD, &ask_submit, DEED_SUBMIT, "Ajukan"},
    {DIRECTION_FORWARD, &ask_initial, DEED_INITIAL, "Paraf"},
    {DIRECTION_FORWARD, &ask_verify, DEED_VERIFY, "Selesai"},
    {DIRECTION_FORWARD, &ask_ratify, DEED_RATIFY, "Sahkan"},
    {DIRECTION_FORWARD, &ask_paper, DEED_RATIFY_ON_PAPER, "Catat sah"},
    {DIRECTION_BACK, &ask_withdraw, DEED_WITHDRAW, "Tarik"},
    {DIRECTION_BACK, &ask_return, DEED_RETURN, "Kembalikan"},
    {DIRECTION_BACK, &ask_unlock, DEED_UNLOCK, "Buka kunci"},
};

const struct unit *steps_unit(const struct session *session) {
    if (session->unit)
        return session->unit;
    return session->focus ? session->focus->unit : NULL;
}

/* What is submitted is submitted again only when a row of it was sent back, and withdrawn before the first
 * verdict; a verification is finished when every row is judged. */
static bool has_its_time(const struct session *session, const struct unit *unit,
                         const struct standing *standing, enum deed deed) {
    const struct config *config = office_config(session->office);
    bool again = deed == DEED_SUBMIT && standing->stage == STAGE_SUBMITTED && !standing->returned;
    bool early = deed == DEED_VERIFY && (standing->returned || standing->unjudged);
    bool begun = deed == DEED_WITHDRAW && standing->verdicts;
    return standing->any && !again && !early && !begun &&
           deed_possible(config, deed, standing->stage, unit, unit->name, &(struct err){0});
}

const char *steps_label(const struct session *session, const struct unit *unit,
                        const struct standing *standing, enum direction direction) {
    const struct config *config = office_config(session->office);
    const struct person *person = office_person(session->office);
    for (size_t i = 0; unit && i < sizeof ways / sizeof *ways; i++)
        if (ways[i].direction == direction && has_its_time(session, unit, standing, ways[i].deed) &&
            deed_held(config, person, ways[i].deed, unit, &(struct err){0}))
            return ways[i].label;
    return NULL;
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
