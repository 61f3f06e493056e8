/* The floor of the screens: a table of rows and a few columns, and no more. Arrow keys move, digits are typed
 * into the cell, Enter keeps them and moves on, Backspace takes one back, q leaves. It reads no file, keeps
 * nothing, and follows the idle contract (core/CODE-MAP.md, For tests and tools). Usage: floor_table [ROWS] */
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 100, FIRST = 2, VALUE_MAX = 10, ROWS_MAX = 100000 };

struct row {
    char code[12];
    char text[40];
    char value[VALUE_MAX + 1];
};

static struct row *rows;
static int count, top, cursor;

static void fill(void) {
    for (int i = 0; i < count; i++) {
        snprintf(rows[i].code, sizeof rows[i].code, "SUB-%03d", i % 1000);
        snprintf(rows[i].text, sizeof rows[i].text, "Jumlah laporan kegiatan %d", i);
        snprintf(rows[i].value, sizeof rows[i].value, "%d", i * 37 % 1000);
    }
}

static int page(void) {
    return LINES - FIRST - 1;
}

static void draw(void) {
    erase();
    mvaddstr(0, 0, "TABEL");
    mvaddstr(1, 0, "  Kode        Indikator                        Satuan         Target  Realisasi");
    for (int i = 0; i < page() && top + i < count; i++) {
        const struct row *row = &rows[top + i];
        mvprintw(FIRST + i, 0, "%c %-11s %-32s %-8s %12d %10s", top + i == cursor ? '>' : ' ', row->code,
                 row->text, "laporan", 375, row->value);
    }
    mvaddstr(LINES - 1, 0, "Enter Simpan  q Keluar");
    move(FIRST + cursor - top, 78);
    refresh();
}

static void go(int row) {
    cursor = row < 0 ? 0 : row >= count ? count - 1 : row;
    if (cursor < top)
        top = cursor;
    if (cursor >= top + page())
        top = cursor - page() + 1;
}

static void type(int key) {
    char *value = rows[cursor].value;
    size_t length = strlen(value);
    if (key == KEY_BACKSPACE && length > 0)
        value[length - 1] = '\0';
    if (key >= '0' && key <= '9' && length < VALUE_MAX)
        value[length] = (char)key;
}

static void handle(int key) {
    static const struct {
        int key, by;
    } moves[] = {{KEY_UP, -1}, {KEY_DOWN, 1}, {'\r', 1}, {KEY_PPAGE, -20}, {KEY_NPAGE, 20}};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        if (key == moves[i].key)
            go(cursor + moves[i].by);
    type(key == '\177' || key == '\b' ? KEY_BACKSPACE : key);
}

int main(int argc, char **argv) {
    const char *idle = getenv("TRIWULAN_DIAM_FD");
    int descriptor = idle ? (int)strtol(idle, NULL, 10) : -1;
    long asked = argc > 1 ? strtol(argv[1], NULL, 10) : ROWS;
    if (asked < 1 || asked > ROWS_MAX)
        return EXIT_FAILURE;
    count = (int)asked;
    rows = calloc((size_t)count, sizeof *rows);
    if (!rows)
        return EXIT_FAILURE;
    setlocale(LC_CTYPE, "");
    initscr();
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);
    fill();
    int key = 0;
    for (unsigned long keys = 0; key != 'q' && key != 'Q' && key != ERR; keys++) {
        draw();
        if (descriptor >= 0)
            dprintf(descriptor, "%lu\n", keys);
        key = getch();
        handle(key);
    }
    endwin();
    free(rows);
    return EXIT_SUCCESS;
}
