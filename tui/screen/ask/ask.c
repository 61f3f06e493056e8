#include "screen/ask/ask.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "screen/ask/ask_fields.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_ABOUT = BAR_TOP_ROWS };

struct ask_screen {
    struct screen screen;
    struct ask ask;
    struct ask_fields fields;
    char about[ASK_ABOUT_MAX];
    int about_rows;
    char preview[ASK_PREVIEW_MAX];
    bool in_conflict; /* the conflict screen is on top */
};

static const struct binding form_bindings[] = {
    {.key = KEY_TAB, .weight = 8, .action = ACTION_FIELD},
    {.key = KEY_KEEP, .weight = 9, .action = ACTION_KEEP},
    {.key = KEY_F1, .weight = 9, .action = ACTION_HELP},
    {.key = KEY_ESCAPE, .weight = 8, .action = ACTION_BACK},
    {.key = KEY_F10, .weight = 2, .action = ACTION_QUIT},
};

static const struct binding question_bindings[] = {
    {.key = KEY_NONE, .letter = 'Y', .weight = 9, .action = ACTION_YES},
    {.key = KEY_NONE, .letter = 'T', .weight = 9, .action = ACTION_NO},
    {.key = KEY_ENTER, .action = ACTION_NO},
    BINDINGS_COMMON,
};

static struct ask_screen *self_of(struct screen *screen) {
    return (struct ask_screen *)screen;
}

static const struct ask_screen *self_in(const struct screen *screen) {
    return (const struct ask_screen *)screen;
}

/* --- what stands --- */

/* What was read to open it, or since, is right until somebody commits. */
static void read_again(struct ask *ask, unsigned kinds) {
    const struct record_key *key = &ask->seen.key;
    bool of_unit = record_kind_subject(key->kind) == SUBJECT_UNIT;
    const struct scope scope = {.unit = of_unit ? ask_unit(ask) : NULL,
                                .code = of_unit ? NULL : key->code,
                                .first_year = key->quarter.year,
                                .last_year = key->quarter.year,
                                .kinds = kinds};
    bool fresh = ask->reading.records.ops && ask->reading.version == office_version(ask->session->office);
    if (!kinds || fresh)
        return;
    reading_release(&ask->reading);
    session_read(ask->session, &scope, &ask->reading);
}

static void print_about(struct ask_screen *self) {
    const struct ask *ask = &self->ask;
    const struct indicator *indicator = ask_indicator(ask);
    self->about[0] = '\0';
    if (ask->kind->about)
        ask->kind->about(ask, self->about);
    else if (indicator)
        snprintf(self->about, sizeof self->about, "%s  %s", indicator->code, indicator->description);
}

/* The fields begin with what was seen. */
static void fill(struct ask_screen *self) {
    char text[ASK_FIELDS_MAX][LINE_EDIT_MAX + 1] = {{0}};
    self->fields.typed = false;
    self->ask.place = record_place(&self->ask.seen);
    if (self->ask.kind->fill)
        self->ask.kind->fill(&self->ask, text);
    for (int i = 0; i < self->fields.form.count; i++)
        ask_fields_put(&self->fields, i, text[i]);
}

/* --- keeping --- */

static bool make(struct ask_screen *self, const char *const text[], struct request *request) {
    const struct ask *ask = &self->ask;
    struct form *form = &self->fields.form;
    struct err err = {0};
    *request = session_request(ask->session, ask->kind->event, &ask->seen.key);
    request->change.replaces = ask->seen.head;
    if (!ask->kind->make || ask->kind->make(ask, text, &request->change, &form->current, &err))
        return true;
    session_fail(ask->session, &err);
    return false;
}

static bool is_removed(const struct record *record) {
    return record->key.kind == RECORD_EVIDENCE && record->evidence.removed;
}

/* What was removed can be kept all the same, as a new one. */
static void settle_removed(struct ask_screen *self, const struct record *theirs) {
    struct session *session = self->ask.session;
    struct record_key key = theirs->key;
    key.number = 0;
    record_init(&self->ask.seen, &key);
    self->fields.typed = true;
    session_say(session, STYLE_WARNING, "%s menghapusnya. Ctrl-S = lampirkan sebagai bukti baru",
                config_name(session->config, theirs->changed_by));
}

/* The head may be the one seen, when it was something else the change looks at that moved on. */
static void settle_stale(struct ask_screen *self, const struct record *theirs) {
    struct session *session = self->ask.session;
    char when[CLOCK_TEXT_MAX];
    if (!theirs->head.sequence || event_id_equal(&theirs->head, &self->ask.seen.head)) {
        session_say(session, STYLE_WARNING, "Tidak lagi seperti yang tadi terlihat. Esc, lalu periksa lagi");
        return;
    }
    self->ask.seen = *theirs;
    clock_print(theirs->changed_at, session->config->zone, when);
    session_say(session, STYLE_WARNING, "%s mengubahnya lebih dahulu, %s; belum ada yang ditimpa. %s",
                config_name(session->config, theirs->changed_by), when,
                self->fields.form.count ? "Ctrl-S sekali lagi menyimpan" : "Y sekali lagi melakukannya");
}

static enum next settle(struct ask_screen *self, const struct request *request, const struct record *theirs) {
    bool removed = is_removed(theirs);
    self->in_conflict = self->ask.kind->compared && !removed;
    if (self->in_conflict)
        return screen_open(self->ask.session, conflict_new(self->ask.session, request, theirs));
    (removed ? settle_removed : settle_stale)(self, theirs);
    return NEXT_STAY;
}

static enum next keep(struct ask_screen *self) {
    struct session *session = self->ask.session;
    const char *text[ASK_FIELDS_MAX];
    struct request request;
    struct outcome outcome;
    bool stale;
    if (!ask_fields_take(&self->fields, text) || !make(self, text, &request))
        return NEXT_STAY;
    if (!session_change(session, &request, &outcome, &stale))
        return stale ? settle(self, &request, &outcome.record) : NEXT_STAY;
    if (self->ask.kind->kept)
        self->ask.kind->kept(session, &outcome.record);
    else
        session_say(session, STYLE_NORMAL, "%s", self->ask.kind->done);
    return NEXT_BACK;
}

/* --- keys --- */

static enum next act(struct screen *screen, enum action action) {
    struct ask_screen *self = self_of(screen);
    if (action == ACTION_YES)
        return keep(self);
    if (action == ACTION_BACK && self->fields.typed)
        session_say(screen->session, STYLE_NORMAL, "Batal, ketikan dibuang");
    if (action != ACTION_NO)
        return screen_act(screen, action);
    session_say(screen->session, STYLE_NORMAL, "Tidak jadi");
    return NEXT_BACK;
}

static void preview(struct ask_screen *self) {
    const char *text[ASK_FIELDS_MAX];
    self->preview[0] = '\0';
    if (!self->ask.kind->preview)
        return;
    ask_fields_texts(&self->fields, text);
    self->ask.kind->preview(&self->ask, text, self->preview);
}

/* A new one takes the place of what was wrong with the text before. */
static void look_ahead(struct ask_screen *self) {
    char before[ASK_PREVIEW_MAX];
    memcpy(before, self->preview, sizeof before);
    preview(self);
    if (*self->preview && strcmp(before, self->preview) != 0)
        session_quiet(self->ask.session);
}

static enum next type_field(struct screen *screen, const struct key *key) {
    struct ask_screen *self = self_of(screen);
    switch (ask_fields_key(&self->fields, key)) {
    case FORM_TAKEN:
        return NEXT_STAY;
    case FORM_KEEP:
        return keep(self);
    case FORM_CANCEL:
        session_quiet(screen->session);
        return act(screen, ACTION_BACK);
    case FORM_PASS:
        break;
    }
    return NEXT_PASS;
}

static enum next type(struct screen *screen, const struct key *key) {
    enum next next = type_field(screen, key);
    if (next == NEXT_STAY)
        look_ahead(self_of(screen));
    return next;
}

/* --- drawing --- */

static int wrapped_rows(const char *text, int width, int most) {
    int rows = 0;
    size_t skip;
    for (; *text && rows < most; rows++) {
        text += utf8_wrap(text, width, &skip);
        text += skip;
    }
    return rows;
}

static int columns_of_about(const struct session *session) {
    return session->columns - 2;
}

static int rows_of_help(const struct ask_screen *self) {
    const char *const *line = self->ask.kind->help;
    int rows = 0;
    while (line && line[rows])
        rows++;
    return rows ? rows + 1 : 0;
}

/* The fields first, as they are declared, and the help; then what they are about; what a taller terminal has, the
 * fields again. */
static void place(struct ask_screen *self) {
    const struct session *session = self->ask.session;
    int rows = session->rows - BAR_TOP_ROWS - BAR_BOTTOM_ROWS - 1 - rows_of_help(self);
    int most = rows - ask_fields_rows(&self->fields);
    self->about_rows = wrapped_rows(self->about, columns_of_about(session), most > 1 ? most : 1);
    ask_fields_place(&self->fields, rows - self->about_rows);
}

/* After a conflict: what was typed goes on over what stands now, or that is shown. */
static void go_on(struct ask_screen *self) {
    struct record now;
    self->in_conflict = false;
    if (!records_get(&self->ask.reading.records, &self->ask.seen.key, &now) || is_removed(&now))
        return;
    self->ask.seen = now;
    if (!self->ask.session->retype)
        fill(self);
}

static void reload(struct screen *screen) {
    struct ask_screen *self = self_of(screen);
    read_again(&self->ask, self->ask.kind->reads);
    if (self->in_conflict)
        go_on(self);
    print_about(self);
    place(self);
    preview(self);
}

static void draw_about(const struct ask_screen *self, struct surface *surface) {
    surface_wrap(surface, at(ROW_ABOUT, 1, columns_of_about(self->ask.session)), self->about_rows,
                 STYLE_NORMAL, self->about);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct ask_screen *self = self_in(screen);
    const char *const *help = self->ask.kind->help;
    int row = ROW_ABOUT + self->about_rows + 1;
    draw_about(self, surface);
    row += ask_fields_draw(&self->fields, surface, row) + 1;
    for (; help && *help; help++)
        surface_put(surface, at(row++, 1, surface_columns(surface) - 1), STYLE_NORMAL, *help);
}

static void draw_question(const struct screen *screen, struct surface *surface) {
    static const char words[] = "Y/T? ";
    const struct ask_screen *self = self_in(screen);
    int row = ROW_ABOUT + self->about_rows + 1;
    draw_about(self, surface);
    surface_put(surface, at(row, 1, sizeof words), STYLE_NORMAL, words);
    surface_cursor(surface, row, sizeof words);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct ask *ask = &self_in(screen)->ask;
    const struct record_key *key = &ask->seen.key;
    snprintf(out, TITLE_TEXT_MAX, "%s | %s | %s %d",
             key->number && ask->kind->changing ? ask->kind->changing : ask->kind->heading,
             ask_subject_name(ask), quarter_name(key->quarter.number), key->quarter.year);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct ask_fields *fields = &self_in(screen)->fields;
    bool ready = ask_fields_ready(fields);
    if (*self_in(screen)->preview)
        snprintf(out, TITLE_TEXT_MAX, "%s", self_in(screen)->preview);
    else if (ask_fields_choices(fields, fields->form.current))
        snprintf(out, TITLE_TEXT_MAX, "Pilih dengan angka, huruf depan atau panah. %s",
                 ready ? "Enter menyimpan." : "Enter lanjut, Ctrl-S menyimpan.");
    else
        snprintf(out, TITLE_TEXT_MAX, "%s Esc batal.",
                 ready ? "Enter menyimpan." : "Enter ke kolom berikut; Ctrl-S menyimpan.");
}

static void hint_question(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    (void)screen;
    snprintf(out, TITLE_TEXT_MAX, "Y melakukannya. T, Enter atau Esc: tidak jadi.");
}

/* --- drafts and life --- */

static bool draft(const struct screen *screen, struct draft *draft) {
    const struct ask_screen *self = self_in(screen);
    if (!self->fields.typed)
        return false;
    snprintf(draft->screen, sizeof draft->screen, "%s", self->ask.kind->name);
    draft->key = self->ask.seen.key;
    draft->head = self->ask.seen.head;
    ask_fields_draft(&self->fields, draft);
    return true;
}

static void restore(struct screen *screen, const struct draft *draft) {
    ask_fields_restore(&self_of(screen)->fields, draft);
    look_ahead(self_of(screen));
}

static void ask_free(struct screen *screen) {
    reading_release(&self_of(screen)->ask.reading);
    free(self_of(screen));
}

static const struct screen_ops form_ops = {
    .name = "mengisi formulir",
    .bindings = form_bindings,
    .binding_count = sizeof form_bindings / sizeof *form_bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .type = type,
    .act = act,
    .reload = reload,
    .draft = draft,
    .restore = restore,
    .free = ask_free,
};

static const struct screen_ops question_ops = {
    .name = "pertanyaan",
    .bindings = question_bindings,
    .binding_count = sizeof question_bindings / sizeof *question_bindings,
    .title = title,
    .hint = hint_question,
    .draw = draw_question,
    .act = act,
    .reload = reload,
    .free = ask_free,
};

static const struct ask_kind *kind_find(const char *name) {
    const struct ask_kind *const *kind = ask_kinds;
    while (*kind && strcmp((*kind)->name, name) != 0)
        kind++;
    return *kind;
}

struct screen *ask_new(const struct ask *ask) {
    assert(kind_find(ask->kind->name) == ask->kind && ask_subject_name(ask));
    struct ask_screen *self = memory_alloc(1, sizeof *self);
    self->ask = *ask;
    ask_fields_init(&self->fields, &self->ask);
    self->screen = (struct screen){self->fields.form.count ? &form_ops : &question_ops, self->ask.session};
    fill(self);
    return &self->screen;
}

void ask_begin(struct screen *screen, int field, const char *text) {
    ask_fields_put(&self_of(screen)->fields, field, text);
}

/* What stands is what was seen, as long as its head is the one the draft began from. */
static void see(struct ask *ask, const struct event_id *head) {
    const struct record_key key = ask->seen.key;
    read_again(ask, ask->kind->reads | 1u << key.kind);
    if (records_get(&ask->reading.records, &key, &ask->seen))
        ask->seen.head = *head;
}

struct screen *ask_restore(struct session *session, const struct draft *draft) {
    struct ask ask = {.session = session, .kind = kind_find(draft->screen), .seen = {.key = draft->key}};
    bool here = ask.kind && ask_kind_fields(ask.kind).count &&
                event_kind_record(ask.kind->event) == draft->key.kind && ask_subject_name(&ask);
    if (!here)
        return NULL;
    see(&ask, &draft->head);
    return ask_new(&ask);
}
