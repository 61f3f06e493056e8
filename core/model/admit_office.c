/* What stands around the figures: spending, arahan, monev, rekomendasi, E-SAKIP's documents, penyampaian. */
#include "base/text.h"
#include "model/admit_internal.h"
#include "model/dossier.h"
#include <stdio.h>
#include <string.h>

static bool any_day(struct date date, const char *label, struct err *err) {
    return date.year == 0 || date_valid(date) ||
           err_set(err, ERR_INVALID, "%s tidak ada di kalender; contoh: 28-9-2025", label);
}

/* A day that has come; `label` begins the refusal. */
static bool past_day(const struct plea *plea, struct date date, const char *label, struct err *err) {
    struct date today = plea->records->asker.today;
    char text[CLOCK_TEXT_MAX];
    if (date.year == 0)
        return err_set(err, ERR_INVALID, "%s masih kosong; contoh: 28-9-2025", label);
    if (!any_day(date, label, err))
        return false;
    if (today.year == 0 || date_compare(date, today) <= 0)
        return true;
    date_print_long(date, text);
    return err_set(err, ERR_INVALID, "%s \"%s\" belum terjadi; periksa tanggalnya", label, text);
}

static bool stands(const struct plea *plea, const char *what, struct err *err) {
    return plea->change->key.number == 0 || plea->current->head.sequence != 0 ||
           err_set(err, ERR_NOT_FOUND, "%s nomor %u tidak ada; lihat daftarnya", what,
                   (unsigned)plea->change->key.number);
}

bool admit_spending_set(struct plea *plea, struct err *err) {
    const struct spending *spending = &plea->change->spending;
    struct decimal rupiah = spending->rupiah;
    if (!plea->indicator->budgeted)
        return err_set(err, ERR_INVALID, "\"%s\" tidak punya pagu di katalog; tidak ada anggaran yang diisi",
                       plea->indicator->code);
    if (!spending->filled) {
        plea->event->change.spending = (struct spending){.filled = false};
        return plea->current->spending.filled ||
               err_set(err, ERR_INVALID, "anggaran \"%s\" memang belum diisi", plea->indicator->code);
    }
    return (rupiah.units >= 0 && rupiah.units <= DECIMAL_UNITS_MAX && decimal_is_whole(rupiah)) ||
           err_set(err, ERR_INVALID,
                   "anggaran tidak mungkin; isi rupiah, 0 atau lebih, paling banyak 12 angka");
}

/* ---- arahan ---- */

static bool found(void *context, const struct record *record) {
    bool *any = context;
    (void)record;
    *any = true;
    return false;
}

bool admit_instructed(struct plea *plea, struct err *err) {
    if (plea->change->key.number != 0)
        return err_set(err, ERR_INVALID, "arahan tidak diubah; beri arahan baru");
    return admit_words(plea->change->instruction.text, NOTE_MAX, "arahan", "tulis isinya", err);
}

bool admit_replied(struct plea *plea, struct err *err) {
    const struct record_key *key = &plea->change->key;
    const struct record_key thread = record_key(RECORD_INSTRUCTION, key->code, key->quarter);
    bool any = false;
    if (!admit_instructed(plea, err))
        return false;
    records_each(plea->records, &thread, found, &any);
    return any || err_set(err, ERR_NOT_FOUND, "belum ada arahan pada \"%s\" untuk dijawab", key->code);
}

/* ---- monev ---- */

bool admit_meeting_set(struct plea *plea, struct err *err) {
    const struct meeting *meeting = &plea->change->meeting;
    return stands(plea, "monev", err) && past_day(plea, meeting->date, "tanggal monev", err) &&
           admit_text(meeting->place, PLACE_MAX, "tempat", err) &&
           admit_words(meeting->people, NOTE_MAX, "peserta", "sebutkan siapa yang hadir", err) &&
           admit_words(meeting->minutes, NOTE_MAX, "notula", "tulis hasilnya", err);
}

/* ---- rekomendasi ---- */

static bool letter(const struct recommendation *recommendation, struct err *err) {
    if (recommendation->source == SOURCE_INTERNAL)
        return admit_text(recommendation->letter, NUMBER_MAX, "nomor LHE", err);
    return admit_words(recommendation->letter, NUMBER_MAX, "nomor LHE",
                       "tulis nomor laporan hasil evaluasinya", err);
}

/* Both are kept as they are spelt in the configuration, by which they are looked for. */
static bool owner(struct plea *plea, const struct recommendation *recommendation, struct err *err) {
    const struct config *config = plea->records->asker.config;
    const struct unit *unit = config_unit(config, recommendation->unit);
    const struct indicator *indicator =
        config_indicator(config, plea->change->key.quarter, recommendation->indicator);
    struct recommendation *kept = &plea->event->change.recommendation;
    if (!unit)
        return err_set(err, ERR_NOT_FOUND, "bidang \"%s\" tidak dikenal; pilih yang menindaklanjuti",
                       recommendation->unit);
    if (recommendation->indicator[0] && (!indicator || indicator->unit != unit))
        return err_set(err, ERR_NOT_FOUND, "kode \"%s\" bukan indikator %s", recommendation->indicator,
                       unit->name);
    snprintf(kept->unit, sizeof kept->unit, "%s", unit->code);
    snprintf(kept->indicator, sizeof kept->indicator, "%s", indicator ? indicator->code : "");
    return true;
}

bool admit_recommended(struct plea *plea, struct err *err) {
    const struct recommendation *recommendation = &plea->change->recommendation;
    bool known = (unsigned)recommendation->source < SOURCE_COUNT &&
                 (unsigned)recommendation->topic < TOPIC_COUNT && recommendation->quarter >= 1 &&
                 recommendation->quarter <= YEAR_PERIOD && plea->change->key.quarter.number == YEAR_PERIOD;
    if (!known)
        return err_set(err, ERR_INVALID, "asal, jenis atau triwulan rekomendasi tidak dikenal");
    return stands(plea, "rekomendasi", err) && letter(recommendation, err) &&
           any_day(recommendation->letter_date, "tanggal LHE", err) &&
           any_day(recommendation->due, "tenggat", err) && owner(plea, recommendation, err) &&
           admit_words(recommendation->text, NOTE_MAX, "rekomendasi", "tulis isinya", err);
}

bool admit_followed_up(struct plea *plea, struct err *err) {
    const struct recommendation *recommendation = &plea->change->recommendation;
    if (plea->current->head.sequence == 0)
        return err_set(err, ERR_NOT_FOUND, "rekomendasi itu tidak ada; lihat daftarnya");
    if ((unsigned)recommendation->state >= FOLLOW_UP_COUNT)
        return err_set(err, ERR_INVALID, "status rekomendasi tidak dikenal; lihat daftarnya");
    if (recommendation->state == FOLLOW_UP_OPEN)
        return admit_text(recommendation->follow_up, NOTE_MAX, "tindak lanjut", err);
    return admit_words(recommendation->follow_up, NOTE_MAX, "tindak lanjut", "tulis apa yang dikerjakan",
                       err);
}

/* ---- E-SAKIP REVIU and penyampaian ---- */

bool admit_document_marked(struct plea *plea, struct err *err) {
    const struct dossier *dossier = &plea->change->dossier;
    const struct record_key *key = &plea->change->key;
    if (key->quarter.number == YEAR_PERIOD)
        return err_set(err, ERR_INVALID, "dokumen ditandai per triwulan; pilih TW1 s.d. TW4");
    if (!dossier->present) {
        plea->event->change.dossier = (struct dossier){.present = false};
        return plea->current->dossier.present ||
               err_set(err, ERR_INVALID, "dokumen \"%s\" memang belum ditandai", key->code);
    }
    if (!any_day(dossier->date, "tanggal dokumen", err) ||
        !admit_text(dossier->place, PLACE_MAX, "tempat", err))
        return false;
    if (!dossier->still_valid)
        return past_day(plea, dossier->date, "tanggal dokumen", err);
    return dossier_carried(plea->records, key).head.sequence != 0 ||
           err_set(err, ERR_INVALID, "\"%s\" belum ada di triwulan sebelumnya; isi tanggal dan tempatnya",
                   key->code);
}

bool admit_handed_over(struct plea *plea, struct err *err) {
    const struct handover *handover = &plea->change->handover;
    if (handover->date.year == 0 && handover->letter[0] == '\0')
        return plea->current->handover.date.year != 0 ||
               err_set(err, ERR_INVALID, "penyampaian \"%s\" memang belum dicatat", plea->change->key.code);
    return past_day(plea, handover->date, "tanggal penyampaian", err) &&
           admit_text(handover->letter, NUMBER_MAX, "nomor surat", err);
}
