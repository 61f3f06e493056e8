/* What the parts of a report's making share. */
#ifndef REPORT_BUILD_INTERNAL_H
#define REPORT_BUILD_INTERNAL_H

#include "report/build.h"

struct builder {
    struct office *office;
    const struct config *config;
    const struct report_request *request;
    struct report *report;
    struct err *err;
};

/* ---- cells ---- */

void put_text(const struct builder *builder, struct report_cell *cell,
              const char *text); /* copied; "" blank */
void put_date(const struct builder *builder, struct report_cell *cell, struct date date);
void put_number(struct report_cell *cell, struct decimal value, int places);
void put_count(struct report_cell *cell, int count);
/* A number, "-" for not measured, "belum" for a target not set, or blank. */
void put_figure(struct report_cell *cell, struct figure figure, int places);

/* ---- rows ---- */

/* The rows of the asked bidang's quarter, by level and bidang; the caller releases the list. */
bool builder_rows(const struct builder *builder, struct quarter quarter, struct list *rows);

/* The headings between the rows of two indicators (`last` NULL: in front of all): the level's, and the
 * bidang's where there are several. */
void builder_headings(const struct builder *builder, struct report_table *table, const struct indicator *last,
                      const struct indicator *next);

/* One indicator with what a column may want to show. */
struct report_line {
    const struct builder *builder;
    const struct row *row;
    const struct indicator *indicator;
    struct record notes;
    struct buf evidence; /* titles, "; " between */
    struct buf remark;   /* keterangan, verdict and marks */
    bool partial;        /* an earlier quarter may not be read: nothing is said to date */
};

/* A column: what it is, and how its cell is filled. `argument`: the number of a quarter, where it is of one.
 */
struct line_column {
    struct report_column column;
    void (*put)(const struct report_line *line, int argument, struct report_cell *cell);
    int argument;
};

/* The table of all rows of the quarter in these columns, grouped by level, and by bidang where there are
 * several. With `mean` the achievements that count get their mean under each group. */
struct line_table {
    const struct line_column *column;
    int count;
    int mean;  /* the column of the achievement that averages take; -1: none */
    int lines; /* of a row at least, to be written in; 0: as it comes */
};
bool builder_lines(const struct builder *builder, struct quarter quarter, const struct line_table *table);

/* ---- the kinds ---- */

bool build_quarter(const struct builder *builder);
bool build_year(const struct builder *builder);
bool build_plan(const struct builder *builder);
bool build_plan_review(const struct builder *builder);
bool build_form(const struct builder *builder);
bool build_missing(const struct builder *builder);
bool build_evidence(const struct builder *builder);
bool build_minutes(const struct builder *builder);
bool build_verdicts(const struct builder *builder); /* its table */
bool build_recommendations(const struct builder *builder);
bool build_checklist(const struct builder *builder);

/* What goes with figures: formulas, bands and, where means are printed, how they are taken; the steps each
 * bidang's quarter has taken. */
void build_basis(const struct builder *builder, bool means);
bool build_steps(const struct builder *builder);
/* Which earlier quarters are not ratified, where figures to date are printed. */
bool build_earlier(const struct builder *builder);
/* Annexes: a summary per bidang with bars; E-SAKIP's documents, and to whom the report went. */
bool build_annexes(const struct builder *builder);

/* How far a quarter of a bidang is; withheld: whether the person may not read it before it is
 * ratified, and nothing of `submission` may be printed. */
bool builder_submission(const struct builder *builder, const struct unit *unit, struct quarter quarter,
                        struct submission *submission, bool *withheld);
/* Appends the earlier quarters of that year that are not ratified, "TW I, TW II": to date may change with
 * them, and with *withheld may not be printed. */
bool builder_earlier(const struct builder *builder, const struct unit *unit, struct buf *out, bool *withheld);

/* Each asked bidang that the person may read: for (unit = NULL; (unit = builder_unit(builder, unit));) */
const struct unit *builder_unit(const struct builder *builder, const struct unit *before);

#endif
