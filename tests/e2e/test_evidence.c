/* Bukti: required documents as slots, files and words, the same again, one onto several; and what happens to
 * the files afterwards. */
#include "check.h"
#include "e2e/launch.h"
#include "e2e/sheet.h"
#include "e2e/shell.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>

enum { LIST_FIRST = 3 };

static int setup(void **state) {
    static const struct step files[] = {
        {"mkdir -p Dokumen/foto; echo satu >Dokumen/laporan.pdf; echo dua >Dokumen/lampiran.pdf; "
         "echo tiga >Dokumen/.catatan",
         0, "", ""}};
    *state = home_new();
    SHELL_STEPS(*state, files);
    return 0;
}

static int teardown(void **state) {
    home_free(*state);
    return 0;
}

static void down(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_DOWN);
}

static void leave(struct terminal *terminal) {
    terminal_key(terminal, VTERM_KEY_FUNCTION(10));
    assert_int_equal(terminal_wait(terminal), 0);
    terminal_close(terminal);
}

/* The columns of `bukti lihat` that a person types, without the heading: number, kind, title, letter, date
 * and which required document it fills. */
static void stored(const char *home, const char *code, const char *rows) {
    struct buf line = {0};
    buf_printf(&line,
               "triwulan --sebagai koperasi1 bukti lihat %s --format csv | tail -n +2 | tr -d '\\r' | cut "
               "-d, -f3-7,11",
               code);
    const struct step step = {line.data, 0, rows, NULL};
    shell_steps(home, &step, 1);
    buf_release(&line);
}

/* --- adding --- */

static void test_slot(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b");
    terminal_expect_row(terminal, 0,
                        " BUKTI | IKU-04 | TW III 2025                                          Tersimpan");
    terminal_expect_row(terminal, LIST_FIRST - 1,
                        "      Wajib                           Nomor         Tanggal     Tempat");
    terminal_expect_row(terminal, LIST_FIRST, "> [ ] Rekapitulasi koperasi aktif     Enter = lampirkan");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Enter melampirkan bukti wajib ini");
    assert_int_equal(terminal_cursor(terminal).row, LIST_FIRST);

    /* The slot's title and kind stand in the form: what is left is the path, the date, Enter. */
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "  Judul     Rekapitulasi koperasi aktif");
    terminal_expect(terminal, "  Jenis     Laporan pelaksanaan");
    terminal_type(terminal, "~/Dokumen/lap\t");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Berkas ditemukan, 5 B");
    terminal_type(terminal, "28-9");
    terminal_expect(terminal, "= 28 September 2025");
    terminal_type(terminal, "\r");
    terminal_expect(terminal,
                    "> [x] Rekapitulasi koperasi aktif     -             28-09-2025  UTUH laporan.pdf");
    terminal_expect(terminal, "5 B, UTUH: isinya masih sama");
    terminal_expect(terminal, "Tersimpan, berkas 5 B: \"Rekapitulasi koperasi aktif\"");
    leave(terminal);
    stored(*state, "IKU-04",
           "1,laporan,Rekapitulasi koperasi aktif,,2025-09-28,Rekapitulasi koperasi aktif\n");
    static const struct step file[] = {
        {"triwulan --sebagai koperasi1 bukti lihat IKU-04 --format csv | grep -c "
         "\"laporan.pdf,5,$(sha256sum <Dokumen/laporan.pdf | cut -c-64),\"",
         0, "1\n", ""}};
    SHELL_STEPS(*state, file);
}

/* All slots of an indicator one after the other: the cursor goes to the next empty one. */
static void test_slots_in_a_row(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "/SUB-17\rb");
    terminal_expect_row(terminal, LIST_FIRST, "> [ ] Laporan pemeriksaan dan pengaw~ Enter = lampirkan");
    terminal_type(terminal, "\rlemari 3\t28-9\r");
    terminal_expect_row(terminal, LIST_FIRST + 1, "> [ ] Dokumentasi pemeriksaan kopera~ Enter = lampirkan");
    terminal_type(terminal, "\rfolder foto\t29-9\r");
    terminal_expect_no(terminal, "[ ]");
    leave(terminal);
    stored(*state, "SUB-17",
           "1,laporan,Laporan pemeriksaan dan pengawasan koperasi,,2025-09-28,Laporan pemeriksaan dan "
           "pengawasan koperasi\n"
           "2,foto,Dokumentasi pemeriksaan koperasi,,2025-09-29,Dokumentasi pemeriksaan koperasi\n");
}

/* The last evidence again: two keys. Also after the program was started anew. */
static void test_same(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\r~/Dokumen/laporan.pdf\t28-9\r\033");
    down(terminal);
    terminal_type(terminal, "b=");
    terminal_expect_row(terminal, 0,
                        " BUKTI | PRO-10 | TW III 2025                                          Tersimpan");
    terminal_expect_row(terminal, LIST_FIRST,
                        "> [x] Rekapitulasi koperasi berkuali~ -             28-09-2025  UTUH laporan.pdf");
    terminal_type(terminal, "=");
    terminal_expect(terminal, "Sudah dilampirkan di sini: \"Rekapitulasi koperasi aktif\"");
    leave(terminal);

    terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "/PRO-11\rb=");
    terminal_expect(terminal, "Bukti terakhir dilampirkan (Z = urungkan): \"Rekapitulasi hasil");
    terminal_type(terminal, "z");
    terminal_expect(terminal, "PRO-11: perubahan terakhir diurungkan");
    terminal_expect(terminal, "> [ ] Rekapitulasi hasil penilaian k~");
    leave(terminal);
    stored(*state, "IKU-04",
           "1,laporan,Rekapitulasi koperasi aktif,,2025-09-28,Rekapitulasi koperasi aktif\n");
    stored(*state, "PRO-10",
           "1,laporan,Rekapitulasi koperasi berkualitas,,2025-09-28,Rekapitulasi koperasi berkualitas\n");
    stored(*state, "PRO-11", "");
}

/* Where two slots ask for that kind, the one under the cursor; where none does, it is an additional one. */
static void test_same_into_which(void **state) {
    struct terminal *terminal = person_open(*state, "perdagangan1");
    terminal_type(terminal, "/KEG-03\rb\rlemari 2\t28-9\r\033/IKU-01\rb");
    down(terminal);
    terminal_type(terminal, "=");
    terminal_expect(terminal, "> [ ] Rekapitulasi ketersediaan stok~");
    terminal_expect(terminal, "  [x] Laporan pemantauan stok bulanan");
    leave(terminal);

    terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "/PRO-12\rbtfolder foto\t28-9\t\tFoto rapat\t3\r\033/PRO-13\rb=");
    terminal_expect(terminal, "> [ ] ");
    terminal_expect(terminal, "      Foto rapat");
    leave(terminal);
    stored(*state, "PRO-13", "1,foto,Foto rapat,,2025-09-28,\n");
}

static void test_same_when_there_is_none(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b=");
    terminal_expect(terminal, "Belum ada bukti yang Anda lampirkan triwulan ini. T = tambah");
    leave(terminal);
    stored(*state, "IKU-04", "");
}

/* An additional one, in words: every field, one after the other; one digit picks the kind. */
static void test_additional(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "/PRO-12\rb");
    terminal_expect(terminal, "Belum ada bukti. T = tambah, C = pilih dari bukti bidang");
    terminal_expect_no(terminal, "Wajib");
    terminal_type(terminal, "tlemari 3 map 7\rH\r421/118/2025\rSK tim penilai\r1\r");
    terminal_expect_row(terminal, LIST_FIRST - 1,
                        "      Tambahan                        Nomor         Tanggal     Tempat");
    terminal_expect_row(terminal, LIST_FIRST,
                        ">     SK tim penilai                  421/118/2025  03-10-2025! lemari 3 map 7");
    terminal_expect_row(terminal, SHEET_MESSAGE, " Tersimpan. Periksa: tanggal bukti di luar triwulan");
    leave(terminal);
    stored(*state, "PRO-12", "1,sk,SK tim penilai,421/118/2025,2025-10-03,\n");
}

/* Behind the required ones, under a heading of their own that the cursor steps over. */
static void test_additional_behind_required(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "btlemari 3\023Foto rapat\t3\023");
    terminal_expect_row(terminal, LIST_FIRST, "> [ ] Rekapitulasi koperasi aktif     Enter = lampirkan");
    terminal_expect_row(terminal, LIST_FIRST + 1, "      Tambahan");
    down(terminal);
    terminal_expect_row(terminal, LIST_FIRST + 2,
                        ">     Foto rapat                      -             -           lemari 3");
    assert_int_equal(terminal_cursor(terminal).row, LIST_FIRST + 2);
    terminal_key(terminal, VTERM_KEY_UP);
    assert_int_equal(terminal_cursor(terminal).row, LIST_FIRST);

    /* The last required one goes: what moves into its row is the heading. */
    terminal_type(terminal, "\rlemari 4\023tlemari 5\023Rekapitulasi koperasi aktif\t2\023");
    terminal_expect_row(terminal, LIST_FIRST + 2, "      Tambahan");
    down(terminal);
    terminal_type(terminal, "hy");
    terminal_expect_row(terminal, LIST_FIRST + 1, "      Tambahan");
    assert_int_equal(terminal_cursor(terminal).row, LIST_FIRST + 2);
    terminal_type(terminal, "hy");
    terminal_expect_no(terminal, "Tambahan");
    assert_int_equal(terminal_cursor(terminal).row, LIST_FIRST);
    leave(terminal);
    stored(*state, "IKU-04", "2,laporan,Rekapitulasi koperasi aktif,,,Rekapitulasi koperasi aktif\n");
}

/* What cannot be saved stays in its field, with the reason beside it. */
static void test_refusals(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\r~/Dokumen/tidak-ada.pdf\r");
    terminal_expect(terminal, "> Tempat    ~/Dokumen/tidak-ada.pdf");
    terminal_expect(terminal, "Tidak ada berkas di situ. Periksa jalurnya; Tab melengkapinya");
    terminal_type(terminal, "\025lemari 3\r31-9\r");
    terminal_expect(terminal, "> Tanggal   31-9");
    terminal_expect(terminal, "\"31-9\" bukan tanggal. Contoh: 28 atau 28-9 atau 28-9-2025");
    terminal_type(terminal, "\02530-9\t\t\025\023");
    terminal_expect(terminal, "> Judul");
    terminal_expect(terminal, "Judul bukti masih kosong; isi judulnya");
    terminal_type(terminal, "Rekap\t\025\023");
    terminal_expect(terminal, "Jenis bukti belum dipilih: tekan satu angka, 1 sampai 8");
    stored(*state, "IKU-04", "");
    terminal_type(terminal, "92\r");
    terminal_expect(terminal, "Rekap ");
    leave(terminal);
    stored(*state, "IKU-04", "1,laporan,Rekap,,2025-09-30,\n");
}

static void test_completion(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\r~/Dok\t");
    terminal_expect(terminal, "> Tempat    ~/Dokumen/");
    terminal_type(terminal, "\t");
    terminal_expect(terminal, "3 pilihan: foto/  lampiran.pdf  laporan.pdf");
    terminal_type(terminal, "l\t");
    terminal_expect(terminal, "> Tempat    ~/Dokumen/la");
    terminal_expect(terminal, "2 pilihan: lampiran.pdf  laporan.pdf");
    terminal_type(terminal, "x\t");
    terminal_expect(terminal, "Tidak ada berkas yang namanya dimulai seperti itu");
    terminal_type(terminal, "\177m\t");
    terminal_expect(terminal, "/Dokumen/lampiran.pdf");
    terminal_expect(terminal, "> Tanggal");
    terminal_type(terminal, "\033");
    terminal_expect(terminal, "Batal, ketikan dibuang");
    leave(terminal);
    stored(*state, "IKU-04", "");
}

/* --- afterwards --- */

static void test_edit_and_remove(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\rlemari 3\t28-9\re\025lemari 4\r");
    terminal_expect(terminal, "lemari 4");
    terminal_type(terminal, "h");
    terminal_expect(terminal, "Hapus bukti ini dari IKU-04? Y/T");
    terminal_type(terminal, "t");
    terminal_expect(terminal, "Tidak jadi dihapus");
    terminal_expect(terminal, "> [x]");
    terminal_type(terminal, "hy");
    terminal_expect(terminal, "Dihapus (Z = urungkan): \"Rekapitulasi koperasi aktif\"");
    terminal_expect(terminal, "> [ ]");
    stored(*state, "IKU-04", "");
    terminal_type(terminal, "z");
    terminal_expect(terminal, "> [x]");
    leave(terminal);
    stored(*state, "IKU-04",
           "1,laporan,Rekapitulasi koperasi aktif,,2025-09-28,Rekapitulasi koperasi aktif\n");
}

/* A file is looked at when the screen opens; Enter in its place records it as it is now. */
static void test_files(void **state) {
    static const struct step change[] = {{"echo tiga >>Dokumen/laporan.pdf", 0, "", ""}};
    static const struct step remove_file[] = {
        {"triwulan --sebagai koperasi1 bukti periksa", 0, "...UTUH", ""},
        {"rm Dokumen/laporan.pdf", 0, "", ""}};
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\r~/Dokumen/laporan.pdf\t28-9\r\033");
    SHELL_STEPS(*state, change);
    terminal_type(terminal, "b");
    terminal_expect(terminal, "BERUBAH laporan~");
    terminal_expect(terminal, "BERUBAH: isinya lain dari ketika dilampirkan. E, Enter = catat yang ini");
    terminal_type(terminal, "e\r");
    terminal_expect(terminal, "UTUH laporan.pdf");
    SHELL_STEPS(*state, remove_file);
    terminal_type(terminal, "\033b");
    terminal_expect(terminal, "HILANG laporan.~");
    leave(terminal);
}

/* One document onto several indicators: Enter on the document, a blank for each, Enter. */
static void test_documents(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "bc");
    terminal_expect(terminal, "Bidang ini belum punya bukti triwulan ini. Esc kembali, lalu T = tambah");
    terminal_type(terminal, "\033\rlemari 3\t28-9\rc\r");
    terminal_expect(terminal, "> ada IKU-04");
    terminal_type(terminal, " ");
    terminal_expect(terminal, "0 ditandai");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "Belum ada yang ditandai. Spasi menandai");
    down(terminal);
    terminal_type(terminal, " ");
    down(terminal);
    down(terminal);
    terminal_type(terminal, " ");
    terminal_expect(terminal, "2 ditandai");
    terminal_expect(terminal,
                    "  [x] PRO-10     Persentase koperasi yang berk~ wajib: Rekapitulasi koperasi be~");
    terminal_expect(terminal, "> [x] PRO-12     Persentase koperasi yang meni~");
    terminal_type(terminal, "\r");
    terminal_expect(terminal, "Dilampirkan pada 2 indikator: \"Rekapitulasi koperasi aktif\"");
    terminal_type(terminal, "\033tlemari 5\023SK tim\t1\t\023");
    terminal_type(terminal, "c");
    terminal_expect_row(terminal, 2,
                        ">     Rekapitulasi koperasi aktif     -             28-09-2025  lemari 3");
    terminal_expect_row(terminal, 3,
                        "      SK tim                          -             -           lemari 5");
    leave(terminal);
    stored(*state, "PRO-10",
           "1,laporan,Rekapitulasi koperasi berkualitas,,2025-09-28,Rekapitulasi koperasi berkualitas\n");
    stored(*state, "PRO-12", "1,laporan,Rekapitulasi koperasi aktif,,2025-09-28,\n");
}

/* --- drafts, other people --- */

static void test_draft(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\rlemari 3 map");
    while (terminal_find(terminal, "Draf tersimpan") < 0)
        terminal_settle(terminal);
    terminal_signal(terminal, SIGKILL);
    assert_int_equal(terminal_wait(terminal), 128 + SIGKILL);
    terminal_close(terminal);

    terminal = menu_open(*state, NULL);
    terminal_expect(terminal, "> Tempat    lemari 3 map");
    terminal_expect(terminal, "  Judul     Rekapitulasi koperasi aktif");
    terminal_expect(terminal, "Ketikan terakhir di IKU-04 dikembalikan, belum disimpan");
    terminal_type(terminal, " 7\t28-9\r");
    terminal_expect(terminal, "ISIAN TW III 2025");
    leave(terminal);
    static const struct step step[] = {
        {"triwulan --sebagai koperasi1 bukti lihat IKU-04 --format csv", 0, "...lemari 3 map 7", ""}};
    SHELL_STEPS(*state, step);
    terminal = menu_open(*state, NULL);
    terminal_expect(terminal, "TRIWULAN 2025");
    terminal_close(terminal);
}

/* Killed right behind a field, without a moment's rest. */
static void test_draft_of_a_field_left(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\rlemari 3 map\t");
    terminal_expect(terminal, "Draf tersimpan");
    terminal_signal(terminal, SIGKILL);
    assert_int_equal(terminal_wait(terminal), 128 + SIGKILL);
    terminal_close(terminal);
    terminal = menu_open(*state, NULL);
    terminal_expect(terminal, "> Tempat    lemari 3 map");
    terminal_expect(terminal, "Draf tersimpan");
    terminal_close(terminal);
}

/* A draft as it was written before the form became an ask: the kind by its label. */
static void test_draft_of_before(void **state) {
    static const struct step before[] = {
        {"triwulan status >/dev/null && printf 'draf-triwulan 1\\nlayar bukti\\nrekaman 2 IKU-04 2025-TW3 "
         "0\\nkepala 00000000-0000-0000-0000-000000000000 0\\nisian tempat lemari 3\\nisian tanggal "
         "28-9\\nisian nomor 421/1\\nisian judul Rekap\\nisian jenis Laporan pelaksanaan\\n' >draf && (cat "
         "draf; echo sidik $(sha256sum <draf | cut -c -64)) >data/draf-koperasi1",
         0, "", ""}};
    SHELL_STEPS(*state, before);
    struct terminal *terminal = menu_open(*state, NULL);
    terminal_expect(terminal, " TAMBAH BUKTI | IKU-04 | TW III 2025");
    terminal_expect(terminal, "> Tempat    lemari 3");
    terminal_expect(terminal, "  Jenis     Laporan pelaksanaan");
    terminal_type(terminal, "\023");
    terminal_expect(terminal, "ISIAN TW III 2025");
    leave(terminal);
    stored(*state, "IKU-04", "1,laporan,Rekap,421/1,2025-09-28,\n");
}

/* Lines pasted into a field stay in it, as one. */
static void test_paste_stays_in_its_field(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\r");
    terminal_send(terminal, "\033[200~lemari 3\r\nmap 7\033[201~", 14);
    terminal_expect(terminal, "> Tempat    lemari 3 map 7");
    terminal_type(terminal, "\033");
    leave(terminal);
    stored(*state, "IKU-04", "");
}

static void test_reader_may_not(void **state) {
    struct terminal *terminal = person_open(*state, "sakip1");
    terminal_type(terminal, "/IKU-04\rb\r");
    terminal_expect(terminal, "hanya operator atau atasan Bidang Koperasi");
    terminal_expect(terminal, "BUKTI | IKU-04");
    terminal_type(terminal, "t=");
    terminal_expect(terminal, "BUKTI | IKU-04");
    leave(terminal);
    stored(*state, "IKU-04", "");
}

/* Two people change one document: the second sees both, with author and time. */
static void test_conflict(void **state) {
    struct terminal *mine = sheet_open(*state, NULL);
    terminal_type(mine, "b\rlemari 3\t28-9\r");
    struct terminal *theirs = person_open(*state, "kabidkop");
    terminal_type(theirs, "be\025lemari 5\r");
    terminal_type(mine, "e\025lemari 4\r");
    terminal_expect(mine, "DIUBAH ORANG LAIN | IKU-04 | TW III 2025");
    terminal_expect(mine, "Kepala Bidang Koperasi menyimpan lebih dahulu. Belum ada yang ditimpa.");
    terminal_expect(mine, "!Tempat            lemari 4                      lemari 5");
    terminal_expect(mine, " Judul             Rekapitulasi koperasi aktif   Rekapitulasi koperasi aktif");
    terminal_expect(mine, "03-10-2025");
    terminal_type(mine, "k");
    terminal_expect(mine, "> Tempat    lemari 4");
    terminal_type(mine, "\r");
    terminal_expect(mine, "lemari 4");

    /* Removed by somebody else: what was typed can still be kept, as a new one. */
    terminal_type(theirs, "hy");
    terminal_type(theirs, "\033");
    terminal_type(theirs, "b");
    terminal_type(mine, "e");
    terminal_type(theirs, "hy");
    terminal_type(mine, "\025lemari 6\r");
    terminal_expect(mine, "Kepala Bidang Koperasi menghapusnya. Ctrl-S = lampirkan sebagai bukti baru");
    terminal_type(mine, "\023");
    terminal_expect(mine, "lemari 6");
    leave(mine);
    leave(theirs);
    stored(*state, "IKU-04",
           "2,laporan,Rekapitulasi koperasi aktif,,2025-09-28,Rekapitulasi koperasi aktif\n");
}

/* What was typed before a kill does not overwrite what somebody saved since. */
static void test_draft_overtaken(void **state) {
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b\rlemari 3\t28-9\re\025lemari 4\t");
    terminal_expect(terminal, "Draf tersimpan");
    terminal_signal(terminal, SIGKILL);
    assert_int_equal(terminal_wait(terminal), 128 + SIGKILL);
    terminal_close(terminal);
    struct terminal *theirs = person_open(*state, "kabidkop");
    terminal_type(theirs, "be\025lemari 5\r");
    leave(theirs);
    terminal = menu_open(*state, NULL);
    terminal_expect(terminal, " UBAH BUKTI | IKU-04 | TW III 2025");
    terminal_expect(terminal, "> Tempat    lemari 4");
    terminal_type(terminal, "\023");
    terminal_expect(terminal, "!Tempat            lemari 4                      lemari 5");
    terminal_type(terminal, "n");
    terminal_expect(terminal, "> Tempat    lemari 5");
    leave(terminal);
    stored(*state, "IKU-04",
           "1,laporan,Rekapitulasi koperasi aktif,,2025-09-28,Rekapitulasi koperasi aktif\n");
}

/* Removed by somebody else while the person still chooses. */
static void test_removed_while_choosing(void **state) {
    struct terminal *mine = sheet_open(*state, NULL);
    terminal_type(mine, "b\rlemari 3\t28-9\r");
    struct terminal *theirs = person_open(*state, "kabidkop");
    terminal_type(theirs, "be\025lemari 5\r");
    terminal_type(mine, "e\025lemari 4\r");
    terminal_expect(mine, "DIUBAH ORANG LAIN | IKU-04 | TW III 2025");
    terminal_type(theirs, "hy");
    terminal_type(mine, "k");
    terminal_expect(mine, "> Tempat    lemari 4");
    terminal_type(mine, "\r");
    terminal_expect(mine, "Kepala Bidang Koperasi menghapusnya. Ctrl-S = lampirkan sebagai bukti baru");
    terminal_type(mine, "\023");
    terminal_expect(mine, "[x]");
    leave(mine);
    leave(theirs);
    stored(*state, "IKU-04",
           "2,laporan,Rekapitulasi koperasi aktif,,2025-09-28,Rekapitulasi koperasi aktif\n");
}

/* The same file as two documents, and one document on two indicators: a hint, wherever one looks at it. */
static void test_used_twice(void **state) {
    static const struct step steps[] = {
        {"triwulan --sebagai koperasi1 bukti tambah IKU-04 --jenis laporan --judul A --tanggal 28-9 --lokasi "
         "Dokumen/laporan.pdf && triwulan --sebagai koperasi1 bukti tambah SUB-17 --jenis foto --judul B "
         "--tanggal 28-9 --lokasi Dokumen/laporan.pdf && triwulan --sebagai koperasi1 bukti tambah SUB-18 "
         "--jenis foto --judul C --tanggal 28-6 --lokasi Dokumen/laporan.pdf --triwulan 2025-TW2",
         0, NULL, ""},
        {"triwulan --sebagai sakip1 lihat IKU-04 | grep juga", 0,
         "  Bukti dipakai juga  SUB-17, SUB-18 TW II\n", ""},
        {"triwulan --sebagai sakip1 --bidang koperasi periksa | grep -c 'bukti yang sama dipakai juga di'", 0,
         "2\n", ""},
    };
    SHELL_STEPS(*state, steps);
    struct terminal *terminal = sheet_open(*state, NULL);
    terminal_type(terminal, "b");
    down(terminal);
    terminal_expect_row(terminal, SHEET_MESSAGE, " Dipakai juga di SUB-17, SUB-18 TW II");
    leave(terminal);
}

int main(void) {
#define AT_HOME(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        AT_HOME(test_slot),
        AT_HOME(test_slots_in_a_row),
        AT_HOME(test_same),
        AT_HOME(test_same_into_which),
        AT_HOME(test_same_when_there_is_none),
        AT_HOME(test_additional),
        AT_HOME(test_additional_behind_required),
        AT_HOME(test_refusals),
        AT_HOME(test_completion),
        AT_HOME(test_edit_and_remove),
        AT_HOME(test_files),
        AT_HOME(test_documents),
        AT_HOME(test_draft),
        AT_HOME(test_draft_of_a_field_left),
        AT_HOME(test_draft_of_before),
        AT_HOME(test_paste_stays_in_its_field),
        AT_HOME(test_reader_may_not),
        AT_HOME(test_conflict),
        AT_HOME(test_draft_overtaken),
        AT_HOME(test_removed_while_choosing),
        AT_HOME(test_used_twice),
    };
    return cmocka_run_group_tests_name("evidence", tests, NULL, NULL);
}
