#!/bin/sh
# One quarter by commands alone, from empty to ratified, with a correction upward, one downward, a return, an
# objection, an unlocking and a second ratification, on a store that is thrown away. Ends with 1 where a step is
# not what it should be. Usage: samples/satu-triwulan.sh PROGRAM
set -eu

program=${1:?give the path of triwulan}
samples=$(dirname "$0")
TRIWULAN_DATA=$(mktemp -d)
export TRIWULAN_DATA
trap 'rm -rf "$TRIWULAN_DATA"' EXIT

# Who, then the command.
as() {
    who=$1
    shift
    "$program" --sebagai "$who" --bidang koperasi --triwulan 2025-TW1 --hari-ini "$today" "$@"
}

fail() {
    echo "satu-triwulan: $*" >&2
    exit 1
}

say() {
    echo "$ $*"
    as "$@" || fail "ditolak: $*"
}

# The step must be refused, with this in its message.
refused() {
    wanted=$1
    shift
    echo "$ $*"
    if as "$@" >"$TRIWULAN_DATA/jawaban" 2>&1; then fail "tidak ditolak: $*"; fi
    grep -q "$wanted" "$TRIWULAN_DATA/jawaban" || fail "ditolak karena hal lain: $(cat "$TRIWULAN_DATA/jawaban")"
    cat "$TRIWULAN_DATA/jawaban"
}

# The columns (cut's list) of one indicator must read so.
reads() {
    got=$(as kadis lihat "$1" --format csv | tail -n 1 | cut -d, -f"$2")
    [ "$got" = "$3" ] || fail "$1: $got, seharusnya $3"
}

today=2025-04-09
refused 'hanya atasan Bidang Koperasi (Kepala Bidang Koperasi)' koperasi1 ajukan
refused 'indikator belum lengkap; lihat Periksa' kabidkop ajukan

# The sample's first quarter, keyed in by the operator; the evidence with it.
codes=$(as koperasi1 lihat --format csv | tail -n +2 | cut -d, -f1)
head -n 1 "$samples/isian.csv" >"$TRIWULAN_DATA/isian.csv"
for code in $codes; do
    grep "^$code;2025-TW1;" "$samples/isian.csv" >>"$TRIWULAN_DATA/isian.csv" || :
    grep "^$code;2025-TW1;" "$samples/bukti.csv" >>"$TRIWULAN_DATA/bukti.csv" || :
done
say koperasi1 isi --dari-csv "$TRIWULAN_DATA/isian.csv"
while IFS=';' read -r code quarter kind title number date place; do
    as koperasi1 bukti tambah "$code" --jenis "$kind" --judul "$title" --nomor "$number" --tanggal "$date" \
        --lokasi "$place" >/dev/null || fail "bukti $code $quarter"
done <"$TRIWULAN_DATA/bukti.csv"
refused '3 indikator menghalangi' koperasi1 periksa
say koperasi1 bukti tambah PRO-11 --jenis laporan --judul 'Rekapitulasi hasil penilaian kesehatan koperasi'
say koperasi1 bukti tambah PRO-14 --jenis laporan --judul 'Rekapitulasi koperasi yang diberdayakan'
say koperasi1 bukti tambah SUB-17 --jenis foto --judul 'Dokumentasi pemeriksaan koperasi'
say koperasi1 periksa

# Handed in two days late; from here on it is closed.
say kabidkop ajukan | tee "$TRIWULAN_DATA/jawaban"
grep -q 'diajukan, terlambat 2 hari' "$TRIWULAN_DATA/jawaban" || fail "keterlambatan tidak tercatat"
refused 'sudah diajukan; minta atasan (Kepala Bidang Koperasi)' koperasi1 isi SUB-17 43
reads SUB-17 18 diajukan

# Tim SAKIP: one lower by value, one higher by percent, one to be mended, the others as they are.
refused 'hanya verifikator' kabidkop sesuai SUB-18
for code in $codes; do
    filled=$(as sakip1 lihat "$code" --format csv | tail -n 1 | cut -d, -f7)
    if [ -z "$filled" ]; then continue; fi
    case $code in
    SUB-17) say sakip1 koreksi SUB-17 --nilai 40 --alasan 'Dua laporan pemeriksaan tidak ditandatangani' ;;
    SUB-18) say sakip1 koreksi SUB-18 --persen 112,5 --alasan 'Bukti melebihi yang dilaporkan' ;;
    SUB-20) say sakip1 kembalikan SUB-20 --alasan 'Rekapitulasi belum memuat bulan Maret' ;;
    *) as sakip1 sesuai "$code" >/dev/null || fail "sesuai $code" ;;
    esac
done
refused 'verifikasi sudah mulai\|sudah diperiksa' kabidkop tarik
refused '1 indikator dikembalikan' sakip1 verifikasi
reads SUB-18 10 112.50
reads SUB-20 18 dikembalikan

# The bidang mends what was sent back, answers, and hands in again.
say koperasi1 isi SUB-20 14 --keterangan 'Dengan bulan Maret'
refused 'sudah diajukan' koperasi1 isi SUB-18 5
say kabidkop tanggapan SUB-17 keberatan --alasan 'Laporannya sudah ditandatangani tanggal 8 April'
say kabidkop tanggapan SUB-18 diterima
today=2025-04-11
say kabidkop ajukan
say sakip1 sesuai SUB-20
say sakip1 verifikasi
reads SUB-17 18 terverifikasi

# Ratified by the head, unlocked with a reason, mended, and ratified again from a signed paper.
refused 'hanya pimpinan' perencana sahkan
say kadis sahkan
refused 'sudah disahkan dan terkunci; minta perencana' kabidkop isi SUB-17 42
refused 'alasan masih kosong' perencana buka-kunci --alasan ' '
say perencana buka-kunci --alasan 'Salah ketik pada SUB-21'
say koperasi1 isi SUB-21 4 --penghambat "Satu koperasi mundur" --tindak-lanjut "Diganti pada TW II"
say kabidkop ajukan
refused '1 indikator belum diperiksa' sakip1 verifikasi
say sakip1 sesuai SUB-21
say sakip1 verifikasi
say perencana sahkan --dasar 'Berita acara 518/041/2025'
reads SUB-17 18 disahkan
reads SUB-21 7,18 4,disahkan

say kadis status
say kadis periksa-data
echo "selesai: dari kosong sampai disahkan"
