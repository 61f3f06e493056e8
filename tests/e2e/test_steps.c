/* The steps of a bidang's quarter on screen, each asked first; and the form that asks for words. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <signal.h>
#include <stdio.h>

/* Koperasi has filled in the year 2025, which needs no evidence. */
static const struct step filled[] = {
    {"triwulan lihat --bidang koperasi --triwulan 2025-TAHUN --format csv | cut -d, -f1,4,6 | "
     "sed -e '1s/.*/kode,triwulan,realisasi/' | tr -d '\r' >a.csv && triwulan isi --dari-csv a.csv",
     0, NULL, NULL},
};
static const struct step submitted[] = {
    {"triwulan --sebagai kabidkop --triwulan 2025-TAHUN ajukan", 0, NULL, NULL},
};

static int setup(void **state) {
    *state = home_new();
    SHELL_STEPS(*state, filled);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* At the menu, on the year's line. */
static struct terminal *open_as(const char *home, const char *login) {
    const char *const arguments[] = {"--sebagai", login, "--hari-ini", "2026-01-20", NULL};
    const struct terminal_setup setup = {.home = home, .arguments = arguments};
    struct terminal *terminal = terminal_open(&setup);
    while (terminal_find(terminal, "bidang lain") >= 0 && terminal_find(terminal, "< Bidang Koperasi >") < 0)
        terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_key(terminal, VTERM_KEY_END);
    return terminal;
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

static void test_submit_and_withdraw(void **state) {
    struct terminal *terminal = open_as(*state, "kabidkop");
    terminal_type(terminal, "P");
    terminal_expect_row(terminal, 1,
                        " Terbuka. 0 indikator menghalangi, 0 mungkin dikembalikan, 0 dikoreksi");
    terminal_expect_row(terminal, 2, " A = AJUKAN");
    terminal_type(terminal, "a");
    terminal_expect(terminal, " AJUKAN | Bidang Koperasi | TAHUN 2025");
    terminal_type(terminal, "\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Tidak jadi");
    terminal_type(terminal, "ax\033Ay");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Diajukan. Berikutnya: Tim SAKIP memeriksa");
    terminal_expect(terminal, " T = TARIK PENGAJUAN | menunggu verifikator (Anggota Tim SAKIP)");
    terminal_type(terminal, "\033\r7");
    terminal_expect(terminal, "sudah diajukan; minta atasan");
    terminal_type(terminal, "\033ty");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Ditarik: isian terbuka lagi");
    leave(terminal);
}

static void test_who_may_not(void **state) {
    SHELL_STEPS(*state, submitted);
    struct terminal *terminal = open_as(*state, "koperasi1");
    terminal_type(terminal, "a");
    terminal_expect(terminal, "hanya atasan Bidang Koperasi (Kepala Bidang Koperasi) yang boleh mengajukan");
    leave(terminal);
    terminal = open_as(*state, "sakip1");
    terminal_expect_row(terminal, 13, "  Ditunggu dari Anda: periksa 16 indikator (V)");
    terminal_type(terminal, "a");
    terminal_expect(terminal, "Bidang Koperasi 2025-TAHUN: 16 indikator belum diperiksa");
    terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_expect_row(terminal, 13, "  Ditunggu dari Anda: Bidang Koperasi");
    terminal_type(terminal, "p");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Pilih dulu satu bidang dengan Kiri atau Kanan di menu");
    leave(terminal);
}

static void test_blocked_shows_why(void **state) {
    static const struct step cleared[] = {
        {"triwulan kosongkan SUB-18 --triwulan 2025-TAHUN", 0, NULL, NULL},
    };
    SHELL_STEPS(*state, cleared);
    struct terminal *terminal = open_as(*state, "kabidkop");
    terminal_type(terminal, "A");
    terminal_expect(terminal, " PERIKSA TAHUN 2025 | Bidang Koperasi");
    terminal_expect_row(terminal, 2, " isi 1 indikator lagi (Enter)");
    terminal_expect_row(terminal, 6, "> x SUB-18   belum diisi");
    terminal_type(terminal, "\r15\r\033");
    terminal_expect_row(terminal, 2, " A = AJUKAN");
    leave(terminal);
}

/* What was seen is what is handed in: a figure that changes under the question stops it. */
static void test_changed_under_the_question(void **state) {
    static const struct step other[] = {
        {"triwulan isi SUB-18 14 --triwulan 2025-TAHUN", 0, NULL, NULL},
    };
    struct terminal *terminal = open_as(*state, "kabidkop");
    terminal_type(terminal, "A");
    terminal_expect(terminal, "Y/T?");
    SHELL_STEPS(*state, other);
    terminal_type(terminal, "y");
    terminal_expect_row(terminal, SHEET_MESSAGE,
                        " Tidak lagi seperti yang tadi terlihat. Esc, lalu periksa lagi");
    terminal_type(terminal, "\033Ay");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Diajukan. Berikutnya: Tim SAKIP memeriksa");
    leave(terminal);
}

static void test_reason(void **state) {
    SHELL_STEPS(*state, submitted);
    struct terminal *terminal = open_as(*state, "sakip1");
    terminal_type(terminal, "T\r");
    terminal_expect(terminal, " KEMBALIKAN | Bidang Koperasi | TAHUN 2025");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Alasan masih kosong; tulis alasannya");
    terminal_type(terminal, "bukti");
    while (terminal_find(terminal, "Draf tersimpan") < 0)
        terminal_settle(terminal);
    terminal_signal(terminal, SIGKILL);
    assert_int_equal(terminal_wait(terminal), 128 + SIGKILL);
    terminal_close(terminal);
    terminal = open_as(*state, "sakip1");
    terminal_expect(terminal, "Ketikan terakhir di Bidang Koperasi dikembalikan, belum disimpan");
    terminal_type(terminal, " kurang\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Dikembalikan ke bidangnya");
    terminal_key(terminal, VTERM_KEY_END);
    terminal_type(terminal, "T");
    terminal_expect(terminal, "Bidang Koperasi 2025-TAHUN sedang diperbaiki; minta atasan");
    leave(terminal);
    terminal = open_as(*state, "kabidkop");
    terminal_type(terminal, "P");
    terminal_expect_row(terminal, 3, " Alasan: bukti kurang");
    leave(terminal);
}

/* The last line offers what the person may do where the quarter stands, and nothing else. */
#define ALL_PASS                                                                                             \
    "for code in $(year lihat --bidang koperasi --format csv | tail -n +2 | cut -d, -f1); do "               \
    "year --sebagai sakip1 sesuai $code || exit 1; done"
static const struct {
    const char *login, *step; /* `step` is taken before; NULL: none */
    const char *bar;          /* between the first key and the last */
} bars[] = {
    {"koperasi1", NULL, "Isi F7 Periksa D Dasbor J Jadwal F9 Laporan F1"},
    {"kabidkop", NULL, "Isi F7 Periksa F8 Ajukan D Dasbor F9 Laporan F1"},
    {"kadis", NULL, "Buka F7 Periksa D Dasbor J Jadwal F9 Laporan F1"},
    {"kabidkop", "year --sebagai kabidkop ajukan", "Buka F7 Periksa T Tarik D Dasbor F9 Laporan F1"},
    {"sakip1", NULL, "Buka F7 Periksa T Kembalikan V Verifikasi D Dasbor F1"},
    {"kabidkop", "year --sebagai sakip1 kembalikan SUB-18 --alasan 'SK belum ada'",
     "Isi F7 Periksa F8 Ajukan D Dasbor F9 Laporan F1"},
    {"sakip1", "year --sebagai kabidkop ajukan && " ALL_PASS, "Buka F7 Periksa F8 Selesai V Verifikasi F1"},
    {"kadis", "year --sebagai sakip1 --bidang koperasi verifikasi",
     "Buka F7 Periksa F8 Sahkan D Dasbor F9 Laporan F1"},
    {"perencana", NULL, "Buka F7 Periksa F8 Catat sah V Verifikasi F1"},
    {"perencana", "year --sebagai kadis --bidang koperasi sahkan",
     "Buka F7 Periksa T Buka kunci V Verifikasi D Dasbor F1"},
    {"kabidkop", NULL, "Buka F7 Periksa D Dasbor J Jadwal F9 Laporan F1"},
};

static void test_key_bar(void **state) {
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
        char line[1024], bar[128];
        snprintf(line, sizeof line, "year() { triwulan --triwulan 2025-TAHUN \"$@\"; }; %s", bars[i].step);
        const struct step taken[] = {{line, 0, NULL, ""}};
        if (bars[i].step)
            SHELL_STEPS(*state, taken);
        struct terminal *terminal = open_as(*state, bars[i].login);
        snprintf(bar, sizeof bar, " Enter %s Bantuan F10 Keluar", bars[i].bar);
        terminal_expect_row(terminal, SHEET_KEYS, bar);
        leave(terminal);
    }
}

/* What was reported and what counts stand side by side as soon as they differ, at every width; and whose turn
 * it is to answer is said. */
static void test_three_figures(void **state) {
    static const struct step corrected[] = {
        {"triwulan --sebagai sakip1 --triwulan 2025-TAHUN koreksi SUB-18 --nilai 12 --alasan 'dua tanpa "
         "berkas'",
         0, NULL, ""},
        {"triwulan --sebagai sakip1 --triwulan 2025-TAHUN kembalikan SUB-19 --alasan 'SK'", 0, NULL, ""},
    };
    static const struct step after[] = {
        {"year() { triwulan --triwulan 2025-TAHUN --bidang koperasi \"$@\"; }; "
         "year lihat | grep -E 'Kode|SUB-18'; year lihat SUB-18 | grep -E '  Capaian  |akhir|Predikat'; "
         "year dasbor | grep SUB-18",
         0,
         "Kode    Indikator             Target  Realisasi  Capaian  Akhir  Bukti  Status\n"
         "SUB-18  Jumlah unit usaha k~      15         15   100,00  80,00      -  Diajukan\n"
         "  Capaian             100,00\n"
         "  Capaian akhir       80,00\n"
         "  Predikat            Tinggi, >= 76 s.d. < 91\n"
         "SUB-18      80,00  Tinggi         kurang 2 unit usaha menuju Sangat Tinggi\n",
         NULL},
        {"triwulan --sebagai sakip1 --triwulan 2025-TAHUN kembalikan SUB-20 --alasan 'rekap' && "
         "triwulan --sebagai koperasi1 --triwulan 2025-TAHUN isi SUB-20 58",
         0, NULL, NULL},
    };
    SHELL_STEPS(*state, submitted);
    SHELL_STEPS(*state, corrected);
    struct terminal *terminal = open_as(*state, "kabidkop");
    terminal_expect(terminal, " 16/16    -       Diajukan, 1 dikembalikan");
    terminal_expect(terminal, "  Ditunggu dari Anda: perbaiki 1 indikator (P), lalu diajukan lagi");
    terminal_type(terminal, "a");
    terminal_expect(terminal, "Dari yang diminta diperbaiki, 1 belum diubah!");
    terminal_type(terminal, "y");
    terminal_expect(terminal, "  Ditunggu dari Anda: tanggapi koreksi 1 indikator (P, G)");
    terminal_type(terminal, "\r/SUB-18\r");
    terminal_expect(terminal, " Realisasi   Capaian    Akhir");
    terminal_type(terminal, "r");
    terminal_expect(terminal, " TW     Target    Realisasi  Capaian    Akhir     s.d.  Diubah");
    leave(terminal);
    SHELL_STEPS(*state, after);
    terminal = open_as(*state, "kabidkop");
    terminal_expect(terminal, "  Ditunggu dari Anda: ajukan lagi yang diperbaiki (A)");
    leave(terminal);
    terminal = open_as(*state, "kadis");
    terminal_type(terminal, "\rr");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Di sini Anda hanya membaca. Esc kembali.");
    leave(terminal);
}
#undef ALL_PASS

/* The second person types without seeing the first figure; what differs stands in the way until it agrees. */
static void test_typed_twice(void **state) {
    static const struct step steps[] = {
        {"triwulan kosongkan SUB-18 --triwulan 2025-TAHUN && triwulan --sebagai koperasi1 --triwulan "
         "2025-TAHUN isi "
         "SUB-18 15",
         0, NULL, ""},
        {"triwulan --sebagai koperasi1 --triwulan 2025-TAHUN ketik-ulang minta SUB-18", 1, "",
         "...yang boleh meminta ketik ulang\n"},
        {"triwulan --sebagai kabidkop --triwulan 2025-TAHUN ketik-ulang isi SUB-18 15", 1, "",
         "triwulan: \"SUB-18\" tidak diminta diketik ulang\n"},
        {"triwulan --sebagai kabidkop --triwulan 2025-TAHUN ketik-ulang minta SUB-18", 0,
         "SUB-18 2025-TAHUN: diminta diketik ulang\n", ""},
        {"triwulan --sebagai kabidkop --triwulan 2025-TAHUN ketik-ulang batal SUB-18", 0, NULL, ""},
    };
    SHELL_STEPS(*state, steps);
    struct terminal *terminal = open_as(*state, "kabidkop");
    terminal_type(terminal, "\r/SUB-18\ry");
    terminal_expect_row(terminal, SHEET_MESSAGE, " SUB-18 diminta diketik ulang oleh orang kedua");
    leave(terminal);
    terminal = open_as(*state, "koperasi1");
    terminal_type(terminal, "py7\r");
    terminal_expect(terminal, "\"SUB-18\" Anda sendiri yang mengisinya; minta orang lain");
    leave(terminal);
    terminal = open_as(*state, "kabidkop");
    terminal_type(terminal, "p");
    terminal_expect_row(terminal, 6, "> x SUB-18   diminta diketik ulang orang kedua (Y)");
    terminal_type(terminal, "y51\r");
    terminal_expect_row(terminal, SHEET_MESSAGE,
                        " Ketikan kedua tersimpan. Bila berbeda, Periksa memperlihatkan keduanya");
    terminal_expect_row(terminal, 6, "> x SUB-18   ketikan kedua berbeda: 15 dan 51; samakan");
    terminal_type(terminal, "y15\r");
    terminal_expect_row(terminal, 2, " A = AJUKAN");
    leave(terminal);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_submit_and_withdraw),
        TEST(test_who_may_not),
        TEST(test_blocked_shows_why),
        TEST(test_changed_under_the_question),
        TEST(test_reason),
        TEST(test_typed_twice),
        TEST(test_key_bar),
        TEST(test_three_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
