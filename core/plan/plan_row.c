#include "plan/plan_row.h"
#include "base/text.h"
#include "config/config_field.h"
#include <stdio.h>
#include <string.h>

void plan_row_problem(struct plan_row *row, enum plan_column column, const char *format, ...) {
    const struct plan_sheet *sheet = row->above->sheet;
    struct place at = {sheet->line[row->line].line,
                       sheet->column[column] < 0 ? 1 : sheet->column[column] + 1};
    va_list args;
    va_start(args, format);
    problems_add(row->above->problems, at, format, args);
    va_end(args);
}

const char *plan_row_cell(const struct plan_row *row, enum plan_column column) {
    return plan_cell(row->above->sheet, row->line, column);
}

bool plan_row_has(const struct plan_row *row, enum plan_column column) {
    return row->above->sheet->column[column] >= 0;
}

void plan_row_assume(struct plan_row *row, enum indicator_key key) {
    row->assumed |= KEY_SET(key);
}

/* ---- texts ---- */

const char *plan_row_accept(struct plan_row *row, enum plan_column column, const char *text, size_t max) {
    struct err err;
    size_t length = strlen(text);
    if (length == 0)
        plan_row_problem(row, column, "%s kosong; tulis isinya", plan_column_name(column));
    else if (!text_accept(text, length, max, &err))
        plan_row_problem(row, column, "%s: %s", plan_column_name(column), err.text);
    else
        return arena_text(row->above->arena, text, length);
    return NULL;
}

static void read_code(struct plan_row *row, enum plan_column column) {
    const char *code = plan_row_cell(row, column);
    if (!plan_row_has(row, column))
        return;
    if (*code == '\0')
        plan_row_problem(row, column, "Kode kosong; tulis, atau hapus kolom ini agar kode dibuatkan");
    else if (!code_is_valid(code, strlen(code)))
        plan_row_problem(row, column, "kode \"%.*s\" salah; tulis 1 sampai %d huruf, angka, atau . _ -",
                         QUOTED_MAX, code, CODE_MAX);
    else if (config_unit(row->above->config, code))
        plan_row_problem(row, column, "kode \"%s\" juga kode bidang; beri kode lain", code);
    else
        row->indicator.code = arena_text(row->above->arena, code, strlen(code));
}

static void read_objective(struct plan_row *row, enum plan_column column) {
    const char *objective = plan_row_cell(row, column);
    if (*objective != '\0') {
        row->indicator.objective = plan_row_accept(row, column, objective, FIELD_TEXT_MAX);
        row->above->objective = row->indicator.objective ? row->indicator.objective : objective;
        return;
    }
    row->indicator.objective = row->above->objective;
    if (row->above->objective)
        plan_row_assume(row, KEY_OBJECTIVE);
    else if (plan_row_has(row, column))
        plan_row_accept(row, column, "", FIELD_TEXT_MAX);
}

static void read_description(struct plan_row *row, enum plan_column column) {
    row->indicator.description = plan_row_accept(row, column, plan_row_cell(row, column), FIELD_TEXT_MAX);
}

static void read_definition(struct plan_row *row, enum plan_column column) {
    if (*plan_row_cell(row, column) != '\0')
        row->indicator.definition = plan_row_accept(row, column, plan_row_cell(row, column), FIELD_TEXT_MAX);
}

/* ---- the closed sets ---- */

static int level_of_prefix(const char *code) {
    char prefix[CODE_MAX + 1];
    snprintf(prefix, sizeof prefix, "%.*s", (int)strcspn(code, "-._0123456789"), code);
    return words_level(prefix);
}

/* What is said in the row itself, then its code, then the lines above. */
static void read_level(struct plan_row *row, enum plan_column column) {
    const char *text = plan_row_cell(row, column);
    int said = *text == '\0' ? -1 : words_level(text);
    int coded = level_of_prefix(plan_row_cell(row, PLAN_CODE));
    if (*text != '\0' && said < 0) {
        plan_row_problem(row, column,
                         "tingkat \"%.*s\" tidak dikenal; pilih iku | program | kegiatan | subkegiatan",
                         QUOTED_MAX, text);
        return;
    }
    bool known = said >= 0 && said < LEVEL_COUNT;
    int level = known ? said : coded >= 0 && coded < LEVEL_COUNT ? coded : said < 0 ? row->above->level : -1;
    row->level_open = level < 0;
    if (!row->level_open && !known && !(level == row->above->level && row->above->level_said))
        plan_row_assume(row, KEY_LEVEL);
    if (level >= 0)
        row->indicator.level = (enum level)level;
    if (known) {
        row->above->level = level;
        row->above->level_said = false;
    }
}

static void report_unit(struct plan_row *row, enum plan_column column) {
    const struct config *config = row->above->config;
    struct buf known = {0};
    for (int i = 0; i < config->unit_count; i++)
        buf_printf(&known, "%s%s", i ? " | " : "", config->unit[i].code);
    plan_row_problem(row, column, "bidang \"%.*s\" tidak dikenal; pilih %s", QUOTED_MAX,
                     plan_row_cell(row, column), buf_string(&known));
    buf_release(&known);
}

static void read_unit(struct plan_row *row, enum plan_column column) {
    const char *text = plan_row_cell(row, column);
    const struct unit *unit = words_unit(row->above->config, text);
    if (*text != '\0' && !unit) {
        report_unit(row, column);
        return;
    }
    if (unit) {
        row->above->unit = unit;
        row->above->unit_said = false;
    } else if (!row->above->unit && plan_row_has(row, column)) {
        plan_row_accept(row, column, "", 0);
    } else if (row->above->unit && !row->above->unit_said) {
        plan_row_assume(row, KEY_UNIT);
    }
    row->indicator.unit = row->above->unit;
}

int plan_row_term(struct plan_row *row, enum plan_column column, const struct vocabulary *words, bool *good) {
    const char *text = plan_row_cell(row, column);
    int found = *text == '\0' ? -1 : words_term(words, text);
    *good = *text == '\0' || found >= 0;
    if (!*good) {
        char list[ERR_TEXT_MAX];
        vocabulary_list(words, list, sizeof list);
        plan_row_problem(row, column, "%s \"%.*s\" tidak dikenal; pilih %s", words->name, QUOTED_MAX, text,
                         list);
    }
    return found;
}

static void read_polarity(struct plan_row *row, enum plan_column column) {
    bool good;
    int found = plan_row_term(row, column, &polarity_words, &good);
    row->indicator.plan.polarity = found < 0 ? POLARITY_HIGHER : (enum polarity)found;
    if (good && found < 0)
        plan_row_assume(row, KEY_POLARITY);
}

/* ---- the line ---- */

/* In the order of PLAN_COLUMNS: a reader may use what stands before it. */
static plan_reader *const readers[PLAN_COLUMN_COUNT] = {
    [PLAN_CODE] = read_code,
    [PLAN_LEVEL] = read_level,
    [PLAN_OBJECTIVE] = read_objective,
    [PLAN_DESCRIPTION] = read_description,
    [PLAN_MEASURE] = plan_read_measure,
    [PLAN_UNIT] = read_unit,
    [PLAN_TARGET] = plan_read_target,
    [PLAN_FIRST] = plan_read_quarter,
    [PLAN_SECOND] = plan_read_quarter,
    [PLAN_THIRD] = plan_read_quarter,
    [PLAN_FOURTH] = plan_read_quarter,
    [PLAN_AGGREGATION] = plan_read_aggregation,
    [PLAN_POLARITY] = read_polarity,
    [PLAN_DEFINITION] = read_definition,
    [PLAN_BUDGET] = plan_read_budget,
};

static void make_code(struct plan_row *row) {
    static const char *const prefix[LEVEL_COUNT] = {
        [LEVEL_IKU] = "IKU",
        [LEVEL_PROGRAM] = "PRO",
        [LEVEL_ACTIVITY] = "KEG",
        [LEVEL_SUBACTIVITY] = "SUB",
    };
    enum level level = row->indicator.level;
    char code[CODE_MAX + 1];
    snprintf(code, sizeof code, "%s-%02d", prefix[level], ++row->above->made[level]);
    row->indicator.code = arena_text(row->above->arena, code, strlen(code));
    plan_row_assume(row, KEY_CODE);
}

void plan_row_read(struct plan_above *above, int line, struct plan_row *row) {
    *row = (struct plan_row){.above = above, .line = line};
    for (unsigned i = 0; i < PLAN_COLUMN_COUNT; i++)
        readers[i](row, i);
    if (!plan_row_has(row, PLAN_CODE))
        make_code(row);
}

bool plan_row_is_group(struct plan_above *above, int line) {
    const struct plan_line *cells = &above->sheet->line[line];
    const char *text = cells->cell[plan_only_cell(cells)];
    int level = words_level(text);
    const struct unit *unit = words_unit(above->config, text);
    if (level >= 0 && level < LEVEL_COUNT) {
        above->level = level;
        above->level_said = true;
    } else if (unit) {
        above->unit = unit;
        above->unit_said = true;
    } else {
        return false;
    }
    above->objective = NULL;
    return true;
}
