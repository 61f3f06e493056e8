#include "base/buf.h"
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
    request = office_request(office, EVENT_NOTES_SET, small_office_indicator(REPORTS), desk_quarter(1));
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
    struct request remove = {.operation = uuid_new(office_now(office)),
                             .change = {.kind = EVENT_EVIDENCE_REMOVED,
                                        .key = outcome.record.key,
                                        .replaces = outcome.record.head}};
    assert_int_equal(change(office, &remove, &outcome), ERR_NONE);
    assert_int_equal(desk_row(office, REPORTS, 3).evidence, 0);

    struct request edit =
        office_request(office, EVENT_EVIDENCE_SET, small_office_indicator(REPORTS), desk_quarter(3));
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

/* ---- history ---- */

struct history {
    struct buf text; /* a line for each event */
    int stop_after;  /* 0: never */
    int count;
};

static bool take_line(void *context, const struct event *event, const struct event *before) {
    struct history *history = context;
    char words[400];
    office_event_print(event, before, small_office_indicator(REPORTS), words, sizeof words);
    buf_printf(&history->text, "%s TW%d %s: %s\n", event->who, event->change.key.quarter.number,
               event_kind_word(event->change.kind), words);
    return ++history->count != history->stop_after;
}

static void assert_history(struct office *office, struct quarter quarter, int stop_after,
                           const char *expected) {
    struct history history = {.stop_after = stop_after};
    struct err err;
    assert_true(office_history(office, small_office_indicator(REPORTS), quarter, take_line, &history, &err));
    assert_string_equal(buf_string(&history.text), expected);
    buf_release(&history.text);
}

static void a_lively_quarter(void) {
    struct office *office = desk_of("operator");
    struct outcome outcome;
    desk_type(office, REPORTS, 3, "300");
    desk_type(office, PEOPLE, 3, "28");
    struct request notes =
        office_request(office, EVENT_NOTES_SET, small_office_indicator(REPORTS), desk_quarter(3));
    snprintf(notes.change.notes.text[NOTE_OBSTACLE], NOTE_MAX + 1, "hujan");
    assert_int_equal(change(office, &notes, &outcome), ERR_NONE);
    desk_attach(office, REPORTS, 3, "Laporan koperasi");
    desk_type(office, REPORTS, 1, "1500");

    office = desk_of("atasan");
    outcome = desk_type(office, REPORTS, 3, "375");
    assert_int_equal(undo(office, &outcome.record.head, &outcome), ERR_NONE);
}

static void history_is_newest_first_whatever_changed(void **state) {
    (void)state;
    assert_history(desk_of("operator"), desk_quarter(3), 0, "");
    a_lively_quarter();
    struct office *office = desk_of("operator");
    assert_history(office, desk_quarter(3), 0,
                   "atasan TW3 isi: 375 -> 300 (diurungkan)\n"
                   "atasan TW3 isi: 300 -> 375\n"
                   "operator TW3 bukti: bukti 1: Laporan koperasi\n"
                   "operator TW3 catatan: Faktor penghambat: hujan\n"
                   "operator TW3 isi: (kosong) -> 300\n");
}

static void history_goes_on_where_a_record_began(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct outcome outcome;
    desk_attach(office, REPORTS, 3, "Laporan koperasi");
    struct request notes =
        office_request(office, EVENT_NOTES_SET, small_office_indicator(REPORTS), desk_quarter(3));
    snprintf(notes.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "hujan");
    assert_int_equal(change(office, &notes, &outcome), ERR_NONE);
    desk_attach(office, REPORTS, 3, "Foto");
    desk_type(office, REPORTS, 3, "300");
    assert_history(office, desk_quarter(3), 0,
                   "operator TW3 isi: (kosong) -> 300\n"
                   "operator TW3 bukti: bukti 2: Foto\n"
                   "operator TW3 catatan: Keterangan: hujan\n"
                   "operator TW3 bukti: bukti 1: Laporan koperasi\n");
}

static void history_of_a_quarter_or_of_the_year(void **state) {
    (void)state;
    a_lively_quarter();
    struct office *office = desk_of("operator");
    const struct quarter whole_year = {0};
    assert_history(office, whole_year, 3,
                   "atasan TW3 isi: 375 -> 300 (diurungkan)\n"
                   "atasan TW3 isi: 300 -> 375\n"
                   "operator TW1 isi: (kosong) -> 1.500\n");
    assert_history(office, desk_quarter(1), 0, "operator TW1 isi: (kosong) -> 1.500\n");
    assert_history(office, desk_quarter(2), 0, "");
}

static void another_year_is_another_matter(void **state) {
    (void)state;
    static struct catalogue catalogue;
    static struct config last_year;
    catalogue = *small_office()->catalogue;
    catalogue.year--;
    last_year = *small_office();
    last_year.catalogue = &catalogue;
    struct office *office = desk_under(&last_year, "operator");
    struct request request = desk_request(office, REPORTS, 3, 12);
    request.change.key.quarter.year--;
    struct outcome outcome;
    assert_int_equal(change(office, &request, &outcome), ERR_NONE);

    office = desk_of("operator");
    struct row row = desk_row(office, REPORTS, 3);
    assert_int_equal(row.state, ENTRY_EMPTY);
    assert_int_equal(row.year[2].kind, FIGURE_BLANK);
    const struct quarter whole_year = {0};
    assert_history(office, whole_year, 0, "");
}

static struct event event_of(enum event_kind kind) {
    struct event event;
    memset(&event, 0, sizeof event);
    event.change.kind = kind;
    event.change.key.number = 2;
    return event;
}

static void assert_words(const struct event *event, const struct event *before, const char *code,
                         const char *expected) {
    char words[200];
    office_event_print(event, before, small_office_indicator(code), words, sizeof words);
    assert_string_equal(words, expected);
}

static void events_are_told_in_words(void **state) {
    (void)state;
    struct event set = event_of(EVENT_ACTUAL_SET), cleared = event_of(EVENT_ACTUAL_CLEARED);
    set.change.actual.value = decimal_whole(75);
    assert_words(&set, NULL, REPORTS, "(kosong) -> 75");
    assert_words(&cleared, &set, REPORTS, "75 -> (kosong)");
    set.change.actual.fraction = (struct fraction){decimal_whole(45), decimal_whole(60)};
    set.change.actual.provisional = true;
    assert_words(&set, &cleared, SHARE, "(kosong) -> 75,00 (45/60) sementara");

    struct event notes = event_of(EVENT_NOTES_SET), before = event_of(EVENT_NOTES_SET);
    snprintf(before.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "sama");
    snprintf(before.change.notes.text[NOTE_DRIVER], NOTE_MAX + 1, "dana");
    snprintf(notes.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "sama");
    snprintf(notes.change.notes.text[NOTE_FOLLOW_UP], NOTE_MAX + 1, "rapat");
    assert_words(&notes, &before, REPORTS, "Faktor pendorong: (kosong); Tindak lanjut: rapat");

    struct event evidence = event_of(EVENT_EVIDENCE_SET), removed = event_of(EVENT_EVIDENCE_REMOVED);
    snprintf(evidence.change.evidence.title, TITLE_MAX + 1, "SK tim penilai");
    assert_words(&evidence, NULL, REPORTS, "bukti 2: SK tim penilai");
    evidence.change.evidence.date = (struct date){2025, 8, 3};
    snprintf(evidence.change.evidence.number, NUMBER_MAX + 1, "421/118/2025");
    snprintf(evidence.change.evidence.place, PLACE_MAX + 1, "lemari 3 map 7");
    assert_words(&evidence, NULL, REPORTS,
                 "bukti 2: SK tim penilai, 421/118/2025, 03-08-2025, lemari 3 map 7");
    assert_words(&removed, &evidence, REPORTS, "bukti 2 dihapus: SK tim penilai");
    removed.change.undo = true;
    assert_words(&removed, NULL, REPORTS, "bukti 2 dihapus (diurungkan)");

    char small[12];
    office_event_print(&evidence, NULL, small_office_indicator(REPORTS), small, sizeof small);
    assert_string_equal(small, "bukti 2: S~");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(the_second_of_two_changes_nothing_silently),
        AT_DESK(the_same_again_succeeds_without_an_event),
        AT_DESK(the_same_fraction_is_the_same),
        AT_DESK(the_same_again_still_needs_leave),
        AT_DESK(an_operation_is_done_once),
        AT_DESK(cleared_is_blank_and_zero_is_zero),
        AT_DESK(one_goes_back_step_by_step),
        AT_DESK(the_first_change_is_taken_back_to_blank),
        AT_DESK(removed_evidence_comes_back_by_undo_alone),
        AT_DESK(one_does_not_take_back_what_others_did),
        AT_DESK(history_is_newest_first_whatever_changed),
        AT_DESK(history_goes_on_where_a_record_began),
        AT_DESK(history_of_a_quarter_or_of_the_year),
        AT_DESK(another_year_is_another_matter),
        cmocka_unit_test(events_are_told_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
