#include "base/file.h"
#include "model/dossier.h"
#include "office/office_internal.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading ---- */

/* Whose the record is; NULL when that bidang, or the indicator, is in the configuration no more. */
static const struct unit *unit_of(const struct office *office, const struct record *record) {
    const char *code = record->key.code;
    if (record->key.kind == RECORD_RECOMMENDATION)
        return config_unit(office->config, record->recommendation.unit);
    const struct indicator *indicator = config_indicator(office->config, record->key.quarter, code);
    return indicator ? indicator->unit : config_unit(office->config, code);
}

static bool is_for_all(const struct record_key *key) {
    enum key_subject subject = record_kind_subject(key->kind);
    return subject == SUBJECT_DOCUMENT || subject == SUBJECT_RECIPIENT ||
           (subject == SUBJECT_MEETING && strcmp(key->code, RECORD_JOINT) == 0);
}

static bool readable(const struct office *office, const struct record *record) {
    return is_for_all(&record->key) || person_reads(&office->person, unit_of(office, record));
}

struct records_call {
    const struct office *office;
    record_each_fn *each;
    void *context;
};

static bool hand_on(void *context, const struct record *record) {
    const struct records_call *call = context;
    return !readable(call->office, record) || call->each(call->context, record);
}

bool office_records(struct office *office, const struct record_key *from, record_each_fn *each, void *context,
                    struct err *err) {
    struct records_call call = {office, each, context};
    if (!store_begin(office->store, err))
        return false;
    bool ok = records_each(&office->records, from, hand_on, &call, err);
    store_end(office->store);
    return ok;
}

bool office_record_at(struct office *office, const struct record_key *key, struct record *record,
                      struct err *err) {
    if (!store_begin(office->store, err))
        return false;
    bool ok = office_record(office, key, record, err);
    store_end(office->store);
    if (ok && !readable(office, record))
        record_init(record, key);
    return ok;
}

bool office_carried(struct office *office, const struct record_key *key, struct record *carried,
                    struct err *err) {
    if (!store_begin(office->store, err))
        return false;
    bool ok = dossier_carried(&office->records, key, carried, err);
    store_end(office->store);
    return ok;
}

/* ---- news ---- */

enum { SEEN_BYTES_MAX = 64 };

static void seen_path(const struct office *office, struct buf *path) {
    buf_printf(path, "%s/baca-", office->directory);
    for (const char *at = office->login; *at; at++)
        buf_printf(path, "%02x", (unsigned)(unsigned char)*at);
}

/* The device's running number up to which everything was seen; 0 when nothing was, or the file is not what it
 * should be: then all is shown once more. */
uint64_t office_news_seen(const struct office *office) {
    struct buf path = {0}, text = {0};
    struct err err;
    uint64_t number = 0;
    seen_path(office, &path);
    if (file_read(path.data, SEEN_BYTES_MAX, &text, &err))
        number = strtoull(buf_string(&text), NULL, 10);
    buf_release(&text);
    buf_release(&path);
    return number;
}

struct news_reading {
    const struct office *office;
    struct quarter quarter;
    uint64_t seen;
    struct news *news;
};

static bool concerns(const struct office *office, const struct record *record) {
    const struct person *person = &office->person;
    const struct unit *unit = unit_of(office, record);
    bool reads_all = person->everything || !person->unit ||
                     (person->roles & ~(1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR)) != 0;
    return readable(office, record) && (reads_all || unit == person->unit);
}

bool office_news_has(const struct office *office, const struct record *record, uint64_t seen) {
    return record->head.sequence > seen && strcmp(record->changed_by, office->login) != 0 &&
           concerns(office, record);
}

static bool count_instruction(void *context, const struct record *record) {
    struct news_reading *reading = context;
    if (!office_news_has(reading->office, record, reading->seen))
        return true;
    reading->news->instructions++;
    if (record->head.sequence > reading->news->latest.head.sequence)
        reading->news->latest = *record;
    return true;
}

static bool count_recommendation(void *context, const struct record *record) {
    struct news_reading *reading = context;
    struct date due = record->recommendation.due;
    if (!recommendation_open(record, reading->quarter) || !concerns(reading->office, record))
        return true;
    reading->news->recommendations++;
    reading->news->overdue += due.year != 0 && date_compare(due, office_today(reading->office)) < 0;
    return true;
}

bool office_news(struct office *office, struct quarter quarter, struct news *news, struct err *err) {
    static const struct {
        enum record_kind kind;
        record_each_fn *count;
    } counted[] = {{RECORD_INSTRUCTION, count_instruction}, {RECORD_RECOMMENDATION, count_recommendation}};
    memset(news, 0, sizeof *news);
    struct news_reading reading = {office, quarter, office_news_seen(office), news};
    if (!store_begin(office->store, err))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof counted / sizeof *counted; i++) {
        const struct record_key any = {.kind = counted[i].kind};
        ok = records_each(&office->records, &any, counted[i].count, &reading, err);
    }
    store_end(office->store);
    return ok;
}

static bool find_latest(void *context, const struct record *record) {
    uint64_t *latest = context;
    if (record->head.sequence > *latest)
        *latest = record->head.sequence;
    return true;
}

bool office_news_read(struct office *office, struct err *err) {
    const struct record_key any = {.kind = RECORD_INSTRUCTION};
    uint64_t latest = 0;
    if (!office_records(office, &any, find_latest, &latest, err))
        return false;
    if (latest <= office_news_seen(office))
        return true;
    struct buf path = {0}, text = {0};
    seen_path(office, &path);
    buf_printf(&text, "%" PRIu64 "\n", latest);
    bool ok = file_replace(path.data, text.data, text.length, err);
    buf_release(&text);
    buf_release(&path);
    return ok;
}
