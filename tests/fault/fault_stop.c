/* A writer stopped in the middle of a save: the others are told within about five seconds who holds the
 * store, go on reading meanwhile, and go on writing once he is continued or gone. In the role of a writer:
 * writer HOME NUMBER. */
#include "base/memory.h"
#include "check.h"
#include "e2e/launch.h"
#include "fault/judge.h"
#include "fault/operation.h"
#include "fault/victim.h"
#include "store/gate.h"
#include "unit/small_office.h"
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLED = 128 + SIGKILL, THEIRS = 100, OURS = 1, PATIENCE_MS = (GATE_WAIT_SECONDS + 2) * 1000 };

static int64_t longest; /* that somebody was kept waiting, in milliseconds */

static int64_t milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int writer(char **arguments) {
    struct office *office;
    struct err err = {0};
    bool repeated;
    bool ok = operation_office(arguments[0], "sitti", &office, &err) &&
              operation_do(office, strtoull(arguments[1], NULL, 10), &repeated, &err);
    victim_says(ok ? "=" : "x %s", err.text);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Returns once the writer has stopped. */
static void start_stopped(struct victim *victim, const char *home, const struct fault *fault) {
    char number[24];
    int status;
    snprintf(number, sizeof number, "%d", THEIRS);
    const char *const arguments[] = {"writer", home, number, NULL};
    victim_start(victim, fault, arguments);
    assert_int_equal(waitpid(victim->process, &status, WUNTRACED), victim->process);
    assert_true(WIFSTOPPED(status));
}

/* True when refused as it must be; false when the store was free. */
static void assert_told(bool ok, const struct err *err, const struct victim *holder, int64_t begun) {
    char name[64];
    int64_t waited = milliseconds_now() - begun;
    snprintf(name, sizeof name, "\"sitti\" (proses %ld)", (long)holder->process);
    assert_false(ok);
    assert_int_equal(err->kind, ERR_BUSY);
    assert_non_null(strstr(err->text, name));
    assert_true(waited <= PATIENCE_MS);
    longest = waited > longest ? waited : longest;
}

static void assert_readable(struct office *office) {
    const struct record_key key = record_key(RECORD_ACTUAL, REPORTS, (struct quarter){SMALL_OFFICE_YEAR, 1});
    struct record record;
    struct err err = {0};
    int64_t begun = milliseconds_now();
    assert_true(operation_record(office, &key, &record, &err));
    assert_true(milliseconds_now() - begun < 1000);
}

/* What becomes of the stopped one. */
enum fate { CONTINUED, ENDED };

static void release(struct victim *victim, enum fate fate) {
    kill(victim->process, fate == CONTINUED ? SIGCONT : SIGKILL);
    char *line;
    while ((line = victim_wait_line(victim))) {
        assert_true(line[0] != 'x');
        free(line);
    }
    assert_int_equal(victim_end(victim), fate == CONTINUED ? EXIT_SUCCESS : KILLED);
}

static void others_are_told(const struct fault *fault, enum fate fate) {
    char *home = home_new();
    struct office *office;
    struct err err = {0};
    struct victim victim = {0};
    bool repeated;
    assert_true(operation_office(home, "operator", &office, &err));
    start_stopped(&victim, home, fault);

    int64_t begun = milliseconds_now();
    assert_told(operation_do(office, OURS, &repeated, &err), &err, &victim, begun);
    assert_readable(office);
    release(&victim, fate);
    assert_true(operation_do(office, OURS, &repeated, &err));
    assert_false(repeated);
    assert_true(operation_do(office, THEIRS, &repeated, &err));
    assert_true(fate == ENDED || repeated);
    office_close(office);

    const uint64_t both[] = {OURS, THEIRS};
    struct judgement verdict = judge(home, both, 2);
    judge_clean(&verdict);
    assert_int_equal(verdict.events, 2);
    home_free(home);
}

static void stopped_in_a_commit(void **state) {
    (void)state;
    const struct fault at_sync = {.class = "sinkron", .deed = "stop", .call = 1};
    others_are_told(&at_sync, CONTINUED);
    others_are_told(&at_sync, ENDED);
}

/* With some of its pages written and some not: the first write was the holder's name. */
static void stopped_in_a_write(void **state) {
    (void)state;
    const struct fault at_write = {.class = "tulis", .deed = "stop", .call = 3};
    others_are_told(&at_write, CONTINUED);
    others_are_told(&at_write, ENDED);
}

/* The store's opening holds the gate too. */
static void stopped_in_its_opening(void **state) {
    (void)state;
    const struct fault in_making = {.class = "sinkron", .deed = "stop", .call = 1};
    char *home = home_new();
    struct office *office;
    struct err err = {0};
    struct victim victim = {0};
    start_stopped(&victim, home, &in_making);
    int64_t begun = milliseconds_now();
    assert_told(operation_office(home, "operator", &office, &err), &err, &victim, begun);
    release(&victim, ENDED);
    bool repeated;
    assert_true(operation_office(home, "operator", &office, &err));
    assert_true(operation_do(office, OURS, &repeated, &err));
    office_close(office);
    struct judgement verdict = judge(home, (const uint64_t[]){OURS}, 1);
    judge_clean(&verdict);
    home_free(home);
}

static int say(void **state) {
    (void)state;
    print_message(
        "hasil: fault_stop: yang lain menunggu paling lama %.1f detik, lalu tahu siapa menahan; 0 hilang\n",
        (double)longest / 1000);
    return 0;
}

int main(int argc, char **argv) {
    if (argc > 3 && strcmp(argv[1], "writer") == 0)
        return writer(argv + 2);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stopped_in_a_commit),
        cmocka_unit_test(stopped_in_a_write),
        cmocka_unit_test(stopped_in_its_opening),
    };
    return cmocka_run_group_tests(tests, NULL, say);
}
