/* What commands read, and what they ask to be changed. */
#include "command/context.h"

static bool read_year(struct context *context, struct scope scope, struct reading *reading, struct err *err) {
    scope.first_year = context->quarter.year;
    scope.last_year = context->quarter.year;
    return office_read(context->office, &scope, reading, err);
}

bool context_read(struct context *context, const struct unit *unit, unsigned kinds, struct reading *reading,
                  struct err *err) {
    return read_year(context, (struct scope){.unit = unit, .kinds = kinds}, reading, err);
}

bool context_read_code(struct context *context, const char *code, unsigned kinds, struct reading *reading,
                       struct err *err) {
    return read_year(context, (struct scope){.code = code, .kinds = kinds}, reading, err);
}

bool context_read_all(struct context *context, unsigned kinds, struct reading *reading, struct err *err) {
    return office_read(context->office, &(struct scope){.kinds = kinds}, reading, err);
}

bool context_record(struct context *context, const struct record_key *key, struct record *record,
                    struct err *err) {
    struct reading reading;
    bool read = context_read_code(context, key->code, 1u << key->kind, &reading, err);
    records_get(&reading.records, key, record);
    reading_release(&reading);
    return read;
}

bool context_standing(struct context *context, const struct record_key *key, struct record *record,
                      struct err *err) {
    if (context_record(context, key, record, err))
        return true;
    bool hidden = err->kind == ERR_DENIED;
    if (hidden)
        err->kind = ERR_NONE;
    return hidden;
}

struct request context_request(const struct context *context, enum event_kind kind, const char *code) {
    const struct record_key key = record_key(event_kind_record(kind), code, context->quarter);
    return request_new(kind, &key, office_facts(context->office).now);
}
