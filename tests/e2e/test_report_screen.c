/* Laporan on screen: seen first, then written; never over what is there without a Y; undone while it is
 * written. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"

static int setup(void **state) {
    static const struct step filled[] = {
        {"triwulan --konfig \"$C/../samples/hitungan\" --hari-ini 2025-07-03 isi --dari-csv "
         "\"$C/../samples/hitungan/isian.csv\"",
         0, NULL, NULL},
    };
    *state = home_new();
    SHELL_STEPS(*state, filled);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static struct terminal *open_as(const char *home, const char *login, const char *config, const char *today) {
    const char *const arguments[] = {"--konfig", config, "--sebagai", login, "--hari-ini", today, NULL};
    const struct terminal_setup setup = {.home = home, .arguments = arguments};
    struct terminal *terminal = terminal_open(&setup);
    terminal_type(terminal, "l");
    terminal_expect(terminal, " LAPORAN ");
    return terminal;
}

static struct terminal *open_form(const char *home) {
    struct terminal *terminal = open_as(home, "kop", "samples/hitungan", "2025-07-03");
    terminal_expect(terminal, " LAPORAN 2025 ");
    return terminal;
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

static void wait_for(struct terminal *terminal, const char *text) {
    while (terminal_find(terminal, text) < 0)
        terminal_settle(terminal);
}

static void test_preview(void **state) {
    struct terminal *terminal = open_form(*state);
    terminal_type(terminal, "\t\t\177\023");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Bidang belum dipilih");
    terminal_type(terminal, "k\023");
    terminal_expect(terminal, " LAPORAN | triwulan | baris 1 dari ");
    terminal_expect_row(terminal, SHEET_MESSAGE,
                        " Panah, PgDn, End menggulung. Esc kembali; di sana pilih bentuk berkasnya.");
    terminal_expect(terminal, "LAPORAN KINERJA TRIWULAN");
    terminal_expect(terminal, " IKU-01 Persentase koperasi");
    terminal_key(terminal, VTERM_KEY_END);
    terminal_expect(terminal, "Inspektorat");
    terminal_resize(terminal, 43, 132);
    terminal_key(terminal, VTERM_KEY_HOME);
    terminal_expect(terminal, "Capaian  Predikat");
    terminal_type(terminal, "\033");
    terminal_expect(terminal, "Bentuk       Layar");
    leave(terminal);
}

static void test_file(void **state) {
    static const struct step after[] = {
        {"head -c 5 laporan-triwulan-koperasi-2025-TW2.pdf; head -c 2 map/kop.xlsx; ls -a map", 0,
         "%PDF-PK.\n..\nkop.xlsx\n", ""},
    };
    static const struct step before[] = {{"mkdir map", 0, "", ""}};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = open_form(*state);
    terminal_type(terminal, "\t\t\t7");
    terminal_expect_row(terminal, 2, " ~/laporan-triwulan-koperasi-2025-TW2.pdf");
    terminal_type(terminal, "\023");
    wait_for(terminal, " Tersimpan: /");
    terminal_type(terminal, "\023");
    terminal_expect(terminal, "Timpa? Y/T");
    terminal_type(terminal, "\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Tidak ditimpa; tulis nama lain di Berkas");
    terminal_type(terminal, "\023y");
    wait_for(terminal, " Tersimpan: /");
    terminal_type(terminal, "6\t\t\t\t~/ma\tkop.xlsx\023");
    wait_for(terminal, " Tersimpan: /");
    leave(terminal);
    SHELL_STEPS(*state, after);
}

static void test_undone(void **state) {
    static const struct step after[] = {{"ls | grep -c laporan", 1, "0\n", ""}};
    struct terminal *terminal = open_form(*state);
    terminal_type(terminal, "\t\t\t7");
    terminal_type(terminal, "\023\007");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Dibatalkan; tidak ada berkas yang ditulis");
    terminal_type(terminal, "\t\t\t\t/tidak/ada.pdf\023");
    wait_for(terminal, " folder \"/tidak\" tidak ada; pilih folder lain");
    leave(terminal);
    SHELL_STEPS(*state, after);
}

/* The store is no place for a report, whatever it is called: refused before anything is asked. */
static void test_never_over_the_store(void **state) {
    static const struct step before[] = {
        {"ln -s data tautan; sha256sum data/simpanan/data.mdb >sebelum; ls -R data >isi", 0, "", ""}};
    static const struct step after[] = {{"sha256sum -c --quiet sebelum && ls -R data | diff - isi && "
                                         "triwulan periksa-data | grep -c ' 0 temuan'",
                                         0, "1\n", ""}};
    static const char *const places[] = {"~/data/simpanan/data.mdb", "~/tautan/simpanan/data.mdb",
                                         "~/data/laporan.txt", "~/data/../tautan/x.txt"};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = open_form(*state);
    terminal_type(terminal, "\t\t\t2\t\t\t\t");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        terminal_type(terminal, "\025");
        terminal_type(terminal, places[i]);
        terminal_type(terminal, "\023");
        terminal_expect(terminal, "tidak boleh ditulisi; pilih folder lain");
        terminal_expect_no(terminal, "Timpa?");
        terminal_expect(terminal, "> Berkas");
    }
    leave(terminal);
    SHELL_STEPS(*state, after);
}

/* In the month in which the year is reported the session is in the next one already. */
static void test_year_before(void **state) {
    static const struct step before[] = {
        {"cp -r \"$C/../samples/hitungan\" k && cd k && sed 's/^tahun: 2025/tahun: 2026/' katalog-2025.yaml "
         ">katalog-2026.yaml && sed -i 's/^katalog: .*/katalog: [katalog-2025.yaml, katalog-2026.yaml]/' "
         "triwulan.yaml",
         0, "", ""},
    };
    static const struct step after[] = {
        {"ls laporan-*; grep -c '^Periode *: Tahun 2025' laporan-tahunan-koperasi-2025.txt", 0,
         "laporan-tahunan-koperasi-2025-excel.csv\nlaporan-tahunan-koperasi-2025.csv\n"
         "laporan-tahunan-koperasi-2025.txt\n1\n",
         ""},
    };
    struct buf config = {0};
    SHELL_STEPS(*state, before);
    buf_printf(&config, "%s/k", (const char *)*state);
    struct terminal *terminal = open_as(*state, "kop", config.data, "2026-02-10");
    terminal_expect_no(terminal, "LAPORAN 202");
    terminal_expect(terminal, "  Periode      TW I 2026");
    terminal_type(terminal, "2\t");
    terminal_expect(terminal, " 5 Tahun 2026  6 TW I 2025  7 TW II 2025  8 TW III 2025");
    terminal_type(terminal, "0");
    terminal_expect(terminal, "> Periode      Tahun 2025");
    terminal_type(terminal, "\t\t2\0233\0234\023");
    terminal_expect_row(terminal, 2, " ~/laporan-tahunan-koperasi-2025-excel.csv");
    terminal_expect(terminal, " Tersimpan: /");
    leave(terminal);
    buf_release(&config);
    SHELL_STEPS(*state, after);
}

static void test_choices(void **state) {
    struct terminal *terminal = open_as(*state, "rencana", "samples/hitungan", "2025-07-03");
    terminal_expect(terminal, "  Bidang       Semua");
    terminal_expect_row(terminal, SHEET_MESSAGE,
                        " Pilih dengan angka, huruf depan atau panah. Ctrl-S memperlihatkannya.");
    terminal_type(terminal, "v");
    terminal_expect(terminal, "> Laporan      Verifikasi");
    terminal_type(terminal, "0");
    terminal_expect(terminal, "> Laporan      Formulir");
    terminal_type(terminal, "7\t");
    terminal_expect(terminal, " 1 TW I  2 TW II  3 TW III  4 TW IV  5 Tahun");
    terminal_type(terminal, "\023");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Berita acara dibuat per bidang: pilih Bidang");
    terminal_expect(terminal, "> Bidang       Semua");
    terminal_expect(terminal, " 1 Semua  2 Bidang Koperasi  3 Bidang UMKM");
    terminal_type(terminal, "u\023");
    terminal_expect(terminal, " Bidang UMKM belum diperiksa; berita acara dibuat sesudah verifikasi dimulai");
    terminal_key(terminal, VTERM_KEY_FUNCTION(1));
    terminal_expect(terminal, " Ctrl-S      Buat        memperlihatkan laporannya, atau menulis berkasnya");
    terminal_expect(terminal, "   1 sampai 9, 0    yang bernomor itu");
    terminal_type(terminal, "\033");
    leave(terminal);
    terminal = open_form(*state);
    terminal_type(terminal, "\t\t");
    terminal_expect(terminal, "> Bidang       Bidang Koperasi");
    terminal_expect(terminal, " 1 Bidang Koperasi");
    terminal_expect_no(terminal, " 2 ");
    leave(terminal);
}

#define LONG "rapat-kerja-bulanan-dengan-bidang-bidang-"

/* Where it lies is told in full, or without its middle where the rows do not hold it; a question and a reason
 * never give way. Esc does not take the answer away. */
static void test_places(void **state) {
    static const struct step before[] = {{"mkdir -p lain " LONG LONG LONG LONG, 0, "", ""}};
    static const struct step after[] = {
        {"find . -name '*.txt' | sort", 0,
         "./lain/laporan-triwulan-koperasi-2025-TW2.txt\n./laporan-triwulan-koperasi-2025-TW2.txt\n"
         "./" LONG LONG LONG LONG "/kop.txt\n",
         ""},
    };
    SHELL_STEPS(*state, before);
    struct terminal *terminal = open_form(*state);
    terminal_type(terminal, "\t\t\t2\t\t\t\t~\023");
    wait_for(terminal, " Tersimpan: /");
    terminal_expect(terminal, "/laporan-triwulan-koperasi-2025-TW2.txt");
    terminal_type(terminal, "/lain\023");
    wait_for(terminal, "/lain/laporan-triwulan-koperasi-2025-TW2.txt");
    terminal_type(terminal, "\025~/rap\tkop\t");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Ctrl-S menulis berkasnya.");
    terminal_type(terminal, "\023");
    wait_for(terminal, " Tersimpan: /");
    terminal_expect(terminal, LONG "/kop.txt (");
    terminal_type(terminal, "\023");
    terminal_expect(terminal, LONG "/kop.txt sudah ada. Timpa? Y/T");
    terminal_type(terminal, "y");
    wait_for(terminal, " Tersimpan: /");
    terminal_type(terminal, "\033");
    terminal_expect(terminal, " F9 Laporan ");
    terminal_expect(terminal, " Tersimpan: /");
    leave(terminal);
    SHELL_STEPS(*state, after);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_preview),     TEST(test_file),    TEST(test_undone), TEST(test_never_over_the_store),
        TEST(test_year_before), TEST(test_choices), TEST(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
