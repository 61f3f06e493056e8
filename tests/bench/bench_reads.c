/* How often the store is asked: one reading for a report, for Periksa, for a reload of the sheet; one transaction for a
 * save. And what grows with an office: 20,000 indicators. */
#include "base/memory.h"
#include "bench/figures.h"
#include "bench/subject.h"
#include "bench/trial.h"
#include "e2e/batch.h"
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- how often ---- */

struct counts {
    uint64_t readings, changes;
};

static char *counts_path, *counts_variable, *preload_variable;

static void must(bool done, const char *what) {
    if (done)
        return;
    fprintf(stderr, "bench_reads: %s\n", what);
    exit(EXIT_FAILURE);
}

static void counts_begin(void) {
    const struct counts none = {0};
    struct buf text = {0};
    counts_path = bench_path("hitungan");
    int file = open(counts_path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    must(file >= 0 && write(file, &none, sizeof none) == sizeof none, counts_path);
    close(file);
    buf_printf(&text, "TRIWULAN_HITUNG=%s", counts_path);
    counts_variable = memory_text(text.data);
    buf_clear(&text);
    buf_printf(&text, "LD_PRELOAD=%s/tests/bench/reads_preload.so", getenv("TRIWULAN_BUILD"));
    preload_variable = memory_text(text.data);
    buf_release(&text);
}

static struct counts counts_now(void) {
    struct counts counts = {0};
    int file = open(counts_path, O_RDONLY | O_CLOEXEC);
    must(file >= 0 && read(file, &counts, sizeof counts) == sizeof counts, counts_path);
    close(file);
    return counts;
}

static void counted(const char *what, struct counts before, double budget) {
    struct counts now = counts_now();
    line_print(
        &(struct line){.what = what,
                       .unit = "",
                       .figure = (double)(now.readings + now.changes - before.readings - before.changes),
                       .budget = {.plus = budget}});
}

static void run_command(const struct subject *subject, const char *const *arguments) {
    const char *const environment[] = {subject->variable, counts_variable, preload_variable, NULL};
    struct launch launch = {0};
    launch_init(&launch, NULL, arguments, subject->home);
    launch_environment(&launch, environment, "");
    struct batch batch = batch_launch(&launch);
    must(batch.status <= 1, buf_string(&batch.err));
    batch_release(&batch);
    launch_release(&launch);
}

/* One of its readings is of the opening: is the computer's clock behind the last change? */
static void count_report(const struct subject *subject) {
    static const char *const report[] = {"--sebagai", OFFICE_LOGIN, "--hari-ini", OFFICE_TODAY, "--triwulan",
                                         "2025-TW2",  "laporan",    "triwulan",   NULL};
    struct counts before = counts_now();
    run_command(subject, report);
    counted("transactions of the store: laporan triwulan", before, 2);
}

static void count_keys(const struct subject *subject) {
    const char *const environment[] = {subject->variable, counts_variable, preload_variable, NULL};
    struct terminal_setup setup = subject->setup;
    setup.environment = environment;
    struct terminal *terminal = terminal_open(&setup);
    terminal_type(terminal, "\r");
    struct counts before = counts_now();
    terminal_resize(terminal, 25, 80);
    counted("  a reload of the sheet", before, 1);
    terminal_key(terminal, VTERM_KEY_DOWN);
    before = counts_now();
    terminal_type(terminal, "7\r");
    counted("  a save in the sheet: the change, and a look back", before, 2);
    before = counts_now();
    terminal_key(terminal, VTERM_KEY_DOWN);
    counted("  a step down the sheet", before, 0);
    before = counts_now();
    terminal_type(terminal, "P");
    counted("  Periksa, opened", before, 1);
    terminal_close(terminal);
}

/* ---- what grows ---- */

static double seconds_of(const struct subject *subject, const char *const *command) {
    struct launch launch = {0};
    const char *const environment[] = {subject->variable, NULL};
    launch_init(&launch, NULL, command, subject->home);
    launch_environment(&launch, environment, "");
    double before = milliseconds_now();
    struct batch batch = batch_launch(&launch);
    double after = milliseconds_now();
    must(batch.status <= 1, buf_string(&batch.err));
    batch_release(&batch);
    launch_release(&launch);
    return (after - before) / 1000;
}

/* `what`: at the size of 4,000 indicators and at that of 20,000; linear is five times as much. */
static void measure_growth(const char *what, const char *const *command, const struct subject *few,
                           const struct subject *many, double budget) {
    double least_few = 0, least_many = 0;
    for (int round = 0; round < 3; round++) {
        double small = seconds_of(few, command), large = seconds_of(many, command);
        least_few = round == 0 || small < least_few ? small : least_few;
        least_many = round == 0 || large < least_many ? large : least_many;
    }
    line_print(&(struct line){.what = what,
                              .unit = "s",
                              .places = 3,
                              .figure = least_many,
                              .floor = least_few,
                              .budget = {.times = 6}});
    note_print("budget %.2f s", budget);
}

static double review_seconds(const struct subject *subject) {
    const char *const arguments[] = {"--sebagai", OFFICE_LOGIN, "--hari-ini", OFFICE_TODAY,
                                     "--bidang",  "koperasi",   NULL};
    struct terminal_setup setup = subject->setup;
    double least = 0;
    setup.arguments = arguments;
    struct terminal *terminal = terminal_open(&setup);
    for (int round = 0; round < 5; round++) {
        double before = milliseconds_now();
        terminal_type(terminal, "P");
        double took = (milliseconds_now() - before) / 1000;
        terminal_key(terminal, VTERM_KEY_ESCAPE);
        least = round == 0 || took < least ? took : least;
    }
    terminal_close(terminal);
    return least;
}

#define COMMAND(...)                                                                                         \
    ((const char *const[]){"--sebagai", OFFICE_LOGIN, "--hari-ini", OFFICE_TODAY, __VA_ARGS__, NULL})

int main(void) {
    static struct subject hundred, few, many;
    counts_begin();
    subject_init(&hundred, OFFICE_100);
    count_report(&hundred);
    count_keys(&hundred);
    subject_release(&hundred);
    subject_init(&few, OFFICE_4000);
    subject_init(&many, OFFICE_20000);
    measure_growth("status, 20,000 indicators; floor: 4,000", COMMAND("status"), &few, &many, 0.9);
    measure_growth("laporan belum-lengkap, the same", COMMAND("laporan", "belum-lengkap"), &few, &many, 1.2);
    line_print(&(struct line){.what = "Periksa of one bidang, opened on screen",
                              .unit = "s",
                              .places = 3,
                              .figure = review_seconds(&many),
                              .floor = review_seconds(&few),
                              .budget = {.times = 6}});
    note_print("budget 0.15 s");
    subject_release(&few);
    subject_release(&many);
    free(counts_path);
    free(counts_variable);
    free(preload_variable);
}
