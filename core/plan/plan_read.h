/* Reads an office's action plan, from its spreadsheet's CSV, into a catalogue. Nothing is guessed in silence: what the
 * spreadsheet leaves open is refused, or is taken as INDICATOR_KEYS says and marked. */
#ifndef PLAN_PLAN_READ_H
#define PLAN_PLAN_READ_H

#include "base/arena.h"
#include "config/catalogue_write.h"
#include "model/config.h"

struct plan_input {
    const char *name; /* the name that problems and notes print */
    const char *data; /* UTF-8, or Windows-1252; commas, semicolons or tabs */
    size_t length;
    const struct config *config; /* the office whose bidang the plan names */
    const struct unit *unit;     /* the bidang of rows until one is named; NULL: none */
    int year;                    /* 0: the year that its headings name, else `this_year` */
    int this_year;
};

/* What was read. The catalogue has no digest, no by_code and no documents, and is an example; its texts live in
 * `arena`, its units in the configuration. */
struct plan_result {
    struct arena arena;
    struct catalogue catalogue;
    const key_set *assumed; /* a set for each indicator */
    struct buf notes;       /* a line "NAME: ...\n" for each thing that was assumed or passed over */
};

/* Reads the plan. An indicator's level is that of its column, of its code's prefix, or of a line above that says
 * nothing else ("Program"). Its unit of measurement may stand behind the target ("28 orang/bulan"). Merged cells go on
 * below. A line that sums up others (plan/plan_sheet.h) is passed over; with a code it is a problem.
 *
 * False with one line in `problems` for each problem: "NAME:LINE:COLUMN: apa yang salah\n", with the line of the file
 * and the column of the spreadsheet, from 1. What is read without a problem passes config/catalogue_load. The caller
 * releases *result (zero-initialised before) in any case. */
bool plan_read(const struct plan_input *input, struct plan_result *result, struct buf *problems);
void plan_result_release(struct plan_result *result);

#endif
