#include "value/lift.h"
#include <string.h>

enum { HUNDREDTH = DECIMAL_SCALE / 100 };

static struct figure reached(const struct lift_from *from, int64_t units) {
    return achievement((struct decimal){units}, from->target, from->polarity, from->formula);
}

static bool is_enough(const struct lift_from *from, int64_t units, struct decimal bound) {
    struct figure figure = reached(from, units);
    return figure.kind == FIGURE_VALUE && decimal_compare(figure.value, bound) >= 0;
}

static int grade_index(const struct bands *bands, struct figure figure) {
    const char *grade = bands_grade(bands, figure);
    for (int i = 0; i < bands->count; i++)
        if (grade == bands->band[i].name)
            return i;
    return 0;
}

/* The steps from the actual towards the target; what lies at the target itself is always enough for a bound
 * of 100 at most, and nothing between comes back out of a band. */
static int64_t steps_needed(const struct lift_from *from, int64_t step, int64_t most, struct decimal bound) {
    int64_t low = 0, high = most;
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (is_enough(from, from->actual.units + step * middle, bound))
            high = middle;
        else
            low = middle;
    }
    return high;
}

bool lift_find(const struct lift_from *from, const struct bands *bands, struct lift *lift) {
    const int index = grade_index(bands, reached(from, from->actual.units));
    int64_t step = from->decimals ? HUNDREDTH : DECIMAL_SCALE;
    int64_t distance = from->target.units - from->actual.units;
    if (from->target.units <= 0 || index == 0 || distance == 0)
        return false;
    struct decimal bound = bands->band[index - 1].from;
    int64_t most = (distance < 0 ? -distance : distance) / step + 1;
    if (distance < 0)
        step = -step;
    if (!is_enough(from, from->actual.units + step * most, bound))
        return false;
    int64_t steps = steps_needed(from, step, most, bound);
    lift->actual.units = from->actual.units + step * steps;
    lift->lacking.units = step < 0 ? -step * steps : step * steps;
    lift->grade = bands_grade(bands, reached(from, lift->actual.units)); /* a step may pass a band */
    return true;
}
