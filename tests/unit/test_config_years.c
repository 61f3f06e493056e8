/* Several catalogues: years beside each other, and what changed in mid-year. */
#include "check.h"
#include "unit/config_help.h"
#include <string.h>

/* triwulan.yaml, k.yaml (2025), p.yaml (its revision from TW3 on: SUB-37 with another target and bidang, no
 * SUB-50) and l.yaml (2024), named in this order: p, k, l. */
static void write_years(void) {
    write_changed(OFFICE_FILE, "[k.yaml]", "[p.yaml, k.yaml, l.yaml]");
    write_small(CATALOGUE_FILE);
    write_config(REVISION_FILE, "tahun: 2025\n"
                                "mulai: TW3\n"
                                "rencana_aksi: {status: ditetapkan, nomor: 800/9, tanggal: 2025-07-01}\n"
                                "indikator:\n"
                                "  - kode: SUB-37\n"
                                "    tingkat: subkegiatan\n"
                                "    sasaran: Tertatanya surat\n"
                                "    uraian: Jumlah laporan\n"
                                "    satuan: laporan\n"
                                "    target: 1350\n"
                                "    bidang: umkm\n"
                                "    agregasi: jumlah\n"
                                "    polaritas: naik\n"
                                "    triwulan: [375, 375, 300, 300]\n");
    write_variant(LAST_YEAR_FILE, "tahun: 2025", "tahun: 2024");
}

static struct loaded load_years(void) {
    write_years();
    struct loaded loaded = load_written();
    assert_string_equal(buf_string(&loaded.problems), "");
    assert_true(loaded.ok);
    return loaded;
}

static void stand_in_the_order_of_time(void **state) {
    static const struct { int year, first; } order[] = {{2024, 1}, {2025, 1}, {2025, 3}};
    (void)state;
    struct loaded loaded = load_years();
    const struct config *config = &loaded.config;
    assert_int_equal(config->catalogue_count, 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(config->catalogue[i].year, order[i].year);
        assert_int_equal(config->catalogue[i].first, order[i].first);
        for (int other = 0; other < i; other++)
            assert_false(digest_equal(&config->catalogue[i].digest, &config->catalogue[other].digest));
    }
    assert_int_equal(config_year(config), 2025);
    loaded_release(&loaded);
    const struct config none = {0};
    assert_int_equal(config_year(&none), 0);
}

/* Earlier quarters keep their targets; the year's own measurement has the last ones. */
static void the_one_in_force_is_the_quarters(void **state) {
    static const struct {
        struct quarter quarter;
        int catalogue; /* -1: none */
        int target;    /* annual, of SUB-37 */
        const char *unit;
        bool other; /* SUB-50 is there */
    } cases[] = {
        {{2024, 1}, 0, 1500, "koperasi", true},        {{2024, YEAR_PERIOD}, 0, 1500, "koperasi", true},
        {{2025, 1}, 1, 1500, "koperasi", true},        {{2025, 2}, 1, 1500, "koperasi", true},
        {{2025, 3}, 2, 1350, "umkm", false},           {{2025, 4}, 2, 1350, "umkm", false},
        {{2025, YEAR_PERIOD}, 2, 1350, "umkm", false}, {{2026, 1}, -1, 0, NULL, false},
        {{2023, YEAR_PERIOD}, -1, 0, NULL, false},
    };
    (void)state;
    struct loaded loaded = load_years();
    const struct config *config = &loaded.config;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct quarter quarter = cases[i].quarter;
        const struct catalogue *expected =
            cases[i].catalogue < 0 ? NULL : &config->catalogue[cases[i].catalogue];
        assert_ptr_equal(config_catalogue(config, quarter), expected);
        const struct indicator *letters = config_indicator(config, quarter, "sub-37");
        assert_int_equal(config_indicator(config, quarter, "SUB-50") != NULL, cases[i].other);
        assert_int_equal(letters != NULL, expected != NULL);
        if (!letters)
            continue;
        assert_int_equal(letters->plan.annual.units, cases[i].target * DECIMAL_SCALE);
        assert_string_equal(letters->unit->code, cases[i].unit);
    }
    loaded_release(&loaded);
}

/* In January last year's fourth quarter is still due, whether this year has a catalogue yet or not. */
static void knows_the_quarter_due(void **state) {
    static const struct catalogue catalogues[] = {{.year = 2023, .first = 1},
                                                  {.year = 2025, .first = 1},
                                                  {.year = 2025, .first = 4},
                                                  {.year = 2026, .first = 1}};
    static const struct {
        struct date today;
        struct quarter due;
        bool outside;
    } cases[] = {
        {{2022, 6, 1}, {2023, 1}, true},   {{2023, 6, 1}, {2023, 2}, false},
        {{2024, 1, 15}, {2023, 4}, false}, {{2024, 6, 1}, {2025, 1}, true},
        {{2025, 1, 15}, {2025, 1}, false}, {{2025, 12, 5}, {2025, 4}, false},
        {{2026, 1, 15}, {2025, 4}, false}, {{2026, 2, 1}, {2026, 1}, false},
        {{2027, 2, 1}, {2026, 4}, true},
    };
    const struct config config = {.catalogue = catalogues, .catalogue_count = 4};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool outside;
        struct quarter due = config_quarter_due(&config, cases[i].today, &outside);
        if (quarter_compare(due, cases[i].due) != 0 || outside != cases[i].outside)
            fail_msg("%zu: %d-%d", i, due.year, due.number);
    }
}

static void assert_problems(const char *expected) {
    struct loaded loaded = load_written();
    assert_string_equal(buf_string(&loaded.problems), expected);
    assert_int_equal(loaded.ok, *expected == '\0');
    loaded_release(&loaded);
}

static void must_fit_beside_each_other(void **state) {
    static const struct {
        const char *revision, *last_year; /* instead of "tahun: 2025" */
        const char *problems;
    } cases[] = {
        {"tahun: 2025\nmulai: TW2", "tahun: 2024", ""},
        {"tahun: 2025\nmulai: TW2", "tahun: 2024\nmulai: TW1", ""},
        {"tahun: 2025\nmulai: TW2", "tahun: 2025\nmulai: TW4", ""},
        {"tahun: 2030", "tahun: 1999", ""},
        {"tahun: 2025", "tahun: 2024",
         "p.yaml:1:8: katalog 2025 sudah ada di k.yaml; bila ini perubahannya, tulis mulai: TW2, TW3 atau "
         "TW4\n"},
        {"tahun: 2025\nmulai: TW1", "tahun: 2024",
         "p.yaml:2:8: katalog 2025 sudah ada di k.yaml; bila ini perubahannya, tulis mulai: TW2, TW3 atau "
         "TW4\n"},
        {"tahun: 2025\nmulai: TW3", "tahun: 2025\nmulai: TW3",
         "l.yaml:2:8: katalog 2025 yang mulai TW3 sudah ada di p.yaml; ubah mulainya\n"},
        {"tahun: 2026\nmulai: TW3", "tahun: 2026\nmulai: TW2",
         "l.yaml:2:8: katalog 2026 baru mulai TW2; tambahkan yang berlaku sejak TW1\n"},
        {"tahun: 2026\nmulai: TW3", "tahun: 2024",
         "p.yaml:2:8: katalog 2026 baru mulai TW3; tambahkan yang berlaku sejak TW1\n"},
        /* what the other says of its year is not known */
        {"tahun: 2026\nmulai: TW3", "tahun: dua",
         "l.yaml:1:8: tahun \"dua\" salah; tulis bilangan 1900 sampai 9999\n"},
    };
    (void)state;
    write_changed(OFFICE_FILE, "[k.yaml]", "[k.yaml, p.yaml, l.yaml]");
    write_small(CATALOGUE_FILE);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_variant(REVISION_FILE, "tahun: 2025", cases[i].revision);
        write_variant(LAST_YEAR_FILE, "tahun: 2025", cases[i].last_year);
        assert_problems(cases[i].problems);
    }
}

/* In the files' order, in each from top to bottom. */
static void all_errors_of_all_files(void **state) {
    (void)state;
    write_changed(OFFICE_FILE, "[k.yaml]", "[l.yaml, k.yaml, p.yaml]");
    write_changed(CATALOGUE_FILE, "bidang: umkm", "bidang: ukm");
    write_variant(LAST_YEAR_FILE, "tahun: 2025\nrencana_aksi: {status: contoh}",
                  "rencana_aksi: {status: resmi}\ntahun: 2024\nmulai: TW4");
    write_variant(REVISION_FILE, "kode: SUB-37", "kode: koperasi");
    assert_problems("l.yaml:1:24: status \"resmi\" tidak dikenal; pilih contoh | ditetapkan\n"
                    "l.yaml:3:8: katalog 2024 baru mulai TW4; tambahkan yang berlaku sejak TW1\n"
                    "k.yaml:23:13: bidang \"ukm\" tidak dikenal; pilih koperasi | umkm\n"
                    "p.yaml:1:8: katalog 2025 sudah ada di k.yaml; bila ini perubahannya, tulis mulai: TW2, "
                    "TW3 atau TW4\n"
                    "p.yaml:4:11: kode \"koperasi\" juga kode bidang; beri kode lain\n");
}

static void are_bounded(void **state) {
    (void)state;
    struct buf names = {0};
    buf_text(&names, "[k.yaml");
    for (int i = 0; i < 16; i++)
        buf_printf(&names, ", k%d.yaml", i);
    buf_text(&names, "]");
    write_changed(OFFICE_FILE, "[k.yaml]", buf_string(&names));
    write_small(CATALOGUE_FILE);
    struct loaded loaded = load_written();
    assert_false(loaded.ok);
    assert_non_null(strstr(buf_string(&loaded.problems), ": katalog lebih dari 16; kurangi\n"));
    assert_non_null(strstr(buf_string(&loaded.problems), "k14.yaml:1:1: tidak dapat membuka"));
    assert_null(strstr(buf_string(&loaded.problems), "k15.yaml"));
    loaded_release(&loaded);
    buf_release(&names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stand_in_the_order_of_time), cmocka_unit_test(the_one_in_force_is_the_quarters),
        cmocka_unit_test(knows_the_quarter_due),      cmocka_unit_test(must_fit_beside_each_other),
        cmocka_unit_test(all_errors_of_all_files),    cmocka_unit_test(are_bounded),
    };
    return cmocka_run_group_tests(tests, config_help_begin, config_help_end);
}
