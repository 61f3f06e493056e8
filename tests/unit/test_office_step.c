/* A quarter's way from hand to hand, beside what samples/satu-triwulan.sh walks: paraf, one's own work, what
 * moved meanwhile, and what a correction makes of the figures. */
#include "check.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>

static void take(struct office *office, enum event_kind kind) {
    struct err err = {0};
    if (!desk_try_step(office, kind, 1, "", &err))
        fail_msg("%s", err.text);
}

static void refused(struct office *office, enum event_kind kind, enum err_kind expected, const char *text) {
    struct err err = {0};
    assert_false(desk_try_step(office, kind, 1, "", &err));
    assert_int_equal(err.kind, expected);
    if (!strstr(err.text, text))
        fail_msg("%s", err.text);
}

static bool judge(struct office *office, const char *code, enum event_kind kind, struct check check,
                  struct err *err) {
    return desk_judge(office, kind, code, 1, &check, err);
}

static void pass(struct office *office, const char *code) {
    struct err err = {0};
    if (!judge(office, code, EVENT_CHECK_PASSED, (struct check){.round = 0}, &err))
        fail_msg("%s", err.text);
}

static struct config with(struct rules rules, const struct person *people, int count) {
    struct config config = *small_office();
    config.rules = rules;
    config.person = people;
    config.person_count = count;
    return config;
}

static void one_does_not_verify_ones_own(void **state) {
    (void)state;
    const struct unit *unit = small_office_unit("koperasi");
    const struct person people[] = {
        {.login = "operator", .name = "Operator", .position = "", .unit = unit, .roles = 1u << ROLE_OPERATOR},
        {.login = "serba",
         .name = "Serba Bisa",
         .position = "",
         .unit = unit,
         .roles = 1u << ROLE_OPERATOR | 1u << ROLE_SUPERVISOR | 1u << ROLE_VERIFIER},
        {.login = "tim", .name = "Tim Lain", .position = "", .roles = 1u << ROLE_VERIFIER},
    };
    struct config config = with(small_office()->rules, people, 3);
    struct err err = {0};
    desk_fill(1);
    take(desk_under(&config, "serba"), EVENT_SUBMITTED);
    struct office *self = desk_under(&config, "serba");
    assert_false(judge(self, PEOPLE, EVENT_CHECK_PASSED, (struct check){.round = 0}, &err));
    assert_int_equal(err.kind, ERR_DENIED);
    assert_string_equal(
        err.text, "K-ORANG 2025-TW1 diajukan Anda sendiri; minta verifikator lain (Tim Lain) memeriksanya");
    refused(self, EVENT_VERIFIED, ERR_DENIED, "diajukan Anda sendiri");

    config.rules.self_verification_warned = true;
    self = desk_under(&config, "serba");
    pass(self, PEOPLE);
    assert_true(desk_row(self, PEOPLE, 1).self);
    struct office *other = desk_under(&config, "tim");
    pass(other, SHARE);
    assert_false(desk_row(other, SHARE, 1).self);
}

static void paraf_comes_first_where_there_are_two(void **state) {
    (void)state;
    const struct unit *unit = small_office_unit("koperasi");
    const struct person people[] = {
        {.login = "atasan", .name = "Kabid", .position = "", .unit = unit, .roles = 1u << ROLE_SUPERVISOR},
        {.login = "kasi", .name = "Kasi", .position = "", .unit = unit, .roles = 1u << ROLE_SUPERVISOR},
        {.login = "operator", .name = "Operator", .position = "", .unit = unit, .roles = 1u << ROLE_OPERATOR},
    };
    struct rules rules = small_office()->rules;
    rules.initial_required = true;
    struct config two = with(rules, people, 3);
    struct err err = {0};
    desk_fill(1);
    refused(desk_under(&two, "atasan"), EVENT_SUBMITTED, ERR_STEP, "belum diparaf; minta atasan (Kabid)");
    take(desk_under(&two, "kasi"), EVENT_INITIALLED);
    struct office *operator= desk_under(&two, "operator");
    struct request request = desk_request(operator, PEOPLE, 1, 27);
    struct outcome outcome;
    assert_false(office_change(operator, & request, &outcome, &err));
    assert_int_equal(err.kind, ERR_STEP);
    take(desk_under(&two, "atasan"), EVENT_SUBMITTED);
    take(desk_under(&two, "atasan"), EVENT_WITHDRAWN);

    struct config one = with(rules, people, 1);
    take(desk_under(&one, "atasan"), EVENT_SUBMITTED);
}

static void paraf_is_refused_where_it_is_not_used(void **state) {
    (void)state;
    desk_fill(1);
    refused(desk_of("atasan"), EVENT_INITIALLED, ERR_STEP, "tidak perlu diparaf");
}

static void what_moved_since_it_was_seen_is_not_submitted(void **state) {
    (void)state;
    struct outcome outcome;
    struct err err = {0};
    desk_fill(1);
    struct office *atasan = desk_of("atasan");
    const struct review seen = desk_review(atasan, 1, NULL);
    assert_int_equal(seen.coverage.count, 6);
    struct request request = desk_ask(atasan, EVENT_SUBMITTED, "koperasi", 1);
    request.change.step.coverage = seen.coverage;
    desk_type(atasan, PEOPLE, 1, "27");
    assert_false(office_change(atasan, &request, &outcome, &err));
    assert_int_equal(err.kind, ERR_STALE);
    take(atasan, EVENT_SUBMITTED);
}

static void incomplete_and_provisional_quarters_stop(void **state) {
    (void)state;
    struct office *atasan = desk_of("atasan");
    refused(atasan, EVENT_SUBMITTED, ERR_STEP, "5 indikator belum lengkap");
    desk_fill(1);
    atasan = desk_of("atasan");
    struct request request = desk_request(atasan, PEOPLE, 1, 28);
    struct outcome outcome;
    struct err err = {0};
    request.change.actual.provisional = true;
    assert_true(office_change(atasan, &request, &outcome, &err));
    take(atasan, EVENT_SUBMITTED);
    refused(desk_of("verifikator"), EVENT_VERIFIED, ERR_STEP, "5 indikator belum diperiksa");
    desk_check(1);
    take(desk_of("verifikator"), EVENT_VERIFIED);
    refused(desk_of("pimpinan"), EVENT_RATIFIED, ERR_STEP, "1 indikator masih sementara");
}

/* core/DOMAIN.md, Worked cases: reported 60 of 60, 55 carried by evidence: 91,67. Here 375 reports, 300 carried:
 * 80,00, and TW II's sum to date starts from 300. */
static void a_corrected_value_counts_and_stays_until_the_actual_changes(void **state) {
    (void)state;
    struct err err = {0};
    desk_fill(1);
    take(desk_of("atasan"), EVENT_SUBMITTED);
    struct office *tim = desk_of("verifikator");
    struct check check = {.value = decimal_whole(300), .reason = "75 tanpa bukti"};
    assert_true(judge(tim, REPORTS, EVENT_CHECK_CORRECTED, check, &err));
    struct row row = desk_row(tim, REPORTS, 1);
    assert_int_equal(row.figures.achievement.value.units, 100 * DECIMAL_SCALE);
    assert_int_equal(row.correction.value.units, 80 * DECIMAL_SCALE);
    assert_int_equal(row.final.value.units, 80 * DECIMAL_SCALE);
    assert_int_equal(row.figures.actual.value.units, 375 * DECIMAL_SCALE);
    assert_int_equal(desk_row(tim, REPORTS, 2).figures.to_date_actual.value.units, 300 * DECIMAL_SCALE);

    assert_true(desk_try_step(tim, EVENT_RETURNED, 1, "periksa lagi", &err));
    assert_int_equal(desk_row(tim, REPORTS, 1).verdict, VERDICT_CORRECTED);
    struct office *operator= desk_of("operator");
    desk_type(operator, REPORTS, 1, "310");
    row = desk_row(operator, REPORTS, 1);
    assert_int_equal(row.verdict, VERDICT_NONE);
    assert_int_equal(row.state, ENTRY_RETURNED);
    assert_int_equal(row.final.value.units, 826700); /* 310 of 375 */
    assert_int_equal(desk_row(operator, REPORTS, 2).figures.to_date_actual.value.units, 310 * DECIMAL_SCALE);
}

static void evidence_that_changed_makes_sesuai_void(void **state) {
    (void)state;
    struct err err = {0};
    desk_fill(1);
    take(desk_of("atasan"), EVENT_SUBMITTED);
    pass(desk_of("verifikator"), REPORTS);
    assert_int_equal(desk_row(desk_of("verifikator"), REPORTS, 1).verdict, VERDICT_CONFORMS);
    assert_true(desk_try_step(desk_of("verifikator"), EVENT_RETURNED, 1, "periksa lagi", &err));
    desk_attach(desk_of("operator"), REPORTS, 1, "Foto");
    assert_int_equal(desk_row(desk_of("operator"), REPORTS, 1).verdict, VERDICT_NONE);
}

static void a_step_is_not_undone_a_verdict_is(void **state) {
    (void)state;
    struct err err = {0};
    struct outcome outcome;
    desk_fill(1);
    take(desk_of("atasan"), EVENT_SUBMITTED);
    struct office *atasan = desk_of("atasan");
    const struct review review = desk_review(atasan, 1, NULL);
    assert_false(office_undo(atasan, &review.head, &outcome, &err));
    assert_int_equal(err.kind, ERR_INVALID);
    struct office *tim = desk_of("verifikator");
    pass(tim, PEOPLE);
    const struct record verdict = desk_record(tim, RECORD_CHECK, PEOPLE, 1);
    assert_true(office_undo(tim, &verdict.head, &outcome, &err));
    assert_int_equal(desk_row(tim, PEOPLE, 1).verdict, VERDICT_NONE);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(one_does_not_verify_ones_own),
        AT_DESK(paraf_comes_first_where_there_are_two),
        AT_DESK(paraf_is_refused_where_it_is_not_used),
        AT_DESK(what_moved_since_it_was_seen_is_not_submitted),
        AT_DESK(incomplete_and_provisional_quarters_stop),
        AT_DESK(a_corrected_value_counts_and_stays_until_the_actual_changes),
        AT_DESK(evidence_that_changed_makes_sesuai_void),
        AT_DESK(a_step_is_not_undone_a_verdict_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
