/* What stands around the figures, by commands: arahan, monev, rekomendasi, dokumen, penyampaian, anggaran. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static void test_instructions(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 arahan jawab SUB-18 --isi Siap", 1, "",
         "triwulan: belum ada arahan pada \"SUB-18\" untuk dijawab\n"},
        {"triwulan --sebagai kadis arahan tambah SUB-18 --isi 'Lengkapi bukti'", 0,
         "SUB-18 2025-TW3: arahan 1 tersimpan\n", ""},
        {"triwulan --sebagai koperasi1 arahan jawab SUB-18 --isi 'Besok siap'", 0,
         "SUB-18 2025-TW3: jawaban 2 tersimpan\n", ""},
        {"triwulan --sebagai sakip1 arahan tambah koperasi --isi 'Segera ajukan'", 0,
         "koperasi 2025-TW3: arahan 1 tersimpan\n", ""},
        {"triwulan --sebagai koperasi1 arahan tambah SUB-18 --isi x", 1, "",
         "...yang boleh memberi arahan\n"},
        {"triwulan --sebagai kadis arahan tambah NGAWUR --isi x", 1, "",
         "triwulan: \"NGAWUR\" bukan kode indikator dan bukan bidang\n"},
        {"triwulan --sebagai koperasi1 arahan lihat --format csv | cut -d, -f1-5 | tr -d '\\r'", 0,
         "kode,triwulan,no,isi,diubah_oleh\nSUB-18,2025-TW3,1,Lengkapi bukti,kadis\n"
         "SUB-18,2025-TW3,2,Besok siap,koperasi1\nkoperasi,2025-TW3,1,Segera ajukan,sakip1\n",
         ""},
        {"triwulan --sebagai umkm1 arahan lihat --format csv | wc -l", 0, "1\n", ""},
        {"triwulan --sebagai koperasi1 riwayat SUB-18 | grep -c 'arahan: Lengkapi bukti'", 0, "1\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_meetings(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai kabidkop monev catat --tanggal 2-10 --peserta 'Kabid' --notula 'Bukti kurang'",
         0, "Bidang Koperasi 2025-TW3: monev 1 tersimpan\n", ""},
        {"triwulan --sebagai kabidkop monev catat 1 --tempat 'Ruang rapat'", 0, NULL, ""},
        {"triwulan --sebagai kabidkop monev catat 7 --tempat 'Ruang rapat'", 1, "",
         "triwulan: monev nomor 7 tidak ada; lihat daftarnya\n"},
        {"triwulan --sebagai kabidkop monev catat satu --tempat x", 2, "", "...nomor \"satu\" tidak sah"},
        {"triwulan --sebagai perencana monev catat --gabungan --tanggal 31-2 --peserta A --notula B", 1, "",
         "triwulan: Tanggal \"31-2\" tidak sah; contoh: 28-9-2025\n"},
        {"triwulan --sebagai perencana monev catat --gabungan --tanggal 4-10 --peserta A --notula B", 1, "",
         "triwulan: tanggal monev \"4 Oktober 2025\" belum terjadi; periksa tanggalnya\n"},
        {"triwulan --sebagai perencana monev catat --gabungan --tanggal 1-10 --peserta A --notula B", 0,
         "Gabungan 2025-TW3: monev 1 tersimpan\n", ""},
        {"triwulan --sebagai koperasi1 monev lihat --format csv | cut -d, -f1-7 | tr -d '\\r'", 0,
         "kode,triwulan,no,tanggal,tempat,peserta,notula\ngabungan,2025-TW3,1,2025-10-01,,A,B\n"
         "koperasi,2025-TW3,1,2025-10-02,Ruang rapat,Kabid,Bukti kurang\n",
         ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_recommendations(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai perencana rekomendasi tambah --isi 'Tetapkan SOP' --triwulan 2025-TW1 --bidang "
         "koperasi "
         "--asal kemenpanrb --lhe 'LHE 12' --kode SUB-18 --tenggat 2025-12-31",
         0, "koperasi 2025-TAHUN: rekomendasi 1 tersimpan\n", ""},
        {"triwulan --sebagai perencana rekomendasi tambah --isi x --bidang koperasi --asal inspektorat", 1,
         "", "...nomor LHE masih kosong"},
        {"triwulan --sebagai perencana rekomendasi tambah --isi x --bidang koperasi --jenis lain", 1, "",
         "...Jenis \"lain\" tidak dikenal; pilih "},
        {"triwulan --sebagai koperasi1 rekomendasi lihat --format csv | cut -d, -f1,2,7,8,11 | tr -d '\\r'",
         0, "triwulan,no,bidang,kode,status\n2025-TW1,1,koperasi,SUB-18,terbuka\n", ""},
        {"triwulan --sebagai umkm1 rekomendasi lihat --format csv | wc -l", 0, "1\n", ""},
        {"triwulan --sebagai koperasi1 rekomendasi ubah 1 --status ditindaklanjuti --tindak-lanjut 'SOP "
         "disusun'",
         0, NULL, ""},
        {"triwulan --sebagai koperasi1 rekomendasi ubah 1 --status selesai", 1, "",
         "...yang boleh menutup atau membuka lagi rekomendasi\n"},
        {"triwulan --sebagai koperasi1 rekomendasi ubah 1", 2, "", "...belum disebut apa yang diubah"},
        {"triwulan --sebagai koperasi1 rekomendasi ubah 9 --status ditindaklanjuti", 1, "",
         "...rekomendasi nomor 9 tidak ada"},
        {"triwulan --sebagai koperasi1 rekomendasi lihat --triwulan 2025-TW2 | tail -n 1", 0,
         "...ditindaklanjuti", ""},
        {"triwulan --sebagai perencana rekomendasi ubah 1 --status selesai --isi 'Tetapkan SOP penilaian'", 0,
         NULL, ""},
        {"triwulan --sebagai koperasi1 rekomendasi lihat --format csv | wc -l", 0, "1\n", ""},
        {"triwulan --sebagai koperasi1 rekomendasi lihat --semua --format csv | cut -d, -f10-12 | tail -n 1",
         0, "Tetapkan SOP penilaian,selesai,SOP disusun\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_documents(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai perencana dokumen tandai renstra --masih-berlaku", 1, "",
         "triwulan: \"renstra\" belum ada di triwulan sebelumnya; isi tanggal dan tempatnya\n"},
        {"echo isi >renstra.pdf; triwulan --sebagai perencana dokumen tandai renstra --tanggal 2025-01-10 "
         "--tempat "
         "renstra.pdf --triwulan 2025-TW1",
         0, "renstra 2025-TW1: dokumen tersimpan\n", ""},
        {"triwulan --sebagai perencana dokumen tandai renstra --masih-berlaku", 0, NULL, ""},
        {"triwulan --sebagai perencana dokumen tandai skp --tanggal 1-10 --tempat 'lemari 3'", 0, NULL, ""},
        {"triwulan --sebagai perencana dokumen tandai skp --belum-ada", 0, NULL, ""},
        {"triwulan --sebagai perencana dokumen tandai entah", 2, "",
         "...dokumen \"entah\" tidak dikenal; pilih "},
        {"triwulan --sebagai koperasi1 dokumen lihat --format csv | cut -d, -f1,3,5 | sed -n '2p;9p' | tr -d "
         "'\\r'",
         0, "renstra,2025-01-10,ya\nskp,,\n", ""},
        {"triwulan --sebagai koperasi1 dokumen lihat --format csv | sed -n 2p | grep -c renstra.pdf", 0,
         "1\n", ""},
        {"triwulan --sebagai perencana penyampaian catat inspektorat --tanggal 3-10 --surat 700/12", 0,
         "inspektorat 2025-TW3: penyampaian tersimpan\n", ""},
        {"triwulan --sebagai perencana penyampaian lihat --format json | tail -n 2 | head -n 1 | cut -c1-95",
         0,
         "{\"kode\":\"inspektorat\",\"triwulan\":\"2025-TW3\",\"tanggal\":\"2025-10-03\",\"surat\":\"700/"
         "12\",\"diubah_ole\n",
         ""},
        {"triwulan --sebagai perencana penyampaian catat inspektorat --belum", 0, NULL, ""},
        {"triwulan --sebagai perencana penyampaian catat inspektorat --belum", 1, "",
         "...memang belum dicatat"},
    };
    SHELL_STEPS(*state, steps);
}

static void test_spending(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 anggaran isi SUB-18 1000", 1, "", "...\"SUB-18\" tidak punya pagu"},
        {"mkdir k && cp $C/*.yaml k && sed -i '/- kode: SUB-18/a\\    pagu: 25000000' k/katalog-2025.yaml", 0,
         "", ""},
        {"triwulan --konfig k --sebagai koperasi1 anggaran isi SUB-18 24.750.000", 0,
         "SUB-18 2025-TW3: anggaran tersimpan\n", ""},
        {"triwulan --konfig k --sebagai koperasi1 anggaran isi SUB-18 1,5", 1, "", NULL},
        {"triwulan --konfig k --sebagai koperasi1 anggaran lihat | tail -n 1", 0, "...24.750.000", ""},
        {"triwulan --konfig k --sebagai koperasi1 anggaran kosongkan SUB-18", 0, NULL, ""},
        {"triwulan --konfig k --sebagai koperasi1 riwayat SUB-18 | sed -n 2p", 0,
         "...anggaran 24.750.000 -> (kosong)\n", ""},
        {"triwulan periksa-data", 0, "...0 temuan\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_calendar(void **state) {
    static const struct step steps[] = {
        {"triwulan lihat --bidang koperasi --triwulan 2025-TAHUN --format csv | cut -d, -f1,4,6 | sed -e "
         "'1s/.*/kode,triwulan,realisasi/' | tr -d '\r' >a.csv && triwulan isi --dari-csv a.csv",
         0, NULL, NULL},
        {"triwulan --sebagai kabidkop ajukan --triwulan 2025-TAHUN --hari-ini 2026-02-02", 0,
         "Bidang Koperasi 2025-TAHUN: diajukan, terlambat 3 hari\n", NULL},
        {"triwulan --sebagai kadis status --triwulan 2025-TAHUN --format csv | sed -n '1p;5p' | tr -d '\r'",
         0,
         "bidang,triwulan,terisi,wajib_diisi,tidak_diukur,bukti,bukti_wajib,status,rata_rata,dari_indikator,"
         "batas_"
         "kirim,diajukan_pertama,terlambat_hari\n"
         "koperasi,2025-TAHUN,16,16,0,0,0,diajukan,100.00,16,2026-01-30,2026-02-02,3\n",
         NULL},
        {"triwulan --sebagai kadis status --triwulan 2025-TW3 --bidang umkm --format json", 0,
         "...\"status\":\"kosong\",\"rata_rata\":null,\"dari_indikator\":0,\"batas_kirim\":\"2025-10-07\","
         "\"diajukan_pertama\":null,\"terlambat_hari\":null}\n",
         NULL},
        {"triwulan --sebagai perencana monev catat --gabungan --tanggal 1-10 --peserta A --notula B", 0, NULL,
         NULL},
        {"triwulan --sebagai perencana penyampaian catat pimpinan --tanggal 3-10", 0, NULL, NULL},
        {"triwulan --sebagai kadis jadwal --format csv | grep '2025-TW3,[MB]\\|TAHUN,Batas kirim' | tr -d "
         "'\r'",
         0,
         "2025-TW3,Mulai diisi,2025-07-01,,\n2025-TW3,Monev,,,\"1 kali, terakhir 01-10-2025\"\n"
         "2025-TW3,Batas kirim,2025-10-07,sisa 4 hari,\n2025-TW3,Batas verifikasi,2025-10-14,sisa 11 hari,\n"
         "2025-TW3,Batas perbaikan,2025-10-17,sisa 14 hari,\n"
         "2025-TW3,Batas lapor,2025-10-21,sisa 18 hari,Pimpinan 03-10-2025\n"
         "2025-TAHUN,Batas kirim,2026-01-30,sisa 119 hari,\"1 dari 5 bidang, 1 terlambat, terakhir "
         "02-02-2026\"\n",
         NULL},
        {"triwulan --sebagai kabidkop jadwal --bidang koperasi | grep -c '30-01-2026 *02-02-2026, terlambat'",
         0, "1\n", NULL},
    };
    SHELL_STEPS(*state, steps);
    struct terminal *terminal = person_open(*state, "kabidkop");
    terminal_type(terminal, "\033j");
    terminal_expect(terminal, " JADWAL 2025 | Bidang Koperasi");
    terminal_expect(terminal, ">         Batas kirim       07-10-2025  sisa 4 hari");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_expect(terminal,
                    ">         Monev                                        1 kali, terakhir 01-10-2~");
    terminal_expect_row(terminal, SHEET_MESSAGE, " TW III | Monev: 1 kali, terakhir 01-10-2025");
    terminal_close(terminal);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_instructions), TEST(test_meetings), TEST(test_recommendations),
        TEST(test_documents),    TEST(test_spending), TEST(test_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
