#include "model/config.h"
#include "base/text.h"
#include <stdio.h>
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

const char *config_name(const struct config *config, const char *login) {
    const struct person *person = config_find_person(config, login);
    return person ? person->name : login;
}

struct person config_person(const struct config *config, const char *login) {
    const struct person *listed = config_find_person(config, login);
    if (listed)
        return *listed;
    return (struct person){.login = login, .name = login, .position = "", .everything = true};
}

const struct catalogue *config_catalogue(const struct config *config, struct quarter quarter) {
    for (int i = config->catalogue_count - 1; i >= 0 && quarter.number <= PERIODS; i--)
        if (config->catalogue[i].year == quarter.year && config->catalogue[i].first <= quarter.number)
            return &config->catalogue[i];
    return NULL;
}

int config_year(const struct config *config) {
    return config->catalogue_count > 0 ? config->catalogue[config->catalogue_count - 1].year : 0;
}

const struct indicator *config_indicator(const struct config *config, struct quarter quarter,
                                         const char *code) {
    const struct catalogue *catalogue = config_catalogue(config, quarter);
    return catalogue ? catalogue_find(catalogue, code) : NULL;
}

/* ---- deadlines ---- */

VOCABULARY(deadline_words, "batas", DEADLINES);

struct date config_deadline(const struct config *config, struct quarter quarter) {
    const struct rules *rules = &config->rules;
    return quarter_deadline(quarter, rules->deadline[quarter.number - 1], rules->holiday,
                            rules->holiday_count);
}

struct date config_deadline_of(const struct config *config, struct quarter quarter, enum deadline deadline) {
    const struct rules *rules = &config->rules;
    return deadline_after(config_deadline(config, quarter), rules->after[deadline], rules->holiday,
                          rules->holiday_count);
}

static bool has_year(const struct config *config, int year) {
    return config_catalogue(config, (struct quarter){.year = year, .number = YEAR_PERIOD});
}

struct quarter config_quarter_due(const struct config *config, struct date today, bool *outside) {
    struct quarter due = quarter_due(today);
    *outside = !has_year(config, today.year) && !has_year(config, due.year);
    if (has_year(config, due.year))
        return due;
    for (int i = 0; i < config->catalogue_count; i++)
        if (config->catalogue[i].year > due.year)
            return (struct quarter){.year = config->catalogue[i].year, .number = 1};
    return (struct quarter){.year = config_year(config), .number = QUARTERS};
}

bool person_reads(const struct person *person, const struct unit *unit) {
    return (person->roles & 1u << ROLE_READER) || person_reads_drafts(person, unit);
}

bool person_reads_drafts(const struct person *person, const struct unit *unit) {
    static const role_set of_all = 1u << ROLE_VERIFIER | 1u << ROLE_PLANNER | 1u << ROLE_HEAD;
    static const role_set of_own = 1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR;
    if (person->everything || (person->roles & of_all))
        return true;
    return unit && person->unit == unit && (person->roles & of_own);
}

void rules_print_basis(const struct rules *rules, char *out, size_t size) {
    char limit[DECIMAL_TEXT_MAX];
    decimal_print(rules->cap.limit, 0, limit);
    snprintf(out, size, "capaian %s%s, dasar %s", rules->cap.capped ? "dibatasi " : "apa adanya",
             rules->cap.capped ? limit : "",
             rules->average_basis == AVERAGE_TO_DATE ? "s.d. kini" : "triwulan");
}

void config_timeliness_print(const struct config *config, struct quarter quarter, int64_t first_at, char *out,
                             size_t size) {
    struct date day = clock_date(first_at, config->zone);
    int left = deadline_days_left(config_deadline(config, quarter), day);
    if (!first_at)
        snprintf(out, size, "belum diajukan");
    else if (left < 0)
        snprintf(out, size, "terlambat %d hari", -left);
    else
        snprintf(out, size, "tepat waktu");
}
