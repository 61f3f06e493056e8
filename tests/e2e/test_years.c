/* The year's own measurement, last year beside this one, and a catalogue that changes in mid-year. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <stdio.h>

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* In `k`: the shipped office with the same catalogue for 2024, and for 2025 a revision from TW3 on, in which
 * SUB-18 has 4 4 5 4 = 17 and SUB-17 is gone. */
static const struct step three_catalogues[] = {
    {"mkdir k && cp $C/*.yaml k && cd k && sed 's/^tahun: 2025/tahun: 2024/' katalog-2025.yaml >l.yaml && "
     "sed -e 's/^tahun: 2025/&\\nmulai: TW3/' -e '/kode: SUB-18/,/triwulan:/{s/target: 15/target: 17/;"
     "s/\\[4, 4, 4, 3\\]/[4, 4, 5, 4]/}' -e '/- kode: SUB-17/,/^$/d' katalog-2025.yaml >p.yaml && "
     "sed -i 's/^katalog: .*/katalog: [l.yaml, katalog-2025.yaml, p.yaml]/' triwulan.yaml",
     0, "", ""},
    {"triwulan --konfig k katalog periksa", 0, "299 indikator di 3 katalog, 5 bidang: tidak ada masalah\n",
     ""},
};

static struct terminal *open_on(const char *home, const char *today, const char *const *environment) {
    const char *const arguments[] = {"--sebagai", "koperasi1", "--hari-ini", today, NULL};
    const struct terminal_setup setup = {
        .home = home, .arguments = arguments, .environment = environment, .columns = 100};
    return terminal_open(&setup);
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

/* --- the year's own measurement --- */

static void test_year_by_commands(void **state) {
    static const struct step steps[] = {
        {"for n in 1 2 3 4; do triwulan isi SUB-18 3 --triwulan 2025-TW$n || exit; done", 0, NULL, NULL},
        {"triwulan isi SUB-18 12 --triwulan 2025-TAHUN", 0,
         "SUB-18 2025-TAHUN: dibaca 12 unit usaha, capaian 80,00\n", ""},
        {"triwulan isi SUB-18 s9 --triwulan 2025-tahun", 0, "...SUB-18 2025-TAHUN: dibaca 9 unit usaha",
         "SUB-18 2025-TAHUN: tersimpan, tetapi periksa: berbeda dari s.d. TW IV\n"},
        {"triwulan lihat SUB-18 --triwulan 2025-TAHUN --format csv | tail -n 1 | cut -d, -f4-18", 0,
         "2025-TAHUN,unit usaha,15,9,60.00,,60.00,Rendah,15,9,60.00,60.00,0,0,draf\n", ""},
        {"triwulan lihat SUB-18 --triwulan 2025-TW4 --format csv | tail -n 1 | cut -d, -f6-15", 0,
         "3,3,100.00,,100.00,Sangat Tinggi,15,12,80.00,80.00\n", ""},
        {"triwulan lihat SUB-18 | grep 'Tahun ini'", 0,
         "  Tahun ini           TW I 3 | TW II 3 | TW III 3 | TW IV 3 | TAHUN 9\n", ""},
        {"triwulan lihat SUB-18 | grep -c 'Tahun lalu'", 1, "0\n", ""},
        {"printf 'kode,triwulan,realisasi\\nSUB-17,2025-TAHUN,165\\nSUB-18,2025-TAHUN,12\\n' >a.csv; "
         "triwulan isi --dari-csv a.csv --timpa",
         0, NULL, ""},
        {"triwulan lihat --bidang koperasi --triwulan 2025-TAHUN | tail -n 2 | head -n 1", 0,
         "Terisi 2/16 (0 tidak diukur), bukti wajib 0/0\n", ""},
        {"triwulan bukti tambah SUB-18 --jenis laporan --judul LKjIP --tanggal 2025-06-30 --triwulan "
         "2025-TAHUN",
         0, "SUB-18 2025-TAHUN: bukti 1 tersimpan, tambahan \"LKjIP\"\n", ""},
        {"triwulan status --triwulan 2025-TAHUN | sed -n 2p", 0,
         "Batas kirim 30 Januari 2026, belum waktunya\n", ""},
        {"triwulan status --triwulan 2025-TAHUN --hari-ini 2025-12-01 | sed -n 2p", 0,
         "Batas kirim 30 Januari 2026, sisa 60 hari\n", ""},
        {"triwulan riwayat SUB-18 --triwulan 2025-TAHUN | grep -c '^2025-TAHUN'", 0, "4\n", ""},
        {"triwulan riwayat SUB-18 | grep -c '^2025-T'", 0, "8\n", ""},
        {"triwulan kosongkan SUB-18 --triwulan 2025-TAHUN", 0, "SUB-18 2025-TAHUN: dikosongkan\n", ""},
        {"triwulan periksa-data", 0, "...0 temuan\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* What is open of the year before stands in this year's report too. */
static void test_recommendations_go_on(void **state) {
    static const struct step steps[] = {
        {"for s in terbuka selesai; do triwulan --konfig k --sebagai perencana rekomendasi tambah --isi "
         "\"Yang $s\" "
         "--bidang koperasi --triwulan 2024-TW4 || exit; done",
         0, NULL, ""},
        {"triwulan --konfig k --sebagai perencana rekomendasi ubah 2 --status selesai --tindak-lanjut sudah "
         "--triwulan 2024-TW4",
         0, NULL, ""},
        {"for y in 2024 2025; do triwulan --konfig k --sebagai perencana laporan rekomendasi --triwulan "
         "$y-TW1 | grep "
         "-o 'Yang [a-z]*'; done",
         0, "Yang terbuka\nYang selesai\nYang terbuka\n", ""},
    };
    SHELL_STEPS(*state, three_catalogues);
    SHELL_STEPS(*state, steps);
}

/* Its own hand-in, verification and ratification, whatever its quarters are at. */
static void test_year_is_ratified_by_itself(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai kabidkop ajukan --triwulan 2025-TAHUN", 1, NULL, NULL},
        {"triwulan --sebagai koperasi1 lihat --bidang koperasi --triwulan 2025-TAHUN --format csv | cut -d, "
         "-f1,4,6 | sed -e '1s/.*/kode,triwulan,realisasi/' | tr -d '\r' >a.csv && "
         "triwulan --sebagai koperasi1 isi --dari-csv a.csv",
         0, "...16", ""},
        {"triwulan --sebagai kabidkop ajukan --triwulan 2025-TAHUN --hari-ini 2026-01-30", 0,
         "Bidang Koperasi 2025-TAHUN: diajukan, tepat waktu\n", ""},
        {"triwulan --sebagai koperasi1 isi SUB-18 3 --triwulan 2025-TAHUN", 1, "", "...sudah diajukan"},
        {"triwulan --sebagai koperasi1 isi SUB-18 3 --triwulan 2025-TW3", 0, NULL, NULL},
        {"for k in $(tail -n +2 a.csv | cut -d, -f1); do triwulan --sebagai sakip1 sesuai $k --triwulan "
         "2025-TAHUN || exit; done",
         0, NULL, NULL},
        {"triwulan --sebagai sakip1 verifikasi --bidang koperasi --triwulan 2025-TAHUN", 0,
         "Bidang Koperasi 2025-TAHUN: terverifikasi\n", NULL},
        {"triwulan --sebagai kadis sahkan --bidang koperasi --triwulan 2025-TAHUN", 0,
         "Bidang Koperasi 2025-TAHUN: disahkan\n", NULL},
        {"triwulan --sebagai kadis status --bidang koperasi --triwulan 2025-TAHUN | tail -n 2 | head -n 1", 0,
         "...Disahkan  100,00 dari 16 indikator\n", NULL},
        {"triwulan --sebagai kadis status --bidang koperasi | tail -n 2 | head -n 1", 0, "...Draf", NULL},
        {"triwulan periksa-data", 0, "...0 temuan\n", NULL},
    };
    SHELL_STEPS(*state, steps);
}

static void test_year_on_screen(void **state) {
    static const struct step before[] = {
        {"for n in 1 2 3 4; do triwulan isi SUB-18 3 --triwulan 2025-TW$n || exit; done", 0, NULL, NULL},
    };
    SHELL_STEPS(*state, before);
    struct terminal *terminal = open_on(*state, "2025-12-05", NULL);
    terminal_expect_row(terminal, 11,
                        "    Tahun Jan-Des 30 Januari 2026   0/16     -       Kosong - sisa 56 hari");
    terminal_key(terminal, VTERM_KEY_END);
    terminal_expect(terminal, "Enter: lanjutkan pengukuran tahun dari IKU-04");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, " ISIAN TAHUN 2025 | Bidang Koperasi");
    terminal_type(terminal, "/SUB-18\r");
    terminal_expect(terminal, " TW I 3 (75,00), II 3 (75,00), III 3 (75,00), IV 3 (100,00), s.d. TW IV 12");
    terminal_expect(terminal, " Isi hasil setahun. Makin tinggi makin baik.");
    terminal_expect(terminal, " Tidak ada bukti wajib");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Ketik angka lalu Enter. Contoh: 12");
    terminal_type(terminal, "=");
    terminal_expect(terminal, "[12        ]");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "80,00   - D");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "13\r");
    terminal_expect(terminal, "berbeda dari s.d. TW IV");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "R");
    terminal_expect(terminal, "RINCIAN | SUB-18 | TAHUN 2025");
    terminal_expect(terminal, ">Thn");
    terminal_expect(terminal, "(target 15)");
    terminal_type(terminal, "\033W");
    terminal_expect(terminal, "TAHUN  Operator Koperasi");
    leave(terminal);
    static const struct step after[] = {
        {"triwulan lihat SUB-18 --triwulan 2025-TAHUN --format csv | tail -n 1 | cut -d, -f7", 0, "13\n",
         NULL},
    };
    SHELL_STEPS(*state, after);
}

/* --- several catalogues --- */

static void test_years_by_commands(void **state) {
    static const struct step steps[] = {
        {"triwulan --konfig k isi SUB-18 2 --triwulan 2024-TW3", 0,
         "SUB-18 2024-TW3: dibaca 2 unit usaha, capaian 50,00\n", ""},
        {"triwulan --konfig k isi SUB-17 40 --triwulan 2025-TW2", 0, NULL, ""},
        {"triwulan --konfig k isi SUB-17 40 --triwulan 2025-TW3", 1, "",
         "triwulan: kode \"SUB-17\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n"},
        {"triwulan --konfig k isi SUB-18 5", 0, "SUB-18 2025-TW3: dibaca 5 unit usaha, capaian 100,00\n", ""},
        {"triwulan --konfig k lihat SUB-18 --triwulan 2025-TW2 --format csv | tail -n 1 | cut -d, -f6,12", 0,
         "4,8\n", ""},
        {"triwulan --konfig k lihat SUB-18 --format csv | tail -n 1 | cut -d, -f6,12,15", 0, "5,13,29.41\n",
         ""},
        {"triwulan --konfig k lihat SUB-18 | grep 'Tahun lalu'", 0,
         "  Tahun lalu          2024: TW III 2 (50,00)\n", ""},
        {"triwulan --konfig k lihat SUB-18 --triwulan 2024-TW3 | grep -c 'Tahun lalu'", 1, "0\n", ""},
        {"triwulan --konfig k katalog tampil | sed -n 1p", 0,
         "KATALOG 2025 mulai TW III | DISDAGKOPRINUM | rencana aksi: CONTOH, belum ditetapkan\n", ""},
        {"triwulan --konfig k katalog tampil --triwulan 2025-TW2 | sed -n 1p", 0,
         "KATALOG 2025 | DISDAGKOPRINUM | rencana aksi: CONTOH, belum ditetapkan\n", ""},
        {"triwulan --konfig k katalog tampil --triwulan 2024-TW2 --format csv | grep -c ^SUB-17,", 0, "1\n",
         ""},
        {"triwulan --konfig k katalog tampil --format csv | grep -c ^SUB-17,", 1, "0\n", ""},
        {"triwulan --konfig k lihat --triwulan 2023-TW1", 1, "",
         "triwulan: triwulan \"2023-TW1\" di luar katalog; pilih 2024-TW1 s.d. 2025-TW4\n"},
        {"triwulan --konfig k lihat --triwulan 2026-TAHUN", 1, "",
         "triwulan: triwulan \"2026-TAHUN\" di luar katalog; pilih 2024-TW1 s.d. 2025-TW4\n"},
        {"triwulan --konfig k riwayat SUB-18 | grep -c SUB- ; triwulan --konfig k riwayat SUB-18 | grep -c "
         "^2025",
         0, "0\n1\n", ""},
        {"triwulan --konfig k riwayat SUB-18 --triwulan 2024-TW3 | grep -c ^2024", 0, "1\n", ""},
        {"triwulan --konfig k lihat --hari-ini 2025-01-15 | sed -n 1p | cut -c1-14", 0, "ISIAN 2024-TW4\n",
         NULL},
    };
    SHELL_STEPS(*state, three_catalogues);
    SHELL_STEPS(*state, steps);
}

/* Each row under the catalogue of its own quarter; one indicator's rows of a year belong together. */
static void test_years_import(void **state) {
    static const struct step steps[] = {
        {"printf 'kode,triwulan,realisasi\\nSUB-18,2025-TW1,4\\nSUB-18,2025-TW2,4\\nSUB-18,2025-TW3,s13\\n"
         "SUB-17,2025-TW2,40\\nSUB-18,2024-TW1,4\\n' >a.csv; triwulan --konfig k isi --dari-csv a.csv",
         0, NULL, ""},
        {"triwulan --konfig k lihat SUB-18 --format csv | tail -n 1 | cut -d, -f7,13", 0, "5,13\n", ""},
        {"printf 'kode,triwulan,realisasi\\nSUB-17,2025-TW3,40\\nSUB-18,2024-TW1,4\\nSUB-18,2024-TW1,4\\n"
         "SUB-18,2026-TW1,4\\nSUB-18,2025-TW3,s9\\nSUB-18,2025-TW2,2\\n' >b.csv; "
         "triwulan --konfig k isi --dari-csv b.csv",
         1, "",
         "b.csv:2: kode \"SUB-17\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n"
         "b.csv:4: kode \"SUB-18\" sudah ada di baris 3\n"
         "b.csv:5: triwulan \"2026-TW1\" di luar katalog; pilih 2024-TW1 s.d. 2025-TW4\n"
         "b.csv:7: triwulan ini termasuk dalam s.d. kini di baris 6; pindahkan ke atas baris itu\n"
         "triwulan: 4 baris bermasalah; tidak ada yang disimpan\n"},
    };
    SHELL_STEPS(*state, three_catalogues);
    SHELL_STEPS(*state, steps);
}

static void test_years_on_screen(void **state) {
    static const struct step before[] = {
        {"triwulan --konfig k isi SUB-18 2 --triwulan 2024-TW3", 0, NULL, ""},
        {"triwulan --konfig k isi SUB-17 40 --triwulan 2024-TW2", 0, NULL, ""},
    };
    SHELL_STEPS(*state, three_catalogues);
    SHELL_STEPS(*state, before);
    char config[200];
    snprintf(config, sizeof config, "TRIWULAN_KONFIG=%s/k", (const char *)*state);
    const char *const environment[] = {config, NULL};
    struct terminal *terminal = open_on(*state, "2025-10-03", environment);
    terminal_type(terminal, "\r/SUB-18\r");
    terminal_expect(terminal, " ISIAN TW III 2025");
    terminal_expect(terminal, " 2024: TW III 2 (50,00)");
    terminal_expect_no(terminal, "SUB-17");
    terminal_type(terminal, "\033");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "\r/SUB-17\r");
    terminal_expect(terminal, " ISIAN TW II 2025");
    terminal_expect(terminal, "SUB-17>");
    terminal_expect(terminal, " 2024: TW II 40 (95,24)");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "SUB-18>");
    terminal_expect(terminal, " 2024: TW II kosong");
    terminal_type(terminal, "R");
    terminal_expect(terminal, ">II          4");
    terminal_expect(terminal, " III         5");
    leave(terminal);
}

/* --triwulan of an earlier year opens that year. */
static void test_an_earlier_year_on_screen(void **state) {
    SHELL_STEPS(*state, three_catalogues);
    char config[200];
    snprintf(config, sizeof config, "TRIWULAN_KONFIG=%s/k", (const char *)*state);
    const char *const environment[] = {config, NULL};
    const char *const arguments[] = {"--sebagai",  "koperasi1",  "--triwulan", "2024-TAHUN",
                                     "--hari-ini", "2025-10-03", NULL};
    const struct terminal_setup setup = {.home = *state, .arguments = arguments, .environment = environment};
    struct terminal *terminal = terminal_open(&setup);
    terminal_expect(terminal, " TRIWULAN 2024 | ");
    terminal_expect_row(terminal, 11,
                        "  > Tahun Jan-Des 31 Januari 2025   0/16     -       Kosong - terlambat 245 hari");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, " ISIAN TAHUN 2024");
    leave(terminal);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
        T(test_year_by_commands), T(test_recommendations_go_on),     T(test_year_is_ratified_by_itself),
        T(test_year_on_screen),   T(test_years_by_commands),         T(test_years_import),
        T(test_years_on_screen),  T(test_an_earlier_year_on_screen),
#undef T
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
