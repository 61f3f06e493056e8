#include "surface/surface.h"
#include "base/memory.h"
#include "base/utf8.h"
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

struct surface {
    SCREEN *screen;
    bool utf8;
    bool shown; /* the first frame is */
    int cursor_row, cursor_column;
    enum { COLOURS_LATER, COLOURS_NEVER, COLOURS_STARTED } colours;
};

/* What it takes to give the terminal back without ncurses; a signal handler can reach nothing else. */
static struct {
    volatile bool armed;
    struct termios settings;
    char text[128];
    size_t length;
} rescue;

static const struct {
    enum style_weight weight;
    enum style_colour colour;
} looks[STYLE_COUNT] = {STYLES(SET_ROW)};

static bool colours_wanted(void) {
    const char *refused = getenv("NO_COLOR");
    return !(refused && *refused) && has_colors();
}

/* Not before something is coloured: the terminal is told more once there are colours. The terminal's own
 * colours are asked for first, since start_color alone would have all of the screen painted anew. */
static void colours_start(struct surface *surface) {
    surface->colours = COLOURS_NEVER;
    if (!colours_wanted() || use_default_colors() != OK || start_color() != OK)
        return;
    surface->colours = COLOURS_STARTED;
    init_pair(COLOUR_RED, COLOR_RED, -1);
}

static short colour_pair(struct surface *surface, enum style style) {
    if (looks[style].colour == COLOUR_NONE)
        return 0;
    if (surface->colours == COLOURS_LATER)
        colours_start(surface);
    return surface->colours == COLOURS_STARTED ? (short)looks[style].colour : 0;
}

static const char *described(const char *name) {
    char copy[8];
    snprintf(copy, sizeof copy, "%s", name);
    const char *value = tigetstr(copy);
    return value && value != (const char *)-1 ? value : NULL;
}

/* A capability beside those curses uses by itself; NULL when the terminal has none. Of bracketed paste the
 * descriptions of screen (what tmux calls itself), rxvt and others say nothing: terminals that place their
 * cursor by ECMA-48 know it, or pass over a private mode they do not know. */
static const char *capability(const char *name) {
    static const char *const paste[][2] = {{"BE", "\033[?2004h"}, {"BD", "\033[?2004l"}};
    const char *value = described(name);
    const char *cup = value ? NULL : described("cup");
    for (size_t i = 0; cup && i < sizeof paste / sizeof *paste; i++)
        if (strncmp(cup, "\033[", 2) == 0 && strcmp(name, paste[i][0]) == 0)
            value = paste[i][1];
    return value;
}

/* Through stdio, which curses passes by: out at once, before what curses says next. */
static void send(const char *name) {
    const char *value = capability(name);
    if (value)
        putp(value);
    fflush(stdout);
}

static void rescue_add(const char *name) {
    const char *value = capability(name);
    size_t length = value ? strcspn(value, "$") : 0; /* no padding: "$<2>" */
    if (length > sizeof rescue.text - rescue.length)
        return;
    memcpy(rescue.text + rescue.length, value ? value : "", length);
    rescue.length += length;
}

static void rescue_arm(void) {
    static const char *const names[] = {"BD", "sgr0", "op", "rmcup", "cnorm"};
    rescue.length = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        rescue_add(names[i]);
    rescue.armed = true;
}

void surface_abandon(void) {
    if (!rescue.armed)
        return;
    rescue.armed = false;
    ssize_t written = write(STDOUT_FILENO, rescue.text, rescue.length);
    (void)written;
    tcsetattr(STDIN_FILENO, TCSANOW, &rescue.settings);
}

/* The keypad stays numeric: no smkx, and the half of rmkx that matters in case another program left it on. In
 * application mode PuTTY's digits would arrive as other keys. */
static void modes_set(void) {
    static const char numeric[] = "\033>";
    const char *whole = capability("rmkx");
    if (whole && strstr(whole, numeric))
        putp(numeric);
    send("BE");
}

static bool refuse(struct err *err, const char *what) {
    return err_set(
        err, ERR_UNSUPPORTED,
        "layar tidak dapat dibuka: %s; pakai perintah, misalnya: triwulan lihat, triwulan isi KODE NILAI",
        what);
}

static bool screen_start(struct surface *surface, struct err *err) {
    char what[96];
    const char *type = getenv("TERM");
    if (!type || !*type)
        return refuse(err, "TERM belum diatur");
    snprintf(what, sizeof what, "terminal \"%s\" tidak dapat menempatkan kursor", type);
    surface->screen = newterm(NULL, stdout, stdin);
    if (!surface->screen)
        return refuse(err, what);
    if (capability("cup"))
        return true;
    endwin();
    delscreen(surface->screen);
    tcsetattr(STDIN_FILENO, TCSANOW, &rescue.settings);
    return refuse(err, what);
}

bool surface_open(struct surface **out, struct err *err) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &rescue.settings) != 0)
        return refuse(err, "masukan atau keluaran bukan terminal");
    setlocale(LC_CTYPE, "");
    struct surface *surface = memory_alloc(1, sizeof *surface);
    surface->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    if (!screen_start(surface, err)) {
        free(surface);
        return false;
    }
    raw();
    noecho();
    nonl();
    typeahead(-1); /* keys waiting must not cut a frame in half */
    idlok(stdscr, TRUE);
    modes_set();
    rescue_arm();
    *out = surface;
    return true;
}

/* Curses keeps its memory till the process ends: to free it, it needs more, and crashes where there is none.
 */
void surface_close(struct surface *surface) {
    if (!surface)
        return;
    surface_suspend(surface);
    rescue.armed = false;
    free(surface);
}

void surface_suspend(struct surface *surface) {
    (void)surface;
    send("BD");
    endwin();
    tcsetattr(STDIN_FILENO, TCSADRAIN, &rescue.settings);
}

void surface_resume(struct surface *surface) {
    reset_prog_mode();
    modes_set();
    surface_resize(surface);
    surface_repaint(surface);
}

void surface_resize(struct surface *surface) {
    (void)surface;
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
        resizeterm(size.ws_row, size.ws_col);
}

void surface_repaint(struct surface *surface) {
    (void)surface;
    clearok(curscr, TRUE);
}

int surface_rows(const struct surface *surface) {
    (void)surface;
    return LINES;
}

int surface_columns(const struct surface *surface) {
    (void)surface;
    return COLS;
}

void surface_begin(struct surface *surface) {
    werase(stdscr);
    surface->cursor_row = surface->cursor_column = 0;
}

void surface_end(struct surface *surface) {
    wmove(stdscr, surface->cursor_row, surface->cursor_column);
    wnoutrefresh(stdscr);
    doupdate();
    /* What curses needs for scrolling it takes at its second update, and crashes where there is no memory: so
     * before anything is typed. */
    if (!surface->shown)
        doupdate();
    surface->shown = true;
}

/* What a terminal outside UTF-8, or one whose C library knows other widths, can show. */
static wchar_t shown(const struct surface *surface, uint32_t point) {
    static const struct {
        uint32_t point;
        wchar_t ascii;
    } plain[] = {
        {0x2500, L'-'}, {0x2502, L'|'}, {0x250C, L'+'}, {0x2510, L'+'}, {0x2514, L'+'}, {0x2518, L'+'},
        {0x251C, L'+'}, {0x2524, L'+'}, {0x2588, L'#'}, {0x2591, L'.'}, {0x2013, L'-'},
    };
    if (point >= 0x20 && point < 0x7F)
        return (wchar_t)point;
    if (surface->utf8)
        return wcwidth((wchar_t)point) == utf8_point_columns(point) ? (wchar_t)point : L'?';
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (plain[i].point == point)
            return plain[i].ascii;
    return L'?';
}

/* One column at most is left over when a wide character meets the edge. */
static int row_cells(struct surface *surface, const char *text, enum style style, cchar_t *cells, int limit) {
    int count = 0;
    attr_t weight = looks[style].weight == WEIGHT_BOLD ? A_BOLD : A_NORMAL;
    short pair = colour_pair(surface, style);
    size_t left = strlen(text);
    for (size_t step; left && count < limit; text += step, left -= step) {
        uint32_t point = '?';
        step = utf8_decode(text, left, &point);
        if (!step)
            step = 1;
        if (utf8_point_columns(point) == 0)
            continue;
        wchar_t wide[2] = {shown(surface, point), L'\0'};
        setcchar(&cells[count++], wide, weight, pair, NULL);
    }
    return count;
}

enum { ROW_COLUMNS_MAX = 1024, ROW_BYTES_MAX = ROW_COLUMNS_MAX * 4 };

static void put_cut(struct surface *surface, struct span span, enum style style, const char *cut) {
    cchar_t cells[ROW_COLUMNS_MAX];
    int count = row_cells(surface, cut, style, cells, ROW_COLUMNS_MAX);
    if (count > 0 && span.row >= 0 && span.row < LINES && span.column >= 0 && span.column < COLS)
        mvwadd_wchnstr(stdscr, span.row, span.column, cells, count);
}

static int cut_to(struct span *span, const char *text, char *cut, size_t size) {
    if (span->width > COLS - span->column)
        span->width = COLS - span->column;
    if (span->width > ROW_COLUMNS_MAX)
        span->width = ROW_COLUMNS_MAX;
    if (span->width <= 0)
        return *cut = '\0', 0;
    return utf8_truncate(text, span->width, cut, size);
}

void surface_put(struct surface *surface, struct span span, enum style style, const char *text) {
    char cut[ROW_BYTES_MAX];
    cut_to(&span, text, cut, sizeof cut);
    put_cut(surface, span, style, cut);
}

void surface_put_right(struct surface *surface, struct span span, enum style style, const char *text) {
    char cut[ROW_BYTES_MAX];
    int used = cut_to(&span, text, cut, sizeof cut);
    span.column += span.width - used;
    put_cut(surface, span, style, cut);
}

void surface_printf(struct surface *surface, struct span span, enum style style, const char *format, ...) {
    char text[ROW_BYTES_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    surface_put(surface, span, style, text);
}

void surface_rule(struct surface *surface, int row) {
    wchar_t line[2] = {shown(surface, 0x2500), L'\0'};
    cchar_t cell;
    setcchar(&cell, line, A_NORMAL, 0, NULL);
    mvwhline_set(stdscr, row, 0, &cell, COLS);
}

int surface_wrap(struct surface *surface, struct span span, int rows, enum style style, const char *text) {
    int used = 0;
    while (*text && used < rows) {
        size_t skip = 0;
        size_t length = utf8_wrap(text, span.width, &skip);
        char line[ROW_BYTES_MAX];
        snprintf(line, sizeof line, "%.*s", used + 1 < rows ? (int)length : ROW_BYTES_MAX - 1, text);
        surface_put(surface, at(span.row + used, span.column, span.width), style, line);
        used++;
        text += length + skip;
    }
    return used;
}

void surface_cursor(struct surface *surface, int row, int column) {
    surface->cursor_row = row < LINES ? row : LINES - 1;
    surface->cursor_column = column < COLS ? column : COLS - 1;
}
