#include "value/typed.h"
#include "base/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define DIGITS "0123456789"
#define NUMBER_BYTES DIGITS ".,-/"

enum { NUMBER_MAX = 40, SHOWN_MAX = 64, REASON_MAX = 384 };

/* What was typed, cut where its parts meet, and what for. All but `shown` is borrowed. */
struct input {
    const struct measure_unit *measure;
    const char *number; /* without an 's' before it */
    size_t number_length;
    const char *unit; /* what follows the number; empty when nothing does */
    size_t unit_length;
    bool to_date;
    char shown[SHOWN_MAX]; /* for messages */
};

enum reading { READING_CLEAR, READING_AMBIGUOUS, READING_NO_NUMBER, READING_TOO_LONG };

static struct input input_split(const char *text, const struct measure_unit *measure) {
    size_t length = strlen(text);
    text = text_trim(text, &length);

    struct input input = {.measure = measure, .to_date = length > 0 && (*text == 's' || *text == 'S')};
    char cut[SHOWN_MAX];
    snprintf(cut, sizeof cut, "%.*s", (int)(length < SHOWN_MAX ? length : SHOWN_MAX), text);
    text_printable(cut, input.shown, sizeof input.shown);

    input.number = text + input.to_date;
    length -= input.to_date;
    input.number_length = strspn(input.number, NUMBER_BYTES);
    input.unit_length = length - input.number_length;
    input.unit = text_trim(input.number + input.number_length, &input.unit_length);
    return input;
}

static bool refuse(struct err *err, const struct input *input, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static bool refuse(struct err *err, const struct input *input, const char *format, ...) {
    char reason[REASON_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(reason, sizeof reason, format, args);
    va_end(args);
    return err_set(err, ERR_INVALID, "\"%s\" %s", input->shown, reason);
}

/* One to three digits that do not begin with 0, then dots each followed by exactly three. */
static bool is_grouped(const char *text, size_t length) {
    size_t first = length % 4;
    if (first == 0 || length == first || *text == '0')
        return false;
    for (size_t i = 0; i < length; i++) {
        bool dot_belongs = i >= first && (i - first) % 4 == 0;
        if ((text[i] == '.') != dot_belongs)
            return false;
    }
    return true;
}

/* Digits, and perhaps a point or comma and digits: then only their number can be wrong. */
static bool has_number_form(const char *text) {
    text += *text == '-';
    size_t whole = strspn(text, DIGITS);
    if (whole == 0 || text[whole] == '\0')
        return whole > 0;
    const char *decimals = text + whole + 1;
    size_t places = strspn(decimals, DIGITS);
    return (text[whole] == '.' || text[whole] == ',') && places > 0 && decimals[places] == '\0';
}

/* An ambiguous number gives the greater of its readings. `decimals`: the unit allows them, so that a lone dot
 * before three digits may be either mark; in a count such a dot without a proper first group is no number. */
static enum reading read_number(const char *text, size_t length, bool decimals, struct decimal *out) {
    enum { ONE_DOT_MAX = sizeof "999.999" - 1, DOT_AND_GROUP = sizeof ".999" - 1 };
    if (length > NUMBER_MAX)
        return READING_TOO_LONG;

    size_t sign = length > 0 && *text == '-';
    const char *comma = memchr(text, ',', length);
    const char *dot = memchr(text, '.', length);
    size_t whole_end = comma ? (size_t)(comma - text) : length;
    bool grouped = is_grouped(text + sign, whole_end - sign);
    if (!decimals && !grouped && dot && text + length - dot == DOT_AND_GROUP)
        return READING_NO_NUMBER;

    char plain[NUMBER_MAX + 1];
    size_t used = 0;
    for (size_t i = 0; i < length; i++)
        if (!grouped || text[i] != '.' || i >= whole_end)
            plain[used++] = text[i];
    plain[used] = '\0';

    if (!decimal_parse(plain, used, out))
        return has_number_form(plain) ? READING_TOO_LONG : READING_NO_NUMBER;
    bool one_dot = grouped && !comma && length - sign <= ONE_DOT_MAX;
    return one_dot && decimals ? READING_AMBIGUOUS : READING_CLEAR;
}

static bool refuse_ambiguous(struct err *err, const struct input *input, struct decimal greater) {
    char thousands[DECIMAL_TEXT_MAX];
    char point[DECIMAL_TEXT_MAX];
    const char *prefix = input->to_date ? "s" : "";
    decimal_print_plain(greater, 0, thousands);
    decimal_print((struct decimal){.units = greater.units / 1000}, 0, point);
    return refuse(err, input, "bisa berarti dua angka: tulis %s%s atau %s%s", prefix, thousands, prefix,
                  point);
}

static bool refuse_no_number(struct err *err, const struct input *input) {
    const struct measure_unit *measure = input->measure;
    return refuse(err, input, "bukan angka. Contoh: %s%s", measure->decimals ? "12,5" : "1500",
                  measure->percent ? " atau 45/60" : "");
}

static bool refuse_too_long(struct err *err, const struct input *input) {
    return refuse(err, input,
                  "terlalu panjang: tulis paling banyak %d angka di depan koma dan %d di belakangnya",
                  DECIMAL_WHOLE_DIGITS, DECIMAL_PLACES);
}

static bool read_clearly(const struct input *input, struct decimal *value, struct err *err) {
    switch (read_number(input->number, input->number_length, input->measure->decimals, value)) {
    case READING_CLEAR:
        return true;
    case READING_AMBIGUOUS:
        return refuse_ambiguous(err, input, *value);
    case READING_TOO_LONG:
        return refuse_too_long(err, input);
    case READING_NO_NUMBER:
        break;
    }
    return refuse_no_number(err, input);
}

static bool accept_unit(const struct input *input, struct err *err) {
    if (input->unit_length == 0 || text_equal_folded(input->unit, input->unit_length, input->measure->name,
                                                     strlen(input->measure->name)))
        return true;
    if (input->number_length == 0 || strchr(NUMBER_BYTES, *input->unit))
        return refuse_no_number(err, input);
    return refuse(err, input, "memakai satuan lain: satuan indikator ini %s. Tulis angkanya saja",
                  input->measure->name);
}

static bool read_fraction(const struct input *input, struct typed *typed, struct err *err) {
    if (!input->measure->percent)
        return refuse(err, input,
                      "adalah pecahan, yang hanya berlaku untuk persentase: tulis hasilnya dalam %s",
                      input->measure->name);
    if (input->to_date)
        return refuse(err, input, "memakai s.d. kini sekaligus pecahan: tulis salah satunya");

    const char *slash = memchr(input->number, '/', input->number_length);
    size_t before = (size_t)(slash - input->number);
    size_t after = input->number_length - before - 1;
    struct fraction fraction;
    struct decimal percent;
    if (read_number(input->number, before, false, &fraction.numerator) != READING_CLEAR ||
        read_number(slash + 1, after, false, &fraction.denominator) != READING_CLEAR)
        return refuse(err, input, "bukan pecahan. Contoh: 45/60");
    if (fraction.numerator.units < 0 || fraction.denominator.units <= 0)
        return refuse(err, input, "perlu penyebut di atas nol dan tanpa tanda minus. Contoh: 45/60");
    if (!decimal_ratio(fraction.numerator.units, fraction.denominator.units, 100, DECIMAL_PLACES, &percent))
        return refuse_too_long(err, input);

    *typed = (struct typed){.value = percent, .fraction = fraction};
    return true;
}

static bool accept_count(const struct input *input, struct decimal value, struct err *err) {
    if (input->measure->decimals)
        return true;
    if (!decimal_is_whole(value))
        return refuse(err, input, "adalah pecahan, padahal %s dihitung utuh. Contoh: 12",
                      input->measure->name);
    if (value.units < 0)
        return refuse(err, input, "negatif, padahal %s dihitung dari nol. Contoh: 12", input->measure->name);
    return true;
}

static bool subtract_earlier(const struct input *input, struct decimal before, struct decimal *value,
                             struct err *err) {
    if (!decimal_subtract(*value, before, value))
        return refuse_too_long(err, input);
    if (input->measure->decimals || value->units >= 0)
        return true;
    char sum[DECIMAL_TEXT_MAX];
    decimal_print(before, 0, sum);
    return refuse(err, input, "kurang dari jumlah triwulan sebelumnya, %s %s: tulis jumlah s.d. kini", sum,
                  input->measure->name);
}

bool typed_read(const char *text, struct typed_for what, struct typed *typed, struct err *err) {
    struct input input = input_split(text, what.unit);
    if (!accept_unit(&input, err))
        return false;
    if (memchr(input.number, '/', input.number_length))
        return read_fraction(&input, typed, err);

    struct decimal value = {0};
    if (!read_clearly(&input, &value, err) || !accept_count(&input, value, err))
        return false;
    if (input.to_date && what.aggregation != AGGREGATION_SUM)
        return refuse(err, &input,
                      "memakai s.d. kini, yang hanya berlaku untuk agregasi jumlah: hapus s-nya");
    if (input.to_date && !subtract_earlier(&input, what.before, &value, err))
        return false;

    *typed = (struct typed){.value = value, .to_date = input.to_date};
    return true;
}

int measure_places(const struct measure_unit *unit) {
    return unit->percent ? 2 : 0;
}

void measure_print(struct decimal value, const struct measure_unit *unit, char *out, size_t size) {
    char number[DECIMAL_TEXT_MAX];
    decimal_print(value, measure_places(unit), number);
    snprintf(out, size, "%s %s", number, unit->name);
}

void typed_print(const struct typed *typed, const struct measure_unit *unit, struct decimal before, char *out,
                 size_t size) {
    char number[DECIMAL_TEXT_MAX];
    decimal_print(typed->value, measure_places(unit), number);

    struct decimal sum;
    if (typed->to_date && decimal_add(before, typed->value, &sum)) {
        char to_date[DECIMAL_TEXT_MAX];
        decimal_print(sum, measure_places(unit), to_date);
        snprintf(out, size, "dibaca %s %s (s.d. kini %s)", number, unit->name, to_date);
    } else if (typed->fraction.denominator.units != 0) {
        char above[DECIMAL_TEXT_MAX];
        char below[DECIMAL_TEXT_MAX];
        decimal_print(typed->fraction.numerator, 0, above);
        decimal_print(typed->fraction.denominator, 0, below);
        snprintf(out, size, "dibaca %s %s (%s/%s)", number, unit->name, above, below);
    } else {
        snprintf(out, size, "dibaca %s %s", number, unit->name);
    }
}
