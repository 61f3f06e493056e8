#include "widget/line_edit.h"
#include "base/text.h"
#include "base/utf8.h"
#include <string.h>

void line_edit_set(struct line_edit *edit, size_t max, const char *text) {
    edit->max = max < LINE_EDIT_MAX ? max : LINE_EDIT_MAX;
    size_t length = strlen(text);
    while (length > edit->max)
        length = utf8_previous(text, length);
    memcpy(edit->text, text, length);
    edit->text[length] = '\0';
    edit->length = edit->at = length;
}

static void insert(struct line_edit *edit, uint32_t point) {
    char bytes[4];
    size_t size = utf8_encode(point, bytes);
    struct err refused;
    if (edit->length + size > edit->max || !text_accept(bytes, size, sizeof bytes, &refused))
        return;
    memmove(edit->text + edit->at + size, edit->text + edit->at, edit->length - edit->at + 1);
    memcpy(edit->text + edit->at, bytes, size);
    edit->at += size;
    edit->length += size;
}

static void remove_between(struct line_edit *edit, size_t from, size_t to) {
    memmove(edit->text + from, edit->text + to, edit->length - to + 1);
    edit->length -= to - from;
    edit->at = from;
}

bool line_edit_key(struct line_edit *edit, const struct key *key) {
    size_t before = utf8_previous(edit->text, edit->at);
    size_t after = utf8_next(edit->text, edit->at);
    switch ((int)key->code) {
    case KEY_TEXT:
        return insert(edit, key->point), true;
    case KEY_BACKSPACE:
        return remove_between(edit, before, edit->at), true;
    case KEY_DELETE:
        return remove_between(edit, edit->at, after), true;
    case KEY_CLEAR_LINE:
        return remove_between(edit, 0, edit->length), true;
    case KEY_LEFT:
        return edit->at = before, true;
    case KEY_RIGHT:
        return edit->at = after, true;
    case KEY_HOME:
        return edit->at = 0, true;
    case KEY_END:
        return edit->at = edit->length, true;
    case KEY_ENTER:
    case KEY_TAB:
        return key->pasted && (insert(edit, ' '), true);
    default:
        return false;
    }
}

bool line_edit_key_changes(const struct key *key) {
    return key->code == KEY_TEXT || key->code == KEY_BACKSPACE || key->code == KEY_DELETE ||
           key->code == KEY_CLEAR_LINE || (key->pasted && key->code != KEY_NONE);
}

static int columns_between(const struct line_edit *edit, size_t from, size_t to) {
    char part[LINE_EDIT_MAX + 1];
    memcpy(part, edit->text + from, to - from);
    part[to - from] = '\0';
    return utf8_columns(part);
}

void line_edit_draw(const struct line_edit *edit, struct surface *surface, struct span span,
                    enum style style) {
    size_t first = 0;
    while (first < edit->at && columns_between(edit, first, edit->at) >= span.width)
        first = utf8_next(edit->text, first);
    surface_put(surface, span, style, edit->text + first);
    surface_cursor(surface, span.row, span.column + columns_between(edit, first, edit->at));
}
