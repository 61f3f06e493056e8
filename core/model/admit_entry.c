/* What an indicator's quarter is filled with: actual, notes, evidence. */
#include "base/text.h"
#include "model/admit_internal.h"
#include <string.h>

/* ---- actuals ---- */

static bool in_range(struct decimal value) {
    return value.units >= -DECIMAL_UNITS_MAX && value.units <= DECIMAL_UNITS_MAX;
}

bool admit_value(const struct indicator *indicator, struct decimal value, struct err *err) {
    const struct measure_unit *measure = &indicator->measure;
    if (!in_range(value))
        return err_set(err, ERR_INVALID, "nilai terlalu besar; paling banyak 12 angka sebelum koma");
    if (measure->decimals || (value.units >= 0 && decimal_is_whole(value)))
        return true;
    char text[DECIMAL_TEXT_MAX];
    decimal_print(value, 0, text);
    return err_set(err, ERR_INVALID, "\"%s\" tidak mungkin untuk satuan %s; isi bilangan bulat, 0 atau lebih",
                   text, measure->name);
}

static bool fraction_agrees(const struct actual *actual) {
    struct decimal numerator = actual->fraction.numerator;
    struct decimal denominator = actual->fraction.denominator;
    struct decimal percent;
    return numerator.units >= 0 && in_range(numerator) && denominator.units > 0 && in_range(denominator) &&
           decimal_ratio(numerator.units, denominator.units, 100, DECIMAL_PLACES, &percent) &&
           decimal_compare(percent, actual->value) == 0;
}

bool admit_actual_set(struct plea *plea, struct err *err) {
    const struct measure_unit *measure = &plea->indicator->measure;
    const struct actual *actual = &plea->change->actual;
    if (!admit_value(plea->indicator, actual->value, err))
        return false;
    if (actual->fraction.denominator.units == 0)
        return true;
    if (!measure->percent)
        return err_set(err, ERR_INVALID, "pecahan hanya untuk persentase; isi %s saja", measure->name);
    if (fraction_agrees(actual))
        return true;
    char text[DECIMAL_TEXT_MAX];
    decimal_print(actual->value, 0, text);
    return err_set(err, ERR_INVALID, "\"%s\" tidak sama dengan pecahannya; isi ulang, contoh: 45/60", text);
}

/* core/DOMAIN.md, The year, 3: sementara to final is a change like any other, and one that needs no return. */
static bool makes_final(const struct actual *now, const struct actual *wanted) {
    return now->filled && now->provisional && !wanted->provisional &&
           decimal_compare(now->value, wanted->value) == 0;
}

/* core/DOMAIN.md, The year, 4: what was promised with an atasan's word may come after the quarter was handed in.
 */
static bool brings_promised(const struct evidence *now, const struct evidence *wanted) {
    return now->allowed && evidence_fulfils(wanted, now);
}

enum event_kind admit_kind(const struct change *change, const struct record *current) {
    if (change->undo)
        return change->kind;
    if (change->kind == EVENT_ACTUAL_SET && makes_final(&current->actual, &change->actual))
        return EVENT_ACTUAL_FINALISED;
    if (change->kind == EVENT_EVIDENCE_SET && brings_promised(&current->evidence, &change->evidence))
        return EVENT_EVIDENCE_FULFILLED;
    return change->kind;
}

bool admit_actual_finalised(struct plea *plea, struct err *err) {
    if (makes_final(&plea->current->actual, &plea->change->actual))
        return admit_actual_set(plea, err);
    return err_set(err, ERR_INVALID,
                   "realisasi \"%s\" tidak sementara, atau nilainya lain; isi seperti biasa",
                   plea->indicator->code);
}

bool admit_actual_cleared(struct plea *plea, struct err *err) {
    if (plea->current->actual.filled)
        return true;
    return err_set(err, ERR_INVALID, "realisasi \"%s\" memang belum diisi", plea->indicator->code);
}

/* ---- the second person ---- */

/* Asked again, it begins anew. */
bool admit_rekey_asked(struct plea *plea, struct err *err) {
    const struct rekey *current = &plea->current->rekey;
    bool asked = plea->change->rekey.asked;
    if (asked != current->asked || (asked && current->filled))
        return true;
    return err_set(err, ERR_INVALID, "ketik ulang \"%s\" memang %s diminta", plea->indicator->code,
                   asked ? "sudah" : "belum");
}

/* Whoever typed the figure is not the second person. */
bool admit_rekeyed(struct plea *plea, struct err *err) {
    const struct person *person = plea->records->asker.person;
    if (!plea->current->rekey.asked)
        return err_set(err, ERR_INVALID, "\"%s\" tidak diminta diketik ulang", plea->indicator->code);
    const struct record actual = admit_beside(plea, RECORD_ACTUAL);
    if (!person->everything && strcmp(actual.changed_by, person->login) == 0)
        return err_set(err, ERR_DENIED,
                       "\"%s\" Anda sendiri yang mengisinya; minta orang lain mengetiknya ulang",
                       plea->indicator->code);
    return admit_value(plea->indicator, plea->change->rekey.value, err);
}

/* ---- notes ---- */

bool admit_notes_set(struct plea *plea, struct err *err) {
    for (int i = 0; i < NOTE_COUNT; i++)
        if (!admit_text(plea->change->notes.text[i], NOTE_MAX, note_words.term[i].label, err))
            return false;
    return true;
}

/* ---- evidence ---- */

static bool evidence_missing(const struct record_key *key, struct err *err) {
    return err_set(err, ERR_NOT_FOUND, "bukti nomor %u pada \"%s\" tidak ada atau sudah dihapus", key->number,
                   key->code);
}

static bool evidence_stands(const struct record *current) {
    return current->head.sequence != 0 && !current->evidence.removed;
}

static bool evidence_content(const struct evidence *evidence, struct err *err) {
    if ((unsigned)evidence->kind >= EVIDENCE_KIND_COUNT)
        return err_set(err, ERR_INVALID, "jenis bukti tidak dikenal; pilih 1 sampai %d", EVIDENCE_KIND_COUNT);
    if (evidence->date.year != 0 && !date_valid(evidence->date))
        return err_set(err, ERR_INVALID, "tanggal bukti tidak ada di kalender; contoh: 28-9-2025");
    if (evidence->promised && evidence->date.year == 0)
        return err_set(err, ERR_INVALID, "bukti menyusul perlu tanggal kapan ia ada; contoh: 28-10-2025");
    if (evidence->promised && evidence->file)
        return err_set(err, ERR_INVALID, "bukti menyusul belum punya berkas; lampirkan berkasnya saja");
    return admit_words(evidence->title, TITLE_MAX, "judul bukti", "isi judulnya", err) &&
           admit_text(evidence->number, NUMBER_MAX, "nomor", err) &&
           admit_text(evidence->place, PLACE_MAX, "lokasi", err);
}

/* A promise is allowed by whoever may allow it, and by nobody when another changes it; an undo brings back no
 * more than there was. */
static bool is_allowed(const struct plea *plea) {
    const struct asker *asker = &plea->records->asker;
    const struct evidence *wanted = &plea->change->evidence;
    struct err unsaid;
    return wanted->promised && (!plea->change->undo || wanted->allowed) &&
           deed_held(asker->config, asker->person, DEED_ALLOW, plea->unit, &unsaid);
}

bool admit_evidence_set(struct plea *plea, struct err *err) {
    const struct change *change = plea->change;
    const struct record *current = plea->current;
    bool added = change->key.number == 0;
    if (!added && !evidence_stands(current) && !(change->undo && current->head.sequence != 0))
        return evidence_missing(&change->key, err);
    plea->event->change.evidence.allowed = is_allowed(plea);
    return evidence_content(&change->evidence, err);
}

static bool refuse_evidence(const struct plea *plea, const char *what, struct err *err) {
    const struct record_key *key = &plea->event->change.key;
    return err_set(err, ERR_INVALID, "bukti nomor %u pada \"%s\" %s", key->number, key->code, what);
}

bool admit_evidence_allowed(struct plea *plea, struct err *err) {
    const struct record *current = plea->current;
    if (!evidence_stands(current))
        return evidence_missing(&plea->change->key, err);
    if (!current->evidence.promised)
        return refuse_evidence(plea, "tidak menyusul; tidak ada yang diizinkan", err);
    if (current->evidence.allowed)
        return refuse_evidence(plea, "memang sudah diizinkan menyusul", err);
    plea->event->change.evidence = current->evidence;
    plea->event->change.evidence.allowed = true;
    return true;
}

bool admit_evidence_fulfilled(struct plea *plea, struct err *err) {
    if (brings_promised(&plea->current->evidence, &plea->change->evidence))
        return evidence_content(&plea->change->evidence, err);
    return refuse_evidence(plea, "tidak sedang menyusul dengan judul itu", err);
}

bool admit_evidence_removed(struct plea *plea, struct err *err) {
    return evidence_stands(plea->current) || evidence_missing(&plea->change->key, err);
}
