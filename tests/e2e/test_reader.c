/* A pembaca: before a quarter is ratified no command whatsoever shows anything of it, afterwards its figures
 * are there; on screen the same. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"

/* In TW I drafts, in the year's own measurement all that Koperasi has, submitted; a mark in each place. */
static const struct step submitted[] = {
    {"triwulan isi SUB-18 4177 --keterangan rahasia --triwulan 2025-TW1 && "
     "triwulan bukti tambah SUB-18 --jenis foto --judul rahasia --lokasi rahasia --triwulan 2025-TW1",
     0, NULL, NULL},
    {"triwulan lihat --bidang koperasi --triwulan 2025-TAHUN --format csv | cut -d, -f1,4,6 | "
     "sed -e '1s/.*/kode,triwulan,realisasi/' | tr -d '\r' >a.csv && triwulan isi --dari-csv a.csv",
     0, NULL, NULL},
    {"triwulan arahan tambah SUB-18 --isi rahasia --triwulan 2025-TW1 && "
     "triwulan arahan tambah koperasi --isi rahasia --triwulan 2025-TW1 && "
     "triwulan monev catat --bidang koperasi --triwulan 2025-TW1 --tanggal 2-4 --peserta rahasia --notula "
     "rahasia && triwulan rekomendasi tambah --bidang koperasi --triwulan 2025-TW1 --isi rahasia && "
     "triwulan dokumen tandai renstra --triwulan 2025-TW1 --tanggal 2-4 --tempat rahasia && "
     "triwulan penyampaian catat inspektorat --triwulan 2025-TW1 --tanggal 2-4 --surat rahasia",
     0, NULL, NULL},
    {"triwulan isi SUB-18 5177 --keterangan rahasia --triwulan 2025-TAHUN && "
     "triwulan --sebagai kabidkop --triwulan 2025-TAHUN ajukan",
     0, NULL, NULL},
};

/* Every command there is, with whatever it may take; what it says is kept in the file `semua`. In parts, each
 * short enough for one step. */
#define COMMANDS                                                                                             \
    "triwulan --help | sed -n 's/^  \\([a-z].\\{18\\}\\).*/\\1/p' >perintah; >semua; wc -l <perintah"
#define SOME_COMMANDS(lines, quarter)                                                                        \
    {                                                                                                        \
        "sed -n " lines "p perintah | while read -r c; do for a in '' SUB-18 'SUB-18 1' '--format csv' "     \
        "'SUB-18 --alasan x'; do "                                                                           \
        "triwulan --sebagai inspektorat1 --triwulan " quarter " --bidang koperasi $c $a </dev/null; "        \
        "done; done >>semua 2>&1; true",                                                                     \
            0, NULL, NULL                                                                                    \
    }
#define EVERY_COMMAND                                                                                        \
    {COMMANDS, 0, NULL, ""}, SOME_COMMANDS("1,14", "2025-TW1"), SOME_COMMANDS("15,28", "2025-TW1"),          \
        SOME_COMMANDS("29,\\$", "2025-TW1"), SOME_COMMANDS("1,14", "2025-TAHUN"),                            \
        SOME_COMMANDS("15,28", "2025-TAHUN"), SOME_COMMANDS("29,\\$", "2025-TAHUN")

static int setup(void **state) {
    *state = home_new();
    SHELL_STEPS(*state, submitted);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static void ratify(const char *home) {
    static const struct step steps[] = {
        {"triwulan --bidang koperasi --triwulan 2025-TAHUN lihat --format csv | sed 1d | cut -d, -f1 | while "
         "read -r c; do triwulan --sebagai sakip1 --triwulan 2025-TAHUN sesuai $c || exit; done",
         0, NULL, ""},
        {"triwulan --sebagai sakip1 --bidang koperasi --triwulan 2025-TAHUN verifikasi && "
         "triwulan --sebagai kadis --bidang koperasi --triwulan 2025-TAHUN sahkan",
         0, NULL, ""},
    };
    SHELL_STEPS(home, steps);
}

static void test_commands(void **state) {
    static const struct step before[] = {
        EVERY_COMMAND,
        {"wc -l <semua | grep -c '^...'; grep -n '4177\\|5177\\|4\\.177\\|5\\.177\\|rahasia\\|,"
         "draf\\|diajukan\\b' semua",
         1, "1\n", ""},
        {"triwulan --sebagai inspektorat1 lihat --triwulan 2025-TW1 --format csv | wc -l", 0, "101\n", ""},
        {"triwulan --sebagai inspektorat1 --bidang koperasi --triwulan 2025-TAHUN periksa", 1, "",
         "triwulan: Bidang Koperasi 2025-TAHUN belum disahkan; pembaca membaca yang sudah disahkan\n"},
        {"triwulan --sebagai inspektorat1 --bidang koperasi --triwulan 2025-TAHUN status | grep ^koperasi", 0,
         "koperasi  0/16 (0 tidak diukur)  0/0    Belum disahkan  -\n", ""},
    };
    static const struct step after[] = {
        EVERY_COMMAND,
        {"grep -c 4177 semua", 1, "0\n", ""},
        {"grep -q 5177 semua && grep -q rahasia semua", 0, "", ""},
        {"triwulan --sebagai inspektorat1 --triwulan 2025-TAHUN lihat SUB-18 --format csv | tail -n 1 | cut "
         "-d, -f6-8,18",
         0, "15,5177,34513.33,disahkan\n", ""},
        {"triwulan --sebagai inspektorat1 --triwulan 2025-TW1 lihat SUB-18 --format csv | tail -n 1 | cut "
         "-d, -f6-8,12-",
         0, "4,,,4,,,,0,2,,,\r\n", ""},
    };
    SHELL_STEPS(*state, before);
    ratify(*state);
    SHELL_STEPS(*state, after);
}

static void test_screens(void **state) {
    static const char *const arguments[] = {"--sebagai", "inspektorat1", "--hari-ini", "2026-01-20", NULL};
    const struct terminal_setup setup = {.home = *state, .arguments = arguments};
    ratify(*state);
    struct terminal *terminal = terminal_open(&setup);
    for (int i = 0; i < 4; i++)
        terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_expect(terminal, "< Bidang Koperasi >");
    terminal_expect_row(terminal, 7, "    I     Jan-Mar 7 April 2025      -        -       Belum disahkan");
    terminal_expect(terminal, "16/16    -       Disahkan");
    terminal_type(terminal, "p");
    terminal_expect_row(terminal, 1, " Belum disahkan");
    terminal_expect(terminal, "Isiannya belum dapat Anda baca.");
    terminal_expect_no(terminal, "menunggu");
    terminal_type(terminal, "\033");
    terminal_key(terminal, VTERM_KEY_END);
    terminal_type(terminal, "\r/SUB-18\r");
    terminal_expect(terminal, "5.177");
    terminal_type(terminal, "w");
    terminal_expect(terminal, "(kosong) -> 15");
    terminal_type(terminal, "\033\033");
    terminal_key(terminal, VTERM_KEY_HOME);
    terminal_type(terminal, "\r/SUB-18\r");
    terminal_expect_no(terminal, "4.177");
    terminal_expect_row(terminal, 1, " Belum disahkan, jadi belum dapat dibaca: 16 indikator");
    terminal_expect(terminal, " Belum disahkan: angka, catatan dan buktinya belum dapat Anda baca");
    terminal_expect(terminal, "Di sini Anda hanya membaca");
    terminal_type(terminal, "w");
    terminal_expect_no(terminal, "4.177");
    terminal_type(terminal, "\033b");
    terminal_expect_no(terminal, "rahasia");
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {TEST(test_commands), TEST(test_screens)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
