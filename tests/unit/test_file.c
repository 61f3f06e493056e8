#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Each test stands in an empty folder of its own. */
static int enter_folder(void **state) {
    char *folder = strdup("/tmp/triwulan-XXXXXX");
    *state = folder;
    return folder && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state) {
    int left = chdir("/") | rmdir(*state);
    free(*state);
    return left;
}

static int names_in_folder(void) {
    int count = 0;
    DIR *folder = opendir(".");
    assert_non_null(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count - 2;
}

static mode_t mode_of(const char *path) {
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 0777;
}

static void assert_holds(const char *path, const char *text) {
    struct buf buf = {0};
    struct err err;
    assert_true(file_read(path, 1 << 20, &buf, &err));
    assert_string_equal(buf_string(&buf), text);
    buf_release(&buf);
}

static void replaces_and_reads(void **state) {
    (void)state;
    struct err err;
    assert_true(file_replace("draf", "satu", 4, &err));
    assert_int_equal(mode_of("draf"), 0600);
    assert_holds("draf", "satu");
    assert_int_equal(chmod("draf", 0640), 0);
    assert_true(file_replace("draf", "", 0, &err));
    assert_int_equal(mode_of("draf"), 0640);
    assert_holds("draf", "");
    assert_int_equal(names_in_folder(), 1);

    struct buf buf = {0};
    buf_text(&buf, "awal ");
    assert_true(file_replace("draf", "akhir", 5, &err));
    assert_true(file_read("draf", 5, &buf, &err));
    assert_string_equal(buf.data, "awal akhir");
    buf_release(&buf);
    assert_int_equal(unlink("draf"), 0);
}

static void creates_only_what_is_new(void **state) {
    (void)state;
    struct err err;
    mode_t mask = umask(027);
    assert_true(file_create("katalog", "satu", 4, &err));
    umask(mask);
    assert_int_equal(mode_of("katalog"), 0640);
    assert_false(file_create("katalog", "dua", 3, &err));
    assert_int_equal(err.kind, ERR_INVALID);
    assert_string_equal(err.text, "\"katalog\" sudah ada dan tidak ditimpa; pilih nama lain");
    assert_holds("katalog", "satu");
    assert_int_equal(symlink("tiada", "tautan"), 0);
    assert_false(file_create("tautan", "dua", 3, &err));
    assert_string_equal(err.text, "\"tautan\" sudah ada dan tidak ditimpa; pilih nama lain");
    assert_false(file_create("tiada/x", "x", 1, &err));
    assert_int_equal(err.kind, ERR_IO);
    assert_string_equal(err.text, "folder \"tiada\" tidak ada; pilih folder lain");
    assert_int_equal(names_in_folder(), 2);
    assert_int_equal(unlink("katalog") | unlink("tautan"), 0);
}

/* Killed in the midst of writing, by the limit on a file's size. */
static void a_killed_run_leaves_nothing(void **state) {
    (void)state;
    static const char data[100000];
    const struct rlimit small = {1000, 1000};
    int status, nameless = open(".", O_TMPFILE | O_WRONLY, 0600);
    pid_t child = fork();
    if (child == 0) {
        struct err err;
        setrlimit(RLIMIT_FSIZE, &small);
        file_create("laporan", data, sizeof data, &err);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ);
    assert_int_equal(names_in_folder(), nameless < 0);
    close(nameless);
}

static void says_why_it_does_not_read(void **state) {
    (void)state;
    static const struct {
        const char *path;
        enum err_kind kind;
        const char *text;
    } cases[] = {
        {"tiada", ERR_NOT_FOUND, "tidak dapat membuka \"tiada\": tidak ada; periksa namanya"},
        {"besar", ERR_INVALID, "\"besar\" terlalu besar, paling banyak 5 byte; pilih berkas lain"},
        {"pipa", ERR_INVALID, "\"pipa\" bukan berkas biasa; pilih berkas lain"},
        {".", ERR_INVALID, "\".\" bukan berkas biasa; pilih berkas lain"},
    };
    struct buf buf = {0};
    struct err err;
    buf_text(&buf, "tetap");
    assert_true(file_replace("besar", "123456", 6, &err));
    assert_int_equal(mkfifo("pipa", 0600), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_false(file_read(cases[i].path, 5, &buf, &err));
        assert_int_equal(err.kind, cases[i].kind);
        assert_string_equal(err.text, cases[i].text);
        assert_string_equal(buf.data, "tetap");
    }
    buf_release(&buf);
    assert_int_equal(unlink("besar") | unlink("pipa"), 0);
}

static void count_and_grow(void *context, const void *bytes, size_t length) {
    size_t *counted = context;
    *counted += length;
    FILE *file = fopen("besar", "a");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void the_bound_holds_before_and_while_reading(void **state) {
    (void)state;
    static const char data[50000];
    size_t counted = 0;
    struct err err;
    assert_true(file_replace("besar", data, sizeof data, &err));
    assert_false(file_each_block("besar", sizeof data - 1, count_and_grow, &counted, &err));
    assert_int_equal(counted, 0);
    assert_false(file_each_block("besar", 3 * sizeof data, count_and_grow, &counted, &err));
    assert_int_equal(err.kind, ERR_INVALID);
    assert_in_range(counted, 1, 3 * sizeof data);
    assert_int_equal(unlink("besar"), 0);
}

/* A limit on the file's size ends a write short, as a full disk does. */
static void a_failed_write_leaves_the_old_file(void **state) {
    (void)state;
    static const char data[100000];
    struct rlimit old, small;
    struct err err;
    assert_true(file_replace("laporan", "lama", 4, &err));
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = old;
    small.rlim_cur = 1000;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool replaced = file_replace("laporan", data, sizeof data, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_false(replaced);
    assert_int_equal(err.kind, ERR_IO);
    assert_memory_equal(err.text, "tidak dapat menulis \"laporan\": ", 31);
    assert_holds("laporan", "lama");
    assert_int_equal(names_in_folder(), 1);
    assert_int_equal(unlink("laporan"), 0);
}

static void replaces_nothing_but_files(void **state) {
    (void)state;
    struct err err;
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("pipa", 0600), 0);
    assert_false(file_replace("folder", "x", 1, &err));
    assert_int_equal(err.kind, ERR_IO);
    assert_string_equal(err.text, "tidak dapat menulis \"folder\": itu folder; tulis nama berkas");
    assert_false(file_replace("pipa", "x", 1, &err));
    assert_string_equal(err.text, "\"pipa\" bukan berkas biasa; pilih nama lain");
    assert_false(file_sync_directory("tiada", &err));
    assert_string_equal(err.text, "tidak dapat menyimpan folder \"tiada\": tidak ada; periksa namanya");
    assert_false(file_replace("tiada/x", "x", 1, &err));
    assert_int_equal(err.kind, ERR_IO);
    assert_int_equal(names_in_folder(), 2);
    assert_int_equal(unlink("pipa") | rmdir("folder"), 0);
}

static void makes_what_is_missing_above(void **state) {
    struct err err;
    char path[64];
    assert_true(file_make_directory("a/b//c/", &err));
    assert_true(file_make_directory("a/b/c", &err));
    assert_int_equal(mode_of("a/b"), 0700);
    assert_true(file_replace("a/b/c/x", "x", 1, &err));
    snprintf(path, sizeof path, "%s/d/e", (const char *)*state);
    assert_true(file_make_directory(path, &err));
    assert_true(file_make_directory("/", &err));

    assert_false(file_make_directory("a/b/c/x/y", &err));
    assert_string_equal(
        err.text, "tidak dapat membuat folder \"a/b/c/x\": itu berkas, bukan folder; pilih folder lain");
    assert_false(file_make_directory("a/b/c/x", &err));
    assert_false(file_make_directory("", &err));
    assert_int_equal(symlink("tiada", "a/b/c/y"), 0);
    assert_false(file_make_directory("a/b/c/y", &err));
    assert_string_equal(err.text, "tidak dapat membuat folder \"a/b/c/y\": tidak ada; periksa namanya");
    assert_int_equal(unlink("a/b/c/x") | unlink("a/b/c/y"), 0);
    assert_int_equal(rmdir("a/b/c") | rmdir("a/b") | rmdir("a") | rmdir("d/e") | rmdir("d"), 0);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(replaces_and_reads),
        IN_FOLDER(creates_only_what_is_new),
        IN_FOLDER(a_killed_run_leaves_nothing),
        IN_FOLDER(says_why_it_does_not_read),
        IN_FOLDER(the_bound_holds_before_and_while_reading),
        IN_FOLDER(a_failed_write_leaves_the_old_file),
        IN_FOLDER(replaces_nothing_but_files),
        IN_FOLDER(makes_what_is_missing_above),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
