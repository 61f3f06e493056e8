/* isi --dari-csv: many figures from a spreadsheet. */
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

static void test_import(void **state) {
    static const struct step steps[] = {
        {"printf 'Kode;Realisasi;catatan "
         "lain;keterangan\\r\\nSUB-17;42;x;satu\\r\\nSUB-18;;;\\r\\nIKU-04;79,5;;\\r\\n' >a.csv",
         0, "", ""},
        {"triwulan isi --dari-csv a.csv", 0, "2 baris tersimpan, 0 sudah sama, 1 kosong dilewati\n", ""},
        {"triwulan isi --dari-csv a.csv", 0, "0 baris tersimpan, 2 sudah sama, 1 kosong dilewati\n", ""},
        {"printf 'SUB-20,12\\nSUB-21,5\\n' | triwulan isi --dari-csv -", 0,
         "2 baris tersimpan, 0 sudah sama, 0 kosong dilewati\n", ""},
        {"triwulan isi IKU-04 296/400 --sementara", 0, NULL, ""},
        {"triwulan --bidang koperasi lihat --format csv | sed 's/,15,12,/,15,14,/' "
         ">b.csv",
         0, "", ""},
        {"triwulan isi --dari-csv b.csv --timpa | tail -n 1", 0,
         "1 baris tersimpan, 3 sudah sama, 12 kosong dilewati\n", ""},
        {"triwulan lihat IKU-04 | grep -E 'Realisasi|Sementara'", 0,
         "  Realisasi           74,00 % (296/400)\n  Sementara           ya\n", ""},
        {"triwulan lihat SUB-17 | grep Keterangan", 0, "  Keterangan          satu\n", ""},
        {"printf 'kode,realisasi,triwulan\\nSUB-37,375,2025-TW1\\nSUB-37,s750,2025-TW2\\n' >c.csv; triwulan "
         "isi --dari-csv c.csv",
         0, "2 baris tersimpan, 0 sudah sama, 0 kosong dilewati\n", ""},
        {"triwulan lihat SUB-37 | grep 'Tahun ini'", 0, "...TW I 375 | TW II 375 | TW III belum diisi", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* A row without realisasi whose note counts, and which leaves the sums below it as they stand. */
static void test_import_notes(void **state) {
    static const struct step steps[] = {
        {"triwulan isi SUB-37 375 --triwulan 2025-TW1", 0, NULL, ""},
        {"printf 'kode,realisasi,triwulan,keterangan\\nSUB-37,,2025-TW1,catatan "
         "saja\\nSUB-37,s750,2025-TW2,\\n"
         "SUB-18,,,\\n,,,\\n' >a.csv; triwulan isi --dari-csv a.csv",
         0, "2 baris tersimpan, 0 sudah sama, 2 kosong dilewati\n", ""},
        {"triwulan lihat SUB-37 --triwulan 2025-TW2 | grep 'Tahun ini'", 0, "...TW I 375 | TW II 375 | ", ""},
        {"triwulan lihat SUB-37 --triwulan 2025-TW1 | grep Keterangan", 0,
         "  Keterangan          catatan saja\n", ""},
        {"triwulan isi --dari-csv a.csv", 0, "0 baris tersimpan, 2 sudah sama, 2 kosong dilewati\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_import_refused(void **state) {
    static const struct step steps[] = {
        {"printf "
         "'kode,realisasi,triwulan,sementara\\nSUB-17,42,,\\nSUB-99,1,,\\nIKU-04,1.500,,\\nsub-17,43,,\\n"
         "SUB-18,3,2025-TW9,\\nSUB-20,1,,mungkin\\nSUB-21,1,2026-TW1,\\n' >a.csv",
         0, "", ""},
        {"triwulan isi --dari-csv a.csv", 1, "",
         "a.csv:3: kode \"SUB-99\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n"
         "a.csv:4: \"1.500\" bisa berarti dua angka: tulis 1500 atau 1,5\n"
         "a.csv:5: kode \"SUB-17\" sudah ada di baris 2\n"
         "a.csv:6: triwulan \"2025-TW9\" tidak sah. Contoh: 2025-TW1\n"
         "a.csv:7: sementara \"mungkin\" tidak dikenal; tulis ya atau tidak\n"
         "a.csv:8: triwulan \"2026-TW1\" di luar katalog; pilih 2025-TW1 s.d. 2025-TW4\n"
         "triwulan: 6 baris bermasalah; tidak ada yang disimpan\n"},
        {"triwulan periksa-data", 0, "0 peristiwa, 0 catatan diperiksa, 0 temuan\n", ""},
        {"printf 'kode,nilai,lain\\nSUB-17,42,x\\n' >b.csv; triwulan isi --dari-csv b.csv", 1, "",
         "...b.csv:1: kolom kode dan realisasi tidak ada"},
        {"printf 'kode,realisasi\\nSUB-17,\"42\\n' >c.csv; triwulan isi --dari-csv c.csv", 1, "",
         "...c.csv:2: "},
        {"printf 'kode,realisasi,triwulan\\nSUB-17,42,2025-TW2\\n' >d.csv; triwulan --triwulan 2025-TW3 isi "
         "--dari-csv d.csv",
         1, "", "...d.csv:2: baris ini untuk triwulan \"2025-TW2\", yang diminta 2025-TW3"},
        {"printf 'SUB-17,42\\nSUB-37,300\\n' >e.csv; triwulan --sebagai koperasi1 isi --dari-csv e.csv", 1,
         "", "...e.csv:2: "},
        {"printf 'kode,realisasi,triwulan\\nSUB-37,s750,2025-TW2\\nSUB-37,375,2025-TW1\\n' >f.csv; triwulan "
         "isi --dari-csv f.csv",
         1, "",
         "...f.csv:3: triwulan ini termasuk dalam s.d. kini di baris 2; pindahkan ke atas baris itu\n"},
        {"printf 'kode,realisasi,triwulan\\nSUB-37,800,2025-TW1\\nSUB-37,s750,2025-TW3\\n' >g.csv; triwulan "
         "isi --dari-csv g.csv",
         1, "", "...g.csv:3: \"s750\" kurang dari jumlah triwulan sebelumnya, 800 laporan"},
        {"printf 'kode,realisasi,keterangan\\nZZZ,,x\\nYYY,,\\nSUB-18,,a\\nSUB-18,3,\\n,,\\n' >h.csv; "
         "triwulan isi "
         "--dari-csv h.csv",
         1, "",
         "h.csv:2: kode \"ZZZ\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n"
         "h.csv:3: kode \"YYY\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n"
         "h.csv:5: kode \"SUB-18\" sudah ada di baris 4\n"
         "triwulan: 3 baris bermasalah; tidak ada yang disimpan\n"},
        {"triwulan isi --dari-csv tidak-ada.csv", 1, "", "...tidak-ada.csv"},
        {"triwulan periksa-data", 0, "0 peristiwa, 0 catatan diperiksa, 0 temuan\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* The lines of an import without the time of day. */
#define IMPORT(arguments)                                                                                    \
    "triwulan isi --dari-csv a.csv " arguments " >o 2>e; s=$?; sed 's/, 03-10-2025 ..[.]..)/)/' o; "         \
    "sed 's/, 03-10-2025 ..[.]..)/)/' e >&2; exit $s"

/* Nothing that somebody typed gives way without a word: neither a value nor a note, nor what stands beside them. */
static void test_import_over_values(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 isi SUB-18 3 --keterangan lama && "
         "triwulan --sebagai koperasi1 isi SUB-17 42",
         0, NULL, ""},
        {"printf 'kode,realisasi,keterangan\nSUB-17,42,\nSUB-18,4,baru\nSUB-20,12,\n' >a.csv", 0, "", ""},
        {IMPORT(""), 1, "",
         "a.csv:3: SUB-18 2025-TW3: 3 -> 4 (diisi Operator Koperasi)\n"
         "a.csv:3: SUB-18 2025-TW3: Keterangan: lama -> baru (diisi Operator Koperasi)\n"
         "triwulan: 1 baris berbeda dari isian yang sudah ada; tidak ada yang disimpan; ulangi dengan "
         "--timpa "
         "untuk menggantinya\n"},
        {"triwulan isi --dari-csv a.csv 2>&1 | grep -c '(diisi Operator Koperasi, 03-10-2025 ..[.]..)$'", 0,
         "2\n", ""},
        {"triwulan periksa-data | head -n 1", 0, "3 peristiwa, 3 catatan diperiksa, 0 temuan\n", ""},
        {"triwulan lihat --bidang koperasi --format csv | grep -E '^SUB-(17|18|20)' | cut -d, -f1,7", 0,
         "SUB-17,42\nSUB-18,3\nSUB-20,\n", ""},
        {IMPORT("--timpa"), 0,
         "SUB-18 2025-TW3: 3 -> 4 (diisi Operator Koperasi)\n"
         "SUB-18 2025-TW3: Keterangan: lama -> baru (diisi Operator Koperasi)\n"
         "2 baris tersimpan, 1 sudah sama, 0 kosong dilewati\n",
         ""},
        {"triwulan lihat --bidang koperasi --format csv | grep -E '^SUB-(17|18|20)' | cut -d, -f1,7", 0,
         "SUB-17,42\nSUB-18,4\nSUB-20,12\n", ""},
        {IMPORT(""), 0, "0 baris tersimpan, 3 sudah sama, 0 kosong dilewati\n", ""},
        {"triwulan periksa-data | head -n 1", 0, "6 peristiwa, 4 catatan diperiksa, 0 temuan\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* A figure that is only made final keeps what it was, and needs no leave; a fraction that goes does. */
static void test_import_over_marks(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 isi IKU-04 296/400 --sementara", 0, NULL, ""},
        {"printf 'kode,realisasi,sementara\nIKU-04,74,ya\n' >a.csv", 0, "", ""},
        {IMPORT(""), 1, "",
         "...a.csv:2: IKU-04 2025-TW3: 74,00 (296/400) sementara -> 74,00 sementara (diisi Operator "
         "Koperasi)\n"},
        {"printf 'kode,realisasi,sementara\nIKU-04,296/400,tidak\n' >a.csv", 0, "", ""},
        {IMPORT(""), 0, "1 baris tersimpan, 0 sudah sama, 0 kosong dilewati\n", ""},
        {"triwulan lihat IKU-04 | grep -E 'Realisasi|Sementara'", 0,
         "  Realisasi           74,00 % (296/400)\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_import),
        TEST(test_import_refused),
        TEST(test_import_notes),
        TEST(test_import_over_values),
        TEST(test_import_over_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
