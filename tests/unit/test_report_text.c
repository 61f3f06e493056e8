/* `teks`: what fits a line, and that nothing is lost where it does not. */
#include "base/utf8.h"
#include "check.h"
#include "report/formats.h"
#include "unit/report_help.h"
#include "unit/small_report.h"
#include <string.h>

#define WORD_OF_60 "katasepanjangenampuluhhurufyangtidakmungkinmuatdisatukolomxy"
static const char long_description[] =
    "Persentase pelaku usaha mikro dan kecil yang memperoleh pendampingan, pelatihan, serta kemudahan "
    "perizinan berusaha dari pemerintah daerah dibandingkan dengan seluruh pelaku usaha yang terdaftar "
    "resmi";

static const char head_at_80[] =
    "                        PEMERINTAH KABUPATEN LUWU TIMUR\n"
    "                               DINAS PERDAGANGAN\n"
    "================================================================================\n"
    "\n"
    "                          LAPORAN KINERJA TRIWULAN III\n"
    "                                      DRAF\n"
    "                     Rencana aksi: CONTOH, belum ditetapkan\n"
    "\n"
    "Bidang   : Bidang Koperasi\n"
    "Triwulan : III (Juli - September) 2025\n"
    "\n"
    "Pada hari ini dilaporkan kinerja triwulan, yang hasilnya sebagai berikut.\n"
    "\n";

static const char figures_at_80[] =
    "Kode    Indikator                                             Realisasi  Capaian\n"
    "--------------------------------------------------------------------------------\n"
    "Eselon IV: sub kegiatan\n"
    "  Bidang Koperasi\n"
    "SUB-17  Jumlah koperasi yang dilayani                                42   100,00\n"
    "SUB-18  Jumlah \"usaha\" <koperasi> & lainnya yang telah                3    80,00\n"
    "        dilakukan penilaian kesehatan menurut pedoman\n"
    "        yang berlaku, termasuk\n"
    "        katayangsangatpanjangsekalitanpajedasatupunsampai\n"
    "        akhirbarisini\n"
    "    Penghambat: =2+2 belum; tenaga penilai kurang\n"
    "SUB-19  Persentase                                         1.234.567,50   130,00\n"
    "SUB-20  Tidak diukur triwulan ini                                     -        -\n"
    "Rata-rata 3 indikator                                                     100,00\n"
    "\n"
    "Capaian dibatasi 120 di dalam rata-rata.\n"
    "\n";

static const char rest_at_80[] =
    "              Mengetahui,                Malili, ..............................\n"
    "             Kepala Dinas                        Kepala Bidang Koperasi\n"
    "\n"
    "\n"
    "\n"
    "           Nama Kepala, S.E.                 ..............................\n"
    "                Pembina                      ..............................\n"
    "        NIP 196801011990031001             NIP ..............................\n"
    "\n"
    "================================================================================\n"
    "Lampiran: rata-rata per bidang\n"
    "\n"
    "Bidang              Rata-rata  0                 100  120\n"
    "---------------------------------------------------------\n"
    "Bidang Koperasi         90,30  ███████████████████░░░░░░░\n"
    "Bidang UMKM                 -\n"
    "\n"
    "Kosong\n"
    "(tidak ada)\n";

static const char figures_at_132[] =
    "\nKode      Indikator                                                                                   "
    "         Realisasi     Capaian\n"
    "----------------------------------------------------------------------------------------------------"
    "--------------------------------\n"
    "Eselon IV: sub kegiatan\n"
    "  Bidang Koperasi\n"
    "SUB-17    Jumlah koperasi yang dilayani                                                              "
    "                 42      100,00\n"
    "SUB-18    Jumlah \"usaha\" <koperasi> & lainnya yang telah dilakukan penilaian kesehatan menurut "
    "pedoman                 3       80,00\n"
    "          yang berlaku, termasuk katayangsangatpanjangsekalitanpajedasatupunsampaiakhirbarisini\n"
    "    Penghambat: =2+2 belum; tenaga penilai kurang\n"
    "SUB-19    Persentase                                                                                 "
    "       1.234.567,50      130,00\n";

static void writes_the_page(void **state) {
    (void)state;
    struct report report;
    struct buf out = {0}, expected = {0};
    small_report(&report);
    report_write_text(&report, 80, &out);
    buf_printf(&expected, "%s%s%s", head_at_80, figures_at_80, rest_at_80);
    assert_string_equal(buf_string(&out), buf_string(&expected));
    buf_clear(&out);
    report_write_text(&report, 132, &out);
    assert_non_null(strstr(buf_string(&out), figures_at_132));
    buf_release(&expected);
    buf_release(&out);
    report_release(&report);
}

static void check_lines(const char *text, int columns) {
    for (const char *line = text, *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        assert_non_null(end);
        assert_true(utf8_columns(line) - utf8_columns(end) <= columns);
        assert_true(end == line || end[-1] != ' ');
    }
}

/* Words of up to 16 letters stand whole at every width. */
static void check_words(const char *page, const char *text) {
    enum { WHOLE = 16 };
    char word[WHOLE + 1];
    for (size_t length; *text; text += length + strspn(text + length, " ")) {
        length = strcspn(text, " ");
        if (length > WHOLE)
            continue;
        memcpy(word, text, length);
        word[length] = '\0';
        assert_non_null(strstr(page, word));
    }
}

static void check_all_words(const struct report *report, const char *page) {
    char number[REPORT_NUMBER_MAX];
    for (int i = 0; i < report->part.count; i++) {
        const struct report_part *part = report_part_at(report, i);
        check_words(page, part->text);
        for (int r = 0; part->table && r < part->table->row.count; r++)
            for (int c = 0; c < part->table->column_count; c++)
                check_words(page, report_cell_text(&report_row_at(part->table, r)->cell[c], number));
    }
    for (int i = 0; i < report->fact_count; i++) {
        check_words(page, report->fact[i].label);
        check_words(page, report->fact[i].value);
    }
    for (int i = 0; i < report->signature_count; i++) {
        check_words(page, report->signature[i].position);
        check_words(page, report->signature[i].name);
    }
    check_words(page, report->draft);
    check_words(page, report->marks);
}

static void fits_every_width_and_loses_nothing(void **state) {
    (void)state;
    struct report report;
    struct buf out = {0};
    small_report(&report);
    for (int columns = REPORT_TEXT_COLUMNS_MIN; columns <= 140; columns++) {
        buf_clear(&out);
        report_write_text(&report, columns, &out);
        check_lines(buf_string(&out), columns);
        check_all_words(&report, buf_string(&out));
    }
    buf_clear(&out);
    report_write_text(&report, 1, &out);
    check_lines(buf_string(&out), REPORT_TEXT_COLUMNS_MIN);
    buf_release(&out);
    report_release(&report);
}

/* A report of one table with these rows. */
static void check_table(const struct report_column *column, int count, const char *const *text, int columns,
                        const char *expected) {
    struct report report;
    struct buf out = {0};
    report_init(&report, "triwulan");
    struct report_table *table = report_add_table(&report, column, count);
    for (; *text; text += count)
        add_words(&report, table, REPORT_DATA, text);
    report_write_text(&report, columns, &out);
    assert_string_equal(buf_string(&out), expected);
    buf_release(&out);
    report_release(&report);
}

static void breaks_what_no_line_holds(void **state) {
    (void)state;
    static const struct report_column column[] = {
        {"No", CONTENT_WORD, 4, false},
        {"Uraian", CONTENT_TEXT, 20, false},
    };
    check_table(column, 2, (const char *const[]){"1", WORD_OF_60, "2", long_description, NULL}, 40,
                "No  Uraian\n"
                "----------------------------------------\n"
                "1   katasepanjangenampuluhhurufyangtidak\n"
                "    mungkinmuatdisatukolomxy\n"
                "2   Persentase pelaku usaha mikro dan\n"
                "    kecil yang memperoleh pendampingan,\n"
                "    pelatihan, serta kemudahan perizinan\n"
                "    berusaha dari pemerintah daerah\n"
                "    dibandingkan dengan seluruh pelaku\n"
                "    usaha yang terdaftar resmi\n");
}

/* With the predikat the line would take 84 columns at least. */
static void puts_below_what_finds_no_room(void **state) {
    (void)state;
    static const struct report_column column[] = {
        {"Kode", CONTENT_WORD, 8, false},       {"Indikator", CONTENT_TEXT, 30, false},
        {"Satuan", CONTENT_WORD, 10, false},    {"Target", CONTENT_NUMBER, 12, false},
        {"Kendala", CONTENT_TEXT, 20, true},    {"Realisasi", CONTENT_NUMBER, 12, false},
        {"S.d. TW", CONTENT_NUMBER, 12, false}, {"Predikat", CONTENT_WORD, 14, false},
        {"Catatan", CONTENT_TEXT, 20, true},
    };
    static const char *const text[] = {
        "IKU-01",       "Nilai ekspor", "juta rupiah",   "1.234.567,89",   "Kapal terlambat",
        "1.234.000,00", "2.345.678,90", "Sangat Tinggi", "Lihat lampiran", NULL};
    check_table(column, 9, text, 80,
                "Kode   Indikator          Satuan            Target    Realisasi      S.d. TW\n"
                "----------------------------------------------------------------------------\n"
                "IKU-01 Nilai ekspor       juta rupiah 1.234.567,89 1.234.000,00 2.345.678,90\n"
                "    Kendala: Kapal terlambat\n"
                "    Predikat: Sangat Tinggi\n"
                "    Catatan: Lihat lampiran\n");
    check_table(column, 9, text, 60,
                "Kode   Indikator     Satuan            Target    Realisasi\n"
                "----------------------------------------------------------\n"
                "IKU-01 Nilai ekspor  juta rupiah 1.234.567,89 1.234.000,00\n"
                "    Kendala: Kapal terlambat\n"
                "    S.d. TW: 2.345.678,90; Predikat: Sangat Tinggi\n"
                "    Catatan: Lihat lampiran\n");
}

/* The empty columns of a form keep the room they ask for. */
static void leaves_room_to_write(void **state) {
    (void)state;
    static const struct report_column column[] = {
        {"Kode", CONTENT_WORD, 8, false},
        {"Ada", CONTENT_WORD, 10, false},
        {"Catatan", CONTENT_TEXT, 20, false},
    };
    check_table(column, 3, (const char *const[]){"IKU-01", "", "", NULL}, 132,
                "Kode      Ada         Catatan\n"
                "------------------------------------------\n"
                "IKU-01\n");
}

static void says_when_there_is_nothing(void **state) {
    (void)state;
    static const struct report_column column[] = {{"Kode", CONTENT_WORD, 8, false}};
    struct report report;
    struct buf out = {0};
    check_table(column, 1, (const char *const[]){NULL}, 80, "(tidak ada)\n");
    report_init(&report, "triwulan");
    report_write_text(&report, 80, &out);
    assert_string_equal(buf_string(&out), "");
    buf_release(&out);
    report_release(&report);
}

static void charted(struct report *report, struct cap cap, const int64_t units[], int count) {
    static const struct report_column column[] = {
        {"Bidang", CONTENT_TEXT, 10, false},
        {"Capaian", CONTENT_PERCENT, 10, false},
    };
    report_init(report, "triwulan");
    report->cap = cap;
    struct report_table *table = report_add_table(report, column, 2);
    table->chart = 1;
    for (int i = 0; i < count; i++) {
        struct report_cell *cell = report_add_row(report, table, REPORT_DATA);
        cell[0] = words("A");
        cell[1] = amount(units[i], 2);
    }
}

static void check_chart(struct cap cap, const int64_t units[], int count, int columns, const char *expected) {
    struct report report;
    struct buf out = {0};
    charted(&report, cap, units, count);
    report_write_text(&report, columns, &out);
    assert_string_equal(buf_string(&out), expected);
    buf_release(&out);
    report_release(&report);
}

static void draws_bars_from_0_to_100(void **state) {
    (void)state;
    static const int64_t units[] = {0, 999900, 1000000, 1300000, -50000, 500000};
    check_chart((struct cap){true, {1000000}}, units, 6, 40,
                "Bidang  Capaian  0         100\n"
                "------------------------------\n"
                "A          0,00  ░░░░░░░░░░░░░\n"
                "A         99,99  ████████████░\n"
                "A        100,00  █████████████\n"
                "A        130,00  █████████████\n"
                "A         -5,00  ░░░░░░░░░░░░░\n"
                "A         50,00  ██████░░░░░░░\n");
}

/* To the cap, or where there is none to twenties behind the longest: 33 of 40 cells are 99, 34 are 102. */
static void draws_bars_beyond_100(void **state) {
    (void)state;
    static const int64_t units[] = {1003300, 1028600, 1200000}, longer[] = {500000, 1400100};
    check_chart((struct cap){true, {1200000}}, units, 3, 132,
                "Bidang         Capaian  0                             100    120\n"
                "----------------------------------------------------------------\n"
                "A               100,33  █████████████████████████████████░░░░░░░\n"
                "A               102,86  ██████████████████████████████████░░░░░░\n"
                "A               120,00  ████████████████████████████████████████\n");
    check_chart((struct cap){true, {1200000}}, units, 1, 40,
                "Bidang  Capaian  0         120\n"
                "------------------------------\n"
                "A        100,33  ██████████░░░\n");
    check_chart((struct cap){false, {0}}, longer, 2, 132,
                "Bidang         Capaian  0                     100            160\n"
                "----------------------------------------------------------------\n"
                "A                50,00  ████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░\n"
                "A               140,01  ███████████████████████████████████░░░░░\n");
}

static void one_signature_stands_to_the_right(void **state) {
    (void)state;
    struct report report;
    struct buf out = {0};
    report_init(&report, "triwulan");
    report.signature[0] = (struct report_signature){"", "Kepala Bidang", "Nama", "Pembina", "1968"};
    report.signature_count = 1;
    report_add(&report, PART_SIGNATURES, "");
    report_write_text(&report, 40, &out);
    assert_string_equal(buf_string(&out), "                        Kepala Bidang\n"
                                          "\n\n\n"
                                          "                            Nama\n"
                                          "                           Pembina\n"
                                          "                          NIP 1968\n");
    buf_release(&out);
    report_release(&report);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_the_page),
        cmocka_unit_test(fits_every_width_and_loses_nothing),
        cmocka_unit_test(breaks_what_no_line_holds),
        cmocka_unit_test(puts_below_what_finds_no_room),
        cmocka_unit_test(leaves_room_to_write),
        cmocka_unit_test(says_when_there_is_nothing),
        cmocka_unit_test(draws_bars_from_0_to_100),
        cmocka_unit_test(draws_bars_beyond_100),
        cmocka_unit_test(one_signature_stands_to_the_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
