/* Konflik: somebody else saved first. Both values side by side, with author and time, and the person chooses.
 *
 * Keys typed ahead must not choose: the letters are none a value can begin with, and Enter takes a choice
 * only after it was walked to. */
#include "base/buf.h"
#include "base/memory.h"
#include "model/apply.h"
#include "screen/screens.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_WHAT = 1, ROW_WHO = 2, ROW_SIDES = 4, LABEL_COLUMNS = 19, FIELDS_MAX = 5, CHOICE_ROWS = 4 };

/* The choices as rows of a list. */
enum { CHOICE_NONE, CHOICE_MINE, CHOICE_THEIRS, CHOICE_RETYPE, CHOICES };

struct conflict {
    struct screen screen;
    struct request request;
    struct record mine, theirs;
    struct table table;
};

static const struct binding bindings[] = {
    {.key = KEY_UP, .action = ACTION_UP},
    {.key = KEY_DOWN, .action = ACTION_DOWN},
    {.key = KEY_ENTER, .weight = 8, .action = ACTION_OPEN},
    {.key = KEY_NONE, .letter = 'I', .weight = 9, .action = ACTION_MINE},
    {.key = KEY_NONE, .letter = 'N', .weight = 9, .action = ACTION_THEIRS},
    {.key = KEY_NONE, .letter = 'K', .weight = 9, .action = ACTION_RETYPE},
    BINDINGS_COMMON,
};

static struct conflict *conflict_of(struct screen *screen) {
    return (struct conflict *)screen;
}

static const struct conflict *conflict_in(const struct screen *screen) {
    return (const struct conflict *)screen;
}

static const struct indicator *indicator_of(const struct conflict *conflict) {
    const struct record_key *key = &conflict->theirs.key;
    return config_indicator(conflict->screen.session->config, key->quarter, key->code);
}

static const char *their_name(const struct conflict *conflict) {
    return config_name(conflict->screen.session->config, conflict->theirs.changed_by);
}

/* --- both sides in words --- */

static void print_actual(const struct indicator *indicator, const struct record *record, int field,
                         struct buf *out) {
    (void)field;
    char text[128];
    if (!record->actual.filled) {
        buf_text(out, "(kosong)");
        return;
    }
    measure_print(record->actual.value, &indicator->measure, text, sizeof text);
    buf_printf(out, "%s%s", text, record->actual.provisional ? " (sementara)" : "");
}

static void print_notes(const struct indicator *indicator, const struct record *record, int field,
                        struct buf *out) {
    (void)indicator;
    const char *text = record->notes.text[field];
    buf_text(out, *text ? text : "(kosong)");
}

static void print_evidence(const struct indicator *indicator, const struct record *record, int field,
                           struct buf *out) {
    (void)indicator;
    const struct evidence *evidence = &record->evidence;
    char date[CLOCK_TEXT_MAX];
    date_print_short(evidence->date, date);
    const char *const texts[] = {evidence->title, evidence_kind_words.term[evidence->kind].label,
                                 evidence->number, date, evidence->promised ? "menyusul" : evidence->place};
    const char *text = field == 0 && evidence->removed ? "(dihapus)" : texts[field];
    buf_text(out, *text ? text : "-");
}

static const char *const actual_labels[] = {"Realisasi"};
static const char *const notes_labels[] = {"Keterangan", "Faktor pendorong", "Faktor penghambat",
                                           "Tindak lanjut"};
static const char *const evidence_labels[] = {"Judul", "Jenis", "Nomor", "Tanggal", "Tempat"};

#define LABELS(labels) .label = (labels), .count = sizeof(labels) / sizeof *(labels)
static const struct {
    const char *const *label;
    int count;
    void (*print)(const struct indicator *indicator, const struct record *record, int field, struct buf *out);
} kinds[RECORD_KIND_COUNT] = {
    [RECORD_ACTUAL] = {LABELS(actual_labels), .print = print_actual},
    [RECORD_NOTES] = {LABELS(notes_labels), .print = print_notes},
    [RECORD_EVIDENCE] = {LABELS(evidence_labels), .print = print_evidence},
};
#undef LABELS

/* --- drawing --- */

static int draw_field(const struct conflict *conflict, struct surface *surface, struct span span, int field) {
    const struct indicator *indicator = indicator_of(conflict);
    enum record_kind kind = conflict->theirs.key.kind;
    int half = (span.width - LABEL_COLUMNS) / 2;
    int rows = 2 + (surface_rows(surface) - 24) / (2 * FIELDS_MAX);
    struct buf mine = {0}, theirs = {0};
    kinds[kind].print(indicator, &conflict->mine, field, &mine);
    kinds[kind].print(indicator, &conflict->theirs, field, &theirs);
    bool differ = strcmp(buf_string(&mine), buf_string(&theirs)) != 0;
    surface_printf(surface, at(span.row, 0, LABEL_COLUMNS), differ ? STYLE_TITLE : STYLE_NORMAL, "%c%s",
                   differ ? '!' : ' ', kinds[kind].label[field]);
    struct span left = at(span.row, LABEL_COLUMNS, half - 1);
    struct span right = at(span.row, LABEL_COLUMNS + half, half - 1);
    int used = surface_wrap(surface, left, rows, STYLE_NORMAL, buf_string(&mine));
    int other = surface_wrap(surface, right, rows, STYLE_NORMAL, buf_string(&theirs));
    buf_release(&mine);
    buf_release(&theirs);
    return used > other ? used : other;
}

static void draw_choices(const struct conflict *conflict, struct surface *surface, int row) {
    char theirs[TITLE_TEXT_MAX];
    snprintf(theirs, sizeof theirs, "N  Pakai isian %s", their_name(conflict));
    const char *const choices[CHOICES] = {"Mana yang dipakai?", "I  Pakai isian saya", theirs,
                                          "K  Ketik baru (Esc)"};
    for (int i = 0; i < CHOICES; i++)
        surface_put(surface, at(row + i, i ? 3 : 1, 76), i ? STYLE_NORMAL : STYLE_TITLE, choices[i]);
    int chosen = conflict->table.cursor;
    if (chosen)
        surface_put(surface, at(row + chosen, 1, 1), STYLE_NORMAL, ">");
    surface_cursor(surface, row + chosen, chosen ? 1 : 0);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct conflict *conflict = conflict_in(screen);
    const struct indicator *indicator = indicator_of(conflict);
    int width = surface_columns(surface);
    int half = (width - LABEL_COLUMNS) / 2;
    char when[CLOCK_TEXT_MAX];
    clock_print(conflict->theirs.changed_at, screen->session->config->zone, when);
    surface_printf(surface, at(ROW_WHAT, 1, width - 1), STYLE_NORMAL, "%s  %s", indicator->code,
                   indicator->description);
    surface_printf(surface, at(ROW_WHO, 1, width - 1), STYLE_NORMAL,
                   "%s menyimpan lebih dahulu. Belum ada yang ditimpa.", their_name(conflict));
    surface_put(surface, at(ROW_SIDES, LABEL_COLUMNS, half - 1), STYLE_TITLE, "Isian saya");
    surface_printf(surface, at(ROW_SIDES, LABEL_COLUMNS + half, half), STYLE_TITLE, "Isian %s",
                   their_name(conflict));
    surface_put(surface, at(ROW_SIDES + 1, LABEL_COLUMNS, half - 1), STYLE_NORMAL, "belum disimpan");
    surface_put(surface, at(ROW_SIDES + 1, LABEL_COLUMNS + half, half), STYLE_NORMAL, when);
    int row = ROW_SIDES + 2;
    for (int field = 0; field < kinds[conflict->theirs.key.kind].count; field++)
        row += draw_field(conflict, surface, at(row, 0, width), field);
    draw_choices(conflict, surface, row + (row + CHOICES < surface_rows(surface) - 3));
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct record_key *key = &conflict_in(screen)->theirs.key;
    snprintf(out, TITLE_TEXT_MAX, "DIUBAH ORANG LAIN | %s | %s %d", key->code,
             quarter_name(key->quarter.number), key->quarter.year);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    (void)screen;
    snprintf(out, TITLE_TEXT_MAX, "Pilih dengan I, N atau K; atau panah, lalu Enter.");
}

/* --- choosing --- */

static enum next leave(struct conflict *conflict, bool retype) {
    conflict->screen.session->retype = retype;
    return NEXT_BACK;
}

static enum next use_mine(struct conflict *conflict) {
    struct session *session = conflict->screen.session;
    struct outcome outcome;
    bool stale;
    conflict->request.change.replaces = conflict->theirs.head;
    if (session_change(session, &conflict->request, &outcome, &stale)) {
        session_say(session, STYLE_NORMAL, "%s: isian Anda yang dipakai. Z = urungkan",
                    conflict->theirs.key.code);
        return leave(conflict, false);
    }
    if (stale) {
        conflict->theirs = outcome.record;
        session_say(session, STYLE_WARNING, "%s baru saja mengubahnya lagi. Pilih sekali lagi.",
                    their_name(conflict));
    }
    return NEXT_STAY;
}

static enum next use_theirs(struct conflict *conflict) {
    session_say(conflict->screen.session, STYLE_NORMAL, "%s: isian %s yang dipakai",
                conflict->theirs.key.code, their_name(conflict));
    return leave(conflict, false);
}

static enum action chosen(const struct conflict *conflict) {
    static const enum action choices[CHOICES] = {ACTION_NONE, ACTION_MINE, ACTION_THEIRS, ACTION_RETYPE};
    return choices[conflict->table.cursor];
}

static enum next act(struct screen *screen, enum action action) {
    struct conflict *conflict = conflict_of(screen);
    if (table_act(&conflict->table, action))
        return NEXT_STAY;
    if (action == ACTION_OPEN)
        action = chosen(conflict);
    if (action == ACTION_MINE)
        return use_mine(conflict);
    if (action == ACTION_THEIRS)
        return use_theirs(conflict);
    if (action == ACTION_RETYPE || action == ACTION_BACK)
        return leave(conflict, true);
    return screen_act(screen, action);
}

static void reload(struct screen *screen) {
    table_size(&conflict_of(screen)->table, CHOICES, CHOICES);
}

static void conflict_free(struct screen *screen) {
    free(conflict_of(screen));
}

static const struct screen_ops ops = {
    .name = "konflik",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = conflict_free,
};

struct screen *conflict_new(struct session *session, const struct request *mine,
                            const struct record *theirs) {
    struct conflict *conflict = memory_alloc(1, sizeof *conflict);
    const struct event event = {.change = mine->change};
    conflict->screen = (struct screen){.ops = &ops, .session = session};
    conflict->request = *mine;
    conflict->theirs = *theirs;
    record_init(&conflict->mine, &theirs->key);
    apply(&conflict->mine, &event);
    return &conflict->screen;
}
