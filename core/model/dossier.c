#include "model/dossier.h"

enum { QUARTERS_BACK = 8 };

struct record dossier_carried(const struct records *records, const struct record_key *key) {
    struct record_key at = *key;
    struct record record;
    for (int i = 0; i < QUARTERS_BACK; i++) {
        bool first = at.quarter.number == 1;
        at.quarter = (struct quarter){at.quarter.year - first, first ? QUARTERS : at.quarter.number - 1};
        records_get(records, &at, &record);
        if (record.dossier.present && !record.dossier.still_valid)
            return record;
    }
    record_init(&record, key);
    return record;
}

struct record dossier_standing(const struct records *records, const struct record_key *key) {
    struct record record;
    records_get(records, key, &record);
    const struct dossier mark = record.dossier;
    if (mark.still_valid) {
        record.dossier = dossier_carried(records, key).dossier;
        record.dossier.present = mark.present; /* also where there is nothing to carry on any more */
        record.dossier.still_valid = true;
    }
    return record;
}

const char *dossier_word(const struct dossier *dossier) {
    return dossier->still_valid ? "masih berlaku" : dossier->present ? "ada" : "belum";
}

bool recommendation_open(const struct record *record, struct quarter quarter) {
    const struct recommendation *recommendation = &record->recommendation;
    struct quarter made = {record->key.quarter.year, recommendation->quarter};
    return record->head.sequence != 0 && recommendation->state != FOLLOW_UP_DONE &&
           quarter_compare(made, quarter) <= 0;
}
