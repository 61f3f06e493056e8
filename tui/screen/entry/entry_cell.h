/* The cell of a Lembar Isian that a value is being typed in. */
#ifndef SCREEN_ENTRY_ENTRY_CELL_H
#define SCREEN_ENTRY_ENTRY_CELL_H

#include "model/row.h"
#include "own/draft.h"
#include "screen/session.h"
#include "widget/line_edit.h"

/* Zero-initialised is closed. */
struct entry_cell {
    bool open;
    bool provisional; /* typed with * */
    const struct indicator *indicator;
    struct event_id head; /* what stood when it was opened */
    struct line_edit edit;
};

void entry_cell_open(struct entry_cell *cell, const struct row *row, const char *text);
/* As if the value had been typed. */
void entry_cell_open_value(struct entry_cell *cell, const struct row *row, struct decimal value);

/* Text and editing keys, and * for sementara; false for any other. What separates two pasted values, or is no
 * text, leaves a mark that is no number: nothing is left out unseen. */
bool entry_cell_key(struct entry_cell *cell, const struct key *key);

bool entry_cell_blank(const struct entry_cell *cell);

/* How the text is read, or why it is refused. */
bool entry_cell_read(const struct entry_cell *cell, const struct row *row, struct typed *typed,
                     struct err *err);
struct request entry_cell_request(const struct entry_cell *cell, const struct session *session,
                                  const struct row *row, const struct typed *typed);

/* False when the cell is closed. */
bool entry_cell_draft(const struct entry_cell *cell, struct quarter quarter, struct draft *draft);
void entry_cell_restore(struct entry_cell *cell, const struct row *row, const struct draft *draft);

#endif
