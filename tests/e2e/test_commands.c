/* The batch commands, as an office's scripts call them. */
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

/* core/DOMAIN.md, Worked cases. SUB-37: 1500 laporan, jumlah 375 x 4. */
static void test_sum(void **state) {
    static const struct step steps[] = {
        {"triwulan isi SUB-37 375 --triwulan 2025-TW1", 0,
         "SUB-37 2025-TW1: dibaca 375 laporan, capaian 100,00\n", ""},
        {"triwulan isi SUB-37 '375 laporan' --triwulan 2025-TW2", 0, NULL, ""},
        {"triwulan isi SUB-37 s1.050", 0,
         "SUB-37 2025-TW3: dibaca 300 laporan (s.d. kini 1.050), capaian 80,00\n", ""},
        {"triwulan isi SUB-37 300", 0, "SUB-37 2025-TW3: dibaca 300 laporan, capaian 80,00\n", ""},
        {"triwulan lihat SUB-37 --format csv | tail -n 1 | cut -d, -f1-18", 0,
         "SUB-37,subkegiatan,sekretariat,2025-TW3,laporan,375,300,80.00,,80.00,Tinggi,1125,1050,93.33,70.00,"
         "0,1,draf\n",
         ""},
    };
    SHELL_STEPS(*state, steps);
}

/* SUB-50: 28 orang/bulan, rata_rata. */
static void test_mean(void **state) {
    static const struct step steps[] = {
        {"for n in 1 2 3 4; do triwulan isi SUB-50 28 --triwulan 2025-TW$n || exit; done", 0, NULL, ""},
        {"triwulan lihat SUB-50 --triwulan 2025-TW4 --format csv | tail -n 1 | cut -d, -f6-15", 0,
         "28,28,100.00,,100.00,Sangat Tinggi,28,28,100.00,100.00\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* SUB-22: 1 dokumen, tahunan. SUB-41: target 3 in TW III. */
static void test_nothings(void **state) {
    static const struct step steps[] = {
        {"triwulan lihat SUB-22 --format csv | tail -n 1", 0,
         "SUB-22,subkegiatan,perindustrian,2025-TW3,dokumen,,,,,,,,,,,0,0,kosong,,\r\n", ""},
        {"triwulan isi SUB-41 0", 0, "SUB-41 2025-TW3: dibaca 0 unit, capaian 0,00\n",
         "SUB-41 2025-TW3: tersimpan, tetapi periksa: capaian jauh di bawah target\n"},
        {"triwulan lihat --bidang sekretariat", 0,
         "...Terisi 1/34 (4 tidak diukur), bukti wajib 0/56\n"
         "Rata-rata 0,00 dari 1 indikator (subkegiatan 0,00 dari 1, capaian dibatasi 120, dasar triwulan)\n",
         ""},
        {"triwulan lihat --bidang perindustrian", 0,
         "...SUB-22  Jumlah dokumen eval~  dokumen       -          -        -      -  Kosong\n", ""},
        {"triwulan isi SUB-22 1", 0, "SUB-22 2025-TW3: dibaca 1 dokumen, capaian -\n",
         "SUB-22 2025-TW3: tersimpan, tetapi periksa: di luar rencana\n"},
        {"triwulan kosongkan SUB-22", 0, "SUB-22 2025-TW3: dikosongkan\n", ""},
        {"triwulan kosongkan SUB-22", 1, "", "triwulan: realisasi \"SUB-22\" memang belum diisi\n"},
        {"triwulan isi SUB-22 1 --triwulan 2025-TW4", 0,
         "SUB-22 2025-TW4: dibaca 1 dokumen, capaian 100,00\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* SUB-21 (5 unit usaha each quarter) made `turun`, SUB-20 left without a split; IKU-02: 0,15 %. */
static void test_polarity(void **state) {
    static const struct step steps[] = {
        {"mkdir k && cp $C/*.yaml k && sed -i -e '/kode: SUB-21/,/polaritas/s/polaritas: naik/polaritas: "
         "turun/' "
         "-e '/kode: SUB-20/,/triwulan:/{/triwulan:/d}' -e '/kode: SUB-20/,/^$/{/data_dukung:/d;/jenis:/d}' "
         "k/katalog-2025.yaml",
         0, "", ""},
        {"triwulan --konfig k isi SUB-21 4", 0, "SUB-21 2025-TW3: dibaca 4 unit usaha, capaian 120,00\n", ""},
        {"triwulan --konfig k isi SUB-21 12", 0, "SUB-21 2025-TW3: dibaca 12 unit usaha, capaian 0,00\n",
         NULL},
        {"triwulan --konfig k lihat SUB-21 | grep Polaritas", 0,
         "  Polaritas           Turun: Makin rendah makin baik. Rumus: (2T - R) / T\n", ""},
        {"triwulan --konfig k isi SUB-20 7", 0,
         "SUB-20 2025-TW3: dibaca 7 unit usaha, capaian belum ada: target TW belum ditetapkan\n", ""},
        {"triwulan --konfig k lihat --bidang koperasi", 0, "...belum ditetapkan          7", ""},
        {"triwulan isi IKU-02 0,16 --triwulan 2025-TW4", 0,
         "IKU-02 2025-TW4: dibaca 0,16 %, capaian 106,67\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_typing(void **state) {
    static const struct step steps[] = {
        {"triwulan isi IKU-04 296/400 --sementara", 0,
         "IKU-04 2025-TW3: dibaca 74,00 % (296/400), capaian 94,87 (sementara)\n", ""},
        {"triwulan isi iku-04 79,5", 0, "IKU-04 2025-TW3: dibaca 79,50 %, capaian 101,92\n", ""},
        {"triwulan isi IKU-04 79,5 --sementara", 0, "...capaian 101,92 (sementara)\n", ""},
        {"triwulan isi IKU-04 79,5", 0, "...capaian 101,92\n", ""},
        {"triwulan isi IKU-04 1.500", 1, "",
         "triwulan: \"1.500\" bisa berarti dua angka: tulis 1500 atau 1,5\n"},
        {"triwulan isi SUB-18 12,5,0", 1, "", "triwulan: \"12,5,0\" bukan angka. Contoh: 1500\n"},
        {"triwulan isi IKU-04 '45 / 60'", 1, "",
         "triwulan: \"45 / 60\" bukan angka. Contoh: 12,5 atau 45/60\n"},
        {"triwulan isi SUB-18 -5", 1, "", "...\"-5\" negatif"},
        {"triwulan isi SUB-18 ''", 1, "", NULL},
        {"triwulan isi SUB-99 1", 1, "",
         "triwulan: kode \"SUB-99\" tidak ada di katalog 2025; lihat: triwulan katalog tampil\n"},
        {"triwulan lihat IKU-04 --format json", 0,
         "...\"realisasi\":\"79.50\",\"capaian\":\"101.92\",\"capaian_koreksi\":null", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_notes(void **state) {
    static const struct step steps[] = {
        {"triwulan isi SUB-18 --keterangan 'tiga unit' --penghambat hujan", 0,
         "SUB-18 2025-TW3: catatan tersimpan\n", ""},
        {"triwulan isi SUB-18 3 --penghambat '' --tindak-lanjut=ulangi", 0,
         "SUB-18 2025-TW3: dibaca 3 unit usaha, capaian 75,00\nSUB-18 2025-TW3: catatan tersimpan\n", ""},
        {"triwulan lihat SUB-18 | grep -E 'Keterangan|penghambat|Tindak lanjut|Tahun ini'", 0,
         "  Tahun ini           TW I belum diisi | TW II belum diisi | TW III 3 | TW IV belum diisi\n"
         "  Keterangan          tiga unit\n  Tindak lanjut       ulangi\n",
         ""},
        {"triwulan isi SUB-18 4 --keterangan \"$(printf 'a\\tb')\"", 1, "",
         "...Keterangan: karakter ke-2 (U+0009)"},
        {"triwulan lihat SUB-18 --format csv | tail -n 1 | cut -d, -f7", 0, "3\n", ""},
        {"triwulan riwayat SUB-18 | sed 's/03-10-2025 ..\\...  [^ ]*  *//'", 0,
         "Triwulan  Waktu             Oleh  Perubahan\n"
         "2025-TW3  Faktor penghambat: (kosong); Tindak lanjut: ulangi\n"
         "2025-TW3  (kosong) -> 3\n"
         "2025-TW3  Keterangan: tiga unit; Faktor penghambat: hujan\n",
         ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_columns(void **state) {
    static const struct step steps[] = {
        {"triwulan lihat --format csv | sed -n 1p", 0,
         "kode,tingkat,bidang,triwulan,satuan,target,realisasi,capaian,capaian_koreksi,capaian_akhir,"
         "predikat,"
         "sd_target,sd_realisasi,sd_capaian,capaian_tahun,bukti,bukti_wajib,status,diubah_oleh,diubah_"
         "pada\r\n",
         ""},
        {"triwulan lihat --format csv | wc -l", 0, "101\n", ""},
        {"triwulan --bidang koperasi lihat --format csv | wc -l", 0, "17\n", ""},
        {"triwulan lihat SUB-22 --format json", 0,
         "[\n{\"kode\":\"SUB-22\",\"tingkat\":\"subkegiatan\",\"bidang\":\"perindustrian\",\"triwulan\":"
         "\"2025-TW3\","
         "\"satuan\":\"dokumen\",\"target\":null,\"realisasi\":null,\"capaian\":null,\"capaian_koreksi\":"
         "null,"
         "\"capaian_akhir\":null,\"predikat\":null,\"sd_target\":null,\"sd_realisasi\":null,\"sd_capaian\":"
         "null,"
         "\"capaian_tahun\":null,\"bukti\":0,\"bukti_wajib\":0,\"status\":\"kosong\",\"diubah_oleh\":null,"
         "\"diubah_pada\":null}\n]\n",
         ""},
        {"triwulan --sebagai koperasi1 isi SUB-18 3 >&2; triwulan lihat SUB-18 --format csv | tail -n 1 | "
         "cut -d, -f19-",
         0, "...koperasi1,2025-10-03T", NULL},
        {"triwulan lihat SUB-18 --format csv | grep -c '+08:00.$'", 0, "1\n", ""},
        {"triwulan katalog tampil --bidang koperasi | sed -n 1p", 0,
         "KATALOG 2025 | Bidang Koperasi | rencana aksi: CONTOH, belum ditetapkan\n", ""},
        {"triwulan lihat IKU-04 | sed -n 1p", 0,
         "IKU-04 2025-TW3  Persentase koperasi aktif | rencana aksi: CONTOH, belum ditetapkan\n", ""},
        {"triwulan katalog tampil --format csv | sed -n '1p;5p'", 0,
         "kode,tingkat,sasaran,uraian,satuan,target,bidang,agregasi,polaritas,tw1,tw2,tw3,tw4\r\n"
         "IKU-04,iku,Meningkatnya pertumbuhan nilai produksi IKM dan UMKM,Persentase koperasi "
         "aktif,%,80.00,koperasi,"
         "posisi,naik,74.00,76.00,78.00,80.00\r\n",
         ""},
        {"triwulan katalog tampil --format csv --bidang perindustrian | grep ^PRO-07 | cut -d, -f10-", 0,
         "-,-,-,1\r\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_evidence(void **state) {
    static const struct step steps[] = {
        {"triwulan bukti tambah SUB-18 --jenis laporan --judul 'laporan penilaian kesehatan ksp/usp' "
         "--tanggal 28-9 "
         "--nomor 518/027/2025 --lokasi 'lemari 3 map 7'",
         0, "SUB-18 2025-TW3: bukti 1 tersimpan, mengisi \"Laporan penilaian kesehatan KSP/USP\"\n", ""},
        {"triwulan bukti tambah SUB-18 --jenis foto --judul Foto --tanggal 2025-03-01", 0,
         "SUB-18 2025-TW3: bukti 2 tersimpan, tambahan \"Foto\"\n",
         "SUB-18 2025-TW3: tersimpan, tetapi periksa: tanggal bukti di luar triwulan\n"},
        {"triwulan bukti lihat SUB-18 --format csv", 0,
         "kode,triwulan,no,jenis,judul,nomor,tanggal,lokasi,ukuran,sha256,mengisi,menyusul\r\n"
         "SUB-18,2025-TW3,1,laporan,laporan penilaian kesehatan ksp/usp,518/027/2025,2025-09-28,lemari 3 map "
         "7,,,"
         "Laporan penilaian kesehatan KSP/USP,\r\n"
         "SUB-18,2025-TW3,2,foto,Foto,,2025-03-01,,,,,\r\n",
         ""},
        {"triwulan bukti lihat SUB-18 --triwulan 2025-TW1", 0,
         "Kode    Wajib  No  Judul                          Nomor  Tanggal  Lokasi  Berkas\n"
         "SUB-18  [ ]        Laporan penilaian kesehatan ~                          \n"
         "SUB-18  [ ]        SK tim penilai kesehatan kop~                          \n",
         ""},
        {"triwulan bukti lihat --bidang koperasi | grep -c '\\[x\\]'", 0, "1\n", ""},
        {"triwulan bukti lihat SUB-18 | grep -c '\\[ \\]'", 1, "0\n", ""},
        {"triwulan lihat SUB-18 --format csv | tail -n 1 | cut -d, -f16,17", 0, "2,1\n", ""},
        {"triwulan bukti hapus SUB-18 4294967298", 1, "",
         "...bukti \"4294967298\" pada \"SUB-18\" tidak ada"},
        {"triwulan bukti hapus SUB-18 ' 2'", 1, "", "...bukti \" 2\" pada \"SUB-18\" tidak ada"},
        {"triwulan bukti hapus SUB-18 2", 0, "SUB-18 2025-TW3: bukti 2 dihapus\n", ""},
        {"triwulan bukti hapus SUB-18 2", 1, "", "...bukti \"2\" pada \"SUB-18\" tidak ada"},
        {"triwulan bukti hapus SUB-18 1x", 1, "", "...bukti \"1x\" pada \"SUB-18\" tidak ada"},
        {"triwulan bukti tambah SUB-18 --jenis foto --judul Foto", 0,
         "SUB-18 2025-TW3: bukti 3 tersimpan, tambahan \"Foto\"\n", ""},
        {"triwulan bukti tambah SUB-18 --jenis gambar --judul Foto", 1, "",
         "...jenis bukti \"gambar\" tidak dikenal; pilih sk"},
        {"triwulan bukti tambah SUB-18 --jenis foto --judul Foto --tanggal 32-9", 1, "",
         "...tanggal \"32-9\" tidak sah"},
        {"triwulan bukti tambah SUB-18 --jenis foto --judul ' '", 1, "", "...judul bukti masih kosong"},
        {"triwulan bukti tambah SUB-18 --jenis foto --judul Foto --lokasi ./tidak-ada.jpg", 1, "",
         "...tidak-ada.jpg"},
    };
    SHELL_STEPS(*state, steps);
}

static void test_evidence_files(void **state) {
    static const struct step steps[] = {
        {"printf abc >sk.pdf; triwulan --triwulan 2025-TW1 bukti tambah SUB-18 --jenis sk --judul 'SK tim "
         "penilai kesehatan koperasi' --lokasi sk.pdf",
         0,
         "SUB-18 2025-TW1: bukti 1 tersimpan, mengisi \"SK tim penilai kesehatan koperasi\"\nberkas "
         "ditemukan, 3 byte\n",
         ""},
        {"triwulan bukti lihat SUB-18 --triwulan 2025-TW1 --format csv | tail -n 1 | cut -d, -f9,10", 0,
         "3,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n", ""},
        {"triwulan bukti periksa | sed \"s#$PWD#.#\"", 0,
         "UTUH     SUB-18 2025-TW1 1 ./sk.pdf\n1 berkas diperiksa: 1 utuh, 0 berubah, 0 hilang\n", ""},
        {"printf abd >sk.pdf; triwulan bukti periksa", 1, "...BERUBAH  SUB-18 2025-TW1 1 /", ""},
        {"triwulan bukti lihat SUB-18 --triwulan 2025-TW1", 0, "...  BERUBAH\n", ""},
        {"rm sk.pdf; triwulan bukti periksa", 1, "...1 berkas diperiksa: 0 utuh, 0 berubah, 1 hilang\n", ""},
        {"triwulan bukti periksa --triwulan 2025-TW3", 0, "0 berkas diperiksa: 0 utuh, 0 berubah, 0 hilang\n",
         ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_board(void **state) {
    static const struct step steps[] = {
        {"triwulan isi SUB-18 3 && triwulan isi IKU-04 78", 0, NULL, ""},
        {"triwulan status --bidang koperasi", 0,
         "STATUS 2025-TW3 | Bidang Koperasi | rencana aksi: CONTOH, belum ditetapkan\n"
         "Batas kirim 7 Oktober 2025, sisa 4 hari\n"
         "Bidang    Terisi                 Bukti  Status  Rata-rata\n"
         "koperasi  2/14 (2 tidak diukur)  0/17   Draf    87,50 dari 2 indikator\n"
         "Rata-rata per tingkat, lalu antar tingkat; capaian dibatasi 120, dasar triwulan\n",
         ""},
        {"triwulan status --hari-ini 2025-10-09 | sed -n 2p", 0,
         "Batas kirim 7 Oktober 2025, terlambat 2 hari\n", ""},
        {"triwulan status --hari-ini 2025-10-07 | sed -n 2p", 0,
         "Batas kirim 7 Oktober 2025, hari terakhir\n", ""},
        {"triwulan status --triwulan 2025-TW4 --hari-ini 2025-09-30 | sed -n 2p", 0,
         "Batas kirim 26 Desember 2025, belum waktunya\n", "...jam komputer mundur"},
        {"triwulan status | sed -n '4p;9p'", 0,
         "perdagangan    0/16 (6 tidak diukur)   0/31   Kosong  -\n"
         "Jumlah         2/76 (24 tidak diukur)  0/123          \n",
         ""},
        {"mkdir k && cp $C/*.yaml k && sed -i -e 's/batas_capaian: [0-9]*/batas_capaian: tidak/' -e "
         "'s/dasar_rata_rata: triwulan/dasar_rata_rata: sd/' k/triwulan.yaml; triwulan --konfig k status | "
         "tail -n 1",
         0, "Rata-rata per tingkat, lalu antar tingkat; capaian apa adanya, dasar s.d. kini\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_permissions(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 isi SUB-18 3", 0, NULL, ""},
        {"triwulan --sebagai koperasi1 isi SUB-37 300", 1, "", "...triwulan: "},
        {"triwulan --sebagai sakip1 isi SUB-18 4", 1, "",
         "triwulan: hanya operator atau atasan Bidang Koperasi (Operator Koperasi) yang boleh mengisi\n"},
        {"triwulan --sebagai sakip1 kosongkan SUB-18", 1, "", "...yang boleh mengisi"},
        {"triwulan --sebagai sakip1 bukti tambah SUB-18 --jenis sk --judul SK", 1, "",
         "...yang boleh mengisi"},
        {"triwulan --sebagai sakip1 lihat --format csv | wc -l", 0, "101\n", ""},
        {"triwulan --sebagai koperasi1 lihat --format csv | wc -l", 0, "17\n", ""},
        {"triwulan --sebagai koperasi1 status | sed -n 4p", 0,
         "koperasi  1/14 (2 tidak diukur)  0/17   Draf    75,00 dari 1 indikator\n", ""},
        {"triwulan --sebagai koperasi1 --bidang sekretariat lihat", 1, "",
         "triwulan: isian Sekretariat hanya dibaca operator dan atasannya (Operator Sekretariat), "
         "verifikator, perencana, dan pimpinan\n"},
        {"triwulan --sebagai koperasi1 bukti lihat | cut -c1-3 | sort -u | tr '\\n' ' '", 0,
         "IKU KEG Kod PRO SUB ", ""},
        {"triwulan --sebagai orang-baru isi SUB-37 300 --bidang sekretariat", 0, NULL, ""},
        {"triwulan riwayat SUB-18 | grep -c 'Operator Koperasi  (kosong) -> 3'", 0, "1\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* All there is to know about one indicator, and how an average comes about. */
static void test_detail(void **state) {
    static const struct step steps[] = {
        {"mkdir k && cp $C/*.yaml k && sed -i 's/^    uraian: Persentase koperasi aktif/&\\n    pelaksana: "
         "koperasi1\\n    definisi: Koperasi yang rapat tahunan/' k/katalog-2025.yaml",
         0, "", ""},
        {"triwulan isi SUB-18 3 && triwulan isi IKU-04 45/60 --triwulan 2025-TW2", 0, NULL, ""},
        {"triwulan bukti tambah SUB-18 --triwulan 2025-TW1 --jenis sk --judul 'sk tim penilai kesehatan "
         "koperasi'",
         0, NULL, ""},
        {"triwulan lihat SUB-18 | sed '$d'", 0,
         "SUB-18 2025-TW3  Jumlah unit usaha koperasi yang telah dilakukan penilaian kesehatan | rencana "
         "aksi: "
         "CONTOH, belum ditetapkan\n"
         "  Tingkat             Sub Kegiatan\n"
         "  Sasaran             Terlaksananya penilaian Kesehatan KSP/USP koperasi\n"
         "  Penanggung jawab    Bidang Koperasi\n"
         "  Agregasi            Jumlah: Isi hasil TW ini saja.\n"
         "  Polaritas           Naik: Makin tinggi makin baik.\n"
         "  Target              4 unit usaha\n"
         "  Realisasi           3 unit usaha\n"
         "  Capaian             75,00\n"
         "  Predikat            Sedang, >= 66 s.d. < 76\n"
         "  S.d. kini, target   12 unit usaha\n"
         "  S.d. kini           3 unit usaha\n"
         "  S.d. kini, capaian  25,00\n"
         "  Target tahun        15 unit usaha\n"
         "  Capaian tahun       20,00 terhadap 15 unit usaha\n"
         "  Tahun ini           TW I belum diisi | TW II belum diisi | TW III 3 | TW IV belum diisi\n"
         "  Bukti               0 terlampir, wajib 0/1\n"
         "                      [ ] Laporan penilaian kesehatan KSP/USP\n"
         "  Status              Draf\n",
         ""},
        {"triwulan lihat SUB-18 --triwulan 2025-TW1 | grep -A2 '  Bukti'", 0,
         "  Bukti               1 terlampir, wajib 1/2\n"
         "                      [ ] Laporan penilaian kesehatan KSP/USP\n"
         "                      [x] SK tim penilai kesehatan koperasi\n",
         ""},
        {"triwulan lihat IKU-04 --triwulan 2025-TW2 | grep Realisasi", 0,
         "  Realisasi           75,00 % (45/60)\n", ""},
        {"triwulan --konfig k lihat IKU-04 | grep -E 'Definisi|Pelaksana'", 0,
         "  Definisi            Koperasi yang rapat tahunan\n  Pelaksana           Operator Koperasi\n", ""},
        {"triwulan isi IKU-04 78 && triwulan isi SUB-17 420", 0, NULL, NULL},
        {"triwulan lihat --bidang koperasi | tail -n 1", 0,
         "Rata-rata 98,75 dari 3 indikator (iku 100,00 dari 1, subkegiatan 97,50 dari 2, capaian dibatasi "
         "120, "
         "dasar triwulan)\n",
         ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_usage(void **state) {
    static const struct step steps[] = {
        {"triwulan --version", 0, "triwulan 0.1.0\n", ""},
        {"triwulan lihat --version", 0, "triwulan 0.1.0\n", ""},
        {"triwulan --help", 0, "...Cara pakai: triwulan [opsi] [perintah]", ""},
        {"triwulan bukti -h", 0, "...            triwulan bukti hapus KODE NOMOR\n", ""},
        {"for c in lihat isi kosongkan 'bukti tambah' 'bukti lihat' 'bukti hapus' 'bukti periksa' status "
         "riwayat periksa-data "
         "'katalog periksa' 'katalog tampil' diagnosa; do triwulan $c --help | grep -qx \"Cara pakai: "
         "triwulan $c.*\" && "
         "triwulan --help $c | grep -q \"^$c: .*\\.$\" || echo \"$c\"; done",
         0, "", ""},
        {"triwulan --salah", 2, "", "triwulan: opsi \"--salah\" tidak dikenal\nLihat: triwulan --help\n"},
        {"triwulan hapus", 2, "", "triwulan: perintah \"hapus\" tidak dikenal\nLihat: triwulan --help\n"},
        {"triwulan katalog", 2, "",
         "triwulan: perintah \"katalog\" belum lengkap\nCara pakai: triwulan katalog periksa\n"
         "            triwulan katalog tampil [--format tabel|csv|yaml]\n"
         "            triwulan katalog dari-csv FILE [--tahun T] [-o FILE]\n"},
        {"triwulan riwayat", 2, "", "triwulan: KODE belum diberikan\nCara pakai: triwulan riwayat KODE\n"},
        {"triwulan riwayat SUB-18 x", 2, "", "...argumen \"x\" berlebih"},
        {"triwulan riwayat SUB-18 --format csv", 2, "",
         "...opsi \"--format\" tidak berlaku untuk perintah ini"},
        {"triwulan lihat --format xml", 2, "",
         "triwulan: opsi \"--format\" tidak mengenal \"xml\"; pilih tabel|csv|json\n"
         "Cara pakai: triwulan lihat [KODE] [--format tabel|csv|json]\n"},
        {"triwulan isi SUB-18", 2, "", "...triwulan: NILAI belum diberikan\nCara pakai: triwulan isi KODE"},
        {"triwulan isi SUB-18 --sementara --keterangan x", 2, "", "...NILAI belum diberikan"},
        {"triwulan isi --dari-csv", 2, "", "...opsi \"--dari-csv\" perlu nilai FILE"},
        {"triwulan isi SUB-18 3 --sementara=ya", 2, "", "...opsi \"--sementara\" tidak memakai nilai"},
        {"triwulan bukti tambah SUB-18 --judul x", 2, "", "...opsi \"--jenis\" belum diberikan"},
        {"triwulan lihat --triwulan TW3", 2, "", "...triwulan \"TW3\" tidak sah"},
        {"triwulan lihat --triwulan 2024-TW3", 1, "", "...triwulan \"2024-TW3\" di luar katalog"},
        {"triwulan --data '' lihat", 2, "", "...tempat data kosong"},
        {"triwulan --konfig '' lihat", 2, "",
         "triwulan: folder konfigurasi kosong. Contoh: --konfig "
         "/etc/triwulan\nCara pakai: triwulan lihat [KODE] [--format tabel|csv|json]\n"},
        {"triwulan lihat --hari-ini 3-10-2025", 2, "", "...tanggal \"3-10-2025\" tidak sah"},
        {"triwulan lihat --bidang pertanian", 1, "",
         "...bidang \"pertanian\" tidak ada; pilih perdagangan, umkm"},
        {"triwulan isi SUB-18 --sebagai koperasi1 -- 3", 0, NULL, ""},
        {"triwulan lihat --hari-ini 2026-03-01", 0, NULL,
         "triwulan: hari ini (2026) di luar tahun katalog (2025); periksa tanggal, atau pasang katalog tahun "
         "ini\n"},
        {"triwulan lihat --hari-ini 2026-01-31", 0, "...ISIAN 2025-TW4 | ", ""},
        {"triwulan isi SUB-37 375", 0, NULL, ""},
        {"triwulan lihat --hari-ini 2025-09-01", 0, NULL,
         "...jam komputer mundur: perubahan terakhir tercatat 03-10-2025 "},
    };
    SHELL_STEPS(*state, steps);
}

static void test_faulty_config(void **state) {
    static const struct step steps[] = {
        {"triwulan katalog periksa", 0, "100 indikator, 5 bidang: tidak ada masalah\n", ""},
        {"mkdir k && cp $C/*.yaml k && sed -i -e 's/^tahun: .*/tahun: dua/' -e '/kode: "
         "SUB-18/,/triwulan:/s/\\[4, 4, 4, 3\\]/[4, 4, 4, 4]/' k/katalog-2025.yaml",
         0, "", ""},
        {"triwulan --konfig k katalog periksa | grep -c '^katalog-2025.yaml:[0-9]*:[0-9]*: '", 0, "2\n",
         NULL},
        {"triwulan --konfig k katalog periksa", 1, NULL, "...konfigurasi \"k\" tidak dapat dipakai"},
        {"triwulan --konfig k lihat 2>&1 >/dev/null | grep -c '^katalog-2025.yaml:[0-9]*:[0-9]*: '", 0, "2\n",
         ""},
        {"triwulan --konfig k lihat", 1, "", NULL},
        {"triwulan --konfig tidak-ada lihat", 1, "", "...tidak-ada"},
        {"triwulan --konfig k diagnosa", 1, "...2 masalah\n", NULL},
    };
    SHELL_STEPS(*state, steps);
}

static void test_data_check(void **state) {
    static const struct step steps[] = {
        {"triwulan bukti tambah SUB-18 --jenis sk --judul SK --lokasi 'lemari tiga'", 0, NULL, ""},
        {"triwulan periksa-data", 0,
         "...1 peristiwa, 1 catatan diperiksa, 0 temuan\njejak: catatan ke-1, SHA-256 ", ""},
        {"triwulan diagnosa | grep -E '^(versi|isi|simpanan)'", 0,
         "...100 indikator, 5 bidang, 14 pengguna, 0 masalah\n", ""},
        {"triwulan diagnosa | grep -c \"$HOME\"", 1, "0\n", ""},
        {"triwulan --data $PWD/home/budi/data diagnosa | grep ^data", 0, "data            ~/home/@/data\n",
         ""},
        {"HOME=/home/siti triwulan --data $PWD/home/budi diagnosa | grep -c budi", 1, "0\n", ""},
        {"sed -i 's/lemari tiga/lemari lima/' data/simpanan/data.mdb; triwulan periksa-data", 1,
         "...1 peristiwa, ", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_output(void **state) {
    static const struct step steps[] = {
        {"triwulan lihat >/dev/full", 1, "", "...keluaran tidak tertulis seluruhnya"},
        {"triwulan lihat --format csv >/dev/full", 1, "", "...keluaran tidak tertulis seluruhnya"},
        {"triwulan lihat --format csv >&-", 1, "", "...keluaran tidak tertulis seluruhnya"},
        {"triwulan periksa-data", 0, "0 peristiwa, 0 catatan diperiksa, 0 temuan\n", ""},
        {"COLUMNS=90 triwulan lihat --bidang koperasi | sed -n '2p;3p'", 0,
         "Kode    Indikator                     Satuan     Target  Realisasi  Capaian  Bukti  Status\n"
         "IKU-04  Persentase koperasi aktif     %           78,00                        0/1  Kosong\n",
         ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_practice(void **state) {
    static const struct step steps[] = {
        {"mkdir t && TMPDIR=$PWD/t triwulan --contoh status", 0, "...| LATIHAN\n",
         "LATIHAN: data contoh, dibuang sesudah perintah ini\n"},
        {"ls t; ls data", 2, "", NULL},
        {"triwulan --contoh --sebagai koperasi1 isi SUB-18 3", 0, NULL, NULL},
        {"triwulan --contoh --triwulan 2025-TW3 lihat SUB-17", 0, "...TW I 41 | TW II 42 | TW III 42", NULL},
        {"triwulan --contoh periksa-data", 0, "... 0 temuan\n", NULL},
    };
    SHELL_STEPS(*state, steps);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

/* From empty to ratified with corrections, a return, an objection and an unlocking: samples/satu-triwulan.sh
 * checks each of its steps itself. */
static void test_whole_quarter(void **state) {
    static const struct step steps[] = {
        {"$C/../samples/satu-triwulan.sh \"$P\"", 0, "...selesai: dari kosong sampai disahkan\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_sum),      TEST(test_mean),           TEST(test_nothings),   TEST(test_polarity),
        TEST(test_typing),   TEST(test_notes),          TEST(test_columns),    TEST(test_detail),
        TEST(test_evidence), TEST(test_evidence_files), TEST(test_board),      TEST(test_permissions),
        TEST(test_usage),    TEST(test_faulty_config),  TEST(test_data_check), TEST(test_output),
        TEST(test_practice), TEST(test_whole_quarter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
