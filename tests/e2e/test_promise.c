/* What comes later: evidence that is promised (menyusul) and allowed by an atasan, and figures that become
 * final, by command and on screen. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <stdio.h>

enum { LIST_FIRST = 3 };

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

#define TITLE "\"Laporan penilaian kesehatan KSP/USP\""

static void test_commands(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 isi SUB-18 4", 0, NULL, ""},
        {"triwulan --sebagai koperasi1 bukti tambah SUB-18 --jenis laporan --judul " TITLE
         " --menyusul 20-10",
         0,
         "SUB-18 2025-TW3: bukti 1 menyusul, ditunggu 20-10-2025; minta atasan mengizinkannya (Kepala Bidang "
         "Koperasi)\n",
         ""},
        {"triwulan --sebagai koperasi1 bukti tambah SUB-18 --jenis foto --judul F --menyusul 20-10 --lokasi "
         "x",
         2, "", "...bukti menyusul belum punya tanggal dan lokasi; hapus salah satunya\n"},
        {"triwulan --sebagai koperasi1 periksa | grep SUB-18", 0,
         "  SUB-18: bukti menyusul belum diizinkan atasan\n", ""},
        {"triwulan --sebagai koperasi1 bukti izinkan SUB-18 1", 1, "",
         "triwulan: hanya atasan Bidang Koperasi (Kepala Bidang Koperasi) yang boleh mengizinkan bukti "
         "menyusul\n"},
        {"triwulan --sebagai kabidkop bukti izinkan SUB-18 1", 0,
         "SUB-18 2025-TW3: bukti 1 diizinkan menyusul, ditunggu 20-10-2025\n", ""},
        {"triwulan --sebagai kabidkop bukti izinkan SUB-18 1", 1, "", "...memang sudah diizinkan menyusul\n"},
        {"triwulan --sebagai koperasi1 periksa | grep SUB-18", 0, "  SUB-18: 1 bukti menyusul: 20-10-2025\n",
         ""},
        {"triwulan lihat SUB-18 | grep -A 1 '  Bukti'", 0,
         "  Bukti               0 terlampir, wajib 0/1, 1 menyusul\n"
         "                      [ ] Laporan penilaian kesehatan KSP/USP, menyusul 20-10-2025\n",
         ""},
        {"triwulan bukti lihat SUB-18 | tail -n 1 | tr -s ' '", 0,
         "SUB-18 [ ] 1 Laporan penilaian keseh~ 20-10-2025 MENYUSUL\n", ""},
        {"triwulan bukti lihat SUB-18 --format csv | tail -n 1 | cut -d, -f3,7-8,12", 0,
         "1,2025-10-20,,diizinkan\r\n", ""},
        {"triwulan --bidang koperasi status | grep ^koperasi", 0, "...0/17 (1 menyusul)", ""},
        {"triwulan --sebagai koperasi1 bukti tambah SUB-18 --jenis laporan --judul " TITLE
         " --tanggal 28-9 --lokasi 'lemari 3'",
         0, "SUB-18 2025-TW3: bukti 1 tersimpan, mengisi " TITLE "\n", ""},
        {"triwulan bukti lihat SUB-18 --format csv | tail -n 1 | cut -d, -f3,7-8,12", 0,
         "1,2025-09-28,lemari 3,\r\n", ""},
        {"triwulan periksa-data", 0, "... 0 temuan\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* Without training: the form itself says what to write where something is not there yet. */
static void test_screens(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\r");
    terminal_expect(terminal, "Belum ada? Tempat: menyusul, Tanggal: kapan ia ada. Atasan mengizinkannya.");
    terminal_type(terminal, "menyusul\t20-10");
    terminal_expect(terminal, "= ditunggu 20 Oktober 2025");
    terminal_expect_no(terminal, "di luar triwulan");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "Tersimpan, menyusul. Minta atasan mengizinkannya (I): \"Rekapitulasi");
    terminal_expect_row(terminal, LIST_FIRST,
                        "> [ ] Rekapitulasi koperasi aktif     -             20-10-2025  BELUM DIIZINKAN");
    terminal_expect(terminal, "Menyusul, belum diizinkan: atasan menekan I");
    terminal_type(terminal, "i");
    terminal_expect(terminal, "hanya atasan Bidang Koperasi (Kepala Bidang Koperasi) yang boleh mengizinkan");
    terminal_type(terminal, "\033");
    terminal_expect(terminal, " Bukti wajib, 0 dari 1 ada, 1 menyusul: Rekapitulasi koperasi aktif");
    leave(terminal);

    terminal = person_open(*state, "kabidkop");
    terminal_type(terminal, "bi");
    terminal_expect(terminal, "Diizinkan menyusul: \"Rekapitulasi koperasi aktif\"");
    terminal_expect_row(terminal, LIST_FIRST,
                        "> [ ] Rekapitulasi koperasi aktif     -             20-10-2025  MENYUSUL");
    terminal_type(terminal, "i");
    terminal_expect(terminal, "Tidak ada yang perlu diizinkan pada bukti ini");
    leave(terminal);

    terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\r");
    terminal_expect(terminal, "Masih menyusul. Sudah ada? Tulis tempat dan tanggalnya.");
    terminal_type(terminal, "lemari 3\t28-9\r");
    terminal_expect_row(terminal, LIST_FIRST,
                        "> [x] Rekapitulasi koperasi aktif     -             28-09-2025  lemari 3");
    leave(terminal);
    static const struct step after[] = {
        {"triwulan bukti lihat IKU-04 --format csv | tail -n +2 | cut -d, -f3,8,12", 0, "1,lemari 3,\r\n",
         ""}};
    SHELL_STEPS(*state, after);
}

/* The year's own measurement needs no evidence: filled in, one figure sementara, verified. */
static void test_final(void **state) {
    static const struct step verified[] = {
        {"triwulan lihat --bidang koperasi --triwulan 2025-TAHUN --format csv | cut -d, -f1,4,6 | "
         "sed -e '1s/.*/kode,triwulan,realisasi/' | tr -d '\r' >a.csv && triwulan isi --dari-csv a.csv",
         0, NULL, NULL},
        {"triwulan isi SUB-18 15 --sementara --triwulan 2025-TAHUN && triwulan isi SUB-17 --keterangan x "
         "--triwulan 2025-TAHUN && triwulan --sebagai kabidkop --triwulan 2025-TAHUN ajukan",
         0, NULL, NULL},
        {"sed 1d a.csv | cut -d, -f1 | while read -r c; do triwulan --sebagai sakip1 --triwulan 2025-TAHUN "
         "sesuai $c || exit; done; triwulan --sebagai sakip1 --bidang koperasi --triwulan 2025-TAHUN "
         "verifikasi",
         0, NULL, ""},
        {"triwulan --sebagai kadis --bidang koperasi --triwulan 2025-TAHUN sahkan", 1, "",
         "triwulan: Bidang Koperasi 2025-TAHUN: 1 indikator masih sementara; minta bidangnya menyatakannya "
         "final dengan nilai yang sama (*)\n"},
        {"triwulan --sebagai koperasi1 --triwulan 2025-TAHUN isi SUB-18 14", 1, "", "...sudah terverifikasi"},
    };
    static const struct step final[] = {
        {"triwulan --sebagai koperasi1 --triwulan 2025-TAHUN riwayat SUB-18 | grep -c '15 sementara -> "
         "final'",
         0, "1\n", NULL},
        {"triwulan --sebagai kadis --bidang koperasi --triwulan 2025-TAHUN sahkan", 0, NULL, NULL},
    };
    static const char *const arguments[] = {"--sebagai", "koperasi1", "--hari-ini", "2026-01-20", NULL};
    const struct terminal_setup setup_then = {.home = *state, .arguments = arguments};
    SHELL_STEPS(*state, verified);
    struct terminal *terminal = terminal_open(&setup_then);
    terminal_key(terminal, VTERM_KEY_END);
    terminal_type(terminal, "\r/SUB-18\r");
    terminal_expect_row(terminal, SHEET_MESSAGE,
                        " Angka sementara: * menyatakannya final. R rincian, B bukti, W riwayat");
    terminal_type(terminal, "*");
    terminal_expect(terminal, "SUB-18 sekarang angka final");
    leave(terminal);
    SHELL_STEPS(*state, final);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {TEST(test_commands), TEST(test_screens), TEST(test_final)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
