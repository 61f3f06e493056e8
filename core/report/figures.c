/* The reports whose rows are indicators, each a table of columns. */
#include "report/build_internal.h"

/* ---- what a column shows ---- */

typedef const struct report_line *line_in;

static int places_of(line_in line) {
    return measure_places(&line->indicator->measure);
}

/* What an earlier quarter would have its share in, where all of them may be read. */
static struct figure to_date(line_in line, struct figure figure) {
    return line->partial ? (struct figure){.kind = FIGURE_NOT_MEASURED} : figure;
}

static const char *grade(const struct builder *builder, struct figure achievement) {
    return bands_grade(&builder->config->rules.bands, achievement);
}

static const char *verdict(line_in line) {
    const struct row *row = line->row;
    if (row->verdict != VERDICT_NONE || row->actual.filled)
        return verdict_words.term[row->verdict].label;
    return plan_takes_value(&line->indicator->plan, row->quarter.number) ? "Belum diisi" : "Tidak diukur";
}

/* A correction in percent replaces no actual: what it amounts to is told with its reason. */
static struct figure corrected_actual(line_in line) {
    return line->row->by_percent ? (struct figure){.kind = FIGURE_BLANK} : line->row->corrected;
}

/* A quarter's target as the catalogue had it that was in force then. */
static struct figure target_of(const struct builder *builder, line_in line, int number) {
    const struct quarter quarter = {line->row->quarter.year, number};
    const struct indicator *then = config_indicator(builder->config, quarter, line->indicator->code);
    return plan_target(&(then ? then : line->indicator)->plan, number);
}

/* As it counts: a correction by value replaces what was reported. What came later is not of the report. */
static struct figure actual_of(line_in line, int number) {
    struct figure actual = line->row->year[number - 1];
    bool planned = line->indicator->plan.target[number - 1].kind != FIGURE_NOT_MEASURED;
    if (number > line->row->quarter.number)
        return (struct figure){.kind = FIGURE_BLANK};
    return actual.kind == FIGURE_VALUE || planned ? actual : (struct figure){.kind = FIGURE_NOT_MEASURED};
}

/* What the four quarters make of the year, beside its own measurement. */
static struct figure quarters_made(line_in line) {
    return to_date(line, indicator_year(line->indicator, line->row->year));
}

static const char *officer(const struct builder *builder, line_in line) {
    return line->indicator->officer ? config_name(builder->config, line->indicator->officer) : "";
}

/* "Laporan pelaksanaan": every document the plan asks for in a quarter; of 0, "Laporan pelaksanaan (TW I, III)": in the
 * year. */
static void put_required(const struct builder *builder, line_in line, int number, struct report_cell *cell) {
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
    put_text(builder, cell, buf_string(&text));
    buf_release(&text);
}

static void put_required_in(const struct builder *builder, line_in line, struct report_cell *cell) {
    if (line->row->quarter.number != YEAR_PERIOD)
        put_required(builder, line, line->row->quarter.number, cell);
}

#define COLUMN(name, statement) PUT(name, report_line, statement)
#define TEXT(name, text) COLUMN(name, put_text(builder, cell, text))
#define FIGURE(name, figure) COLUMN(name, put_figure(cell, figure, places_of(of)))
#define PERCENT(name, figure) COLUMN(name, put_figure(cell, figure, 2))
TEXT(put_code, of->indicator->code)
TEXT(put_objective, of->indicator->objective)
TEXT(put_description, of->indicator->description)
TEXT(put_measure, of->indicator->measure.name)
TEXT(put_unit, of->indicator->unit->name)
TEXT(put_officer, officer(builder, of))
TEXT(put_grade, grade(builder, of->row->final))
TEXT(put_grade_to_date, grade(builder, to_date(of, of->row->figures.to_date_achievement)))
TEXT(put_evidence, buf_string(&of->evidence))
TEXT(put_obstacle, of->notes.notes.text[NOTE_OBSTACLE])
TEXT(put_follow_up, of->notes.notes.text[NOTE_FOLLOW_UP])
TEXT(put_remark, buf_string(&of->remark))
TEXT(put_verdict, verdict(of))
COLUMN(put_annual, put_number(cell, of->indicator->plan.annual, places_of(of)))
FIGURE(put_target, of->row->figures.target)
FIGURE(put_target_of, target_of(builder, of, argument))
FIGURE(put_actual, of->row->figures.actual)
FIGURE(put_actual_of, actual_of(of, argument))
FIGURE(put_corrected_actual, corrected_actual(of))
FIGURE(put_to_date, to_date(of, of->row->figures.to_date_actual))
FIGURE(put_quarters_made, quarters_made(of))
PERCENT(put_achievement, of->row->figures.achievement)
PERCENT(put_corrected, of->row->correction)
PERCENT(put_final, of->row->final)
PERCENT(put_to_date_achievement, to_date(of, of->row->figures.to_date_achievement))
PERCENT(put_year_achievement, to_date(of, of->row->figures.year_achievement))
COLUMN(put_required_now, put_required_in(builder, of, cell))
COLUMN(put_required_of_year, put_required(builder, of, 0, cell))
COLUMN(put_nothing, (void)cell) /* blank already: to be filled in by hand */

#undef COLUMN
#undef TEXT
#undef FIGURE
#undef PERCENT

/* ---- the tables ---- */

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
static void put_foot(const struct builder *builder, bool means) {
    build_basis(builder, means);
    build_steps(builder);
    build_earlier(builder);
}

/* Lists the indicators; with `mean` the column that this fills has its means. */
static void put_lines(struct listing listing, put_fn *mean) {
    listing_lines(&listing, mean ? listing_index(&listing, mean) : -1);
    listing_end(&listing);
}

void build_quarter(const struct builder *builder) {
    static const struct listing_column columns[] = {
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
    put_lines(LISTING(builder, columns), to_date ? put_to_date_achievement : put_final);
    put_foot(builder, true);
}

/* Of the quarters' actuals that stand side by side. */
static void build_counting(const struct builder *builder) {
    report_add(
        builder->report, PART_NOTE,
        "Realisasi tiap triwulan sebagaimana dihitung: nilai yang dikoreksi Tim SAKIP menggantikan yang "
        "dilaporkan.");
}

void build_year(const struct builder *builder) {
    static const struct listing_column columns[] = {
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
    put_lines(LISTING(builder, columns), put_final);
    build_counting(builder);
    put_foot(builder, true);
}

void build_plan(const struct builder *builder) {
    static const struct listing_column columns[] = {
        CODE,
        {{"Sasaran", CONTENT_TEXT, 22, true}, put_objective, 0},
        {{"Indikator", CONTENT_TEXT, 30, false}, put_description, 0},
        MEASURE,
        ANNUAL,
        TARGET_OF("TW I", 1),
        TARGET_OF("TW II", 2),
        TARGET_OF("TW III", 3),
        TARGET_OF("TW IV", 4),
        {{"Data dukung", CONTENT_TEXT, 30, true}, put_required_of_year, 0},
        {{"Penanggung jawab", CONTENT_TEXT, 14, false}, put_unit, 0},
        {{"Pelaksana", CONTENT_TEXT, 12, true}, put_officer, 0},
    };
    put_lines(LISTING(builder, columns), NULL);
}

void build_plan_review(const struct builder *builder) {
    static const struct listing_column columns[] = {
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
    put_lines(LISTING(builder, columns), NULL);
    build_counting(builder);
    put_foot(builder, false);
}

void build_form(const struct builder *builder) {
    enum { LINES_BY_HAND = 3 };
    static const struct listing_column columns[] = {
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
    struct listing listing = LISTING(builder, columns);
    listing.table->lines = LINES_BY_HAND;
    put_lines(listing, NULL);
}

void build_verdicts(const struct builder *builder) {
    static const struct listing_column columns[] = {
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
    put_lines(LISTING(builder, columns), NULL);
}
