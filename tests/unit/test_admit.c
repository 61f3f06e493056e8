#include "base/clock.h"
#include "check.h"
#include "model/admit.h"
#include "unit/no_records.h"
#include "unit/small_office.h"
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct uuid device = {{0xd0}};

/* Something asked for, and what stands where it is asked for. */
struct scene {
    struct request request;
    struct record current;
};

static struct scene scene_of(enum event_kind kind, const char *code) {
    struct scene scene;
    memset(&scene, 0, sizeof scene);
    struct change *change = &scene.request.change;
    change->kind = kind;
    change->key = (struct record_key){.kind = event_kind_record(kind), .quarter = {SMALL_OFFICE_YEAR, 3}};
    snprintf(change->key.code, sizeof change->key.code, "%s", code);
    record_init(&scene.current, &change->key);
    return scene;
}

/* An earlier change by kabid stands there. */
static void stands(struct scene *scene) {
    scene->current.head = (struct event_id){device, 7};
    scene->current.changed_at = INT64_C(1759478709000); /* 2025-10-03 16:05:09 WITA */
    snprintf(scene->current.changed_by, sizeof scene->current.changed_by, "atasan");
    scene->request.change.replaces = scene->current.head;
}

static struct scene actual_scene(const char *code, int64_t units) {
    struct scene scene = scene_of(EVENT_ACTUAL_SET, code);
    scene.request.change.actual = (struct actual){.filled = true, .value = {units}};
    return scene;
}

static struct scene evidence_scene(const char *title) {
    struct scene scene = scene_of(EVENT_EVIDENCE_SET, REPORTS);
    struct evidence *evidence = &scene.request.change.evidence;
    evidence->kind = EVIDENCE_REPORT;
    evidence->date = (struct date){2025, 9, 28};
    snprintf(evidence->title, sizeof evidence->title, "%s", title);
    scene.current.key.number = 1;
    return scene;
}

/* What is right in itself, on an indicator of Koperasi. */
static struct scene sound_scene(enum event_kind kind) {
    struct scene scene = kind == EVENT_ACTUAL_SET     ? actual_scene(REPORTS, 375 * DECIMAL_SCALE)
                         : kind == EVENT_EVIDENCE_SET ? evidence_scene("Laporan koperasi")
                                                      : scene_of(kind, REPORTS);
    if (kind == EVENT_ACTUAL_CLEARED)
        scene.current.actual.filled = true;
    if (kind == EVENT_EVIDENCE_REMOVED)
        scene.current.key.number = scene.request.change.key.number = 1;
    if (kind == EVENT_ACTUAL_CLEARED || kind == EVENT_EVIDENCE_REMOVED)
        stands(&scene);
    return scene;
}

static enum err_kind answer(const struct scene *scene, const char *login, struct event *event,
                            struct err *err) {
    struct person person = config_person(small_office(), login);
    struct records records = no_records;
    records.asker = (struct asker){.config = small_office(), .person = &person};
    *err = (struct err){.kind = ERR_NONE};
    return admit(&records, &scene->request, &scene->current, event, err) ? ERR_NONE : err->kind;
}

/* Asks as the operator, who may. */
static void expect(const struct scene *scene, enum err_kind kind, const char *text) {
    struct event event;
    struct err err;
    assert_int_equal(answer(scene, "operator", &event, &err), kind);
    if (text)
        assert_string_equal(err.text, text);
}

/* ---- who ---- */

static void a_refusal_names_the_role_and_who_has_it(void **state) {
    (void)state;
    static const struct {
        enum event_kind kind;
        const char *login;
        const char *text;
    } cases[] = {
        {EVENT_ACTUAL_SET, "pembaca",
         "hanya operator atau atasan Bidang Koperasi (Operator Koperasi) yang boleh mengisi"},
        {EVENT_ACTUAL_CLEARED, "operator2",
         "hanya operator atau atasan Bidang Koperasi (Operator Koperasi) yang boleh mengisi"},
        {EVENT_NOTES_SET, "pimpinan",
         "hanya operator atau atasan Bidang Koperasi (Operator Koperasi) yang boleh mengisi"},
        {EVENT_EVIDENCE_SET, "verifikator",
         "hanya operator atau atasan Bidang Koperasi (Operator Koperasi) yang boleh mengisi"},
        {EVENT_EVIDENCE_REMOVED, "atasan2",
         "hanya operator atau atasan Bidang Koperasi (Operator Koperasi) yang boleh mengisi"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scene scene = sound_scene(cases[i].kind);
        struct event event;
        struct err err;
        assert_int_equal(answer(&scene, cases[i].login, &event, &err), ERR_DENIED);
        assert_string_equal(err.text, cases[i].text);
    }
}

static void a_refusal_names_nobody_where_nobody_is_listed(void **state) {
    (void)state;
    struct config config = *small_office();
    config.person_count = 1; /* Operator Koperasi alone */
    struct person person = config.person[0];
    struct err err;
    assert_false(deed_held(&config, &person, DEED_FILL, small_office_unit("sekretariat"), &err));
    assert_string_equal(err.text, "hanya operator atau atasan Sekretariat yang boleh mengisi");
    assert_true(deed_held(&config, &person, DEED_FILL, small_office_unit("koperasi"), &err));
}

/* ---- compare and swap ---- */

static void what_moved_on_is_not_overwritten(void **state) {
    (void)state;
    struct scene scene = actual_scene(REPORTS, DECIMAL_SCALE);
    stands(&scene);
    expect(&scene, ERR_NONE, NULL);

    scene.request.change.replaces.sequence = 6;
    expect(&scene, ERR_STALE, "\"" REPORTS "\" sudah diubah Atasan Koperasi (atasan) pada 03-10-2025 16.05");
    scene.request.change.replaces = (struct event_id){{{0xee}}, 7};
    expect(&scene, ERR_STALE, NULL);
    scene.request.change.replaces = (struct event_id){.sequence = 0};
    expect(&scene, ERR_STALE, NULL);

    snprintf(scene.current.changed_by, sizeof scene.current.changed_by, "budi");
    expect(&scene, ERR_STALE, "\"" REPORTS "\" sudah diubah budi pada 03-10-2025 16.05");
}

static void what_was_seen_but_is_not_there_is_stale(void **state) {
    (void)state;
    struct scene scene = actual_scene(REPORTS, DECIMAL_SCALE);
    scene.request.change.replaces = (struct event_id){device, 7};
    expect(&scene, ERR_STALE, "\"" REPORTS "\" tidak lagi seperti yang terlihat; muat ulang, lalu ulangi");
}

static void heads_are_compared_before_anything_else(void **state) {
    (void)state;
    struct scene scene = actual_scene(REPORTS, -1);
    stands(&scene);
    scene.request.change.replaces.sequence = 1;
    struct event event;
    struct err err;
    assert_int_equal(answer(&scene, "verifikator", &event, &err), ERR_STALE);
}

/* Stale brings back what stands, and that is not for everybody. */
static void who_may_not_read_it_is_denied_before_he_is_stale(void **state) {
    (void)state;
    struct scene scene = actual_scene(REPORTS, -1);
    struct event event;
    struct err err;
    stands(&scene);
    scene.request.change.replaces.sequence = 1;
    assert_int_equal(answer(&scene, "pembaca", &event, &err), ERR_DENIED);
    assert_int_equal(answer(&scene, "operator2", &event, &err), ERR_DENIED);
    assert_int_equal(answer(&scene, "operator", &event, &err), ERR_STALE);
    snprintf(scene.request.change.key.code, sizeof scene.request.change.key.code, "SUB-99");
    assert_int_equal(answer(&scene, "pembaca", &event, &err), ERR_NOT_FOUND);
}

/* ---- where ---- */

static void only_known_codes_and_the_catalogues_year(void **state) {
    (void)state;
    static const struct {
        const char *code;
        struct quarter quarter;
        const char *text;
    } cases[] = {
        {"SUB-99", {2025, 3}, "kode \"SUB-99\" tidak ada di katalog 2025"},
        {"k-laporan", {2025, 3}, "kode \"k-laporan\" tidak ada di katalog 2025"},
        {REPORTS, {2024, 4}, "triwulan \"2024-TW4\" di luar katalog; pilih 2025-TW1 s.d. 2025-TW4"},
        {REPORTS, {2025, 0}, "triwulan \"2025-TW0\" di luar katalog; pilih 2025-TW1 s.d. 2025-TW4"},
        {REPORTS, {2024, 5}, "triwulan \"2024-TAHUN\" di luar katalog; pilih 2025-TW1 s.d. 2025-TW4"},
        {REPORTS, {2025, 6}, "triwulan \"2025-TW6\" di luar katalog; pilih 2025-TW1 s.d. 2025-TW4"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scene scene = actual_scene(cases[i].code, DECIMAL_SCALE);
        scene.request.change.key.quarter = cases[i].quarter;
        expect(&scene, ERR_NOT_FOUND, cases[i].text);
    }
    struct scene scene = actual_scene(REPORTS, DECIMAL_SCALE);
    scene.request.change.key.quarter.number = YEAR_PERIOD;
    expect(&scene, ERR_NONE, NULL);
}

/* ---- what ---- */

static void values_an_indicator_can_have(void **state) {
    (void)state;
    static const struct {
        const char *code;
        int64_t units;
        enum err_kind kind;
    } cases[] = {
        {REPORTS, 0, ERR_NONE},
        {REPORTS, 375 * DECIMAL_SCALE, ERR_NONE},
        {REPORTS, 999999999999 * DECIMAL_SCALE, ERR_NONE},
        {REPORTS, -DECIMAL_SCALE, ERR_INVALID},
        {REPORTS, 5000, ERR_INVALID},
        {REPORTS, DECIMAL_UNITS_MAX, ERR_INVALID},
        {SHARE, -1500, ERR_NONE}, /* growth can fall: warned */
        {SHARE, 2000000, ERR_NONE},
        {SHARE, DECIMAL_UNITS_MAX, ERR_NONE},
        {SHARE, DECIMAL_UNITS_MAX + 1, ERR_INVALID},
        {SHARE, -DECIMAL_UNITS_MAX - 1, ERR_INVALID},
        {SHARE, INT64_MIN, ERR_INVALID},
        {DOCUMENT, DECIMAL_SCALE, ERR_NONE}, /* TW III is out of plan: warned */
        {UNSPLIT, DECIMAL_SCALE, ERR_NONE},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scene scene = actual_scene(cases[i].code, cases[i].units);
        expect(&scene, cases[i].kind, NULL);
    }
    struct scene half = actual_scene(REPORTS, 15000);
    expect(&half, ERR_INVALID,
           "\"1,5\" tidak mungkin untuk satuan laporan; isi bilangan bulat, 0 atau lebih");
}

static void a_fraction_belongs_to_a_percentage_and_agrees_with_it(void **state) {
    (void)state;
    static const struct {
        const char *code;
        int64_t units;
        struct fraction fraction;
        enum err_kind kind;
    } cases[] = {
        {SHARE, 750000, {{45 * DECIMAL_SCALE}, {60 * DECIMAL_SCALE}}, ERR_NONE},
        {SHARE, 333333, {{1 * DECIMAL_SCALE}, {3 * DECIMAL_SCALE}}, ERR_NONE},
        {SHARE, 333334, {{1 * DECIMAL_SCALE}, {3 * DECIMAL_SCALE}}, ERR_INVALID},
        {SHARE, 750000, {{45 * DECIMAL_SCALE}, {INT64_MAX}}, ERR_INVALID},
        {SHARE, 0, {{0}, {INT64_MAX}}, ERR_INVALID},
        {SHARE, 0, {{0}, {60 * DECIMAL_SCALE}}, ERR_NONE},
        {SHARE, 0, {{0}, {-60 * DECIMAL_SCALE}}, ERR_INVALID},
        {SHARE, 750000, {{-45 * DECIMAL_SCALE}, {-60 * DECIMAL_SCALE}}, ERR_INVALID},
        {SHARE, -750000, {{-45 * DECIMAL_SCALE}, {60 * DECIMAL_SCALE}}, ERR_INVALID},
        {REPORTS, 75 * DECIMAL_SCALE, {{45 * DECIMAL_SCALE}, {60 * DECIMAL_SCALE}}, ERR_INVALID},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scene scene = actual_scene(cases[i].code, cases[i].units);
        scene.request.change.actual.fraction = cases[i].fraction;
        expect(&scene, cases[i].kind, NULL);
    }
}

/* The same value without the mark; anything else is a value like any other. */
static void taking_the_mark_away_makes_final(void **state) {
    (void)state;
    static const struct {
        bool filled, provisional, still, undo;
        int64_t units;
        enum event_kind kind;
    } cases[] = {
        {true, true, false, false, 375 * DECIMAL_SCALE, EVENT_ACTUAL_FINALISED},
        {true, true, false, false, 374 * DECIMAL_SCALE, EVENT_ACTUAL_SET},
        {true, true, true, false, 375 * DECIMAL_SCALE, EVENT_ACTUAL_SET},
        {true, false, false, false, 375 * DECIMAL_SCALE, EVENT_ACTUAL_SET},
        {true, true, false, true, 375 * DECIMAL_SCALE, EVENT_ACTUAL_SET},
        {false, false, false, false, 0, EVENT_ACTUAL_SET},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scene scene = actual_scene(REPORTS, 375 * DECIMAL_SCALE);
        struct event event;
        struct err err;
        scene.current.actual = (struct actual){
            .filled = cases[i].filled, .provisional = cases[i].provisional, .value = {cases[i].units}};
        scene.request.change.actual.provisional = cases[i].still;
        scene.request.change.undo = cases[i].undo;
        assert_int_equal(answer(&scene, "operator", &event, &err), ERR_NONE);
        assert_int_equal(event.change.kind, cases[i].kind);
    }
    struct scene scene = actual_scene(REPORTS, 375 * DECIMAL_SCALE);
    scene.request.change.kind = EVENT_ACTUAL_FINALISED;
    expect(&scene, ERR_INVALID,
           "realisasi \"" REPORTS "\" tidak sementara, atau nilainya lain; isi seperti biasa");
}

static void clearing_needs_something_to_clear(void **state) {
    (void)state;
    struct scene scene = scene_of(EVENT_ACTUAL_CLEARED, REPORTS);
    expect(&scene, ERR_INVALID, "realisasi \"" REPORTS "\" memang belum diisi");
    stands(&scene);
    scene.current.actual.filled = true;
    expect(&scene, ERR_NONE, NULL);
}

static void notes_pass_the_door(void **state) {
    (void)state;
    for (int i = 0; i < NOTE_COUNT; i++) {
        struct scene scene = scene_of(EVENT_NOTES_SET, REPORTS);
        struct notes *notes = &scene.request.change.notes;
        snprintf(notes->text[i], sizeof notes->text[i], "hujan, jalan putus");
        expect(&scene, ERR_NONE, NULL);

        snprintf(notes->text[i], sizeof notes->text[i], "a\x1b[2Jb");
        struct event event;
        struct err err;
        assert_int_equal(answer(&scene, "operator", &event, &err), ERR_INVALID);
        const char *label = note_words.term[i].label;
        assert_memory_equal(err.text, label, strlen(label));

        memset(notes->text[i], 'a', sizeof notes->text[i]); /* no NUL at the end */
        expect(&scene, ERR_INVALID, NULL);
    }
}

static void evidence_needs_a_title_a_kind_and_no_impossible_date(void **state) {
    (void)state;
    struct scene scene = evidence_scene("   ");
    expect(&scene, ERR_INVALID, "judul bukti masih kosong; isi judulnya");
    scene = evidence_scene("");
    expect(&scene, ERR_INVALID, "judul bukti masih kosong; isi judulnya");
    scene = evidence_scene("Laporan");
    expect(&scene, ERR_NONE, NULL);

    scene.request.change.evidence.date = (struct date){.year = 0};
    expect(&scene, ERR_NONE, NULL);
    scene.request.change.evidence.date = (struct date){2025, 2, 30};
    expect(&scene, ERR_INVALID, "tanggal bukti tidak ada di kalender; contoh: 28-9-2025");

    scene = evidence_scene("Laporan");
    scene.request.change.evidence.kind = (enum evidence_kind)EVIDENCE_KIND_COUNT;
    expect(&scene, ERR_INVALID, "jenis bukti tidak dikenal; pilih 1 sampai 8");
}

static void a_promise_has_a_day_and_no_file(void **state) {
    (void)state;
    struct scene scene = evidence_scene("Laporan");
    struct evidence *evidence = &scene.request.change.evidence;
    evidence->promised = true;
    expect(&scene, ERR_NONE, NULL);
    evidence->file = true;
    expect(&scene, ERR_INVALID, "bukti menyusul belum punya berkas; lampirkan berkasnya saja");
    evidence->file = false;
    evidence->date.year = 0;
    expect(&scene, ERR_INVALID, "bukti menyusul perlu tanggal kapan ia ada; contoh: 28-10-2025");
}

/* Whether it is allowed follows from who asks, never from what is asked. */
static void an_atasans_own_promise_is_allowed(void **state) {
    (void)state;
    static const struct {
        const char *login;
        bool promised, asked, undo, allowed;
    } cases[] = {
        {"operator", true, true, false, false}, {"atasan", true, false, false, true},
        {"atasan", false, true, false, false},  {"atasan", true, false, true, false},
        {"atasan", true, true, true, true},     {"operator", true, true, true, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct scene scene = evidence_scene("Laporan");
        struct event event;
        struct err err;
        scene.request.change.evidence.promised = cases[i].promised;
        scene.request.change.evidence.allowed = cases[i].asked;
        scene.request.change.undo = cases[i].undo;
        assert_int_equal(answer(&scene, cases[i].login, &event, &err), ERR_NONE);
        assert_int_equal(event.change.evidence.allowed, cases[i].allowed);
    }
}

static void a_promise_is_fulfilled_under_its_title(void **state) {
    (void)state;
    static const struct {
        bool promised, allowed, still;
        const char *title;
        enum event_kind kind;
    } cases[] = {
        {true, true, false, "laporan KOPERASI", EVENT_EVIDENCE_FULFILLED},
        {true, true, true, "Laporan koperasi", EVENT_EVIDENCE_SET},
        {true, true, false, "Laporan", EVENT_EVIDENCE_SET},
        {true, false, false, "Laporan koperasi", EVENT_EVIDENCE_SET},
        {false, false, false, "Laporan koperasi", EVENT_EVIDENCE_SET},
    };
    struct scene scene;
    struct event event;
    struct err err;
    for (size_t i = 0; i < COUNT(cases); i++) {
        scene = evidence_scene("Laporan koperasi");
        stands(&scene);
        scene.current.evidence = scene.request.change.evidence;
        scene.current.evidence.promised = cases[i].promised;
        scene.current.evidence.allowed = cases[i].allowed;
        scene.request.change.key.number = 1;
        scene.request.change.evidence.promised = cases[i].still;
        snprintf(scene.request.change.evidence.title, TITLE_MAX + 1, "%s", cases[i].title);
        assert_int_equal(answer(&scene, "operator", &event, &err), ERR_NONE);
        assert_int_equal(event.change.kind, cases[i].kind);
    }
    scene.request.change.kind = EVENT_EVIDENCE_FULFILLED;
    expect(&scene, ERR_INVALID, "bukti nomor 1 pada \"" REPORTS "\" tidak sedang menyusul dengan judul itu");
}

static void evidence_texts_pass_the_door(void **state) {
    (void)state;
    static const struct {
        size_t offset, max;
        const char *label;
    } fields[] = {
        {offsetof(struct evidence, title), TITLE_MAX, "judul bukti: "},
        {offsetof(struct evidence, number), NUMBER_MAX, "nomor: "},
        {offsetof(struct evidence, place), PLACE_MAX, "lokasi: "},
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        struct scene scene = evidence_scene("Laporan");
        char *text = (char *)&scene.request.change.evidence + fields[i].offset;
        memset(text, 'a', fields[i].max);
        text[fields[i].max] = '\0';
        expect(&scene, ERR_NONE, NULL);

        snprintf(text, fields[i].max, "a\tb");
        struct event event;
        struct err err;
        assert_int_equal(answer(&scene, "operator", &event, &err), ERR_INVALID);
        assert_memory_equal(err.text, fields[i].label, strlen(fields[i].label));

        memset(text, 'a', fields[i].max + 1);
        assert_int_equal(answer(&scene, "operator", &event, &err), ERR_INVALID);
    }
}

static void evidence_that_is_not_there_is_not_changed(void **state) {
    (void)state;
    static const enum event_kind kinds[] = {EVENT_EVIDENCE_SET, EVENT_EVIDENCE_REMOVED};
    const char *missing = "bukti nomor 3 pada \"" REPORTS "\" tidak ada atau sudah dihapus";
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct scene scene = evidence_scene("Laporan");
        scene.request.change.kind = kinds[i];
        scene.request.change.key.number = scene.current.key.number = 3;
        expect(&scene, ERR_NOT_FOUND, missing);
        scene.request.change.undo = true;
        expect(&scene, ERR_NOT_FOUND, missing);

        stands(&scene);
        expect(&scene, ERR_NONE, NULL);
        scene.current.evidence.removed = true;
        scene.request.change.undo = false;
        expect(&scene, ERR_NOT_FOUND, missing);
        scene.request.change.undo = true; /* the undo of a removal brings it back */
        expect(&scene, kinds[i] == EVENT_EVIDENCE_SET ? ERR_NONE : ERR_NOT_FOUND, NULL);
    }
}

/* ---- the event ---- */

static void the_event_says_who_and_under_which_catalogue(void **state) {
    (void)state;
    struct scene scene = evidence_scene("Laporan koperasi");
    scene.current.key.number = 4;
    scene.request.operation = (struct uuid){{0x0f}};
    struct event event;
    struct err err;
    assert_int_equal(answer(&scene, "atasan", &event, &err), ERR_NONE);
    assert_string_equal(event.who, "atasan");
    assert_memory_equal(&event.operation, &scene.request.operation, sizeof event.operation);
    assert_true(digest_equal(&event.catalogue, &small_office()->catalogue->digest));
    assert_int_equal(event.id.sequence, 0);
    assert_int_equal(event.change.key.number, 4);
    assert_string_equal(event.change.evidence.title, "Laporan koperasi");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_refusal_names_the_role_and_who_has_it),
        cmocka_unit_test(a_refusal_names_nobody_where_nobody_is_listed),
        cmocka_unit_test(what_moved_on_is_not_overwritten),
        cmocka_unit_test(what_was_seen_but_is_not_there_is_stale),
        cmocka_unit_test(heads_are_compared_before_anything_else),
        cmocka_unit_test(who_may_not_read_it_is_denied_before_he_is_stale),
        cmocka_unit_test(only_known_codes_and_the_catalogues_year),
        cmocka_unit_test(values_an_indicator_can_have),
        cmocka_unit_test(a_fraction_belongs_to_a_percentage_and_agrees_with_it),
        cmocka_unit_test(taking_the_mark_away_makes_final),
        cmocka_unit_test(clearing_needs_something_to_clear),
        cmocka_unit_test(notes_pass_the_door),
        cmocka_unit_test(evidence_needs_a_title_a_kind_and_no_impossible_date),
        cmocka_unit_test(a_promise_has_a_day_and_no_file),
        cmocka_unit_test(an_atasans_own_promise_is_allowed),
        cmocka_unit_test(a_promise_is_fulfilled_under_its_title),
        cmocka_unit_test(evidence_texts_pass_the_door),
        cmocka_unit_test(evidence_that_is_not_there_is_not_changed),
        cmocka_unit_test(the_event_says_who_and_under_which_catalogue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
