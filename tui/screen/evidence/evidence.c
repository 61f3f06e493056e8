/* Bukti: the required documents of an indicator in a quarter as slots waiting to be filled, then whatever
 * else is attached. */
#include "base/memory.h"
#include "base/text.h"
#include "model/reuse.h"
#include "model/warning.h"
#include "screen/evidence/evidence_ask.h"
#include "screen/evidence/evidence_draw.h"
#include "screen/evidence/evidence_list.h"
#include "screen/offer.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_WHAT = 1, ROW_HEADER = 2, ROW_LIST = 3, EMPTY = -1, HEADING = -2 };

struct item {
    const struct requirement *slot; /* NULL: an additional one */
    int record;                     /* its place in the list; EMPTY: still to come; HEADING: not a document */
};

static const char required[] = "Wajib";
static const char additional[] = "Tambahan";

/* A file as it was found when its record was first seen: reading it again at every key would cost too much.
 */
struct checked {
    struct event_id head;
    enum file_state state;
};

struct evidence_screen {
    struct screen screen;
    struct reading reading; /* of the bidang's year */
    struct evidence_list list;
    struct item *item; /* table.count of them */
    struct table table;
    struct checked *checked; /* one for each record */
    int checked_count;
    struct reuse reuse;  /* where else it stands */
    struct record asked; /* Hapus? Y/T */
    bool asking;
    bool filling; /* an empty slot is being filled */
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_ENTER, .weight = 8, .action = ACTION_OPEN},
    {.key = KEY_NONE, .letter = 'T', .weight = 9, .action = ACTION_ADD},
    {.key = KEY_F6, .letter = '=', .weight = 9, .action = ACTION_SAME},
    {.key = KEY_NONE, .letter = 'C', .weight = 8, .action = ACTION_DOCUMENTS},
    {.key = KEY_NONE, .letter = 'E', .weight = 6, .action = ACTION_EDIT},
    {.key = KEY_DELETE, .letter = 'H', .weight = 6, .action = ACTION_REMOVE},
    {.key = KEY_NONE, .letter = 'I', .weight = 5, .action = ACTION_ALLOW},
    {.key = KEY_NONE, .letter = 'Z', .weight = 4, .action = ACTION_UNDO},
    {.key = KEY_NONE, .letter = 'W', .weight = 3, .action = ACTION_HISTORY},
    {.key = KEY_F1, .letter = '?', .weight = 9, .action = ACTION_HELP},
    {.key = KEY_ESCAPE, .weight = 6, .action = ACTION_BACK},
    {.key = KEY_F10, .letter = 'Q', .weight = 2, .action = ACTION_QUIT},
};

static struct evidence_screen *self_of(struct screen *screen) {
    return (struct evidence_screen *)screen;
}

static const struct evidence_screen *self_in(const struct screen *screen) {
    return (const struct evidence_screen *)screen;
}

static const struct item *current(const struct evidence_screen *self) {
    return self->table.count ? &self->item[self->table.cursor] : NULL;
}

static const struct record *current_record(const struct evidence_screen *self) {
    const struct item *item = current(self);
    return item && item->record >= 0 ? &self->list.attached.record[item->record] : NULL;
}

/* --- loading --- */

static void check_files(struct evidence_screen *self) {
    struct checked *checked = memory_alloc((size_t)self->list.attached.count + 1, sizeof *checked);
    for (int i = 0; i < self->list.attached.count; i++) {
        const struct record *record = &self->list.attached.record[i];
        int known = 0;
        while (known < self->checked_count && !event_id_equal(&self->checked[known].head, &record->head))
            known++;
        checked[i].head = record->head;
        checked[i].state =
            known < self->checked_count ? self->checked[known].state : evidence_verify(&record->evidence);
    }
    free(self->checked);
    self->checked = checked;
    self->checked_count = self->list.attached.count;
}

static void add_item(struct evidence_screen *self, const struct requirement *slot, int record) {
    self->item[self->table.count++] = (struct item){.slot = slot, .record = record};
}

static bool listed(const struct evidence_screen *self, int record) {
    for (int i = 0; i < self->table.count; i++)
        if (self->item[i].record == record)
            return true;
    return false;
}

static void add_slot(struct evidence_screen *self, const struct requirement *slot) {
    int number = self->list.quarter.number;
    if (!attachments_find(&self->list.attached, slot))
        add_item(self, slot, EMPTY);
    for (int i = 0; i < self->list.attached.count; i++)
        if (!listed(self, i) &&
            requirement_filled(slot, number, self->list.attached.record[i].evidence.title))
            add_item(self, slot, i);
}

/* Behind required ones they have a heading; alone, the list's own says what they are. */
static void add_additional(struct evidence_screen *self) {
    bool headed = !self->table.count;
    for (int i = 0; i < self->list.attached.count; i++) {
        if (listed(self, i))
            continue;
        if (!headed)
            add_item(self, NULL, HEADING);
        headed = true;
        add_item(self, NULL, i);
    }
}

/* Never on the heading, which has an item on either side. */
static void step_over_heading(struct evidence_screen *self, int step) {
    const struct item *item = current(self);
    if (item && item->record == HEADING)
        table_go(&self->table, self->table.cursor + step);
}

static void arrange(struct evidence_screen *self) {
    const struct indicator *indicator = self->list.indicator;
    int room = self->list.attached.count + indicator->requirement_count + 1;
    self->item = memory_resize(self->item, (size_t)room, sizeof *self->item);
    self->table.count = 0;
    for (int i = 0; i < indicator->requirement_count; i++)
        if (indicator->requirement[i].due[self->list.quarter.number - 1])
            add_slot(self, &indicator->requirement[i]);
    add_additional(self);
    table_size(&self->table, self->table.count,
               self->screen.session->rows - ROW_LIST - EVIDENCE_PANE_ROWS - 1 - BAR_BOTTOM_ROWS);
    step_over_heading(self, 1);
}

/* Where the hand goes next after a slot was filled. */
static void go_to_empty(struct evidence_screen *self) {
    for (int i = 0; i < self->table.count; i++) {
        int place = (self->table.cursor + i) % self->table.count;
        if (self->item[place].record != EMPTY)
            continue;
        table_go(&self->table, place);
        return;
    }
}

static void reload(struct screen *screen) {
    struct evidence_screen *self = self_of(screen);
    struct session *session = screen->session;
    const struct unit *unit = session->focus->unit;
    const struct scope scope = session_scope(session, unit, KINDS_EVIDENCE);
    reuse_release(&self->reuse);
    reading_release(&self->reading);
    session_read(session, &scope, &self->reading);
    evidence_list_load(&self->list, &self->reading.records, session->focus, session->quarter);
    reuse_read(&self->reading.records, unit, session->quarter, &self->reuse);
    check_files(self);
    arrange(self);
    if (self->filling && current_record(self))
        go_to_empty(self);
    self->filling = false;
}

/* --- drawing --- */

static void draw_item(const void *context, struct surface *surface, int index, int row) {
    const struct evidence_screen *self = context;
    const struct item *item = &self->item[index];
    if (item->record == HEADING) {
        evidence_heading_draw(surface, row, additional);
        return;
    }
    const struct record *record = item->record == EMPTY ? NULL : &self->list.attached.record[item->record];
    if (item->slot)
        surface_put(surface, at(row, 2, 3), STYLE_NORMAL,
                    record && !record->evidence.promised ? "[x]" : "[ ]");
    if (record)
        evidence_row_draw(self->screen.session, surface, row, record, self->checked[item->record].state);
    else
        evidence_slot_draw(surface, row, item->slot);
    if (index != self->table.cursor)
        return;
    surface_put(surface, at(row, 0, 1), STYLE_NORMAL, ">");
    surface_cursor(surface, row, 0);
}

/* Of what is on top of the visible part. */
static const char *heading(const struct evidence_screen *self) {
    if (!self->table.count)
        return "Judul";
    return self->item[self->table.top].slot ? required : additional;
}

static void draw_empty_slot(struct surface *surface, int row, const struct requirement *slot) {
    surface_wrap(surface, at(row, 1, surface_columns(surface) - 1), 2, STYLE_NORMAL, slot->title);
    surface_printf(surface, at(row + 2, 1, 78), STYLE_NORMAL, "%s, wajib triwulan ini, belum dilampirkan",
                   evidence_kind_words.term[slot->kind].label);
}

static const char *label(const struct screen *screen, enum action action) {
    static const struct offer offers[] = {
        {ACTION_OPEN, DEED_FILL},   {ACTION_ADD, DEED_FILL},    {ACTION_SAME, DEED_FILL},
        {ACTION_EDIT, DEED_FILL},   {ACTION_REMOVE, DEED_FILL}, {ACTION_DOCUMENTS, DEED_FILL},
        {ACTION_ALLOW, DEED_ALLOW}, {ACTION_UNDO, DEED_FILL},
    };
    return offer_label(screen->session, self_in(screen)->list.indicator->unit, offers,
                       sizeof offers / sizeof *offers, action);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct evidence_screen *self = self_in(screen);
    const struct item *item = current(self);
    surface_put(surface, at(ROW_WHAT, 1, surface_columns(surface) - 1), STYLE_NORMAL,
                self->list.indicator->description);
    evidence_header_draw(surface, ROW_HEADER, heading(self));
    table_draw(&self->table, surface, ROW_LIST, draw_item, self);
    int rule = ROW_LIST + self->table.page;
    surface_rule(surface, rule);
    if (!item) {
        surface_put(surface, at(ROW_LIST + 1, 2, 77), STYLE_NORMAL,
                    label(screen, ACTION_ADD) ? "Belum ada bukti. T = tambah, C = pilih dari bukti bidang"
                                              : "Belum ada bukti.");
        surface_cursor(surface, ROW_LIST + 1, 2);
    } else if (item->record == EMPTY) {
        draw_empty_slot(surface, rule + 1, item->slot);
    } else {
        evidence_pane_draw(screen->session, surface, rule + 1, &self->list.attached.record[item->record],
                           self->checked[item->record].state);
    }
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct evidence_list *list = &self_in(screen)->list;
    snprintf(out, TITLE_TEXT_MAX, "BUKTI | %s | %s %d", list->indicator->code,
             quarter_name(list->quarter.number), list->quarter.year);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct evidence_screen *self = self_in(screen);
    const struct record *record = current_record(self);
    const char *last = screen->session->last.title;
    char warnings[128], places[128];
    if (!record && self->table.count)
        snprintf(out, TITLE_TEXT_MAX, "Enter melampirkan bukti wajib ini%s%s%s",
                 *last ? ", = memakai \"" : "", last, *last ? "\"" : "");
    if (!record)
        return;
    warning_print(warning_evidence(&record->evidence, self->list.quarter), warnings, sizeof warnings);
    reuse_print(&self->reuse, record, places, sizeof places);
    if (*warnings)
        snprintf(out, TITLE_TEXT_MAX, "Periksa: %s", warnings);
    if (!*places)
        return;
    text_join(out, TITLE_TEXT_MAX, "; ", "Dipakai juga di ");
    text_join(out, TITLE_TEXT_MAX, "", places);
}

/* --- keys --- */

/* After a new start: the last this person attached in the bidang's quarter. */
static bool recall(struct evidence_screen *self) {
    struct session *session = self->screen.session;
    const struct record *newest = NULL;
    struct attachments documents;
    if (session->last.title[0])
        return true;
    attachments_of_unit(&self->reading.records, self->list.indicator->unit, self->list.quarter, &documents);
    for (int i = 0; i < documents.count; i++) {
        const struct record *record = &documents.record[i];
        bool own = strcmp(record->changed_by, session->person->login) == 0;
        if (own && (!newest || record->changed_at > newest->changed_at))
            newest = record;
    }
    if (newest)
        session->last = newest->evidence;
    else
        session_say(session, STYLE_NORMAL, "Belum ada bukti yang Anda lampirkan triwulan ini. T = tambah");
    attachments_release(&documents);
    return newest;
}

/* With the refusal on the message line. */
static bool may(struct evidence_screen *self, enum event_kind kind) {
    return session_may(self->screen.session, &self->reading.records, kind, self->list.indicator);
}

/* An empty slot under the cursor is filled when it asks for that kind; else the title decides. */
static const struct requirement *slot_for(const struct evidence_screen *self, const struct evidence *last) {
    const struct item *item = current(self);
    if (item && item->record == EMPTY && item->slot->kind == last->kind)
        return item->slot;
    return evidence_list_slot(&self->list, last);
}

static enum next same(struct evidence_screen *self) {
    struct session *session = self->screen.session;
    if (!may(self, EVENT_EVIDENCE_SET) || !recall(self))
        return NEXT_STAY;
    const struct evidence *last = &session->last;
    if (evidence_list_has(&self->list, &last->document)) {
        session_say(session, STYLE_NORMAL, "Sudah dilampirkan di sini: \"%s\"", last->title);
        return NEXT_STAY;
    }
    const struct requirement *slot = slot_for(self, last);
    if (!evidence_attach(session, &self->list, last, slot))
        return NEXT_STAY;
    session_say(session, STYLE_NORMAL, "Bukti terakhir dilampirkan (Z = urungkan): \"%s\"",
                slot ? slot->title : last->title);
    self->filling = slot != NULL;
    return NEXT_STAY;
}

static enum next add(struct evidence_screen *self, const struct requirement *slot) {
    struct session *session = self->screen.session;
    if (!may(self, EVENT_EVIDENCE_SET))
        return NEXT_STAY;
    self->filling = slot != NULL;
    return screen_open(session, evidence_ask_new(session, slot));
}

static enum next edit(struct evidence_screen *self, const struct record *record) {
    struct session *session = self->screen.session;
    bool awaited = record->evidence.allowed;
    if (!may(self, awaited ? EVENT_EVIDENCE_FULFILLED : EVENT_EVIDENCE_SET))
        return NEXT_STAY;
    return screen_open(session, evidence_ask_over(session, record));
}

static enum next allow(struct evidence_screen *self, const struct record *record) {
    struct session *session = self->screen.session;
    struct outcome outcome;
    if (!may(self, EVENT_EVIDENCE_ALLOWED))
        return NEXT_STAY;
    if (!record->evidence.promised || record->evidence.allowed) {
        session_say(session, STYLE_NORMAL, "Tidak ada yang perlu diizinkan pada bukti ini");
        return NEXT_STAY;
    }
    struct request request = session_request(session, EVENT_EVIDENCE_ALLOWED, &record->key);
    request.change.replaces = record->head;
    if (session_change(session, &request, &outcome, NULL))
        session_say(session, STYLE_NORMAL, "Diizinkan menyusul: \"%s\"", record->evidence.title);
    return NEXT_STAY;
}

static enum next ask(struct evidence_screen *self, const struct record *record) {
    struct session *session = self->screen.session;
    if (!may(self, EVENT_EVIDENCE_REMOVED))
        return NEXT_STAY;
    self->asking = true;
    self->asked = *record;
    session_say(session, STYLE_WARNING, "Hapus bukti ini dari %s? Y/T (berkasnya sendiri tidak dihapus)",
                self->list.indicator->code);
    return NEXT_STAY;
}

static void remove_record(struct evidence_screen *self, const struct record *record) {
    struct session *session = self->screen.session;
    struct outcome outcome;
    struct request request = session_request(session, EVENT_EVIDENCE_REMOVED, &record->key);
    request.change.replaces = record->head;
    if (session_change(session, &request, &outcome, NULL))
        session_say(session, STYLE_NORMAL, "Dihapus (Z = urungkan): \"%s\"", record->evidence.title);
}

/* The answer to a question: anything but Y is no. */
static enum next type(struct screen *screen, const struct key *key) {
    struct evidence_screen *self = self_of(screen);
    if (!self->asking)
        return NEXT_PASS;
    self->asking = false;
    bool yes = key->code == KEY_TEXT && !key->pasted && (key->point == 'Y' || key->point == 'y');
    if (yes)
        remove_record(self, &self->asked);
    else
        session_say(screen->session, STYLE_NORMAL, "Tidak jadi dihapus");
    return NEXT_STAY;
}

static enum next act_on_item(struct evidence_screen *self, enum action action) {
    const struct item *item = current(self);
    const struct record *record = current_record(self);
    if (record && action == ACTION_REMOVE)
        return ask(self, record);
    if (record && action == ACTION_ALLOW)
        return allow(self, record);
    if (record && (action == ACTION_EDIT || action == ACTION_OPEN))
        return edit(self, record);
    if (item && action == ACTION_OPEN)
        return add(self, item->slot);
    return screen_act(&self->screen, action);
}

static bool move(struct evidence_screen *self, enum action action) {
    int before = self->table.cursor;
    if (!table_act(&self->table, action))
        return false;
    step_over_heading(self, self->table.cursor < before ? -1 : 1);
    return true;
}

static enum next act(struct screen *screen, enum action action) {
    struct evidence_screen *self = self_of(screen);
    struct session *session = screen->session;
    const struct indicator *undone;
    if (move(self, action))
        return NEXT_STAY;
    if (action == ACTION_ADD)
        return add(self, NULL);
    if (action == ACTION_SAME)
        return same(self);
    if (action == ACTION_DOCUMENTS)
        return screen_open(session, evidence_documents_new(session));
    if (action == ACTION_HISTORY)
        return screen_open(session, history_new(session));
    if (action == ACTION_UNDO)
        return session_undo(session, &undone), NEXT_STAY;
    return act_on_item(self, action);
}

static void evidence_free(struct screen *screen) {
    struct evidence_screen *self = self_of(screen);
    evidence_list_release(&self->list);
    reading_release(&self->reading);
    reuse_release(&self->reuse);
    free(self->item);
    free(self->checked);
    free(self);
}

static const struct screen_ops ops = {
    .name = "bukti",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .label = label,
    .draw = draw,
    .type = type,
    .act = act,
    .reload = reload,
    .free = evidence_free,
};

struct screen *evidence_new(struct session *session) {
    struct evidence_screen *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    return &self->screen;
}
