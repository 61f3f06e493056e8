/* From nothing to the first frame, and the memory that takes. */
#include "bench/figures.h"
#include "bench/subject.h"
#include "bench/trial.h"
#include <stdio.h>

enum { ROUNDS = 21, MILLION = 1000000 };

static struct subject subjects[SUBJECT_FLOOR + 1];

/* ---- time ---- */

/* The floor twice, to know what the machine alone makes. */
static struct figures_run starts[SUBJECT_FLOOR + 2];

static void measure_starts(void) {
    for (int round = 0; round < ROUNDS; round++) {
        run_add(&starts[SUBJECT_FLOOR], trial_start(&subjects[SUBJECT_FLOOR].launch));
        run_add(&starts[OFFICE_100], trial_start(&subjects[OFFICE_100].launch));
        run_add(&starts[SUBJECT_FLOOR + 1], trial_start(&subjects[SUBJECT_FLOOR].launch));
        run_add(&starts[OFFICE_4000], trial_start(&subjects[OFFICE_4000].launch));
    }
}

static void print_starts(void) {
    static const struct {
        const char *what;
        int percent;
        double plus;
        enum bench_office office;
    } lines[] = {
        {"start to first frame, 100 indicators: median", 50, 0, OFFICE_100},
        {"  the least of all runs", 0, 0, OFFICE_100},
        {"the same, 4,000 indicators, 100,000 records: median", 50, 30, OFFICE_4000},
        {"  the least of all runs", 0, 30, OFFICE_4000},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        line_print(&(struct line){
            .what = lines[i].what,
            .unit = "ms",
            .places = 2,
            .figure = run_at(&starts[lines[i].office], lines[i].percent),
            .floor = run_at(&starts[SUBJECT_FLOOR], lines[i].percent),
            .budget = {.times = 1.5, .plus = lines[i].plus},
        });
    noise_print("the floor", &starts[SUBJECT_FLOOR], &starts[SUBJECT_FLOOR + 1]);
}

static void print_instructions(void) {
    double floor = trial_instructions(&subjects[SUBJECT_FLOOR].setup, NULL);
    line_print(&(struct line){
        .what = "start and leave, 100 indicators: instructions",
        .unit = "M",
        .places = 2,
        .figure = trial_instructions(&subjects[OFFICE_100].setup, NULL) / MILLION,
        .floor = floor / MILLION,
        .budget = {.times = 1.5},
    });
    note_print("4,000 indicators and 100,000 records: %.0f M",
               trial_instructions(&subjects[OFFICE_4000].setup, NULL) / MILLION);
}

/* ---- memory ---- */

enum moment { FIRST_FRAME, GRID, MOMENT_COUNT };

static void measure_memory(int which, struct trial_memory memory[MOMENT_COUNT]) {
    struct terminal *terminal = terminal_open(&subjects[which].setup);
    memory[FIRST_FRAME] = trial_memory(terminal);
    terminal_type(terminal, "\r");
    memory[GRID] = trial_memory(terminal);
    terminal_close(terminal);
}

static void print_memory(void) {
    static const char *const size[] = {
        [OFFICE_100] = "100 indicators", [OFFICE_4000] = "4,000 and 100,000 records"};
    static const char *const when[] = {[FIRST_FRAME] = "first frame", [GRID] = "in the grid"};
    struct trial_memory memory[SUBJECT_FLOOR + 1][MOMENT_COUNT];
    char what[96];
    for (int which = 0; which <= SUBJECT_FLOOR; which++)
        measure_memory(which, memory[which]);
    struct line line = {.what = what, .unit = "kB"};
    for (int which = 0; which < OFFICE_COUNT; which++)
        for (int moment = 0; moment < MOMENT_COUNT; moment++) {
            const struct trial_memory *its = &memory[which][moment], *least = &memory[SUBJECT_FLOOR][moment];
            snprintf(what, sizeof what, "RssAnon, %s, %s", when[moment], size[which]);
            line.figure = its->anonymous;
            line.floor = least->anonymous;
            line.budget.times = 2;
            line_print(&line);
            snprintf(what, sizeof what, "  peak RSS (VmHWM), %.0f kB of it files", its->mapped);
            line.figure = its->peak;
            line.floor = least->peak;
            line.budget.times = 1.6;
            line_print(&line);
        }
}

int main(void) {
    for (int which = 0; which <= SUBJECT_FLOOR; which++)
        subject_init(&subjects[which], which);
    measure_starts();
    print_starts();
    print_instructions();
    print_memory();
    for (int which = 0; which <= SUBJECT_FLOOR; which++)
        subject_release(&subjects[which]);
}
