/* The reports whose rows are indicators, each a table of columns. */
#include "report/build_internal.h"
#include <stdio.h>

/* ---- what a column shows ---- */

typedef const struct report_line *line_in;

static int places_of(line_in line) {
    return measure_places(&line->indicator->measure);
}

/* What an earlier quarter would have its share in, where all of them may be read. */
static struct figure to_date(line_in line, struct figure figure) {
    return line->partial ? (struct figure){.kind = FIGURE_NOT_MEASURED} : figure;
}

#define COLUMN(name, expression)                                                                             \
    static void name(line_in line, int number, struct report_cell *cell) {                                   \
        (void)number;                                                                                        \
        expression;                                                                                          \
    }
COLUMN(put_code, put_text(line->builder, cell, line->indicator->code))
COLUMN(put_objective, put_text(line->builder, cell, line->indicator->objective))
COLUMN(put_description, put_text(line->builder, cell, line->indicator->description))
COLUMN(put_measure, put_text(line->builder, cell, line->indicator->measure.name))
COLUMN(put_unit, put_text(line->builder, cell, line->indicator->unit->name))
COLUMN(put_annual, put_number(cell, line->indicator->plan.annual, places_of(line)))
COLUMN(put_target, put_figure(cell, line->row->figures.target, places_of(line)))
COLUMN(put_actual, put_figure(cell, line->row->figures.actual, places_of(line)))
COLUMN(put_achievement, put_figure(cell, line->row->figures.achievement, 2))
COLUMN(put_corrected, put_figure(cell, line->row->correction, 2))
COLUMN(put_final, put_figure(cell, line->row->final, 2))
COLUMN(put_to_date, put_figure(cell, to_date(line, line->row->figures.to_date_actual), places_of(line)))
COLUMN(put_to_date_achievement, put_figure(cell, to_date(line, line->row->figures.to_date_achievement), 2))
COLUMN(put_year_achievement, put_figure(cell, to_date(line, line->row->figures.year_achievement), 2))
COLUMN(put_grade,
       put_text(line->builder, cell, bands_grade(&line->builder->config->rules.bands, line->row->final)))
COLUMN(put_grade_to_date, put_text(line->builder, cell,
                                   bands_grade(&line->builder->config->rules.bands,
                                               to_date(line, line->row->figures.to_date_achievement))))
COLUMN(put_evidence, put_text(line->builder, cell, buf_string(&line->evidence)))
COLUMN(put_obstacle, put_text(line->builder, cell, line->notes.notes.text[NOTE_OBSTACLE]))
COLUMN(put_follow_up, put_text(line->builder, cell, line->notes.notes.text[NOTE_FOLLOW_UP]))
COLUMN(put_remark, put_text(line->builder, cell, buf_string(&line->remark)))

#undef COLUMN

static void put_verdict(line_in line, int number, struct report_cell *cell) {
    (void)number;
    const struct row *row = line->row;
    bool waits = plan_takes_value(&line->indicator->plan, row->quarter.number);
    bool missing = row->verdict == VERDICT_NONE && !row->actual.filled;
    put_text(line->builder, cell,
             !missing ? verdict_words.term[row->verdict].label
             : waits  ? "Belum diisi"
                      : "Tidak diukur");
}

/* A correction in percent replaces no actual: what it amounts to is told with its reason. */
static void put_corrected_actual(line_in line, int number, struct report_cell *cell) {
    (void)number;
    if (!line->row->by_percent)
        put_figure(cell, line->row->corrected, places_of(line));
}

static void put_nothing(line_in line, int number, struct report_cell *cell) {
    (void)line, (void)number, (void)cell; /* blank already: to be filled in by hand */
}

/* A quarter's target as the catalogue had it that was in force then. */
static void put_target_of(line_in line, int number, struct report_cell *cell) {
    const struct quarter quarter = {line->row->quarter.year, number};
    const struct indicator *then = config_indicator(line->builder->config, quarter, line->indicator->code);
    put_figure(cell, plan_target(&(then ? then : line->indicator)->plan, number), places_of(line));
}

/* As it counts: a correction by value replaces what was reported. What came later is not of the report. */
static void put_actual_of(line_in line, int number, struct report_cell *cell) {
    if (number > line->row->quarter.number)
        return;
    struct figure actual = line->row->year[number - 1];
    bool planned = line->indicator->plan.target[number - 1].kind != FIGURE_NOT_MEASURED;
    if (actual.kind != FIGURE_VALUE && !planned)
        actual.kind = FIGURE_NOT_MEASURED;
    put_figure(cell, actual, places_of(line));
}

/* What the four quarters make of the year, beside its own measurement. */
static void put_quarters_made(line_in line, int number, struct report_cell *cell) {
    (void)number;
    put_figure(cell, to_date(line, indicator_year(line->indicator, line->row->year)), places_of(line));
}

static void put_officer(line_in line, int number, struct report_cell *cell) {
    (void)number;
    const char *officer = line->indicator->officer;
    put_text(line->builder, cell, officer ? office_name(line->builder->office, officer) : "");
}

/* "Laporan pelaksanaan (TW I, TW III)": every document the plan asks for, of `number` (0: of the year). */
static void put_required(line_in line, int number, struct report_cell *cell) {
    struct buf text = {0};
    for (int i = 0; i < line->indicator->requirement_count; i++) {
        const struct requirement *requirement = &line->indicator->requirement[i];
        struct buf when = {0};
        for (int n = 1; n <= QUARTERS; n++)
            if (requirement->due[n - 1])
                buf_printf(&when, "%s%s", when.length ? ", " : "", quarter_roman(n));
        if (!number)
            buf_printf(&text, "%s%s (TW %s)", text.length ? "; " : "", requirement->title, buf_string(&when));
        else if (requirement->due[number - 1])
            buf_printf(&text, "%s%s", text.length ? "; " : "", requirement->title);
        buf_release(&when);
    }
    put_text(line->builder, cell, buf_string(&text));
    buf_release(&text);
}

static void put_required_now(line_in line, int number, struct report_cell *cell) {
    (void)number;
    if (line->row->quarter.number != YEAR_PERIOD)
        put_required(line, line->row->quarter.number, cell);
}

/* ---- the tables ---- */

#define COUNT_OF(columns) (int)(sizeof(columns) / sizeof *(columns))
#define CODE                                                                                                 \
    { {"Kode", CONTENT_WORD, 8, false}, put_code, 0 }
#define OBJECTIVE                                                                                            \
    { {"Sasaran", CONTENT_TEXT, 18, true}, put_objective, 0 }
#define DESCRIPTION                                                                                          \
    { {"Indikator", CONTENT_TEXT, 26, false}, put_description, 0 }
#define MEASURE                                                                                              \
    { {"Satuan", CONTENT_TEXT, 9, false}, put_measure, 0 }
#define ANNUAL                                                                                               \
    { {"Target tahun", CONTENT_NUMBER, 9, false}, put_annual, 0 }
#define OBSTACLE                                                                                             \
    { {"Penghambat", CONTENT_TEXT, 15, true}, put_obstacle, 0 }
#define FOLLOW_UP                                                                                            \
    { {"Tindak lanjut", CONTENT_TEXT, 15, true}, put_follow_up, 0 }
#define REMARK                                                                                               \
    { {"Keterangan", CONTENT_TEXT, 15, true}, put_remark, 0 }
#define GRADE                                                                                                \
    { {"Predikat", CONTENT_TEXT, 9, false}, put_grade, 0 }
#define FINAL                                                                                                \
    { {"Capaian akhir", CONTENT_PERCENT, 8, false}, put_final, 0 }
#define EVIDENCE                                                                                             \
    { {"Data dukung", CONTENT_TEXT, 15, true}, put_evidence, 0 }
/* Against the target of the whole year: before TW IV no achievement to be graded, so it has no colour. */
#define YEAR_ACHIEVEMENT                                                                                     \
    { {"Capaian tahun", CONTENT_NUMBER, 8, false}, put_year_achievement, 0 }
#define TARGET_OF(roman, number)                                                                             \
    { {"Target " roman, CONTENT_NUMBER, 8, false}, put_target_of, number }
#define ACTUAL_OF(roman, number)                                                                             \
    { {"Real. " roman, CONTENT_NUMBER, 8, false}, put_actual_of, number }

/* Under figures that go up to date. */
static bool put_foot(const struct builder *builder, bool means) {
    build_basis(builder, means);
    return build_steps(builder) && build_earlier(builder);
}

bool build_quarter(const struct builder *builder) {
    enum { FINAL_COLUMN = 8, TO_DATE_COLUMN = 10 };
    static const struct line_column columns[] = {
        CODE,
        OBJECTIVE,
        DESCRIPTION,
        MEASURE,
        ANNUAL,
        {{"Target TW", CONTENT_NUMBER, 9, false}, put_target, 0},
        {{"Realisasi TW", CONTENT_NUMBER, 9, false}, put_actual, 0},
        {{"Capaian", CONTENT_PERCENT, 8, false}, put_achievement, 0},
        FINAL,
        {{"Realisasi s.d. TW", CONTENT_NUMBER, 9, false}, put_to_date, 0},
        {{"Capaian s.d. TW", CONTENT_PERCENT, 8, false}, put_to_date_achievement, 0},
        YEAR_ACHIEVEMENT,
        GRADE,
        EVIDENCE,
        OBSTACLE,
        FOLLOW_UP,
        REMARK,
    };
    bool to_date = builder->config->rules.average_basis == AVERAGE_TO_DATE;
    const struct line_table table = {columns, COUNT_OF(columns), to_date ? TO_DATE_COLUMN : FINAL_COLUMN, 0};
    if (!builder_lines(builder, builder->request->quarter, &table))
        return false;
    return put_foot(builder, true);
}

/* Of the quarters' actuals that stand side by side. */
static void build_counting(const struct builder *builder) {
    report_add(
        builder->report, PART_NOTE,
        "Realisasi tiap triwulan sebagaimana dihitung: nilai yang dikoreksi Tim SAKIP menggantikan yang "
        "dilaporkan.");
}

bool build_year(const struct builder *builder) {
    enum { FINAL_COLUMN = 12 };
    static const struct line_column columns[] = {
        CODE,
        OBJECTIVE,
        DESCRIPTION,
        MEASURE,
        ANNUAL,
        ACTUAL_OF("TW I", 1),
        ACTUAL_OF("TW II", 2),
        ACTUAL_OF("TW III", 3),
        ACTUAL_OF("TW IV", 4),
        {{"Dari triwulan", CONTENT_NUMBER, 9, false}, put_quarters_made, 0},
        {{"Realisasi tahun", CONTENT_NUMBER, 9, false}, put_actual, 0},
        {{"Capaian", CONTENT_PERCENT, 8, false}, put_achievement, 0},
        FINAL,
        GRADE,
        EVIDENCE,
        OBSTACLE,
        FOLLOW_UP,
        REMARK,
    };
    const struct line_table table = {columns, COUNT_OF(columns), FINAL_COLUMN, 0};
    if (!builder_lines(builder, builder->request->quarter, &table))
        return false;
    build_counting(builder);
    return put_foot(builder, true);
}

bool build_plan(const struct builder *builder) {
    static const struct line_column columns[] = {
        CODE,
        {{"Sasaran", CONTENT_TEXT, 22, true}, put_objective, 0},
        {{"Indikator", CONTENT_TEXT, 30, false}, put_description, 0},
        MEASURE,
        ANNUAL,
        TARGET_OF("TW I", 1),
        TARGET_OF("TW II", 2),
        TARGET_OF("TW III", 3),
        TARGET_OF("TW IV", 4),
        {{"Data dukung", CONTENT_TEXT, 30, true}, put_required, 0},
        {{"Penanggung jawab", CONTENT_TEXT, 14, false}, put_unit, 0},
        {{"Pelaksana", CONTENT_TEXT, 12, true}, put_officer, 0},
    };
    return builder_lines(builder, builder->request->quarter,
                         &(struct line_table){columns, COUNT_OF(columns), -1, 0});
}

bool build_plan_review(const struct builder *builder) {
    static const struct line_column columns[] = {
        CODE,
        OBJECTIVE,
        DESCRIPTION,
        MEASURE,
        ANNUAL,
        TARGET_OF("I", 1),
        ACTUAL_OF("I", 1),
        TARGET_OF("II", 2),
        ACTUAL_OF("II", 2),
        TARGET_OF("III", 3),
        ACTUAL_OF("III", 3),
        TARGET_OF("IV", 4),
        ACTUAL_OF("IV", 4),
        {{"Capaian s.d. TW", CONTENT_PERCENT, 8, false}, put_to_date_achievement, 0},
        YEAR_ACHIEVEMENT,
        {{"Predikat s.d. TW", CONTENT_TEXT, 9, false}, put_grade_to_date, 0},
        OBSTACLE,
        FOLLOW_UP,
        REMARK,
    };
    if (!builder_lines(builder, builder->request->quarter,
                       &(struct line_table){columns, COUNT_OF(columns), -1, 0}))
        return false;
    build_counting(builder);
    return put_foot(builder, false);
}

bool build_form(const struct builder *builder) {
    enum { LINES_BY_HAND = 3 };
    static const struct line_column columns[] = {
        CODE,
        {{"Indikator", CONTENT_TEXT, 36, false}, put_description, 0},
        MEASURE,
        {{"Target", CONTENT_NUMBER, 9, false}, put_target, 0},
        {{"Realisasi", CONTENT_WORD, 14, false}, put_nothing, 0},
        {{"Bukti yang diminta", CONTENT_TEXT, 24, false}, put_required_now, 0},
        {{"Keterangan, penghambat, tindak lanjut", CONTENT_TEXT, 30, false}, put_nothing, 0},
    };
    report_add(builder->report, PART_PARAGRAPH,
               "Tulis realisasi dengan angka. - di kolom target berarti tidak diukur periode ini. Isian dari "
               "lembar ini dimasukkan baris demi baris menurut kodenya.");
    return builder_lines(builder, builder->request->quarter,
                         &(struct line_table){columns, COUNT_OF(columns), -1, LINES_BY_HAND});
}

bool build_verdicts(const struct builder *builder) {
    static const struct line_column columns[] = {
        CODE,
        DESCRIPTION,
        MEASURE,
        {{"Target", CONTENT_NUMBER, 10, false}, put_target, 0},
        {{"Realisasi dilaporkan", CONTENT_NUMBER, 10, false}, put_actual, 0},
        {{"Realisasi dikoreksi", CONTENT_NUMBER, 10, false}, put_corrected_actual, 0},
        {{"Capaian dilaporkan", CONTENT_PERCENT, 9, false}, put_achievement, 0},
        {{"Capaian dikoreksi", CONTENT_PERCENT, 9, false}, put_corrected, 0},
        {{"Capaian akhir", CONTENT_PERCENT, 9, false}, put_final, 0},
        {{"Hasil", CONTENT_TEXT, 12, false}, put_verdict, 0},
        {{"Alasan dan tanggapan", CONTENT_TEXT, 40, false}, put_remark, 0},
    };
    return builder_lines(builder, builder->request->quarter,
                         &(struct line_table){columns, COUNT_OF(columns), -1, 0});
}
