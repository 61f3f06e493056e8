/* Quarters, when they are due, and how late one is (Pedoman 3.4.1; core/DOMAIN.md, The year, 3). */
#ifndef VALUE_QUARTER_H
#define VALUE_QUARTER_H

#include "base/clock.h"
#include <stdbool.h>

/* A year's periods are its quarters, and behind them its own measurement (2025-TAHUN). */
enum { QUARTERS = 4, YEAR_PERIOD = 5, PERIODS = 5, QUARTER_TEXT_MAX = 16 };

struct quarter {
    int year;   /* 1900 to 9999 */
    int number; /* 1 to 4, or YEAR_PERIOD */
};

/* Reads "2025-TW1" or "2025-TAHUN" in either case. False, with *quarter unchanged, when the text is anything else. */
bool quarter_parse(const char *text, struct quarter *quarter);
/* Prints "2025-TW1" or "2025-TAHUN". */
void quarter_print(struct quarter quarter, char out[QUARTER_TEXT_MAX]);
/* Return what a period is called, by its number. */
const char *quarter_roman(int number);  /* "I" to "IV"; "" for the year */
const char *quarter_name(int number);   /* "TW I" to "TW IV", "TAHUN" */
const char *quarter_months(int number); /* "Jan-Mar"; "Jan-Des" for the year */
/* Return the first and the last day of a quarter; those of the year for the year's own measurement. */
struct date quarter_first_day(struct quarter quarter);
struct date quarter_last_day(struct quarter quarter);
/* Returns the first day on which there can be something to fill in: the quarter's first day, or 1 December for the
 * year's own measurement. */
struct date quarter_opens(struct quarter quarter);
/* Returns -1, 0 or 1 by the order in time; the year's own measurement comes behind its fourth quarter. */
int quarter_compare(struct quarter a, struct quarter b);

/* Returns the quarter that is due on a day: the latest one that has begun, except that for 31 days after its end it is
 * the one that has ended (so 1 May 2025 still says 2025-TW1). It is never the year's own measurement. */
struct quarter quarter_due(struct date day);

enum holiday_shift { HOLIDAY_LATER, HOLIDAY_EARLIER, HOLIDAY_FIXED }; /* mundur, maju, tetap */

/* The last day that is on time, as the configuration gives it. A month before the quarter's first one is next year's,
 * and so is every month for the year's own measurement. */
struct deadline_rule {
    int month;
    int day;
    enum holiday_shift shift;
};

/* How far a further deadline follows another one. */
struct offset_rule {
    int days; /* calendar days, 0 to 120 */
    enum holiday_shift shift;
};

/* Returns the deadline of a quarter, moved away from Saturdays, Sundays and the `count` holidays as the rule says. */
struct date quarter_deadline(struct quarter quarter, struct deadline_rule rule, const struct date *holidays,
                             int count);

/* Returns the deadline that follows `deadline`, moved away from the same days. */
struct date deadline_after(struct date deadline, struct offset_rule rule, const struct date *holidays,
                           int count);

/* Returns the days from `day` to `deadline`: days that are left, 0 on the last day, days late as a negative number. */
int deadline_days_left(struct date deadline, struct date day);

#endif
