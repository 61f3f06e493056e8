/* Laporan on screen: seen first, then written; never over what is there without a Y; undone while it is
 * written. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"

static int setup(void **state) {
    static const struct step filled[] = {
        {"triwulan --konfig \"$C/../samples/hitungan\" --hari-ini 2025-07-03 isi --dari-csv "
         "\"$C/../samples/hitungan/isian.csv\"",
         0, NULL, NULL},
    };
    *state = home_new();
    SHELL_STEPS(*state, filled);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static struct terminal *open_form(const char *home) {
    static const char *const arguments[] = {"--konfig",   "samples/hitungan", "--sebagai", "kop",
                                            "--hari-ini", "2025-07-03",       NULL};
    const struct terminal_setup setup = {.home = home, .arguments = arguments};
    struct terminal *terminal = terminal_open(&setup);
    terminal_type(terminal, "l");
    terminal_expect(terminal, " LAPORAN 2025 ");
    return terminal;
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

static void wait_for(struct terminal *terminal, const char *text) {
    while (terminal_find(terminal, text) < 0)
        terminal_settle(terminal);
}

static void test_preview(void **state) {
    struct terminal *terminal = open_form(*state);
    terminal_type(terminal, "\023");
    terminal_expect(terminal, " LAPORAN | triwulan | baris 1 dari ");
    terminal_expect(terminal, "LAPORAN KINERJA TRIWULAN");
    terminal_expect(terminal, " IKU-01 Persentase koperasi");
    terminal_key(terminal, VTERM_KEY_END);
    terminal_expect(terminal, "Inspektorat");
    terminal_resize(terminal, 43, 132);
    terminal_key(terminal, VTERM_KEY_HOME);
    terminal_expect(terminal, "Capaian  Predikat");
    terminal_type(terminal, "\033");
    terminal_expect(terminal, "Bentuk       Layar");
    leave(terminal);
}

static void test_file(void **state) {
    static const struct step after[] = {
        {"head -c 5 laporan-triwulan-koperasi-2025-TW2.pdf; head -c 2 map/kop.xlsx; ls -a map", 0,
         "%PDF-PK.\n..\nkop.xlsx\n", ""},
    };
    static const struct step before[] = {{"mkdir map", 0, "", ""}};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = open_form(*state);
    terminal_type(terminal, "\t\t\t7");
    terminal_expect_row(terminal, 2, " ~/laporan-triwulan-koperasi-2025-TW2.pdf");
    terminal_type(terminal, "\023");
    wait_for(terminal, " Tersimpan: /");
    terminal_type(terminal, "\023");
    terminal_expect(terminal, "Timpa? Y/T");
    terminal_type(terminal, "\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Tidak ditimpa; tulis nama lain di Berkas");
    terminal_type(terminal, "\023y");
    wait_for(terminal, " Tersimpan: /");
    terminal_type(terminal, "6\t\t\t\t~/ma\tkop.xlsx\023");
    wait_for(terminal, " Tersimpan: /");
    leave(terminal);
    SHELL_STEPS(*state, after);
}

static void test_undone(void **state) {
    static const struct step after[] = {{"ls | grep -c laporan", 1, "0\n", ""}};
    struct terminal *terminal = open_form(*state);
    terminal_type(terminal, "\t\t\t7");
    terminal_type(terminal, "\023\007");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Dibatalkan; tidak ada berkas yang ditulis");
    terminal_type(terminal, "\t\t\t\t/tidak/ada.pdf\023");
    wait_for(terminal, " folder \"/tidak\" tidak ada; pilih folder lain");
    leave(terminal);
    SHELL_STEPS(*state, after);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_preview),
        TEST(test_file),
        TEST(test_undone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
