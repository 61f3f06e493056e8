/* No screen relies on a reading having worked: each is opened and used where the door refuses, and where what would be
 * read is damaged. */
#include "check.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <lmdb.h>
#include <string.h>

static int setup(void **state) {
    static const struct step filled[] = {
        {"triwulan isi SUB-18 3 --keterangan catatan && "
         "triwulan bukti tambah SUB-18 --jenis foto --judul Foto --lokasi 'lemari 3' && "
         "triwulan arahan tambah SUB-18 --isi periksa && triwulan arahan tambah koperasi --isi segera && "
         "triwulan monev catat --bidang koperasi --tanggal 2-10 --peserta semua --notula selesai && "
         "triwulan rekomendasi tambah --bidang koperasi --isi perbaiki",
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

/* What opens a screen, from the menu. */
static const char *const doors[] = {"\r", "P", "A", "T", "V", "D", "H", "O", "U", "E", "J", "L", "?"};

/* What is pressed there: the keys of every list and form, typed values too. */
static const char *const presses[] = {"R", "B", "W", "/", "P", "L", "H",  "A",  "T", "$",
                                      "Y", "K", "M", "Z", "*", "=", "S",  "G",  "N", "X",
                                      "C", "E", "I", "D", "V", "7", "\r", "\t", " ", "\177"};
static const VTermKey moves[] = {VTERM_KEY_DOWN,   VTERM_KEY_UP,    VTERM_KEY_PAGEDOWN,
                                 VTERM_KEY_PAGEUP, VTERM_KEY_HOME,  VTERM_KEY_END,
                                 VTERM_KEY_LEFT,   VTERM_KEY_RIGHT, VTERM_KEY_DEL};

static void stays_alive(struct terminal *terminal, const char *where, const char *pressed) {
    if (terminal_ended(terminal))
        fail_msg("the program ended behind \"%s\" at \"%s\"", where, pressed);
}

/* Back to the menu, whatever is open and typed. */
static void go_back(struct terminal *terminal, const char *where) {
    for (int i = 0; i < 6 && terminal_find(terminal, "TRIWULAN 2025") != 0; i++) {
        terminal_key(terminal, VTERM_KEY_ESCAPE);
        stays_alive(terminal, where, "Esc");
    }
    terminal_expect(terminal, "TRIWULAN 2025");
}

static void use(struct terminal *terminal, const char *where) {
    terminal_type(terminal, where);
    stays_alive(terminal, "menu", where);
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        terminal_key(terminal, moves[i]);
        stays_alive(terminal, where, "a move");
    }
    for (size_t i = 0; i < sizeof presses / sizeof *presses; i++) {
        go_back(terminal, where);
        terminal_type(terminal, where);
        terminal_type(terminal, presses[i]);
        stays_alive(terminal, where, presses[i]);
        for (size_t n = 0; n < sizeof moves / sizeof *moves && !terminal_ended(terminal); n++)
            terminal_key(terminal, moves[n]);
        stays_alive(terminal, presses[i], "a move");
    }
    go_back(terminal, where);
}

static void use_all(struct terminal *terminal) {
    for (size_t i = 0; i < sizeof doors / sizeof *doors; i++)
        use(terminal, doors[i]);
    terminal_type(terminal, "Q");
    assert_int_equal(terminal_wait(terminal), 0);
}

static void test_refused(void **state) {
    static const char *const arguments[] = {"--sebagai",  "umkm1",      "--bidang", "koperasi", "--hari-ini",
                                            "2025-10-03", "--triwulan", "2025-TW3", NULL};
    const struct terminal_setup setup = {.home = *state, .arguments = arguments};
    struct terminal *terminal = terminal_open(&setup);
    terminal_expect(terminal, "isian Bidang Koperasi hanya dibaca operator dan atasannya");
    terminal_expect(terminal, "Tidak terbaca");
    terminal_expect_no(terminal, "Kosong");
    terminal_type(terminal, "J");
    terminal_expect(terminal, "isian Bidang Koperasi hanya dibaca operator dan atasannya");
    go_back(terminal, "J");
    use_all(terminal);
    terminal_close(terminal);
}

/* Puts bytes that are no record under SUB-18's quarter, as a bad disk would. */
static void damage(const char *home, const char *table) {
    static const char key[] = "SUB-18\0\x07\xe9\x03";
    struct buf path = {0};
    MDB_env *env;
    MDB_txn *txn;
    MDB_dbi dbi;
    char broken[] = "rusak", name[sizeof key];
    memcpy(name, key, sizeof key);
    MDB_val at = {.mv_size = sizeof key - 1, .mv_data = name};
    MDB_val value = {.mv_size = sizeof broken, .mv_data = broken};
    buf_printf(&path, "%s/data/simpanan", home);
    assert_int_equal(mdb_env_create(&env), 0);
    assert_int_equal(mdb_env_set_maxdbs(env, 32), 0);
    assert_int_equal(mdb_env_open(env, path.data, 0, 0600), 0);
    assert_int_equal(mdb_txn_begin(env, NULL, 0, &txn), 0);
    assert_int_equal(mdb_dbi_open(txn, table, 0, &dbi), 0);
    assert_int_equal(mdb_put(txn, dbi, &at, &value, 0), 0);
    assert_int_equal(mdb_txn_commit(txn), 0);
    mdb_env_close(env);
    buf_release(&path);
}

static void test_damaged(void **state) {
    static const char *const people[] = {"koperasi1", "sakip1", "kadis"};
    damage(*state, "realisasi");
    damage(*state, "catatan");
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        const char *const arguments[] = {"--sebagai", people[i], "--hari-ini", "2025-10-03", NULL};
        const struct terminal_setup setup = {.home = *state, .arguments = arguments};
        struct terminal *terminal = terminal_open(&setup);
        terminal_expect(terminal, "rusak; jalankan triwulan periksa-data");
        use_all(terminal);
        terminal_close(terminal);
    }
}

/* Under an open screen: what was read stays, the message says what is wrong. */
static void test_damaged_while_open(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_expect(terminal, "KEG-09  Persentase pemeriksaan");
    damage(*state, "realisasi");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_expect(terminal, "rusak; jalankan triwulan periksa-data");
    terminal_expect(terminal, "KEG-09  Persentase pemeriksaan");
    terminal_key(terminal, VTERM_KEY_ESCAPE);
    go_back(terminal, "Esc");
    use_all(terminal);
    terminal_close(terminal);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_while_open, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
