/* Everything that a key can ask for, and the rows that bind keys to it. One binding table for each screen feeds
 * dispatch, the key bar and the help page, so that they cannot drift apart. */
#ifndef WIDGET_ACTION_H
#define WIDGET_ACTION_H

#include "base/closed_set.h"
#include "surface/key.h"
#include <stddef.h>

/* Each row has the label in the key bar and the help. */
#define ACTIONS(X)                                                                                           \
    X(ACTION_NONE, "", "")                                                                                   \
    X(ACTION_UP, "Naik", "baris sebelumnya")                                                                 \
    X(ACTION_DOWN, "Turun", "baris berikutnya")                                                              \
    X(ACTION_PAGE_UP, "Layar naik", "satu layar ke atas")                                                    \
    X(ACTION_PAGE_DOWN, "Layar turun", "satu layar ke bawah")                                                \
    X(ACTION_FIRST, "Awal", "baris pertama")                                                                 \
    X(ACTION_LAST, "Akhir", "baris terakhir")                                                                \
    X(ACTION_BACK, "Kembali", "kembali ke layar sebelumnya, atau membatalkan ketikan")                       \
    X(ACTION_HELP, "Bantuan", "halaman ini")                                                                 \
    X(ACTION_QUIT, "Keluar", "menutup program; ketikan yang belum disimpan tetap ada")                       \
    X(ACTION_NEXT, "Berikutnya", "menyimpan ketikan, lalu ke baris isian berikutnya")                        \
    X(ACTION_OPEN, "Buka", "membuka yang ditunjuk")                                                          \
    X(ACTION_FILL, "Isi", "membuka lembar isian triwulan ini")                                               \
    X(ACTION_UNIT_BEFORE, "Bidang", "bidang sebelumnya")                                                     \
    X(ACTION_UNIT_AFTER, "Bidang", "bidang berikutnya")                                                      \
    X(ACTION_DETAIL, "Rincian", "catatan, definisi, dan perjalanan tahun ini")                               \
    X(ACTION_SEARCH, "Cari", "mencari indikator menurut kode atau kata")                                     \
    X(ACTION_EVIDENCE, "Bukti", "data dukung indikator ini")                                                 \
    X(ACTION_BLANK_ONLY, "Kosong", "hanya baris yang belum diisi; sekali lagi: semua")                       \
    X(ACTION_MINE_ONLY, "Milik saya", "hanya baris yang Anda pelaksananya; sekali lagi: semua")              \
    X(ACTION_COPY_LAST, "Salin", "menyalin nilai triwulan lalu ke kotak isian")                              \
    X(ACTION_CLEAR, "Kosongkan", "menghapus nilai baris ini")                                                \
    X(ACTION_PROVISIONAL, "Sementara", "menandai atau melepas tanda * (angka sementara)")                    \
    X(ACTION_UNDO, "Urung", "membatalkan perubahan terakhir Anda")                                           \
    X(ACTION_HISTORY, "Riwayat", "siapa mengubah apa, kapan")                                                \
    X(ACTION_REVIEW, "Periksa", "apa yang menghalangi pengajuan, dan langkah berikutnya")                    \
    X(ACTION_STEP, "Ajukan", "langkah berikut: paraf, ajukan, verifikasi, sahkan")                           \
    X(ACTION_STEP_BACK, "Tarik", "langkah mundur: tarik, kembalikan, buka kunci")                            \
    X(ACTION_VERIFY, "Verifikasi", "memeriksa isian yang sudah diajukan")                                    \
    X(ACTION_DASHBOARD, "Dasbor", "capaian per bidang dan triwulan, yang terendah")                          \
    X(ACTION_BEFORE, "Sebelum", "triwulan sebelumnya")                                                       \
    X(ACTION_AFTER, "Sesudah", "triwulan berikutnya")                                                        \
    X(ACTION_CALENDAR, "Jadwal", "kalender setahun: yang jatuh tempo dan yang terjadi")                      \
    X(ACTION_PASS, "Sesuai", "menyatakan sesuai buktinya, lalu ke baris berikut")                            \
    X(ACTION_CORRECT, "Koreksi", "mengoreksi nilai atau capaian, naik atau turun")                           \
    X(ACTION_MEND, "Perbaikan", "meminta bidangnya memperbaiki baris ini")                                   \
    X(ACTION_UNJUDGED, "Belum", "hanya yang belum diperiksa; sekali lagi: semua")                            \
    X(ACTION_SAMPLE, "Sampel", "hanya sampel (+); sekali lagi: semua")                                       \
    X(ACTION_FINISH, "Selesai", "menyelesaikan verifikasi bidang ini")                                       \
    X(ACTION_SEND_BACK, "Kembalikan", "mengembalikan seluruh triwulan ke bidangnya")                         \
    X(ACTION_ANSWER, "Tanggapi", "menanggapi koreksi: diterima atau keberatan")                              \
    X(ACTION_INSTRUCTIONS, "Arahan", "arahan pimpinan, Tim SAKIP dan atasan, dan jawabannya")                \
    X(ACTION_RECOMMENDATIONS, "Rekomendasi", "rekomendasi yang masih terbuka, dan tindak lanjutnya")         \
    X(ACTION_MEETINGS, "Monev", "monev bidang dan gabungan")                                                 \
    X(ACTION_DOSSIERS, "E-SAKIP", "delapan dokumen E-SAKIP, dan penyampaian laporan")                        \
    X(ACTION_STILL_VALID, "Berlaku", "menandai masih berlaku")                                               \
    X(ACTION_UNMARK, "Hapus", "melepas tanda")                                                               \
    X(ACTION_REPORT, "Laporan", "laporan: teks, CSV, HTML, Excel, PDF; dilihat dulu atau langsung ditulis")  \
    X(ACTION_REKEY, "Ketik ulang", "atasan: meminta; orang kedua: mengetik tanpa melihat yang pertama")      \
    X(ACTION_SPEND, "Anggaran", "realisasi anggaran, pada indikator yang punya pagu")                        \
    X(ACTION_ADD, "Tambah", "menambah yang baru")                                                            \
    X(ACTION_SAME, "Sama", "bukti yang sama dengan yang terakhir ditambah")                                  \
    X(ACTION_DOCUMENTS, "Dokumen", "memilih dari bukti bidang triwulan ini")                                 \
    X(ACTION_EDIT, "Edit", "mengubah yang ditunjuk")                                                         \
    X(ACTION_ALLOW, "Izinkan", "atasan mengizinkan bukti yang menyusul")                                     \
    X(ACTION_REMOVE, "Hapus", "menghapus yang ditunjuk")                                                     \
    X(ACTION_TICK, "Tandai", "menandai atau melepas tanda")                                                  \
    X(ACTION_FIELD, "Kolom", "kolom berikutnya; pada berkas melengkapi namanya")                             \
    X(ACTION_KEEP, "Simpan", "menyimpan isian")                                                              \
    X(ACTION_MAKE, "Buat", "memperlihatkan laporannya, atau menulis berkasnya")                              \
    X(ACTION_MINE, "Isian saya", "memakai isian saya")                                                       \
    X(ACTION_THEIRS, "Isian mereka", "memakai isian yang sudah tersimpan")                                   \
    X(ACTION_RETYPE, "Ketik baru", "kembali ke kotak isian dan mengetik lagi")                               \
    X(ACTION_YES, "Ya", "melakukan yang ditanyakan")                                                         \
    X(ACTION_NO, "Tidak", "tidak jadi; tidak ada yang berubah")

enum action { ACTIONS(SET_ID) ACTION_COUNT };

const char *action_label(enum action action);
const char *action_help(enum action action);

struct binding {
    enum key_code key;  /* KEY_NONE: only the letter asks for it */
    char letter;        /* the twin of the key, a capital, typed in either case; 0: there is none */
    signed char weight; /* in the key bar the heaviest stay when room is short; 0: never shown there */
    enum action action;
};

/* With the first rows every list begins, and with the others every screen ends. */
/* clang-format off */
#define BINDINGS_LIST                                    \
    {.key = KEY_UP, .action = ACTION_UP},                \
    {.key = KEY_DOWN, .action = ACTION_DOWN},            \
    {.key = KEY_PAGE_UP, .action = ACTION_PAGE_UP},      \
    {.key = KEY_PAGE_DOWN, .action = ACTION_PAGE_DOWN},  \
    {.key = KEY_HOME, .action = ACTION_FIRST},           \
    {.key = KEY_END, .action = ACTION_LAST}
#define BINDINGS_COMMON                                  \
    {.key = KEY_F1, .letter = '?', .weight = 9, .action = ACTION_HELP}, \
    {.key = KEY_ESCAPE, .weight = 1, .action = ACTION_BACK}, \
    {.key = KEY_F10, .letter = 'Q', .weight = 2, .action = ACTION_QUIT}
/* clang-format on */

/* Returns the action for which a key asks, or ACTION_NONE. A pasted key never asks for one. */
enum action binding_find(const struct binding *bindings, size_t count, const struct key *key);

/* Prints "F1", or the letter where there is no named key. */
void binding_key_print(const struct binding *binding, char *out, size_t size);

#endif
