#include "command/commands.h"
#include <stddef.h>

const struct command commands[] = {
    {
        .name = "lihat",
        .grammar = "[KODE] [--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_list,
        .help = "isian satu triwulan, atau satu indikator selengkapnya",
    },
    {
        .name = "isi",
        .grammar = "KODE [NILAI] [--sementara] [--keterangan T] [--penghambat T] [--pendorong T] "
                   "[--tindak-lanjut T]",
        .needs = NEEDS_OFFICE,
        .run = command_set,
        .help = "mengisi realisasi satu indikator, catatannya, atau keduanya",
        .detail =
            "NILAI ditulis seperti di layar: 12, 12,5, 45/60 (persentase), s750 (s.d. kini, untuk jumlah).\n"
            "Nilai yang hanya janggal tetap disimpan; peringatannya tampil.",
    },
    {
        .name = "isi",
        .grammar = "--dari-csv FILE [--timpa]",
        .needs = NEEDS_OFFICE,
        .run = command_import,
        .help = "mengisi banyak indikator dari CSV; - membaca masukan",
        .detail =
            "Kolom menurut baris pertama: kode dan realisasi; boleh juga triwulan, sementara (ya/tidak),\n"
            "keterangan, pendorong, penghambat, tindak_lanjut; kolom lain dilewati. Tanpa baris nama: dua\n"
            "kolom, kode dan realisasi. Bila ada satu baris yang salah, tidak ada yang disimpan.\n"
            "Yang sudah terisi dengan nilai atau catatan lain diperlihatkan dahulu; --timpa menggantinya.",
    },
    {
        .name = "kosongkan",
        .grammar = "KODE",
        .needs = NEEDS_OFFICE,
        .run = command_clear,
        .help = "mengosongkan realisasi satu indikator",
    },
    {
        .name = "bukti tambah",
        .grammar = "KODE --jenis J --judul T [--nomor N] [--tanggal D] [--lokasi L] [--menyusul D]",
        .needs = NEEDS_OFFICE,
        .run = command_evidence_add,
        .help = "melampirkan data dukung",
        .detail =
            "Jenis: sk laporan foto peta sp2d rekening kajian lainnya. Judul yang sama dengan judul wajib\n"
            "mengisinya. Lokasi: nama berkas (ukuran dan SHA-256 dicatat) atau kata-kata: \"lemari 3 map "
            "7\".\n"
            "--menyusul D: belum ada, ditunggu tanggal D, perlu izin atasan; bila sudah ada, tambahkan "
            "dengan "
            "judul\nyang sama.",
    },
    {
        .name = "bukti izinkan",
        .grammar = "KODE NOMOR",
        .needs = NEEDS_OFFICE,
        .run = command_evidence_allow,
        .help = "atasan mengizinkan satu bukti menyusul",
    },
    {
        .name = "bukti lihat",
        .grammar = "[KODE] [--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_evidence_list,
        .help = "data dukung yang terlampir dan yang masih kurang",
    },
    {
        .name = "bukti hapus",
        .grammar = "KODE NOMOR",
        .needs = NEEDS_OFFICE,
        .run = command_evidence_remove,
        .help = "melepas satu data dukung; berkasnya tetap ada",
    },
    {
        .name = "bukti periksa",
        .grammar = "",
        .needs = NEEDS_OFFICE,
        .run = command_evidence_check,
        .help = "memeriksa berkas bukti: UTUH, BERUBAH, HILANG",
        .detail = "Seluruh tahun, kecuali bila --triwulan disebut. Keluar dengan 1 bila ada yang berubah "
                  "atau hilang.",
    },
    {
        .name = "status",
        .grammar = "[--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_board,
        .help = "papan per bidang: terisi, bukti, batas kirim, rata-rata",
    },
    {
        .name = "periksa",
        .grammar = "",
        .needs = NEEDS_OFFICE,
        .run = command_review,
        .help = "apa yang menghalangi pengajuan; keluar dengan 1 bila ada",
        .detail =
            "Juga yang tidak menghalangi, tetapi mungkin dikembalikan verifikator. Bidang: --bidang, atau "
            "bidang Anda.",
    },
    {
        .name = "sampel",
        .grammar = "",
        .needs = NEEDS_OFFICE,
        .run = command_sample,
        .help = "baris yang diperiksa lebih dalam: yang janggal, dan seperlima dari yang lain",
    },
    {
        .name = "paraf",
        .grammar = "",
        .needs = NEEDS_OFFICE,
        .run = command_initial,
        .help = "atasan memaraf triwulan bidangnya (aturan paraf: ya)",
    },
    {
        .name = "ajukan",
        .grammar = "",
        .needs = NEEDS_OFFICE,
        .run = command_submit,
        .help = "atasan mengajukan triwulan bidangnya untuk diverifikasi",
    },
    {
        .name = "tarik",
        .grammar = "",
        .needs = NEEDS_OFFICE,
        .run = command_withdraw,
        .help = "menarik paraf atau pengajuan selama verifikasi belum mulai",
    },
    {
        .name = "sesuai",
        .grammar = "KODE",
        .needs = NEEDS_OFFICE,
        .run = command_pass,
        .help = "verifikator menyatakan satu indikator sesuai buktinya",
    },
    {
        .name = "koreksi",
        .grammar = "KODE [--nilai N] [--persen P] --alasan T",
        .needs = NEEDS_OFFICE,
        .run = command_correct,
        .help = "verifikator mengoreksi satu indikator, naik atau turun",
        .detail = "--nilai mengganti realisasi, juga dalam jumlah s.d. triwulan berikutnya; --persen hanya "
                  "capaian\n"
                  "triwulan ini. Yang dilaporkan, dikoreksi dan akhir tetap tiga angka tersendiri.",
    },
    {
        .name = "kembalikan",
        .grammar = "[KODE] --alasan T",
        .needs = NEEDS_OFFICE,
        .run = command_return,
        .help = "verifikator meminta perbaikan satu indikator, atau seluruh triwulan bidang",
    },
    {
        .name = "tanggapan",
        .grammar = "KODE JAWABAN [--alasan T]",
        .needs = NEEDS_OFFICE,
        .run = command_answer,
        .help = "atasan menanggapi koreksi: diterima atau keberatan",
    },
    {
        .name = "verifikasi",
        .grammar = "",
        .needs = NEEDS_OFFICE,
        .run = command_verify,
        .help = "verifikator menyelesaikan verifikasi triwulan satu bidang",
    },
    {
        .name = "sahkan",
        .grammar = "[--dasar T]",
        .needs = NEEDS_OFFICE,
        .run = command_ratify,
        .help = "pimpinan mengesahkan; perencana dari surat dengan --dasar",
    },
    {
        .name = "buka-kunci",
        .grammar = "--alasan T",
        .needs = NEEDS_OFFICE,
        .run = command_unlock,
        .help = "perencana membuka triwulan yang sudah disahkan",
    },
    {
        .name = "arahan tambah",
        .grammar = "SASARAN --isi T",
        .needs = NEEDS_OFFICE,
        .run = command_instruct,
        .help = "memberi arahan pada satu indikator, atau pada triwulan satu bidang",
        .detail = "SASARAN: kode indikator atau kode bidang.",
    },
    {
        .name = "arahan jawab",
        .grammar = "SASARAN --isi T",
        .needs = NEEDS_OFFICE,
        .run = command_reply,
        .help = "menjawab arahan",
    },
    {
        .name = "arahan lihat",
        .grammar = "[SASARAN] [--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_instructions,
        .help = "arahan dan jawabannya; yang tampil tercatat sudah dibaca",
    },
    {
        .name = "monev catat",
        .grammar = "[NOMOR] [--gabungan] [--tanggal D] [--tempat T] [--peserta T] [--notula T]",
        .needs = NEEDS_OFFICE,
        .run = command_meet,
        .help = "mencatat monev bidang, atau monev gabungan",
        .detail = "Dengan NOMOR mengubah yang sudah tercatat.",
    },
    {
        .name = "monev lihat",
        .grammar = "[--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_meetings,
        .help = "monev yang tercatat",
    },
    {
        .name = "rekomendasi tambah",
        .grammar = "--isi T [--asal A] [--jenis J] [--lhe N] [--tanggal-lhe D] [--kode K] [--tenggat D]",
        .needs = NEEDS_OFFICE,
        .run = command_recommend,
        .help = "mencatat rekomendasi untuk satu bidang (--bidang)",
        .detail =
            "Asal: internal inspektorat kemenpanrb; selain internal perlu --lhe. Jenis: revisi anggaran\n"
            "penghargaan kebijakan lainnya.",
    },
    {
        .name = "rekomendasi ubah",
        .grammar = "NOMOR [--status S] [--tindak-lanjut T] [--isi T] [--asal A] [--jenis J] [--lhe N] "
                   "[--tanggal-lhe D] [--kode K] [--tenggat D]",
        .needs = NEEDS_OFFICE,
        .run = command_recommendation_edit,
        .help = "mencatat tindak lanjut, atau mengubah rekomendasi",
        .detail = "Status: terbuka ditindaklanjuti selesai.",
    },
    {
        .name = "rekomendasi lihat",
        .grammar = "[--semua] [--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_recommendations,
        .help = "rekomendasi yang masih terbuka di triwulan itu; --semua: juga yang selesai",
    },
    {
        .name = "dokumen tandai",
        .grammar = "DOKUMEN [--tanggal D] [--tempat T] [--masih-berlaku] [--belum-ada]",
        .needs = NEEDS_OFFICE,
        .run = command_document_mark,
        .help = "menandai satu dokumen E-SAKIP",
        .detail = "Dokumen: renstra pk iku rkt rencana-aksi evaluasi-rencana-aksi laporan-kinerja skp.",
    },
    {
        .name = "dokumen lihat",
        .grammar = "[--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_documents,
        .help = "delapan dokumen E-SAKIP triwulan itu",
    },
    {
        .name = "penyampaian catat",
        .grammar = "KEPADA [--tanggal D] [--surat N] [--belum]",
        .needs = NEEDS_OFFICE,
        .run = command_hand_over,
        .help = "mencatat laporan yang disampaikan",
        .detail = "Kepada: pimpinan bappelitbangda inspektorat.",
    },
    {
        .name = "penyampaian lihat",
        .grammar = "[--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_handovers,
        .help = "kepada siapa laporan triwulan itu sudah disampaikan",
    },
    {
        .name = "anggaran isi",
        .grammar = "KODE RUPIAH",
        .needs = NEEDS_OFFICE,
        .run = command_spend,
        .help = "realisasi anggaran satu indikator yang punya pagu",
    },
    {
        .name = "anggaran kosongkan",
        .grammar = "KODE",
        .needs = NEEDS_OFFICE,
        .run = command_spending_clear,
        .help = "mengosongkan realisasi anggaran satu indikator",
    },
    {
        .name = "anggaran lihat",
        .grammar = "[--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_spendings,
        .help = "realisasi anggaran yang sudah diisi",
    },
    {
        .name = "dasbor",
        .grammar = "[--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_dashboard,
        .help = "capaian per bidang dan triwulan, yang terendah, dan yang menaikkannya",
    },
    {
        .name = "jadwal",
        .grammar = "[--format tabel|csv|json]",
        .needs = NEEDS_OFFICE,
        .run = command_calendar,
        .help = "kalender kendali setahun: yang jatuh tempo, dan yang terjadi",
    },
    {
        .name = "laporan",
        .grammar = "JENIS [--format teks|csv|csv-excel|html|xlsx|pdf] [-o FILE] [--tanggal D] [--nomor N] "
                   "[--tanda-tangan nama|kosong|tanpa] [--timpa]",
        .needs = NEEDS_OFFICE,
        .run = command_report,
        .help = "laporan yang ditandatangani dan dikirim",
        .detail =
            "Jenis: triwulan tahunan rencana-aksi evaluasi-rencana-aksi belum-lengkap bukti berita-acara\n"
            "rekomendasi lembar-verifikasi formulir; satu bidang dengan --bidang, atau semuanya.\n"
            "csv: tabelnya saja, untuk program lain; csv-excel: juga judul, kalimat dan penanda tangannya.\n"
            "Tanpa -o tampil di layar. Berkas yang sudah ada tidak ditimpa, kecuali dengan --timpa.\n"
            "--tanggal: di atas tanda tangan; tanpa itu titik-titik. --nomor: nomor berita acara.\n"
            "--tanda-tangan: nama dari pengaturan, nama dikosongkan (Plh, Plt), atau tanpa tanda tangan.",
    },
    {
        .name = "ketik-ulang minta",
        .grammar = "KODE",
        .needs = NEEDS_OFFICE,
        .run = command_rekey_ask,
        .help = "atasan meminta satu indikator diketik ulang oleh orang kedua",
    },
    {
        .name = "ketik-ulang batal",
        .grammar = "KODE",
        .needs = NEEDS_OFFICE,
        .run = command_rekey_cancel,
        .help = "mencabut permintaan itu",
    },
    {
        .name = "ketik-ulang isi",
        .grammar = "KODE NILAI",
        .needs = NEEDS_OFFICE,
        .run = command_rekey,
        .help = "orang kedua mengetik angkanya; yang berbeda menghalangi pengajuan",
    },
    {
        .name = "riwayat",
        .grammar = "KODE",
        .needs = NEEDS_OFFICE,
        .run = command_history,
        .help = "siapa mengubah apa dan kapan",
        .detail = "Seluruh tahun, kecuali bila --triwulan disebut.",
    },
    {
        .name = "periksa-data",
        .grammar = "[--catatan N]",
        .needs = NEEDS_LOOK,
        .run = command_check,
        .help = "memeriksa keutuhan simpanan; keluar dengan 1 bila ada temuan",
        .detail = "Baris jejak sama dengan yang tercetak di berita acara bila datanya sama; --catatan: jejak "
                  "sampai\n"
                  "catatan yang nomornya tercetak di sana.",
    },
    {
        .name = "katalog periksa",
        .grammar = "",
        .needs = NEEDS_NOTHING,
        .run = command_catalogue_check,
        .help = "memeriksa konfigurasi dan katalog (YAML)",
    },
    {
        .name = "katalog tampil",
        .grammar = "[--format tabel|csv|yaml]",
        .needs = NEEDS_CONFIG,
        .run = command_catalogue_list,
        .help = "indikator, target dan rencana aksi",
    },
    {
        .name = "katalog dari-csv",
        .grammar = "FILE [--tahun T] [-o FILE]",
        .needs = NEEDS_NOTHING,
        .run = command_catalogue_from_csv,
        .help = "membuat katalog (YAML) dari rencana aksi di Excel yang disimpan sebagai CSV",
        .detail = "Judul kolom: Kode, Tingkat (atau Eselon), Sasaran, Indikator, Satuan, Target, Bidang, TW "
                  "I s.d. TW IV;\n"
                  "boleh juga Agregasi, Polaritas, Definisi, Pagu. Setiap masalah ditulis FILE:BARIS:KOLOM, "
                  "kolom dihitung\n"
                  "seperti di Excel (A = 1); bila ada satu, tidak ada yang ditulis. Yang diandaikan disebut "
                  "dan ditandai.\n"
                  "--bidang KODE: untuk baris yang tidak menyebut bidangnya. -o FILE: berkas baru, tidak "
                  "menimpa yang ada.",
    },
    {
        .name = "diagnosa",
        .grammar = "",
        .needs = NEEDS_NOTHING,
        .run = command_diagnose,
        .help = "keterangan untuk meminta bantuan, tanpa angka dan tanpa nama",
    },
    {.name = NULL},
};
