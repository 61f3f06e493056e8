#include "check.h"
#include "config/yaml_reader.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A small schema. What is taken is written down in order: "nama=Siti;". */
static void note(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    (void)field;
    struct buf *taken = yaml_root(yaml);
    buf_printf(taken, "%s=%.40s;", value->key->name, value->text);
}

static void note_texts(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    int count = yaml_list(yaml, value, YAML_SCALAR, note, field);
    buf_printf(yaml_root(yaml), "%d;", count);
}

static const struct yaml_key address_keys[] = {
    {"jalan", YAML_SCALAR, true, note, 0, NULL},
    {"kota", YAML_SCALAR, false, note, 0, NULL},
};
static const struct yaml_table address_table = YAML_TABLE(address_keys);

static void note_address(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    buf_text(yaml_root(yaml), yaml_map(yaml, value, &address_table, field) ? "benar;" : "salah;");
}

static const struct yaml_key person_keys[] = {
    {"nama", YAML_SCALAR, true, note, 0, NULL},
    {"umur", YAML_SCALAR, false, note, 0, NULL},
    {"alamat", YAML_MAP, false, note_address, 0, NULL},
    {"hobi", YAML_LIST, false, note_texts, 0, NULL},
};
static const struct yaml_table person_table = YAML_TABLE(person_keys);

static void note_person(struct yaml_reader *yaml, const struct yaml_value *value, void *field) {
    yaml_map(yaml, value, &person_table, field);
}

struct result {
    bool faultless;
    struct buf taken;
    struct buf problems;
};

static struct result read_input(const struct yaml_input *input) {
    struct result result = {0};
    result.faultless = yaml_read(input, note_person, &result.taken, &result.problems);
    return result;
}

static void result_release(struct result *result) {
    buf_release(&result->taken);
    buf_release(&result->problems);
}

struct sample {
    const char *yaml;
    size_t length;
    const char *expected; /* what is taken, or the problems */
};
#define SAMPLE(yaml, expected)                                                                               \
    { yaml, sizeof(yaml) - 1, expected }

#define ALL(samples) samples, sizeof(samples) / sizeof *(samples)

static void check_samples(const struct sample *samples, size_t count, bool faultless) {
    for (size_t i = 0; i < count; i++) {
        struct yaml_input input = {.name = "a", .data = samples[i].yaml, .length = samples[i].length};
        struct result result = read_input(&input);
        const struct buf *said = faultless ? &result.taken : &result.problems;
        assert_string_equal(buf_string(faultless ? &result.problems : said),
                            faultless ? "" : samples[i].expected);
        assert_string_equal(buf_string(said), samples[i].expected);
        assert_int_equal(result.faultless, faultless);
        result_release(&result);
    }
}

static void takes_what_the_tables_say(void **state) {
    static const struct sample samples[] = {
        SAMPLE("nama: Siti\numur: 30\n", "nama=Siti;umur=30;"),
        SAMPLE("{nama: Siti, hobi: [baca, \"a, b\"]}", "nama=Siti;hobi=baca;hobi=a, b;2;"),
        SAMPLE("hobi:\n  - a\n  - ''\nnama: S", "hobi=a;hobi=;2;nama=S;"),
        SAMPLE("nama: S\nhobi: []\n", "nama=S;0;"),
        SAMPLE("nama:\nalamat: {jalan: Jl. A no. 1, kota: Malili}\n",
               "nama=;jalan=Jl. A no. 1;kota=Malili;benar;"),
        SAMPLE("nama: 'ya: #bukan'  # keterangan\n", "nama=ya: #bukan;"),
        SAMPLE("nama: kata yang\n  bersambung\n", "nama=kata yang bersambung;"),
        SAMPLE("nama: >\n  kata yang\n  bersambung\n\n", "nama=kata yang bersambung;"),
        SAMPLE("nama: |\n  satu baris\n", "nama=satu baris;"),
        SAMPLE("nama: \"\\u00e9\\x41\"\n", "nama=\u00e9A;"),
        SAMPLE("\xEF\xBB\xBFnama: S\r\numur: 3\r\n", "nama=S;umur=3;"),
        SAMPLE("---\nnama: \u00e9\n...\n", "nama=\u00e9;"),
        SAMPLE("nama: ~\n", "nama=~;"),
        SAMPLE("nama: S\t# TAB\n", "nama=S;"),
    };
    (void)state;
    check_samples(ALL(samples), true);
}

static void refuses_what_no_file_may_hold(void **state) {
    static const struct sample samples[] = {
        SAMPLE("nama: &a Siti\n", "a:1:7: jangkar \"&a\" tidak didukung; hapus\n"),
        SAMPLE("nama: S\nhobi: &h [a]\n", "a:2:7: jangkar \"&h\" tidak didukung; hapus\n"),
        SAMPLE("nama: &a S\numur: *a\n", "a:1:7: jangkar \"&a\" tidak didukung; hapus\n"
                                         "a:2:7: alias \"*a\" tidak didukung; tulis nilainya\n"),
        SAMPLE("nama: !!str Siti\n", "a:1:7: tag \"tag:yaml.org,2002:str\" tidak didukung; hapus\n"),
        SAMPLE("nama: ! Siti\n", "a:1:7: tag \"!\" tidak didukung; hapus\n"),
        SAMPLE("nama: S\nalamat: !x {jalan: A}\n", "a:2:9: tag \"!x\" tidak didukung; hapus\n"),
        SAMPLE("nama: !e!x S\n", "a:1:7: tag \"!\" tidak didukung; hapus, atau beri tanda kutip\n"),
        SAMPLE("%YAML 1.1\n---\nnama: S\n", "a:1:1: petunjuk \"%\" tidak didukung; hapus barisnya\n"),
        SAMPLE("%TAG !e! tag:e,2000:\n---\nnama: S\n",
               "a:1:1: petunjuk \"%\" tidak didukung; hapus barisnya\n"),
        SAMPLE("%LAIN\n---\nnama: S\n", "a:1:6: petunjuk \"%\" tidak didukung; hapus barisnya\n"),
        SAMPLE("nama: S\n<<: {umur: 3}\n",
               "a:2:1: kunci gabungan \"<<\" tidak didukung; tulis kunci-kuncinya\n"),
        SAMPLE("nama: S\nnama: T\n", "a:2:1: kunci \"nama\" sudah ada di baris 1; hapus salah satu\n"),
        SAMPLE("namaa: S\nnama: T\n", "a:1:1: kunci \"namaa\" tidak dikenal; mungkin \"nama\"\n"),
        SAMPLE("nama: T\nxyz: [{a: [b]}]\numur: 3\nq: 1\n",
               "a:2:1: kunci \"xyz\" tidak dikenal; yang ada: nama, umur, alamat, hobi\n"
               "a:4:1: kunci \"q\" tidak dikenal; yang ada: nama, umur, alamat, hobi\n"),
        SAMPLE("umur: 3\n", "a:1:1: kunci \"nama\" wajib ada\n"),
        SAMPLE("nama: S\nalamat:\n  kota: M\n", "a:3:3: kunci \"jalan\" wajib ada\n"),
        SAMPLE("nama: [S]\n", "a:1:7: \"nama\" harus berupa satu nilai\n"),
        SAMPLE("nama: S\nhobi: baca\n",
               "a:2:7: \"hobi\" harus berupa daftar: [a, b] atau baris yang diawali \"-\"\n"),
        SAMPLE("nama: S\nhobi: [a, [b], {c: d}, e]\n", "a:2:11: \"hobi\" harus berupa satu nilai\n"
                                                       "a:2:16: \"hobi\" harus berupa satu nilai\n"),
        SAMPLE("nama: S\nalamat:\n", "a:2:8: \"alamat\" harus berupa kelompok \"kunci: nilai\"\n"),
        SAMPLE("- nama: S\n", "a:1:1: \"isi berkas\" harus berupa kelompok \"kunci: nilai\"\n"),
        SAMPLE("---\n", "a:2:1: \"isi berkas\" harus berupa kelompok \"kunci: nilai\"\n"),
        SAMPLE("nama: S\n? [a, b]\n: c\n", "a:2:3: kunci harus berupa satu kata\n"),
        SAMPLE("nama: S\n*a : c\n", "a:2:1: alias \"*a\" tidak didukung; tulis nilainya\n"),
        SAMPLE("", "a:1:1: berkas ini kosong\n"),
        SAMPLE("# keterangan saja\n", "a:2:1: berkas ini kosong\n"),
        SAMPLE("nama: S\n---\nnama: T\n", "a:2:1: dokumen kedua tidak didukung; satu berkas satu dokumen\n"),
        SAMPLE("nama: S\n...\nnama: T\n",
               "a:3:1: baris ini di luar isi berkas; luruskan dengan baris pertama\n"),
    };
    (void)state;
    check_samples(ALL(samples), false);
}

static void refuses_characters(void **state) {
    static const struct sample samples[] = {
        /* as such: named where they stand, also in a comment, and reading goes on */
        SAMPLE("nama: S\u200biti\numur: 3\u202e1\n", "a:1:8: karakter U+200B tidak boleh dipakai; hapus\n"
                                                     "a:2:8: karakter U+202E tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: \u00e9\u00e9\x7f\n", "a:1:9: karakter U+007F tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: S # \u2066\nnama: T\n",
               "a:1:11: karakter U+2066 tidak boleh dipakai; hapus\n"
               "a:2:1: kunci \"nama\" sudah ada di baris 1; hapus salah satu\n"),
        SAMPLE("nama: a\xc2\x85 b\n", "a:1:8: karakter U+0085 tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: a\u2028b\n", "a:1:8: karakter U+2028 tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: a\0b\n", "a:1:8: karakter U+0000 tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: a\x1b[1m\n", "a:1:8: karakter U+001B tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: a\n\ufeff", "a:2:1: karakter U+FEFF tidak boleh dipakai; hapus\n"),
        /* from an escape in a quoted scalar, and what YAML itself allows */
        SAMPLE("nama: \"a\\u200bb\"\n", "a:1:7: karakter ke-2 (U+200B) tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: \"a\\0\"\n", "a:1:7: karakter ke-2 (U+0000) tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: \"\\e[31m\"\n", "a:1:7: karakter ke-1 (U+001B) tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: \"\\N\"\n", "a:1:7: karakter ke-1 (U+0085) tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: \"a\\nb\"\n", "a:1:7: karakter ke-2 (U+000A) tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: |\n  a\n  b\n", "a:1:7: karakter ke-2 (U+000A) tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: \"a\tb\"\n", "a:1:7: karakter ke-2 (U+0009) tidak boleh dipakai; hapus\n"),
        SAMPLE("nama: S\n\"\\u202e\": x\n", "a:2:1: karakter ke-1 (U+202E) tidak boleh dipakai; hapus\n"),
        /* no character at all: reading ends */
        SAMPLE("nama: a\xff\x62\numurr: 3\n", "a:1:8: bukan UTF-8 yang sah; simpan ulang sebagai UTF-8\n"),
        SAMPLE("nama: caf\xe9\n", "a:1:10: bukan UTF-8 yang sah; simpan ulang sebagai UTF-8\n"),
        SAMPLE("namaa: x\nnama: \xe2\x82", "a:1:1: kunci \"namaa\" tidak dikenal; mungkin \"nama\"\n"
                                           "a:2:7: bukan UTF-8 yang sah; simpan ulang sebagai UTF-8\n"),
        SAMPLE("nama: \xed\xa0\x80\n", "a:1:7: bukan UTF-8 yang sah; simpan ulang sebagai UTF-8\n"),
        SAMPLE("\xff\xfen\0a\0m\0a\0", "a:1:1: berkas ini UTF-16; simpan ulang sebagai UTF-8\n"),
        SAMPLE("\xfe\xff\0n\0a\0m\0a", "a:1:1: berkas ini UTF-16; simpan ulang sebagai UTF-8\n"),
    };
    (void)state;
    check_samples(ALL(samples), false);
}

static void says_where_the_syntax_is_wrong(void **state) {
    static const struct sample samples[] = {
        SAMPLE("nama: Siti: Rahma\n", "a:1:11: \": \" tidak boleh di sini; beri tanda kutip pada teks yang "
                                      "memuatnya, atau luruskan indentasi\n"),
        SAMPLE("nama: S\n  umur: 3\n", "a:2:7: \": \" tidak boleh di sini; beri tanda kutip pada teks yang "
                                       "memuatnya, atau luruskan indentasi\n"),
        SAMPLE("  nama: S\n umur: 3\n",
               "a:2:2: baris ini di luar isi berkas; luruskan dengan baris pertama\n"),
        SAMPLE("nama: S\numur\n", "a:3:1: kunci tanpa \":\"; tulis \"kunci: nilai\"\n"),
        SAMPLE("nama: S\n\tumur: 3\n", "a:2:1: TAB dalam indentasi; ganti dengan spasi\n"),
        SAMPLE("nama: |\n\tx\n", "a:2:1: TAB dalam indentasi; ganti dengan spasi\n"),
        SAMPLE("nama: %S\n", "a:1:7: karakter ini tidak boleh mengawali nilai; beri tanda kutip\n"),
        SAMPLE("nama: S\nhobi: [a, b\n", "a:3:1: daftar [ ] kurang koma atau belum ditutup\n"),
        SAMPLE("nama: S\nalamat: {jalan: A\n", "a:3:1: kelompok { } kurang koma atau belum ditutup\n"),
        SAMPLE("nama: \"S\n", "a:2:1: tanda kutip belum ditutup\n"),
        SAMPLE("nama: S\nhobi:\n  - a\n b\n",
               "a:4:2: indentasi atau kunci salah; luruskan dengan kunci di atasnya\n"),
        SAMPLE("nama: S\nhobi:\n  - a\n  b: c\n",
               "a:4:3: butir daftar tidak lurus; samakan indentasi \"-\"\n"),
        SAMPLE("nama: - a\n", "a:1:7: butir \"-\" tidak boleh di sini; mulai di baris sendiri\n"),
        SAMPLE("nama: \"C:\\data\"\n", "a:1:10: urutan \"\\\" tidak dikenal; pakai tanda kutip tunggal\n"),
        SAMPLE("nama: \"\\xZZ\"\n", "a:1:10: urutan \"\\\" tidak lengkap; pakai tanda kutip tunggal\n"),
        SAMPLE("nama: \"\\ud800\"\n", "a:1:10: urutan \"\\\" bukan karakter; hapus\n"),
        SAMPLE("nama: > 90 persen\n", "a:1:9: teks yang diawali \"|\" atau \">\" perlu tanda kutip\n"),
        SAMPLE("nama: * bintang\n", "a:1:8: teks yang diawali \"&\" atau \"*\" perlu tanda kutip\n"),
        SAMPLE("nama: ? a\n", "a:1:7: kunci \"?\" tidak boleh di sini; tulis \"kunci: nilai\"\n"),
        SAMPLE("nama: 'a\n---\n", "a:2:1: tanda kutip belum ditutup\n"),
        SAMPLE("%YAML 1.1\n%YAML 1.1\n---\nnama: S\n",
               "a:2:1: petunjuk \"%\" tidak didukung; hapus barisnya\n"),
        SAMPLE("%YAML 2.0\n---\nnama: S\n", "a:1:1: petunjuk \"%\" tidak didukung; hapus barisnya\n"),
        SAMPLE("nama: |0\n  a\n",
               "a:1:8: susunan YAML salah; bandingkan dengan baris yang benar di atasnya\n"),
    };
    (void)state;
    check_samples(ALL(samples), false);
}

static void all_errors_from_top_to_bottom(void **state) {
    static const struct sample samples[] = {
        SAMPLE("umurr: 1\nalamat: {kotta: \"\\u200b\"}\nhobi: [a, *b]\nhobi: x # \u200b\n",
               "a:1:1: kunci \"umurr\" tidak dikenal; mungkin \"umur\"\n"
               "a:1:1: kunci \"nama\" wajib ada\n"
               "a:2:9: kunci \"jalan\" wajib ada\n"
               "a:2:10: kunci \"kotta\" tidak dikenal; mungkin \"kota\"\n"
               "a:2:17: karakter ke-1 (U+200B) tidak boleh dipakai; hapus\n"
               "a:3:11: alias \"*b\" tidak didukung; tulis nilainya\n"
               "a:4:1: kunci \"hobi\" sudah ada di baris 3; hapus salah satu\n"
               "a:4:11: karakter U+200B tidak boleh dipakai; hapus\n"),
        /* syntax ends it, and nothing is said of what may stand in the rest */
        SAMPLE("umurr: 1\nalamat:\n  kota: [\n", "a:1:1: kunci \"umurr\" tidak dikenal; mungkin \"umur\"\n"
                                                 "a:3:9: \"kota\" harus berupa satu nilai\n"
                                                 "a:4:1: nilai tidak ada; tulis nilainya atau \"\"\n"),
    };
    (void)state;
    check_samples(ALL(samples), false);
}

/* ---- bounds ---- */

static void put_times(struct buf *out, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        buf_text(out, text);
}

/* `before`, `text` so many times, `after`. */
static void check_bound(const char *before, const char *text, size_t times, const char *after,
                        const char *problems) {
    struct buf yaml = {0};
    buf_text(&yaml, before);
    put_times(&yaml, text, times);
    buf_text(&yaml, after);
    struct yaml_input input = {.name = "a", .data = yaml.data, .length = yaml.length};
    struct result result = read_input(&input);
    assert_string_equal(buf_string(&result.problems), problems);
    result_release(&result);
    buf_release(&yaml);
}

static void bounds_depth(void **state) {
    (void)state;
    check_bound("nama: x\nxyz: ", "[", 15, "]]]]]]]]]]]]]]]",
                "a:2:1: kunci \"xyz\" tidak dikenal; yang ada: nama, umur, alamat, hobi\n");
    check_bound("nama: x\nxyz: ", "[", 100000, "",
                "a:2:1: kunci \"xyz\" tidak dikenal; yang ada: nama, umur, alamat, hobi\n"
                "a:2:21: bertingkat lebih dari 16; sederhanakan\n");
}

static void bounds_a_scalar(void **state) {
    static const char in_parser[] = "a:1:5: teks sesudah ini lebih dari 64 KiB; pendekkan\n";
    static const char after_it[] =
        "a:1:7: teks terlalu panjang: 65537 byte, paling banyak 65536; pendekkan\n";
    (void)state;
    check_bound("nama: ", "x", YAML_SCALAR_MAX, "\n", "");
    check_bound("nama: \"", "x", YAML_SCALAR_MAX, "\"\n", "");
    check_bound("nama: ", "x", YAML_SCALAR_MAX + 1, "\n", after_it);
    check_bound("nama: ", "x", 10 * YAML_SCALAR_MAX, "\n", in_parser);
    check_bound("nama: \"", "x", 10 * YAML_SCALAR_MAX, "\n", in_parser);
    check_bound("nama: '", "x\n", 10 * YAML_SCALAR_MAX, "'\n", in_parser);
    check_bound("nama: |\n", "  x\n", 10 * YAML_SCALAR_MAX, "", in_parser);
    check_bound("nama: |\n", "\n", 10 * YAML_SCALAR_MAX, "", in_parser);
    check_bound("nama: |\n", "  # x\n", 10 * YAML_SCALAR_MAX, "", in_parser);
    check_bound("nama: S # ", "x", 10 * YAML_SCALAR_MAX, "\n",
                "a:1:8: teks sesudah ini lebih dari 64 KiB; pendekkan\n");
    check_bound("nama: S", " ", 10 * YAML_SCALAR_MAX, "\n",
                "a:1:5: teks sesudah ini lebih dari 64 KiB; pendekkan\n");
}

/* White space that the parser passes over counts with the text, so there is room for some. */
static void the_longest_scalar_may_have_blanks_behind_it(void **state) {
    char after[6000];
    (void)state;
    snprintf(after, sizeof after, "\n%5000s\numur: 3\n", "");
    check_bound("nama: ", "x", YAML_SCALAR_MAX, after, "");
}

static void long_comments_are_no_long_text(void **state) {
    (void)state;
    check_bound("nama: S\n", "# kode: IKU-01 tidak dipakai lagi\n", 10000, "umur: 3\n", "");
    check_bound("nama: S\n", "   # kode: IKU-01 tidak dipakai lagi\n", 10000, "umur: 3\n", "");
    check_bound("nama: S\n", "# kode: IKU-01 tidak dipakai lagi\n", 100000, "umur: 3\n",
                "a:1:8: teks sesudah ini lebih dari 64 KiB; pendekkan\n");
}

static void bounds_events(void **state) {
    (void)state;
    check_bound("nama: S\nhobi: [", "a,", YAML_EVENTS_MAX - 12, "]\n", "");
    check_bound(
        "nama: S\nhobi:\n", "- a\n", YAML_EVENTS_MAX + 1, "",
        "a:999996:3: isi berkas lebih dari 1000000 unsur (sekitar 24.000 indikator); kurangi isinya\n");
}

static void bounds_the_number_of_problems(void **state) {
    (void)state;
    struct buf yaml = {0};
    buf_text(&yaml, "nama: S\n");
    put_times(&yaml, "x: \u200b\n", 2 * PROBLEMS_MAX);
    struct yaml_input input = {.name = "a", .data = yaml.data, .length = yaml.length};
    struct result result = read_input(&input);
    const char *problems = buf_string(&result.problems);
    size_t lines = 0;
    for (const char *at = problems; (at = strchr(at, '\n')); at++)
        lines++;
    assert_int_equal(lines, PROBLEMS_MAX);
    assert_non_null(
        strstr(problems, ": terlalu banyak kesalahan, sisanya tidak dibaca; perbaiki ini dahulu\n"));
    result_release(&result);
    buf_release(&yaml);
}

/* How much of `yaml` is looked at when the parser never makes an event of it. */
static size_t looked_at(const char *text, size_t times) {
    struct buf yaml = {0};
    put_times(&yaml, text, times);
    struct problems problems = {0};
    struct yaml_source source;
    struct yaml_input input = {.name = "a", .data = yaml.data, .length = yaml.length};
    unsigned char block[16384];
    size_t length;
    assert_true(yaml_source_open(&source, &input, &problems));
    while (yaml_source_read(&source, block, sizeof block, &length) && length)
        ;
    yaml_source_close(&source);
    size_t seen = yaml.length - source.left;
    problems_release(&problems);
    buf_release(&yaml);
    return seen;
}

static void stops_before_time_is_spent(void **state) {
    (void)state;
    assert_in_range(looked_at("x", 4000000), YAML_SCALAR_MAX, 2 * YAML_SCALAR_MAX);
    assert_in_range(looked_at("# x\n", 1000000), 16 * YAML_SCALAR_MAX, 17 * YAML_SCALAR_MAX);
    assert_in_range(looked_at("\x7f", 4000000), PROBLEMS_MAX, 2 * PROBLEMS_MAX);
}

/* Reading blocks ends anywhere in a character; what it means must not depend on where. */
static void blocks_end_anywhere(void **state) {
    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        struct buf yaml = {0};
        put_times(&yaml, "#", shift);
        buf_text(&yaml, "\nnama: S\nhobi:\n");
        put_times(&yaml, "- \u20ac\u20ac\u20ac\U0001F600\n", 3000);
        buf_text(&yaml, "umur: \u200b3\n");
        struct yaml_input input = {.name = "a", .data = yaml.data, .length = yaml.length};
        struct result result = read_input(&input);
        assert_string_equal(buf_string(&result.problems),
                            "a:3004:7: karakter U+200B tidak boleh dipakai; hapus\n");
        assert_non_null(strstr(buf_string(&result.taken), "hobi=\u20ac\u20ac\u20ac\U0001F600;3000;umur=3;"));
        result_release(&result);
        buf_release(&yaml);
    }
}

/* ---- files ---- */

static int make_file(void **state) {
    char *path = strdup("/tmp/triwulan-yaml-XXXXXX");
    int fd = path ? mkstemp(path) : -1;
    *state = path;
    return fd >= 0 ? close(fd) : -1;
}

static int remove_file(void **state) {
    int removed = unlink(*state);
    free(*state);
    return removed;
}

static void assert_refused(const char *path, const char *before, const char *after) {
    struct yaml_input input = {.name = "a", .path = path};
    struct result result = read_input(&input);
    char expected[256];
    snprintf(expected, sizeof expected, "a:1:1: %s\"%s\"%s\n", before, path, after);
    assert_false(result.faultless);
    assert_string_equal(buf_string(&result.problems), expected);
    result_release(&result);
}

static void reads_files(void **state) {
    struct yaml_input input = {.name = "a", .path = *state};
    FILE *file = fopen(*state, "w");
    assert_non_null(file);
    for (int i = 0; i < 10000; i++)
        fprintf(file, "# baris %d\n", i);
    fprintf(file, "nama: Siti\n");
    assert_int_equal(fclose(file), 0);
    struct result result = read_input(&input);
    assert_true(result.faultless);
    assert_string_equal(buf_string(&result.taken), "nama=Siti;");
    result_release(&result);
}

static void refuses_what_is_no_file_or_too_large(void **state) {
    assert_int_equal(truncate(*state, YAML_FILE_MAX + 1), 0);
    assert_refused(*state, "", " terlalu besar, paling banyak 67108864 byte; pilih berkas lain");
    assert_int_equal(unlink(*state), 0);
    assert_refused(*state, "tidak dapat membuka ", ": tidak ada; periksa namanya");
    assert_int_equal(mkfifo(*state, 0600), 0);
    assert_refused(*state, "", " bukan berkas biasa; pilih berkas lain");
    assert_refused("/tmp", "", " bukan berkas biasa; pilih berkas lain");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_the_tables_say),
        cmocka_unit_test(refuses_what_no_file_may_hold),
        cmocka_unit_test(refuses_characters),
        cmocka_unit_test(says_where_the_syntax_is_wrong),
        cmocka_unit_test(all_errors_from_top_to_bottom),
        cmocka_unit_test(bounds_depth),
        cmocka_unit_test(bounds_a_scalar),
        cmocka_unit_test(the_longest_scalar_may_have_blanks_behind_it),
        cmocka_unit_test(long_comments_are_no_long_text),
        cmocka_unit_test(bounds_events),
        cmocka_unit_test(bounds_the_number_of_problems),
        cmocka_unit_test(stops_before_time_is_spent),
        cmocka_unit_test(blocks_end_anywhere),
        cmocka_unit_test_setup_teardown(reads_files, make_file, remove_file),
        cmocka_unit_test_setup_teardown(refuses_what_is_no_file_or_too_large, make_file, remove_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
