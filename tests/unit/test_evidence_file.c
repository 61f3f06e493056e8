/* The files that evidence refers to: what is a path, and whether a file is still what it was. */
#include "base/file.h"
#include "check.h"
#include "own/evidence_file.h"
#include "unit/desk.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_clear)

static void write_file(const char *path, const char *text) {
    struct err err;
    if (!file_replace(path, text, strlen(text), &err))
        fail_msg("%s", err.text);
}

static struct evidence evidence_at(const char *place) {
    struct evidence evidence;
    memset(&evidence, 0, sizeof evidence);
    snprintf(evidence.place, sizeof evidence.place, "%s", place);
    return evidence;
}

static void assert_file(const char *place, const char *absolute) {
    struct evidence evidence = evidence_at(place);
    struct err err;
    if (!evidence_take_file(&evidence, &err))
        fail_msg("%s: %s", place, err.text);
    struct digest digest = digest_bytes("isi", 3);
    assert_true(evidence.file);
    assert_string_equal(evidence.place, absolute);
    assert_int_equal(evidence.size, 3);
    assert_true(digest_equal(&evidence.digest, &digest));
}

static void a_path_leads_to_a_file(void **state) {
    assert_int_equal(chdir(*state), 0);
    char *here = realpath(".", NULL);
    char path[PLACE_MAX + 1], linked[PLACE_MAX + 1];
    assert_non_null(here);
    snprintf(path, sizeof path, "%s/laporan TW3.pdf", here);
    write_file(path, "isi");
    snprintf(linked, sizeof linked, "%s/tautan.pdf", here);
    assert_int_equal(symlink("laporan TW3.pdf", linked), 0);
    assert_int_equal(setenv("HOME", here, 1), 0);

    assert_file(path, path);
    assert_file("~/laporan TW3.pdf", path);
    assert_file("./laporan TW3.pdf", path);
    assert_file("laporan TW3.pdf", path); /* a name with a file behind it */
    assert_file("tautan.pdf", path);

    assert_int_equal(file_make_directory("dalam", &(struct err){0}), true);
    assert_int_equal(chdir("dalam"), 0);
    assert_file("../laporan TW3.pdf", path);
    assert_int_equal(chdir("/"), 0);
    free(here);
}

static void words_stay_words(void **state) {
    static const char *const words[] = {"",    "lemari 3 map 7", "laporan.pdf", "~",
                                        "...", "arsip/2025",     "dalam"};
    struct err err;
    assert_int_equal(chdir(*state), 0);
    assert_true(file_make_directory("dalam", &err)); /* a folder of that name is no file */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct evidence evidence = evidence_at(words[i]);
        evidence.file = true; /* of what stood there before the edit */
        evidence.size = 9;
        evidence.digest = digest_bytes("x", 1);
        struct digest none = {{0}};
        assert_true(evidence_take_file(&evidence, &err));
        assert_false(evidence.file);
        assert_int_equal(evidence.size, 0);
        assert_true(digest_equal(&evidence.digest, &none));
        assert_string_equal(evidence.place, words[i]);
        assert_int_equal(evidence_verify(&evidence), FILE_NONE);
    }
    assert_int_equal(chdir("/"), 0);
}

static void a_path_to_nothing_is_told(void **state) {
    static const struct {
        const char *place;
        enum err_kind kind;
    } cases[] = {
        {"./tiada.pdf", ERR_NOT_FOUND},
        {"~/tiada.pdf", ERR_NOT_FOUND},
        {"/tiada/tiada.pdf", ERR_NOT_FOUND},
        {"../tiada.pdf", ERR_NOT_FOUND},
        {"./", ERR_INVALID},
    };
    assert_int_equal(chdir(*state), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct evidence evidence = evidence_at(cases[i].place);
        struct err err;
        assert_false(evidence_take_file(&evidence, &err));
        if (err.kind != cases[i].kind)
            fail_msg("%s: %s", cases[i].place, err.text);
        assert_false(evidence.file);
        assert_string_equal(evidence.place, cases[i].place);
    }
    write_file("./aneh\tnama.pdf", "isi");
    struct evidence evidence = evidence_at("aneh\tnama.pdf");
    struct err err;
    assert_false(evidence_take_file(&evidence, &err));
    assert_int_equal(err.kind, ERR_INVALID);
    assert_memory_equal(err.text, "nama berkas: ", 13);
    assert_int_equal(chdir("/"), 0);
}

static void a_file_is_whole_changed_or_missing(void **state) {
    char path[PLACE_MAX + 1];
    snprintf(path, sizeof path, "%s/laporan.pdf", (const char *)*state);
    write_file(path, "isi");
    struct evidence evidence = evidence_at(path);
    struct err err;
    assert_true(evidence_take_file(&evidence, &err));
    assert_string_equal(file_state_word(evidence_verify(&evidence)), "UTUH");
    write_file(path, "isI");
    assert_string_equal(file_state_word(evidence_verify(&evidence)), "BERUBAH");
    write_file(path, "isi");
    assert_string_equal(file_state_word(evidence_verify(&evidence)), "UTUH");
    assert_int_equal(unlink(path), 0);
    assert_string_equal(file_state_word(evidence_verify(&evidence)), "HILANG");
    assert_string_equal(file_state_word(FILE_NONE), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_path_leads_to_a_file),
        IN_FOLDER(words_stay_words),
        IN_FOLDER(a_path_to_nothing_is_told),
        IN_FOLDER(a_file_is_whole_changed_or_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
