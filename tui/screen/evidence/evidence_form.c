/* The form of a document: a new one, one for a required slot, or a change to what stands. */
#include "base/memory.h"
#include "base/text.h"
#include "screen/evidence/evidence_fields.h"
#include "screen/evidence/evidence_list.h"
#include "screen/screens.h"
#include <stdio.h>
#include <stdlib.h>

enum { ROW_WHAT = 1, ROW_FORM = 3 };

struct evidence_form {
    struct screen screen;
    struct evidence_fields fields;
    uint32_t number;      /* of the record that is changed; 0: a new one */
    struct event_id head; /* of that record, as seen */
    bool in_conflict;     /* the conflict screen is on top */
};

static const struct binding bindings[] = {
    {.key = KEY_TAB, .weight = 8, .action = ACTION_FIELD},
    {.key = KEY_KEEP, .weight = 9, .action = ACTION_KEEP},
    {.key = KEY_F1, .weight = 9, .action = ACTION_HELP},
    {.key = KEY_ESCAPE, .weight = 8, .action = ACTION_BACK},
    {.key = KEY_F10, .weight = 2, .action = ACTION_QUIT},
};

static struct evidence_form *self_of(struct screen *screen) {
    return (struct evidence_form *)screen;
}

static const struct evidence_form *self_in(const struct screen *screen) {
    return (const struct evidence_form *)screen;
}

/* --- saving --- */

static struct request request_of(const struct evidence_form *self) {
    const struct session *session = self->screen.session;
    struct request request =
        office_request(session->office, EVENT_EVIDENCE_SET, session->focus, session->quarter);
    struct uuid fresh = request.change.evidence.document;
    request.change.evidence = self->fields.evidence;
    if (!self->number)
        request.change.evidence.document = fresh;
    request.change.key.number = self->number;
    request.change.replaces = self->head;
    return request;
}

/* A title may be longer than the line: it comes last. */
static void announce(struct session *session, const struct evidence *evidence) {
    char warnings[128];
    char size[SIZE_TEXT_MAX];
    if (evidence->promised) {
        session_say(session, STYLE_NORMAL, "Tersimpan, menyusul%s: \"%s\"",
                    evidence->allowed ? " dan diizinkan" : ". Minta atasan mengizinkannya (I)",
                    evidence->title);
        return;
    }
    warning_set found = warning_evidence(evidence, session->quarter);
    warning_print(found, warnings, sizeof warnings);
    size_print(evidence->size, size);
    if (found)
        session_say(session, STYLE_WARNING, "Tersimpan. Periksa: %s", warnings);
    else
        session_say(session, STYLE_NORMAL, "Tersimpan%s%s: \"%s\"", evidence->file ? ", berkas " : "",
                    evidence->file ? size : "", evidence->title);
}

/* Somebody was first: both side by side; or, where it was removed, mine may stand as a new one. */
static enum next settle_stale(struct evidence_form *self, const struct request *request,
                              const struct record *theirs) {
    struct session *session = self->screen.session;
    if (!theirs->evidence.removed) {
        self->in_conflict = true;
        return screen_open(session, conflict_new(session, request, theirs));
    }
    self->number = 0;
    self->head = (struct event_id){0};
    self->fields.typed = true;
    session_say(session, STYLE_WARNING, "%s menghapusnya. Ctrl-S = lampirkan sebagai bukti baru",
                office_name(session->office, theirs->changed_by));
    return NEXT_STAY;
}

static enum next save(struct evidence_form *self) {
    struct session *session = self->screen.session;
    struct outcome outcome;
    bool stale;
    if (!evidence_fields_take(&self->fields))
        return NEXT_STAY;
    struct request request = request_of(self);
    struct err err = {0};
    if (!office_fulfil(session->office, session->focus, &request, &err))
        return session_fail(session, &err), NEXT_STAY;
    if (!session_change(session, &request, &outcome, &stale))
        return stale ? settle_stale(self, &request, &outcome.record) : NEXT_STAY;
    session->last = outcome.record.evidence;
    announce(session, &session->last);
    return NEXT_BACK;
}

/* --- keys --- */

static enum next edit(struct evidence_form *self, const struct key *key) {
    struct evidence_fields *fields = &self->fields;
    if (fields->form.current == FIELD_KIND && line_edit_key_changes(key))
        return evidence_fields_pick_kind(fields, key), NEXT_STAY;
    fields->typed |= line_edit_key_changes(key);
    enum form_result result = form_key(&fields->form, key);
    if (result == FORM_KEEP)
        return save(self);
    return result == FORM_TAKEN ? NEXT_STAY : NEXT_PASS;
}

/* Enter keeps as soon as nothing is missing; in the place of a file it reads the file anew. */
static enum next type(struct screen *screen, const struct key *key) {
    struct evidence_form *self = self_of(screen);
    struct evidence_fields *fields = &self->fields;
    if (!form_key_leaves(key))
        return edit(self, key);
    session_quiet(screen->session);
    bool in_place = fields->form.current == FIELD_PLACE;
    if (in_place && key->code == KEY_TAB && evidence_fields_complete_path(fields))
        return NEXT_STAY;
    if (!evidence_fields_check(fields, key->code == KEY_ENTER))
        return NEXT_STAY;
    if (key->code == KEY_ENTER && evidence_fields_complete(fields))
        return save(self);
    return edit(self, key);
}

static enum next act(struct screen *screen, enum action action) {
    if (action == ACTION_BACK && self_of(screen)->fields.typed)
        session_say(screen->session, STYLE_NORMAL, "Batal, ketikan dibuang");
    return screen_act(screen, action);
}

/* --- drawing --- */

static void draw(const struct screen *screen, struct surface *surface) {
    const struct session *session = screen->session;
    int width = surface_columns(surface);
    surface_printf(surface, at(ROW_WHAT, 1, width - 1), STYLE_NORMAL, "%s  %s", session->focus->code,
                   session->focus->description);
    int row = ROW_FORM + evidence_fields_draw(&self_in(screen)->fields, surface, ROW_FORM);
    surface_put(surface, at(row + 1, 1, width - 1), STYLE_NORMAL,
                "Tempat: jalur berkas, misalnya ~/Dokumen/laporan.pdf (Tab melengkapinya), atau");
    surface_put(surface, at(row + 2, 1, width - 1), STYLE_NORMAL,
                "kata-kata. Berkas tetap di tempatnya; ukuran dan sidik isinya dicatat.");
    surface_put(surface, at(row + 3, 1, width - 1), STYLE_NORMAL,
                "Belum ada? Tempat: menyusul, Tanggal: kapan ia ada. Atasan mengizinkannya.");
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct session *session = screen->session;
    snprintf(out, TITLE_TEXT_MAX, "%s BUKTI | %s | %s %d", self_in(screen)->number ? "UBAH" : "TAMBAH",
             session->focus->code, quarter_name(session->quarter.number), session->quarter.year);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct evidence_fields *fields = &self_in(screen)->fields;
    bool complete = evidence_fields_complete(fields);
    if (fields->evidence.promised && !fields->typed)
        snprintf(out, TITLE_TEXT_MAX, "Masih menyusul. Sudah ada? Tulis tempat dan tanggalnya. Esc batal.");
    else
        snprintf(out, TITLE_TEXT_MAX, "%s Esc batal.",
                 complete ? "Enter menyimpan." : "Enter ke kolom berikut; Ctrl-S menyimpan.");
}

/* --- drafts and life --- */

/* The record that is changed, as it stands now. */
static bool find_record(struct evidence_form *self, struct record *found) {
    struct session *session = self->screen.session;
    struct evidence_list list = {0};
    struct err err = {0};
    bool here = false;
    if (!evidence_list_load(&list, session->office, session->focus, session->quarter, &err))
        session_fail(session, &err);
    for (int i = 0; i < list.attached.count && !here; i++) {
        here = list.attached.record[i].key.number == self->number;
        *found = list.attached.record[i];
    }
    evidence_list_release(&list);
    return here;
}

/* After a conflict: what was typed goes on over the new head, or what stands now is shown. */
static void reload(struct screen *screen) {
    struct evidence_form *self = self_of(screen);
    struct record record;
    if (!self->in_conflict)
        return;
    self->in_conflict = false;
    if (!find_record(self, &record))
        return;
    self->head = record.head;
    if (!screen->session->retype)
        evidence_fields_put(&self->fields, &record.evidence);
}

static bool draft(const struct screen *screen, struct draft *draft) {
    const struct evidence_form *self = self_in(screen);
    const struct session *session = screen->session;
    if (!self->fields.typed)
        return false;
    snprintf(draft->screen, sizeof draft->screen, "bukti");
    draft->key =
        (struct record_key){.kind = RECORD_EVIDENCE, .quarter = session->quarter, .number = self->number};
    snprintf(draft->key.code, sizeof draft->key.code, "%s", session->focus->code);
    draft->head = self->head;
    evidence_fields_draft(&self->fields, draft);
    return true;
}

static void restore(struct screen *screen, const struct draft *draft) {
    struct evidence_form *self = self_of(screen);
    struct record record;
    self->number = draft->key.number;
    self->head = draft->head;
    if (self->number && find_record(self, &record))
        self->fields.evidence = record.evidence;
    evidence_fields_restore(&self->fields, draft);
}

static void form_free(struct screen *screen) {
    free(self_of(screen));
}

static const struct screen_ops ops = {
    .name = "bukti",
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
    .free = form_free,
};

struct screen *evidence_form_new(struct session *session) {
    struct evidence_form *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    evidence_fields_init(&self->fields, session);
    return &self->screen;
}

struct screen *evidence_form_for(struct session *session, const struct requirement *slot) {
    struct screen *screen = evidence_form_new(session);
    if (slot)
        evidence_fields_put_slot(&self_of(screen)->fields, slot);
    return screen;
}

struct screen *evidence_form_edit(struct session *session, const struct record *record) {
    struct screen *screen = evidence_form_new(session);
    struct evidence_form *self = self_of(screen);
    self->number = record->key.number;
    self->head = record->head;
    evidence_fields_put(&self->fields, &record->evidence);
    return screen;
}
