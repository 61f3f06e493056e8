#include "screen/ask/step_asks.h"
#include "model/review.h"
#include <stdio.h>

/* What stands, and behind it what the step means. What may be sent back counts ahead of verification only. */
static void about(const struct ask *ask, bool ahead, const char *meaning, char out[ASK_ABOUT_MAX]) {
    const struct unit *unit = ask_unit(ask);
    struct review review;
    struct err err = {0};
    if (!office_review(ask->session->office, unit, ask->key.quarter, NULL, &review, &err)) {
        snprintf(out, ASK_ABOUT_MAX, "%s", err.text);
        return;
    }
    char pointed[48] = "", untouched[80] = "";
    int same = review.findings[FINDING_NOT_MENDED];
    if (ahead)
        snprintf(pointed, sizeof pointed, ", %d mungkin dikembalikan", review.pointed);
    if (ahead && same)
        snprintf(untouched, sizeof untouched, "Dari yang diminta diperbaiki, %d belum diubah! ", same);
    snprintf(out, ASK_ABOUT_MAX, "%s: %d indikator, %d terisi%s, %d dikoreksi. %s%s", unit->name, review.rows,
             review.filled, pointed, review.corrected, untouched, meaning);
}

#define ABOUT(name, ahead, meaning)                                                                          \
    static void about_##name(const struct ask *ask, char out[ASK_ABOUT_MAX]) {                               \
        about(ask, ahead, meaning, out);                                                                     \
    }
ABOUT(initial, true, "Paraf menyatakan isiannya sudah Anda periksa; sesudah itu diajukan.")
ABOUT(submit, true, "Sesudah diajukan isian terkunci; selama belum diperiksa masih dapat ditarik.")
ABOUT(verify, false, "Verifikasi selesai; berikutnya pimpinan mengesahkan.")
ABOUT(ratify, false, "Sesudah disahkan triwulan ini terkunci.")
ABOUT(paper, false, "Pimpinan sudah mengesahkannya di atas kertas: sebutkan suratnya.")
ABOUT(withdraw, true, "Pengajuan ditarik; isian terbuka lagi.")
ABOUT(send_back, false, "Seluruh triwulan dikembalikan ke bidangnya. Satu indikator: M di layar verifikasi.")
ABOUT(unlock, false, "Kunci pengesahan dibuka; alasannya tercetak di laporan.")
#undef ABOUT

static bool take_coverage(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                          struct err *err) {
    (void)text, (void)wrong, (void)err;
    change->step.coverage = ask->coverage;
    return true;
}

static bool take_reason(const struct ask *ask, const char *const text[], struct change *change, int *wrong,
                        struct err *err) {
    (void)ask, (void)wrong, (void)err;
    snprintf(change->step.reason, sizeof change->step.reason, "%s", text[0]);
    return true;
}

static const struct ask_field reason[] = {{
    .name = "alasan",
    .label = "Alasan",
    .hint = "tulis alasannya",
    .missing = "Alasan masih kosong; tulis alasannya",
    .max = NOTE_MAX,
    .rows = 4,
}};

static const struct ask_field basis[] = {{
    .name = "dasar",
    .label = "Dasar",
    .hint = "nomor dan tanggal surat",
    .missing = "Suratnya belum disebut; tulis nomor dan tanggalnya",
    .max = NOTE_MAX,
    .rows = 2,
}};

const struct ask_kind ask_initial = {.name = "paraf",
                                     .heading = "PARAF",
                                     .event = EVENT_INITIALLED,
                                     .about = about_initial,
                                     .done = "Diparaf. Berikutnya: ajukan"};
const struct ask_kind ask_submit = {.name = "ajukan",
                                    .heading = "AJUKAN",
                                    .event = EVENT_SUBMITTED,
                                    .about = about_submit,
                                    .make = take_coverage,
                                    .done = "Diajukan. Berikutnya: Tim SAKIP memeriksa"};
const struct ask_kind ask_verify = {.name = "verifikasi",
                                    .heading = "SELESAI VERIFIKASI",
                                    .event = EVENT_VERIFIED,
                                    .about = about_verify,
                                    .done = "Terverifikasi. Berikutnya: pimpinan mengesahkan"};
const struct ask_kind ask_ratify = {.name = "sahkan",
                                    .heading = "SAHKAN",
                                    .event = EVENT_RATIFIED,
                                    .about = about_ratify,
                                    .done = "Disahkan, dan terkunci"};
const struct ask_kind ask_paper = {.name = "sahkan-surat",
                                   .heading = "CATAT PENGESAHAN",
                                   .event = EVENT_RATIFIED,
                                   .field = basis,
                                   .field_count = 1,
                                   .about = about_paper,
                                   .make = take_reason,
                                   .done = "Disahkan menurut surat, dan terkunci"};
const struct ask_kind ask_withdraw = {.name = "tarik",
                                      .heading = "TARIK PENGAJUAN",
                                      .event = EVENT_WITHDRAWN,
                                      .about = about_withdraw,
                                      .done = "Ditarik: isian terbuka lagi"};
const struct ask_kind ask_return = {.name = "kembalikan",
                                    .heading = "KEMBALIKAN",
                                    .event = EVENT_RETURNED,
                                    .field = reason,
                                    .field_count = 1,
                                    .about = about_send_back,
                                    .make = take_reason,
                                    .done = "Dikembalikan ke bidangnya"};
const struct ask_kind ask_unlock = {.name = "buka-kunci",
                                    .heading = "BUKA KUNCI",
                                    .event = EVENT_UNLOCKED,
                                    .field = reason,
                                    .field_count = 1,
                                    .about = about_unlock,
                                    .make = take_reason,
                                    .done = "Kunci dibuka: isian terbuka lagi"};
