#include "model/expect.h"
#include "model/workflow.h"
#include <stdio.h>

static bool blank(const struct tally *tally) {
    return tally->blank > 0;
}

static bool lacking(const struct tally *tally) {
    return tally->lacking > 0;
}

static bool complete(const struct tally *tally) {
    return tally->blank == 0;
}

static bool sent_back(const struct tally *tally) {
    return tally->returned > tally->mended;
}

static bool mended(const struct tally *tally) {
    return tally->mended > 0;
}

static bool unjudged(const struct tally *tally) {
    return tally->unjudged > 0;
}

static bool unanswered(const struct tally *tally) {
    return tally->unanswered > 0;
}

static bool judged(const struct tally *tally) {
    return tally->returned == 0 && !unjudged(tally);
}

static bool always(const struct tally *tally) {
    (void)tally;
    return true;
}

static int blanks(const struct tally *tally) {
    return tally->blank;
}

static int lacks(const struct tally *tally) {
    return tally->lacking;
}

static int returns(const struct tally *tally) {
    return tally->returned - tally->mended;
}

static int checks(const struct tally *tally) {
    return tally->unjudged;
}

static int corrections(const struct tally *tally) {
    return tally->unanswered;
}

enum {
    OPEN = 1u << STAGE_OPEN | 1u << STAGE_RETURNED,
    SUBMITTED = 1u << STAGE_SUBMITTED | 1u << STAGE_RETURNED,
    CORRECTED = SUBMITTED | 1u << STAGE_VERIFIED,
};

/* The first row that applies and whose deed the person has is that person's turn; else the first that applies
 * and has a verb is what it waits for. A bidang's row sent back alone stands at STAGE_RETURNED while the
 * others are submitted. */
static const struct expectation {
    unsigned stages;
    bool (*when)(const struct tally *tally);
    enum deed deed;
    int (*count)(const struct tally *tally); /* of indicators; NULL: none is named */
    const char *turn, *verb;                 /* verb "": nobody waits for it */
    const char *keys;
} expectations[] = {
    {SUBMITTED, sent_back, DEED_FILL, returns, "perbaiki", "memperbaiki", "(P), lalu diajukan lagi"},
    {1u << STAGE_SUBMITTED, mended, DEED_SUBMIT, NULL, "ajukan lagi yang diperbaiki", "mengajukan lagi",
     "(A)"},
    {CORRECTED, unanswered, DEED_ANSWER, corrections, "tanggapi koreksi", "", "(P, G)"},
    {1u << STAGE_SUBMITTED, unjudged, DEED_CHECK, checks, "periksa", "memeriksa", "(V)"},
    {1u << STAGE_SUBMITTED, judged, DEED_VERIFY, NULL, "selesaikan verifikasi", "menyelesaikan verifikasi",
     "(A)"},
    {OPEN, blank, DEED_FILL, blanks, "isi", "mengisi", "lagi (Enter)"},
    {OPEN, lacking, DEED_FILL, lacks, "lengkapi", "melengkapi", "(P)"},
    {OPEN, complete, DEED_SUBMIT, NULL, "periksa (P), lalu ajukan", "mengajukan", "(A)"},
    {1u << STAGE_RETURNED, complete, DEED_FILL, NULL, "perbaiki menurut alasannya", "",
     "(P), lalu diajukan lagi"},
    {1u << STAGE_INITIALLED, always, DEED_SUBMIT, NULL, "ajukan", "mengajukan", "(A)"},
    {1u << STAGE_VERIFIED, always, DEED_RATIFY, NULL, "sahkan", "mengesahkan", "(A)"},
    {1u << STAGE_VERIFIED, always, DEED_RATIFY_ON_PAPER, NULL, "catat surat pengesahannya", "", "(A)"},
};

static bool applies(const struct expectation *expectation, const struct tally *tally) {
    return tally_any(tally) && (expectation->stages & 1u << tally_stage(tally)) && expectation->when(tally);
}

static void count_print(const struct expectation *expectation, const struct tally *tally, char *out,
                        size_t size) {
    out[0] = '\0';
    if (expectation->count)
        snprintf(out, size, " %d indikator", expectation->count(tally));
}

bool expected_print(const struct asker *asker, const struct unit *unit, const struct tally *tally,
                    char out[ERR_TEXT_MAX]) {
    char count[32], holders[ERR_TEXT_MAX / 2];
    out[0] = '\0';
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++) {
        const struct expectation *expectation = &expectations[i];
        if (!applies(expectation, tally))
            continue;
        count_print(expectation, tally, count, sizeof count);
        if (deed_held(asker->config, asker->person, expectation->deed, unit, &(struct err){0})) {
            snprintf(out, ERR_TEXT_MAX, "%s%s %s", expectation->turn, count, expectation->keys);
            return true;
        }
        if (*out || !*expectation->verb)
            continue;
        deed_holders_print(asker->config, expectation->deed, unit, holders, sizeof holders);
        snprintf(out, ERR_TEXT_MAX, "menunggu %s %s%s", holders, expectation->verb, count);
    }
    return false;
}
