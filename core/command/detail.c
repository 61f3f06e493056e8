#include "command/detail.h"
#include "command/printout.h"
#include "view/attachments.h"
#include "view/orphans.h"
#include "view/wording.h"
#include <stdio.h>

/* ---- lines ---- */

/* None where the text is NULL or "". */
static void print_line(const char *label, const char *text) {
    if (text && *text != '\0')
        printf("  %-20s%s\n", label, text);
}

/* "75,00 % (45/60)": the figure in its unit (NULL: none), and what else is said about it. */
static void print_figure(const char *label, struct figure figure, const struct measure_unit *unit,
                         const char *more) {
    char text[DECIMAL_TEXT_MAX];
    const char *words = figure_words(figure, unit ? measure_places(unit) : 2, text);
    if (figure.kind == FIGURE_VALUE)
        printf("  %-20s%s%s%s%s\n", label, words, unit ? " " : "", unit ? unit->name : "", more);
    else
        print_line(label, figure.kind == FIGURE_BLANK ? "belum diisi" : words);
}

static void print_term(const char *label, const struct term *term, const char *more) {
    printf("  %-20s%s: %s%s\n", label, term->label, term->help, more);
}

/* ---- what is measured, and how ---- */

static void print_measured(const struct context *context, const struct indicator *indicator) {
    const struct plan *plan = &indicator->plan;
    char formula[ERR_TEXT_MAX] = "";
    if (plan->polarity == POLARITY_LOWER)
        snprintf(formula, sizeof formula, " Rumus: %s",
                 lower_formula_words.term[context->config.rules.lower_formula].label);
    print_line("Tingkat", level_words.term[indicator->level].label);
    print_line("Sasaran", indicator->objective);
    print_line("Definisi", indicator->definition);
    print_line("Penanggung jawab", indicator->unit->name);
    print_line("Pelaksana", indicator->officer ? config_name(&context->config, indicator->officer) : NULL);
    print_term("Agregasi", &aggregation_words.term[plan->aggregation], "");
    print_term("Polaritas", &polarity_words.term[plan->polarity], formula);
}

/* ---- the figures ---- */

static void fraction_print(const struct fraction *fraction, char *out, size_t size) {
    char above[DECIMAL_TEXT_MAX];
    char below[DECIMAL_TEXT_MAX];
    decimal_print(fraction->numerator, 0, above);
    decimal_print(fraction->denominator, 0, below);
    snprintf(out, size, " (%s/%s)", above, below);
}

static void print_grade(const struct bands *bands, struct figure achievement) {
    const char *grade = bands_grade(bands, achievement);
    char span[ERR_TEXT_MAX];
    for (int i = 0; i < bands->count; i++)
        if (grade == bands->band[i].name) {
            bands_print(bands, i, false, span, sizeof span);
            printf("  %-20s%s, %s\n", "Predikat", grade, span);
        }
}

static void print_figures(const struct context *context, const struct row *row) {
    const struct figures *figures = &row->figures;
    const struct measure_unit *unit = &row->indicator->measure;
    char fraction[DECIMAL_TEXT_MAX * 3] = "";
    char annual[ERR_TEXT_MAX];
    char against[ERR_TEXT_MAX + sizeof " terhadap "];
    if (row->actual.fraction.denominator.units != 0)
        fraction_print(&row->actual.fraction, fraction, sizeof fraction);
    measure_print(row->indicator->plan.annual, unit, annual, sizeof annual);
    snprintf(against, sizeof against, " terhadap %s", annual);
    print_figure("Target", figures->target, unit, "");
    print_figure("Realisasi", figures->actual, unit, fraction);
    print_figure("Capaian", figures->achievement, NULL, "");
    if (row->verdict == VERDICT_CORRECTED)
        print_figure("Capaian akhir", row->final, NULL, "");
    print_grade(&context->config.rules.bands, row->final);
    print_figure("S.d. kini, target", figures->to_date_target, unit, "");
    print_figure("S.d. kini", figures->to_date_actual, unit, "");
    print_figure("S.d. kini, capaian", figures->to_date_achievement, NULL, "");
    print_line("Target tahun", annual);
    print_figure("Capaian tahun", figures->year_achievement, NULL, against);
}

static void print_year(const struct row *row) {
    char text[DECIMAL_TEXT_MAX];
    printf("  %-20s", "Tahun ini");
    for (int i = 0; i < QUARTERS; i++) {
        struct figure planned = row->indicator->plan.target[i];
        bool blank = row->year[i].kind != FIGURE_VALUE;
        figure_print(row->year[i], measure_places(&row->indicator->measure), text);
        printf("%s%s %s", i == 0 ? "" : " | ", quarter_name(i + 1),
               blank ? (planned.kind == FIGURE_NOT_MEASURED ? "-" : "belum diisi") : text);
    }
    figure_print(row->year[YEAR_PERIOD - 1], measure_places(&row->indicator->measure), text);
    if (row->year[YEAR_PERIOD - 1].kind == FIGURE_VALUE)
        printf(" | %s %s", quarter_name(YEAR_PERIOD), text);
    putchar('\n');
}

static void print_last_year(const struct records *records, const struct row *row) {
    struct row last;
    char text[ERR_TEXT_MAX];
    if (!row_last_year(records, row->indicator, row->quarter, &last))
        return;
    past_print(&last, text, sizeof text);
    print_line("Tahun lalu", text);
}

/* ---- evidence, state, notes ---- */

static void print_required(const struct requirement *requirement, const struct record *found) {
    bool promised = found && found->evidence.promised;
    printf("  %-20s%s %s", "", found && !promised ? "[x]" : "[ ]", requirement->title);
    if (promised) {
        char date[CLOCK_TEXT_MAX];
        date_print_short(found->evidence.date, date);
        printf(", menyusul %s%s", date, found->evidence.allowed ? "" : ", belum diizinkan atasan");
    }
    putchar('\n');
}

static void print_evidence(const struct row *row, const struct attachments *attachments) {
    const struct indicator *indicator = row->indicator;
    char promised[32] = "";
    if (row->promised)
        snprintf(promised, sizeof promised, ", %d menyusul", row->promised);
    printf("  %-20s%d terlampir, wajib %d/%d%s\n", "Bukti", row->evidence, row->required_attached,
           row->required, promised);
    for (int i = 0; i < indicator->requirement_count; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        if (requirement->due[row->quarter.number - 1])
            print_required(requirement, attachments_find(attachments, requirement));
    }
}

static void print_reuse(const struct records *records, const struct row *row) {
    struct reuse reuse = {0};
    char places[ERR_TEXT_MAX];
    reuse_read(records, row->indicator->unit, row->quarter, &reuse);
    reuse_print_all(&reuse, row->indicator->code, row->quarter, places, sizeof places);
    print_line("Bukti dipakai juga", places);
    reuse_release(&reuse);
}

static void print_state(const struct context *context, const struct row *row) {
    char warnings[ERR_TEXT_MAX];
    char at[CLOCK_TEXT_MAX];
    warning_print(row->warnings, warnings, sizeof warnings);
    print_line("Status", entry_state_words.term[row->state].label);
    print_line("Sementara", row->actual.provisional ? "ya" : "");
    print_line("Perhatikan", warnings);
    if (row->head.sequence == 0)
        return;
    clock_print(row->changed_at, context->config.zone, at);
    printf("  %-20s%s, %s\n", "Diubah", config_name(&context->config, row->changed_by), at);
}

/* What verification made of it. */
static void print_verdict(const struct records *records, const struct row *row) {
    struct buf text = {0};
    verdict_print(records, row, &text);
    print_line("Verifikasi", buf_string(&text));
    buf_release(&text);
}

static void print_notes(const struct records *records, const struct row *row) {
    const struct record_key key = record_key(RECORD_NOTES, row->indicator->code, row->quarter);
    struct record notes;
    records_get(records, &key, &notes);
    for (int i = 0; i < NOTE_COUNT; i++)
        print_line(note_words.term[i].label, notes.notes.text[i]);
}

static void print_detail(const struct context *context, const struct records *records,
                         const struct row *row) {
    struct attachments attachments;
    char subject[SUBJECT_MAX];
    attachments_of(records, row->indicator->code, row->quarter, &attachments);
    subject_print(row->indicator->code, row->quarter, subject);
    printf("%s  %s", subject, row->indicator->description);
    context_print_marks(context);
    print_measured(context, row->indicator);
    print_figures(context, row);
    print_year(row);
    print_verdict(records, row);
    print_last_year(records, row);
    print_evidence(row, &attachments);
    print_reuse(records, row);
    print_state(context, row);
    print_notes(records, row);
    attachments_release(&attachments);
}

/* Of the whole bidang, where the same evidence may stand twice, and of the year before. */
bool detail_print(struct context *context, const struct indicator *indicator, struct err *err) {
    const struct scope scope = {.unit = indicator->unit,
                                .first_year = context->quarter.year - 1,
                                .last_year = context->quarter.year,
                                .kinds = KINDS_REVIEW};
    struct reading reading;
    bool done = office_read(context->office, &scope, &reading, err);
    if (done) {
        const struct row row = row_at(&reading.records, indicator, context->quarter);
        print_detail(context, &reading.records, &row);
    }
    reading_release(&reading);
    return done;
}

/* ---- a code of no catalogue ---- */

/* Nothing tells its unit any more. */
static bool print_kept(void *data, const struct record *record) {
    const struct context *context = data;
    char quarter[QUARTER_TEXT_MAX], value[DECIMAL_TEXT_MAX], at[CLOCK_TEXT_MAX];
    quarter_print(record->key.quarter, quarter);
    decimal_print(record->actual.value, 0, value);
    clock_print(record->changed_at, context->config.zone, at);
    printf("  %-20s%s (%s, %s)\n", quarter, record->actual.filled ? value : "(kosong)",
           config_name(&context->config, record->changed_by), at);
    return true;
}

bool orphan_print(struct context *context, const char *code, struct err *err) {
    const struct record_key actuals = record_key(RECORD_ACTUAL, code, (struct quarter){0});
    struct reading reading;
    struct orphans orphans;
    bool done =
        office_read(context->office, &(struct scope){.code = code, .kinds = KINDS_ALL}, &reading, err);
    orphans_of(&reading.records, &orphans);
    if (done && !orphans.count)
        done = context_indicator(context, code, err);
    else if (done) {
        printf(
            "%s  tidak ada lagi di katalog; realisasi yang masih tersimpan (selengkapnya: triwulan riwayat "
            "%s)\n",
            code, code);
        records_each(&reading.records, &actuals, print_kept, context);
    }
    orphans_release(&orphans);
    reading_release(&reading);
    return done;
}
