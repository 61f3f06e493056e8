#include "command/sheet.h"
#include "base/utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { GAP = 2, NARROWEST = 8, TERMINAL_MIN = 20, TERMINAL_MAX = 1000, CELL_BYTES = TERMINAL_MAX * 4 + 2 };

int sheet_terminal_columns(void) {
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    long width = columns ? strtol(columns, NULL, 10) : 0;
    if (width <= 0 && isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width <= 0)
        width = 80;
    if (width < TERMINAL_MIN)
        return TERMINAL_MIN;
    return width > TERMINAL_MAX ? TERMINAL_MAX : (int)width;
}

void sheet_init(struct sheet *sheet, const struct sheet_column *column, int count) {
    *sheet = (struct sheet){.column = column, .count = count};
    for (int i = 0; i < count; i++)
        sheet_cell(sheet, column[i].title);
}

void sheet_cell(struct sheet *sheet, const char *text) {
    buf_put(&sheet->cells, text, strlen(text) + 1);
}

static void measure(const struct sheet *sheet, int width[SHEET_COLUMNS_MAX]) {
    const char *cell = sheet->cells.data;
    const char *end = cell + sheet->cells.length;
    for (int i = 0; cell < end; cell += strlen(cell) + 1, i = (i + 1) % sheet->count) {
        int columns = utf8_columns(cell);
        if (columns > width[i])
            width[i] = columns;
    }
}

/* The column that has most for its share, or -1 when none can be cut. */
static int widest(const struct sheet *sheet, const int width[SHEET_COLUMNS_MAX]) {
    int found = -1;
    for (int i = 0; i < sheet->count; i++) {
        int share = sheet->column[i].share;
        if (share > 0 && width[i] > NARROWEST &&
            (found < 0 || width[i] * sheet->column[found].share > width[found] * share))
            found = i;
    }
    return found;
}

static void fit(const struct sheet *sheet, int width[SHEET_COLUMNS_MAX], int columns) {
    int over = (sheet->count - 1) * GAP - columns;
    for (int i = 0; i < sheet->count; i++)
        over += width[i];
    for (int i; over > 0 && (i = widest(sheet, width)) >= 0; over--)
        width[i]--;
}

static void print_cell(const char *text, int width, bool right, bool last) {
    char cut[CELL_BYTES];
    int used = utf8_columns(text);
    if (used > width) {
        used = utf8_truncate(text, width, cut, sizeof cut);
        text = cut;
    }
    int before = right ? width - used : 0;
    int after = last ? 0 : width - used - before + GAP;
    printf("%*s%s%*s", before, "", text, after, "");
}

void sheet_print(const struct sheet *sheet) {
    int width[SHEET_COLUMNS_MAX] = {0};
    measure(sheet, width);
    fit(sheet, width, sheet_terminal_columns());

    const char *cell = sheet->cells.data;
    const char *end = cell + sheet->cells.length;
    for (int i = 0; cell < end; cell += strlen(cell) + 1, i = (i + 1) % sheet->count) {
        bool last = i == sheet->count - 1;
        print_cell(cell, width[i], sheet->column[i].right, last);
        if (last)
            putchar('\n');
    }
}

void sheet_release(struct sheet *sheet) {
    buf_release(&sheet->cells);
}
