#include "screen/entry/entry_draw.h"
#include "screen/verify/verify.h"
#include "view/wording.h"

static bool add_evidence(void *context, const struct record *record) {
    struct buf *text = context;
    const struct evidence *evidence = &record->evidence;
    char date[CLOCK_TEXT_MAX] = "";
    if (evidence->removed)
        return true;
    if (evidence->date.year)
        date_print_short(evidence->date, date);
    buf_printf(text, "%s%u. %s%s%s%s%s", text->length ? "; " : "", (unsigned)record->key.number,
               evidence->title, *date ? ", " : "", date, *evidence->place ? ", " : "", evidence->place);
    return true;
}

static void print_evidence(const struct records *records, const struct row *row, struct buf *out) {
    const struct record_key from = record_key(RECORD_EVIDENCE, row->indicator->code, row->quarter);
    struct buf list = {0};
    records_each(records, &from, add_evidence, &list);
    buf_printf(out, "Bukti: %s", list.length ? buf_string(&list) : "tidak ada");
    buf_release(&list);
}

static void print_notes(const struct records *records, const struct row *row, struct buf *out) {
    const struct record_key key = record_key(RECORD_NOTES, row->indicator->code, row->quarter);
    struct record record;
    records_get(records, &key, &record);
    for (int i = 0; i < NOTE_COUNT; i++)
        if (*record.notes.text[i])
            buf_printf(out, "%s%s: %s", out->length ? "; " : "", note_words.term[i].label,
                       record.notes.text[i]);
}

enum { PANE_ROWS = 9, PANE_ROWS_TALL = 14, TALL = 37, WRAP_ROWS = 2, ENTRY_ROWS = 4 };

int verify_pane_rows(const struct session *session) {
    return session->rows < TALL ? PANE_ROWS : PANE_ROWS_TALL;
}

/* A text over at most two rows, as long as those below keep theirs. Returns the rows used. */
static int put_text(struct surface *surface, int line, int end, struct buf *text) {
    int rows = end - ENTRY_ROWS - line, used = 0;
    if (text->length && rows > 0)
        used = surface_wrap(surface, at(line, 1, surface_columns(surface) - 1),
                            rows < WRAP_ROWS ? rows : WRAP_ROWS, STYLE_NORMAL, buf_string(text));
    buf_release(text);
    return used;
}

void verify_pane_draw(const struct session *session, struct surface *surface, int first,
                      const struct records *records, const struct row *row) {
    struct row last_year;
    bool there = row_last_year(records, row->indicator, row->quarter, &last_year);
    const struct entry_about entry = {.row = row, .last_year = there ? &last_year : NULL, .verdict = ""};
    struct buf verdict = {0}, evidence = {0}, notes = {0};
    int line = first, end = first + verify_pane_rows(session);
    verdict_print(records, row, &verdict);
    print_evidence(records, row, &evidence);
    print_notes(records, row, &notes);
    line += put_text(surface, line, end, &verdict);
    line += put_text(surface, line, end, &evidence);
    line += put_text(surface, line, end, &notes);
    entry_pane_draw(session, surface, line, end - line, &entry);
}
