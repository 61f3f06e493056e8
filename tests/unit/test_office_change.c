/* Changes through the door: compare and swap, what changes nothing, and Urungkan. */
#include "check.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

static uint64_t events_of(struct office *office) {
    struct store_info info;
    struct err err;
    assert_true(office_describe(office, &info, &err));
    return info.events;
}

static enum err_kind change(struct office *office, const struct request *request, struct outcome *outcome) {
    struct err err;
    return office_change(office, request, outcome, &err) ? ERR_NONE : err.kind;
}

static enum err_kind undo(struct office *office, const struct event_id *id, struct outcome *outcome) {
    struct err err;
    return office_undo(office, id, outcome, &err) ? ERR_NONE : err.kind;
}

static void assert_actual(struct office *office, const char *code, int number, int whole) {
    struct row row = desk_row(office, code, number);
    assert_true(row.actual.filled);
    assert_int_equal(row.actual.value.units, decimal_whole(whole).units);
}

/* ---- changing ---- */

static void the_second_of_two_changes_nothing_silently(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct request mine = desk_request(office, REPORTS, 3, 300);
    office = desk_of("atasan");
    desk_type(office, REPORTS, 3, "375");

    office = desk_of("operator");
    struct outcome outcome;
    struct err err;
    assert_false(office_change(office, &mine, &outcome, &err));
    assert_int_equal(err.kind, ERR_STALE);
    assert_non_null(strstr(err.text, "sudah diubah Atasan Koperasi (atasan) pada 03-10-2025"));
    assert_string_equal(outcome.record.changed_by, "atasan");
    assert_int_equal(outcome.record.actual.value.units, decimal_whole(375).units);
    assert_actual(office, REPORTS, 3, 375);

    mine.change.replaces = outcome.record.head; /* having seen it, one chooses one's own */
    assert_int_equal(change(office, &mine, &outcome), ERR_NONE);
    assert_actual(office, REPORTS, 3, 300);
}

static void the_same_again_succeeds_without_an_event(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct outcome first = desk_type(office, REPORTS, 3, "375");
    assert_false(first.repeated);
    struct outcome again = desk_type(office, REPORTS, 3, "375");
    assert_true(again.repeated);
    assert_true(event_id_equal(&again.record.head, &first.record.head));

    struct request unseen = desk_request(office, REPORTS, 3, 375); /* from an older head */
    unseen.change.replaces = (struct event_id){.sequence = 0};
    assert_int_equal(change(office, &unseen, &again), ERR_NONE);
    assert_true(again.repeated);
    assert_int_equal(events_of(office), 1);

    struct request provisional = desk_request(office, REPORTS, 3, 375);
    provisional.change.actual.provisional = true;
    assert_int_equal(change(office, &provisional, &again), ERR_NONE);
    assert_false(again.repeated);
    assert_int_equal(events_of(office), 2);
}

static void the_same_fraction_is_the_same(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_type(office, SHARE, 1, "45/60");
    assert_true(desk_type(office, SHARE, 1, "45/60").repeated);
    assert_false(desk_type(office, SHARE, 1, "75").repeated);
    assert_false(desk_type(office, SHARE, 1, "30/40").repeated);
}

static void the_same_again_still_needs_leave(void **state) {
    (void)state;
    desk_type(desk_of("operator"), REPORTS, 3, "375");
    struct office *office = desk_of("verifikator");
    struct request request = desk_request(office, REPORTS, 3, 375);
    struct outcome outcome;
    assert_int_equal(change(office, &request, &outcome), ERR_DENIED);

    office = desk_of("operator");
    request = desk_ask(office, EVENT_NOTES_SET, REPORTS, 1);
    assert_int_equal(change(office, &request, &outcome), ERR_NONE); /* blank notes where none are */
    assert_true(outcome.repeated);
    request.change.key.quarter.year--;
    assert_int_equal(change(office, &request, &outcome), ERR_NOT_FOUND);
    assert_int_equal(events_of(office), 1);
}

static void an_operation_is_done_once(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct request request = desk_request(office, REPORTS, 3, 375);
    struct outcome outcome;
    assert_int_equal(change(office, &request, &outcome), ERR_NONE);
    desk_type(office, REPORTS, 3, "300");
    assert_int_equal(change(office, &request, &outcome), ERR_NONE);
    assert_true(outcome.repeated);
    assert_actual(office, REPORTS, 3, 300);
    assert_int_equal(events_of(office), 2);
}

static void cleared_is_blank_and_zero_is_zero(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_type(office, REPORTS, 3, "0");
    assert_actual(office, REPORTS, 3, 0);

    struct request clear = desk_request(office, REPORTS, 3, 0);
    clear.change.kind = EVENT_ACTUAL_CLEARED;
    struct outcome outcome;
    assert_int_equal(change(office, &clear, &outcome), ERR_NONE);
    struct row row = desk_row(office, REPORTS, 3);
    assert_int_equal(row.state, ENTRY_EMPTY);
    assert_int_equal(row.figures.actual.kind, FIGURE_BLANK);
    assert_string_equal(row.changed_by, "operator");

    clear = desk_request(office, REPORTS, 3, 0);
    clear.change.kind = EVENT_ACTUAL_CLEARED;
    assert_int_equal(change(office, &clear, &outcome), ERR_INVALID);
}

static void the_same_document_again_changes_nothing(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct outcome outcome = desk_attach(office, REPORTS, 3, "SK");
    struct request edit = request_new(EVENT_EVIDENCE_SET, &outcome.record.key, office_facts(office).now);
    edit.change.replaces = outcome.record.head;
    edit.change.evidence = outcome.record.evidence;
    struct err err;
    assert_true(office_change(office, &edit, &outcome, &err));
    assert_true(outcome.repeated);
    snprintf(edit.change.evidence.place, PLACE_MAX + 1, "lemari 3");
    assert_true(office_change(office, &edit, &outcome, &err));
    assert_false(outcome.repeated);
    assert_string_equal(outcome.record.evidence.place, "lemari 3");

    struct request remove =
        request_new(EVENT_EVIDENCE_REMOVED, &outcome.record.key, office_facts(office).now);
    remove.change.replaces = outcome.record.head;
    assert_true(office_change(office, &remove, &outcome, &err));
    edit.change.replaces = outcome.record.head;
    edit.operation.byte[0] ^= 1;
    assert_false(office_change(office, &edit, &outcome, &err)); /* what was removed does not stand */
    assert_int_equal(err.kind, ERR_NOT_FOUND);
}

/* ---- undo ---- */

static void one_goes_back_step_by_step(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct outcome first = desk_type(office, REPORTS, 3, "300"),
                   second = desk_type(office, REPORTS, 3, "375");
    struct outcome third = desk_type(office, REPORTS, 3, "400"), undone;
    assert_int_equal(undo(office, &second.record.head, &undone), ERR_STALE); /* 400 came after it */
    assert_int_equal(undo(office, &third.record.head, &undone), ERR_NONE);
    assert_actual(office, REPORTS, 3, 375);
    assert_int_equal(undo(office, &third.record.head, &undone), ERR_STALE);
    assert_int_equal(undo(office, &second.record.head, &undone), ERR_NONE);
    assert_actual(office, REPORTS, 3, 300);
    assert_int_equal(undo(office, &undone.record.head, &undone), ERR_INVALID);

    struct outcome again = desk_type(office, REPORTS, 3, "301");
    assert_int_equal(undo(office, &first.record.head, &undone), ERR_STALE);
    assert_int_equal(undo(office, &again.record.head, &undone), ERR_NONE);
    assert_int_equal(undo(office, &first.record.head, &undone), ERR_NONE);
    assert_false(desk_row(office, REPORTS, 3).actual.filled);
    assert_int_equal(events_of(office), 8);
}

static void the_first_change_is_taken_back_to_blank(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct outcome set = desk_type(office, REPORTS, 3, "300"), undone;
    assert_int_equal(undo(office, &set.record.head, &undone), ERR_NONE);
    assert_false(desk_row(office, REPORTS, 3).actual.filled);

    struct outcome attached = desk_attach(office, REPORTS, 3, "Laporan koperasi");
    assert_int_equal(undo(office, &attached.record.head, &undone), ERR_NONE);
    assert_int_equal(desk_row(office, REPORTS, 3).evidence, 0);
}

static void removed_evidence_comes_back_by_undo_alone(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct outcome outcome = desk_attach(office, REPORTS, 3, "Laporan koperasi");
    struct request remove =
        request_new(EVENT_EVIDENCE_REMOVED, &outcome.record.key, office_facts(office).now);
    remove.change.replaces = outcome.record.head;
    assert_int_equal(change(office, &remove, &outcome), ERR_NONE);
    assert_int_equal(desk_row(office, REPORTS, 3).evidence, 0);

    struct request edit = desk_ask(office, EVENT_EVIDENCE_SET, REPORTS, 3);
    edit.change.key = outcome.record.key;
    edit.change.replaces = outcome.record.head;
    snprintf(edit.change.evidence.title, TITLE_MAX + 1, "Laporan koperasi");
    struct outcome edited;
    assert_int_equal(change(office, &edit, &edited), ERR_NOT_FOUND);

    assert_int_equal(undo(office, &outcome.record.head, &edited), ERR_NONE);
    assert_int_equal(edited.record.key.number, 1);
    assert_int_equal(desk_row(office, REPORTS, 3).required_attached, 1);
}

static void one_does_not_take_back_what_others_did(void **state) {
    (void)state;
    struct outcome theirs = desk_type(desk_of("atasan"), REPORTS, 3, "375"), outcome;
    struct office *office = desk_of("operator");
    struct err err;
    assert_false(office_undo(office, &theirs.record.head, &outcome, &err));
    assert_int_equal(err.kind, ERR_DENIED);
    assert_string_equal(err.text, "perubahan ini milik Atasan Koperasi; hanya ia yang boleh mengurungkannya");
    assert_actual(office, REPORTS, 3, 375);

    struct outcome mine = desk_type(office, REPORTS, 3, "300");
    desk_type(desk_of("atasan"), REPORTS, 3, "301");
    assert_int_equal(undo(desk_of("operator"), &mine.record.head, &outcome), ERR_STALE);

    struct event_id unknown = {.sequence = 99};
    assert_int_equal(undo(desk_of("operator"), &unknown, &outcome), ERR_NOT_FOUND);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(the_second_of_two_changes_nothing_silently),
        AT_DESK(the_same_again_succeeds_without_an_event),
        AT_DESK(the_same_fraction_is_the_same),
        AT_DESK(the_same_again_still_needs_leave),
        AT_DESK(an_operation_is_done_once),
        AT_DESK(cleared_is_blank_and_zero_is_zero),
        AT_DESK(the_same_document_again_changes_nothing),
        AT_DESK(one_goes_back_step_by_step),
        AT_DESK(the_first_change_is_taken_back_to_blank),
        AT_DESK(removed_evidence_comes_back_by_undo_alone),
        AT_DESK(one_does_not_take_back_what_others_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
