#include "command/detail.h"
#include "command/attach.h"
#include <stdio.h>

const char *figure_words(struct figure figure, int places, char out[DECIMAL_TEXT_MAX]) {
    figure_print(figure, places, out);
    return figure.kind == FIGURE_NOT_SET ? "belum ditetapkan" : out;
}

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
    print_line("Pelaksana", indicator->officer ? office_name(context->office, indicator->officer) : NULL);
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

static bool print_last_year(const struct context *context, const struct row *row, struct err *err) {
    struct row last;
    char text[ERR_TEXT_MAX];
    if (!office_last_year(context->office, row->indicator, row->quarter, &last, err))
        return err->kind == ERR_NONE;
    office_past_print(&last, text, sizeof text);
    print_line("Tahun lalu", text);
    return true;
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

static bool print_reuse(const struct context *context, const struct row *row, struct err *err) {
    struct reuse reuse = {0};
    char places[ERR_TEXT_MAX];
    if (!office_reuse(context->office, row->indicator, row->quarter, &reuse, err))
        return false;
    reuse_print_all(&reuse, row->indicator->code, row->quarter, places, sizeof places);
    print_line("Bukti dipakai juga", places);
    reuse_release(&reuse);
    return true;
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
    printf("  %-20s%s, %s\n", "Diubah", office_name(context->office, row->changed_by), at);
}

/* What verification made of it. */
static bool print_verdict(const struct context *context, const struct row *row, struct err *err) {
    struct buf text = {0};
    bool done = office_verdict_print(context->office, row, &text, err);
    print_line("Verifikasi", buf_string(&text));
    buf_release(&text);
    return done;
}

bool detail_print(struct context *context, const struct row *row, struct err *err) {
    const struct indicator *indicator = row->indicator;
    struct record notes;
    struct attachments attachments;
    if (!office_notes(context->office, indicator, row->quarter, &notes, err) ||
        !attachments_read(context->office, indicator, row->quarter, &attachments, err))
        return false;
    char subject[SUBJECT_MAX];
    subject_print(indicator, row->quarter, subject);
    printf("%s  %s", subject, indicator->description);
    context_print_marks(context);
    print_measured(context, indicator);
    print_figures(context, row);
    print_year(row);
    bool done = print_verdict(context, row, err) && print_last_year(context, row, err);
    print_evidence(row, &attachments);
    done = print_reuse(context, row, err) && done;
    print_state(context, row);
    for (int i = 0; i < NOTE_COUNT; i++)
        print_line(note_words.term[i].label, notes.notes.text[i]);
    attachments_release(&attachments);
    return done;
}
