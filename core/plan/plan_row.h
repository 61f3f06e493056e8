/* One line of an action plan's spreadsheet, in which each column has its reader. Only plan_read.c, plan_row.c and
 * plan_figures.c include this. */
#ifndef PLAN_PLAN_ROW_H
#define PLAN_PLAN_ROW_H

#include "config/catalogue_write.h"
#include "plan/plan_sheet.h"

/* What is read so far, and what the lines above leave for those below. */
struct plan_above {
    const struct plan_sheet *sheet;
    const struct config *config;
    const struct unit *unit; /* the bidang of rows that name none */
    bool unit_said;          /* the bidang stands in a line of its own, or was asked for */
    int level;               /* the level of rows that name none; -1: there is none */
    bool level_said;         /* the level stands in a line of its own */
    const char *objective;   /* the sasaran of rows that name none; NULL: there is none */
    int made[LEVEL_COUNT];   /* how many codes were made at each level */
    struct arena *arena;
    struct problems *problems;
};

struct plan_row {
    struct plan_above *above;
    int line; /* the index in the sheet's lines */
    struct indicator indicator;
    key_set assumed;
    bool level_open; /* nothing says its level */
    bool measured;   /* its unit of measurement is known */
    bool whole;      /* its target and quarters are known */
};

/* Reads a line into *row and keeps every problem. */
void plan_row_read(struct plan_above *above, int line, struct plan_row *row);

/* Takes a line with a single cell as the level or bidang of those below it. False when it is neither. */
bool plan_row_is_group(struct plan_above *above, int line);

/* ---- for the readers ---- */

enum { QUOTED_MAX = 60 }; /* bytes of a cell in a message */

/* Reads a column of the row into row->indicator. It may use what columns before it have read. */
typedef void plan_reader(struct plan_row *row, enum plan_column column);
plan_reader plan_read_measure, plan_read_target, plan_read_quarter, plan_read_aggregation, plan_read_budget;

/* Returns the cell of the row in a column, "" where it has none. */
const char *plan_row_cell(const struct plan_row *row, enum plan_column column);
/* Says whether the sheet has the column. */
bool plan_row_has(const struct plan_row *row, enum plan_column column);
/* Marks the key as assumed. */
void plan_row_assume(struct plan_row *row, enum indicator_key key);
/* Keeps a problem of the row; its place is the column, or 1 where the sheet does not have that. */
void plan_row_problem(struct plan_row *row, enum plan_column column, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Returns a copy of a text for that column, or NULL after a problem, which an empty text is too. */
const char *plan_row_accept(struct plan_row *row, enum plan_column column, const char *text, size_t max);

/* Returns the index of the cell's word; -1 for an empty cell, where *good is true, and after a problem, where it is
 * false. */
int plan_row_term(struct plan_row *row, enum plan_column column, const struct vocabulary *words, bool *good);

#endif
