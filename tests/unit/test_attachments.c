/* What is attached to an indicator, or to a bidang's quarter, beside what is required and what was promised. */
#include "check.h"
#include "unit/desk.h"
#include "view/attachments.h"
#include <stdio.h>
#include <string.h>

/* "1 SK; 2 Laporan; " */
static void print(const struct attachments *attachments, struct buf *out) {
    for (int i = 0; i < attachments->count; i++)
        buf_printf(out, "%u %s; ", attachments->record[i].key.number, attachments->record[i].evidence.title);
}

static void assert_evidence(struct office *office, const char *code, int number, const char *expected) {
    struct attachments attachments = desk_attachments(office, code, number);
    struct buf titles = {0};
    print(&attachments, &titles);
    assert_string_equal(buf_string(&titles), expected);
    buf_release(&titles);
    attachments_release(&attachments);
}

static void assert_documents(struct office *office, int number, const char *expected) {
    struct reading reading = desk_read(office, 1u << RECORD_EVIDENCE);
    struct attachments attachments;
    struct buf titles = {0};
    attachments_of_unit(&reading.records, small_office_unit("koperasi"), desk_quarter(number), &attachments);
    print(&attachments, &titles);
    assert_string_equal(buf_string(&titles), expected);
    buf_release(&titles);
    attachments_release(&attachments);
    reading_release(&reading);
}

static void remove_evidence(struct office *office, const struct record *record) {
    struct request request = request_new(EVENT_EVIDENCE_REMOVED, &record->key, office_facts(office).now);
    struct outcome outcome;
    struct err err;
    request.change.replaces = record->head;
    assert_true(office_change(office, &request, &outcome, &err));
}

static void evidence_is_numbered_and_removed_numbers_stay_away(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_attach(office, REPORTS, 3, "SK");
    struct outcome second = desk_attach(office, REPORTS, 3, "Laporan");
    desk_attach(office, REPORTS, 4, "Foto");
    assert_evidence(office, REPORTS, 3, "1 SK; 2 Laporan; ");
    assert_evidence(office, REPORTS, 4, "1 Foto; ");
    assert_evidence(office, PEOPLE, 3, "");

    remove_evidence(office, &second.record);
    desk_attach(office, REPORTS, 3, "Peta");
    assert_evidence(office, REPORTS, 3, "1 SK; 3 Peta; ");
}

/* Ticks a document that is attached elsewhere onto one more indicator. */
static void tick(struct office *office, const struct record *record, const char *code, int number) {
    struct request request = desk_ask(office, EVENT_EVIDENCE_SET, code, number);
    struct outcome outcome;
    struct err err;
    request.change.evidence = record->evidence;
    assert_true(office_change(office, &request, &outcome, &err));
}

static void a_bidangs_documents_stand_once_each(void **state) {
    (void)state;
    struct office *office = desk_of("siapa-saja");
    struct outcome decree = desk_attach(office, PRODUCTS, 3, "SK bersama");
    tick(office, &decree.record, REPORTS, 3);
    tick(office, &decree.record, PEOPLE, 3);
    desk_attach(office, PEOPLE, 3, "Daftar hadir");
    desk_attach(office, PEOPLE, 3, "Daftar hadir"); /* another document with the same title */
    desk_attach(office, PEOPLE, 2, "Triwulan lain");
    desk_attach(office, SECRETARIAT, 3, "Bidang lain");
    assert_documents(office, 3, "1 SK bersama; 2 Daftar hadir; 3 Daftar hadir; ");
    assert_documents(office, 1, "");

    struct outcome mistaken = desk_attach(office, COMPLAINTS, 3, "Salah");
    remove_evidence(office, &mistaken.record);
    remove_evidence(office, &decree.record);
    assert_documents(office, 3, "1 SK bersama; 2 Daftar hadir; 3 Daftar hadir; ");
    assert_evidence(office, PRODUCTS, 3, "");
}

/* ---- beside what is required ---- */

static void promise(struct office *office, const char *title, int day) {
    struct request request = desk_ask(office, EVENT_EVIDENCE_SET, REPORTS, 3);
    struct outcome outcome;
    struct err err;
    request.change.evidence.promised = true;
    request.change.evidence.date = (struct date){SMALL_OFFICE_YEAR, 10, day};
    snprintf(request.change.evidence.title, TITLE_MAX + 1, "%s", title);
    if (!office_change(office, &request, &outcome, &err))
        fail_msg("%s", err.text);
}

static void a_title_fills_a_requirement_of_its_quarter(void **state) {
    (void)state;
    const struct indicator *indicator = small_office_indicator(REPORTS);
    assert_ptr_equal(attachment_requirement(indicator, 3, "LAPORAN koperasi"), &indicator->requirement[0]);
    assert_ptr_equal(attachment_requirement(indicator, 4, "SK penetapan"), &indicator->requirement[1]);
    assert_null(attachment_requirement(indicator, 3, "SK penetapan"));
    assert_null(attachment_requirement(indicator, 3, "Laporan"));
    assert_null(attachment_requirement(small_office_indicator(PEOPLE), 3, "Laporan koperasi"));
}

static uint32_t found(struct office *office) {
    struct attachments attachments = desk_attachments(office, REPORTS, 3);
    const struct record *record =
        attachments_find(&attachments, &small_office_indicator(REPORTS)->requirement[0]);
    uint32_t number = record ? record->key.number : 0;
    attachments_release(&attachments);
    return number;
}

static void what_is_there_comes_before_what_is_promised(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    desk_attach(office, REPORTS, 3, "Foto");
    assert_int_equal(found(office), 0);
    promise(office, "Laporan koperasi", 20);
    assert_int_equal(found(office), 2);
    desk_attach(office, REPORTS, 3, "laporan koperasi");
    assert_int_equal(found(office), 3);
    desk_attach(office, REPORTS, 3, "Laporan koperasi");
    assert_int_equal(found(office), 3);
}

/* Only what is added, and only under the title that was promised. */
static void what_comes_takes_the_place_of_its_promise(void **state) {
    (void)state;
    static const struct {
        const char *title;
        uint32_t asked, number;
    } cases[] = {{"laporan KOPERASI", 0, 2}, {"Laporan koperasi", 1, 1}, {"Foto", 0, 0}, {"Peta", 0, 0}};
    struct office *office = desk_of("atasan"); /* whose promises are allowed */
    desk_attach(office, REPORTS, 3, "Foto");
    promise(office, "Laporan koperasi", 20);
    struct attachments attachments = desk_attachments(office, REPORTS, 3);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct change change = desk_ask(office, EVENT_EVIDENCE_SET, REPORTS, 3).change;
        change.key.number = cases[i].asked;
        snprintf(change.evidence.title, TITLE_MAX + 1, "%s", cases[i].title);
        attachments_fulfil(&attachments, &change);
        assert_int_equal(change.key.number, cases[i].number);
        bool brings = cases[i].number == 2;
        assert_int_equal(event_id_equal(&change.replaces, &attachments.record[1].head), brings);
    }
    attachments_release(&attachments);
}

static void a_promise_is_waited_for_to_its_day(void **state) {
    (void)state;
    static const struct {
        bool promised, allowed;
        int day;
        const char *word;
    } cases[] = {
        {false, false, 1, ""},       {true, false, 1, "BELUM DIIZINKAN"}, {true, true, 4, "MENYUSUL"},
        {true, true, 3, "MENYUSUL"}, {true, true, 2, "MENYUSUL LEWAT"},
    };
    const struct date today = {SMALL_OFFICE_YEAR, 10, 3};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct evidence evidence = {.promised = cases[i].promised,
                                          .allowed = cases[i].allowed,
                                          .date = {SMALL_OFFICE_YEAR, 10, cases[i].day}};
        assert_string_equal(promise_state_word(evidence_promise(&evidence, today)), cases[i].word);
    }
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(evidence_is_numbered_and_removed_numbers_stay_away),
        AT_DESK(a_bidangs_documents_stand_once_each),
        cmocka_unit_test(a_title_fills_a_requirement_of_its_quarter),
        AT_DESK(what_is_there_comes_before_what_is_promised),
        AT_DESK(what_comes_takes_the_place_of_its_promise),
        cmocka_unit_test(a_promise_is_waited_for_to_its_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
