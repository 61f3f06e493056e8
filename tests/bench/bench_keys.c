/* What a key costs: bytes on the line, and the processor's time. */
#include "bench/figures.h"
#include "bench/presses.h"
#include "bench/subject.h"
#include "bench/trial.h"
#include "check.h"
#include <stdio.h>
#include <string.h>

static struct subject subjects[SUBJECT_FLOOR + 1];

/* ---- bytes: the first frame ---- */

static size_t shown(struct terminal *terminal) {
    size_t length = 0;
    for (int row = 0; row < 24; row++)
        length += strlen(terminal_row(terminal, row));
    return length;
}

static void print_first_frame(void) {
    struct terminal *terminal = terminal_open(&subjects[OFFICE_100].setup);
    struct terminal *least = terminal_open(&subjects[SUBJECT_FLOOR].setup);
    line_print(&(struct line){
        .what = "first frame, all bytes; floor: the text shown",
        .unit = "B",
        .figure = (double)terminal_output(terminal)->length,
        .floor = (double)shown(terminal),
        .budget = {.times = 1.1},
    });
    note_print("the ncurses floor: %zu bytes for %zu of text, %.2f", terminal_output(least)->length,
               shown(least), (double)terminal_output(least)->length / (double)shown(least));
    terminal_close(terminal);
    terminal_close(least);
}

/* ---- bytes: scrolling ---- */

/* The text that a scroll by one row puts on the screen: every row that is not the old one below it. */
static size_t fresh_text(struct terminal *terminal, struct buf before[]) {
    size_t fresh = 0;
    for (int row = 0; row < 24; row++) {
        const char *now = terminal_row(terminal, row);
        bool old =
            strcmp(now, buf_string(&before[row])) == 0 ||
            (row < 23 && strcmp(now + 1, buf_string(&before[row + 1]) + (before[row + 1].length > 0)) == 0);
        fresh += old ? 0 : strlen(now);
    }
    return fresh;
}

static void measure_scroll(int which, double *bytes, double *fresh) {
    struct buf before[24] = {{0}};
    struct terminal *terminal = terminal_open(&subjects[which].setup);
    terminal_type(terminal, "\r");
    terminal_key(terminal, VTERM_KEY_HOME);
    for (int i = 0; i < 30; i++)
        terminal_key(terminal, VTERM_KEY_DOWN);
    for (int row = 0; row < 24; row++)
        buf_text(&before[row], terminal_row(terminal, row));
    size_t length = terminal_output(terminal)->length;
    terminal_key(terminal, VTERM_KEY_DOWN);
    *bytes = (double)(terminal_output(terminal)->length - length);
    *fresh = (double)fresh_text(terminal, before);
    for (int row = 0; row < 24; row++)
        buf_release(&before[row]);
    terminal_close(terminal);
}

static void print_scroll(void) {
    double bytes, fresh, least, least_fresh;
    measure_scroll(OFFICE_100, &bytes, &fresh);
    measure_scroll(SUBJECT_FLOOR, &least, &least_fresh);
    line_print(&(struct line){.what = "one-row scroll; floor: the new row",
                              .unit = "B",
                              .figure = bytes,
                              .floor = least_fresh,
                              .budget = {.times = 1, .plus = 56}});
    note_print("the row and the pane that follows it are %.0f bytes of text", fresh);
    note_print("the ncurses floor, which has no pane: %.0f bytes for a new row of %.0f", least, least_fresh);
}

/* ---- processor ---- */

enum { ROUNDS = 11, STEPS = 20, CYCLE_KEYS = 2 * STEPS * 7 + 2 };

/* Through the list and back, three digits typed and taken back in each row. Nothing is saved; the cell is
 * closed in the end. */
static void cycle(struct terminal *terminal) {
    for (int i = 0; i < 2 * STEPS; i++) {
        terminal_key(terminal, i < STEPS ? VTERM_KEY_DOWN : VTERM_KEY_UP);
        for (const char *const *at = (const char *const[]){"3", "7", "5", NULL}; *at; at++)
            terminal_type(terminal, *at);
        for (int taken = 0; taken < 3; taken++)
            terminal_key(terminal, VTERM_KEY_BACKSPACE);
    }
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_key(terminal, VTERM_KEY_UP);
}

static void into_the_list(struct terminal *terminal) {
    terminal_type(terminal, "\r");
    terminal_key(terminal, VTERM_KEY_HOME);
}

static void into_the_list_and_cycle(struct terminal *terminal) {
    into_the_list(terminal);
    cycle(terminal);
}

static const char *const what_of[] = {[OFFICE_100] = "100 indicators", [OFFICE_4000] = "4,000 indicators"};

static void print_time(void) {
    static struct figures_run runs[SUBJECT_FLOOR + 1];
    struct terminal *terminals[SUBJECT_FLOOR + 1];
    char what[96];
    for (int which = 0; which <= SUBJECT_FLOOR; which++) {
        terminals[which] = terminal_open(&subjects[which].setup);
        into_the_list_and_cycle(terminals[which]);
    }
    for (int round = 0; round < ROUNDS; round++)
        for (int which = 0; which <= SUBJECT_FLOOR; which++) {
            double before = trial_processor(terminals[which]);
            cycle(terminals[which]);
            run_add(&runs[which], (trial_processor(terminals[which]) - before) / CYCLE_KEYS);
        }
    for (int which = 0; which < OFFICE_COUNT; which++) {
        snprintf(what, sizeof what, "processor time per key, %s", what_of[which]);
        line_print(&(struct line){.what = what,
                                  .unit = "us",
                                  .places = 1,
                                  .figure = run_median(&runs[which]),
                                  .floor = run_median(&runs[SUBJECT_FLOOR]),
                                  .budget = {.times = 2}});
    }
    note_print("%d rounds of %d keys each; the floor: least %.1f, 9 of 10 below %.1f us", ROUNDS, CYCLE_KEYS,
               run_at(&runs[SUBJECT_FLOOR], 0), run_at(&runs[SUBJECT_FLOOR], 90));
    for (int which = 0; which <= SUBJECT_FLOOR; which++)
        terminal_close(terminals[which]);
}

static double instructions_per_key(int which) {
    const struct terminal_setup *setup = &subjects[which].setup;
    return (trial_instructions(setup, into_the_list_and_cycle) - trial_instructions(setup, into_the_list)) /
           CYCLE_KEYS;
}

static void print_instructions(void) {
    double least = instructions_per_key(SUBJECT_FLOOR);
    char what[96];
    for (int which = 0; which < OFFICE_COUNT; which++) {
        snprintf(what, sizeof what, "instructions per key, %s", what_of[which]);
        line_print(&(struct line){.what = what,
                                  .unit = "k",
                                  .places = 1,
                                  .figure = instructions_per_key(which) / 1000,
                                  .floor = least / 1000,
                                  .budget = {.times = 2}});
    }
}

int main(void) {
    for (int which = 0; which <= SUBJECT_FLOOR; which++)
        subject_init(&subjects[which], which);
    print_first_frame();
    presses_print();
    print_scroll();
    print_time();
    print_instructions();
    for (int which = 0; which <= SUBJECT_FLOOR; which++)
        subject_release(&subjects[which]);
}
