/* What the parts of a report's making share. All of it is pure over the records that were read; only what is written in
 * a report's way is an error. */
#ifndef REPORT_BUILD_INTERNAL_H
#define REPORT_BUILD_INTERNAL_H

#include "model/condition.h"
#include "model/row.h"
#include "report/build.h"

struct builder {
    const struct records *records;
    const struct trail *trail; /* how far the journal went whose work the records show */
    const struct config *config;
    const struct report_request *request;
    struct report *report;
    const struct row
        *row; /* the asked quarter's, by level, then bidang; none where the kind lists no indicators */
    int row_count;
};

/* Returns the next bidang that is asked and may be read, the first behind NULL, NULL behind the last:
 * for (unit = NULL; (unit = builder_unit(builder, unit));) */
const struct unit *builder_unit(const struct builder *builder, const struct unit *before);

/* Puts how far a bidang's quarter is into *submission. Returns false where the person may not read it before it is
 * ratified: nothing of it may be printed then. */
bool builder_submission(const struct builder *builder, const struct unit *unit, struct quarter quarter,
                        struct submission *submission);

/* Appends the earlier quarters of the asked year that are not ratified, "TW I, TW II": figures to date may change with
 * them. Returns false where one of them may not be read: nothing is said to date then. */
bool builder_earlier(const struct builder *builder, const struct unit *unit, struct buf *out);

/* ---- cells ---- */

/* Fill a cell: with a copy of a text ("" leaves it blank), a day, a number of so many decimals at least, a count. */
void put_text(const struct builder *builder, struct report_cell *cell, const char *text);
void put_date(const struct builder *builder, struct report_cell *cell, struct date date);
void put_number(struct report_cell *cell, struct decimal value, int places);
void put_count(struct report_cell *cell, int count);

/* Fills a cell with a number, "-" for what is not measured, "belum" for a target not set; leaves it blank for BLANK. */
void put_figure(struct report_cell *cell, struct figure figure, int places);

/* Fills it with a mean of two decimals, "-" where nothing counts. */
void put_mean(struct report_cell *cell, struct figure mean);

/* ---- tables ---- */

/* Fills a column's cell from what its row is of: a struct report_line, a record; each table says what. */
typedef void put_fn(const struct builder *builder, const void *context, int argument,
                    struct report_cell *cell);

/* A column: what it is, and how its cells are filled. `argument` is the number of a quarter, or a level, where the
 * column is of one. */
struct listing_column {
    struct report_column column;
    put_fn *put;
    int argument;
};

/* Defines the put_fn `name` of rows that are of a struct `type`: the statement fills `cell` from `of`. */
#define PUT(name, type, statement)                                                                           \
    static void name(const struct builder *builder, const void *context, int argument,                       \
                     struct report_cell *cell) {                                                             \
        const struct type *of = context;                                                                     \
        (void)builder, (void)of, (void)argument;                                                             \
        statement;                                                                                           \
    }

/* A table while it is made. */
struct listing {
    const struct builder *builder;
    const struct listing_column *column;
    int count;
    struct report_table *table;
};
#define LISTING(builder, columns) listing_begin(builder, columns, (int)(sizeof(columns) / sizeof *(columns)))

/* Begins a table, which listing_end puts into the report, behind what was added to it meanwhile. */
struct listing listing_begin(const struct builder *builder, const struct listing_column *column, int count);
void listing_end(const struct listing *listing);

/* Returns the index of the column that this function fills; -1 when none is. */
int listing_index(const struct listing *listing, put_fn put);

/* Adds a row with all its cells; or one with a text alone, whose other cells may be filled in. */
void listing_add(const struct listing *listing, enum report_row_kind kind, const void *of);
struct report_cell *listing_say(const struct listing *listing, enum report_row_kind kind, const char *text);

/* Adds the headings between the rows of two indicators (`last` NULL: in front of all): the level's, and the bidang's
 * where there are several. */
void listing_headings(const struct listing *listing, const struct indicator *last,
                      const struct indicator *next);

/* An indicator with what a column may want to show. */
struct report_line {
    const struct row *row;
    const struct indicator *indicator;
    struct record notes;
    struct buf evidence; /* titles, "; " between */
    struct buf remark;   /* keterangan, verdict and marks */
    bool partial;        /* an earlier quarter may not be read: nothing is said to date */
};

/* Fills a table of report_lines with the builder's rows, grouped by level, and by bidang where there are several. With
 * `mean`, the column of an achievement, each group has its mean under it; -1: none has. */
void listing_lines(const struct listing *listing, int mean);

/* ---- the kinds ---- */

void build_quarter(const struct builder *builder);
void build_year(const struct builder *builder);
void build_plan(const struct builder *builder);
void build_plan_review(const struct builder *builder);
void build_form(const struct builder *builder);
void build_missing(const struct builder *builder);
void build_evidence(const struct builder *builder);
void build_minutes(const struct builder *builder);
void build_recommendations(const struct builder *builder);
void build_checklist(const struct builder *builder);

/* Says whether minutes can be made: ERR_DENIED where the quarter may not be read, ERR_INVALID where nothing in it was
 * examined. */
bool minutes_admit(const struct builder *builder, struct err *err);

/* Adds the table of minutes. */
void build_verdicts(const struct builder *builder);

/* Add what goes with figures: formulas, bands and, where means are printed, how they are taken; the steps each bidang's
 * quarter has taken; and, where figures to date are printed, which earlier quarters are not ratified. */
void build_basis(const struct builder *builder, bool means);
void build_steps(const struct builder *builder);
void build_earlier(const struct builder *builder);

/* Adds the annexes: a summary per bidang with bars; E-SAKIP's documents, and to whom the report went. */
void build_annexes(const struct builder *builder);

#endif
