/* What stands around the figures, on screen: arahan, rekomendasi, monev, E-SAKIP's documents, anggaran. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"

static int setup(void **state) {
    *state = home_new();
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static struct terminal *menu_of(const char *home, const char *login) {
    static const char *const plain[] = {"NO_COLOR=1", NULL};
    const char *const arguments[] = {"--sebagai", login, "--hari-ini", "2025-10-03", NULL};
    const struct terminal_setup setup = {.home = home, .arguments = arguments, .environment = plain};
    return terminal_open(&setup);
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

static void test_instructions(void **state) {
    struct terminal *terminal = menu_of(*state, "kadis");
    terminal_type(terminal, "\r/SUB-18\rh");
    terminal_expect(terminal, " ARAHAN TW III 2025 | SUB-18");
    terminal_expect(terminal, " Belum ada arahan. T memberi arahan.");
    terminal_type(terminal, "t\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Arahan masih kosong; tulis isinya");
    terminal_type(terminal, "Lengkapi bukti\r");
    terminal_expect(terminal, "> SUB-18                      Lengkapi bukti");
    leave(terminal);

    terminal = menu_of(*state, "koperasi1");
    terminal_expect_row(terminal, 15, "  1 arahan belum dibaca (H): SUB-18, Kepala Dinas: Lengkapi bukti");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "h");
    terminal_expect(terminal, " ARAHAN TW II 2025 | Bidang Koperasi");
    terminal_expect(terminal, "> TW III SUB-18               Lengkapi bukti");
    terminal_type(terminal, "\033");
    terminal_expect_no(terminal, "belum dibaca");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_type(terminal, "o");
    terminal_expect_row(terminal, 2, " Tidak ada rekomendasi yang terbuka.");
    terminal_type(terminal, "\033ht");
    terminal_expect(terminal, "yang boleh memberi arahan");
    terminal_type(terminal, "\rBesok siap\r");
    terminal_expect(terminal, "    jawaban SUB-18            Besok siap");
    terminal_type(terminal, "\033");
    terminal_expect_no(terminal, "belum dibaca");
    terminal_type(terminal, "\r/SUB-18\r");
    terminal_expect(terminal, " Jawaban, Operator Koperasi: Besok siap");
    leave(terminal);
    terminal = menu_of(*state, "umkm1");
    terminal_expect_no(terminal, "arahan belum");
    leave(terminal);
    terminal = menu_of(*state, "kadis");
    terminal_expect(terminal, "1 arahan belum dibaca (H): SUB-18, Operator Koperasi: Besok siap");
    leave(terminal);
}

static void test_recommendations(void **state) {
    struct terminal *terminal = menu_of(*state, "perencana");
    terminal_type(terminal, "ot2\r1\r\r\rk\rSUB-18\r1-10\rTetapkan SOP\r");
    terminal_expect(terminal, "nomor LHE masih kosong");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "\033");
    leave(terminal);
    static const struct step recommended[] = {
        {"triwulan --sebagai perencana rekomendasi tambah --bidang koperasi --kode SUB-18 --tenggat "
         "2025-10-01 --isi "
         "'Tetapkan SOP' --triwulan 2025-TW1",
         0, NULL, NULL},
    };
    SHELL_STEPS(*state, recommended);
    terminal = menu_of(*state, "koperasi1");
    terminal_expect_row(terminal, 15, "  1 rekomendasi terbuka (O), ada yang lewat tenggat");
    terminal_type(terminal, "o");
    terminal_expect(terminal, "> 1 Terbuka                   Tetapkan SOP");
    terminal_type(terminal, "\r3\rSOP terbit\r");
    terminal_expect(terminal, " 1 Tetapkan SOP (SUB-18, tenggat 01-10-2025)");
    terminal_expect(terminal, "hanya perencana (Kasubag Perencanaan) yang boleh menutup atau membuka lagi");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "2\023");
    terminal_expect(terminal, "> 1 Ditindaklanjuti           Tetapkan SOP");
    terminal_expect(terminal, " Tindak lanjut: SOP terbit");
    terminal_type(terminal, "\033\r/SUB-18\r");
    terminal_expect(terminal, " Rekomendasi 1, ditindaklanjuti: Tetapkan SOP");
    leave(terminal);
}

static void test_documents(void **state) {
    static const struct step after[] = {
        {"triwulan --sebagai perencana dokumen lihat --format csv | sed -n 2p | cut -d, -f1-5", 0,
         "renstra,2025-TW3,2025-01-10,lemari 3,ya\n", ""},
        {"triwulan --sebagai perencana penyampaian lihat --format csv | sed -n 2p | cut -d, -f1-4", 0,
         "pimpinan,2025-TW3,2025-10-03,700/1\n", ""},
        {"triwulan --sebagai perencana penyampaian lihat --triwulan 2025-TAHUN --format csv | sed -n 3p | "
         "cut -d, -f1-4",
         0, "bappelitbangda,2025-TAHUN,2025-10-03,700/2\n", ""},
    };
    struct terminal *terminal = menu_of(*state, "perencana");
    terminal_type(terminal, "e");
    terminal_expect_row(terminal, 2, "> Renstra                                     >");
    terminal_type(terminal, "=");
    terminal_expect(terminal, "belum ada di triwulan sebelumnya");
    terminal_key(terminal, VTERM_KEY_LEFT);
    terminal_type(terminal, "\r10-1-2025\rlemari 3\r");
    terminal_expect_row(terminal, 2, "> Renstra                          >10-01-2025");
    terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_type(terminal, "=");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Renstra TW III: masih berlaku");
    terminal_expect(terminal, " Masih berlaku, sejak 10 Januari 2025. Tempat: lemari 3");
    for (int i = 0; i < 8; i++)
        terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_type(terminal, "\rh\r700/1\r");
    terminal_expect_row(terminal, 11, "> Pimpinan                                    >03-10-2025");
    terminal_key(terminal, VTERM_KEY_DOWN);
    terminal_type(terminal, "\rh\r\r");
    terminal_key(terminal, VTERM_KEY_DEL);
    terminal_expect_row(terminal, 12, "> BAPPELITBANGDA                              >");
    terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_key(terminal, VTERM_KEY_RIGHT);
    terminal_type(terminal, "\rh\r700/2\r");
    terminal_expect_row(terminal, 12,
                        "> BAPPELITBANGDA                                                    >03-10-2025");
    leave(terminal);
    SHELL_STEPS(*state, after);
    terminal = menu_of(*state, "kabidkop");
    terminal_type(terminal, "e\r");
    terminal_expect(terminal, "hanya perencana (Kasubag Perencanaan) yang boleh menandai dokumen");
    leave(terminal);
}

static void test_meetings(void **state) {
    struct terminal *terminal = menu_of(*state, "kabidkop");
    terminal_type(terminal, "u\r9-10\rRuang rapat\rKabid, operator\rBukti SUB-18 kurang\r");
    terminal_expect(terminal, "tanggal monev \"9 Oktober 2025\" belum terjadi");
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_key(terminal, VTERM_KEY_UP);
    terminal_type(terminal, "\0252-10\023");
    terminal_expect(terminal, "> 02-10-2025 Bidang Koperasi  Bukti SUB-18 kurang");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "  Tempat    Ruang rapat");
    leave(terminal);
}

static void test_spending(void **state) {
    static const struct step budgeted[] = {
        {"mkdir k && cp $C/*.yaml k && sed -i '/- kode: SUB-18/a\\    pagu: 25000000' k/katalog-2025.yaml", 0,
         "", ""},
    };
    static const struct step after[] = {
        {"triwulan --konfig k --sebagai kadis anggaran lihat --format csv | tail -n 1 | cut -d, -f1-3", 0,
         "SUB-18,2025-TW3,24750000\n", ""},
    };
    SHELL_STEPS(*state, budgeted);
    struct buf konfig = {0};
    buf_printf(&konfig, "TRIWULAN_KONFIG=%s/k", (const char *)*state);
    const char *const environment[] = {konfig.data, NULL};
    const struct terminal_setup setup = {.environment = environment};
    struct terminal *terminal = sheet_open(*state, &setup);
    terminal_type(terminal, "$");
    terminal_expect_row(terminal, SHEET_MESSAGE, " IKU-04 tidak punya pagu di katalog");
    terminal_type(terminal, "/SUB-18\r$24.750.000\r");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Anggaran tersimpan");
    leave(terminal);
    SHELL_STEPS(*state, after);
    buf_release(&konfig);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_instructions), TEST(test_recommendations), TEST(test_documents),
        TEST(test_meetings),     TEST(test_spending),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
