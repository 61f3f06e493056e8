/* triwulan-laporan: packed reports go in, and another program reads what comes out. */
#include "base/file.h"
#include "check.h"
#include "e2e/launch.h"
#include "e2e/shell.h"
#include "report/pack.h"
#include "unit/small_report.h"
#include <stdio.h>
#include <string.h>

/* Says all that stands in a workbook: cells with their kind, format and value (for a formula that and what it
 * was computed to), and how it is shown and printed. */
static const char reader[] =
    "import openpyxl, sys\n"
    "book, values = (openpyxl.load_workbook(sys.argv[1], data_only=only) for only in (False, True))\n"
    "print(book.properties.title, book.properties.creator, book.properties.created)\n"
    "for page in book:\n"
    "    print('==', page.title, page.freeze_panes, page.print_title_rows, page.print_area,\n"
    "          page.page_setup.orientation, page.page_setup.paperSize, "
    "page.sheet_properties.pageSetUpPr.fitToPage,\n"
    "          page.page_setup.fitToHeight, page.oddHeader.left.text, page.oddHeader.right.text, "
    "page.oddFooter.center.text)\n"
    "    print(*sorted(str(r) for r in page.merged_cells.ranges if r.min_col != 1 or r.max_col < 5))\n"
    "    if page.row_breaks.brk: print('pages end below', *(rule.id for rule in page.row_breaks.brk))\n"
    "    for row in page.iter_rows():\n"
    "        for cell in row:\n"
    "            if cell.value is None: continue\n"
    "            said = [cell.coordinate, cell.data_type, cell.value]\n"
    "            if cell.data_type != 's': said += [cell.number_format, "
    "values[page.title][cell.coordinate].value]\n"
    "            if cell.hyperlink: said += ['LINK']\n"
    "            print(*said if len(str(said[2])) < 300 else (cell.coordinate, len(said[2])))\n"
    "    for area in page.conditional_formatting:\n"
    "        for rule in area.rules:\n"
    "            print(area.sqref, rule.formula[0], rule.dxf.fill.bgColor.rgb, rule.stopIfTrue)\n"
    "    for chart in page._charts:\n"
    "        print(type(chart).__name__, chart.title.tx.rich.p[0].r[0].t, chart.legend, "
    "chart.anchor._from.row + 1,\n"
    "              chart.series[0].cat.strRef.f, chart.series[0].val.numRef.f,\n"
    "              *((axis.scaling.min, axis.scaling.max) for axis in (chart.x_axis, chart.y_axis)))\n";

#define PRINT(name) "\"$P-laporan\" --format xlsx <" name " >" name ".xlsx"
#define READ(name) PRINT(name) " 2>/dev/null && python3 baca.py " name ".xlsx"

static void keep(const char *home, const char *name, const void *data, size_t length) {
    struct buf path = {0};
    struct err err = {0};
    buf_printf(&path, "%s/%s", home, name);
    assert_true(file_replace(path.data, data, length, &err));
    buf_release(&path);
}

static void keep_report(const char *home, const char *name, struct report *report) {
    struct buf packed = {0};
    report_pack(report, &packed);
    keep(home, name, packed.data, packed.length);
    buf_release(&packed);
    report_release(report);
}

static struct report_cell *add(struct report *report, struct report_table *table, enum report_row_kind kind,
                               const char *word) {
    struct report_cell *cell = report_add_row(report, table, kind);
    cell[0] = (struct report_cell){.kind = CELL_TEXT, .text = report_keep(report, word)};
    return cell;
}

static void add_number(struct report *report, struct report_table *table, int64_t units, int places,
                       bool counts) {
    add(report, table, REPORT_DATA, "")[1] =
        (struct report_cell){.kind = CELL_NUMBER, .text = "", .value = {units}, .places = places};
    report_last_row(table)->counts = counts;
}

static void add_mean(struct report *report, struct report_table *table, int64_t units, int first) {
    add(report, table, REPORT_TOTAL, "Rata-rata")[1] =
        (struct report_cell){.kind = CELL_NUMBER, .text = "", .value = {units}, .places = 2};
    report_last_row(table)->mean = (struct report_mean){.column = 1, .first = first};
}

static void add_long_text(struct report *report, struct report_table *table) {
    struct buf text = {0};
    while (text.length < 40000)
        buf_text(&text, "sangat panjang ");
    add(report, table, REPORT_DATA, buf_string(&text));
    buf_release(&text);
}

/* Means without a cap over broken runs, numbers of all lengths, texts that want to be more, names of sheets
 * that Excel refuses. */
static void strange_report(struct report *report) {
    static const struct report_column columns[] = {{"Kata", CONTENT_TEXT, 20, false},
                                                   {"Angka", CONTENT_NUMBER, 5, false}};
    static const char *const words[] = {
        "http://contoh.id", "mailto:a@b.id", "@SUM(A1)", "{=1}", "_x0041_", "+1", "\ta"};
    report_init(report, "a/b: [c]?*");
    report->title[0] = "2025 & 2026";
    struct report_table *table = report_add_table(report, columns, 2);
    add_number(report, table, 100000, 0, true);
    add(report, table, REPORT_SUBGROUP, "Bagian");
    add_number(report, table, 200050, 0, true);
    add_number(report, table, 990000, 0, false);
    add_mean(report, table, 150000, 0);
    add_number(report, table, 300001, 3, true);
    add(report, table, REPORT_DATA, "tidak ada")[1] = (struct report_cell){.kind = CELL_TEXT, .text = "-"};
    report_last_row(table)->counts = true;
    add_mean(report, table, 200000, 0);
    add_mean(report, table, 300000, 5);
    add_number(report, table, -9999999999990000, 1, false);
    add_mean(report, table, 0, 9);
    report_add(report, PART_SIGNATURES, "");
    report_add(report, PART_ANNEX, "");
    table = report_add_table(report, columns, 2);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        add(report, table, REPORT_DATA, words[i]);
    report_add(report, PART_ANNEX, "Lampiran yang namanya terlalu panjang: satu");
    report_add(report, PART_ANNEX, "lampiran yang namanya terlalu panjang: dua");
    add_long_text(report, report_add_table(report, columns, 2));
    report->signature[0] = (struct report_signature){"", "Kepala", "", "", ""};
    report->signature[1] = report->signature[2] = report->signature[0];
    report->signature_count = 3;
}

static void add_rows(struct report *report, struct report_table *table, const char *word, int count) {
    for (int i = 0; i < count; i++)
        add(report, table, REPORT_DATA, word);
}

/* A table of `rows` in two groups, with signatures below. */
static void paged_report(struct report *report, const char *word, int first, int second) {
    static const struct report_column column = {"Kata", CONTENT_TEXT, 20, false};
    report_init(report, "halaman");
    report->title[0] = "Judul";
    struct report_table *table = report_add_table(report, &column, 1);
    add_rows(report, table, word, first);
    if (second)
        add(report, table, REPORT_GROUP, "Kelompok");
    add_rows(report, table, word, second);
    report->signature[report->signature_count++] = (struct report_signature){"", "Kepala", "", "", ""};
    report_add(report, PART_SIGNATURES, "");
}

static int setup(void **state) {
    struct report report;
    char *home = home_new();
    *state = home;
    keep(home, "baca.py", reader, sizeof reader - 1);
    small_report(&report);
    keep_report(home, "kecil", &report);
    strange_report(&report);
    keep_report(home, "aneh", &report);
    report_init(&report, "");
    keep_report(home, "kosong", &report);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static const char small_said[] =
    "LAPORAN KINERJA TRIWULAN III DINAS PERDAGANGAN 2000-01-01 00:00:00\n"
    "== Triwulan A14 $13:$13 ['$A$1:$E$31'] landscape 9 True None LAPORAN KINERJA TRIWULAN III DRAF Halaman "
    "&P dari &N\n"
    "A20:C20 A24:B24 A25:B25 A29:B29 A30:B30 A31:B31 C24:E24 C25:E25 C29:E29 C30:E30 C31:E31\n"
    "A1 s PEMERINTAH KABUPATEN LUWU TIMUR\n"
    "A2 s DINAS PERDAGANGAN\n"
    "A4 s LAPORAN KINERJA TRIWULAN III\n"
    "A5 s DRAF\n"
    "A7 s Bidang: Bidang Koperasi\n"
    "A8 s Triwulan: III (Juli - September) 2025\n"
    "A9 s Rencana aksi: CONTOH, belum ditetapkan\n"
    "A11 s Pada hari ini dilaporkan kinerja triwulan, yang hasilnya sebagai berikut.\n"
    "A13 s Kode\n"
    "B13 s Indikator\n"
    "C13 s Realisasi\n"
    "D13 s Capaian\n"
    "E13 s Penghambat\n"
    "A14 s Eselon IV: sub kegiatan\n"
    "A15 s Bidang Koperasi\n"
    "A16 s SUB-17\n"
    "B16 s Jumlah koperasi yang dilayani\n"
    "C16 n 42 [$-421]#,##0_- 42\n"
    "D16 n 100 [$-421]#,##0.00_- 100\n"
    "A17 s SUB-18\n"
    "B17 s Jumlah \"usaha\" <koperasi> & lainnya yang telah dilakukan penilaian kesehatan menurut pedoman "
    "yang berlaku, termasuk katayangsangatpanjangsekalitanpajedasatupunsampaiakhirbarisini\n"
    "C17 n 3 [$-421]#,##0_- 3\n"
    "D17 n 80 [$-421]#,##0.00_- 80\n"
    "E17 s =2+2 belum; tenaga penilai kurang\n"
    "A18 s SUB-19\n"
    "B18 s Persentase\n"
    "C18 n 1234567.5 [$-421]#,##0.00_- 1234567.5\n"
    "D18 n 130 [$-421]#,##0.00_- 130\n"
    "A19 s SUB-20\n"
    "B19 s Tidak diukur triwulan ini\n"
    "C19 s -\n"
    "D19 s -\n"
    "A20 s Rata-rata 3 indikator\n"
    "D20 f =ROUND((SUMIF(D16:D18,\"<=\"&120)+120*COUNTIF(D16:D18,\">\"&120))/(COUNT(D16:D18)),2) "
    "[$-421]#,##0.00_- "
    "100\n"
    "A22 s Capaian dibatasi 120 di dalam rata-rata.\n"
    "A24 s Mengetahui,\n"
    "C24 s Malili, ..............................\n"
    "A25 s Kepala Dinas\n"
    "C25 s Kepala Bidang Koperasi\n"
    "A29 s Nama Kepala, S.E.\n"
    "C29 s ..............................\n"
    "A30 s Pembina\n"
    "C30 s ..............................\n"
    "A31 s NIP 196801011990031001\n"
    "C31 s NIP ..............................\n"
    "D14:D20 AND(ISNUMBER(D14),D14>=91) FF92C5DE True\n"
    "D14:D20 AND(ISNUMBER(D14),D14>=76) FFF7F7F7 True\n"
    "D14:D20 ISNUMBER(D14) FFF4A582 True\n"
    "== Rata-rata per bidang A3 $2:$2 ['$A$1:$J$14'] landscape 9 True 0 LAPORAN KINERJA TRIWULAN "
    "III DRAF Halaman &P dari &N\n"
    "A13:B13\n"
    "A1 s Lampiran: rata-rata per bidang\n"
    "A2 s Bidang\n"
    "B2 s Rata-rata\n"
    "A3 s Bidang Koperasi\n"
    "B3 n 90.3 [$-421]#,##0.00_- 90.3\n"
    "A4 s Bidang UMKM\n"
    "B4 s -\n"
    "A11 s Kosong\n"
    "A12 s Bidang\n"
    "B12 s Rata-rata\n"
    "A13 s (tidak ada)\n"
    "B3:B4 AND(ISNUMBER(B3),B3>=91) FF92C5DE True\n"
    "B3:B4 AND(ISNUMBER(B3),B3>=76) FFF7F7F7 True\n"
    "B3:B4 ISNUMBER(B3) FFF4A582 True\n"
    "BarChart Rata-rata per Bidang None 2 'Rata-rata per bidang'!$A$3:$A$4 'Rata-rata "
    "per bidang'!$B$3:$B$4 (None, None) (0.0, 120.0)\n";

static const char strange_said[] =
    "2025 & 2026 None 2000-01-01 00:00:00\n"
    "== A-b- -c--- A5 $4:$4 ['$A$1:$H$25'] landscape 9 True 0 2025 && 2026  Halaman &P dari &N\n"
    "A6:B6 B18:D18 B19:D19 B23:D23 B24:D24 B25:D25 E18:H18 E19:H19 E23:H23 E24:H24 E25:H25\n"
    "A2 s 2025 & 2026\n"
    "A4 s Kata\n"
    "B4 s Angka\n"
    "B5 n 10 [$-421]#,##0_- 10\n"
    "A6 s Bagian\n"
    "B7 n 20.005 [$-421]#,##0.000_- 20.005\n"
    "B8 n 99 [$-421]#,##0_- 99\n"
    "A9 s Rata-rata\n"
    "B9 f =ROUND((SUM(B5:B7))/(COUNT(B5:B7)),2) [$-421]#,##0.00_- 15\n"
    "B10 n 30.0001 [$-421]#,##0.0000_- 30.0001\n"
    "A11 s tidak ada\n"
    "B11 s -\n"
    "A12 s Rata-rata\n"
    "B12 f =ROUND((SUM(B5:B7)+SUM(B10:B10))/(COUNT(B5:B7)+COUNT(B10:B10)),2) [$-421]#,##0.00_- 20\n"
    "A13 s Rata-rata\n"
    "B13 f =ROUND((SUM(B10:B10))/(COUNT(B10:B10)),2) [$-421]#,##0.00_- 30\n"
    "B14 n -999999999999 [$-421]#,##0.0_- -999999999999\n"
    "A15 s Rata-rata\n"
    "B15 n 0 [$-421]#,##0.00_- 0\n"
    "A19 s Kepala\n"
    "B19 s Kepala\n"
    "E19 s Kepala\n"
    "A23 s ..............................\n"
    "B23 s ..............................\n"
    "E23 s ..............................\n"
    "A24 s ..............................\n"
    "B24 s ..............................\n"
    "E24 s ..............................\n"
    "A25 s NIP ..............................\n"
    "B25 s NIP ..............................\n"
    "E25 s NIP ..............................\n"
    "== Lampiran A3 $2:$2 ['$A$1:$J$10'] landscape 9 True 0 2025 && 2026  Halaman &P dari &N\n"
    "\n"
    "A2 s Kata\n"
    "B2 s Angka\n"
    "A3 s http://contoh.id\n"
    "A4 s mailto:a@b.id\n"
    "A5 s @SUM(A1)\n"
    "A6 s {=1}\n"
    "A7 s _x0041_\n"
    "A8 s +1\n"
    "A9 s \ta\n"
    "== Lampiran yang namanya terlalu None None ['$A$1:$K$1'] landscape 9 True 0 2025 && 2026  Halaman &P "
    "dari &N\n"
    "\n"
    "A1 s Lampiran yang namanya terlalu panjang: satu\n"
    "== Lampiran yang namanya (2) A3 $2:$2 ['$A$1:$J$4'] landscape 9 True 0 2025 && 2026  Halaman &P "
    "dari &N\n"
    "\n"
    "A1 s lampiran yang namanya terlalu panjang: dua\n"
    "A2 s Kata\n"
    "B2 s Angka\n"
    "A3 32767\n";

static void test_everything(void **state) {
    static const struct step steps[] = {{READ("kecil"), 0, small_said, ""}};
    SHELL_STEPS(*state, steps);
}

static void test_strange(void **state) {
    static const struct step steps[] = {
        {READ("aneh"), 0, strange_said, ""},
        {READ("kosong") " | sed -n 2p", 0, "...== Lampiran None None", ""},
    };
    SHELL_STEPS(*state, steps);
}

/* A page takes 475 points, from its second on less 15 for the header: three rows of running text at 16 and
 * the header at 15 stand before the first row.
 *
 *   halaman   63 + 26 rows at 15 = 453, a heading 469, a row more 484: the heading goes to the second page.
 * There 15 + 16 + 28 at 15 = 451, two blank rows 483: the signatures take two rows with them jangkung  63 +
 * two rows at 25 lines of 12 and 3 = 669: they, to which signatures hold, get a page, on which one of them is
 * too much; and 15 + 303 + 16 + nine rows to sign in at 16 = 478, so those go on whole */
static void test_pages(void **state) {
    static const struct step steps[] = {
        {READ("halaman") " | grep 'pages end'", 0, "pages end below 30 57\n", ""},
        {READ("jangkung") " | grep 'pages end'", 0, "pages end below 3 5 7\n", ""},
    };
    struct report report;
    paged_report(&report, "kata", 26, 28);
    keep_report(*state, "halaman", &report);
    paged_report(&report, "k\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk\nk", 2, 0);
    keep_report(*state, "jangkung", &report);
    SHELL_STEPS(*state, steps);
}

/* Whatever the clock, the zone and the country say. */
static void test_same_bytes(void **state) {
    static const struct step steps[] = {
        {PRINT("kecil") " 2>/dev/null && mv kecil.xlsx a && export TZ=Asia/Makassar LC_ALL=C TMPDIR=/nowhere "
                        "&& " PRINT("kecil") " 2>/dev/null && cmp a kecil.xlsx",
         0, "", ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_progress(void **state) {
    static const struct report_column column = {"Kata", CONTENT_TEXT, 20, false};
    static const struct step steps[] = {
        {PRINT("kecil"), 0, "", "1/9\n2/9\n3/9\n4/9\n5/9\n6/9\n7/9\n8/9\n9/9\n"},
        {PRINT("kosong"), 0, "", ""},
        {PRINT("panjang") " 2>maju; sed -n -e 1p -e '$p' maju; wc -l <maju", 0, "30/3000\n3000/3000\n100\n",
         ""},
    };
    struct report report;
    report_init(&report, "panjang");
    struct report_table *table = report_add_table(&report, &column, 1);
    for (int i = 0; i < 3000; i++)
        add(&report, table, REPORT_DATA, "kata");
    keep_report(*state, "panjang", &report);
    SHELL_STEPS(*state, steps);
}

static void test_refused(void **state) {
    static const struct step steps[] = {
        {"\"$P-laporan\"", 2, "", "...Cara pakai: triwulan-laporan --format xlsx"},
        {"\"$P-laporan\" --format odt <kecil", 2, "", "...Cara pakai: "},
        {"\"$P-laporan\" --help", 0, "...Cara pakai: triwulan-laporan --format xlsx", ""},
        {"\"$P-laporan\" --version", 0, "...triwulan-laporan ", ""},
        {"echo bukan | \"$P-laporan\" --format xlsx", 1, "",
         "triwulan-laporan: yang diterima bukan laporan dari triwulan versi ini; pasang ulang keduanya\n"},
        {"head -c 500 kecil | \"$P-laporan\" --format xlsx", 1, "",
         "triwulan-laporan: laporan yang diterima rusak atau terpotong; buat laporan sekali lagi\n"},
        {"\"$P-laporan\" --format xlsx <kecil 2>&1 >/dev/full | tail -n 1", 0,
         "...triwulan-laporan: laporan tidak tertulis seluruhnya: ", ""},
        {"\"$P-laporan\" --format xlsx <kecil >/dev/full 2>/dev/null", 1, "", ""},
    };
    SHELL_STEPS(*state, steps);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_everything, setup, teardown),
        cmocka_unit_test_setup_teardown(test_strange, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pages, setup, teardown),
        cmocka_unit_test_setup_teardown(test_same_bytes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_progress, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
