/* One indicator's quarter as a person wants it: a value, notes, or both. One way for `isi`, `isi --dari-csv` and the
 * samples. */
#ifndef COMMAND_ENTRY_H
#define COMMAND_ENTRY_H

#include "model/row.h"
#include "office/office.h"

struct entry {
    const struct indicator *indicator;
    struct quarter quarter;
    const char *value; /* as typed; NULL leaves the actual alone */
    bool provisional;
    bool unmarked;                   /* nothing says whether it is sementara: an equal value keeps its mark */
    const char *note[NOTE_COUNT];    /* NULL leaves that note alone */
    struct figure earlier[QUARTERS]; /* VALUE: what will stand in that earlier quarter when this is written */
};

bool entry_has_notes(const struct entry *entry);

/* The changes that make it so, and what stood where they are made. */
struct entry_plan {
    struct row row;
    struct typed typed; /* with a value */
    bool sets_actual;
    bool sets_notes;
    struct request actual;
    struct request notes;
    struct record noted; /* the notes as they stand, with sets_notes */
};

/* Reads the value, and rehearses each change on what was read (KINDS_REVIEW of the indicator's year). With true, only
 * somebody else's change in between or the disk can still refuse it. `now` stamps the operations. */
bool entry_prepare(const struct records *records, int64_t now, const struct entry *entry,
                   struct entry_plan *plan, struct err *err);

/* Appends a line for each value and each note that the plan replaces by another one, with its author:
 *     SUB-18 2025-TW3: 3 -> 4 (diisi Operator Koperasi, 03-10-2025 14.05)
 * `prefix` stands before each. Returns whether there is any; a value that is only made final is none. */
bool entry_print_replaced(const struct entry_plan *plan, const struct config *config, const char *prefix,
                          struct buf *out);

/* Makes the changes: the value first, then the notes, each an event of its own; what stands already is left alone.
 * *changed says that something was written, and the new records are put into `reading` (NULL: nowhere). When only the
 * notes fail, the error says that the value is saved. */
bool entry_commit(struct office *office, const struct entry_plan *plan, struct reading *reading,
                  bool *changed, struct err *err);

#endif
