#include "screen/verify/verify.h"
#include <stdio.h>

static bool add_evidence(void *context, const struct record *record) {
    struct buf *text = context;
    const struct evidence *evidence = &record->evidence;
    char date[CLOCK_TEXT_MAX] = "";
    if (evidence->date.year)
        date_print_short(evidence->date, date);
    buf_printf(text, "%s%u. %s%s%s%s%s", text->length ? "; " : "", (unsigned)record->key.number,
               evidence->title, *date ? ", " : "", date, *evidence->place ? ", " : "", evidence->place);
    return true;
}

bool verify_about_read(struct verify_about *about, struct session *session, const struct row *row) {
    struct office *office = session->office;
    struct err err = {0};
    verify_about_release(about);
    about->has_last_year = office_last_year(office, row->indicator, row->quarter, &about->last_year, &err);
    bool ok = err.kind == ERR_NONE &&
              office_verdict(office, row->indicator, row->quarter, &about->check, &err) &&
              office_verdict_print(office, row, &about->verdict, &err) &&
              office_notes(office, row->indicator, row->quarter, &about->notes, &err) &&
              office_evidence(office, row->indicator, row->quarter, add_evidence, &about->evidence, &err);
    if (!ok)
        session_fail(session, &err);
    return ok;
}

void verify_about_release(struct verify_about *about) {
    buf_release(&about->evidence);
    buf_release(&about->verdict);
}

static void print_notes(const struct notes *notes, struct buf *out) {
    for (int i = 0; i < NOTE_COUNT; i++)
        if (*notes->text[i])
            buf_printf(out, "%s%s: %s", out->length ? "; " : "", note_words.term[i].label, notes->text[i]);
}

enum { WRAP_ROWS = 2, ENTRY_ROWS = 4 };

/* A text over at most two rows, as long as those below keep theirs. Returns the rows used. */
static int put_text(struct surface *surface, int line, int end, const char *text) {
    int rows = end - ENTRY_ROWS - line;
    if (!*text || rows <= 0)
        return 0;
    return surface_wrap(surface, at(line, 1, surface_columns(surface) - 1),
                        rows < WRAP_ROWS ? rows : WRAP_ROWS, STYLE_NORMAL, text);
}

void verify_pane_draw(const struct session *session, struct surface *surface, int first, int rows,
                      const struct row *row, const struct verify_about *about) {
    const struct entry_about entry = {
        .row = row, .last_year = about->has_last_year ? &about->last_year : NULL, .verdict = ""};
    struct buf text = {0};
    int line = first, end = first + rows;
    line += put_text(surface, line, end, buf_string(&about->verdict));
    buf_printf(&text, "Bukti: %s", about->evidence.length ? buf_string(&about->evidence) : "tidak ada");
    line += put_text(surface, line, end, buf_string(&text));
    buf_clear(&text);
    print_notes(&about->notes.notes, &text);
    line += put_text(surface, line, end, buf_string(&text));
    entry_pane_draw(session, surface, line, end - line, &entry);
    buf_release(&text);
}
