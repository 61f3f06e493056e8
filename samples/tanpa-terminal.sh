#!/bin/sh
# The day's work without a terminal, on a store that is thrown away: Bidang Koperasi fills in its third quarter,
# attaches evidence and looks at the result. Usage: samples/tanpa-terminal.sh PROGRAM
set -eu

program=${1:?give the path of triwulan}
TRIWULAN_DATA=$(mktemp -d)
export TRIWULAN_DATA
trap 'rm -rf "$TRIWULAN_DATA"' EXIT

triwulan() {
    echo "\$ triwulan $*"
    "$program" --bidang koperasi --triwulan 2025-TW3 --hari-ini 2025-10-03 "$@"
    echo
}

triwulan katalog periksa
triwulan isi SUB-17 42
triwulan isi SUB-18 3
triwulan isi SUB-20 14 --keterangan 'Termasuk dua kantor kas'
triwulan isi IKU-04 79,5
triwulan bukti tambah SUB-18 --jenis laporan --judul 'Laporan penilaian kesehatan KSP/USP' \
    --nomor 518/027/2025 --tanggal 2025-09-28 --lokasi 'lemari 3 map 7'
triwulan lihat
triwulan status
triwulan periksa-data
