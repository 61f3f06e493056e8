/* One indicator in one quarter, with all that a row of any list shows: what was reported, what verification
 * made of it, and what counts. Pure: reads through model/records.h. */
#ifndef MODEL_ROW_H
#define MODEL_ROW_H

#include "base/buf.h"
#include "model/config.h"
#include "model/records.h"
#include "model/reuse.h"
#include "model/warning.h"

/* word in columns, letter on screen, label. From ENTRY_INITIALLED on in the order of enum stage; at last what
 * a pembaca may not read yet. */
#define ENTRY_STATES(X)                                                                                      \
    X(ENTRY_EMPTY, "kosong", "-", "Kosong")                                                                  \
    X(ENTRY_DRAFT, "draf", "D", "Draf")                                                                      \
    X(ENTRY_INITIALLED, "diparaf", "P", "Diparaf")                                                           \
    X(ENTRY_SUBMITTED, "diajukan", "A", "Diajukan")                                                          \
    X(ENTRY_RETURNED, "dikembalikan", "K", "Dikembalikan")                                                   \
    X(ENTRY_VERIFIED, "terverifikasi", "V", "Terverifikasi")                                                 \
    X(ENTRY_RATIFIED, "disahkan", "S", "Disahkan")                                                           \
    X(ENTRY_WITHHELD, "", " ", "Belum disahkan")

#define X(id, word, letter, label) id,
enum entry_state { ENTRY_STATES(X) ENTRY_STATE_COUNT };
#undef X
extern const struct vocabulary entry_state_words; /* word, label, help = letter */

/* What is shown for a row, or a whole quarter, at a step; while it is open, by whether anything is filled. */
enum entry_state entry_state_of(enum stage stage, bool filled);

struct row {
    const struct indicator *indicator;
    struct quarter quarter;
    enum stage stage; /* of this row: model/workflow.h, row_stage */
    enum entry_state state;
    struct actual actual; /* as reported */
    struct event_id head; /* of the actual's record; sequence 0: never touched */
    int64_t changed_at;
    char changed_by[LOGIN_MAX + 1];

    /* Verification, while it holds; VERDICT_NONE otherwise. A return stays until the next submission. */
    enum verdict verdict;
    enum answer answer;
    bool by_percent; /* the correction is of the achievement, not of the actual */
    bool self;       /* judged by who typed or submitted it */
    bool mended;     /* sent back, and its value or evidence changed since */

    struct figure year[PERIODS]; /* the year's actuals, as they count: koreksi --nilai replaces them */
    struct figure by_percent_in[PERIODS]; /* its achievements that koreksi --persen replaces */

    struct figures figures;   /* of the quarter itself as reported; to date and of the year as they count */
    struct figure correction; /* achievement that a correction makes, percent; BLANK without one */
    struct figure corrected;  /* the actual behind it; of one in percent what it amounts to ("setara 55") */
    struct figure final;      /* achievement that counts: the corrected one where there is one */
    warning_set warnings;     /* of what was reported */
    int evidence;             /* attached */
    int required;             /* documents required this quarter */
    int required_attached;    /* of them */
    int required_promised;    /* of them not attached, but promised (menyusul) */
    int promised;             /* documents still to come, none of them counted as attached */
    int unallowed;            /* of them without an atasan's word */
    struct date expected;     /* the first day by which one is expected; year 0: none */
    struct decimal second; /* within a review's call, with FINDING_DIFFERS: as the second person typed it */
    const struct reuse *reuse; /* within a review's call, where its evidence stands twice; NULL elsewhere */
};

/* Reads rows of one snapshot; zero-initialise, then set `records`, `config` and what
 * else is known. What
 * follows is its own, kept from row to row. */
struct row_reader {
    const struct records *records;
    const struct config *config;
    const struct person *person;  /* for whom; NULL: reads all */
    struct date today;            /* year 0: nothing promised is overdue */
    const struct reuse *reuse;    /* for a review; NULL: evidence used twice is not looked for */
    struct buf titles[PERIODS];   /* of each row's evidence, NUL-terminated, one after the other */
    struct buf promises[PERIODS]; /* the same of what is still to come */
    const struct unit *unit;      /* whose submissions these are; NULL: none yet */
    struct quarter first;
    int count;
    struct {
        enum stage stage;
        uint32_t round;
    } submission[PERIODS];
};
void row_reader_release(struct row_reader *reader);

/* Where a row or a quarter stands for whom it is read: ENTRY_WITHHELD when he may not read it yet. */
enum entry_state row_reader_state(const struct row_reader *reader, const struct unit *unit, enum stage stage,
                                  bool filled);

/* `count` rows of one indicator, of quarter `first` and those that follow it in its year (the year's own
 * measurement is the fifth). */
bool row_read(struct row_reader *reader, const struct indicator *indicator, struct quarter first, int count,
              struct row *row, struct err *err);

/* Whether it is filled and waits for a verdict. */
bool row_unjudged(const struct row *row);

/* The year's sum before the row's quarter, for typed_read; 0 for the year's own measurement. */
struct decimal row_before(const struct row *row);

#endif
