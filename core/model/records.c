#include "model/records.h"

bool records_get(const struct records *records, const struct record_key *key, struct record *record,
                 struct err *err) {
    if (records->find(records->context, key, record, err))
        return true;
    record_init(record, key);
    return err->kind == ERR_NONE;
}

bool records_each(const struct records *records, const struct record_key *from, record_each_fn *each,
                  void *context, struct err *err) {
    return records->each(records->context, from, each, context, err);
}
