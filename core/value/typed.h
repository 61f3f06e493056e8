/* How a typed actual is read (DOMAIN.md, Numbers, Typing). One door for the grid, `isi` and `isi --dari-csv`.
 */
#ifndef VALUE_TYPED_H
#define VALUE_TYPED_H

#include "base/err.h"
#include "value/decimal.h"
#include "value/measure.h"

struct fraction {
    struct decimal numerator;
    struct decimal denominator; /* units 0: there is no fraction */
};

struct typed {
    struct decimal value;     /* the quarter's own amount */
    struct fraction fraction; /* what was typed as 45/60 */
    bool to_date;             /* typed as s750 */
};

/* What the text is typed for. */
struct typed_for {
    const struct measure_unit *unit;
    enum aggregation aggregation;
    struct decimal before; /* the sum of the year's earlier quarters, for `s750` */
};

/* Reads `text`. Ends in ERR_INVALID with what was typed, why it is refused and what to type instead:
 *
 *     "12,5,0" bukan angka. Contoh: 12,5 atau 45/60
 *     "1.500" bisa berarti dua angka: tulis 1500 atau 1,5
 *
 * Refused: anything unparseable, another unit, negative counts, fractions of a count, 45/60 where the unit is
 * not a percentage, a denominator of 0, s750 where agregasi is not jumlah, more than 12 + 4 digits. White
 * space and NO-BREAK SPACE around the number are ignored. */
bool typed_read(const char *text, struct typed_for what, struct typed *typed, struct err *err);

/* "dibaca 1.500 laporan", "dibaca 75,00 % (45/60)", "dibaca 300 laporan (s.d. kini 1.050)" */
void typed_print(const struct typed *typed, const struct measure_unit *unit, struct decimal before, char *out,
                 size_t size);

/* A value with its unit: "1.500 laporan", "92,30 %": two decimals for percentages. */
void measure_print(struct decimal value, const struct measure_unit *unit, char *out, size_t size);

/* Decimals shown at least: 2 for a percentage, else 0. */
int measure_places(const struct measure_unit *unit);

#endif
