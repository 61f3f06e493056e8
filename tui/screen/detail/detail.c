/* Rincian: an indicator's actual and notes as a form, below all there is to read about it. Leaving a field
 * keeps it. It opens on the notes: values are typed in the grid. */
#include "base/memory.h"
#include "base/text.h"
#include "screen/detail/detail_about.h"
#include "screen/entry/entry_cell.h"
#include "screen/entry/entry_draw.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/form.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELD_ACTUAL, FIELD_NOTES, FIELDS = FIELD_NOTES + NOTE_COUNT };
enum { LABEL_COLUMNS = 20, VALUE_MAX = 100, VALUE_COLUMNS = 24 };

/* One field is typed at a time, and kept before the next; `seen` is the head its text started from. */
struct detail {
    struct screen screen;
    struct form form;
    struct form_field field[FIELDS];
    char stored[FIELDS][LINE_EDIT_MAX + 1]; /* what stood when `seen` was */
    struct event_id seen[FIELDS];
    struct reading reading; /* of the indicator's year; the next two are made of it */
    struct row year[PERIODS];
    struct record notes;
    struct about about;
    struct table table; /* of its lines */
    bool in_conflict;   /* the conflict screen is on top */
};

static const struct binding bindings[] = {
    {.key = KEY_PAGE_UP, .action = ACTION_PAGE_UP},
    {.key = KEY_PAGE_DOWN, .action = ACTION_PAGE_DOWN},
    {.key = KEY_TAB, .weight = 8, .action = ACTION_FIELD},
    {.key = KEY_KEEP, .weight = 9, .action = ACTION_KEEP},
    {.key = KEY_F1, .weight = 9, .action = ACTION_HELP},
    {.key = KEY_F4, .weight = 7, .action = ACTION_EVIDENCE},
    {.key = KEY_ESCAPE, .weight = 8, .action = ACTION_BACK},
    {.key = KEY_F10, .weight = 2, .action = ACTION_QUIT},
};

static struct detail *self_of(struct screen *screen) {
    return (struct detail *)screen;
}

static const struct detail *self_in(const struct screen *screen) {
    return (const struct detail *)screen;
}

static const struct row *row_of(const struct detail *self) {
    return &self->year[self->screen.session->quarter.number - 1];
}

static bool dirty(const struct detail *self, int field) {
    return strcmp(self->field[field].edit.text, self->stored[field]) != 0;
}

/* --- loading --- */

/* As it would be typed: "12,5", "45/60", with a * behind it when it is provisional. */
static void print_actual(const struct actual *actual, char *out, size_t size) {
    char value[DECIMAL_TEXT_MAX];
    char whole[DECIMAL_TEXT_MAX];
    bool fraction = actual->fraction.denominator.units != 0;
    decimal_print_plain(fraction ? actual->fraction.numerator : actual->value, 0, value);
    decimal_print_plain(actual->fraction.denominator, 0, whole);
    snprintf(out, size, "%s%s%s%s", value, fraction ? "/" : "", fraction ? whole : "",
             actual->provisional ? " *" : "");
    for (char *point = out; (point = strchr(point, '.'));)
        *point = ',';
    if (!actual->filled)
        *out = '\0';
}

/* Takes over what stands now, unless the field is being typed in and somebody else changed it: then the old
 * head is kept, and saving will find out. */
static void adopt(struct detail *self, int field, const char *text, const struct event_id *head) {
    bool typing = dirty(self, field);
    if (typing && strcmp(text, self->stored[field]) != 0)
        return;
    self->seen[field] = *head;
    snprintf(self->stored[field], sizeof self->stored[field], "%s", text);
    if (!typing && strcmp(self->field[field].edit.text, text) != 0)
        line_edit_set(&self->field[field].edit, field == FIELD_ACTUAL ? VALUE_MAX : NOTE_MAX, text);
}

static void settle_conflict(struct detail *self) {
    int field = self->form.current;
    if (!self->in_conflict)
        return;
    self->in_conflict = false;
    struct line_edit *edit = &self->field[field].edit;
    char text[LINE_EDIT_MAX + 1];
    if (field == FIELD_ACTUAL)
        print_actual(&row_of(self)->actual, text, sizeof text);
    else
        snprintf(text, sizeof text, "%s", self->notes.notes.text[field - FIELD_NOTES]);
    snprintf(self->stored[field], sizeof self->stored[field], "%s", text);
    if (!self->screen.session->retype)
        line_edit_set(edit, edit->max, text);
}

/* Other quarters keep the targets of their own catalogue. */
static const struct indicator *in_force(const struct session *session, struct quarter quarter) {
    const struct indicator *then = config_indicator(session->config, quarter, session->focus->code);
    bool own = !then || quarter_compare(quarter, session->quarter) == 0 || then->unit != session->focus->unit;
    return own ? session->focus : then;
}

static void look_up(struct detail *self) {
    const struct session *session = self->screen.session;
    const struct records *records = &self->reading.records;
    const struct record_key notes = record_key(RECORD_NOTES, session->focus->code, session->quarter);
    struct quarter quarter = session->quarter;
    for (quarter.number = 1; quarter.number <= PERIODS; quarter.number++)
        self->year[quarter.number - 1] = row_at(records, in_force(session, quarter), quarter);
    records_get(records, &notes, &self->notes);
}

static int form_rows(const struct detail *self) {
    int rows = 0;
    for (int i = 0; i < FIELDS; i++)
        rows += self->field[i].rows;
    return rows;
}

/* The notes get what a taller terminal has to spare, and the text above them the rest. */
static void place(struct detail *self) {
    const struct session *session = self->screen.session;
    int spare = (session->rows - 24) / 6;
    for (int i = FIELD_NOTES; i < FIELDS; i++)
        self->field[i].rows = spare > 3 ? 5 : 2 + spare;
    about_make(&self->about, session, &self->reading.records, self->year);
    table_size(&self->table, self->about.line.count,
               session->rows - BAR_TOP_ROWS - BAR_BOTTOM_ROWS - form_rows(self) - 1);
}

static void show(struct detail *self) {
    char actual[VALUE_MAX + 1];
    look_up(self);
    settle_conflict(self);
    print_actual(&row_of(self)->actual, actual, sizeof actual);
    adopt(self, FIELD_ACTUAL, actual, &row_of(self)->head);
    for (int i = 0; i < NOTE_COUNT; i++)
        adopt(self, FIELD_NOTES + i, self->notes.notes.text[i], &self->notes.head);
    place(self);
}

/* What was read before stays when nothing can be read any more: a field may be typed in. */
static void reload(struct screen *screen) {
    struct detail *self = self_of(screen);
    struct session *session = screen->session;
    const struct scope scope = session_scope_of(session, session->focus->code, KINDS_REVIEW);
    bool first = !self->year[0].indicator;
    struct reading reading;
    if (session_read(session, &scope, &reading) || first) {
        reading_release(&self->reading);
        self->reading = reading;
    } else
        reading_release(&reading);
    show(self);
}

/* --- saving --- */

static bool actual_request(struct detail *self, struct request *request, struct typed *typed) {
    struct session *session = self->screen.session;
    struct entry_cell cell = {0};
    struct err err = {0};
    const char *text = self->field[FIELD_ACTUAL].edit.text;
    const char *star = strchr(text, '*');
    char value[VALUE_MAX + 1];
    snprintf(value, sizeof value, "%.*s", star ? (int)(star - text) : VALUE_MAX, text);
    entry_cell_open(&cell, row_of(self), value);
    cell.provisional = star != NULL;
    cell.head = self->seen[FIELD_ACTUAL];
    if (entry_cell_blank(&cell)) {
        *request = session_request_on(session, EVENT_ACTUAL_CLEARED, session->focus);
        request->change.replaces = cell.head;
        return true;
    }
    if (!entry_cell_read(&cell, row_of(self), typed, &err))
        return session_fail(session, &err), false;
    *request = entry_cell_request(&cell, session, row_of(self), typed);
    return true;
}

/* The four notes are one record: this field over what else stands. */
static void notes_request(const struct detail *self, int field, struct request *request) {
    const struct session *session = self->screen.session;
    *request = session_request_on(session, EVENT_NOTES_SET, session->focus);
    request->change.replaces = self->seen[field];
    request->change.notes = self->notes.notes;
    memcpy(request->change.notes.text[field - FIELD_NOTES], self->field[field].edit.text, NOTE_MAX + 1);
}

/* session_change; where somebody only wrote another of the notes meanwhile, both stand. */
static bool change(struct detail *self, int field, struct request *request, struct outcome *outcome,
                   bool *stale) {
    struct session *session = self->screen.session;
    if (session_change(session, request, outcome, stale))
        return true;
    if (!*stale || field == FIELD_ACTUAL)
        return false;
    self->notes = outcome->record;
    notes_request(self, field, request);
    if (strcmp(self->notes.notes.text[field - FIELD_NOTES], self->stored[field]) != 0)
        return false;
    request->change.replaces = outcome->record.head;
    return session_change(session, request, outcome, stale);
}

/* How a value was read, or that a note is kept. */
static void announce(struct detail *self, int field, const struct request *request,
                     const struct typed *typed) {
    struct session *session = self->screen.session;
    char read[192];
    if (request->change.kind == EVENT_ACTUAL_SET)
        typed_print(typed, &session->focus->measure, row_before(row_of(self)), read, sizeof read);
    else
        snprintf(read, sizeof read, "%s",
                 request->change.kind == EVENT_ACTUAL_CLEARED ? "dikosongkan" : "tersimpan");
    session_say(session, STYLE_NORMAL, "%s %s",
                field == FIELD_ACTUAL ? session->focus->code : self->field[field].label, read);
}

/* Keeps what was typed in the field, if anything was. False with *next when it could not be: the text stays.
 */
static bool keep(struct detail *self, int field, enum next *next) {
    struct session *session = self->screen.session;
    struct request request;
    struct outcome outcome;
    struct typed typed = {0};
    bool stale;
    *next = NEXT_STAY;
    if (!dirty(self, field))
        return true;
    if (field != FIELD_ACTUAL)
        notes_request(self, field, &request);
    else if (!actual_request(self, &request, &typed))
        return false;
    if (change(self, field, &request, &outcome, &stale)) {
        memcpy(self->stored[field], self->field[field].edit.text, sizeof self->stored[field]);
        announce(self, field, &request, &typed);
        reading_put(&self->reading, &outcome.record);
        show(self);
        return true;
    }
    self->in_conflict = stale;
    if (stale)
        *next = screen_open(session, conflict_new(session, &request, &outcome.record));
    return false;
}

/* --- keys --- */

static bool may_type(struct detail *self) {
    struct session *session = self->screen.session;
    bool actual = self->form.current == FIELD_ACTUAL;
    return session_may(session, &self->reading.records, actual ? EVENT_ACTUAL_SET : EVENT_NOTES_SET,
                       session->focus);
}

/* Esc takes the typing back; with nothing typed it leaves. */
static enum next cancel(struct detail *self) {
    int field = self->form.current;
    if (!dirty(self, field))
        return NEXT_PASS;
    session_quiet(self->screen.session);
    line_edit_set(&self->field[field].edit, self->field[field].edit.max, self->stored[field]);
    show(self);
    return NEXT_STAY;
}

static enum next type(struct screen *screen, const struct key *key) {
    struct detail *self = self_of(screen);
    int field = self->form.current;
    enum next next;
    if (line_edit_key_changes(key) && !may_type(self))
        return NEXT_STAY;
    enum form_result result = form_key(&self->form, key);
    if (result == FORM_PASS)
        return NEXT_PASS;
    if (result == FORM_CANCEL)
        return cancel(self);
    if (result == FORM_TAKEN && !form_key_leaves(key))
        return NEXT_STAY;
    session_quiet(screen->session);
    if (!keep(self, field, &next))
        return self->form.current = field, next;
    return result == FORM_KEEP && key->code == KEY_ENTER ? NEXT_BACK : NEXT_STAY;
}

static enum next scroll(struct detail *self, enum action action) {
    struct table *table = &self->table;
    table->cursor = action == ACTION_PAGE_UP ? table->top : table->top + table->page - 1;
    table_act(table, action);
    return NEXT_STAY;
}

static enum next act(struct screen *screen, enum action action) {
    struct detail *self = self_of(screen);
    enum next next;
    if (action == ACTION_PAGE_UP || action == ACTION_PAGE_DOWN)
        return scroll(self, action);
    if (action != ACTION_QUIT && action != ACTION_HELP && !keep(self, self->form.current, &next))
        return next;
    if (action == ACTION_EVIDENCE)
        return screen_open(screen->session, evidence_new(screen->session));
    return screen_act(screen, action);
}

/* --- drawing --- */

static void draw_line(const void *context, struct surface *surface, int index, int row) {
    const struct detail *self = context;
    const char *const *line = self->about.line.item;
    surface_put(surface, at(row, 1, surface_columns(surface) - 1), STYLE_NORMAL, line[index]);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct detail *self = self_in(screen);
    const struct row *row = row_of(self);
    int rule = BAR_TOP_ROWS + self->table.page;
    char target[DECIMAL_TEXT_MAX];
    table_draw(&self->table, surface, BAR_TOP_ROWS, draw_line, self);
    surface_rule(surface, rule);
    if (self->table.top + self->table.page < self->table.count)
        surface_put_right(surface, at(rule, 0, surface_columns(surface) - 2), STYLE_NORMAL, " PgDn lanjut ");
    form_draw(&self->form, surface, at(rule + 1, 0, surface_columns(surface)), LABEL_COLUMNS);
    entry_target_print(row->figures.target, measure_places(&row->indicator->measure), target);
    if (self->field[FIELD_ACTUAL].edit.length < VALUE_COLUMNS)
        surface_printf(surface, at(rule + 1, LABEL_COLUMNS + VALUE_COLUMNS, 36), STYLE_NORMAL,
                       "%s (target%s %s)", row->indicator->measure.name,
                       row->quarter.number == YEAR_PERIOD ? "" : " TW", target);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "RINCIAN | %s | %s %d | %s", session->focus->code,
             quarter_name(session->quarter.number), session->quarter.year, session->focus->unit->name);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct detail *self = self_in(screen);
    const struct row *row = row_of(self);
    char warnings[192];
    struct err err = {0};
    warning_print(row->warnings, warnings, sizeof warnings);
    if (*warnings)
        snprintf(out, TITLE_TEXT_MAX, "Periksa: %s", warnings);
    else if (!session_admits(screen->session, &self->reading.records, EVENT_NOTES_SET, row->indicator, &err))
        snprintf(out, TITLE_TEXT_MAX, "Di sini Anda hanya membaca. Esc kembali.");
    else
        snprintf(out, TITLE_TEXT_MAX, "Tab atau Enter menyimpan kolom ini dan pindah; Esc kembali.");
}

/* --- drafts and life --- */

static bool draft(const struct screen *screen, struct draft *draft) {
    const struct detail *self = self_in(screen);
    const struct session *session = screen->session;
    int field = self->form.current;
    if (!dirty(self, field))
        return false;
    snprintf(draft->screen, sizeof draft->screen, "rincian");
    draft->key = (struct record_key){.kind = field == FIELD_ACTUAL ? RECORD_ACTUAL : RECORD_NOTES,
                                     .quarter = session->quarter};
    snprintf(draft->key.code, sizeof draft->key.code, "%s", session->focus->code);
    draft->head = self->seen[field];
    draft->count = 1;
    snprintf(draft->field[0].name, sizeof draft->field[0].name, "%s", self->field[field].name);
    snprintf(draft->field[0].text, sizeof draft->field[0].text, "%s", self->field[field].edit.text);
    return true;
}

/* Over another head the text it started from is not known any more: no text is this one. */
static void restore(struct screen *screen, const struct draft *draft) {
    struct detail *self = self_of(screen);
    for (int i = 0; i < FIELDS; i++) {
        if (strcmp(self->field[i].name, draft->field[0].name) != 0)
            continue;
        self->form.current = i;
        if (!event_id_equal(&self->seen[i], &draft->head))
            snprintf(self->stored[i], sizeof self->stored[i], "\n");
        self->seen[i] = draft->head;
        line_edit_set(&self->field[i].edit, self->field[i].edit.max, draft->field[0].text);
    }
}

static void detail_free(struct screen *screen) {
    about_release(&self_of(screen)->about);
    reading_release(&self_of(screen)->reading);
    free(self_of(screen));
}

static const struct screen_ops ops = {
    .name = "rincian",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .type = type,
    .act = act,
    .reload = reload,
    .draft = draft,
    .restore = restore,
    .free = detail_free,
};

struct screen *detail_new(struct session *session) {
    struct detail *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->form = (struct form){.field = self->field, .count = FIELDS, .current = FIELD_NOTES};
    self->about.line = (struct list){.size = sizeof(const char *)};
    self->field[FIELD_ACTUAL] = (struct form_field){.name = "nilai", .label = "Realisasi", .rows = 1};
    line_edit_set(&self->field[FIELD_ACTUAL].edit, VALUE_MAX, "");
    for (int i = 0; i < NOTE_COUNT; i++) {
        self->field[FIELD_NOTES + i] = (struct form_field){
            .name = note_words.term[i].word, .label = note_words.term[i].label, .rows = 2};
        line_edit_set(&self->field[FIELD_NOTES + i].edit, NOTE_MAX, "");
    }
    return &self->screen;
}
