/* What the documents cost: XLSX and PDF of a quarter with all its evidence, by the program and its printer
 * together (tests/bench/README.md, Budgets: within one second of processor and 24 MiB for 100 indicators; growing linearly). */
#include "bench/figures.h"
#include "bench/offices.h"
#include "e2e/launch.h"
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 7 };

static const char *const documents[] = {"xlsx", "pdf"};
enum { DOCUMENTS_COUNT = sizeof documents / sizeof *documents };

struct printing {
    double processor, peak; /* ms; kB */
};

static double milliseconds(struct timeval time) {
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

/* wait4 counts the printer with the program that waited for it. */
static struct printing print_once(const struct launch *launch) {
    struct rusage usage;
    int status;
    pid_t process;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    int failed =
        posix_spawn(&process, launch->arguments[0], &actions, NULL, launch->arguments, launch->environment);
    posix_spawn_file_actions_destroy(&actions);
    if (failed || wait4(process, &status, 0, &usage) != process || status != 0) {
        fprintf(stderr, "bench_report: a report could not be made\n");
        exit(EXIT_FAILURE);
    }
    return (struct printing){milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
                             (double)usage.ru_maxrss};
}

/* The least processor time of all rounds, and the most memory. */
static struct printing print_as(const char *home, const char *document) {
    char *variable = office_environment(home);
    const char *const environment[] = {variable, NULL};
    const char *const arguments[] = {"--sebagai",  OFFICE_LOGIN, "--hari-ini", OFFICE_TODAY,
                                     "--triwulan", "2025-TW2",   "laporan",    "triwulan",
                                     "--format",   document,     NULL};
    struct launch launch = {0};
    struct printing best = {0};
    launch_init(&launch, NULL, arguments, home);
    launch_environment(&launch, environment, "");
    for (int round = 0; round < ROUNDS; round++) {
        struct printing printing = print_once(&launch);
        if (round == 0 || printing.processor < best.processor)
            best.processor = printing.processor;
        if (printing.peak > best.peak)
            best.peak = printing.peak;
    }
    launch_release(&launch);
    free(variable);
    return best;
}

static struct printing print_both(enum bench_office office) {
    char *home = office_home(office);
    struct printing sum = {0};
    for (int i = 0; i < DOCUMENTS_COUNT; i++) {
        struct printing printing = print_as(home, documents[i]);
        note_print("%s: %.0f ms of processor, %.1f MiB at most", documents[i], printing.processor,
                   printing.peak / 1024);
        sum.processor += printing.processor;
        sum.peak = printing.peak > sum.peak ? printing.peak : sum.peak;
    }
    free(home);
    return sum;
}

int main(void) {
    struct printing small = print_both(OFFICE_100);
    line_print(&(struct line){.what = "laporan, XLSX and PDF, 100 indicators: processor",
                              .unit = "ms",
                              .figure = small.processor,
                              .budget = {.plus = 1000}});
    line_print(&(struct line){
        .what = "  peak RSS", .unit = "kB", .figure = small.peak, .budget = {.plus = 24 * 1024}});
    struct printing large = print_both(OFFICE_4000);
    line_print(&(struct line){.what = "the same, 4,000 indicators; floor: 40 times that",
                              .unit = "ms",
                              .figure = large.processor,
                              .floor = 40 * small.processor,
                              .budget = {.times = 1.5}});
    note_print("peak RSS %.0f MiB", large.peak / 1024);
}
