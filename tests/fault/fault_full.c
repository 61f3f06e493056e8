/* The disk is full, or nearly: down to the page, with and without a lock file, before there is a store and in
 * the middle of its life. What does not fit is refused and changes nothing, what is there stays readable, and
 * the same again goes through once there is space. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "fault/judge.h"
#include "fault/operation.h"
#include "fault/small_disk.h"
#include "unit/small_office.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DISK_BYTES = 1 << 20, FIRST = 2, SECOND = 3, PAGES_MAX = 128 };

static int refusals; /* counted over all tests */

static int setup(void **state) {
    *state = home_new();
    small_disk_mount(*state, DISK_BYTES);
    return 0;
}

static int teardown(void **state) {
    small_disk_unmount(*state);
    home_free(*state);
    return 0;
}

/* A data directory of its own, without a page. */
struct data {
    char path[256], lock[300];
};

static struct data data_new(const char *disk) {
    struct data data;
    snprintf(data.path, sizeof data.path, "%s/data-XXXXXX", disk);
    assert_non_null(mkdtemp(data.path));
    snprintf(data.lock, sizeof data.lock, "%s/simpanan/lock.mdb", data.path);
    return data;
}

static void data_remove(const struct data *data) {
    home_free(strdup(data->path));
}

/* True when it went through; refused it must be as a full disk. */
static bool opens(const struct data *data, struct office **office) {
    struct err err = {0};
    if (operation_office(data->path, "operator", office, &err))
        return true;
    assert_int_equal(err.kind, ERR_FULL);
    assert_non_null(strstr(err.text, "disk penuh"));
    refusals++;
    return false;
}

static bool does(struct office *office, uint64_t number) {
    struct err err = {0};
    bool repeated;
    if (operation_do(office, number, &repeated, &err))
        return true;
    assert_int_equal(err.kind, ERR_FULL);
    assert_non_null(strstr(err.text, "disk penuh"));
    refusals++;
    return false;
}

static void assert_holds(const struct data *data, uint64_t count) {
    const uint64_t done[] = {FIRST, SECOND};
    struct judgement verdict = judge(data->path, done, count);
    judge_clean(&verdict);
    assert_int_equal(verdict.events, count);
}

/* With space again, what was refused goes through. */
static void assert_recovers(const struct data *data, struct office *office, uint64_t count) {
    assert_true(office || opens(data, &office));
    for (uint64_t number = FIRST; number < FIRST + count; number++)
        assert_true(does(office, number));
    office_close(office);
    assert_holds(data, count);
}

static void a_store_is_made_whole_or_not_at_all(void **state) {
    const char *disk = *state;
    bool fits = false;
    for (size_t pages = 0; !fits; pages++) {
        assert_true(pages < PAGES_MAX);
        struct data data = data_new(disk);
        struct office *office = NULL;
        small_disk_fill(disk, pages);
        fits = opens(&data, &office);
        fits = fits && does(office, FIRST);
        small_disk_free(disk);
        assert_recovers(&data, office, 1);
        data_remove(&data);
    }
}

static void leave_lock(const char *path) {
    (void)path;
}

static void remove_lock(const char *path) {
    assert_return_code(unlink(path), errno);
}

/* As long as it was, and nothing in it. */
static void empty_lock(const char *path) {
    struct stat status;
    assert_return_code(stat(path, &status), errno);
    assert_return_code(truncate(path, 0), errno);
    assert_return_code(truncate(path, status.st_size), errno);
}

static void opens_and_saves_or_not(const char *disk, void (*prepare)(const char *lock)) {
    bool fits = false;
    for (size_t pages = 0; !fits; pages++) {
        assert_true(pages < PAGES_MAX);
        struct data data = data_new(disk);
        struct office *office = NULL;
        assert_true(opens(&data, &office) && does(office, FIRST));
        office_close(office);
        prepare(data.lock);
        office = NULL;
        small_disk_fill(disk, pages);
        fits = opens(&data, &office) && does(office, SECOND);
        small_disk_free(disk);
        assert_recovers(&data, office, 2);
        data_remove(&data);
    }
}

static void without_a_lock_file(void **state) {
    opens_and_saves_or_not(*state, remove_lock);
}

static void with_its_lock_file(void **state) {
    opens_and_saves_or_not(*state, leave_lock);
}

static void with_a_lock_file_of_holes(void **state) {
    opens_and_saves_or_not(*state, empty_lock);
}

static uint64_t events_of(struct office *office) {
    struct store_info info;
    struct err err;
    assert_true(office_describe(office, &info, &err));
    return info.events;
}

static void a_refused_change_changes_nothing(void **state) {
    const char *disk = *state;
    struct data data = data_new(disk);
    struct office *office;
    const struct record_key key = record_key(RECORD_ACTUAL, PRODUCTS, (struct quarter){SMALL_OFFICE_YEAR, 1});
    struct record record;
    struct err err;
    assert_true(opens(&data, &office) && does(office, FIRST));
    uint64_t version = office_version(office);
    for (size_t pages = 0;; pages++) {
        small_disk_fill(disk, pages);
        if (does(office, SECOND))
            break;
        assert_int_equal(office_version(office), version);
        assert_int_equal(events_of(office), 1);
        assert_true(operation_record(office, &key, &record, &err));
        assert_true(record.actual.value.units == decimal_whole(FIRST).units);
        small_disk_free(disk);
        assert_true(pages < PAGES_MAX);
    }
    office_close(office);
    small_disk_free(disk);
    assert_holds(&data, 2);
}

/* ---- a person in front of it ---- */

static void the_screens_keep_what_is_typed(void **state) {
    const char *disk = *state;
    struct terminal *terminal = sheet_open(disk, NULL);
    small_disk_fill(disk, 0);
    terminal_type(terminal, "77,5\r");
    terminal_expect(terminal, "disk penuh");
    terminal_expect(terminal, "IKU-04>");
    terminal_expect(terminal, "[77,5");
    terminal_expect_no(terminal, "Tersimpan");
    sheet_stored(disk, "IKU-04", "");

    small_disk_free(disk);
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "IKU-04 dibaca 77,50 %");
    terminal_expect(terminal, "Tersimpan");
    sheet_stored(disk, "IKU-04", "77.50");

    terminal_key(terminal, VTERM_KEY_UP);
    small_disk_fill(disk, 0);
    terminal_key(terminal, VTERM_KEY_DEL);
    terminal_expect(terminal, "disk penuh");
    terminal_expect_no(terminal, "Tersimpan");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "Tersimpan"); /* as what stands there is */
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
    sheet_stored(disk, "IKU-04", "77.50");
}

static int say(void **state) {
    (void)state;
    print_message("hasil: fault_full: %d kali disk penuh ditolak, tak ada yang berubah, dan diterima begitu "
                  "ada ruang\n",
                  refusals);
    return 0;
}

#define ON_A_SMALL_DISK(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        ON_A_SMALL_DISK(a_store_is_made_whole_or_not_at_all),
        ON_A_SMALL_DISK(without_a_lock_file),
        ON_A_SMALL_DISK(with_its_lock_file),
        ON_A_SMALL_DISK(with_a_lock_file_of_holes),
        ON_A_SMALL_DISK(a_refused_change_changes_nothing),
        ON_A_SMALL_DISK(the_screens_keep_what_is_typed),
    };
    return cmocka_run_group_tests(tests, NULL, say);
}
