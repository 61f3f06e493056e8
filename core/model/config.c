#include "model/config.h"
#include "base/text.h"
#include <string.h>

void config_release(struct config *config) {
    if (!config)
        return;
    arena_release(&config->arena);
    *config = (struct config){0};
}

const struct unit *config_unit(const struct config *config, const char *code) {
    for (int i = 0; i < config->unit_count; i++)
        if (text_compare_folded(config->unit[i].code, code) == 0)
            return &config->unit[i];
    return NULL;
}

const struct person *config_find_person(const struct config *config, const char *login) {
    for (int i = 0; i < config->person_count; i++)
        if (strcmp(config->person[i].login, login) == 0)
            return &config->person[i];
    return NULL;
}

struct person config_person(const struct config *config, const char *login) {
    const struct person *listed = config_find_person(config, login);
    if (listed)
        return *listed;
    return (struct person){.login = login, .name = login, .position = "", .everything = true};
}

struct date config_deadline(const struct config *config, struct quarter quarter) {
    const struct rules *rules = &config->rules;
    return quarter_deadline(quarter, rules->deadline[quarter.number - 1], rules->holiday,
                            rules->holiday_count);
}

struct quarter config_quarter_due(const struct config *config, struct date today, bool *outside) {
    int year = config->catalogue.year;
    struct quarter due = quarter_due(today);
    *outside = today.year != year && due.year != year;
    if (due.year < year)
        return (struct quarter){.year = year, .number = 1};
    if (due.year > year)
        return (struct quarter){.year = year, .number = QUARTERS};
    return due;
}

bool person_reads(const struct person *person, const struct unit *unit) {
    static const role_set of_all = 1u << ROLE_VERIFIER | 1u << ROLE_PLANNER | 1u << ROLE_HEAD;
    static const role_set of_own = 1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR;
    if (person->everything || (person->roles & of_all))
        return true;
    return person->unit == unit && (person->roles & of_own);
}
