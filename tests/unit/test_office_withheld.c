/* core/DOMAIN.md, Who: a pembaca reads what is ratified, of every bidang, and nothing else, whatever is made of the records
 * that the door gives him. */
#include "check.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>

static bool count_event(void *context, const struct event *event, const struct event *before) {
    (void)event;
    (void)before;
    ++*(int *)context;
    return true;
}

static void note(struct office *office, int number) {
    struct request request = desk_ask(office, EVENT_NOTES_SET, REPORTS, number);
    struct outcome outcome;
    struct err err;
    snprintf(request.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "rahasia");
    assert_true(office_change(office, &request, &outcome, &err));
}

/* Notes, evidence, documents, history and verdict of REPORTS, as so many things. */
static int count_beside(struct office *office, int number) {
    const struct quarter quarter = desk_quarter(number);
    struct events events = desk_events(office, REPORTS, quarter);
    struct reading reading = desk_read_unit(office, small_office_unit("koperasi"));
    struct attachments evidence, documents;
    struct record notes = desk_record(office, RECORD_NOTES, REPORTS, number);
    struct record verdict = desk_record(office, RECORD_CHECK, REPORTS, number);
    int count = 0;
    attachments_of(&reading.records, REPORTS, quarter, &evidence);
    attachments_of_unit(&reading.records, small_office_unit("koperasi"), quarter, &documents);
    events_each(&events, count_event, &count);
    count += evidence.count + documents.count;
    attachments_release(&evidence);
    attachments_release(&documents);
    events_release(&events);
    reading_release(&reading);
    return count + (notes.head.sequence != 0) + (verdict.head.sequence != 0);
}

static bool check_withheld(void *context, const struct row *row) {
    ++*(int *)context;
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
    const struct review review = desk_review(office, number, state == ENTRY_WITHHELD ? &call : NULL);
    assert_int_equal(review.state, state);
    assert_int_equal(review.submission.round, state == ENTRY_RATIFIED);
    assert_int_equal(review.coverage.count > 0, state == ENTRY_RATIFIED);
}

static void nothing_is_there_before_it_is_ratified(void **state) {
    (void)state;
    desk_fill(1);
    note(desk_of("operator"), 1);
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, 1);
    desk_check(1);
    desk_step(desk_of("verifikator"), EVENT_VERIFIED, 1);
    assert_int_equal(count_beside(desk_of("perencana"), 1), 8);

    struct office *reader = desk_of("pembaca2");
    struct reading reading = desk_read_unit(reader, NULL);
    int rows = 0;
    row_each(&reading.records, NULL, desk_quarter(1), check_withheld, &rows);
    row_each_of_year(&reading.records, NULL, SMALL_OFFICE_YEAR, check_withheld, &rows);
    reading_release(&reading);
    assert_int_equal(rows, 8 + 8 * PERIODS);
    struct row row = desk_row(reader, REPORTS, 1);
    check_withheld(&rows, &row);
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
    int rows = 0;
    check_withheld(&rows, &row);
}

/* Compare and swap would answer with what stands. */
static void a_change_is_refused_before_it_tells(void **state) {
    (void)state;
    desk_fill(1);
    struct office *reader = desk_of("pembaca2");
    static const int values[] = {375, 300}; /* what stands, and another */
    for (int i = 0; i < 2; i++) {
        struct request request = desk_request(reader, REPORTS, 1, values[i]);
        struct outcome outcome = {.repeated = false};
        struct err err = {0};
        assert_false(office_change(reader, &request, &outcome, &err));
        assert_int_equal(err.kind, ERR_DENIED);
        assert_string_equal(outcome.record.changed_by, "");
        assert_false(outcome.record.actual.filled);
    }
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
