/* The reports that are lists: what is missing, evidence, what was checked, recommendations. */
#include "model/dossier.h"
#include "report/build_internal.h"
#include "view/attachments.h"
#include <stdio.h>
#include <string.h>

#define COLUMNS_OF(columns) (int)(sizeof(columns) / sizeof *(columns))

static bool collect(void *context, const struct record *record) {
    list_add(context, record);
    return true;
}

static const struct record *record_of(const struct list *records, int index) {
    return (const struct record *)records->item + index;
}

/* ---- what is missing ---- */

static const struct report_column missing_columns[] = {
    {"Kode", CONTENT_WORD, 8, false},
    {"Indikator", CONTENT_TEXT, 50, false},
    {"Yang kurang", CONTENT_TEXT, 60, false},
};

struct missing {
    const struct builder *builder;
    struct report_table *table; /* of the rows with something missing; NULL: only counted */
    int documents;
};

/* What stands in the way of handing in, evidence that is required whether it does or not, and what was sent
 * back and not touched since. */
static finding_set lacking(const struct missing *missing, finding_set findings) {
    return review_blocking(findings, &missing->builder->config->rules) |
           (findings & (1u << FINDING_EVIDENCE | 1u << FINDING_NOT_MENDED));
}

static void put_missing(const struct missing *missing, const struct row *row, finding_set found) {
    const struct builder *builder = missing->builder;
    struct report_cell *cell = report_add_row(builder->report, missing->table, REPORT_DATA);
    char text[ERR_TEXT_MAX];
    review_print(row, found, &builder->config->rules, text, sizeof text);
    put_text(builder, &cell[0], row->indicator->code);
    put_text(builder, &cell[1], row->indicator->description);
    put_text(builder, &cell[2], text);
}

static bool take_missing(void *context, const struct row *row, finding_set findings) {
    struct missing *missing = context;
    finding_set found = lacking(missing, findings);
    if (found & 1u << FINDING_EVIDENCE)
        missing->documents += row->required - row->required_attached - row->required_promised;
    if (missing->table && found)
        put_missing(missing, row, found);
    return true;
}

/* "5 isian, 3 bukti" */
static void put_counts(const struct missing *missing, const struct review *review, struct buf *out) {
    static const struct {
        enum finding finding;
        const char *what;
    } counted[] = {{FINDING_BLANK, "isian"},
                   {FINDING_EVIDENCE, "bukti"},
                   {FINDING_UNEXPLAINED, "penjelasan"},
                   {FINDING_UNALLOWED, "izin bukti menyusul"},
                   {FINDING_REKEY, "ketik ulang"},
                   {FINDING_DIFFERS, "ketikan yang sama"},
                   {FINDING_NOT_MENDED, "perbaikan"}};
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        bool documents = counted[i].finding == FINDING_EVIDENCE;
        int count = documents ? missing->documents : review->findings[counted[i].finding];
        if (count)
            buf_printf(out, "%s%d %s", out->length ? ", " : "", count, counted[i].what);
    }
}

/* "Bidang Koperasi: kurang 5 isian, 3 bukti, batas 7 Oktober 2025", "Bidang UMKM: lengkap, diajukan" */
static void put_sentence(const struct missing *missing, const struct unit *unit,
                         const struct review *review) {
    const struct builder *builder = missing->builder;
    enum stage stage = review->submission.stage;
    struct buf counts = {0}, text = {0};
    char day[CLOCK_TEXT_MAX];
    date_print_long(config_deadline(builder->config, builder->request->quarter), day);
    put_counts(missing, review, &counts);
    buf_printf(&text, "%s: %s%s", unit->name, counts.length ? "kurang " : "lengkap", buf_string(&counts));
    if (stage == STAGE_OPEN)
        buf_printf(&text, "%s, batas %s", counts.length ? "" : ", belum diajukan", day);
    else
        buf_printf(&text, ", %s", stage_words.term[stage].word);
    report_add(builder->report, PART_PARAGRAPH,
               review->state == ENTRY_WITHHELD
                   ? report_keepf(builder->report, "%s: belum disahkan", unit->name)
                   : buf_string(&text));
    buf_release(&text);
    buf_release(&counts);
}

static bool each_missing(struct missing *missing, const struct unit *unit, struct review *review) {
    const struct builder *builder = missing->builder;
    const struct review_call call = {take_missing, missing};
    missing->documents = 0;
    return office_review(builder->office, unit, builder->request->quarter, &call, review, builder->err);
}

/* The sentences first, as they are sent; behind them what they mean. */
bool build_missing(const struct builder *builder) {
    struct report *report = builder->report;
    struct missing missing = {.builder = builder};
    const struct unit *unit = NULL;
    struct review review;
    while ((unit = builder_unit(builder, unit))) {
        if (!each_missing(&missing, unit, &review))
            return false;
        put_sentence(&missing, unit, &review);
    }
    missing.table = report_add_table(report, missing_columns, COLUMNS_OF(missing_columns));
    while ((unit = builder_unit(builder, unit))) {
        struct report_cell *cell = report_add_row(report, missing.table, REPORT_GROUP);
        put_text(builder, &cell[0], unit->name);
        if (!each_missing(&missing, unit, &review))
            return false;
        if (report_last_row(missing.table)->kind == REPORT_GROUP)
            missing.table->row.count--;
    }
    return true;
}

/* ---- evidence ---- */

static const struct report_column evidence_columns[] = {
    {"Kode", CONTENT_WORD, 8, false},     {"Indikator", CONTENT_TEXT, 24, false},
    {"No", CONTENT_NUMBER, 3, false},     {"Jenis", CONTENT_TEXT, 12, false},
    {"Judul", CONTENT_TEXT, 26, false},   {"Nomor", CONTENT_TEXT, 12, false},
    {"Tanggal", CONTENT_WORD, 10, false}, {"Tempat", CONTENT_TEXT, 20, false},
    {"Wajib", CONTENT_WORD, 5, false},    {"Keadaan", CONTENT_TEXT, 10, false},
};

static const char *state_of(const struct evidence *evidence) {
    if (evidence->promised)
        return evidence->allowed ? "MENYUSUL" : "BELUM DIIZINKAN";
    return evidence->file ? file_state_word(evidence_verify(evidence)) : "tanpa berkas";
}

static void put_evidence(const struct builder *builder, struct report_table *table,
                         const struct indicator *indicator, const struct record *record) {
    const struct evidence *evidence = &record->evidence;
    struct report_cell *cell = report_add_row(builder->report, table, REPORT_DATA);
    put_text(builder, &cell[0], indicator->code);
    put_text(builder, &cell[1], indicator->description);
    put_count(&cell[2], (int)record->key.number);
    put_text(builder, &cell[3], evidence_kind_words.term[evidence->kind].label);
    put_text(builder, &cell[4], evidence->title);
    put_text(builder, &cell[5], evidence->number);
    put_date(builder, &cell[6], evidence->date);
    put_text(builder, &cell[7], evidence->place);
    put_text(builder, &cell[8],
             attachment_requirement(indicator, record->key.quarter.number, evidence->title) ? "ya" : "");
    put_text(builder, &cell[9], state_of(evidence));
}

/* Adds the rows of one indicator with its evidence. */
typedef bool evidence_fn(const struct builder *builder, struct report_table *table, const struct row *row,
                         const struct attachments *evidence);

/* Under the headings of those that have rows. */
static bool each_evidence(const struct builder *builder, struct report_table *table, evidence_fn *put) {
    const struct indicator *last = NULL;
    struct list rows;
    bool ok = builder_rows(builder, builder->request->quarter, &rows);
    for (int i = 0; ok && i < rows.count; i++) {
        const struct row *row = (const struct row *)rows.item + i;
        struct attachments evidence;
        int before = table->row.count;
        builder_headings(builder, table, last, row->indicator);
        int headed = table->row.count;
        ok = attachments_read(builder->office, row->indicator, row->quarter, &evidence, builder->err) &&
             put(builder, table, row, &evidence);
        attachments_release(&evidence);
        if (table->row.count > headed)
            last = row->indicator;
        else
            table->row.count = before;
    }
    list_release(&rows);
    return ok;
}

static bool list_evidence(const struct builder *builder, struct report_table *table, const struct row *row,
                          const struct attachments *evidence) {
    for (int i = 0; i < evidence->count; i++)
        put_evidence(builder, table, row->indicator, &evidence->record[i]);
    return true;
}

bool build_evidence(const struct builder *builder) {
    report_add(builder->report, PART_NOTE,
               "UTUH: isi berkas masih sama seperti ketika dilampirkan. BERUBAH, HILANG: tidak lagi.");
    return each_evidence(builder,
                         report_add_table(builder->report, evidence_columns, COLUMNS_OF(evidence_columns)),
                         list_evidence);
}

/* ---- what was checked ---- */

static const struct report_column checklist_columns[] = {
    {"Kode", CONTENT_WORD, 8, false},         {"Indikator", CONTENT_TEXT, 34, false},
    {"Data dukung", CONTENT_TEXT, 34, false}, {"Ada", CONTENT_WORD, 9, false},
    {"Sesuai", CONTENT_TEXT, 12, false},      {"Catatan", CONTENT_TEXT, 34, false},
};

/* What was found of one document. */
struct finding_of {
    const char *title, *there;
};

static const char *presence(const struct record *record) {
    return !record ? "tidak" : record->evidence.promised ? "menyusul" : "ada";
}

static bool put_checked(const struct builder *builder, struct report_table *table, const struct row *row,
                        struct finding_of found) {
    static const char *const fits[VERDICT_COUNT] = {"", "ya", "tidak, dikoreksi", "tidak, minta perbaikan"};
    struct report_cell *cell = report_add_row(builder->report, table, REPORT_DATA);
    struct buf reason = {0};
    put_text(builder, &cell[0], row->indicator->code);
    put_text(builder, &cell[1], row->indicator->description);
    put_text(builder, &cell[2], found.title);
    put_text(builder, &cell[3], found.there);
    bool lacking = *found.there && strcmp(found.there, "ada") != 0; /* nothing there to fit */
    put_text(builder, &cell[4], lacking ? "" : fits[row->verdict]);
    bool ok =
        row->verdict <= VERDICT_CONFORMS || office_verdict_print(builder->office, row, &reason, builder->err);
    put_text(builder, &cell[5], buf_string(&reason));
    buf_release(&reason);
    return ok;
}

/* Each document that is required, and each that is there besides; an indicator without any has its row too.
 */
static bool list_checked(const struct builder *builder, struct report_table *table, const struct row *row,
                         const struct attachments *evidence) {
    const struct indicator *indicator = row->indicator;
    int number = row->quarter.number, before = table->row.count;
    bool ok = true;
    for (int i = 0; ok && i < indicator->requirement_count; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        const char *there = presence(attachments_find(evidence, requirement));
        if (requirement->due[number - 1])
            ok = put_checked(builder, table, row, (struct finding_of){requirement->title, there});
    }
    for (int i = 0; ok && i < evidence->count; i++) {
        const struct record *record = &evidence->record[i];
        if (!attachment_requirement(indicator, number, record->evidence.title))
            ok = put_checked(builder, table, row,
                             (struct finding_of){record->evidence.title, presence(record)});
    }
    bool measured = plan_takes_value(&indicator->plan, number) || row->actual.filled;
    if (ok && table->row.count == before)
        ok = put_checked(builder, table, row, (struct finding_of){measured ? "" : "(tidak diukur)", ""});
    return ok;
}

bool build_checklist(const struct builder *builder) {
    return each_evidence(builder,
                         report_add_table(builder->report, checklist_columns, COLUMNS_OF(checklist_columns)),
                         list_checked);
}

/* ---- recommendations ---- */

static const struct report_column advice_columns[] = {
    {"No", CONTENT_NUMBER, 4, false},           {"Asal", CONTENT_TEXT, 12, false},
    {"LHE", CONTENT_TEXT, 16, false},           {"Tanggal LHE", CONTENT_WORD, 10, false},
    {"Jenis", CONTENT_TEXT, 14, false},         {"Bidang", CONTENT_TEXT, 14, false},
    {"Indikator", CONTENT_WORD, 8, false},      {"Rekomendasi", CONTENT_TEXT, 36, false},
    {"Tenggat", CONTENT_WORD, 10, false},       {"Status", CONTENT_TEXT, 12, false},
    {"Tindak lanjut", CONTENT_TEXT, 30, false},
};

/* Those of the year, and what is still open of the years before. */
static bool is_asked(const struct builder *builder, const struct record *record) {
    const struct unit *unit = builder->request->unit;
    struct quarter asked = {builder->request->quarter.year, YEAR_PERIOD};
    return (record->key.quarter.year == asked.year || recommendation_open(record, asked)) &&
           (!unit || strcmp(unit->code, record->recommendation.unit) == 0);
}

static void put_advice(const struct builder *builder, struct report_table *table,
                       const struct record *record) {
    const struct recommendation *advice = &record->recommendation;
    const struct unit *unit = config_unit(builder->config, advice->unit);
    struct report_cell *cell = report_add_row(builder->report, table, REPORT_DATA);
    put_count(&cell[0], (int)record->key.number);
    put_text(builder, &cell[1], source_words.term[advice->source].label);
    put_text(builder, &cell[2], advice->letter);
    put_date(builder, &cell[3], advice->letter_date);
    put_text(builder, &cell[4], topic_words.term[advice->topic].label);
    put_text(builder, &cell[5], unit ? unit->name : advice->unit);
    put_text(builder, &cell[6], advice->indicator);
    put_text(builder, &cell[7], advice->text);
    put_date(builder, &cell[8], advice->due);
    put_text(builder, &cell[9], follow_up_words.term[advice->state].label);
    put_text(builder, &cell[10], advice->follow_up);
}

bool build_recommendations(const struct builder *builder) {
    const struct record_key any = {.kind = RECORD_RECOMMENDATION};
    struct report_table *table =
        report_add_table(builder->report, advice_columns, COLUMNS_OF(advice_columns));
    struct list records = {.size = sizeof(struct record)};
    bool ok = office_records(builder->office, &any, collect, &records, builder->err);
    for (int i = 0; i < records.count; i++)
        if (is_asked(builder, record_of(&records, i)))
            put_advice(builder, table, record_of(&records, i));
    list_release(&records);
    return ok;
}
