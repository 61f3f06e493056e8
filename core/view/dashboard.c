#include "view/dashboard.h"
#include "base/memory.h"
#include "value/typed.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- all of a year ---- */

struct dashboard_reading {
    const struct asker *asker;
    struct dashboard *dashboard;
    int year;
};

static bool add_row(void *context, const struct row *row) {
    struct dashboard_reading *reading = context;
    const struct config *config = reading->asker->config;
    int unit = (int)(row->indicator->unit - config->unit);
    tally_add(&reading->dashboard->cell[unit][row->quarter.number - 1].tally, row, &config->rules);
    return true;
}

static bool add_submission(void *context, const struct record *record) {
    struct dashboard_reading *reading = context;
    const struct config *config = reading->asker->config;
    const struct unit *unit = config_unit(config, record->key.code);
    if (!unit || record->key.quarter.year != reading->year)
        return true;
    struct dashboard_cell *cell =
        &reading->dashboard->cell[unit - config->unit][record->key.quarter.number - 1];
    cell->state = entry_state_of(record->submission.stage, true);
    cell->first_at = record->submission.first_at;
    return true;
}

/* While it was never handed in, its step is what is filled in. */
static void settle_states(struct dashboard_reading *reading) {
    const struct config *config = reading->asker->config;
    for (int i = 0; i < config->unit_count; i++)
        for (int n = 0; n < PERIODS; n++) {
            struct dashboard_cell *cell = &reading->dashboard->cell[i][n];
            bool drafts = person_reads_drafts(reading->asker->person, &config->unit[i]);
            if (!cell->first_at && !drafts)
                cell->state = ENTRY_WITHHELD;
            else if (!cell->first_at || cell->state == ENTRY_DRAFT)
                cell->state = entry_state_of(STAGE_OPEN, cell->tally.filled > 0);
        }
}

void dashboard_of(const struct records *records, int year, struct dashboard *dashboard) {
    const struct record_key any = {.kind = RECORD_SUBMISSION};
    struct dashboard_reading reading = {&records->asker, dashboard, year};
    dashboard_release(dashboard);
    dashboard->cell = memory_alloc((size_t)records->asker.config->unit_count, sizeof *dashboard->cell);
    row_each_of_year(records, NULL, year, add_row, &reading);
    records_each(records, &any, add_submission, &reading);
    settle_states(&reading);
}

void dashboard_release(struct dashboard *dashboard) {
    free(dashboard->cell);
    dashboard->cell = NULL;
}

/* ---- the weakest ---- */

static bool keep_weak(void *context, const struct row *row) {
    struct weakest *weakest = context;
    int at = weakest->count;
    if (row->final.kind != FIGURE_VALUE || row->state == ENTRY_WITHHELD)
        return true;
    while (at > 0 && decimal_compare(row->final.value, weakest->row[at - 1].final.value) < 0)
        at--;
    if (at == WEAKEST_MAX)
        return true;
    int moved = (weakest->count < WEAKEST_MAX ? weakest->count : WEAKEST_MAX - 1) - at;
    memmove(&weakest->row[at + 1], &weakest->row[at], (size_t)moved * sizeof *weakest->row);
    weakest->row[at] = *row;
    weakest->count += weakest->count < WEAKEST_MAX;
    return true;
}

void dashboard_weakest(const struct records *records, const struct unit *unit, struct quarter quarter,
                       struct weakest *weakest) {
    weakest->count = 0;
    row_each(records, unit, quarter, keep_weak, weakest);
}

void dashboard_lift_print(const struct row *row, const struct rules *rules, char *out, size_t size) {
    const struct indicator *indicator = row->indicator;
    const struct lift_from from = {
        .actual = row->year[row->quarter.number - 1].value,
        .target = row->figures.target.value,
        .polarity = indicator->plan.polarity,
        .formula = rules->lower_formula,
        .decimals = indicator->measure.decimals,
    };
    struct lift lift;
    char lacking[ERR_TEXT_MAX / 2];
    out[0] = '\0';
    bool by_percent = row->verdict == VERDICT_CORRECTED && row->by_percent; /* there is no actual behind it */
    if (by_percent || row->figures.actual.kind != FIGURE_VALUE || !lift_find(&from, &rules->bands, &lift))
        return;
    measure_print(lift.lacking, &indicator->measure, lacking, sizeof lacking);
    snprintf(out, size, "%s %s menuju %s", from.polarity == POLARITY_HIGHER ? "kurang" : "turunkan", lacking,
             lift.grade);
}

void dashboard_time_print(const struct config *config, struct quarter quarter,
                          const struct dashboard_cell *cell, char *out, size_t size) {
    if (cell->state == ENTRY_WITHHELD)
        out[0] = '\0';
    else
        config_timeliness_print(config, quarter, cell->first_at, out, size);
}
