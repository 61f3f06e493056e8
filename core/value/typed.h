/* How a typed actual is read (core/DOMAIN.md, Typing). The grid, `isi` and `isi --dari-csv` all read through here. */
#ifndef VALUE_TYPED_H
#define VALUE_TYPED_H

#include "base/err.h"
#include "value/decimal.h"
#include "value/measure.h"

struct fraction {
    struct decimal numerator;
    struct decimal denominator; /* 0: there is no fraction */
};

struct typed {
    struct decimal value;     /* the quarter's own amount */
    struct fraction fraction; /* kept where it was typed as 45/60 */
    bool to_date;             /* it was typed as s750 */
};

/* What typed_read has to know of the row for which a text is typed. */
struct typed_for {
    const struct measure_unit *unit;
    enum aggregation aggregation;
    struct decimal before; /* the sum of the year's earlier quarters, as they count, for s750 */
};

/* Reads `text`. It fails with ERR_INVALID, saying what was typed, why it is refused and what to type instead:
 *
 *     "12,5,0" bukan angka. Contoh: 12,5 atau 45/60
 *     "1.500" bisa berarti dua angka: tulis 1500 atau 1,5
 *
 * Refused are:
 *   - what is no number, or has more than 12 digits before or 4 after the comma
 *   - 1.500 where decimals are allowed, because it has two readings
 *   - another unit than the indicator's own
 *   - a negative count, or a fraction of a count
 *   - 45/60 where the unit is no percentage, with a minus, or with a denominator of 0
 *   - s750 where the aggregation is not jumlah, or where a count would become negative
 * White space and NO-BREAK SPACE around the number are ignored. */
bool typed_read(const char *text, struct typed_for what, struct typed *typed, struct err *err);

/* Prints how it was read: "dibaca 1.500 laporan", "dibaca 75,00 % (45/60)", "dibaca 300 laporan (s.d. kini 1.050)". */
void typed_print(const struct typed *typed, const struct measure_unit *unit, struct decimal before, char *out,
                 size_t size);

/* Prints a value with its unit: "1.500 laporan", "92,30 %". */
void measure_print(struct decimal value, const struct measure_unit *unit, char *out, size_t size);

/* Returns how many decimals are shown at least: 2 for a percentage, otherwise 0. */
int measure_places(const struct measure_unit *unit);

#endif
