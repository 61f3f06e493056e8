/* Quarters, when they are due, and how late one is (Pedoman 3.4.1; DOMAIN.md, The year, 3). */
#ifndef VALUE_QUARTER_H
#define VALUE_QUARTER_H

#include "base/clock.h"
#include <stdbool.h>

enum { QUARTERS = 4, QUARTER_TEXT_MAX = 16 };

struct quarter {
    int year;   /* 1900 to 9999 */
    int number; /* 1 to 4 */
};

bool quarter_parse(const char *text, struct quarter *quarter); /* "2025-TW1"; letters in either case */
void quarter_print(struct quarter quarter, char out[QUARTER_TEXT_MAX]); /* "2025-TW1" */
const char *quarter_roman(int number);                                  /* "I" to "IV" */
const char *quarter_months(int number);                                 /* "Jan-Mar" */
struct date quarter_first_day(struct quarter quarter);
struct date quarter_last_day(struct quarter quarter);
int quarter_compare(struct quarter a, struct quarter b);

/* The quarter that is due on a day: the latest one begun, except that for 31 days after its end it is the one
 * that ended (so 1 May 2025 still says 2025-TW1). */
struct quarter quarter_due(struct date day);

enum holiday_shift { HOLIDAY_LATER, HOLIDAY_EARLIER, HOLIDAY_FIXED }; /* mundur, maju, tetap */

/* The last day that is on time, as the configuration gives it. A month before the quarter's first is next
 * year's. */
struct deadline_rule {
    int month;
    int day;
    enum holiday_shift shift;
};

/* The deadline after Saturdays, Sundays and the `count` holidays moved it. */
struct date quarter_deadline(struct quarter quarter, struct deadline_rule rule, const struct date *holidays,
                             int count);

/* Days from `day` to `deadline`: positive are left, 0 is the last day, negative are days late. */
int deadline_days_left(struct date deadline, struct date day);

#endif
