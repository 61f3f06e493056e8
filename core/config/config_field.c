#include "config/config_field.h"
#include "base/text.h"
#include <string.h>

static const struct term yes_terms[] = {{.word = "tidak"}, {.word = "ya"}};
const struct vocabulary yes_words = {.name = "ya/tidak", .term = yes_terms, .count = 2};

static const struct term quarter_terms[] = {
    {.word = "TW1"}, {.word = "TW2"}, {.word = "TW3"}, {.word = "TW4"}};
const struct vocabulary quarter_words = {.name = "triwulan", .term = quarter_terms, .count = QUARTERS};

struct config *field_config(const struct yaml_reader *yaml) {
    const struct config_part *part = yaml_root(yaml);
    return part->config;
}

static const char *keep_text(struct yaml_reader *yaml, const char *text, size_t length) {
    return arena_text(&field_config(yaml)->arena, text, length);
}

void field_map(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    yaml_map(yaml, value, value->key->of, field);
}

void field_blank_text(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    size_t max = value->key->of ? (size_t) * (const int *)value->key->of : FIELD_TEXT_MAX;
    size_t length = value->length;
    const char *text = text_trim(value->text, &length);
    if (length > max)
        yaml_problem(yaml, value->at, "\"%s\" terlalu panjang: %zu byte, paling banyak %zu; pendekkan",
                     value->key->name, length, max);
    else
        *(const char **)field = keep_text(yaml, text, length);
}

void field_text(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    size_t length = value->length;
    text_trim(value->text, &length);
    if (length)
        field_blank_text(yaml, value, field);
    else
        yaml_problem(yaml, value->at, "\"%s\" tidak boleh kosong", value->key->name);
}

void field_reference(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct field_reference *reference = field;
    reference->at = value->at;
    field_text(yaml, value, &reference->text);
}

const struct unit *field_unit(struct yaml_reader *yaml, const struct field_reference *reference) {
    const struct config *config = field_config(yaml);
    const struct unit *unit = config_unit(config, reference->text);
    if (unit)
        return unit;
    struct buf known = {0};
    for (int i = 0; i < config->unit_count; i++)
        buf_printf(&known, "%s%s", i ? " | " : "", config->unit[i].code);
    yaml_problem(yaml, reference->at, "bidang \"%.60s\" tidak dikenal; pilih %s", reference->text,
                 buf_string(&known));
    buf_release(&known);
    return NULL;
}

void field_code(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    if (code_is_valid(value->text, value->length))
        *(const char **)field = keep_text(yaml, value->text, value->length);
    else
        yaml_problem(yaml, value->at, "kode \"%.60s\" salah; tulis 1 sampai %d huruf, angka, atau . _ -",
                     value->text, CODE_MAX);
}

void field_date(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    if (!date_parse(value->text, field))
        yaml_problem(yaml, value->at, "tanggal \"%.60s\" salah; tulis seperti 2025-01-31", value->text);
}

int field_find(struct yaml_reader *yaml, const struct yaml_value *value, const struct vocabulary *words) {
    int found = vocabulary_find(words, value->text);
    if (found >= 0)
        return found;
    char list[ERR_TEXT_MAX];
    vocabulary_list(words, list, sizeof list);
    yaml_problem(yaml, value->at, "%s \"%.60s\" tidak dikenal; pilih %s", value->key->name, value->text,
                 list);
    return -1;
}

void field_word(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    int found = field_find(yaml, value, value->key->of);
    if (found >= 0)
        *(unsigned *)field = (unsigned)found;
}

void field_flag(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    int found = field_find(yaml, value, value->key->of);
    if (found >= 0)
        *(bool *)field = found == 1;
}

void field_integer(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    const struct field_range *range = value->key->of;
    struct decimal number;
    if (decimal_parse(value->text, value->length, &number) && decimal_is_whole(number) &&
        decimal_compare(number, decimal_whole(range->first)) >= 0 &&
        decimal_compare(number, decimal_whole(range->last)) <= 0)
        *(int *)field = (int)(number.units / DECIMAL_SCALE);
    else
        yaml_problem(yaml, value->at, "%s \"%.60s\" salah; tulis bilangan %d sampai %d", value->key->name,
                     value->text, range->first, range->last);
}

bool field_has_room(struct yaml_reader *yaml, const struct yaml_value *value, int count, int max) {
    if (count < max)
        return true;
    yaml_problem(yaml, value->at, "%s lebih dari %d; kurangi", value->key->name, max);
    return false;
}

void field_decimal(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct decimal number;
    if (!decimal_parse(value->text, value->length, &number))
        yaml_problem(yaml, value->at, "%s \"%.60s\" bukan angka; contoh 1500 atau 12,5 (tanpa titik ribuan)",
                     value->key->name, value->text);
    else if (number.units < 0)
        yaml_problem(yaml, value->at, "%s \"%.60s\" negatif; tulis 0 atau lebih", value->key->name,
                     value->text);
    else
        *(struct decimal *)field = number;
}
