/* One indicator in one quarter, with all that a row of any list shows: what was reported, what verification made of it,
 * and what counts. Pure over the records that were read. */
#ifndef MODEL_ROW_H
#define MODEL_ROW_H

#include "base/buf.h"
#include "base/closed_set.h"
#include "model/config.h"
#include "model/records.h"
#include "model/reuse.h"
#include "model/warning.h"

/* Each row has the word in columns, the label, and the letter on screen. From ENTRY_INITIALLED on they are in the order
 * of enum stage; the last one is for what a pembaca may not read yet. */
#define ENTRY_STATES(X)                                                                                      \
    X(ENTRY_EMPTY, "kosong", "Kosong", "-")                                                                  \
    X(ENTRY_DRAFT, "draf", "Draf", "D")                                                                      \
    X(ENTRY_INITIALLED, "diparaf", "Diparaf", "P")                                                           \
    X(ENTRY_SUBMITTED, "diajukan", "Diajukan", "A")                                                          \
    X(ENTRY_RETURNED, "dikembalikan", "Dikembalikan", "K")                                                   \
    X(ENTRY_VERIFIED, "terverifikasi", "Terverifikasi", "V")                                                 \
    X(ENTRY_RATIFIED, "disahkan", "Disahkan", "S")                                                           \
    X(ENTRY_WITHHELD, "", "Belum disahkan", " ")

enum entry_state { ENTRY_STATES(SET_ID) ENTRY_STATE_COUNT };
extern const struct vocabulary entry_state_words; /* its help is the letter */

/* Returns what is shown for a row, or a whole quarter, at a step. While it is open, that depends on whether anything is
 * filled. */
enum entry_state entry_state_of(enum stage stage, bool filled);

struct row {
    const struct indicator *indicator;
    struct quarter quarter;
    enum stage stage; /* where this row stands (workflow.h, row_stage) */
    enum entry_state state;
    struct actual actual; /* as it was reported */
    struct event_id head; /* the head of the actual's record; sequence 0: it was never touched */
    int64_t changed_at;   /* milliseconds UTC */
    char changed_by[LOGIN_MAX + 1];

    /* The verdict while it holds, otherwise VERDICT_NONE. A return stays until the next submission. */
    enum verdict verdict;
    enum answer answer;
    bool by_percent; /* the correction is of the achievement, not of the actual */
    bool self;       /* who judged had typed or submitted it */
    bool mended;     /* it was sent back, and its value or evidence changed since */

    struct figure year[PERIODS];          /* the year's actuals as they count: with every koreksi --nilai */
    struct figure by_percent_in[PERIODS]; /* the year's achievements by koreksi --persen */

    struct figures figures;    /* the quarter's as reported; to date and of the year as they count */
    struct figure correction;  /* the achievement that a correction makes, percent; BLANK without one */
    struct figure corrected;   /* the corrected actual, or what --persen amounts to ("setara 55") */
    struct figure final;       /* the achievement that counts: the corrected one, if there is one */
    warning_set warnings;      /* about what was reported */
    int evidence;              /* documents that are attached */
    int required;              /* documents that are required this quarter */
    int required_attached;     /* required documents that are attached */
    int required_promised;     /* required documents that are not attached, but promised (menyusul) */
    int promised;              /* documents still to come; none counts as attached */
    int unallowed;             /* documents still to come without an atasan's word */
    struct date expected;      /* the first day by which a document is expected; year 0: none is */
    struct decimal second;     /* in a review's call, with FINDING_DIFFERS: the second typing */
    const struct reuse *reuse; /* in a review's call, where evidence stands twice; else NULL */
};

/* Makes rows of records. Zero-initialise it, then set `records` and what else is known; what follows is its own, kept
 * from row to row, and row_reader_release frees it. */
struct row_reader {
    const struct records *records;
    const struct reuse *reuse;    /* for a review; NULL: evidence used twice is not looked for */
    struct buf titles[PERIODS];   /* the titles of each row's evidence, each with its NUL */
    struct buf promises[PERIODS]; /* the titles of what is still to come, each with its NUL */
    const struct unit *unit;      /* whose submissions are kept; NULL: none are yet */
    struct quarter first;
    int count;
    struct {
        enum stage stage;
        uint32_t round;
    } submission[PERIODS];
};
void row_reader_release(struct row_reader *reader);

/* Says where a row or a quarter stands for whom it is read: ENTRY_WITHHELD when he may not read it yet. */
enum entry_state entry_state_for(const struct asker *asker, const struct unit *unit, enum stage stage,
                                 bool filled);

/* Makes `count` rows of one indicator, of quarter `first` and those that follow it in its year (the year's own
 * measurement is the fifth). */
void row_read(struct row_reader *reader, const struct indicator *indicator, struct quarter first, int count,
              struct row *row);

/* Makes one row. */
struct row row_at(const struct records *records, const struct indicator *indicator, struct quarter quarter);

/* Makes the row of the same code in the same quarter a year before, beside which this year's stands. Returns false when
 * that year has no catalogue or no such code, or the person may not read it. */
bool row_last_year(const struct records *records, const struct indicator *indicator, struct quarter quarter,
                   struct row *row);

/* Calls `each` for the rows of a bidang's quarter (NULL: of every bidang the person may read) in the catalogue's order,
 * until it returns false. Memory does not grow with their number. */
typedef bool row_each_fn(void *context, const struct row *row);
void row_each(const struct records *records, const struct unit *unit, struct quarter quarter,
              row_each_fn *each, void *context);

/* Calls `each` for the rows of a whole year, for overviews: of each indicator its four quarters and the year's own
 * measurement. After a revision they come catalogue by catalogue, each with the periods in which it is in force. */
void row_each_of_year(const struct records *records, const struct unit *unit, int year, row_each_fn *each,
                      void *context);

/* Says whether a row is filled and waits for a verdict. */
bool row_unjudged(const struct row *row);

/* Returns the sum of the year's quarters before the row's, for typed_read; 0 for the year's own measurement. */
struct decimal row_before(const struct row *row);

#endif
