#include "unit/walk_world.h"
#include "value/role.h"
#include <string.h>

/* Koperasi has two atasan, so that paraf and hand-in are two steps there; Sekretariat one. */
const struct walk_person walk_people[WALK_PEOPLE] = {
    {"operator", 0, "O"},
    {"atasan", 0, "A"},
    {"kepala", 0, "A"},
    {"operator2", 1, "O"},
    {"rangkap", 1, "OAV"},
    {"verifikator", WALK_NONE, "V"},
    {"perencana", 1, "PV"},
    {"pimpinan", WALK_NONE, "H"},
    {"pembaca", WALK_NONE, "R"},
    {"kepala-tim", 0, "OV"},
    {"siapa-saja", WALK_NONE, "*"},
};

const struct walk_indicator walk_indicators[WALK_INDICATORS] = {
    {REPORTS, 0, false, false, 3750000, 15000000, "Laporan koperasi"},
    {SHARE, 0, true, false, 1500, 1500, NULL},
    {PRODUCTS, 0, false, true, 30000, 120000, NULL},
    {UNSPLIT, 0, false, false, 0, 100000, NULL},
    {SECRETARIAT, 1, false, false, 10000, 40000, NULL},
};

const char *const walk_units[WALK_UNITS] = {"koperasi", "sekretariat"};

static role_set roles_of(const char *letters) {
    static const char order[] = "OAVPHR";
    role_set roles = 0;
    for (; *letters; letters++)
        roles |= 1u << (strchr(order, *letters) - order);
    return roles;
}

const struct config *walk_config(struct walk_rules rules) {
    static const int by_code[WALK_INDICATORS] = {3, 0, 1, 2, 4};
    static struct indicator indicators[WALK_INDICATORS];
    static struct person people[WALK_PEOPLE];
    static struct catalogue catalogue;
    static struct config config;
    config = *small_office();
    catalogue = *config.catalogue;
    for (int i = 0; i < WALK_INDICATORS; i++)
        indicators[i] = *small_office_indicator(walk_indicators[i].code);
    catalogue.indicator = indicators;
    catalogue.count = WALK_INDICATORS;
    catalogue.by_code = by_code;
    config.catalogue = &catalogue;
    config.person_count = 0;
    for (int i = 0; i < WALK_PEOPLE; i++) {
        const struct walk_person *person = &walk_people[i];
        if (strcmp(person->roles, "*") == 0)
            continue;
        people[config.person_count++] =
            (struct person){.login = person->login,
                            .name = person->login,
                            .position = "",
                            .unit = person->unit == WALK_NONE ? NULL : &config.unit[person->unit],
                            .roles = roles_of(person->roles)};
    }
    config.person = people;
    config.rules.initial_required = rules.initial;
    config.rules.self_verification_warned = rules.warned;
    config.rules.evidence_required = true;
    config.rules.explain_below = decimal_whole(WALK_EXPLAIN_BELOW);
    return &config;
}
