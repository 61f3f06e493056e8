/* An action plan as a spreadsheet's CSV: its lines in memory, and which column is which. */
#ifndef PLAN_PLAN_SHEET_H
#define PLAN_PLAN_SHEET_H

#include "base/arena.h"
#include "config/problems.h"
#include "plan/plan_heading.h"

struct plan_sheet {
    struct arena arena;
    struct plan_line *line; /* those with something in them */
    int count;
    int heading;                   /* the line with the headings ... */
    int body;                      /* ... and the first below them */
    int column[PLAN_COLUMN_COUNT]; /* -1: it has none */
    bool measure_beside;           /* Satuan is the column without a heading right of Target */
    struct named_year year;        /* named in the target's heading, else above the headings */
};

/* Reads UTF-8 of any separator. The headings are the first line, or two that belong together (TW I below
 * Target Triwulan, Fisik and Keuangan below Realisasi), with Indikator and Target among them. False, with a
 * problem, when there are none; release it also then. A fault of the CSV is a problem, too, and what stands
 * before it is read. */
bool plan_sheet_read(struct plan_sheet *sheet, const char *data, size_t length, struct problems *problems);
void plan_sheet_release(struct plan_sheet *sheet);

/* The cell of a line below the headings, "" where it has none. */
const char *plan_cell(const struct plan_sheet *sheet, int line, enum plan_column column);

/* Whether a line repeats the headings, or numbers the columns below them: (1), (2), ... */
bool plan_repeats_heading(const struct plan_sheet *sheet, int line);

/* Whether a line sums up others, by its Indikator or what stands left of an empty one: "Jumlah", "Rata-rata
 * capaian". NULL, or these words. */
const char *plan_total(const struct plan_sheet *sheet, int line);

/* Appends the columns that are not read, by heading or number: "No", "Realisasi TW I", 6 tanpa judul,
 * berisi "dokumen". */
void plan_put_skipped(const struct plan_sheet *sheet, struct buf *out);

/* Keeps a problem of that line; the column is the spreadsheet's, from 1. */
void plan_problem(struct problems *problems, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
