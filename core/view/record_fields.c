#include "view/record_fields.h"
#include "own/evidence_file.h"
#include "value/typed.h"
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define OF(of, member) .offset = offsetof(of, member)
#define BYTES(of, member) OF(of, member), .max = sizeof(((of *)NULL)->member) - 1
#define TEXT(of, member) .type = FIELD_TEXT, BYTES(of, member)
#define UNIT(of, member) .type = FIELD_UNIT, BYTES(of, member)
#define PLACE(of, member) .type = FIELD_PLACE, BYTES(of, member)
#define CHOICE(of, member, words) .type = FIELD_CHOICE, OF(of, member), .choices = &(words)
#define FLAG(of, member) .type = FIELD_FLAG, OF(of, member)
#define DAY(of, member) .type = FIELD_DAY, OF(of, member)
#define MONEY(of, member) .type = FIELD_MONEY, OF(of, member), .max = 40

static const struct record_field evidence_fields[] = {
    [EVIDENCE_PLACE] = {"tempat", "Tempat", PLACE(struct evidence, place), .rows = 2,
                        .hint = "berkas; atau kata-kata: lemari 3 map 7; atau: menyusul"},
    [EVIDENCE_DATE] = {"tanggal", "Tanggal", DAY(struct evidence, date),
                       .hint = "28 atau 28-9; H = hari ini"},
    [EVIDENCE_NUMBER] = {"nomor", "Nomor", TEXT(struct evidence, number),
                         .hint = "nomor surat, boleh kosong"},
    [EVIDENCE_TITLE] = {"judul", "Judul", TEXT(struct evidence, title), .rows = 2,
                        .missing = "Judul bukti masih kosong; isi judulnya"},
    [EVIDENCE_KIND] = {"jenis", "Jenis", CHOICE(struct evidence, kind, evidence_kind_words),
                       .hint = "satu angka, 1 sampai 8",
                       .missing = "Jenis bukti belum dipilih: tekan satu angka, 1 sampai 8"},
};
/* A list says what it is of; beside its indicator a form does not. */
static const struct record_field spending_fields[] = {
    {"rupiah", "Realisasi anggaran", MONEY(struct spending, rupiah)},
};
static const struct record_field spend_fields[] = {
    {"rupiah", "Rupiah", MONEY(struct spending, rupiah), .hint = "misalnya 24.750.000; kosong menghapusnya"},
};
static const struct record_field instruction_fields[] = {
    {"isi", "Arahan", TEXT(struct instruction, text), .rows = 5, .hint = "apa yang diminta",
     .missing = "Arahan masih kosong; tulis isinya"},
};
static const struct record_field reply_fields[] = {
    {"isi", "Jawaban", TEXT(struct instruction, text), .rows = 5,
     .hint = "apa yang sudah atau akan dikerjakan", .missing = "Jawaban masih kosong; tulis isinya"},
};
static const struct record_field meeting_fields[] = {
    {"tanggal", "Tanggal", DAY(struct meeting, date), .hint = "28, 28-9, H hari ini",
     .missing = "Tanggal masih kosong"},
    {"tempat", "Tempat", TEXT(struct meeting, place)},
    {"peserta", "Peserta", TEXT(struct meeting, people), .rows = 2, .hint = "siapa yang hadir",
     .missing = "Peserta masih kosong; sebutkan siapa yang hadir"},
    {"notula", "Notula", TEXT(struct meeting, minutes), .rows = 5, .hint = "hasilnya",
     .missing = "Notula masih kosong; tulis hasilnya"},
};
/* The last two are what EVENT_FOLLOWED_UP sets, the others EVENT_RECOMMENDED. */
static const struct record_field recommendation_fields[] = {
    {"asal", "Asal", CHOICE(struct recommendation, source, source_words), .aside = true,
     .missing = "Asal belum dipilih"},
    {"jenis", "Jenis", CHOICE(struct recommendation, topic, topic_words), .aside = true,
     .missing = "Jenis belum dipilih"},
    {"lhe", "Nomor LHE", TEXT(struct recommendation, letter), .aside = true,
     .hint = "boleh kosong bila internal"},
    {"tanggal-lhe", "Tanggal LHE", DAY(struct recommendation, letter_date), .aside = true},
    {"bidang", "Bidang", UNIT(struct recommendation, unit), .hint = "yang menindaklanjuti",
     .missing = "Bidang belum dipilih"},
    {"kode", "Indikator", TEXT(struct recommendation, indicator), .hint = "kode, boleh kosong"},
    {"tenggat", "Tenggat", DAY(struct recommendation, due), .hint = "boleh kosong"},
    {"isi", "Rekomendasi", TEXT(struct recommendation, text), .rows = 4,
     .missing = "Rekomendasi masih kosong; tulis isinya"},
    {"status", "Status", CHOICE(struct recommendation, state, follow_up_words),
     .missing = "Status belum dipilih"},
    {"tindak-lanjut", "Tindak lanjut", TEXT(struct recommendation, follow_up), .rows = 4,
     .hint = "apa yang dikerjakan"},
};
enum {
    FOLLOW_UP_FIELDS = 2,
    ADVICE_FIELDS = sizeof recommendation_fields / sizeof *recommendation_fields - FOLLOW_UP_FIELDS
};
static const struct record_field dossier_fields[] = {
    {"tanggal", "Tanggal", DAY(struct dossier, date), .hint = "28, 28-9-2025",
     .missing = "Tanggal masih kosong"},
    {"tempat", "Tempat", PLACE(struct dossier, place), .rows = 2, .hint = "berkas, atau kata-kata: lemari 3"},
    {"masih-berlaku", "Masih berlaku", FLAG(struct dossier, still_valid)},
};
static const struct record_field handover_fields[] = {
    {"tanggal", "Tanggal", DAY(struct handover, date), .hint = "28, 28-9, H hari ini",
     .missing = "Tanggal masih kosong"},
    {"surat", "Nomor surat", TEXT(struct handover, letter)},
};

#define ALL(fields)                                                                                          \
    { fields, sizeof(fields) / sizeof *(fields) }

const struct record_fields *event_fields(enum event_kind kind) {
    static const struct record_fields of[EVENT_KIND_COUNT] = {
        [EVENT_EVIDENCE_SET] = ALL(evidence_fields),
        [EVENT_SPENDING_SET] = ALL(spend_fields),
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
    int length = snprintf(out, field->max + 1, "%s", text);
    return (size_t)length <= field->max ||
           err_set(err, ERR_INVALID, "%s terlalu panjang: %d byte, paling banyak %zu; pendekkan",
                   field->label, length, field->max);
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

static bool read_day(const struct record_field *field, struct date today, const char *text, char *at,
                     struct err *err) {
    struct date date = {0};
    if (*text && !date_parse_typed(text, today, &date))
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

static bool read_place(const struct record_field *field, const char *text, struct change *change,
                       struct err *err) {
    struct evidence place = {.file = false};
    if (!read_text(field, text, place.place, err) || !evidence_take_file(&place, err))
        return false;
    change_place(change, &place);
    return true;
}

/* The structs of the union in a change, and in a record, all begin where it does. */
bool field_read(const struct record_field *field, struct date today, const char *text, struct change *change,
                struct err *err) {
    char *at = (char *)&change->actual + field->offset;
    bool flag = *text != '\0';
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_UNIT:
    case FIELD_FILE:
        return read_text(field, text, at, err);
    case FIELD_CHOICE:
        return read_choice(field, text, at, err);
    case FIELD_FLAG:
        memcpy(at, &flag, sizeof flag);
        return true;
    case FIELD_DAY:
        return read_day(field, today, text, at, err);
    case FIELD_MONEY:
        return read_money(text, &change->spending, err);
    case FIELD_PLACE:
        return read_place(field, text, change, err);
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
    case FIELD_UNIT:
    case FIELD_PLACE:
    case FIELD_FILE:
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

/* ---- places ---- */

struct evidence record_place(const struct record *record) {
    const struct dossier *dossier = &record->dossier;
    struct evidence place = {.file = dossier->file, .size = dossier->size, .digest = dossier->digest};
    if (record->key.kind == RECORD_EVIDENCE)
        return record->evidence;
    memcpy(place.place, dossier->place, sizeof place.place);
    return place;
}

void change_place(struct change *change, const struct evidence *place) {
    struct evidence *evidence = &change->evidence;
    struct dossier *dossier = &change->dossier;
    if (change->key.kind == RECORD_EVIDENCE) {
        evidence->file = place->file;
        evidence->size = place->size;
        evidence->digest = place->digest;
        memcpy(evidence->place, place->place, sizeof evidence->place);
        return;
    }
    dossier->file = place->file;
    dossier->size = place->size;
    dossier->digest = place->digest;
    memcpy(dossier->place, place->place, sizeof dossier->place);
}

/* ---- what stands ---- */

void fields_keep(struct change *change, const struct record *record) {
    switch (record->key.kind) {
    case RECORD_EVIDENCE:
        change->evidence = record->evidence;
        break;
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
    case RECORD_SUBMISSION:
    case RECORD_CHECK:
    case RECORD_INSTRUCTION:
    case RECORD_REKEY:
    case RECORD_KIND_COUNT:
        break;
    }
}
