/* What stands, as the model reads it: a snapshot of the store, or the transaction a change is made in. */
#ifndef MODEL_RECORDS_H
#define MODEL_RECORDS_H

#include "base/err.h"
#include "model/record.h"

/* Called for each record of a walk; false ends it. */
typedef bool record_each_fn(void *context, const struct record *record);

struct records {
    void *context;
    /* True with the record; false with err->kind ERR_NONE when there is none. */
    bool (*find)(void *context, const struct record_key *key, struct record *record, struct err *err);
    /* Records of the kind with this code and quarter (code "" or year 0: any), in key order. False only on
     * failure. */
    bool (*each)(void *context, const struct record_key *from, record_each_fn *each, void *each_context,
                 struct err *err);
};

/* What stands under `key`; record_init's empty record when nothing does. False only on failure. */
bool records_get(const struct records *records, const struct record_key *key, struct record *record,
                 struct err *err);
bool records_each(const struct records *records, const struct record_key *from, record_each_fn *each,
                  void *context, struct err *err);

#endif
