/* Verification of one indicator, and the bidang's answer. */
#include "model/admit_internal.h"
#include "value/figure.h"
#include <string.h>

static bool refuse(const struct plea *plea, enum err_kind kind, const char *what, struct err *err) {
    char subject[PLEA_SUBJECT_MAX];
    admit_subject(plea, subject);
    return err_set(err, kind, "%s %s", subject, what);
}

static bool has_reason(const struct check *check, struct err *err) {
    return admit_words(check->reason, NOTE_MAX, "alasan", "tulis alasannya", err);
}

/* Whoever typed it, and whoever handed it in, does not judge it. Fills in what the verdict is about. */
static bool judge(struct plea *plea, const struct record *actual, struct err *err) {
    struct check *check = &plea->event->change.check;
    const struct check *before = &plea->current->check;
    const struct submission *submission = &plea->submission;
    check->self = false;
    if (!admit_judge(plea, actual->changed_by, "diisi", &check->self, err) ||
        !admit_judge(plea, submission->submitted_by, "diajukan", &check->self, err))
        return false;
    if (row_stage(submission, before) == STAGE_RETURNED &&
        !event_id_equal(&before->judged, record_valued(actual))) {
        char help[PLEA_HELP_MAX];
        admit_help(plea, "sedang diperbaiki; tunggu", ROLE_SUPERVISOR, "mengajukannya lagi", help);
        return refuse(plea, ERR_STEP, help, err);
    }
    check->round = submission->round;
    check->judged = *record_valued(actual);
    return true;
}

static bool judge_filled(struct plea *plea, const struct record *actual, struct err *err) {
    if (!judge(plea, actual, err))
        return false;
    return actual->actual.filled || refuse(plea, ERR_INVALID, "belum diisi; tidak ada yang diperiksa", err);
}

/* Only a correction has a value. */
static void drop_value(struct check *check) {
    check->by_percent = false;
    check->value = (struct decimal){0};
}

bool admit_passed(struct plea *plea, struct err *err) {
    struct check *check = &plea->event->change.check;
    const struct record actual = admit_beside(plea, RECORD_ACTUAL);
    drop_value(check);
    check->reason[0] = '\0';
    return judge_filled(plea, &actual, err);
}

/* A share of what was planned: without a target there is none. */
static bool percent_value(const struct plea *plea, struct decimal percent, struct err *err) {
    struct figure target = plan_target(&plea->indicator->plan, plea->change->key.quarter.number);
    if (target.kind != FIGURE_VALUE || target.value.units <= 0)
        return refuse(plea, ERR_INVALID, "tidak punya target; koreksi nilainya, bukan persennya", err);
    if (percent.units < 0 || percent.units > DECIMAL_UNITS_MAX)
        return refuse(plea, ERR_INVALID, "dikoreksi dengan persen yang tidak mungkin; contoh: 91,67", err);
    return true;
}

bool admit_corrected(struct plea *plea, struct err *err) {
    const struct check *check = &plea->change->check;
    const struct record actual = admit_beside(plea, RECORD_ACTUAL);
    if (!judge_filled(plea, &actual, err) || !has_reason(check, err))
        return false;
    if (check->by_percent)
        return percent_value(plea, check->value, err);
    if (!admit_value(plea->indicator, check->value, err))
        return false;
    return decimal_compare(check->value, actual.actual.value) != 0 ||
           refuse(plea, ERR_INVALID, "dikoreksi dengan nilai yang sama; nyatakan sesuai saja", err);
}

bool admit_row_returned(struct plea *plea, struct err *err) {
    const struct record actual = admit_beside(plea, RECORD_ACTUAL);
    drop_value(&plea->event->change.check);
    return judge(plea, &actual, err) && has_reason(&plea->change->check, err);
}

bool admit_verdict_cleared(struct plea *plea, struct err *err) {
    return plea->current->check.verdict != VERDICT_NONE ||
           refuse(plea, ERR_INVALID, "memang belum diperiksa", err);
}

bool admit_answered(struct plea *plea, struct err *err) {
    const struct check *check = &plea->change->check;
    const struct record actual = admit_beside(plea, RECORD_ACTUAL);
    if (plea->current->check.verdict != VERDICT_CORRECTED ||
        !check_holds(&plea->current->check, record_valued(&actual)))
        return refuse(plea, ERR_STEP, "tidak dikoreksi; tidak ada yang ditanggapi", err);
    if (check->answer == ANSWER_ACCEPTED)
        return admit_text(check->answer_reason, NOTE_MAX, "alasan", err);
    if (check->answer == ANSWER_OBJECTED)
        return admit_words(check->answer_reason, NOTE_MAX, "alasan", "tulis mengapa keberatan", err);
    return refuse(plea, ERR_INVALID, "ditanggapi dengan diterima atau keberatan saja", err);
}
