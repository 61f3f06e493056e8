/* bukti lihat */
#include "command/commands.h"
#include "command/printout.h"
#include "own/evidence_file.h"
#include "view/attachments.h"

/* A document, or a slot that waits to be filled. */
struct evidence_line {
    const struct indicator *indicator;
    const struct record *record;           /* NULL: it waits */
    const struct requirement *requirement; /* that it fills, or that waits; NULL: none */
};

/* ---- cells ---- */

static void put_mark(struct cell *cell, const struct evidence_line *line) {
    if (line->requirement)
        cell_text(cell, line->record && !line->record->evidence.promised ? "[x]" : "[ ]");
}

static void put_digest_of(struct cell *cell, const struct evidence *evidence) {
    char text[DIGEST_HEX_MAX] = "";
    if (evidence->file)
        digest_print(&evidence->digest, text);
    cell_text(cell, text);
}

static const char *leave_word(const struct evidence *evidence) {
    return !evidence->promised ? "" : evidence->allowed ? "diizinkan" : "belum diizinkan";
}

static const char *file_word(const struct cell *cell, const struct evidence *evidence) {
    const struct date today = office_facts(cell->context->office).asker.today;
    return evidence->promised ? promise_state_word(evidence_promise(evidence, today))
                              : file_state_word(evidence_verify(evidence));
}

#define LINE struct evidence_line *line
CELL(put_code, LINE, cell_text(cell, line->indicator->code))
CELL(put_quarter, LINE, ((void)line, cell_quarter(cell, cell->context->quarter)))
CELL(put_required, LINE, put_mark(cell, line))
CELL(put_title, LINE, cell_text(cell, line->record ? line->record->evidence.title : line->requirement->title))
CELL(put_filled, LINE, cell_text(cell, line->requirement ? line->requirement->title : ""))

/* What only a document has. */
#define DOCUMENT(function, statement)                                                                        \
    CELL(function, LINE, const struct record *record = line->record; if (record) statement)
DOCUMENT(put_number, cell_count(cell, record->key.number))
DOCUMENT(put_kind, cell_text(cell, evidence_kind_words.term[record->evidence.kind].word))
DOCUMENT(put_letter, cell_text(cell, record->evidence.number))
DOCUMENT(put_date, cell_day(cell, record->evidence.date))
DOCUMENT(put_place, cell_text(cell, record->evidence.place))
DOCUMENT(put_size, if (record->evidence.file) cell_count(cell, (int64_t)record->evidence.size))
DOCUMENT(put_digest, put_digest_of(cell, &record->evidence))
DOCUMENT(put_promise, cell_text(cell, leave_word(&record->evidence)))
DOCUMENT(put_file, cell_text(cell, file_word(cell, &record->evidence)))

static const struct column columns[] = {
    {.name = "kode", .title = "Kode", .put = put_code},
    {.name = "triwulan", .put = put_quarter},
    {.title = "Wajib", .put = put_required},
    {.name = "no", .kind = COLUMN_WHOLE, .title = "No", .right = true, .put = put_number},
    {.name = "jenis", .put = put_kind},
    {.name = "judul", .title = "Judul", .share = 2, .put = put_title},
    {.name = "nomor", .title = "Nomor", .share = 1, .put = put_letter},
    {.name = "tanggal", .title = "Tanggal", .put = put_date},
    {.name = "lokasi", .title = "Lokasi", .share = 1, .put = put_place},
    {.name = "ukuran", .kind = COLUMN_DECIMAL, .put = put_size},
    {.name = "sha256", .put = put_digest},
    {.name = "mengisi", .put = put_filled},
    {.name = "menyusul", .put = put_promise},
    {.title = "Berkas", .put = put_file},
};

/* ---- the list ---- */

static void list_missing(struct printout *printout, const struct indicator *indicator,
                         const struct attachments *attachments) {
    const int number = printout->cell.context->quarter.number;
    for (int i = 0; i < indicator->requirement_count; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        const struct evidence_line line = {.indicator = indicator, .requirement = requirement};
        if (requirement->due[number - 1] && !attachments_find(attachments, requirement))
            printout_put(printout, &line);
    }
}

static void list_indicator(struct printout *printout, const struct records *records,
                           const struct indicator *indicator) {
    const struct quarter quarter = printout->cell.context->quarter;
    struct attachments attachments;
    attachments_of(records, indicator->code, quarter, &attachments);
    for (int i = 0; i < attachments.count; i++) {
        const struct record *record = &attachments.record[i];
        const struct evidence_line line = {
            .indicator = indicator,
            .record = record,
            .requirement = attachment_requirement(indicator, quarter.number, record->evidence.title)};
        printout_put(printout, &line);
    }
    if (!printout->machine)
        list_missing(printout, indicator, &attachments);
    attachments_release(&attachments);
}

static bool list_all(const struct context *context, const struct records *records,
                     const struct indicator *only, struct err *err) {
    const struct catalogue *catalogue = context_catalogue(context);
    struct printout printout;
    printout_begin(&printout, context, columns, sizeof columns / sizeof *columns, err);
    for (int i = 0; i < catalogue->count; i++) {
        const struct indicator *indicator = &catalogue->indicator[i];
        if (only ? indicator == only : context_shows(context, indicator->unit))
            list_indicator(&printout, records, indicator);
    }
    return printout_end(&printout);
}

bool command_evidence_list(struct context *context, const struct args *args, struct err *err) {
    const unsigned kinds = 1u << RECORD_EVIDENCE;
    const char *code = args_word(args, 0);
    const struct indicator *only = code ? context_indicator(context, code, err) : NULL;
    if (code && !only)
        return false;
    struct reading reading;
    bool done = (only ? context_read_code(context, only->code, kinds, &reading, err)
                      : context_read(context, context->unit, kinds, &reading, err)) &&
                list_all(context, &reading.records, only, err);
    reading_release(&reading);
    return done;
}
