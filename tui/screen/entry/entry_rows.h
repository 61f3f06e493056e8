/* The rows of a Lembar Isian: a bidang's indicators in one quarter, filtered. Plain data, read anew by
 * loading. */
#ifndef SCREEN_ENTRY_ENTRY_ROWS_H
#define SCREEN_ENTRY_ENTRY_ROWS_H

#include "screen/session.h"

/* Zero-initialised is empty. */
struct entry_rows {
    struct row *row; /* all, in the catalogue's order */
    int *shown;      /* indexes of those the filters leave */
    int count, shown_count, capacity;
    struct board board; /* of all */
    bool blank_only;    /* the filters */
    bool mine_only;
    bool unjudged_only;           /* filled, without a verdict that holds */
    const bool *picked;           /* beside each row: only these; NULL: all */
    const struct indicator *kept; /* stays whatever the filters say: it is being typed in; NULL: none */
};

/* False with err when the store cannot be read; the rows are then those read so far. */
bool entry_rows_load(struct entry_rows *rows, struct office *office, const struct unit *unit,
                     struct quarter quarter, struct err *err);
/* Reads one indicator's row anew after a change of one's own: unless others saved too, it is all there is to
 * read. Failures are told on the message line. */
void entry_rows_refresh(struct entry_rows *rows, struct session *session, const struct indicator *indicator);
void entry_rows_filter(struct entry_rows *rows, const struct person *person);
void entry_rows_release(struct entry_rows *rows);

/* The row at a place of the filtered list; NULL outside it. */
const struct row *entry_rows_at(const struct entry_rows *rows, int place);
/* The place of an indicator, or -1 (hidden by a filter, of another bidang, or NULL). */
int entry_rows_find(const struct entry_rows *rows, const struct indicator *indicator);
/* The place of an indicator, or where it was hidden that of the next one shown, else of the last. */
int entry_rows_near(const struct entry_rows *rows, const struct indicator *indicator);
/* The next place after `place` whose row takes a value this quarter, or -1. */
int entry_rows_next(const struct entry_rows *rows, int place);

#endif
