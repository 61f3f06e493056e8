/* The door: the only way to the figures, for screens and commands alike. Values in, values out, no pointer into the
 * store; pointers in results lead into the configuration, or into what a reading holds in memory.
 *
 * Who asks and what time it is are stamped here, behind the door. What a person may read is one rule for one record,
 * asked where records come out (office_read.c, may_read). Every change goes through admit, inside the transaction that
 * makes it. Errors are those of the store (store/store.h), of admit (model/admit.h), and ERR_DENIED for what may not be
 * read, naming who may. */
#ifndef OFFICE_OFFICE_H
#define OFFICE_OFFICE_H

#include "base/clock.h"
#include "model/condition.h"
#include "model/event.h"
#include "office/reading.h"

struct office;

struct office_options {
    const struct config *config; /* outlives the office */
    const char *directory;       /* the data directory; the store is in its `simpanan` */
    const char *login;           /* the person at the keyboard */
    struct clock clock;
    bool look_only; /* nothing on the disk is made or written, not even to upgrade an older store */
};

/* Opens the office and its store, with the errors of store_open, or of store_look where it is only looked at, and
 * ERR_INVALID for a text that is no login. The caller closes *office (NULL after a failure). */
bool office_open(const struct office_options *options, struct office **office, struct err *err);
void office_close(struct office *office); /* NULL is fine */

/* What the door knows without looking at the figures. It is borrowed from the office. */
struct office_facts {
    struct asker asker;
    int64_t now;           /* milliseconds UTC, by the clock that stamps changes */
    bool read_only;        /* the disk takes no change */
    const char *directory; /* the data directory, beside whose store the person's own files lie */
};
struct office_facts office_facts(const struct office *office);

/* Returns a number that grows by one with every commit by anybody: cheap enough to ask at every key. */
uint64_t office_version(const struct office *office);

/* What is to be read: of whom, of which years, of which kinds. Recommendations and documents go on from year to year,
 * so that of these every year up to `last_year` is read. */
struct scope {
    const struct unit *unit;  /* one bidang: itself and its indicators; NULL: all the person may read */
    const char *code;         /* one code alone, with its bidang's pengajuan; NULL: all of the bidang */
    const char *const *codes; /* `code_count` codes, in place of `code` */
    int code_count;
    int first_year, last_year; /* both 0: every year */
    unsigned kinds;            /* bits (1u << enum record_kind) */
};
enum {
    KINDS_ALL = (1u << RECORD_KIND_COUNT) - 1,
    /* What rows, their tallies and their averages are made of. */
    KINDS_ROW = 1u << RECORD_ACTUAL | 1u << RECORD_EVIDENCE | 1u << RECORD_CHECK | 1u << RECORD_SUBMISSION,
    /* What Periksa is made of, and everything that admit looks at in a bidang's quarter. */
    KINDS_REVIEW = KINDS_ROW | 1u << RECORD_NOTES | 1u << RECORD_SPENDING | 1u << RECORD_REKEY,
};

/* Reads the records of a scope that this person may see, out of one transaction of the store, which has ended when it
 * returns. What may not be read is not there. ERR_DENIED where the scope names a bidang, or a code of one, that the
 * person may not read at all. The caller releases *reading, also after a failure: it is then empty, and may be looked
 * at as if nothing stood anywhere. */
bool office_read(struct office *office, const struct scope *scope, struct reading *reading, struct err *err);

/* Reads the history of a code: every event on its records in `quarter` (number 0: in all of that year; year 0: in every
 * year), newest first by their place in the journal. ERR_DENIED where office_read says so. The caller releases *events,
 * also after a failure: it is then empty. */
bool office_events(struct office *office, const char *code, struct quarter quarter, struct events *events,
                   struct err *err);

/* Makes the change that a request asks for. True when it is durable. ERR_STALE brings what stands in outcome->record. A
 * change that asks for exactly what stands succeeds without an event: outcome->repeated is then true, and there is
 * nothing to undo. */
bool office_change(struct office *office, const struct request *request, struct outcome *outcome,
                   struct err *err);

/* Takes back the event `id` that this person made, as store_undo says. */
bool office_undo(struct office *office, const struct event_id *id, struct outcome *outcome, struct err *err);

/* Describes the condition of the store, for `diagnosa`. */
bool office_describe(struct office *office, struct store_info *info, struct err *err);
/* Checks everything in the store, for `periksa-data`, as store_check says. */
bool office_check(struct office *office, store_finding_fn *finding, void *context,
                  struct store_counts *counts, struct err *err);
/* Tells the digest of the journal up to `position`, as store_digest says. */
bool office_digest(struct office *office, uint64_t position, struct digest *digest, struct err *err);

#endif
