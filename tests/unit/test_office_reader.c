/* DOMAIN.md, Who: a pembaca reads what is ratified, of every bidang, and nothing else by any call. */
#include "check.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>

static bool count_record(void *context, const struct record *record) {
    (void)record;
    ++*(int *)context;
    return true;
}

static bool count_event(void *context, const struct event *event, const struct event *before) {
    (void)event;
    (void)before;
    ++*(int *)context;
    return true;
}

static void note(struct office *office, int number) {
    const struct indicator *indicator = small_office_indicator(REPORTS);
    struct request request = office_request(office, EVENT_NOTES_SET, indicator, desk_quarter(number));
    struct outcome outcome;
    struct err err;
    snprintf(request.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "rahasia");
    assert_true(office_change(office, &request, &outcome, &err));
}

/* Notes, evidence, documents, history and verdict of REPORTS, as so many things. */
static int count_beside(struct office *office, int number) {
    const struct indicator *indicator = small_office_indicator(REPORTS);
    struct quarter quarter = desk_quarter(number);
    struct record notes, verdict;
    struct err err = {0};
    int count = 0;
    assert_true(office_notes(office, indicator, quarter, &notes, &err));
    assert_true(office_verdict(office, indicator, quarter, &verdict, &err));
    assert_true(office_evidence(office, indicator, quarter, count_record, &count, &err));
    assert_true(office_documents(office, indicator->unit, quarter, count_record, &count, &err));
    assert_true(office_history(office, indicator, quarter, count_event, &count, &err));
    return count + (notes.head.sequence != 0) + (verdict.head.sequence != 0);
}

static bool check_withheld(void *context, const struct row *row) {
    (void)context;
    assert_int_equal(row->state, ENTRY_WITHHELD);
    assert_int_equal(row->head.sequence, 0);
    assert_string_equal(row->changed_by, "");
    assert_int_equal(row->evidence + row->required_attached, 0);
    for (int i = 0; i < PERIODS; i++)
        assert_int_equal(row->year[i].kind, FIGURE_BLANK);
    assert_int_not_equal(row->figures.actual.kind, FIGURE_VALUE);
    assert_int_not_equal(row->figures.to_date_actual.kind, FIGURE_VALUE);
    return true;
}

static bool fail_on_finding(void *context, const struct row *row, finding_set findings) {
    (void)context;
    (void)row;
    assert_int_equal(findings, 0);
    return true;
}

static void check_review(struct office *office, int number, enum entry_state state) {
    const struct review_call call = {.each = fail_on_finding};
    struct review review;
    struct err err = {0};
    assert_true(office_review(office, small_office_unit("koperasi"), desk_quarter(number),
                              state == ENTRY_WITHHELD ? &call : NULL, &review, &err));
    assert_int_equal(review.state, state);
    assert_int_equal(review.submission.round, state == ENTRY_RATIFIED);
    assert_int_equal(review.coverage.count > 0, state == ENTRY_RATIFIED);
}

static void nothing_is_there_before_it_is_ratified(void **state) {
    (void)state;
    struct err err = {0};
    desk_fill(1);
    note(desk_of("operator"), 1);
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, 1);
    desk_check(1);
    desk_step(desk_of("verifikator"), EVENT_VERIFIED, 1);
    assert_int_equal(count_beside(desk_of("perencana"), 1), 8);

    struct office *reader = desk_of("pembaca2");
    assert_true(office_rows(reader, NULL, desk_quarter(1), check_withheld, NULL, &err));
    assert_true(office_year(reader, NULL, SMALL_OFFICE_YEAR, check_withheld, NULL, &err));
    struct row row = desk_row(reader, REPORTS, 1);
    check_withheld(NULL, &row);
    assert_int_equal(count_beside(reader, 1), 0);
    assert_int_equal(count_beside(reader, 0), 0);
    check_review(reader, 1, ENTRY_WITHHELD);
}

static void what_is_ratified_is_there_and_only_that(void **state) {
    (void)state;
    desk_fill(1);
    note(desk_of("operator"), 1);
    desk_ratify(1);
    desk_fill(2);
    struct office *reader = desk_of("pembaca2");
    struct row row = desk_row(reader, REPORTS, 1);
    assert_int_equal(row.state, ENTRY_RATIFIED);
    assert_int_equal(row.figures.actual.value.units, 375 * DECIMAL_SCALE);
    assert_int_equal(row.evidence, 1);
    assert_int_equal(row.year[1].kind, FIGURE_BLANK);
    assert_int_equal(count_beside(reader, 1), 8);
    assert_int_equal(count_beside(reader, 0), 4); /* of the year, of which TW II shows nothing */
    check_review(reader, 1, ENTRY_RATIFIED);

    row = desk_row(reader, REPORTS, 2);
    assert_int_equal(row.state, ENTRY_WITHHELD);
    assert_int_equal(row.figures.actual.kind, FIGURE_BLANK);
    assert_int_equal(row.figures.to_date_actual.value.units, 375 * DECIMAL_SCALE); /* TW I alone */
    assert_int_equal(desk_row(desk_of("perencana"), REPORTS, 2).figures.to_date_actual.value.units,
                     750 * DECIMAL_SCALE);

    desk_step(desk_of("perencana"), EVENT_UNLOCKED, 1);
    row = desk_row(desk_of("pembaca2"), REPORTS, 1);
    check_withheld(NULL, &row);
}

/* Compare and swap would answer with what stands. */
static void a_change_is_refused_before_it_tells(void **state) {
    (void)state;
    desk_fill(1);
    struct office *reader = desk_of("pembaca2");
    struct request request = desk_request(reader, REPORTS, 1, 375);
    struct outcome outcome = {.repeated = false};
    struct err err = {0};
    assert_false(office_change(reader, &request, &outcome, &err));
    assert_int_equal(err.kind, ERR_DENIED);
    assert_string_equal(outcome.record.changed_by, "");
    assert_false(outcome.record.actual.filled);
}

/* Whoever fills in one bidang and reads the others. */
static void an_operator_who_reads_sees_his_own_whole(void **state) {
    (void)state;
    const struct person people[] = {{.login = "dua",
                                     .name = "Dua",
                                     .position = "",
                                     .unit = small_office_unit("sekretariat"),
                                     .roles = 1u << ROLE_OPERATOR | 1u << ROLE_READER}};
    struct config config = *small_office();
    config.person = people;
    config.person_count = 1;
    desk_type(desk_of("operator"), REPORTS, 1, "375");
    struct office *both = desk_under(&config, "dua");
    desk_type(both, SECRETARIAT, 1, "1");
    assert_int_equal(desk_row(both, SECRETARIAT, 1).state, ENTRY_DRAFT);
    assert_int_equal(desk_row(both, REPORTS, 1).state, ENTRY_WITHHELD);
    assert_false(desk_row(both, REPORTS, 1).actual.filled);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(nothing_is_there_before_it_is_ratified),
        AT_DESK(what_is_ratified_is_there_and_only_that),
        AT_DESK(a_change_is_refused_before_it_tells),
        AT_DESK(an_operator_who_reads_sees_his_own_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
