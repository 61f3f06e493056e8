/* Jadwal: the year's control calendar, what happened beside what was due (DOMAIN.md, The year). */
#ifndef VIEW_CALENDAR_H
#define VIEW_CALENDAR_H

#include "office/office.h"

enum { CALENDAR_TEXT_MAX = 160 };

struct calendar_line {
    struct quarter quarter;
    const char *what; /* "Batas kirim" */
    struct date due;  /* year 0: nothing is due */
    bool done;        /* by everybody asked */
    char happened[CALENDAR_TEXT_MAX];
};

/* The lines of a year, quarter by quarter and in the order of the days, as far as the person may read; of one
 * bidang, or of all (NULL). */
typedef bool calendar_each_fn(void *context, const struct calendar_line *line);
bool office_calendar(struct office *office, const struct unit *unit, int year, calendar_each_fn *each,
                     void *context, struct err *err);

/* "sisa 4 hari", "hari terakhir", "lewat 3 hari", "" where nothing is due or all is done. */
void calendar_left_print(const struct calendar_line *line, struct date today, char *out, size_t size);

#endif
