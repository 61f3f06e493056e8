#include "value/decimal.h"
#include <stdint.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide_magnitude;

static const int64_t power_of_ten[DECIMAL_PLACES + 1] = {1, 10, 100, 1000, 10000};

struct decimal decimal_whole(int64_t value) {
    return (struct decimal){.units = value * DECIMAL_SCALE};
}

bool decimal_is_whole(struct decimal value) {
    return value.units % DECIMAL_SCALE == 0;
}

int decimal_compare(struct decimal a, struct decimal b) {
    return (a.units > b.units) - (a.units < b.units);
}

static bool keep_in_range(decimal_wide units, struct decimal *out) {
    if (units > DECIMAL_UNITS_MAX || units < -DECIMAL_UNITS_MAX)
        return false;
    out->units = (int64_t)units;
    return true;
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *out) {
    return keep_in_range((decimal_wide)a.units + b.units, out);
}

bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *out) {
    return keep_in_range((decimal_wide)a.units - b.units, out);
}

static wide_magnitude magnitude(decimal_wide value) {
    return value < 0 ? -(wide_magnitude)value : (wide_magnitude)value;
}

bool decimal_ratio(decimal_wide numerator, decimal_wide denominator, int factor, int places,
                   struct decimal *out) {
    decimal_wide scaled;
    if (denominator == 0 || __builtin_mul_overflow(numerator, factor * power_of_ten[places], &scaled))
        return false;

    wide_magnitude divisor = magnitude(denominator);
    wide_magnitude quotient = magnitude(scaled) / divisor;
    wide_magnitude rest = magnitude(scaled) % divisor;
    if (rest >= divisor - rest)
        quotient++;

    int64_t step = power_of_ten[DECIMAL_PLACES - places];
    if (quotient > (wide_magnitude)(DECIMAL_UNITS_MAX / step))
        return false;
    int64_t units = (int64_t)quotient * step;
    out->units = (scaled < 0) == (denominator < 0) ? units : -units;
    return true;
}

/* Digits from *text on, at most `most`, appended to *value; how many there were, or -1 for too many. */
static int take_digits(const char **text, const char *end, int most, int64_t *value) {
    int count = 0;
    for (; *text < end && **text >= '0' && **text <= '9'; ++*text) {
        if (++count > most)
            return -1;
        *value = *value * 10 + (**text - '0');
    }
    return count;
}

bool decimal_parse(const char *text, size_t length, struct decimal *out) {
    const char *end = text + length;
    bool negative = length > 0 && *text == '-';
    text += negative;

    int64_t units = 0;
    if (take_digits(&text, end, DECIMAL_WHOLE_DIGITS, &units) <= 0)
        return false;

    int places = 0;
    if (text < end && (*text == '.' || *text == ',')) {
        text++;
        places = take_digits(&text, end, DECIMAL_PLACES, &units);
        if (places <= 0)
            return false;
    }
    if (text != end)
        return false;

    units *= power_of_ten[DECIMAL_PLACES - places];
    out->units = negative ? -units : units;
    return true;
}

static int places_needed(uint64_t fraction, int least) {
    int places = DECIMAL_PLACES;
    for (; places > least && fraction % 10 == 0; fraction /= 10)
        places--;
    return places;
}

/* From the last digit to the first, since a listing prints a million of them. A thousands mark of '\0' sets
 * none. */
static void print(struct decimal value, int places, const char marks[2], char out[DECIMAL_TEXT_MAX]) {
    uint64_t units = (uint64_t)magnitude(value.units);
    char text[DECIMAL_TEXT_MAX];
    char *const end = text + sizeof text;
    char *start = end;
    *--start = '\0';
    for (int place = DECIMAL_PLACES; place > 0; place--, units /= 10)
        if (place <= places)
            *--start = (char)('0' + units % 10);
    if (places > 0)
        *--start = marks[0];
    for (int digits = 0; digits == 0 || units > 0; digits++, units /= 10) {
        if (marks[1] != '\0' && digits > 0 && digits % 3 == 0)
            *--start = marks[1];
        *--start = (char)('0' + units % 10);
    }
    if (value.units < 0)
        *--start = '-';
    memcpy(out, start, (size_t)(end - start));
}

void decimal_print(struct decimal value, int places, char out[DECIMAL_TEXT_MAX]) {
    uint64_t fraction = (uint64_t)magnitude(value.units) % DECIMAL_SCALE;
    print(value, places_needed(fraction, places), (const char[2]){',', '.'}, out);
}

void decimal_print_plain(struct decimal value, int places, char out[DECIMAL_TEXT_MAX]) {
    uint64_t fraction = (uint64_t)magnitude(value.units) % DECIMAL_SCALE;
    int needed = places_needed(fraction, places);
    print(value, needed == 3 ? DECIMAL_PLACES : needed, (const char[2]){'.', '\0'}, out);
}
