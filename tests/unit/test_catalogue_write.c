/* A catalogue printed as YAML, loaded again, and printed again: the same bytes, the same indicators. */
#include "check.h"
#include "config/catalogue_write.h"
#include "config/config_field.h"
#include "config/config_internal.h"
#include "unit/config_help.h"
#include <string.h>

/* The catalogue of a text, beside the office of `config`. */
static struct catalogue read_again(struct config *config, const struct buf *text) {
    struct config_part part = {.config = config, .complete = true, .file_count = 1};
    const struct yaml_input input = {.name = "k.yaml", .data = buf_string(text), .length = text->length};
    struct buf problems = {0};
    yaml_read(&input, catalogue_read, &part, &problems);
    assert_string_equal(buf_string(&problems), "");
    buf_release(&problems);
    return part.file[0].catalogue;
}

static void assert_same_text(const char *a, const char *b) {
    assert_int_equal(a == NULL, b == NULL);
    if (a)
        assert_string_equal(a, b);
}

static void assert_same_plan(const struct plan *a, const struct plan *b) {
    assert_int_equal(a->annual.units, b->annual.units);
    assert_int_equal(a->aggregation, b->aggregation);
    assert_int_equal(a->polarity, b->polarity);
    for (int i = 0; i < QUARTERS; i++) {
        assert_int_equal(a->target[i].kind, b->target[i].kind);
        assert_int_equal(a->target[i].value.units, b->target[i].value.units);
    }
}

static void assert_same(const struct indicator *a, const struct indicator *b) {
    assert_string_equal(a->code, b->code);
    assert_int_equal(a->level, b->level);
    assert_string_equal(a->objective, b->objective);
    assert_string_equal(a->description, b->description);
    assert_string_equal(a->measure.name, b->measure.name);
    assert_int_equal(a->measure.decimals, b->measure.decimals);
    assert_int_equal(a->measure.percent, b->measure.percent);
    assert_ptr_equal(a->unit, b->unit);
    assert_same_text(a->officer, b->officer);
    assert_same_text(a->definition, b->definition);
    assert_int_equal(a->over_hundred, b->over_hundred);
    assert_int_equal(a->budgeted, b->budgeted);
    assert_int_equal(a->budget.units, b->budget.units);
    assert_same_plan(&a->plan, &b->plan);
    assert_int_equal(a->requirement_count, b->requirement_count);
    for (int i = 0; i < a->requirement_count; i++) {
        assert_int_equal(a->requirement[i].kind, b->requirement[i].kind);
        assert_string_equal(a->requirement[i].title, b->requirement[i].title);
        assert_memory_equal(a->requirement[i].due, b->requirement[i].due, sizeof a->requirement[i].due);
    }
}

static void check_round(struct loaded *loaded) {
    assert_string_equal(buf_string(&loaded->problems), "");
    const struct catalogue *first = &loaded->config.catalogue[0];
    struct buf text = {0};
    struct buf again = {0};
    catalogue_write(first, NULL, NULL, &text);
    struct catalogue second = read_again(&loaded->config, &text);
    catalogue_write(&second, NULL, NULL, &again);
    assert_string_equal(buf_string(&again), buf_string(&text));
    assert_int_equal(second.year, first->year);
    assert_int_equal(second.first, first->first);
    assert_int_equal(second.adopted, first->adopted);
    assert_string_equal(second.plan_number, first->plan_number);
    assert_int_equal(date_compare(second.plan_date, first->plan_date), 0);
    assert_int_equal(second.count, first->count);
    for (int i = 0; i < first->count; i++)
        assert_same(&second.indicator[i], &first->indicator[i]);
    buf_release(&again);
    buf_release(&text);
}

static void comes_back_whole(void **state) {
    (void)state;
    static const char *const directories[] = {"config", "tests/unit/data/config-example",
                                              "tests/unit/data/config-small"};
    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++) {
        struct loaded loaded = load_from(directories[i]);
        check_round(&loaded);
        loaded_release(&loaded);
    }
}

/* Of the small office's catalogue a passage changed. */
static void odd_values_come_back(void **state) {
    (void)state;
    static const struct {
        const char *passage, *by, *printed;
    } cases[] = {
        {"{status: contoh}", "{status: ditetapkan, nomor: \"800/12, [b]\", tanggal: 2025-01-31}",
         "rencana_aksi: {status: ditetapkan, nomor: \"800/12, [b]\", tanggal: 2025-01-31}\n"},
        {"uraian: Jumlah orang", "uraian: \"a: \\\"b\\\" # c\\\\ \xC3\xA9\"",
         "uraian: \"a: \\\"b\\\" # c\\\\ \xC3\xA9\"\n"},
        {"uraian: Jumlah orang", "uraian: \"- 5\"", "uraian: \"- 5\"\n"},
        {"uraian: Jumlah orang", "uraian: \"No\"", "uraian: \"No\"\n"},
        {"uraian: Jumlah orang", "uraian: a, [b] {c}", "uraian: a, [b] {c}\n"},
        {"uraian: Jumlah orang", "uraian: Kata  (dua) & 3%", "uraian: Kata  (dua) & 3%\n"},
        {"judul: Rilis", "judul: \"a, b\"", "{jenis: lainnya, judul: \"a, b\"}\n"},
        {"judul: SK, triwulan: [1]", "judul: SK, triwulan: [4, 2]", "judul: SK, triwulan: [2, 4]}\n"},
        {"judul: SK, triwulan: [1]", "judul: SK, triwulan: [1, 2, 3, 4]", "judul: SK}\n"},
        {"satuan: laporan", "satuan: laporan\n    desimal: ya", "    desimal: ya\n"},
        {"uraian: Pertumbuhan produksi", "uraian: x\n    boleh_lebih_100: ya", "    boleh_lebih_100: ya\n"},
        {"target: 28", "target: 0", "target: 0\n"},
        {"pagu: 25000000", "pagu: 1500.5", "pagu: 1500.5\n"},
        {"pagu: 25000000", "definisi: A dibagi B", "definisi: A dibagi B\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_small(OFFICE_FILE);
        write_small(CATALOGUE_FILE);
        write_changed(CATALOGUE_FILE, cases[i].passage, cases[i].by);
        struct loaded loaded = load_written();
        struct buf text = {0};
        check_round(&loaded);
        catalogue_write(&loaded.config.catalogue[0], NULL, NULL, &text);
        if (!strstr(buf_string(&text), cases[i].printed))
            fail_msg("no %sin\n%s", cases[i].printed, buf_string(&text));
        buf_release(&text);
        loaded_release(&loaded);
    }
}

static void a_later_start_a_bidang_and_marks(void **state) {
    (void)state;
    static const key_set assumed[] = {KEY_SET(KEY_POLARITY), 0, KEY_SET(KEY_CODE) | KEY_SET(KEY_LEVEL)};
    struct loaded loaded = load_from("tests/unit/data/config-small");
    struct catalogue later = loaded.config.catalogue[0];
    struct buf text = {0};
    later.first = 3;
    catalogue_write(&later, &loaded.config.unit[1], assumed, &text);
    assert_string_equal(buf_string(&text), "tahun: 2025\n"
                                           "mulai: TW3\n"
                                           "rencana_aksi: {status: contoh}\n"
                                           "\n"
                                           "indikator:\n"
                                           "\n"
                                           "  - kode: IKU-02\n"
                                           "    tingkat: iku\n"
                                           "    sasaran: Meningkatnya produksi\n"
                                           "    uraian: Pertumbuhan produksi\n"
                                           "    satuan: \"%\"\n"
                                           "    target: 0.15\n"
                                           "    bidang: umkm\n"
                                           "    agregasi: tahunan\n"
                                           "    polaritas: naik\n"
                                           "    triwulan: [\"-\", \"-\", \"-\", 0.15]\n"
                                           "    data_dukung:\n"
                                           "      - {jenis: lainnya, judul: Rilis}\n");
    buf_clear(&text);
    catalogue_write(&later, NULL, assumed, &text);
    assert_non_null(
        strstr(buf_string(&text), "    polaritas: naik  # diandaikan: makin tinggi makin baik\n"));
    assert_non_null(strstr(buf_string(&text), "  - kode: SUB-50  # diandaikan: dibuat menurut urutan"));
    struct catalogue again = read_again(&loaded.config, &text);
    assert_int_equal(again.first, 3);
    assert_int_equal(again.count, later.count);
    buf_release(&text);
    loaded_release(&loaded);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_whole),
        cmocka_unit_test(odd_values_come_back),
        cmocka_unit_test(a_later_start_a_bidang_and_marks),
    };
    return cmocka_run_group_tests(tests, config_help_begin, config_help_end);
}
