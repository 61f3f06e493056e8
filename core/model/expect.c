#include "model/expect.h"
#include "model/workflow.h"
#include <stdio.h>

void standing_add(struct standing *standing, const struct row *row, const struct rules *rules) {
    int missing = row->required - row->required_attached - row->required_promised;
    if (row->state == ENTRY_WITHHELD)
        return;
    if (!standing->any || row->stage < standing->stage)
        standing->stage = row->stage;
    standing->any = true;
    standing->blank += plan_takes_value(&row->indicator->plan, row->quarter.number) && !row->actual.filled;
    standing->returned += row->verdict == VERDICT_RETURNED;
    standing->mended += row->mended;
    standing->lacking += row->actual.filled && missing > 0 && rules->evidence_required;
    standing->verdicts += row->verdict != VERDICT_NONE;
    standing->unjudged += row_unjudged(row);
    standing->unanswered += row->verdict == VERDICT_CORRECTED && row->answer == ANSWER_NONE;
}

static bool blank(const struct standing *standing) {
    return standing->blank > 0;
}

static bool lacking(const struct standing *standing) {
    return standing->lacking > 0;
}

static bool complete(const struct standing *standing) {
    return standing->blank == 0;
}

static bool sent_back(const struct standing *standing) {
    return standing->returned > standing->mended;
}

static bool mended(const struct standing *standing) {
    return standing->mended > 0;
}

static bool unjudged(const struct standing *standing) {
    return standing->unjudged > 0;
}

static bool unanswered(const struct standing *standing) {
    return standing->unanswered > 0;
}

static bool judged(const struct standing *standing) {
    return standing->returned == 0 && !unjudged(standing);
}

static bool always(const struct standing *standing) {
    (void)standing;
    return true;
}

static int blanks(const struct standing *standing) {
    return standing->blank;
}

static int lacks(const struct standing *standing) {
    return standing->lacking;
}

static int returns(const struct standing *standing) {
    return standing->returned - standing->mended;
}

static int checks(const struct standing *standing) {
    return standing->unjudged;
}

static int corrections(const struct standing *standing) {
    return standing->unanswered;
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
    bool (*when)(const struct standing *standing);
    enum deed deed;
    int (*count)(const struct standing *standing); /* of indicators; NULL: none is named */
    const char *turn, *verb;                       /* verb "": nobody waits for it */
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

static bool applies(const struct expectation *expectation, const struct standing *standing) {
    return standing->any && (expectation->stages & 1u << standing->stage) && expectation->when(standing);
}

static void count_print(const struct expectation *expectation, const struct standing *standing, char *out,
                        size_t size) {
    out[0] = '\0';
    if (expectation->count)
        snprintf(out, size, " %d indikator", expectation->count(standing));
}

bool expected_print(const struct config *config, const struct person *person, const struct unit *unit,
                    const struct standing *standing, char out[ERR_TEXT_MAX]) {
    char count[32], holders[ERR_TEXT_MAX / 2];
    out[0] = '\0';
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++) {
        const struct expectation *expectation = &expectations[i];
        if (!applies(expectation, standing))
            continue;
        count_print(expectation, standing, count, sizeof count);
        if (deed_held(config, person, expectation->deed, unit, &(struct err){0})) {
            snprintf(out, ERR_TEXT_MAX, "%s%s %s", expectation->turn, count, expectation->keys);
            return true;
        }
        if (*out || !*expectation->verb)
            continue;
        deed_holders_print(config, expectation->deed, unit, holders, sizeof holders);
        snprintf(out, ERR_TEXT_MAX, "menunggu %s %s%s", holders, expectation->verb, count);
    }
    return false;
}
