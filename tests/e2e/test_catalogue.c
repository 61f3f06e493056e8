/* A catalogue out of the program and into it: katalog tampil, katalog dari-csv. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/shell.h"

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* What is printed and read back prints the same; a catalogue made from the CSV is the catalogue. */
static void test_catalogue_round(void **state) {
    static const struct step steps[] = {
        {"mkdir k && cp $C/triwulan.yaml k && triwulan katalog tampil --format csv >a.csv && "
         "triwulan katalog tampil --format yaml >k/katalog-2025.yaml",
         0, "", ""},
        {"triwulan --konfig k katalog tampil --format yaml | cmp - k/katalog-2025.yaml", 0, "", ""},
        {"triwulan --konfig k katalog tampil --format csv | cmp - a.csv", 0, "", ""},
        {"triwulan katalog tampil --format yaml --bidang koperasi | grep -c kode:", 0, "16\n", ""},
        {"triwulan --konfig k katalog dari-csv a.csv --tahun 2025 >b.yaml", 0, "",
         "a.csv: rencana aksi ditulis sebagai contoh; ubah statusnya sesudah ditetapkan\n"},
        {"grep diandaikan: b.yaml", 1, "", ""},
        {"mv b.yaml k/katalog-2025.yaml && triwulan --konfig k katalog tampil --format csv | cmp - a.csv", 0,
         "", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_catalogue_from_csv(void **state) {
    static const struct step steps[] = {
        {"mkdir k && cp $C/triwulan.yaml k && printf 'RENCANA AKSI TAHUN 2026;;;;;;;;\\n"
         "No;Sasaran;Indikator Kinerja;Target;TW I;TW II;TW III;TW IV;Penanggung jawab\\n"
         "Program;;;;;;;;\\n"
         "1;Meningkatnya koperasi;Persentase koperasi aktif;92,30 %%;-;-;-;92,3;Kabid Koperasi\\n"
         "2;;\"Jumlah\\nlaporan\";5 Pelaku usaha;1;1;1;2;\\n' >r.csv",
         0, "", ""},
        {"triwulan --konfig k katalog dari-csv r.csv -o k/katalog-2025.yaml", 0,
         "tersimpan: k/katalog-2025.yaml (2 indikator)\n",
         "r.csv: tahun 2026, dari judulnya\n"
         "r.csv: rencana aksi ditulis sebagai contoh; ubah statusnya sesudah ditetapkan\n"
         "r.csv: kolom dilewati: \"No\"\n"
         "r.csv: kode diandaikan pada 2 indikator (baris 4-5): dibuat menurut urutan di tingkatnya\n"
         "r.csv: sasaran diandaikan pada 1 indikator (baris 5): selnya kosong, sama dengan baris di atasnya\n"
         "r.csv: bidang diandaikan pada 1 indikator (baris 5): selnya kosong, sama dengan baris di atasnya\n"
         "r.csv: agregasi diandaikan pada 2 indikator (baris 4-5): disimpulkan dari satuan dan target "
         "triwulan\n"
         "r.csv: polaritas diandaikan pada 2 indikator (baris 4-5): makin tinggi makin baik\n"},
        {"tail -n 11 k/katalog-2025.yaml", 0,
         "\n"
         "  - kode: PRO-02  # diandaikan: dibuat menurut urutan di tingkatnya\n"
         "    tingkat: program\n"
         "    sasaran: Meningkatnya koperasi  # diandaikan: selnya kosong, sama dengan baris di atasnya\n"
         "    uraian: Jumlah laporan\n"
         "    satuan: Pelaku usaha\n"
         "    target: 5\n"
         "    bidang: koperasi  # diandaikan: selnya kosong, sama dengan baris di atasnya\n"
         "    agregasi: jumlah  # diandaikan: disimpulkan dari satuan dan target triwulan\n"
         "    polaritas: naik  # diandaikan: makin tinggi makin baik\n"
         "    triwulan: [1, 1, 1, 2]\n",
         ""},
        {"triwulan --konfig k katalog periksa", 0, "2 indikator, 5 bidang: tidak ada masalah\n", ""},
        {"triwulan --konfig k katalog dari-csv r.csv -o k/katalog-2025.yaml", 1, "",
         "...triwulan: \"k/katalog-2025.yaml\" sudah ada dan tidak ditimpa; pilih nama lain\n"},
        {"triwulan --konfig k katalog dari-csv r.csv -o tiada/k.yaml", 1, "",
         "...triwulan: folder \"tiada\" tidak ada; pilih folder lain\n"},
        {"sed -i 's/92,30 %/sembilan/' r.csv && triwulan --konfig k katalog dari-csv r.csv -o b.yaml", 1, "",
         "...r.csv:4:4: satuan kosong; tulis di kolom Satuan, atau di belakang target (\"92,30 %\")\n"
         "triwulan: \"r.csv\" belum dapat menjadi katalog; perbaiki yang disebut di atas\n"},
        {"ls b.yaml", 2, "", NULL},
        {"triwulan katalog dari-csv tiada.csv", 1, "",
         "triwulan: tidak dapat membuka \"tiada.csv\": tidak ada; periksa namanya\n"},
        {"printf 'PK\\003\\004\\024' >r.xlsx && triwulan katalog dari-csv r.xlsx -o b.yaml", 1, "",
         "triwulan: \"r.xlsx\" berkas Excel, bukan CSV; simpan sebagai CSV dari Excel\n"},
        {"triwulan katalog dari-csv r.csv --tahun 26", 2, "",
         "...triwulan: tahun \"26\" tidak sah. Contoh: --tahun 2026\n"},
        {"triwulan katalog dari-csv", 2, "", "...FILE belum diberikan"},
    };
    SHELL_STEPS(*state, steps);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_catalogue_round),
        TEST(test_catalogue_from_csv),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
