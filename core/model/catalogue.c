#include "model/catalogue.h"
#include "base/text.h"
#include <string.h>

bool code_is_valid(const char *code, size_t length) {
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    return length && length <= CODE_MAX && strspn(code, allowed) == length;
}

const struct indicator *catalogue_find(const struct catalogue *catalogue, const char *code) {
    int low = 0;
    int high = catalogue->count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const struct indicator *indicator = &catalogue->indicator[catalogue->by_code[middle]];
        int order = text_compare_folded(code, indicator->code);
        if (order == 0)
            return indicator;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

struct figure indicator_year(const struct indicator *indicator, const struct figure actual[PERIODS]) {
    struct figure made = figures_compute(&indicator->plan, actual, QUARTERS, LOWER_DIFFERENCE).to_date_actual;
    if (made.kind == FIGURE_VALUE && !indicator->measure.decimals)
        decimal_ratio(made.value.units, DECIMAL_SCALE, 1, 0, &made.value);
    return made;
}

int indicator_required(const struct indicator *indicator, int number) {
    int required = 0;
    for (int i = 0; i < indicator->requirement_count; i++)
        required += indicator->requirement[i].due[number - 1];
    return required;
}

bool requirement_filled(const struct requirement *requirement, int number, const char *title) {
    return requirement->due[number - 1] &&
           text_equal_folded(requirement->title, strlen(requirement->title), title, strlen(title));
}
