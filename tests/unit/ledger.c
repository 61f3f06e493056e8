#include "unit/ledger.h"
#include "base/memory.h"
#include "store/codec.h"
#include <stdlib.h>
#include <string.h>

static int number_order(uint32_t a, uint32_t b) {
    return (a > b) - (a < b);
}

static int key_order(const struct record_key *a, const struct record_key *b) {
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int order = strcmp(a->code, b->code);
    if (order == 0)
        order = quarter_compare(a->quarter, b->quarter);
    return order ? order : number_order(a->number, b->number);
}

/* Where the key stands, or would have to. */
static int place_of(const struct ledger *ledger, const struct record_key *key) {
    int low = 0, high = ledger->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (key_order(&ledger->record[middle]->key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct record *ledger_find(const struct ledger *ledger, const struct record_key *key) {
    int at = place_of(ledger, key);
    bool found = at < ledger->count && key_order(&ledger->record[at]->key, key) == 0;
    return found ? ledger->record[at] : NULL;
}

void ledger_put(struct ledger *ledger, const struct record *record) {
    int at = place_of(ledger, &record->key);
    if (at < ledger->count && key_order(&ledger->record[at]->key, &record->key) == 0) {
        *ledger->record[at] = *record;
        return;
    }
    if (ledger->count == ledger->room) {
        ledger->room = ledger->room ? 2 * ledger->room : 64;
        ledger->record = memory_resize(ledger->record, (size_t)ledger->room, sizeof(struct record *));
    }
    struct record **place = &ledger->record[at];
    memmove(place + 1, place, (size_t)(ledger->count - at) * sizeof(struct record *));
    *place = memory_alloc(1, sizeof **place);
    **place = *record;
    ledger->count++;
}

uint32_t ledger_last_number(const struct ledger *ledger, const struct record_key *key) {
    struct record_key end = *key;
    end.number = UINT32_MAX;
    int at = place_of(ledger, &end);
    if (at == 0)
        return 0;
    struct record_key last = ledger->record[at - 1]->key;
    uint32_t number = last.number;
    last.number = end.number;
    return key_order(&last, &end) == 0 ? number : 0;
}

void ledger_release(struct ledger *ledger) {
    for (int i = 0; i < ledger->count; i++)
        free(ledger->record[i]);
    free(ledger->record);
    *ledger = (struct ledger){0};
}

/* ---- for the model ---- */

static bool find(void *context, const struct record_key *key, struct record *record) {
    const struct record *found = ledger_find(context, key);
    if (found)
        *record = *found;
    return found != NULL;
}

static bool is_asked(const struct record_key *from, const struct record_key *key) {
    return key->kind == from->kind && (!*from->code || strcmp(key->code, from->code) == 0) &&
           (!from->quarter.year || quarter_compare(key->quarter, from->quarter) == 0);
}

/* In the plainest way: of all records those that are asked for. */
static void each(void *context, const struct record_key *from, record_each_fn *visit, void *visit_context) {
    const struct ledger *ledger = context;
    for (int i = 0; i < ledger->count; i++)
        if (is_asked(from, &ledger->record[i]->key) && !visit(visit_context, ledger->record[i]))
            return;
}

static const struct records_ops ops = {.find = find, .each = each};

struct records ledger_records(struct ledger *ledger, const struct asker *asker) {
    return (struct records){.asker = *asker, .ops = &ops, .context = ledger};
}

/* ---- comparing ---- */

bool record_same(const struct record *a, const struct record *b) {
    struct buf bytes_a = {0}, bytes_b = {0};
    if (key_order(&a->key, &b->key) != 0)
        return false;
    record_encode(a, &bytes_a);
    record_encode(b, &bytes_b);
    bool same = bytes_a.length == bytes_b.length && memcmp(bytes_a.data, bytes_b.data, bytes_a.length) == 0;
    buf_release(&bytes_a);
    buf_release(&bytes_b);
    return same;
}

bool ledger_same(const struct ledger *a, const struct ledger *b) {
    bool same = a->count == b->count;
    for (int i = 0; same && i < a->count; i++)
        same = record_same(a->record[i], b->record[i]);
    return same;
}
