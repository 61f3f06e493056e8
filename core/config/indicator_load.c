#include "base/text.h"
#include "config/config_field.h"
#include "config/config_internal.h"
#include "model/record.h"
#include <string.h>

/* What could not be read stays so; no amount in a catalogue is negative. */
static const struct decimal unread = {-1};

struct indicator_draft {
    struct indicator indicator;
    struct list requirement;
    struct list due_at; /* where each requirement has its own quarters; line 0: nowhere */
    struct field_reference unit;
    struct field_reference officer;
    struct place code_at, target_at, split_at;
    int split_count;
};

/* ---- triwulan: the splits ---- */

static void read_split(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct indicator_draft *draft = field;
    int number = draft->split_count++;
    if (number >= QUARTERS)
        return;
    struct figure *target = &draft->indicator.plan.target[number];
    target->kind = FIGURE_NOT_MEASURED;
    if (strcmp(value->text, "-") == 0)
        return;
    *target = (struct figure){.kind = FIGURE_VALUE, .value = unread};
    field_decimal(yaml, value, &target->value);
}

static void read_splits(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct indicator_draft *draft = field;
    draft->split_at = value->at;
    int count = yaml_list(yaml, value, YAML_SCALAR, read_split, draft);
    if (count != QUARTERS)
        yaml_problem(yaml, value->at,
                     "triwulan harus 4 nilai, bukan %d; di dalam [ ] koma memisahkan: tulis 7.5 atau \"7,5\"",
                     count);
}

/* ---- data_dukung ---- */

struct requirement_draft {
    struct requirement requirement;
    struct place due_at;
};

static void read_due(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    static const char digits[] = "1234";
    bool *due = field;
    const char *digit = value->length == 1 ? strchr(digits, value->text[0]) : NULL;
    if (!digit)
        yaml_problem(yaml, value->at, "triwulan \"%.60s\" salah; tulis 1 sampai 4", value->text);
    else if (due[digit - digits])
        yaml_problem(yaml, value->at, "triwulan %s ditulis dua kali; hapus salah satu", value->text);
    else
        due[digit - digits] = true;
}

static void read_dues(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct requirement_draft *draft = field;
    draft->due_at = value->at;
    if (yaml_list(yaml, value, YAML_SCALAR, read_due, draft->requirement.due) == 0)
        yaml_problem(yaml, value->at, "triwulan kosong; hapus kuncinya bila wajib setiap triwulan");
}

enum { REQUIREMENTS_MAX = 50 }; /* of an indicator */

static const int title_max = TITLE_MAX;

#define OF_REQUIREMENT(member) offsetof(struct requirement_draft, requirement.member)
static const struct yaml_key requirement_keys[] = {
    {"jenis", YAML_SCALAR, true, field_word, OF_REQUIREMENT(kind), &evidence_kind_words},
    {"judul", YAML_SCALAR, true, field_text, OF_REQUIREMENT(title), &title_max},
    {"triwulan", YAML_LIST, false, read_dues, 0, NULL},
};
static const struct yaml_table requirement_table = YAML_TABLE(requirement_keys);

static void read_requirement(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct indicator_draft *draft = field;
    struct requirement_draft read = {0};
    int count = draft->requirement.count;
    if (!yaml_map(yaml, value, &requirement_table, &read) ||
        !field_has_room(yaml, value, count, REQUIREMENTS_MAX))
        return;
    const struct requirement *earlier = draft->requirement.item;
    for (int i = 0; i < count; i++)
        if (text_compare_folded(earlier[i].title, read.requirement.title) == 0)
            yaml_problem(yaml, value->at, "judul \"%.80s\" sudah ada pada indikator ini; beri judul lain",
                         read.requirement.title);
    list_add(&draft->requirement, &read.requirement);
    list_add(&draft->due_at, &read.due_at);
}

static void read_requirements(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    yaml_list(yaml, value, YAML_MAP, read_requirement, field);
}

/* ---- an indicator ---- */

static void read_code(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct indicator_draft *draft = field;
    const struct config_part *part = yaml_root(yaml);
    draft->code_at = value->at;
    field_code(yaml, value, &draft->indicator.code);
    if (draft->indicator.code && config_unit(part->config, draft->indicator.code))
        yaml_problem(yaml, value->at, "kode \"%s\" juga kode bidang; beri kode lain", draft->indicator.code);
}

static void read_target(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct indicator_draft *draft = field;
    draft->target_at = value->at;
    field_decimal(yaml, value, &draft->indicator.plan.annual);
}

static void read_budget(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct indicator *indicator = field;
    indicator->budgeted = true;
    field_decimal(yaml, value, &indicator->budget);
}

static const int unit_name_max = MEASURE_NAME_MAX;

#define OF_DRAFT(member) offsetof(struct indicator_draft, member)
#define OF_INDICATOR(member) offsetof(struct indicator_draft, indicator.member)
static const struct yaml_key indicator_keys[] = {
    {"kode", YAML_SCALAR, true, read_code, 0, NULL},
    {"tingkat", YAML_SCALAR, true, field_word, OF_INDICATOR(level), &level_words},
    {"sasaran", YAML_SCALAR, true, field_text, OF_INDICATOR(objective), NULL},
    {"uraian", YAML_SCALAR, true, field_text, OF_INDICATOR(description), NULL},
    {"satuan", YAML_SCALAR, true, field_text, OF_INDICATOR(measure.name), &unit_name_max},
    {"desimal", YAML_SCALAR, false, field_flag, OF_INDICATOR(measure.decimals), &yes_words},
    {"target", YAML_SCALAR, true, read_target, 0, NULL},
    {"bidang", YAML_SCALAR, true, field_reference, OF_DRAFT(unit), NULL},
    {"pelaksana", YAML_SCALAR, false, field_reference, OF_DRAFT(officer), NULL},
    {"agregasi", YAML_SCALAR, true, field_word, OF_INDICATOR(plan.aggregation), &aggregation_words},
    {"polaritas", YAML_SCALAR, true, field_word, OF_INDICATOR(plan.polarity), &polarity_words},
    {"boleh_lebih_100", YAML_SCALAR, false, field_flag, OF_INDICATOR(over_hundred), &yes_words},
    {"definisi", YAML_SCALAR, false, field_text, OF_INDICATOR(definition), NULL},
    {"pagu", YAML_SCALAR, false, read_budget, OF_DRAFT(indicator), NULL},
    {"triwulan", YAML_LIST, false, read_splits, 0, NULL},
    {"data_dukung", YAML_LIST, false, read_requirements, 0, NULL},
};
static const struct yaml_table indicator_table = YAML_TABLE(indicator_keys);

static void resolve_people(struct yaml_reader *yaml, struct indicator_draft *draft) {
    const struct config_part *part = yaml_root(yaml);
    if (!part->complete)
        return;
    if (draft->unit.text && part->config->unit_count)
        draft->indicator.unit = field_unit(yaml, &draft->unit);
    draft->indicator.officer = draft->officer.text;
    if (draft->officer.text && part->config->person_count &&
        !config_find_person(part->config, draft->officer.text))
        yaml_problem(yaml, draft->officer.at, "pelaksana \"%.60s\" tidak ada di pengguna; periksa loginnya",
                     draft->officer.text);
}

static void check_whole(struct yaml_reader *yaml, const struct indicator *indicator, struct place at,
                        struct decimal value) {
    char text[DECIMAL_TEXT_MAX];
    if (indicator->measure.decimals || decimal_is_whole(value))
        return;
    decimal_print(value, 0, text);
    yaml_problem(yaml, at,
                 "%s bukan bilangan bulat; tulis tanpa titik ribuan, atau tambahkan desimal: ya bila \"%s\" "
                 "boleh pecahan",
                 text, indicator->measure.name);
}

static void check_plan(struct yaml_reader *yaml, const struct indicator_draft *draft) {
    static const char *const made_by[AGGREGATION_COUNT] = {
        [AGGREGATION_SUM] = "jumlah triwulan",
        [AGGREGATION_POSITION] = "triwulan terakhir",
        [AGGREGATION_MEAN] = "rata-rata triwulan",
        [AGGREGATION_YEARLY] = "TW4",
    };
    const struct plan *plan = &draft->indicator.plan;
    struct decimal made;
    char made_text[DECIMAL_TEXT_MAX];
    char target_text[DECIMAL_TEXT_MAX];
    if (plan->aggregation == AGGREGATION_YEARLY && !plan_is_yearly(plan)) {
        decimal_print_plain(plan->annual, 0, target_text);
        yaml_problem(yaml, draft->split_at, "tahunan diukur di TW4 saja; tulis [\"-\", \"-\", \"-\", %s]",
                     target_text);
        return;
    }
    if (plan_agrees(plan, &made))
        return;
    decimal_print(made, 0, made_text);
    decimal_print(plan->annual, 0, target_text);
    yaml_problem(yaml, draft->split_at, "%s %s, padahal target %s (baris %d); samakan",
                 made_by[plan->aggregation], made_text, target_text, draft->target_at.line);
}

static void check_figures(struct yaml_reader *yaml, const struct indicator_draft *draft) {
    const struct indicator *indicator = &draft->indicator;
    const struct plan *plan = &indicator->plan;
    check_whole(yaml, indicator, draft->target_at, plan->annual);
    if (!draft->split_count)
        return;
    for (int i = 0; i < QUARTERS; i++)
        check_whole(yaml, indicator, draft->split_at, plan->target[i].value);
    if (plan_is_measured(plan))
        check_plan(yaml, draft);
    else
        yaml_problem(yaml, draft->split_at,
                     "tidak ada triwulan yang diukur; tulis targetnya, atau hapus kuncinya");
}

/* One fault must not hide another: they are checked as soon as all that makes them was read. */
static bool figures_read(const struct indicator_draft *draft) {
    const struct plan *plan = &draft->indicator.plan;
    bool whole = !draft->split_at.line || draft->split_count == QUARTERS;
    for (int i = 0; i < QUARTERS; i++)
        whole = whole && plan->target[i].value.units != unread.units;
    return whole && draft->indicator.measure.name && plan->annual.units != unread.units &&
           plan->aggregation != AGGREGATION_COUNT;
}

/* A document without its own quarters is due in every measured one. */
static void set_due(struct yaml_reader *yaml, struct requirement *requirement, struct place due_at,
                    const struct plan *plan) {
    for (int i = 0; i < QUARTERS; i++) {
        bool measured = plan_takes_value(plan, i + 1);
        if (due_at.line == 0)
            requirement->due[i] = measured;
        else if (requirement->due[i] && !measured && plan_is_measured(plan))
            yaml_problem(yaml, due_at,
                         "\"%.80s\" wajib di TW%d, yang tidak diukur; hapus %d, atau tulis targetnya",
                         requirement->title, i + 1, i + 1);
    }
}

static void keep_requirements(struct yaml_reader *yaml, struct indicator_draft *draft) {
    struct indicator *indicator = &draft->indicator;
    const struct place *due_at = draft->due_at.item;
    indicator->requirement_count = draft->requirement.count;
    struct requirement *requirement = list_keep(&draft->requirement, &field_config(yaml)->arena);
    for (int i = 0; i < indicator->requirement_count; i++)
        set_due(yaml, &requirement[i], due_at[i], &indicator->plan);
    indicator->requirement = requirement;
    list_release(&draft->due_at);
}

void indicator_read(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct indicator_list *list = field;
    struct indicator_draft draft = {
        .indicator.plan = {.annual = unread, .aggregation = AGGREGATION_COUNT},
        .requirement = {.size = sizeof(struct requirement)},
        .due_at = {.size = sizeof(struct place)},
    };
    struct indicator *indicator = &draft.indicator;
    for (int i = 0; i < QUARTERS; i++)
        indicator->plan.target[i].kind = FIGURE_NOT_SET;
    yaml_map(yaml, value, &indicator_table, &draft);
    resolve_people(yaml, &draft);
    if (figures_read(&draft)) {
        indicator->measure.percent = strcmp(indicator->measure.name, "%") == 0;
        indicator->measure.decimals |= indicator->measure.percent;
        check_figures(yaml, &draft);
    }
    keep_requirements(yaml, &draft);
    if (!indicator->code)
        return;
    list_add(&list->indicator, indicator);
    list_add(&list->place, &draft.code_at);
}
