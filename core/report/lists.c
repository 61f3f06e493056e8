/* The reports that are lists: what is missing, evidence, what was checked, recommendations. */
#include "model/dossier.h"
#include "model/review.h"
#include "own/evidence_file.h"
#include "report/build_internal.h"
#include "view/attachments.h"
#include "view/wording.h"
#include <string.h>

/* What a row of these lists is of: an indicator, and what is said about it there. */
struct list_line {
    const struct row *row;
    finding_set found;           /* what is missing */
    const struct record *record; /* a document that is attached, or promised */
    const char *title, *there;   /* what was checked */
};

PUT(put_code, list_line, put_text(builder, cell, of->row->indicator->code))
PUT(put_description, list_line, put_text(builder, cell, of->row->indicator->description))

/* ---- what is missing ---- */

static void put_findings(const struct builder *builder, const struct list_line *line,
                         struct report_cell *cell) {
    char text[ERR_TEXT_MAX];
    review_print(line->row, line->found, &builder->config->rules, text, sizeof text);
    put_text(builder, cell, text);
}
PUT(put_lacking, list_line, put_findings(builder, of, cell))

static const struct listing_column missing_columns[] = {
    {{"Kode", CONTENT_WORD, 8, false}, put_code, 0},
    {{"Indikator", CONTENT_TEXT, 50, false}, put_description, 0},
    {{"Yang kurang", CONTENT_TEXT, 60, false}, put_lacking, 0},
};

struct missing {
    const struct builder *builder;
    struct listing listing; /* of the rows with something missing */
    const struct unit *unit, *headed;
    int documents;
};

/* What stands in the way of handing in, evidence that is required whether it does or not, and what was sent
 * back and not touched since. */
static finding_set lacking(const struct missing *missing, finding_set findings) {
    return review_blocking(findings, &missing->builder->config->rules) |
           (findings & (1u << FINDING_EVIDENCE | 1u << FINDING_NOT_MENDED));
}

static bool take_missing(void *context, const struct row *row, finding_set findings) {
    struct missing *missing = context;
    const struct list_line line = {.row = row, .found = lacking(missing, findings)};
    if (line.found & 1u << FINDING_EVIDENCE)
        missing->documents += row->required - row->required_attached - row->required_promised;
    if (!line.found)
        return true;
    if (missing->headed != missing->unit)
        listing_say(&missing->listing, REPORT_GROUP, missing->unit->name);
    missing->headed = missing->unit;
    listing_add(&missing->listing, REPORT_DATA, &line);
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
static void put_sentence(const struct missing *missing, const struct review *review) {
    const struct builder *builder = missing->builder;
    const struct unit *unit = missing->unit;
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

/* The sentences first, as they are sent; behind them what they mean. Evidence used twice is of no concern here. */
void build_missing(const struct builder *builder) {
    struct missing missing = {.builder = builder, .listing = LISTING(builder, missing_columns)};
    const struct review_call call = {take_missing, &missing};
    struct row_reader reader = {.records = builder->records};
    struct review review;
    while ((missing.unit = builder_unit(builder, missing.unit))) {
        missing.documents = 0;
        review_read(&reader, missing.unit, builder->request->quarter, &call, &review);
        put_sentence(&missing, &review);
    }
    listing_end(&missing.listing);
    row_reader_release(&reader);
}

/* ---- evidence ---- */

/* Adds the rows of an indicator with its evidence. */
typedef void evidence_fn(const struct listing *listing, const struct row *row,
                         const struct attachments *evidence);

/* Under the headings of those that have rows; with `all` those without evidence have some, too. */
static void list_evidence(const struct listing *listing, bool all, evidence_fn *add) {
    const struct builder *builder = listing->builder;
    const struct indicator *last = NULL;
    for (int i = 0; i < builder->row_count; i++) {
        const struct row *row = &builder->row[i];
        struct attachments evidence;
        attachments_of(builder->records, row->indicator->code, row->quarter, &evidence);
        if (all || evidence.count) {
            listing_headings(listing, last, row->indicator);
            add(listing, row, &evidence);
            last = row->indicator;
        }
        attachments_release(&evidence);
    }
    listing_end(listing);
}

static const char *state_of(const struct evidence *evidence) {
    if (evidence->promised)
        return evidence->allowed ? "MENYUSUL" : "BELUM DIIZINKAN";
    return evidence->file ? file_state_word(evidence_verify(evidence)) : "tanpa berkas";
}

static bool is_required(const struct list_line *line) {
    return attachment_requirement(line->row->indicator, line->row->quarter.number,
                                  line->record->evidence.title) != NULL;
}

#define TEXT(name, text) PUT(name, list_line, put_text(builder, cell, text))
PUT(put_evidence_number, list_line, put_count(cell, (int)of->record->key.number))
TEXT(put_kind, evidence_kind_words.term[of->record->evidence.kind].label)
TEXT(put_evidence_title, of->record->evidence.title)
TEXT(put_document_number, of->record->evidence.number)
PUT(put_day, list_line, put_date(builder, cell, of->record->evidence.date))
TEXT(put_place, of->record->evidence.place)
TEXT(put_required, is_required(of) ? "ya" : "")
TEXT(put_state, state_of(&of->record->evidence))

static const struct listing_column evidence_columns[] = {
    {{"Kode", CONTENT_WORD, 8, false}, put_code, 0},
    {{"Indikator", CONTENT_TEXT, 24, false}, put_description, 0},
    {{"No", CONTENT_NUMBER, 3, false}, put_evidence_number, 0},
    {{"Jenis", CONTENT_TEXT, 12, false}, put_kind, 0},
    {{"Judul", CONTENT_TEXT, 26, false}, put_evidence_title, 0},
    {{"Nomor", CONTENT_TEXT, 12, false}, put_document_number, 0},
    {{"Tanggal", CONTENT_WORD, 10, false}, put_day, 0},
    {{"Tempat", CONTENT_TEXT, 20, false}, put_place, 0},
    {{"Wajib", CONTENT_WORD, 5, false}, put_required, 0},
    {{"Keadaan", CONTENT_TEXT, 10, false}, put_state, 0},
};

static void add_evidence(const struct listing *listing, const struct row *row,
                         const struct attachments *evidence) {
    for (int i = 0; i < evidence->count; i++)
        listing_add(listing, REPORT_DATA, &(struct list_line){.row = row, .record = &evidence->record[i]});
}

void build_evidence(const struct builder *builder) {
    const struct listing listing = LISTING(builder, evidence_columns);
    report_add(builder->report, PART_NOTE,
               "UTUH: isi berkas masih sama seperti ketika dilampirkan. BERUBAH, HILANG: tidak lagi.");
    list_evidence(&listing, false, add_evidence);
}

/* ---- what was checked ---- */

static const char *presence(const struct record *record) {
    return !record ? "tidak" : record->evidence.promised ? "menyusul" : "ada";
}

/* Where nothing is there, nothing fits. */
static const char *fitness(const struct list_line *line) {
    static const char *const fits[VERDICT_COUNT] = {"", "ya", "tidak, dikoreksi", "tidak, minta perbaikan"};
    bool lacking = *line->there && strcmp(line->there, "ada") != 0;
    return lacking ? "" : fits[line->row->verdict];
}

static void put_reason(const struct builder *builder, const struct row *row, struct report_cell *cell) {
    struct buf reason = {0};
    if (row->verdict > VERDICT_CONFORMS)
        verdict_print(builder->records, row, &reason);
    put_text(builder, cell, buf_string(&reason));
    buf_release(&reason);
}

TEXT(put_title, of->title)
TEXT(put_there, of->there)
TEXT(put_fitness, fitness(of))
PUT(put_verdict, list_line, put_reason(builder, of->row, cell))
#undef TEXT

static const struct listing_column checklist_columns[] = {
    {{"Kode", CONTENT_WORD, 8, false}, put_code, 0},
    {{"Indikator", CONTENT_TEXT, 34, false}, put_description, 0},
    {{"Data dukung", CONTENT_TEXT, 34, false}, put_title, 0},
    {{"Ada", CONTENT_WORD, 9, false}, put_there, 0},
    {{"Sesuai", CONTENT_TEXT, 12, false}, put_fitness, 0},
    {{"Catatan", CONTENT_TEXT, 34, false}, put_verdict, 0},
};

static void add_checked(const struct listing *listing, const struct row *row, const char *title,
                        const char *there) {
    listing_add(listing, REPORT_DATA, &(struct list_line){.row = row, .title = title, .there = there});
}

/* Each document that is required, and each that is there besides; an indicator without any has its row too.
 */
static void add_checks(const struct listing *listing, const struct row *row,
                       const struct attachments *evidence) {
    const struct indicator *indicator = row->indicator;
    int number = row->quarter.number, before = listing->table->row.count;
    for (int i = 0; i < indicator->requirement_count; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        if (requirement->due[number - 1])
            add_checked(listing, row, requirement->title, presence(attachments_find(evidence, requirement)));
    }
    for (int i = 0; i < evidence->count; i++) {
        const char *title = evidence->record[i].evidence.title;
        if (!attachment_requirement(indicator, number, title))
            add_checked(listing, row, title, presence(&evidence->record[i]));
    }
    bool measured = plan_takes_value(&indicator->plan, number) || row->actual.filled;
    if (listing->table->row.count == before)
        add_checked(listing, row, measured ? "" : "(tidak diukur)", "");
}

void build_checklist(const struct builder *builder) {
    const struct listing listing = LISTING(builder, checklist_columns);
    list_evidence(&listing, true, add_checks);
}

/* ---- recommendations ---- */

static const char *owner(const struct builder *builder, const struct recommendation *advice) {
    const struct unit *unit = config_unit(builder->config, advice->unit);
    return unit ? unit->name : advice->unit;
}

#define TEXT(name, text) PUT(name, record, put_text(builder, cell, text))
PUT(put_advice_number, record, put_count(cell, (int)of->key.number))
TEXT(put_source, source_words.term[of->recommendation.source].label)
TEXT(put_letter, of->recommendation.letter)
PUT(put_letter_day, record, put_date(builder, cell, of->recommendation.letter_date))
TEXT(put_topic, topic_words.term[of->recommendation.topic].label)
TEXT(put_owner, owner(builder, &of->recommendation))
TEXT(put_indicator, of->recommendation.indicator)
TEXT(put_advice, of->recommendation.text)
PUT(put_due, record, put_date(builder, cell, of->recommendation.due))
TEXT(put_follow_up_state, follow_up_words.term[of->recommendation.state].label)
TEXT(put_follow_up, of->recommendation.follow_up)
#undef TEXT

static const struct listing_column advice_columns[] = {
    {{"No", CONTENT_NUMBER, 4, false}, put_advice_number, 0},
    {{"Asal", CONTENT_TEXT, 12, false}, put_source, 0},
    {{"LHE", CONTENT_TEXT, 16, false}, put_letter, 0},
    {{"Tanggal LHE", CONTENT_WORD, 10, false}, put_letter_day, 0},
    {{"Jenis", CONTENT_TEXT, 14, false}, put_topic, 0},
    {{"Bidang", CONTENT_TEXT, 14, false}, put_owner, 0},
    {{"Indikator", CONTENT_WORD, 8, false}, put_indicator, 0},
    {{"Rekomendasi", CONTENT_TEXT, 36, false}, put_advice, 0},
    {{"Tenggat", CONTENT_WORD, 10, false}, put_due, 0},
    {{"Status", CONTENT_TEXT, 12, false}, put_follow_up_state, 0},
    {{"Tindak lanjut", CONTENT_TEXT, 30, false}, put_follow_up, 0},
};

/* Those of the year, and what is still open of the years before. */
static bool is_asked(const struct builder *builder, const struct record *record) {
    const struct unit *unit = builder->request->unit;
    struct quarter asked = {builder->request->quarter.year, YEAR_PERIOD};
    return (record->key.quarter.year == asked.year || recommendation_open(record, asked)) &&
           (!unit || strcmp(unit->code, record->recommendation.unit) == 0);
}

static bool take_advice(void *context, const struct record *record) {
    const struct listing *listing = context;
    if (is_asked(listing->builder, record))
        listing_add(listing, REPORT_DATA, record);
    return true;
}

void build_recommendations(const struct builder *builder) {
    const struct record_key any = {.kind = RECORD_RECOMMENDATION};
    struct listing listing = LISTING(builder, advice_columns);
    records_each(builder->records, &any, take_advice, &listing);
    listing_end(&listing);
}
