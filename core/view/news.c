#include "view/news.h"
#include "model/dossier.h"
#include <string.h>

static const struct unit *unit_of(const struct config *config, const struct record *record) {
    if (record->key.kind == RECORD_RECOMMENDATION)
        return config_unit(config, record->recommendation.unit);
    const struct indicator *indicator = config_indicator(config, record->key.quarter, record->key.code);
    return indicator ? indicator->unit : config_unit(config, record->key.code);
}

/* Who has another role than those of a bidang is concerned by every bidang. */
static bool concerns(const struct asker *asker, const struct record *record) {
    const struct person *person = asker->person;
    bool everywhere = person->everything || !person->unit ||
                      (person->roles & ~(1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR)) != 0;
    return everywhere || unit_of(asker->config, record) == person->unit;
}

bool news_has(const struct asker *asker, const struct record *record, uint64_t seen) {
    return record->head.sequence > seen && strcmp(record->changed_by, asker->person->login) != 0 &&
           concerns(asker, record);
}

struct counting {
    const struct asker *asker;
    struct quarter quarter;
    uint64_t seen;
    struct news *news;
};

static bool count_instruction(void *context, const struct record *record) {
    struct counting *counting = context;
    if (!news_has(counting->asker, record, counting->seen))
        return true;
    counting->news->instructions++;
    if (record->head.sequence > counting->news->latest.head.sequence)
        counting->news->latest = *record;
    return true;
}

static bool count_recommendation(void *context, const struct record *record) {
    struct counting *counting = context;
    struct date due = record->recommendation.due;
    if (!recommendation_open(record, counting->quarter) || !concerns(counting->asker, record))
        return true;
    counting->news->recommendations++;
    counting->news->overdue += due.year != 0 && date_compare(due, counting->asker->today) < 0;
    return true;
}

void news_of(const struct records *records, struct quarter quarter, uint64_t seen, struct news *news) {
    const struct record_key instructions = {.kind = RECORD_INSTRUCTION};
    const struct record_key recommendations = {.kind = RECORD_RECOMMENDATION};
    struct counting counting = {&records->asker, quarter, seen, news};
    memset(news, 0, sizeof *news);
    records_each(records, &instructions, count_instruction, &counting);
    records_each(records, &recommendations, count_recommendation, &counting);
}

static bool find_latest(void *context, const struct record *record) {
    uint64_t *latest = context;
    if (record->head.sequence > *latest)
        *latest = record->head.sequence;
    return true;
}

uint64_t news_latest(const struct records *records) {
    const struct record_key any = {.kind = RECORD_INSTRUCTION};
    uint64_t latest = 0;
    records_each(records, &any, find_latest, &latest);
    return latest;
}
