/* Exact decimals: at most 12 digits before and 4 after the comma (DOMAIN.md, Numbers). No binary floating
 * point. */
#ifndef VALUE_DECIMAL_H
#define VALUE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DECIMAL_PLACES = 4, DECIMAL_WHOLE_DIGITS = 12, DECIMAL_TEXT_MAX = 32 };

#define DECIMAL_SCALE INT64_C(10000)                /* units in one */
#define DECIMAL_UNITS_MAX INT64_C(9999999999999999) /* |units| never exceeds this */

struct decimal {
    int64_t units; /* ten-thousandths: 12,5 is 125000 */
};

struct decimal decimal_whole(int64_t value); /* |value| below 10^12 */
bool decimal_is_whole(struct decimal value);
int decimal_compare(struct decimal a, struct decimal b);

/* False when the result is out of range; *out is then unchanged. */
bool decimal_add(struct decimal a, struct decimal b, struct decimal *out);
bool decimal_subtract(struct decimal a, struct decimal b, struct decimal *out);

/* numerator / denominator x factor (1 or 100), rounded half away from zero to `places` (0 to 4), where both
 * parts are given in units and may be sums beyond a decimal's range. False when the denominator is 0 or the
 * result out of range.
 */
__extension__ typedef __int128 decimal_wide;
bool decimal_ratio(decimal_wide numerator, decimal_wide denominator, int factor, int places,
                   struct decimal *out);

/* Configuration and CSV: an optional '-', digits, optionally a point or comma and digits; nothing else, no
 * thousands marks. False when it is not that, or has too many digits. */
bool decimal_parse(const char *text, size_t length, struct decimal *out);

/* "1.500,25": thousands dots, decimal comma, at least `places` decimals, more only where the value has them.
 */
void decimal_print(struct decimal value, int places, char out[DECIMAL_TEXT_MAX]);

/* "1500.25": for machines. At least `places` decimals; never exactly three, so that it reads back
 * unambiguously. */
void decimal_print_plain(struct decimal value, int places, char out[DECIMAL_TEXT_MAX]);

#endif
