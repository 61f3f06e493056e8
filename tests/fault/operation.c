#include "fault/operation.h"
#include "check.h"
#include "unit/small_office.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *const codes[] = {REPORTS, PEOPLE, PRODUCTS, COMPLAINTS, UNSPLIT};
enum { CODES = sizeof codes / sizeof *codes };
static const enum event_kind kinds[] = {EVENT_ACTUAL_SET, EVENT_NOTES_SET, EVENT_ACTUAL_SET,
                                        EVENT_EVIDENCE_SET};
enum { KINDS = sizeof kinds / sizeof *kinds };

bool operation_office(const char *home, const char *login, struct office **office, struct err *err) {
    const struct office_options options = {
        .config = small_office(),
        .directory = home,
        .login = login,
        .clock = {.today = {SMALL_OFFICE_YEAR, 10, 3}},
    };
    return office_open(&options, office, err);
}

static struct uuid uuid_of(uint64_t number) {
    struct uuid uuid = {{0}};
    for (int i = 0; i < 8; i++)
        uuid.byte[i] = (uint8_t)(number >> (56 - 8 * i));
    return uuid;
}

static void fill(struct change *change, uint64_t number) {
    if (change->kind == EVENT_ACTUAL_SET)
        change->actual = (struct actual){.filled = true, .value = decimal_whole((int64_t)number)};
    if (change->kind == EVENT_NOTES_SET)
        snprintf(change->notes.text[NOTE_REMARK], NOTE_MAX + 1, "catatan %" PRIu64, number);
    if (change->kind == EVENT_EVIDENCE_SET) {
        change->evidence.document = uuid_of(number);
        snprintf(change->evidence.title, TITLE_MAX + 1, "dokumen %" PRIu64, number);
    }
}

bool operation_record(struct office *office, const struct record_key *key, struct record *record,
                      struct err *err) {
    const struct scope scope = {.code = key->code,
                                .first_year = key->quarter.year,
                                .last_year = key->quarter.year,
                                .kinds = 1u << key->kind};
    struct reading reading;
    bool read = office_read(office, &scope, &reading, err);
    records_get(&reading.records, key, record);
    reading_release(&reading);
    return read;
}

/* Of a document none: each is a new one. */
static struct event_id head_of(struct office *office, const struct change *change) {
    struct err err;
    struct record record;
    record_init(&record, &change->key);
    if (change->kind != EVENT_EVIDENCE_SET)
        operation_record(office, &change->key, &record, &err);
    return record.head;
}

struct request operation_request(struct office *office, uint64_t number) {
    const struct indicator *indicator = small_office_indicator(codes[number % CODES]);
    struct quarter quarter = {SMALL_OFFICE_YEAR, 1 + (int)(number / CODES % QUARTERS)};
    const enum event_kind kind = kinds[number % KINDS];
    const struct record_key key = record_key(event_kind_record(kind), indicator->code, quarter);
    struct request request = request_new(kind, &key, office_facts(office).now);
    request.operation = uuid_of(number);
    request.change.replaces = head_of(office, &request.change);
    fill(&request.change, number);
    return request;
}

bool operation_do(struct office *office, uint64_t number, bool *repeated, struct err *err) {
    struct outcome outcome;
    struct request request = operation_request(office, number);
    bool ok;
    while (!(ok = office_change(office, &request, &outcome, err)) && err->kind == ERR_STALE)
        request.change.replaces = outcome.record.head;
    *repeated = ok && outcome.repeated;
    return ok;
}

uint64_t operation_number(const struct event *event) {
    uint64_t number = 0;
    struct change wanted = {.kind = event->change.kind};
    const struct change *change = &event->change;
    for (int i = 0; i < 8; i++)
        number = number << 8 | event->operation.byte[i];
    fill(&wanted, number);
    bool same = change->kind == kinds[number % KINDS] &&
                strcmp(change->key.code, codes[number % CODES]) == 0 &&
                change->key.quarter.number == 1 + (int)(number / CODES % QUARTERS);
    if (change->kind == EVENT_ACTUAL_SET)
        same = same && change->actual.value.units == wanted.actual.value.units;
    if (change->kind == EVENT_NOTES_SET)
        same = same && strcmp(change->notes.text[NOTE_REMARK], wanted.notes.text[NOTE_REMARK]) == 0;
    if (change->kind == EVENT_EVIDENCE_SET)
        same = same && strcmp(change->evidence.title, wanted.evidence.title) == 0;
    return same ? number : 0;
}
