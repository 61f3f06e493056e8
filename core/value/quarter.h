/* Quarters, when they are due, and how late one is (Pedoman 3.4.1; DOMAIN.md, The year, 3). */
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

bool quarter_parse(const char *text, struct quarter *quarter); /* "2025-TW1", "2025-TAHUN"; in either case */
void quarter_print(struct quarter quarter, char out[QUARTER_TEXT_MAX]); /* the same, in capitals */
const char *quarter_roman(int number);                                  /* "I" to "IV" */
const char *quarter_name(int number);                                   /* "TW I" to "TW IV", "TAHUN" */
const char *quarter_months(int number);                                 /* "Jan-Mar"; of the year "Jan-Des" */
struct date quarter_first_day(struct quarter quarter);
struct date quarter_last_day(struct quarter quarter);
/* The first day on which there can be something to fill in: its own first, of the year 1 December. */
struct date quarter_opens(struct quarter quarter);
/* In time; the year's own measurement stands behind its fourth quarter. */
int quarter_compare(struct quarter a, struct quarter b);

/* The quarter that is due on a day: the latest one begun, except that for 31 days after its end it is the one
 * that ended (so 1 May 2025 still says 2025-TW1). Never the year's own measurement. */
struct quarter quarter_due(struct date day);

enum holiday_shift { HOLIDAY_LATER, HOLIDAY_EARLIER, HOLIDAY_FIXED }; /* mundur, maju, tetap */

/* The last day that is on time, as the configuration gives it. A month before the quarter's first is next
 * year's, and so is every month for the year's own measurement. */
struct deadline_rule {
    int month;
    int day;
    enum holiday_shift shift;
};

/* A further deadline, counted from that one. */
struct offset_rule {
    int days; /* calendar days, 0 to 120 */
    enum holiday_shift shift;
};

/* The deadline after Saturdays, Sundays and the `count` holidays moved it. */
struct date quarter_deadline(struct quarter quarter, struct deadline_rule rule, const struct date *holidays,
                             int count);

/* The day so long after `deadline`, moved in the same way. */
struct date deadline_after(struct date deadline, struct offset_rule rule, const struct date *holidays,
                           int count);

/* Days from `day` to `deadline`: positive are left, 0 is the last day, negative are days late. */
int deadline_days_left(struct date deadline, struct date day);

#endif
