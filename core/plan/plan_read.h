/* An office's action plan, read from its spreadsheet's CSV into a catalogue. Nothing is guessed silently:
 * what the spreadsheet leaves open is refused, or taken as said in INDICATOR_KEYS and marked. */
#ifndef PLAN_PLAN_READ_H
#define PLAN_PLAN_READ_H

#include "base/arena.h"
#include "config/catalogue_write.h"
#include "model/config.h"

struct plan_input {
    const char *name; /* as problems print it */
    const char *data; /* UTF-8, or Windows-1252; commas, semicolons or tabs */
    size_t length;
    const struct config *config; /* whose bidang are named */
    const struct unit *unit;     /* of every row where there is no column for it; NULL: none */
    int year;                    /* 0: the one its headings name, else `this_year` */
    int this_year;
};

struct plan_result {
    struct arena arena;
    struct catalogue catalogue; /* no digest, no by_code, an example without documents; names in `arena`, the
                                   units the configuration's */
    const key_set *assumed;     /* of each indicator */
    struct buf notes;           /* what was assumed or passed over, a line "NAME: ...\n" for each */
};

/* Levels are those of the column, of the code's prefix, or of a line above that says nothing else
 * ("Program"); a unit of measurement may stand behind the target ("28 orang/bulan"). Merged cells go on
 * below. A line that sums up others (plan/plan_sheet.h) is passed over, with a code it is a problem.
 *
 * False with one line in `problems` for each problem, "NAME:LINE:COLUMN: apa yang salah\n": the line of the
 * file, the column of the spreadsheet, from 1. What loads without them passes config/catalogue_load. Release
 * *result (zero-initialised) in any case. */
bool plan_read(const struct plan_input *input, struct plan_result *result, struct buf *problems);
void plan_result_release(struct plan_result *result);

#endif
