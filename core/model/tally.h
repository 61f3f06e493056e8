/* The counts of a bidang's quarter, or of any other rows: one tally serves the progress line, the board, Dasbor, what
 * comes next, and Periksa. Zero-initialise, then add rows. Pure. */
#ifndef MODEL_TALLY_H
#define MODEL_TALLY_H

#include "model/row.h"

struct tally {
    int rows;
    int withheld;    /* may not be read yet: only rows, takes_value, unmeasured, required count them */
    int takes_value; /* rows that wait for a value */
    int unmeasured;  /* rows with "-" this quarter */
    int filled;      /* rows that take a value and are filled */
    int unplanned;   /* rows with "-" that are filled all the same */
    int blank;       /* rows that take a value, may be read, and are not filled */

    int required;          /* required documents */
    int required_attached; /* required documents that are attached */
    int required_promised; /* required documents that are not attached, but promised */
    int lacking;           /* filled rows whose required evidence is missing, where that blocks handing in */

    int at[STAGE_COUNT]; /* how many rows stand at each step */
    int returned;        /* rows that were sent back in this round */
    int mended;          /* rows sent back whose value or evidence changed since */
    int verdicts;        /* rows with a verdict that holds */
    int unjudged;        /* filled rows without a verdict that holds */
    int corrected;       /* rows with a correction that holds */
    int unanswered;      /* corrected rows that the bidang has not answered */
    int objected;        /* corrected rows that the bidang answered "keberatan" */
    struct average average;
};

void tally_add(struct tally *tally, const struct row *row, const struct rules *rules);

/* Takes out a row that was added as it is now. */
void tally_remove(struct tally *tally, const struct row *row, const struct rules *rules);

/* Returns the earliest step at which a row stands; STAGE_OPEN while there is none. */
enum stage tally_stage(const struct tally *tally);

/* Says whether the tally counts a row that may be read. */
bool tally_any(const struct tally *tally);

#endif
