#include "unit/small_report.h"

static const struct report_column columns[] = {
    {"Kode", CONTENT_WORD, 8, false},         {"Indikator", CONTENT_TEXT, 40, false},
    {"Realisasi", CONTENT_NUMBER, 12, false}, {"Capaian", CONTENT_PERCENT, 10, false},
    {"Penghambat", CONTENT_TEXT, 24, true},
};
static const struct report_column units[] = {
    {"Bidang", CONTENT_TEXT, 30, false},
    {"Rata-rata", CONTENT_PERCENT, 12, false},
};

static struct report_cell text(const char *words) {
    return (struct report_cell){.kind = *words ? CELL_TEXT : CELL_BLANK, .text = words};
}

static struct report_cell number(int64_t units_of, int places) {
    return (struct report_cell){.kind = CELL_NUMBER, .text = "", .value = {units_of}, .places = places};
}

static void row(struct report *report, struct report_table *table, const struct report_cell cell[5],
                bool counts) {
    struct report_cell *to = report_add_row(report, table, REPORT_DATA);
    for (int i = 0; i < 5; i++)
        to[i] = cell[i];
    report_last_row(table)->counts = counts;
}

static void figures(struct report *report) {
    struct report_table *table = report_add_table(report, columns, 5);
    *report_add_row(report, table, REPORT_GROUP) = text("Eselon IV: sub kegiatan");
    *report_add_row(report, table, REPORT_SUBGROUP) = text("Bidang Koperasi");
    row(report, table,
        (struct report_cell[]){text("SUB-17"), text("Jumlah koperasi yang dilayani"), number(420000, 0),
                               number(1000000, 2), text("")},
        true);
    row(report, table,
        (struct report_cell[]){
            text("SUB-18"),
            text("Jumlah \"usaha\" <koperasi> & lainnya yang telah dilakukan penilaian kesehatan "
                 "menurut pedoman yang berlaku, termasuk katayangsangatpanjangsekalitanpajedasatupun"
                 "sampaiakhirbarisini"),
            number(30000, 0), number(800000, 2), text("=2+2 belum; tenaga penilai kurang")},
        true);
    row(report, table,
        (struct report_cell[]){text("SUB-19"), text("Persentase"), number(12345675000, 2), number(1300000, 2),
                               text("")},
        true);
    row(report, table,
        (struct report_cell[]){text("SUB-20"), text("Tidak diukur triwulan ini"), text("-"), text("-"),
                               text("")},
        false);
    struct report_cell *total = report_add_row(report, table, REPORT_TOTAL);
    total[0] = text("Rata-rata 3 indikator");
    total[3] = number(1000000, 2);
    report_last_row(table)->mean = (struct report_mean){.column = 3, .first = 2};
}

static void annex(struct report *report) {
    report_add(report, PART_ANNEX, "Lampiran: rata-rata per bidang");
    struct report_table *table = report_add_table(report, units, 2);
    table->chart = 1;
    struct report_cell *cell = report_add_row(report, table, REPORT_DATA);
    cell[0] = text("Bidang Koperasi");
    cell[1] = number(903000, 2);
    cell = report_add_row(report, table, REPORT_DATA);
    cell[0] = text("Bidang UMKM");
    cell[1] = text("-");
    report_add(report, PART_HEADING, "Kosong");
    report_add_table(report, units, 2);
}

void small_report(struct report *report) {
    report_init(report, "triwulan");
    report->letterhead[0] = "PEMERINTAH KABUPATEN LUWU TIMUR";
    report->letterhead[1] = "DINAS PERDAGANGAN";
    report->title[0] = "LAPORAN KINERJA TRIWULAN III";
    report->fact[report->fact_count++] = (struct report_fact){"Bidang", "Bidang Koperasi"};
    report->fact[report->fact_count++] = (struct report_fact){"Triwulan", "III (Juli - September) 2025"};
    report->draft = "DRAF";
    report->marks = "Rencana aksi: CONTOH, belum ditetapkan";
    report->bands = (struct bands){
        .band = {{"Sangat Tinggi", {910000}}, {"Tinggi", {760000}}, {"Rendah", {0}}}, .count = 3};
    report->cap = (struct cap){true, {1200000}};
    report_add(report, PART_PARAGRAPH,
               "Pada hari ini dilaporkan kinerja triwulan, yang hasilnya sebagai berikut.");
    figures(report);
    report_add(report, PART_NOTE, "Capaian dibatasi 120 di dalam rata-rata.");
    report->signature[0] = (struct report_signature){"Mengetahui,", "Kepala Dinas", "Nama Kepala, S.E.",
                                                     "Pembina", "196801011990031001"};
    report->signature[1] = (struct report_signature){"Malili, ..............................",
                                                     "Kepala Bidang Koperasi", "", "", ""};
    report->signature_count = 2;
    report_add(report, PART_SIGNATURES, "");
    annex(report);
}
