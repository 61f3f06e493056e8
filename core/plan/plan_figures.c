/* The readers of a line's figures, and what they make of the year. */
#include "base/text.h"
#include "plan/plan_row.h"
#include "value/typed.h"
#include <string.h>

enum { AMOUNT_MAX = 64 };

/* A cell cut where its parts meet. */
struct amount {
    char number[AMOUNT_MAX]; /* blanks between thousands left out, cut off when longer; "" for none */
    const char *unit;        /* behind it, or "Rp" before it; "" for none */
};

static size_t blank_length(const char *text) {
    static const char *const blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (strncmp(text, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

static size_t digits_length(const char *text) {
    return strspn(text, "0123456789");
}

/* The length of "Rp" or "Rp. " where a number follows. */
static size_t rupiah_length(const char *text) {
    if (!text_equal_folded(text, strlen(text) < 2 ? 0 : 2, "Rp", 2))
        return 0;
    size_t length = 2 + (text[2] == '.');
    length += blank_length(text + length);
    return digits_length(text + length) ? length : 0;
}

/* What follows a number: a blank and three more of its digits, else a byte that numbers are made of, else
 * nothing. */
static size_t number_goes_on(const char *at, size_t digits) {
    size_t blank = blank_length(at);
    if (blank && digits >= 1 && digits <= 3 && digits_length(at + blank) == 3)
        return blank;
    return *at != '\0' && strchr("0123456789.,-/", *at) ? 1 : 0;
}

static struct amount split(const char *text) {
    struct amount amount = {.unit = ""};
    size_t before = rupiah_length(text);
    size_t used = 0;
    size_t digits = 0; /* since the last blank; too many behind another mark */
    const char *at = text + before;
    for (size_t length; (length = number_goes_on(at, digits)) && used + 1 < AMOUNT_MAX; at += length) {
        bool blank = blank_length(at) > 0;
        digits = blank ? 0 : digits_length(at) ? digits + 1 : AMOUNT_MAX;
        if (!blank)
            amount.number[used++] = *at;
    }
    char *end = strstr(amount.number, ",-"); /* "125.000,-" */
    if (end && end[2 + strspn(end + 2, "-")] == '\0')
        *end = '\0';
    size_t length = strlen(at);
    at = text_trim(at, &length);
    amount.unit = before ? "Rp" : at;
    if (before && length) /* "Rp 5 juta" */
        *amount.number = '\0';
    return amount;
}

/* "orang/bulan" from behind the target. */
static const char *unit_behind(const char *text) {
    struct amount amount = split(text);
    return *amount.number != '\0' && words_name_unit(amount.unit) ? amount.unit : "";
}

static bool is_percent(const char *unit) {
    char words[WORDS_MAX];
    words_fold(unit, NULL, words);
    return strcmp(unit, "%") == 0 || words_among(words, "persen|persentase");
}

static bool is_rupiah(const char *unit) {
    char words[WORDS_MAX];
    words_fold(unit, NULL, words);
    return words_among(words, "rp|rupiah");
}

/* Capitals and blanks do not count. */
static bool same_unit(const char *unit, const struct measure_unit *measure) {
    const char *other = measure->name;
    if (measure->percent || is_rupiah(other))
        return measure->percent ? is_percent(unit) : is_rupiah(unit);
    for (; *unit != '\0' || *other != '\0'; unit++, other++) {
        unit += strspn(unit, " ");
        other += strspn(other, " ");
        if (!text_equal_folded(unit, *unit != '\0', other, *other != '\0'))
            return false;
        if (*unit == '\0')
            break;
    }
    return true;
}

/* Excel in English writes 1,000 for a thousand: a comma and three digits may be either where no decimals are
 * wanted, or none are there. */
static bool is_clear(const char *number, const struct measure_unit *measure, struct err *err) {
    size_t whole = digits_length(number);
    const char *behind = number + whole + 1;
    struct decimal value;
    char point[DECIMAL_TEXT_MAX];
    if (whole < 1 || whole > 3 || *number == '0' || number[whole] != ',' || digits_length(behind) != 3 ||
        behind[3] != '\0' || (measure->percent && strcmp(behind, "000") != 0))
        return true;
    decimal_parse(number, strlen(number), &value);
    decimal_print(value, behind[2] == '0' ? 0 : DECIMAL_PLACES, point);
    return err_set(err, ERR_INVALID, "\"%s\" bisa berarti dua angka: tulis %.*s%s atau %s", number,
                   (int)whole, number, behind, point);
}

static bool amount_reads(const char *text, const struct measure_unit *measure, struct decimal *value,
                         struct err *err) {
    const struct typed_for what = {.unit = measure, .aggregation = AGGREGATION_POSITION};
    struct amount amount = split(text);
    bool bare = *amount.number != '\0' && (*amount.unit == '\0' || same_unit(amount.unit, measure));
    struct typed typed;
    if (bare && !is_clear(amount.number, measure, err))
        return false;
    if (!typed_read(bare ? amount.number : text, what, &typed, err))
        return false;
    *value = typed.value;
    if (typed.fraction.denominator.units)
        return err_set(err, ERR_INVALID, "\"%.*s\" pecahan; tulis hasilnya", QUOTED_MAX, text);
    return typed.value.units >= 0 ||
           err_set(err, ERR_INVALID, "\"%.*s\" negatif; tulis 0 atau lebih", QUOTED_MAX, text);
}

static bool read_amount(struct plan_row *row, enum plan_column column, const struct measure_unit *measure,
                        struct decimal *value) {
    struct err err;
    if (amount_reads(plan_row_cell(row, column), measure, value, &err))
        return true;
    plan_row_problem(row, column, "%s %s", plan_column_name(column), err.text);
    return false;
}

/* A count of which one target is clearly no whole number. */
static bool has_decimals(const struct plan_row *row) {
    static const enum plan_column amounts[] = {PLAN_TARGET, PLAN_FIRST, PLAN_SECOND, PLAN_THIRD, PLAN_FOURTH};
    struct measure_unit measure = {.name = row->indicator.measure.name, .decimals = true};
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        struct decimal value;
        struct err err;
        if (amount_reads(plan_row_cell(row, amounts[i]), &measure, &value, &err) && !decimal_is_whole(value))
            return true;
    }
    return false;
}

/* From its column, or from behind the target. */
void plan_read_measure(struct plan_row *row, enum plan_column column) {
    const char *text = plan_row_cell(row, column);
    struct measure_unit *measure = &row->indicator.measure;
    if (*text == '\0') {
        column = PLAN_TARGET;
        text = unit_behind(plan_row_cell(row, column));
    }
    if (*text == '\0' && *plan_row_cell(row, PLAN_TARGET) != '\0')
        plan_row_problem(row, plan_row_has(row, PLAN_MEASURE) ? PLAN_MEASURE : PLAN_TARGET,
                         "satuan kosong; tulis di kolom Satuan, atau di belakang target (\"92,30 %%\")");
    if (*text == '\0')
        return;
    measure->percent = is_percent(text);
    if (strcmp(text, "%") != 0 && measure->percent)
        plan_row_assume(row, KEY_MEASURE);
    measure->name = measure->percent ? "%" : plan_row_accept(row, column, text, MEASURE_NAME_MAX);
    row->measured = measure->name;
    measure->decimals = measure->percent;
    if (!row->measured || measure->percent || !has_decimals(row))
        return;
    measure->decimals = true;
    plan_row_assume(row, KEY_DECIMALS);
}

void plan_read_target(struct plan_row *row, enum plan_column column) {
    if (*plan_row_cell(row, column) == '\0')
        plan_row_accept(row, column, "", 0);
    else if (row->measured)
        row->whole = read_amount(row, column, &row->indicator.measure, &row->indicator.plan.annual);
}

static bool has_splits(const struct plan_row *row) {
    for (unsigned i = 0; i < QUARTERS; i++)
        if (*plan_row_cell(row, PLAN_FIRST + i) != '\0')
            return true;
    return false;
}

static bool is_dash(const char *text) {
    return strcmp(text, "-") == 0 || strcmp(text, "\xE2\x80\x93") == 0 || strcmp(text, "\xE2\x80\x94") == 0;
}

void plan_read_quarter(struct plan_row *row, enum plan_column column) {
    const char *text = plan_row_cell(row, column);
    struct figure *target = &row->indicator.plan.target[column - PLAN_FIRST];
    target->kind = has_splits(row) ? FIGURE_NOT_MEASURED : FIGURE_NOT_SET;
    if (*text == '\0' && target->kind == FIGURE_NOT_MEASURED)
        plan_row_assume(row, KEY_SPLITS);
    if (*text == '\0' || is_dash(text) || !row->measured)
        return;
    target->kind = FIGURE_VALUE;
    row->whole &= read_amount(row, column, &row->indicator.measure, &target->value);
}

void plan_read_budget(struct plan_row *row, enum plan_column column) {
    static const struct measure_unit rupiah = {.name = "rupiah"};
    const char *text = plan_row_cell(row, column);
    struct err err;
    if (*text == '\0' || is_dash(text))
        return;
    row->indicator.budgeted = amount_reads(text, &rupiah, &row->indicator.budget, &err);
    if (!row->indicator.budgeted)
        plan_row_problem(row, column, "%s %s", plan_column_name(column), err.text);
}

/* ---- agregasi ---- */

static bool fits(const struct plan *plan, enum aggregation aggregation) {
    struct plan tried = *plan;
    struct decimal made;
    tried.aggregation = aggregation;
    return plan_agrees(&tried, &made) && (aggregation != AGGREGATION_YEARLY || plan_is_yearly(plan));
}

/* The first that fits: a plan of TW IV alone is tahunan, equal quarters are a mean rather than a position. */
static int infer_aggregation(const struct indicator *indicator) {
    static const enum aggregation order[] = {AGGREGATION_YEARLY, AGGREGATION_SUM, AGGREGATION_MEAN,
                                             AGGREGATION_POSITION};
    if (indicator->plan.target[0].kind == FIGURE_NOT_SET)
        return indicator->measure.decimals ? AGGREGATION_POSITION : AGGREGATION_SUM;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (fits(&indicator->plan, order[i]))
            return (int)order[i];
    return -1;
}

/* Where the splits do not agree with the target. */
static void report_splits(struct plan_row *row) {
    struct plan plan = row->indicator.plan;
    struct buf made = {0};
    char text[DECIMAL_TEXT_MAX];
    for (unsigned i = 0; i < AGGREGATION_YEARLY; i++) {
        struct decimal value;
        plan.aggregation = (enum aggregation)i;
        if (plan_agrees(&plan, &value))
            value = plan.annual;
        decimal_print(value, 0, text);
        buf_printf(&made, "%s%s %s", i ? ", " : "", aggregation_words.term[i].word, text);
    }
    decimal_print(plan.annual, 0, text);
    plan_row_problem(row, PLAN_FIRST, "target triwulan tidak cocok dengan target %s (%s); samakan", text,
                     buf_string(&made));
    buf_release(&made);
}

static void check_splits(struct plan_row *row) {
    const struct plan *plan = &row->indicator.plan;
    struct decimal made;
    char made_text[DECIMAL_TEXT_MAX];
    char target_text[DECIMAL_TEXT_MAX];
    if (plan->target[0].kind == FIGURE_NOT_SET || fits(plan, plan->aggregation))
        return;
    const char *word = aggregation_words.term[plan->aggregation].word;
    if (plan_agrees(plan, &made)) {
        plan_row_problem(row, PLAN_AGGREGATION,
                         "agregasi %s diukur di TW IV saja; tulis - di TW I sampai TW III", word);
        return;
    }
    decimal_print(made, 0, made_text);
    decimal_print(plan->annual, 0, target_text);
    plan_row_problem(row, PLAN_AGGREGATION, "agregasi %s dari target triwulan %s, padahal target %s; samakan",
                     word, made_text, target_text);
}

void plan_read_aggregation(struct plan_row *row, enum plan_column column) {
    struct plan *plan = &row->indicator.plan;
    bool good;
    int found = plan_row_term(row, column, &aggregation_words, &good);
    if (!row->whole || !good)
        return;
    if (!plan_is_measured(plan)) {
        plan_row_problem(row, PLAN_FIRST,
                         "tidak ada triwulan yang diukur; tulis targetnya, atau kosongkan keempatnya");
        return;
    }
    int aggregation = found < 0 ? infer_aggregation(&row->indicator) : found;
    if (aggregation < 0) {
        report_splits(row);
        return;
    }
    plan->aggregation = (enum aggregation)aggregation;
    if (found < 0)
        plan_row_assume(row, KEY_AGGREGATION);
    else
        check_splits(row);
}
