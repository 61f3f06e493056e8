#include "widget/bar.h"
#include "base/utf8.h"
#include <stdio.h>
#include <string.h>

enum { ITEM_MAX = 64, ROW_BYTES_MAX = 4096 };

void bar_title(struct surface *surface, const char *mark, const char *title, const char *right) {
    int columns = surface_columns(surface);
    int reserved = utf8_columns(right) + 2;
    int marked = *mark ? utf8_columns(mark) + 3 : 0;
    surface_printf(surface, at(0, 1, marked), STYLE_TITLE, "%s | ", mark);
    surface_put(surface, at(0, 1 + marked, columns - reserved - 1 - marked), STYLE_TITLE, title);
    surface_put_right(surface, at(0, columns - reserved, reserved), STYLE_NORMAL, right);
}

/* What fills two rows and more loses its middle, which is a path's: what failed stands before it, why and
 * what to do behind. */
static void put_ends(struct surface *surface, struct span span, enum style style, const char *message) {
    char start[ROW_BYTES_MAX];
    utf8_truncate(message, span.width, start, sizeof start);
    surface_put(surface, span, style, start);
    const char *end = message + strlen(start) - 1;
    while (utf8_columns(end) > span.width)
        end += utf8_next(end, 0);
    span.row++;
    surface_put(surface, span, style, end);
}

void bar_message(struct surface *surface, enum style style, const char *message) {
    int row = surface_rows(surface) - BAR_BOTTOM_ROWS;
    int width = surface_columns(surface) - 1;
    if (utf8_columns(message) <= width) {
        surface_rule(surface, row);
        surface_put(surface, at(row + 1, 1, width), style, message);
        return;
    }
    size_t skip;
    size_t length = utf8_wrap(message, width, &skip);
    if (utf8_columns(message + length + skip) <= width)
        surface_wrap(surface, at(row, 1, width), 2, style, message);
    else
        put_ends(surface, at(row, 1, width), style, message);
}

struct keys {
    const struct binding *binding;
    size_t count;
    bar_label_fn *label;
    const void *context;
};

/* Its width; 0 when it is left out. */
static int item_print(const struct keys *keys, size_t at_key, int weight, char out[ITEM_MAX]) {
    const struct binding *binding = &keys->binding[at_key];
    char key[ITEM_MAX / 2];
    if (binding->weight < weight)
        return 0;
    const char *label = keys->label(keys->context, binding->action);
    if (!label)
        return 0;
    binding_key_print(binding, key, sizeof key);
    return snprintf(out, ITEM_MAX, " %s %s", key, label);
}

static int width_from(const struct keys *keys, int weight) {
    int width = 0;
    char item[ITEM_MAX];
    for (size_t i = 0; i < keys->count; i++)
        width += item_print(keys, i, weight, item);
    return width;
}

void bar_keys(struct surface *surface, const struct binding *bindings, size_t count, bar_label_fn *label,
              const void *context) {
    enum { HEAVIEST = 10 };
    const struct keys keys = {bindings, count, label, context};
    int columns = surface_columns(surface);
    int row = surface_rows(surface) - 1;
    int weight = 1;
    while (weight < HEAVIEST && width_from(&keys, weight) >= columns)
        weight++;
    int column = 0;
    for (size_t i = 0; i < count; i++) {
        char item[ITEM_MAX];
        int width = item_print(&keys, i, weight, item);
        if (width)
            surface_put(surface, at(row, column, width), STYLE_NORMAL, item);
        column += width;
    }
}
