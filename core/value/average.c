#include "value/average.h"
#include <stdio.h>

void average_add(struct average *average, enum level level, struct figure achievement, struct decimal target,
                 struct cap cap) {
    if (achievement.kind != FIGURE_VALUE || target.units <= 0)
        return;
    bool above = cap.capped && decimal_compare(achievement.value, cap.limit) > 0;
    average->sum[level] += above ? cap.limit.units : achievement.value.units;
    average->count[level]++;
}

static struct figure mean(decimal_wide sum, int count) {
    struct figure figure = {.kind = FIGURE_BLANK};
    if (decimal_ratio(sum, count * DECIMAL_SCALE, 1, 2, &figure.value))
        figure.kind = FIGURE_VALUE;
    return figure;
}

struct figure average_level(const struct average *average, enum level level, int *count) {
    *count = average->count[level];
    return mean(average->sum[level], *count);
}

struct figure average_all(const struct average *average, int *count) {
    decimal_wide sum = 0;
    int levels = 0;
    *count = 0;
    for (int i = 0; i < LEVEL_COUNT; i++) {
        int members;
        struct figure figure = average_level(average, (enum level)i, &members);
        *count += members;
        levels += figure.kind == FIGURE_VALUE;
        sum += figure.value.units;
    }
    return mean(sum, levels);
}

int bands_find(const struct bands *bands, struct decimal value) {
    int last = bands->count - 1;
    for (int i = 0; i < last; i++)
        if (decimal_compare(value, bands->band[i].from) >= 0)
            return i;
    return last;
}

const char *bands_grade(const struct bands *bands, struct figure achievement) {
    int index = achievement.kind == FIGURE_VALUE ? bands_find(bands, achievement.value) : -1;
    return index < 0 ? "" : bands->band[index].name;
}

void bands_print(const struct bands *bands, int index, bool unicode, char *out, size_t size) {
    char from[DECIMAL_TEXT_MAX];
    char below[DECIMAL_TEXT_MAX];
    bool first = index == 0;
    bool last = index == bands->count - 1;
    const char *sign = unicode ? "\u2265" : ">=";
    decimal_print(bands->band[index].from, 0, from);
    decimal_print(bands->band[first ? 0 : index - 1].from, 0, below);

    if (first && last)
        snprintf(out, size, "semua");
    else if (first)
        snprintf(out, size, "%s %s", sign, from);
    else if (last)
        snprintf(out, size, "< %s", below);
    else
        snprintf(out, size, "%s %s s.d. < %s", sign, from, below);
}
