/* Jadwal: the year's control calendar, what happened beside what was due (core/DOMAIN.md, The year). Pure, over the
 * records that were read. */
#ifndef VIEW_CALENDAR_H
#define VIEW_CALENDAR_H

#include "model/records.h"

enum { CALENDAR_TEXT_MAX = 160 };

struct calendar_line {
    struct quarter quarter;
    const char *what;                 /* "Batas kirim"; static */
    struct date due;                  /* year 0: nothing is due */
    bool done;                        /* everybody of whom it is asked did it */
    char happened[CALENDAR_TEXT_MAX]; /* what was done so far, in words */
};

/* Calls `each` for the lines of a year, quarter by quarter and in the order in which its steps follow each other, until
 * it returns false. The lines are about one bidang, or about all that the person may read (NULL). */
typedef bool calendar_each_fn(void *context, const struct calendar_line *line);
void calendar_each(const struct records *records, const struct unit *unit, int year, calendar_each_fn *each,
                   void *context);

/* Prints "sisa 4 hari", "hari terakhir", "lewat 3 hari", "" where nothing is due or all is done. */
void calendar_left_print(const struct calendar_line *line, struct date today, char *out, size_t size);

#endif
