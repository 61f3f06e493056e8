#include "view/record_fields.h"
#include "value/typed.h"
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define TEXT(type, name, label, member)                                                                      \
    { name, label, FIELD_TEXT, offsetof(type, member), sizeof(((type *)NULL)->member), NULL, false }
#define CHOICE(type, name, label, member, words)                                                             \
    { name, label, FIELD_CHOICE, offsetof(type, member), 0, &(words), false }
#define FLAG(type, name, label, member)                                                                      \
    { name, label, FIELD_FLAG, offsetof(type, member), 0, NULL, false }
#define DAY(type, name, label, member)                                                                       \
    { name, label, FIELD_DAY, offsetof(type, member), 0, NULL, false }

static const struct record_field spending_fields[] = {
    {"rupiah", "Realisasi anggaran", FIELD_MONEY, offsetof(struct spending, rupiah), 0, NULL, false},
};
static const struct record_field instruction_fields[] = {
    TEXT(struct instruction, "isi", "Arahan", text),
};
static const struct record_field reply_fields[] = {
    TEXT(struct instruction, "isi", "Jawaban", text),
};
static const struct record_field meeting_fields[] = {
    DAY(struct meeting, "tanggal", "Tanggal", date),
    TEXT(struct meeting, "tempat", "Tempat", place),
    TEXT(struct meeting, "peserta", "Peserta", people),
    TEXT(struct meeting, "notula", "Notula", minutes),
};
/* The last two are what EVENT_FOLLOWED_UP sets, the others EVENT_RECOMMENDED. */
static const struct record_field recommendation_fields[] = {
    {"asal", "Asal", FIELD_CHOICE, offsetof(struct recommendation, source), 0, &source_words, true},
    {"jenis", "Jenis", FIELD_CHOICE, offsetof(struct recommendation, topic), 0, &topic_words, true},
    {"lhe", "Nomor LHE", FIELD_TEXT, offsetof(struct recommendation, letter), NUMBER_MAX + 1, NULL, true},
    {"tanggal-lhe", "Tanggal LHE", FIELD_DAY, offsetof(struct recommendation, letter_date), 0, NULL, true},
    TEXT(struct recommendation, "bidang", "Bidang", unit),
    TEXT(struct recommendation, "kode", "Indikator", indicator),
    DAY(struct recommendation, "tenggat", "Tenggat", due),
    TEXT(struct recommendation, "isi", "Rekomendasi", text),
    CHOICE(struct recommendation, "status", "Status", state, follow_up_words),
    TEXT(struct recommendation, "tindak-lanjut", "Tindak lanjut", follow_up),
};
enum {
    FOLLOW_UP_FIELDS = 2,
    ADVICE_FIELDS = sizeof recommendation_fields / sizeof *recommendation_fields - FOLLOW_UP_FIELDS
};
static const struct record_field dossier_fields[] = {
    DAY(struct dossier, "tanggal", "Tanggal", date),
    {"tempat", "Tempat", FIELD_PLACE, offsetof(struct dossier, place), PLACE_MAX + 1, NULL, false},
    FLAG(struct dossier, "masih-berlaku", "Masih berlaku", still_valid),
};
static const struct record_field handover_fields[] = {
    DAY(struct handover, "tanggal", "Tanggal", date),
    TEXT(struct handover, "surat", "Nomor surat", letter),
};

#define ALL(fields)                                                                                          \
    { fields, sizeof(fields) / sizeof *(fields) }

const struct record_fields *event_fields(enum event_kind kind) {
    static const struct record_fields of[EVENT_KIND_COUNT] = {
        [EVENT_SPENDING_SET] = ALL(spending_fields),
        [EVENT_INSTRUCTED] = ALL(instruction_fields),
        [EVENT_REPLIED] = ALL(reply_fields),
        [EVENT_MEETING_SET] = ALL(meeting_fields),
        [EVENT_RECOMMENDED] = {recommendation_fields, ADVICE_FIELDS},
        [EVENT_FOLLOWED_UP] = {recommendation_fields + ADVICE_FIELDS, FOLLOW_UP_FIELDS},
        [EVENT_DOCUMENT_MARKED] = ALL(dossier_fields),
        [EVENT_HANDED_OVER] = ALL(handover_fields),
    };
    return &of[kind];
}

const struct record_fields *record_fields(enum record_kind kind) {
    static const struct record_fields of[RECORD_KIND_COUNT] = {
        [RECORD_SPENDING] = ALL(spending_fields), [RECORD_INSTRUCTION] = ALL(instruction_fields),
        [RECORD_MEETING] = ALL(meeting_fields),   [RECORD_RECOMMENDATION] = ALL(recommendation_fields),
        [RECORD_DOCUMENT] = ALL(dossier_fields),  [RECORD_HANDOVER] = ALL(handover_fields),
    };
    return &of[kind];
}

/* ---- reading ---- */

static bool read_text(const struct record_field *field, const char *text, char *out, struct err *err) {
    int length = snprintf(out, field->size, "%s", text);
    return (size_t)length < field->size ||
           err_set(err, ERR_INVALID, "%s terlalu panjang: %d byte, paling banyak %zu; pendekkan",
                   field->label, length, field->size - 1);
}

static bool read_choice(const struct record_field *field, const char *text, char *at, struct err *err) {
    char known[ERR_TEXT_MAX];
    int found = vocabulary_find(field->choices, text);
    unsigned choice = (unsigned)found;
    vocabulary_list(field->choices, known, sizeof known);
    if (found < 0)
        return err_set(err, ERR_INVALID, "%s \"%s\" tidak dikenal; pilih %s", field->label, text, known);
    memcpy(at, &choice, sizeof choice);
    return true;
}

static bool read_day(const struct record_field *field, const struct office *office, const char *text,
                     char *at, struct err *err) {
    struct date date = {0};
    if (*text && !date_parse_typed(text, office_today(office), &date))
        return err_set(err, ERR_INVALID, "%s \"%s\" tidak sah; contoh: 28-9-2025", field->label, text);
    memcpy(at, &date, sizeof date);
    return true;
}

static bool read_money(const char *text, struct spending *spending, struct err *err) {
    static const struct measure_unit rupiah = {.name = "rupiah"};
    struct typed typed = {.to_date = false};
    const struct typed_for what = {.unit = &rupiah, .aggregation = AGGREGATION_POSITION};
    spending->filled = *text != '\0';
    if (spending->filled && !typed_read(text, what, &typed, err))
        return false;
    spending->rupiah = typed.value;
    return true;
}

static bool read_place(const struct record_field *field, const char *text, struct dossier *dossier,
                       struct err *err) {
    struct evidence evidence = {.file = false};
    if (!read_text(field, text, evidence.place, err) || !evidence_take_file(&evidence, err))
        return false;
    dossier->file = evidence.file;
    dossier->size = evidence.size;
    dossier->digest = evidence.digest;
    memcpy(dossier->place, evidence.place, sizeof dossier->place);
    return true;
}

/* The structs of the union in a change, and in a record, all begin where it does. */
bool field_read(const struct record_field *field, const struct office *office, const char *text,
                struct change *change, struct err *err) {
    char *at = (char *)&change->actual + field->offset;
    bool flag = *text != '\0';
    switch (field->type) {
    case FIELD_TEXT:
        return read_text(field, text, at, err);
    case FIELD_CHOICE:
        return read_choice(field, text, at, err);
    case FIELD_FLAG:
        memcpy(at, &flag, sizeof flag);
        return true;
    case FIELD_DAY:
        return read_day(field, office, text, at, err);
    case FIELD_MONEY:
        return read_money(text, &change->spending, err);
    case FIELD_PLACE:
        return read_place(field, text, &change->dossier, err);
    }
    return false;
}

/* ---- showing ---- */

static void print_day(struct date date, bool iso, char *out, size_t size) {
    char text[CLOCK_TEXT_MAX] = "";
    if (date.year)
        (iso ? date_print_iso : date_print_short)(date, text);
    snprintf(out, size, "%s", text);
}

static void print_money(const struct spending *spending, bool iso, char *out, size_t size) {
    char text[DECIMAL_TEXT_MAX] = "";
    if (spending->filled)
        (iso ? decimal_print_plain : decimal_print)(spending->rupiah, 0, text);
    snprintf(out, size, "%s", text);
}

void field_print(const struct record_field *field, const struct record *record, bool iso, char *out,
                 size_t size) {
    const char *at = (const char *)&record->actual + field->offset;
    unsigned choice;
    bool flag;
    struct date date;
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_PLACE:
        snprintf(out, size, "%s", at);
        break;
    case FIELD_CHOICE:
        memcpy(&choice, at, sizeof choice);
        snprintf(out, size, "%s", field->choices->term[choice].word);
        break;
    case FIELD_FLAG:
        memcpy(&flag, at, sizeof flag);
        snprintf(out, size, "%s", flag ? "ya" : "");
        break;
    case FIELD_DAY:
        memcpy(&date, at, sizeof date);
        print_day(date, iso, out, size);
        break;
    case FIELD_MONEY:
        print_money(&record->spending, iso, out, size);
        break;
    }
}

void fields_keep(struct change *change, const struct record *record) {
    switch (record->key.kind) {
    case RECORD_SPENDING:
        change->spending = record->spending;
        break;
    case RECORD_MEETING:
        change->meeting = record->meeting;
        break;
    case RECORD_RECOMMENDATION:
        change->recommendation = record->recommendation;
        break;
    case RECORD_DOCUMENT:
        change->dossier = record->dossier;
        break;
    case RECORD_HANDOVER:
        change->handover = record->handover;
        break;
    case RECORD_ACTUAL:
    case RECORD_NOTES:
    case RECORD_EVIDENCE:
    case RECORD_SUBMISSION:
    case RECORD_CHECK:
    case RECORD_INSTRUCTION:
    case RECORD_REKEY:
    case RECORD_KIND_COUNT:
        break;
    }
}
