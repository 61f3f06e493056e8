/* A random walk of requests, sound and unsound, by people of every role, against the model of
 * unit/walk_model: the same are let in, with the same records, and the same are refused, for the same kind of
 * reason; and the journal, replayed into an empty store, gives the same records byte for byte.
 *
 * In the environment: WALK_STEPS, how many requests, 100,000 when it is not set, and WALK_SHOW, to be told
 * what was met. */
#include "base/list.h"
#include "check.h"
#include "model/apply.h"
#include "store/codec.h"
#include "store/store.h"
#include "unit/desk.h"
#include "unit/walk_request.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 100000, WALKS = 4, STORE_SHARE = 20, ENOUGH_SHARE = 2000, ERR_KIND_COUNT = ERR_STALE + 1 };

static const int64_t first_instant = INT64_C(1759500000000);
static const struct date today = {SMALL_OFFICE_YEAR, 10, 3};

static unsigned steps(void) {
    const char *given = getenv("WALK_STEPS");
    return given ? (unsigned)strtoul(given, NULL, 10) : STEPS;
}

/* ---- what keeps the records and the journal: memory, or a store ---- */

/* Without a store: admit and apply, with what it would put kept in memory. */
struct keeper {
    struct store *store; /* NULL: memory */
    struct ledger records;
    struct buf journal;
    struct list begins; /* size_t: where each event begins in it */
    struct event_id head;
};

static bool keeper_event(struct keeper *keeper, uint64_t sequence, struct event *event) {
    struct err err;
    if (keeper->store) {
        const struct event_id id = {.device = keeper->head.device, .sequence = sequence};
        uint64_t position;
        assert_true(store_begin(keeper->store, &err));
        bool found = store_event(keeper->store, &id, event, &position, &err);
        store_end(keeper->store);
        return found;
    }
    const size_t *begins = keeper->begins.item;
    size_t from = begins[sequence - 1];
    size_t to = sequence < (uint64_t)keeper->begins.count ? begins[sequence] : keeper->journal.length;
    return event_decode(keeper->journal.data + from, to - from, event);
}

static void keep_event(struct keeper *keeper, struct event *event, int64_t at) {
    size_t begin = keeper->journal.length;
    list_add(&keeper->begins, &begin);
    event->id.device.byte[0] = 1;
    event->id.sequence = (uint64_t)keeper->begins.count;
    event->at = at;
    event_encode(event, &keeper->journal);
}

static bool keeper_change(struct keeper *keeper, const struct asker *asker, const struct walk_request *asked,
                          struct outcome *outcome, struct err *err) {
    struct record *record = &outcome->record;
    if (keeper->store)
        return store_change(keeper->store, asker, &asked->request, asked->at, outcome, err);
    const struct records records = ledger_records(&keeper->records, asker);
    struct record_key key = asked->request.change.key;
    struct event event;
    outcome->repeated = false;
    if (record_kind_numbered(key.kind) && key.number == 0)
        key.number = ledger_last_number(&keeper->records, &key) + 1;
    const struct record *found = ledger_find(&keeper->records, &key);
    record_init(record, &key);
    if (found)
        *record = *found;
    if (!admit(&records, &asked->request, record, &event, err))
        return false;
    keep_event(keeper, &event, asked->at);
    apply(record, &event);
    ledger_put(&keeper->records, record);
    return true;
}

static bool take_record(void *context, const struct stored *stored) {
    ledger_put(context, stored->record);
    return true;
}

static void fail_on_finding(void *context, const char *line) {
    (void)context;
    fail_msg("%s", line);
}

/* All that the keeper has, into an empty ledger. */
static void keeper_records(struct keeper *keeper, struct ledger *records) {
    struct err err;
    for (int i = 0; !keeper->store && i < keeper->records.count; i++)
        ledger_put(records, keeper->records.record[i]);
    if (!keeper->store)
        return;
    struct store_counts counts;
    assert_true(store_check(keeper->store, fail_on_finding, NULL, &counts, &err));
    assert_true(store_begin(keeper->store, &err));
    for (int kind = 0; kind < RECORD_KIND_COUNT; kind++) {
        const struct record_key all = {.kind = (enum record_kind)kind};
        assert_true(store_each(keeper->store, &all, take_record, records, &err));
    }
    store_end(keeper->store);
    assert_int_equal(counts.events, keeper->head.sequence);
    assert_int_equal(counts.records, records->count);
}

/* ---- a walk ---- */

/* What was met on the way. */
struct walk_met {
    unsigned stages[STAGE_COUNT];
    unsigned done[EVENT_KIND_COUNT];
    unsigned refused[EVENT_KIND_COUNT];
    unsigned reasons[ERR_KIND_COUNT];
    unsigned undone;
    unsigned repeated;
};

struct walk {
    uint64_t seed;
    unsigned step;
    struct walk_chance chance;
    struct walk_model model;
    struct keeper keeper;
    const struct config *config;
    struct walk_met *met;
};

static void fail_at(const struct walk *walk, const struct walk_request *asked, const char *what,
                    const char *said) {
    const struct change *change = &asked->request.change;
    char quarter[QUARTER_TEXT_MAX];
    quarter_print(change->key.quarter, quarter);
    fail_msg("seed %llu, step %u: %s%s of %s %s %u by %s: %s (%s)", (unsigned long long)walk->seed,
             walk->step, change->undo ? "undo, " : "", event_kind_word(change->kind), change->key.code,
             quarter, (unsigned)change->key.number, asked->person->login, what, said);
}

/* Urungkan of the last change to some record; false when it is none that is taken back. */
static bool ask_to_undo(struct walk *walk, struct walk_request *asked) {
    const struct ledger *now = &walk->model.now;
    struct event event, before;
    if (now->count == 0)
        return false;
    const struct record *record = now->record[walk_one_of(&walk->chance, (unsigned)now->count)];
    assert_true(keeper_event(&walk->keeper, record->head.sequence, &event));
    if (!apply_can_invert(&event))
        return false;
    bool first = event.change.replaces.sequence == 0;
    assert_true(first || keeper_event(&walk->keeper, event.change.replaces.sequence, &before));
    memset(asked, 0, sizeof *asked);
    apply_inverse(&event, first ? NULL : &before, &asked->request.change);
    walk_by_somebody(&walk->chance, &walk->model, asked);
    return true;
}

static void meet(struct walk *walk, const struct walk_request *asked, enum err_kind kind) {
    const struct change *change = &asked->request.change;
    int unit = walk_unit_of(&walk->model, change);
    if (unit != WALK_NONE)
        walk->met->stages[walk_stage(&walk->model, unit, change->key.quarter)]++;
    walk->met->reasons[kind]++;
    walk->met->undone += change->undo && kind == ERR_NONE;
    (kind == ERR_NONE ? walk->met->done : walk->met->refused)[change->kind]++;
}

/* What the two made of it. */
static void compare(const struct walk *walk, const struct walk_request *asked, const struct record *expected,
                    const struct record *record) {
    bool next = record->head.sequence == walk->keeper.head.sequence + 1;
    if (!next || !record_same(expected, record))
        fail_at(walk, asked, "another record than the model's", "");
    if (asked->request.change.undo && !walk_undone(&walk->model, record))
        fail_at(walk, asked, "not what stood before", "");
}

static void compare_refusals(const struct walk *walk, const struct walk_request *asked, enum err_kind kind,
                             const struct record *record, const struct err *err) {
    const struct record stands = walk_at(&walk->model, &record->key);
    if (kind == ERR_NONE || err->kind == ERR_NONE)
        fail_at(walk, asked, kind == ERR_NONE ? "refused, the model agrees" : "let in, the model refuses",
                err->text);
    if (err->kind != kind)
        fail_at(walk, asked, "refused for another kind of reason", err->text);
    if (kind == ERR_STALE && !record_same(&stands, record))
        fail_at(walk, asked, "not told what stands", err->text);
}

/* What asks for exactly what stands needs leave as from its head, and leaves no trace. */
static void compare_repeated(const struct walk *walk, const struct walk_request *asked,
                             const struct outcome *outcome) {
    const struct record stands = walk_at(&walk->model, &outcome->record.key);
    walk->met->repeated++;
    if (!outcome->repeated || !record_same(&stands, &outcome->record))
        fail_at(walk, asked, "what stands, once more", "");
}

static void ask(struct walk *walk, struct walk_request *asked) {
    if (walk_one_of(&walk->chance, 12) != 0 || !ask_to_undo(walk, asked))
        walk_ask(&walk->chance, &walk->model, walk->config, asked);
    asked->at = first_instant + walk->step;
    memcpy(asked->request.operation.byte, &walk->step, sizeof walk->step);
}

/* One request to both, who must agree. */
static void take_step(struct walk *walk) {
    struct walk_request asked;
    struct record expected;
    struct outcome outcome;
    struct err err = {0};
    ask(walk, &asked);
    struct store *store = walk->keeper.store;
    struct person person = config_person(walk->config, asked.person->login);
    const struct asker asker = {walk->config, &person, today};
    bool same = store && walk_same(&walk->model, &asked);
    enum err_kind kind = walk_predict(&walk->model, &asked, same, &expected);
    uint64_t version = store ? store_version(store) : 0;
    bool done = keeper_change(&walk->keeper, &asker, &asked, &outcome, &err);
    bool kept = done && !same;
    if (kept || !done)
        meet(walk, &asked, kind);
    if (store && store_version(store) != version + kept)
        fail_at(walk, &asked, "not kept, but not without a trace", err.text);
    if (!done || kind != ERR_NONE) {
        compare_refusals(walk, &asked, kind, &outcome.record, &err);
        return;
    }
    if (!kept) {
        compare_repeated(walk, &asked, &outcome);
        return;
    }
    expected.head = outcome.record.head;
    compare(walk, &asked, &expected, &outcome.record);
    walk->keeper.head = outcome.record.head;
    walk_accept(&walk->model, &outcome.record);
}

static void check_journal(struct walk *walk) {
    struct ledger replayed = {0}, kept = {0};
    for (uint64_t sequence = 1; sequence <= walk->keeper.head.sequence; sequence++) {
        struct event event;
        struct record record;
        assert_true(keeper_event(&walk->keeper, sequence, &event));
        const struct record *found = ledger_find(&replayed, &event.change.key);
        record_init(&record, &event.change.key);
        if (found)
            record = *found;
        apply(&record, &event);
        ledger_put(&replayed, &record);
    }
    keeper_records(&walk->keeper, &kept);
    assert_true(ledger_same(&kept, &walk->model.now));
    assert_true(ledger_same(&kept, &replayed));
    ledger_release(&replayed);
    ledger_release(&kept);
}

static void walk_on(unsigned number, unsigned length, struct store *store, struct walk_met *met) {
    const struct walk_rules rules = {.initial = number & 1, .warned = number & 2};
    struct walk walk = {.seed = 20250407 + number,
                        .chance = {.state = 20250407 + number},
                        .model = {.rules = rules, .today = today},
                        .keeper = {.store = store, .begins = {.size = sizeof(size_t)}},
                        .config = walk_config(rules),
                        .met = met};
    for (walk.step = 1; walk.step <= length; walk.step++)
        take_step(&walk);
    check_journal(&walk);
    walk_model_release(&walk.model);
    ledger_release(&walk.keeper.records);
    buf_release(&walk.keeper.journal);
    list_release(&walk.keeper.begins);
}

/* ---- the tests ---- */

static void at_least(unsigned count, unsigned enough, const char *what, const char *word) {
    if (getenv("WALK_SHOW"))
        print_message("%6u %s %s\n", count, what, word);
    if (count < enough)
        fail_msg("%u times only: %s %s", count, what, word);
}

/* A walk that does not come everywhere shows nothing. */
static void been_everywhere(const struct walk_met *met, unsigned enough) {
    static const char *const reasons[ERR_KIND_COUNT] = {[ERR_INVALID] = "invalid",
                                                        [ERR_DENIED] = "denied",
                                                        [ERR_STEP] = "step",
                                                        [ERR_NOT_FOUND] = "not found",
                                                        [ERR_STALE] = "stale"};
    for (int i = 0; i < STAGE_COUNT; i++)
        at_least(met->stages[i], 10 * enough, "at", stage_words.term[i].word);
    for (int i = 0; i < EVENT_KIND_COUNT; i++) {
        at_least(met->done[i], enough, "done", event_kind_word((enum event_kind)i));
        at_least(met->refused[i], enough, "refused", event_kind_word((enum event_kind)i));
    }
    for (int i = 0; i < ERR_KIND_COUNT; i++)
        if (reasons[i])
            at_least(met->reasons[i], 10 * enough, "refused as", reasons[i]);
    at_least(met->undone, enough, "done", "undo");
}

static void rules_and_records_are_the_models(void **state) {
    struct walk_met met = {0};
    (void)state;
    for (unsigned i = 0; i < WALKS; i++)
        walk_on(i, steps() / WALKS, NULL, &met);
    been_everywhere(&met, steps() / ENOUGH_SHARE);
}

static void the_store_keeps_them(void **state) {
    struct walk_met met = {0};
    struct buf directory = {0};
    struct store *store;
    struct err err;
    buf_printf(&directory, "%s/simpanan", (const char *)*state);
    if (!store_open(directory.data, "uji", &store, &err))
        fail_msg("%s", err.text);
    buf_release(&directory);
    walk_on(WALKS + 1, steps() / STORE_SHARE, store, &met);
    store_close(store);
    been_everywhere(&met, steps() / STEPS);
    at_least(met.repeated, steps() / STEPS, "asked for", "what stands");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_and_records_are_the_models),
        cmocka_unit_test_setup_teardown(the_store_keeps_them, desk_set_up, desk_clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
