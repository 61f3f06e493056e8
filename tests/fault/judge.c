#include "fault/judge.h"
#include "base/memory.h"
#include "check.h"
#include "fault/operation.h"
#include "store/store_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct judging {
    struct store *store;
    struct judgement verdict;
    uint64_t *number; /* of each event's operation, later in order */
    size_t count;
};

/* ---- the journal, event by event ---- */

static bool event_at(struct store *store, uint64_t sequence, struct event *event) {
    struct event_id id = {.device = store->device, .sequence = sequence};
    uint64_t position;
    struct err err = {0};
    return store_event(store, &id, event, &position, &err);
}

/* The record's head must be the last event on its key. */
static bool record_follows(struct store *store, const struct event *event) {
    struct record record;
    struct event last;
    struct err err = {0};
    return store_find(store, &event->change.key, &record, &err) &&
           record.head.sequence >= event->id.sequence && event_at(store, record.head.sequence, &last) &&
           memcmp(&last.change.key.code, &event->change.key.code, sizeof last.change.key.code) == 0 &&
           last.change.key.kind == event->change.key.kind &&
           last.change.key.number == event->change.key.number &&
           quarter_compare(last.change.key.quarter, event->change.key.quarter) == 0;
}

static void read_journal(struct judging *judging) {
    struct event event;
    struct err err = {0};
    assert_true(store_begin(judging->store, &err));
    for (uint64_t sequence = 1; sequence <= judging->verdict.events; sequence++) {
        uint64_t number = event_at(judging->store, sequence, &event) ? operation_number(&event) : 0;
        judging->verdict.gaps += number == 0;
        judging->verdict.strayed += number != 0 && !record_follows(judging->store, &event);
        judging->number[judging->count++] = number;
    }
    store_end(judging->store);
}

/* ---- what was promised ---- */

static int in_order(const void *a, const void *b) {
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void compare(struct judging *judging, const uint64_t *acknowledged, size_t count) {
    qsort(judging->number, judging->count, sizeof *judging->number, in_order);
    for (size_t i = 1; i < judging->count; i++)
        judging->verdict.doubled += judging->number[i] && judging->number[i] == judging->number[i - 1];
    for (size_t i = 0; i < count; i++)
        judging->verdict.lost +=
            !bsearch(&acknowledged[i], judging->number, judging->count, sizeof *judging->number, in_order);
}

/* ---- what is left behind ---- */

static int count_reader(const char *line, void *context) {
    uint64_t *readers = context;
    char *rest;
    long process = strtol(line, &rest, 10);
    *readers += rest != line && process != getpid();
    return 0;
}

static void assert_gate_free(const char *home) {
    struct buf path = {0};
    struct gate gate;
    struct err err;
    buf_printf(&path, "%s/simpanan.gerbang", home);
    assert_true(gate_open(&gate, path.data, &err));
    assert_int_equal(flock(gate.descriptor, LOCK_EX | LOCK_NB), 0);
    gate_close(&gate);
    buf_release(&path);
}

static void print_finding(void *context, const char *line) {
    (void)context;
    print_message("# %s\n", line);
}

static void check_data(struct judging *judging) {
    struct store_counts counts = {0};
    struct err err = {0};
    if (!store_check(judging->store, print_finding, NULL, &counts, &err))
        fail_msg("%s", err.text);
    judging->verdict.findings = counts.findings;
    judging->verdict.gaps += counts.events != judging->verdict.events;
}

struct judgement judge(const char *home, const uint64_t *acknowledged, size_t count) {
    struct judging judging = {0};
    struct store_info info = {0};
    struct err err = {0};
    struct buf path = {0};
    assert_gate_free(home);
    buf_printf(&path, "%s/simpanan", home);
    if (!store_open(path.data, "penguji", &judging.store, &err) ||
        !store_describe(judging.store, &info, &err))
        fail_msg("%s", err.text);
    mdb_reader_list(judging.store->env, count_reader, &judging.verdict.readers);
    judging.verdict.events = info.events;
    judging.number = memory_alloc(info.events, sizeof *judging.number);
    read_journal(&judging);
    compare(&judging, acknowledged, count);
    check_data(&judging);
    store_close(judging.store);
    free(judging.number);
    buf_release(&path);
    return judging.verdict;
}

void judge_clean(const struct judgement *verdict) {
    assert_int_equal(verdict->gaps, 0);
    assert_int_equal(verdict->lost, 0);
    assert_int_equal(verdict->doubled, 0);
    assert_int_equal(verdict->strayed, 0);
    assert_int_equal(verdict->findings, 0);
    assert_int_equal(verdict->readers, 0);
}
