/* Any text, typed for every kind of unit and aggregation: what is accepted is in range, and reads the same
 * once printed. */
#include "base/memory.h"
#include "value/typed.h"

#undef NDEBUG
#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct measure_unit units[] = {
    {.name = "laporan"},
    {.name = "%", .decimals = true, .percent = true},
    {.name = "ton", .decimals = true},
};
enum { UNITS = sizeof units / sizeof *units };

/* Sums of earlier quarters that `s750` may start from: whole, as those of a count are. */
static const struct decimal sums[] = {{0}, {7500000}, {9999999999990000}, {-9999999999990000}};
enum { SUMS = sizeof sums / sizeof *sums };

static bool in_range(struct decimal value) {
    return value.units <= DECIMAL_UNITS_MAX && value.units >= -DECIMAL_UNITS_MAX;
}

/* Reads `text` as `expected`, or finds two readings in it. */
static void must_read_as(const char *text, const struct measure_unit *unit, struct decimal expected) {
    struct typed typed;
    struct err err = {0};
    if (typed_read(text, (struct typed_for){unit, AGGREGATION_POSITION, {0}}, &typed, &err))
        assert(decimal_compare(typed.value, expected) == 0);
    else
        assert(unit->decimals && strstr(err.text, "bisa berarti dua angka"));
}

static void must_survive_printing(struct decimal value, const struct measure_unit *unit) {
    char text[DECIMAL_TEXT_MAX];
    struct decimal again;
    for (int places = 0; places <= DECIMAL_PLACES; places++) {
        decimal_print_plain(value, places, text);
        assert(decimal_parse(text, strlen(text), &again));
        assert(decimal_compare(again, value) == 0);
        decimal_print(value, places, text);
        must_read_as(text, unit, value);
    }
}

static void type(const char *text, struct typed_for what) {
    const struct measure_unit *unit = what.unit;
    struct typed typed;
    struct err err = {0};
    if (!typed_read(text, what, &typed, &err)) {
        assert(err.kind == ERR_INVALID && err.text[0] == '"');
        return;
    }
    assert(err.kind == ERR_NONE);
    assert(in_range(typed.value));
    assert(unit->decimals || (decimal_is_whole(typed.value) && typed.value.units >= 0));
    assert(!typed.to_date || what.aggregation == AGGREGATION_SUM);
    assert(typed.fraction.denominator.units == 0 || (unit->percent && !typed.to_date));
    must_survive_printing(typed.value, unit);

    char answer[ERR_TEXT_MAX];
    typed_print(&typed, unit, what.before, answer, sizeof answer);
    assert(strncmp(answer, "dibaca ", strlen("dibaca ")) == 0);
}

static void parse(const char *text, size_t size) {
    struct decimal value;
    if (!decimal_parse(text, size, &value))
        return;
    assert(in_range(value));
    for (int i = 0; i < UNITS; i++)
        if (units[i].decimals)
            must_read_as(text, &units[i], value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *text = memory_alloc(size + 1, 1);
    if (size > 0)
        memcpy(text, data, size);
    parse(text, size);
    for (int unit = 0; unit < UNITS; unit++)
        for (int aggregation = 0; aggregation < AGGREGATION_COUNT; aggregation++)
            for (int sum = 0; sum < SUMS; sum++)
                type(text, (struct typed_for){&units[unit], (enum aggregation)aggregation, sums[sum]});
    free(text);
    return 0;
}
