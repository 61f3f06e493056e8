/* The rows of a Lembar Isian or of Verifikasi: a bidang's indicators in one quarter, filtered. Of all of them there is a
 * summary; rows are made for those in view and around them, so that four thousand indicators cost little more than a
 * hundred. Plain data, read anew by loading. */
#ifndef SCREEN_ENTRY_ENTRY_ROWS_H
#define SCREEN_ENTRY_ENTRY_ROWS_H

#include "model/tally.h"
#include "screen/session.h"

/* Zero-initialised is empty. */
struct entry_rows {
    struct tally tally; /* of all rows */
    bool blank_only;    /* the filters */
    bool mine_only;
    bool unjudged_only; /* filled, without a verdict that holds */
    bool sample_only;
    bool sampled;                 /* the sample is picked when rows are loaded */
    const struct indicator *kept; /* stays whatever the filters say: it is being typed in; NULL: none */

    struct quarter quarter; /* of what was loaded, as what follows; private but for the counts */
    unsigned kinds;
    struct entry_summary *summary; /* of all, in the catalogue's order */
    int *shown;                    /* indexes of those that the filters leave */
    int count, shown_count, code_width;
    struct reading reading; /* of the rows made; right after loading of all */
    bool whole;             /* it is of all */
    struct row *row;        /* those made, in the catalogue's order */
    int made;
};

/* Reads the rows of session->quarter anew, of a bidang or of all the person may read (NULL), in one reading of this year
 * and the one before; `kinds` are read beside those of rows. False with the message line set when that fails: the rows
 * there are then stay as they are, since one of them may be open. */
bool entry_rows_load(struct entry_rows *rows, struct session *session, const struct unit *unit,
                     unsigned kinds);

/* Takes over the record of a change that was made here: its row is made anew, nothing is read. Unless others saved too, that is all
 * there is to see, and the session's version goes along. */
void entry_rows_put(struct entry_rows *rows, struct session *session, const struct outcome *outcome);

void entry_rows_filter(struct entry_rows *rows, const struct person *person);
void entry_rows_release(struct entry_rows *rows);

/* Sees to it that the rows at these places of the filtered list are made, reading them where they are not at hand; to be
 * called when the cursor moved, never while drawing. Failures are told on the message line. */
void entry_rows_show(struct entry_rows *rows, struct session *session, int first, int count);

/* Returns the row at a place of the filtered list; NULL outside it, or where it is not made. */
const struct row *entry_rows_at(const struct entry_rows *rows, int place);
/* Returns the code of the row at that place, made or not; "" outside the list. */
const char *entry_rows_code(const struct entry_rows *rows, int place);
/* Says whether the row at that place is in the sample. */
bool entry_rows_sampled(const struct entry_rows *rows, int place);
/* The records behind the rows made: for a verdict, the year before, and what may be done. */
const struct records *entry_rows_records(const struct entry_rows *rows);

/* Returns the place of an indicator, or -1 (hidden by a filter, of another bidang, or NULL). */
int entry_rows_find(const struct entry_rows *rows, const struct indicator *indicator);
/* Returns the place of an indicator, or where it was hidden that of the next one shown, else of the last. */
int entry_rows_near(const struct entry_rows *rows, const struct indicator *indicator);
/* Returns the next place after `place` whose row takes a value this quarter, or -1. */
int entry_rows_next(const struct entry_rows *rows, int place);
/* Returns the next place after `place`, and then from the first on, whose row is filled and waits for a verdict; -1 when
 * there is none. */
int entry_rows_next_unjudged(const struct entry_rows *rows, int place);

#endif
