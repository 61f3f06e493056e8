#include "model/dossier.h"

enum { QUARTERS_BACK = 8 };

bool dossier_carried(const struct records *records, const struct record_key *key, struct record *carried,
                     struct err *err) {
    struct record_key at = *key;
    for (int i = 0; i < QUARTERS_BACK; i++) {
        bool first = at.quarter.number == 1;
        at.quarter = (struct quarter){at.quarter.year - first, first ? QUARTERS : at.quarter.number - 1};
        if (!records_get(records, &at, carried, err))
            return false;
        if (carried->dossier.present && !carried->dossier.still_valid)
            return true;
    }
    record_init(carried, key);
    return true;
}

bool recommendation_open(const struct record *record, struct quarter quarter) {
    const struct recommendation *recommendation = &record->recommendation;
    struct quarter made = {record->key.quarter.year, recommendation->quarter};
    return record->head.sequence != 0 && recommendation->state != FOLLOW_UP_DONE &&
           quarter_compare(made, quarter) <= 0;
}
