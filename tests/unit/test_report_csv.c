/* `csv` and `csv-excel`: the same figures, told to machines and to spreadsheets. */
#include "base/csv.h"
#include "check.h"
#include "report/formats.h"
#include "unit/report_help.h"
#include "unit/small_report.h"
#include <string.h>

static const struct report_column columns[] = {
    {"Kode", CONTENT_WORD, 8, false},
    {"Catatan", CONTENT_TEXT, 20, true},
    {"Nilai", CONTENT_NUMBER, 10, false},
};

static const char small_as_csv[] =
    "kelompok,subkelompok,Kode,Indikator,Realisasi,Capaian,Penghambat\r\n"
    "Eselon IV: sub kegiatan,Bidang Koperasi,SUB-17,Jumlah koperasi yang dilayani,42,100.00,\r\n"
    "Eselon IV: sub kegiatan,Bidang Koperasi,SUB-18,\"Jumlah \"\"usaha\"\" <koperasi> & lainnya yang telah "
    "dilakukan penilaian kesehatan menurut pedoman yang berlaku, termasuk "
    "katayangsangatpanjangsekalitanpajeda"
    "satupunsampaiakhirbarisini\",3,80.00,\"'=2+2 belum; tenaga penilai kurang\"\r\n"
    "Eselon IV: sub kegiatan,Bidang Koperasi,SUB-19,Persentase,1234567.50,130.00,\r\n"
    "Eselon IV: sub kegiatan,Bidang Koperasi,SUB-20,Tidak diukur triwulan ini,-,-,\r\n"
    "Eselon IV: sub kegiatan,Bidang Koperasi,Rata-rata 3 indikator,,,100.00,\r\n"
    "\r\n"
    "Bidang,Rata-rata\r\n"
    "Bidang Koperasi,90.30\r\n"
    "Bidang UMKM,-\r\n"
    "\r\n"
    "Bidang,Rata-rata\r\n";

static const char small_as_excel[] =
    "\xEF\xBB\xBFLAPORAN KINERJA TRIWULAN III\r\n"
    "Bidang: Bidang Koperasi\r\n"
    "Triwulan: III (Juli - September) 2025\r\n"
    "DRAF\r\n"
    "\"Rencana aksi: CONTOH, belum ditetapkan\"\r\n"
    "\r\n"
    "\"Pada hari ini dilaporkan kinerja triwulan, yang hasilnya sebagai berikut.\"\r\n"
    "\r\n"
    "kelompok;subkelompok;Kode;Indikator;Realisasi;Capaian;Penghambat\r\n"
    "Eselon IV: sub kegiatan;Bidang Koperasi;SUB-17;Jumlah koperasi yang dilayani;42;100,00;\r\n"
    "Eselon IV: sub kegiatan;Bidang Koperasi;SUB-18;\"Jumlah \"\"usaha\"\" <koperasi> & lainnya yang telah "
    "dilakukan penilaian kesehatan menurut pedoman yang berlaku, termasuk "
    "katayangsangatpanjangsekalitanpajeda"
    "satupunsampaiakhirbarisini\";3;80,00;\"'=2+2 belum; tenaga penilai kurang\"\r\n"
    "Eselon IV: sub kegiatan;Bidang Koperasi;SUB-19;Persentase;1234567,50;130,00;\r\n"
    "Eselon IV: sub kegiatan;Bidang Koperasi;SUB-20;Tidak diukur triwulan ini;-;-;\r\n"
    "Eselon IV: sub kegiatan;Bidang Koperasi;Rata-rata 3 indikator;;;100,00;\r\n"
    "\r\n"
    "Capaian dibatasi 120 di dalam rata-rata.\r\n"
    "\r\n"
    "\"Mengetahui, Kepala Dinas: Nama Kepala, S.E., Pembina, NIP 196801011990031001\"\r\n"
    "\"Malili, .............................. Kepala Bidang Koperasi: .............................., "
    ".............................., NIP ..............................\"\r\n"
    "\r\n"
    "Lampiran: rata-rata per bidang\r\n"
    "Bidang;Rata-rata\r\n"
    "Bidang Koperasi;90,30\r\n"
    "Bidang UMKM;-\r\n"
    "\r\n"
    "Kosong\r\n"
    "Bidang;Rata-rata\r\n"
    "(tidak ada)\r\n";

static void check_csv(const struct report *report, bool excel, const char *expected) {
    struct buf out = {0};
    report_write_csv(report, excel, &out);
    assert_string_equal(buf_string(&out), expected);
    buf_release(&out);
}

static void writes_every_table(void **state) {
    (void)state;
    struct report report;
    small_report(&report);
    check_csv(&report, false, small_as_csv);
    check_csv(&report, true, small_as_excel);
    report_release(&report);
}

static void numbers_stay_numbers_and_texts_texts(void **state) {
    (void)state;
    static const char *const dangerous[] = {"=1+1", "+62", "-5", "@A1", "-", "1.500", "a;b", "a,b"};
    static const int64_t units[] = {-50000, 1500000000, 5000, 12345, 1250, 15, 0, 9999999999999999};
    struct report report;
    report_init(&report, "triwulan");
    struct report_table *table = report_add_table(&report, columns, 3);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct report_cell *cell = report_add_row(&report, table, REPORT_DATA);
        cell[0] = words("A");
        cell[1] = words(dangerous[i]);
        cell[2] = amount(units[i], 0);
    }
    check_csv(&report, false,
              "Kode,Catatan,Nilai\r\n"
              "A,'=1+1,-5\r\n"
              "A,'+62,150000\r\n"
              "A,'-5,0.5\r\n"
              "A,'@A1,1.2345\r\n"
              "A,-,0.1250\r\n" /* never three decimals: they could be thousands */
              "A,1.500,0.0015\r\n"
              "A,\"a;b\",0\r\n"
              "A,\"a,b\",999999999999.9999\r\n");
    check_csv(&report, true,
              "\xEF\xBB\xBF\r\nKode;Catatan;Nilai\r\n"
              "A;'=1+1;-5\r\n"
              "A;'+62;150000\r\n"
              "A;'-5;0,5\r\n"
              "A;'@A1;1,2345\r\n"
              "A;-;0,1250\r\n"
              "A;1.500;0,0015\r\n"
              "A;\"a;b\";0\r\n"
              "A;\"a,b\";999999999999,9999\r\n");
    report_release(&report);
}

static void add_total(struct report *report, struct report_table *table, const char *label, int first) {
    add_words(report, table, REPORT_TOTAL, (const char *const[]){label, "", ""});
    report_last_row(table)->mean = (struct report_mean){.column = 2, .first = first};
}

static void a_total_stands_where_its_rows_do(void **state) {
    (void)state;
    struct report report;
    report_init(&report, "triwulan");
    struct report_table *table = report_add_table(&report, columns, 3);
    add_words(&report, table, REPORT_GROUP, (const char *const[]){"Eselon II", "", ""});
    add_words(&report, table, REPORT_DATA, (const char *const[]){"IKU-01", "", ""});
    add_total(&report, table, "Eselon II", 1);
    add_words(&report, table, REPORT_GROUP, (const char *const[]){"Eselon III", "", ""});
    add_words(&report, table, REPORT_SUBGROUP, (const char *const[]){"Koperasi", "", ""});
    add_words(&report, table, REPORT_DATA, (const char *const[]){"PRO-01", "", ""});
    add_words(&report, table, REPORT_SUBGROUP, (const char *const[]){"UMKM", "", ""});
    add_words(&report, table, REPORT_DATA, (const char *const[]){"PRO-02", "", ""});
    add_total(&report, table, "UMKM", 7);
    add_total(&report, table, "Eselon III", 4);
    add_words(&report, table, REPORT_GROUP, (const char *const[]){"Eselon IV", "", ""});
    add_words(&report, table, REPORT_DATA, (const char *const[]){"SUB-01", "", ""});
    add_total(&report, table, "Semua", 0);
    check_csv(&report, false,
              "kelompok,subkelompok,Kode,Catatan,Nilai\r\n"
              "Eselon II,,IKU-01,,\r\n"
              "Eselon II,,Eselon II,,\r\n"
              "Eselon III,Koperasi,PRO-01,,\r\n"
              "Eselon III,UMKM,PRO-02,,\r\n"
              "Eselon III,UMKM,UMKM,,\r\n"
              "Eselon III,,Eselon III,,\r\n"
              "Eselon IV,,SUB-01,,\r\n"
              ",,Semua,,\r\n");
    report_release(&report);
}

/* What was written comes back from the reader: long, broken, quoted. */
static void reads_back(void **state) {
    (void)state;
    static const char text[] =
        "Persentase pelaku usaha mikro dan kecil; yang memperoleh pendampingan, pelatihan, serta "
        "\"kemudahan\" "
        "perizinan berusaha\ndari pemerintah daerah <dibandingkan> dengan seluruh & pelaku usaha yang "
        "terdaftar 'resmi'";
    for (int excel = 0; excel < 2; excel++) {
        struct report report;
        struct csv_reader reader;
        struct buf out = {0};
        struct err err;
        report_init(&report, "triwulan");
        add_words(&report, report_add_table(&report, columns, 3), REPORT_DATA,
                  (const char *const[]){"IKU-01", text, ""});
        report_write_csv(&report, excel, &out);
        size_t head = excel ? strlen("\xEF\xBB\xBF\r\n") : 0;
        csv_reader_init(&reader, out.data + head, out.length - head);
        assert_true(csv_reader_next(&reader, &err));
        assert_true(csv_reader_next(&reader, &err));
        assert_int_equal(reader.count, 3);
        assert_string_equal(reader.field[1], text);
        assert_false(csv_reader_next(&reader, &err));
        csv_reader_release(&reader);
        buf_release(&out);
        report_release(&report);
    }
}

static void only_people_read_text(void **state) {
    (void)state;
    struct report report;
    report_init(&report, "triwulan");
    report_add(&report, PART_PARAGRAPH, "Tanpa tabel.");
    check_csv(&report, false, "");
    check_csv(&report, true, "\xEF\xBB\xBF\r\nTanpa tabel.\r\n");
    report_release(&report);
}

static void notes_stand_together(void **state) {
    (void)state;
    struct report report;
    report_init(&report, "triwulan");
    report.title[0] = "=Judul";
    report_add(&report, PART_NOTE, "Satu");
    report_add(&report, PART_NOTE, "@Dua");
    report_add(&report, PART_PARAGRAPH, "Tiga");
    check_csv(&report, true, "\xEF\xBB\xBF'=Judul\r\n\r\nSatu\r\n'@Dua\r\n\r\nTiga\r\n");
    report_release(&report);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_every_table),
        cmocka_unit_test(numbers_stay_numbers_and_texts_texts),
        cmocka_unit_test(a_total_stands_where_its_rows_do),
        cmocka_unit_test(reads_back),
        cmocka_unit_test(only_people_read_text),
        cmocka_unit_test(notes_stand_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
