/* The PDF as another program reads it back: pdftotext tells which words stand where. */
#include "base/file.h"
#include "check.h"
#include "e2e/shell.h"
#include "report/pack.h"
#include "unit/small_report.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDE_COLUMNS = 14, WORDS_MAX = 4096 };

static const struct report_column wide[WIDE_COLUMNS] = {
    {"Kode", CONTENT_WORD, 7, false},
    {"Sasaran", CONTENT_TEXT, 20, false},
    {"Indikator", CONTENT_TEXT, 24, false},
    {"Satuan", CONTENT_WORD, 8, false},
    {"Target tahun", CONTENT_NUMBER, 9, false},
    {"Target TW III", CONTENT_NUMBER, 9, false},
    {"Realisasi TW III", CONTENT_NUMBER, 9, false},
    {"Capaian TW III (%)", CONTENT_PERCENT, 9, false},
    {"Realisasi s.d. TW III", CONTENT_NUMBER, 9, false},
    {"Capaian tahun (%)", CONTENT_PERCENT, 9, false},
    {"Predikat", CONTENT_WORD, 12, false},
    {"Data dukung", CONTENT_TEXT, 18, false},
    {"Faktor penghambat", CONTENT_TEXT, 20, false},
    {"Rencana tindak lanjut", CONTENT_TEXT, 20, false},
};

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* Prints `report`, releases it, and gives what `line` then says of report.pdf. */
static struct batch printed(const char *home, struct report *report, const char *line) {
    struct buf packed = {0}, path = {0}, script = {0};
    struct err err = {0};
    report_pack(report, &packed);
    report_release(report);
    buf_printf(&path, "%s/packed", home);
    assert_true(file_replace(buf_string(&path), packed.data, packed.length, &err));
    buf_printf(&script, "L='%s/triwulan-laporan'\n\"$L\" --format pdf <packed >report.pdf && %s",
               getenv("TRIWULAN_BUILD"), line);
    struct batch batch = shell_run(home, buf_string(&script));
    buf_release(&packed);
    buf_release(&path);
    buf_release(&script);
    assert_int_equal(batch.status, 0);
    return batch;
}

static void small_report_final(struct report *report) {
    small_report(report);
    report->draft = "";
}

static struct report_cell words(const char *text) {
    return (struct report_cell){.kind = *text ? CELL_TEXT : CELL_BLANK, .text = text};
}

/* A table of 14 columns, full of what is long. */
static struct report_table *long_table(struct report *report, int rows) {
    struct report_table *table = report_add_table(report, wide, WIDE_COLUMNS);
    for (int i = 0; i < rows; i++) {
        if (i % 20 == 0)
            *report_add_row(report, table, REPORT_GROUP) = words("Eselon IV: sub kegiatan");
        if (i % 5 == 0)
            *report_add_row(report, table, REPORT_SUBGROUP) = words("Bidang Koperasi");
        struct report_cell *cell = report_add_row(report, table, REPORT_DATA);
        for (int c = 0; c < WIDE_COLUMNS; c++)
            cell[c] = (struct report_cell){
                .kind = CELL_NUMBER, .text = "", .value = {c == 4 ? 123456789012 : 987654 + i}, .places = 2};
        cell[0] = words(report_keepf(report, "KODE-%03d", i));
        cell[1] = words(i % 3 ? "Terlaksananya penilaian kesehatan KSP/USP koperasi" : "");
        cell[2] = words(i % 7 ? "Jumlah koperasi" : "katayangsangatpanjangsekalitanpajedasatupunsampaiakhir");
        cell[3] = words("unit usaha");
        cell[10] = words("Sangat Tinggi");
        cell[11] = words("Laporan penilaian kesehatan; dokumentasi foto; fotokopi SP2D");
        cell[12] = words(i % 4 ? "" : "Tenaga penilai kurang, dan rapat anggota tahunan belum dilaksanakan");
        cell[13] = words("-");
    }
    return table;
}

/* The fixture, and such a table behind it. */
static struct report_table *long_report(struct report *report, int rows) {
    small_report_final(report);
    return long_table(report, rows);
}

/* Such a table, two texts and what is signed. */
static struct report_table *signed_report(struct report *report, int rows) {
    report_init(report, "berita-acara");
    struct report_table *table = long_table(report, rows);
    report_add(report, PART_PARAGRAPH, "Demikian dibuat.");
    report_add(report, PART_NOTE, "Jejak: catatan ke-9");
    report->signature[report->signature_count++] =
        (struct report_signature){"Mengetahui,", "Kepala Dinas", "Nama", "Pembina", "1968"};
    report_add(report, PART_SIGNATURES, "");
    return table;
}

static int count(const char *text, const char *word) {
    int times = 0;
    for (const char *at = text; (at = strstr(at, word)); at += strlen(word))
        times++;
    return times;
}

/* All that the fixture holds, in the order in which it is read; what is wrapped, piece by piece. */
static void test_every_word(void **state) {
    static const char *const pieces[] = {
        "PEMERINTAH KABUPATEN LUWU TIMUR\n",
        "DINAS PERDAGANGAN\n",
        "LAPORAN KINERJA TRIWULAN III\n",
        "Bidang : Bidang Koperasi\n",
        "Triwulan : III (Juli - September) 2025\n",
        "Rencana aksi: CONTOH, belum ditetapkan\n",
        "Pada hari ini dilaporkan kinerja triwulan, yang hasilnya sebagai berikut.\n",
        "Kode Indikator Realisasi Capaian Penghambat\n",
        "Eselon IV: sub kegiatan\n",
        "Bidang Koperasi\n",
        "SUB-17 Jumlah koperasi yang dilayani 42 100,00\n",
        "SUB-18 Jumlah \"usaha\" <koperasi> & lainnya",
        "penilaian kesehatan",
        "menurut pedoman yang berlaku",
        "katayangsangatpanjangsekalitanpajedasatupun",
        "sampaiakhirbarisini",
        "3 80,00 =2+2 belum; tenaga penilai kurang\n",
        "SUB-19 Persentase 1.234.567,50 130,00\n",
        "SUB-20 Tidak diukur triwulan ini - -\n",
        "Rata-rata 3 indikator 100,00\n",
        "Capaian dibatasi 120 di dalam rata-rata.\n",
        "Mengetahui, Malili, ..............................\n",
        "Kepala Dinas Kepala Bidang Koperasi\n",
        "Nama Kepala, S.E. ....",
        "Pembina ....",
        "NIP 196801011990031001 NIP ....",
        "Halaman 1 dari 2\n",
        "DINAS PERDAGANGAN | LAPORAN KINERJA TRIWULAN III | Bidang Koperasi | III (Juli - September) 2025\n",
        "Lampiran: rata-rata per bidang\n",
        "Bidang Rata-rata 0 100 120\n",
        "Bidang Koperasi 90,30\n",
        "Bidang UMKM -\n",
        "Kosong\n",
        "Bidang Rata-rata\n",
        "(tidak ada)\n",
        "Halaman 2 dari 2\n",
    };
    struct report report;
    small_report_final(&report);
    struct batch batch = printed(*state, &report, "pdftotext -raw report.pdf -");
    const char *at = buf_string(&batch.out);
    for (size_t i = 0; at && i < sizeof pieces / sizeof *pieces; i++) {
        const char *found = strstr(at, pieces[i]);
        if (!found)
            print_error("\"%s\" is not in\n%s", pieces[i], at);
        at = found ? found + strlen(pieces[i]) : NULL;
    }
    assert_non_null(at);
    batch_release(&batch);
}

static void test_same_bytes(void **state) {
    struct report report;
    small_report(&report);
    struct batch batch =
        printed(*state, &report, "\"$L\" --format pdf <packed | cmp - report.pdf && pdfinfo report.pdf");
    assert_null(strstr(buf_string(&batch.out), "Date"));
    assert_non_null(strstr(buf_string(&batch.out), "LAPORAN KINERJA TRIWULAN III"));
    batch_release(&batch);
}

static void test_draft(void **state) {
    struct report report;
    small_report(&report);
    struct batch batch = printed(*state, &report, "pdftotext -raw report.pdf -");
    assert_int_equal(count(buf_string(&batch.out), "DRAF\n"), 2);
    batch_release(&batch);
    small_report_final(&report);
    batch = printed(*state, &report, "pdftotext -raw report.pdf -");
    assert_null(strstr(buf_string(&batch.out), "DRAF"));
    batch_release(&batch);
}

static void test_characters(void **state) {
    struct report report;
    small_report_final(&report);
    report_add(&report, PART_NOTE,
               "\u201ckutip\u201d \u2013 \u20ac 5 caf\u00e9 (\\) \u2265 91 \u0416\u062f \u2192 \u2212");
    struct batch batch = printed(*state, &report, "pdftotext -raw report.pdf -");
    assert_non_null(
        strstr(buf_string(&batch.out), "\u201ckutip\u201d \u2013 \u20ac 5 caf\u00e9 (\\) >= 91 ?? -> -\n"));
    batch_release(&batch);
}

static void test_nothing_in_it(void **state) {
    struct report report;
    report_init(&report, "triwulan");
    struct batch batch = printed(*state, &report, "pdftotext -raw report.pdf -");
    assert_string_equal(buf_string(&batch.out), "Halaman 1 dari 1\n\f");
    batch_release(&batch);
}

/* On each page the header row, its number, and no heading left at the foot; each row once. */
static void test_long_table(void **state) {
    enum { ROWS = 300 };
    struct report report;
    long_report(&report, ROWS);
    struct batch batch = printed(*state, &report, "pdftotext -raw report.pdf -");
    assert_non_null(strstr(buf_string(&batch.err), "384/384\n"));
    int pages = count(buf_string(&batch.out), "\f"), page = 0;
    assert_true(pages > 10);
    assert_int_equal(count(buf_string(&batch.out), "KODE-"), ROWS);
    assert_int_equal(count(buf_string(&batch.out), " 12.345.678,9012 "), ROWS);
    for (char *at = batch.out.data, *end; (end = strchr(at, '\f')); at = end + 1) {
        char footer[64];
        *end = 0;
        snprintf(footer, sizeof footer, "\nHalaman %d dari %d\n", ++page, pages);
        char *foot = strstr(at, footer);
        assert_non_null(foot);
        assert_string_equal(foot, footer);
        assert_int_equal(count(at, "Faktor penghambat"), strstr(at, "KODE-") != NULL);
        *foot = 0;
        const char *last = strrchr(at, '\n');
        assert_string_not_equal(last, "\nBidang Koperasi");
        assert_null(strstr(last, "Eselon IV"));
    }
    batch_release(&batch);
}

/* A row higher than a page goes on on the next ones, and nothing of it is lost. */
static void test_high_row(void **state) {
    enum { TIMES = 1500 };
    struct report report;
    struct report_table *table = long_report(&report, 1);
    struct report_cell *cell = report_add_row(&report, table, REPORT_DATA);
    struct buf text = {0};
    for (int i = 0; i < TIMES; i++)
        buf_text(&text, "penghambatan ");
    cell[12] = words(report_keep(&report, buf_string(&text)));
    buf_release(&text);
    struct batch batch = printed(*state, &report, "pdftotext -raw report.pdf -");
    assert_int_equal(count(buf_string(&batch.out), "penghambatan"), TIMES);
    batch_release(&batch);
}

/* Says of the page that is signed how often `word` stands on it, and that what comes before the signatures
 * does so. */
static int count_signed(const char *home, struct report *report, const char *word) {
    struct batch batch = printed(home, report, "pdftotext -raw report.pdf -");
    char *page = strstr(buf_string(&batch.out), "Demikian dibuat."), *end;
    assert_non_null(page);
    assert_non_null(end = strchr(page, '\f'));
    *end = 0;
    assert_non_null(strstr(page, "Jejak"));
    assert_non_null(strstr(page, "NIP 1968"));
    char *before = strrchr(batch.out.data, '\f');
    int times = count(before ? before : batch.out.data, word);
    batch_release(&batch);
    return times;
}

/* Wherever the table ends, its last two rows are on the page that is signed; of a TOTAL the row before it. */
static void test_signed_rows(void **state) {
    for (int rows = 0; rows < 28; rows++) {
        struct report report;
        signed_report(&report, rows);
        int least = rows < 2 ? rows : 2;
        assert_in_range(count_signed(*state, &report, "KODE-"), least, rows);
        *report_add_row(&report, signed_report(&report, rows), REPORT_TOTAL) = words("Rata-rata semua");
        assert_in_range(count_signed(*state, &report, "Rata-rata semua"), 1, 1);
        *report_add_row(&report, signed_report(&report, rows), REPORT_TOTAL) = words("Rata-rata semua");
        least = rows < 1 ? rows : 1;
        assert_in_range(count_signed(*state, &report, "KODE-"), least, rows);
    }
}

/* Of a row that is higher than what the signatures leave of a page, its last lines. */
static void test_signed_high_row(void **state) {
    for (int times = 60; times < 240; times += 6) {
        struct report report;
        struct buf text = {0};
        struct report_table *table = signed_report(&report, 2);
        for (int i = 0; i < times; i++)
            buf_text(&text, "penghambatan ");
        report_add_row(&report, table, REPORT_DATA)[12] = words(report_keep(&report, buf_string(&text)));
        buf_release(&text);
        assert_in_range(count_signed(*state, &report, "penghambatan"), 3, times);
    }
}

/* However much is to be said, it is said whole at the head of each page. */
static void test_header(void **state) {
    struct report report;
    signed_report(&report, 30);
    report.letterhead[0] = "DINAS PERDAGANGAN, KOPERASI, USAHA KECIL MENENGAH DAN PERINDUSTRIAN";
    report.title[0] = "BERITA ACARA VERIFIKASI CAPAIAN KINERJA";
    report.title[1] = "Nomor: 700/0123/BA-SAKIP/DISDAGKOPUKMP/TIM-SAKIP/TW-III/BIDANG-PERINDUSTRIAN/X/2025";
    report.fact[report.fact_count++] = (struct report_fact){"Bidang", "Bidang Perindustrian"};
    report.fact[report.fact_count++] =
        (struct report_fact){"Periode", "Triwulan III, 1 Juli 2025 s.d. 30 September 2025"};
    struct batch batch = printed(*state, &report, "pdftotext -raw report.pdf -");
    char *page = strchr(buf_string(&batch.out), '\f');
    int pages = count(page, "\f");
    assert_true(pages > 2);
    assert_int_equal(count(page, "\fDINAS PERDAGANGAN, KOPERASI, USAHA KECIL MENENGAH DAN PERINDUSTRIAN | "
                                 "BERITA ACARA VERIFIKASI CAPAIAN KINERJA\n"
                                 "Bidang Perindustrian | Triwulan III, 1 Juli 2025 s.d. 30 September 2025 | "
                                 "Nomor: "),
                     pages - 1);
    assert_int_equal(count(page, "PERINDUSTRIAN/X/2025\n"), pages - 1);
    batch_release(&batch);
}

struct place {
    double left, top, right, bottom;
};

/* The number behind `name="`, which is then passed. */
static double number_of(const char **at, const char *name) {
    char *end;
    const char *found = strstr(*at, name);
    assert_non_null(found);
    double value = strtod(found + strlen(name) + 2, &end);
    *at = end;
    return value;
}

static void check_apart(const struct place *a, const struct place *b) {
    const double touching = 1.8; /* letters' boxes reach over their lines */
    bool side_by_side = a->right < b->left + 0.5 || b->right < a->left + 0.5;
    bool below = a->bottom < b->top + touching || b->bottom < a->top + touching;
    assert_true(side_by_side || below);
}

static void check_page(const char *at, const char *end) {
    static struct place place[WORDS_MAX];
    int placed = 0;
    double width = number_of(&at, "width"), height = number_of(&at, "height");
    while ((at = strstr(at, "<word ")) && at < end) {
        struct place *word = &place[placed++];
        assert_true(placed < WORDS_MAX);
        word->left = number_of(&at, "xMin");
        word->top = number_of(&at, "yMin");
        word->right = number_of(&at, "xMax");
        word->bottom = number_of(&at, "yMax");
        assert_true(word->left > 40 && word->right < width - 40);
        assert_true(word->top > 36 && word->bottom < height - 28);
        for (int i = 0; i < placed - 1; i++)
            check_apart(&place[i], word);
    }
    assert_true(placed > 0);
}

/* No word outside the page, none over another, neither in its column nor in the next. */
static void test_places(void **state) {
    struct report report;
    small_report_final(&report);
    for (int round = 0; round < 2; round++) {
        struct batch batch = printed(*state, &report, "pdftotext -bbox report.pdf -");
        const char *page = strstr(buf_string(&batch.out), "<page "), *end;
        for (; page && (end = strstr(page, "</page>")); page = strstr(end, "<page "))
            check_page(page, end);
        batch_release(&batch);
        long_report(&report, 120);
        report.title[1] =
            "yang memuat semua indikator menurut tingkat dan bidang, dengan rencana aksinya, dan "
            "yang tidak muat pada satu baris di atas halaman berikutnya";
    }
    report_release(&report);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_every_word, setup, teardown),
        cmocka_unit_test_setup_teardown(test_same_bytes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_draft, setup, teardown),
        cmocka_unit_test_setup_teardown(test_characters, setup, teardown),
        cmocka_unit_test_setup_teardown(test_nothing_in_it, setup, teardown),
        cmocka_unit_test_setup_teardown(test_long_table, setup, teardown),
        cmocka_unit_test_setup_teardown(test_high_row, setup, teardown),
        cmocka_unit_test_setup_teardown(test_signed_rows, setup, teardown),
        cmocka_unit_test_setup_teardown(test_signed_high_row, setup, teardown),
        cmocka_unit_test_setup_teardown(test_header, setup, teardown),
        cmocka_unit_test_setup_teardown(test_places, setup, teardown),
    };
    return cmocka_run_group_tests_name("printer_pdf", tests, NULL, NULL);
}
