/* Figures of many runs, and the lines of the table they end in. A line says what was measured, the figure,
 * its floor, their ratio, the budget, and whether it is kept; never asserted, since machines differ. */
#ifndef BENCH_FIGURES_H
#define BENCH_FIGURES_H

#include <stddef.h>

enum { FIGURES_MAX = 1024 };

/* Zero-initialised is empty. */
struct figures_run {
    double value[FIGURES_MAX];
    int count;
};

void run_add(struct figures_run *run, double value);
/* The value below which `percent` of them lie: 0 the least, 50 the median. */
double run_at(const struct figures_run *run, int percent);
double run_median(const struct figures_run *run);

/* Since the machine started. */
double milliseconds_now(void);

/* What may be: `times` the floor and `plus`. */
struct budget {
    double times, plus;
};

struct line {
    const char *what;
    const char *unit; /* behind figure and floor: "ms", "kB", "B" */
    int places;       /* decimals */
    double figure, floor;
    struct budget budget;
};

/* `floor` 0: there is none. */
void line_print(const struct line *line);

/* Something to know about the line above. */
void note_print(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same program against itself in the same rounds: the ratio of two medians is what the machine alone
 * makes.
 */
void noise_print(const char *what, const struct figures_run *first, const struct figures_run *second);

#endif
