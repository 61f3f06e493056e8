/* One line of an action plan's spreadsheet: each column has its reader. Between plan_read.c and plan_row.c.
 */
#ifndef PLAN_PLAN_ROW_H
#define PLAN_PLAN_ROW_H

#include "config/catalogue_write.h"
#include "plan/plan_sheet.h"

/* What is read so far, and what the lines above leave for those below. */
struct plan_above {
    const struct plan_sheet *sheet;
    const struct config *config;
    const struct unit *unit; /* of rows that name none */
    bool unit_said;          /* it stands in a line of its own, or was asked for */
    int level;               /* the same; -1: none */
    bool level_said;
    const char *objective; /* NULL: none */
    int made[LEVEL_COUNT]; /* codes made of each level */
    struct arena *arena;
    struct problems *problems;
};

struct plan_row {
    struct plan_above *above;
    int line; /* of the sheet */
    struct indicator indicator;
    key_set assumed;
    bool level_open; /* nothing says the level */
    bool measured;   /* the unit of measurement is known */
    bool whole;      /* so are target and quarters */
};

/* Reads the line into *row; every problem is kept. */
void plan_row_read(struct plan_above *above, int line, struct plan_row *row);

/* A line with a single cell: the level or bidang of those below it. False when it is neither. */
bool plan_row_is_group(struct plan_above *above, int line);

/* ---- for the readers ---- */

enum { QUOTED_MAX = 60 }; /* bytes of a cell in a message */

typedef void plan_reader(struct plan_row *row, enum plan_column column);
plan_reader plan_read_measure, plan_read_target, plan_read_quarter, plan_read_aggregation, plan_read_budget;

const char *plan_row_cell(const struct plan_row *row, enum plan_column column);
bool plan_row_has(const struct plan_row *row, enum plan_column column);
void plan_row_assume(struct plan_row *row, enum indicator_key key);
void plan_row_problem(struct plan_row *row, enum plan_column column, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A copy of text for that column, or NULL with a problem; of an empty one, too. */
const char *plan_row_accept(struct plan_row *row, enum plan_column column, const char *text, size_t max);

/* The index of the cell's word; -1 for an empty cell, or after a problem, which *good tells. */
int plan_row_term(struct plan_row *row, enum plan_column column, const struct vocabulary *words, bool *good);

#endif
