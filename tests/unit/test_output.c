#include "base/buf.h"
#include "check.h"
#include "own/output.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each test stands in a folder of its own with a data directory as a store makes it, and folders beside it. */
static const char *const folders[] = {"data", "data/simpanan", "data/cadangan", "map", "database"};
static const char *const files[] = {"data/simpanan/data.mdb", "data/simpanan/lock.mdb",
                                    "data/simpanan.gerbang", "map/lama.html"};
static const char *const links[] = {"ke-data",        "ke-simpanan", "map/lembar.html",
                                    "map/keras.html", "map/ke-lama", "map/buntu"};
enum {
    FOLDERS = sizeof folders / sizeof *folders,
    FILES = sizeof files / sizeof *files,
    LINKS = sizeof links / sizeof *links
};

static int enter(void **state) {
    char *home = strdup("/tmp/triwulan-output-XXXXXX");
    int failed = !home || !mkdtemp(home) || chdir(home) != 0;
    *state = home;
    for (int i = 0; i < FOLDERS; i++)
        failed |= mkdir(folders[i], 0700);
    for (int i = 0; i < FILES; i++)
        failed |= close(open(files[i], O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    return failed;
}

static int leave(void **state) {
    int failed = 0;
    for (int i = 0; i < LINKS; i++)
        unlink(links[i]);
    for (int i = 0; i < FILES; i++)
        failed |= unlink(files[i]);
    for (int i = FOLDERS - 1; i >= 0; i--)
        failed |= rmdir(folders[i]);
    failed |= chdir("/") | rmdir(*state);
    free(*state);
    return failed;
}

/* The data directory by its relative and by its full name. */
static bool allowed(const void *home, const char *path) {
    struct buf full = {0};
    struct err err = {0};
    buf_printf(&full, "%s/data", (const char *)home);
    bool by_name = output_allowed("data", path, &err);
    bool refused = by_name || (err.kind == ERR_DENIED && strstr(err.text, path));
    bool by_full_name = output_allowed(full.data, path, &err);
    buf_release(&full);
    if (!refused || by_name != by_full_name)
        fail_msg("%s: %s", path, err.text);
    return by_name;
}

static void assert_allowed(const void *home, const char *path) {
    if (!allowed(home, path))
        fail_msg("refused: %s", path);
}

static void assert_refused(const void *home, const char *path) {
    if (allowed(home, path))
        fail_msg("allowed: %s", path);
}

/* One that is there, one that is not there yet. */
static void refuses_what_lies_inside(void **state) {
    static const char *const inside[] = {
        "data",
        "data/",
        "data/baru.html",
        "data/simpanan.gerbang",
        "data/simpanan/data.mdb",
        "data/simpanan/lock.mdb",
        "data/simpanan/baru.html",
        "data/cadangan/baru.html",
        "./data//cadangan/./baru.html",
        "map/../data/simpanan/data.mdb",
        "data/cadangan/../../data/baru.html",
        "database/../data/baru.html",
    };
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        assert_refused(*state, inside[i]);
    struct buf full = {0};
    buf_printf(&full, "%s/data/simpanan/data.mdb", (const char *)*state);
    assert_refused(*state, full.data);
    buf_release(&full);
}

static void allows_what_lies_beside(void **state) {
    static const char *const beside[] = {
        "baru.html",       "./baru.html",          "map/lama.html",      "map/baru.html",
        "database/b.html", "data/../b.html",       "data.html",          "map/data.mdb",
        "tiada/b.html",    "data/tiada/../b.html", "/tmp/triwulan.html",
    };
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        assert_allowed(*state, beside[i]);
}

/* From inside, names without a slash. */
static void refuses_where_it_stands(void **state) {
    struct err err = {0};
    assert_int_equal(chdir("data/simpanan"), 0);
    assert_false(output_allowed("..", "data.mdb", &err));
    assert_false(output_allowed("..", "baru.html", &err));
    assert_true(output_allowed("..", "../../baru.html", &err));
    assert_int_equal(chdir(*state), 0);
}

static void refuses_through_linked_folders(void **state) {
    assert_int_equal(symlink("data", "ke-data"), 0);
    assert_int_equal(symlink("../data/simpanan", "map/lembar.html"), 0);
    assert_int_equal(symlink("data/simpanan", "ke-simpanan"), 0);
    assert_refused(*state, "ke-data/baru.html");
    assert_refused(*state, "ke-data/simpanan/data.mdb");
    assert_refused(*state, "map/lembar.html/baru.html");
    assert_refused(*state, "ke-simpanan/../baru.html");
    assert_refused(*state, "ke-data");
    struct err err = {0};
    assert_false(output_allowed("ke-data", "data/baru.html", &err));
}

static void refuses_linked_files(void **state) {
    assert_int_equal(symlink("../data/simpanan/data.mdb", "map/lembar.html"), 0);
    assert_int_equal(symlink("lama.html", "map/ke-lama"), 0);
    assert_int_equal(symlink("tiada.html", "map/buntu"), 0);
    assert_refused(*state, "map/lembar.html");
    assert_allowed(*state, "map/ke-lama");
    assert_allowed(*state, "map/buntu");
}

static void refuses_hard_links(void **state) {
    for (int i = 0; i < 3; i++) {
        assert_int_equal(link(files[i], "map/keras.html"), 0);
        assert_refused(*state, "map/keras.html");
        assert_int_equal(unlink("map/keras.html"), 0);
    }
    assert_int_equal(link("map/lama.html", "map/keras.html"), 0);
    assert_allowed(*state, "map/keras.html");
}

/* Nothing is there yet that could be harmed. */
static void allows_all_before_there_is_data(void **state) {
    struct err err = {0};
    (void)state;
    assert_true(output_allowed("tiada", "tiada/baru.html", &err));
    assert_true(output_allowed("tiada", "map/baru.html", &err));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(refuses_what_lies_inside),        TEST(allows_what_lies_beside), TEST(refuses_where_it_stands),
        TEST(refuses_through_linked_folders),  TEST(refuses_linked_files),    TEST(refuses_hard_links),
        TEST(allows_all_before_there_is_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
