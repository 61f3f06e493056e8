#include "screen/ask/record_asks.h"
#include "view/record_fields.h"
#include <stdio.h>
#include <string.h>

/* What stands, as it is typed. A new one of a numbered kind begins blank. */
static bool fill(const struct ask *ask, char text[][LINE_EDIT_MAX + 1], struct err *err) {
    const struct record_fields *fields = event_fields(ask->kind->event);
    struct record standing;
    if (!office_record_at(ask->session->office, &ask->key, &standing, err))
        return false;
    for (int i = 0; standing.head.sequence && i < fields->count; i++)
        field_print(&fields->field[i], &standing, false, text[i], sizeof text[i]);
    return true;
}

/* A document that is marked is there in its own right; a new recommendation is of the quarter at hand. */
static void complete(const struct ask *ask, struct change *change) {
    if (change->kind == EVENT_DOCUMENT_MARKED) {
        change->dossier.present = true;
        change->dossier.still_valid = false;
    }
    if (change->kind == EVENT_RECOMMENDED && !ask->head.sequence)
        change->recommendation.quarter = ask->session->quarter.number;
}

static bool make(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                 struct err *err) {
    const struct record_fields *fields = event_fields(ask->kind->event);
    struct record standing;
    if (!office_record_at(ask->session->office, &ask->key, &standing, err))
        return false;
    fields_keep(change, &standing);
    for (int i = 0; i < ask->kind->field_count; i++)
        if (!field_read(&fields->field[i], ask->session->office, text[i], change, err)) {
            *wrong = i;
            return false;
        }
    complete(ask, change);
    return true;
}

/* What is followed up; blank for a new one. */
static void about_recommendation(const struct ask *ask, char out[ASK_ABOUT_MAX]) {
    struct record standing;
    char due[CLOCK_TEXT_MAX] = "";
    const struct recommendation *recommendation = &standing.recommendation;
    if (!office_record_at(ask->session->office, &ask->key, &standing, &(struct err){0}) ||
        !standing.head.sequence)
        return;
    if (recommendation->due.year)
        date_print_short(recommendation->due, due);
    snprintf(out, ASK_ABOUT_MAX, "%u %s (%s%s%s)", (unsigned)ask->key.number, recommendation->text,
             *recommendation->indicator ? recommendation->indicator : recommendation->unit,
             *due ? ", tenggat " : "", due);
}

static const struct ask_field instruct_fields[] = {
    {.name = "isi",
     .label = "Arahan",
     .hint = "apa yang diminta",
     .missing = "Arahan masih kosong; tulis isinya",
     .max = NOTE_MAX,
     .rows = 5},
};
static const struct ask_field reply_fields[] = {
    {.name = "isi",
     .label = "Jawaban",
     .hint = "apa yang sudah atau akan dikerjakan",
     .missing = "Jawaban masih kosong; tulis isinya",
     .max = NOTE_MAX,
     .rows = 5},
};
static const struct ask_field meet_fields[] = {
    {.name = "tanggal",
     .label = "Tanggal",
     .hint = "28, 28-9, H hari ini",
     .missing = "Tanggal masih kosong",
     .rows = 1,
     .date = true},
    {.name = "tempat", .label = "Tempat", .max = PLACE_MAX, .rows = 1},
    {.name = "peserta",
     .label = "Peserta",
     .hint = "siapa yang hadir",
     .missing = "Peserta masih kosong; sebutkan siapa yang hadir",
     .max = NOTE_MAX,
     .rows = 2},
    {.name = "notula",
     .label = "Notula",
     .hint = "hasilnya",
     .missing = "Notula masih kosong; tulis hasilnya",
     .max = NOTE_MAX,
     .rows = 5},
};
static const struct ask_field recommend_fields[] = {
    {.name = "asal", .label = "Asal", .missing = "Asal belum dipilih", .rows = 1, .choices = &source_words},
    {.name = "jenis", .label = "Jenis", .missing = "Jenis belum dipilih", .rows = 1, .choices = &topic_words},
    {.name = "lhe", .label = "Nomor LHE", .hint = "boleh kosong bila internal", .max = NUMBER_MAX, .rows = 1},
    {.name = "tanggal-lhe", .label = "Tanggal LHE", .rows = 1, .date = true},
    {.name = "bidang",
     .label = "Bidang",
     .hint = "yang menindaklanjuti",
     .missing = "Bidang belum dipilih",
     .max = CODE_MAX,
     .rows = 1,
     .unit = true},
    {.name = "kode", .label = "Indikator", .hint = "kode, boleh kosong", .max = CODE_MAX, .rows = 1},
    {.name = "tenggat", .label = "Tenggat", .hint = "boleh kosong", .rows = 1, .date = true},
    {.name = "isi",
     .label = "Rekomendasi",
     .missing = "Rekomendasi masih kosong; tulis isinya",
     .max = NOTE_MAX,
     .rows = 4},
};
static const struct ask_field follow_fields[] = {
    {.name = "status",
     .label = "Status",
     .missing = "Status belum dipilih",
     .rows = 1,
     .choices = &follow_up_words},
    {.name = "tindak-lanjut",
     .label = "Tindak lanjut",
     .hint = "apa yang dikerjakan",
     .max = NOTE_MAX,
     .rows = 4},
};
static const struct ask_field document_fields[] = {
    {.name = "tanggal",
     .label = "Tanggal",
     .hint = "28, 28-9-2025",
     .missing = "Tanggal masih kosong",
     .rows = 1,
     .date = true},
    {.name = "tempat",
     .label = "Tempat",
     .hint = "berkas, atau kata-kata: lemari 3",
     .max = PLACE_MAX,
     .rows = 2,
     .path = true},
};
static const struct ask_field hand_over_fields[] = {
    {.name = "tanggal",
     .label = "Tanggal",
     .hint = "28, 28-9, H hari ini",
     .missing = "Tanggal masih kosong",
     .rows = 1,
     .date = true},
    {.name = "surat", .label = "Nomor surat", .max = NUMBER_MAX, .rows = 1},
};
static const struct ask_field spend_fields[] = {
    {.name = "rupiah",
     .label = "Rupiah",
     .hint = "misalnya 24.750.000; kosong menghapusnya",
     .max = 40,
     .rows = 1},
};

#define FIELDS(fields)                                                                                       \
    .field = (fields), .field_count = sizeof(fields) / sizeof *(fields), .fill = fill, .make = make
const struct ask_kind ask_instruct = {.name = "arahan",
                                      .heading = "ARAHAN",
                                      .event = EVENT_INSTRUCTED,
                                      FIELDS(instruct_fields),
                                      .done = "Arahan tersimpan"};
const struct ask_kind ask_reply = {.name = "jawaban",
                                   .heading = "JAWAB ARAHAN",
                                   .event = EVENT_REPLIED,
                                   FIELDS(reply_fields),
                                   .done = "Jawaban tersimpan"};
const struct ask_kind ask_meet = {.name = "monev",
                                  .heading = "MONEV",
                                  .event = EVENT_MEETING_SET,
                                  FIELDS(meet_fields),
                                  .done = "Monev tersimpan"};
const struct ask_kind ask_recommend = {.name = "rekomendasi",
                                       .heading = "REKOMENDASI",
                                       .event = EVENT_RECOMMENDED,
                                       FIELDS(recommend_fields),
                                       .done = "Rekomendasi tersimpan"};
const struct ask_kind ask_follow_up = {.name = "tindak-lanjut",
                                       .heading = "TINDAK LANJUT",
                                       .event = EVENT_FOLLOWED_UP,
                                       .about = about_recommendation,
                                       FIELDS(follow_fields),
                                       .done = "Tindak lanjut tersimpan"};
const struct ask_kind ask_document = {.name = "dokumen",
                                      .heading = "DOKUMEN E-SAKIP",
                                      .event = EVENT_DOCUMENT_MARKED,
                                      FIELDS(document_fields),
                                      .done = "Dokumen ditandai"};
const struct ask_kind ask_hand_over = {.name = "penyampaian",
                                       .heading = "PENYAMPAIAN",
                                       .event = EVENT_HANDED_OVER,
                                       FIELDS(hand_over_fields),
                                       .done = "Penyampaian tercatat"};
const struct ask_kind ask_spend = {.name = "anggaran",
                                   .heading = "ANGGARAN",
                                   .event = EVENT_SPENDING_SET,
                                   FIELDS(spend_fields),
                                   .done = "Anggaran tersimpan"};
#undef FIELDS

/* Whether the person may is asked of admit with a change that lacks its texts: only a refusal for who asks,
 * or for where the quarter stands, is told before the form. */
static bool may_ask(const struct ask *ask, const struct record *standing, struct err *err) {
    struct office *office = ask->session->office;
    struct request request = office_request_for(office, ask->kind->event, &ask->key);
    request.change.replaces = standing->head;
    fields_keep(&request.change, standing);
    if (ask->kind->event == EVENT_FOLLOWED_UP)
        request.change.recommendation.state = FOLLOW_UP_TAKEN;
    return office_rehearse(office, &request, standing, err) ||
           (err->kind != ERR_DENIED && err->kind != ERR_STEP);
}

bool record_askable(struct session *session, const struct ask_kind *kind, const struct record *standing) {
    const struct ask ask = {.session = session, .kind = kind, .key = standing->key, .head = standing->head};
    return may_ask(&ask, standing, &(struct err){0});
}

enum next record_ask(struct session *session, const struct ask_kind *kind, const struct record_key *key) {
    struct record standing;
    struct err err = {0};
    struct ask ask = {.session = session, .kind = kind, .key = *key};
    if (office_record_at(session->office, key, &standing, &err)) {
        ask.head = standing.head;
        if (may_ask(&ask, &standing, &err))
            return screen_open(session, ask_new(&ask));
    }
    session_fail(session, &err);
    return NEXT_STAY;
}
