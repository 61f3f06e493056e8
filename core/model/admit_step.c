/* The steps of a bidang's quarter: what must be so before one is taken. The steps themselves: workflow.c. */
#include "model/admit_internal.h"
#include "model/review.h"
#include <string.h>

static struct review reviewed(const struct plea *plea) {
    struct row_reader reader = {.records = plea->records};
    struct review review;
    review_read(&reader, plea->unit, plea->change->key.quarter, NULL, &review);
    row_reader_release(&reader);
    return review;
}

static bool refuse(const struct plea *plea, const char *what, struct err *err) {
    char subject[PLEA_SUBJECT_MAX];
    admit_subject(plea, subject);
    return err_set(err, ERR_STEP, "%s %s", subject, what);
}

/* True for none; otherwise so many indicators are in the way. */
static bool none(const struct plea *plea, int count, const char *what, struct err *err) {
    char subject[PLEA_SUBJECT_MAX];
    admit_subject(plea, subject);
    return count == 0 || err_set(err, ERR_STEP, "%s: %d indikator %s", subject, count, what);
}

static bool reason_given(const struct plea *plea, struct err *err) {
    return admit_words(plea->change->step.reason, NOTE_MAX, "alasan", "tulis alasannya", err);
}

/* ---- handing in ---- */

static bool complete(const struct plea *plea, const struct review *review, struct err *err) {
    return none(plea, review->blocked, "belum lengkap; lihat Periksa (triwulan periksa)", err);
}

static int supervisors(const struct plea *plea) {
    const struct config *config = plea->records->asker.config;
    int count = 0;
    for (int i = 0; i < config->person_count; i++)
        count += config->person[i].unit == plea->unit && (config->person[i].roles & 1u << ROLE_SUPERVISOR);
    return count;
}

/* aturan.paraf; where a bidang has one atasan, he does both steps in one, and what was sent back alone is
 * submitted again without it. */
static bool initialled(const struct plea *plea, struct err *err) {
    const struct asker *asker = &plea->records->asker;
    enum stage stage = plea->submission.stage;
    if (!asker->config->rules.initial_required || asker->person->everything || stage == STAGE_INITIALLED ||
        stage == STAGE_SUBMITTED || supervisors(plea) < 2)
        return true;
    char subject[PLEA_SUBJECT_MAX], holder[ERR_TEXT_MAX / 4];
    admit_subject(plea, subject);
    holder_print(asker->config, 1u << ROLE_SUPERVISOR, plea->unit, holder, sizeof holder);
    return err_set(err, ERR_STEP, "%s belum diparaf; minta atasan%s memarafnya dulu", subject, holder);
}

bool admit_initialled(struct plea *plea, struct err *err) {
    if (!plea->records->asker.config->rules.initial_required)
        return refuse(plea, "tidak perlu diparaf di kantor ini; langsung ajukan", err);
    const struct review review = reviewed(plea);
    return complete(plea, &review, err);
}

static bool as_seen(const struct plea *plea, const struct review *review, struct err *err) {
    const struct coverage *seen = &plea->change->step.coverage;
    if (seen->count == review->coverage.count && digest_equal(&seen->digest, &review->coverage.digest))
        return true;
    return err_set(err, ERR_STALE, "isian %s berubah sejak terakhir dilihat; periksa lagi, lalu ajukan",
                   plea->unit->name);
}

bool admit_submitted(struct plea *plea, struct err *err) {
    if (!initialled(plea, err))
        return false;
    const struct review review = reviewed(plea);
    if (plea->submission.stage == STAGE_SUBMITTED && review.tally.returned == 0) {
        char help[PLEA_HELP_MAX];
        admit_help(plea, "sudah diajukan, tidak ada yang dikembalikan; tunggu", ROLE_VERIFIER, "memeriksanya",
                   help);
        return refuse(plea, help, err);
    }
    return as_seen(plea, &review, err) && complete(plea, &review, err);
}

/* Verification has begun with the first verdict that holds, one of an earlier round too. */
bool admit_withdrawn(struct plea *plea, struct err *err) {
    if (plea->submission.stage != STAGE_SUBMITTED)
        return true;
    char help[PLEA_HELP_MAX];
    return none(plea, reviewed(plea).tally.verdicts,
                admit_help(plea, "sudah diperiksa; minta", ROLE_VERIFIER, "mengembalikannya", help), err);
}

/* ---- verification ---- */

bool admit_returned(struct plea *plea, struct err *err) {
    return reason_given(plea, err);
}

bool admit_verified(struct plea *plea, struct err *err) {
    bool self = false;
    if (!admit_judge(plea, plea->submission.submitted_by, "diajukan", &self, err))
        return false;
    const struct review review = reviewed(plea);
    char help[PLEA_HELP_MAX];
    return none(plea, review.tally.returned,
                admit_help(plea, "dikembalikan; tunggu", ROLE_SUPERVISOR, "mengajukannya lagi", help), err) &&
           none(plea, review.tally.unjudged,
                "belum diperiksa; nyatakan sesuai, koreksi, atau minta perbaikan", err);
}

/* ---- ratification ---- */

bool admit_ratified(struct plea *plea, struct err *err) {
    return admit_text(plea->change->step.reason, NOTE_MAX, "dasar", err) &&
           none(plea, reviewed(plea).findings[FINDING_PROVISIONAL],
                "masih sementara; minta bidangnya menyatakannya final dengan nilai yang sama (*)", err);
}

bool admit_unlocked(struct plea *plea, struct err *err) {
    return reason_given(plea, err);
}
