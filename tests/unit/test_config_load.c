#include "check.h"
#include "unit/config_help.h"
#include <stdio.h>

/* One passage of data/config-small changed, and what is then said: all of it. */
struct fault {
    const char *passage;
    const char *by;
    const char *problems; /* "" for none */
};
#define ALL(faults) faults, sizeof(faults) / sizeof *(faults)

static void check_faults(enum config_file file, const struct fault *faults, size_t count) {
    for (size_t i = 0; i < count; i++) {
        write_small(OFFICE_FILE);
        write_small(CATALOGUE_FILE);
        write_changed(file, faults[i].passage, faults[i].by);
        struct loaded loaded = load_written();
        assert_string_equal(buf_string(&loaded.problems), faults[i].problems);
        assert_int_equal(loaded.ok, *faults[i].problems == '\0');
        loaded_release(&loaded);
    }
}

#define OFFICE "triwulan.yaml:"
#define CATALOGUE "k.yaml:"

static void checks_the_office(void **state) {
    static const struct fault faults[] = {
        {"versi: 1\n", "versi: 2\n", OFFICE "1:8: versi \"2\" salah; tulis bilangan 1 sampai 1\n"},
        {"nama: Dinas Perdagangan", "nama: \"\"", OFFICE "3:9: \"nama\" tidak boleh kosong\n"},
        {"singkat: DISDAG\n", "singkat: \" \"\n", OFFICE "4:12: \"singkat\" tidak boleh kosong\n"},
        {"  tempat: Malili\n", "", OFFICE "3:3: kunci \"tempat\" wajib ada\n"},
        {"  daerah:", "  alamat: \"\"\n  daerah:", ""},
        {"Asia/Makassar", "Asia/Manila",
         OFFICE
         "7:15: zona_waktu \"Asia/Manila\" tidak dikenal; pilih Asia/Jakarta, Asia/Pontianak, Asia/Makassar, "
         "Asia/Jayapura, UTC\n"},
        {"kepala: {", "kapala: {", OFFICE "9:3: kunci \"kapala\" tidak dikenal; mungkin \"kepala\"\n"},
        {"jabatan: Kepala Dinas, ", "", OFFICE "9:11: kunci \"jabatan\" wajib ada\n"},
        {"kode: umkm", "kode: KOPERASI",
         OFFICE "15:5: bidang \"KOPERASI\" sudah ada; beri kode lain\n" CATALOGUE
                "23:13: bidang \"umkm\" tidak dikenal; pilih koperasi | KOPERASI\n"},
        {"kode: umkm", "kode: u/m",
         OFFICE "15:12: kode \"u/m\" salah; tulis 1 sampai 32 huruf, angka, atau . _ -\n" CATALOGUE
                "23:13: bidang \"umkm\" tidak dikenal; pilih koperasi\n"},
        {"kode: umkm", "kode: Gabungan",
         OFFICE "15:5: kode bidang \"Gabungan\" dipakai program; beri kode lain\n" CATALOGUE
                "23:13: bidang \"umkm\" tidak dikenal; pilih koperasi | Gabungan\n"},
        {"kode: umkm", "kode: rekomendasi",
         OFFICE "15:5: kode bidang \"rekomendasi\" dipakai program; beri kode lain\n" CATALOGUE
                "23:13: bidang \"umkm\" tidak dikenal; pilih koperasi | rekomendasi\n"},
        {"tim: {sk:", "tim: {ab:", OFFICE "16:7: kunci \"ab\" tidak dikenal; yang ada: sk, tanggal\n"},
        {"2025-01-20", "20-01-2025",
         OFFICE "16:30: tanggal \"20-01-2025\" salah; tulis seperti 2025-01-31\n"},
        {"2025-03-31", "2025-02-29",
         OFFICE "21:16: tanggal \"2025-02-29\" salah; tulis seperti 2025-01-31\n"},
        {"katalog: [k.yaml]", "katalog: []", OFFICE "33:10: katalog kosong; tulis sekurangnya satu berkas\n"},
        {"katalog: [k.yaml]", "katalog: [k.yaml, k.yaml]",
         OFFICE "33:19: katalog \"k.yaml\" ditulis dua kali; hapus salah satu\n"},
        {"katalog: [k.yaml]", "katalog: [../k.yaml]",
         OFFICE "33:11: katalog \"../k.yaml\" salah; tulis nama berkas di folder yang sama\n"},
        {"katalog: [k.yaml]", "katalog: [.k.yaml]",
         OFFICE "33:11: katalog \".k.yaml\" salah; tulis nama berkas di folder yang sama\n"},
        {"katalog: [k.yaml]", "katalog: [/etc/passwd]",
         OFFICE "33:11: katalog \"/etc/passwd\" salah; tulis nama berkas di folder yang sama\n"},
        {"katalog: [k.yaml]", "katalog: [\"\"]",
         OFFICE "33:11: katalog \"\" salah; tulis nama berkas di folder yang sama\n"},
        {"katalog: [k.yaml]\n", "", OFFICE "1:1: kunci \"katalog\" wajib ada\n"},
    };
    (void)state;
    check_faults(OFFICE_FILE, ALL(faults));
}

static void checks_the_people(void **state) {
    static const struct fault faults[] = {
        {"bidang: koperasi, peran", "bidang: kopi, peran",
         OFFICE "11:39: bidang \"kopi\" tidak dikenal; pilih koperasi | umkm\n"},
        {"bidang: koperasi, peran", "peran",
         OFFICE "11:5: operator dan atasan perlu bidang; tambahkan bidang: KODE\n"},
        {"[operator]", "[oprator]",
         OFFICE "11:57: peran \"oprator\" tidak dikenal; pilih operator | atasan | verifikator | perencana | "
                "pimpinan | pembaca\n"},
        {"[operator]", "[]", OFFICE "11:56: peran kosong; tulis sekurangnya satu\n"},
        {"login: andi", "login: siti", OFFICE "12:5: login \"siti\" sudah ada; gabungkan perannya\n"},
        {"login: andi", "login: \"andi m\"",
         OFFICE "12:13: login \"andi m\" salah; tulis nama login sistem, paling banyak 63 huruf\n"},
        {"login: andi", "login: a234567890123456789012345678901234567890123456789012345678901234",
         OFFICE "12:13: login \"a23456789012345678901234567890123456789012345678901234567890\" salah; tulis "
                "nama login sistem, paling banyak 63 huruf\n"},
        {"login: andi, ", "", OFFICE "12:5: kunci \"login\" wajib ada\n"},
        {"login: siti", "login: sita",
         CATALOGUE "36:16: pelaksana \"siti\" tidak ada di pengguna; periksa loginnya\n"},
    };
    (void)state;
    check_faults(OFFICE_FILE, ALL(faults));
}

static void checks_the_deadlines(void **state) {
    static const struct fault faults[] = {
        {"    TW4: {", "    TAHUN: {bulan: 2, tanggal: 28}\n    TW4: {", ""},
        {"    TW4: {", "    TAHUN: {bulan: 3, tanggal: 31, jika_libur: tetap}\n    TW4: {", ""},
        {"    TW4: {", "    TAHUN: {bulan: 12, tanggal: 28}\n    TW4: {",
         OFFICE "20:12: batas kirim TAHUN di bulan 12; pilih bulan 1 sampai 3\n"},
        {"    TW4: {", "    TAHUN: {bulan: 4, tanggal: 1}\n    TW4: {",
         OFFICE "20:12: batas kirim TAHUN di bulan 4; pilih bulan 1 sampai 3\n"},
        {"  paraf: tidak", "  batas_verifikasi: {hari: 121}\n  paraf: tidak",
         OFFICE "22:28: hari \"121\" salah; tulis bilangan 0 sampai 120\n"},
        {"  paraf: tidak", "  batas_perbaikan: {hari: -1}\n  paraf: tidak",
         OFFICE "22:27: hari \"-1\" salah; tulis bilangan 0 sampai 120\n"},
        {"  paraf: tidak", "  batas_lapor: {jika_libur: tetap}\n  paraf: tidak",
         OFFICE "22:16: kunci \"hari\" wajib ada\n"},
        {"  paraf: tidak", "  batas_lapor: {hari: 0, jika_libur: kapan}\n  paraf: tidak",
         OFFICE "22:38: jika_libur \"kapan\" tidak dikenal; pilih mundur | maju | tetap\n"},
    };
    (void)state;
    check_faults(OFFICE_FILE, ALL(faults));
}

#define BAND(from) "    - {nama: A, mulai: " from "}\n"

static void checks_the_rules(void **state) {
    static const struct fault faults[] = {
        {"bulan: 4,", "bulan: 13,", OFFICE "19:18: bulan \"13\" salah; tulis bilangan 1 sampai 12\n"},
        {"bulan: 4,", "bulan: 2,", OFFICE "19:10: batas kirim TW1 di bulan 2; pilih bulan 3 sampai 6\n"},
        {"bulan: 4,", "bulan: 7,", OFFICE "19:10: batas kirim TW1 di bulan 7; pilih bulan 3 sampai 6\n"},
        {"bulan: 4,", "bulan: 6,", ""},
        {"bulan: 12, tanggal: 28", "bulan: 1, tanggal: 5", ""},
        {"bulan: 12, tanggal: 28", "bulan: 4, tanggal: 5",
         OFFICE "20:10: batas kirim TW4 di bulan 4; pilih bulan 12 sampai 3\n"},
        {"tanggal: 7,", "tanggal: 31,", OFFICE "19:10: tanggal 31 tidak ada di bulan 4\n"},
        {"jika_libur: mundur", "jika_libur: terus",
         OFFICE "19:45: jika_libur \"terus\" tidak dikenal; pilih mundur | maju | tetap\n"},
        {"TW1:", "TW5:", OFFICE "19:5: kunci \"TW5\" tidak dikenal; mungkin \"TW1\"\n"},
        {"paraf: tidak", "paraf: no", OFFICE "22:10: paraf \"no\" tidak dikenal; pilih tidak | ya\n"},
        {"sendiri: tolak", "sendiri: ya",
         OFFICE "23:23: verifikasi_sendiri \"ya\" tidak dikenal; pilih tolak | peringatkan\n"},
        {"di_bawah: 75", "di_bawah: -1",
         OFFICE "25:24: penjelasan_di_bawah \"-1\" negatif; tulis 0 atau lebih\n"},
        {"mulai: 75.5", "mulai: 75,5",
         OFFICE "27:30: \"5\" bukan kunci; di dalam { } koma memisahkan: tulis titik desimal\n"},
        {"mulai: 75.5", "mulai: 0",
         OFFICE "28:7: predikat \"Buruk\" tidak di bawah \"Baik\"; urutkan dari yang "
                "tertinggi\n"},
        {"mulai: 0}", "mulai: 80}",
         OFFICE "27:5: predikat \"Buruk\" yang terendah harus mulai: 0\n" OFFICE
                "28:7: predikat \"Buruk\" tidak di bawah \"Baik\"; urutkan dari yang "
                "tertinggi\n"},
        {"mulai: 0}", "mulai: 1.5}", OFFICE "27:5: predikat \"Buruk\" yang terendah harus mulai: 0\n"},
        {"    - {nama: Baik, mulai: 75.5}\n    - {nama: Buruk, mulai: 0}\n", "    []\n",
         OFFICE "27:5: predikat kosong; tulis sekurangnya satu\n"},
        {"    - {nama: Baik, mulai: 75.5}\n",
         BAND("16") BAND("15") BAND("14") BAND("13") BAND("12") BAND("11") BAND("10") BAND("9") BAND("8")
             BAND("7") BAND("6") BAND("5") BAND("4") BAND("3") BAND("2") BAND("1"),
         OFFICE "43:7: predikat lebih dari 16; kurangi\n"},
        {"nama: Buruk", "nama: Buruk sekali sampai melewati batas panjang nama",
         OFFICE "28:14: \"nama\" terlalu panjang: 47 byte, paling banyak 39; pendekkan\n"},
        {"capaian: 120\n", "capaian: tidak\n", ""},
        {"capaian: 120\n", "capaian: 90\n",
         OFFICE "29:18: batas_capaian di bawah 100; tulis 100 atau lebih, atau tidak\n"},
        {"rata: triwulan", "rata: tahun",
         OFFICE "30:20: dasar_rata_rata \"tahun\" tidak dikenal; pilih triwulan | sd\n"},
        {"turun: selisih", "turun: beda",
         OFFICE "31:16: rumus_turun \"beda\" tidak dikenal; pilih selisih | rasio\n"},
        {"di_atas: 120", "di_atas: 40",
         OFFICE "32:15: capaian_di_bawah harus lebih kecil dari capaian_di_atas\n"},
        {"lonjakan: 10", "lonjakan: 1", OFFICE "32:15: lonjakan harus lebih dari 1\n"},
        {"lonjakan: 10", "lonjakan: 1.000,5",
         OFFICE "32:76: \"5\" bukan kunci; di dalam { } koma memisahkan: tulis titik desimal\n"},
    };
    (void)state;
    check_faults(OFFICE_FILE, ALL(faults));
}

static void checks_the_catalogue(void **state) {
    static const struct fault faults[] = {
        {"tahun: 2025", "tahun: dua",
         CATALOGUE "1:8: tahun \"dua\" salah; tulis bilangan 1900 sampai 9999\n"},
        {"tahun: 2025", "tahun: 1899",
         CATALOGUE "1:8: tahun \"1899\" salah; tulis bilangan 1900 sampai 9999\n"},
        {"status: contoh", "status: resmi",
         CATALOGUE "2:24: status \"resmi\" tidak dikenal; pilih contoh | ditetapkan\n"},
        {"status: contoh", "status: ditetapkan",
         CATALOGUE "2:15: status ditetapkan perlu nomor dan tanggal penetapan\n"},
        {"status: contoh", "status: ditetapkan, nomor: 800/1",
         CATALOGUE "2:15: status ditetapkan perlu nomor dan tanggal penetapan\n"},
        {"status: contoh", "status: ditetapkan, nomor: 800/1, tanggal: 2025-01-31", ""},
        {"status: contoh", "status: contoh, nomor: 800/1",
         CATALOGUE "2:15: nomor dan tanggal hanya untuk status ditetapkan; hapus, atau ubah status\n"},
        {"indikator:\n", "mulai: TW1\nindikator:\n", ""},
        {"indikator:\n", "mulai: TW3\nindikator:\n",
         CATALOGUE "3:8: katalog 2025 baru mulai TW3; tambahkan yang berlaku sejak TW1\n"},
        {"indikator:\n", "mulai: TW5\nindikator:\n",
         CATALOGUE "3:8: mulai \"TW5\" tidak dikenal; pilih TW1 | TW2 | TW3 | TW4\n"},
        {"kode: SUB-37", "kode: SUB 37",
         CATALOGUE "4:11: kode \"SUB 37\" salah; tulis 1 sampai 32 huruf, angka, atau . _ -\n"},
        {"kode: SUB-37", "kode: S12345678901234567890123456789012",
         CATALOGUE "4:11: kode \"S12345678901234567890123456789012\" salah; tulis 1 sampai 32 huruf, angka, "
                   "atau . _ -\n"},
        {"kode: SUB-50", "kode: UMKM", CATALOGUE "29:11: kode \"UMKM\" juga kode bidang; beri kode lain\n"},
        {"kode: SUB-50", "kode: SUB-37",
         CATALOGUE "29:11: kode \"SUB-37\" sudah ada di baris 4; beri kode lain\n"},
        {"kode: SUB-50", "kode: iku-02",
         CATALOGUE "29:11: kode \"iku-02\" sudah ada di baris 17; beri kode lain\n"},
        {"tingkat: iku", "tingkat: eselon",
         CATALOGUE "18:14: tingkat \"eselon\" tidak dikenal; pilih iku | program | kegiatan | subkegiatan\n"},
        {"bidang: umkm", "bidang: ukm",
         CATALOGUE "23:13: bidang \"ukm\" tidak dikenal; pilih koperasi | umkm\n"},
        {"agregasi: rata_rata", "agregasi: rerata",
         CATALOGUE "37:15: agregasi \"rerata\" tidak dikenal; pilih jumlah | posisi | rata_rata | tahunan\n"},
        {"polaritas: turun", "polaritas: tetap",
         CATALOGUE "38:16: polaritas \"tetap\" tidak dikenal; pilih naik | turun\n"},
        {"pelaksana: siti", "pelaksana: budi",
         CATALOGUE "36:16: pelaksana \"budi\" tidak ada di pengguna; periksa loginnya\n"},
        {"pagu: 25000000", "pagu: 25.000.000",
         CATALOGUE "39:11: pagu \"25.000.000\" bukan angka; contoh 1500 atau 12,5 (tanpa titik ribuan)\n"},
        {"    target: 1500\n", "", CATALOGUE "4:5: kunci \"target\" wajib ada\n"},
        {"    sasaran: Tertatanya surat\n", "    sasaran:\n",
         CATALOGUE "6:13: \"sasaran\" tidak boleh kosong\n"},
        {"uraian: Jumlah orang\n",
         "uraian: Jumlah orang\n    definisi: Yang digaji\n    boleh_lebih_100: ya\n", ""},
        {"jenis: sk,", "jenis: skp,",
         CATALOGUE "16:17: jenis \"skp\" tidak dikenal; pilih sk | laporan | foto | peta | sp2d | rekening | "
                   "kajian | lainnya\n"},
        {"judul: SK,", "judul: agenda SURAT,",
         CATALOGUE "16:9: judul \"agenda SURAT\" sudah ada pada indikator ini; beri judul lain\n"},
        {"triwulan: [1]", "triwulan: [0]", CATALOGUE "16:43: triwulan \"0\" salah; tulis 1 sampai 4\n"},
        {"triwulan: [1]", "triwulan: [1, 4, 1]",
         CATALOGUE "16:49: triwulan 1 ditulis dua kali; hapus salah satu\n"},
        {"triwulan: [1]", "triwulan: []",
         CATALOGUE "16:42: triwulan kosong; hapus kuncinya bila wajib setiap triwulan\n"},
    };
    (void)state;
    check_faults(CATALOGUE_FILE, ALL(faults));
}

static void checks_targets_and_splits(void **state) {
    static const struct fault faults[] = {
        {"target: 1500", "target: 1.500",
         CATALOGUE "9:13: 1,5 bukan bilangan bulat; tulis tanpa titik ribuan, atau tambahkan desimal: ya "
                   "bila \"laporan\" boleh pecahan\n" CATALOGUE
                   "13:15: jumlah triwulan 1.500, padahal target 1,5 (baris 9); samakan\n"},
        {"target: 1500", "target: 1.500,0",
         CATALOGUE "9:13: target \"1.500,0\" bukan angka; contoh 1500 atau 12,5 (tanpa titik ribuan)\n"},
        {"target: 1500", "target: -1500", CATALOGUE "9:13: target \"-1500\" negatif; tulis 0 atau lebih\n"},
        {"target: 1500", "target: 1500 laporan",
         CATALOGUE "9:13: target \"1500 laporan\" bukan angka; contoh 1500 atau 12,5 (tanpa titik ribuan)\n"},
        {"target: 0,15", "target: 1234567890123",
         CATALOGUE
         "22:13: target \"1234567890123\" bukan angka; contoh 1500 atau 12,5 (tanpa titik ribuan)\n"},
        {"[375, 375, 375, 375]", "[375, 375, 375, 300]",
         CATALOGUE "13:15: jumlah triwulan 1.425, padahal target 1.500 (baris 9); samakan\n"},
        {"[375, 375, 375, 375]", "[375, 375, 375, 374.5]",
         CATALOGUE "13:15: 374,5 bukan bilangan bulat; tulis tanpa titik ribuan, atau tambahkan desimal: ya "
                   "bila \"laporan\" boleh pecahan\n" CATALOGUE
                   "13:15: jumlah triwulan 1.499,5, padahal target 1.500 (baris 9); samakan\n"},
        {"[375, 375, 375, 375]", "[750, \"-\", 750, \"-\"]", ""},
        {"[375, 375, 375, 375]", "[750, -, 750, -]", ""},
        {"[375, 375, 375, 375]", "[500, 500, 500]",
         CATALOGUE "13:15: triwulan harus 4 nilai, bukan 3; di dalam [ ] koma memisahkan: tulis 7.5 atau "
                   "\"7,5\"\n"},
        {"[375, 375, 375, 375]", "[375, 375, 375, 375, 0]",
         CATALOGUE "13:15: triwulan harus 4 nilai, bukan 5; di dalam [ ] koma memisahkan: tulis 7.5 atau "
                   "\"7,5\"\n"},
        {"[375, 375, 375, 375]", "[375, 375, 375, x]",
         CATALOGUE "13:31: triwulan \"x\" bukan angka; contoh 1500 atau 12,5 (tanpa titik ribuan)\n"},
        {"[375, 375, 375, 375]", "[375, 375, 1125, -375]",
         CATALOGUE "13:32: triwulan \"-375\" negatif; tulis 0 atau lebih\n"},
        {"[375, 375, 375, 375]", "[-, -, -, -]",
         CATALOGUE "13:15: tidak ada triwulan yang diukur; tulis targetnya, atau hapus kuncinya\n"},
        {"agregasi: jumlah", "agregasi: posisi",
         CATALOGUE "13:15: triwulan terakhir 375, padahal target 1.500 (baris 9); samakan\n"},
        {"agregasi: jumlah", "agregasi: rata_rata",
         CATALOGUE "13:15: rata-rata triwulan 375, padahal target 1.500 (baris 9); samakan\n"},
        {"agregasi: jumlah", "agregasi: tahunan",
         CATALOGUE "13:15: tahunan diukur di TW4 saja; tulis [\"-\", \"-\", \"-\", 1500]\n"},
        {"[\"-\", \"-\", \"-\", 0.15]", "[\"-\", \"-\", \"-\", 0.16]",
         CATALOGUE "26:15: TW4 0,16, padahal target 0,15 (baris 22); samakan\n"},
        {"satuan: orang/bulan\n    target: 28\n", "satuan: orang/bulan\n    target: 28,5\n",
         CATALOGUE "34:13: 28,5 bukan bilangan bulat; tulis tanpa titik ribuan, atau tambahkan desimal: ya "
                   "bila \"orang/bulan\" boleh pecahan\n"},
        {"satuan: orang/bulan\n    target: 28\n", "satuan: orang/bulan\n    target: 28,5\n    desimal: ya\n",
         ""},
    };
    (void)state;
    check_faults(CATALOGUE_FILE, ALL(faults));
}

static void documents_are_due_in_measured_quarters(void **state) {
    static const struct fault faults[] = {
        {"[375, 375, 375, 375]\n    data_dukung:\n      - {jenis: laporan, judul: Agenda surat}",
         "[\"-\", 500, 500, 500]\n    data_dukung:\n      - {jenis: laporan, judul: Agenda, triwulan: [1, "
         "2]}",
         CATALOGUE
         "15:51: \"Agenda\" wajib di TW1, yang tidak diukur; hapus 1, atau tulis targetnya\n" CATALOGUE
         "16:42: \"SK\" wajib di TW1, yang tidak diukur; hapus 1, atau tulis targetnya\n"},
        {"judul: Rilis", "judul: Rilis, triwulan: [2, 3, 4]",
         CATALOGUE
         "28:50: \"Rilis\" wajib di TW2, yang tidak diukur; hapus 2, atau tulis targetnya\n" CATALOGUE
         "28:50: \"Rilis\" wajib di TW3, yang tidak diukur; hapus 3, atau tulis targetnya\n"},
        {"judul: Rilis", "judul: Rilis, triwulan: [4]", ""},
    };
    (void)state;
    check_faults(CATALOGUE_FILE, ALL(faults));
}

/* One fault must not hide another, nor be told twice: what the figures are made of must have been read. */
static void all_errors_of_an_indicator(void **state) {
#define SUM_1425 CATALOGUE "13:15: jumlah triwulan 1.425, padahal target 1.500 (baris 9); samakan\n"
#define FIGURES "polaritas: naik\n    triwulan: [375, 375, 375, "
    static const struct fault faults[] = {
        {FIGURES "375]", "polaritas: naek\n    triwulan: [375, 375, 375, 300]",
         CATALOGUE "12:16: polaritas \"naek\" tidak dikenal; pilih naik | turun\n" SUM_1425},
        {FIGURES "375]", "triwulan: [375, 375, 375, 300]",
         CATALOGUE "4:5: kunci \"polaritas\" wajib ada\n" CATALOGUE
                   "12:15: jumlah triwulan 1.425, padahal target 1.500 (baris 9); samakan\n"},
        {"agregasi: jumlah\n    " FIGURES "375]", "agregasi: jumla\n    " FIGURES "300]",
         CATALOGUE "11:15: agregasi \"jumla\" tidak dikenal; pilih jumlah | posisi | rata_rata | tahunan\n"},
        {"    agregasi: jumlah\n    " FIGURES "375]", "    " FIGURES "300]",
         CATALOGUE "4:5: kunci \"agregasi\" wajib ada\n"},
        {"satuan: laporan\n    target: 1500", "satuan: \"\"\n    target: 1,5",
         CATALOGUE "8:13: \"satuan\" tidak boleh kosong\n"},
        {"satuan: laporan\n    target: 1500", "satuan: laporan\n    target: seribu",
         CATALOGUE "9:13: target \"seribu\" bukan angka; contoh 1500 atau 12,5 (tanpa titik ribuan)\n"},
        {FIGURES "375]", FIGURES "1,5, x]",
         CATALOGUE "13:15: triwulan harus 4 nilai, bukan 6; di dalam [ ] koma memisahkan: tulis 7.5 atau "
                   "\"7,5\"\n"},
        {FIGURES "375]", FIGURES "*a]", CATALOGUE "13:31: alias \"*a\" tidak didukung; tulis nilainya\n"},
    };
    (void)state;
    check_faults(CATALOGUE_FILE, ALL(faults));
}

static void all_errors_of_both_files(void **state) {
    (void)state;
    write_changed(OFFICE_FILE, "paraf: tidak", "paraf: no");
    write_changed(CATALOGUE_FILE, "bidang: umkm\n    agregasi: tahunan", "bidang: ukm\n    agregasi: jumlah");
    struct loaded loaded = load_written();
    assert_false(loaded.ok);
    assert_string_equal(buf_string(&loaded.problems),
                        OFFICE "22:10: paraf \"no\" tidak dikenal; pilih tidak | ya\n" CATALOGUE
                               "23:13: bidang \"ukm\" tidak dikenal; pilih koperasi | umkm\n");
    loaded_release(&loaded);
}

/* What stands below the faulty line is not known, so nothing is said to be missing from it. */
static void a_broken_office_blames_no_catalogue(void **state) {
    (void)state;
    write_small(CATALOGUE_FILE);
    write_config(OFFICE_FILE,
                 "katalog: [k.yaml]\nbidang:\n  - {kode: koperasi, nama: K}\n  - {kode: x: y}\n");
    struct loaded loaded = load_written();
    assert_false(loaded.ok);
    assert_string_equal(buf_string(&loaded.problems),
                        OFFICE "4:13: kelompok { } kurang koma atau belum ditutup\n");
    loaded_release(&loaded);
}

/* `line` so many times, each with its number. */
static void repeat(struct buf *out, const char *before, const char *after, int times) {
    for (int i = 1; i <= times; i++)
        buf_printf(out, "%s%d%s", before, i, after);
}

static void lists_are_bounded(void **state) {
    static const struct {
        enum config_file file;
        const char *passage, *before, *after;
        int times;
        const char *problems;
    } cases[] = {
        {OFFICE_FILE, "tim:", "  - {kode: u", ", nama: U}\n", 98, ""},
        {OFFICE_FILE, "tim:", "  - {kode: u", ", nama: U}\n", 99,
         OFFICE "114:5: bidang lebih dari 100; kurangi\n"},
        {OFFICE_FILE, "bidang:\n", "  - {login: l", ", nama: L, peran: [pembaca]}\n", 998, ""},
        {OFFICE_FILE, "bidang:\n", "  - {login: l", ", nama: L, peran: [pembaca]}\n", 999,
         OFFICE "1011:5: pengguna lebih dari 1000; kurangi\n"},
        {CATALOGUE_FILE, "  - kode: IKU-02\n", "      - {jenis: sk, judul: SK ", "}\n", 48, ""},
        {CATALOGUE_FILE, "  - kode: IKU-02\n", "      - {jenis: sk, judul: SK ", "}\n", 49,
         CATALOGUE "65:9: data_dukung lebih dari 50; kurangi\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf longer = {0};
        repeat(&longer, cases[i].before, cases[i].after, cases[i].times);
        buf_text(&longer, cases[i].passage);
        write_small(OFFICE_FILE);
        write_small(CATALOGUE_FILE);
        write_changed(cases[i].file, cases[i].passage, buf_string(&longer));
        struct loaded loaded = load_written();
        assert_string_equal(buf_string(&loaded.problems), cases[i].problems);
        loaded_release(&loaded);
        buf_release(&longer);
    }
}

static void names_files_that_are_not_there(void **state) {
    char expected[256];
    (void)state;
    write_changed(OFFICE_FILE, "[k.yaml]", "[lain.yaml]");
    struct loaded loaded = load_written();
    snprintf(expected, sizeof expected,
             "lain.yaml:1:1: tidak dapat membuka \"%s/lain.yaml\": tidak ada; periksa namanya\n",
             config_directory());
    assert_false(loaded.ok);
    assert_string_equal(buf_string(&loaded.problems), expected);
    loaded_release(&loaded);

    loaded = load_from("/tidak/ada");
    assert_false(loaded.ok);
    assert_string_equal(
        buf_string(&loaded.problems),
        OFFICE "1:1: tidak dapat membuka \"/tidak/ada/triwulan.yaml\": tidak ada; periksa namanya\n");
    loaded_release(&loaded);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_the_office),
        cmocka_unit_test(checks_the_people),
        cmocka_unit_test(checks_the_deadlines),
        cmocka_unit_test(checks_the_rules),
        cmocka_unit_test(checks_the_catalogue),
        cmocka_unit_test(checks_targets_and_splits),
        cmocka_unit_test(documents_are_due_in_measured_quarters),
        cmocka_unit_test(all_errors_of_an_indicator),
        cmocka_unit_test(all_errors_of_both_files),
        cmocka_unit_test(a_broken_office_blames_no_catalogue),
        cmocka_unit_test(lists_are_bounded),
        cmocka_unit_test(names_files_that_are_not_there),
    };
    return cmocka_run_group_tests(tests, config_help_begin, config_help_end);
}
