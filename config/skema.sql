-- Menghimpun isian banyak instansi dalam satu basis data PostgreSQL (versi 15 ke atas), dari CSV yang dibuat
-- triwulan. Setiap baris disimpan di bawah kode instansinya. Di tiap instansi, untuk setiap triwulan:
--
--   triwulan lihat  --triwulan 2025-TW3 --format csv > isian.csv
--   triwulan status --triwulan 2025-TW3 --format csv > papan.csv
--
-- Di kantor yang menghimpun; kode instansi bebas: huruf, angka, atau . _ -
--
--   psql -d kinerja -v instansi=disdag -v muat=isian -f skema.sql < isian.csv
--   psql -d kinerja -v instansi=disdag -v muat=papan -f skema.sql < papan.csv
--
-- Tabelnya dibuat bila belum ada; tanpa muat, hanya itu yang dikerjakan. Berkas yang dimuat lagi menggantikan baris
-- dengan kunci yang sama. Berkas dimuat seluruhnya atau ditolak seluruhnya, dan yang ditolak tidak mengubah apa pun
-- (psql keluar dengan 3). Indikator yang sudah tidak ada di katalog tidak ikut terhapus; menghapus satu triwulan:
--
--   delete from triwulan.isian where instansi = 'disdag' and triwulan = '2025-TW3';
--
-- Orang lain yang memuat juga, misalnya staf, diberi haknya oleh yang membuat tabelnya:
--
--   grant usage on schema triwulan to staf;
--   grant select, insert, delete on all tables in schema triwulan to staf;

\set ON_ERROR_STOP on
\set QUIET on
set client_min_messages = warning;
begin;

-- Sekali saja, oleh yang pertama; sesudahnya cukup hak memuat.
select to_regclass('triwulan.rata_rata') is null as baru \gset
\if :baru

create schema if not exists triwulan;

-- Instansi tercatat sendiri ketika berkasnya dimuat; lengkapi namanya, dan aturannya bila lain dari yang lazim:
-- keduanya sama dengan batas_capaian dan dasar_rata_rata di triwulan.yaml instansi itu. Menghapus instansi
-- menghapus juga isian dan papannya, misalnya bila kodenya salah ketik.
create table if not exists triwulan.instansi (
    kode            text primary key,
    nama            text,
    batas_capaian   numeric default 120,                  -- null: tanpa batas
    dasar_rata_rata text    not null default 'triwulan',
    constraint kode_instansi check (kode ~ '^[A-Za-z0-9._-]+$'),
    constraint dasar_rata_rata check (dasar_rata_rata in ('triwulan', 'sd'))
);

-- Kolomnya, sesudah instansi, sama dan seurut dengan lihat --format csv. Yang kosong di sana null di sini: belum
-- diisi, tidak diukur, atau (status) belum boleh dibaca oleh pembaca.
create table if not exists triwulan.isian (
    instansi        text    not null references triwulan.instansi on update cascade on delete cascade,
    kode            text    not null,
    tingkat         text    not null,
    bidang          text    not null,
    triwulan        text    not null,
    satuan          text    not null,
    target          numeric,
    realisasi       numeric,
    capaian         numeric,                              -- persen, yang dilaporkan
    capaian_koreksi numeric,                              -- oleh verifikator
    capaian_akhir   numeric,                              -- yang berlaku
    predikat        text,
    sd_target       numeric,                              -- s.d. triwulan ini
    sd_realisasi    numeric,
    sd_capaian      numeric,
    capaian_tahun   numeric,                              -- terhadap target tahun
    bukti           integer not null,
    bukti_wajib     integer not null,
    status          text,
    diubah_oleh     text,
    diubah_pada     timestamptz,
    primary key (instansi, kode, triwulan),
    constraint tingkat check (tingkat in ('iku', 'program', 'kegiatan', 'subkegiatan')),
    constraint triwulan check (triwulan ~ '^[0-9]{4}-(TW[1-4]|TAHUN)$'),
    constraint status check (status in ('kosong', 'draf', 'diparaf', 'diajukan', 'dikembalikan', 'terverifikasi',
                                        'disahkan')),
    constraint jumlah_bukti check (bukti >= 0 and bukti_wajib >= 0)
);

-- Sama dan seurut dengan status --format csv.
create table if not exists triwulan.papan (
    instansi         text    not null references triwulan.instansi on update cascade on delete cascade,
    bidang           text    not null,
    triwulan         text    not null,
    terisi           integer not null,
    wajib_diisi      integer not null,
    tidak_diukur     integer not null,
    bukti            integer not null,                    -- bukti wajib yang terlampir
    bukti_wajib      integer not null,
    status           text,
    rata_rata        numeric,
    dari_indikator   integer not null,
    batas_kirim      date    not null,
    diajukan_pertama date,
    terlambat_hari   integer,                             -- 0: tepat waktu
    primary key (instansi, bidang, triwulan),
    constraint triwulan check (triwulan ~ '^[0-9]{4}-(TW[1-4]|TAHUN)$'),
    constraint status check (status in ('kosong', 'draf', 'diparaf', 'diajukan', 'dikembalikan', 'terverifikasi',
                                        'disahkan')),
    constraint isian_terhitung check (terisi between 0 and wajib_diisi and tidak_diukur >= 0),
    constraint bukti_terhitung check (bukti between 0 and bukti_wajib),
    constraint keterlambatan check (terlambat_hari >= 0)
);

-- Rata-rata per tingkat, lalu (tingkat semua) antar tingkat, seperti dasbor --format csv, yang dapat disandingkan
-- dengannya. Yang dihitung hanya yang bercapaian dengan target di atas nol, paling banyak batas_capaian.
create view triwulan.rata_rata as
with dihitung as (
    select i.instansi, i.bidang, i.triwulan, i.tingkat,
           case a.dasar_rata_rata when 'sd' then i.sd_capaian else i.capaian_akhir end as capaian,
           case a.dasar_rata_rata when 'sd' then i.sd_target else i.target end as target,
           a.batas_capaian
    from triwulan.isian i join triwulan.instansi a on a.kode = i.instansi
), per_tingkat as (
    select instansi, bidang, triwulan, tingkat,
           round(avg(least(capaian, batas_capaian)), 2) as rata_rata,
           count(*) as dari_indikator
    from dihitung
    where capaian is not null and target > 0
    group by instansi, bidang, triwulan, tingkat
)
select * from per_tingkat
union all
select instansi, bidang, triwulan, 'semua', round(avg(rata_rata), 2), sum(dari_indikator)::bigint
from per_tingkat
group by instansi, bidang, triwulan;

\endif

\if :{?muat}

-- Yang tidak disebut ditolak oleh kode_instansi.
\if :{?instansi}
\else
    \set instansi ''
\endif
insert into triwulan.instansi (kode) values (:'instansi') on conflict do nothing;

select case :'muat' when 'papan' then 'bidang' else 'kode' end as kunci \gset
create temporary table masuk (like triwulan.:"muat") on commit drop;
alter table masuk drop column instansi;
\copy masuk from pstdin with (format csv, header match, encoding 'UTF8')
delete from triwulan.:"muat" lama using masuk
    where lama.instansi = :'instansi' and lama.triwulan = masuk.triwulan and lama.:"kunci" = masuk.:"kunci";
insert into triwulan.:"muat" select :'instansi', masuk.* from masuk;
\set jumlah :ROW_COUNT
commit;
\echo :instansi: :jumlah baris :muat dimuat

\else

commit;
\echo tabel triwulan siap; memuat berkas: -v instansi=KODE -v muat=isian atau papan

\endif
