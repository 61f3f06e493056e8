#include "model/records.h"

bool records_get(const struct records *records, const struct record_key *key, struct record *record) {
    if (records->ops && records->ops->find(records->context, key, record))
        return true;
    record_init(record, key);
    return false;
}

void records_each(const struct records *records, const struct record_key *from, record_each_fn *each,
                  void *context) {
    if (records->ops)
        records->ops->each(records->context, from, each, context);
}
