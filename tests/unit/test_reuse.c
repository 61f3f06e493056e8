/* Evidence used twice, or with the same file, is pointed out: in its bidang and year, and to nobody's
 * hindrance. */
#include "check.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>

/* Attaches a document of which only this matters: its number, and that of its file (0: words). */
static struct record attach(struct office *office, const char *code, int quarter, const uint8_t mark[2]) {
    struct request request = desk_ask(office, EVENT_EVIDENCE_SET, code, quarter);
    struct evidence *evidence = &request.change.evidence;
    struct outcome outcome;
    struct err err;
    evidence->kind = EVIDENCE_REPORT;
    evidence->document = (struct uuid){{mark[0]}};
    evidence->file = mark[1] != 0;
    evidence->digest = (struct digest){{mark[1]}};
    snprintf(evidence->title, TITLE_MAX + 1, "Dokumen %d", mark[0]);
    if (!office_change(office, &request, &outcome, &err))
        fail_msg("%s", err.text);
    return outcome.record;
}

static struct record put(struct office *office, const char *code, int quarter, uint8_t document,
                         uint8_t file) {
    return attach(office, code, quarter, (const uint8_t[2]){document, file});
}

/* Of the indicator's bidang, in the quarter's year. */
static struct reuse reuse_of(struct office *office, const char *code, int quarter) {
    const struct unit *unit = small_office_indicator(code)->unit;
    struct reading reading = desk_read_unit(office, unit);
    struct reuse reuse;
    reuse_read(&reading.records, unit, desk_quarter(quarter), &reuse);
    reading_release(&reading);
    return reuse;
}

static void expect(struct office *office, const struct record *record, const char *text) {
    struct reuse reuse = reuse_of(office, record->key.code, record->key.quarter.number);
    char places[ERR_TEXT_MAX];
    reuse_print(&reuse, record, places, sizeof places);
    assert_string_equal(places, text);
    reuse_release(&reuse);
}

static void expect_all(struct office *office, const char *code, int quarter, const char *text) {
    struct reuse reuse = reuse_of(office, code, quarter);
    char places[ERR_TEXT_MAX];
    assert_int_equal(reuse_print_all(&reuse, code, desk_quarter(quarter), places, sizeof places),
                     *text != '\0');
    assert_string_equal(places, text);
    reuse_release(&reuse);
}

static void the_same_document_and_the_same_file(void **state) {
    (void)state;
    struct office *office = desk_of("siapa-saja");
    struct record first = put(office, REPORTS, 3, 1, 0);
    struct record file = put(office, REPORTS, 3, 2, 7);
    expect(office, &first, "");
    struct record ticked = put(office, PEOPLE, 3, 1, 0);
    put(office, SHARE, 2, 1, 0);
    put(office, PRODUCTS, 3, 3, 7);    /* another document, the same file */
    put(office, SECRETARIAT, 3, 1, 7); /* another bidang */
    put(office, COMPLAINTS, 3, 4, 0);
    expect(office, &first, PEOPLE ", " SHARE " TW II");
    expect(office, &ticked, REPORTS ", " SHARE " TW II");
    expect(office, &file, PRODUCTS);
    expect_all(office, REPORTS, 3, PEOPLE ", " SHARE " TW II, " PRODUCTS);
    expect_all(office, SHARE, 2, REPORTS " TW III, " PEOPLE " TW III");
    expect_all(office, COMPLAINTS, 3, "");
    expect_all(office, SECRETARIAT, 3, "");
}

static void twice_in_one_place_and_what_was_removed(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct record first = put(office, REPORTS, 3, 1, 7);
    struct record again = put(office, REPORTS, 3, 2, 7);
    expect(office, &first, REPORTS);
    expect_all(office, REPORTS, 3, REPORTS);
    struct request request = desk_ask(office, EVENT_EVIDENCE_REMOVED, REPORTS, 3);
    request.change.key.number = again.key.number;
    request.change.replaces = again.head;
    struct outcome outcome;
    struct err err;
    assert_true(office_change(office, &request, &outcome, &err));
    expect(office, &first, "");
}

static bool print_row(void *context, const struct row *row, finding_set findings) {
    char text[ERR_TEXT_MAX];
    finding_set reused = findings & 1u << FINDING_REUSED;
    if (!reused)
        return true;
    assert_int_equal(review_blocking(reused, &small_office()->rules), 0);
    review_print(row, reused, &small_office()->rules, text, sizeof text);
    buf_printf(context, "%s: %s\n", row->indicator->code, text);
    return true;
}

static void periksa_points_it_out(void **state) {
    (void)state;
    struct buf lines = {0};
    const struct review_call call = {.each = print_row, .context = &lines};
    struct office *office = desk_of("operator");
    put(office, REPORTS, 3, 1, 0);
    put(office, PEOPLE, 3, 1, 0);
    put(office, PEOPLE, 3, 2, 0);
    const struct review review = desk_review(office, 3, &call);
    assert_string_equal(buf_string(&lines), REPORTS ": bukti yang sama dipakai juga di " PEOPLE "\n" PEOPLE
                                                    ": bukti yang sama dipakai juga di " REPORTS "\n");
    assert_int_equal(review.findings[FINDING_REUSED], 2);
    buf_release(&lines);
}

/* More places than are worth naming. */
static void many_places_end_in_others(void **state) {
    (void)state;
    static const char *const codes[] = {REPORTS, PEOPLE, PRODUCTS, COMPLAINTS, SHARE};
    struct office *office = desk_of("operator");
    for (int quarter = 1; quarter <= 3; quarter++)
        for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
            put(office, codes[i], quarter, 1, 0);
    struct reuse reuse = reuse_of(office, SHARE, 1);
    char places[ERR_TEXT_MAX];
    assert_true(reuse_print_all(&reuse, SHARE, desk_quarter(1), places, sizeof places));
    assert_non_null(strstr(places, " dan lainnya"));
    reuse_release(&reuse);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(the_same_document_and_the_same_file),
        AT_DESK(twice_in_one_place_and_what_was_removed),
        AT_DESK(periksa_points_it_out),
        AT_DESK(many_places_end_in_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
