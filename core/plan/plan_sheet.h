/* An action plan as a spreadsheet's CSV: its lines in memory, and which column is which. */
#ifndef PLAN_PLAN_SHEET_H
#define PLAN_PLAN_SHEET_H

#include "base/arena.h"
#include "config/problems.h"
#include "plan/plan_heading.h"

struct plan_sheet {
    struct arena arena;
    struct plan_line *line; /* the lines with something in them */
    int count;
    int heading;                   /* the index of the line with the headings */
    int body;                      /* the index of the first line below the headings */
    int column[PLAN_COLUMN_COUNT]; /* the index of its cells; -1: the sheet does not have it */
    bool measure_beside;           /* Satuan is the column without a heading, right of Target */
    struct named_year year;        /* the year in the target's heading, else above the headings */
};

/* Reads UTF-8 with any separator. The headings are the first line that has Indikator and Target, or two lines that
 * belong together (TW I below Target Triwulan, Fisik and Keuangan below Realisasi). False, with a problem, when there
 * are none; the caller releases the sheet then too. A fault of the CSV is a problem as well, and what stands before it
 * is read. */
bool plan_sheet_read(struct plan_sheet *sheet, const char *data, size_t length, struct problems *problems);
void plan_sheet_release(struct plan_sheet *sheet);

/* Returns the cell of a line below the headings, "" where it has none. */
const char *plan_cell(const struct plan_sheet *sheet, int line, enum plan_column column);

/* Says whether a line repeats the headings, or numbers the columns below them: (1), (2), ... */
bool plan_repeats_heading(const struct plan_sheet *sheet, int line);

/* Returns the words by which a line sums up others ("Jumlah", "Rata-rata capaian"), from its Indikator or, where that
 * is empty, from the cells left of it; NULL when it does not. */
const char *plan_total(const struct plan_sheet *sheet, int line);

/* Appends the columns that are not read, by heading or number: "No", "Realisasi TW I", 6 tanpa judul, berisi
 * "dokumen". */
void plan_put_skipped(const struct plan_sheet *sheet, struct buf *out);

/* Keeps a problem; the column of its place is the spreadsheet's, from 1. */
void plan_problem(struct problems *problems, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
