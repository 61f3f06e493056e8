#include "base/list.h"
#include "config/config_field.h"
#include "config/config_internal.h"
#include <stdio.h>
#include <string.h>

#define WHOLE(n)                                                                                             \
    { .units = (n)*DECIMAL_SCALE }

const struct rules config_rules_default = {
    .deadline = {{.month = 4, .day = 7, .shift = HOLIDAY_LATER},
                 {.month = 7, .day = 7, .shift = HOLIDAY_LATER},
                 {.month = 10, .day = 7, .shift = HOLIDAY_LATER},
                 {.month = 12, .day = 28, .shift = HOLIDAY_EARLIER},
                 {.month = 1, .day = 31, .shift = HOLIDAY_EARLIER}},
    .after = {[DEADLINE_HAND_IN] = {.days = 0, .shift = HOLIDAY_FIXED},
              [DEADLINE_VERIFY] = {.days = 7, .shift = HOLIDAY_LATER},
              [DEADLINE_REPAIR] = {.days = 10, .shift = HOLIDAY_LATER},
              [DEADLINE_REPORT] = {.days = 14, .shift = HOLIDAY_LATER}},
    .evidence_required = true,
    .explain_below = WHOLE(75),
    .bands = {.band = {{.name = "Sangat Tinggi", .from = WHOLE(91)},
                       {.name = "Tinggi", .from = WHOLE(76)},
                       {.name = "Sedang", .from = WHOLE(66)},
                       {.name = "Rendah", .from = WHOLE(51)},
                       {.name = "Sangat Rendah", .from = WHOLE(0)}},
              .count = 5},
    .cap = {.capped = true, .limit = WHOLE(120)},
    .warn = {.above = WHOLE(120), .below = WHOLE(50), .jump = WHOLE(10)},
};

#define WORDS(variable, yaml_name, ...)                                                                      \
    static const struct term variable##_terms[] = {__VA_ARGS__};                                             \
    static const struct vocabulary variable = {.name = (yaml_name),                                          \
                                               .term = variable##_terms,                                     \
                                               .count = sizeof variable##_terms / sizeof *variable##_terms}

/* Each in the order of its enum, or no and yes. */
WORDS(shift_words, "jika_libur", {.word = "mundur"}, {.word = "maju"}, {.word = "tetap"});
WORDS(self_words, "verifikasi_sendiri", {.word = "tolak"}, {.word = "peringatkan"});
WORDS(basis_words, "dasar_rata_rata", {.word = "triwulan"}, {.word = "sd"});

/* ---- batas_kirim, and what follows it ---- */

static const struct field_range months = {1, 12};
static const struct field_range days = {1, 31};

static const struct yaml_key deadline_keys[] = {
    {"bulan", YAML_SCALAR, true, field_integer, offsetof(struct deadline_rule, month), &months},
    {"tanggal", YAML_SCALAR, true, field_integer, offsetof(struct deadline_rule, day), &days},
    {"jika_libur", YAML_SCALAR, false, field_word, offsetof(struct deadline_rule, shift), &shift_words},
};
static const struct yaml_table deadline_table = YAML_TABLE(deadline_keys);

/* The first month and the last in which a period may be due, each at most three months after its end. */
static const struct field_range due_months[PERIODS] = {{3, 6}, {6, 9}, {9, 12}, {12, 3}, {1, 3}};

/* A day that every year has. */
static void read_deadline(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct deadline_rule *rule = field;
    const struct field_range *due = value->key->of;
    if (!yaml_map(yaml, value, &deadline_table, rule))
        return;
    int later = (rule->month - due->first + 12) % 12;
    if (later > (due->last - due->first + 12) % 12)
        yaml_problem(yaml, value->at, "batas kirim %s di bulan %d; pilih bulan %d sampai %d",
                     value->key->name, rule->month, due->first, due->last);
    if (!date_valid((struct date){.year = 2025, .month = rule->month, .day = rule->day}))
        yaml_problem(yaml, value->at, "tanggal %d tidak ada di bulan %d", rule->day, rule->month);
}

#define DEADLINE(name, number)                                                                               \
    {                                                                                                        \
        name, YAML_MAP, false, read_deadline, ((number)-1) * sizeof(struct deadline_rule),                   \
            &due_months[(number)-1]                                                                          \
    }
static const struct yaml_key deadlines_keys[] = {
    DEADLINE("TW1", 1),
    DEADLINE("TW2", 2),
    DEADLINE("TW3", 3),
    DEADLINE("TW4", 4),
    DEADLINE("TAHUN", YEAR_PERIOD),
};
static const struct yaml_table deadlines_table = YAML_TABLE(deadlines_keys);

static const struct field_range days_after = {0, 120};

static const struct yaml_key offset_keys[] = {
    {"hari", YAML_SCALAR, true, field_integer, offsetof(struct offset_rule, days), &days_after},
    {"jika_libur", YAML_SCALAR, false, field_word, offsetof(struct offset_rule, shift), &shift_words},
};
static const struct yaml_table offset_table = YAML_TABLE(offset_keys);

/* ---- hari_libur ---- */

static void read_holiday(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct date date = {0};
    field_date(yaml, value, &date);
    list_add(field, &date);
}

static void read_holidays(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct rules *rules = field;
    struct list list = {.size = sizeof(struct date)};
    yaml_list(yaml, value, YAML_SCALAR, read_holiday, &list);
    rules->holiday_count = list.count;
    rules->holiday = list_keep(&list, &field_config(yaml)->arena);
}

/* ---- predikat ---- */

struct band_draft {
    const char *name;
    struct decimal from;
};

static const int band_name_max = BAND_NAME_MAX - 1;

static const struct yaml_key band_keys[] = {
    {"nama", YAML_SCALAR, true, field_text, offsetof(struct band_draft, name), &band_name_max},
    {"mulai", YAML_SCALAR, true, field_decimal, offsetof(struct band_draft, from), NULL},
};
static const struct yaml_table band_table = YAML_TABLE(band_keys);

static void read_band(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct bands *bands = field;
    struct band_draft draft = {0};
    if (!yaml_map(yaml, value, &band_table, &draft) || !field_has_room(yaml, value, bands->count, BANDS_MAX))
        return;
    const struct band *above = bands->count ? &bands->band[bands->count - 1] : NULL;
    if (above && decimal_compare(draft.from, above->from) >= 0)
        yaml_problem(yaml, value->at, "predikat \"%s\" tidak di bawah \"%s\"; urutkan dari yang tertinggi",
                     draft.name, above->name);
    struct band *band = &bands->band[bands->count++];
    band->from = draft.from;
    snprintf(band->name, sizeof band->name, "%s", draft.name);
}

static void read_bands(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct bands *bands = field;
    *bands = (struct bands){0};
    int count = yaml_list(yaml, value, YAML_MAP, read_band, bands);
    if (count == 0)
        yaml_problem(yaml, value->at, "predikat kosong; tulis sekurangnya satu");
    else if (bands->count == count && bands->band[count - 1].from.units != 0)
        yaml_problem(yaml, value->at, "predikat \"%s\" yang terendah harus mulai: 0",
                     bands->band[count - 1].name);
}

/* ---- batas_capaian, peringatan ---- */

static void read_cap(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct cap *cap = field;
    cap->capped = strcmp(value->text, "tidak") != 0;
    if (!cap->capped)
        return;
    field_decimal(yaml, value, &cap->limit);
    if (decimal_compare(cap->limit, decimal_whole(100)) < 0)
        yaml_problem(yaml, value->at, "batas_capaian di bawah 100; tulis 100 atau lebih, atau tidak");
}

static const struct yaml_key warning_keys[] = {
    {"capaian_di_atas", YAML_SCALAR, false, field_decimal, offsetof(struct warning_limits, above), NULL},
    {"capaian_di_bawah", YAML_SCALAR, false, field_decimal, offsetof(struct warning_limits, below), NULL},
    {"lonjakan", YAML_SCALAR, false, field_decimal, offsetof(struct warning_limits, jump), NULL},
};
static const struct yaml_table warning_table = YAML_TABLE(warning_keys);

static void read_warnings(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct warning_limits *limits = field;
    if (!yaml_map(yaml, value, &warning_table, limits))
        return;
    if (decimal_compare(limits->below, limits->above) >= 0)
        yaml_problem(yaml, value->at, "capaian_di_bawah harus lebih kecil dari capaian_di_atas");
    if (decimal_compare(limits->jump, decimal_whole(1)) <= 0)
        yaml_problem(yaml, value->at, "lonjakan harus lebih dari 1");
}

/* ---- aturan ---- */

#define OF(member) offsetof(struct rules, member)
static const struct yaml_key rules_keys[] = {
    {"batas_kirim", YAML_MAP, false, field_map, OF(deadline), &deadlines_table},
    {"batas_verifikasi", YAML_MAP, false, field_map, OF(after[DEADLINE_VERIFY]), &offset_table},
    {"batas_perbaikan", YAML_MAP, false, field_map, OF(after[DEADLINE_REPAIR]), &offset_table},
    {"batas_lapor", YAML_MAP, false, field_map, OF(after[DEADLINE_REPORT]), &offset_table},
    {"hari_libur", YAML_LIST, false, read_holidays, 0, NULL},
    {"paraf", YAML_SCALAR, false, field_flag, OF(initial_required), &yes_words},
    {"verifikasi_sendiri", YAML_SCALAR, false, field_flag, OF(self_verification_warned), &self_words},
    {"bukti_wajib_saat_ajukan", YAML_SCALAR, false, field_flag, OF(evidence_required), &yes_words},
    {"penjelasan_di_bawah", YAML_SCALAR, false, field_decimal, OF(explain_below), NULL},
    {"predikat", YAML_LIST, false, read_bands, OF(bands), NULL},
    {"batas_capaian", YAML_SCALAR, false, read_cap, OF(cap), NULL},
    {"dasar_rata_rata", YAML_SCALAR, false, field_word, OF(average_basis), &basis_words},
    {"rumus_turun", YAML_SCALAR, false, field_word, OF(lower_formula), &lower_formula_words},
    {"peringatan", YAML_MAP, false, read_warnings, OF(warn), NULL},
};
const struct yaml_table config_rules_table = YAML_TABLE(rules_keys);
