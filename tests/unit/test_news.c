/* What waits to be read or followed up by a person. */
#include "check.h"
#include "own/seen.h"
#include "unit/desk.h"
#include "unit/ledger.h"
#include "view/news.h"
#include <stdio.h>
#include <string.h>

static const struct quarter third = {SMALL_OFFICE_YEAR, 3};

/* ---- through the door ---- */

static void say(const char *login, const char *code, const char *text) {
    struct office *office = desk_of(login);
    struct request request = desk_ask(office, EVENT_INSTRUCTED, code, 3);
    struct outcome outcome;
    struct err err;
    snprintf(request.change.instruction.text, sizeof request.change.instruction.text, "%s", text);
    if (!office_change(office, &request, &outcome, &err))
        fail_msg("%s", err.text);
}

static int unread_by(const char *login) {
    struct office *office = desk_of(login);
    struct reading reading = desk_read(office, KINDS_ALL);
    struct news news;
    news_of(&reading.records, third, seen_load(office_facts(office).directory, login), &news);
    reading_release(&reading);
    return news.instructions;
}

static void read_all(const char *login) {
    struct office *office = desk_of(login);
    struct reading reading = desk_read(office, 1u << RECORD_INSTRUCTION);
    struct err err;
    assert_true(seen_keep(office_facts(office).directory, login, news_latest(&reading.records), &err));
    reading_release(&reading);
}

static void unread_instructions_are_news(void **state) {
    (void)state;
    say("pimpinan", REPORTS, "Lengkapi bukti");
    say("verifikator", "koperasi", "Segera ajukan");
    assert_int_equal(unread_by("operator"), 2);
    assert_int_equal(unread_by("verifikator"), 1);
    assert_int_equal(unread_by("operator2"), 0);
    read_all("operator");
    assert_int_equal(unread_by("operator"), 0);
    assert_int_equal(unread_by("atasan"), 2);
    say("atasan", REPORTS, "Hari ini");
    assert_int_equal(unread_by("operator"), 1);
}

/* ---- whom it concerns ---- */

static const struct unit *unit(const char *code) {
    return small_office_unit(code);
}

static struct record instruction(const char *code, uint64_t sequence, const char *by) {
    const struct record_key key = record_key(RECORD_INSTRUCTION, code, third);
    struct record record;
    record_init(&record, &key);
    record.key.number = (uint32_t)sequence;
    record.head.sequence = sequence;
    snprintf(record.changed_by, sizeof record.changed_by, "%s", by);
    return record;
}

static void an_instruction_concerns_its_bidang_and_whoever_looks_at_all(void **state) {
    (void)state;
    const struct person people[] = {
        {.login = "operator", .unit = unit("koperasi"), .roles = 1u << ROLE_OPERATOR},
        {.login = "atasan2", .unit = unit("sekretariat"), .roles = 1u << ROLE_SUPERVISOR},
        {.login = "tim", .unit = unit("sekretariat"), .roles = 1u << ROLE_OPERATOR | 1u << ROLE_VERIFIER},
        {.login = "kadis", .roles = 1u << ROLE_HEAD},
        {.login = "semua", .unit = unit("sekretariat"), .everything = true},
        {.login = "lepas", .roles = 1u << ROLE_OPERATOR}, /* of no bidang */
    };
    static const struct {
        const char *code;
        bool news[6];
    } cases[] = {
        {REPORTS, {true, false, true, true, true, true}},
        {"koperasi", {true, false, true, true, true, true}},
        {SECRETARIAT, {false, true, true, true, true, true}},
        {"sekretariat", {false, true, true, true, true, true}},
        {"TIADA", {false, false, true, true, true, true}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t n = 0; n < sizeof people / sizeof *people; n++) {
            const struct asker asker = {.config = small_office(), .person = &people[n]};
            struct record record = instruction(cases[i].code, 5, "orang-lain");
            if (news_has(&asker, &record, 4) != cases[i].news[n])
                fail_msg("%s to %s", cases[i].code, people[n].login);
            assert_false(news_has(&asker, &record, 5)); /* it was seen */
            snprintf(record.changed_by, sizeof record.changed_by, "%s", people[n].login);
            assert_false(news_has(&asker, &record, 4)); /* he said it himself */
        }
}

static void put_advice(struct ledger *ledger, const char *in, int made, struct date due) {
    struct record_key key =
        record_key(RECORD_RECOMMENDATION, RECORD_AGENCY, (struct quarter){SMALL_OFFICE_YEAR, YEAR_PERIOD});
    struct record record;
    key.number = (uint32_t)ledger->count + 1;
    record_init(&record, &key);
    record.head.sequence = key.number;
    record.recommendation.quarter = made;
    record.recommendation.due = due;
    snprintf(record.recommendation.unit, sizeof record.recommendation.unit, "%s", in);
    ledger_put(ledger, &record);
}

static void expect(const struct records *records, struct quarter quarter, int recommendations, int overdue) {
    struct news news;
    news_of(records, quarter, 0, &news);
    assert_int_equal(news.recommendations, recommendations);
    assert_int_equal(news.overdue, overdue);
}

/* Today is 3 October; that day itself is not too late. */
static void open_recommendations_wait_and_some_are_overdue(void **state) {
    (void)state;
    const struct person operator= config_person(small_office(), "operator");
    struct asker asker = {.config = small_office(), .person = &operator, .today = {2025, 10, 3} };
    struct ledger ledger = {0};
    put_advice(&ledger, "koperasi", 1, (struct date){2025, 10, 2});
    put_advice(&ledger, "koperasi", 1, (struct date){2025, 10, 3});
    put_advice(&ledger, "koperasi", 4, (struct date){2025, 1, 1});
    put_advice(&ledger, "koperasi", 1, (struct date){.year = 0});
    put_advice(&ledger, "sekretariat", 1, (struct date){2025, 10, 2});
    const struct records records = ledger_records(&ledger, &asker);
    expect(&records, third, 3, 1);
    expect(&records, (struct quarter){SMALL_OFFICE_YEAR, 4}, 4, 2);
    expect(&records, (struct quarter){SMALL_OFFICE_YEAR - 1, 4}, 0, 0);
    asker.today = (struct date){.year = 0};
    const struct records undated = ledger_records(&ledger, &asker);
    expect(&undated, third, 3, 0);
    ledger_release(&ledger);
}

static void the_newest_is_told_whatever_its_place(void **state) {
    (void)state;
    static const uint64_t sequences[] = {3, 9, 4};
    static const char *const codes[] = {SHARE, PEOPLE, "koperasi"};
    const struct person operator= config_person(small_office(), "operator");
    const struct asker asker = {.config = small_office(), .person = &operator};
    struct ledger ledger = {0};
    const struct records records = ledger_records(&ledger, &asker);
    struct news news;
    news_of(&records, third, 0, &news);
    assert_int_equal(news.latest.head.sequence, 0);
    assert_true(news_latest(&records) == 0);
    for (int i = 0; i < 3; i++) {
        const struct record record = instruction(codes[i], sequences[i], "pimpinan");
        ledger_put(&ledger, &record);
    }
    const struct record own = instruction(SHARE, 12, "operator");
    ledger_put(&ledger, &own);
    news_of(&records, third, 3, &news);
    assert_int_equal(news.instructions, 2);
    assert_string_equal(news.latest.key.code, PEOPLE);
    assert_true(news_latest(&records) == 12);
    ledger_release(&ledger);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(unread_instructions_are_news, desk_set_up, desk_clear),
        cmocka_unit_test(an_instruction_concerns_its_bidang_and_whoever_looks_at_all),
        cmocka_unit_test(open_recommendations_wait_and_some_are_overdue),
        cmocka_unit_test(the_newest_is_told_whatever_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
