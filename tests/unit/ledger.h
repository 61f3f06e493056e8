/* Records in memory, in key order, read as those of a store are. */
#ifndef UNIT_LEDGER_H
#define UNIT_LEDGER_H

#include "model/records.h"

/* Zero-initialise; ledger_release frees it. */
struct ledger {
    struct record **record;
    int count;
    int room;
};

/* Borrowed until the next ledger_put under that key; NULL when nothing stands there. */
const struct record *ledger_find(const struct ledger *ledger, const struct record_key *key);
void ledger_put(struct ledger *ledger, const struct record *record); /* a copy */
/* Of a numbered kind: the last number given under the key's code and quarter, 0 for none. */
uint32_t ledger_last_number(const struct ledger *ledger, const struct record_key *key);
void ledger_release(struct ledger *ledger);

/* Returns records for the model, which show the ledger as it is at each call. */
struct records ledger_records(struct ledger *ledger, const struct asker *asker);

/* Whether the store would keep the two as the same bytes. */
bool record_same(const struct record *a, const struct record *b);
bool ledger_same(const struct ledger *a, const struct ledger *b);

#endif
