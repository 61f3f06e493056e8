/* The history of a code as the door hands it out: in the order of the journal, with what each event replaced. */
#include "base/buf.h"
#include "check.h"
#include "unit/desk.h"
#include "unit/small_years.h"
#include "view/history.h"
#include <stdio.h>
#include <string.h>

struct history {
    struct buf text; /* a line for each event */
    int stop_after;  /* 0: never */
    int count;
};

static bool take_line(void *context, const struct event *event, const struct event *before) {
    struct history *history = context;
    char words[400];
    event_print(event, before, small_office_indicator(REPORTS), words, sizeof words);
    buf_printf(&history->text, "%s TW%d %s: %s\n", event->who, event->change.key.quarter.number,
               event_kind_word(event->change.kind), words);
    return ++history->count != history->stop_after;
}

static void assert_history(struct office *office, struct quarter quarter, int stop_after,
                           const char *expected) {
    struct history history = {.stop_after = stop_after};
    struct events events = desk_events(office, REPORTS, quarter);
    events_each(&events, take_line, &history);
    assert_string_equal(buf_string(&history.text), expected);
    buf_release(&history.text);
    events_release(&events);
}

static void a_lively_quarter(void) {
    struct office *office = desk_of("operator");
    struct outcome outcome;
    struct err err;
    desk_type(office, REPORTS, 3, "300");
    desk_type(office, PEOPLE, 3, "28");
    struct request notes = desk_ask(office, EVENT_NOTES_SET, REPORTS, 3);
    snprintf(notes.change.notes.text[NOTE_OBSTACLE], NOTE_MAX + 1, "hujan");
    assert_true(office_change(office, &notes, &outcome, &err));
    desk_attach(office, REPORTS, 3, "Laporan koperasi");
    desk_type(office, REPORTS, 1, "1500");

    office = desk_of("atasan");
    outcome = desk_type(office, REPORTS, 3, "375");
    assert_true(office_undo(office, &outcome.record.head, &outcome, &err));
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
    struct err err;
    desk_attach(office, REPORTS, 3, "Laporan koperasi");
    struct request notes = desk_ask(office, EVENT_NOTES_SET, REPORTS, 3);
    snprintf(notes.change.notes.text[NOTE_REMARK], NOTE_MAX + 1, "hujan");
    assert_true(office_change(office, &notes, &outcome, &err));
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
    const struct quarter whole_year = {.year = SMALL_OFFICE_YEAR};
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
    struct err err;
    assert_true(office_change(office, &request, &outcome, &err));

    office = desk_of("operator");
    struct row row = desk_row(office, REPORTS, 3);
    assert_int_equal(row.state, ENTRY_EMPTY);
    assert_int_equal(row.year[2].kind, FIGURE_BLANK);
    const struct quarter whole_year = {.year = SMALL_OFFICE_YEAR};
    assert_history(office, whole_year, 0, "");
}

static void type(struct office *office, struct quarter quarter, int whole) {
    const struct record_key key = record_key(RECORD_ACTUAL, REPORTS, quarter);
    struct request request = request_new(EVENT_ACTUAL_SET, &key, office_facts(office).now);
    struct outcome outcome;
    struct err err;
    request.change.actual = (struct actual){.filled = true, .value = decimal_whole(whole)};
    assert_true(office_change(office, &request, &outcome, &err));
}

static bool count_event(void *context, const struct event *event, const struct event *before) {
    (void)event, (void)before;
    ++*(int *)context;
    return true;
}

static int events_of(struct office *office, struct quarter quarter) {
    struct events events = desk_events(office, REPORTS, quarter);
    int count = 0;
    events_each(&events, count_event, &count);
    events_release(&events);
    return count;
}

static void history_is_of_a_year(void **state) {
    (void)state;
    struct office *office = desk_under(small_years(), "operator");
    type(office, (struct quarter){LAST_YEAR, 2}, 300);
    type(office, (struct quarter){LAST_YEAR, 3}, 310);
    type(office, desk_quarter(2), 320);
    assert_int_equal(events_of(office, (struct quarter){.year = config_year(small_years())}), 1);
    assert_int_equal(events_of(office, (struct quarter){.year = SMALL_OFFICE_YEAR}), 1);
    assert_int_equal(events_of(office, (struct quarter){.year = LAST_YEAR}), 2);
    assert_int_equal(events_of(office, (struct quarter){LAST_YEAR, 3}), 1);
    assert_int_equal(events_of(office, desk_quarter(3)), 0);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(history_is_newest_first_whatever_changed),
        AT_DESK(history_goes_on_where_a_record_began),
        AT_DESK(history_of_a_quarter_or_of_the_year),
        AT_DESK(another_year_is_another_matter),
        AT_DESK(history_is_of_a_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
