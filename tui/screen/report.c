/* Laporan: which report, of what, in which format, and where it shall lie. */
#include "base/memory.h"
#include "base/text.h"
#include "report/build.h"
#include "report/press.h"
#include "screen/ask_fields.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/path_edit.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROW_ABOUT = 1, ROW_FIELDS = 4, ROWS_OF_PROGRESS = 2 };

enum {
    FIELD_KIND,
    FIELD_QUARTER,
    FIELD_UNIT,
    FIELD_FORMAT,
    FIELD_SIGNING,
    FIELD_DATE,
    FIELD_NUMBER_OF,
    FIELD_PATH,
    FIELD_COUNT
};

struct report_screen {
    struct screen screen;
    struct ask_fields fields;
    struct press *press; /* on its way; NULL: none */
    char *path;          /* where it goes, owned; NULL: not settled */
    bool asking;         /* whether what lies there may be replaced */
};

static const struct binding bindings[] = {
    {.key = KEY_TAB, .weight = 8, .action = ACTION_FIELD},
    {.key = KEY_KEEP, .weight = 9, .action = ACTION_KEEP},
    {.key = KEY_F1, .weight = 9, .action = ACTION_HELP},
    {.key = KEY_ESCAPE, .weight = 8, .action = ACTION_BACK},
    {.key = KEY_F10, .weight = 2, .action = ACTION_QUIT},
};

/* --- fields --- */

static const struct term periods[] = {
    {"1", "TW I", ""}, {"2", "TW II", ""}, {"3", "TW III", ""}, {"4", "TW IV", ""}, {"5", "Tahun", ""}};
static const struct vocabulary period_words = {.name = "periode", .term = periods, .count = PERIODS};

/* The screen comes first: to be looked at before it is written. */
#define X(id, word, label) {word, label, ""},
static const struct term ways[] = {{"layar", "Layar", ""}, REPORT_FORMATS(X)};
#undef X
enum { WAY_SCREEN, WAY_COUNT = sizeof ways / sizeof *ways };
static const struct vocabulary way_words = {.name = "format", .term = ways, .count = WAY_COUNT};

static const struct ask_field fields[FIELD_COUNT] = {
    [FIELD_KIND] = {.name = "jenis",
                    .label = "Laporan",
                    .missing = "Laporan belum dipilih",
                    .rows = 1,
                    .choices = &report_words},
    [FIELD_QUARTER] = {.name = "periode",
                       .label = "Periode",
                       .missing = "Periode belum dipilih",
                       .rows = 1,
                       .choices = &period_words},
    [FIELD_UNIT] = {.name = "bidang",
                    .label = "Bidang",
                    .hint = "kosong: semua",
                    .max = CODE_MAX,
                    .rows = 1,
                    .unit = true},
    [FIELD_FORMAT] = {.name = "format",
                      .label = "Bentuk",
                      .missing = "Bentuk belum dipilih",
                      .rows = 1,
                      .choices = &way_words},
    [FIELD_SIGNING] = {.name = "tanda_tangan",
                       .label = "Tanda tangan",
                       .missing = "Tanda tangan belum dipilih",
                       .rows = 1,
                       .choices = &report_signing_words},
    [FIELD_DATE] = {.name = "tanggal",
                    .label = "Tanggal",
                    .hint = "di atas tanda tangan; kosong: titik-titik",
                    .rows = 1,
                    .date = true},
    [FIELD_NUMBER_OF] = {.name = "nomor",
                         .label = "Nomor",
                         .hint = "nomor berita acara; boleh kosong",
                         .max = NUMBER_MAX,
                         .rows = 1},
    [FIELD_PATH] = {.name = "tempat",
                    .label = "Berkas",
                    .hint = "kosong: nama di atas",
                    .max = PLACE_MAX,
                    .rows = 2,
                    .path = true},
};
static const struct ask_kind kind = {.name = "laporan", .field = fields, .field_count = FIELD_COUNT};

static struct report_screen *self_of(struct screen *screen) {
    return (struct report_screen *)screen;
}

static const struct report_screen *self_in(const struct screen *screen) {
    return (const struct report_screen *)screen;
}

static int chosen(const struct report_screen *self, int field) {
    return self->fields.choice[field];
}

/* "~/laporan-triwulan-koperasi-2025-TW3.pdf": where it goes when nothing else is said. */
static void usual_path(const struct report_screen *self, char out[PLACE_MAX + 1]) {
    const struct session *session = self->screen.session;
    int format = chosen(self, FIELD_FORMAT) - 1, unit = chosen(self, FIELD_UNIT),
        report = chosen(self, FIELD_KIND);
    struct quarter quarter = {session->quarter.year, chosen(self, FIELD_QUARTER) + 1};
    char period[QUARTER_TEXT_MAX];
    quarter_print(quarter, period);
    snprintf(out, PLACE_MAX + 1, "~/laporan-%s-%s%s%s.%s", report_words.term[report < 0 ? 0 : report].word,
             unit < 0 ? "" : self->fields.unit[unit].word, unit < 0 ? "" : "-", period,
             report_format_ending((enum report_format)(format < 0 ? 0 : format)));
}

/* --- making it --- */

static void read_request(const struct report_screen *self, const char *const text[],
                         struct report_request *request) {
    const struct session *session = self->screen.session;
    *request = (struct report_request){
        .kind = (enum report_kind)chosen(self, FIELD_KIND),
        .unit = *text[FIELD_UNIT] ? config_unit(office_config(session->office), text[FIELD_UNIT]) : NULL,
        .quarter = {session->quarter.year, chosen(self, FIELD_QUARTER) + 1},
        .signing = (enum report_signing)chosen(self, FIELD_SIGNING),
        .number = text[FIELD_NUMBER_OF],
    };
    date_parse_typed(text[FIELD_DATE], office_today(session->office), &request->date);
}

static void forget(struct report_screen *self) {
    press_close(self->press);
    self->press = NULL;
    self->screen.session->watch = -1;
}

static void settle_path(struct report_screen *self, const char *typed) {
    char usual[PLACE_MAX + 1];
    struct buf path = {0};
    usual_path(self, usual);
    path_expand(*typed ? typed : usual, &path);
    free(self->path);
    self->path = path.data;
}

/* What was made is kept where it belongs, and said. */
static void finish(struct report_screen *self) {
    struct session *session = self->screen.session;
    struct err err = {0};
    bool ok = press_finish(self->press, &err) && press_put(self->press, self->path, self->asking, &err);
    if (ok) {
        char size[SIZE_TEXT_MAX];
        size_print(press_document(self->press)->length, size);
        session_say(session, STYLE_NORMAL, "Tersimpan: %s (%s)", self->path, size);
    } else {
        session_fail(session, &err);
    }
    self->asking = false;
    forget(self);
}

static enum next begin(struct report_screen *self) {
    struct session *session = self->screen.session;
    const char *text[ASK_FIELDS_MAX];
    struct report_request request;
    struct report report;
    struct err err = {0};
    if (!ask_fields_take(&self->fields, text))
        return NEXT_STAY;
    int way = chosen(self, FIELD_FORMAT);
    read_request(self, text, &request);
    bool ok = report_build(session->office, &request, &report, &err);
    if (ok && way == WAY_SCREEN)
        return screen_open(session, report_preview_new(session, &report));
    ok = ok && press_start(&report, (enum report_format)(way - 1), &self->press, &err);
    report_release(&report);
    if (!ok) {
        session_fail(session, &err);
        forget(self);
        return NEXT_STAY;
    }
    session->watch = press_descriptor(self->press);
    if (session->watch < 0)
        finish(self);
    return NEXT_STAY;
}

static enum next keep(struct report_screen *self) {
    struct session *session = self->screen.session;
    const char *text[ASK_FIELDS_MAX];
    if (!ask_fields_take(&self->fields, text))
        return NEXT_STAY;
    settle_path(self, text[FIELD_PATH]);
    self->asking = chosen(self, FIELD_FORMAT) != WAY_SCREEN && access(self->path, F_OK) == 0;
    if (!self->asking)
        return begin(self);
    session_say(session, STYLE_WARNING, "%s sudah ada. Timpa? Y/T", self->path);
    return NEXT_STAY;
}

static void news(struct screen *screen) {
    struct report_screen *self = self_of(screen);
    press_follow(self->press);
    if (press_progress(self->press).done)
        finish(self);
}

/* --- keys --- */

static enum next answer(struct report_screen *self, const struct key *key) {
    bool yes = key->code == KEY_TEXT && !key->pasted && (key->point == 'Y' || key->point == 'y');
    session_quiet(self->screen.session);
    if (yes)
        return begin(self);
    self->asking = false;
    session_say(self->screen.session, STYLE_NORMAL, "Tidak ditimpa; tulis nama lain di Berkas");
    return NEXT_STAY;
}

static enum next cancel(struct report_screen *self, const struct key *key) {
    if (key->code != KEY_ESCAPE && key->code != KEY_CANCEL)
        return NEXT_STAY;
    forget(self);
    self->asking = false;
    session_say(self->screen.session, STYLE_NORMAL, "Dibatalkan; tidak ada berkas yang ditulis");
    return NEXT_STAY;
}

static enum next type(struct screen *screen, const struct key *key) {
    struct report_screen *self = self_of(screen);
    if (self->press)
        return cancel(self, key);
    if (self->asking)
        return answer(self, key);
    switch (ask_fields_key(&self->fields, key)) {
    case FORM_TAKEN:
        return NEXT_STAY;
    case FORM_KEEP:
        return keep(self);
    case FORM_CANCEL:
        session_quiet(screen->session);
        return NEXT_BACK;
    case FORM_PASS:
        break;
    }
    return NEXT_PASS;
}

static enum next act(struct screen *screen, enum action action) {
    return screen_act(screen, action);
}

/* --- drawing --- */

static void reload(struct screen *screen) {
    ask_fields_place(&self_of(screen)->fields,
                     screen->session->rows - ROW_FIELDS - ROWS_OF_PROGRESS - BAR_BOTTOM_ROWS);
}

static void draw_progress(const struct report_screen *self, struct surface *surface, int row) {
    enum { BAR = 40 };
    struct press_progress progress = press_progress(self->press);
    int full = progress.of ? progress.rows * BAR / progress.of : 0;
    surface_printf(surface, at(row, 1, 30), STYLE_NORMAL, "Menulis %d dari %d baris", progress.rows,
                   progress.of);
    for (int i = 0; i < BAR; i++)
        surface_put(surface, at(row, 32 + i, 1), STYLE_NORMAL, i < full ? "█" : "░");
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct report_screen *self = self_in(screen);
    int kind_of = chosen(self, FIELD_KIND), width = surface_columns(surface) - 1;
    char usual[PLACE_MAX + 1];
    usual_path(self, usual);
    surface_put(surface, at(ROW_ABOUT, 1, width), STYLE_NORMAL,
                kind_of < 0 ? "" : report_words.term[kind_of].help);
    if (chosen(self, FIELD_FORMAT) > WAY_SCREEN)
        surface_put(surface, at(ROW_ABOUT + 1, 1, width), STYLE_NORMAL, usual);
    ask_fields_draw(&self->fields, surface, ROW_FIELDS);
    if (self->press)
        draw_progress(self, surface, surface_rows(surface) - BAR_BOTTOM_ROWS - ROWS_OF_PROGRESS);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    snprintf(out, TITLE_TEXT_MAX, "LAPORAN %d", screen->session->quarter.year);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct report_screen *self = self_in(screen);
    snprintf(out, TITLE_TEXT_MAX, "%s",
             self->press ? "Sedang ditulis. Esc membatalkan."
             : chosen(self, FIELD_FORMAT) > WAY_SCREEN
                 ? "Ctrl-S menulis berkasnya. Bentuk 1 Layar: dilihat dulu. Esc kembali."
                 : "Ctrl-S memperlihatkannya. Esc kembali.");
}

static void report_free(struct screen *screen) {
    struct report_screen *self = self_of(screen);
    forget(self);
    free(self->path);
    free(self);
}

static const struct screen_ops ops = {
    .name = "laporan",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .title = title,
    .hint = hint,
    .draw = draw,
    .type = type,
    .act = act,
    .reload = reload,
    .news = news,
    .free = report_free,
};

struct screen *report_new(struct session *session) {
    struct report_screen *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    ask_fields_init(&self->fields, session, &kind);
    ask_fields_put(&self->fields, FIELD_KIND, report_words.term[REPORT_QUARTER].word);
    ask_fields_put(&self->fields, FIELD_QUARTER, periods[session->quarter.number - 1].word);
    ask_fields_put(&self->fields, FIELD_UNIT, session->unit ? session->unit->code : "");
    ask_fields_put(&self->fields, FIELD_FORMAT, ways[WAY_SCREEN].word);
    ask_fields_put(&self->fields, FIELD_SIGNING, report_signing_words.term[SIGNING_BY_NAME].word);
    return &self->screen;
}
