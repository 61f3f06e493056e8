/* The office API: the only way to the figures, for screens and commands alike. Values in, values out, no
 * pointers into the store, so that a socket can stand behind it later; pointers in results lead into the
 * configuration only.
 *
 * Every call checks what the session's person may read; every change goes through admit. Lists are handed on
 * from one snapshot: an `each` function must not call the office. */
#ifndef OFFICE_OFFICE_H
#define OFFICE_OFFICE_H

#include "base/clock.h"
#include "model/config.h"
#include "model/review.h"
#include "store/store.h"

struct office;

struct office_options {
    const struct config *config; /* outlives the office */
    const char *directory;       /* the data directory; the store is in its `simpanan` */
    const char *login;           /* the person at the keyboard */
    struct clock clock;
};

bool office_open(const struct office_options *options, struct office **office, struct err *err);
void office_close(struct office *office);

const struct config *office_config(const struct office *office);
const struct person *office_person(const struct office *office);
struct date office_today(const struct office *office);
int64_t office_now(const struct office *office);
const char *office_directory(const struct office *office);
bool office_read_only(const struct office *office);

/* A number that grows by one with every commit by anybody: cheap enough to ask at every key. */
uint64_t office_version(const struct office *office);

/* The name behind a login, or the login itself. */
const char *office_name(const struct office *office, const char *login);

/* Whether the person may read that bidang (NULL: whatever he may read); ERR_DENIED otherwise, naming who may.
 * To a pembaca every call answers as if of what is not ratified nothing had been filled in: rows are there
 * with ENTRY_WITHHELD. */
bool office_reads(const struct office *office, const struct unit *unit, struct err *err);

/* Rows of a bidang (NULL: all one may read) in the catalogue's order, until `each` returns false. Memory does
 * not grow with their number. ERR_DENIED as in office_reads. */
typedef bool office_row_fn(void *context, const struct row *row);
bool office_rows(struct office *office, const struct unit *unit, struct quarter quarter, office_row_fn *each,
                 void *context, struct err *err);
/* The same for a whole year, read once, for overviews: of each indicator the rows of its four quarters and of
 * the year's own measurement. After a revision they come catalogue by catalogue, each with the periods in
 * which it is in force. */
bool office_year(struct office *office, const struct unit *unit, int year, office_row_fn *each, void *context,
                 struct err *err);
bool office_row(struct office *office, const struct indicator *indicator, struct quarter quarter,
                struct row *row, struct err *err);

/* The row of the same code in the same quarter a year before, beside which this year's stands. False with
 * ERR_NONE when that year has no catalogue or no such code, or the person may not read it. */
bool office_last_year(struct office *office, const struct indicator *indicator, struct quarter quarter,
                      struct row *row, struct err *err);
/* "2024: TW III 310 (88,00)", "2024: TW III kosong": that row in words, as it counts. */
void office_past_print(const struct row *row, char *out, size_t size);

/* The counts of a bidang's quarter. Zero-initialise, then add its rows. */
struct board {
    int takes_value; /* rows that wait for a value */
    int filled;      /* of them */
    int unmeasured;  /* "-" this quarter */
    int withheld;    /* may not be read yet: nothing here counts what they hold */
    int required;    /* documents */
    int required_attached;
    int required_promised; /* not attached, but menyusul */
    struct average average;
};
void board_add(struct board *board, const struct row *row, const struct rules *rules);

/* Periksa: what stands in the way of handing a bidang's quarter in, and where its workflow stands
 * (model/review.h). */
bool office_review(struct office *office, const struct unit *unit, struct quarter quarter,
                   const struct review_call *call, struct review *review, struct err *err);

/* Evidence that stands twice in the year of the indicator's bidang (model/reuse.h); the caller releases it.
 */
bool office_reuse(struct office *office, const struct indicator *indicator, struct quarter quarter,
                  struct reuse *reuse, struct err *err);

/* The verification of an indicator's quarter as it was written; whether it still holds is in its row. */
bool office_verdict(struct office *office, const struct indicator *indicator, struct quarter quarter,
                    struct record *record, struct err *err);

/* Appends that verdict in words, with reason, person and the bidang's answer; nothing where there is none:
 * "Dikoreksi, capaian menjadi 91,67: dua laporan tanpa tanda tangan (Anggota Tim SAKIP). Keberatan: sudah".
 */
bool office_verdict_print(struct office *office, const struct row *row, struct buf *out, struct err *err);

bool office_notes(struct office *office, const struct indicator *indicator, struct quarter quarter,
                  struct record *record, struct err *err);

/* Evidence attached to an indicator in a quarter (removed ones left out), by number. */
bool office_evidence(struct office *office, const struct indicator *indicator, struct quarter quarter,
                     record_each_fn *each, void *context, struct err *err);
/* The bidang's documents of a quarter, each once, in the order of the catalogue and number. */
bool office_documents(struct office *office, const struct unit *unit, struct quarter quarter,
                      record_each_fn *each, void *context, struct err *err);

/* What stands around the figures: the records of from->kind with this code and quarter (code "" or year 0:
 * any), in key order; of a bidang only what the person may read. */
bool office_records(struct office *office, const struct record_key *from, record_each_fn *each, void *context,
                    struct err *err);
/* The one under `key`; record_init's empty one when nothing stands there, or it may not be read. */
bool office_record_at(struct office *office, const struct record_key *key, struct record *record,
                      struct err *err);
/* The document a quarter's "masih berlaku" carries on (model/dossier.h). */
bool office_carried(struct office *office, const struct record_key *key, struct record *carried,
                    struct err *err);

/* What waits to be read or followed up by the person; of a bidang's person that of the bidang only. */
struct news {
    int instructions;     /* arahan and answers by others since office_news_read */
    int recommendations;  /* open ones carried into the quarter */
    int overdue;          /* of them */
    struct record latest; /* the newest of the instructions; head.sequence 0: none */
};
bool office_news(struct office *office, struct quarter quarter, struct news *news, struct err *err);
/* Whether an arahan is among the news to a person who has seen what office_news_seen says. */
uint64_t office_news_seen(const struct office *office);
bool office_news_has(const struct office *office, const struct record *record, uint64_t seen);
/* Remembers, in a small file beside the draft, that the person has seen every arahan until now. */
bool office_news_read(struct office *office, struct err *err);

/* Whether a file is still what it was; one that cannot be read counts as missing. */
enum file_state { FILE_NONE, FILE_INTACT, FILE_CHANGED, FILE_MISSING }; /* "", UTUH, BERUBAH, HILANG */
enum file_state evidence_verify(const struct evidence *evidence);
const char *file_state_word(enum file_state state);
/* How a promise stands; PROMISE_NONE for what is there. */
enum promise_state { PROMISE_NONE, PROMISE_ASKED, PROMISE_WAITED, PROMISE_OVERDUE };
enum promise_state evidence_promise(const struct evidence *evidence, struct date today);
const char *promise_state_word(enum promise_state state); /* "", BELUM DIIZINKAN, MENYUSUL, MENYUSUL LEWAT */
/* Where the document of an EVENT_EVIDENCE_SET that adds it was promised there, under its title, the request
 * becomes one that brings what was promised. */
bool office_fulfil(struct office *office, const struct indicator *indicator, struct request *request,
                   struct err *err);

/* Takes size and digest when `place` names a file: evidence->file is then true and `place` its absolute path;
 * words are left as they are. What begins with / ~/ ./ or ../ is always a path, and ERR_NOT_FOUND when it
 * leads to no file; anything else is one when there is a file of that name ("laporan.pdf"), otherwise words.
 */
bool evidence_take_file(struct evidence *evidence, struct err *err);

/* A request with a fresh operation, and for evidence a fresh document, to be filled in. */
struct request office_request(const struct office *office, enum event_kind kind,
                              const struct indicator *indicator, struct quarter quarter);
/* The same for a step of a bidang's quarter. */
struct request office_step(const struct office *office, enum event_kind kind, const struct unit *unit,
                           struct quarter quarter);
/* The same for any record. */
struct request office_request_for(const struct office *office, enum event_kind kind,
                                  const struct record_key *key);
/* Whether the person could change that indicator, or take that step of a bidang, at all; the refusal of admit
 * when not. Who may follow a recommendation up depends on what stands: ask office_rehearse. */
bool office_may(struct office *office, enum event_kind kind, const char *code, struct quarter quarter,
                struct err *err);
/* Whether the change would be admitted where `current` stands, without making it; errors as in admit. */
bool office_rehearse(struct office *office, const struct request *request, const struct record *current,
                     struct err *err);
/* Durable when true. ERR_STALE: outcome->record is what stands; errors as in admit and store. Setting exactly
 * what stands already, whatever head was seen, succeeds without an event: outcome->repeated is true, and
 * there is nothing to undo. */
bool office_change(struct office *office, const struct request *request, struct outcome *outcome,
                   struct err *err);
/* Takes back the event `id` made by this person, if its work stands: what came after it may only have been
 * taken back itself (else ERR_STALE). So one goes back step by step; an undo is not taken back (ERR_INVALID).
 */
bool office_undo(struct office *office, const struct event_id *id, struct outcome *outcome, struct err *err);

/* The history of an indicator: every event on its actual, notes and evidence in `quarter` (number 0: in
 * all of that year, and year 0: in config_year), newest first, each with the event it replaced (NULL when
 * none). */
typedef bool office_history_fn(void *context, const struct event *event, const struct event *before);
bool office_history(struct office *office, const struct indicator *indicator, struct quarter quarter,
                    office_history_fn *each, void *context, struct err *err);
/* "375 -> 400", "(kosong) -> 375", "bukti 2: SK tim penilai": what an event changed, in words, for lists. */
void office_event_print(const struct event *event, const struct event *before,
                        const struct indicator *indicator, char *out, size_t size);

bool office_check(struct office *office, store_finding_fn *finding, void *context,
                  struct store_counts *counts, struct err *err);
bool office_describe(struct office *office, struct store_info *info, struct err *err);
/* The audit trail up to the change `number`, from 1, in a line that a report prints and periksa-data says
 * again: "catatan ke-410, SHA-256 9438…". ERR_NOT_FOUND. */
bool office_trail_print(struct office *office, uint64_t number, char *out, size_t size, struct err *err);

#endif
