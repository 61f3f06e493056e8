/* What is kept stays whole and in sight: a check changes nothing, no output falls into the data, and figures whose code is
 * in no catalogue any more are named and can be read. */
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

/* ---- periksa-data ---- */

/* All that is in a folder, with bytes, modes and times to the nanosecond. */
#define WITNESS                                                                                              \
    "witness() { find \"$1\" | sort | while read -r f; do stat -c '%n %s %a %y %z' \"$f\"; done; "           \
    "find \"$1\" -type f | sort | xargs sha256sum; }; "

static void test_check_of_nothing(void **state) {
    static const struct step steps[] = {
        {"triwulan periksa-data 2>e; s=$?; sed \"s#$PWD#.#\" e >&2; exit $s", 1, "",
         "triwulan: belum ada simpanan di \"./data/simpanan\"; periksa --data\n"},
        {"ls data", 2, "", NULL},
    };
    SHELL_STEPS(*state, steps);
}

/* The gate, which only says who is at work, may be written. */
static void test_check_changes_nothing(void **state) {
    static const struct step steps[] = {
        {"triwulan isi SUB-18 3 && triwulan isi SUB-17 42", 0, NULL, ""},
        {WITNESS
         "witness data/simpanan/data.mdb >before && find data | sort >names && triwulan periksa-data && "
         "witness data/simpanan/data.mdb | cmp - before && find data | sort | cmp - names",
         0, "...2 peristiwa, 2 catatan diperiksa, 0 temuan\njejak: catatan ke-2, SHA-256 ", ""},
        {WITNESS "triwulan periksa-data --catatan 1 && witness data/simpanan/data.mdb | cmp - before", 0,
         "...jejak: catatan ke-1, SHA-256 ", ""},
        {WITNESS "rm data/simpanan/lock.mdb && witness data >before && triwulan periksa-data | head -n 1 && "
                 "witness data | cmp - before",
         0, "2 peristiwa, 2 catatan diperiksa, 0 temuan\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* As they were released: upgraded on a copy, which is gone afterwards. */
static void test_check_of_older_formats(void **state) {
    static const struct step steps[] = {
        {WITNESS "mkdir t; for n in 1 2; do mkdir -p old$n && "
                 "cp -R $C/../tests/unit/data/simpanan-format-$n old$n/simpanan && chmod -R u+w old$n && "
                 "witness old$n >before && TMPDIR=$PWD/t triwulan --hari-ini 2026-01-25 --data old$n "
                 "periksa-data | head -n 1 && "
                 "witness old$n | cmp - before; done; ls t",
         0,
         "simpanan berformat 1, diperiksa pada salinan berformat 3; aslinya tidak diubah\n"
         "simpanan berformat 2, diperiksa pada salinan berformat 3; aslinya tidak diubah\n",
         ""},
        {"for n in 1 2; do triwulan --hari-ini 2026-01-25 --data old$n periksa-data | grep -c ', 0 temuan$'; "
         "done",
         0, "1\n1\n", ""},
        {"triwulan --hari-ini 2026-01-25 --data old2 status >o && triwulan --hari-ini 2026-01-25 --data old2 "
         "periksa-data | grep -c salinan; "
         "ls old2 | grep format",
         0, "0\nsimpanan.format-2\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* ---- output ---- */

static void test_no_output_into_the_data(void **state) {
    static const struct step steps[] = {
        {"triwulan isi SUB-18 3 && ln -s data lain && ln data/simpanan/data.mdb keras.txt && "
         "ln -s data/simpanan/data.mdb lunak.txt && printf 'Kode,Indikator,Target\nA-1,x,1 unit\n' >r.csv",
         0, NULL, ""},
        {"for f in data/simpanan/data.mdb data/simpanan/lock.mdb data/simpanan.gerbang data/baru.txt "
         "lain/simpanan/data.mdb ./data/../lain/x keras.txt lunak.txt \"$PWD/data/simpanan/baru\"; do "
         "triwulan laporan belum-lengkap --bidang koperasi -o \"$f\" --timpa; echo $?; done",
         0, "1\n1\n1\n1\n1\n1\n1\n1\n1\n",
         "...triwulan: \"lunak.txt\" termasuk tempat data triwulan, yang tidak boleh ditulisi; pilih folder "
         "lain\n"},
        {"triwulan katalog dari-csv r.csv --bidang koperasi --tahun 2025 -o lain/k.yaml", 1, "",
         "triwulan: \"lain/k.yaml\" termasuk tempat data triwulan, yang tidak boleh ditulisi; pilih folder "
         "lain\n"},
        {"triwulan --contoh laporan belum-lengkap --bidang koperasi -o data/simpanan/data.mdb --timpa", 1, "",
         "...termasuk tempat data triwulan"},
        {"cd data/simpanan && triwulan laporan belum-lengkap --bidang koperasi -o data.mdb --timpa", 1, "",
         "...termasuk tempat data triwulan"},
        {"ls data data/simpanan; triwulan periksa-data | head -n 1; triwulan lihat SUB-18 --format csv | "
         "tail -n 1 | cut -d, -f7",
         0,
         "data:\nsimpanan\nsimpanan.gerbang\n\ndata/simpanan:\ndata.mdb\nlock.mdb\n"
         "1 peristiwa, 1 catatan diperiksa, 0 temuan\n3\n",
         ""},
        {"triwulan laporan belum-lengkap --bidang koperasi -o data.txt && "
         "triwulan laporan belum-lengkap --bidang koperasi -o data.txt --timpa",
         0, "tersimpan: data.txt\ntersimpan: data.txt\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* ---- figures whose code is in no catalogue any more ---- */

#define NAMED " kode tidak ada lagi di katalog, datanya masih tersimpan (triwulan riwayat KODE): "

static const struct step without_an_indicator[] = {
    {"mkdir k && cp $C/*.yaml k && sed -i '/kode: SUB-18/,/^$/d' k/katalog-2025.yaml", 0, "", ""},
    {"triwulan --sebagai koperasi1 isi SUB-18 3 --triwulan 2025-TW2 && "
     "triwulan --sebagai koperasi1 isi SUB-18 5 --keterangan 'lima unit' && "
     "triwulan --sebagai koperasi1 kosongkan SUB-18 --triwulan 2025-TW2 && "
     "triwulan isi SUB-17 42",
     0, NULL, NULL},
};

static void test_orphans_are_named(void **state) {
    static const struct step steps[] = {
        {"triwulan --konfig k status", 0, "...dasar triwulan\n1" NAMED "SUB-18\n", ""},
        {"triwulan --konfig k status --format csv >a.csv && wc -l <a.csv", 0, "6\n", "1" NAMED "SUB-18\n"},
        {"triwulan --konfig k status --format json | tail -n 1", 0, "]\n", "1" NAMED "SUB-18\n"},
        {"triwulan --konfig k --sebagai koperasi1 status | grep -c KODE", 1, "0\n", ""},
        {"triwulan status | grep -c KODE", 1, "0\n", ""},
        {"triwulan --konfig k periksa-data | sed 's/SHA.*//'", 0,
         "5 peristiwa, 4 catatan diperiksa, 0 temuan\n1" NAMED "SUB-18\njejak: catatan ke-5, \n", ""},
        {"triwulan --konfig k --sebagai koperasi1 periksa-data | grep -c KODE", 1, "0\n", ""},
    };
    SHELL_STEPS(*state, without_an_indicator);
    SHELL_STEPS(*state, steps);
}

static void test_orphans_can_be_read(void **state) {
    static const struct step steps[] = {
        {"triwulan --konfig k lihat SUB-18 | sed 's/03-10-2025 ..[.]../kini/'", 0,
         "SUB-18  tidak ada lagi di katalog; realisasi yang masih tersimpan (selengkapnya: triwulan riwayat "
         "SUB-18)\n"
         "  2025-TW2            (kosong) (Operator Koperasi, kini)\n"
         "  2025-TW3            5 (Operator Koperasi, kini)\n",
         ""},
        {"triwulan --konfig k riwayat SUB-18 | sed 's/03-10-2025 ..[.]../kini/'", 0,
         "Triwulan  Waktu             Oleh               Perubahan\n"
         "2025-TW2  kini  Operator Koperasi  3 -> (kosong)\n"
         "2025-TW3  kini  Operator Koperasi  Keterangan: lima unit\n"
         "2025-TW3  kini  Operator Koperasi  (kosong) -> 5\n"
         "2025-TW2  kini  Operator Koperasi  (kosong) -> 3\n",
         ""},
        {"triwulan --konfig k riwayat SUB-18 --triwulan 2025-TW2 | wc -l", 0, "3\n", ""},
        {"triwulan --konfig k riwayat SUB-18 --triwulan 2025-TW1", 1, "",
         "triwulan: kode \"SUB-18\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n"},
        {"for w in 'lihat SUB-99' 'riwayat SUB-99' 'lihat SUB-18 --format csv' '--sebagai koperasi1 lihat "
         "SUB-18' '--sebagai koperasi1 riwayat SUB-18' 'isi SUB-18 4'; do triwulan --konfig k $w; echo $?; "
         "done "
         "2>&1 | sed 's/SUB-../KODE/'",
         0,
         "triwulan: kode \"KODE\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n1\n"
         "triwulan: kode \"KODE\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n1\n"
         "triwulan: kode \"KODE\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n1\n"
         "triwulan: kode \"KODE\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n1\n"
         "triwulan: kode \"KODE\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n1\n"
         "triwulan: kode \"KODE\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n1\n",
         ""},
    };
    SHELL_STEPS(*state, without_an_indicator);
    SHELL_STEPS(*state, steps);
}

/* A bidang that was given another code; a year whose catalogue is gone, though the code lives on. */
static void test_orphans_of_bidang_and_year(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai kadis arahan tambah koperasi --isi 'Segera lengkapi' && triwulan isi SUB-17 42",
         0, NULL, ""},
        {"mkdir k && cp $C/*.yaml k && sed -i 's/: koperasi$/: kop/; s/: koperasi\\([,}]\\)/: kop\\1/' "
         "k/*.yaml && triwulan --konfig k status | tail -n 1",
         0, "1" NAMED "koperasi\n", ""},
        {"triwulan --konfig k riwayat koperasi | tail -n 1 | cut -c29-", 0,
         "Kepala Dinas  arahan: Segera lengkapi\n", ""},
        {"mkdir l && sed s/2025/2026/g $C/triwulan.yaml >l/triwulan.yaml && sed s/2025/2026/g "
         "$C/katalog-2025.yaml >l/katalog-2026.yaml "
         "&& "
         "triwulan --konfig l --hari-ini 2026-04-02 status | tail -n 1",
         0, "1" NAMED "SUB-17\n", ""},
        {"triwulan --konfig l --hari-ini 2026-04-02 riwayat SUB-17 | grep -c '^2025-TW3 .*(kosong) -> 42$'",
         0, "1\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_check_of_nothing),           TEST(test_check_changes_nothing),
        TEST(test_check_of_older_formats),     TEST(test_no_output_into_the_data),
        TEST(test_orphans_are_named),          TEST(test_orphans_can_be_read),
        TEST(test_orphans_of_bidang_and_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
