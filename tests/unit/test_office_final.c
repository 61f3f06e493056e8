/* core/DOMAIN.md, The year, 3: a figure that is sementara can be verified, not ratified; making it final is a
 * change like any other and shows as such, and needs no return. */
#include "check.h"
#include "unit/desk.h"
#include "view/history.h"
#include <stdio.h>
#include <string.h>

static bool set(struct office *office, int whole, bool provisional, struct err *err) {
    struct request request = desk_request(office, PEOPLE, 1, whole);
    struct outcome outcome;
    request.change.actual.provisional = provisional;
    return office_change(office, &request, &outcome, err);
}

static void refused(struct office *office, int whole, bool provisional, enum err_kind kind) {
    struct err err = {0};
    assert_false(set(office, whole, provisional, &err));
    assert_int_equal(err.kind, kind);
}

static void finalise(struct office *office) {
    struct err err = {0};
    if (!set(office, 28, false, &err))
        fail_msg("%s", err.text);
    assert_false(desk_row(office, PEOPLE, 1).actual.provisional);
}

static void fill(void) {
    struct err err = {0};
    desk_fill(1);
    assert_true(set(desk_of("operator"), 28, true, &err));
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, 1);
}

static bool print_first(void *context, const struct event *event, const struct event *before) {
    if (event->change.kind == EVENT_CHECK_PASSED)
        return true;
    event_print(event, before, small_office_indicator(PEOPLE), context, ERR_TEXT_MAX);
    return false;
}

static void a_verified_figure_is_made_final_and_stays_verified(void **state) {
    (void)state;
    char text[ERR_TEXT_MAX];
    struct err err = {0};
    fill();
    desk_check(1);
    desk_step(desk_of("verifikator"), EVENT_VERIFIED, 1);
    refused(desk_of("operator"), 27, false, ERR_STEP);
    refused(desk_of("operator"), 27, true, ERR_STEP);
    refused(desk_of("verifikator"), 28, false, ERR_DENIED);

    struct office *operator= desk_of("operator");
    assert_true(desk_may(operator, EVENT_ACTUAL_FINALISED, PEOPLE, 1, &err));
    finalise(operator);
    struct row row = desk_row(operator, PEOPLE, 1);
    assert_int_equal(row.state, ENTRY_VERIFIED);
    assert_int_equal(row.verdict, VERDICT_CONFORMS);
    struct events events = desk_events(operator, PEOPLE, desk_quarter(1));
    events_each(&events, print_first, text);
    events_release(&events);
    assert_string_equal(text, "28 sementara -> final");
    const struct review review = desk_review(operator, 1, NULL);
    assert_int_equal(review.findings[FINDING_PROVISIONAL], 0);

    desk_step(desk_of("pimpinan"), EVENT_RATIFIED, 1);
    refused(desk_of("operator"), 28, true, ERR_STEP);
    assert_false(desk_may(desk_of("operator"), EVENT_ACTUAL_FINALISED, PEOPLE, 1, &err));
}

/* A correction is of the value, which stays; what the verifier finds afterwards is of it, too. */
static void a_correction_outlives_it(void **state) {
    (void)state;
    struct outcome outcome;
    struct err err = {0};
    fill();
    struct office *tim = desk_of("verifikator");
    struct request request = desk_ask(tim, EVENT_CHECK_CORRECTED, PEOPLE, 1);
    request.change.check = (struct check){.value = decimal_whole(21), .reason = "daftar hadir"};
    assert_true(office_change(tim, &request, &outcome, &err));
    finalise(desk_of("operator"));
    struct row row = desk_row(desk_of("operator"), PEOPLE, 1);
    assert_int_equal(row.verdict, VERDICT_CORRECTED);
    assert_int_equal(row.final.value.units, 75 * DECIMAL_SCALE);
    assert_int_equal(row.year[0].value.units, 21 * DECIMAL_SCALE);

    struct office *atasan = desk_of("atasan");
    request = desk_ask(atasan, EVENT_CHECK_ANSWERED, PEOPLE, 1);
    request.change.replaces = outcome.record.head;
    request.change.check.answer = ANSWER_ACCEPTED;
    assert_true(office_change(atasan, &request, &outcome, &err));

    tim = desk_of("verifikator");
    request = desk_ask(tim, EVENT_CHECK_PASSED, PEOPLE, 1);
    request.change.replaces = outcome.record.head;
    assert_true(office_change(tim, &request, &outcome, &err));
    assert_int_equal(desk_row(tim, PEOPLE, 1).verdict, VERDICT_CONFORMS);
}

/* While the quarter is open everything is as before: undone, and set anew. */
static void it_is_undone_like_any_change(void **state) {
    (void)state;
    struct outcome outcome;
    struct err err = {0};
    struct office *operator= desk_of("operator");
    assert_true(set(operator, 28, true, &err));
    finalise(operator);
    struct row row = desk_row(operator, PEOPLE, 1);
    assert_true(office_undo(operator, & row.head, &outcome, &err));
    assert_true(desk_row(operator, PEOPLE, 1).actual.provisional);
    finalise(operator);
    assert_true(set(operator, 27, false, &err));
    row = desk_row(operator, PEOPLE, 1);
    assert_true(office_undo(operator, & row.head, &outcome, &err));
    row = desk_row(operator, PEOPLE, 1);
    assert_int_equal(row.actual.value.units, 28 * DECIMAL_SCALE);
    assert_false(row.actual.provisional);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(a_verified_figure_is_made_final_and_stays_verified),
        AT_DESK(a_correction_outlives_it),
        AT_DESK(it_is_undone_like_any_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
