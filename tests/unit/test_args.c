/* The usage line is the grammar. */
#include "check.h"
#include "command/args.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const char grammar[] =
    "KODE [NILAI] --judul T [--nomor N] [--sementara] [--format tabel|csv] [-o FILE]";

enum { WORDS = 8 };

/* What the words become: "words;options", or the refusal. */
struct reading {
    const char *words[WORDS];
    const char *wanted;
};

static void print_args(const struct args *args, char *out, size_t size) {
    int used = 0;
    for (int i = 0; args_word(args, i) != NULL; i++)
        used += snprintf(out + used, size - (size_t)used, "%s ", args_word(args, i));
    for (int i = 0; i < args->options; i++) {
        char name[32];
        snprintf(name, sizeof name, "%.*s", (int)args->option[i].length, args->option[i].name);
        used += snprintf(out + used, size - (size_t)used, "%s=%s ", name, args_value(args, name));
    }
}

static void read_words(const char *const *words, char *out, size_t size) {
    char copies[WORDS][64];
    char *rest[WORDS + 1] = {NULL};
    for (int i = 0; i < WORDS && words[i] != NULL; i++) {
        snprintf(copies[i], sizeof copies[i], "%s", words[i]);
        rest[i] = copies[i];
    }
    struct args args = {.rest = rest};
    struct err err = {.kind = ERR_NONE};
    if (args_read(&args, grammar, &err)) {
        assert_int_equal(err.kind, ERR_NONE);
        print_args(&args, out, size);
        return;
    }
    assert_int_equal(err.kind, ERR_USAGE);
    snprintf(out, size, "%s", err.text);
}

static void test_reading(void **state) {
    (void)state;
    static const struct reading readings[] = {
        {{"A", "--judul", "x"}, "A --judul=x "},
        {{"--judul=x y", "A"}, "A --judul=x y "},
        {{"A", "--judul=", "5"}, "A 5 --judul= "},
        {{"A", "-5", "--judul", "--nomor"}, "A -5 --judul=--nomor "},
        {{"A", "-", "--judul", "x", "--sementara"}, "A - --judul=x --sementara= "},
        {{"--judul", "x", "--", "A", "--nomor"}, "A --nomor --judul=x "},
        {{"A", "--judul", "x", "--judul", "z"}, "A --judul=z --judul=z "},
        {{"A", "--judul", "x", "--format", "csv", "--bidang", "b"}, "A --judul=x --format=csv --bidang=b "},
        {{"A", "-o", "f", "--judul", "x"}, "A -o=f --judul=x "},
        {{"A", "--judul", "x", "-o=f"}, "A --judul=x -o=f "},
        {{"A", "--judul", "x", "-o"}, "opsi \"-o\" perlu nilai FILE"},
        {{"A", "--judul", "x", "-p", "f"}, "opsi \"-p\" tidak dikenal"},
        {{"--help"}, "--help= "},
        {{"-h", "--data", "d"}, "--help= --data=d "},
        {{"--judul", "x"}, "KODE belum diberikan"},
        {{"A"}, "opsi \"--judul\" belum diberikan"},
        {{"A", "B", "C", "--judul", "x"}, "argumen \"C\" berlebih"},
        {{"A", "--judul"}, "opsi \"--judul\" perlu nilai T"},
        {{"A", "--judul", "x", "--sementara=1"}, "opsi \"--sementara\" tidak memakai nilai"},
        {{"A", "--jud", "x"}, "opsi \"--jud\" tidak dikenal"},
        {{"A", "--KODE"}, "opsi \"--KODE\" tidak dikenal"},
        {{"A", "-x"}, "opsi \"-x\" tidak dikenal"},
        {{"A", "--judul", "x", "--format", "json"},
         "opsi \"--format\" tidak mengenal \"json\"; pilih tabel|csv"},
        {{"A", "--judul", "x", "--format", "cs"}, "opsi \"--format\" tidak mengenal \"cs\"; pilih tabel|csv"},
    };
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        char read[ERR_TEXT_MAX] = "";
        read_words(readings[i].words, read, sizeof read);
        assert_string_equal(read, readings[i].wanted);
    }
}

static void test_too_many(void **state) {
    (void)state;
    char word[] = "A";
    char *rest[ARGS_MAX + 2];
    for (int i = 0; i <= ARGS_MAX; i++)
        rest[i] = word;
    rest[ARGS_MAX + 1] = NULL;
    struct args args = {.rest = rest};
    struct err err = {.kind = ERR_NONE};
    assert_false(args_read(&args, "[KODE]", &err));
    assert_string_equal(err.text, "argumen terlalu banyak, paling banyak 32");
}

static void test_globals_before(void **state) {
    (void)state;
    char unit[] = "--bidang", code[] = "koperasi", command[] = "lihat", format[] = "--format=csv";
    char *rest[] = {unit, code, command, format, NULL};
    struct args args = {.rest = rest};
    struct err err = {.kind = ERR_NONE};
    assert_true(args_read_globals(&args, &err));
    assert_string_equal(*args.rest, "lihat");
    assert_true(args_ahead(&args, "--format"));
    assert_false(args_ahead(&args, "--form"));
    assert_false(args_ahead(&args, "--bidang"));

    args.rest++;
    assert_false(args_read(&args, "[KODE]", &err));
    assert_string_equal(err.text, "opsi \"--format\" tidak berlaku untuk perintah ini");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading),
        cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_globals_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
