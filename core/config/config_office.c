#include "base/list.h"
#include "base/text.h"
#include "config/config_field.h"
#include "config/config_internal.h"
#include "model/record.h"
#include <string.h>

/* Far more than any office has; what is looked up one by one stays fast. */
enum { UNITS_MAX = 100, PEOPLE_MAX = 1000 };

#define OF(member) offsetof(struct config, member)

/* ---- instansi ---- */

static void read_zone(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    const struct zone *zone = zone_find(value->text);
    if (!zone)
        yaml_problem(yaml, value->at, "zona_waktu \"%.60s\" tidak dikenal; pilih %s", value->text,
                     zone_names());
    *(const struct zone **)field = zone;
}

static const struct yaml_key agency_keys[] = {
    {"nama", YAML_SCALAR, true, field_text, OF(agency), NULL},
    {"singkat", YAML_SCALAR, true, field_text, OF(agency_short), NULL},
    {"daerah", YAML_SCALAR, true, field_text, OF(region), NULL},
    {"alamat", YAML_SCALAR, false, field_blank_text, OF(address), NULL},
    {"tempat", YAML_SCALAR, true, field_text, OF(place), NULL},
    {"zona_waktu", YAML_SCALAR, true, read_zone, OF(zone), NULL},
};
static const struct yaml_table agency_table = YAML_TABLE(agency_keys);

/* ---- penandatangan ---- */

static const struct yaml_key signer_keys[] = {
    {"jabatan", YAML_SCALAR, true, field_text, offsetof(struct signer, position), NULL},
    {"nama", YAML_SCALAR, false, field_blank_text, offsetof(struct signer, name), NULL},
    {"pangkat", YAML_SCALAR, false, field_blank_text, offsetof(struct signer, rank), NULL},
    {"nip", YAML_SCALAR, false, field_blank_text, offsetof(struct signer, nip), NULL},
};
static const struct yaml_table signer_table = YAML_TABLE(signer_keys);

static const struct yaml_key signers_keys[] = {
    {"kepala", YAML_MAP, false, field_map, OF(head), &signer_table},
    {"ketua_tim", YAML_MAP, false, field_map, OF(team_chair), &signer_table},
    {"perencana", YAML_MAP, false, field_map, OF(planner), &signer_table},
};
static const struct yaml_table signers_table = YAML_TABLE(signers_keys);

/* ---- bidang ---- */

static const struct yaml_key unit_keys[] = {
    {"kode", YAML_SCALAR, true, field_code, offsetof(struct unit, code), NULL},
    {"nama", YAML_SCALAR, true, field_text, offsetof(struct unit, name), NULL},
};
static const struct yaml_table unit_table = YAML_TABLE(unit_keys);

/* Where a command or a record may name a bidang, these stand beside it. */
static bool is_reserved(const char *code) {
    static const char *const reserved[] = {RECORD_JOINT, RECORD_AGENCY};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (text_compare_folded(reserved[i], code) == 0)
            return true;
    return false;
}

static void read_unit(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct list *list = field;
    struct unit unit = {.code = "", .name = ""};
    yaml_map(yaml, value, &unit_table, &unit);
    if (!field_has_room(yaml, value, list->count, UNITS_MAX))
        return;
    const struct unit *earlier = list->item;
    if (is_reserved(unit.code))
        yaml_problem(yaml, value->at, "kode bidang \"%s\" dipakai program; beri kode lain", unit.code);
    for (int i = 0; i < list->count; i++)
        if (text_compare_folded(earlier[i].code, unit.code) == 0)
            yaml_problem(yaml, value->at, "bidang \"%s\" sudah ada; beri kode lain", unit.code);
    if (*unit.code)
        list_add(list, &unit);
}

static void read_units(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct config *config = field;
    struct list list = {.size = sizeof(struct unit)};
    if (yaml_list(yaml, value, YAML_MAP, read_unit, &list) == 0)
        yaml_problem(yaml, value->at, "bidang kosong; tulis sekurangnya satu");
    config->unit_count = list.count;
    config->unit = list_keep(&list, &config->arena);
}

/* ---- pengguna ---- */

/* Bidang may stand below pengguna, so a person's is looked up at the end of the file. */
struct person_draft {
    struct person person;
    struct field_reference unit;
};

static void read_login(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    bool fits = value->length && value->length <= LOGIN_MAX && !strpbrk(value->text, " :/");
    if (!fits)
        yaml_problem(yaml, value->at,
                     "login \"%.60s\" salah; tulis nama login sistem, paling banyak %d huruf", value->text,
                     LOGIN_MAX);
    else
        field_text(yaml, value, field);
}

static void read_role(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    role_set *roles = field;
    int role = field_find(yaml, value, &role_words);
    if (role >= 0)
        *roles |= 1u << role;
}

static void read_roles(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    if (yaml_list(yaml, value, YAML_SCALAR, read_role, field) == 0)
        yaml_problem(yaml, value->at, "peran kosong; tulis sekurangnya satu");
}

#define OF_PERSON(member) offsetof(struct person_draft, person.member)
static const struct yaml_key person_keys[] = {
    {"login", YAML_SCALAR, true, read_login, OF_PERSON(login), NULL},
    {"nama", YAML_SCALAR, true, field_text, OF_PERSON(name), NULL},
    {"jabatan", YAML_SCALAR, false, field_blank_text, OF_PERSON(position), NULL},
    {"bidang", YAML_SCALAR, false, field_reference, offsetof(struct person_draft, unit), NULL},
    {"peran", YAML_LIST, true, read_roles, OF_PERSON(roles), NULL},
};
static const struct yaml_table person_table = YAML_TABLE(person_keys);

static void read_person(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    static const role_set of_unit = 1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR;
    struct list *people = field;
    struct person_draft draft = {.person = {.login = "", .name = "", .position = ""}};
    yaml_map(yaml, value, &person_table, &draft);
    if (!field_has_room(yaml, value, people->count, PEOPLE_MAX))
        return;
    if (!draft.unit.text && draft.person.roles & of_unit)
        yaml_problem(yaml, value->at, "operator dan atasan perlu bidang; tambahkan bidang: KODE");
    const struct person_draft *earlier = people->item;
    for (int i = 0; i < people->count && *draft.person.login; i++)
        if (strcmp(earlier[i].person.login, draft.person.login) == 0)
            yaml_problem(yaml, value->at, "login \"%s\" sudah ada; gabungkan perannya", draft.person.login);
    list_add(people, &draft);
}

static void read_people(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct config_part *part = yaml_root(yaml);
    (void)field;
    yaml_list(yaml, value, YAML_MAP, read_person, &part->people);
}

static void resolve_people(struct yaml_reader *yaml, struct config_part *part) {
    struct config *config = part->config;
    int count = part->people.count;
    const struct person_draft *draft = part->people.item;
    struct person *person = arena_alloc(&config->arena, (size_t)count, sizeof *person);
    for (int i = 0; i < count; i++) {
        person[i] = draft[i].person;
        if (draft[i].unit.text && config->unit_count)
            person[i].unit = field_unit(yaml, &draft[i].unit);
    }
    config->person = person;
    config->person_count = count;
    list_release(&part->people);
}

/* ---- tim, katalog ---- */

static const struct yaml_key team_keys[] = {
    {"sk", YAML_SCALAR, false, field_blank_text, OF(team_decree), NULL},
    {"tanggal", YAML_SCALAR, false, field_date, OF(team_date), NULL},
};
static const struct yaml_table team_table = YAML_TABLE(team_keys);

static bool is_named(const struct config_part *part, const char *name) {
    for (int i = 0; i < part->file_count; i++)
        if (strcmp(part->file[i].name, name) == 0)
            return true;
    return false;
}

static void read_catalogue_name(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct config_part *part = field;
    const char *name = NULL;
    if (value->length == 0 || value->length > TITLE_MAX || value->text[0] == '.' || strchr(value->text, '/'))
        yaml_problem(yaml, value->at, "katalog \"%.60s\" salah; tulis nama berkas di folder yang sama",
                     value->text);
    else
        field_text(yaml, value, &name);
    if (!name || !field_has_room(yaml, value, part->file_count, CATALOGUES_MAX))
        return;
    if (is_named(part, name))
        yaml_problem(yaml, value->at, "katalog \"%.60s\" ditulis dua kali; hapus salah satu", name);
    else
        part->file[part->file_count++].name = name;
}

static void read_catalogue_names(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    struct config_part *part = yaml_root(yaml);
    (void)field;
    if (yaml_list(yaml, value, YAML_SCALAR, read_catalogue_name, part) == 0)
        yaml_problem(yaml, value->at, "katalog kosong; tulis sekurangnya satu berkas");
}

/* ---- the document ---- */

static const struct field_range versions = {1, 1};

static void read_version(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    int version = 0;
    (void)field;
    field_integer(yaml, value, &version);
}

static const struct yaml_key office_keys[] = {
    {"versi", YAML_SCALAR, true, read_version, 0, &versions},
    {"instansi", YAML_MAP, true, field_map, 0, &agency_table},
    {"penandatangan", YAML_MAP, false, field_map, 0, &signers_table},
    {"bidang", YAML_LIST, true, read_units, 0, NULL},
    {"pengguna", YAML_LIST, false, read_people, 0, NULL},
    {"tim", YAML_MAP, false, field_map, 0, &team_table},
    {"aturan", YAML_MAP, false, field_map, OF(rules), &config_rules_table},
    {"katalog", YAML_LIST, true, read_catalogue_names, 0, NULL},
};
static const struct yaml_table office_table = YAML_TABLE(office_keys);

void config_office_read(struct yaml_reader *yaml, const struct yaml_value *value, void *root) {
    static const struct signer blank = {.position = "", .name = "", .rank = "", .nip = ""};
    struct config_part *part = root;
    struct config *config = part->config;
    part->people.size = sizeof(struct person_draft);
    config->address = config->team_decree = "";
    config->head = config->team_chair = config->planner = blank;
    config->rules = config_rules_default;
    yaml_map(yaml, value, &office_table, config);
    resolve_people(yaml, part);
    part->complete = !yaml_stopped(yaml);
}
