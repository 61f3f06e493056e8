#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/file.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void digests_are_sha_256(void **state) {
    (void)state;
    static const struct {
        const char *text, *hex; /* FIPS 180-4's examples */
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char hex[DIGEST_HEX_MAX];
        struct digest digest = digest_bytes(cases[i].text, strlen(cases[i].text));
        digest_print(&digest, hex);
        assert_string_equal(hex, cases[i].hex);
    }
    struct digest a = digest_bytes("a", 1), b = digest_bytes("b", 1);
    assert_true(digest_equal(&a, &a));
    assert_false(digest_equal(&a, &b));
}

static void a_file_has_the_digest_of_its_bytes(void **state) {
    (void)state;
    enum { SIZE = 100000 };
    char folder[] = "/tmp/triwulan-XXXXXX";
    char path[64];
    uint8_t *data = malloc(SIZE);
    assert_non_null(data);
    for (size_t i = 0; i < SIZE; i++)
        data[i] = (uint8_t)(i * 7);
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/bukti.pdf", folder);

    struct err err;
    struct digest digest;
    uint64_t size = 0;
    assert_true(file_replace(path, data, SIZE, &err));
    assert_true(digest_file(path, &digest, &size, &err));
    struct digest expected = digest_bytes(data, SIZE);
    assert_true(digest_equal(&digest, &expected));
    assert_int_equal(size, SIZE);

    assert_false(digest_file(folder, &digest, &size, &err));
    assert_int_equal(err.kind, ERR_INVALID);
    assert_int_equal(unlink(path), 0);
    assert_false(digest_file(path, &digest, &size, &err));
    assert_int_equal(err.kind, ERR_NOT_FOUND);
    assert_int_equal(rmdir(folder), 0);
    free(data);
}

static void uuids_are_version_7_and_ordered_by_time(void **state) {
    (void)state;
    char first[UUID_TEXT_MAX], again[UUID_TEXT_MAX], later[UUID_TEXT_MAX];
    struct uuid uuid = uuid_new(0x017F22E279B0); /* the instant of RFC 9562, appendix A.6 */
    uuid_print(&uuid, first);
    assert_memory_equal(first, "017f22e2-79b0-7", 15);
    assert_non_null(strchr("89ab", first[19]));
    uuid = uuid_new(0x017F22E279B0);
    uuid_print(&uuid, again);
    assert_string_not_equal(first, again);
    uuid = uuid_new(0x017F22E279B1);
    uuid_print(&uuid, later);
    assert_true(strcmp(first, later) < 0 && strcmp(again, later) < 0);
}

static void uuids_parse_exactly(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool valid;
    } cases[] = {
        {"017f22e2-79b0-7cc3-98c4-dc0c0c07398f", true},
        {"017F22E2-79B0-7CC3-98C4-DC0C0C07398F", true},
        {"017f22e279b07cc398c4dc0c0c07398f", false},
        {"017f22e2-79b0-7cc3-98c4-dc0c0c07398", false},
        {"017f22e2-79b0-7cc3-98c4-dc0c0c07398ff", false},
        {"017f22e2-79b0-7cc3-98c4-dc0c0c07398g", false},
        {"017f22e2-79b0-7cc3-98c4+dc0c0c07398f", false},
        {"-017f22e279b0-7cc3-98c4-dc0c0c07398f", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uuid uuid = {{0}};
        assert_int_equal(uuid_parse(cases[i].text, &uuid), cases[i].valid);
        char text[UUID_TEXT_MAX];
        uuid_print(&uuid, text);
        assert_string_equal(text, cases[i].valid ? cases[0].text : "00000000-0000-0000-0000-000000000000");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests_are_sha_256),
        cmocka_unit_test(a_file_has_the_digest_of_its_bytes),
        cmocka_unit_test(uuids_are_version_7_and_ordered_by_time),
        cmocka_unit_test(uuids_parse_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
