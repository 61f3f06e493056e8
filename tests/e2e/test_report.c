/* Reports of an office whose figures were computed by hand, in every format, read back by other programs. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/shell.h"
#include <signal.h>
#include <stdio.h>

#define OFFICE "triwulan --konfig \"$C/../samples/hitungan\" --hari-ini 2025-07-03 "
/* Without the shell's function, so that it may take the shell's place. */
#define OFFICE_ITSELF "\"$P\" --konfig \"$C/../samples/hitungan\" --hari-ini 2025-07-03 "
#define READ "/usr/bin/python3 \"$C/../tests/e2e/figures.py\" "

/* samples/hitungan, TW II: code | annual target | target | actual | achievement | final | to date, actual |
 * to date, achievement | of the year | grade.
 *
 *   IKU-01  posisi, 60 of 75: 60/75 = 80. To date the last position, 60/75; of the year 60/85 = 70,588
 *   PRO-01  jumlah, 300 of 375: 80. To date 375+300 = 675 of 750: 90; of the year 675/1500 = 45
 *   PRO-02  rata-rata, 21 of 28: 75. To date (28+21)/2 = 24,5 of 28: 87,5
 *   KEG-01  makin rendah makin baik, 12 of 5: (2x5-12)/5 < 0, so 0. To date 4+12 = 16 of 10: (20-16)/10 = 40;
 *           of the year (2x20-16)/20 = 120
 *   SUB-01  tahunan: not measured before TW IV
 *   SUB-02  0 of 3: a real zero. To date 3 of 6: 50; of the year 3/12 = 25
 *   SUB-03  0,16 of 0,15: 106,666... = 106,67
 *   SUB-04  reported 60 of 60: 100; 55 carried by evidence: 91,666... = 91,67. To date 60+55 = 115 of 120:
 *           95,833...; of the year 115/240 = 47,916...
 *   SUB-05  15 of 10: 150. To date 25 of 20: 125; of the year 25/40 = 62,5
 *
 * Means, achievements above 120 counting as 120, SUB-01 not at all:
 *   Program (80 + 75) / 2 = 77,5
 *   Sub Kegiatan, Bidang UMKM (106,67 + 91,67 + 120) / 3 = 106,113...; all (0 + 318,34) / 4 = 79,585, half
 * away from zero 79,59 */
static const char figures[] = "IKU-01|85|75|60|80|80|60|80|70,59|Tinggi\n"
                              "Rata-rata Bidang Koperasi dari 1|80\n"
                              "Rata-rata Indikator Kinerja Utama dari 1|80\n"
                              "PRO-01|1500|375|300|80|80|675|90|45|Tinggi\n"
                              "PRO-02|28|28|21|75|75|24,5|87,5|87,5|Sedang\n"
                              "Rata-rata Bidang UMKM dari 1|75\n"
                              "Rata-rata Program dari 2|77,5\n"
                              "KEG-01|20|5|12|0|0|16|40|120|Sangat Rendah\n"
                              "Rata-rata Bidang UMKM dari 1|0\n"
                              "Rata-rata Kegiatan dari 1|0\n"
                              "SUB-01|1|-|-|-|-|-|-|-\n"
                              "SUB-02|12|3|0|0|0|3|50|25|Sangat Rendah\n"
                              "Rata-rata Bidang Koperasi dari 1|0\n"
                              "SUB-03|0,15|0,15|0,16|106,67|106,67|0,16|106,67|106,67|Sangat Tinggi\n"
                              "SUB-04|240|60|60|100|91,67|115|95,83|47,92|Sangat Tinggi\n"
                              "SUB-05|40|10|15|150|150|25|125|62,5|Sangat Tinggi\n"
                              "Rata-rata Bidang UMKM dari 3|106,11\n"
                              "Rata-rata Sub Kegiatan dari 4|79,59\n";

/* Of a bidang the mean of its levels' means: Koperasi (80 + 80 + 0) / 3, UMKM (75 + 0 + 106,11) / 3; of all
 * (80 + 77,5 + 0 + 79,59) / 4 = 59,2725. */
static const char summary[] = "Bidang Koperasi,80.00,1,80.00,1,-,0,0.00,1,53.33,Rendah,3,3,0,0,tepat waktu\n"
                              "Bidang UMKM,-,0,75.00,1,0.00,1,106.11,3,60.37,Rendah,5,5,0,0,tepat waktu\n"
                              "Semua bidang,80.00,1,77.50,2,0.00,1,79.59,4,59.27,Rendah,8,8,0,0,\n";

/* The year behind it (isian-tahun.csv), measured on its own, beside what its quarters make:
 * annual target | TW I to IV | of them the year | the year's own | achievement | final
 *
 *   IKU-01  the last position 85; measured 84/85 = 98,823...
 *   PRO-01  375+300+375+450 = 1500
 *   PRO-02  (28+21+28+27)/4 = 26; 26/28 = 92,857...
 *   KEG-01  4+12+3+2 = 21; (2x20-21)/20 = 95
 *   SUB-02  3+0+3+4 = 10; 10/12 = 83,333...
 *   SUB-04  60+55+60+66 = 241, the 55 as corrected; reported 246/240 = 102,5, corrected 241/240 = 100,416...
 *   SUB-05  10+15+10+10 = 45; 45/40 = 112,5
 *
 * Means: Program (100 + 92,86) / 2; Sub Kegiatan, Koperasi (100 + 83,33) / 2 = 91,665, UMKM (100 + 100,42 +
 * 112,5) / 3 = 104,306...; all (183,33 + 312,92) / 5 = 99,25. */
static const char year_figures[] = "IKU-01|85|70|60|82|85|85|84|98,82|98,82\n"
                                   "Rata-rata Bidang Koperasi dari 1|98,82\n"
                                   "Rata-rata Indikator Kinerja Utama dari 1|98,82\n"
                                   "PRO-01|1500|375|300|375|450|1500|1500|100|100\n"
                                   "Rata-rata Bidang Koperasi dari 1|100\n"
                                   "PRO-02|28|28|21|28|27|26|26|92,86|92,86\n"
                                   "Rata-rata Bidang UMKM dari 1|92,86\n"
                                   "Rata-rata Program dari 2|96,43\n"
                                   "KEG-01|20|4|12|3|2|21|21|95|95\n"
                                   "Rata-rata Bidang UMKM dari 1|95\n"
                                   "Rata-rata Kegiatan dari 1|95\n"
                                   "SUB-01|1|-|-|-|1|1|1|100|100\n"
                                   "SUB-02|12|3|0|3|4|10|10|83,33|83,33\n"
                                   "Rata-rata Bidang Koperasi dari 2|91,67\n"
                                   "SUB-03|0,15|0,15|0,16|0,15|0,12|0,12|0,15|100|100\n"
                                   "SUB-04|240|60|55|60|66|241|246|102,5|100,42\n"
                                   "SUB-05|40|10|15|10|10|45|45|112,5|112,5\n"
                                   "Rata-rata Bidang UMKM dari 3|104,31\n"
                                   "Rata-rata Sub Kegiatan dari 5|99,25\n";

/* Annual target | target and actual of TW I to IV | to date at TW IV, of the year. */
static const char plan_figures[] = "IKU-01|85|70|70|75|60|80|82|85|85|100|100\n"
                                   "PRO-01|1500|375|375|375|300|375|375|375|450|100|100\n"
                                   "PRO-02|28|28|28|28|21|28|28|28|27|92,86|92,86\n"
                                   "KEG-01|20|5|4|5|12|5|3|5|2|95|95\n"
                                   "SUB-01|1|-|-|-|-|-|-|1|1|100|100\n"
                                   "SUB-02|12|3|3|3|0|3|3|3|4|83,33|83,33\n"
                                   "SUB-03|0,15|0,15|0,15|0,15|0,16|0,15|0,15|0,15|0,12|80|80\n"
                                   "SUB-04|240|60|60|60|55|60|60|60|66|100,42|100,42\n"
                                   "SUB-05|40|10|10|10|15|10|10|10|10|112,5|112,5\n";

static int setup(void **state) {
    static const struct step filled[] = {
        {OFFICE "isi --dari-csv \"$C/../samples/hitungan/isian.csv\"", 0, NULL, NULL},
        {OFFICE "--sebagai kop ajukan && " OFFICE "--sebagai ukm ajukan", 0, NULL, NULL},
        {OFFICE "--sebagai tim koreksi SUB-04 --nilai 55 --alasan 'lima peserta tanpa daftar hadir'", 0, NULL,
         NULL},
    };
    *state = home_new();
    SHELL_STEPS(*state, filled);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static void test_every_format_says_the_same(void **state) {
    static const struct step steps[] = {
        {OFFICE "laporan triwulan -o a.txt && " READ "a.txt", 0, NULL, NULL},
        {READ "a.txt", 0, figures, ""},
        {OFFICE "laporan triwulan --format csv -o a.csv && " READ "a.csv | cmp - b || true", 0, NULL, NULL},
        {READ "a.csv", 0, figures, ""},
        {OFFICE "laporan triwulan --format csv-excel -o e.csv >b && " READ "e.csv", 0, figures, ""},
        {OFFICE "laporan triwulan --format html -o a.html >b && " READ "a.html", 0, figures, ""},
        {"triwulan --contoh laporan triwulan --format html | LC_ALL=C grep -c \"$(printf "
         "'\\342\\200\\213')\"",
         1, "0\n", NULL},
        {OFFICE "laporan triwulan --format xlsx -o a.xlsx >b && " READ "a.xlsx", 0, figures, ""},
        /* a long grade goes on in a second line there */
        {OFFICE "laporan triwulan --format pdf -o a.pdf >b && " READ "a.csv | cut -d'|' -f1-9 >c && " READ
                "a.pdf | cut -d'|' -f1-9 | diff - c",
         0, "", ""},
        {"grep -A3 '^Bidang,IKU' a.csv | tail -n 3 | tr -d '\r'", 0, summary, ""},
        /* the same in Excel, where the mean is a formula over the levels' */
        {"printf '%s\\n' 'import openpyxl' 'for values in (True, False):' "
         "'  for row in openpyxl.load_workbook(\"a.xlsx\", "
         "data_only=values).worksheets[1].iter_rows(values_only=True):' "
         "'    if str(row[0]).startswith((\"Bidang \", \"Semua\")) and row[9] is not None:' "
         "'      print(row[9])' >lampiran.py && /usr/bin/python3 lampiran.py",
         0,
         "53.33\n60.37\n59.27\n=ROUND(AVERAGE(B3,D3,F3,H3),2)\n=ROUND(AVERAGE(B4,D4,F4,H4),2)\n"
         "=ROUND(AVERAGE(B5,D5,F5,H5),2)\n",
         ""},
    };
    SHELL_STEPS(*state, steps);
}

#define YEAR "triwulan --konfig \"$C/../samples/hitungan\" --hari-ini 2026-01-20 "

static void test_the_year_in_every_format(void **state) {
    static const struct step steps[] = {
        {YEAR "isi --dari-csv \"$C/../samples/hitungan/isian-tahun.csv\"", 0, NULL, NULL},
        {YEAR
         "--triwulan 2025-TAHUN --sebagai ukm ajukan && " YEAR
         "--triwulan 2025-TAHUN --sebagai tim koreksi SUB-04 --nilai 241 --alasan 'lima peserta tanpa daftar "
         "hadir'",
         0, NULL, NULL},
        {"for f in teks csv csv-excel html xlsx pdf; do case $f in teks) e=txt;; csv-excel) e=e.csv;; *) "
         "e=$f;; "
         "esac; " YEAR "laporan tahunan --format $f -o t.$e && " YEAR
         "--triwulan 2025-TW4 laporan evaluasi-rencana-aksi --format $f -o v.$e || exit 1; done",
         0, NULL, ""},
        {READ "t.csv", 0, year_figures, ""},
        {READ "v.csv 11", 0, plan_figures, ""},
        {READ "t.csv >t && " READ "v.csv 11 >v && for e in txt e.csv html xlsx pdf; do " READ
              "t.$e | diff t - && " READ "v.$e 11 | diff v - || echo $e; done",
         0, "", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* The same bytes from the same data; nothing there is overwritten; what cannot be written is told. */
static void test_files(void **state) {
    static const struct step steps[] = {
        {"for f in teks csv csv-excel html xlsx pdf; do " OFFICE
         "laporan triwulan --format $f -o $f.1 && " OFFICE
         "laporan triwulan --format $f >$f.2 && cmp $f.1 $f.2 || exit 1; done",
         0, NULL, ""},
        {OFFICE "laporan triwulan -o teks.1", 1, "",
         "triwulan: \"teks.1\" sudah ada dan tidak ditimpa; pilih nama lain\n"},
        {OFFICE "laporan bukti --timpa -o teks.1 && grep -c 'DAFTAR DATA DUKUNG' teks.1", 0,
         "tersimpan: teks.1\n1\n", ""},
        {"umask 027 && " OFFICE "laporan bukti --timpa -o baru && stat -c %a baru", 0, "...\n640\n", ""},
        {OFFICE "laporan triwulan --format pdf -o tidak/ada.pdf", 1, "",
         "triwulan: folder \"tidak\" tidak ada; pilih folder lain\n"},
        {OFFICE "laporan triwulan --timpa -o /dev/null", 1, "",
         "triwulan: \"/dev/null\" bukan berkas biasa; pilih nama lain\n"},
        {"for f in teks csv html; do " OFFICE "laporan triwulan --format $f >/dev/full; done", 1, "",
         "...seluruhnya: disk penuh; kosongkan tempat lalu ulangi\ntriwulan: keluaran tidak tertulis "
         "seluruhnya: disk penuh; kosongkan tempat lalu ulangi\ntriwulan: keluaran"},
        {OFFICE "katalog tampil --format yaml >/dev/full", 1, "",
         "triwulan: keluaran tidak tertulis seluruhnya: disk penuh; kosongkan tempat lalu ulangi\n"},
        {"ls -a | grep -c triwulan-", 1, "0\n", ""},
        {OFFICE "laporan ngawur", 2, "", "...laporan \"ngawur\" tidak dikenal; pilih triwulan | tahunan"},
        {OFFICE "laporan berita-acara --bidang koperasi", 1, "",
         "...Bidang Koperasi belum diperiksa; berita acara dibuat sesudah verifikasi dimulai\n"},
        {OFFICE "laporan berita-acara", 2, "",
         "...laporan berita-acara dibuat per bidang; sebutkan --bidang KODE\n"},
        {OFFICE "laporan triwulan --tanggal kemarin", 2, "",
         "...tanggal \"kemarin\" tidak sah; contoh: 7-10-2025\n"},
        {OFFICE "--sebagai kop laporan triwulan --bidang umkm", 1, "", "...hanya"},
    };
    SHELL_STEPS(*state, steps);
}

/* Ended in the midst of writing (by a limit, which is a signal): nothing stands under the name, or what stood
 * there. tests/fault/fault_report.c does so at every call. */
static void test_ended_midway(void **state) {
    static const struct step steps[] = {
        {"echo lama >ada && (ulimit -f 2; exec " OFFICE_ITSELF "laporan triwulan -o baru)", 128 + SIGXFSZ, "",
         NULL},
        {"ls baru", 2, "", NULL},
        {"(ulimit -f 2; exec " OFFICE_ITSELF "laporan triwulan --timpa -o ada)", 128 + SIGXFSZ, "", NULL},
        {"cat ada", 0, "lama\n", ""},
        {"rm .triwulan-* && trap '' XFSZ && (ulimit -f 2; exec " OFFICE_ITSELF "laporan triwulan -o baru)", 1,
         "", "...tidak dapat menulis \"baru\": "},
        {"ls -A", 0, "ada\ndata\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* The printer ends with the program that waits for it: the fifo, which it alone holds open, ends then. */
static void test_killed(void **state) {
    static const struct step steps[] = {
        {"cp \"$P\" sendiri && mkfifo ada && printf '#!/bin/sh\\nexec >ada\\necho siap\\nexec tail -f "
         "/dev/null\\n' "
         ">triwulan-laporan && chmod +x triwulan-laporan && { ./sendiri --konfig "
         "\"$C/../samples/hitungan\" --hari-ini 2025-07-03 laporan triwulan --format pdf -o a.pdf & } && "
         "{ read siap && kill -9 $! && cat; } <ada; ls -A",
         0, "ada\ndata\nsendiri\ntriwulan-laporan\n", NULL},
    };
    SHELL_STEPS(*state, steps);
}

/* Where XLSX and PDF cannot be made the other formats are, and it is said what would help. */
static void test_without_the_printer(void **state) {
    static const struct step steps[] = {
        {"cp \"$P\" sendiri && for f in xlsx pdf; do ./sendiri --konfig \"$C/../samples/hitungan\" "
         "--hari-ini 2025-07-03 laporan triwulan --format $f -o a.$f; done; ls a.*",
         2, "", "...(libxlsxwriter-dev, libhpdf-dev): pasang lalu bangun lagi, atau pilih teks, csv,"},
        {"for f in teks csv csv-excel html; do ./sendiri --konfig \"$C/../samples/hitungan\" "
         "--hari-ini 2025-07-03 laporan triwulan --format $f -o a.$f || exit 1; done; ls a.*",
         0, "...\na.csv\na.csv-excel\na.html\na.teks\n", ""},
        /* or only one of its libraries: by another name nothing finds it */
        {"LC_ALL=C sed 's/libhpdf/libhpdX/g' <\"$P-laporan\" >triwulan-laporan; chmod +x triwulan-laporan; "
         "./sendiri --konfig \"$C/../samples/hitungan\" --hari-ini 2025-07-03 laporan triwulan --format pdf "
         "-o a.pdf",
         1, "",
         "triwulan: PDF perlu triwulan-laporan dan pustakanya (libxlsxwriter-dev, libhpdf-dev): pasang lalu "
         "bangun lagi, atau pilih teks, csv, csv-excel, html\n"},
    };
    SHELL_STEPS(*state, steps);
}

/* Every kind in every format. */
static void test_every_kind(void **state) {
    static const struct step steps[] = {
        {"for j in triwulan tahunan rencana-aksi evaluasi-rencana-aksi belum-lengkap bukti rekomendasi "
         "lembar-verifikasi formulir; do for f in teks csv csv-excel html xlsx pdf; do " OFFICE
         "laporan $j --format $f -o $j.$f || exit 1; done; done",
         0, NULL, ""},
        {"for f in teks csv csv-excel html xlsx pdf; do " OFFICE
         "laporan berita-acara --bidang umkm --tanggal 10-7-2025 --nomor 'BA/7/2025' --format $f -o ba.$f || "
         "exit 1; "
         "done; for f in *.pdf; do pdftotext $f - | grep -q 'Halaman 1 dari' || echo $f; done; ls *.* | wc "
         "-l",
         0, "...60\n", ""},
        {"head -c 400 belum-lengkap.teks | grep -c 'Semua bidang'", 0, "1\n", ""},
        {"grep '^Bidang' belum-lengkap.teks | tail -n 2", 0,
         "Bidang Koperasi: lengkap, diajukan\nBidang UMKM: lengkap, diajukan\n", ""},
        {OFFICE "--triwulan 2025-TW3 laporan belum-lengkap | grep '^Bidang.*kurang'", 0,
         "Bidang Koperasi: kurang 3 isian, batas 7 Oktober 2025\nBidang UMKM: kurang 5 isian, batas 7 "
         "Oktober 2025\n",
         ""},
    };
    SHELL_STEPS(*state, steps);
}

/* Paper and data can be held against each other. */
static void test_minutes(void **state) {
    static const struct step steps[] = {
        {OFFICE "laporan berita-acara --bidang umkm --tanggal 10-7-2025 --nomor BA/7/2025 >ba && "
                "grep -c 'Nomor: BA/7/2025' ba && tr '\n' ' ' <ba | grep -o 'Pada hari ini [^,]*'",
         0, "1\nPada hari ini Kamis tanggal sepuluh bulan Juli tahun dua ribu dua puluh lima\n", ""},
        {"tr -s ' \n' ' ' <ba | grep -o 'Dari 5 indikator[^;]*'", 0,
         "Dari 5 indikator, 1 diperiksa: 0 sesuai, 0 dikoreksi naik (jumlah 0,00), 1 dikoreksi turun (jumlah "
         "-8,33), 0 dikoreksi tanpa perubahan capaian, 0 diminta perbaikan\n",
         ""},
        {"tr -s ' \n' ' ' <ba | grep -o 'Tim SAKIP Dinas.*berikut'", 0,
         "Tim SAKIP Dinas Percontohan (SK Nomor 188/12/2025 tanggal 20 Januari 2025) telah memeriksa capaian "
         "kinerja Bidang "
         "UMKM "
         "terhadap data dukungnya untuk TW II 2025, dengan hasil sebagai berikut\n",
         ""},
        /* later changes leave what was printed checkable */
        {OFFICE "isi SUB-05 10 --triwulan 2025-TW3 >b && n=$(grep -o 'catatan ke-[0-9]*' ba | cut -d- -f2) "
                "&& " OFFICE "periksa-data --catatan $n | tail -n 1 | cut -d' ' -f2- >j && grep -c \"^Jejak: "
                "$(cat j)$\" ba && " OFFICE "periksa-data | tail -n 1 | grep -c \"$(cat j)\"",
         1, "1\n0\n", ""},
        {OFFICE "periksa-data --catatan 99", 1, NULL, "triwulan: catatan ke-99 belum ada di jurnal\n"},
        {OFFICE "periksa-data --catatan -1", 2, NULL, "...catatan \"-1\" tidak sah"},
        {OFFICE "periksa-data --catatan x", 2, NULL, "...catatan \"x\" tidak sah; tulis nomornya"},
        {OFFICE "laporan berita-acara --bidang umkm --format csv | grep -o 'realisasi 60 menjadi 55, capaian "
                "menjadi 91,67: lima'",
         0, "realisasi 60 menjadi 55, capaian menjadi 91,67: lima\n", ""},
        {OFFICE "--sebagai tim koreksi SUB-05 --persen 91,67 --alasan 'enam tanpa izin' >b && " OFFICE
                "laporan berita-acara --bidang umkm --format csv | grep -o 'capaian menjadi 91,67, setara "
                "realisasi 9: enam'",
         0, "capaian menjadi 91,67, setara realisasi 9: enam\n", ""},
        /* what it is ratified by is no draft once it is verified */
        {"grep -c DRAF ba; for k in PRO-02 KEG-01 SUB-03; do " OFFICE
         "--sebagai tim sesuai $k >b || exit; done; " OFFICE
         "--sebagai tim verifikasi --bidang umkm >b && for j in berita-acara triwulan; do " OFFICE
         "laporan $j --bidang umkm | grep -c DRAF; done",
         0, "1\n0\n1\n", ""},
        {"for t in nama kosong tanpa; do " OFFICE
         "laporan triwulan --bidang umkm --tanda-tangan $t >$t; grep -c 'Mengetahui,' $t; grep -c "
         "'Rahmawati, S.E., M.M.' $t; grep -o 'Kepala Bidang UMKM' $t | head -n 1; done",
         0, "1\n1\nKepala Bidang UMKM\n1\n0\nKepala Bidang UMKM\n0\n0\n", ""},
        {"grep -o 'Kepala Bidang UMKM\\|Budi Santoso\\|Rahmawati, S.E., M.M.\\|NIP 19680101.*2001' ba", 0,
         "Kepala Bidang UMKM\nRahmawati, S.E., M.M.\nBudi Santoso\nNIP 196801011990032001\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* A target of 0 has no achievement to be raised or lowered: the row is corrected and objected to all the
 * same. And where one bidang is all there is, it need not be named. */
static void test_minutes_add_up(void **state) {
    static const struct step steps[] = {
        {"cp -r \"$C/../samples/hitungan\" k && sed -i -e '/kode: SUB-02/s/3, 3, 3, 3/12, 0, 0, 0/' -e "
         "'/bidang: umkm/d' k/katalog-2025.yaml && sed -i -e '/kode: umkm/d' -e '/bidang: umkm/d' "
         "k/triwulan.yaml",
         0, "", ""},
        {"n() { triwulan --data n --konfig k --hari-ini 2025-07-03 \"$@\"; }; for v in IKU-01=60 PRO-01=300 "
         "SUB-02=1; do "
         "n --sebagai kop isi ${v%=*} ${v#*=} || exit; done >b && n --sebagai kop ajukan && n --sebagai tim "
         "koreksi SUB-02 "
         "--nilai 2 --alasan dua && n --sebagai kop tanggapan SUB-02 keberatan --alasan satu && n laporan "
         "berita-acara | tr "
         "-s ' \n' ' ' | grep -o 'Dari 4.*bidang\\.\\|Bidang : [A-Z][a-z]* [A-Z][a-z]*'",
         0,
         "...Bidang : Bidang Koperasi\nDari 4 indikator, 1 diperiksa: 0 sesuai, 0 dikoreksi naik (jumlah "
         "0,00), 0 "
         "dikoreksi turun (jumlah 0,00), 1 dikoreksi tanpa perubahan capaian, 0 diminta perbaikan; 1 "
         "keberatan dari "
         "bidang.\n",
         NULL},
        /* its head signs, whoever else paraphs and stands before him */
        {"sed -i 's/^  - {login: kop/  - {login: seksi, nama: Joko, jabatan: Kepala Seksi, bidang: koperasi, "
         "peran: "
         "[atasan]}\\n&/' k/triwulan.yaml && triwulan --data n --konfig k --hari-ini 2025-07-03 laporan "
         "berita-acara | grep "
         "-o 'Siti Aminah$\\|Kepala Bidang Koperasi\\|Joko\\|Kepala Seksi'",
         0, "Kepala Bidang Koperasi\nSiti Aminah\n", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* Whoever may not read a bidang is told nothing of it, and nothing untrue. */
static void test_who_reads(void **state) {
    static const struct step steps[] = {
        {OFFICE "--sebagai kop laporan triwulan >k && grep '^Bidang' k | head -n 1 && " OFFICE
                "--sebagai kop laporan triwulan --bidang koperasi | cmp - k",
         0, "Bidang  : Bidang Koperasi\n", ""},
        {OFFICE "--sebagai baca laporan triwulan >b && grep '^Bidang [KU].*disahkan' b | tr -s ' '", 0,
         "Bidang Koperasi: belum disahkan\nBidang UMKM: belum disahkan\nBidang Koperasi: TW I belum "
         "disahkan; angka s.d. TW "
         "belum dapat dibaca\nBidang UMKM: TW I belum disahkan; angka s.d. TW belum dapat dibaca\nBidang "
         "Koperasi - 0 - 0 - 0 - 0 - "
         "belum "
         "disahkan\nBidang UMKM - 0 - 0 - 0 - 0 - belum disahkan\n",
         ""},
        {"grep -ci 'terbuka\\|renstra' b", 1, "0\n", ""},
        {OFFICE "--sebagai baca laporan berita-acara --bidang umkm", 1, "",
         "triwulan: Bidang UMKM belum disahkan; berita acaranya belum dapat dibaca\n"},
        {OFFICE "--sebagai baca laporan belum-lengkap | grep '^Bidang [KU]'", 0,
         "Bidang Koperasi: belum disahkan\nBidang UMKM: belum disahkan\n", ""},
        /* TW II ratified, TW I not: of the quarter all is said, to date nothing; who may read it is told */
        {"n() { " OFFICE "\"$@\"; }; for k in PRO-02 KEG-01 SUB-03 SUB-05; do n --sebagai tim sesuai $k || "
         "exit; done >b && n "
         "--sebagai tim verifikasi --bidang umkm >b && n --sebagai kepala sahkan --bidang umkm >b && for w "
         "in baca kepala; do "
         "n --sebagai $w laporan triwulan --bidang umkm --format csv >b.csv && " READ
         "b.csv | grep SUB-04; n --sebagai $w laporan "
         "evaluasi-rencana-aksi --bidang umkm | grep -o 'Bidang UMKM: TW.*'; done",
         0,
         "SUB-04|240|60|60|100|91,67|-|-|-|Sangat Tinggi\nBidang UMKM: TW I belum disahkan; angka s.d. TW "
         "belum dapat "
         "dibaca\nSUB-04|240|60|60|100|91,67|115|95,83|47,92|Sangat Tinggi\nBidang UMKM: TW I belum "
         "disahkan; angka s.d. TW "
         "masih dapat berubah\n",
         NULL},
    };
    SHELL_STEPS(*state, steps);
}

/* Lists go by level and bidang as well, and say what was found in the words of the sheet on paper. */
static void test_lists(void **state) {
    static const struct step steps[] = {
        {OFFICE "bukti tambah SUB-02 --jenis laporan --judul 'Hasil penilaian' --lokasi 'lemari 2' "
                "--triwulan 2025-TW3 "
                "&& " OFFICE
                "bukti tambah SUB-03 --jenis foto --judul Produksi --lokasi 'lemari 3' --triwulan 2025-TW3",
         0, NULL, NULL},
        {OFFICE "laporan bukti --triwulan 2025-TW3 | grep '^Eselon\\|^  Bidang\\|^SUB' | tr -s ' ' | cut -d' "
                "' -f1-3",
         0,
         "Eselon IV: Sub\n Bidang Koperasi\nSUB-02 Jumlah koperasi\n Bidang UMKM\nSUB-03 Pertumbuhan nilai\n",
         ""},
        {OFFICE
         "laporan lembar-verifikasi --triwulan 2025-TW3 --format csv | tr -d '\r' | grep -o 'SUB-0[1-3].*' | "
         "cut -d, -f1,3-5",
         0, "SUB-01,(tidak diukur),,\nSUB-02,Hasil penilaian,ada,\nSUB-03,Produksi,ada,\n", ""},
        {OFFICE "--sebagai tim kembalikan SUB-03 --alasan 'lampirkan rinciannya' >b && " OFFICE
                "--sebagai tim sesuai SUB-05 >b && " OFFICE
                "laporan lembar-verifikasi --format csv | grep -o ',SUB-0[2-5]\\|\"tidak[^\"]*\\|,ya,'",
         0, ",SUB-02\n,SUB-03\n\"tidak, minta perbaikan\n,SUB-04\n\"tidak, dikoreksi\n,SUB-05\n,ya,\n", ""},
        {OFFICE "laporan triwulan --triwulan 2025-TAHUN | grep -c 'LAPORAN KINERJA TAHUNAN'", 0, "1\n", ""},
        /* one that is only promised is not there */
        {OFFICE "--sebagai ukm bukti tambah SUB-04 --jenis laporan --judul 'Daftar hadir' --menyusul "
                "20-10-2025 --triwulan "
                "2025-TW3 && " OFFICE
                "laporan lembar-verifikasi --triwulan 2025-TW3 --format csv | grep -o 'Daftar "
                "hadir,[a-z]*'",
         0, "...Daftar hadir,menyusul\n", NULL},
    };
    SHELL_STEPS(*state, steps);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_every_format_says_the_same),
        TEST(test_the_year_in_every_format),
        TEST(test_files),
        TEST(test_ended_midway),
        TEST(test_killed),
        TEST(test_without_the_printer),
        TEST(test_every_kind),
        TEST(test_minutes),
        TEST(test_minutes_add_up),
        TEST(test_who_reads),
        TEST(test_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
