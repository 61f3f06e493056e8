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

/* DOMAIN.md, The year, 3: sementara to final is a change like any other, and one that needs no return. */
static bool makes_final(const struct actual *now, const struct actual *wanted) {
    return now->filled && now->provisional && !wanted->provisional &&
           decimal_compare(now->value, wanted->value) == 0;
}

enum event_kind admit_kind(const struct change *change, const struct record *current) {
    if (change->undo)
        return change->kind;
    if (change->kind == EVENT_ACTUAL_SET && makes_final(&current->actual, &change->actual))
        return EVENT_ACTUAL_FINALISED;
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
    return admit_words(evidence->title, TITLE_MAX, "judul bukti", "isi judulnya", err) &&
           admit_text(evidence->number, NUMBER_MAX, "nomor", err) &&
           admit_text(evidence->place, PLACE_MAX, "lokasi", err);
}

bool admit_evidence_set(struct plea *plea, struct err *err) {
    const struct change *change = plea->change;
    const struct record *current = plea->current;
    bool added = change->key.number == 0;
    if (!added && !evidence_stands(current) && !(change->undo && current->head.sequence != 0))
        return evidence_missing(&change->key, err);
    return evidence_content(&change->evidence, err);
}

bool admit_evidence_removed(struct plea *plea, struct err *err) {
    return evidence_stands(plea->current) || evidence_missing(&plea->change->key, err);
}
