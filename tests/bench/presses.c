#include "bench/presses.h"
#include "bench/figures.h"
#include "bench/subject.h"
#include "e2e/terminal.h"
#include <stdio.h>

/* `text` or `key`, with what comes before it, unmeasured. */
struct press {
    const char *what;
    const char *before; /* typed; NULL: nothing */
    int times;          /* pressed already */
    const char *text;
    VTermKey key;
    double allowed; /* bytes, whatever changed; 0: by what changed */
};

static void press(struct terminal *terminal, const struct press *press) {
    if (press->text)
        terminal_type(terminal, press->text);
    else
        terminal_key(terminal, press->key);
}

static const struct press grid[] = {
    {.what = "Enter: the sheet", .key = VTERM_KEY_ENTER},
    {.what = "Down", .key = VTERM_KEY_DOWN},
    {.what = "Up", .key = VTERM_KEY_UP},
    {.what = "PgDn", .key = VTERM_KEY_PAGEDOWN},
    {.what = "PgUp", .key = VTERM_KEY_PAGEUP},
    {.what = "End", .key = VTERM_KEY_END},
    {.what = "Home", .key = VTERM_KEY_HOME},
    {.what = "first digit", .text = "1", .allowed = 40},
    {.what = "second digit", .text = "2", .allowed = 8},
    {.what = "third digit", .text = "5", .allowed = 8},
    {.what = "Backspace in the cell", .key = VTERM_KEY_BACKSPACE},
    {.what = "Enter: saved, next row", .key = VTERM_KEY_ENTER},
    {.what = "Enter, nothing typed", .key = VTERM_KEY_ENTER},
    {.what = "Esc, cell abandoned", .before = "9", .key = VTERM_KEY_ESCAPE},
    {.what = "a value refused", .before = "1,2,3", .key = VTERM_KEY_ENTER},
    {.what = "Esc after it", .key = VTERM_KEY_ESCAPE},
    {.what = "Z undo", .text = "Z"},
    {.what = "= copy the last quarter", .text = "="},
    {.what = "Enter: that saved", .key = VTERM_KEY_ENTER},
    {.what = "Z undo again", .text = "Z"},
    {.what = "8, then Down: saved", .before = "8", .key = VTERM_KEY_DOWN},
    {.what = "Up to it", .key = VTERM_KEY_UP},
    {.what = "* provisional", .text = "*"},
    {.what = "Del clears", .key = VTERM_KEY_DEL},
    {.what = "a key that does nothing", .text = "x"},
    {.what = "K blank rows only", .text = "K"},
    {.what = "K all rows", .text = "K"},
    {.what = "M my rows only", .text = "M"},
    {.what = "M all rows", .text = "M"},
    {.what = "R detail", .text = "R"},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
    {.what = "B evidence", .text = "B"},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
    {.what = "/ search", .text = "/"},
    {.what = "a letter there", .text = "k"},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
    {.what = "P review", .text = "P"},
    {.what = "Down there", .key = VTERM_KEY_DOWN},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
    {.what = "W history", .text = "W"},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
    {.what = "? help", .text = "?"},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
};

static const struct press verifying[] = {
    {.what = "Up in the menu", .key = VTERM_KEY_UP},
    {.what = "V queue", .text = "V"},
    {.what = "Down there", .key = VTERM_KEY_DOWN},
    {.what = "Enter: its rows", .key = VTERM_KEY_ENTER},
    {.what = "Down", .key = VTERM_KEY_DOWN},
    {.what = "Up", .key = VTERM_KEY_UP},
    {.what = "PgDn", .key = VTERM_KEY_PAGEDOWN},
    {.what = "PgUp", .key = VTERM_KEY_PAGEUP},
    {.what = "End", .key = VTERM_KEY_END},
    {.what = "Home", .key = VTERM_KEY_HOME},
    {.what = "Down, one row scrolls", .key = VTERM_KEY_DOWN, .times = 7},
    {.what = "S conforms, next row", .text = "S"},
    {.what = "S once more", .text = "S"},
    {.what = "Z undo", .text = "Z"},
    {.what = "K correction", .text = "K"},
    {.what = "a digit there", .text = "9"},
    {.what = "Tab there", .key = VTERM_KEY_TAB},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
    {.what = "Ctrl-S: correction kept",
     .before = "K\t91,5\tlaporan kedua tidak ditandatangani",
     .text = "\023"},
    {.what = "M what is to be mended", .text = "M"},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
    {.what = "N not yet judged only", .text = "N"},
    {.what = "N all rows", .text = "N"},
    {.what = "X the sample only", .text = "X"},
    {.what = "X all rows", .text = "X"},
    {.what = "B evidence", .text = "B"},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
    {.what = "Esc to the queue", .key = VTERM_KEY_ESCAPE},
    {.what = "Esc to the menu", .key = VTERM_KEY_ESCAPE},
};

static const struct press dashboard[] = {
    {.what = "D dashboard", .text = "D"},
    {.what = "Down", .key = VTERM_KEY_DOWN},
    {.what = "Left: its figures", .key = VTERM_KEY_LEFT},
    {.what = "Left, figures to figures", .key = VTERM_KEY_LEFT},
    {.what = "Down, figures to figures", .key = VTERM_KEY_DOWN},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
};

static const struct press calendar[] = {
    {.what = "J calendar", .text = "J"},           {.what = "Down, one row scrolls", .key = VTERM_KEY_DOWN},
    {.what = "Up", .key = VTERM_KEY_UP},           {.what = "Home", .key = VTERM_KEY_HOME},
    {.what = "PgDn", .key = VTERM_KEY_PAGEDOWN},   {.what = "PgUp", .key = VTERM_KEY_PAGEUP},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
};

static const struct press dossiers[] = {
    {.what = "E documents, submissions", .text = "E"},
    {.what = "Down", .key = VTERM_KEY_DOWN},
    {.what = "Left", .key = VTERM_KEY_LEFT},
    {.what = "Enter: its form", .key = VTERM_KEY_ENTER},
    {.what = "Ctrl-S: marked", .before = "3-7\tlemari 2", .text = "\023"},
    {.what = "Right", .key = VTERM_KEY_RIGHT},
    {.what = "= still valid", .text = "="},
    {.what = "End", .key = VTERM_KEY_END},
    {.what = "Home", .key = VTERM_KEY_HOME},
    {.what = "Esc back", .key = VTERM_KEY_ESCAPE},
};

/* Verified by one who filled nothing in. All begin in the menu. */
#define OF(presses) (presses), sizeof(presses) / sizeof *(presses)
static const struct tour {
    const char *what;
    const char *login;
    const struct press *press;
    int count;
} tours[] = {
    {"the grid", OFFICE_LOGIN, OF(grid)},         {"Verifikasi", "sakip1", OF(verifying)},
    {"Dasbor", OFFICE_LOGIN, OF(dashboard)},      {"Jadwal", OFFICE_LOGIN, OF(calendar)},
    {"Dok. E-SAKIP", OFFICE_LOGIN, OF(dossiers)},
};
#undef OF

struct cost {
    double bytes, changed, allowed;
};

static struct cost press_measured(struct terminal *terminal, const struct press *one) {
    if (one->before)
        terminal_type(terminal, one->before);
    for (int i = 0; i < one->times; i++)
        press(terminal, one);
    terminal_changed(terminal);
    size_t before = terminal_output(terminal)->length;
    press(terminal, one);
    struct cost cost = {.bytes = (double)(terminal_output(terminal)->length - before),
                        .changed = (double)terminal_changed(terminal)};
    cost.allowed = one->allowed > 0 ? one->allowed : 40 + 1.15 * cost.changed;
    return cost;
}

static void print_tour(const struct subject *subject, const struct tour *tour) {
    const char *const arguments[] = {"--sebagai", tour->login, "--hari-ini", OFFICE_TODAY, NULL};
    struct terminal_setup setup = subject->setup;
    char what[64];
    int over = 0;
    setup.arguments = arguments;
    struct terminal *terminal = terminal_open(&setup);
    snprintf(what, sizeof what, "key in %s", tour->what);
    note_print("%-26s %6s %8s %8s", what, "bytes", "changed", "budget");
    for (int i = 0; i < tour->count; i++) {
        struct cost cost = press_measured(terminal, &tour->press[i]);
        bool kept = cost.bytes <= cost.allowed;
        over += !kept;
        note_print("%-26s %6.0f %8.0f %8.0f  %s", tour->press[i].what, cost.bytes, cost.changed, cost.allowed,
                   kept ? "PASS" : "OVER");
    }
    snprintf(what, sizeof what, "keys of %s over their budget", tour->what);
    line_print(&(struct line){.what = what, .unit = "keys", .figure = over, .budget = {0}});
    note_print("of %d above; budget 40 + 1.15 x the UTF-8 length of the cells that changed", tour->count);
    terminal_close(terminal);
}

void presses_print(void) {
    struct subject subject;
    subject_init(&subject, OFFICE_100);
    office_hand_in(subject.home);
    for (size_t i = 0; i < sizeof tours / sizeof *tours; i++)
        print_tour(&subject, &tours[i]);
    subject_release(&subject);
}
