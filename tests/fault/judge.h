/* What a store holds after all that happened to it, asked anew and without mercy. */
#ifndef FAULT_JUDGE_H
#define FAULT_JUDGE_H

#include <stddef.h>
#include <stdint.h>

struct judgement {
    uint64_t events;   /* in the journal */
    uint64_t gaps;     /* sequences that are not there, or no operation's event */
    uint64_t lost;     /* acknowledged operations that are not there */
    uint64_t doubled;  /* operations that are there more than once */
    uint64_t strayed;  /* records that are not what the last event on them says */
    uint64_t findings; /* of periksa-data */
    uint64_t readers;  /* slots left behind */
};

/* `acknowledged`: numbers of operations (operation.h), `count` of them. Fails the test when the store cannot
 * be opened or read at all, or when its gate is held. */
struct judgement judge(const char *home, const uint64_t *acknowledged, size_t count);

/* Fails the test unless all but `events` is 0. */
void judge_clean(const struct judgement *verdict);

#endif
