/* Up to where a person has read arahan, in a small file of his own. */
#include "base/file.h"
#include "check.h"
#include "own/seen.h"
#include "unit/desk.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Of "budi". */
static const char file[] = "baca-62756469";

static void keep(const char *directory, const char *login, uint64_t number) {
    struct err err;
    if (!seen_keep(directory, login, number, &err))
        fail_msg("%s", err.text);
}

static void nothing_was_seen_at_first(void **state) {
    assert_true(seen_load(*state, "budi") == 0);
    assert_true(seen_load("/tiada/sama/sekali", "budi") == 0);
}

static void what_was_seen_stays_seen(void **state) {
    keep(*state, "budi", 7);
    assert_true(seen_load(*state, "budi") == 7);
    keep(*state, "budi", 5); /* another window was further */
    assert_true(seen_load(*state, "budi") == 7);
    keep(*state, "budi", UINT64_MAX);
    assert_true(seen_load(*state, "budi") == UINT64_MAX);
}

static void each_login_has_its_own(void **state) {
    static const char *const logins[] = {"budi", "Budi", "../budi", "a/b", "a%2fb", "\xc3\xa9"};
    enum { LOGINS = sizeof logins / sizeof *logins };
    for (uint64_t i = 0; i < LOGINS; i++)
        keep(*state, logins[i], i + 1);
    for (uint64_t i = 0; i < LOGINS; i++)
        assert_true(seen_load(*state, logins[i]) == i + 1);
    char path[128];
    snprintf(path, sizeof path, "%s/%s", (const char *)*state, file);
    assert_int_equal(access(path, F_OK), 0);
}

/* What is not understood is shown once more rather than never. */
static void what_is_no_number_counts_as_nothing(void **state) {
    static const char *const texts[] = {"",    "\n",      "-1\n", "+7\n",  " 7\n",
                                        "0x7", "tujuh\n", "7",    "7 8\n", "18446744073709551616\n"};
    char path[128];
    struct err err;
    snprintf(path, sizeof path, "%s/%s", (const char *)*state, file);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(file_replace(path, texts[i], strlen(texts[i]), &err));
        if (seen_load(*state, "budi") != 0)
            fail_msg("\"%s\"", texts[i]);
    }
    keep(*state, "budi", 3);
    assert_true(seen_load(*state, "budi") == 3);
}

static void what_cannot_be_kept_is_told(void **state) {
    (void)state;
    struct err err = {0};
    assert_false(seen_keep("/tiada/sama/sekali", "budi", 1, &err));
    assert_int_not_equal(err.kind, ERR_NONE);
    assert_true(seen_keep("/tiada/sama/sekali", "budi", 0, &err)); /* there is nothing to keep */
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(nothing_was_seen_at_first),   IN_FOLDER(what_was_seen_stays_seen),
        IN_FOLDER(each_login_has_its_own),      IN_FOLDER(what_is_no_number_counts_as_nothing),
        IN_FOLDER(what_cannot_be_kept_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
