/* Menu Utama and the Lembar Isian: a quarter's values at the speed of the hand. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <stdio.h>
#include <string.h>

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

/* The program ends without a question, the terminal as it was. */
static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    assert_true(terminal_restored(terminal));
    terminal_close(terminal);
}

static void expect_cursor(struct terminal *terminal, int row, int column) {
    struct terminal_cursor cursor = terminal_cursor(terminal);
    assert_true(cursor.visible);
    assert_int_equal(cursor.row, row);
    assert_int_equal(cursor.column, column);
}

/* --- menu --- */

static void test_menu(void **state) {
    static const struct step before[] = {
        {"triwulan --sebagai koperasi1 isi IKU-04 77 --triwulan 2025-TW3", 0, NULL, ""},
        {"triwulan --sebagai koperasi1 bukti tambah IKU-04 --jenis laporan --judul 'Rekapitulasi koperasi "
         "aktif' "
         "--tanggal 2025-09-30 --lokasi 'lemari 3'",
         0, NULL, ""},
    };
    SHELL_STEPS(*state, before);
    struct terminal *terminal = menu_open(*state, NULL);
    terminal_expect_row(terminal, 0,
                        " TRIWULAN 2025 | DISDAGKOPRINUM Kabupaten Luwu Timur                   Tersimpan");
    terminal_expect(terminal, ", Operator Koperasi (operator, Bidang Koperasi)");
    terminal_expect_row(terminal, 7,
                        "    I     Jan-Mar 7 April 2025      0/13     0/16    Kosong - terlambat 179 hari");
    terminal_expect_row(terminal, 9,
                        "  > III   Jul-Sep 7 Oktober 2025    1/14     1/17    Draf - sisa 4 hari");
    terminal_expect_row(terminal, 11, "    Tahun Jan-Des 30 Januari 2026   -        -       Belum waktunya");
    terminal_expect(terminal, "Rencana aksi: CONTOH, belum ditetapkan");
    terminal_expect(terminal, "Enter: lanjutkan Triwulan III dari PRO-10");
    expect_cursor(terminal, 9, 2);

    terminal_key(terminal, VTERM_KEY_UP);
    terminal_expect(terminal, "Enter: lanjutkan Triwulan II dari IKU-04");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_type(terminal, "i");
    terminal_expect(terminal, "ISIAN TW III 2025 | Bidang Koperasi | Operator Koperasi");
    terminal_expect(terminal, "PRO-10>");
    terminal_type(terminal, "\033");
    terminal_expect(terminal, "TRIWULAN 2025");
    terminal_type(terminal, "\033");
    terminal_expect(terminal, "TRIWULAN 2025");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "77.00");
}

/* A throw-away store says so on every screen, and touches nothing else. */
static void test_practice(void **state) {
    static const char *const arguments[] = {"--contoh",   "--sebagai",  "koperasi1",
                                            "--hari-ini", "2025-10-03", NULL};
    struct terminal *terminal =
        terminal_open(&(struct terminal_setup){.home = *state, .arguments = arguments});
    terminal_expect(terminal, " LATIHAN | TRIWULAN 2025");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, " LATIHAN | ISIAN TW III 2025");
    terminal_type(terminal, "7\r");
    terminal_expect(terminal, "dibaca");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "");
}

/* Who reads several bidang chooses one; all of them together to begin with. */
static void test_menu_units(void **state) {
    static const char *const arguments[] = {"--sebagai", "sakip1", "--hari-ini", "2025-10-03", NULL};
    struct terminal *terminal =
        terminal_open(&(struct terminal_setup){.home = *state, .arguments = arguments});
    terminal_expect(terminal, "< Semua bidang >");
    terminal_expect(terminal, "0/76");
    terminal_key(terminal, VTERM_KEY_LEFT);
    terminal_expect(terminal, "< Sekretariat >");
    terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_expect(terminal, "< Bidang Perdagangan >");
    terminal_type(terminal, "\r");
    terminal_expect_row(terminal, SHEET_MESSAGE,
                        " Di sini Anda hanya membaca. R rincian, B bukti, W riwayat");
    terminal_type(terminal, "9");
    terminal_expect_row(terminal, SHEET_MESSAGE - 1,
                        " hanya operator atau atasan Bidang Perdagangan (Operator Perdagangan) yang boleh");
    terminal_expect_row(terminal, SHEET_MESSAGE, " mengisi");
    terminal_expect_no(terminal, "[9");
    leave(terminal);
    static const struct step steps[] = {
        {"triwulan --sebagai sakip1 lihat --format csv | grep -c ,draf,", 1, "0\n", ""}};
    SHELL_STEPS(*state, steps);
}

/* --- typing --- */

static void test_typing(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    expect_cursor(terminal, SHEET_FIRST, 63);
    terminal_expect(terminal, " Bukti wajib, 0 dari 1 ada: Rekapitulasi koperasi aktif");
    terminal_type(terminal, "7");
    terminal_expect(terminal,
                    " IKU-04> Persentase koperasi akt~ %            78,00 [7         ]            0 -");
    expect_cursor(terminal, SHEET_FIRST, 55);
    terminal_type(terminal, "5,5\r");
    terminal_expect_row(terminal, SHEET_FIRST,
                        " IKU-04  Persentase koperasi akt~ %            78,00       75,50     96,79   0 D");
    terminal_expect_row(terminal, SHEET_MESSAGE, " IKU-04 dibaca 75,50 %");
    terminal_expect_row(terminal, SHEET_PROGRESS,
                        " Terisi 1/14 [█░░░░░░░░░░░░░░░░░░░] 2 tidak diukur  Bukti kurang "
                        "17  sisa 4 hari");
    terminal_expect(terminal, "PRO-10>");
    expect_cursor(terminal, SHEET_FIRST + 1, 63);
    sheet_stored(*state, "IKU-04", "75.50");
    leave(terminal);
}

/* Thirty values would cost their digits and one key each: so do Koperasi's fourteen. PRO-12 and SUB-19 take
 * none this quarter and are passed over. */
static void test_speed(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "77\r35\r28,6\r11,04\r5,06\r67,92\r44,65\r40,93\r10\r5,06\r42\r4\r15\r5\r");
    terminal_expect(terminal, "Terisi 14/14");
    terminal_expect(terminal, "SUB-21>");
    leave(terminal);
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 lihat --format csv | grep -c ,draf,", 0, "14\n", ""},
        {"triwulan --sebagai koperasi1 lihat SUB-20 --format csv | tail -n 1 | cut -d, -f6-9", 0,
         "15,15,100.00,\n", ""},
        {"triwulan periksa-data | tail -n 1", 0, NULL, ""},
    };
    SHELL_STEPS(*state, steps);
}

static void test_refused_text_stays(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "12,5,0\r");
    terminal_expect(terminal, "\"12,5,0\" bukan angka. Contoh: 12,5");
    terminal_expect(terminal, "[12,5,0    ]");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "IKU-04>");
    sheet_stored(*state, "IKU-04", "");
    terminal_type(terminal, "\177\177\r");
    terminal_expect(terminal, "IKU-04 dibaca 12,50 %");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "12.50");
}

static void test_warned_and_kept(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "170\r");
    terminal_expect(terminal, "IKU-04 dibaca 170,00 % ! persentase di atas 100");
    terminal_expect(terminal, "217,95!");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "170.00");
}

static void test_escape_abandons(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "99");
    terminal_type(terminal, "\033");
    terminal_expect_no(terminal, "[99");
    terminal_type(terminal, "88\007");
    terminal_expect_no(terminal, "[88");
    terminal_type(terminal, "66\025\r");
    terminal_expect(terminal, "PRO-10>");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "");
}

/* "s.d. kini": SUB-18 had 4 and 3. Arrows keep what is typed, too. */
static void test_to_date(void **state) {
    static const struct step before[] = {
        {"triwulan --sebagai koperasi1 isi SUB-18 4 --triwulan 2025-TW1", 0, NULL, NULL},
        {"triwulan --sebagai koperasi1 isi SUB-18 3 --triwulan 2025-TW2", 0, NULL, NULL},
    };
    SHELL_STEPS(*state, before);
    struct terminal *terminal = sheet_open(*state, NULL);
    for (int i = 0; i < 12; i++)
        terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "TW I 4 (100,00), II 3 (75,00), s.d. kini 7 dari 12, setahun 15");
    terminal_type(terminal, "s10");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_expect(terminal, "SUB-18 dibaca 3 unit usaha (s.d. kini 10)");
    terminal_expect(terminal, "SUB-17>");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "I 4 (100,00), II 3 (75,00), s.d. kini 10 dari 12, setahun 15");
    leave(terminal);
    sheet_stored(*state, "SUB-18", "3");
}

static void test_clear_and_undo(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "75\r");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_key(terminal, VTERM_KEY_DEL);
    terminal_expect(terminal, "IKU-04 dikosongkan (tadinya 75,00 %). Z = urungkan");
    sheet_stored(*state, "IKU-04", "");
    terminal_type(terminal, "z");
    terminal_expect(terminal, "Terisi 1/14");
    sheet_stored(*state, "IKU-04", "75.00");
    terminal_type(terminal, "\177");
    terminal_expect(terminal, "Terisi 0/14");
    terminal_type(terminal, "80\r");
    terminal_type(terminal, "zz");
    sheet_stored(*state, "IKU-04", "75.00");
    terminal_type(terminal, "z");
    terminal_expect(terminal, "Terisi 0/14");
    terminal_type(terminal, "z");
    terminal_expect(terminal, "Tidak ada perubahan Anda yang dapat diurungkan");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "");
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 riwayat IKU-04 | tail -n +2 | wc -l", 0, "8\n", ""}};
    SHELL_STEPS(*state, steps);
}

static void test_undo_in_another_quarter(void **state) {
    struct terminal *terminal = menu_open(*state, NULL);
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "\r75\r\033");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_type(terminal, "\r70\rz");
    terminal_expect_row(terminal, SHEET_MESSAGE, " IKU-04: perubahan terakhir diurungkan");
    terminal_type(terminal, "z");
    terminal_expect_row(terminal, SHEET_MESSAGE, " IKU-04 TW II: perubahan terakhir diurungkan");
    leave(terminal);
}

static void test_provisional(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "75*");
    terminal_expect(terminal, "[75        *");
    terminal_type(terminal, "\r35\r");
    terminal_expect(terminal, "75,00*");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "*");
    terminal_expect(terminal, "PRO-10 sekarang angka sementara (*)");
    terminal_type(terminal, "*");
    terminal_expect(terminal, "PRO-10 sekarang angka final");
    terminal_expect_no(terminal, "35,00*");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "75.00");
    sheet_stored(*state, "PRO-10", "35.00");
}

static void test_copy_last(void **state) {
    static const struct step before[] = {
        {"triwulan --sebagai koperasi1 isi IKU-04 75,55 --triwulan 2025-TW2", 0, NULL, NULL}};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "=");
    terminal_expect(terminal, "[75,55     ]");
    sheet_stored(*state, "IKU-04", "");
    terminal_type(terminal, "\r=");
    terminal_expect(terminal, "PRO-10: tidak ada nilai triwulan lalu untuk disalin");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "75.55");
}

/* Typing goes on from blank row to blank row while the filled ones leave the list. */
static void test_blank_only(void **state) {
    static const struct step before[] = {{"triwulan --sebagai koperasi1 isi PRO-10 35", 0, NULL, NULL}};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "PRO-10>");
    terminal_type(terminal, "k");
    terminal_expect(terminal, "hanya kos");
    terminal_expect(terminal, "PRO-11>");
    terminal_expect_no(terminal, "PRO-10");
    terminal_expect_no(terminal, "PRO-12");
    terminal_type(terminal, "28\r");
    terminal_expect(terminal, "PRO-13>");
    terminal_type(terminal, "11\r5\r67\r44\r40\r10\r5\r42\r4\r15\r5\r");
    terminal_expect(terminal, "IKU-04>");
    terminal_type(terminal, "77\r");
    terminal_expect(terminal, "Semua sudah terisi. K = tampilkan semua baris");
    terminal_type(terminal, "k");
    terminal_expect(terminal, "Terisi 14/14");
    terminal_expect(terminal, "PRO-10");
    leave(terminal);
    sheet_stored(*state, "SUB-21", "5");
}

/* The shipped catalogue names no pelaksana. */
static void test_mine_only(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "M");
    terminal_expect(terminal, "Tidak ada baris atas nama Anda. M = tampilkan semua baris");
    terminal_type(terminal, "5M");
    terminal_expect(terminal, "IKU-04>");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "");
}

static void test_paste(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_send(terminal, "77\r\n35\r\n28,6\r\n", 11);
    terminal_expect(terminal, "Terisi 3/14");
    terminal_expect(terminal, "PRO-13>");
    sheet_stored(*state, "PRO-11", "28.60");

    /* Brackets: letters are text and no commands, and nothing goes into a cell behind a refused one. */
    terminal_send(terminal, "\033[200~11,04\rQ\r5,06\r\033[201~", 13);
    terminal_expect(terminal, "\"Q\" bukan angka");
    terminal_expect(terminal, "PRO-14>");
    terminal_type(terminal, "\033");
    leave(terminal);
    sheet_stored(*state, "PRO-13", "11.04");
    sheet_stored(*state, "PRO-14", "");
    sheet_stored(*state, "KEG-09", "");
}

/* The same column once more, mended: it begins anew where the first one was refused. */
/* PRO-12 is not measured. A column without it fills on; one with a blank cell for it stops there. */
static void test_paste_over_unmeasured(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_send(terminal, "\033[200~77\r35\r28,6\r11,04\r\r67\r\033[201~", 21);
    terminal_expect(terminal, "KEG-10>");
    terminal_key(terminal, VTERM_KEY_HOME);
    terminal_send(terminal, "\033[200~76\r34\r28\r\r11\r5\r\033[201~", 15);
    terminal_expect(terminal, "PRO-12 tidak diukur dan dilewati, lalu ada baris kosong");
    terminal_expect(terminal, "PRO-13>");
    leave(terminal);
    sheet_stored(*state, "PRO-11", "28.00");
    sheet_stored(*state, "PRO-13", "11.04");
    sheet_stored(*state, "PRO-14", "");
    sheet_stored(*state, "KEG-09", "67.00");
}

static void test_paste_again(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_send(terminal, "\033[200~77\rQ\r28,6\r\033[201~", 10);
    terminal_expect_row(terminal, SHEET_MESSAGE, " \"Q\" bukan angka. Contoh: 12,5 atau 45/60");
    terminal_expect(terminal, "[Q         ]");
    terminal_send(terminal, "\033[200~35\r28,6\r\033[201~", 8);
    terminal_expect_row(terminal, SHEET_MESSAGE, " PRO-11 dibaca 28,60 %");
    leave(terminal);
    sheet_stored(*state, "PRO-10", "35.00");
    sheet_stored(*state, "PRO-11", "28.60");
    sheet_stored(*state, "PRO-12", "");
}

/* A paste is text wherever it lands: it presses no key, and no value is put together from two. */
static void test_paste_is_text(void **state) {
    struct terminal *terminal = menu_open(*state, NULL);
    terminal_send(terminal, "\033[200~11\r22\r\033[201~", 6);
    terminal_expect(terminal, "TRIWULAN 2025");
    terminal_type(terminal, "\r");

    /* CR LF in two reads is one Enter; the list's end is the paste's. */
    terminal_send(terminal, "\033[200~77\r", 3);
    terminal_send(terminal, "\n35\r\n\033[201~", 3);
    sheet_stored(*state, "PRO-10", "35.00");

    terminal_send(terminal, "\033[200~28,6\t11,04\r5\033[201~", 12);
    terminal_expect(terminal, "\"28,6 11,04\" bukan angka");
    terminal_type(terminal, "\033");
    terminal_send(terminal, "\033[200~2\2008\r5\033[201~", 5);
    terminal_expect(terminal, "[2?8       ]");
    terminal_type(terminal, "\033");
    terminal_send(terminal, "\033[200~2\033[21~\032\033[201~", 3);
    terminal_expect(terminal, "[2??       ]");
    terminal_type(terminal, "\033");
    sheet_stored(*state, "PRO-11", "");

    /* Its end went missing: Esc alone ends it. */
    terminal_send(terminal, "\033[200~2", 1);
    terminal_type(terminal, "\033");
    leave(terminal);
}

static void test_paste_ends_with_the_list(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_key(terminal, VTERM_KEY_END);
    terminal_send(terminal, "\033[200~5\r6\r\033[201~", 4);
    terminal_expect(terminal, "Baris sudah habis: sisa yang ditempel tidak dipakai");
    terminal_send(terminal, "\033[200~7\r\033[201~", 2);
    sheet_stored(*state, "SUB-21", "5");
    leave(terminal);
}

/* However many there are, the days are on the line. */
static void test_lateness_in_view(void **state) {
    struct terminal *terminal = menu_open(*state, NULL);
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "\r");
    terminal_expect_row(terminal, SHEET_PROGRESS,
                        " Terisi 0/13 [░░░░░░░░░░░░░] 3 tidak diukur  Bukti kurang 16  terlambat 179 hari");
    leave(terminal);
}

/* What another program saves is there at the next key. */
static void test_others_saves_show(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    static const struct step steps[] = {{"triwulan --sebagai kabidkop isi PRO-11 28,6", 0, NULL, ""}};
    SHELL_STEPS(*state, steps);
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "28,60    100,00");
    terminal_expect(terminal, "Terisi 1/14");
    leave(terminal);
    sheet_stored(*state, "PRO-11", "28.60");
}

static void test_wide(void **state) {
    static const struct step before[] = {
        {"triwulan --sebagai koperasi1 isi IKU-04 75,55 --triwulan 2025-TW2", 0, NULL, NULL}};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = sheet_open(*state, &(struct terminal_setup){.rows = 43, .columns = 132});
    terminal_expect(terminal, "TW lalu");
    terminal_expect(terminal, "s.d. Bukti S");
    terminal_expect(terminal, "75,55");
    terminal_expect(terminal, "SUB-21");
    terminal_type(terminal, "77\r");
    terminal_expect(terminal, "98,72");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "77.00");
}

/* More rows in view than are made around them otherwise: none is blank, from the first to the last. */
static void test_tall(void **state) {
    static const char *const arguments[] = {"--sebagai", "kadis", "--hari-ini", "2025-10-03", NULL};
    const struct terminal_setup setup = {.home = *state, .arguments = arguments, .rows = 100, .columns = 132};
    struct terminal *terminal = terminal_open(&setup);
    terminal_type(terminal, "\r");
    for (int row = SHEET_FIRST; row < SHEET_FIRST + 80; row++)
        assert_string_not_equal(terminal_row(terminal, row), "");
    terminal_key(terminal, VTERM_KEY_END);
    for (int row = SHEET_FIRST; row < SHEET_FIRST + 80; row++)
        assert_string_not_equal(terminal_row(terminal, row), "");
    terminal_expect(terminal, " SUB-55>");
    terminal_close(terminal);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
#define T(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
        T(test_menu),
        T(test_menu_units),
        T(test_practice),
        T(test_typing),
        T(test_speed),
        T(test_refused_text_stays),
        T(test_warned_and_kept),
        T(test_escape_abandons),
        T(test_to_date),
        T(test_clear_and_undo),
        T(test_undo_in_another_quarter),
        T(test_provisional),
        T(test_copy_last),
        T(test_blank_only),
        T(test_mine_only),
        T(test_paste),
        T(test_paste_over_unmeasured),
        T(test_paste_again),
        T(test_others_saves_show),
        T(test_wide),
        T(test_tall),
        T(test_paste_is_text),
        T(test_paste_ends_with_the_list),
        T(test_lateness_in_view),
#undef T
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
