#include "base/text.h"
#include "config/config_field.h"
#include "config/config_internal.h"
#include "model/record.h"
#include <stdlib.h>

struct catalogue_draft {
    struct catalogue_file file;
    struct indicator_list list;
};

static const struct term status_terms[] = {{.word = "contoh"}, {.word = "ditetapkan"}};
static const struct vocabulary status_words = {.name = "status", .term = status_terms, .count = 2};

static const int number_max = NUMBER_MAX;

#define OF(member) offsetof(struct catalogue, member)
static const struct yaml_key plan_keys[] = {
    {"status", YAML_SCALAR, true, field_flag, OF(adopted), &status_words},
    {"nomor", YAML_SCALAR, false, field_text, OF(plan_number), &number_max},
    {"tanggal", YAML_SCALAR, false, field_date, OF(plan_date), NULL},
};
static const struct yaml_table plan_table = YAML_TABLE(plan_keys);

static void read_plan(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct catalogue *catalogue = field;
    if (!yaml_map(yaml, value, &plan_table, catalogue))
        return;
    bool number = *catalogue->plan_number;
    bool date = catalogue->plan_date.year;
    if (catalogue->adopted && !(number && date))
        yaml_problem(yaml, value->at, "status ditetapkan perlu nomor dan tanggal penetapan");
    if (!catalogue->adopted && (number || date))
        yaml_problem(yaml, value->at,
                     "nomor dan tanggal hanya untuk status ditetapkan; hapus, atau ubah status");
}

static const struct field_range years = {1900, 9999};

static void read_year(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct catalogue_file *file = field;
    file->year_at = value->at;
    field_integer(yaml, value, &file->catalogue.year);
}

static void read_first(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct catalogue_file *file = field;
    int found = field_find(yaml, value, &quarter_words);
    file->first_at = value->at;
    if (found >= 0)
        file->catalogue.first = found + 1;
}

static void read_indicators(struct yaml_reader *yaml, const struct yaml_value *value, void *list) {
    if (yaml_list(yaml, value, YAML_MAP, indicator_read, list) == 0)
        yaml_problem(yaml, value->at, "indikator kosong; tulis sekurangnya satu");
}

#define OF_DRAFT(member) offsetof(struct catalogue_draft, member)
static const struct yaml_key catalogue_keys[] = {
    {"tahun", YAML_SCALAR, true, read_year, OF_DRAFT(file), &years},
    {"mulai", YAML_SCALAR, false, read_first, OF_DRAFT(file), NULL},
    {"rencana_aksi", YAML_MAP, true, read_plan, OF_DRAFT(file.catalogue), NULL},
    {"indikator", YAML_LIST, true, read_indicators, OF_DRAFT(list), NULL},
};
static const struct yaml_table catalogue_table = YAML_TABLE(catalogue_keys);

static int by_code(const void *left, const void *right, void *context) {
    const struct indicator *indicator = context;
    int a = *(const int *)left;
    int b = *(const int *)right;
    int order = text_compare_folded(indicator[a].code, indicator[b].code);
    return order ? order : a - b;
}

/* Equal codes stand side by side in that order, the earlier line first. */
static void index_codes(struct yaml_reader *yaml, struct catalogue_draft *draft) {
    struct arena *arena = &field_config(yaml)->arena;
    const struct place *place = draft->list.place.item;
    int count = draft->list.indicator.count;
    struct indicator *indicator = list_keep(&draft->list.indicator, arena);
    int *order = arena_alloc(arena, (size_t)count, sizeof *order);
    for (int i = 0; i < count; i++)
        order[i] = i;
    if (count)
        qsort_r(order, (size_t)count, sizeof *order, by_code, indicator);
    for (int i = 1; i < count; i++)
        if (text_compare_folded(indicator[order[i - 1]].code, indicator[order[i]].code) == 0)
            yaml_problem(yaml, place[order[i]], "kode \"%s\" sudah ada di baris %d; beri kode lain",
                         indicator[order[i]].code, place[order[i - 1]].line);
    list_release(&draft->list.place);
    draft->file.catalogue.indicator = indicator;
    draft->file.catalogue.by_code = order;
    draft->file.catalogue.count = count;
}

void catalogue_read(struct yaml_reader *yaml, const struct yaml_value *value, void *root) {
    struct config_part *part = root;
    struct catalogue_file *file = &part->file[part->reading];
    struct catalogue_draft draft = {
        .file = {.name = file->name, .catalogue = {.first = 1, .plan_number = ""}},
        .list = {.indicator = {.size = sizeof(struct indicator)}, .place = {.size = sizeof(struct place)}},
    };
    yaml_map(yaml, value, &catalogue_table, &draft);
    index_codes(yaml, &draft);
    *file = draft.file;
}
