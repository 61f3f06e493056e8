/* The authorisation matrix: role x own or other bidang x where the quarter stands x deed, every cell, against
 * what core/DOMAIN.md (Who; The year, 2 to 5) says, written out here by hand. */
#include "check.h"
#include "model/apply.h"
#include "model/workflow.h"
#include "unit/small_office.h"
#include <stdio.h>
#include <string.h>

/* Who may, as letters: O operator, A atasan, V verifikator, P perencana, H pimpinan, R pembaca; first those
 * who may in their own bidang only. */
static const struct {
    enum deed deed;
    const char *own, *all;
    const char *stages[STAGE_COUNT]; /* where it leads; "" nowhere, it stays; NULL refused */
} expected[] = {
    /*                                terbuka    diparaf     diajukan        dikembalikan    terverif.
       disahkan */
    {DEED_FILL, "OA", "", {"", NULL, NULL, "", NULL, NULL}},
    {DEED_INITIAL, "A", "", {"diparaf", NULL, NULL, "diparaf", NULL, NULL}},
    {DEED_SUBMIT, "A", "", {"diajukan", "diajukan", "diajukan", "diajukan", NULL, NULL}},
    {DEED_WITHDRAW, "A", "", {NULL, "terbuka", "terbuka", NULL, NULL, NULL}},
    {DEED_CHECK, "", "V", {NULL, NULL, "", NULL, NULL, NULL}},
    {DEED_ANSWER, "A", "", {NULL, NULL, "", "", "", NULL}},
    {DEED_RETURN, "", "V", {NULL, NULL, "dikembalikan", NULL, "dikembalikan", NULL}},
    {DEED_VERIFY, "", "V", {NULL, NULL, "terverifikasi", NULL, NULL, NULL}},
    {DEED_RATIFY, "", "H", {NULL, NULL, NULL, NULL, "disahkan", NULL}},
    {DEED_RATIFY_ON_PAPER, "", "PH", {NULL, NULL, NULL, NULL, "disahkan", NULL}},
    {DEED_UNLOCK, "", "P", {NULL, NULL, NULL, NULL, NULL, "dikembalikan"}},
    {DEED_INSTRUCT, "A", "VH", {"", "", "", "", "", ""}},
    {DEED_REPLY, "OA", "", {"", "", "", "", "", ""}},
    {DEED_MEET, "A", "P", {"", "", "", "", "", ""}},
    {DEED_MEET_JOINTLY, "", "PH", {"", "", "", "", "", ""}},
    {DEED_RECOMMEND, "", "P", {"", "", "", "", "", ""}},
    {DEED_FOLLOW_UP, "OA", "P", {"", "", "", "", "", ""}},
    {DEED_CLOSE, "", "P", {"", "", "", "", "", ""}},
    {DEED_MARK, "", "P", {"", "", "", "", "", ""}},
    {DEED_HAND_OVER, "", "P", {"", "", "", "", "", ""}},
    {DEED_FINALISE, "OA", "", {"", "", "", "", "", NULL}},
    {DEED_ALLOW, "A", "", {"", NULL, NULL, "", NULL, NULL}},
    {DEED_FULFIL, "OA", "", {"", "", "", "", "", NULL}},
    {DEED_ASK_REKEY, "A", "", {"", NULL, NULL, "", NULL, NULL}},
};

static const char letters[ROLE_COUNT + 1] = "OAVPHR";

static bool is_held(enum deed deed, enum role role, const struct unit *of, const struct unit *in,
                    struct err *err) {
    const struct person person = {.login = "uji", .name = "Uji", .unit = of, .roles = 1u << role};
    return deed_held(small_office(), &person, deed, in, err);
}

static void every_role_for_every_deed_in_every_bidang(void **state) {
    (void)state;
    const struct unit *in = small_office_unit("koperasi");
    const struct unit *places[] = {in, small_office_unit("sekretariat"), NULL};
    assert_int_equal(sizeof expected / sizeof *expected, DEED_COUNT);
    for (size_t i = 0; i < DEED_COUNT; i++)
        for (int role = 0; role < ROLE_COUNT; role++)
            for (size_t place = 0; place < 3; place++) {
                struct err err = {0};
                bool own = strchr(expected[i].own, letters[role]) && places[place] == in;
                bool may = own || strchr(expected[i].all, letters[role]);
                if (is_held(expected[i].deed, (enum role)role, places[place], in, &err) != may)
                    fail_msg("%c, deed %d, place %zu: %s", letters[role], expected[i].deed, place, err.text);
                assert_int_equal(err.kind, may ? ERR_NONE : ERR_DENIED);
            }
}

/* Where the quarter stands when what the deed makes was applied. */
static enum stage stage_after(enum deed deed, enum stage stage) {
    static const enum event_kind kinds[DEED_COUNT] = {
        [DEED_INITIAL] = EVENT_INITIALLED, [DEED_SUBMIT] = EVENT_SUBMITTED,
        [DEED_WITHDRAW] = EVENT_WITHDRAWN, [DEED_RETURN] = EVENT_RETURNED,
        [DEED_VERIFY] = EVENT_VERIFIED,    [DEED_RATIFY] = EVENT_RATIFIED,
        [DEED_UNLOCK] = EVENT_UNLOCKED,    [DEED_RATIFY_ON_PAPER] = EVENT_RATIFIED,
    };
    struct record record;
    const struct record_key key = record_key(RECORD_SUBMISSION, "koperasi", (struct quarter){2025, 3});
    struct event event = {.change = {.kind = kinds[deed], .key = key}, .id = {.sequence = 1}};
    record_init(&record, &key);
    record.submission.stage = stage;
    assert_int_not_equal(kinds[deed], 0);
    apply(&record, &event);
    return record.submission.stage;
}

static void check_cell(size_t i, enum stage stage) {
    const char *leads = expected[i].stages[stage];
    struct err err = {0};
    bool possible = deed_possible(small_office(), expected[i].deed, stage, small_office_unit("koperasi"),
                                  "Bidang Koperasi 2025-TW3", &err);
    if (possible != (leads != NULL))
        fail_msg("deed %d at %s: %s", expected[i].deed, stage_words.term[stage].word, err.text);
    assert_int_equal(err.kind, possible ? ERR_NONE : ERR_STEP);
    if (leads && *leads)
        assert_string_equal(stage_words.term[stage_after(expected[i].deed, stage)].word, leads);
}

static void every_deed_at_every_step(void **state) {
    (void)state;
    for (size_t i = 0; i < DEED_COUNT; i++)
        for (int stage = 0; stage < STAGE_COUNT; stage++)
            check_cell(i, (enum stage)stage);
}

static void a_refusal_says_why_and_who_can_help(void **state) {
    (void)state;
    struct err err;
    const struct unit *unit = small_office_unit("koperasi");
    assert_false(deed_possible(small_office(), DEED_FILL, STAGE_SUBMITTED, unit, "K-LAPORAN 2025-TW3", &err));
    assert_string_equal(err.text,
                        "K-LAPORAN 2025-TW3 sudah diajukan; minta atasan (Atasan Koperasi) menariknya, "
                        "atau verifikator (Verifikator Koperasi) mengembalikannya");
    assert_false(deed_possible(small_office(), DEED_FILL, STAGE_RATIFIED, unit, "K-LAPORAN 2025-TW3", &err));
    assert_string_equal(err.text,
                        "K-LAPORAN 2025-TW3 sudah disahkan dan terkunci; minta perencana (Perencana "
                        "Koperasi) membuka kuncinya");
}

static void a_row_sent_back_is_open_until_the_next_round(void **state) {
    (void)state;
    struct submission submission = {.stage = STAGE_SUBMITTED, .round = 2};
    struct check check = {.verdict = VERDICT_RETURNED, .round = 2};
    assert_int_equal(row_stage(&submission, &check), STAGE_RETURNED);
    submission.round = 3;
    assert_int_equal(row_stage(&submission, &check), STAGE_SUBMITTED);
    check = (struct check){.verdict = VERDICT_CONFORMS, .round = 3};
    assert_int_equal(row_stage(&submission, &check), STAGE_SUBMITTED);
    submission.stage = STAGE_VERIFIED;
    assert_int_equal(row_stage(&submission, &check), STAGE_VERIFIED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_role_for_every_deed_in_every_bidang),
        cmocka_unit_test(every_deed_at_every_step),
        cmocka_unit_test(a_refusal_says_why_and_who_can_help),
        cmocka_unit_test(a_row_sent_back_is_open_until_the_next_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
