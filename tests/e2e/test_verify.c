/* Tim SAKIP in front of what a bidang handed in: one key for what is as it should be, words for what is not.
 */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <signal.h>
#include <stdio.h>

enum { PROGRESS = 1, FIRST = 3, PANE = 12 };

/* Sekretariat has handed in the year 2025, each of its 38 indicators as planned. */
static const struct step handed_in[] = {
    {"triwulan --sebagai sekretariat1 lihat --bidang sekretariat --triwulan 2025-TAHUN --format csv | cut "
     "-d, "
     "-f1,4,6 | sed -e '1s/.*/kode,triwulan,realisasi/' | tr -d '\r' >a.csv && triwulan --sebagai "
     "sekretariat1 isi "
     "--dari-csv a.csv && triwulan --sebagai sekretaris ajukan --triwulan 2025-TAHUN",
     0, NULL, NULL},
};

static int setup(void **state) {
    *state = home_new();
    SHELL_STEPS(*state, handed_in);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* At the menu, on the year's line. */
static struct terminal *open_as(const char *home, const char *login, int rows, int columns) {
    static const char *const plain[] = {"NO_COLOR=1", NULL};
    const char *const arguments[] = {"--sebagai", login, "--hari-ini", "2026-01-20", NULL};
    const struct terminal_setup setup = {
        .home = home, .arguments = arguments, .environment = plain, .rows = rows, .columns = columns};
    struct terminal *terminal = terminal_open(&setup);
    terminal_key(terminal, VTERM_KEY_END);
    return terminal;
}

/* In Sekretariat's verification: the queue begins with what waits. */
static struct terminal *verify_as(const char *home, const char *login) {
    struct terminal *terminal = open_as(home, login, 0, 0);
    terminal_type(terminal, "v\r");
    terminal_expect(terminal, " VERIFIKASI TAHUN 2025 | Sekretariat");
    return terminal;
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

static void test_one_key_for_each(void **state) {
    static const struct step after[] = {
        {"triwulan lihat --sebagai kadis --bidang sekretariat --triwulan 2025-TAHUN --format csv | cut -d, "
         "-f8-11,18 "
         "| sort | uniq -c | sed 's/^ *//' | tr -d '\\r'",
         0,
         "38 100.00,,100.00,Sangat Tinggi,terverifikasi\n1 "
         "capaian,capaian_koreksi,capaian_akhir,predikat,status\n",
         NULL},
        {"triwulan --sebagai kadis riwayat SUB-55 | grep -c sesuai", 0, "1\n", NULL},
        {"triwulan periksa-data", 0, "...0 temuan\n", NULL},
    };
    struct terminal *terminal = open_as(*state, "sakip1", 0, 0);
    terminal_type(terminal, "v");
    terminal_expect_row(terminal, 7,
                        "> Sekretariat          Diajukan          38      0      0      0  tepat waktu");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Di sini hanya dibaca. ! janggal, + sampel");
    terminal_expect_row(terminal, SHEET_KEYS,
                        " F4 Bukti F2 Rincian N Belum X Sampel W Riwayat F1 Bantuan F10 Keluar");
    terminal_type(terminal, "\033");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_type(terminal, "\r");
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 0/38");
    for (int i = 0; i < 38; i++)
        terminal_type(terminal, "s");
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 38/38");
    terminal_type(terminal, "s"); /* once more: one check each stays in the journal */
    terminal_expect_row(terminal, SHEET_MESSAGE, " Semua sudah diperiksa. A menyelesaikan verifikasi");
    terminal_type(terminal, "ay");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Terverifikasi. Berikutnya: pimpinan mengesahkan");
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 38/38 | Terverifikasi");
    terminal_type(terminal, "s");
    terminal_expect(terminal, "sudah terverifikasi");
    leave(terminal);
    SHELL_STEPS(*state, after);
}

static void test_corrections(void **state) {
    static const struct step after[] = {
        {"for k in PRO-15 KEG-17; do triwulan --sebagai kadis lihat $k --triwulan 2025-TAHUN --format csv | "
         "tail -n 1 "
         "| cut -d, -f1,7-11; done",
         0,
         "PRO-15,98.00,100.00,92.86,92.86,Sangat Tinggi\nKEG-17,100.00,100.00,110.50,110.50,Sangat Tinggi\n",
         NULL},
    };
    struct terminal *terminal = verify_as(*state, "sakip1");
    terminal_type(terminal, "k\023");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Alasan masih kosong; tulis alasannya");
    terminal_type(terminal, "dua laporan tidak ditandatangani\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Isi salah satu: nilai, atau capaian dalam persen");
    terminal_type(terminal, "9,1,0\r\023");
    terminal_expect(terminal, "\"9,1,0\" bukan angka");
    terminal_type(terminal, "\02591");
    terminal_expect_row(terminal, SHEET_MESSAGE,
                        " Capaian menjadi 92,86, dilaporkan 100,00. Enter lanjut, Ctrl-S menyimpan.");
    terminal_type(terminal, "\023");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Koreksi tersimpan");
    terminal_expect(terminal, " Persentase penunja~     98,00      98,00   100,00    92,86   0/0");
    terminal_expect(terminal, "> KEG-17");
    terminal_type(terminal, "k\t110,5\rbukti melebihi\r");
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 2/38");
    terminal_key(terminal, VTERM_KEY_HOME);
    terminal_expect_row(terminal, PANE,
                        " Dikoreksi, realisasi 98,00 menjadi 91,00, capaian menjadi 92,86: dua laporan");
    terminal_type(terminal, "s");
    terminal_expect_row(terminal, SHEET_MESSAGE, " PRO-15: Dikoreksi. Del menghapus putusan itu dulu");
    leave(terminal);
    SHELL_STEPS(*state, after);
    terminal = open_as(*state, "sekretaris", 0, 0);
    terminal_type(terminal, "p");
    terminal_expect(terminal, "> ? PRO-15   dikoreksi, belum ditanggapi");
    terminal_type(terminal, "g");
    terminal_expect(terminal, "menjadi 91,00, capaian menjadi 92,86: dua laporan tidak ditandatangani");
    terminal_type(terminal, "2\r\r");
    terminal_expect(terminal, "alasan masih kosong; tulis mengapa keberatan");
    terminal_type(terminal, "sudah ditandatangani\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Tanggapan tersimpan");
    terminal_expect_no(terminal, "PRO-15   dikoreksi");
    leave(terminal);
    static const struct step answered[] = {
        {"triwulan --sebagai kadis lihat PRO-15 --triwulan 2025-TAHUN | grep -c 'Keberatan'", 0, "1\n", NULL},
        {"triwulan --sebagai sekretaris tanggapan KEG-18 diterima --triwulan 2025-TAHUN", 1, "",
         "...tidak dikoreksi; tidak ada yang ditanggapi\n"},
    };
    SHELL_STEPS(*state, answered);
}

static void test_sent_back_and_undone(void **state) {
    struct terminal *terminal = verify_as(*state, "sakip1");
    terminal_type(terminal, "m\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Alasan masih kosong; tulis apa yang harus diperbaiki");
    terminal_type(terminal, "lampirkan SK");
    while (terminal_find(terminal, "Draf tersimpan") < 0)
        terminal_settle(terminal);
    terminal_signal(terminal, SIGKILL);
    assert_int_equal(terminal_wait(terminal), 128 + SIGKILL);
    terminal_close(terminal);
    terminal = open_as(*state, "sakip1", 0, 0);
    terminal_expect(terminal, "MINTA PERBAIKAN | PRO-15 | TAHUN 2025");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, " VERIFIKASI TAHUN 2025 | Sekretariat");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "> KEG-17    - ");
    terminal_type(terminal, "s");
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 2/38");
    terminal_type(terminal, "z");
    terminal_expect_row(terminal, SHEET_MESSAGE, " KEG-17: perubahan terakhir diurungkan");
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 1/38");
    terminal_expect(terminal, "> KEG-17    - ");
    terminal_type(terminal, "n");
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 1/38 | hanya yang belum");
    terminal_type(terminal, "n");
    terminal_key(terminal, VTERM_KEY_HOME);
    terminal_key(terminal, VTERM_KEY_DEL);
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 0/38");
    terminal_type(terminal, "m");
    terminal_type(terminal, "lampirkan SK\rn");
    terminal_expect(terminal, "> KEG-17    - ");
    leave(terminal);
    terminal = open_as(*state, "sekretariat1", 0, 0);
    terminal_expect_row(terminal, 13,
                        "  Ditunggu dari Anda: perbaiki 1 indikator (P), lalu diajukan lagi. Anda juga");
    terminal_expect_row(terminal, 14, "  ditunggu di TW I, TW II, TW III, TW IV");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Enter: lanjutkan pengukuran tahun dari PRO-15");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "PRO-15>");
    terminal_expect(terminal, " Minta perbaikan: lampirkan SK (Anggota Tim SAKIP)");
    terminal_type(terminal, "r");
    terminal_expect(terminal, " Verifikasi: Minta perbaikan: lampirkan SK (Anggota Tim SAKIP)");
    leave(terminal);
}

static void test_sample_and_who_may(void **state) {
    struct terminal *terminal = open_as(*state, "sekretaris", 0, 0);
    terminal_type(terminal, "v");
    terminal_expect(terminal, "hanya verifikator (Anggota Tim SAKIP) yang boleh memeriksa isian");
    leave(terminal);
    terminal = open_as(*state, "sakip1", 43, 132);
    terminal_type(terminal, "v\rx");
    terminal_expect_row(terminal, PROGRESS, " Diperiksa 0/38 | hanya sampel");
    int sampled = 0;
    for (int row = FIRST; row < 40; row++)
        sampled += terminal_row(terminal, row)[14] == '+';
    assert_int_equal(sampled, 8);
    static const struct step same[] = {
        {"triwulan --sebagai sakip1 --bidang sekretariat --triwulan 2025-TAHUN sampel | wc -l", 0, "8\n",
         NULL},
        {"triwulan --sebagai sakip1 --bidang sekretariat --triwulan 2025-TAHUN sampel | grep -c 'Belum "
         "diperiksa'",
         0, "8\n", NULL},
        {"triwulan --sebagai umkm1 --bidang sekretariat sampel", 1, "", NULL},
    };
    SHELL_STEPS(*state, same);
    terminal_type(terminal, "xb");
    terminal_expect(terminal, " BUKTI | ");
    terminal_resize(terminal, 24, 80);
    terminal_type(terminal, "\033");
    terminal_expect(terminal, " VERIFIKASI TAHUN 2025 | Sekretariat");
    leave(terminal);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_one_key_for_each),
        TEST(test_corrections),
        TEST(test_sent_back_and_undone),
        TEST(test_sample_and_who_may),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
