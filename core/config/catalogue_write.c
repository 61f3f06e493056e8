#include "config/catalogue_write.h"
#include "base/text.h"
#include "model/config.h"
#include <string.h>

/* ---- scalars ---- */

/* What other programs that read YAML take for something else than a text. */
static bool is_reserved(const char *text) {
    static const char *const words[] = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_compare_folded(text, words[i]) == 0)
            return true;
    return false;
}

/* Between brackets a comma or bracket would end it. */
static bool is_plain(const char *text, bool between_brackets) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return *text != '\0' && strchr(letters, *text) && !is_reserved(text) && !strpbrk(text, ":#\"\\`") &&
           !(between_brackets && strpbrk(text, ",[]{}"));
}

static void put_scalar(struct buf *out, const char *text, bool between_brackets) {
    if (is_plain(text, between_brackets)) {
        buf_text(out, text);
        return;
    }
    buf_byte(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            buf_byte(out, '\\');
        buf_byte(out, (uint8_t)*text);
    }
    buf_byte(out, '"');
}

static void put_decimal(struct buf *out, struct decimal value) {
    char text[DECIMAL_TEXT_MAX];
    decimal_print_plain(value, 0, text);
    buf_text(out, text);
}

/* ---- an indicator's keys: what stands behind "kode: ", nothing for a key that is left out ---- */

typedef void key_writer(struct buf *out, const struct indicator *indicator);

static void put_code(struct buf *out, const struct indicator *indicator) {
    put_scalar(out, indicator->code, false);
}

static void put_level(struct buf *out, const struct indicator *indicator) {
    buf_text(out, level_words.term[indicator->level].word);
}

static void put_objective(struct buf *out, const struct indicator *indicator) {
    put_scalar(out, indicator->objective, false);
}

static void put_description(struct buf *out, const struct indicator *indicator) {
    put_scalar(out, indicator->description, false);
}

static void put_measure(struct buf *out, const struct indicator *indicator) {
    put_scalar(out, indicator->measure.name, false);
}

static void put_decimals(struct buf *out, const struct indicator *indicator) {
    if (indicator->measure.decimals && !indicator->measure.percent)
        buf_text(out, "ya");
}

static void put_target(struct buf *out, const struct indicator *indicator) {
    put_decimal(out, indicator->plan.annual);
}

static void put_unit(struct buf *out, const struct indicator *indicator) {
    put_scalar(out, indicator->unit->code, false);
}

static void put_officer(struct buf *out, const struct indicator *indicator) {
    if (indicator->officer)
        put_scalar(out, indicator->officer, false);
}

static void put_aggregation(struct buf *out, const struct indicator *indicator) {
    buf_text(out, aggregation_words.term[indicator->plan.aggregation].word);
}

static void put_polarity(struct buf *out, const struct indicator *indicator) {
    buf_text(out, polarity_words.term[indicator->plan.polarity].word);
}

static void put_over_hundred(struct buf *out, const struct indicator *indicator) {
    if (indicator->over_hundred)
        buf_text(out, "ya");
}

static void put_definition(struct buf *out, const struct indicator *indicator) {
    if (indicator->definition)
        put_scalar(out, indicator->definition, false);
}

static void put_budget(struct buf *out, const struct indicator *indicator) {
    if (indicator->budgeted)
        put_decimal(out, indicator->budget);
}

static void put_splits(struct buf *out, const struct indicator *indicator) {
    const struct figure *target = indicator->plan.target;
    if (target[0].kind == FIGURE_NOT_SET)
        return;
    for (int i = 0; i < QUARTERS; i++) {
        buf_text(out, i == 0 ? "[" : ", ");
        if (target[i].kind == FIGURE_VALUE)
            put_decimal(out, target[i].value);
        else
            buf_text(out, "\"-\"");
    }
    buf_byte(out, ']');
}

/* A document without its own quarters is due in every measured one. */
static void put_dues(struct buf *out, const struct requirement *requirement, const struct plan *plan) {
    bool usual = true;
    for (int i = 1; i <= QUARTERS; i++)
        usual = usual && requirement->due[i - 1] == plan_takes_value(plan, i);
    if (usual)
        return;
    const char *before = ", triwulan: [";
    for (int i = 1; i <= QUARTERS; i++)
        if (requirement->due[i - 1]) {
            buf_printf(out, "%s%d", before, i);
            before = ", ";
        }
    buf_byte(out, ']');
}

static void put_requirements(struct buf *out, const struct indicator *indicator) {
    for (int i = 0; i < indicator->requirement_count; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        buf_printf(out, "\n      - {jenis: %s, judul: ", evidence_kind_words.term[requirement->kind].word);
        put_scalar(out, requirement->title, true);
        put_dues(out, requirement, &indicator->plan);
        buf_byte(out, '}');
    }
}

static const struct {
    const char *name;
    const char *assumption;
} keys[INDICATOR_KEY_COUNT] = {INDICATOR_KEYS(SET_ROW)};

static key_writer *const writers[INDICATOR_KEY_COUNT] = {
    [KEY_CODE] = put_code,
    [KEY_LEVEL] = put_level,
    [KEY_OBJECTIVE] = put_objective,
    [KEY_DESCRIPTION] = put_description,
    [KEY_MEASURE] = put_measure,
    [KEY_DECIMALS] = put_decimals,
    [KEY_TARGET] = put_target,
    [KEY_UNIT] = put_unit,
    [KEY_OFFICER] = put_officer,
    [KEY_AGGREGATION] = put_aggregation,
    [KEY_POLARITY] = put_polarity,
    [KEY_OVER_HUNDRED] = put_over_hundred,
    [KEY_DEFINITION] = put_definition,
    [KEY_BUDGET] = put_budget,
    [KEY_SPLITS] = put_splits,
    [KEY_REQUIREMENTS] = put_requirements,
};

/* ---- the file ---- */

static void put_indicator(struct buf *out, const struct indicator *indicator, key_set assumed) {
    struct buf value = {0};
    for (int i = 0; i < INDICATOR_KEY_COUNT; i++) {
        buf_clear(&value);
        writers[i](&value, indicator);
        if (value.length == 0)
            continue;
        buf_printf(out, "%s%s:%s%s", i == 0 ? "\n  - " : "    ", keys[i].name,
                   value.data[0] == '\n' ? "" : " ", value.data);
        if (assumed & KEY_SET(i))
            buf_printf(out, "  # diandaikan: %s", keys[i].assumption);
        buf_byte(out, '\n');
    }
    buf_release(&value);
}

static void put_plan(struct buf *out, const struct catalogue *catalogue) {
    char date[CLOCK_TEXT_MAX];
    if (!catalogue->adopted) {
        buf_text(out, "rencana_aksi: {status: contoh}\n");
        return;
    }
    date_print_iso(catalogue->plan_date, date);
    buf_text(out, "rencana_aksi: {status: ditetapkan, nomor: ");
    put_scalar(out, catalogue->plan_number, true);
    buf_printf(out, ", tanggal: %s}\n", date);
}

void catalogue_write(const struct catalogue *catalogue, const struct unit *unit, const key_set *assumed,
                     struct buf *out) {
    buf_printf(out, "tahun: %d\n", catalogue->year);
    if (catalogue->first > 1)
        buf_printf(out, "mulai: TW%d\n", catalogue->first);
    put_plan(out, catalogue);
    buf_text(out, "\nindikator:\n");
    for (int i = 0; i < catalogue->count; i++)
        if (!unit || catalogue->indicator[i].unit == unit)
            put_indicator(out, &catalogue->indicator[i], assumed ? assumed[i] : 0);
}
