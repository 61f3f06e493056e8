/* Bantuan: made from the binding table of the screen it was called on, what else that says, and the rules of
 * typing. */
#include "base/memory.h"
#include "screen/screens.h"
#include "widget/bar.h"
#include "widget/table.h"
#include <stdio.h>
#include <stdlib.h>

struct help {
    struct screen screen;
    const struct screen_ops *about;
    struct table table;
};

static const char *const words[] = {
    "",
    "Angka",
    "  12,5 atau 12.5   sama saja: dua belas koma lima",
    "  1.500            seribu lima ratus, pada satuan yang dihitung (laporan, unit)",
    "  1500 atau 1,5    pada persen tulis salah satunya: \"1.500\" punya dua arti",
    "  92,30 %          satuannya sendiri boleh ikut ditulis",
    "  45/60            pada persen: menjadi 75,00, pecahannya ikut disimpan",
    "  s750             pada jumlah: sampai kini 750; hasil triwulan ini dihitung",
    "  -                di kolom Target: tidak diukur triwulan ini, boleh kosong",
    "  belum            di kolom Target: belum ditetapkan; angkanya boleh diisi",
    "",
    "Huruf di kolom S",
    "  -  kosong        D  draf          P  diparaf       A  diajukan",
    "  K  dikembalikan  V  terverifikasi S  disahkan",
    "",
    "Huruf di kolom V layar verifikasi",
    "  -  belum         S  sesuai        K  dikoreksi     M  minta perbaikan",
    "",
    "Tanda di belakang angka",
    "  !  perlu diperiksa: sebabnya tertulis di bawah daftar",
    "  *  angka sementara",
    "",
    "Bukti",
    "  28, 28-9         tanggal 28 bulan ini, 28 September; H = hari ini",
    "  ~/Dokumen/       berkas; Tab melengkapi namanya. Atau kata-kata: lemari 3 map 7",
    "  UTUH             isi berkas masih sama seperti ketika dilampirkan",
    "  BERUBAH, HILANG  isinya sudah lain, atau tidak ada lagi di tempatnya",
    "",
    "Mengetik",
    "  Ctrl-U           mengosongkan kotak isian",
    "  Ctrl-S           menyimpan, Esc atau Ctrl-G membatalkan",
    "",
    "Yang sudah \"Tersimpan\" tidak hilang, juga bila listrik padam. Yang sedang diketik",
    "disimpan sebagai draf setelah satu detik dan kembali saat program dibuka lagi.",
};

enum { WORDS = sizeof words / sizeof *words };

static const struct help *help_of(const struct screen *screen) {
    return (const struct help *)screen;
}

static const struct binding bindings[] = {BINDINGS_LIST, BINDINGS_COMMON};

static void title(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    snprintf(out, TITLE_TEXT_MAX, "BANTUAN | %s", help_of(screen)->about->name);
}

static void hint(const struct screen *screen, char out[TITLE_TEXT_MAX]) {
    (void)screen;
    snprintf(out, TITLE_TEXT_MAX, "Panah atau PgDn menggulung. Esc kembali.");
}

static void binding_draw(const struct binding *binding, struct surface *surface, int row) {
    enum { KEY = 1, LETTER = 11, LABEL = 13, HELP = 25 };
    const char *name = binding->letter == ' ' ? "Spasi" : key_name(binding->key);
    surface_put(surface, at(row, KEY, LETTER - KEY), STYLE_TITLE, name);
    if (binding->letter)
        surface_printf(surface, at(row, LETTER, 1), STYLE_TITLE, "%c", binding->letter);
    surface_put(surface, at(row, LABEL, HELP - LABEL - 1), STYLE_NORMAL, action_label(binding->action));
    surface_put(surface, at(row, HELP, surface_columns(surface) - HELP), STYLE_NORMAL,
                action_help(binding->action));
}

static int lines_of(const struct screen_ops *about) {
    int count = 0;
    while (about->help && about->help[count])
        count++;
    return count;
}

static void line_draw(const void *context, struct surface *surface, int index, int row) {
    const struct screen_ops *about = ((const struct help *)context)->about;
    int keys = (int)about->binding_count, lines = lines_of(about);
    if (index < keys)
        binding_draw(&about->bindings[index], surface, row);
    else
        surface_put(surface, at(row, 1, surface_columns(surface) - 1), STYLE_NORMAL,
                    index < keys + lines ? about->help[index - keys] : words[index - keys - lines]);
}

static void draw(const struct screen *screen, struct surface *surface) {
    const struct help *help = help_of(screen);
    table_draw(&help->table, surface, BAR_TOP_ROWS, line_draw, help);
    surface_cursor(surface, BAR_TOP_ROWS + help->table.cursor - help->table.top, 0);
}

static enum next act(struct screen *screen, enum action action) {
    struct help *help = (struct help *)screen;
    if (action == ACTION_HELP || table_act(&help->table, action))
        return NEXT_STAY;
    return screen_act(screen, action);
}

static void reload(struct screen *screen) {
    struct help *help = (struct help *)screen;
    table_size(&help->table, (int)help->about->binding_count + lines_of(help->about) + WORDS,
               screen->session->rows - BAR_TOP_ROWS - BAR_BOTTOM_ROWS);
}

static void help_free(struct screen *screen) {
    free(screen);
}

struct screen *help_new(struct session *session, const struct screen_ops *about) {
    static const struct screen_ops ops = {
        .name = "bantuan",
        .bindings = bindings,
        .binding_count = sizeof bindings / sizeof *bindings,
        .title = title,
        .hint = hint,
        .draw = draw,
        .act = act,
        .reload = reload,
        .free = help_free,
    };
    struct help *help = memory_alloc(1, sizeof *help);
    *help = (struct help){.screen = {&ops, session}, .about = about};
    return &help->screen;
}
