/* `lihat --format csv` of one quarter over 100,000 records, against sqlite3 -csv of the same columns from a
 * table that holds them ready for all four quarters, with an index on the quarter. */
#include "base/file.h"
#include "bench/figures.h"
#include "bench/subject.h"
#include "bench/trial.h"
#include "e2e/batch.h"
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 15, PIPE_BYTES = 4096 };

#define QUARTER "2025-TW3"

static void must(bool done, const char *what) {
    if (done)
        return;
    fprintf(stderr, "bench_list: %s\n", what);
    exit(EXIT_FAILURE);
}

/* ---- what is run ---- */

static void listing_init(struct launch *launch, const char *home, const char *quarter) {
    const char *const arguments[] = {"--sebagai", OFFICE_LOGIN, "--hari-ini", OFFICE_TODAY, "--triwulan",
                                     quarter,     "lihat",      "--format",   "csv",        NULL};
    char *variable = office_environment(home);
    const char *const environment[] = {variable, NULL};
    launch_init(launch, NULL, arguments, home);
    launch_environment(launch, environment, "");
    free(variable);
}

static void sqlite_init(struct launch *launch, const char *home, const char *const *arguments) {
    launch_init(launch, "/usr/bin/sqlite3", arguments, home);
}

/* The office's own export of every quarter, imported. */
static void make_table(const char *home, const char *database) {
    static const char *const quarters[] = {"2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4"};
    struct buf path = {0}, import = {0};
    struct err err = {0};
    for (int i = 0; i < QUARTERS; i++) {
        struct launch listing = {0}, sqlite = {0};
        listing_init(&listing, home, quarters[i]);
        struct batch batch = batch_launch(&listing);
        must(batch.status == 0, buf_string(&batch.err));
        buf_clear(&path);
        buf_clear(&import);
        buf_printf(&path, "%s/%s.csv", home, quarters[i]);
        must(file_replace(path.data, batch.out.data, batch.out.length, &err), err.text);
        buf_printf(&import, ".import --csv %s \"%s\" isian", i == 0 ? "" : "--skip 1", path.data);
        sqlite_init(&sqlite, home,
                    (const char *const[]){
                        database, import.data,
                        i == QUARTERS - 1 ? "create index menurut_triwulan on isian(triwulan)" : "select 1",
                        NULL});
        struct batch imported = batch_launch(&sqlite);
        must(imported.status == 0, buf_string(&imported.err));
        batch_release(&imported);
        batch_release(&batch);
        launch_release(&listing);
        launch_release(&sqlite);
    }
    buf_release(&path);
    buf_release(&import);
}

/* ---- one run ---- */

struct cost {
    double milliseconds, processor, bytes;
};

static double processor_of(const struct rusage *usage) {
    return (double)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1e3 +
           (double)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e3;
}

static pid_t start(const struct launch *launch, int out) {
    pid_t process;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    must(posix_spawn(&process, launch->arguments[0], &actions, NULL, launch->arguments,
                     launch->environment) == 0,
         launch->arguments[0]);
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

/* Into a file, as a person would who keeps it. */
static struct cost run(const struct launch *launch, const char *path) {
    struct rusage usage;
    int status, out = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    must(out >= 0, path);
    double before = milliseconds_now();
    pid_t process = start(launch, out);
    must(wait4(process, &status, 0, &usage) == process && status == 0, "a run failed");
    struct cost cost = {.milliseconds = milliseconds_now() - before, .processor = processor_of(&usage)};
    cost.bytes = (double)lseek(out, 0, SEEK_END);
    close(out);
    return cost;
}

/* The most anonymous memory seen while it waits for a slow reader; kB. */
static double anonymous(const struct launch *launch) {
    int ends[2], status;
    char bytes[PIPE_BYTES];
    double most = 0;
    must(pipe2(ends, O_CLOEXEC) == 0 && fcntl(ends[1], F_SETPIPE_SZ, PIPE_BYTES) >= 0, "no pipe");
    pid_t process = start(launch, ends[1]);
    close(ends[1]);
    while (read(ends[0], bytes, sizeof bytes) > 0) {
        double now = trial_anonymous(process);
        most = now > most ? now : most;
    }
    close(ends[0]);
    must(waitpid(process, &status, 0) == process && status == 0, "a run failed");
    return most;
}

/* ---- the table ---- */

static struct figures_run ours, bare, bare_again, processor_ours, processor_bare;

static void measure_time(const struct launch *listing, const struct launch *sqlite, const char *home) {
    struct buf path = {0};
    struct cost mine = {0}, its = {0};
    buf_printf(&path, "%s/keluaran.csv", home);
    for (int round = 0; round < ROUNDS; round++) {
        its = run(sqlite, path.data);
        run_add(&bare, its.milliseconds);
        run_add(&processor_bare, its.processor);
        mine = run(listing, path.data);
        run_add(&ours, mine.milliseconds);
        run_add(&processor_ours, mine.processor);
        run_add(&bare_again, run(sqlite, path.data).milliseconds);
    }
    struct line line = {.what = "lihat --format csv, 100,000 records: median",
                        .unit = "ms",
                        .places = 1,
                        .figure = run_median(&ours),
                        .floor = run_median(&bare),
                        .budget = {.times = 1}};
    line_print(&line);
    line.what = "  the least of all";
    line.figure = run_at(&ours, 0);
    line.floor = run_at(&bare, 0);
    line_print(&line);
    line.what = "  its processor time";
    line.figure = run_median(&processor_ours);
    line.floor = run_median(&processor_bare);
    line_print(&line);
    noise_print("sqlite3 -csv", &bare, &bare_again);
    note_print("%.0f bytes of CSV here, %.0f there", mine.bytes, its.bytes);
    buf_release(&path);
}

/* The catalogue is in memory, so it is told apart: an office that has it, and no store yet. */
static void measure_memory(const char *large) {
    struct launch launch = {0};
    struct buf data = {0};
    char *small = office_home(OFFICE_100);
    listing_init(&launch, small, QUARTER);
    double few = anonymous(&launch);
    launch_release(&launch);
    launch = (struct launch){0};
    listing_init(&launch, large, QUARTER);
    double many = anonymous(&launch);
    buf_printf(&data, "TRIWULAN_DATA=%s/kosong", large);
    launch_environment(&launch, (const char *const[]){data.data, NULL}, "");
    line_print(&(struct line){.what = "RssAnon, 100,000 records; floor: no record at all",
                              .unit = "kB",
                              .figure = many,
                              .floor = anonymous(&launch),
                              .budget = {.times = 1.05}});
    note_print("4,000 indicators in both; with 100 indicators %.0f kB", few);
    launch_release(&launch);
    buf_release(&data);
    free(small);
}

int main(void) {
    static const char query[] = "select * from isian where triwulan = '" QUARTER "' order by rowid";
    struct launch listing = {0}, sqlite = {0};
    struct buf database = {0};
    char *home = office_copy(OFFICE_4000);
    buf_printf(&database, "%s/isian.db", home);
    make_table(home, database.data);
    listing_init(&listing, home, QUARTER);
    sqlite_init(&sqlite, home, (const char *const[]){"-csv", "-header", database.data, query, NULL});
    measure_time(&listing, &sqlite, home);
    measure_memory(home);
    launch_release(&listing);
    launch_release(&sqlite);
    buf_release(&database);
    home_free(home);
}
