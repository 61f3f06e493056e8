#include "report/build_internal.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

VOCABULARY(report_words, "laporan", REPORT_KINDS);

VOCABULARY(report_signing_words, "tanda tangan", REPORT_SIGNINGS);

enum signing { SIGNS_NONE, SIGNS_HEAD, SIGNS_CHAIR, SIGNS_PLANNER, SIGNS_UNIT, SIGNS_WHOEVER_FILLS_IN };

enum {
    OF_UNIT = 1u << 0,  /* only of one bidang */
    PLANNED = 1u << 1,  /* shows targets: says when they are an example */
    ANNUAL = 1u << 2,   /* of the year, whatever quarter is asked */
    MEASURED = 1u << 3, /* of the year's own measurement */
    ANNEXED = 1u << 4,  /* with the summary, and the state of E-SAKIP's documents */
    LISTED = 1u << 5    /* its rows are indicators */
};

/* Who signs from the left; of a single bidang its head takes the planner's place. What goes out is a draft
 * until it is ratified; the berita acara is what it is ratified by, and stands as soon as it is verified. */
static const struct kind {
    void (*build)(const struct builder *builder);
    bool (*admit)(const struct builder *builder, struct err *err); /* NULL: it can be made at any time */
    unsigned traits;
    enum stage settled; /* a draft before; STAGE_OPEN: never one */
    enum signing signs[REPORT_SIGNATURES_MAX];
} kinds[REPORT_KIND_COUNT] = {
    [REPORT_QUARTER] =
        {build_quarter, NULL, LISTED | PLANNED | ANNEXED, STAGE_RATIFIED, {SIGNS_HEAD, SIGNS_UNIT}},
    [REPORT_YEAR] = {build_year,
                     NULL,
                     LISTED | PLANNED | ANNUAL | MEASURED | ANNEXED,
                     STAGE_RATIFIED,
                     {SIGNS_HEAD, SIGNS_UNIT}},
    [REPORT_PLAN] = {build_plan, NULL, LISTED | PLANNED | ANNUAL, STAGE_OPEN, {SIGNS_HEAD, SIGNS_UNIT}},
    [REPORT_PLAN_REVIEW] =
        {build_plan_review, NULL, LISTED | PLANNED, STAGE_RATIFIED, {SIGNS_HEAD, SIGNS_UNIT}},
    [REPORT_MISSING] = {build_missing, NULL, 0, STAGE_OPEN, {SIGNS_NONE}},
    [REPORT_EVIDENCE] = {build_evidence, NULL, LISTED, STAGE_OPEN, {SIGNS_UNIT}},
    [REPORT_MINUTES] = {build_minutes,
                        minutes_admit,
                        LISTED | OF_UNIT | PLANNED,
                        STAGE_VERIFIED,
                        {SIGNS_CHAIR, SIGNS_HEAD, SIGNS_UNIT}},
    [REPORT_RECOMMENDATIONS] = {build_recommendations, NULL, ANNUAL, STAGE_OPEN, {SIGNS_HEAD, SIGNS_PLANNER}},
    [REPORT_CHECKLIST] = {build_checklist, NULL, LISTED, STAGE_OPEN, {SIGNS_CHAIR, SIGNS_UNIT}},
    [REPORT_FORM] = {build_form, NULL, LISTED | PLANNED, STAGE_OPEN, {SIGNS_WHOEVER_FILLS_IN}},
};

enum report_kind report_kind_of(enum report_kind kind, struct quarter quarter) {
    return kind == REPORT_QUARTER && quarter.number == YEAR_PERIOD ? REPORT_YEAR : kind;
}

bool report_is_of_year(enum report_kind kind) {
    return kinds[kind].traits & ANNUAL;
}

static bool is(const struct builder *builder, unsigned trait) {
    return kinds[builder->request->kind].traits & trait;
}

/* ---- cells ---- */

void put_text(const struct builder *builder, struct report_cell *cell, const char *text) {
    cell->kind = *text ? CELL_TEXT : CELL_BLANK;
    cell->text = report_keep(builder->report, text);
}

void put_date(const struct builder *builder, struct report_cell *cell, struct date date) {
    char text[CLOCK_TEXT_MAX];
    date_print_short(date, text);
    put_text(builder, cell, text);
}

void put_number(struct report_cell *cell, struct decimal value, int places) {
    *cell = (struct report_cell){.kind = CELL_NUMBER, .text = "", .value = value, .places = places};
}

void put_count(struct report_cell *cell, int count) {
    put_number(cell, decimal_whole(count), 0);
}

void put_figure(struct report_cell *cell, struct figure figure, int places) {
    static const char *const words[] = {
        [FIGURE_BLANK] = "", [FIGURE_VALUE] = "", [FIGURE_NOT_MEASURED] = "-", [FIGURE_NOT_SET] = "belum"};
    if (figure.kind == FIGURE_VALUE)
        put_number(cell, figure.value, places);
    else
        *cell = (struct report_cell){.kind = *words[figure.kind] ? CELL_TEXT : CELL_BLANK,
                                     .text = words[figure.kind]};
}

void put_mean(struct report_cell *cell, struct figure mean) {
    put_figure(cell, mean.kind == FIGURE_BLANK ? (struct figure){.kind = FIGURE_NOT_MEASURED} : mean, 2);
}

/* ---- what stands over and under every report ---- */

static const struct unit *next_unit(const struct asker *asker, const struct unit *before) {
    const struct config *config = asker->config;
    const struct unit *unit = before ? before + 1 : config->unit;
    while (unit < config->unit + config->unit_count && !person_reads(asker->person, unit))
        unit++;
    return unit < config->unit + config->unit_count ? unit : NULL;
}

const struct unit *builder_unit(const struct builder *builder, const struct unit *before) {
    if (builder->request->unit)
        return before ? NULL : builder->request->unit;
    return next_unit(&builder->records->asker, before);
}

static const char *capitals(struct report *report, const char *text) {
    char upper[ERR_TEXT_MAX];
    snprintf(upper, sizeof upper, "%s", text);
    for (char *at = upper; *at; at++)
        *at = (char)toupper((unsigned char)*at);
    return report_keep(report, upper);
}

static void put_head(const struct builder *builder) {
    const struct config *config = builder->config;
    struct report *report = builder->report;
    int lines = 0;
    report->letterhead[lines++] = capitals(report, report_keepf(report, "Pemerintah %s", config->region));
    report->letterhead[lines++] = capitals(report, config->agency);
    if (*config->address)
        report->letterhead[lines++] = config->address;
    report->title[0] = capitals(report, report_words.term[builder->request->kind].help);
}

static void put_fact(struct report *report, const char *label, const char *value) {
    report->fact[report->fact_count++] = (struct report_fact){label, value};
}

static void put_facts(const struct builder *builder) {
    struct report *report = builder->report;
    const struct unit *unit = builder->request->unit;
    struct quarter quarter = builder->request->quarter;
    char first[CLOCK_TEXT_MAX], last[CLOCK_TEXT_MAX];
    date_print_long(quarter_first_day(quarter), first);
    date_print_long(quarter_last_day(quarter), last);
    put_fact(report, "Bidang", unit ? unit->name : "Semua bidang");
    put_fact(
        report, "Periode",
        is(builder, ANNUAL) || quarter.number == YEAR_PERIOD
            ? report_keepf(report, "Tahun %d", quarter.year)
            : report_keepf(report, "Triwulan %s, %s s.d. %s", quarter_roman(quarter.number), first, last));
}

static void put_marks(const struct builder *builder) {
    const struct catalogue *catalogue = config_catalogue(builder->config, builder->request->quarter);
    char day[CLOCK_TEXT_MAX];
    if (!catalogue || !is(builder, PLANNED))
        return;
    date_print_long(catalogue->plan_date, day);
    builder->report->marks =
        catalogue->adopted
            ? report_keepf(builder->report, "Rencana aksi ditetapkan: %s, %s", catalogue->plan_number, day)
            : "Rencana aksi: CONTOH, belum ditetapkan";
}

bool builder_submission(const struct builder *builder, const struct unit *unit, struct quarter quarter,
                        struct submission *submission) {
    const struct record_key key = record_key(RECORD_SUBMISSION, unit->code, quarter);
    struct record record;
    records_get(builder->records, &key, &record);
    *submission = record.submission;
    return entry_state_for(&builder->records->asker, unit, submission->stage, true) != ENTRY_WITHHELD;
}

bool builder_earlier(const struct builder *builder, const struct unit *unit, struct buf *out) {
    struct quarter quarter = {builder->request->quarter.year, 1};
    bool readable = true;
    for (; quarter.number < builder->request->quarter.number; quarter.number++) {
        struct submission submission;
        readable &= builder_submission(builder, unit, quarter, &submission);
        if (submission.stage != STAGE_RATIFIED)
            buf_printf(out, "%s%s", out->length ? ", " : "", quarter_name(quarter.number));
    }
    return readable;
}

static void put_draft(const struct builder *builder) {
    enum stage settled = kinds[builder->request->kind].settled;
    const struct unit *unit = NULL;
    struct submission submission;
    while (settled != STAGE_OPEN && (unit = builder_unit(builder, unit))) {
        builder_submission(builder, unit, builder->request->quarter, &submission);
        if (submission.stage < settled)
            builder->report->draft = "DRAF";
    }
}

/* ---- signatures ---- */

static struct report_signature signature_of(const struct signer *signer, const char *caption) {
    return (struct report_signature){caption, signer->position, signer->name, signer->rank, signer->nip};
}

/* Whether a bidang's name goes on where a position ends: "Kepala Bidang", "Bidang Koperasi". */
static bool goes_on(const char *position, const char *unit) {
    const char *last = strrchr(position, ' ');
    const char *word = last ? last + 1 : position;
    size_t length = strlen(word);
    return length && strncmp(unit, word, length) == 0 && unit[length] == ' ';
}

/* Of several atasan the one whose position says so, whoever else paraphs; else the first. */
static const struct person *head_of(const struct config *config, const struct unit *unit) {
    const struct person *head = NULL;
    for (int i = 0; i < config->person_count; i++) {
        const struct person *person = &config->person[i];
        if (person->unit != unit || !(person->roles & 1u << ROLE_SUPERVISOR))
            continue;
        if (goes_on(person->position, unit->name))
            return person;
        head = head ? head : person;
    }
    return head;
}

/* "Kepala Bidang" of "Bidang Koperasi" is "Kepala Bidang Koperasi"; other positions stand alone. */
static const char *position_in(struct report *report, const char *position, const char *unit) {
    return goes_on(position, unit) ? report_keepf(report, "%s%s", position, strchr(unit, ' ')) : position;
}

/* Where a person is listed by his position alone, the name is left to be written. */
static struct report_signature signature_of_unit(const struct builder *builder) {
    const struct unit *unit = builder->request->unit;
    const struct person *person = unit ? head_of(builder->config, unit) : NULL;
    if (!unit)
        return signature_of(&builder->config->planner, "");
    const char *position = position_in(
        builder->report, person && *person->position ? person->position : "Kepala Bidang", unit->name);
    bool named = person && strncmp(person->name, position, strlen(position)) != 0;
    return (struct report_signature){"", position, named ? person->name : "", "", ""};
}

static struct report_signature sign(const struct builder *builder, enum signing who) {
    const struct config *config = builder->config;
    switch (who) {
    case SIGNS_HEAD:
        return signature_of(&config->head, "Mengetahui,");
    case SIGNS_CHAIR:
        return signature_of(&config->team_chair, "Ketua Tim SAKIP,");
    case SIGNS_PLANNER:
        return signature_of(&config->planner, "");
    case SIGNS_WHOEVER_FILLS_IN:
        return (struct report_signature){"", "Yang mengisi", "", "", ""};
    case SIGNS_UNIT:
    case SIGNS_NONE:
        break;
    }
    return signature_of_unit(builder);
}

static void put_signatures(const struct builder *builder) {
    const struct kind *kind = &kinds[builder->request->kind];
    struct report *report = builder->report;
    struct date date = builder->request->date;
    char day[CLOCK_TEXT_MAX] = "..............................";
    if (kind->signs[0] == SIGNS_NONE || builder->request->signing == SIGNING_NONE)
        return;
    if (date.year)
        date_print_long(date, day);
    for (int i = 0; i < REPORT_SIGNATURES_MAX && kind->signs[i] != SIGNS_NONE; i++) {
        struct report_signature *signature = &report->signature[report->signature_count++];
        *signature = sign(builder, kind->signs[i]);
        if (builder->request->signing == SIGNING_BY_HAND)
            signature->name = signature->rank = signature->nip = "";
    }
    report->signature[report->signature_count - 1].caption =
        report_keepf(report, "%s, %s", builder->config->place, day);
    report_add(report, PART_SIGNATURES, "");
}

/* ---- one report ---- */

static bool take_row(void *context, const struct row *row) {
    list_add(context, row);
    return true;
}

/* By level, then bidang; within them the catalogue's order, which is that of the addresses. */
static int compare(const void *a, const void *b) {
    const struct indicator *left = ((const struct row *)a)->indicator;
    const struct indicator *right = ((const struct row *)b)->indicator;
    int order = (int)left->level - (int)right->level;
    if (!order)
        order = (left->unit > right->unit) - (left->unit < right->unit);
    return order ? order : (left > right) - (left < right);
}

static struct list rows_of(const struct records *records, const struct report_request *request) {
    struct list rows = {.size = sizeof(struct row)};
    if (kinds[request->kind].traits & LISTED)
        row_each(records, request->unit, request->quarter, take_row, &rows);
    if (rows.count)
        qsort(rows.item, (size_t)rows.count, rows.size, compare);
    return rows;
}

static bool admits(const struct builder *builder, struct err *err) {
    const struct report_request *request = builder->request;
    const struct kind *kind = &kinds[request->kind];
    if (is(builder, OF_UNIT) && !request->unit)
        return err_set(err, ERR_USAGE, "laporan %s dibuat per bidang; sebutkan --bidang KODE",
                       report_words.term[request->kind].word);
    return !kind->admit || kind->admit(builder, err);
}

static void put_all(const struct builder *builder) {
    builder->report->bands = builder->config->rules.bands;
    builder->report->cap = builder->config->rules.cap;
    put_head(builder);
    put_facts(builder);
    put_marks(builder);
    put_draft(builder);
    kinds[builder->request->kind].build(builder);
    put_signatures(builder);
    if (is(builder, ANNEXED))
        build_annexes(builder);
}

static bool build(const struct report_request *request, const struct reading *reading, struct report *report,
                  struct err *err) {
    const struct records *records = &reading->records;
    struct list rows = rows_of(records, request);
    const struct builder builder = {.records = records,
                                    .trail = &reading->trail,
                                    .config = records->asker.config,
                                    .request = request,
                                    .report = report,
                                    .row = rows.item,
                                    .row_count = rows.count};
    bool ok = admits(&builder, err);
    if (ok)
        put_all(&builder);
    list_release(&rows);
    return ok;
}

/* Whoever reads one bidang only asks for that one. */
static struct report_request settle(const struct asker *asker, const struct report_request *request) {
    struct report_request asked = *request;
    const struct unit *first = next_unit(asker, NULL);
    if (!asked.unit && first && !next_unit(asker, first))
        asked.unit = first;
    asked.kind = report_kind_of(asked.kind, asked.quarter);
    if (kinds[asked.kind].traits & MEASURED)
        asked.quarter.number = YEAR_PERIOD;
    return asked;
}

bool report_build(struct office *office, const struct report_request *request, struct report *report,
                  struct err *err) {
    const struct office_facts facts = office_facts(office);
    const struct report_request asked = settle(&facts.asker, request);
    const struct scope scope = {.unit = asked.unit,
                                .first_year = asked.quarter.year,
                                .last_year = asked.quarter.year,
                                .kinds = KINDS_ALL};
    struct reading reading;
    report_init(report, report_words.term[asked.kind].word);
    bool ok = office_read(office, &scope, &reading, err) && build(&asked, &reading, report, err);
    reading_release(&reading);
    return ok;
}
