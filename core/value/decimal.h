/* Exact decimals of at most 12 digits before and 4 after the comma (core/DOMAIN.md, Numbers). No binary floating point
 * touches them. */
#ifndef VALUE_DECIMAL_H
#define VALUE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DECIMAL_PLACES = 4, DECIMAL_WHOLE_DIGITS = 12, DECIMAL_TEXT_MAX = 32 };

#define DECIMAL_SCALE INT64_C(10000)                /* how many units make one */
#define DECIMAL_UNITS_MAX INT64_C(9999999999999999) /* |units| never exceeds this */

struct decimal {
    int64_t units; /* ten-thousandths: 12,5 is 125000 */
};

/* Returns a whole number; |value| is below 10^12. */
struct decimal decimal_whole(int64_t value);
/* Says whether nothing is behind the comma. */
bool decimal_is_whole(struct decimal value);
/* Returns -1, 0 or 1: `a` is less than `b`, equal to it, or more. */
int decimal_compare(struct decimal a, struct decimal b);

/* Add and subtract. False, with *out unchanged, when the result is out of range. */
bool decimal_add(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *out);

/* Holds sums of units beyond the range of a decimal. */
__extension__ typedef __int128 decimal_wide;
/* Divides: numerator / denominator x factor (1 or 100), rounded half away from zero to `places` (0 to 4) decimals. Both
 * parts are given in units. False, with *out unchanged, when the denominator is 0 or the result is out of range. */
bool decimal_ratio(decimal_wide numerator, decimal_wide denominator, int factor, int places,
                   struct decimal *out);

/* Reads a number of the configuration or of a CSV file: an optional '-', digits, and perhaps a point or comma and
 * digits; thousands marks are not taken. False, with *out unchanged, when the text is anything else or has too many
 * digits. */
bool decimal_parse(const char *text, size_t length, struct decimal *out);

/* Prints a number for people: "1.500,25", with thousands dots and a decimal comma. It has `places` decimals, and more
 * only where the value has more. */
void decimal_print(struct decimal value, int places, char out[DECIMAL_TEXT_MAX]);

/* Prints a number for machines: "1500.25", with at least `places` decimals and never exactly three, so that it reads
 * back in one way only. */
void decimal_print_plain(struct decimal value, int places, char out[DECIMAL_TEXT_MAX]);

#endif
