/* Rincian: the notes as a form that keeps each field as one leaves it, and all there is to read. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <signal.h>
#include <stdio.h>

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static struct terminal *detail_open(const char *home, const char *login) {
    struct terminal *terminal = person_open(home, login);
    terminal_type(terminal, "/IKU-04\rr");
    terminal_expect(terminal, "RINCIAN | IKU-04 | TW III 2025 | Bidang Koperasi");
    return terminal;
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

/* What the history says, newest first: the first letter of who, and what. */
static void stored(const char *home, const char *rows) {
    struct buf line = {0};
    buf_printf(&line, "triwulan --sebagai koperasi1 riwayat IKU-04 | "
                      "sed -nE 's/^2025-TW3 .{19}(.)([^ ]| [^ ])*  +/\\1 /p'");
    const struct step step = {line.data, 0, rows, ""};
    shell_steps(home, &step, 1);
    buf_release(&line);
}

static void test_reading(void **state) {
    static const struct step before[] = {
        {"triwulan --sebagai koperasi1 isi IKU-04 74 --triwulan 2025-TW1", 0, NULL, ""},
        {"triwulan --sebagai kabidkop isi IKU-04 38 --triwulan 2025-TW2", 0, NULL, NULL},
    };
    SHELL_STEPS(*state, before);
    struct terminal *terminal = detail_open(*state, "koperasi1");
    terminal_expect_row(terminal, 1, " IKU-04  Persentase koperasi aktif");
    terminal_expect_row(terminal, 2, " Sasaran: Meningkatnya pertumbuhan nilai produksi IKM dan UMKM");
    terminal_expect(terminal, " I       74,00        74,00   100,00   100,00  03-10-2025");
    terminal_expect(terminal, " II      76,00        38,00    50,00    50,00  03-10-2025");
    terminal_expect(terminal, "Operator Kope~");
    terminal_expect(terminal, ">III     78,00");
    terminal_expect(terminal, "Target setahun 80,00 %. Isi posisi akhir TW. Makin tinggi makin baik.");
    terminal_expect(terminal, "Bukti wajib: Rekapitulasi koperasi aktif");
    terminal_expect(terminal, "  Realisasi                                 % (target TW 78,00)");
    terminal_expect_no(terminal, "PgDn lanjut");
    terminal_resize(terminal, 43, 132);
    terminal_expect(terminal, "Operator Koperasi");
    leave(terminal);
}

/* What is too long for its place scrolls; the hand stays in its field. */
static void test_scrolling(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "/SUB-21\rr");
    terminal_expect(terminal, "PgDn lanjut");
    terminal_expect_no(terminal, "Bukti wajib");
    terminal_key(terminal, VTERM_KEY_PAGEDOWN);
    terminal_expect_no(terminal, "PgDn lanjut");
    terminal_expect(terminal, "Bukti wajib");
    terminal_expect(terminal, "> Keterangan");
    terminal_key(terminal, VTERM_KEY_PAGEUP);
    terminal_expect(terminal, " SUB-21  Jumlah unit usaha");
    leave(terminal);
}

/* Each field is kept as one leaves it. */
static void test_notes(void **state) {
    struct terminal *terminal = detail_open(*state, "koperasi1");
    terminal_expect(terminal, "> Keterangan");
    terminal_type(terminal, "dua kecamatan belum melapor\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Keterangan tersimpan");
    terminal_expect(terminal, "> Faktor pendorong");
    terminal_type(terminal, "\tjarak\023");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Faktor penghambat tersimpan");
    terminal_expect(terminal, "> Faktor penghambat jarak");
    terminal_type(terminal, " jauh\033");
    terminal_expect(terminal, "> Faktor penghambat jarak");
    terminal_expect_no(terminal, "jauh");
    terminal_type(terminal, "\tdijemput\r");
    terminal_expect(terminal, "ISIAN TW III 2025");
    leave(terminal);
    stored(*state, "O Tindak lanjut: dijemput\n"
                   "O Faktor penghambat: jarak\n"
                   "O Keterangan: dua kecamatan belum melapor\n");
}

/* The value as in the grid: read, refused, sementara, emptied. */
static void test_value(void **state) {
    struct terminal *terminal = detail_open(*state, "koperasi1");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "45/60\t");
    terminal_expect_row(terminal, SHEET_MESSAGE, " IKU-04 dibaca 75,00 % (45/60)");
    terminal_expect(terminal, "  Realisasi         45/60 ");
    terminal_expect(terminal, ">III     78,00        75,00    96,15");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "\0251.500\t");
    terminal_expect(terminal, "> Realisasi         1.500");
    terminal_expect(terminal, "\"1.500\" bisa berarti dua angka: tulis 1500 atau 1,5");
    terminal_type(terminal, "\02576*\t");
    terminal_expect(terminal, "  Realisasi         76 *");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "\025\t");
    terminal_expect_row(terminal, SHEET_MESSAGE, " IKU-04 dikosongkan");
    leave(terminal);
    stored(*state, "O 76,00 sementara -> (kosong)\n"
                   "O 75,00 (45/60) -> 76,00 sementara\n"
                   "O (kosong) -> 75,00 (45/60)\n");
}

static void test_reader_may_not(void **state) {
    struct terminal *terminal = detail_open(*state, "sakip1");
    terminal_type(terminal, "x");
    terminal_expect(terminal, "hanya operator atau atasan Bidang Koperasi");
    terminal_expect_no(terminal, "Keterangan        x");
    leave(terminal);
    stored(*state, "");
}

static void test_draft(void **state) {
    struct terminal *terminal = detail_open(*state, "koperasi1");
    terminal_type(terminal, "\tsetengah kalimat");
    while (terminal_find(terminal, "Draf tersimpan") < 0)
        terminal_settle(terminal);
    terminal_signal(terminal, SIGKILL);
    assert_int_equal(terminal_wait(terminal), 128 + SIGKILL);
    terminal_close(terminal);
    stored(*state, "");

    terminal = menu_open(*state, NULL);
    terminal_expect(terminal, "> Faktor pendorong  setengah kalimat");
    terminal_type(terminal, " lagi\t");
    leave(terminal);
    stored(*state, "O Faktor pendorong: setengah kalimat lagi\n");
}

/* Somebody else wrote the same note meanwhile: also when it was while the program was away. */
static void test_draft_over_a_change(void **state) {
    static const struct step change[] = {
        {"triwulan --sebagai kabidkop isi IKU-04 77 --keterangan 'dari kabid'", 0, NULL, NULL}};
    struct terminal *terminal = detail_open(*state, "koperasi1");
    terminal_type(terminal, "dari operator");
    terminal_signal(terminal, SIGHUP);
    terminal_wait(terminal);
    terminal_close(terminal);
    SHELL_STEPS(*state, change);

    terminal = menu_open(*state, NULL);
    terminal_expect(terminal, "> Keterangan        dari operator");
    terminal_resize(terminal, 25, 80);
    terminal_type(terminal, "\t");
    terminal_expect(terminal, "!Keterangan        dari operator                 dari kabid");
    terminal_type(terminal, "n");
    terminal_expect(terminal, "> Keterangan        dari kabid");
    leave(terminal);
    stored(*state, "K Keterangan: dari kabid\n"
                   "K (kosong) -> 77,00\n");
}

/* Two people at one indicator: different notes both stand; the same one is a choice. */
static void test_two_people(void **state) {
    struct terminal *mine = detail_open(*state, "koperasi1");
    struct terminal *theirs = detail_open(*state, "kabidkop");
    terminal_type(mine, "\tdua");
    terminal_type(theirs, "satu\t");
    terminal_type(mine, "\t");
    terminal_expect(mine, "Faktor pendorong tersimpan");
    terminal_expect(mine, "  Keterangan        satu");

    terminal_type(mine, "\tempa");
    terminal_type(theirs, "\t\ttiga\t");
    terminal_type(mine, "t");
    terminal_type(mine, "\t");
    terminal_expect(mine, "DIUBAH ORANG LAIN | IKU-04 | TW III 2025");
    terminal_expect(mine, "Kepala Bidang Koperasi menyimpan lebih dahulu. Belum ada yang ditimpa.");
    terminal_expect(mine, " Keterangan        satu                          satu");
    terminal_expect(mine, "!Tindak lanjut     empat                         tiga");
    terminal_type(mine, "k");
    terminal_expect(mine, "> Tindak lanjut     empat");
    terminal_type(mine, " dan tiga\r");
    terminal_type(theirs, "\033");
    terminal_type(theirs, "r");
    terminal_expect(theirs, "  Tindak lanjut     empat dan tiga");
    leave(mine);
    leave(theirs);
    stored(*state, "O Tindak lanjut: empat dan tiga\n"
                   "K Tindak lanjut: tiga\n"
                   "O Faktor pendorong: dua\n"
                   "K Keterangan: satu\n");
}

int main(void) {
#define AT_HOME(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        AT_HOME(test_reading),
        AT_HOME(test_scrolling),
        AT_HOME(test_notes),
        AT_HOME(test_value),
        AT_HOME(test_reader_may_not),
        AT_HOME(test_draft),
        AT_HOME(test_draft_over_a_change),
        AT_HOME(test_two_people),
    };
    return cmocka_run_group_tests_name("detail", tests, NULL, NULL);
}
