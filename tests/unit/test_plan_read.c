/* An office's action plan as spreadsheets write it: which column is which, how its figures are read, what is
 * refused and what is assumed. */
#include "check.h"
#include "config/config_field.h"
#include "config/config_internal.h"
#include "plan/plan_read.h"
#include "unit/config_help.h"
#include <stdio.h>
#include <string.h>

static struct loaded office;

static int begin(void **state) {
    (void)state;
    office = load_from("tests/unit/data/config-example");
    return office.ok ? 0 : -1;
}

static int end(void **state) {
    (void)state;
    loaded_release(&office);
    return 0;
}

struct plan_reading {
    struct plan_result result;
    struct buf problems;
    bool good;
};

static struct plan_reading read_bytes(const char *data, size_t length) {
    struct plan_reading reading = {0};
    const struct plan_input input = {
        .name = "r.csv", .data = data, .length = length, .config = &office.config, .this_year = 2024};
    reading.good = plan_read(&input, &reading.result, &reading.problems);
    return reading;
}

static struct plan_reading read_text(const char *text) {
    return read_bytes(text, strlen(text));
}

static void reading_release(struct plan_reading *reading) {
    plan_result_release(&reading->result);
    buf_release(&reading->problems);
}

#define LEVEL_OPEN                                                                                           \
    "tingkat belum jelas; tulis IKU, Program, Kegiatan atau Sub Kegiatan di baris tersendiri di atasnya, "   \
    "di kolom Tingkat, atau sebagai awal Kode (KEG-01): "

/* What is read without problems the catalogue's own reader takes, too. */
static void assert_loads(const struct plan_result *result) {
    struct config_part part = {.config = &office.config, .complete = true, .file_count = 1};
    struct buf text = {0};
    struct buf problems = {0};
    catalogue_write(&result->catalogue, NULL, result->assumed, &text);
    const struct yaml_input input = {.name = "k.yaml", .data = buf_string(&text), .length = text.length};
    yaml_read(&input, catalogue_read, &part, &problems);
    assert_string_equal(buf_string(&problems), "");
    buf_release(&problems);
    buf_release(&text);
}

/* "kode tingkat|sasaran|uraian|satuan|target|bidang|agregasi|tw,tw,tw,tw", decimals marked with a '+'. */
static void print_indicator(struct buf *out, const struct indicator *indicator) {
    char text[DECIMAL_TEXT_MAX];
    decimal_print_plain(indicator->plan.annual, 0, text);
    buf_printf(out, "%s %s|%s|%s|%s%s|%s|%s|%s|", indicator->code, level_words.term[indicator->level].word,
               indicator->objective, indicator->description, indicator->measure.name,
               indicator->measure.decimals && !indicator->measure.percent ? "+" : "", text,
               indicator->unit->code, aggregation_words.term[indicator->plan.aggregation].word);
    for (int i = 0; i < QUARTERS; i++) {
        figure_print_plain(indicator->plan.target[i], 0, text);
        buf_printf(out, "%s%s", i ? "," : "",
                   indicator->plan.target[i].kind == FIGURE_NOT_MEASURED ? "-" : text);
    }
    buf_byte(out, '\n');
}

static void assert_reads(const char *data, const char *indicators) {
    struct plan_reading reading = read_text(data);
    struct buf printed = {0};
    assert_string_equal(buf_string(&reading.problems), "");
    assert_true(reading.good);
    for (int i = 0; i < reading.result.catalogue.count; i++)
        print_indicator(&printed, &reading.result.catalogue.indicator[i]);
    assert_string_equal(buf_string(&printed), indicators);
    assert_loads(&reading.result);
    buf_release(&printed);
    reading_release(&reading);
}

static void headings_are_matched_leniently(void **state) {
    (void)state;
    static const char wanted[] = "IKU-01 iku|S|U|dokumen|4|koperasi|jumlah|1,1,1,1\n";
    static const char *const sheets[] = {
        "kode,tingkat,sasaran,uraian,satuan,target,bidang,agregasi,polaritas,tw1,tw2,tw3,tw4\n"
        "IKU-01,iku,S,U,dokumen,4,koperasi,jumlah,naik,1,1,1,1\n",
        "No;KODE;Eselon;Sasaran Strategis;Indikator Kinerja/Uraian;Satuan;Target 2025;TW I;TW II;TW III;TW "
        "IV;Bidang/Penanggung jawab;Keterangan\n"
        "1;IKU-01;Eselon II;S;U;dokumen;4;1;1;1;1;Kepala Bidang Koperasi;x\n",
        "Penanggung-jawab\tTriwulan 1\tTriwulan 2\tTriwulan 3\tTriwulan 4\tTARGET (Tahun)\tsatuan "
        "\tIndikator\tSasaran\tKode\n"
        "Bidang Koperasi\t1\t1\t1\t1\t4\tdokumen\tU\tS\tIKU-01\n",
        /* titles above, two lines of headings, columns numbered, merged cells, headings again */
        "RENCANA AKSI;;;;;;;;;\nDINAS, 2026;;;;;;;;;\n;;;;;;;;;\n"
        "Sasaran;Indikator;Kode;Satuan;\"Target\nKinerja\";Target Triwulan;;;;PIC\n;;;;;I;II;III;IV;\n"
        "(1);(2);(3);(4);(5);(6);(7);(8);(9);(10)\nINDIKATOR KINERJA UTAMA;;;;;;;;;\n"
        "Sasaran;Indikator;Kode;Satuan;Target;I;II;III;IV;PIC\n"
        "S;U;IKU-01;dokumen;4;1;1;1;1;KOPERASI\n",
        /* a separator that the first line does not show */
        "sep=;\nKode;Sasaran;Indikator;Satuan;Target;Bidang;TW1;TW2;TW3;TW4\n"
        "IKU-01;S;U;dokumen;4;koperasi;1;1;1;1\n",
        /* figures of what was done stand beside the targets */
        "Kode;Sasaran;Indikator;Satuan;Target;Triwulan;;;;Realisasi Triwulan;;;;Bidang\n"
        ";;;;;I;II;III;IV;I;II;III;IV;\nIKU-01;S;U;dokumen;4;1;1;1;1;9;9;9;9;koperasi\n",
        /* a second line that names no more columns, repeated on the next page */
        "Kode;Sasaran;Indikator Kinerja Sub Kegiatan;Satuan;Target;Realisasi;;TW 1;TW 2;TW 3;TW 4;"
        "Penanggungjawab\n;;;;;Fisik;Keuangan;;;;;\nIKU-01;S;U;dokumen;4;9;9;1;1;1;1;koperasi\n"
        "Kode;Sasaran;Indikator;Satuan;Target;Realisasi;;TW 1;TW 2;TW 3;TW 4;PIC\n;;;;;Fisik;Keuangan;;;;;\n",
        "Kode Rek;Sasaran;Indikator Kinerja Program;Target Kinerja;;TW I;;TW II;;TW III;;TW IV;;PIC\n"
        ";;;Volume;Satuan;Target;Realisasi;Rencana;Realisasi;Target;Realisasi;Fisik;Keuangan;\n"
        "IKU-01;S;U;4;dokumen;1;9;1;9;1;9;1;9;koperasi\n",
        "Kode Rekening;Sasaran;Indikator Kinerja Kegiatan;Target Tahun 2026;;TW I;TW II;TW III;TW IV;PIC\n"
        "IKU-01;S;U;4;dokumen;1;1;1;1;koperasi\n;S;Jumlah;4;;;;;;\n",
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        assert_reads(sheets[i], wanted);
}

#define HEAD "Kode;Sasaran;Indikator;Satuan;Target;Bidang;TW1;TW2;TW3;TW4\n"

static void targets_may_carry_their_unit(void **state) {
    (void)state;
    static const struct {
        const char *row, *wanted;
    } cases[] = {
        {"IKU-1;S;U;;92,30 %;umkm;;;;\n", "IKU-1 iku|S|U|%|92.3|umkm|posisi|,,,\n"},
        {"IKU-1;S;U;%;92.30%;umkm;;;;\n", "IKU-1 iku|S|U|%|92.3|umkm|posisi|,,,\n"},
        {"IKU-1;S;U;Persen;92,3;umkm;;;;\n", "IKU-1 iku|S|U|%|92.3|umkm|posisi|,,,\n"},
        {"SUB-1;S;U;;28 orang/bulan;umkm;28;28;28;28 orang/bulan\n",
         "SUB-1 subkegiatan|S|U|orang/bulan|28|umkm|rata_rata|28,28,28,28\n"},
        {"SUB-1;S;U;;28 orang / bulan;umkm;28;28;28;28 Orang/Bulan\n",
         "SUB-1 subkegiatan|S|U|orang / bulan|28|umkm|rata_rata|28,28,28,28\n"},
        {"IKU-1;S;U;Persen;92,30 persen;umkm;;;;\n", "IKU-1 iku|S|U|%|92.3|umkm|posisi|,,,\n"},
        {"IKU-1;S;U;;92,300 persen;umkm;;;;\n", "IKU-1 iku|S|U|%|92.3|umkm|posisi|,,,\n"},
        {"SUB-1;S;U;orang;1 000;umkm;250\xC2\xA0orang;250;250;250\n",
         "SUB-1 subkegiatan|S|U|orang|1000|umkm|jumlah|250,250,250,250\n"},
        {"SUB-1;S;U;;1\xC2\xA0"
         "000\xE2\x80\xAF"
         "000,00 m;umkm;;;;\n",
         "SUB-1 subkegiatan|S|U|m|1000000|umkm|jumlah|,,,\n"},
        {"SUB-1;S;U;Rupiah;Rp. 1.500.000,-;umkm;;;;\n",
         "SUB-1 subkegiatan|S|U|Rupiah|1500000|umkm|jumlah|,,,\n"},
        {"SUB-1;S;U;;rp1.500.000;umkm;;;;\n", "SUB-1 subkegiatan|S|U|Rp|1500000|umkm|jumlah|,,,\n"},
        {"SUB-1;S;U;a;1.234,000;umkm;;;;\n", "SUB-1 subkegiatan|S|U|a|1234|umkm|jumlah|,,,\n"},
        {"SUB-1;S;U;indeks;0,125;umkm;;;;\n", "SUB-1 subkegiatan|S|U|indeks+|0.1250|umkm|posisi|,,,\n"},
        {"SUB-1;S;U;;5 Pelaku usaha;umkm;1;1;1;2\n",
         "SUB-1 subkegiatan|S|U|Pelaku usaha|5|umkm|jumlah|1,1,1,2\n"},
        {"SUB-1;S;U;Laporan;1.500 laporan;umkm;375;375;375;375\n",
         "SUB-1 subkegiatan|S|U|Laporan|1500|umkm|jumlah|375,375,375,375\n"},
        {"PRG-1;S;U;indeks;3,5;umkm;1;2;3;3,5\n", "PRG-1 program|S|U|indeks+|3.5|umkm|posisi|1,2,3,3.5\n"},
        {"KEG-1;S;U;dokumen;1;umkm;-;\xE2\x80\x93;\xE2\x80\x94;1\n",
         "KEG-1 kegiatan|S|U|dokumen|1|umkm|tahunan|-,-,-,1\n"},
        {"KEG-1;S;U;dokumen;2;umkm;;2;;\n", "KEG-1 kegiatan|S|U|dokumen|2|umkm|jumlah|-,2,-,-\n"},
        {"KEG-1;S;U;dokumen;10;umkm;4;6;8;10\n", "KEG-1 kegiatan|S|U|dokumen|10|umkm|posisi|4,6,8,10\n"},
        {"KEG-1;S;'=U;dokumen;10;umkm;;;;\n", "KEG-1 kegiatan|S|=U|dokumen|10|umkm|jumlah|,,,\n"},
        {"KEG-1;\"S  s \n t\";\" U\r\n\r\nu\";dokumen;10;umkm;;;;\n",
         "KEG-1 kegiatan|S  s t|U u|dokumen|10|umkm|jumlah|,,,\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char sheet[512];
        snprintf(sheet, sizeof sheet, "%s%s", HEAD, cases[i].row);
        assert_reads(sheet, cases[i].wanted);
    }
}

static void encodings(void **state) {
    (void)state;
    static const struct {
        const char *data, *uraian, *note;
    } cases[] = {
        {HEAD "IKU-1;S;caf\xC3\xA9;%;5;umkm;;;;\n", "caf\xC3\xA9", NULL},
        {"\xEF\xBB\xBF" HEAD "IKU-1;S;caf\xC3\xA9;%;5;umkm;;;;\n", "caf\xC3\xA9", NULL},
        {HEAD "IKU-1;S;\x93x\x94 \x96 caf\xE9;%;5\xA0%;umkm;;;;\n",
         "\xE2\x80\x9Cx\xE2\x80\x9D \xE2\x80\x93 caf\xC3\xA9",
         "r.csv: bukan UTF-8, dibaca sebagai Windows-1252; periksa huruf yang tidak biasa\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan_reading reading = read_text(cases[i].data);
        const char *notes = buf_string(&reading.result.notes);
        assert_string_equal(buf_string(&reading.problems), "");
        assert_string_equal(reading.result.catalogue.indicator[0].description, cases[i].uraian);
        assert_int_equal(strstr(notes, "1252") != NULL, cases[i].note != NULL);
        if (cases[i].note)
            assert_memory_equal(notes, cases[i].note, strlen(cases[i].note));
        reading_release(&reading);
    }
}

static void lines_above_go_on_below(void **state) {
    (void)state;
    assert_reads("Tingkat;Sasaran;Indikator;Target;Bidang\n"
                 "IKU;S1;U1;1 a;umkm\n"
                 ";;U2;2 a;\n"
                 "Program;S2;U3;3 a;koperasi\n"
                 ";;U4;4 a;\n",
                 "IKU-01 iku|S1|U1|a|1|umkm|jumlah|,,,\n"
                 "IKU-02 iku|S1|U2|a|2|umkm|jumlah|,,,\n"
                 "PRO-01 program|S2|U3|a|3|koperasi|jumlah|,,,\n"
                 "PRO-02 program|S2|U4|a|4|koperasi|jumlah|,,,\n");
    assert_reads("Sasaran;Indikator;Target;Bidang\n"
                 "Kegiatan;;;\nBidang UMKM;;;\nS1;U1;1 a;\n;U2;2 a;\n"
                 "SUB;;;\nS2;U3;3 a;koperasi\n",
                 "KEG-01 kegiatan|S1|U1|a|1|umkm|jumlah|,,,\n"
                 "KEG-02 kegiatan|S1|U2|a|2|umkm|jumlah|,,,\n"
                 "SUB-01 subkegiatan|S2|U3|a|3|koperasi|jumlah|,,,\n");
}

static void what_is_assumed_is_marked_and_said(void **state) {
    (void)state;
    struct plan_reading reading =
        read_text("No;Kode;Sasaran;Indikator;Satuan;Target;Bidang;TW1;TW2;TW3;TW4;Ket\n"
                  "1;IKU-1;S;U;persen;90;umkm;;;;90;\n"
                  "2;IKU-2;;V;indeks;3,5;;3,5;3,5;3,5;3,5;\n");
    assert_string_equal(buf_string(&reading.problems), "");
    assert_string_equal(
        buf_string(&reading.result.notes),
        "r.csv: tahun diandaikan 2024; bila bukan, sebut --tahun\n"
        "r.csv: rencana aksi ditulis sebagai contoh; ubah statusnya sesudah ditetapkan\n"
        "r.csv: kolom dilewati: \"No\", \"Ket\"\n"
        "r.csv: tingkat diandaikan pada 2 indikator (baris 2-3): dari awalan kode, atau sama dengan baris di "
        "atasnya\n"
        "r.csv: sasaran diandaikan pada 1 indikator (baris 3): selnya kosong, sama dengan baris di atasnya\n"
        "r.csv: satuan diandaikan pada 1 indikator (baris 2): persen ditulis %\n"
        "r.csv: desimal diandaikan pada 1 indikator (baris 3): targetnya pecahan\n"
        "r.csv: bidang diandaikan pada 1 indikator (baris 3): selnya kosong, sama dengan baris di atasnya\n"
        "r.csv: agregasi diandaikan pada 2 indikator (baris 2-3): disimpulkan dari satuan dan target "
        "triwulan\n"
        "r.csv: polaritas diandaikan pada 2 indikator (baris 2-3): makin tinggi makin baik\n"
        "r.csv: triwulan diandaikan pada 1 indikator (baris 2): sel kosong ditulis -, tidak diukur\n");
    assert_int_equal(reading.result.assumed[0], KEY_SET(KEY_LEVEL) | KEY_SET(KEY_MEASURE) |
                                                    KEY_SET(KEY_AGGREGATION) | KEY_SET(KEY_POLARITY) |
                                                    KEY_SET(KEY_SPLITS));
    assert_int_equal(reading.result.assumed[1], KEY_SET(KEY_LEVEL) | KEY_SET(KEY_OBJECTIVE) |
                                                    KEY_SET(KEY_DECIMALS) | KEY_SET(KEY_UNIT) |
                                                    KEY_SET(KEY_AGGREGATION) | KEY_SET(KEY_POLARITY));
    reading_release(&reading);

    reading = read_text("kode,tingkat,sasaran,uraian,satuan,target,bidang,agregasi,polaritas,definisi,pagu\n"
                        "A-1,iku,S,U,%,90,umkm,rata-rata,Turun,A/B,\"Rp 25.000.000\"\n");
    assert_string_equal(buf_string(&reading.problems), "");
    const struct indicator *indicator = reading.result.catalogue.indicator;
    assert_int_equal(reading.result.assumed[0], 0);
    assert_int_equal(indicator->plan.aggregation, AGGREGATION_MEAN);
    assert_int_equal(indicator->plan.polarity, POLARITY_LOWER);
    assert_string_equal(indicator->definition, "A/B");
    assert_int_equal(indicator->budget.units, 25000000 * DECIMAL_SCALE);
    reading_release(&reading);

    reading = read_text("Kode;Sasaran;Indikator;Target;PIC;Pagu\nIKU-1;S;U;5 a;umkm;Rp. 125.000.000,-\n"
                        "IKU-2;S;U;5 a;umkm;Rp125.000.000\nIKU-3;S;U;5 a;umkm;125 000 000,00 rupiah\n");
    assert_string_equal(buf_string(&reading.problems), "");
    for (int i = 0; i < 3; i++)
        assert_int_equal(reading.result.catalogue.indicator[i].budget.units, 125000000 * DECIMAL_SCALE);
    reading_release(&reading);
}

/* Nothing of the file goes unread without a word. */
static void what_is_passed_over_is_said(void **state) {
    (void)state;
    static const struct {
        const char *data, *notes;
        int rows;
    } cases[] = {
        {"Sasaran;Indikator;Target;;Realisasi;;PIC;;\n;;;;Fisik;Keuangan;;;\nProgram;;;;;;;;\n"
         "S;U;5;%;;;umkm;;\n;Rata-rata;5;;;;;;y\n;V;5;%;;;;;x\n;W;5;%;;;;;\nJUMLAH TOTAL :;;15;;;;;;\n"
         ";Jumlah laporan;5;%;;;;;\nTotal;;;;;;;;\n",
         "r.csv: kolom 4 tanpa judul dibaca sebagai Satuan\n"
         "r.csv: kolom dilewati: \"Realisasi Fisik\", \"Realisasi Keuangan\", 9 tanpa judul, berisi \"x\"\n"
         "r.csv: baris 5 dilewati: \"Rata-rata\" bukan indikator\n"
         "r.csv: baris 8 dilewati: \"JUMLAH TOTAL :\" bukan indikator\n"
         "r.csv: baris 10 dilewati: \"Total\" bukan indikator\n"
         "r.csv: kode diandaikan pada 4 indikator (baris 4, 6-7, 9): dibuat menurut urutan di tingkatnya\n"
         "r.csv: sasaran diandaikan pada 3 indikator (baris 6-7, 9): selnya kosong, sama dengan baris di "
         "atasnya\n",
         4},
        {"Kode;Sasaran;Indikator;Target;;PIC;\x1b[1mX\nIKU-1;S;U;5 a;x;umkm\nIKU-2;S;U;5 a;;umkm\n"
         "Jumlah;;;10;;\n",
         "r.csv: kolom dilewati: 5 tanpa judul, berisi \"x\", \"?[1mX\"\n"
         "r.csv: baris 4 dilewati: \"Jumlah\" bukan indikator\n",
         2},
        /* a column by its very name is the one, whichever stands first */
        {"Kode;Sasaran;Indikator;Target;Bidang;Penanggung Jawab\nIKU-1;S;U;5 a;umkm;Kepala Bidang\n",
         "r.csv: kolom dilewati: \"Penanggung Jawab\"\n", 1},
        {"Kode;Sasaran;Indikator;Target;Penanggung Jawab;Bidang\nIKU-1;S;U;5 a;Kepala Bidang;umkm\n",
         "r.csv: kolom dilewati: \"Penanggung Jawab\"\n", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan_reading reading = read_text(cases[i].data);
        assert_string_equal(buf_string(&reading.problems), "");
        assert_non_null(strstr(buf_string(&reading.result.notes), cases[i].notes));
        assert_int_equal(reading.result.catalogue.count, cases[i].rows);
        reading_release(&reading);
    }
}

static void the_year(void **state) {
    (void)state;
    static const struct {
        const char *data;
        int asked, wanted;
    } cases[] = {
        {"Kode;Sasaran;Indikator;Target\n", 0, 2024},
        {"Kode;Sasaran;Indikator;Target 2026\n", 0, 2026},
        {"Kode;Sasaran;Indikator;Target 2026\n", 2027, 2027},
        {"Rencana Aksi 2025;;;\nKode;Sasaran;Indikator;Target\n", 0, 2025},
        {"Rencana Aksi 2025;;;\nKode;Sasaran;Indikator;Target 2026\n", 0, 2026},
        {"Renstra 2021-2026;;;\nKode;Sasaran;Indikator;Target\n", 0, 2024},
        {"Nomor 12025;;;\nKode;Sasaran;Indikator;Target\n", 0, 2024},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan_result result = {0};
        struct buf problems = {0};
        struct plan_input input = {.name = "r.csv", .data = cases[i].data, .length = strlen(cases[i].data)};
        input.config = &office.config;
        input.unit = &office.config.unit[0];
        input.year = cases[i].asked;
        input.this_year = 2024;
        plan_read(&input, &result, &problems);
        assert_int_equal(result.catalogue.year, cases[i].wanted);
        plan_result_release(&result);
        buf_release(&problems);
    }
}

static const struct {
    const char *data, *problems;
} refused[] = {
    {"", "r.csv:1:1: judul kolom tidak ditemukan; perlu sekurangnya Indikator dan Target, dipisah koma, "
         "titik koma atau tab\n"},
    {"Rencana;;\nSasaran;Uraian;Tgt\nS;U;5\n",
     "r.csv:2:1: judul kolom tidak ditemukan sampai baris 3; perlu sekurangnya Indikator dan Target, dipisah "
     "koma, titik koma atau tab. Di baris 2 terbaca \"Sasaran\", \"Uraian\", \"Tgt\"\n"},
    {"Sasaran;Indikator;Target;;PIC\n;;Bawah;Atas;\nS;U;1;2;umkm\n",
     "r.csv:1:1: judul kolom tidak ditemukan sampai baris 3; perlu sekurangnya Indikator dan Target, dipisah "
     "koma, titik koma atau tab. Di baris 1 terbaca \"Sasaran\", \"Indikator\", \"Target Bawah\", \"Target "
     "Atas\", \"PIC\"\n"},
    {"Sasaran;\"Indikator;Target\n", "r.csv:1:2: tanda kutip tidak ditutup; tambahkan kutip penutup\n"},
    {HEAD "IKU-1;S;\"U;a;1\n", "r.csv:2:3: tanda kutip tidak ditutup; tambahkan kutip penutup\n"},
    {HEAD "IKU-1;S;Rata-rata;a;1;umkm;;;;\n;S;Jumlah;a;1;;;;;\nIKU-2;S;U;a;1;umkm;;;;\n",
     "r.csv:2:3: \"Rata-rata\" bukan indikator; hapus baris ini, atau tulis nama indikatornya\n"},
    {HEAD "IKU-1;S;U;orang;1,000;umkm;1,500;;;\nIKU-2;S;U;%;92,000;umkm;92,125;;;\n"
          "IKU-3;S;U;indeks;3,125;umkm;;;;\nIKU-4;S;U;a;12,5 000;umkm;;;;\nIKU-5;S;U;Rp;Rp 5 juta;umkm;;;;\n",
     "r.csv:2:5: Target \"1,000\" bisa berarti dua angka: tulis 1000 atau 1\n"
     "r.csv:2:7: TW I \"1,500\" bisa berarti dua angka: tulis 1500 atau 1,5\n"
     "r.csv:3:5: Target \"92,000\" bisa berarti dua angka: tulis 92000 atau 92\n"
     "r.csv:4:5: Target \"3,125\" bisa berarti dua angka: tulis 3125 atau 3,1250\n"
     "r.csv:5:5: Target \"12,5 000\" bukan angka. Contoh: 1500\n"
     "r.csv:6:5: Target \"Rp 5 juta\" bukan angka. Contoh: 1500\n"},
    {"Kode;Indikator;Target\n",
     "r.csv:1:1: kolom Sasaran tidak ada; tambahkan\n"
     "r.csv:1:1: kolom Bidang (atau Penanggung jawab) tidak ada; tambahkan, atau sebut --bidang KODE\n"
     "r.csv:1:1: tidak ada indikator di bawah judul kolom; tulis sekurangnya satu\n"},
    {"Kode;Sasaran;Indikator;Target 2025;Target 2026;Bidang\nIKU-1;S;U;1 a;2 a;umkm\n",
     "r.csv:1:5: kolom Target sudah ada di kolom 4; hapus salah satu\n"},
    {"Kode;Sasaran;Indikator;Target;Target 2026;Bidang\nIKU-1;S;U;1 a;2 a;umkm\n",
     "r.csv:1:5: kolom Target sudah ada di kolom 4; hapus salah satu\n"},
    {HEAD "IKU-1;S;U;%;1.500;umkm;;;;\nIKU-2;S;U;laporan;abc;umkm;x;;;\n"
          "iku-1;S;U;laporan;1;umkm;;;;\n",
     "r.csv:2:5: Target \"1.500\" bisa berarti dua angka: tulis 1500 atau 1,5\n"
     "r.csv:3:5: Target \"abc\" bukan angka. Contoh: 1500\n"
     "r.csv:3:7: TW I \"x\" bukan angka. Contoh: 1500\n"
     "r.csv:4:1: kode \"iku-1\" sudah ada di baris 2; beri kode lain\n"},
    {HEAD "IKU 1;;;;;;;;;5\n", "r.csv:2:1: kode \"IKU 1\" salah; tulis 1 sampai 32 huruf, angka, atau . _ -\n"
                               "r.csv:2:2: Sasaran kosong; tulis isinya\n"
                               "r.csv:2:3: Indikator kosong; tulis isinya\n"
                               "r.csv:2:5: Target kosong; tulis isinya\n"
                               "r.csv:2:6: Bidang kosong; tulis isinya\n"},
    {HEAD ";S;U;a;1;umkm;;;;\numkm;S;U;a;1;umkm;;;;\n",
     "r.csv:2:1: Kode kosong; tulis, atau hapus kolom ini agar kode dibuatkan\n"
     "r.csv:2:1: " LEVEL_OPEN "baris 2-3\n"
     "r.csv:3:1: kode \"umkm\" juga kode bidang; beri kode lain\n"},
    {HEAD "IKU-1;\"a\n\xE2\x80\x8B\nb\";U;a;1;pertanian;;;;\nIKU-2;S;U;;1 (satu) a;umkm;;;;\n",
     "r.csv:2:2: Sasaran: karakter ke-3 (U+200B) tidak boleh dipakai; hapus\n"
     "r.csv:2:6: bidang \"pertanian\" tidak dikenal; pilih perdagangan | umkm | perindustrian | koperasi | "
     "sekretariat\n"
     "r.csv:5:4: satuan kosong; tulis di kolom Satuan, atau di belakang target (\"92,30 %\")\n"},
    {HEAD "IKU-1;S;U;dokumen;5 laporan;umkm;;;;\nIKU-2;S;U;%;45/60;umkm;;;;\nIKU-3;S;U;%;-5;umkm;;;;\n"
          "IKU-4;S;U;a;s5;umkm;;;;\n",
     "r.csv:2:5: Target \"5 laporan\" memakai satuan lain: satuan indikator ini dokumen. Tulis angkanya "
     "saja\n"
     "r.csv:3:5: Target \"45/60\" pecahan; tulis hasilnya\n"
     "r.csv:4:5: Target \"-5\" negatif; tulis 0 atau lebih\n"
     "r.csv:5:5: Target \"s5\" memakai s.d. kini, yang hanya berlaku untuk agregasi jumlah: hapus "
     "s-nya\n"},
    {HEAD "IKU-1;S;U;a;10;umkm;1;2;3;3\nIKU-2;S;U;a;10;umkm;-;-;-;-\n;;;Malili, Januari;;;;;;\n",
     "r.csv:2:7: target triwulan tidak cocok dengan target 10 (jumlah 9, posisi 3, rata_rata 2,25); "
     "samakan\n"
     "r.csv:3:7: tidak ada triwulan yang diukur; tulis targetnya, atau kosongkan keempatnya\n"
     "r.csv:4:4: hanya satu sel yang terisi, bukan tingkat atau bidang; lengkapi, atau hapus baris "
     "ini\n"},
    {"Tingkat;Sasaran;Indikator;Target;Bidang;Agregasi;TW1;TW2;TW3;TW4;Pagu\n"
     "Eselon III;S;U;4 a;umkm;jumlah;1;1;1;2;x\n"
     "jabatan;S;U;4 a;umkm;tahunan;-;-;2;4;\n"
     "iku;S;U;4 a;umkm;rerata;1;1;1;1;\n",
     "r.csv:2:1: " LEVEL_OPEN "baris 2\n"
     "r.csv:2:6: agregasi jumlah dari target triwulan 5, padahal target 4; samakan\n"
     "r.csv:2:11: Pagu \"x\" bukan angka. Contoh: 1500\n"
     "r.csv:3:1: tingkat \"jabatan\" tidak dikenal; pilih iku | program | kegiatan | subkegiatan\n"
     "r.csv:3:6: agregasi tahunan diukur di TW IV saja; tulis - di TW I sampai TW III\n"
     "r.csv:4:6: agregasi \"rerata\" tidak dikenal; pilih jumlah | posisi | rata_rata | tahunan\n"},
    {"Sasaran;Indikator;Target;Bidang\nIKU;;;\nS;U;1 a;umkm\nProgram;;;\n;V;1 a;\n",
     "r.csv:5:1: Sasaran kosong; tulis isinya\n"},
    {HEAD "IKU-1;S;U;a;x;umkm;;;;\n\"IKU-2;S\n",
     "r.csv:2:5: Target \"x\" bukan angka. Contoh: 1500\n"
     "r.csv:3:1: tanda kutip tidak ditutup; tambahkan kutip penutup\n"},
    {"\xEF\xBB\xBF" HEAD "IKU-1;S;caf\xE9;a;1;umkm;;;;\n",
     "r.csv:2:3: Indikator: karakter ke-4 bukan UTF-8 yang sah; simpan ulang sebagai UTF-8\n"},
};

static void every_problem_has_its_place(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct plan_reading reading = read_text(refused[i].data);
        assert_string_equal(buf_string(&reading.problems), refused[i].problems);
        assert_false(reading.good);
        reading_release(&reading);
    }
}

/* A bidang of its own is not needed where one was asked for. */
static void an_asked_bidang(void **state) {
    (void)state;
    static const char data[] = "Kode;Sasaran;Indikator;Target\nIKU-1;S;U;5 a\n";
    struct plan_result result = {0};
    struct buf problems = {0};
    const struct plan_input input = {.name = "r.csv",
                                     .data = data,
                                     .length = sizeof data - 1,
                                     .config = &office.config,
                                     .unit = &office.config.unit[0],
                                     .year = 2025};
    assert_true(plan_read(&input, &result, &problems));
    assert_ptr_equal(result.catalogue.indicator[0].unit, &office.config.unit[0]);
    assert_int_equal(result.assumed[0] & KEY_SET(KEY_UNIT), 0);
    plan_result_release(&result);
    buf_release(&problems);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_are_matched_leniently),
        cmocka_unit_test(targets_may_carry_their_unit),
        cmocka_unit_test(encodings),
        cmocka_unit_test(lines_above_go_on_below),
        cmocka_unit_test(what_is_assumed_is_marked_and_said),
        cmocka_unit_test(what_is_passed_over_is_said),
        cmocka_unit_test(the_year),
        cmocka_unit_test(every_problem_has_its_place),
        cmocka_unit_test(an_asked_bidang),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
