#include "model/admit.h"
#include "base/text.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

/* ---- who (DOMAIN.md, Who): the roles that have it, within the indicator's own bidang ---- */

struct holders {
    role_set roles;
    const char *words;
};

static const struct holders fillers = {1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR, "operator atau atasan"};

typedef bool check_fn(const struct indicator *indicator, const struct record *current,
                      const struct change *change, struct err *err);
static check_fn actual_set, actual_cleared, notes_set, evidence_set, evidence_removed;

static const struct rule {
    const struct holders *holders;
    const char *deed; /* "hanya ... yang boleh DEED" */
    check_fn *check;
} rules[EVENT_KIND_COUNT] = {
    [EVENT_ACTUAL_SET] = {&fillers, "mengisi", actual_set},
    [EVENT_ACTUAL_CLEARED] = {&fillers, "mengosongkan", actual_cleared},
    [EVENT_NOTES_SET] = {&fillers, "mengisi catatan", notes_set},
    [EVENT_EVIDENCE_SET] = {&fillers, "melampirkan bukti", evidence_set},
    [EVENT_EVIDENCE_REMOVED] = {&fillers, "menghapus bukti", evidence_removed},
};

static bool person_has(const struct person *person, role_set roles, const struct unit *unit) {
    return person->unit == unit && (person->roles & roles) != 0;
}

void holder_print(const struct config *config, role_set roles, const struct unit *unit, char *out,
                  size_t size) {
    out[0] = '\0';
    for (int i = 0; i < config->person_count; i++) {
        const struct person *person = &config->person[i];
        if (!person_has(person, roles, unit ? unit : person->unit))
            continue;
        snprintf(out, size, " (%s)", person->name);
        return;
    }
}

bool admit_person(const struct admission *admission, enum event_kind kind, const struct unit *unit,
                  struct err *err) {
    const struct rule *rule = &rules[kind];
    const struct person *person = admission->person;
    if (person->everything || person_has(person, rule->holders->roles, unit))
        return true;
    char holder[ERR_TEXT_MAX];
    holder_print(admission->config, rule->holders->roles, unit, holder, sizeof holder);
    return err_set(err, ERR_DENIED, "hanya %s %s%s yang boleh %s", rule->holders->words, unit->name, holder,
                   rule->deed);
}

/* ---- compare and swap ---- */

static bool stale(const struct config *config, const struct record *current, struct err *err) {
    const char *code = current->key.code;
    if (current->head.sequence == 0)
        return err_set(err, ERR_STALE, "\"%s\" tidak lagi seperti yang terlihat; muat ulang, lalu ulangi",
                       code);
    char when[CLOCK_TEXT_MAX];
    clock_print(current->changed_at, config->zone, when);
    const char *login = current->changed_by;
    const struct person *person = config_find_person(config, login);
    if (!person)
        return err_set(err, ERR_STALE, "\"%s\" sudah diubah %s pada %s", code, login, when);
    return err_set(err, ERR_STALE, "\"%s\" sudah diubah %s (%s) pada %s", code, person->name, login, when);
}

/* ---- where ---- */

/* The spelling must be the catalogue's, since records are kept under it. */
static const struct indicator *indicator_at(const struct catalogue *catalogue, const struct record_key *key,
                                            struct err *err) {
    const struct indicator *indicator = catalogue_find(catalogue, key->code);
    if (!indicator || strcmp(indicator->code, key->code) != 0) {
        err_set(err, ERR_NOT_FOUND, "kode \"%s\" tidak ada di katalog %d", key->code, catalogue->year);
        return NULL;
    }
    if (key->quarter.year != catalogue->year || key->quarter.number < 1 || key->quarter.number > QUARTERS) {
        err_set(err, ERR_NOT_FOUND, "triwulan \"%d-TW%d\" di luar katalog; pilih %d-TW1 s.d. %d-TW4",
                key->quarter.year, key->quarter.number, catalogue->year, catalogue->year);
        return NULL;
    }
    return indicator;
}

/* ---- what ---- */

static bool in_range(struct decimal value) {
    return value.units >= -DECIMAL_UNITS_MAX && value.units <= DECIMAL_UNITS_MAX;
}

static bool fraction_agrees(const struct actual *actual) {
    struct decimal numerator = actual->fraction.numerator;
    struct decimal denominator = actual->fraction.denominator;
    struct decimal percent;
    return numerator.units >= 0 && in_range(numerator) && denominator.units > 0 && in_range(denominator) &&
           decimal_ratio(numerator.units, denominator.units, 100, DECIMAL_PLACES, &percent) &&
           decimal_compare(percent, actual->value) == 0;
}

static bool actual_set(const struct indicator *indicator, const struct record *current,
                       const struct change *change, struct err *err) {
    (void)current;
    const struct measure_unit *measure = &indicator->measure;
    struct decimal value = change->actual.value;
    if (!in_range(value))
        return err_set(err, ERR_INVALID, "nilai terlalu besar; paling banyak 12 angka sebelum koma");

    char text[DECIMAL_TEXT_MAX];
    decimal_print(value, 0, text);
    if (!measure->decimals && (value.units < 0 || !decimal_is_whole(value)))
        return err_set(err, ERR_INVALID,
                       "\"%s\" tidak mungkin untuk satuan %s; isi bilangan bulat, 0 atau lebih", text,
                       measure->name);
    if (change->actual.fraction.denominator.units == 0)
        return true;
    if (!measure->percent)
        return err_set(err, ERR_INVALID, "pecahan hanya untuk persentase; isi %s saja", measure->name);
    if (!fraction_agrees(&change->actual))
        return err_set(err, ERR_INVALID, "\"%s\" tidak sama dengan pecahannya; isi ulang, contoh: 45/60",
                       text);
    return true;
}

static bool actual_cleared(const struct indicator *indicator, const struct record *current,
                           const struct change *change, struct err *err) {
    (void)change;
    if (current->actual.filled)
        return true;
    return err_set(err, ERR_INVALID, "realisasi \"%s\" memang belum diisi", indicator->code);
}

static bool text_check(const char *text, size_t max, const char *label, struct err *err) {
    return text_accept(text, strnlen(text, max + 1), max, err) || err_prefix(err, "%s", label);
}

static bool notes_set(const struct indicator *indicator, const struct record *current,
                      const struct change *change, struct err *err) {
    (void)indicator;
    (void)current;
    for (int i = 0; i < NOTE_COUNT; i++)
        if (!text_check(change->notes.text[i], NOTE_MAX, note_words.term[i].label, err))
            return false;
    return true;
}

static bool evidence_missing(const struct record_key *key, struct err *err) {
    return err_set(err, ERR_NOT_FOUND, "bukti nomor %u pada \"%s\" tidak ada atau sudah dihapus", key->number,
                   key->code);
}

static bool evidence_content(const struct evidence *evidence, struct err *err) {
    size_t length = strnlen(evidence->title, TITLE_MAX);
    text_trim(evidence->title, &length);
    if (length == 0)
        return err_set(err, ERR_INVALID, "judul bukti masih kosong; isi judulnya");
    if ((unsigned)evidence->kind >= EVIDENCE_KIND_COUNT)
        return err_set(err, ERR_INVALID, "jenis bukti tidak dikenal; pilih 1 sampai %d", EVIDENCE_KIND_COUNT);
    if (evidence->date.year != 0 && !date_valid(evidence->date))
        return err_set(err, ERR_INVALID, "tanggal bukti tidak ada di kalender; contoh: 28-9-2025");
    return text_check(evidence->title, TITLE_MAX, "judul", err) &&
           text_check(evidence->number, NUMBER_MAX, "nomor", err) &&
           text_check(evidence->place, PLACE_MAX, "lokasi", err);
}

static bool evidence_set(const struct indicator *indicator, const struct record *current,
                         const struct change *change, struct err *err) {
    (void)indicator;
    bool added = change->key.number == 0;
    bool stands = current->head.sequence != 0 && (!current->evidence.removed || change->undo);
    if (!added && !stands)
        return evidence_missing(&change->key, err);
    return evidence_content(&change->evidence, err);
}

static bool evidence_removed(const struct indicator *indicator, const struct record *current,
                             const struct change *change, struct err *err) {
    (void)indicator;
    if (current->head.sequence != 0 && !current->evidence.removed)
        return true;
    return evidence_missing(&change->key, err);
}

bool admit(const struct admission *admission, const struct request *request, const struct record *current,
           struct event *event, struct err *err) {
    const struct config *config = admission->config;
    const struct change *change = &request->change;
    assert(change->key.kind == event_kind_record(change->kind));

    if (!event_id_equal(&change->replaces, &current->head))
        return stale(config, current, err);
    const struct indicator *indicator = indicator_at(&config->catalogue, &change->key, err);
    if (!indicator || !admit_person(admission, change->kind, indicator->unit, err) ||
        !rules[change->kind].check(indicator, current, change, err))
        return false;

    *event = (struct event){
        .operation = request->operation,
        .catalogue = config->catalogue.digest,
        .change = *change,
    };
    event->change.key.number = current->key.number;
    snprintf(event->who, sizeof event->who, "%s", admission->person->login);
    return true;
}
