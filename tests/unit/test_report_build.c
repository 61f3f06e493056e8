/* How reports are made of one reading: what is refused, and what their parts say. The figures themselves are in
 * tests/e2e/test_report.c. */
#include "check.h"
#include "report/build.h"
#include "report/formats.h"
#include "unit/desk.h"
#include "unit/planted.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static struct report_request request_of(enum report_kind kind, const char *unit, int number) {
    return (struct report_request){.kind = kind,
                                   .unit = unit ? small_office_unit(unit) : NULL,
                                   .quarter = desk_quarter(number),
                                   .number = ""};
}

/* As lines, as `csv-excel` has them. */
static struct buf made_at(struct office *office, struct report_request request) {
    struct report report;
    struct buf lines = {0};
    struct err err;
    if (!report_build(office, &request, &report, &err))
        fail_msg("%s", err.text);
    report_write_csv(&report, true, &lines);
    report_release(&report);
    return lines;
}

static struct buf made(const char *login, enum report_kind kind, const char *unit, int number) {
    return made_at(desk_of(login), request_of(kind, unit, number));
}

static void expect(struct buf *lines, const char *text) {
    if (!strstr(buf_string(lines), text))
        fail_msg("\"%s\" is not in:\n%s", text, buf_string(lines));
}

static void refused(const char *login, struct report_request request, enum err_kind kind, const char *text) {
    struct report report;
    struct err err = {0};
    assert_false(report_build(desk_of(login), &request, &report, &err));
    report_release(&report);
    assert_int_equal(err.kind, kind);
    if (!strstr(err.text, text))
        fail_msg("%s", err.text);
}

static void refuses_what_cannot_be_made(void **state) {
    (void)state;
    refused("operator", request_of(REPORT_QUARTER, "sekretariat", 1), ERR_DENIED, "isian Sekretariat hanya");
    refused("verifikator", request_of(REPORT_MINUTES, NULL, 1), ERR_USAGE, "laporan berita-acara dibuat per");
    refused("verifikator", request_of(REPORT_MINUTES, "koperasi", 1), ERR_INVALID, "belum diperiksa");
    refused("pembaca", request_of(REPORT_MINUTES, "koperasi", 1), ERR_DENIED, "belum disahkan");
}

/* Each bidang is reviewed once: its sentence counts what the table behind the sentences lists. */
static void what_is_missing_is_told_and_listed(void **state) {
    (void)state;
    desk_fill(1);
    desk_type(desk_of("operator"), REPORTS, 2, "375");
    struct buf lines = made("verifikator", REPORT_MISSING, NULL, 2);
    expect(&lines, "\"Bidang Koperasi: kurang 4 isian, 1 bukti, batas 1 Desember 2025\"\r\n"
                   "\"Sekretariat: kurang 1 isian, batas 1 Desember 2025\"\r\n"
                   "\r\n"
                   "kelompok;Kode;Indikator;Yang kurang\r\n"
                   "Bidang Koperasi;K-LAPORAN;Jumlah laporan;bukti wajib kurang 1\r\n"
                   "Bidang Koperasi;K-ORANG;Jumlah orang;belum diisi\r\n"
                   "Bidang Koperasi;K-PRODUK;Jumlah produk;belum diisi\r\n"
                   "Bidang Koperasi;K-ADUAN;Jumlah aduan;belum diisi\r\n"
                   "Bidang Koperasi;K-PERSEN;Persentase;belum diisi\r\n"
                   "Sekretariat;S-SURAT;Jumlah surat;belum diisi\r\n");
    buf_release(&lines);
}

static void who_lacks_nothing_has_no_heading(void **state) {
    (void)state;
    desk_fill(1);
    struct buf lines = made("verifikator", REPORT_MISSING, NULL, 1);
    expect(&lines, "Bidang Koperasi: lengkap");
    expect(&lines, "kelompok;Kode;Indikator;Yang kurang\r\nSekretariat;" SECRETARIAT ";");
    buf_release(&lines);
}

/* Where several rows follow each other, the heading stands over the first. */
static void a_bidang_has_one_heading(void **state) {
    (void)state;
    const struct report_request request = request_of(REPORT_MISSING, "koperasi", 1);
    struct report report;
    struct err err;
    assert_true(report_build(desk_of("atasan"), &request, &report, &err));
    const struct report_table *table = report_part_at(&report, report.part.count - 1)->table;
    assert_int_equal(table->row.count, 6);
    for (int i = 0; i < table->row.count; i++)
        assert_int_equal(report_row_at(table, i)->kind, i == 0 ? REPORT_GROUP : REPORT_DATA);
    report_release(&report);
}

/* By level, whatever the catalogue's order; the mean in the column of the achievement that it takes. */
static void means_stand_in_the_column_they_take(void **state) {
    (void)state;
    struct config to_date = *small_office();
    to_date.rules.average_basis = AVERAGE_TO_DATE;
    desk_fill(1);
    struct buf lines = made("atasan", REPORT_QUARTER, "koperasi", 1);
#define IKU "Eselon II: Indikator Kinerja Utama;"
    expect(&lines, ";Keterangan\r\n" IKU
                   "K-PERSEN;;Persentase;%;0,15;0,15;0,15;100,00;100,00;0,15;100,00;100,00;;;;;\r\n" IKU
                   "Rata-rata Indikator Kinerja Utama dari 1 indikator;;;;;;;;100,00;;;;;;;;\r\n"
                   "Eselon III: Program;K-DOKUMEN;");
    buf_release(&lines);
    lines = made_at(desk_under(&to_date, "atasan"), request_of(REPORT_QUARTER, "koperasi", 1));
    expect(&lines, "\r\n" IKU "Rata-rata Indikator Kinerja Utama dari 1 indikator;;;;;;;;;;100,00;;;;;;\r\n");
    buf_release(&lines);
    desk_leave();
}

/* One earlier quarter that is not ratified is enough, whichever it is. */
static void a_reader_is_told_nothing_to_date(void **state) {
    (void)state;
    plant_step("koperasi", desk_quarter(2), STAGE_RATIFIED);
    struct buf lines = made("pembaca", REPORT_QUARTER, "koperasi", 3);
    expect(&lines, "Bidang Koperasi: TW I belum disahkan; angka s.d. TW belum dapat dibaca");
    buf_release(&lines);
}

/* What is not there does not fit, whatever was said about the figure. */
static void what_is_checked_is_said_of_what_is_there(void **state) {
    (void)state;
    static const char *const typed[][2] = {
        {REPORTS, "375"}, {PEOPLE, "28"}, {PRODUCTS, "3"}, {COMPLAINTS, "5"}, {SHARE, "0,15"}};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        desk_type(desk_of("operator"), typed[i][0], 1, typed[i][1]);
    desk_attach(desk_of("operator"), PEOPLE, 1, "Daftar orang");
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, 1);
    desk_check(1);
    struct buf lines = made("verifikator", REPORT_CHECKLIST, "koperasi", 1);
    expect(&lines, "K-LAPORAN;Jumlah laporan;Laporan koperasi;tidak;;\r\n");
    expect(&lines, "K-ORANG;Jumlah orang;Daftar orang;ada;ya;\r\n");
    expect(&lines, "K-PRODUK;Jumlah produk;;;ya;\r\n");
    expect(&lines, "K-DOKUMEN;Jumlah dokumen;(tidak diukur);;;\r\n");
    buf_release(&lines);
}

static void plant_document(int number, struct dossier dossier) {
    struct record record = planted_record(RECORD_DOCUMENT, "renstra", desk_quarter(number));
    record.dossier = dossier;
    desk_plant(&record);
}

/* Another quarter's document goes on; a handing over is none. */
static void annexes_say_what_stands(void **state) {
    (void)state;
    struct record handed = planted_record(RECORD_HANDOVER, "inspektorat", desk_quarter(2));
    plant_document(1, (struct dossier){.present = true, .date = {2025, 2, 1}, .place = "lemari 1"});
    plant_document(2, (struct dossier){.present = true, .still_valid = true});
    handed.handover = (struct handover){.date = {2025, 8, 19}, .letter = "12/A"};
    desk_plant(&handed);
    struct buf lines = made("perencana", REPORT_QUARTER, NULL, 2);
    expect(&lines, "\r\nRenstra;masih berlaku;01-02-2025;lemari 1\r\nPerjanjian Kinerja;belum;;\r\n");
    expect(&lines, "\r\nPimpinan;;\r\nBAPPELITBANGDA;;\r\nInspektorat;19-08-2025;12/A\r\n");
    buf_release(&lines);
}

/* The mean of all is that of all indicators, not of the bidang: (100 + 100 + 120) / 3, as 200 counts as 120. */
static void the_summary_adds_up(void **state) {
    (void)state;
    desk_fill(1);
    desk_type(desk_of("operator2"), SECRETARIAT, 1, "2");
    struct buf lines = made("perencana", REPORT_QUARTER, NULL, 1);
    expect(&lines, "\r\nBidang Koperasi;100,00;1;-;0;100,00;2;100,00;2;100,00;;5;6;1;1;belum diajukan\r\n"
                   "Sekretariat;-;0;-;0;-;0;120,00;1;120,00;;1;1;0;0;belum diajukan\r\n"
                   "Semua bidang;100,00;1;-;0;100,00;2;106,67;3;102,22;;6;7;1;1;\r\n");
    buf_release(&lines);
    lines = made("operator", REPORT_QUARTER, NULL, 1); /* reads one bidang, and so asks for it */
    expect(&lines, "\r\nBidang: Bidang Koperasi\r\n");
    assert_null(strstr(buf_string(&lines), "Semua bidang"));
    buf_release(&lines);
}

/* What it names is the state of the figures above it. */
static void minutes_name_the_trail_of_their_figures(void **state) {
    (void)state;
    char trail[160], hex[DIGEST_HEX_MAX];
    struct digest digest;
    struct err err;
    desk_fill(1);
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, 1);
    desk_check(1);
    struct reading reading = desk_read(desk_of("verifikator"), KINDS_ALL);
    const uint64_t position = reading.trail.position;
    reading_release(&reading);
    assert_true(office_digest(desk_of("verifikator"), position, &digest, &err));
    digest_print(&digest, hex);
    snprintf(trail, sizeof trail, "Jejak: catatan ke-%" PRIu64 ", SHA-256 %s", position, hex);
    struct buf lines = made("verifikator", REPORT_MINUTES, "koperasi", 1);
    expect(&lines, trail);
    buf_release(&lines);
}

#define AT_A_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_A_DESK(refuses_what_cannot_be_made),
        AT_A_DESK(what_is_missing_is_told_and_listed),
        AT_A_DESK(who_lacks_nothing_has_no_heading),
        AT_A_DESK(a_bidang_has_one_heading),
        AT_A_DESK(means_stand_in_the_column_they_take),
        AT_A_DESK(a_reader_is_told_nothing_to_date),
        AT_A_DESK(what_is_checked_is_said_of_what_is_there),
        AT_A_DESK(annexes_say_what_stands),
        AT_A_DESK(the_summary_adds_up),
        AT_A_DESK(minutes_name_the_trail_of_their_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
