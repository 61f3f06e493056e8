/* The door itself: who comes in, and what is known without looking at the figures. */
#include "check.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define AT_DESK(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

static void logins_pass_the_door(void **state) {
    static const char *const refused[] = {"", "a\nb",
                                          "0123456789012345678901234567890123456789012345678901234567890123"};
    for (size_t i = 0; i < COUNT(refused); i++) {
        const struct office_options options = {
            .config = small_office(), .directory = *state, .login = refused[i]};
        struct office *office;
        struct err err;
        assert_false(office_open(&options, &office, &err));
        assert_int_equal(err.kind, ERR_INVALID);
        assert_memory_equal(err.text, "login", 5);
    }
}

static void the_office_knows_its_person_and_names(void **state) {
    const struct office_facts facts = office_facts(desk_of("atasan"));
    assert_string_equal(facts.asker.person->name, "Atasan Koperasi");
    assert_string_equal(config_name(facts.asker.config, "operator2"), "Operator Sekretariat");
    assert_string_equal(config_name(facts.asker.config, "budi"), "budi");
    assert_string_equal(facts.directory, *state);
    assert_ptr_equal(facts.asker.config, small_office());
    assert_false(facts.read_only);
    struct date today = {2025, 10, 3};
    assert_int_equal(date_compare(facts.asker.today, today), 0);
    struct date stamped = clock_date(facts.now, small_office()->zone);
    assert_int_equal(date_compare(stamped, today), 0);
}

static void every_commit_is_another_version(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    uint64_t before = office_version(office);
    struct reading reading = desk_read(office, KINDS_ALL);
    assert_true(office_version(office) == before);
    assert_true(reading.version == before);
    reading_release(&reading);
    desk_type(office, REPORTS, 1, "375");
    assert_true(office_version(office) != before);

    struct store_info info;
    struct err err;
    assert_true(office_describe(office, &info, &err));
    assert_int_equal(info.events, 1);
}

/* To look makes nothing: not the store, not the folder it would be in. */
static void looking_makes_nothing(void **state) {
    char path[256];
    snprintf(path, sizeof path, "%s/data", (const char *)*state);
    struct office_options options = {
        .config = small_office(), .directory = path, .login = "operator", .look_only = true};
    struct office *office;
    struct err err;
    assert_false(office_open(&options, &office, &err));
    assert_int_equal(err.kind, ERR_NOT_FOUND);
    assert_null(office);
    assert_int_not_equal(access(path, F_OK), 0);

    desk_type(desk_of("operator"), REPORTS, 1, "375");
    desk_leave();
    options.directory = *state;
    assert_true(office_open(&options, &office, &err));
    assert_true(office_facts(office).read_only);
    assert_true(desk_row(office, REPORTS, 1).actual.filled);
    struct request request = desk_request(office, REPORTS, 1, 300);
    struct outcome outcome;
    assert_false(office_change(office, &request, &outcome, &err));
    assert_int_equal(err.kind, ERR_UNSUPPORTED);
    office_close(office);
}

/* The trail says the journal up to its last event, as the door says it of any. */
static void the_trail_names_the_last_event(void **state) {
    (void)state;
    struct office *office = desk_of("operator");
    struct reading empty = desk_read(office, 0), reading;
    struct digest digest, none = {{0}};
    struct err err;
    assert_int_equal(empty.trail.position, 0);
    assert_true(digest_equal(&empty.trail.digest, &none));
    desk_type(office, REPORTS, 1, "375");
    desk_type(office, REPORTS, 2, "375");
    reading = desk_read(office, 0);
    assert_int_equal(reading.trail.position, 2);
    assert_true(office_digest(office, 2, &digest, &err));
    assert_true(digest_equal(&digest, &reading.trail.digest));
    assert_true(office_digest(office, 1, &digest, &err));
    assert_false(digest_equal(&digest, &reading.trail.digest));
    assert_false(office_digest(office, 3, &digest, &err));
    assert_int_equal(err.kind, ERR_NOT_FOUND);
    reading_release(&empty);
    reading_release(&reading);
}

static void count_finding(void *context, const char *line) {
    (void)line;
    ++*(int *)context;
}

static void a_sound_store_is_found_sound(void **state) {
    (void)state;
    struct store_counts counts;
    struct err err;
    int findings = 0;
    desk_fill(1);
    assert_true(office_check(desk_of("operator"), count_finding, &findings, &counts, &err));
    assert_int_equal(findings, 0);
    assert_int_equal(counts.events, 6);
    assert_int_equal(counts.records, 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_DESK(logins_pass_the_door),
        AT_DESK(the_office_knows_its_person_and_names),
        AT_DESK(every_commit_is_another_version),
        AT_DESK(looking_makes_nothing),
        AT_DESK(the_trail_names_the_last_event),
        AT_DESK(a_sound_store_is_found_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
