#include "command/printout.h"
#include "base/csv.h"
#include "base/utf8.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };
enum { GAP = 2, NARROWEST = 8, TERMINAL_MIN = 20, TERMINAL_MAX = 1000, CELL_BYTES = TERMINAL_MAX * 4 + 2 };

static void put_heading(struct printout *printout) {
    struct buf *text = &printout->text;
    if (printout->json)
        buf_byte(text, '[');
    for (int i = 0; !printout->json && i < printout->count; i++)
        if (printout->machine)
            buf_printf(text, "%s%s", printout->shown[i]->name, i < printout->count - 1 ? "," : "\r\n");
        else
            buf_put(text, printout->shown[i]->title, strlen(printout->shown[i]->title) + 1);
}

void printout_begin(struct printout *printout, const struct context *context, const struct column *column,
                    int count, struct err *err) {
    const char *format = context_format(context, "tabel");
    *printout = (struct printout){
        .machine = strcmp(format, "tabel") != 0,
        .json = strcmp(format, "json") == 0,
        .cell = {.context = context, .machine = strcmp(format, "tabel") != 0},
        .err = err,
    };
    for (int i = 0; i < count; i++)
        if (printout->machine ? column[i].name : column[i].title)
            printout->shown[printout->count++] = &column[i];
    put_heading(printout);
}

/* ---- rows ---- */

static void put_json_text(struct buf *out, const char *text) {
    buf_byte(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            buf_byte(out, '\\');
        buf_byte(out, (uint8_t)*text);
    }
    buf_byte(out, '"');
}

static void put_json(struct printout *printout, int at, const char *cell) {
    const struct column *column = printout->shown[at];
    struct buf *out = &printout->text;
    if (at > 0)
        buf_byte(out, ',');
    else
        buf_text(out, printout->another ? ",\n{" : "\n{");
    put_json_text(out, column->name);
    buf_byte(out, ':');
    if (*cell == '\0')
        buf_text(out, "null");
    else if (column->kind == COLUMN_WHOLE)
        buf_text(out, cell);
    else
        put_json_text(out, cell);
}

static void put_csv(struct printout *printout, int at, const char *cell) {
    if (at > 0)
        buf_byte(&printout->text, ',');
    if (printout->shown[at]->kind == COLUMN_TEXT)
        csv_put_text(&printout->text, cell);
    else
        buf_text(&printout->text, cell);
}

static void put_cell(struct printout *printout, int at, const char *cell) {
    if (!printout->machine)
        buf_put(&printout->text, cell, strlen(cell) + 1);
    else if (printout->json)
        put_json(printout, at, cell);
    else
        put_csv(printout, at, cell);
}

static bool flush(struct printout *printout) {
    const struct buf *text = &printout->text;
    if (!printout->failed && fwrite(text->data, 1, text->length, stdout) < text->length) {
        printout->failed = true;
        err_system(printout->err, errno, "keluaran tidak tertulis seluruhnya");
    }
    buf_clear(&printout->text);
    return !printout->failed;
}

bool printout_put(struct printout *printout, const void *item) {
    for (int i = 0; i < printout->count; i++) {
        buf_clear(&printout->cell.text);
        printout->cell.column = printout->shown[i];
        printout->shown[i]->put(&printout->cell, item);
        put_cell(printout, i, buf_string(&printout->cell.text));
    }
    if (!printout->machine)
        return true;
    buf_text(&printout->text, printout->json ? "}" : "\r\n");
    printout->another = true;
    return printout->text.length < BLOCK || flush(printout);
}

/* ---- the sheet ---- */

/* As $COLUMNS says, the terminal, or 80. */
static int terminal_columns(void) {
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

static void measure(const struct printout *printout, int width[COLUMNS_MAX]) {
    const char *cell = printout->text.data;
    const char *end = cell + printout->text.length;
    for (int i = 0; cell < end; cell += strlen(cell) + 1, i = (i + 1) % printout->count) {
        int columns = utf8_columns(cell);
        if (columns > width[i])
            width[i] = columns;
    }
}

/* The column that has most for its share, or -1 when none can be cut. */
static int widest(const struct printout *printout, const int width[COLUMNS_MAX]) {
    int found = -1;
    for (int i = 0; i < printout->count; i++) {
        int share = printout->shown[i]->share;
        if (share > 0 && width[i] > NARROWEST &&
            (found < 0 || width[i] * printout->shown[found]->share > width[found] * share))
            found = i;
    }
    return found;
}

static void fit(const struct printout *printout, int width[COLUMNS_MAX], int columns) {
    int over = (printout->count - 1) * GAP - columns;
    for (int i = 0; i < printout->count; i++)
        over += width[i];
    for (int i; over > 0 && (i = widest(printout, width)) >= 0; over--)
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

static void print_sheet(const struct printout *printout) {
    int width[COLUMNS_MAX] = {0};
    measure(printout, width);
    fit(printout, width, terminal_columns());

    const char *cell = printout->text.data;
    const char *end = cell + printout->text.length;
    for (int i = 0; cell < end; cell += strlen(cell) + 1, i = (i + 1) % printout->count) {
        bool last = i == printout->count - 1;
        print_cell(cell, width[i], printout->shown[i]->right, last);
        if (last)
            putchar('\n');
    }
}

bool printout_end(struct printout *printout) {
    bool done = true;
    if (printout->json)
        buf_text(&printout->text, "\n]\n");
    if (printout->machine)
        done = flush(printout);
    else
        print_sheet(printout);
    buf_release(&printout->text);
    buf_release(&printout->cell.text);
    return done;
}

/* ---- cells ---- */

void cell_text(struct cell *cell, const char *text) {
    buf_text(&cell->text, text);
}

void cell_count(struct cell *cell, int64_t count) {
    buf_printf(&cell->text, "%lld", (long long)count);
}

void cell_quarter(struct cell *cell, struct quarter quarter) {
    char text[QUARTER_TEXT_MAX];
    quarter_print(quarter, text);
    cell_text(cell, text);
}

void cell_day(struct cell *cell, struct date day) {
    char text[CLOCK_TEXT_MAX];
    (cell->machine ? date_print_iso : date_print_short)(day, text);
    cell_text(cell, text);
}

void cell_time(struct cell *cell, int64_t at) {
    char text[CLOCK_TEXT_MAX] = "";
    if (at)
        (cell->machine ? clock_print_iso : clock_print)(at, cell->context->config.zone, text);
    cell_text(cell, text);
}

void cell_term(struct cell *cell, const struct term *term) {
    cell_text(cell, cell->machine ? term->word : term->label);
}

void cell_person(struct cell *cell, const char *login) {
    cell_text(cell, cell->machine ? login : config_name(&cell->context->config, login));
}

const char *figure_words(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]) {
    figure_print(figure, places, out);
    return figure.kind == FIGURE_NOT_SET ? "belum ditetapkan" : out;
}

void cell_figure(struct cell *cell, struct figure figure, int places) {
    char text[DECIMAL_TEXT_MAX];
    if (cell->machine)
        figure_print_plain(figure, places, text);
    buf_text(&cell->text, cell->machine ? text : figure_words(figure, places, text));
}
