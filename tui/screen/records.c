/* Arahan, Rekomendasi and Monev: what stands around a bidang's quarter, as lists with one form each. */
#include "base/list.h"
#include "base/memory.h"
#include "model/admit.h"
#include "model/dossier.h"
#include "own/seen.h"
#include "screen/ask/record_asks.h"
#include "screen/screens.h"
#include "view/news.h"
#include "view/record_fields.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_FIRST = 2, PANE_ROWS = 7, SUBJECT_COLUMN = 2, TEXT_COLUMN = 30 };

/* The lists, by what differs between them. */
static const struct records_view {
    enum record_kind kind;
    const char *heading;
    const char *empty;
    const char *invitation;        /* to who may add one */
    const struct ask_kind *add;    /* a new one */
    const struct ask_kind *change; /* over the one under the cursor */
    const char *changing;          /* what Enter does with it */
} views[] = {
    {RECORD_INSTRUCTION, "ARAHAN", "Belum ada arahan.", " T memberi arahan.", &ask_instruct, &ask_reply,
     "menjawab"},
    {RECORD_RECOMMENDATION, "REKOMENDASI", "Tidak ada rekomendasi yang terbuka.", " T mencatat yang baru.",
     &ask_recommend, &ask_follow_up, "mencatat tindak lanjut"},
    {RECORD_MEETING, "MONEV", "Belum ada monev.", " T mencatatnya.", &ask_meet, &ask_meet, "mengubah"},
};

struct records_screen {
    struct screen screen;
    const struct records_view *view;
    const struct unit *unit;           /* NULL: all one may read */
    const struct indicator *indicator; /* a thread of its own; NULL: all of the bidang's quarter */
    struct table table;
    struct reading reading;
    bool read;        /* what there is; otherwise nothing can be said of it */
    struct list list; /* of struct record: those of it that are shown */
    uint64_t seen;    /* what the person had seen of arahan when it opened */
    bool adds;        /* the person may add one */
    bool changes;     /* ... and change the one under the cursor */
};

static const struct binding bindings[] = {
    BINDINGS_LIST,
    {.key = KEY_ENTER, .letter = 'E', .weight = 9, .action = ACTION_EDIT},
    {.key = KEY_NONE, .letter = 'T', .weight = 9, .action = ACTION_ADD},
    BINDINGS_COMMON,
};

static struct records_screen *self_of(struct screen *screen) {
    return (struct records_screen *)screen;
}

static const struct records_screen *self_in(const struct screen *screen) {
    return (const struct records_screen *)screen;
}

static const struct record *record_at(const struct records_screen *self, int index) {
    return (const struct record *)self->list.item + index;
}

/* --- reading --- */

static bool is_of_unit(const struct records_screen *self, const struct record *record) {
    const struct config *config = self->screen.session->config;
    const char *code = record->key.code;
    const struct indicator *indicator = config_indicator(config, record->key.quarter, code);
    if (self->indicator)
        return strcmp(code, self->indicator->code) == 0;
    if (!self->unit || strcmp(code, RECORD_JOINT) == 0)
        return true;
    if (record->key.kind == RECORD_RECOMMENDATION)
        return strcmp(record->recommendation.unit, self->unit->code) == 0;
    return indicator ? indicator->unit == self->unit : strcmp(code, self->unit->code) == 0;
}

/* All arahan count as read once the list was seen, so those of other quarters and bidang stand in it, too. */
static bool is_news(const struct records_screen *self, const struct record *record) {
    return record->key.kind == RECORD_INSTRUCTION && !self->indicator &&
           news_has(&self->reading.records.asker, record, self->seen);
}

static bool collect(void *context, const struct record *record) {
    struct records_screen *self = context;
    struct quarter quarter = self->screen.session->quarter;
    bool here = record->key.kind == RECORD_RECOMMENDATION
                    ? recommendation_open(record, quarter)
                    : quarter_compare(record->key.quarter, quarter) == 0;
    here = here && is_of_unit(self, record);
    if (here || is_news(self, record))
        list_add(&self->list, record);
    return true;
}

/* A new one is about the indicator, the bidang, or the whole office. */
static struct record_key key_of_new(const struct records_screen *self) {
    struct quarter quarter = self->screen.session->quarter;
    const char *code = self->indicator ? self->indicator->code : self->unit ? self->unit->code : RECORD_JOINT;
    if (self->view->kind == RECORD_RECOMMENDATION) {
        code = RECORD_AGENCY;
        quarter.number = YEAR_PERIOD;
    }
    return record_key(self->view->kind, code, quarter);
}

static bool may_add(const struct records_screen *self) {
    const struct record_key key = key_of_new(self);
    return admit_may(&self->reading.records, self->view->add->event, &key, &(struct err){0});
}

static void look(struct records_screen *self) {
    struct record over;
    self->changes = false;
    if (!self->table.count)
        return;
    over = *record_at(self, self->table.cursor);
    if (over.key.kind == RECORD_INSTRUCTION) /* an answer is a new record */
        over = (struct record){.key = record_key(over.key.kind, over.key.code, over.key.quarter)};
    self->changes = record_askable(&self->reading.records, self->view->change, &over, &(struct err){0});
}

static void keep_seen(const struct records_screen *self) {
    struct session *session = self->screen.session;
    const struct office_facts facts = office_facts(session->office);
    struct err err = {0};
    bool all = self->view->kind == RECORD_INSTRUCTION && !self->indicator;
    if (all && !seen_keep(facts.directory, session->person->login, news_latest(&self->reading.records), &err))
        session_fail(session, &err);
}

/* With the steps of the bidang's quarters, on which it may depend what is added; on a verdict nothing here does. */
static void reload(struct screen *screen) {
    struct records_screen *self = self_of(screen);
    struct session *session = screen->session;
    const struct record_key any = {.kind = self->view->kind};
    const unsigned kinds = 1u << self->view->kind | 1u << RECORD_SUBMISSION;
    const struct scope all = {.kinds = kinds};
    const struct scope scope =
        self->indicator ? session_scope_of(session, self->indicator->code, kinds) : all;
    list_release(&self->list);
    reading_release(&self->reading);
    self->read = session_read(session, &scope, &self->reading);
    records_each(&self->reading.records, &any, collect, self);
    keep_seen(self);
    self->adds = may_add(self);
    table_size(&self->table, self->list.count, session->rows - LINE_FIRST - PANE_ROWS - 1 - BAR_BOTTOM_ROWS);
    look(self);
}

/* --- drawing --- */

static const char *name_of(const struct records_screen *self, const char *code) {
    const struct unit *unit = config_unit(self->screen.session->config, code);
    return unit ? unit->name : strcmp(code, RECORD_JOINT) == 0 ? "Gabungan" : code;
}

static void print_subject(const struct records_screen *self, const struct record *record, char *out,
                          size_t size) {
    const struct recommendation *recommendation = &record->recommendation;
    const char *name = name_of(self, record->key.code);
    char day[CLOCK_TEXT_MAX];
    switch ((int)record->key.kind) {
    case RECORD_INSTRUCTION:
        snprintf(out, size, "%s%s", record->instruction.reply ? "  jawaban " : "", name);
        break;
    case RECORD_RECOMMENDATION:
        snprintf(out, size, "%u %s", (unsigned)record->key.number,
                 follow_up_words.term[recommendation->state].label);
        break;
    default:
        date_print_short(record->meeting.date, day);
        snprintf(out, size, "%s %s", day, name);
    }
}

static const char *text_of(const struct record *record) {
    switch ((int)record->key.kind) {
    case RECORD_INSTRUCTION:
        return record->instruction.text;
    case RECORD_RECOMMENDATION:
        return record->recommendation.text;
    default:
        return record->meeting.minutes;
    }
}

static void draw_record(const void *context, struct surface *surface, int index, int line) {
    const struct records_screen *self = context;
    const struct record *record = record_at(self, index);
    char subject[96], of[120];
    bool elsewhere = record->key.kind == RECORD_INSTRUCTION &&
                     quarter_compare(record->key.quarter, self->screen.session->quarter) != 0;
    print_subject(self, record, subject, sizeof subject);
    snprintf(of, sizeof of, "%s%s%s", elsewhere ? quarter_name(record->key.quarter.number) : "",
             elsewhere ? " " : "", subject);
    surface_put(surface, at(line, 0, 1), STYLE_NORMAL, index == self->table.cursor ? ">" : " ");
    surface_put(surface, at(line, SUBJECT_COLUMN, TEXT_COLUMN - SUBJECT_COLUMN - 1), STYLE_NORMAL, of);
    surface_put(surface, at(line, TEXT_COLUMN, surface_columns(surface) - TEXT_COLUMN), STYLE_NORMAL,
                text_of(record));
}

/* All there is of one: its fields in words, who and when. */
static void draw_pane(const struct records_screen *self, struct surface *surface, int line) {
    const struct config *config = self->screen.session->config;
    const struct record *record = record_at(self, self->table.cursor);
    const struct record_fields *fields = record_fields(record->key.kind);
    int width = surface_columns(surface) - 1, end = line + PANE_ROWS;
    char text[NOTE_MAX + 64], value[NOTE_MAX + 1], when[CLOCK_TEXT_MAX];
    clock_print(record->changed_at, config->zone, when);
    surface_printf(surface, at(line++, 1, width), STYLE_NORMAL, "%s, %s",
                   config_name(config, record->changed_by), when);
    for (int i = fields->count - 1; i >= 0 && line < end; i--) {
        field_print(&fields->field[i], record, false, value, sizeof value);
        if (!*value)
            continue;
        snprintf(text, sizeof text, "%s: %s", fields->field[i].label, value);
        line +=
            surface_wrap(surface, at(line, 1, width), end - line < 3 ? end - line : 3, STYLE_NORMAL, text);
    }
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct records_screen *self = self_in(screen);
    int rule = LINE_FIRST + self->table.page;
    surface_rule(surface, LINE_FIRST - 1);
    surface_rule(surface, rule);
    surface_cursor(surface, LINE_FIRST + self->table.cursor - self->table.top, 0);
    table_draw(&self->table, surface, LINE_FIRST, draw_record, self);
    if (self->table.count)
        draw_pane(self, surface, rule + 1);
    else if (self->read)
        surface_printf(surface, at(LINE_FIRST, 1, 78), STYLE_NORMAL, "%s%s", self->view->empty,
                       self->adds ? self->view->invitation : "");
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct records_screen *self = self_in(screen);
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "%s %s %d | %s", self->view->heading, quarter_name(session->quarter.number),
             session->quarter.year,
             self->indicator ? self->indicator->code
             : self->unit    ? self->unit->name
                             : "Semua bidang");
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct records_screen *self = self_in(screen);
    snprintf(out, TITLE_TEXT_MAX, "%s%s%s%sEsc kembali.", self->changes ? "Enter " : "",
             self->changes ? self->view->changing : "", self->changes ? ". " : "",
             self->adds ? "T tambah. " : "");
}

static const char *label(const struct screen *screen, enum action action) {
    const struct records_screen *self = self_in(screen);
    bool offered = action == ACTION_ADD ? self->adds : action == ACTION_EDIT ? self->changes : true;
    return offered ? action_label(action) : NULL;
}

/* --- keys --- */

static enum next add(struct records_screen *self) {
    struct session *session = self->screen.session;
    if (self->view->kind == RECORD_INSTRUCTION && !self->indicator && !self->unit) {
        session_say(session, STYLE_ERROR, "Pilih dulu satu bidang dengan Kiri atau Kanan di menu");
        return NEXT_STAY;
    }
    const struct record_key key = key_of_new(self);
    return record_ask(session, self->view->add, &key);
}

/* An arahan is answered by its bidang; whoever gives arahan goes on with another one. */
static enum next change(struct records_screen *self) {
    struct session *session = self->screen.session;
    struct record_key key = record_at(self, self->table.cursor)->key;
    const struct ask_kind *kind = self->view->change;
    struct err err = {0};
    if (key.kind == RECORD_INSTRUCTION) {
        key.number = 0;
        if (!admit_may(&self->reading.records, EVENT_REPLIED, &key, &err))
            kind = self->view->add;
    }
    return record_ask(session, kind, &key);
}

static enum next act(struct screen *screen, enum action action) {
    struct records_screen *self = self_of(screen);
    if (table_act(&self->table, action))
        return look(self), NEXT_STAY;
    if (action == ACTION_ADD)
        return add(self);
    if (action == ACTION_EDIT)
        return self->table.count ? change(self) : add(self);
    return screen_act(screen, action);
}

static void records_free(struct screen *screen) {
    list_release(&self_of(screen)->list);
    reading_release(&self_of(screen)->reading);
    free(screen);
}

static const struct screen_ops ops = {
    .name = "arahan, rekomendasi, monev",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .label = label,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = records_free,
};

struct screen *records_new(struct session *session, enum record_kind kind,
                           const struct indicator *indicator) {
    struct records_screen *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    self->view = views;
    while (self->view->kind != kind)
        self->view++;
    self->unit = session->unit;
    self->indicator = indicator;
    self->seen = seen_load(office_facts(session->office).directory, session->person->login);
    self->list.size = sizeof(struct record);
    return &self->screen;
}
