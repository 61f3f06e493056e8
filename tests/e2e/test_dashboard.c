/* Dasbor: averages with their denominators, grades, timeliness, and what would lift the weakest. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"

static const struct step filled[] = {
    {"triwulan isi SUB-18 2 && triwulan isi SUB-17 30 && triwulan isi IKU-04 80 && triwulan isi SUB-20 0", 0,
     NULL, NULL},
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

static void test_command(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 dasbor", 0,
         "DASBOR 2025-TW3 | DISDAGKOPRINUM | rencana aksi: CONTOH, belum ditetapkan\n"
         "Bidang    TW I  TW II   TW III  TW IV  TAHUN  Pengajuan\n"
         "koperasi     -      -  71,52/4      -      -  belum diajukan\n"
         "Terendah  Capaian  Predikat       Naik predikat\n"
         "SUB-20       0,00  Sangat Rendah  kurang 8 unit usaha menuju Rendah\n"
         "SUB-18      50,00  Sangat Rendah  kurang 1 unit usaha menuju Sedang\n"
         "SUB-17      71,43  Sedang         kurang 2 unit usaha menuju Tinggi\n"
         "IKU-04     102,56  Sangat Tinggi  \n",
         ""},
        {"triwulan --sebagai kadis dasbor --format csv | tr -d '\r'", 0,
         "bidang,triwulan,tingkat,rata_rata,dari_indikator,predikat,status,pengajuan\n"
         "koperasi,2025-TW3,iku,102.56,1,Sangat Tinggi,draf,belum diajukan\n"
         "koperasi,2025-TW3,subkegiatan,40.48,3,Sangat Rendah,draf,belum diajukan\n"
         "koperasi,2025-TW3,semua,71.52,4,Sedang,draf,belum diajukan\n",
         ""},
        {"triwulan --sebagai umkm1 dasbor --format csv | wc -l", 0, "1\n", ""},
        {"triwulan --sebagai umkm1 dasbor --bidang koperasi", 1, "", NULL},
    };
    SHELL_STEPS(*state, steps);
}

static void test_screen(void **state) {
    struct terminal *terminal = person_open(*state, "kadis");
    terminal_type(terminal, "\033d");
    terminal_expect(terminal, " DASBOR 2025 | capaian dibatasi 120, dasar triwulan");
    for (int i = 0; i < 3; i++)
        terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect_row(terminal, 5,
                        "> Bidang Koperasi                -          -    71,52/4<         -          -");
    terminal_expect_row(terminal, 8, " Bidang Koperasi TW III: 71,52, Sedang. Draf, belum diajukan");
    terminal_expect_row(terminal, 12,
                        "  Sub Kegiatan          ██████░░░░░░░░░░  40,48 dari 3 indikator, Sangat Rendah");
    terminal_expect_row(terminal, 15,
                        "  SUB-20       0,00  Sangat Rendah  kurang 8 unit usaha menuju Rendah");
    terminal_key(terminal, VTERM_KEY_LEFT);
    terminal_expect_row(terminal, 8, " Bidang Koperasi TW II: belum ada capaian. Kosong, belum diajukan");
    terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_type(terminal, "\r");
    terminal_expect(terminal, " ISIAN TW III 2025 | Bidang Koperasi");
    terminal_expect(terminal, " SUB-20> Jumlah usaha simpan");
    terminal_close(terminal);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {TEST(test_command), TEST(test_screen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
