#include "base/memory.h"
#include "base/utf8.h"
#include "check.h"
#include "e2e/terminal_state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How libvterm 0.1.4 marks the second cell of a wide character. */
static const uint32_t CONTINUATION = UINT32_MAX;

static int property_changed(VTermProp property, VTermValue *value, void *user) {
    struct terminal *terminal = user;
    if (property == VTERM_PROP_ALTSCREEN)
        terminal->alternate_screen = value->boolean;
    if (property == VTERM_PROP_CURSORVISIBLE)
        terminal->cursor_hidden = !value->boolean;
    return 1;
}

static void key_encoded(const char *bytes, size_t length, void *user) {
    struct terminal *terminal = user;
    buf_put(&terminal->input, bytes, length);
}

void terminal_screen_init(struct terminal *terminal, int rows, int columns) {
    static const VTermScreenCallbacks callbacks = {.settermprop = property_changed};
    terminal->vterm = vterm_new(rows, columns);
    vterm_set_utf8(terminal->vterm, 1);
    vterm_output_set_callback(terminal->vterm, key_encoded, terminal);
    terminal->screen = vterm_obtain_screen(terminal->vterm);
    vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
    vterm_screen_enable_altscreen(terminal->screen, 1);
    vterm_screen_reset(terminal->screen, 1);
}

void terminal_screen_release(struct terminal *terminal) {
    vterm_free(terminal->vterm);
    for (int row = 0; row < TERMINAL_ROWS_MAX; row++) {
        buf_release(&terminal->row_texts[row]);
        buf_release(&terminal->row_styles[row]);
    }
    buf_release(&terminal->input);
    buf_release(&terminal->fresh);
    buf_release(&terminal->output);
    free(terminal->known);
}

void terminal_screen_feed(struct terminal *terminal, const char *bytes, size_t length) {
    if (length == 0)
        return;
    vterm_input_write(terminal->vterm, bytes, length);
    buf_put(&terminal->output, bytes, length);
}

static VTermScreenCell cell_at(const struct terminal *terminal, int row, int column) {
    VTermScreenCell cell = {0};
    vterm_screen_get_cell(terminal->screen, (VTermPos){.row = row, .col = column}, &cell);
    if (cell.chars[0] == 0)
        cell.chars[0] = ' ';
    return cell;
}

static void cell_text(const VTermScreenCell *cell, struct buf *out) {
    char bytes[4];
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
        if (cell->chars[i] != CONTINUATION)
            buf_put(out, bytes, utf8_encode(cell->chars[i], bytes));
}

static int screen_columns(const struct terminal *terminal) {
    int rows, columns;
    vterm_get_size(terminal->vterm, &rows, &columns);
    return columns;
}

static int screen_rows(const struct terminal *terminal) {
    int rows, columns;
    vterm_get_size(terminal->vterm, &rows, &columns);
    return rows;
}

static const char *without_tail(struct buf *text, char filler) {
    while (text->length > 0 && text->data[text->length - 1] == filler)
        text->data[--text->length] = '\0';
    return buf_string(text);
}

const char *terminal_row(struct terminal *terminal, int row) {
    assert_in_range(row, 0, screen_rows(terminal) - 1);
    struct buf *text = &terminal->row_texts[row];
    buf_clear(text);
    for (int column = 0; column < screen_columns(terminal); column++) {
        VTermScreenCell cell = cell_at(terminal, row, column);
        cell_text(&cell, text);
    }
    return without_tail(text, ' ');
}

int terminal_find(struct terminal *terminal, const char *text) {
    for (int row = 0; row < screen_rows(terminal); row++)
        if (strstr(terminal_row(terminal, row), text))
            return row;
    return -1;
}

static int palette_index(VTermColor colour) {
    if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour))
        return -1;
    assert_true(VTERM_COLOR_IS_INDEXED(&colour));
    return colour.indexed.idx;
}

struct terminal_style terminal_style(const struct terminal *terminal, int row, int column) {
    VTermScreenCell cell = cell_at(terminal, row, column);
    if (cell.chars[0] == CONTINUATION)
        cell = cell_at(terminal, row, column - 1);
    return (struct terminal_style){
        .bold = cell.attrs.bold,
        .underline = cell.attrs.underline,
        .reverse = cell.attrs.reverse,
        .blink = cell.attrs.blink,
        .foreground = palette_index(cell.fg),
        .background = palette_index(cell.bg),
    };
}

static char style_letter(struct terminal_style style) {
    if (style.reverse)
        return 'R';
    if (style.bold)
        return 'B';
    if (style.underline)
        return 'U';
    return style.foreground >= 0 || style.background >= 0 ? 'C' : '.';
}

const char *terminal_styles(struct terminal *terminal, int row) {
    assert_in_range(row, 0, screen_rows(terminal) - 1);
    struct buf *letters = &terminal->row_styles[row];
    buf_clear(letters);
    for (int column = 0; column < screen_columns(terminal); column++)
        buf_byte(letters, (uint8_t)style_letter(terminal_style(terminal, row, column)));
    return without_tail(letters, '.');
}

struct terminal_cursor terminal_cursor(const struct terminal *terminal) {
    VTermPos place;
    vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &place);
    return (struct terminal_cursor){place.row, place.col, !terminal->cursor_hidden};
}

const struct buf *terminal_output(const struct terminal *terminal) {
    return &terminal->output;
}

static void know_blank(struct terminal *terminal, int rows, int columns) {
    size_t count = (size_t)rows * (size_t)columns;
    free(terminal->known);
    terminal->known = memory_alloc(count, sizeof *terminal->known);
    for (size_t i = 0; i < count; i++)
        terminal->known[i].chars[0] = ' ';
    terminal->known_rows = rows;
    terminal->known_columns = columns;
}

size_t terminal_changed(struct terminal *terminal) {
    int rows = screen_rows(terminal), columns = screen_columns(terminal);
    if (rows != terminal->known_rows || columns != terminal->known_columns)
        know_blank(terminal, rows, columns);
    struct buf changed = {0};
    for (int i = 0; i < rows * columns; i++) {
        VTermScreenCell cell = cell_at(terminal, i / columns, i % columns);
        if (memcmp(cell.chars, terminal->known[i].chars, sizeof cell.chars) != 0)
            cell_text(&cell, &changed);
        terminal->known[i] = cell;
    }
    size_t length = changed.length;
    buf_release(&changed);
    return length;
}

void terminal_fail(struct terminal *terminal, const char *file, int line, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vprint_error(format, args);
    va_end(args);
    print_error("\n");
    for (int row = 0; row < screen_rows(terminal); row++)
        print_error("%4d |%s\n", row, terminal_row(terminal, row));
    struct terminal_cursor cursor = terminal_cursor(terminal);
    print_error("cursor at row %d, column %d; %zu of %zu keys handled; %s\n", cursor.row, cursor.column,
                terminal->keys_handled, terminal->keys_sent, terminal->ended ? "ended" : "running");
    _fail(file, line);
    abort();
}

void terminal_expect_at(struct terminal *terminal, const char *text, bool present, const char *file,
                        int line) {
    if ((terminal_find(terminal, text) >= 0) != present)
        terminal_fail(terminal, file, line, "\"%s\" is %s the screen", text, present ? "not on" : "on");
}

void terminal_expect_row_at(struct terminal *terminal, int row, const char *text, const char *file,
                            int line) {
    if (strcmp(terminal_row(terminal, row), text) != 0)
        terminal_fail(terminal, file, line, "row %d is not \"%s\"", row, text);
}
