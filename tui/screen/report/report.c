/* Laporan: which report, of what, in which format, and where it shall lie. */
#include "base/memory.h"
#include "base/text.h"
#include "own/output.h"
#include "screen/report/report_form.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROW_ABOUT = 1, ROW_FIELDS = 4, ROWS_OF_PROGRESS = 2 };

struct report_screen {
    struct screen screen;
    struct report_form form;
    struct press *press; /* on its way; NULL: none */
    char *path;          /* where it goes, owned; NULL: not settled */
    bool asking;         /* whether what lies there may be replaced */
    bool told;           /* the message says where the file now lies, and no key came since */
};

static const struct binding bindings[] = {
    {.key = KEY_TAB, .weight = 8, .action = ACTION_FIELD},
    {.key = KEY_KEEP, .weight = 9, .action = ACTION_MAKE},
    {.key = KEY_F1, .weight = 9, .action = ACTION_HELP},
    {.key = KEY_ESCAPE, .weight = 8, .action = ACTION_BACK},
    {.key = KEY_F10, .weight = 2, .action = ACTION_QUIT},
};

static const char *const help[] = {
    "",
    "Memilih",
    "  1 sampai 9, 0    yang bernomor itu",
    "  huruf            yang dimulai dengan huruf itu; sekali lagi: yang berikutnya",
    "  Kiri, Kanan      yang sebelumnya, yang berikutnya",
    "",
    "Laporan",
    "  Triwulan         target, realisasi dan capaian; dengan rata-rata dan lampiran",
    "  Tahunan          keempat triwulan dan tahunnya",
    "  Rencana aksi     target tahun dan tiap triwulan",
    "  Evaluasi         rencana aksi dengan hasil, penghambat dan tindak lanjutnya",
    "  Belum lengkap    yang masih kurang per bidang, siap dikirim sebagai pesan",
    "  Bukti            daftar data dukung dan keadaannya",
    "  Berita acara     hasil verifikasi satu bidang, untuk ditandatangani",
    "  Rekomendasi      yang diminta dan tindak lanjutnya, setahun",
    "  Verifikasi       lembar periksa Tim SAKIP: ada atau tidak, sesuai atau tidak",
    "  Formulir         isian kosong di kertas, bagi yang tanpa komputer",
    "",
    "Bentuk",
    "  Layar            dilihat dulu; tidak ada berkas yang ditulis",
    "  Teks             dibaca di terminal mana pun",
    "  CSV              bagi program lain; CSV untuk Excel bagi Excel sendiri",
    "  HTML             tabelnya disalin ke Word atau Writer, bagi narasi LKjIP",
    "  Excel            untuk dikirim dan dihitung lagi",
    "  PDF              untuk dicetak dan ditandatangani",
    NULL,
};

static struct report_screen *self_of(struct screen *screen) {
    return (struct report_screen *)screen;
}

static const struct report_screen *self_in(const struct screen *screen) {
    return (const struct report_screen *)screen;
}

/* --- making it --- */

static void forget(struct report_screen *self) {
    press_close(self->press);
    self->press = NULL;
    self->screen.session->watch = -1;
}

static void settle_path(struct report_screen *self) {
    struct buf path = {0};
    report_form_path(&self->form, &path);
    free(self->path);
    self->path = path.data;
}

static void tell(struct report_screen *self) {
    char size[SIZE_TEXT_MAX];
    char *lies = realpath(self->path, NULL);
    size_print(press_document(self->press)->length, size);
    session_say(self->screen.session, STYLE_NORMAL, "Tersimpan: %s (%s)", lies ? lies : self->path, size);
    self->told = true;
    free(lies);
}

/* What was made is kept where it belongs, and said. */
static void finish(struct report_screen *self) {
    struct err err = {0};
    if (press_finish(self->press, &err) && press_put(self->press, self->path, self->asking, &err))
        tell(self);
    else
        session_fail(self->screen.session, &err);
    self->asking = false;
    forget(self);
}

static bool build(struct report_screen *self, const struct report_request *request, struct report *report) {
    struct session *session = self->screen.session;
    struct err err = {0};
    if (report_build(session->office, request, report, &err))
        return true;
    report_release(report);
    if (err.kind == ERR_USAGE) {
        err_set(&err, ERR_USAGE, "%s dibuat per bidang: pilih Bidang",
                report_words.term[request->kind].label);
        self->form.fields.form.current = REPORT_FIELD_UNIT;
    }
    session_fail(session, &err);
    self->asking = false;
    return false;
}

static void write_as(struct report_screen *self, const struct report *report, enum report_format format) {
    struct session *session = self->screen.session;
    struct err err = {0};
    if (!press_start(report, format, &self->press, &err)) {
        session_fail(session, &err);
        self->asking = false;
        forget(self);
        return;
    }
    session->watch = press_descriptor(self->press);
    if (session->watch < 0)
        finish(self);
}

static enum next begin(struct report_screen *self) {
    struct report_request request;
    struct report report;
    enum report_format format;
    if (!report_form_take(&self->form, &request) || !build(self, &request, &report))
        return NEXT_STAY;
    if (!report_form_writes(&self->form, &format))
        return screen_open(self->screen.session, report_preview_new(self->screen.session, &report));
    write_as(self, &report, format);
    report_release(&report);
    return NEXT_STAY;
}

static bool may_write(struct report_screen *self) {
    struct session *session = self->screen.session;
    struct err err = {0};
    if (output_allowed(office_facts(session->office).directory, self->path, &err))
        return true;
    self->form.fields.form.current = REPORT_FIELD_PATH;
    session_fail(session, &err);
    return false;
}

static enum next keep(struct report_screen *self) {
    struct session *session = self->screen.session;
    struct report_request request;
    enum report_format format;
    session_quiet(session);
    if (!report_form_take(&self->form, &request))
        return NEXT_STAY;
    settle_path(self);
    bool writes = report_form_writes(&self->form, &format);
    if (writes && !may_write(self))
        return NEXT_STAY;
    self->asking = writes && access(self->path, F_OK) == 0;
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
    bool told = self->told;
    self->told = false;
    if (self->press)
        return cancel(self, key);
    if (self->asking)
        return answer(self, key);
    switch (ask_fields_key(&self->form.fields, key)) {
    case FORM_TAKEN:
        return NEXT_STAY;
    case FORM_KEEP:
        return keep(self);
    case FORM_CANCEL:
        if (!told) /* an Esc that came too late to undo it */
            session_quiet(screen->session);
        return NEXT_BACK;
    case FORM_PASS:
        break;
    }
    return NEXT_PASS;
}

/* --- drawing --- */

static void reload(struct screen *screen) {
    ask_fields_place(&self_of(screen)->form.fields,
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
    int width = surface_columns(surface) - 1;
    char usual[PLACE_MAX + 1];
    enum report_format format;
    report_form_usual_name(&self->form, usual);
    surface_put(surface, at(ROW_ABOUT, 1, width), STYLE_NORMAL,
                report_words.term[report_form_kind(&self->form)].help);
    bool unnamed = self->form.fields.field[REPORT_FIELD_PATH].edit.length == 0;
    if (unnamed && report_form_writes(&self->form, &format))
        surface_printf(surface, at(ROW_ABOUT + 1, 1, width), STYLE_NORMAL, "~/%s", usual);
    ask_fields_draw(&self->form.fields, surface, ROW_FIELDS);
    if (self->press)
        draw_progress(self, surface, surface_rows(surface) - BAR_BOTTOM_ROWS - ROWS_OF_PROGRESS);
}

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    if (self_in(screen)->form.one_year)
        snprintf(out, TITLE_TEXT_MAX, "LAPORAN %d", screen->session->quarter.year);
    else
        snprintf(out, TITLE_TEXT_MAX, "LAPORAN");
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    const struct report_screen *self = self_in(screen);
    const struct ask_fields *fields = &self->form.fields;
    bool choosing = ask_fields_choices(fields, fields->form.current);
    enum report_format format;
    if (self->press)
        snprintf(out, TITLE_TEXT_MAX, "Sedang ditulis. Esc membatalkan.");
    else
        snprintf(out, TITLE_TEXT_MAX, "%sCtrl-S %s.",
                 choosing ? "Pilih dengan angka, huruf depan atau panah. " : "",
                 report_form_writes(&self->form, &format) ? "menulis berkasnya" : "memperlihatkannya");
}

static void report_free(struct screen *screen) {
    struct report_screen *self = self_of(screen);
    forget(self);
    report_form_release(&self->form);
    free(self->path);
    free(self);
}

static const struct screen_ops ops = {
    .name = "laporan",
    .bindings = bindings,
    .binding_count = sizeof bindings / sizeof *bindings,
    .help = help,
    .title = title,
    .hint = hint,
    .draw = draw,
    .type = type,
    .act = screen_act,
    .reload = reload,
    .news = news,
    .free = report_free,
};

struct screen *report_new(struct session *session) {
    struct report_screen *self = memory_alloc(1, sizeof *self);
    self->screen = (struct screen){.ops = &ops, .session = session};
    report_form_init(&self->form, session);
    return &self->screen;
}
