/* Every command that README.md, the operator's guide and the manual page show is run as it stands there, by a
 * person who would type it, where the office has come so far that it makes sense. A line that no recipe knows
 * fails, and so does a recipe that no line needs. Command names in the running text are asked for their help,
 * and targets of `make` are looked up in the Makefile. */
#include "base/file.h"
#include "base/memory.h"
#include "check.h"
#include "e2e/launch.h"
#include "e2e/shell.h"
#include "e2e/terminal.h"
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- how far an office has come ---- */

/* Bidang Koperasi's third quarter. Each stage is a home that was made once, from a copy of the one before. */
enum stage { EMPTY, FILLED, SUBMITTED, JUDGED, VERIFIED, RATIFIED, STAGES };

#define SETTINGS                                                                                             \
    "export TRIWULAN_KONFIG=k\n"                                                                             \
    "as() { who=$1; shift; \"$P\" --hari-ini 2025-10-03 --sebagai \"$who\" --bidang koperasi \"$@\"; }\n"

static const char *const stage_scripts[STAGES] = {
    [EMPTY] =
        "mkdir k && cp \"$C\"/*.yaml k &&\n"
        "sed -i 's/bukti_wajib_saat_ajukan: ya/bukti_wajib_saat_ajukan: tidak/' k/triwulan.yaml &&\n"
        "sed -i '/kode: SUB-18/a\\    pagu: 90000000' k/katalog-2025.yaml &&\n"
        "echo laporan >lap.pdf && printf 'kode,realisasi\\nSUB-18,3\\n' >angka.csv &&\n"
        "printf '%s\\n' 'Kode;Tingkat;Sasaran;Indikator;Satuan;Target;TW I;TW II;TW III;TW IV;Bidang' \\\n"
        "  'SUB-01;Sub Kegiatan;Tertib;Jumlah koperasi;unit;4;1;1;1;1;Bidang Koperasi' >rencana.csv",
    [FILLED] = "as koperasi1 lihat --format csv | awk -F, 'NR > 1 && $6 { print $1 \",\" $6 }' |\n"
               "as koperasi1 isi --dari-csv -",
    [SUBMITTED] = "as kabidkop ajukan",
    [JUDGED] = "for code in $(as sakip1 lihat --format csv | awk -F, 'NR > 1 && $7 { print $1 }'); do\n"
               "as sakip1 sesuai $code || exit 1; done",
    [VERIFIED] = "as sakip1 verifikasi",
    [RATIFIED] = "as kadis sahkan",
};

static char *stage_homes[STAGES];

static void run_well(const char *home, const char *script, const char *said_of) {
    struct batch batch = shell_run(home, script);
    if (batch.status != 0)
        print_error("%s: status %d\n%s\n--- stdout:\n%s--- stderr:\n%s---\n", said_of, batch.status, script,
                    buf_string(&batch.out), buf_string(&batch.err));
    bool good = batch.status == 0;
    batch_release(&batch);
    assert_true(good);
}

static char *copy_of(const char *home) {
    char *copy = home_new();
    struct buf script = {0};
    buf_printf(&script, "cp -r '%s/.' .", home);
    run_well(copy, buf_string(&script), "cp");
    buf_release(&script);
    return copy;
}

static int make_stages(void **state) {
    (void)state;
    for (int i = 0; i < STAGES; i++) {
        struct buf script = {0};
        stage_homes[i] = i ? copy_of(stage_homes[i - 1]) : home_new();
        buf_printf(&script, SETTINGS "%s", stage_scripts[i]);
        run_well(stage_homes[i], buf_string(&script), "stage");
        buf_release(&script);
    }
    return 0;
}

static int free_stages(void **state) {
    (void)state;
    for (int i = 0; i < STAGES; i++)
        home_free(stage_homes[i]);
    return 0;
}

/* ---- recipes ---- */

/* What goes for a line whose command, behind the global options, begins with `command`; the first that
 * matches. */
struct recipe {
    const char *command;
    enum stage stage;
    const char *who;    /* types it; NULL: somebody who is not listed */
    const char *before; /* a script, or NULL */
};

#define PROMISE "as koperasi1 bukti tambah SUB-17 --jenis foto --judul Foto --menyusul 20-10"
#define CORRECTION "as sakip1 koreksi SUB-18 --nilai 3 --alasan 'Satu tanpa bukti'"

static const struct recipe recipes[] = {
    {"isi --dari-csv", EMPTY, "koperasi1", NULL},
    {"isi", EMPTY, "koperasi1", NULL},
    {"kosongkan", FILLED, "koperasi1", NULL},
    {"bukti tambah", EMPTY, "koperasi1", NULL},
    {"bukti lihat", FILLED, "koperasi1", NULL},
    {"bukti periksa", FILLED, "koperasi1", NULL},
    {"bukti izinkan", EMPTY, "kabidkop", PROMISE},
    {"anggaran isi", EMPTY, "koperasi1", NULL},
    {"ketik-ulang minta", FILLED, "kabidkop", NULL},
    {"ketik-ulang isi", FILLED, "kabidkop", "as kabidkop ketik-ulang minta SUB-18"},
    {"periksa-data", VERIFIED, NULL, NULL},
    {"periksa", FILLED, "koperasi1", NULL},
    {"paraf", FILLED, "kabidkop", "sed -i 's/paraf: tidak/paraf: ya/' k/triwulan.yaml"},
    {"ajukan", FILLED, "kabidkop", NULL},
    {"tarik", SUBMITTED, "kabidkop", NULL},
    {"tanggapan", SUBMITTED, "kabidkop", CORRECTION},
    {"sampel", SUBMITTED, "sakip1", NULL},
    {"sesuai", SUBMITTED, "sakip1", NULL},
    {"koreksi", SUBMITTED, "sakip1", NULL},
    {"kembalikan", SUBMITTED, "sakip1", NULL},
    {"verifikasi", JUDGED, "sakip1", NULL},
    {"sahkan --dasar", VERIFIED, "perencana", NULL},
    {"sahkan", VERIFIED, "kadis", NULL},
    {"buka-kunci", RATIFIED, "perencana", NULL},
    {"arahan tambah", EMPTY, "sakip1", NULL},
    {"arahan lihat", EMPTY, "koperasi1", "as kadis arahan tambah SUB-18 --isi 'Percepat'"},
    {"monev catat --gabungan", EMPTY, "perencana", NULL},
    {"monev catat", EMPTY, "kabidkop", NULL},
    {"rekomendasi tambah", EMPTY, "perencana", NULL},
    {"rekomendasi ubah", EMPTY, "koperasi1", "as perencana rekomendasi tambah --isi 'Lengkapi notula'"},
    {"rekomendasi lihat", EMPTY, "koperasi1", "as perencana rekomendasi tambah --isi 'Lengkapi notula'"},
    {"dokumen tandai", EMPTY, "perencana", NULL},
    {"penyampaian catat", EMPTY, "perencana", NULL},
    {"status", FILLED, "kadis", NULL},
    {"lihat", FILLED, "koperasi1", NULL},
    {"dasbor", FILLED, "kadis", NULL},
    {"jadwal", FILLED, "koperasi1", NULL},
    {"riwayat", FILLED, "koperasi1", NULL},
    {"laporan", VERIFIED, "perencana", NULL},
    {"katalog", EMPTY, NULL, NULL},
    {"diagnosa", EMPTY, NULL, NULL},
};

static bool used[sizeof recipes / sizeof *recipes];

/* Behind the global options and what they are followed by. */
static const char *command_of(const char *arguments) {
    static const char *const valued[] = {"--bidang ", "--triwulan ", "--sebagai ", "--konfig ", "--data "};
    static const char practice[] = "--contoh";
    const char *at = arguments + strspn(arguments, " ");
    if (strncmp(at, practice, strlen(practice)) == 0)
        return command_of(at + strlen(practice));
    for (size_t i = 0; i < sizeof valued / sizeof *valued; i++) {
        size_t length = strlen(valued[i]);
        if (strncmp(at, valued[i], length) == 0)
            return command_of(at + length + strcspn(at + length, " "));
    }
    return at;
}

static const struct recipe *recipe_for(const char *command) {
    for (size_t i = 0; i < sizeof recipes / sizeof *recipes; i++) {
        size_t length = strlen(recipes[i].command);
        if (strncmp(command, recipes[i].command, length) != 0 || (command[length] && command[length] != ' '))
            continue;
        used[i] = true;
        return &recipes[i];
    }
    return NULL;
}

/* ---- running a line ---- */

static void run_command(const char *page, const char *arguments) {
    const struct recipe *recipe = recipe_for(command_of(arguments));
    if (!recipe) {
        fail_msg("%s: no recipe knows how to run: triwulan %s", page, arguments);
        return;
    }
    char *home = copy_of(stage_homes[recipe->stage]);
    struct buf script = {0};
    buf_printf(&script,
               SETTINGS "{ %s\n} || exit 99\n"
                        "triwulan() { \"$P\" --hari-ini 2025-10-03 %s %s \"$@\"; }\ntriwulan %s\n",
               recipe->before ? recipe->before : ":", recipe->who ? "--sebagai" : "",
               recipe->who ? recipe->who : "", arguments);
    run_well(home, buf_string(&script), page);
    buf_release(&script);
    home_free(home);
}

/* Without a command it opens the screens. */
static void open_screens(const char *arguments) {
    bool practice = strstr(arguments, "--contoh") != NULL;
    const char *given[] = {"--hari-ini", "2025-10-03", practice ? "--contoh" : NULL, NULL};
    const struct terminal_setup setup = {.arguments = given};
    struct terminal *terminal = terminal_open(&setup);
    assert_true(terminal_find(terminal, practice ? "LATIHAN" : "TRIWULAN") >= 0);
    terminal_type(terminal, "q");
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

static void look_up_target(const char *page, const char *line) {
    struct buf makefile = {0};
    struct err err = {0};
    char rule[64];
    snprintf(rule, sizeof rule, "\n%.*s:", (int)strcspn(line, " "), line);
    assert_true(file_read("Makefile", 1 << 20, &makefile, &err));
    bool there = strstr(buf_string(&makefile), rule) != NULL;
    if (!there)
        print_error("%s: the Makefile has no target for: make %s\n", page, line);
    buf_release(&makefile);
    assert_true(there);
}

/* What a line calls; what stands behind it is the program's. */
enum called { CALLS_NOTHING, CALLS_PROGRAM, CALLS_MAKE, CALLS_DATABASE };

static enum called called_by(const char *line, const char **arguments) {
    static const struct {
        const char *name;
        enum called called;
    } names[] = {
        {"triwulan", CALLS_PROGRAM},
        {"build/triwulan", CALLS_PROGRAM},
        {"make", CALLS_MAKE},
        {"psql", CALLS_DATABASE},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t length = strlen(names[i].name);
        if (strncmp(line, names[i].name, length) != 0 || (line[length] != ' ' && line[length] != '\0'))
            continue;
        *arguments = line + length + strspn(line + length, " ");
        return names[i].called;
    }
    return CALLS_NOTHING;
}

/* True for a line that is a command. PostgreSQL is met by `make test-postgres` only. */
static bool run_line(const char *page, const char *line) {
    const char *arguments;
    enum called called = called_by(line, &arguments);
    if (called == CALLS_PROGRAM && *command_of(arguments))
        run_command(page, arguments);
    else if (called == CALLS_PROGRAM)
        open_screens(arguments);
    else if (called == CALLS_MAKE)
        look_up_target(page, arguments);
    return called != CALLS_NOTHING;
}

/* ---- what a page shows ---- */

struct page {
    const char *path;
    int at_least; /* command lines; that they are found at all */
};

typedef int line_fn(const char *page, const char *line, bool manual, bool *inside);

static int each_line(const char *path, line_fn *each) {
    struct buf text = {0};
    struct err err = {0};
    int count = 0;
    bool inside = false, manual = strstr(path, ".1") != NULL;
    assert_true(file_read(path, 1 << 20, &text, &err));
    for (char *line = strtok(text.data, "\n"); line; line = strtok(NULL, "\n"))
        count += each(path, line, manual, &inside);
    buf_release(&text);
    return count;
}

/* The manual writes a hyphen that shall be copied as \-. */
static char *unescaped(const char *line) {
    char *plain = memory_text(line), *to = plain;
    for (const char *at = plain; *at; at++)
        if (*at != '\\')
            *to++ = *at;
    *to = '\0';
    return plain;
}

static void toggle(const char *line, const char *from, const char *to, bool *inside) {
    if (strncmp(line, *inside ? to : from, strlen(*inside ? to : from)) == 0)
        *inside = !*inside;
}

/* Indented, or fenced; between .EX and .EE in the manual. */
static int run_shown(const char *path, const char *line, bool manual, bool *inside) {
    toggle(line, manual ? ".EX" : "```", manual ? ".EE" : "```", inside);
    if (!*inside && (manual || strncmp(line, "    ", 4) != 0))
        return 0;
    char *plain = manual ? unescaped(line) : memory_text(line);
    int count = run_line(path, plain + strspn(plain, " "));
    free(plain);
    return count;
}

static void every_command_shown_runs(void **state) {
    const struct page *page = *state;
    assert_true(each_line(page->path, run_shown) >= page->at_least);
}

static void every_recipe_is_needed(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof recipes / sizeof *recipes; i++) {
        if (!used[i])
            print_error("no page shows: %s\n", recipes[i].command);
        assert_true(used[i]);
    }
}

/* ---- names in the running text ---- */

/* The words of a command's name: those that begin with a small letter. */
static size_t name_length(const char *arguments) {
    size_t length = 0;
    while (islower((unsigned char)arguments[length])) {
        length += strcspn(arguments + length, " ");
        length += strspn(arguments + length, " ");
    }
    return length;
}

static void look_up_name(const char *page, const char *arguments) {
    const char *command = command_of(arguments);
    struct buf script = {0};
    buf_printf(&script, "triwulan %.*s --help", (int)name_length(command), command);
    run_well(stage_homes[EMPTY], buf_string(&script), page);
    buf_release(&script);
}

/* `triwulan periksa-data`, `make bench` */
static int look_up_spans(const char *path, const char *line, bool manual, bool *inside) {
    int count = 0;
    (void)manual;
    toggle(line, "```", "```", inside);
    for (const char *at = strchr(line, '`'), *end; at && (end = strchr(at + 1, '`'));
         at = strchr(end + 1, '`')) {
        struct buf span = {0};
        const char *arguments;
        buf_put(&span, at + 1, (size_t)(end - at - 1));
        enum called called = *inside ? CALLS_NOTHING : called_by(buf_string(&span), &arguments);
        if (called == CALLS_PROGRAM)
            look_up_name(path, arguments);
        if (called == CALLS_MAKE && *arguments)
            look_up_target(path, arguments);
        count += called != CALLS_NOTHING;
        buf_release(&span);
    }
    return count;
}

static void every_name_in_the_text_is_there(void **state) {
    const struct page *page = *state;
    assert_true(each_line(page->path, look_up_spans) >= page->at_least);
}

int main(void) {
    static struct page shown[] = {{"README.md", 6}, {"config/panduan.md", 50}, {"config/triwulan.1", 10}};
    static struct page told[] = {
        {"README.md", 3},
        {"config/panduan.md", 3},
        {"core/CODE-MAP.md", 3},
        {"tests/bench/README.md", 1},
        {"tests/fault/README.md", 1},
    };
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(every_command_shown_runs, &shown[0]),
        cmocka_unit_test_prestate(every_command_shown_runs, &shown[1]),
        cmocka_unit_test_prestate(every_command_shown_runs, &shown[2]),
        cmocka_unit_test(every_recipe_is_needed),
        cmocka_unit_test_prestate(every_name_in_the_text_is_there, &told[0]),
        cmocka_unit_test_prestate(every_name_in_the_text_is_there, &told[1]),
        cmocka_unit_test_prestate(every_name_in_the_text_is_there, &told[2]),
        cmocka_unit_test_prestate(every_name_in_the_text_is_there, &told[3]),
        cmocka_unit_test_prestate(every_name_in_the_text_is_there, &told[4]),
    };
    return cmocka_run_group_tests(tests, make_stages, free_stages);
}
