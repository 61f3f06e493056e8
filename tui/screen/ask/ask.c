#include "screen/ask/ask.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "screen/ask/ask_fields.h"
#include "screen/ask/ask_subject.h"
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

/* --- what it is about --- */

static const struct config *config_of(const struct ask *ask) {
    return office_config(ask->session->office);
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

/* --- keeping --- */

static bool make(struct ask_screen *self, const char *const text[], struct request *request) {
    const struct ask *ask = &self->ask;
    struct form *form = &self->fields.form;
    struct err err = {0};
    memset(request, 0, sizeof *request);
    request->operation = uuid_new(office_now(ask->session->office));
    request->change.kind = ask->kind->event;
    request->change.key = ask->key;
    request->change.replaces = ask->head;
    if (!ask->kind->make || ask->kind->make(ask, text, &request->change, &form->current, &err))
        return true;
    session_fail(ask->session, &err);
    return false;
}

/* The head may be the one seen, when it was something else the change looks at that moved on. */
static void settle_stale(struct ask_screen *self, const struct record *theirs) {
    struct session *session = self->ask.session;
    char when[CLOCK_TEXT_MAX];
    if (!theirs->head.sequence || event_id_equal(&theirs->head, &self->ask.head)) {
        session_say(session, STYLE_WARNING, "Tidak lagi seperti yang tadi terlihat. Esc, lalu periksa lagi");
        return;
    }
    self->ask.head = theirs->head;
    clock_print(theirs->changed_at, config_of(&self->ask)->zone, when);
    session_say(session, STYLE_WARNING, "%s mengubahnya lebih dahulu, %s; belum ada yang ditimpa. %s",
                office_name(session->office, theirs->changed_by), when,
                self->fields.form.count ? "Ctrl-S sekali lagi menyimpan" : "Y sekali lagi melakukannya");
}

static enum next keep(struct ask_screen *self) {
    struct session *session = self->ask.session;
    const char *text[ASK_FIELDS_MAX];
    struct request request;
    struct outcome outcome;
    bool stale;
    if (!ask_fields_take(&self->fields, text) || !make(self, text, &request))
        return NEXT_STAY;
    if (session_change(session, &request, &outcome, &stale)) {
        session_say(session, STYLE_NORMAL, "%s", self->ask.kind->done);
        return NEXT_BACK;
    }
    if (stale)
        settle_stale(self, &outcome.record);
    return NEXT_STAY;
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

/* A new one takes the place of what was wrong with the text before. */
static void look_ahead(struct ask_screen *self) {
    const char *text[ASK_FIELDS_MAX];
    char preview[ASK_PREVIEW_MAX] = "";
    if (!self->ask.kind->preview)
        return;
    ask_fields_texts(&self->fields, text);
    self->ask.kind->preview(&self->ask, text, preview);
    if (*preview && strcmp(preview, self->preview) != 0)
        session_quiet(self->ask.session);
    memcpy(self->preview, preview, sizeof preview);
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

/* The fields first, as they are declared; then what they are about; what a taller terminal has, the fields
 * again. */
static void reload(struct screen *screen) {
    struct ask_screen *self = self_of(screen);
    const struct session *session = screen->session;
    int rows = session->rows - BAR_TOP_ROWS - BAR_BOTTOM_ROWS - 1;
    int most = rows - ask_fields_rows(&self->fields);
    print_about(self);
    self->about_rows = wrapped_rows(self->about, columns_of_about(session), most > 1 ? most : 1);
    ask_fields_place(&self->fields, rows - self->about_rows);
}

static void draw_about(const struct ask_screen *self, struct surface *surface) {
    surface_wrap(surface, at(ROW_ABOUT, 1, columns_of_about(self->ask.session)), self->about_rows,
                 STYLE_NORMAL, self->about);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct ask_screen *self = self_in(screen);
    draw_about(self, surface);
    ask_fields_draw(&self->fields, surface, ROW_ABOUT + self->about_rows + 1);
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
    char period[ASK_PERIOD_MAX];
    ask_period_print(ask, period);
    snprintf(out, TITLE_TEXT_MAX, "%s | %s | %s", ask->kind->heading, ask_subject_name(ask), period);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct ask_fields *fields = &self_in(screen)->fields;
    bool last = fields->form.current == fields->form.count - 1;
    const char *preview = self_in(screen)->preview;
    if (*preview)
        snprintf(out, TITLE_TEXT_MAX, "%s", preview);
    else if (ask_fields_choices(fields, fields->form.current))
        snprintf(out, TITLE_TEXT_MAX, "Pilih dengan angka, huruf depan atau panah. %s",
                 last ? "Enter menyimpan." : "Enter lanjut, Ctrl-S menyimpan.");
    else
        snprintf(out, TITLE_TEXT_MAX, "%s Esc batal.",
                 last ? "Enter menyimpan." : "Enter ke kolom berikut; Ctrl-S menyimpan.");
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
    draft->key = self->ask.key;
    draft->head = self->ask.head;
    ask_fields_draft(&self->fields, draft);
    return true;
}

static void restore(struct screen *screen, const struct draft *draft) {
    ask_fields_restore(&self_of(screen)->fields, draft);
    look_ahead(self_of(screen));
}

static void ask_free(struct screen *screen) {
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

static struct ask_screen *blank(const struct ask *ask) {
    struct ask_screen *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){ask->kind->field_count ? &form_ops : &question_ops, ask->session};
    self->ask = *ask;
    ask_fields_init(&self->fields, ask->session, ask->kind);
    return self;
}

static bool fill(struct ask_screen *self) {
    char text[ASK_FIELDS_MAX][LINE_EDIT_MAX + 1] = {{0}};
    struct err err = {0};
    if (!self->ask.kind->fill)
        return true;
    if (!self->ask.kind->fill(&self->ask, text, &err)) {
        session_fail(self->ask.session, &err);
        return false;
    }
    for (int i = 0; i < self->ask.kind->field_count; i++)
        ask_fields_put(&self->fields, i, text[i]);
    return true;
}

struct screen *ask_new(const struct ask *ask) {
    assert(kind_find(ask->kind->name) == ask->kind && ask_subject_name(ask));
    struct ask_screen *self = blank(ask);
    if (fill(self))
        return &self->screen;
    free(self);
    return NULL;
}

struct screen *ask_restore(struct session *session, const struct draft *draft) {
    const struct ask ask = {
        .session = session, .kind = kind_find(draft->screen), .key = draft->key, .head = draft->head};
    bool here = ask.kind && ask.kind->field_count && event_kind_record(ask.kind->event) == ask.key.kind &&
                ask_subject_name(&ask);
    return here ? &blank(&ask)->screen : NULL;
}
