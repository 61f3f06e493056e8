#include "screen/ask/steps.h"
#include "model/admit.h"
#include "model/workflow.h"
#include "screen/screens.h"
#include <stddef.h>
#include <stdio.h>

/* ---- the questions ---- */

static void about(const struct ask *ask, char out[ASK_ABOUT_MAX]);

static bool take_coverage(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                          struct err *err) {
    (void)text, (void)wrong, (void)err;
    change->step.coverage = ask->coverage;
    return true;
}

#define STEP_TEXT .type = FIELD_TEXT, .offset = offsetof(struct workflow_step, reason), .max = NOTE_MAX
static const struct record_field reason[] = {
    {"alasan", "Alasan", STEP_TEXT, .rows = 4, .hint = "tulis alasannya",
     .missing = "Alasan masih kosong; tulis alasannya"},
};
static const struct record_field basis[] = {
    {"dasar", "Dasar", STEP_TEXT, .rows = 2, .hint = "nomor dan tanggal surat",
     .missing = "Suratnya belum disebut; tulis nomor dan tanggalnya"},
};

#define STEP(word, title, kind)                                                                              \
    .name = (word), .heading = (title), .event = (kind), .reads = KINDS_REVIEW, .about = about
#define TAKES(fields) .field = (fields), .field_count = 1, .make = ask_take
const struct ask_kind ask_initial = {STEP("paraf", "PARAF", EVENT_INITIALLED),
                                     .done = "Diparaf. Berikutnya: ajukan"};
const struct ask_kind ask_submit = {STEP("ajukan", "AJUKAN", EVENT_SUBMITTED), .make = take_coverage,
                                    .done = "Diajukan. Berikutnya: Tim SAKIP memeriksa"};
const struct ask_kind ask_verify = {STEP("verifikasi", "SELESAI VERIFIKASI", EVENT_VERIFIED),
                                    .done = "Terverifikasi. Berikutnya: pimpinan mengesahkan"};
const struct ask_kind ask_ratify = {STEP("sahkan", "SAHKAN", EVENT_RATIFIED),
                                    .done = "Disahkan, dan terkunci"};
const struct ask_kind ask_paper = {STEP("sahkan-surat", "CATAT PENGESAHAN", EVENT_RATIFIED), TAKES(basis),
                                   .done = "Disahkan menurut surat, dan terkunci"};
const struct ask_kind ask_withdraw = {STEP("tarik", "TARIK PENGAJUAN", EVENT_WITHDRAWN),
                                      .done = "Ditarik: isian terbuka lagi"};
const struct ask_kind ask_return = {STEP("kembalikan", "KEMBALIKAN", EVENT_RETURNED), TAKES(reason),
                                    .done = "Dikembalikan ke bidangnya"};
const struct ask_kind ask_unlock = {STEP("buka-kunci", "BUKA KUNCI", EVENT_UNLOCKED), TAKES(reason),
                                    .done = "Kunci dibuka: isian terbuka lagi"};
#undef STEP
#undef TAKES

/* ---- the ways ---- */

/* What may be sent back counts ahead of verification only. */
static const struct step_way {
    enum direction direction;
    const struct ask_kind *kind;
    enum deed deed;
    const char *label;
    bool ahead;
    const char *meaning;
} ways[] = {
    {DIRECTION_FORWARD, &ask_submit, DEED_SUBMIT, "Ajukan", true,
     "Sesudah diajukan isian terkunci; selama belum diperiksa masih dapat ditarik."},
    {DIRECTION_FORWARD, &ask_initial, DEED_INITIAL, "Paraf", true,
     "Paraf menyatakan isiannya sudah Anda periksa; sesudah itu diajukan."},
    {DIRECTION_FORWARD, &ask_verify, DEED_VERIFY, "Selesai", false,
     "Verifikasi selesai; berikutnya pimpinan mengesahkan."},
    {DIRECTION_FORWARD, &ask_ratify, DEED_RATIFY, "Sahkan", false, "Sesudah disahkan triwulan ini terkunci."},
    {DIRECTION_FORWARD, &ask_paper, DEED_RATIFY_ON_PAPER, "Catat sah", false,
     "Pimpinan sudah mengesahkannya di atas kertas: sebutkan suratnya."},
    {DIRECTION_BACK, &ask_withdraw, DEED_WITHDRAW, "Tarik", true, "Pengajuan ditarik; isian terbuka lagi."},
    {DIRECTION_BACK, &ask_return, DEED_RETURN, "Kembalikan", false,
     "Seluruh triwulan dikembalikan ke bidangnya. Satu indikator: M di layar verifikasi."},
    {DIRECTION_BACK, &ask_unlock, DEED_UNLOCK, "Buka kunci", false,
     "Kunci pengesahan dibuka; alasannya tercetak di laporan."},
};
enum { WAYS = sizeof ways / sizeof *ways };

/* What stands, and behind it what the step means. */
static void about(const struct ask *ask, char out[ASK_ABOUT_MAX]) {
    const struct unit *unit = ask_unit(ask);
    const struct step_way *way = ways;
    struct review review;
    char pointed[48] = "", untouched[80] = "";
    while (way->kind != ask->kind)
        way++;
    review_of(&ask->reading.records, unit, ask->seen.key.quarter, NULL, &review);
    int same = review.findings[FINDING_NOT_MENDED];
    if (way->ahead)
        snprintf(pointed, sizeof pointed, ", %d mungkin dikembalikan", review.pointed);
    if (way->ahead && same)
        snprintf(untouched, sizeof untouched, "Dari yang diminta diperbaiki, %d belum diubah! ", same);
    snprintf(out, ASK_ABOUT_MAX, "%s: %d indikator, %d terisi%s, %d dikoreksi. %s%s", unit->name,
             review.tally.rows, review.tally.filled + review.tally.unplanned, pointed, review.tally.corrected,
             untouched, way->meaning);
}

const struct unit *steps_unit(const struct session *session) {
    if (session->unit)
        return session->unit;
    return session->focus ? session->focus->unit : NULL;
}

/* What is submitted is submitted again only when a row of it was sent back, and withdrawn before the first verdict; a
 * verification is finished when every row is judged. */
static bool has_its_time(const struct session *session, const struct unit *unit, const struct tally *tally,
                         enum deed deed) {
    enum stage stage = tally_stage(tally);
    bool again = deed == DEED_SUBMIT && stage == STAGE_SUBMITTED && !tally->returned;
    bool early = deed == DEED_VERIFY && (tally->returned || tally->unjudged);
    bool begun = deed == DEED_WITHDRAW && tally->verdicts;
    return tally_any(tally) && !again && !early && !begun &&
           deed_possible(session->config, deed, stage, unit, unit->name, &(struct err){0});
}

const char *steps_label(const struct session *session, const struct unit *unit, const struct tally *tally,
                        enum direction direction) {
    for (int i = 0; unit && i < WAYS; i++)
        if (ways[i].direction == direction && has_its_time(session, unit, tally, ways[i].deed) &&
            deed_held(session->config, session->person, ways[i].deed, unit, &(struct err){0}))
            return ways[i].label;
    return NULL;
}

/* What was seen of the bidang's pengajuan. */
static struct record submission_of(const struct session *session, const struct steps_seen *seen) {
    const struct record_key key = record_key(RECORD_SUBMISSION, seen->unit->code, session->quarter);
    struct record record;
    records_get(seen->records, &key, &record);
    return record;
}

/* A reason will be asked for; so that only what it cannot mend is refused now, one stands in. */
static bool admitted(const struct session *session, const struct steps_seen *seen,
                     const struct ask_kind *kind, struct err *err) {
    const struct record current = submission_of(session, seen);
    struct request request = session_request(session, kind->event, &current.key);
    struct event event;
    request.change.replaces = current.head;
    request.change.step.coverage = seen->review->coverage;
    if (kind->field_count)
        snprintf(request.change.step.reason, sizeof request.change.step.reason, "-");
    return admit(seen->records, &request, &current, &event, err);
}

const struct ask_kind *steps_find(const struct session *session, const struct steps_seen *seen,
                                  enum direction direction, struct err *err) {
    struct err refused = {0};
    for (int i = 0; i < WAYS; i++) {
        struct err why = {0};
        if (ways[i].direction != direction)
            continue;
        if (admitted(session, seen, ways[i].kind, &why))
            return ways[i].kind;
        bool better = refused.kind == ERR_NONE || (refused.kind == ERR_DENIED && why.kind != ERR_DENIED);
        if (better)
            refused = why;
    }
    *err = refused;
    return NULL;
}

/* The question, which takes over what was read for it (NULL: nothing was); or NULL with the refusal told. */
static struct screen *question(struct session *session, const struct steps_seen *seen,
                               enum direction direction, const struct reading *reading) {
    struct err err = {0};
    struct ask ask = {.session = session,
                      .kind = steps_find(session, seen, direction, &err),
                      .seen = submission_of(session, seen),
                      .coverage = seen->review->coverage};
    if (reading)
        ask.reading = *reading;
    if (ask.kind)
        return ask_new(&ask);
    session_fail(session, &err);
    return NULL;
}

enum next steps_open(struct session *session, const struct steps_seen *seen, enum direction direction) {
    return screen_open(session, question(session, seen, direction, NULL));
}

enum next steps_begin(struct session *session, enum direction direction) {
    const struct unit *unit = steps_unit(session);
    const struct scope scope = session_scope(session, unit, KINDS_REVIEW);
    struct reading reading;
    struct review review = {.blocked = 0};
    const struct steps_seen seen = {&reading.records, unit, &review};
    struct screen *asked = NULL;
    if (!unit) {
        session_say(session, STYLE_ERROR, "Pilih dulu satu bidang dengan Kiri atau Kanan di menu");
        return NEXT_STAY;
    }
    if (session_read(session, &scope, &reading)) {
        review_of(&reading.records, unit, session->quarter, NULL, &review);
        asked = question(session, &seen, direction, &reading);
    }
    if (asked)
        return screen_open(session, asked);
    reading_release(&reading);
    bool look = direction == DIRECTION_FORWARD && review.blocked;
    return look ? screen_open(session, review_new(session)) : NEXT_STAY;
}
