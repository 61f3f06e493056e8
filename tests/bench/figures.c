#include "bench/figures.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void run_add(struct figures_run *run, double value) {
    if (run->count < FIGURES_MAX)
        run->value[run->count++] = value;
}

static int by_value(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

double run_at(const struct figures_run *run, int percent) {
    struct figures_run sorted = *run;
    if (run->count == 0)
        return 0;
    qsort(sorted.value, (size_t)sorted.count, sizeof *sorted.value, by_value);
    return sorted.value[(sorted.count - 1) * percent / 100];
}

double run_median(const struct figures_run *run) {
    return run_at(run, 50);
}

double milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void budget_print(struct budget budget, int places, char *out, size_t size) {
    char plus[32] = "";
    if (budget.plus > 0)
        snprintf(plus, sizeof plus, "%.*f", places, budget.plus);
    if (budget.times > 0)
        snprintf(out, size, "%.2f x%s%s", budget.times, *plus ? " + " : "", plus);
    else
        snprintf(out, size, "%s", plus);
}

void line_print(const struct line *line) {
    char floor[32] = "-", ratio[32] = "-", budget[64];
    if (line->floor > 0) {
        snprintf(floor, sizeof floor, "%.*f %s", line->places, line->floor, line->unit);
        snprintf(ratio, sizeof ratio, line->places ? "%.2f" : "%.3f", line->figure / line->floor);
    }
    budget_print(line->budget, line->places, budget, sizeof budget);
    double limit = line->budget.times * line->floor + line->budget.plus;
    char figure[32];
    snprintf(figure, sizeof figure, "%.*f %s", line->places, line->figure, line->unit);
    printf("%-52s %11s %11s %7s  %-14s %s\n", line->what, figure, floor, ratio, budget,
           line->figure <= limit ? "PASS" : "OVER");
    fflush(stdout);
}

void note_print(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("    ", stdout);
    vprintf(format, args);
    putchar('\n');
    fflush(stdout);
    va_end(args);
}

void noise_print(const char *what, const struct figures_run *first, const struct figures_run *second) {
    note_print("noise: %s against itself %.2f; %d runs each, least %.2f, median %.2f, 9 of 10 below %.2f",
               what, run_median(first) / run_median(second), first->count, run_at(first, 0),
               run_median(first), run_at(first, 90));
}
