/* kill -9, at any call and at any moment: eight writers on one store, and the making of a store. What a
 * writer said it had saved is there; what it left unsaid and its successor repeats is there once.
 *
 * Usage: fault_kill [KILLS]. In the role of a writer: writer HOME FIRST REPEATED COUNT. */
#include "base/memory.h"
#include "check.h"
#include "e2e/launch.h"
#include "fault/judge.h"
#include "fault/operation.h"
#include "fault/victim.h"
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WRITERS = 8, KILLS = 2000, NUMBERS_EACH = 10000000, KILLED = 128 + SIGKILL, NAMES_MAX = 32 };

static const char *role; /* how often writers are killed: the first argument */

/* ---- the writer ---- */

static bool save(struct office *office, uint64_t number) {
    bool repeated;
    struct err err = {0};
    victim_says("? %" PRIu64, number);
    if (!operation_do(office, number, &repeated, &err)) {
        victim_says("x %s", err.text);
        return false;
    }
    victim_says("= %" PRIu64 " %d", number, repeated);
    return true;
}

static int writer(char **arguments) {
    struct office *office;
    struct err err = {0};
    if (!operation_office(arguments[0], "operator", &office, &err)) {
        victim_says("x %s", err.text);
        return EXIT_FAILURE;
    }
    uint64_t number = strtoull(arguments[1], NULL, 10), repeated = strtoull(arguments[2], NULL, 10);
    long count = strtol(arguments[3], NULL, 10);
    bool ok = repeated == 0 || save(office, repeated);
    for (; ok && count > 0; count--)
        ok = save(office, number++);
    office_close(office);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* ---- one life of a writer ---- */

struct life {
    struct victim victim;
    uint64_t next;  /* the number it goes on with */
    uint64_t asked; /* begun and not acknowledged; 0: none */
    int outside;    /* killed from outside after so many acknowledgements; 0: by itself */
    int answers;
};

struct tally {
    uint64_t *acknowledged;
    size_t count, capacity;
    long repeats; /* asked again, and it had been done */
    long outside;
    char *name[NAMES_MAX]; /* calls at which writers ended */
    long ended[NAMES_MAX];
};

static void begin(struct life *life, const char *home, const struct fault *fault, long count) {
    char first[24], repeated[24], times[24];
    snprintf(first, sizeof first, "%" PRIu64, life->next);
    snprintf(repeated, sizeof repeated, "%" PRIu64, life->asked);
    snprintf(times, sizeof times, "%ld", count);
    const char *const arguments[] = {"writer", home, first, repeated, times, NULL};
    victim_start(&life->victim, fault, arguments);
    life->answers = 0;
}

static void count_call(struct tally *tally, const char *name) {
    int i = 0;
    while (tally->name[i] && strcmp(tally->name[i], name) != 0)
        i++;
    assert_true(i < NAMES_MAX - 1);
    if (!tally->name[i])
        tally->name[i] = memory_text(name);
    tally->ended[i]++;
}

static void acknowledge(struct tally *tally, struct life *life, uint64_t number, bool repeated) {
    if (tally->count == tally->capacity) {
        tally->capacity = tally->capacity ? 2 * tally->capacity : 1024;
        tally->acknowledged = memory_resize(tally->acknowledged, tally->capacity, sizeof number);
    }
    assert_int_equal(number, life->asked);
    tally->acknowledged[tally->count++] = number;
    tally->repeats += repeated;
    life->asked = 0;
    life->answers++;
}

static void listen(struct life *life, struct tally *tally, const char *line) {
    char *rest;
    if (line[0] == 'x')
        fail_msg("a writer failed: %s", line + 2);
    if (line[0] == '!') {
        count_call(tally, line + 2);
        return;
    }
    uint64_t number = strtoull(line + 2, &rest, 10);
    if (line[0] == '=') {
        acknowledge(tally, life, number, strtol(rest, NULL, 10) != 0);
        return;
    }
    life->asked = number;
    life->next = number >= life->next ? number + 1 : life->next;
}

/* True when the life is over. */
static bool hear(struct life *life, struct tally *tally) {
    bool over;
    char *line;
    while ((line = victim_line(&life->victim, &over))) {
        listen(life, tally, line);
        free(line);
        if (life->outside && life->answers == life->outside) {
            kill(life->victim.process, SIGKILL);
            tally->outside++;
            life->outside = 0;
        }
    }
    return over;
}

static void hear_out(struct life *life, struct tally *tally) {
    while (!hear(life, tally))
        poll(&(struct pollfd){.fd = life->victim.said, .events = POLLIN}, 1, -1);
}

static void tally_release(struct tally *tally) {
    for (int i = 0; tally->name[i]; i++)
        free(tally->name[i]);
    free(tally->acknowledged);
}

/* ---- eight at once ---- */

static long below(long limit) {
    return random() % limit;
}

/* Deeper than a save or two, and never so deep that a writer lives long. */
static const struct {
    const char *class;
    long depth;
} classes[] = {{"tulis", 16}, {"sinkron", 8}, {"nama", 12}, {"memori", 120}};
static const char *const deeds[] = {"kill-before", "kill-after", "kill-half"};

static void begin_somehow(struct life *life, const char *home) {
    struct fault fault = {0};
    life->outside = 0;
    if (below(3) == 0) {
        life->outside = 1 + (int)below(4);
    } else {
        long i = below(4);
        fault = (struct fault){
            .class = classes[i].class, .deed = deeds[below(3)], .call = 1 + below(classes[i].depth)};
    }
    begin(life, home, &fault, NUMBERS_EACH);
}

static void kill_all(const char *home, struct life life[WRITERS], struct tally *tally, long kills) {
    struct pollfd heard[WRITERS];
    long begun = 0, ended = 0;
    for (; begun < WRITERS; begun++) {
        life[begun].next = (uint64_t)(begun + 1) * NUMBERS_EACH + 1;
        begin_somehow(&life[begun], home);
    }
    while (ended < kills) {
        for (int i = 0; i < WRITERS; i++)
            heard[i] =
                (struct pollfd){.fd = life[i].victim.process ? life[i].victim.said : -1, .events = POLLIN};
        poll(heard, WRITERS, -1);
        for (int i = 0; i < WRITERS; i++) {
            if (!heard[i].revents || !hear(&life[i], tally))
                continue;
            assert_int_equal(victim_end(&life[i].victim), KILLED);
            ended++;
            if (begun < kills && ++begun)
                begin_somehow(&life[i], home);
        }
    }
}

/* What the last lives left unsaid. */
static void settle(const char *home, struct life life[WRITERS], struct tally *tally) {
    const struct fault none = {0};
    for (int i = 0; i < WRITERS; i++) {
        begin(&life[i], home, &none, 0);
        hear_out(&life[i], tally);
        assert_int_equal(victim_end(&life[i].victim), EXIT_SUCCESS);
        assert_int_equal(life[i].asked, 0);
    }
}

static void ask_again(const char *home, const struct tally *tally) {
    struct office *office;
    struct err err = {0};
    assert_true(operation_office(home, "operator", &office, &err));
    for (size_t i = 0; i < tally->count; i++) {
        bool repeated;
        assert_true(operation_do(office, tally->acknowledged[i], &repeated, &err));
        assert_true(repeated);
    }
    office_close(office);
}

static void print_calls(const struct tally *tally) {
    print_message("hasil: fault_kill: %ld mati antara commit dan jawaban, diulang: satu perubahan\n"
                  "hasil: fault_kill: dari luar %ld",
                  tally->repeats, tally->outside);
    for (int i = 0; tally->name[i]; i++)
        print_message(", %s %ld", tally->name[i], tally->ended[i]);
    print_message("\n");
}

static void what_eight_killed_writers_acknowledged_is_kept(void **state) {
    (void)state;
    long kills = role ? strtol(role, NULL, 10) : KILLS;
    char *home = home_new();
    struct life life[WRITERS] = {0};
    struct tally tally = {0};
    srandom(1);
    kill_all(home, life, &tally, kills);
    settle(home, life, &tally);
    struct judgement verdict = judge(home, tally.acknowledged, tally.count);
    judge_clean(&verdict);
    ask_again(home, &tally);
    struct judgement again = judge(home, tally.acknowledged, tally.count);
    judge_clean(&again);
    assert_int_equal(again.events, verdict.events);
    print_message("hasil: fault_kill: %ld kill -9, %zu simpan diakui, %" PRIu64 " hilang, %" PRIu64
                  " celah, periksa-data bersih\n",
                  kills, tally.count, verdict.lost, verdict.gaps);
    print_calls(&tally);
    tally_release(&tally);
    home_free(home);
}

/* ---- the making of a store ---- */

/* False when the writer came to its end before that call. */
static bool made_in_spite_of(const struct fault *fault) {
    char *home = home_new();
    struct tally tally = {0};
    struct life life = {.next = 1};
    const struct fault none = {0};
    begin(&life, home, fault, 1);
    hear_out(&life, &tally);
    bool met = victim_end(&life.victim) == KILLED;
    begin(&life, home, &none, 1);
    hear_out(&life, &tally);
    assert_int_equal(victim_end(&life.victim), EXIT_SUCCESS);
    struct judgement verdict = judge(home, tally.acknowledged, tally.count);
    judge_clean(&verdict);
    assert_true(verdict.events == tally.count && tally.count > 0);
    tally_release(&tally);
    home_free(home);
    return met;
}

static void a_store_killed_in_its_making_is_made_by_the_next(void **state) {
    (void)state;
    long kills = 0;
    for (size_t class = 0; class < 3; class ++)
        for (size_t deed = 0; deed < (class == 0 ? 3 : 2); deed++) {
            struct fault fault = {.class = classes[class].class, .deed = deeds[deed], .call = 1};
            for (; made_in_spite_of(&fault); fault.call++)
                kills++;
        }
    print_message("hasil: fault_kill: %ld kill -9 saat simpanan dibuat, satu di tiap panggilan, semua jadi\n",
                  kills);
}

int main(int argc, char **argv) {
    if (argc > 5 && strcmp(argv[1], "writer") == 0)
        return writer(argv + 2);
    role = argc > 1 ? argv[1] : NULL;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_eight_killed_writers_acknowledged_is_kept),
        cmocka_unit_test(a_store_killed_in_its_making_is_made_by_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
