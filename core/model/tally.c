#include "model/tally.h"

static void count_progress(struct tally *tally, const struct row *row) {
    bool waits = plan_takes_value(&row->indicator->plan, row->quarter.number);
    tally->rows = 1;
    tally->takes_value = waits;
    tally->unmeasured = !waits;
    tally->filled = waits && row->actual.filled;
    tally->unplanned = !waits && row->actual.filled;
    tally->required = row->required;
    tally->required_attached = row->required_attached;
    tally->required_promised = row->required_promised;
}

static void count_standing(struct tally *tally, const struct row *row, const struct rules *rules) {
    int missing = row->required - row->required_attached - row->required_promised;
    bool corrected = row->verdict == VERDICT_CORRECTED;
    tally->at[row->stage] = 1;
    tally->blank = plan_takes_value(&row->indicator->plan, row->quarter.number) && !row->actual.filled;
    tally->lacking = row->actual.filled && missing > 0 && rules->evidence_required;
    tally->returned = row->verdict == VERDICT_RETURNED;
    tally->mended = row->mended;
    tally->verdicts = row->verdict != VERDICT_NONE;
    tally->unjudged = row_unjudged(row);
    tally->corrected = corrected;
    tally->unanswered = corrected && row->answer == ANSWER_NONE;
    tally->objected = corrected && row->answer == ANSWER_OBJECTED;
}

static struct tally of_row(const struct row *row, const struct rules *rules) {
    struct tally tally = {.withheld = row->state == ENTRY_WITHHELD};
    bool to_date = rules->average_basis == AVERAGE_TO_DATE;
    struct figure achieved = to_date ? row->figures.to_date_achievement : row->final;
    struct figure target = to_date ? row->figures.to_date_target : row->figures.target;
    count_progress(&tally, row);
    if (!tally.withheld)
        count_standing(&tally, row, rules);
    average_add(&tally.average, row->indicator->level, achieved, target.value, rules->cap);
    return tally;
}

static void sum(struct tally *tally, const struct tally *more, int times) {
    tally->rows += times * more->rows;
    tally->withheld += times * more->withheld;
    tally->takes_value += times * more->takes_value;
    tally->unmeasured += times * more->unmeasured;
    tally->filled += times * more->filled;
    tally->unplanned += times * more->unplanned;
    tally->blank += times * more->blank;
    tally->required += times * more->required;
    tally->required_attached += times * more->required_attached;
    tally->required_promised += times * more->required_promised;
    tally->lacking += times * more->lacking;
    tally->returned += times * more->returned;
    tally->mended += times * more->mended;
    tally->verdicts += times * more->verdicts;
    tally->unjudged += times * more->unjudged;
    tally->corrected += times * more->corrected;
    tally->unanswered += times * more->unanswered;
    tally->objected += times * more->objected;
    for (int i = 0; i < STAGE_COUNT; i++)
        tally->at[i] += times * more->at[i];
    for (int i = 0; i < LEVEL_COUNT; i++) {
        tally->average.sum[i] += times * more->average.sum[i];
        tally->average.count[i] += times * more->average.count[i];
    }
}

void tally_add(struct tally *tally, const struct row *row, const struct rules *rules) {
    const struct tally one = of_row(row, rules);
    sum(tally, &one, 1);
}

void tally_remove(struct tally *tally, const struct row *row, const struct rules *rules) {
    const struct tally one = of_row(row, rules);
    sum(tally, &one, -1);
}

enum stage tally_stage(const struct tally *tally) {
    for (int i = 0; i < STAGE_COUNT; i++)
        if (tally->at[i] > 0)
            return (enum stage)i;
    return STAGE_OPEN;
}

bool tally_any(const struct tally *tally) {
    return tally->rows > tally->withheld;
}
