/* A save, from the request to the disk, in a store of 100,000 events, against a bare put and commit. */
#include "bench/figures.h"
#include "bench/subject.h"
#include "fault/operation.h"
#include "store/codec.h"
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAVES = 250, ENTRIES = 100000 };

/* ---- what the kernel counted for a process ---- */

struct traffic {
    double bytes, calls;
};

static struct traffic traffic_of(pid_t process) {
    char path[64], line[128];
    struct traffic traffic = {0};
    snprintf(path, sizeof path, "/proc/%d/io", (int)process);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, "wchar: ", 7) == 0)
            traffic.bytes = strtod(line + 7, NULL);
        if (strncmp(line, "syscw: ", 7) == 0)
            traffic.calls = strtod(line + 7, NULL);
    }
    if (file)
        fclose(file);
    return traffic;
}

/* ---- the floor, a process of its own ---- */

struct floor {
    pid_t process;
    FILE *ask, *answer;
};

static void must(bool done, const char *what) {
    if (done)
        return;
    fprintf(stderr, "bench_save: %s\n", what);
    exit(EXIT_FAILURE);
}

static double floor_save(struct floor *floor) {
    char line[64];
    fputc('\n', floor->ask);
    fflush(floor->ask);
    must(fgets(line, sizeof line, floor->answer) != NULL, "no answer from the floor");
    return strtod(line, NULL) / 1e6;
}

static void floor_open(struct floor *floor, size_t bytes, const char *directory) {
    int to[2], from[2];
    char *program = bench_path("../tests/bench/floor_put"), size[32], entries[32];
    snprintf(size, sizeof size, "%zu", bytes);
    snprintf(entries, sizeof entries, "%d", ENTRIES);
    const char *const words[] = {program, directory, size, entries, NULL};
    char *arguments[sizeof words / sizeof *words];
    memcpy(arguments, words, sizeof words);
    must(pipe(to) == 0 && pipe(from) == 0, "no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, to[1]);
    must(posix_spawn(&floor->process, program, &actions, NULL, arguments, environ) == 0, program);
    posix_spawn_file_actions_destroy(&actions);
    close(to[0]);
    close(from[1]);
    floor->ask = fdopen(to[1], "w");
    floor->answer = fdopen(from[0], "r");
    must(floor->ask && floor->answer, "no stream");
    free(program);
}

static void floor_close(struct floor *floor) {
    fclose(floor->ask);
    waitpid(floor->process, NULL, 0);
    fclose(floor->answer);
}

/* ---- the office ---- */

/* Another value than the one that stands. */
static struct request next_request(struct office *office, int number) {
    const struct office_facts facts = office_facts(office);
    const struct catalogue *catalogue = facts.asker.config->catalogue;
    const struct quarter quarter = {.year = catalogue->year, .number = OFFICE_QUARTER};
    const struct record_key key =
        record_key(RECORD_ACTUAL, catalogue->indicator[number * 1237 % catalogue->count].code, quarter);
    struct request request = request_new(EVENT_ACTUAL_SET, &key, facts.now);
    struct record standing;
    struct err err = {0};
    must(operation_record(office, &key, &standing, &err), err.text);
    request.change.replaces = standing.head;
    request.change.actual = (struct actual){.filled = true, .value = standing.actual.value};
    request.change.actual.value.units += DECIMAL_SCALE;
    return request;
}

static double office_save(struct office *office, int number, struct record *record) {
    struct request request = next_request(office, number);
    struct outcome outcome;
    struct err err = {0};
    double before = milliseconds_now();
    bool saved = office_change(office, &request, &outcome, &err);
    double taken = milliseconds_now() - before;
    must(saved && !outcome.repeated, err.text);
    *record = outcome.record;
    return taken;
}

/* Bytes of an event and its record, as the store keeps them. */
static size_t payload(struct office *office, const struct record *record) {
    struct request request = next_request(office, 0);
    struct event event = {.id = request.change.replaces,
                          .operation = request.operation,
                          .catalogue = office_facts(office).asker.config->catalogue->digest,
                          .change = request.change};
    struct buf bytes = {0};
    snprintf(event.who, sizeof event.who, "%s", office_facts(office).asker.person->login);
    event_encode(&event, &bytes);
    record_encode(record, &bytes);
    size_t length = bytes.length;
    buf_release(&bytes);
    return length;
}

/* ---- both ---- */

static struct figures_run ours, bare, bare_again;

static void print(size_t bytes, struct traffic mine, struct traffic its) {
    struct line line = {.what = "durable save, 100,000 events: median",
                        .unit = "ms",
                        .places = 3,
                        .figure = run_median(&ours),
                        .floor = run_median(&bare),
                        .budget = {.times = 1.4}};
    line_print(&line);
    line.what = "  the least of all";
    line.figure = run_at(&ours, 0);
    line.floor = run_at(&bare, 0);
    line_print(&line);
    noise_print("the floor", &bare, &bare_again);
    note_print(
        "event and record: %zu bytes; each save writes %.1f kB in %.1f calls, the floor %.1f kB in %.1f",
        bytes, mine.bytes / 1e3, mine.calls, its.bytes / 1e3, its.calls);
}

static struct traffic per_save(struct traffic before, struct traffic after, int saves) {
    return (struct traffic){.bytes = (after.bytes - before.bytes) / saves,
                            .calls = (after.calls - before.calls) / saves};
}

static void measure(struct office *office, const char *directory) {
    struct record record;
    struct floor floor;
    office_save(office, SAVES, &record);
    size_t bytes = payload(office, &record);
    floor_open(&floor, bytes, directory);
    floor_save(&floor);
    struct traffic its = traffic_of(floor.process), mine = {0};
    for (int i = 0; i < SAVES; i++) {
        run_add(&bare, floor_save(&floor));
        struct traffic before = traffic_of(getpid());
        run_add(&ours, office_save(office, i, &record));
        struct traffic after = traffic_of(getpid());
        mine.bytes += after.bytes - before.bytes;
        mine.calls += after.calls - before.calls;
        run_add(&bare_again, floor_save(&floor));
    }
    its = per_save(its, traffic_of(floor.process), 2 * SAVES);
    mine = per_save((struct traffic){0}, mine, SAVES);
    print(bytes, mine, its);
    floor_close(&floor);
}

int main(void) {
    struct config config;
    struct office *office;
    struct err err = {0};
    struct buf data = {0}, directory = {0};
    char *home = office_copy(OFFICE_4000);
    office_config_load(home, &config);
    buf_printf(&data, "%s/data", home);
    buf_printf(&directory, "%s/floor", home);
    struct office_options options = {.config = &config, .directory = data.data, .login = OFFICE_LOGIN};
    date_parse(OFFICE_TODAY, &options.clock.today);
    must(office_open(&options, &office, &err), err.text);
    measure(office, directory.data);
    office_close(office);
    config_release(&config);
    buf_release(&data);
    buf_release(&directory);
    home_free(home);
}
