#include "check.h"
#include "unit/config_help.h"
#include "value/typed.h"
#include <string.h>

static struct loaded load_small(void) {
    struct loaded loaded = load_from("tests/unit/data/config-small");
    assert_string_equal(buf_string(&loaded.problems), "");
    assert_true(loaded.ok);
    return loaded;
}

static void assert_decimal(struct decimal value, const char *text) {
    char printed[DECIMAL_TEXT_MAX];
    decimal_print(value, 0, printed);
    assert_string_equal(printed, text);
}

static void holds_the_office(void **state) {
    (void)state;
    struct loaded loaded = load_small();
    const struct config *config = &loaded.config;
    assert_string_equal(config->agency, "Dinas Perdagangan");
    assert_string_equal(config->agency_short, "DISDAG");
    assert_string_equal(config->region, "Kabupaten Luwu Timur");
    assert_string_equal(config->address, "");
    assert_string_equal(config->place, "Malili");
    assert_string_equal(config->zone->abbreviation, "WITA");
    assert_string_equal(config->head.position, "Kepala Dinas");
    assert_string_equal(config->head.nip, "1");
    assert_string_equal(config->head.rank, "");
    assert_string_equal(config->planner.name, "");
    assert_string_equal(config->team_decree, "1/2025");
    assert_int_equal(config->team_date.day, 20);
    assert_int_equal(config->unit_count, 2);
    assert_string_equal(config_unit(config, "UMKM")->name, "Bidang UMKM");
    assert_null(config_unit(config, "um"));
    loaded_release(&loaded);
}

static void knows_its_people(void **state) {
    (void)state;
    struct loaded loaded = load_small();
    const struct config *config = &loaded.config;
    const struct unit *koperasi = config_unit(config, "koperasi");
    const struct unit *umkm = config_unit(config, "umkm");
    struct person siti = config_person(config, "siti");
    assert_string_equal(siti.name, "Siti");
    assert_string_equal(siti.position, "");
    assert_ptr_equal(siti.unit, koperasi);
    assert_int_equal(siti.roles, 1u << ROLE_OPERATOR);
    assert_true(person_reads(&siti, koperasi));
    assert_false(person_reads(&siti, umkm));
    struct person andi = config_person(config, "andi");
    assert_int_equal(andi.roles, 1u << ROLE_HEAD | 1u << ROLE_READER);
    assert_true(person_reads(&andi, umkm));
    assert_string_equal(config_find_person(config, "siti")->name, "Siti");
    assert_null(config_find_person(config, "Siti"));
    struct person guest = config_person(config, "Siti");
    assert_true(guest.everything);
    assert_string_equal(guest.name, "Siti");
    assert_true(person_reads(&guest, umkm));
    loaded_release(&loaded);
}

/* core/DOMAIN.md, Who: operator and atasan their own bidang, Tim SAKIP, perencana and pimpinan all of them. */
static void roles_read(void **state) {
    static const struct unit own = {.code = "a"};
    static const struct unit other = {.code = "b"};
    static const struct {
        enum role role;
        bool own, other, drafts;
    } cases[] = {
        {ROLE_OPERATOR, true, false, true}, {ROLE_SUPERVISOR, true, false, true},
        {ROLE_VERIFIER, true, true, true},  {ROLE_PLANNER, true, true, true},
        {ROLE_HEAD, true, true, true},      {ROLE_READER, true, true, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct person person = {.unit = &own, .roles = 1u << cases[i].role};
        assert_int_equal(person_reads(&person, &own), cases[i].own);
        assert_int_equal(person_reads(&person, &other), cases[i].other);
        assert_int_equal(person_reads_drafts(&person, &own), cases[i].drafts);
        assert_int_equal(person_reads_drafts(&person, &other), cases[i].other && cases[i].drafts);
        assert_int_equal(person_reads_drafts(&person, NULL), cases[i].other && cases[i].drafts);
    }
}

static void holds_the_rules(void **state) {
    (void)state;
    struct loaded loaded = load_small();
    const struct rules *rules = &loaded.config.rules;
    assert_int_equal(rules->deadline[0].month, 4);
    assert_int_equal(rules->deadline[1].month, 7); /* left out: as core/DOMAIN.md has it */
    assert_int_equal(rules->deadline[3].shift, HOLIDAY_EARLIER);
    assert_int_equal(rules->deadline[YEAR_PERIOD - 1].month, 1);
    assert_int_equal(rules->deadline[YEAR_PERIOD - 1].day, 31);
    assert_int_equal(rules->deadline[YEAR_PERIOD - 1].shift, HOLIDAY_EARLIER);
    assert_int_equal(rules->after[DEADLINE_VERIFY].days, 7);
    assert_int_equal(rules->after[DEADLINE_REPAIR].days, 10);
    assert_int_equal(rules->after[DEADLINE_REPORT].days, 14);
    assert_int_equal(rules->after[DEADLINE_REPORT].shift, HOLIDAY_LATER);
    assert_int_equal(rules->holiday_count, 2);
    assert_int_equal(rules->holiday[1].month, 4);
    assert_false(rules->initial_required);
    assert_false(rules->self_verification_warned);
    assert_true(rules->evidence_required);
    assert_decimal(rules->explain_below, "75");
    assert_int_equal(rules->bands.count, 2);
    assert_string_equal(rules->bands.band[0].name, "Baik");
    assert_decimal(rules->bands.band[0].from, "75,5");
    assert_true(rules->cap.capped);
    assert_decimal(rules->cap.limit, "120");
    assert_int_equal(rules->average_basis, AVERAGE_QUARTER);
    assert_int_equal(rules->lower_formula, LOWER_DIFFERENCE);
    assert_decimal(rules->warn.above, "120");
    assert_decimal(rules->warn.below, "50");
    assert_decimal(rules->warn.jump, "10");
    loaded_release(&loaded);
}

static void rules_may_be_otherwise(void **state) {
    static const char other[] =
        "versi: 1\n"
        "instansi: {nama: D, singkat: D, daerah: K, tempat: M, zona_waktu: Asia/Jakarta}\n"
        "bidang: [{kode: koperasi, nama: K}, {kode: umkm, nama: U}]\n"
        "aturan:\n"
        "  batas_kirim:\n"
        "    TW2: {bulan: 8, tanggal: 1, jika_libur: tetap}\n"
        "    TAHUN: {bulan: 2, tanggal: 28, jika_libur: mundur}\n"
        "  batas_verifikasi: {hari: 0}\n"
        "  batas_perbaikan: {hari: 120, jika_libur: maju}\n"
        "  batas_lapor: {hari: 3, jika_libur: tetap}\n"
        "  paraf: ya\n"
        "  verifikasi_sendiri: peringatkan\n"
        "  bukti_wajib_saat_ajukan: tidak\n"
        "  batas_capaian: tidak\n"
        "  dasar_rata_rata: sd\n"
        "  rumus_turun: rasio\n"
        "katalog: [k.yaml]\n";
    (void)state;
    write_config(OFFICE_FILE, other);
    write_small(CATALOGUE_FILE);
    struct loaded loaded = load_written();
    assert_true(loaded.ok); /* no pengguna: any pelaksana will do */
    const struct rules *rules = &loaded.config.rules;
    assert_int_equal(rules->deadline[1].month, 8);
    assert_int_equal(rules->deadline[1].shift, HOLIDAY_FIXED);
    assert_int_equal(rules->deadline[YEAR_PERIOD - 1].day, 28);
    assert_int_equal(rules->after[DEADLINE_VERIFY].days, 0);
    assert_int_equal(rules->after[DEADLINE_VERIFY].shift, HOLIDAY_LATER);
    assert_int_equal(rules->after[DEADLINE_REPAIR].days, 120);
    assert_int_equal(rules->after[DEADLINE_REPAIR].shift, HOLIDAY_EARLIER);
    assert_int_equal(rules->after[DEADLINE_REPORT].shift, HOLIDAY_FIXED);
    assert_true(rules->initial_required);
    assert_true(rules->self_verification_warned);
    assert_false(rules->evidence_required);
    assert_false(rules->cap.capped);
    assert_int_equal(rules->average_basis, AVERAGE_TO_DATE);
    assert_int_equal(rules->lower_formula, LOWER_RATIO);
    assert_int_equal(rules->bands.count, 5);
    assert_string_equal(rules->bands.band[4].name, "Sangat Rendah");
    loaded_release(&loaded);
}

static void holds_the_catalogue(void **state) {
    (void)state;
    struct loaded loaded = load_small();
    const struct catalogue *catalogue = loaded.config.catalogue;
    assert_int_equal(catalogue->year, 2025);
    assert_false(catalogue->adopted);
    assert_string_equal(catalogue->plan_number, "");
    assert_int_equal(catalogue->count, 3);
    char digest[DIGEST_HEX_MAX];
    digest_print(&catalogue->digest, digest);
    assert_string_equal(digest, "8a90f19320e0022b4ea1878a7dedfdd729c4a59fac403e588a79f1ab79cc41f7");

    const struct indicator *letters = catalogue_find(catalogue, "sub-37");
    assert_ptr_equal(letters, &catalogue->indicator[0]);
    assert_ptr_equal(letters->unit, config_unit(&loaded.config, "koperasi"));
    assert_false(letters->measure.decimals || letters->measure.percent || letters->budgeted);
    assert_null(letters->officer);
    assert_null(letters->definition);
    assert_int_equal(letters->requirement_count, 2);
    assert_int_equal(indicator_required(letters, 1), 2);
    assert_int_equal(indicator_required(letters, 2), 1);
    assert_int_equal(indicator_required(letters, YEAR_PERIOD), 0);
    assert_true(requirement_filled(&letters->requirement[1], 1, "Sk"));
    assert_false(requirement_filled(&letters->requirement[1], 2, "SK"));
    assert_false(requirement_filled(&letters->requirement[1], 1, "SK 1"));

    const struct indicator *growth = catalogue_find(catalogue, "IKU-02");
    assert_true(growth->measure.decimals && growth->measure.percent);
    assert_int_equal(growth->plan.target[2].kind, FIGURE_NOT_MEASURED);
    assert_decimal(growth->plan.target[3].value, "0,15");
    assert_int_equal(indicator_required(growth, 3), 0);
    assert_int_equal(indicator_required(growth, 4), 1);

    const struct indicator *salaries = catalogue_find(catalogue, "SUB-50");
    assert_int_equal(salaries->plan.target[0].kind, FIGURE_NOT_SET);
    assert_int_equal(salaries->plan.polarity, POLARITY_LOWER);
    assert_string_equal(salaries->officer, "siti");
    assert_decimal(salaries->budget, "25.000.000");
    assert_int_equal(indicator_required(salaries, 3), 1);
    assert_null(catalogue_find(catalogue, "SUB-5"));
    loaded_release(&loaded);
}

/* 7 April 2025 is a Monday, 26 December 2025 and 30 January 2026 are Fridays; the small office's holidays are
 * 31 March and 1 April 2025. */
static void knows_its_deadlines(void **state) {
    static const struct {
        int number;
        enum deadline deadline;
        struct date day;
    } cases[] = {
        {1, DEADLINE_HAND_IN, {2025, 4, 7}},          {1, DEADLINE_VERIFY, {2025, 4, 14}},
        {1, DEADLINE_REPAIR, {2025, 4, 17}},          {1, DEADLINE_REPORT, {2025, 4, 21}},
        {4, DEADLINE_HAND_IN, {2025, 12, 26}},        {4, DEADLINE_VERIFY, {2026, 1, 2}},
        {4, DEADLINE_REPAIR, {2026, 1, 5}},           {YEAR_PERIOD, DEADLINE_HAND_IN, {2026, 1, 30}},
        {YEAR_PERIOD, DEADLINE_VERIFY, {2026, 2, 6}}, {YEAR_PERIOD, DEADLINE_REPAIR, {2026, 2, 9}},
    };
    (void)state;
    struct loaded loaded = load_small();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct quarter quarter = {2025, cases[i].number};
        struct date day = config_deadline_of(&loaded.config, quarter, cases[i].deadline);
        if (date_compare(day, cases[i].day) != 0)
            fail_msg("%zu: %d-%d-%d", i, day.year, day.month, day.day);
    }
    const struct quarter last = {2025, 4};
    struct date hand_in = config_deadline(&loaded.config, last);
    assert_int_equal(date_compare(hand_in, config_deadline_of(&loaded.config, last, DEADLINE_HAND_IN)), 0);
    assert_string_equal(deadline_words.term[DEADLINE_REPAIR].word, "batas_perbaikan");
    assert_string_equal(deadline_words.term[DEADLINE_HAND_IN].label, "Batas kirim");
    loaded_release(&loaded);
}

static void knows_the_quarter_due(void **state) {
    static const struct {
        struct date today;
        int number;
        bool outside;
    } cases[] = {
        {{2024, 12, 31}, 1, true}, {{2025, 1, 5}, 1, false},  {{2025, 5, 1}, 1, false},
        {{2025, 5, 2}, 2, false},  {{2025, 12, 1}, 4, false}, {{2026, 1, 31}, 4, false},
        {{2026, 2, 1}, 4, true},   {{2027, 8, 1}, 4, true},
    };
    const struct catalogue only = {.year = 2025, .first = 1};
    const struct config config = {.catalogue = &only, .catalogue_count = 1};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool outside;
        struct quarter due = config_quarter_due(&config, cases[i].today, &outside);
        assert_int_equal(due.year, 2025);
        assert_int_equal(due.number, cases[i].number);
        assert_int_equal(outside, cases[i].outside);
    }
}

static void the_example_loads(void **state) {
    (void)state;
    struct loaded loaded = load_from("tests/unit/data/config-example");
    assert_string_equal(buf_string(&loaded.problems), "");
    assert_int_equal(loaded.config.catalogue->count, 4);
    const struct indicator *active = catalogue_find(loaded.config.catalogue, "IKU-04");
    assert_string_equal(active->officer, "koperasi1");
    assert_non_null(active->definition);
    struct date deadline = config_deadline(&loaded.config, (struct quarter){2025, 4});
    assert_int_equal(deadline.day, 26); /* 28 December 2025 is a Sunday */
    loaded_release(&loaded);
}

static void the_shipped_catalogue_has_all_hundred(void **state) {
    static const int per_level[LEVEL_COUNT] = {5, 15, 25, 55};
    static const struct {
        const char *unit;
        int count;
    } per_unit[] = {
        {"perdagangan", 22}, {"umkm", 11}, {"perindustrian", 13}, {"koperasi", 16}, {"sekretariat", 38}};
    (void)state;
    struct loaded loaded = load_from("config");
    assert_string_equal(buf_string(&loaded.problems), "");
    const struct catalogue *catalogue = loaded.config.catalogue;
    assert_int_equal(catalogue->count, 100);
    assert_false(catalogue->adopted);
    assert_int_equal(loaded.config.unit_count, 5);
    int levels[LEVEL_COUNT] = {0};
    int units[5] = {0};
    for (int i = 0; i < catalogue->count; i++) {
        levels[catalogue->indicator[i].level]++;
        units[catalogue->indicator[i].unit - loaded.config.unit]++;
    }
    assert_memory_equal(levels, per_level, sizeof levels);
    for (int i = 0; i < 5; i++) {
        assert_string_equal(loaded.config.unit[i].code, per_unit[i].unit);
        assert_int_equal(units[i], per_unit[i].count);
    }
    role_set roles = 0;
    for (int i = 0; i < loaded.config.person_count; i++)
        roles |= loaded.config.person[i].roles;
    assert_int_equal(roles, (1u << ROLE_COUNT) - 1);
    loaded_release(&loaded);
}

/* Letter for letter: the digests are those of the seed's two tables, made there by
 *   tail -n +2 katalog-2025.tsv | awk -F'\t' -v OFS='\t' '{sub(/PRG/,"PRO",$1); match($5,/^[0-9,]+/);
 *     n=substr($5,1,RLENGTH); u=substr($5,RLENGTH+1); sub(/^ /,"",u); sub(/,/,".",n);
 *     if(n~/\./)sub(/\.?0+$/,"",n); print sprintf("%s-%02d",$1,$2),$3,$4,n" "u,$6}' | sha256sum
 *   tail -n +2 usulan-rencana-aksi.tsv | awk -F'\t' -v OFS='\t' '{for(i=4;i<=7;i++)
 *     if($i~/\./)sub(/\.?0+$/,"",$i); print}' | sha256sum */
static const char seed_catalogue[] = "93ab3bc744ff2d437e2768df8bf1778cddf67d84043137e3e7935418a2e873b9";
static const char seed_plan[] = "2ca7873053e12f64d41e18d7b018db4733b7b1c40580bed9390b4b12933ecd18";

static void put_catalogue_row(struct buf *out, const struct indicator *indicator) {
    char target[DECIMAL_TEXT_MAX];
    decimal_print_plain(indicator->plan.annual, 0, target);
    buf_printf(out, "%s\t%s\t%s\t%s %s\t%s\n", indicator->code, indicator->objective, indicator->description,
               target, indicator->measure.name, indicator->unit->name);
}

static void put_plan_row(struct buf *out, const struct indicator *indicator) {
    const struct plan *plan = &indicator->plan;
    buf_printf(out, "%s\t%s\t%s", indicator->code, aggregation_words.term[plan->aggregation].word,
               polarity_words.term[plan->polarity].word);
    for (int i = 0; i < QUARTERS; i++) {
        char target[DECIMAL_TEXT_MAX] = "-";
        if (plan->target[i].kind == FIGURE_VALUE)
            decimal_print_plain(plan->target[i].value, 0, target);
        buf_printf(out, "\t%s", target);
    }
    for (int i = 0; i < 2; i++) {
        const struct requirement *requirement = &indicator->requirement[i];
        bool given = i < indicator->requirement_count;
        buf_printf(out, "\t%s\t%s", given ? evidence_kind_words.term[requirement->kind].word : "",
                   given ? requirement->title : "");
    }
    buf_text(out, "\n");
}

static void assert_digest(const struct buf *text, const char *expected) {
    char printed[DIGEST_HEX_MAX];
    struct digest digest = digest_bytes(text->data, text->length);
    digest_print(&digest, printed);
    assert_string_equal(printed, expected);
}

static void the_shipped_catalogue_is_the_seed(void **state) {
    struct buf rows = {0};
    struct buf plan = {0};
    (void)state;
    struct loaded loaded = load_from("config");
    const struct catalogue *catalogue = loaded.config.catalogue;
    for (int i = 0; i < catalogue->count; i++) {
        put_catalogue_row(&rows, &catalogue->indicator[i]);
        put_plan_row(&plan, &catalogue->indicator[i]);
    }
    assert_digest(&rows, seed_catalogue);
    assert_digest(&plan, seed_plan);
    buf_release(&plan);
    buf_release(&rows);
    loaded_release(&loaded);
}

/* Every document in every measured quarter, but for the two decrees that are due once (core/DOMAIN.md). */
static void documents_are_due_when_measured(void **state) {
    (void)state;
    struct loaded loaded = load_from("config");
    const struct catalogue *catalogue = loaded.config.catalogue;
    for (int i = 0; i < catalogue->count; i++) {
        const struct indicator *indicator = &catalogue->indicator[i];
        bool active = strcmp(indicator->code, "IKU-04") == 0;
        bool health = strcmp(indicator->code, "SUB-18") == 0;
        for (int number = 1; number <= QUARTERS; number++) {
            bool measured = plan_takes_value(&indicator->plan, number);
            bool not_yet = (active && number != 4) || (health && number != 1);
            assert_int_equal(indicator_required(indicator, number),
                             measured ? indicator->requirement_count - not_yet : 0);
        }
    }
    loaded_release(&loaded);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_the_office),
        cmocka_unit_test(knows_its_people),
        cmocka_unit_test(roles_read),
        cmocka_unit_test(holds_the_rules),
        cmocka_unit_test(rules_may_be_otherwise),
        cmocka_unit_test(holds_the_catalogue),
        cmocka_unit_test(knows_its_deadlines),
        cmocka_unit_test(knows_the_quarter_due),
        cmocka_unit_test(the_example_loads),
        cmocka_unit_test(the_shipped_catalogue_has_all_hundred),
        cmocka_unit_test(the_shipped_catalogue_is_the_seed),
        cmocka_unit_test(documents_are_due_when_measured),
    };
    return cmocka_run_group_tests(tests, config_help_begin, config_help_end);
}
