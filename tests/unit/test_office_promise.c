/* core/DOMAIN.md, The year, 4: evidence that comes later may be promised with a date ("menyusul"), allowed by an
 * atasan; what was promised may come until the quarter is ratified. */
#include "check.h"
#include "unit/desk.h"
#include "view/history.h"
#include <stdio.h>
#include <string.h>

static const char title[] = "Laporan koperasi";

static struct request evidence_request(struct office *office, const char *text, bool promised) {
    struct request request = desk_ask(office, EVENT_EVIDENCE_SET, REPORTS, 1);
    request.change.evidence.kind = EVIDENCE_REPORT;
    request.change.evidence.promised = promised;
    request.change.evidence.date = (struct date){SMALL_OFFICE_YEAR, 10, 20};
    snprintf(request.change.evidence.title, TITLE_MAX + 1, "%s", text);
    return request;
}

static bool ask(struct office *office, const struct request *request, struct record *record,
                struct err *err) {
    struct outcome outcome = {.repeated = false};
    *err = (struct err){.kind = ERR_NONE};
    bool done = office_change(office, request, &outcome, err);
    if (done)
        *record = outcome.record;
    return done;
}

static struct record promise(struct office *office, const char *text) {
    struct request request = evidence_request(office, text, true);
    struct record record = {.changed_at = 0};
    struct err err;
    if (!ask(office, &request, &record, &err))
        fail_msg("%s", err.text);
    return record;
}

static bool allow(struct office *office, struct record *record, struct err *err) {
    struct request request = desk_ask(office, EVENT_EVIDENCE_ALLOWED, REPORTS, 1);
    request.change.key.number = record->key.number;
    request.change.replaces = record->head;
    return ask(office, &request, record, err);
}

/* What came, in the place of what was promised under its title. */
static bool bring(struct office *office, const char *text, struct record *record, struct err *err) {
    struct request request = evidence_request(office, text, false);
    request.change.evidence.date = (struct date){SMALL_OFFICE_YEAR, 3, 28};
    struct attachments attachments = desk_attachments(office, REPORTS, 1);
    attachments_fulfil(&attachments, &request.change);
    attachments_release(&attachments);
    return ask(office, &request, record, err);
}

static void refused(bool done, const struct err *err, enum err_kind kind) {
    assert_false(done);
    if (err->kind != kind)
        fail_msg("%s", err->text);
}

struct found {
    finding_set findings;
    char text[ERR_TEXT_MAX];
};

static bool take_findings(void *context, const struct row *row, finding_set findings) {
    struct found *found = context;
    if (strcmp(row->indicator->code, REPORTS) != 0)
        return true;
    found->findings = findings;
    review_print(row, findings, &small_office()->rules, found->text, sizeof found->text);
    return false;
}

static struct found findings(struct office *office) {
    struct found found = {0};
    const struct review_call call = {.each = take_findings, .context = &found};
    desk_review(office, 1, &call);
    return found;
}

/* All but the one required document. */
static void fill(void) {
    static const struct {
        const char *code, *value;
    } values[] = {{REPORTS, "375"}, {PEOPLE, "28"}, {PRODUCTS, "3"}, {COMPLAINTS, "5"}, {SHARE, "0,15"}};
    struct office *operator= desk_of("operator");
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        desk_type(operator, values[i].code, 1, values[i].value);
}

static void a_promise_is_no_evidence_and_waits_for_a_word(void **state) {
    (void)state;
    struct err err;
    struct tally tally = {0};
    fill();
    struct office *operator= desk_of("operator");
    struct record promised = promise(operator, title);
    assert_false(promised.evidence.allowed);
    struct row row = desk_row(operator, REPORTS, 1);
    tally_add(&tally, &row, &small_office()->rules);
    assert_int_equal(row.evidence, 0);
    assert_int_equal(row.required_attached, 0);
    assert_int_equal(row.promised, 1);
    assert_int_equal(tally.required_attached, 0);
    assert_int_equal(tally.required_promised, 1);
    assert_int_equal(warning_evidence(&promised.evidence, desk_quarter(1)), 0); /* its day is still to come */
    struct found found = findings(operator);
    assert_string_equal(found.text, "bukti menyusul belum diizinkan atasan");
    assert_int_not_equal(review_blocking(found.findings, &small_office()->rules), 0);

    refused(allow(operator, & promised, &err), &err, ERR_DENIED);
    refused(allow(desk_of("verifikator"), &promised, &err), &err, ERR_DENIED);
    assert_true(allow(desk_of("atasan"), &promised, &err));
    assert_true(promised.evidence.allowed && promised.evidence.promised);
    assert_string_equal(promised.evidence.title, title);
    refused(allow(desk_of("atasan"), &promised, &err), &err, ERR_INVALID);
    found = findings(desk_of("operator"));
    assert_string_equal(found.text, "1 bukti menyusul: 20-10-2025");
    assert_int_equal(review_blocking(found.findings, &small_office()->rules), 0);
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, 1);
}

/* Today is 3 October. */
static void what_is_overdue_is_pointed_out(void **state) {
    (void)state;
    struct record record = {.changed_at = 0};
    struct err err;
    fill();
    struct office *atasan = desk_of("atasan");
    struct request request = evidence_request(atasan, title, true);
    request.change.evidence.date.day = 3;
    assert_true(ask(atasan, &request, &record, &err));
    assert_true(record.evidence.allowed); /* his own */
    assert_string_equal(findings(atasan).text, "1 bukti menyusul: 03-10-2025");
    assert_int_equal(evidence_promise(&record.evidence, office_facts(atasan).asker.today), PROMISE_WAITED);
    request = evidence_request(atasan, "Foto", true);
    request.change.evidence.date.day = 2;
    assert_true(ask(atasan, &request, &record, &err));
    assert_string_equal(findings(atasan).text, "2 bukti menyusul sudah lewat tanggalnya: 02-10-2025");
    assert_int_equal(evidence_promise(&record.evidence, office_facts(atasan).asker.today), PROMISE_OVERDUE);
}

static void another_who_changes_it_needs_the_word_again(void **state) {
    (void)state;
    struct err err;
    struct record promised = promise(desk_of("atasan"), title);
    struct office *operator= desk_of("operator");
    struct request request = evidence_request(operator, title, true);
    request.change.evidence.document = promised.evidence.document;
    request.change.key.number = promised.key.number;
    request.change.replaces = promised.head;
    assert_true(ask(operator, & request, &promised, &err)); /* the same once more is no change */
    assert_true(promised.evidence.allowed);
    request.change.evidence.date.day = 25;
    request.operation.byte[0] ^= 1;
    assert_true(ask(operator, & request, &promised, &err));
    assert_false(promised.evidence.allowed);
}

/* After handing in nothing else may change: it comes under its title, in its place. */
static void what_was_promised_comes_until_ratification(void **state) {
    (void)state;
    struct record record = {.changed_at = 0};
    struct err err;
    fill();
    promise(desk_of("atasan"), title);
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, 1);
    refused(bring(desk_of("operator"), "Foto", &record, &err), &err, ERR_STEP);
    desk_check(1);
    desk_step(desk_of("verifikator"), EVENT_VERIFIED, 1);
    assert_true(desk_may(desk_of("operator"), EVENT_EVIDENCE_FULFILLED, REPORTS, 1, &err));
    assert_true(bring(desk_of("operator"), title, &record, &err));
    assert_int_equal(record.key.number, 1);
    struct row row = desk_row(desk_of("operator"), REPORTS, 1);
    assert_int_equal(row.required_attached, 1);
    assert_int_equal(row.promised, 0);
    assert_int_equal(row.verdict, VERDICT_CONFORMS);
    assert_string_equal(findings(desk_of("operator")).text, "");
    refused(bring(desk_of("operator"), title, &record, &err), &err, ERR_STEP); /* once */
}

static void after_ratification_it_is_too_late(void **state) {
    (void)state;
    struct record record = {.changed_at = 0};
    struct err err;
    fill();
    promise(desk_of("atasan"), title);
    desk_ratify(1);
    refused(bring(desk_of("operator"), title, &record, &err), &err, ERR_STEP);
}

/* While it is still to be verified, the verifier looks once more at what came. */
static void what_comes_meanwhile_is_looked_at(void **state) {
    (void)state;
    struct record record = {.changed_at = 0};
    struct err err;
    fill();
    promise(desk_of("atasan"), title);
    desk_step(desk_of("atasan"), EVENT_SUBMITTED, 1);
    desk_check(1);
    assert_int_equal(desk_row(desk_of("verifikator"), REPORTS, 1).verdict, VERDICT_CONFORMS);
    assert_true(bring(desk_of("operator"), title, &record, &err));
    assert_int_equal(desk_row(desk_of("verifikator"), REPORTS, 1).verdict, VERDICT_NONE);
}

static bool print_event(void *context, const struct event *event, const struct event *before) {
    char text[ERR_TEXT_MAX];
    event_print(event, before, small_office_indicator(REPORTS), text, sizeof text);
    buf_printf(context, "%s\n", text);
    return true;
}

/* What is asked for again is asked for by whoever may fill in, not once more as coming or allowed. */
static void what_came_is_changed_and_undone_as_any_other(void **state) {
    (void)state;
    struct outcome outcome;
    struct err err;
    struct record record = promise(desk_of("atasan"), title);
    struct office *operator= desk_of("operator");
    assert_true(bring(operator, title, &record, &err));
    struct request request = evidence_request(operator, title, false);
    request.change.key.number = record.key.number;
    request.change.replaces = record.head;
    assert_true(ask(operator, & request, &record, &err));
    assert_int_equal(record.evidence.date.month, 10);
    assert_true(office_undo(operator, & record.head, &outcome, &err));
    assert_int_equal(outcome.record.evidence.date.month, 3);
    assert_false(outcome.record.evidence.promised);
}

static void history_and_undo_know_it(void **state) {
    (void)state;
    struct buf lines = {0};
    struct outcome outcome;
    struct err err;
    struct record promised = promise(desk_of("operator"), title), came;
    struct office *atasan = desk_of("atasan");
    assert_true(allow(atasan, &promised, &err));
    assert_true(office_undo(atasan, &promised.head, &outcome, &err));
    assert_false(outcome.record.evidence.allowed);
    promised = outcome.record;
    assert_true(allow(atasan, &promised, &err));
    struct office *operator= desk_of("operator");
    assert_true(bring(operator, title, &came, &err));
    assert_true(office_undo(operator, & came.head, &outcome, &err));
    assert_true(outcome.record.evidence.promised && !outcome.record.evidence.allowed);
    struct events events = desk_events(operator, REPORTS, desk_quarter(1));
    events_each(&events, print_event, &lines);
    events_release(&events);
    assert_string_equal(buf_string(&lines),
                        "bukti 1: Laporan koperasi, menyusul 20-10-2025 (diurungkan)\n"
                        "bukti 1 sudah ada: Laporan koperasi, 28-03-2025\n"
                        "bukti 1 diizinkan menyusul, ditunggu 20-10-2025: Laporan koperasi\n"
                        "bukti 1: Laporan koperasi, menyusul 20-10-2025 (diurungkan)\n"
                        "bukti 1 diizinkan menyusul, ditunggu 20-10-2025: Laporan koperasi\n"
                        "bukti 1: Laporan koperasi, menyusul 20-10-2025\n");
    buf_release(&lines);
}

#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(a_promise_is_no_evidence_and_waits_for_a_word),
        AT_DESK(what_is_overdue_is_pointed_out),
        AT_DESK(another_who_changes_it_needs_the_word_again),
        AT_DESK(what_was_promised_comes_until_ratification),
        AT_DESK(after_ratification_it_is_too_late),
        AT_DESK(what_comes_meanwhile_is_looked_at),
        AT_DESK(what_came_is_changed_and_undone_as_any_other),
        AT_DESK(history_and_undo_know_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
