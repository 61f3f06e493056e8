/* One indicator's quarter as a person wants it: a value, notes, or both. One way for `isi`, `isi --dari-csv`
 * and the samples. */
#ifndef COMMAND_ENTRY_H
#define COMMAND_ENTRY_H

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

/* The changes that make it so. */
struct entry_plan {
    struct row row;     /* as seen */
    struct typed typed; /* with a value */
    bool sets_actual;
    bool sets_notes;
    struct request actual;
    struct request notes;
};

/* Reads the value and rehearses each change without making it: with true, only somebody else's change in
 * between or the disk can still refuse it. */
bool entry_prepare(struct office *office, const struct entry *entry, struct entry_plan *plan,
                   struct err *err);

/* The value first, then the notes, each an event of its own; what stands already is left alone. *changed:
 * something was written. When only the notes fail, the error says that the value is saved. */
bool entry_commit(struct office *office, const struct entry_plan *plan, bool *changed, struct err *err);

#endif
