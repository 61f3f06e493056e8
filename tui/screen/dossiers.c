/* Dok. E-SAKIP and Penyampaian: eight documents by the year's quarters, three recipients by these and the
 * year itself. */
#include "base/memory.h"
#include "model/dossier.h"
#include "screen/ask/record_asks.h"
#include "screen/offer.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

enum {
    LINES = DOCUMENT_COUNT + RECIPIENT_COUNT,
    LINE_HEADER = 1,
    LINE_FIRST = 2,
    NAME = 2,
    CELLS = 25,
    CELL = 11
};

struct dossiers {
    struct screen screen;
    struct table table; /* the documents, then the recipients */
    int number;         /* the period, from 1 */
    struct reading reading;
    bool read; /* what there is; otherwise nothing can be said of it */
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_LEFT, .weight = 6, .action = ACTION_BEFORE},
    {.key = KEY_RIGHT, .weight = 6, .action = ACTION_AFTER},
    {.key = KEY_ENTER, .letter = 'E', .weight = 9, .action = ACTION_EDIT},
    {.key = KEY_F6, .letter = '=', .weight = 8, .action = ACTION_STILL_VALID},
    {.key = KEY_DELETE, .letter = 'H', .weight = 7, .action = ACTION_UNMARK},
    BINDINGS_COMMON,
};

static struct dossiers *self_of(struct screen *screen) {
    return (struct dossiers *)screen;
}

static const struct dossiers *self_in(const struct screen *screen) {
    return (const struct dossiers *)screen;
}

static bool is_document(int line) {
    return line < DOCUMENT_COUNT;
}

static const struct term *term_of(int line) {
    return is_document(line) ? &document_words.term[line] : &recipient_words.term[line - DOCUMENT_COUNT];
}

static struct record_key key_of(const struct dossiers *self, int line, int number) {
    const struct quarter quarter = {self->screen.session->quarter.year, number};
    return record_key(is_document(line) ? RECORD_DOCUMENT : RECORD_HANDOVER, term_of(line)->word, quarter);
}

static struct record cell_at(const struct dossiers *self, int line, int number) {
    const struct record_key key = key_of(self, line, number);
    struct record record;
    if (is_document(line))
        return dossier_standing(&self->reading.records, &key);
    records_get(&self->reading.records, &key, &record);
    return record;
}

static struct record current(const struct dossiers *self) {
    return cell_at(self, self->table.cursor, self->number);
}

/* How many periods a line has: documents are marked quarter by quarter. */
static int periods_of(int line) {
    return is_document(line) ? QUARTERS : PERIODS;
}

/* --- reading --- */

static void reload(struct screen *screen) {
    struct dossiers *self = self_of(screen);
    const struct scope scope =
        session_scope(screen->session, NULL, 1u << RECORD_DOCUMENT | 1u << RECORD_HANDOVER);
    reading_release(&self->reading);
    self->read = session_read(screen->session, &scope, &self->reading);
    table_size(&self->table, LINES, LINES);
}

/* --- drawing --- */

static void print_cell(const struct record *record, char *out, size_t size) {
    bool document = record->key.kind == RECORD_DOCUMENT;
    struct date date = document ? record->dossier.date : record->handover.date;
    char text[CLOCK_TEXT_MAX] = "";
    if (date.year)
        date_print_short(date, text);
    if (document && record->dossier.still_valid)
        snprintf(out, size, "berlaku");
    else if (document && record->dossier.present)
        snprintf(out, size, "%s", *text ? text : "ada");
    else
        snprintf(out, size, "%s", document ? "" : text);
}

static void draw_line(const void *context, struct surface *surface, int index, int line) {
    const struct dossiers *self = context;
    bool here = index == self->table.cursor;
    line += !is_document(index); /* below the rule */
    surface_put(surface, at(line, 0, 1), STYLE_NORMAL, here ? ">" : " ");
    surface_put(surface, at(line, NAME, CELLS - NAME - 1), STYLE_NORMAL, term_of(index)->label);
    for (int i = 0; i < periods_of(index); i++) {
        const struct record record = cell_at(self, index, i + 1);
        char text[CLOCK_TEXT_MAX + 8];
        print_cell(&record, text, sizeof text);
        surface_put(surface, at(line, CELLS + i * CELL, CELL - 1), STYLE_NORMAL, text);
        surface_put(surface, at(line, CELLS + i * CELL - 1, 1), STYLE_NORMAL,
                    here && i + 1 == self->number ? ">" : " ");
    }
}

static void draw_pane(const struct dossiers *self, struct surface *surface, int line) {
    const struct config *config = self->screen.session->config;
    const struct record record = current(self);
    const struct dossier *dossier = &record.dossier;
    int width = surface_columns(surface) - 1;
    char when[CLOCK_TEXT_MAX], date[CLOCK_TEXT_MAX];
    if (!record.head.sequence) {
        surface_put(surface, at(line, 1, width), STYLE_NORMAL, self->read ? "Belum dicatat." : "");
        return;
    }
    clock_print(record.changed_at, config->zone, when);
    surface_printf(surface, at(line++, 1, width), STYLE_NORMAL, "%s, %s",
                   config_name(config, record.changed_by), when);
    if (record.key.kind == RECORD_HANDOVER) {
        surface_printf(surface, at(line, 1, width), STYLE_NORMAL, "Nomor surat: %s",
                       *record.handover.letter ? record.handover.letter : "-");
        return;
    }
    date_print_long(dossier->date, date);
    surface_printf(surface, at(line, 1, width), STYLE_NORMAL, "%s%s%s%s",
                   dossier->still_valid ? "Masih berlaku, sejak " : "", dossier->date.year ? date : "",
                   *dossier->place ? ". Tempat: " : "", dossier->place);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct dossiers *self = self_in(screen);
    int rule = LINE_FIRST + LINES + 1, line = self->table.cursor + !is_document(self->table.cursor);
    for (int i = 0; i < PERIODS; i++)
        surface_put(surface, at(LINE_HEADER, CELLS + i * CELL, CELL - 1), STYLE_NORMAL, quarter_name(i + 1));
    table_draw(&self->table, surface, LINE_FIRST, draw_line, self);
    surface_put(surface, at(LINE_FIRST + DOCUMENT_COUNT, 1, 40), STYLE_NORMAL, "Penyampaian laporan");
    surface_rule(surface, rule);
    draw_pane(self, surface, rule + 1);
    surface_cursor(surface, LINE_FIRST + line, CELLS + (self->number - 1) * CELL - 1);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    snprintf(out, TITLE_TEXT_MAX, "DOKUMEN E-SAKIP DAN PENYAMPAIAN %d", screen->session->quarter.year);
}

static const char *label(const struct screen *screen, enum action action) {
    static const struct offer offers[] = {
        {ACTION_EDIT, DEED_MARK}, {ACTION_STILL_VALID, DEED_MARK}, {ACTION_UNMARK, DEED_MARK}};
    if (action == ACTION_STILL_VALID && !is_document(self_in(screen)->table.cursor))
        return NULL;
    return offer_label(screen->session, NULL, offers, sizeof offers / sizeof *offers, action);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct dossiers *self = self_in(screen);
    if (label(screen, ACTION_EDIT))
        snprintf(out, TITLE_TEXT_MAX, "Enter mencatat %s %s.%s", term_of(self->table.cursor)->label,
                 quarter_name(self->number), is_document(self->table.cursor) ? " = masih berlaku." : "");
    else
        snprintf(out, TITLE_TEXT_MAX, "Di sini Anda hanya membaca. Esc kembali.");
}

/* --- keys --- */

/* Kept at once: what there is to say is said by the key. */
static enum next mark(struct dossiers *self, bool still_valid) {
    struct session *session = self->screen.session;
    const struct record record = current(self);
    bool document = record.key.kind == RECORD_DOCUMENT;
    struct request request =
        session_request(session, document ? EVENT_DOCUMENT_MARKED : EVENT_HANDED_OVER, &record.key);
    struct outcome outcome;
    request.change.replaces = record.head;
    if (document && still_valid)
        request.change.dossier = (struct dossier){.present = true, .still_valid = true};
    session_quiet(session);
    if (session_change(session, &request, &outcome, NULL))
        session_say(session, STYLE_NORMAL, "%s %s: %s", term_of(self->table.cursor)->label,
                    quarter_name(self->number), still_valid ? "masih berlaku" : "belum ada");
    return NEXT_STAY;
}

static enum next edit(struct dossiers *self) {
    const struct record_key key = key_of(self, self->table.cursor, self->number);
    return record_ask(self->screen.session, is_document(self->table.cursor) ? &ask_document : &ask_hand_over,
                      &key);
}

static enum next act(struct screen *screen, enum action action) {
    struct dossiers *self = self_of(screen);
    if (table_act(&self->table, action)) {
        if (self->number > periods_of(self->table.cursor))
            self->number = periods_of(self->table.cursor);
        return NEXT_STAY;
    }
    switch ((int)action) {
    case ACTION_BEFORE:
        self->number = self->number == 1 ? periods_of(self->table.cursor) : self->number - 1;
        return NEXT_STAY;
    case ACTION_AFTER:
        self->number = self->number % periods_of(self->table.cursor) + 1;
        return NEXT_STAY;
    case ACTION_EDIT:
        return edit(self);
    case ACTION_STILL_VALID:
        return is_document(self->table.cursor) ? mark(self, true) : NEXT_STAY;
    case ACTION_UNMARK:
        return mark(self, false);
    default:
        return screen_act(screen, action);
    }
}

static void dossiers_free(struct screen *screen) {
    reading_release(&self_of(screen)->reading);
    free(screen);
}

static const struct screen_ops ops = {
    .name = "dokumen E-SAKIP",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .label = label,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = dossiers_free,
};

struct screen *dossiers_new(struct session *session) {
    struct dossiers *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->number = session->quarter.number;
    if (self->number > QUARTERS) /* only a handing over is of the year */
        self->table.cursor = DOCUMENT_COUNT;
    return &self->screen;
}
