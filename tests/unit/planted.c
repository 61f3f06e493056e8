#include "unit/planted.h"
#include "check.h"
#include "store/store_internal.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>

struct record planted_record(enum record_kind kind, const char *code, struct quarter quarter) {
    struct record_key key = record_key(kind, code, quarter);
    struct record record;
    key.number = record_kind_numbered(kind);
    record_init(&record, &key);
    record.head.sequence = 1;
    return record;
}

void plant_record(enum record_kind kind, const char *code, struct quarter quarter) {
    const struct record record = planted_record(kind, code, quarter);
    desk_plant(&record);
}

void plant_step(const char *unit, struct quarter quarter, enum stage stage) {
    struct record record = planted_record(RECORD_SUBMISSION, unit, quarter);
    record.submission.stage = stage;
    desk_plant(&record);
}

struct record planted_advice(int year, const char *unit) {
    struct record record =
        planted_record(RECORD_RECOMMENDATION, RECORD_AGENCY, (struct quarter){year, YEAR_PERIOD});
    snprintf(record.recommendation.unit, sizeof record.recommendation.unit, "%s", unit);
    return record;
}

void plant_advice(int year, const char *unit) {
    const struct record record = planted_advice(year, unit);
    desk_plant(&record);
}

static bool print_record(void *context, const struct record *record) {
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(record->key.quarter, quarter);
    buf_printf(context, "%s %s %s", store_table_name[record->key.kind], record->key.code, quarter);
    if (record->key.number > 1)
        buf_printf(context, " %u", (unsigned)record->key.number);
    buf_text(context, "\n");
    return true;
}

void planted_print(const struct reading *reading, struct buf *out) {
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        const struct record_key any = {.kind = (enum record_kind)kind};
        records_each(&reading->records, &any, print_record, out);
    }
}

void planted_expect(struct office *office, struct scope scope, const char *lines) {
    struct reading reading;
    struct buf text = {0};
    struct err err;
    if (!office_read(office, &scope, &reading, &err))
        fail_msg("%s", err.text);
    planted_print(&reading, &text);
    assert_string_equal(buf_string(&text), lines);
    buf_release(&text);
    reading_release(&reading);
}
