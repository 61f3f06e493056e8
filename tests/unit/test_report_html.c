/* `html`: well-formed, escaped, alone; and the same words as everywhere. */
#include "check.h"
#include "report/formats.h"
#include "unit/report_help.h"
#include "unit/small_report.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 32, TAG_MAX = 16 };

static void written(struct buf *out, void (*fill)(struct report *report)) {
    struct report report;
    fill(&report);
    report_write_html(&report, out);
    report_release(&report);
}

static void check_has(const struct buf *out, const char *const *part) {
    for (; *part; part++)
        if (!strstr(buf_string(out), *part))
            fail_msg("missing: %s", *part);
}

/* Every element is closed in its order, but those HTML never closes. */
static void check_nesting(const char *page) {
    static const char never_closed[] = "<meta <br <hr <!DOCTYPE ";
    char open[DEPTH_MAX][TAG_MAX];
    int depth = 0;
    for (const char *at = page; (at = strchr(at, '<')); at++) {
        char tag[TAG_MAX + 3];
        bool closes = at[1] == '/';
        const char *name = at + 1 + closes;
        size_t length = strcspn(name, " >");
        assert_true(length > 0 && length < TAG_MAX);
        snprintf(tag, sizeof tag, "<%.*s ", (int)length, name);
        if (strstr(never_closed, tag))
            continue;
        if (!closes) {
            assert_true(depth < DEPTH_MAX);
            memcpy(open[depth++], tag, length + 3);
        } else {
            assert_true(depth > 0);
            assert_string_equal(open[--depth], tag);
        }
    }
    assert_int_equal(depth, 0);
}

static void stands_alone(void **state) {
    (void)state;
    static const char *const foreign[] = {"<script", "<link", "<img", "http", "src=", "url(", "@import"};
    static const char head[] = "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n"
                               "<title>LAPORAN KINERJA TRIWULAN III</title>\n<style>";
    struct buf out = {0};
    written(&out, small_report);
    check_nesting(buf_string(&out));
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        assert_null(strstr(buf_string(&out), foreign[i]));
    assert_ptr_equal(strstr(buf_string(&out), head), out.data);
    buf_release(&out);
}

static void says_everything(void **state) {
    (void)state;
    static const char *const part[] = {
        "<p align=\"center\"><b>PEMERINTAH KABUPATEN LUWU TIMUR<br>\nDINAS PERDAGANGAN</b></p>\n<hr>\n",
        "<h1 align=\"center\">LAPORAN KINERJA TRIWULAN III</h1>\n",
        "<p align=\"center\"><b>DRAF</b></p>\n"
        "<p align=\"center\"><i>Rencana aksi: CONTOH, belum ditetapkan</i></p>\n",
        "<tr><td width=\"15%\">Triwulan</td><td>: III (Juli - September) 2025</td></tr>\n",
        "<p>Pada hari ini dilaporkan kinerja triwulan, yang hasilnya sebagai berikut.</p>\n",
        "<table class=\"data\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\" "
        "width=\"100%\">\n<thead>\n<tr>"
        "<th align=\"center\" width=\"6%\">Kode</th><th align=\"center\" width=\"49%\">Indikator</th>"
        "<th align=\"center\" width=\"11%\">Realisasi</th><th align=\"center\" width=\"8%\">Capaian</th>"
        "<th align=\"center\" width=\"26%\">Penghambat</th>",
        "<tbody valign=\"top\">\n<tr><td colspan=\"5\" align=\"left\"><b>Eselon IV: sub "
        "kegiatan</b></td></tr>\n"
        "<tr><td colspan=\"5\" align=\"left\"><i>Bidang Koperasi</i></td></tr>\n",
        "<td align=\"left\">Jumlah &quot;usaha&quot; &lt;koperasi&gt; &amp; lainnya yang telah",
        "<td align=\"right\" nowrap>3</td>"
        "<td align=\"right\" nowrap bgcolor=\"#F7F7F7\" style=\"background: #F7F7F7\">80,00</td>"
        "<td align=\"left\">=2+2 belum; tenaga penilai kurang</td></tr>\n",
        "<td align=\"right\" nowrap>1.234.567,50</td>",
        "<td align=\"right\" nowrap>-</td><td align=\"right\" nowrap>-</td><td align=\"left\"></td></tr>\n",
        "<tr><td colspan=\"3\" align=\"left\"><b>Rata-rata 3 indikator</b></td>"
        "<td align=\"right\" nowrap bgcolor=\"#92C5DE\" style=\"background: #92C5DE\">100,00</td>",
        "<p class=\"catatan\"><small>Capaian dibatasi 120 di dalam rata-rata.</small></p>\n",
        "<h2 class=\"lampiran\">Lampiran: rata-rata per bidang</h2>\n",
        ">0 - 120</th></tr>\n",
        ">90,30</td><td align=\"left\" nowrap>███████████████░░░░░</td></tr>\n",
        "<h2>Kosong</h2>\n",
        "<tbody valign=\"top\">\n<tr><td colspan=\"2\" align=\"left\"><i>(tidak "
        "ada)</i></td></tr>\n</tbody>\n</table>\n",
        "<td align=\"left\" bgcolor=\"#F7F7F7\" style=\"background: #F7F7F7\">"
        "Tinggi ≥ 76 s.d. &lt; 91</td>",
        "<td align=\"center\">Malili, ..............................<br>\nKepala Bidang Koperasi"
        "<br><br><br><br>\n..............................<br>\n..............................<br>\nNIP "
        "..............................</td>",
        NULL,
    };
    struct buf out = {0};
    written(&out, small_report);
    check_has(&out, part);
    buf_release(&out);
}

/* Everywhere a text may stand, each with all that HTML takes for its own. */
static void fill_with_signs(struct report *report) {
    static const char signs[] = "&<>\"'";
    static const struct report_column column[] = {{"&<>\"'", CONTENT_TEXT, 10, false}};
    report_init(report, "triwulan");
    report->letterhead[0] = report->title[0] = report->draft = report->marks = signs;
    report->fact[report->fact_count++] = (struct report_fact){signs, signs};
    for (int kind = PART_ANNEX; kind < PART_TABLE; kind++)
        report_add(report, (enum report_part_kind)kind, signs);
    struct report_table *table = report_add_table(report, column, 1);
    for (int kind = REPORT_DATA; kind <= REPORT_TOTAL; kind++)
        add_words(report, table, (enum report_row_kind)kind, (const char *const[]){signs});
    report->signature[report->signature_count++] =
        (struct report_signature){signs, signs, signs, signs, signs};
    report_add(report, PART_SIGNATURES, "");
}

/* The title twice (<title>, <h1>) and 19 more. */
static void escapes_every_text(void **state) {
    (void)state;
    static const char escaped[] = "&amp;&lt;&gt;&quot;&#39;";
    struct buf out = {0};
    int count = 0;
    written(&out, fill_with_signs);
    check_nesting(buf_string(&out));
    for (const char *at = buf_string(&out); (at = strstr(at, escaped)); at += strlen(escaped))
        count++;
    assert_int_equal(count, 21);
    assert_null(strstr(buf_string(&out), "&<"));
    assert_null(strstr(buf_string(&out), "\"'"));
    buf_release(&out);
}

static void fill_with_nothing(struct report *report) {
    report_init(report, "triwulan");
}

static void an_empty_report_is_a_page(void **state) {
    (void)state;
    static const char *const part[] = {"<title>triwulan</title>\n", "</head>\n<body>\n</body>\n</html>\n",
                                       NULL};
    struct buf out = {0};
    written(&out, fill_with_nothing);
    check_nesting(buf_string(&out));
    check_has(&out, part);
    buf_release(&out);
}

static void check_cells(const char *row, const char *end, int columns) {
    int count = 0;
    for (const char *at = row; (at = strstr(at, "<t")) && at < end; at++) {
        bool across = strncmp(at, "<td colspan=\"", 13) == 0;
        if (strncmp(at, "<td", 3) == 0 || strncmp(at, "<th ", 4) == 0)
            count += across ? (int)strtol(at + 13, NULL, 10) : 1;
    }
    assert_int_equal(count, columns);
}

/* A table with bars and a row of every kind, and one without rows. */
static void fill_with_bars(struct report *report) {
    static const struct report_column column[] = {
        {"Bidang", CONTENT_TEXT, 30, false},
        {"Capaian", CONTENT_PERCENT, 12, false},
    };
    report_init(report, "triwulan");
    struct report_table *table = report_add_table(report, column, 2);
    table->chart = 1;
    for (int kind = REPORT_DATA; kind <= REPORT_TOTAL; kind++)
        add_words(report, table, (enum report_row_kind)kind, (const char *const[]){"A", ""});
    report_add_table(report, column, 2)->chart = 1;
}

/* Word processors shift what follows a row with too few cells. */
static void every_row_has_all_columns(void **state) {
    (void)state;
    static const struct {
        void (*fill)(struct report *report);
        int columns[3]; /* of each table, its bars one more */
    } cases[] = {{small_report, {5, 3, 2}}, {fill_with_bars, {3, 3}}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        written(&out, cases[i].fill);
        const char *at = buf_string(&out);
        for (int table = 0; (at = strstr(at, "<thead>")); table++) {
            const char *end = strstr(at, "</table>");
            for (const char *row = at; (row = strstr(row, "<tr>")) && row < end; row++)
                check_cells(row, strstr(row, "</tr>"), cases[i].columns[table]);
            at = end;
        }
        buf_release(&out);
    }
}

static void fill_with_columns(struct report *report) {
    static const struct report_column column[] = {
        {"Kode", CONTENT_WORD, 8, false},        {"Indikator", CONTENT_TEXT, 30, false},
        {"Satuan", CONTENT_TEXT, 9, false},      {"Target I", CONTENT_NUMBER, 9, false},
        {"Real. I", CONTENT_NUMBER, 9, false},   {"Target II", CONTENT_NUMBER, 9, false},
        {"Real. II", CONTENT_NUMBER, 9, false},  {"Capaian", CONTENT_PERCENT, 8, false},
        {"Predikat", CONTENT_TEXT, 9, false},    {"Penghambat", CONTENT_TEXT, 15, false},
        {"Keterangan", CONTENT_TEXT, 15, false},
    };
    char word[301] = "";
    memset(word, 'a', sizeof word - 1);
    report_init(report, "triwulan");
    struct report_cell *cell = report_add_row(report, report_add_table(report, column, 11), REPORT_DATA);
    cell[0] = words("SUB-01");
    cell[1] = words("orang/bulan yang-berulang-ulang dan tanpa akhir");
    cell[3] = amount(9999999999999999, 4);
    cell[10] = words(report_keep(report, word));
}

/* Column 10 has what its title needs, (10 + 2) / 190, and its share of what is left over: as wide as 11 of
 * 100, which hold 19 letters. The figure is not broken, nor are words that fit. */
static void many_columns_fit_the_page(void **state) {
    (void)state;
    static const char *const part[] = {
        ".kecil { font-size: 7pt; }\n",
        "<th class=\"kecil\" align=\"center\" width=\"5%\">Kode</th>",
        ">orang/bulan yang-berulang-ulang dan tanpa akhir</td>",
        "<td class=\"kecil\" align=\"right\" nowrap>999.999.999.999,9999</td>",
        NULL,
    };
    struct buf out = {0};
    int whole = 0, places = 0;
    written(&out, fill_with_columns);
    check_has(&out, part);
    for (const char *at = buf_string(&out); (at = strstr(at, " width=\"")); at++)
        whole += (int)strtol(at + 8, NULL, 10);
    assert_int_equal(whole, 2 * 100); /* the columns', and the table's own */
    for (const char *at = buf_string(&out); (at = strstr(at, "a\u200Ba")); at++)
        places++;
    assert_int_equal(places, 15);
    buf_release(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stands_alone),
        cmocka_unit_test(says_everything),
        cmocka_unit_test(escapes_every_text),
        cmocka_unit_test(an_empty_report_is_a_page),
        cmocka_unit_test(every_row_has_all_columns),
        cmocka_unit_test(many_columns_fit_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
