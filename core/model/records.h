/* What stands, as everything above the store sees it. Records come in two ways: read into memory by the door
 * (office/office.h), or looked up in the transaction in which a change is made. Neither way fails while it is asked:
 * what cannot be read is refused by whoever reads it, so that rows, Periksa and reports are pure functions over
 * `struct records`. */
#ifndef MODEL_RECORDS_H
#define MODEL_RECORDS_H

#include "model/config.h"
#include "model/record.h"

/* For whom records are read or changed, under which configuration and on which day. The door stamps it; nobody else
 * says who he is. */
struct asker {
    const struct config *config;
    const struct person *person;
    struct date today; /* year 0: it is not known, so that nothing is overdue and no day lies ahead */
};

/* Called for each record of a walk; returning false ends it. */
typedef bool record_each_fn(void *context, const struct record *record);

/* One of the two ways in which records come. `find` says whether something stands under `key` and, if so, fills
 * *record. */
struct records_ops {
    bool (*find)(void *context, const struct record_key *key, struct record *record);
    void (*each)(void *context, const struct record_key *from, record_each_fn *each, void *each_context);
};

struct records {
    struct asker asker;
    const struct records_ops *ops; /* NULL: nothing stands anywhere */
    void *context;
};

/* Puts what stands under `key` into *record, record_init's empty one when nothing does; returns whether something
 * does. */
bool records_get(const struct records *records, const struct record_key *key, struct record *record);

/* Calls `each` for the records of from->kind with this code and quarter (code "" or year 0: any), in key order. */
void records_each(const struct records *records, const struct record_key *from, record_each_fn *each,
                  void *context);

#endif
