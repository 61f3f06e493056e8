#include "widget/bar.h"
#include "base/utf8.h"
#include <stdio.h>

enum { ITEM_MAX = 64 };

void bar_title(struct surface *surface, const char *mark, const char *title, const char *right) {
    int columns = surface_columns(surface);
    int reserved = utf8_columns(right) + 2;
    int marked = *mark ? utf8_columns(mark) + 3 : 0;
    surface_printf(surface, at(0, 1, marked), STYLE_TITLE, "%s | ", mark);
    surface_put(surface, at(0, 1 + marked, columns - reserved - 1 - marked), STYLE_TITLE, title);
    surface_put_right(surface, at(0, columns - reserved, reserved), STYLE_NORMAL, right);
}

void bar_message(struct surface *surface, enum style style, const char *message) {
    int row = surface_rows(surface) - BAR_BOTTOM_ROWS;
    int width = surface_columns(surface) - 1;
    if (utf8_columns(message) > width) {
        surface_wrap(surface, at(row, 1, width), 2, style, message);
        return;
    }
    surface_rule(surface, row);
    surface_put(surface, at(row + 1, 1, width), style, message);
}

static int item_print(const struct binding *binding, const char *label, char out[ITEM_MAX]) {
    char key[ITEM_MAX / 2];
    binding_key_print(binding, key, sizeof key);
    return snprintf(out, ITEM_MAX, " %s %s", key, label);
}

static int width_from(const struct binding *bindings, const char *const label[], size_t count, int weight) {
    int width = 0;
    char item[ITEM_MAX];
    for (size_t i = 0; i < count; i++)
        width += label[i] && bindings[i].weight >= weight ? item_print(&bindings[i], label[i], item) : 0;
    return width;
}

void bar_keys(struct surface *surface, const struct binding *bindings, const char *const label[],
              size_t count) {
    enum { HEAVIEST = 10 };
    int columns = surface_columns(surface);
    int row = surface_rows(surface) - 1;
    int weight = 1;
    while (weight < HEAVIEST && width_from(bindings, label, count, weight) >= columns)
        weight++;
    int column = 0;
    for (size_t i = 0; i < count; i++) {
        char item[ITEM_MAX];
        if (!label[i] || bindings[i].weight < weight)
            continue;
        int width = item_print(&bindings[i], label[i], item);
        surface_put(surface, at(row, column, width), STYLE_NORMAL, item);
        column += width;
    }
}
