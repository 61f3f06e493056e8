/* What a key costs: bytes on the line, and the processor's time. */
#include "bench/figures.h"
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

/* ---- bytes: the keys of the grid ---- */

/* A key, with what is typed before it, unmeasured. `text` NULL: `key`. */
struct press {
    const char *what;
    const char *before;
    VTermKey key;
    const char *text;
    double allowed; /* bytes, whatever changed; 0: by what changed */
};

static void press(struct terminal *terminal, const struct press *press) {
    if (press->text)
        terminal_type(terminal, press->text);
    else
        terminal_key(terminal, press->key);
}

static const struct press presses[] = {
    {"Down", "", VTERM_KEY_DOWN, NULL, 0},
    {"Up", "", VTERM_KEY_UP, NULL, 0},
    {"PgDn", "", VTERM_KEY_PAGEDOWN, NULL, 0},
    {"PgUp", "", VTERM_KEY_PAGEUP, NULL, 0},
    {"End", "", VTERM_KEY_END, NULL, 0},
    {"Home", "", VTERM_KEY_HOME, NULL, 0},
    {"first digit", "", VTERM_KEY_NONE, "1", 40},
    {"second digit", "", VTERM_KEY_NONE, "2", 8},
    {"third digit", "", VTERM_KEY_NONE, "5", 8},
    {"Backspace in the cell", "", VTERM_KEY_BACKSPACE, NULL, 0},
    {"Enter: saved, next row", "", VTERM_KEY_ENTER, NULL, 0},
    {"Enter, nothing typed", "", VTERM_KEY_ENTER, NULL, 0},
    {"Esc, cell abandoned", "9", VTERM_KEY_ESCAPE, NULL, 0},
    {"a value refused", "1,2,3", VTERM_KEY_ENTER, NULL, 0},
    {"Esc after it", "", VTERM_KEY_ESCAPE, NULL, 0},
    {"Z undo", "", VTERM_KEY_NONE, "Z", 0},
    {"= copy the last quarter", "", VTERM_KEY_NONE, "=", 0},
    {"Enter: that saved", "", VTERM_KEY_ENTER, NULL, 0},
    {"Z undo again", "", VTERM_KEY_NONE, "Z", 0},
    {"8, then Down: saved", "8", VTERM_KEY_DOWN, NULL, 0},
    {"Up to it", "", VTERM_KEY_UP, NULL, 0},
    {"* provisional", "", VTERM_KEY_NONE, "*", 0},
    {"Del clears", "", VTERM_KEY_DEL, NULL, 0},
    {"a key that does nothing", "", VTERM_KEY_NONE, "x", 0},
    {"K blank rows only", "", VTERM_KEY_NONE, "K", 0},
    {"K all rows", "", VTERM_KEY_NONE, "K", 0},
    {"M my rows only", "", VTERM_KEY_NONE, "M", 0},
    {"M all rows", "", VTERM_KEY_NONE, "M", 0},
    {"R detail", "", VTERM_KEY_NONE, "R", 0},
    {"Esc back", "", VTERM_KEY_ESCAPE, NULL, 0},
    {"B evidence", "", VTERM_KEY_NONE, "B", 0},
    {"Esc back", "", VTERM_KEY_ESCAPE, NULL, 0},
    {"/ search", "", VTERM_KEY_NONE, "/", 0},
    {"a letter there", "", VTERM_KEY_NONE, "k", 0},
    {"Esc back", "", VTERM_KEY_ESCAPE, NULL, 0},
    {"P review", "", VTERM_KEY_NONE, "P", 0},
    {"Down there", "", VTERM_KEY_DOWN, NULL, 0},
    {"Esc back", "", VTERM_KEY_ESCAPE, NULL, 0},
    {"W history", "", VTERM_KEY_NONE, "W", 0},
    {"Esc back", "", VTERM_KEY_ESCAPE, NULL, 0},
    {"? help", "", VTERM_KEY_NONE, "?", 0},
    {"Esc back", "", VTERM_KEY_ESCAPE, NULL, 0},
};

struct cost {
    double bytes, changed, allowed;
};

static struct cost press_measured(struct terminal *terminal, const struct press *one) {
    terminal_type(terminal, one->before);
    terminal_changed(terminal);
    size_t before = terminal_output(terminal)->length;
    press(terminal, one);
    struct cost cost = {.bytes = (double)(terminal_output(terminal)->length - before),
                        .changed = (double)terminal_changed(terminal)};
    cost.allowed = one->allowed > 0 ? one->allowed : 40 + 1.15 * cost.changed;
    return cost;
}

static void print_keys(void) {
    struct terminal *terminal = terminal_open(&subjects[OFFICE_100].setup);
    int over = 0, count = sizeof presses / sizeof *presses;
    terminal_type(terminal, "\r");
    terminal_key(terminal, VTERM_KEY_HOME);
    note_print("%-26s %6s %8s %8s", "key in the grid", "bytes", "changed", "budget");
    for (int i = 0; i < count; i++) {
        struct cost cost = press_measured(terminal, &presses[i]);
        bool kept = cost.bytes <= cost.allowed;
        over += !kept;
        note_print("%-26s %6.0f %8.0f %8.0f  %s", presses[i].what, cost.bytes, cost.changed, cost.allowed,
                   kept ? "PASS" : "OVER");
    }
    line_print(&(struct line){
        .what = "keys of the grid over their budget", .unit = "keys", .figure = over, .budget = {0}});
    note_print("of %d above; budget 40 + 1.15 x the UTF-8 length of the cells that changed", count);
    terminal_close(terminal);
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
    print_keys();
    print_scroll();
    print_time();
    print_instructions();
    for (int which = 0; which <= SUBJECT_FLOOR; which++)
        subject_release(&subjects[which]);
}
