#include "screen/ask/record_asks.h"
#include "model/admit.h"
#include <stdio.h>

/* A document that is marked is there in its own right; a new recommendation is of the quarter at hand. */
static bool make(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                 struct err *err) {
    if (!ask_take(ask, text, change, wrong, err))
        return false;
    if (change->kind == EVENT_DOCUMENT_MARKED)
        change->dossier.present = true;
    if (change->kind == EVENT_RECOMMENDED && !ask->seen.head.sequence)
        change->recommendation.quarter = ask->session->quarter.number;
    return true;
}

/* What is followed up; blank for a new one. */
static void about_recommendation(const struct ask *ask, char out[ASK_ABOUT_MAX]) {
    const struct recommendation *recommendation = &ask->seen.recommendation;
    char due[CLOCK_TEXT_MAX] = "";
    if (!ask->seen.head.sequence)
        return;
    if (recommendation->due.year)
        date_print_short(recommendation->due, due);
    snprintf(out, ASK_ABOUT_MAX, "%u %s (%s%s%s)", (unsigned)ask->seen.key.number, recommendation->text,
             *recommendation->indicator ? recommendation->indicator : recommendation->unit,
             *due ? ", tenggat " : "", due);
}

#define KIND(word, title, kind, said)                                                                        \
    .name = (word), .heading = (title), .event = (kind), .fill = ask_fill, .make = make, .done = (said)
const struct ask_kind ask_instruct = {KIND("arahan", "ARAHAN", EVENT_INSTRUCTED, "Arahan tersimpan")};
const struct ask_kind ask_reply = {KIND("jawaban", "JAWAB ARAHAN", EVENT_REPLIED, "Jawaban tersimpan")};
const struct ask_kind ask_meet = {KIND("monev", "MONEV", EVENT_MEETING_SET, "Monev tersimpan")};
const struct ask_kind ask_recommend = {
    KIND("rekomendasi", "REKOMENDASI", EVENT_RECOMMENDED, "Rekomendasi tersimpan")};
const struct ask_kind ask_follow_up = {
    KIND("tindak-lanjut", "TINDAK LANJUT", EVENT_FOLLOWED_UP, "Tindak lanjut tersimpan"),
    .about = about_recommendation};
const struct ask_kind ask_document = {
    KIND("dokumen", "DOKUMEN E-SAKIP", EVENT_DOCUMENT_MARKED, "Dokumen ditandai")};
const struct ask_kind ask_hand_over = {
    KIND("penyampaian", "PENYAMPAIAN", EVENT_HANDED_OVER, "Penyampaian tercatat")};
const struct ask_kind ask_spend = {KIND("anggaran", "ANGGARAN", EVENT_SPENDING_SET, "Anggaran tersimpan")};
#undef KIND

/* Whether the person may is asked of admit with a change that lacks its texts: only a refusal for who asks, or for
 * where the quarter stands, is told before the form. */
bool record_askable(const struct records *records, const struct ask_kind *kind, const struct record *standing,
                    struct err *err) {
    struct request request = {
        .change = {.kind = kind->event, .key = standing->key, .replaces = standing->head}};
    struct event event;
    fields_keep(&request.change, standing);
    if (kind->event == EVENT_FOLLOWED_UP)
        request.change.recommendation.state = FOLLOW_UP_TAKEN;
    return admit(records, &request, standing, &event, err) ||
           (err->kind != ERR_DENIED && err->kind != ERR_STEP);
}

enum next record_ask(struct session *session, const struct ask_kind *kind, const struct record_key *key) {
    const unsigned kinds = 1u << key->kind | 1u << RECORD_SUBMISSION | 1u << RECORD_CHECK;
    struct scope scope = session_scope_of(session, key->code, kinds);
    struct ask ask = {.session = session, .kind = kind};
    struct reading reading;
    struct err err = {0};
    scope.first_year = scope.last_year = key->quarter.year;
    bool may = office_read(session->office, &scope, &reading, &err);
    records_get(&reading.records, key, &ask.seen);
    may = may && record_askable(&reading.records, kind, &ask.seen, &err);
    reading_release(&reading);
    if (may)
        return screen_open(session, ask_new(&ask));
    session_fail(session, &err);
    return NEXT_STAY;
}
