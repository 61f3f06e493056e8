#include "widget/form.h"
#include "base/utf8.h"
#include <string.h>

static bool step(struct form *form, int by) {
    int next = form->current + by;
    while (next >= 0 && next < form->count && !form->field[next].rows)
        next += by;
    if (next < 0 || next >= form->count)
        return false;
    form->current = next;
    return true;
}

bool form_key_leaves(const struct key *key) {
    return !key->pasted && (key->code == KEY_ENTER || key->code == KEY_TAB || key->code == KEY_BACK_TAB ||
                            key->code == KEY_UP || key->code == KEY_DOWN);
}

static enum form_result edit_key(struct form *form, const struct key *key) {
    return line_edit_key(&form->field[form->current].edit, key) ? FORM_TAKEN : FORM_PASS;
}

enum form_result form_key(struct form *form, const struct key *key) {
    if (key->pasted)
        return edit_key(form, key);
    switch ((int)key->code) {
    case KEY_ENTER:
        return step(form, 1) ? FORM_TAKEN : FORM_KEEP;
    case KEY_TAB:
    case KEY_DOWN:
        step(form, 1);
        return FORM_TAKEN;
    case KEY_BACK_TAB:
    case KEY_UP:
        step(form, -1);
        return FORM_TAKEN;
    case KEY_KEEP:
        return FORM_KEEP;
    case KEY_ESCAPE:
    case KEY_CANCEL:
        return FORM_CANCEL;
    default:
        return edit_key(form, key);
    }
}

static size_t next_line(const char *text, size_t start, int width, size_t *length) {
    size_t skip = 0;
    *length = utf8_wrap(text + start, width, &skip);
    return start + *length + skip;
}

static bool line_holds(const struct line_edit *edit, size_t start, size_t next) {
    return edit->at >= start && (edit->at < next || !edit->text[next]);
}

static int line_of_cursor(const struct line_edit *edit, int width) {
    size_t start = 0;
    size_t length;
    for (int line = 0;; line++) {
        size_t next = next_line(edit->text, start, width, &length);
        if (line_holds(edit, start, next))
            return line;
        start = next;
    }
}

static void draw_line(const struct line_edit *edit, struct surface *surface, struct span span, size_t start,
                      size_t length) {
    char text[LINE_EDIT_MAX + 1];
    memcpy(text, edit->text + start, length);
    text[length] = '\0';
    surface_put(surface, span, STYLE_NORMAL, text);
}

static void draw_cursor(const struct line_edit *edit, struct surface *surface, struct span span,
                        size_t start) {
    char text[LINE_EDIT_MAX + 1];
    memcpy(text, edit->text + start, edit->at - start);
    text[edit->at - start] = '\0';
    int column = utf8_columns(text);
    surface_cursor(surface, span.row, span.column + (column < span.width ? column : span.width - 1));
}

/* Scrolled down so that the cursor's line is in view; one column stays free for the cursor behind a full
 * line. */
static void draw_wrapped(const struct form_field *field, struct surface *surface, struct span span,
                         bool current) {
    const struct line_edit *edit = &field->edit;
    int width = span.width - 1;
    int line = current ? line_of_cursor(edit, width) : 0;
    int first = line < field->rows ? 0 : line - field->rows + 1;
    size_t start = 0;
    size_t length;
    for (int i = 0; i < first + field->rows; i++) {
        size_t next = next_line(edit->text, start, width, &length);
        struct span place = at(span.row + i - first, span.column, span.width);
        if (i >= first)
            draw_line(edit, surface, place, start, length);
        if (current && i == line)
            draw_cursor(edit, surface, place, start);
        if (!edit->text[next])
            return;
        start = next;
    }
    surface_put(surface, at(span.row + field->rows - 1, span.column + width, 1), STYLE_NORMAL, "~");
}

int form_draw(const struct form *form, struct surface *surface, struct span span, int label_width) {
    int row = span.row;
    for (int i = 0; i < form->count; i++) {
        const struct form_field *field = &form->field[i];
        struct span place = at(row, span.column + label_width, span.width - label_width);
        bool current = i == form->current;
        if (!field->rows)
            continue;
        surface_printf(surface, at(row, span.column, label_width - 1), STYLE_NORMAL, "%c %s",
                       current ? '>' : ' ', field->label);
        draw_wrapped(field, surface, place, current);
        if (!field->edit.length && field->hint)
            surface_put(surface, at(row, place.column + 2, place.width - 2), STYLE_NORMAL, field->hint);
        row += field->rows;
    }
    return row - span.row;
}
