/* Bantuan, Cari, Riwayat, and two programs on one store. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <stdio.h>

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

/* --- help --- */

/* Made from the table of the screen it is asked on, by F1 as by its letter. */
static void test_help(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "?");
    terminal_expect(terminal, "BANTUAN | isian");
    terminal_expect(terminal, " F2        R Rincian     catatan, definisi, dan perjalanan tahun ini");
    terminal_expect(terminal, " F4        B Bukti       data dukung indikator ini");
    terminal_key(terminal, VTERM_KEY_END);
    terminal_expect(terminal, "disimpan sebagai draf setelah satu detik");
    terminal_key(terminal, VTERM_KEY_PAGEUP);
    terminal_expect(terminal, "  K  dikembalikan  V  terverifikasi S  disahkan");
    terminal_expect(terminal, "\"1.500\" punya dua arti");
    terminal_type(terminal, "\033b");
    terminal_key(terminal, VTERM_KEY_FUNCTION(1));
    terminal_expect(terminal, "BANTUAN | bukti");
    terminal_expect(terminal, " F6        = Sama        bukti yang sama dengan yang terakhir ditambah");
    terminal_expect(terminal, " Del       H Hapus");
    terminal_type(terminal, "\033\033");
    terminal_expect(terminal, "ISIAN TW III 2025");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "");
}

/* --- search --- */

static void test_search(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "/");
    terminal_expect(terminal, "CARI INDIKATOR | 16 ditemukan");
    terminal_type(terminal, "sehat");
    terminal_expect(terminal, ">PRO-11    Persentase koperasi sehat");
    terminal_type(terminal, "x");
    terminal_expect(terminal, "Tidak ada yang cocok. Hapus beberapa huruf, atau Ctrl-U untuk mulai lagi.");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "CARI INDIKATOR | 0 ditemukan");
    terminal_type(terminal, "\025sub-18\r");
    terminal_expect(terminal, " SUB-18>");
    terminal_type(terminal, "3\r");
    leave(terminal);
    sheet_stored(*state, "SUB-18", "3");
}

/* What was found leads to its bidang, and past any filter. */
static void test_search_elsewhere(void **state) {
    static const struct step before[] = {{"triwulan --sebagai umkm1 isi SUB-11 5", 0, NULL, NULL}};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = person_open(*state, "sakip1");
    terminal_type(terminal, "\033");
    terminal_key(terminal, VTERM_KEY_LEFT);
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "ISIAN TW III 2025 | Sekretariat");
    terminal_type(terminal, "k/SUB-11");
    terminal_expect(terminal, "umkm");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "ISIAN TW III 2025 | Bidang UMKM");
    terminal_expect(terminal, " SUB-11>");
    leave(terminal);
    static const struct step after[] = {
        {"triwulan --sebagai umkm1 lihat SUB-11 --format csv | tail -n 1 | cut -d, -f7", 0, "5\n", ""}};
    SHELL_STEPS(*state, after);
}

/* --- history --- */

static void test_history(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "w");
    terminal_expect(terminal, "RIWAYAT | IKU-04 | 2025");
    terminal_expect(terminal, "Belum ada riwayat.");
    terminal_type(terminal, "\03370\r");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "75\r");
    terminal_type(terminal, "z");
    terminal_type(terminal, "w");
    terminal_expect(terminal, "TW III Operator Koperasi    75,00 -> 70,00 (diurungkan)");
    terminal_expect(terminal, "TW III Operator Koperasi    70,00 -> 75,00");
    terminal_expect(terminal, "TW III Operator Koperasi    (kosong) -> 70,00");
    assert_int_equal(terminal_cursor(terminal).row, 3);
    terminal_key(terminal, VTERM_KEY_DOWN);
    assert_int_equal(terminal_cursor(terminal).row, 4);
    leave(terminal);
    sheet_stored(*state, "IKU-04", "70.00");
}

/* A note longer than its row stands below in full. */
static void test_history_in_full(void **state) {
    static const struct step before[] = {
        {"triwulan --sebagai koperasi1 isi IKU-04 70 --keterangan 'dua kecamatan belum melapor karena jalan "
         "putus, menyusul pekan depan'",
         0, NULL, NULL}};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "/IKU-04\rw");
    terminal_expect(terminal, "Operator Koperasi    Keterangan: dua kecamatan belum ~");
    terminal_expect_row(terminal, 16,
                        " Keterangan: dua kecamatan belum melapor karena jalan putus, menyusul pekan");
    terminal_expect_row(terminal, 17, " depan");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "70.00");
}

/* --- two programs on one store --- */

static void test_others_show_at_the_next_key(void **state) {
    struct terminal *mine = sheet_open(*state, NULL);
    struct terminal *theirs = person_open(*state, "kabidkop");
    terminal_type(theirs, "65\r");
    terminal_key(mine, VTERM_KEY_DOWN);
    terminal_expect(mine, " IKU-04  Persentase koperasi akt~ %            78,00       65,00     83,33   0 D");
    leave(mine);
    leave(theirs);
    sheet_stored(*state, "IKU-04", "65.00");
}

/* The first program saves while the second types: both values, with author and time, and three ways on. */
static struct terminal *conflict_open(const char *home) {
    struct terminal *mine = sheet_open(home, NULL);
    struct terminal *theirs = person_open(home, "kabidkop");
    terminal_type(mine, "70");
    terminal_type(theirs, "65\r");
    leave(theirs);
    terminal_type(mine, "\r");
    terminal_expect(mine, "DIUBAH ORANG LAIN | IKU-04 | TW III 2025");
    terminal_expect(mine, "Kepala Bidang Koperasi menyimpan lebih dahulu. Belum ada yang ditimpa.");
    terminal_expect(mine, "                   Isian saya                    Isian Kepala Bidang Koperasi");
    terminal_expect(mine, "                   belum disimpan                03-10-2025 ");
    terminal_expect(mine, "!Realisasi         70,00 %                       65,00 %");
    sheet_stored(home, "IKU-04", "65.00");
    return mine;
}

static void test_conflict_mine(void **state) {
    struct terminal *terminal = conflict_open(*state);
    terminal_type(terminal, "i");
    terminal_expect(terminal, "IKU-04: isian Anda yang dipakai. Z = urungkan");
    sheet_stored(*state, "IKU-04", "70.00");
    terminal_type(terminal, "z");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "65.00");
}

static void test_conflict_theirs(void **state) {
    struct terminal *terminal = conflict_open(*state);
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, " > N  Pakai isian Kepala Bidang Koperasi");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "IKU-04: isian Kepala Bidang Koperasi yang dipakai");
    terminal_expect_no(terminal, "[70");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "65.00");
}

static void test_conflict_retype(void **state) {
    struct terminal *terminal = conflict_open(*state);
    terminal_type(terminal, "k");
    terminal_expect(terminal, "[70        ]");
    terminal_type(terminal, "\177\17768\r");
    terminal_expect(terminal, "IKU-04 dibaca 68,00 %");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "68.00");
}

/* The values typed ahead of the conflict choose nothing. */
static void test_conflict_typed_ahead(void **state) {
    struct terminal *terminal = conflict_open(*state);
    terminal_type(terminal, "35\r28,6\rs10\r-\r");
    terminal_expect(terminal, "DIUBAH ORANG LAIN");
    sheet_stored(*state, "IKU-04", "65.00");
    terminal_type(terminal, "\033");
    terminal_expect(terminal, "[70        ]");
    leave(terminal);
    sheet_stored(*state, "PRO-10", "");
    sheet_stored(*state, "IKU-04", "65.00");
}

static void test_conflict_again(void **state) {
    static const struct step again[] = {{"triwulan --sebagai kabidkop isi IKU-04 66", 0, NULL, ""}};
    struct terminal *terminal = conflict_open(*state);
    SHELL_STEPS(*state, again);
    terminal_type(terminal, "i");
    terminal_expect(terminal, "Kepala Bidang Koperasi baru saja mengubahnya lagi. Pilih sekali lagi.");
    terminal_expect(terminal, "!Realisasi         70,00 %                       66,00 %");
    terminal_type(terminal, "i");
    leave(terminal);
    sheet_stored(*state, "IKU-04", "70.00");
}

int main(void) {
#define AT_HOME(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        AT_HOME(test_help),
        AT_HOME(test_search),
        AT_HOME(test_search_elsewhere),
        AT_HOME(test_history),
        AT_HOME(test_history_in_full),
        AT_HOME(test_others_show_at_the_next_key),
        AT_HOME(test_conflict_mine),
        AT_HOME(test_conflict_theirs),
        AT_HOME(test_conflict_retype),
        AT_HOME(test_conflict_typed_ahead),
        AT_HOME(test_conflict_again),
    };
    return cmocka_run_group_tests_name("screens", tests, NULL, NULL);
}
